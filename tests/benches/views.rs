//! What it costs to go to another view of a full account: 200 people, 50 opportunities, 500 actions; and to search it.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

use account_atlas::model::{
    Account, Action, Activity, Answer, AnswerMark, BenefitRow, Coded, Competitor, CompetitorId, Currency,
    DecisionCriterion, FunnelStage, Goal, GrowthLever, Ids, Money, Need, Opportunity, PersonId, ProcessStep, Record,
    Risk, SupportingItem,
};
use account_atlas::ui::{Lookup, PlanPage, View};
use divan::Bencher;

use crate::accounts::judged_organization;
use crate::frames::{Frames, file_of};

/// Every side of the window.
const VIEWS: [View; 8] =
    [View::Map, View::Table, View::Plan, View::Opportunities, View::Actions, View::Findings, View::ThenNow, View::Page];

fn put<T: Record>(account: &mut Account, record: T) {
    Arc::make_mut(T::table_mut(account)).insert(record.id(), Arc::new(record));
}

fn words(number: usize, what: &str) -> String {
    format!("{what} {number}: 质量追溯平台 the payback by site, agreed with finance before the April committee")
}

fn opportunity(number: usize, ids: &mut Ids, people: &[PersonId], rival: CompetitorId) -> Opportunity {
    let who = |place: usize| people[(number * 7 + place) % people.len()];
    let mut deal = Opportunity::new(ids.fresh(), words(number, "Opportunity"));
    deal.amount = Some(Money::of_units(100_000 + 1_000 * i64::try_from(number).expect("small"), Currency::CNY));
    deal.stage = FunnelStage::ALL.get(number % FunnelStage::ALL.len()).copied();
    deal.committee = (0..7).map(who).collect();
    deal.competitors = vec![rival];
    deal.next_step = words(number, "Next");
    deal.background.environment = words(number, "Environment");
    deal.buying.criteria = (0..6)
        .map(|row| DecisionCriterion { name: words(row, "Criterion"), ..DecisionCriterion::new(ids.fresh()) })
        .collect();
    deal.buying.process =
        (0..5).map(|row| ProcessStep { step: words(row, "Step"), ..ProcessStep::new(ids.fresh()) }).collect();
    deal.buying.needs = (0..4).map(|row| Need { statement: words(row, "Need"), ..Need::new(ids.fresh()) }).collect();
    deal.buying.benefits =
        (0..3).map(|row| BenefitRow { feature: words(row, "Feature"), ..BenefitRow::new(ids.fresh()) }).collect();
    let answered =
        |code: &str| Answer { mark: Some(AnswerMark::Plus), note: words(number, "Answer"), ..Answer::new(code, None) };
    deal.assessment = ["challenge", "need", "funds", "driver", "fit", "value", "support"].map(answered).to_vec();
    deal
}

/// The account: what a seasoned user has after years with a large client.
fn account() -> Account {
    let mut account = judged_organization(200, 500, 1);
    let mut ids = Ids::new(1_900_000_000_000, 5);
    let people: Vec<PersonId> = account.persons.keys().copied().collect();
    for person in Arc::make_mut(&mut account.persons).values_mut() {
        let person = Arc::make_mut(person);
        person.notes = format!("{}: {}", person.name, words(0, "Note"));
    }
    let rival = Competitor { name: words(0, "Rival"), ..Competitor::new(ids.fresh()) };
    let rival_id = rival.id;
    put(&mut account, rival);
    let mut deals = Vec::new();
    for number in 0..50 {
        let deal = opportunity(number, &mut ids, &people, rival_id);
        deals.push(deal.id);
        put(&mut account, deal);
        put(&mut account, Goal { text: words(number, "Goal"), ..Goal::new(ids.fresh()) });
        put(&mut account, Risk { text: words(number, "Risk"), ..Risk::new(ids.fresh()) });
        put(&mut account, Activity { expected: words(number, "Visit"), ..Activity::new(ids.fresh()) });
    }
    for number in 0..500 {
        let action = Action {
            what: words(number, "Action"),
            opportunity: Some(deals[number % deals.len()]),
            people: vec![people[number % people.len()]],
            rank: i32::try_from(number).expect("small"),
            ..Action::new(ids.fresh())
        };
        put(&mut account, action);
    }
    for number in 0..8 {
        put(&mut account, GrowthLever { text: words(number, "Lever"), ..GrowthLever::new(ids.fresh()) });
    }
    let notes = SupportingItem::ALL.iter().map(|item| (*item, words(0, item.code()))).collect();
    Arc::<account_atlas::model::ClientSheet>::make_mut(&mut account.client).supporting = notes;
    account
}

fn full() -> PathBuf {
    file_of("full-plan.ron", account)
}

/// One frame after going from the side of `from` to another.
fn switching(bencher: Bencher<'_, '_>, from: impl Fn(&mut Frames), to: impl Fn(&mut Frames)) {
    let frames = RefCell::new(Frames::over(full()));
    bencher
        .with_inputs(|| {
            let frames = &mut *frames.borrow_mut();
            from(frames);
            for _ in 0..2 {
                frames.frame(Vec::new());
            }
        })
        .bench_local_values(|()| {
            let frames = &mut *frames.borrow_mut();
            to(frames);
            frames.frame(Vec::new())
        });
}

#[divan::bench(args = VIEWS)]
fn switch_to_view(bencher: Bencher<'_, '_>, view: View) {
    let other = if view == View::Findings { View::ThenNow } else { View::Findings };
    switching(
        bencher,
        |frames| frames.workbench.view_mut().view = other,
        |frames| frames.workbench.view_mut().view = view,
    );
}

#[divan::bench(args = PlanPage::all())]
fn switch_to_page_of_the_plan(bencher: Bencher<'_, '_>, page: PlanPage) {
    switching(
        bencher,
        |frames| frames.workbench.view_mut().view = View::Findings,
        |frames| frames.workbench.view_mut().show_plan(page),
    );
}

/// The form of an opportunity with everything in it.
#[divan::bench]
fn switch_to_an_opportunity(bencher: Bencher<'_, '_>) {
    let show = |frames: &mut Frames, place: usize| {
        let deal = frames.workbench.account().opportunities.keys().nth(place).copied();
        let view = frames.workbench.view_mut();
        view.view = View::Opportunities;
        view.opportunity = deal;
    };
    switching(bencher, |frames| show(frames, 0), |frames| show(frames, 25));
}

/// A letter typed into the search: all texts are looked through, and the places shown.
#[divan::bench(args = ["finance", "zhiliang", "nowhere"])]
fn search_a_word_in_the_account(bencher: Bencher<'_, '_>, word: &str) {
    let search = |frames: &mut Frames, text: &str| {
        frames.workbench.view_mut().search = Some(Lookup { text: text.to_owned(), row: 0 });
    };
    let shorter = &word[..word.len() - 1];
    switching(bencher, |frames| search(frames, shorter), |frames| search(frames, word));
}
