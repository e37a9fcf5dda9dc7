//! Gap and workload by the vectors of the methods, exact as fractions.

use std::sync::Arc;

use account_atlas::insight::{
    Base, Ratio, Workload, WorkloadRow, gap, is_drop_gain, margin_gap, plan_currencies, workload,
};
use account_atlas::method::{GrowthGuide, Rules};
use account_atlas::model::{
    Account, Currency, ExchangeRate, GrowthLever, Ids, Kept, LeverKind, Money, PlanSheet, WorkloadSegment,
};
use account_atlas::words::{Language, signed_money, tenths};

use super::file_format::put;
use super::pipeline::{empty, eur, profile};
use super::words::words;

pub fn guide() -> GrowthGuide {
    GrowthGuide::shipped().expect("the prompts that ship can be read")
}

pub fn rules() -> Rules {
    Rules::shipped().expect("the rules that ship can be read")
}

pub fn plan(account: &mut Account, change: impl FnOnce(&mut PlanSheet)) {
    change(Arc::<PlanSheet>::make_mut(&mut account.plan));
}

pub fn money(code: &str, units: i64) -> Money {
    Money::of_units(units, Currency::parse(code).expect("a currency"))
}

pub fn rate(code: &str, units: i64, worth: i64) -> ExchangeRate {
    let worth = Some(Money::of_units(worth, Currency::EUR));
    ExchangeRate { amount: Some(money(code, units)), worth, kept: Kept::default() }
}

/// Visits, months, minutes.
type Visits = (u16, u8, u16);

/// Name, count, what is done now and what is planned. Source: methods R1.
const SEGMENTS: [(&str, u16, Visits, Visits); 3] = [
    ("A large multi-region", 80, (2, 1, 120), (4, 1, 180)),
    ("B mid independent", 520, (2, 1, 60), (2, 1, 60)),
    ("C small shops", 2_000, (2, 1, 30), (1, 3, 20)),
];

fn segment(ids: &mut Ids, place: usize) -> WorkloadSegment {
    let (name, count, now, planned) = SEGMENTS[place];
    WorkloadSegment {
        name: name.to_owned(),
        count: Some(count),
        visits: Some(now.0),
        months: Some(now.1),
        minutes: Some(now.2),
        visits_planned: Some(planned.0),
        months_planned: Some(planned.1),
        minutes_planned: Some(planned.2),
        rank: i32::try_from(place).expect("few"),
        ..WorkloadSegment::new(ids.fresh())
    }
}

/// The worked example of the workload. Source: methods R1.
pub fn workload_example() -> Account {
    let (mut account, mut ids) = empty();
    for place in 0..SEGMENTS.len() {
        put(&mut account, segment(&mut ids, place));
    }
    account
}

pub fn load(account: &Account) -> Workload {
    workload(account, &guide())
}

/// Source: methods 13, vector 4, and R1; exact as fractions, rounded to the digits the source prints.
#[test]
fn vector_4_workload() {
    let found = load(&workload_example());
    assert_eq!(found.now.hours, Ratio::new(3_360, 1));
    assert_eq!(found.planned.hours, Ratio::new(20_000, 9), "2222.22…, and not the 2,102 that the seed prints");
    assert_eq!(found.planned.hours.expect("known").rounded(2), 222_222);
    let hours = |side: fn(&WorkloadRow) -> Option<Ratio>| -> Vec<i64> {
        found.rows.iter().map(|row| side(row).expect("known").rounded(1)).collect()
    };
    assert_eq!(hours(|row| row.now), [3_200, 10_400, 20_000]);
    assert_eq!(hours(|row| row.planned), [9_600, 10_400, 2_222]);
    let permille = |part: Option<Ratio>| part.expect("known").rounded(3);
    assert_eq!((permille(found.rows[0].share_now), permille(found.rows[0].share_planned)), (95, 432));
    assert_eq!((permille(found.rows[2].share_now), permille(found.rows[2].share_planned)), (595, 100));
    assert_eq!(found.hours_of_one, Some(Ratio::whole(72_u16)), "160 hours, 45 % of them on visits");
    let people = |people: Option<Ratio>| people.expect("known").rounded(2);
    assert_eq!((people(found.now.people), people(found.planned.people)), (4_667, 3_086));
    assert_eq!((found.change.expect("like with like").rounded(1), permille(found.change_share)), (-11_378, -339));
    assert_eq!((found.now.lacking, found.planned.lacking), (0, 0));
}

