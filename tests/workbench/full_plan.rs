//! The client's sheet and the plan of the account in which every field says something.

use std::sync::Arc;

use account_atlas::model::{
    Account, Action, Activity, BudgetLine, CheckMark, ClientSheet, Coded, ForecastLine, GrowthLever, Ids,
    InformationSource, Kept, MemberId, Opportunity, OpportunityId, PersonId, PlanPrinciple, PlanSheet, PlanningStep,
    PrincipleCheck, ResourceNeed, ReviewCheck, ReviewQuestion, ScoreLine, SupportingItem, TeamMember, WorkloadSegment,
    YearAmount, YearOutline,
};

use crate::file_format::put;
use crate::full_account::{day, money, nth, percent, rank, text};

fn small(number: usize) -> Option<u16> {
    Some([0, 1, 7, 365, u16::MAX][number % 5])
}

fn byte(number: usize) -> Option<u8> {
    Some([0, 1, 3, 12, u8::MAX][number % 5])
}

/// What a member of the team says beside name, role and style.
pub fn member(id: MemberId, number: usize) -> TeamMember {
    TeamMember {
        function: text(number),
        duties: text(number + 1),
        development: text(number + 2),
        time_share: percent(number),
        is_other_function: number.is_multiple_of(2),
        ..TeamMember::new(id)
    }
}

/// What an action says on its place in the plan.
pub fn action(account: &Account, ids: &mut Ids, deal: OpportunityId, number: usize) -> Action {
    let criteria = account.get::<Opportunity>(deal).map(|deal| deal.buying.criteria.as_slice());
    let criterion = criteria.and_then(|rows| rows.first()).map(|row| row.id);
    let is_milestone = number.is_multiple_of(2);
    Action { area: Some(nth(number)), is_milestone, criterion, ..Action::new(ids.fresh()) }
}

/// What is prepared for a meeting.
pub fn activity(ids: &mut Ids, number: usize) -> Activity {
    Activity {
        situation: text(number),
        problem: text(number + 1),
        implication: text(number + 2),
        payoff: text(number + 3),
        walked: vec![text(number), text(number + 1)],
        ..Activity::new(ids.fresh())
    }
}

/// Every question of a review, answered.
pub fn checks(number: usize) -> Vec<ReviewCheck> {
    let mark = |place: usize| CheckMark::ALL.get(place % CheckMark::ALL.len()).copied();
    let all = ReviewQuestion::ALL.iter().enumerate();
    all.map(|(place, question)| ReviewCheck {
        question: Some(*question),
        mark: mark(place + number),
        note: text(place),
        kept: Kept::default(),
    })
    .collect()
}

fn client(people: &[PersonId]) -> ClientSheet {
    let [mission, outside_forces, inside_forces, coherence] = [1, 2, 3, 4].map(text);
    let [industry_trend, quality, annual_volume, credit, price_demand] = [5, 6, 7, 8, 9].map(text);
    let [drawings, technical, used_for, samples] = [10, 11, 12, 13].map(text);
    let [person_needs, firm_needs, industry_needs] = [14, 15, 16].map(text);
    let [history, relation, available, chances] = [17, 18, 19, 20].map(text);
    ClientSheet {
        mission,
        outside_forces,
        inside_forces,
        coherence,
        industry_trend,
        quality,
        annual_volume,
        credit,
        price_demand,
        payment_days: small(3),
        drawings,
        technical,
        used_for,
        samples,
        person_needs,
        firm_needs,
        industry_needs,
        purchasing_process: text(21),
        purchasing_people: people.to_vec(),
        purchasing_detail: text(22),
        sources: InformationSource::ALL.iter().copied().collect(),
        history,
        relation,
        available,
        chances,
        satisfaction: percent(1),
        loyalty: percent(2),
        conversion: percent(4),
        lifetime_value: money(6),
        supporting: SupportingItem::ALL.iter().enumerate().map(|(place, item)| (*item, text(place))).collect(),
        kept: Kept::default(),
    }
}

fn plan() -> PlanSheet {
    let [summary, trend_risks, inexperience, mix, operating] = [1, 2, 3, 4, 5].map(text);
    let outline = |place: usize| YearOutline { year: small(place), text: text(place), kept: Kept::default() };
    let all = PlanPrinciple::ALL.iter().enumerate();
    let principles = all.map(|(place, principle)| PrincipleCheck {
        principle: Some(*principle),
        mark: Some(nth(place)),
        note: text(place),
        kept: Kept::default(),
    });
    PlanSheet {
        summary,
        trend_risks,
        inexperience,
        contribution: money(1),
        management_cost: money(5),
        share_wanted: percent(3),
        mix,
        operating,
        outline: (0..5).map(outline).collect(),
        progress_measures: text(6),
        team_note: text(7),
        forecast_from: small(4),
        forecast_note: text(8),
        principles: principles.collect(),
        cycle_start: day(3),
        cycle_weeks: byte(3),
        cycle_done: PlanningStep::ALL.iter().copied().collect(),
        large_amount: money(6),
        likely_from: percent(2),
        is_mixed_swapped: true,
        month_hours: small(3),
        visit_share: percent(2),
        kept: Kept::default(),
    }
}

/// Fills both sheets and adds one of each line of the plan.
pub fn fill(account: &mut Account, ids: &mut Ids, people: &[PersonId], team: &[MemberId], deals: &[OpportunityId]) {
    account.client = Arc::new(client(people));
    account.plan = Arc::new(plan());
    for number in 0..team.len() {
        let (member, deal) = (Some(team[number]), Some(deals[number]));
        let (rank, kept) = (rank(number), Kept::default);
        let [one, two] = [number, number + 1].map(text);
        put(
            account,
            ScoreLine {
                id: ids.fresh(),
                axis: nth(number),
                criterion: one.clone(),
                weight: percent(number),
                rating: byte(number),
                evidence: two.clone(),
                rank,
                kept: kept(),
            },
        );
        put(
            account,
            GrowthLever {
                id: ids.fresh(),
                kind: Some(nth(number)),
                text: one.clone(),
                amount: money(number),
                margin: money(number + 1),
                probability: percent(number),
                owner: member,
                opportunity: deal,
                rank,
                kept: kept(),
            },
        );
        let year =
            |place: usize| YearAmount { year: small(place), amount: money(place + number), kept: Kept::default() };
        put(
            account,
            ForecastLine {
                id: ids.fresh(),
                region: one.clone(),
                platform: two.clone(),
                years: (0..5).map(year).collect(),
                share: percent(number),
                share_wanted: percent(number + 1),
                rank,
                kept: kept(),
            },
        );
        put(
            account,
            ResourceNeed {
                id: ids.fresh(),
                kind: Some(nth(number)),
                text: one.clone(),
                function: two.clone(),
                member,
                due: day(number),
                is_agreed: number.is_multiple_of(2),
                rank,
                kept: kept(),
            },
        );
        let (planned, spent) = (money(number), money(number + 1));
        put(account, BudgetLine { id: ids.fresh(), text: one.clone(), planned, spent, rank, kept: kept() });
        put(
            account,
            WorkloadSegment {
                id: ids.fresh(),
                name: one,
                count: small(number),
                visits: small(number + 1),
                months: byte(number),
                minutes: small(number + 2),
                visits_planned: small(number + 3),
                months_planned: byte(number + 1),
                minutes_planned: small(number + 4),
                rank,
                kept: kept(),
            },
        );
    }
}
