//! Maps written as text for the tests of the findings, and what is asked of them.

use account_atlas::edit::{Edit, PersonChange, RecordEdit};
use account_atlas::insight::{Finding, findings};
use account_atlas::method::FindingRules;
use account_atlas::model::{
    Account, BuyingRole, BuyingTag, Coded, Coverage, FindingRule, Ids, InnovationAttitude, Link, LinkKind, PersonId,
    PersonKind, PoliticalStatus, RuleValue, Strength, Support,
};
use chrono::NaiveDate;

use crate::accounts::{account, done, person};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// The day on which the tests look at the map.
pub fn today() -> NaiveDate {
    day("2026-12-05")
}

/// Lines such as `Ada: CEO | Approver Neutral`, two blanks a level, then after an empty line links such as
/// `Bo 3 Ada` (influence of strength 3) and `Bo x Ada` (conflict).
pub fn map(text: &str) -> Account {
    let (chart, lines) = text.split_once("\n\n").unwrap_or((text, ""));
    let bare: Vec<&str> = chart.lines().map(|line| line.split(" | ").next().unwrap_or(line)).collect();
    let mut account = account(&bare.join("\n"));
    for line in chart.lines() {
        let Some((head, codes)) = line.split_once(" | ") else { continue };
        let name = head.trim().split(": ").next().expect("a name");
        for code in codes.split_whitespace() {
            account = judged(&account, name, code);
        }
    }
    let mut ids = Ids::new(1_800_000_000_000, 7);
    for line in lines.lines() {
        let [from, what, to] = line.split_whitespace().collect::<Vec<_>>()[..] else { panic!("no line: {line}") };
        let kind = match what.parse() {
            Ok(strength) => LinkKind::Influences(Strength::new(strength).expect("1 to 3")),
            Err(_) => LinkKind::Conflict,
        };
        let link = Link::new(ids.fresh(), person(&account, from), person(&account, to), kind);
        account = done(&account, Edit::Link(RecordEdit::Add(Box::new(link))));
    }
    account
}

/// The account with one judgement more, by its code.
pub fn judged(account: &Account, name: &str, code: &str) -> Account {
    let role = BuyingRole::from_code(code).map(|value| PersonChange::Role(Some(value)));
    let change = role
        .or(Support::from_code(code).map(|value| PersonChange::Support(Some(value))))
        .or(Coverage::from_code(code).map(|value| PersonChange::Coverage(Some(value))))
        .or(InnovationAttitude::from_code(code).map(|value| PersonChange::Attitude(Some(value))))
        .or(PoliticalStatus::from_code(code).map(|value| PersonChange::Political(Some(value))))
        .or(BuyingTag::from_code(code).map(|value| PersonChange::Tags([value].into())))
        .or(PersonKind::from_code(code).map(PersonChange::Kind));
    change_of(account, name, change.unwrap_or_else(|| panic!("no code: {code}")))
}

pub fn change_of(account: &Account, name: &str, change: PersonChange) -> Account {
    done(account, Edit::Person(RecordEdit::Set(person(account, name), change)))
}

/// The account with its own values of the rules.
pub fn with_values(account: &Account, values: &[(&str, i32)]) -> Account {
    let own = |(name, value): &(&str, i32)| RuleValue { name: (*name).to_owned(), value: *value, ..Default::default() };
    let change = account_atlas::edit::ProfileChange::RuleValues(values.iter().map(own).collect());
    done(account, Edit::Profile(change))
}

pub fn rules() -> FindingRules {
    FindingRules::shipped().expect("the rules that ship can be read")
}

pub fn all(account: &Account) -> Vec<Finding> {
    findings(account, None, &rules(), today())
}

pub fn by_rule(account: &Account, rule: FindingRule) -> Vec<Finding> {
    all(account).into_iter().filter(|finding| finding.rule == rule).collect()
}

pub fn names(account: &Account, people: &[PersonId]) -> Vec<String> {
    people.iter().map(|person| account.person_name(*person).to_owned()).collect()
}
