//! The client's sheet computed: scores, portfolios, market actions, and words for all of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use account_atlas::insight::{Score, score_of, selection};
use account_atlas::method::{AccountGuide, CapabilityAdvice, PotentialClass, ScoreBand, VulnerabilityAdvice};
use account_atlas::model::{Account, AccountStatus, Coded, ScoreAxis, ScoreLine};
use account_atlas::plot::{Plot, Shape, Target, capability_plot, vulnerability_plot};
use account_atlas::words::Language;

use super::accounts::account;
use super::file_format::put;
use super::pipeline::profile;
use super::words::words;

use ScoreAxis::{Attractiveness, Capability, Vulnerability};

pub fn guide() -> AccountGuide {
    AccountGuide::shipped().expect("the guidance that ships can be read")
}

/// Rows of weight and rating.
fn rows(axis: ScoreAxis, rows: &[(Option<u8>, Option<u8>)]) -> Vec<ScoreLine> {
    let mut ids = account_atlas::model::Ids::new(1_797_000_000_000 + axis as u64, 3 << 40);
    let row = |(weight, rating): &(Option<u8>, Option<u8>)| ScoreLine {
        axis,
        weight: *weight,
        rating: *rating,
        ..ScoreLine::new(ids.fresh())
    };
    rows.iter().map(row).collect()
}

fn score(of: &[(u8, u8)]) -> Score {
    let of: Vec<_> = of.iter().map(|(weight, rating)| (Some(*weight), Some(*rating))).collect();
    score_of(&rows(Attractiveness, &of))
}

/// An account rated like this, in whole points.
pub fn rated(mut account: Account, ratings: &[(ScoreAxis, u8)]) -> Account {
    for (axis, rating) in ratings {
        for row in rows(*axis, &[(Some(100), Some(*rating))]) {
            put(&mut account, row);
        }
    }
    account
}

/// Source: methods S5, the sum of weights times ratings by the sum of weights; by hand, to the tenth.
#[test]
fn scores_are_exact_to_the_tenth() {
    for (of, tenths) in [
        (&[(50, 8), (30, 6), (20, 9)][..], 76),
        (&[(100, 1)], 10),
        (&[(100, 10)], 100),
        (&[(50, 1), (50, 2)], 15),
        (&[(1, 1), (2, 2)], 17),
        (&[(2, 1), (1, 2)], 13),
        // 21 by 20 is 1.05: the half goes up.
        (&[(19, 1), (1, 2)], 11),
        (&[(100, 10), (100, 10), (100, 10)], 100),
    ] {
        assert_eq!(score(of).tenths, Some(tenths), "{of:?}");
    }
    assert_eq!(score(&[]), Score::default());
}

#[test]
fn weights_of_90_and_110_are_told_and_computed_by_what_they_are() {
    let [short, long, whole] =
        [&[(40, 8), (30, 6), (20, 9)][..], &[(60, 10), (50, 1)], &[(60, 10), (40, 1)]].map(score);
    assert_eq!((short.weights, short.tenths, short.is_unbalanced()), (90, Some(76), true), "680 by 90");
    assert_eq!((long.weights, long.tenths, long.is_unbalanced()), (110, Some(59), true), "650 by 110");
    assert!(!whole.is_unbalanced() && !score(&[]).is_unbalanced());
    // The weight of a row without a rating counts in the sum of weights, and not in the score.
    let half = score_of(&rows(Attractiveness, &[(Some(60), Some(7)), (Some(40), None)]));
    assert_eq!((half.weights, half.tenths, half.unrated, half.is_unbalanced()), (100, Some(70), 1, false));
}

#[test]
fn ratings_outside_1_to_10_are_counted_and_never_computed_with() {
    let of = [(Some(50), Some(0)), (Some(50), Some(11)), (Some(10), Some(255)), (Some(40), Some(6)), (Some(5), None)];
    let found = score_of(&rows(Attractiveness, &of));
    let expected = Score { tenths: Some(60), weights: 155, rows: 5, unrated: 1, outside: 3, unweighted: 0 };
    assert_eq!(found, expected);
    let bare = score_of(&rows(Attractiveness, &[(None, Some(6)), (Some(0), Some(9)), (None, Some(11)), (None, None)]));
    assert_eq!(bare, Score { tenths: None, weights: 0, rows: 4, unrated: 1, outside: 1, unweighted: 2 });
    assert!(!bare.is_unbalanced(), "without weights there is nothing to add up");
}

#[test]
fn a_score_on_a_border_stands_in_the_middle_and_on_the_midpoint_in_the_upper_half() {
    let guide = guide();
    assert_eq!((guide.borders(), guide.midpoint), ([40, 70], 55));
    for (tenths, band) in [
        (10, ScoreBand::Low),
        (39, ScoreBand::Low),
        (40, ScoreBand::Middle),
        (70, ScoreBand::Middle),
        (71, ScoreBand::High),
        (100, ScoreBand::High),
    ] {
        assert_eq!(guide.band(tenths), band, "{tenths}");
    }
    assert!(!guide.is_upper(54) && guide.is_upper(55));
}

