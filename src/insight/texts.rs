//! Every text of an account, each with the record and the field it stands in: what a search goes through.

use std::sync::Arc;

use crate::model::{
    Account, Action, ActionId, Activity, ActivityId, BenefitId, BudgetLine, BudgetLineId, Competitor, CompetitorId,
    CriterionId, Evidence, ForecastLine, ForecastLineId, Goal, GoalId, GrowthLever, GrowthLeverId, Link, LinkId,
    MemberId, Mute, MuteId, NeedId, Opportunity, OpportunityId, Person, PersonId, PlanPrinciple, ProcessStepId, Ranked,
    ResourceNeed, ResourceNeedId, Review, ReviewId, Risk, RiskId, ScoreLine, ScoreLineId, Seat, SeatId, Snapshot,
    SnapshotId, SupportingItem, SwotEntry, SwotId, TeamMember, TeamRelation, TeamRelationId, ValueEntry, ValueId,
    WorkloadSegment, WorkloadSegmentId,
};

/// The record that a text stands in; rows inside an opportunity come with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextRecord {
    /// The head of the account.
    Profile,
    /// The client's sheet.
    Client,
    /// What the user wrote on an item that supports the plan.
    Supporting(SupportingItem),
    /// What the plan says beside its lists.
    Plan,
    /// A year of the plan's outline.
    Outline(Option<u16>),
    /// A principle of planning.
    Principle(Option<PlanPrinciple>),
    /// A person.
    Person(PersonId),
    /// A seat.
    Seat(SeatId),
    /// A link.
    Link(LinkId),
    /// Somebody of our team.
    Member(MemberId),
    /// Who of us knows whom.
    TeamRelation(TeamRelationId),
    /// An opportunity.
    Opportunity(OpportunityId),
    /// How an opportunity judges a person.
    Judgement(OpportunityId, PersonId),
    /// A criterion of an opportunity.
    Criterion(OpportunityId, CriterionId),
    /// A step of the client's decision.
    Step(OpportunityId, ProcessStepId),
    /// A need of the client.
    Need(OpportunityId, NeedId),
    /// A benefit of ours.
    Benefit(OpportunityId, BenefitId),
    /// An answer to a question on an opportunity, by its place among them.
    Answer(OpportunityId, usize),
    /// A rival.
    Competitor(CompetitorId),
    /// A goal.
    Goal(GoalId),
    /// An action.
    Action(ActionId),
    /// An activity.
    Activity(ActivityId),
    /// A line of the SWOT.
    Swot(SwotId),
    /// A line of the value card.
    Value(ValueId),
    /// A risk.
    Risk(RiskId),
    /// A review.
    Review(ReviewId),
    /// A snapshot.
    Snapshot(SnapshotId),
    /// A finding put away.
    Mute(MuteId),
    /// A line of a score.
    Score(ScoreLineId),
    /// A growth lever.
    Lever(GrowthLeverId),
    /// A line of the forecast.
    Forecast(ForecastLineId),
    /// Something the team needs.
    ResourceNeed(ResourceNeedId),
    /// A line of the budget.
    Budget(BudgetLineId),
    /// A segment of the workload.
    Workload(WorkloadSegmentId),
}

/// A text of the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountText<'a> {
    /// The record it stands in.
    pub record: TextRecord,
    /// The field, by its name in the model.
    pub field: &'static str,
    /// What stands there: never empty.
    pub text: &'a str,
}

/// Every text of an account that says something, in the order in which the views show them. Cost: one walk over it.
pub fn account_texts(account: &Account) -> Vec<AccountText<'_>> {
    let mut texts = Texts(Vec::new());
    people(account, &mut texts);
    head(account, &mut texts);
    client(account, &mut texts);
    plan(account, &mut texts);
    for deal in account.ranked::<Opportunity>() {
        opportunity(deal, &mut texts);
        rows(deal, &mut texts);
    }
    lists(account, &mut texts);
    work(account, &mut texts);
    figures(account, &mut texts);
    ours(account, &mut texts);
    texts.0
}

