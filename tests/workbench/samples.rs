//! What ships as samples: two accounts in which every view has something true to show, and the worked figures.

use std::collections::BTreeSet;

use account_atlas::app::{example_bytes, worked_bytes};
use account_atlas::file::{SealState, read, write};
use account_atlas::insight::{
    PipelineWarning, account_texts, empty_elements, level_of, pipeline, said_of_rival, value_needs,
};
use account_atlas::method::{QuestionSets, Rules, StrategyGuide};
use account_atlas::model::{
    Account, Action, Activity, Coded, Competitor, FindingRule, ForecastLine, FunnelStage, GrowthLever, Money,
    Opportunity, PlanPrinciple, Review, Risk, ScoreAxis, ScoreLine, StrategicChoice, TeamMember, ValueEntry,
    WorkloadSegment,
};
use account_atlas::ui::View;
use account_atlas::words::Language;
use chrono::NaiveDate;
use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::driver::Driver;
use super::pipeline::eur;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

fn examples() -> [Account; 2] {
    Language::ALL.map(|language| read(example_bytes(language)).expect("the example").account)
}

fn rules() -> Rules {
    Rules::shipped().expect("the rules that ship can be read")
}

#[test]
fn the_worked_figures_are_read_without_a_word_and_written_as_they_stand() {
    for language in Language::ALL {
        let loaded = read(worked_bytes(language)).expect("the worked figures");
        assert_eq!((loaded.seal, loaded.repairs), (SealState::Intact, vec![]), "{language:?}");
        assert!(write(&loaded.account) == worked_bytes(language), "{language:?} is written with other bytes");
    }
}

/// Source: methods F5: counts, sums and weighted sums of each stage, in units of 10 000 EUR.
#[test]
fn the_worked_funnel_is_that_of_the_methods() {
    for language in Language::ALL {
        let account = read(worked_bytes(language)).expect("the worked figures").account;
        let pipeline = pipeline(&account, &rules(), today());
        let funnel = &pipeline.funnel;
        let rows: Vec<(usize, Money)> = funnel.stages.iter().map(|stage| (stage.count, stage.amount)).collect();
        let wanted = [(5, 300), (4, 240), (3, 176), (2, 464), (2, 146), (2, 98)].map(|(count, sum)| (count, eur(sum)));
        assert_eq!(rows, wanted);
        let weights: Vec<i64> = funnel.stages.iter().map(|stage| stage.weighted.units()).collect();
        assert_eq!(weights, [150_000, 240_000, 352_000, 1_392_000, 730_000, 784_000]);
        assert_eq!((funnel.open, funnel.amount, funnel.weighted.units()), (18, eur(1_424), 3_648_000));
        let heavy = |warning: &PipelineWarning| {
            matches!(warning, PipelineWarning::StageHeavy { stage: FunnelStage::Compare, percent: 38, .. })
        };
        assert!(pipeline.warnings.iter().any(heavy), "{:?}", pipeline.warnings);
    }
}

/// Source: methods R1: 3,360 hours a month before, 2,222.2 after; in minutes of three months, so that it is exact.
#[test]
fn the_worked_workload_is_that_of_the_methods() {
    for language in Language::ALL {
        let account = read(worked_bytes(language)).expect("the worked figures").account;
        let segments = account.ranked::<WorkloadSegment>();
        assert_eq!(
            segments.iter().map(|segment| segment.count).collect::<Vec<_>>(),
            [Some(80), Some(520), Some(2_000)]
        );
        let minutes = |count: Option<u16>, visits: Option<u16>, months: Option<u8>, each: Option<u16>| {
            let [count, visits, each] = [count, visits, each].map(|number| u32::from(number.expect("a number")));
            3 * count * visits * each / u32::from(months.expect("months"))
        };
        let before: u32 = segments.iter().map(|s| minutes(s.count, s.visits, s.months, s.minutes)).sum();
        let after: Vec<u32> =
            segments.iter().map(|s| minutes(s.count, s.visits_planned, s.months_planned, s.minutes_planned)).collect();
        assert_eq!(before, 3_360 * 60 * 3);
        assert_eq!(after, [960 * 180, 1_040 * 180, 40_000]);
        assert_eq!(after.iter().sum::<u32>(), 400_000, "2,222.2 hours: 400,000 / 180");
        assert_eq!((account.plan.month_hours, account.plan.visit_share), (Some(160), Some(45)), "72 hours of visits");
    }
}

