//! Section 8: what supports the plan: the client, how it buys, our own side, scores, principles, reviews, the cycle.

use serde_json::Value as Json;

use super::super::compose::clean;
use super::blocks::{Blocks, Facts, Table, day, joined, narrow, number, people, percent, title, toned, wide, yes_no};
use crate::insight::{self, Completeness, completeness, dues};
use crate::model::{CheckMark, Coded, Review, ScoreAxis, ScoreLine};
use crate::plot::cycle_plot;
use crate::words::{Message, Words, date};

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    client(blocks);
    let heading = blocks.say(Message::LongScores);
    blocks.part(heading, scores);
    let heading = blocks.say(Message::PlanningSupport);
    blocks.part(heading, supporting);
    let heading = blocks.say(Message::PlanningPrinciples);
    blocks.part(heading, principles);
    let heading = blocks.say(Message::PlanningHeld);
    blocks.part(heading, reviews);
    let heading = blocks.say(Message::PlanningCadence);
    blocks.part(heading, cadence);
    let heading = blocks.say(Message::PlanningCycle);
    blocks.part(heading, cycle);
    let heading = title(blocks.words().label("field", "notes"));
    blocks.part(heading, |blocks| blocks.text(&blocks.account().profile.notes));
}

fn facts_part(blocks: &mut Blocks<'_>, heading: Message, fill: impl FnOnce(&Blocks<'_>, &mut Facts<'_>)) {
    let mut facts = Facts::new(blocks.words());
    fill(blocks, &mut facts);
    let heading = blocks.say(heading);
    blocks.part(heading, |blocks| blocks.facts(facts));
}

fn client(blocks: &mut Blocks<'_>) {
    let client = &blocks.account().client;
    facts_part(blocks, Message::LongClientFile, |_, facts| {
        facts.fields(&[
            ("mission", &client.mission),
            ("outside_forces", &client.outside_forces),
            ("inside_forces", &client.inside_forces),
            ("coherence", &client.coherence),
            ("industry_trend", &client.industry_trend),
            ("quality", &client.quality),
            ("annual_volume", &client.annual_volume),
            ("credit", &client.credit),
            ("price_demand", &client.price_demand),
        ]);
        facts.field("payment_days", &client.payment_days.map_or_else(String::new, |days| days.to_string()));
        facts.percent("satisfaction", client.satisfaction);
        facts.percent("loyalty", client.loyalty);
        facts.percent("conversion", client.conversion);
        facts.money("lifetime_value", client.lifetime_value);
    });
    facts_part(blocks, Message::LongNeedLevels, |_, facts| {
        facts.fields(&[
            ("person_needs", &client.person_needs),
            ("firm_needs", &client.firm_needs),
            ("industry_needs", &client.industry_needs),
        ]);
    });
    facts_part(blocks, Message::LongPurchasing, |blocks, facts| {
        facts.field("purchasing_process", &client.purchasing_process);
        facts.field("purchasing_people", &people(blocks.material, &client.purchasing_people));
        facts.field("purchasing_detail", &client.purchasing_detail);
        facts.fields(&[
            ("drawings", &client.drawings),
            ("technical", &client.technical),
            ("used_for", &client.used_for),
            ("samples", &client.samples),
        ]);
        let sources: Vec<&str> = client.sources.iter().map(|source| blocks.words().value(*source)).collect();
        facts.field("sources", &sources.join(blocks.words().list_separator()));
    });
    facts_part(blocks, Message::LongOwnSide, |_, facts| {
        facts.fields(&[
            ("history", &client.history),
            ("relation", &client.relation),
            ("available", &client.available),
            ("chances", &client.chances),
        ]);
    });
}

fn scores(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let lines = account.ranked::<ScoreLine>();
    let mut table = Table::new(vec![
        wide(blocks.field("criterion"), 2),
        number(blocks.field("weight")),
        number(blocks.field("rating")),
        wide(blocks.field("evidence"), 3),
    ]);
    for axis in ScoreAxis::ALL {
        let of_axis: Vec<&&ScoreLine> = lines.iter().filter(|line| line.axis == *axis).collect();
        if !of_axis.is_empty() {
            table.group(words.value(*axis));
        }
        for line in of_axis {
            table.row(vec![
                clean(&line.criterion),
                clean(&percent(line.weight)),
                clean(&line.rating.map_or_else(String::new, |rating| rating.to_string())),
                clean(&line.evidence),
            ]);
        }
    }
    blocks.table(table);
}

