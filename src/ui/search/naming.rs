//! Where a text stands, in words: the kind of record, its name, the field.

use crate::insight::TextRecord;
use crate::model::{
    Account, Action, Activity, Competitor, ForecastLine, Goal, GrowthLever, Link, Mute, Opportunity, Person, Record,
    ResourceNeed, Review, Risk, ScoreLine, Snapshot, SwotEntry, TeamMember, TeamRelation, ValueEntry,
};
use crate::ui::ViewContext;
use crate::ui::plan::list::named;
use crate::words::{Message, date};

/// Where a text stands: `risk · IT bundles maintenance · response`.
pub(super) fn place_name(ctx: &ViewContext<'_>, record: TextRecord, field: &'static str) -> String {
    let kind = kind_of(record);
    let mut parts = vec![ctx.words.label("record", kind).to_owned()];
    let (name, own) = name_of(ctx, record);
    // A record is not called by the text that was found in it, and its kind says enough of that.
    if field != own {
        parts.extend((!name.trim().is_empty()).then(|| named(ctx, &name, kind)));
        parts.extend(field_name(ctx, record, field));
    }
    parts.join(" · ")
}

/// What a field is called; `None` where the record's kind says it all.
fn field_name(ctx: &ViewContext<'_>, record: TextRecord, field: &'static str) -> Option<String> {
    match (record, field) {
        (TextRecord::Supporting(item), _) => Some(ctx.words.value(item).to_owned()),
        (TextRecord::Principle(principle), _) => principle.map(|principle| ctx.words.value(principle).to_owned()),
        // The same word means a buying role elsewhere.
        (TextRecord::Member(_), "role") => Some(ctx.words.text(&Message::PlanMemberRole)),
        _ => Some(ctx.words.label("field", field).to_owned()),
    }
}

/// The kind of a record, as word lists know it.
fn kind_of(record: TextRecord) -> &'static str {
    match record {
        TextRecord::Profile => "account",
        TextRecord::Client | TextRecord::Supporting(_) => "client_sheet",
        TextRecord::Plan | TextRecord::Outline(_) | TextRecord::Principle(_) => "plan_sheet",
        TextRecord::Person(_) => "person",
        TextRecord::Seat(_) => "seat",
        TextRecord::Link(_) => "link",
        TextRecord::Member(_) => "team_member",
        TextRecord::TeamRelation(_) => "team_relation",
        TextRecord::Opportunity(_) => "opportunity",
        TextRecord::Judgement(..) => "judgement",
        TextRecord::Criterion(..) => "criterion",
        TextRecord::Step(..) => "step",
        TextRecord::Need(..) => "need",
        TextRecord::Benefit(..) => "benefit",
        TextRecord::Answer(..) => "answer",
        TextRecord::Competitor(_) => "competitor",
        TextRecord::Goal(_) => "goal",
        TextRecord::Action(_) => "action",
        TextRecord::Activity(_) => "activity",
        TextRecord::Swot(_) => "swot_entry",
        TextRecord::Value(_) => "value_entry",
        TextRecord::Risk(_) => "risk",
        TextRecord::Review(_) => "review",
        TextRecord::Snapshot(_) => "snapshot",
        TextRecord::Mute(_) => "mute",
        TextRecord::Score(_) => "score_line",
        TextRecord::Lever(_) => "growth_lever",
        TextRecord::Forecast(_) => "forecast_line",
        TextRecord::ResourceNeed(_) => "resource_need",
        TextRecord::Budget(_) => "budget_line",
        TextRecord::Workload(_) => "workload_segment",
    }
}

