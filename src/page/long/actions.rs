//! Section 5: what is done this year and in the years after, opportunities, relations, the map and what it says.

use serde_json::{Value as Json, json};

use super::super::Edition;
use super::super::compose::clean;
use super::super::data::member_name;
use super::blocks::{Blocks, Facts, Table, day, narrow, people, title, toned, wide, with_sub};
use super::{opportunity, relations};
use crate::insight::{Finding, area_of};
use crate::method::Severity;
use crate::model::{Action, ActionArea, ActionStatus, Activity, Coded, Opportunity};
use crate::words::{Message, date};

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    let words = blocks.words();
    let plan = &blocks.account().plan;
    let is_full = blocks.material.request.edition == Edition::Full;
    let heading = blocks.say(if is_full { Message::PlanningDetail } else { Message::PageActions });
    blocks.part(heading, this_year);
    let heading = title(words.label("field", "outline"));
    blocks.part(heading, |blocks| outline(blocks));
    let heading = title(words.label("field", "progress_measures"));
    blocks.part(heading, |blocks| blocks.text(&plan.progress_measures));
    let heading = blocks.say(Message::PageOpportunities);
    blocks.part(heading, opportunity::fill);
    let heading = blocks.say(Message::LongRelations);
    blocks.part(heading, relations::fill);
    let heading = blocks.say(Message::WorkActivities);
    blocks.part(heading, activities);
    if !blocks.account().seats.is_empty() {
        let heading = blocks.say(if is_full { Message::PageMap } else { Message::PageMapCustomer });
        blocks.put(json!({ "kind": "map", "title": clean(&heading) }));
    }
    let heading = blocks.say(Message::PageFindings);
    blocks.part(heading, findings);
}

fn this_year(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let mut table = Table::new(vec![
        wide(blocks.say(Message::ColumnAction), 4),
        narrow(blocks.say(Message::ColumnOwner)),
        wide(blocks.say(Message::ColumnWhom), 2),
        narrow(blocks.say(Message::ColumnDue)),
        narrow(blocks.say(Message::ColumnStatus)),
    ]);
    let mut live = account.ranked::<Action>();
    live.retain(|action| action.status != ActionStatus::Dropped);
    live.sort_by_key(|action| (action.status == ActionStatus::Done, action.due.is_none(), action.due));
    // What the client sees carries no word of our own plan.
    if blocks.material.request.edition == Edition::Full {
        for area in ActionArea::ALL {
            let of_area: Vec<&&Action> = live.iter().filter(|action| area_of(action) == *area).collect();
            if !of_area.is_empty() {
                table.group(words.value(*area));
            }
            of_area.into_iter().for_each(|action| table.row(action_row(blocks, action)));
        }
    } else {
        live.iter().for_each(|action| table.row(action_row(blocks, action)));
    }
    blocks.table(table);
}

fn action_row(blocks: &Blocks<'_>, action: &Action) -> Vec<Json> {
    let (account, words, material) = (blocks.account(), blocks.words(), blocks.material);
    let is_late = action.due.is_some_and(|due| due < material.request.today) && action.status != ActionStatus::Done;
    let tone = match action.status {
        ActionStatus::Done => "good",
        ActionStatus::AtRisk => "bad",
        ActionStatus::NotStarted | ActionStatus::InProgress | ActionStatus::Dropped if is_late => "warn",
        ActionStatus::NotStarted | ActionStatus::InProgress | ActionStatus::Dropped => "plain",
    };
    let opportunity = action.opportunity.and_then(|id| account.get::<Opportunity>(id));
    let milestone = if action.is_milestone { title(words.label("field", "is_milestone")) } else { String::new() };
    let sub = super::blocks::joined(&[&milestone, opportunity.map_or("", |opportunity| opportunity.name.as_str())]);
    vec![
        with_sub(&action.what, &sub),
        clean(member_name(account, action.owner)),
        clean(&people(material, &action.people)),
        clean(&day(action.due)),
        toned(words.value(action.status), tone),
    ]
}

fn outline(blocks: &mut Blocks<'_>) {
    let mut facts = Facts::new(blocks.words());
    let mut years: Vec<_> = blocks.account().plan.outline.iter().collect();
    years.sort_by_key(|outline| outline.year);
    for outline in years {
        let year = outline.year.map_or_else(|| "?".to_owned(), |year| year.to_string());
        facts.named(&year, &outline.text);
    }
    blocks.facts(facts);
}

/// What is planned first, then what was done, the latest first.
fn activities(blocks: &mut Blocks<'_>) {
    let today = blocks.material.request.today;
    let mut all: Vec<&Activity> = blocks.account().all::<Activity>().collect();
    all.sort_by_key(|activity| std::cmp::Reverse(activity.date));
    let is_planned = |activity: &&Activity| activity.outcome.is_none() && activity.date.is_none_or(|day| day >= today);
    let (mut planned, done): (Vec<&Activity>, Vec<&Activity>) = all.into_iter().partition(is_planned);
    planned.reverse();
    let words = blocks.words();
    let mut table = Table::new(vec![
        narrow(blocks.field("date")),
        narrow(title(words.label("record", "activity"))),
        wide(blocks.field("who"), 2),
        wide(blocks.field("expected"), 3),
        wide(blocks.field("outcome"), 3),
    ]);
    for (name, activities) in [(Message::LongPlanned, planned), (Message::LongDone, done)] {
        if !activities.is_empty() {
            table.group(&blocks.say(name));
        }
        for activity in activities {
            let outcome = activity.outcome.map_or("", |outcome| words.value(outcome));
            let said = super::blocks::joined(&[&activity.promised, &activity.note]);
            table.row(vec![
                clean(&activity.date.map_or_else(String::new, date)),
                with_sub(words.value(activity.what), activity.why.map_or("", |why| words.value(why))),
                with_sub(
                    &people(blocks.material, &activity.who),
                    &super::blocks::members(blocks.material, &activity.members),
                ),
                clean(&activity.expected),
                with_sub(outcome, &said),
            ]);
        }
    }
    blocks.table(table);
}

/// What the map says, the way to the approver first.
fn findings(blocks: &mut Blocks<'_>) {
    let material = blocks.material;
    let tone = |severity: Severity| match severity {
        Severity::Grave => "bad",
        Severity::Way => "good",
        Severity::Watch | Severity::Note => "warn",
    };
    let row = |finding: &Finding| toned(&material.words.finding(finding, material.account), tone(finding.severity));
    blocks.list(material.findings.iter().map(row).collect());
}
