//! The export as JSON: every text and every record of the account is in it, but for what it says is left out.

use std::collections::BTreeSet;

use account_atlas::exchange::account_json;
use account_atlas::insight::{TextRecord, account_texts};
use account_atlas::model::{Account, Record};
use serde_json::Value;

use super::full_account::full_account;

fn exported(account: &Account) -> Value {
    serde_json::from_slice(&account_json(account)).expect("JSON")
}

/// Every string in a value.
fn strings<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::String(text) => {
            found.insert(text);
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => fields.values().for_each(|value| strings(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn every_text_of_the_account_is_exported() {
    let account = full_account();
    let value = exported(&account);
    let mut found = BTreeSet::new();
    strings(&value, &mut found);
    // Evidence and an opportunity's own judgements stay in the file, as the export says.
    let is_left = |record: TextRecord, field: &str| field == "evidence" && !matches!(record, TextRecord::Score(_));
    let mut count = 0;
    for text in account_texts(&account) {
        if is_left(text.record, text.field) || matches!(text.record, TextRecord::Judgement(..)) {
            continue;
        }
        count += 1;
        assert!(found.contains(text.text), "{:?} {} is not exported", text.record, text.field);
    }
    assert!(count > 500, "only {count} texts");
}

#[test]
fn every_record_is_exported_by_its_id() {
    fn ids<T: Record>(account: &Account) -> Vec<String> {
        T::table(account).keys().map(ToString::to_string).collect()
    }
    use account_atlas::model as m;
    let account = full_account();
    let value = exported(&account);
    for (list, ids) in [
        ("seats", ids::<m::Seat>(&account)),
        ("people", ids::<m::Person>(&account)),
        ("links", ids::<m::Link>(&account)),
        ("team_relations", ids::<m::TeamRelation>(&account)),
        ("activities", ids::<m::Activity>(&account)),
        ("reviews", ids::<m::Review>(&account)),
        ("snapshots", ids::<m::Snapshot>(&account)),
        ("findings_put_away", ids::<m::Mute>(&account)),
        ("funnel_weeks", ids::<m::FunnelWeek>(&account)),
        ("scores", ids::<m::ScoreLine>(&account)),
        ("levers", ids::<m::GrowthLever>(&account)),
        ("forecast", ids::<m::ForecastLine>(&account)),
        ("needs", ids::<m::ResourceNeed>(&account)),
        ("budget", ids::<m::BudgetLine>(&account)),
        ("workload", ids::<m::WorkloadSegment>(&account)),
        ("opportunities", ids::<m::Opportunity>(&account)),
        ("actions", ids::<m::Action>(&account)),
        ("swot", ids::<m::SwotEntry>(&account)),
    ] {
        let entries = value[list].as_array().unwrap_or_else(|| panic!("{list} is no list"));
        let found: BTreeSet<&str> = entries.iter().filter_map(|entry| entry["id"].as_str()).collect();
        assert_eq!(found, ids.iter().map(String::as_str).collect(), "{list}");
    }
}

#[test]
fn figures_of_the_plan_are_exported_exactly() {
    let account = full_account();
    let value = exported(&account);
    assert_eq!(value["client"]["payment_days"], 365);
    assert_eq!(value["client"]["sources"].as_array().map(Vec::len), Some(5));
    assert_eq!(value["client"]["supporting"].as_array().map(Vec::len), Some(27));
    assert_eq!(value["plan"]["outline"].as_array().map(Vec::len), Some(5));
    assert_eq!(value["plan"]["principles"].as_array().map(Vec::len), Some(7));
    assert_eq!(value["plan"]["is_mixed_swapped"], true);
    assert_eq!(value["pipeline"]["progress_days"], 255);
    let lever = account.all::<account_atlas::model::GrowthLever>().nth(6).expect("a lever");
    let exported = &value["levers"].as_array().expect("a list");
    let exported = exported.iter().find(|entry| entry["id"] == lever.id.to_string()).expect("the lever");
    assert_eq!(exported["amount"]["minor"], i64::MAX);
    assert_eq!(exported["amount"]["currency"], "CNY");
    let deal = &value["opportunities"][0];
    for field in ["criteria", "process", "needs", "benefits", "assessment"] {
        assert_eq!(deal[field].as_array().map(Vec::len), Some(2), "{field}");
    }
    let fits = &deal["criteria"][0]["rival_fits"];
    assert_eq!(fits.as_array().map(Vec::len), Some(account.competitors.len()));
    let keys: Vec<&String> = value.as_object().expect("an object").keys().collect();
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "no list hides another of its name");
    assert!(value["strategy"].is_object() && value["strategy_in_short"].is_string());
}