#[test]
fn vector_4_is_said_alike_in_both_languages() {
    let found = load(&workload_example());
    let english = "3,360 → 2,222.2 hours a month, -33.9 %; 46.7 → 30.9 people at 72 hours";
    assert_eq!(words(Language::English).workload_said(&found), english);
    let chinese = "每月 3,360 → 2,222.2 小时，-33.9 %；46.7 → 30.9 人（每人 72 小时）";
    assert_eq!(words(Language::Chinese).workload_said(&found), chinese);
    let row = words(Language::English).workload_row(&found.rows[0]);
    assert_eq!(row, "320 → 960 hours a month, 9.5 % → 43.2 % of all");
}

#[test]
fn a_segment_that_lacks_a_figure_is_left_out_and_told() {
    let mut account = workload_example();
    let mut ids = Ids::new(9, 9);
    // No months at all are nonsense; months that nobody gave are one.
    put(&mut account, WorkloadSegment { months: Some(0), ..segment(&mut ids, 0) });
    put(&mut account, WorkloadSegment { minutes_planned: None, ..segment(&mut ids, 1) });
    let found = load(&account);
    assert_eq!((found.now.lacking, found.planned.lacking), (1, 1));
    assert_eq!(found.now.hours, Ratio::new(3_360 + 1_040, 1));
    assert_eq!(found.planned.hours.expect("known").rounded(1), 22_222 + 9_600);
    assert_eq!((found.change, found.change_share), (None, None), "unlike things are not compared");
    let said = words(Language::English).workload_said(&found);
    assert!(said.starts_with("4,400 → 3,182.2 hours a month; "), "{said}");
    let (mut one, _) = empty();
    put(&mut one, WorkloadSegment { months: None, ..segment(&mut ids, 0) });
    assert_eq!(load(&one).now.hours, Some(Ratio::whole(320_u16)));
}

#[test]
fn people_are_not_computed_from_nonsense() {
    let mut account = workload_example();
    for (hours, share) in [(Some(0), None), (None, Some(0)), (None, Some(255))] {
        plan(&mut account, |plan| (plan.month_hours, plan.visit_share) = (hours, share));
        let found = load(&account);
        assert_eq!((found.hours_of_one, found.now.people, found.planned.people), (None, None, None));
        assert_eq!(found.now.hours, Some(Ratio::whole(3_360_u16)), "the hours stay");
    }
    plan(&mut account, |plan| (plan.month_hours, plan.visit_share) = (Some(100), Some(70)));
    assert_eq!(load(&account).now.people, Some(Ratio::whole(48_u16)));
    let (nothing, _) = empty();
    assert_eq!((load(&nothing).now.hours, load(&nothing).now.people), (None, None));
}

#[test]
fn hours_of_every_number_of_months_are_summed_or_unknown_but_never_wrong() {
    let (mut account, mut ids) = empty();
    for months in 1..=u8::MAX {
        let most = Some(u16::MAX);
        put(
            &mut account,
            WorkloadSegment {
                count: most,
                visits: most,
                months: Some(months),
                minutes: most,
                visits_planned: Some(1),
                months_planned: Some(if months > 24 { 2 } else { months }),
                minutes_planned: Some(60),
                ..WorkloadSegment::new(ids.fresh())
            },
        );
        let found = load(&account);
        // The hours of one segment are never more than those of all.
        if let (Some(one), Some(all)) = (found.rows[0].now, found.now.hours) {
            assert!(all.minus(one).is_none_or(|rest| rest.parts().0 >= 0), "at {months}");
        }
        assert!(found.planned.hours.is_some(), "two years of months fit, at {months}");
    }
}

