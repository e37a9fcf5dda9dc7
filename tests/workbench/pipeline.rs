//! The funnel and what follows from it, by the vectors of the methods.

use std::sync::Arc;

use account_atlas::edit::{Edit, ProfileChange, RecordEdit};
use account_atlas::file;
use account_atlas::insight::{
    Pipeline, PipelineWarning, Quota, converted, funnel, funnel_week, is_week_due, pipeline, stage_rates,
};
use account_atlas::method::Rules;
use account_atlas::model::{
    Account, Coded, Currency, ExchangeRate, FunnelStage, FunnelWeek, Ids, Kept, Money, Opportunity, OpportunityId,
    OpportunityStatus, Profile, StageRate, for_customer,
};
use account_atlas::words::{Language, rate_text, typed_rate};
use chrono::{Days, NaiveDate};

use super::accounts::{done, ids};
use super::file_format::put;
use super::words::words;

pub fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day") + Days::new(u64::from(day) - 1)
}

fn rules() -> Rules {
    Rules::shipped().expect("the rules that ship can be read")
}

/// Units of 10 000 EUR, as in the seed's table.
pub fn eur(units: i64) -> Money {
    Money::of_units(units * 10_000, Currency::EUR)
}

pub fn profile(account: &mut Account, change: impl FnOnce(&mut Profile)) {
    change(Arc::<Profile>::make_mut(&mut account.profile));
}

pub fn add(account: &mut Account, ids: &mut Ids, name: &str, stage: FunnelStage, amount: Money) -> OpportunityId {
    let id = ids.fresh();
    let opportunity = Opportunity { amount: Some(amount), stage: Some(stage), ..Opportunity::new(id, name) };
    put(account, opportunity);
    id
}

pub fn empty() -> (Account, Ids) {
    let mut ids = ids();
    let mut account = Account::new(ids.fresh(), "Test");
    profile(&mut account, |profile| profile.currency = Currency::EUR);
    (account, ids)
}

/// The worked example. Source: methods F5; the single amounts are ours, their counts and sums are the seed's.
pub fn worked_example() -> Account {
    let (mut account, mut ids) = empty();
    let stages: [&[i64]; 6] =
        [&[60, 60, 60, 60, 60], &[60, 60, 60, 60], &[60, 60, 56], &[232, 232], &[73, 73], &[49, 49]];
    for (stage, amounts) in FunnelStage::ALL.iter().zip(stages) {
        for (number, amount) in amounts.iter().enumerate() {
            add(&mut account, &mut ids, &format!("{stage:?} {number}"), *stage, eur(*amount));
        }
    }
    account
}

fn of(account: &Account) -> Pipeline {
    pipeline(account, &rules(), day(21))
}

fn record(account: &mut Account, ids: &mut Ids, on: NaiveDate) {
    let week = funnel_week(account, &rules(), on, ids.fresh());
    *account = done(account, Edit::FunnelWeek(RecordEdit::Add(Box::new(week))));
}

/// Source: methods 13, vector 1. Exact: money has no rounding here.
#[test]
fn vector_1_funnel() {
    let funnel = of(&worked_example()).funnel;
    assert_eq!((funnel.open, funnel.amount), (18, eur(1_424)));
    assert_eq!(funnel.weighted, Money::of_units(3_648_000, Currency::EUR));
    let weights: Vec<i64> = funnel.stages.iter().map(|sum| sum.weighted.units()).collect();
    assert_eq!(weights, [150_000, 240_000, 352_000, 1_392_000, 730_000, 784_000]);
    let counts: Vec<usize> = funnel.stages.iter().map(|sum| sum.count).collect();
    assert_eq!(counts, [5, 4, 3, 2, 2, 2]);
}

/// Source: methods 13, vector 2: (100 + 364.8) / 1000 = 0.4648, to the last bit but rounding.
#[test]
fn vector_2_forecast() {
    let mut account = worked_example();
    profile(&mut account, |profile| {
        profile.pipeline.off_funnel_sold = Some(eur(100));
        profile.target = Some(eur(1_000));
    });
    let Quota::Of(share) = of(&account).against else { panic!("a target is given") };
    assert!((share.value() - 0.4648).abs() < 1e-12, "{}", share.value());
    assert_eq!(share.permille(), 465);
    // The same where the hundred came from an opportunity that was won.
    let mut ids = Ids::new(1, 1);
    profile(&mut account, |profile| profile.pipeline.off_funnel_sold = None);
    let won = add(&mut account, &mut ids, "Won", FunnelStage::Use, eur(100));
    let mut opportunity = account.get::<Opportunity>(won).expect("it").clone();
    opportunity.status = OpportunityStatus::Won;
    put(&mut account, opportunity);
    assert_eq!(of(&account).against, Quota::Of(share));
}

