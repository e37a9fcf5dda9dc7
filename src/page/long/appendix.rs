//! Section 8: what supports the plan: the client, how it buys, our own side, scores, principles, reviews, the cycle.

use serde_json::Value as Json;

use super::super::compose::clean;
use super::blocks::{Blocks, Facts, Table, day, joined, narrow, number, people, percent, title, toned, wide, with_sub};
use crate::model::{CheckMark, Coded, PlanningStep, Review, ScoreAxis, ScoreLine, SupportingItem, SupportingPart};
use crate::words::{Message, date};

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    client(blocks);
    let heading = blocks.say(Message::LongScores);
    blocks.part(heading, scores);
    let heading = blocks.say(Message::LongSupporting);
    blocks.part(heading, supporting);
    let heading = title(blocks.words().label("field", "principles"));
    blocks.part(heading, principles);
    let heading = blocks.say(Message::LongReviews);
    blocks.part(heading, reviews);
    let heading = blocks.say(Message::LongCycle);
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

/// The 27 items in their four parts, as far as something is written on them.
fn supporting(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    for part in SupportingPart::ALL {
        let mut facts = Facts::new(words);
        for item in SupportingItem::ALL.iter().filter(|item| item.part() == *part) {
            let note = account.client.supporting.get(item).map_or("", String::as_str);
            facts.named(words.value(*item), note);
        }
        blocks.part(words.value(*part).to_owned(), |blocks| blocks.facts(facts));
    }
}

fn mark(words: &crate::words::Words, mark: Option<CheckMark>, is_bad_when_yes: bool) -> Json {
    let Some(mark) = mark else { return Json::default() };
    let tone = match (mark, is_bad_when_yes) {
        (CheckMark::Yes, false) | (CheckMark::No, true) => "good",
        (CheckMark::No, false) | (CheckMark::Yes, true) => "warn",
        (CheckMark::NotApplicable, _) => "plain",
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
        table.row(vec![clean(words.value(principle)), mark(words, check.mark, false), clean(&check.note)]);
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
            let is_bad_when_yes = question == crate::model::ReviewQuestion::Unreachable;
            table.row(vec![clean(words.value(question)), mark(words, check.mark, is_bad_when_yes), clean(&check.note)]);
        }
        let note = if review.note.is_empty() { "–" } else { &review.note };
        blocks.part(heading, |blocks| {
            blocks.text(note);
            blocks.table(table);
        });
    }
}

fn cycle(blocks: &mut Blocks<'_>) {
    let (plan, words) = (&blocks.account().plan, blocks.words());
    if plan.cycle_start.is_none() && plan.cycle_done.is_empty() {
        return;
    }
    let mut facts = Facts::new(words);
    facts.field("cycle_start", &plan.cycle_start.map_or_else(String::new, date));
    facts.field("cycle_weeks", &plan.cycle_weeks.map_or_else(String::new, |weeks| weeks.to_string()));
    blocks.facts(facts);
    let step = |step: &PlanningStep| {
        let is_done = plan.cycle_done.contains(step);
        let text = format!("{} {}", *step as usize + 1, words.value(*step));
        if is_done { toned(&text, "good") } else { with_sub(&text, "") }
    };
    blocks.list(PlanningStep::ALL.iter().map(step).collect());
}
