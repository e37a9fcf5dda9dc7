//! Priorities by size and probability, and the plots of growth.

use account_atlas::insight::{PriorityField, PriorityItem, WhyUnplaced, forecast, gap, priority};
use account_atlas::model::{
    Account, Coded, FunnelStage, GrowthLever, LeverKind, Opportunity, OpportunityId, OpportunityStatus,
};
use account_atlas::plot::{Field, Shape, Target, forecast_plot, priority_plot, waterfall_plot, workload_plot};
use account_atlas::words::Language;

use super::file_format::put;
use super::growth::{grown, guide, lever, load, plan, rules, workload_example};
use super::growth_forecast::forecast_example;
use super::pipeline::{add, day, eur, profile};
use super::words::words;

fn field(account: &Account, item: PriorityItem) -> Option<PriorityField> {
    let found = priority(account, &rules(), &guide());
    found.placed.iter().find(|placed| placed.item == item).map(|placed| placed.field)
}

fn why(account: &Account, item: PriorityItem) -> Option<WhyUnplaced> {
    let found = priority(account, &rules(), &guide());
    found.unplaced.iter().find(|unplaced| unplaced.item == item).map(|unplaced| unplaced.why)
}

/// Source: methods 14, no. 5. The target is 1000, a tenth of it is large; half is likely.
#[test]
fn priorities_go_by_size_and_probability_and_a_tie_is_large_and_likely() {
    use PriorityField::{ActNow, PlanAttack, Shelve, WaitForChance};
    let (mut account, mut ids) = grown();
    let cases = [(100, 50, ActNow), (100, 49, PlanAttack), (99, 50, WaitForChance), (99, 49, Shelve)];
    for (units, percent, expected) in cases {
        let made = lever(&mut account, &mut ids, LeverKind::CrossSell, units);
        let item = PriorityItem::Lever(made.id);
        assert_eq!(why(&account, item), Some(WhyUnplaced::NoProbability));
        put(&mut account, GrowthLever { probability: Some(percent), ..made });
        plan(&mut account, |plan| plan.is_mixed_swapped = false);
        assert_eq!(field(&account, item), Some(expected), "{units} at {percent} %");
        plan(&mut account, |plan| plan.is_mixed_swapped = true);
        let swapped = match expected {
            PlanAttack => WaitForChance,
            WaitForChance => PlanAttack,
            ActNow | Shelve => expected,
        };
        assert_eq!(field(&account, item), Some(swapped), "{units} at {percent} %, swapped");
    }
}

#[test]
fn the_users_own_limits_come_first_and_nonsense_is_no_limit() {
    let (mut account, mut ids) = grown();
    let made = lever(&mut account, &mut ids, LeverKind::CrossSell, 40);
    let item = PriorityItem::Lever(made.id);
    put(&mut account, GrowthLever { probability: Some(30), ..made });
    assert_eq!(field(&account, item), Some(PriorityField::Shelve));
    plan(&mut account, |plan| (plan.large_amount, plan.likely_from) = (Some(eur(40)), Some(30)));
    assert_eq!(field(&account, item), Some(PriorityField::ActNow));
    plan(&mut account, |plan| (plan.large_amount, plan.likely_from) = (Some(eur(0)), Some(200)));
    assert_eq!(field(&account, item), Some(PriorityField::Shelve), "as the method has it");
    profile(&mut account, |profile| profile.target = None);
    assert_eq!(why(&account, item), Some(WhyUnplaced::NoLimit));
}

#[test]
fn open_opportunities_are_placed_once() {
    let (mut account, mut ids) = grown();
    let deal = add(&mut account, &mut ids, "Line 2", FunnelStage::Commit, eur(200));
    let item = PriorityItem::Opportunity(deal);
    assert_eq!(field(&account, item), Some(PriorityField::ActNow), "the stage's rate is 50 %");
    let made = lever(&mut account, &mut ids, LeverKind::CrossSell, 200);
    put(&mut account, GrowthLever { opportunity: Some(deal), ..made.clone() });
    assert_eq!(field(&account, item), Some(PriorityField::ActNow), "a lever without a place stands for nothing");
    put(&mut account, GrowthLever { opportunity: Some(deal), probability: Some(20), ..made.clone() });
    assert_eq!((field(&account, item), why(&account, item)), (None, None));
    assert_eq!(field(&account, PriorityItem::Lever(made.id)), Some(PriorityField::PlanAttack));
    let mut won = account.get::<Opportunity>(deal).expect("it").clone();
    let lone: OpportunityId = ids.fresh();
    won.status = OpportunityStatus::Won;
    put(&mut account, Opportunity { id: lone, ..won });
    let lone = PriorityItem::Opportunity(lone);
    assert_eq!((field(&account, lone), why(&account, lone)), (None, None), "what is won is no chance any more");
}