/// Source: methods 13, vector 3: from 50 % to closed, 100 of a task of 500: 50 / 500 = 0.10.
#[test]
fn vector_3_progress() {
    let (mut account, mut ids) = empty();
    profile(&mut account, |profile| profile.pipeline.quarter_task = Some(eur(500)));
    let id = add(&mut account, &mut ids, "Line 2", FunnelStage::Commit, eur(100));
    record(&mut account, &mut ids, day(14));
    let mut won = account.get::<Opportunity>(id).expect("it").clone();
    won.status = OpportunityStatus::Won;
    put(&mut account, won);
    let progress = of(&account).progress.expect("the record is a week old");
    assert_eq!((progress.weighted, progress.sold, progress.moved), (eur(-50), eur(100), eur(50)));
    assert_eq!(progress.since, day(14));
    let Quota::Of(share) = progress.against else { panic!("a task is given") };
    assert!((share.value() - 0.10).abs() < 1e-12);
}

/// Source: methods 13, vector 10; F4: below the threshold, not at it.
#[test]
fn vector_10_off_funnel() {
    let (mut account, mut ids) = empty();
    profile(&mut account, |profile| profile.pipeline.off_funnel_threshold = Some(eur(10)));
    add(&mut account, &mut ids, "Small", FunnelStage::Commit, eur(8));
    let small = of(&account).funnel;
    assert_eq!((small.weighted, small.off_funnel, small.stages[4].count), (eur(0), 1, 0));
    add(&mut account, &mut ids, "At it", FunnelStage::Commit, eur(10));
    assert_eq!(of(&account).funnel.weighted, eur(5));
    // Expected small orders are in the forecast and in nothing else.
    profile(&mut account, |profile| profile.pipeline.off_funnel_expected = Some(eur(3)));
    let pipeline = of(&account);
    assert_eq!((pipeline.sold, pipeline.forecast), (eur(0), eur(8)));
}

#[test]
fn a_target_of_nothing_or_less_gives_no_ratio() {
    for (target, quota) in
        [(None, Quota::Unset), (Some(eur(0)), Quota::NotPositive), (Some(eur(-5)), Quota::NotPositive)]
    {
        let mut account = worked_example();
        profile(&mut account, |profile| profile.target = target);
        assert_eq!(of(&account).against, quota);
    }
    let mut account = worked_example();
    profile(&mut account, |profile| profile.target = Some(Money::of_units(5, Currency::CNY)));
    assert_eq!(of(&account).against, Quota::NoRate(Currency::CNY));
}

#[test]
fn five_currencies_are_grouped_and_never_summed_blindly() {
    let (mut account, mut ids) = empty();
    let codes = ["EUR", "USD", "JPY", "CNY", "GBP"].map(|code| Currency::parse(code).expect("a currency"));
    for currency in codes {
        add(&mut account, &mut ids, currency.code(), FunnelStage::Commit, Money::of_units(1_000, currency));
    }
    let pipeline = of(&account);
    assert_eq!(pipeline.funnel.amount, Money::of_units(1_000, Currency::EUR));
    assert_eq!((pipeline.funnel.currencies.len(), pipeline.funnel.other_currencies), (5, 4));
    assert_eq!(pipeline.funnel.stages[4].count, 5, "all are open in the stage");
    let lacking: Vec<&str> = pipeline
        .warnings
        .iter()
        .filter_map(|warning| match warning {
            PipelineWarning::NoRate { currency, .. } => Some(currency.code()),
            PipelineWarning::StageHeavy { .. }
            | PipelineWarning::OpportunityHeavy { .. }
            | PipelineWarning::Stuck { .. }
            | PipelineWarning::PastClose { .. }
            | PipelineWarning::Negative { .. } => None,
        })
        .collect();
    assert_eq!(lacking, ["CNY", "GBP", "JPY", "USD"]);
    // 1 USD = 0.9 EUR, 1 JPY = 0.0061 EUR: 1000 + 900 + 6.10.
    let rate = |text, code: &Currency| typed_rate(text, *code, Currency::EUR).expect("a rate").expect("one");
    profile(&mut account, |profile| {
        profile.pipeline.exchange_rates = vec![rate("0.9", &codes[1]), rate("0.0061", &codes[2])];
    });
    let funnel = funnel(&account, &rules());
    assert_eq!(funnel.amount, Money { minor: 190_610, currency: Currency::EUR });
    assert_eq!(funnel.other_currencies, 2);
}

