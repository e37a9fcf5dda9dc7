//! An account as JSON, for other programs.

mod client;
mod opportunity;
mod people;
mod plan;
mod planning;

use serde_json::{Map, Value, json};

use crate::model::{
    Account, Action, Activity, BudgetLine, Coded, Competitor, ForecastLine, FunnelWeek, Goal, GrowthLever, Link, Money,
    Mute, Opportunity, Person, Ranked, Record, ResourceNeed, Review, Risk, ScoreLine, Seat, Snapshot, SwotEntry,
    TeamMember, TeamRelation, ValueEntry, WorkloadSegment,
};

/// An account as JSON: one list a kind of record, ids as text, values by their codes, days as text, money in minor
/// units with its currency.
///
/// Left out, and only in the file: photos, evidence of judgements and links, places of cards on the map, earlier
/// holders of seats, an opportunity's own judgements on people, what stood in a snapshot, the numbers an account has
/// for its findings, what was set aside, and whatever this version does not understand.
pub fn account_json(account: &Account) -> Vec<u8> {
    let mut all = plan::head(account);
    let mut put = |name: &str, value: Value| all.insert(name.to_owned(), value);
    put("client", client::sheet(&account.client));
    put("scores", ranked::<ScoreLine>(account, client::score));
    put("seats", listed::<Seat>(account, people::seat));
    put("people", listed::<Person>(account, people::person));
    put("links", listed::<Link>(account, people::link));
    put("team", ranked::<TeamMember>(account, people::member));
    put("team_relations", listed::<TeamRelation>(account, people::team_relation));
    put("opportunities", ranked::<Opportunity>(account, opportunity::opportunity));
    put("competitors", ranked::<Competitor>(account, plan::competitor));
    put("goals", ranked::<Goal>(account, plan::goal));
    put("actions", ranked::<Action>(account, plan::action));
    put("activities", listed::<Activity>(account, plan::activity));
    put("swot", ranked::<SwotEntry>(account, plan::swot));
    put("risks", ranked::<Risk>(account, plan::risk));
    put("strategy", plan::strategy(account));
    put("value_card", ranked::<ValueEntry>(account, plan::value));
    put("reviews", listed::<Review>(account, plan::review));
    put("snapshots", listed::<Snapshot>(account, plan::snapshot));
    put("findings_put_away", listed::<Mute>(account, plan::mute));
    put("plan", planning::sheet(&account.plan));
    put("levers", ranked::<GrowthLever>(account, planning::lever));
    put("forecast", ranked::<ForecastLine>(account, planning::forecast));
    put("needs", ranked::<ResourceNeed>(account, planning::need));
    put("budget", ranked::<BudgetLine>(account, planning::budget));
    put("workload", ranked::<WorkloadSegment>(account, planning::workload));
    put("pipeline", planning::pipeline(&account.profile.pipeline));
    put("funnel_weeks", listed::<FunnelWeek>(account, planning::week));
    let mut bytes = format!("{:#}", Value::Object(all)).into_bytes();
    bytes.push(b'\n');
    bytes
}

/// Fields of a record under their own names, as they are.
macro_rules! fields {
    ($of:expr, [$($field:ident),+ $(,)?]) => {{
        let mut object = serde_json::Map::new();
        $(object.insert(stringify!($field).to_owned(), serde_json::json!($of.$field));)+
        object
    }};
}
use fields;

/// An object with the entries of others behind it.
fn joined(first: Map<String, Value>, rest: Value) -> Value {
    let mut all = first;
    if let Value::Object(rest) = rest {
        all.extend(rest);
    }
    Value::Object(all)
}

fn listed<T: Record>(account: &Account, value: impl Fn(&T) -> Value) -> Value {
    account.all::<T>().map(value).collect()
}

fn ranked<T: Ranked>(account: &Account, value: impl Fn(&T) -> Value) -> Value {
    account.ranked::<T>().into_iter().map(value).collect()
}

fn code<T: Coded>(value: Option<T>) -> Option<&'static str> {
    value.map(Coded::code)
}

fn codes<'a, T: Coded>(values: impl IntoIterator<Item = &'a T>) -> Vec<&'static str> {
    values.into_iter().map(|value| value.code()).collect()
}

fn text<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn texts<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

fn amount(money: Option<Money>) -> Option<Value> {
    money.map(|money| json!({ "currency": money.currency.code(), "minor": money.minor }))
}