/// What a record is called, and the field that says so.
fn name_of(ctx: &ViewContext<'_>, record: TextRecord) -> (String, &'static str) {
    let account = ctx.account;
    let day = |day: Option<chrono::NaiveDate>| day.map(date).unwrap_or_default();
    match record {
        TextRecord::Profile | TextRecord::Client | TextRecord::Supporting(_) | TextRecord::Plan => (String::new(), ""),
        TextRecord::Principle(_) => (String::new(), ""),
        TextRecord::Outline(year) => (year.map(|year| year.to_string()).unwrap_or_default(), ""),
        TextRecord::Person(id) => (account.person_name(id).to_owned(), "name"),
        TextRecord::Seat(id) => (ctx.words.seat_name(account, id), "title"),
        TextRecord::Link(id) => (of::<Link>(account, id, |link| ends(account, link)), ""),
        TextRecord::Member(id) => (of::<TeamMember>(account, id, |member| member.name.clone()), "name"),
        TextRecord::TeamRelation(id) => (of::<TeamRelation>(account, id, |relation| pair(account, relation)), ""),
        TextRecord::Opportunity(id) => (deal_name(account, id), "name"),
        TextRecord::Judgement(id, person) => {
            (format!("{}, {}", account.person_name(person), deal_name(account, id)), "")
        }
        TextRecord::Criterion(id, _)
        | TextRecord::Step(id, _)
        | TextRecord::Need(id, _)
        | TextRecord::Benefit(id, _)
        | TextRecord::Answer(id, _) => (deal_name(account, id), ""),
        TextRecord::Competitor(id) => (of::<Competitor>(account, id, |rival| rival.name.clone()), "name"),
        TextRecord::Goal(id) => (of::<Goal>(account, id, |goal| goal.text.clone()), "text"),
        TextRecord::Action(id) => (of::<Action>(account, id, |action| action.what.clone()), "what"),
        TextRecord::Activity(id) => {
            let about = |activity: &Activity| format!("{} {}", ctx.words.value(activity.what), day(activity.date));
            (of::<Activity>(account, id, about), "")
        }
        TextRecord::Swot(id) => (of::<SwotEntry>(account, id, |one| ctx.words.value(one.quadrant).to_owned()), ""),
        TextRecord::Value(id) => (of::<ValueEntry>(account, id, |entry| entry.text.clone()), "text"),
        TextRecord::Risk(id) => (of::<Risk>(account, id, |risk| risk.text.clone()), "text"),
        TextRecord::Review(id) => (of::<Review>(account, id, |review| day(review.date)), ""),
        TextRecord::Snapshot(id) => (of::<Snapshot>(account, id, |snapshot| day(snapshot.taken)), ""),
        TextRecord::Mute(id) => {
            let about = |mute: &Mute| mute.person.map_or("", |person| account.person_name(person)).to_owned();
            (of::<Mute>(account, id, about), "")
        }
        TextRecord::Score(id) => (of::<ScoreLine>(account, id, |line| line.criterion.clone()), "criterion"),
        TextRecord::Lever(id) => (of::<GrowthLever>(account, id, |lever| lever.text.clone()), "text"),
        TextRecord::Forecast(id) => (of::<ForecastLine>(account, id, |line| line.region.clone()), "region"),
        TextRecord::ResourceNeed(id) => (of::<ResourceNeed>(account, id, |need| need.text.clone()), "text"),
        TextRecord::Budget(_) | TextRecord::Workload(_) => (String::new(), ""),
    }
}

fn of<T: Record>(account: &Account, id: T::Id, name: impl Fn(&T) -> String) -> String {
    account.get::<T>(id).map_or_else(String::new, name)
}

fn deal_name(account: &Account, id: crate::model::OpportunityId) -> String {
    of::<Opportunity>(account, id, |deal| deal.name.clone())
}

fn ends(account: &Account, link: &Link) -> String {
    format!("{} – {}", account.person_name(link.from), account.person_name(link.to))
}

fn pair(account: &Account, relation: &TeamRelation) -> String {
    let ours =
        relation.member.map_or_else(String::new, |id| of::<TeamMember>(account, id, |member| member.name.clone()));
    let theirs = relation.person.map_or_else(String::new, |id| of::<Person>(account, id, |person| person.name.clone()));
    format!("{ours} – {theirs}")
}