#[test]
fn a_rate_into_another_currency_than_the_accounts_does_not_hold() {
    let (mut account, _) = empty();
    let usd = Currency::parse("USD").expect("a currency");
    let rate = |amount, worth| ExchangeRate { amount: Some(amount), worth: Some(worth), kept: Kept::default() };
    let odd = [
        rate(Money::of_units(1, usd), Money::of_units(7, Currency::CNY)),
        rate(Money::of_units(0, usd), Money::of_units(7, Currency::EUR)),
        rate(Money::of_units(1, usd), Money::of_units(-7, Currency::EUR)),
        ExchangeRate::default(),
    ];
    profile(&mut account, |profile| profile.pipeline.exchange_rates = odd.to_vec());
    assert_eq!(converted(&account, Money::of_units(1, usd)), None);
}

#[test]
fn rates_are_typed_as_numbers_and_shown_as_typed() {
    let (usd, eur) = (Currency::parse("USD").expect("a currency"), Currency::EUR);
    for text in ["7.124", "0.000001", "1", "150"] {
        let rate = typed_rate(text, usd, eur).expect("a rate").expect("one");
        assert_eq!(rate_text(&rate), text);
    }
    assert_eq!(typed_rate(" ", usd, eur), Some(None));
    for wrong in ["0", "0.0", "-1", "a", "1.2.3", "1.23456789", "99999999999", "∞"] {
        assert_eq!(typed_rate(wrong, usd, eur), None, "{wrong}");
    }
}

#[test]
fn own_rates_hold_and_absurd_ones_do_not() {
    let mut account = worked_example();
    let rate = |stage, percent| StageRate { stage: Some(stage), percent: Some(percent), kept: Kept::default() };
    let own = vec![rate(FunnelStage::Compare, 60), rate(FunnelStage::Use, 200)];
    account = done(&account, Edit::Profile(ProfileChange::StageRates(own)));
    assert_eq!(stage_rates(&account, &rules()), [5, 10, 20, 60, 50, 80]);
    // 464 at 60 % instead of 30 %.
    assert_eq!(of(&account).funnel.stages[3].weighted, Money::of_units(2_784_000, Currency::EUR));
}

#[test]
fn nothing_is_computed_from_an_amount_below_nothing() {
    let (mut account, mut ids) = empty();
    let id = add(&mut account, &mut ids, "Odd", FunnelStage::Commit, eur(-100));
    add(&mut account, &mut ids, "Most", FunnelStage::Commit, Money { minor: i64::MAX, currency: Currency::EUR });
    add(&mut account, &mut ids, "Most too", FunnelStage::Use, Money { minor: i64::MAX, currency: Currency::EUR });
    let pipeline = of(&account);
    assert_eq!(pipeline.funnel.amount.minor, i64::MAX, "no overflow");
    assert!(pipeline.warnings.contains(&PipelineWarning::Negative { opportunity: id }));
}

/// Source: methods F5: the two in the compare stage carry 38 % of the weighted value.
#[test]
fn the_worked_example_is_concentrated_in_two_opportunities() {
    let account = worked_example();
    let warnings = of(&account).warnings;
    let [PipelineWarning::StageHeavy { stage, percent, opportunities }] = warnings.as_slice() else {
        panic!("one warning: {warnings:?}")
    };
    assert_eq!((*stage, *percent, opportunities.len()), (FunnelStage::Compare, 38, 2));
}

#[test]
fn one_opportunity_that_carries_much_is_named_alone() {
    let (mut account, mut ids) = empty();
    for name in ["A", "B", "C"] {
        add(&mut account, &mut ids, name, FunnelStage::Commit, eur(10));
    }
    assert_eq!(of(&account).warnings, [], "three are too few for a warning");
    let large = add(&mut account, &mut ids, "Large", FunnelStage::Compare, eur(100));
    // 30 of 45.
    assert_eq!(of(&account).warnings, [PipelineWarning::OpportunityHeavy { opportunity: large, percent: 66 }]);
}

#[test]
fn an_opportunity_that_stands_still_is_stuck_from_its_day_on() {
    let (mut account, mut ids) = empty();
    let id = add(&mut account, &mut ids, "Line 2", FunnelStage::Commit, eur(100));
    record(&mut account, &mut ids, day(1));
    let limit = u64::from(rules().pipeline.stuck_days[4]);
    let on = |account: &Account, days| pipeline(account, &rules(), day(1) + Days::new(days)).warnings;
    assert_eq!(on(&account, limit - 1), []);
    let stuck = PipelineWarning::Stuck { opportunity: id, stage: FunnelStage::Commit, days: limit as i64 };
    assert_eq!(on(&account, limit), [stuck]);
    // It had gone back in between: only what came after that counts.
    let mut back = account.get::<Opportunity>(id).expect("it").clone();
    back.stage = Some(FunnelStage::Compare);
    put(&mut account, back.clone());
    record(&mut account, &mut ids, day(10));
    back.stage = Some(FunnelStage::Commit);
    put(&mut account, back);
    record(&mut account, &mut ids, day(20));
    assert_eq!(on(&account, limit), []);
}