#[test]
fn fractions_are_exact_and_rounded_to_the_nearest() {
    let ratio = |over: i128, under: i128| Ratio::new(over, under).expect("a fraction");
    assert_eq!(Ratio::new(1, 0), None);
    assert_eq!(ratio(2, 4), ratio(1, 2));
    assert_eq!(ratio(1, 3).plus(ratio(1, 6)), Some(ratio(1, 2)));
    assert_eq!(ratio(1, 3).minus(ratio(1, 2)), Some(ratio(-1, 6)));
    assert_eq!(ratio(3, 4).by(Ratio::ZERO), None);
    assert_eq!((ratio(5, 2).rounded(0), ratio(-5, 2).rounded(0), ratio(2, 3).rounded(1)), (3, -3, 7));
    assert_eq!(ratio(i128::MAX, 1).plus(ratio(1, 1)), None);
    assert_eq!(
        [0, 5, -3, 22_222, 33_600, -12_345_678].map(tenths),
        ["0", "0.5", "-0.3", "2,222.2", "3,360", "-1,234,567.8"]
    );
}

/// A lever of so many units of 10 000 EUR.
pub fn lever(account: &mut Account, ids: &mut Ids, kind: LeverKind, units: i64) -> GrowthLever {
    let rank = i32::try_from(account.levers.len()).expect("few");
    let text = format!("{kind:?}");
    let lever = GrowthLever { kind: Some(kind), text, amount: Some(eur(units)), rank, ..GrowthLever::new(ids.fresh()) };
    put(account, lever.clone());
    lever
}

/// Revenue 800, target 1000, in units of 10 000 EUR.
pub fn grown() -> (Account, Ids) {
    let (mut account, ids) = empty();
    profile(&mut account, |profile| (profile.revenue, profile.target) = (Some(eur(800)), Some(eur(1_000))));
    (account, ids)
}

/// Source: methods A12: residual = target - current - closed; dropping is nothing or less in revenue.
#[test]
fn the_gap_is_what_the_levers_leave_open() {
    let (mut account, mut ids) = grown();
    lever(&mut account, &mut ids, LeverKind::Drop, -20);
    lever(&mut account, &mut ids, LeverKind::MoreOfSame, 70);
    lever(&mut account, &mut ids, LeverKind::CrossSell, 50);
    lever(&mut account, &mut ids, LeverKind::MoreOfSame, 50);
    let found = gap(&account);
    assert_eq!((found.levers.all, found.residual), (eur(150), Some(eur(50))));
    let bars: Vec<(LeverKind, Money, usize)> =
        found.levers.bars.iter().map(|bar| (bar.kind.expect("one"), bar.amount, bar.levers.len())).collect();
    let expected =
        [(LeverKind::MoreOfSame, eur(120), 2), (LeverKind::CrossSell, eur(50), 1), (LeverKind::Drop, eur(-20), 1)];
    assert_eq!(bars, expected, "in the order of the scale");
    let said = words(Language::English).gap_said(&found);
    assert_eq!(
        said,
        "From EUR 8 m today to the target of EUR 10 m: the levers bring EUR 1.5 m, EUR 500 k is still open"
    );
}

#[test]
fn levers_that_bring_more_than_is_needed_are_told_as_such() {
    let (mut account, mut ids) = grown();
    lever(&mut account, &mut ids, LeverKind::CrossSell, 250);
    let found = gap(&account);
    assert_eq!(found.residual, Some(eur(-50)));
    assert!(words(Language::English).gap_said(&found).ends_with("EUR 500 k more than needed"));
    assert!(words(Language::Chinese).gap_said(&found).ends_with("超出 50 万欧元"));
    lever(&mut account, &mut ids, LeverKind::Drop, -50);
    assert_eq!(gap(&account).residual, Some(eur(0)));
    assert!(words(Language::English).gap_said(&gap(&account)).ends_with("just what is needed"));
}