#[test]
fn the_worked_figures_open_from_the_palette_and_stand_on_screen() {
    for twice in [false, true] {
        let mut user = Driver::in_language("samples-worked", None, twice, Language::Chinese, &[]);
        user.ctrl(Key::K);
        user.write("计算示例");
        user.key(Key::Enter);
        user.settle();
        assert_eq!(user.window.state_mut().view_mut().view, View::Opportunities);
        let total = "合计：18 个，1,424 万欧元，加权 364.8 万欧元";
        assert!(user.window.query_all_by_label(total).next().is_some(), "{total}");
        assert!(user.window.query_by_label("示例").is_some(), "the status says that it is a sample");
        assert!(user.account().funnel_weeks.is_empty(), "a sample is not recorded week by week");
    }
}

#[test]
fn the_examples_fill_the_client_and_every_list_of_the_plan() {
    for account in examples() {
        let client = &account.client;
        let said = account_texts(&account)
            .into_iter()
            .filter(|text| text.record == account_atlas::insight::TextRecord::Client);
        assert_eq!(said.count(), 22, "every field of the client's sheet says something");
        assert!((15..=20).contains(&client.supporting.len()), "{} notes", client.supporting.len());
        assert!(client.payment_days.is_some() && client.satisfaction.is_some() && client.lifetime_value.is_some());
        assert!(!client.purchasing_people.is_empty() && client.sources.len() >= 3);
        for axis in ScoreAxis::ALL {
            let lines: Vec<&ScoreLine> = account.all::<ScoreLine>().filter(|line| line.axis == *axis).collect();
            let weights: u32 = lines.iter().filter_map(|line| line.weight).map(u32::from).sum();
            assert_eq!(weights, 100, "{axis:?}");
            assert!(lines.iter().all(|line| line.rating.is_some_and(|rating| (1..=10).contains(&rating))));
            assert!(lines.iter().all(|line| !line.evidence.is_empty()));
        }
        let plan = &account.plan;
        assert_eq!((plan.outline.len(), plan.principles.len()), (5, PlanPrinciple::ALL.len()));
        assert!((8..=12).contains(&plan.cycle_weeks.expect("weeks")) && !plan.cycle_done.is_empty());
        assert!(!plan.summary.is_empty() && !plan.trend_risks.is_empty() && !plan.inexperience.is_empty());
        let counts = [account.needs.len(), account.budget.len(), account.workload.len(), account.values.len()];
        assert!(counts.iter().all(|count| *count >= 5), "{counts:?}");
    }
}

#[test]
fn the_examples_grow_by_levers_that_nearly_close_the_gap() {
    for account in examples() {
        let profile = &account.profile;
        let levers: Vec<i64> =
            account.all::<GrowthLever>().filter_map(|lever| lever.amount).map(Money::units).collect();
        assert!((5..=6).contains(&levers.len()) && levers.iter().filter(|amount| **amount < 0).count() == 1);
        let [target, now] = [profile.target, profile.revenue].map(|amount| amount.expect("an amount").units());
        let left = target - now - levers.iter().sum::<i64>();
        assert!(left > 0 && left * 20 < target, "{left} of {target} are left");
        let lines: Vec<&ForecastLine> = account.all::<ForecastLine>().collect();
        let regions: BTreeSet<&str> = lines.iter().map(|line| line.region.as_str()).collect();
        assert_eq!((regions.len(), lines.len()), (2, 6));
        for line in lines {
            let years: Vec<u16> = line.years.iter().filter_map(|year| year.year).collect();
            assert_eq!(years, [2027, 2028, 2029, 2030, 2031], "{}", line.platform);
            assert!(line.years.iter().all(|year| year.amount.is_some()));
        }
    }
}