/// Source: methods S6 for the five labels, S7 for defence and attack.
#[test]
fn the_portfolios_advise_as_the_methods_say() {
    let guide = guide();
    let advice = |attractive, able| {
        selection(&rated(account("Ada"), &[(Attractiveness, attractive), (Capability, able)]), &guide).capability
    };
    assert_eq!(advice(9, 9), Some(CapabilityAdvice::InvestForGrowth));
    assert_eq!(advice(9, 2), Some(CapabilityAdvice::InvestSelectively));
    assert_eq!(advice(2, 9), Some(CapabilityAdvice::Maintain));
    assert_eq!(advice(5, 2), Some(CapabilityAdvice::ManageForCash));
    assert_eq!(advice(2, 2), Some(CapabilityAdvice::Withdraw));
    let exposed = |status, attractive, exposed| {
        let mut account = rated(account("Ada"), &[(Attractiveness, attractive), (Vulnerability, exposed)]);
        profile(&mut account, |head| head.status = status);
        selection(&account, &guide).vulnerability
    };
    let (existing, target) = (Some(AccountStatus::Existing), Some(AccountStatus::Target));
    assert_eq!(exposed(existing, 8, 8), Some(VulnerabilityAdvice::DefendNow));
    assert_eq!(exposed(target, 8, 8), Some(VulnerabilityAdvice::AttackNow));
    assert_eq!(exposed(existing, 8, 3), Some(VulnerabilityAdvice::Hold));
    assert_eq!(exposed(target, 8, 3), Some(VulnerabilityAdvice::Seed));
    assert_eq!(exposed(existing, 3, 8), Some(VulnerabilityAdvice::MinimumEffort));
    assert_eq!(exposed(target, 3, 3), Some(VulnerabilityAdvice::MinimumEffort));
    assert_eq!(exposed(None, 8, 8), None, "nobody says whether the client buys from us");
    let half = selection(&rated(account("Ada"), &[(Capability, 9), (Vulnerability, 9)]), &guide);
    assert_eq!((half.capability, half.vulnerability), (None, None), "without attractiveness there is no field");
    assert_eq!(half.tenths(Capability), Some(90));
    for attractiveness in [ScoreBand::Low, ScoreBand::Middle, ScoreBand::High] {
        for capability in [ScoreBand::Low, ScoreBand::Middle, ScoreBand::High] {
            assert!(guide.capability_advice(attractiveness, capability).is_some());
        }
    }
}

#[test]
fn the_usual_criteria_weigh_100_together_and_ours_are_called_ours() {
    let guide = guide();
    for axis in ScoreAxis::ALL.iter().copied() {
        let usual = guide.usual(axis);
        let weights: u32 = usual.iter().map(|criterion| u32::from(criterion.weight)).sum();
        assert_eq!(weights, 100, "{axis:?}");
        let names = |language| usual.iter().map(move |criterion| criterion.name.text(language));
        for language in Language::ALL {
            assert_eq!(names(language).collect::<BTreeSet<_>>().len(), usual.len(), "{axis:?} {language:?}");
        }
        assert!(names(Language::English).zip(names(Language::Chinese)).all(|(en, zh)| en != zh));
        assert_eq!(guide.is_ours(axis), axis == Vulnerability, "{axis:?}");
    }
    // Source: methods S4, its four criteria; S6 for our capability, before and after the sale apart.
    assert_eq!((guide.usual(Attractiveness).len(), guide.usual(Capability).len()), (4, 7));
}

/// Source: methods 13, vector 5, and S9.
#[test]
fn vector_5_the_sixteen_market_actions_stand_once_each() {
    let guide = guide();
    let numbers: Vec<u8> = guide.market_actions.iter().map(|action| action.number).collect();
    assert_eq!(numbers, (1..=16).collect::<Vec<u8>>());
    for (class, key) in [
        (PotentialClass::Consolidate, &[4, 7, 9, 16][..]),
        (PotentialClass::Invest, &[3, 6, 8, 15]),
        (PotentialClass::Harvest, &[1, 2, 12]),
        (PotentialClass::InPassing, &[5, 10, 11, 13, 14]),
    ] {
        let of = guide.market_actions.iter().filter(|action| action.class == class);
        assert_eq!(of.map(|action| action.number).collect::<Vec<_>>(), key, "{class:?}");
    }
    for language in Language::ALL {
        let texts: BTreeSet<&str> = guide.market_actions.iter().map(|action| action.text.text(language)).collect();
        assert_eq!(texts.len(), 16);
    }
}