/// Whether two accounts surely say the same: they share everything that holds texts. Cost: a few pointers.
pub fn shares_texts(one: &Account, other: &Account) -> bool {
    macro_rules! shared {
        ($($table:ident),+ $(,)?) => { $(Arc::ptr_eq(&one.$table, &other.$table))&&+ };
    }
    shared!(profile, client, plan, seats, persons, links, team, team_relations, opportunities, competitors, goals)
        && shared!(actions, activities, swot, risks, reviews, snapshots, values, mutes)
        && shared!(scores, levers, forecast, needs, budget, workload)
}

/// The texts found so far.
struct Texts<'a>(Vec<AccountText<'a>>);

impl<'a> Texts<'a> {
    fn push(&mut self, record: TextRecord, field: &'static str, text: &'a str) {
        if !text.trim().is_empty() {
            self.0.push(AccountText { record, field, text });
        }
    }

    fn sources(&mut self, record: TextRecord, evidence: impl IntoIterator<Item = &'a Evidence>) {
        for evidence in evidence {
            self.push(record, "evidence", &evidence.source);
        }
    }
}

/// Takes the named fields of a record, each under its own name.
macro_rules! take {
    ($texts:ident, $record:expr, $of:expr, [$($field:ident),+ $(,)?]) => {{
        $($texts.push($record, stringify!($field), &$of.$field);)+
    }};
}

fn people<'a>(account: &'a Account, texts: &mut Texts<'a>) {
    for person in account.all::<Person>() {
        let record = TextRecord::Person(person.id);
        take!(texts, record, person, [name, second_name, notes]);
        take!(texts, record, person.judgement, [goal, win]);
        take!(texts, record, person, [phone, email, contact, foreign_id]);
        for fact in &person.facts {
            texts.push(record, "facts", &fact.name);
            texts.push(record, "facts", &fact.value);
        }
        texts.sources(record, person.judgement.evidence.values());
    }
    for seat in account.ranked::<Seat>() {
        take!(texts, TextRecord::Seat(seat.id), seat, [title, unit]);
    }
    for link in account.all::<Link>() {
        take!(texts, TextRecord::Link(link.id), link, [note]);
        texts.sources(TextRecord::Link(link.id), &link.evidence);
    }
}

fn head<'a>(account: &'a Account, texts: &mut Texts<'a>) {
    let (record, profile) = (TextRecord::Profile, &account.profile);
    take!(texts, record, profile, [name, industry, period, strategy, notes]);
    take!(texts, record, profile.choices, [trends_note, value_note, priority_note, weakness_note]);
    take!(
        texts,
        record,
        profile.elements,
        [objectives, focus, positioning, for_whom, price, advantage, approach, resources]
    );
}

fn client<'a>(account: &'a Account, texts: &mut Texts<'a>) {
    let (record, sheet) = (TextRecord::Client, &account.client);
    take!(texts, record, sheet, [mission, outside_forces, inside_forces, coherence, industry_trend, quality]);
    take!(texts, record, sheet, [annual_volume, credit, price_demand, drawings, technical, used_for, samples]);
    take!(texts, record, sheet, [person_needs, firm_needs, industry_needs, purchasing_process, purchasing_detail]);
    take!(texts, record, sheet, [history, relation, available, chances]);
    for (item, note) in &sheet.supporting {
        texts.push(TextRecord::Supporting(*item), "supporting", note);
    }
}

fn plan<'a>(account: &'a Account, texts: &mut Texts<'a>) {
    let (record, sheet) = (TextRecord::Plan, &account.plan);
    take!(texts, record, sheet, [summary, trend_risks, inexperience, mix, operating]);
    take!(texts, record, sheet, [progress_measures, team_note, forecast_note]);
    for year in &sheet.outline {
        texts.push(TextRecord::Outline(year.year), "outline", &year.text);
    }
    for check in &sheet.principles {
        texts.push(TextRecord::Principle(check.principle), "principles", &check.note);
    }
}

fn opportunity<'a>(deal: &'a Opportunity, texts: &mut Texts<'a>) {
    let record = TextRecord::Opportunity(deal.id);
    take!(texts, record, deal, [name, next_step, rationale, criteria_effect, closing_reason]);
    take!(texts, record, deal.background, [environment, core_business, finances, need, project]);
    take!(texts, record, deal.background, [decision_process, objective, benefit, exposure, driver]);
    take!(texts, record, deal.background, [market_pressure, operating_pressure, rival_pressure]);
    take!(texts, record, deal.background, [unique_value, solution, delivery]);
    for (place, answer) in deal.assessment.iter().enumerate() {
        let record = TextRecord::Answer(deal.id, place);
        take!(texts, record, answer, [note]);
        texts.sources(record, &answer.evidence);
    }
    for (person, judgement) in &deal.judgements {
        let record = TextRecord::Judgement(deal.id, *person);
        take!(texts, record, judgement, [goal, win]);
        texts.sources(record, judgement.evidence.values());
    }
}