#[test]
fn an_open_opportunity_past_its_date_is_told() {
    let (mut account, mut ids) = empty();
    let id = add(&mut account, &mut ids, "Line 2", FunnelStage::Commit, eur(100));
    let mut late = account.get::<Opportunity>(id).expect("it").clone();
    late.close = Some(day(19));
    put(&mut account, late);
    assert_eq!(of(&account).warnings, [PipelineWarning::PastClose { opportunity: id, days: 2 }]);
}

#[test]
fn the_first_week_has_no_progress_and_says_from_when_on() {
    let (mut account, mut ids) = empty();
    assert_eq!((of(&account).progress, of(&account).progress_from), (None, None));
    assert!(!is_week_due(&account, &rules(), day(1)), "there is nothing to be recorded");
    add(&mut account, &mut ids, "Line 2", FunnelStage::Commit, eur(100));
    assert!(is_week_due(&account, &rules(), day(15)));
    record(&mut account, &mut ids, day(15));
    assert_eq!((of(&account).progress, of(&account).progress_from), (None, Some(day(22))));
    assert!(!is_week_due(&account, &rules(), day(21)));
    assert!(is_week_due(&account, &rules(), day(22)));
    profile(&mut account, |profile| profile.pipeline.progress_days = Some(3));
    assert!(is_week_due(&account, &rules(), day(18)));
    assert!(of(&account).progress.is_some());
}

#[test]
fn what_was_won_before_the_period_is_no_sale_of_it() {
    let (mut account, mut ids) = empty();
    for (name, close) in [("Early", Some(day(1))), ("Now", Some(day(10))), ("Undated", None)] {
        let id = ids.fresh();
        let (amount, status) = (Some(eur(10)), OpportunityStatus::Won);
        put(&mut account, Opportunity { amount, status, close, ..Opportunity::new(id, name) });
    }
    assert_eq!(of(&account).sold, eur(30));
    profile(&mut account, |profile| profile.pipeline.sales_since = Some(day(5)));
    assert_eq!(of(&account).sold, eur(20));
}

#[test]
fn a_record_holds_what_the_funnel_says_and_survives_the_file() {
    let mut account = worked_example();
    let mut ids = Ids::new(5, 5);
    // One without a stage and with a rate of its own is in the sum as well.
    let loose = Opportunity { amount: Some(eur(10)), rate: Some(50), ..Opportunity::new(ids.fresh(), "Loose") };
    put(&mut account, loose);
    record(&mut account, &mut ids, day(1));
    let week = account.all::<FunnelWeek>().next().expect("a record").clone();
    let sum: i64 = week.stages.iter().filter_map(|stage| stage.weighted).map(|weighted| weighted.minor).sum();
    assert_eq!((week.stages.len(), sum), (7, of(&account).funnel.weighted.minor));
    let read = file::read(&file::write(&account)).expect("sound");
    assert_eq!((read.account, read.repairs.len()), (account.clone(), 0));
    let shown = for_customer(&account);
    assert!(shown.funnel_weeks.is_empty() && shown.profile.pipeline == Default::default());
}

#[test]
fn a_record_is_named_by_its_day_in_the_undo_menu() {
    let (account, mut ids) = empty();
    let week = funnel_week(&account, &rules(), day(21), ids.fresh());
    let step = Edit::FunnelWeek(RecordEdit::Add(Box::new(week)));
    assert_eq!(words(Language::English).step(&step, &account), "add the funnel record 2026-11-21");
    assert_eq!(words(Language::Chinese).step(&step, &account), "新增漏斗记录2026-11-21");
}

#[test]
fn odd_accounts_have_a_pipeline() {
    let (account, _) = empty();
    let nothing = of(&account);
    assert_eq!((nothing.funnel.open, nothing.forecast, nothing.warnings.len()), (0, eur(0), 0));
    let (mut account, mut ids) = empty();
    put(&mut account, Opportunity::new(ids.fresh(), ""));
    let bare = of(&account);
    assert_eq!((bare.funnel.open, bare.funnel.stageless, bare.warnings.len()), (1, 1, 0));
    // A record without a word in it gives no progress.
    put(&mut account, FunnelWeek { taken: Some(day(1)), ..FunnelWeek::new(ids.fresh()) });
    assert_eq!(of(&account).progress, None);
}