#[test]
fn every_field_advice_and_class_has_its_words_in_both_languages() {
    fn check<T: Coded>(guide: &AccountGuide) {
        for language in Language::ALL {
            let words = words(language);
            let labels: BTreeSet<&str> = T::ALL.iter().map(|value| words.value(*value)).collect();
            assert_eq!(labels.len(), T::ALL.len(), "{} {language:?}: {labels:?}", T::KIND);
            assert!(!labels.contains("???"), "{} {language:?}", T::KIND);
            for value in T::ALL {
                assert!(!guide.first(value.code(), language).is_empty(), "{value:?} {language:?}");
            }
        }
    }
    let guide = guide();
    check::<CapabilityAdvice>(&guide);
    check::<VulnerabilityAdvice>(&guide);
    check::<PotentialClass>(&guide);
    check::<ScoreAxis>(&guide);
    for field in [
        "mission",
        "outside_forces",
        "inside_forces",
        "coherence",
        "industry_trend",
        "quality",
        "annual_volume",
        "credit",
        "price_demand",
        "drawings",
        "technical",
        "used_for",
        "samples",
        "person_needs",
        "firm_needs",
        "industry_needs",
        "purchasing_process",
        "purchasing_detail",
        "history",
        "relation",
        "available",
        "chances",
    ] {
        let [one, other] = Language::ALL.map(|language| guide.first(field, language));
        assert!(!one.is_empty() && !other.is_empty() && one != other, "{field}");
    }
    for group in ["strategic", "facts", "quotation", "needs", "purchasing", "ours", "potential", "figures"] {
        assert!(!guide.prompts(group).is_empty(), "{group}");
    }
}

/// The texts of a plot, and where its only disc stands.
fn seen(plot: &Plot) -> (Vec<&str>, Option<(f32, f32)>) {
    let mut texts = Vec::new();
    let mut point = None;
    for mark in &plot.marks {
        match &mark.shape {
            Shape::Text { text, .. } => texts.push(text.as_str()),
            Shape::Disc { x, y, .. } => point = Some((*x, *y)),
            Shape::Box { .. } | Shape::Line { .. } | Shape::Area { .. } => {}
        }
    }
    (texts, point)
}

#[test]
fn the_portfolios_are_drawn_with_every_field_and_the_clients_point() {
    let guide = guide();
    let start = rated(account("Ada: CEO"), &[(Attractiveness, 10), (Capability, 1), (Vulnerability, 10)]);
    let found = selection(&start, &guide);
    for (language, label, other) in
        [(Language::English, "Invest selectively", "Withdraw"), (Language::Chinese, "选择性投资", "退出")]
    {
        let words = words(language);
        let plot = capability_plot(&words, &guide, &start, &found, 400.0);
        let (texts, point) = seen(&plot);
        assert!(texts.contains(&label) && texts.contains(&other), "{texts:?}");
        let fields = plot.marks.iter().filter(|mark| matches!(mark.target, Some(Target::Value(..))));
        assert_eq!(fields.count(), 9);
        assert!(plot.said.contains(label) && plot.said.contains("10.0") && plot.said.contains("1.0"), "{}", plot.said);
        // The most attractive stands at the top, the least able at the left.
        let (x, y) = point.expect("the client's point");
        assert!(x < plot.width / 6.0 && y < plot.height / 6.0, "{x} {y}");
        let line = start.all::<ScoreLine>().find(|line| line.axis == Attractiveness).expect("a row").id;
        assert!(plot.marks.iter().any(|mark| mark.target == Some(Target::Score(line))));
    }
    let words = words(Language::English);
    let plot = vulnerability_plot(&words, &guide, &start, &found, 400.0);
    let (texts, point) = seen(&plot);
    assert!(texts.contains(&"Defend now / Attack now"), "nobody says which of them: {texts:?}");
    assert!(point.is_some_and(|(x, _)| x > plot.width * 0.9));
    let mut target = start.clone();
    profile(&mut target, |head| head.status = Some(AccountStatus::Target));
    let plot = vulnerability_plot(&words, &guide, &target, &selection(&target, &guide), 400.0);
    assert!(seen(&plot).0.contains(&"Attack now") && plot.said.contains("Attack now"), "{}", plot.said);
}

#[test]
fn without_both_scores_there_are_fields_and_no_point() {
    let guide = guide();
    let mut start = rated(account("Ada: CEO"), &[(Attractiveness, 8)]);
    let words = words(Language::English);
    for width in [0.0, 240.0, 900.0] {
        let plot = capability_plot(&words, &guide, &start, &selection(&start, &guide), width);
        let (texts, point) = seen(&plot);
        assert_eq!((point, texts.contains(&"Maintain")), (None, true));
        assert!(plot.said.starts_with("No point yet"), "{}", plot.said);
    }
    start.scores = Arc::default();
    let plot = vulnerability_plot(&words, &guide, &start, &selection(&start, &guide), 300.0);
    assert_eq!(seen(&plot).1, None);
}