fn rows<'a>(deal: &'a Opportunity, texts: &mut Texts<'a>) {
    for row in &deal.buying.criteria {
        take!(texts, TextRecord::Criterion(deal.id, row.id), row, [name, note]);
    }
    for row in &deal.buying.process {
        take!(texts, TextRecord::Step(deal.id, row.id), row, [step, department, method]);
    }
    for row in &deal.buying.needs {
        take!(texts, TextRecord::Need(deal.id, row.id), row, [statement, implication, payoff]);
    }
    for row in &deal.buying.benefits {
        take!(texts, TextRecord::Benefit(deal.id, row.id), row, [feature, advantage, benefit]);
    }
}

fn lists<'a>(account: &'a Account, texts: &mut Texts<'a>) {
    each::<Goal>(account, |goal| take!(texts, TextRecord::Goal(goal.id), goal, [text, measure]));
    each::<ValueEntry>(account, |entry| take!(texts, TextRecord::Value(entry.id), entry, [text, figure]));
    each::<SwotEntry>(account, |entry| take!(texts, TextRecord::Swot(entry.id), entry, [text]));
    each::<Risk>(account, |risk| take!(texts, TextRecord::Risk(risk.id), risk, [text, response]));
    each::<Competitor>(account, |rival| {
        let record = TextRecord::Competitor(rival.id);
        take!(texts, record, rival, [name, product_line, goals, stance, strengths, weaknesses]);
        take!(texts, record, rival, [service, methods, organization, trends, fit_note]);
    });
}

fn work<'a>(account: &'a Account, texts: &mut Texts<'a>) {
    each::<Action>(account, |action| take!(texts, TextRecord::Action(action.id), action, [what]));
    for activity in account.all::<Activity>() {
        let record = TextRecord::Activity(activity.id);
        take!(texts, record, activity, [expected, place, situation, problem, implication, payoff]);
        take!(texts, record, activity, [promised, note]);
    }
    for review in account.all::<Review>() {
        let record = TextRecord::Review(review.id);
        take!(texts, record, review, [reviewer, note]);
        for check in &review.checks {
            texts.push(record, "checks", &check.note);
        }
    }
    for snapshot in account.all::<Snapshot>() {
        take!(texts, TextRecord::Snapshot(snapshot.id), snapshot, [label]);
    }
    for mute in account.all::<Mute>() {
        take!(texts, TextRecord::Mute(mute.id), mute, [reason]);
    }
}

fn figures<'a>(account: &'a Account, texts: &mut Texts<'a>) {
    each::<ScoreLine>(account, |line| take!(texts, TextRecord::Score(line.id), line, [criterion, evidence]));
    each::<GrowthLever>(account, |lever| take!(texts, TextRecord::Lever(lever.id), lever, [text]));
    each::<ForecastLine>(account, |line| take!(texts, TextRecord::Forecast(line.id), line, [region, platform]));
}

fn ours<'a>(account: &'a Account, texts: &mut Texts<'a>) {
    each::<TeamMember>(account, |member| {
        take!(texts, TextRecord::Member(member.id), member, [name, role, function, duties, development]);
    });
    for relation in account.all::<TeamRelation>() {
        take!(texts, TextRecord::TeamRelation(relation.id), relation, [note]);
    }
    each::<ResourceNeed>(account, |need| take!(texts, TextRecord::ResourceNeed(need.id), need, [text, function]));
    each::<BudgetLine>(account, |line| take!(texts, TextRecord::Budget(line.id), line, [text]));
    each::<WorkloadSegment>(account, |segment| take!(texts, TextRecord::Workload(segment.id), segment, [name]));
}

/// Goes through a list in the order the user gave it.
fn each<'a, T: Ranked>(account: &'a Account, take: impl FnMut(&'a T)) {
    account.ranked::<T>().into_iter().for_each(take);
}