/// The 27 items in their four parts with what fills them; nothing where not one is filled.
fn supporting(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let items = insight::supporting(account, &blocks.material.method.planning);
    let Completeness { filled, all, parts } = completeness(&items);
    if filled == 0 {
        return;
    }
    blocks.text(&blocks.say(Message::PlanningFilled { filled: filled.to_string(), all: all.to_string() }));
    for (part, filled, all) in parts {
        let [filled, all] = [filled, all].map(|count| count.to_string());
        let mut table = Table::new(vec![
            wide(words.value(part).to_owned(), 3),
            narrow(blocks.say(Message::PlanningFilled { filled, all })),
            wide(blocks.field("note"), 4),
        ]);
        for state in items.iter().filter(|state| state.item.part() == part) {
            let by = state.evidence.map_or_else(String::new, |evidence| words.evidence(&evidence, account));
            let tone = if state.evidence.is_some() { "good" } else { "plain" };
            let own = account.client.supporting.get(&state.item).map_or("", String::as_str);
            table.row(vec![clean(words.value(state.item)), toned(&by, tone), clean(own)]);
        }
        blocks.table(table);
    }
}

fn mark(words: &Words, mark: Option<CheckMark>, is_bad: impl Fn(CheckMark) -> bool) -> Json {
    let Some(mark) = mark else { return Json::default() };
    let tone = match mark {
        CheckMark::NotApplicable => "plain",
        CheckMark::Yes | CheckMark::No if is_bad(mark) => "warn",
        CheckMark::Yes | CheckMark::No => "good",
    };
    toned(words.value(mark), tone)
}

fn principles(blocks: &mut Blocks<'_>) {
    let words = blocks.words();
    let mut table = Table::new(vec![
        narrow(blocks.say(Message::LongPrinciple)),
        narrow(blocks.say(Message::LongKept)),
        wide(blocks.field("note"), 1),
    ]);
    for check in &blocks.account().plan.principles {
        let Some(principle) = check.principle else { continue };
        table.row(vec![
            clean(words.value(principle)),
            mark(words, check.mark, |mark| mark == CheckMark::No),
            clean(&check.note),
        ]);
    }
    blocks.table(table);
}

/// The reviews held, the latest first, each with the questions answered.
fn reviews(blocks: &mut Blocks<'_>) {
    let words = blocks.words();
    let mut reviews: Vec<&Review> = blocks.account().all::<Review>().collect();
    reviews.sort_by_key(|review| std::cmp::Reverse(review.date));
    for review in reviews {
        let heading = joined(&[&day(review.date), words.value(review.kind), &review.reviewer]);
        let mut table = Table::new(vec![
            wide(blocks.say(Message::LongQuestion), 3),
            narrow(blocks.say(Message::LongAnswer)),
            wide(blocks.field("note"), 3),
        ]);
        for check in &review.checks {
            let Some(question) = check.question else { continue };
            let is_bad = |mark| blocks.material.method.planning.is_bad(question, mark);
            table.row(vec![clean(words.value(question)), mark(words, check.mark, is_bad), clean(&check.note)]);
        }
        let note = if review.note.is_empty() { "–" } else { &review.note };
        blocks.part(heading, |blocks| {
            blocks.text(note);
            blocks.table(table);
        });
    }
}

/// The steps over the weeks of the cycle.
fn cycle(blocks: &mut Blocks<'_>) {
    let words = blocks.words();
    let Ok(cycle) = insight::cycle(blocks.account(), &blocks.material.method.planning) else { return };
    let mut table = Table::new(vec![
        wide(title(words.label("record", "step")), 1),
        narrow(blocks.field("from")),
        narrow(blocks.field("to")),
        narrow(blocks.field("done")),
    ]);
    for step in &cycle.steps {
        let name = format!("{} {}", step.step as usize + 1, words.value(step.step));
        table.row(vec![
            clean(&name),
            clean(&date(step.first)),
            clean(&date(step.last)),
            yes_no(words, Some(step.is_done)),
        ]);
    }
    blocks.plot(Some(cycle_plot(&cycle, &blocks.material.method.planning, words, blocks.material.request.today)));
    blocks.table(table);
}

/// What comes back in a rhythm, and when it is due; only where something was done or set.
fn cadence(blocks: &mut Blocks<'_>) {
    let (material, words) = (blocks.material, blocks.words());
    let dues = dues(material.account, material.method, material.request.today);
    let mut table = Table::new(vec![
        wide(blocks.say(Message::PlanningCadence), 1),
        narrow(blocks.say(Message::PlanningRhythm)),
        narrow(blocks.say(Message::PlanningLast)),
        narrow(blocks.say(Message::PlanningNext)),
    ]);
    for due in dues.iter().filter(|due| due.last.is_some() || due.is_by_hand) {
        let rhythm = material.method.planning.rhythm(due.object);
        let name = rhythm.map_or("", |rhythm| rhythm.name.text(words.language()));
        let next = if due.is_overdue { toned(&day(due.next), "warn") } else { clean(&day(due.next)) };
        table.row(vec![clean(name), clean(&words.period(due.every)), clean(&day(due.last)), next]);
    }
    blocks.table(table);
}