#[test]
fn the_examples_fight_for_their_opportunities_with_all_there_is() {
    let sets = QuestionSets::shipped().expect("what ships");
    let set = sets.set("").expect("the usual set");
    for account in examples() {
        let deal = account.ranked::<Opportunity>()[0];
        for side in [None, deal.competitors.first().copied()] {
            let open: Vec<&str> = set
                .questions()
                .filter(|question| deal.answer(&question.code, side).is_none_or(|answer| answer.mark.is_none()))
                .map(|question| question.code.as_str())
                .collect();
            assert_eq!(open, [""; 0], "answered for {side:?}");
        }
        let known: BTreeSet<&str> = set.questions().map(|question| question.code.as_str()).collect();
        for deal in account.all::<Opportunity>() {
            assert!(deal.assessment.iter().all(|answer| known.contains(answer.question.as_str())));
        }
        let buying = &deal.buying;
        let rows = [buying.criteria.len(), buying.process.len(), buying.needs.len(), buying.benefits.len()];
        assert!(rows.iter().all(|count| *count >= 4), "{rows:?}");
        assert!(buying.cycle.is_some() && buying.sale.is_some() && buying.checklist.len() >= 5);
        assert!(deal.background.emphasis.is_some() && deal.background.driver_date.is_some());
        assert!(account.all::<Action>().any(|action| action.criterion.is_some()));
        assert!(account.all::<Action>().all(|action| action.area.is_some()));
        let held: Vec<&Activity> = account.all::<Activity>().filter(|activity| activity.outcome.is_some()).collect();
        assert!(held.len() >= 2 && held.iter().all(|visit| !visit.promised.is_empty() && !visit.payoff.is_empty()));
        assert!(account.all::<Activity>().any(|visit| visit.outcome.is_none() && !visit.situation.is_empty()));
    }
}

#[test]
fn the_examples_say_all_that_strategy_and_value_card_ask_for() {
    let guide = StrategyGuide::shipped().expect("what ships");
    for account in examples() {
        assert_eq!(empty_elements(&account), []);
        assert_eq!(account.profile.choices.made.len(), StrategicChoice::ALL.len());
        for choice in StrategicChoice::ALL {
            assert!(!account.profile.choices.note(*choice).is_empty(), "{choice:?}");
        }
        for entry in account.all::<ValueEntry>() {
            assert_eq!(value_needs(entry, &guide), [], "{}", entry.text);
        }
        for rival in account.all::<Competitor>() {
            assert_eq!((said_of_rival(rival), rival.fit.is_some()), (7, true), "{}", rival.name);
        }
        for risk in account.all::<Risk>() {
            let (likelihood, impact) = (risk.likelihood.expect("said"), risk.impact.expect("said"));
            assert_eq!(level_of(likelihood, impact), risk.level, "{}", risk.text);
        }
        let team = account.ranked::<TeamMember>();
        assert!(team.iter().all(|member| member.time_share.is_some() && !member.duties.is_empty()));
        let checked = account.all::<Review>().filter(|review| !review.checks.is_empty()).count();
        assert!(checked >= 2 && account.all::<Review>().any(|review| review.snapshot.is_some()));
    }
}

#[test]
fn the_examples_have_a_funnel_that_moves() {
    for account in examples() {
        let pipeline = pipeline(&account, &rules(), today());
        let progress = pipeline.progress.expect("records are old enough");
        assert!(progress.moved.minor > 0 && progress.weighted.minor > 0 && progress.sold.minor > 0, "{progress:?}");
        assert!((6..=8).contains(&account.funnel_weeks.len()));
        assert_eq!(pipeline.warnings, [], "an example has nothing to apologise for");
        // Each record's weights are those of its opportunities.
        let rates = rules().stage_rates;
        for week in account.funnel_weeks.values() {
            for stage in &week.stages {
                let own = week.opportunities.iter().filter(|then| then.stage == stage.stage);
                let amounts = own.filter_map(|then| then.amount).map(|amount| amount.minor).sum::<i64>();
                let rate = i64::from(rates[stage.stage.expect("a stage") as usize]);
                assert_eq!(stage.weighted.expect("an amount").minor, amounts * rate / 100, "{:?}", week.taken);
            }
        }
        assert!(
            account.all::<Action>().all(|action| action.answers.is_none_or(|rule| FindingRule::ALL.contains(&rule)))
        );
    }
}