/// Source: methods A13: dropping what does not pay is one of the items plotted; its result is its contribution.
#[test]
fn what_is_dropped_counts_by_its_contribution() {
    let (mut account, mut ids) = grown();
    let made = lever(&mut account, &mut ids, LeverKind::Drop, -20);
    let item = PriorityItem::Lever(made.id);
    put(&mut account, GrowthLever { probability: Some(90), ..made.clone() });
    assert_eq!(field(&account, item), Some(PriorityField::WaitForChance));
    put(&mut account, GrowthLever { probability: Some(90), margin: Some(eur(120)), ..made });
    assert_eq!(field(&account, item), Some(PriorityField::ActNow));
}

#[test]
fn every_kind_of_lever_has_prompts_in_both_languages() {
    let guide = guide();
    for kind in LeverKind::ALL {
        for language in Language::ALL {
            assert!(guide.lever(*kind).iter().all(|said| !said.text(language).is_empty()), "{kind:?}");
            assert!(!guide.first(*kind, language).is_empty(), "{kind:?}");
        }
    }
    for language in Language::ALL {
        let words = words(language);
        let names: Vec<&str> = PriorityField::ALL.iter().map(|field| words.value(*field)).collect();
        assert!(names.iter().all(|name| !name.contains('?')), "{names:?}");
    }
    assert_eq!((guide.likely_from, guide.month_hours, guide.visit_share), (50, 160, 45));
}

/// Every mark stands within its plot, and every plot says what it shows.
#[test]
fn plots_stay_within_their_edges_and_lead_to_their_records() {
    let (mut account, mut ids) = grown();
    let mut levers = Vec::new();
    for (place, kind) in LeverKind::ALL.iter().enumerate() {
        let units = i64::try_from(place).expect("few") * 30 - 20;
        let made = lever(&mut account, &mut ids, *kind, units);
        put(&mut account, GrowthLever { probability: Some(45), ..made.clone() });
        levers.push(made);
    }
    for language in Language::ALL {
        let words = words(language);
        for width in [200.0, 360.0, 720.0] {
            let chances = priority(&account, &rules(), &guide());
            let example = workload_example();
            let plots = [
                waterfall_plot(&words, &account, &gap(&account), width).expect("a gap"),
                priority_plot(&words, &account, &chances, width),
                forecast_plot(&words, &forecast(&forecast_example(), day(21)), width).expect("amounts"),
                workload_plot(&words, &example, &load(&example), width).expect("hours"),
            ];
            for plot in &plots {
                assert!(!plot.title.is_empty() && !plot.said.is_empty(), "{plot:?}");
                for mark in &plot.marks {
                    let room = mark.shape.bounds();
                    let is_inside = room.x >= -1.0 && room.y >= -1.0;
                    let is_inside = is_inside && room.right() <= plot.width + 1.0 && room.bottom() <= plot.height + 1.0;
                    assert!(is_inside, "{}: {mark:?} of {} × {}", plot.title, plot.width, plot.height);
                }
            }
            for made in &levers {
                let leads =
                    |place: usize| plots[place].marks.iter().any(|mark| mark.target == Some(Target::Lever(made.id)));
                assert!(leads(0) && leads(1), "{made:?}");
            }
        }
    }
}

#[test]
fn labels_of_priorities_cover_neither_each_other_nor_a_bubble() {
    let (mut account, mut ids) = grown();
    for place in 0..20_u8 {
        let made = lever(&mut account, &mut ids, LeverKind::CrossSell, 90 + i64::from(place));
        put(&mut account, GrowthLever { probability: Some(40 + place), ..made });
    }
    let chances = priority(&account, &rules(), &guide());
    let plot = priority_plot(&words(Language::English), &account, &chances, 720.0);
    let labels: Vec<_> = plot
        .marks
        .iter()
        .filter(|mark| matches!(&mark.shape, Shape::Text { text, .. } if text == "CrossSell"))
        .map(|mark| mark.shape.bounds())
        .collect();
    assert!(labels.len() > 2, "only {} labels", labels.len());
    let apart = |one: Field, other: Field| {
        one.right() <= other.x + 1.0
            || other.right() <= one.x + 1.0
            || one.bottom() <= other.y + 1.0
            || other.bottom() <= one.y + 1.0
    };
    for (place, one) in labels.iter().enumerate() {
        assert!(labels[place + 1..].iter().all(|other| apart(*one, *other)), "{one:?}");
        let discs = plot.marks.iter().filter(|mark| matches!(mark.shape, Shape::Disc { .. }));
        for disc in discs {
            assert!(apart(*one, disc.shape.bounds()), "{one:?}");
        }
    }
}