#[test]
fn nothing_is_computed_without_revenue_or_from_a_target_of_nothing() {
    let (mut account, mut ids) = grown();
    lever(&mut account, &mut ids, LeverKind::CrossSell, 250);
    profile(&mut account, |profile| profile.target = Some(eur(0)));
    assert_eq!((gap(&account).target, gap(&account).residual), (Base::Unsound, None));
    assert_eq!(words(Language::English).gap_said(&gap(&account)), "No gap, as this must be above 0: target");
    profile(&mut account, |profile| (profile.revenue, profile.target) = (None, None));
    let found = gap(&account);
    assert_eq!((found.current, found.target, found.residual), (Base::Unset, Base::Unset, None));
    let said = words(Language::English).gap_said(&found);
    assert!(said.contains("our revenue") && said.contains("target"), "{said}");
    // A client that buys nothing yet has a gap all the same.
    profile(&mut account, |profile| (profile.revenue, profile.target) = (Some(eur(0)), Some(eur(300))));
    assert_eq!(gap(&account).residual, Some(eur(50)));
    profile(&mut account, |profile| profile.revenue = Some(eur(-1)));
    assert_eq!(gap(&account).current, Base::Unsound);
    profile(&mut account, |profile| profile.revenue = Some(money("USD", 5)));
    assert_eq!(gap(&account).current, Base::NoRate(Currency::parse("USD").expect("it")));
}

#[test]
fn levers_in_other_money_are_converted_or_counted_apart() {
    let (mut account, mut ids) = grown();
    lever(&mut account, &mut ids, LeverKind::CrossSell, 10);
    put(&mut account, GrowthLever { amount: Some(money("USD", 200_000)), ..GrowthLever::new(ids.fresh()) });
    put(&mut account, GrowthLever { amount: None, ..GrowthLever::new(ids.fresh()) });
    let found = gap(&account).levers;
    assert_eq!((found.all, found.no_rate.len(), found.without.len()), (eur(10), 1, 1));
    assert!(plan_currencies(&account).contains(&Currency::parse("USD").expect("it")), "a rate can be given for it");
    profile(&mut account, |profile| profile.pipeline.exchange_rates = vec![rate("USD", 100, 90)]);
    let found = gap(&account).levers;
    assert_eq!((found.all, found.no_rate.len()), (eur(28), 0));
    assert_eq!(found.bars.last().map(|bar| (bar.kind, bar.amount)), Some((None, eur(18))), "without a kind comes last");
}

#[test]
fn the_contribution_of_levers_is_held_against_what_is_wanted() {
    let (mut account, mut ids) = grown();
    let dropped = lever(&mut account, &mut ids, LeverKind::Drop, -20);
    put(&mut account, GrowthLever { margin: Some(eur(15)), ..dropped });
    assert_eq!(margin_gap(&account).rest, None, "nothing is wanted yet");
    plan(&mut account, |plan| (plan.contribution, plan.management_cost) = (Some(eur(100)), Some(eur(12))));
    let found = margin_gap(&account);
    assert_eq!((found.levers.all, found.rest, found.left), (eur(15), Some(eur(85)), Some(eur(88))));
    plan(&mut account, |plan| plan.contribution = Some(eur(5)));
    let said = words(Language::English).margin_said(&margin_gap(&account));
    assert_eq!(said[0], "Of EUR 50 k contribution wanted the levers bring EUR 150 k, EUR 100 k more than that");
}

#[test]
fn dropping_business_that_is_said_to_raise_revenue_is_doubted() {
    let (mut account, mut ids) = grown();
    let [good, nothing, odd] = [-20, 0, 20].map(|units| lever(&mut account, &mut ids, LeverKind::Drop, units));
    let other = lever(&mut account, &mut ids, LeverKind::CrossSell, 20);
    assert_eq!([good, nothing, odd, other].map(|lever| is_drop_gain(&lever)), [false, false, true, false]);
}

#[test]
fn amounts_carry_their_sign() {
    let english = words(Language::English);
    let said = [eur(120), eur(0), eur(-20)].map(|amount| signed_money(&english, amount));
    assert_eq!(said, ["+EUR 1.2 m", "EUR 0", "EUR -200 k"]);
}
