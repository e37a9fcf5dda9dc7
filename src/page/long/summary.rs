//! Section 1: the summary as the user wrote it, else strategy, goals and risks in short; where we stand.

use serde_json::{Value as Json, json};

use super::super::compose::clean;
use super::super::panels::figures;
use super::blocks::{Blocks, Facts, joined, with_sub};
use super::risks::level_name;
use crate::insight::{MapLight, risk_level, verdict};
use crate::model::{Goal, Risk, RiskLevel};
use crate::words::{Message, date};

/// How many goals and risks stand in a summary.
const MOST: usize = 5;

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    let account = blocks.account();
    let has_people = !account.persons.is_empty();
    let has_figures = has_people || !account.opportunities.is_empty() || account.profile.target.is_some();
    let written = &account.plan.summary;
    if has_figures {
        let list = figures(blocks.material);
        blocks.put(json!({ "kind": "figures", "list": list }));
    }
    let mut facts = Facts::new(blocks.words());
    if written.trim().is_empty() {
        facts.field("strategy", &account.profile.strategy);
    }
    blocks.text(written);
    facts.lines(&blocks.say(Message::PageGoals), goals(blocks));
    facts.lines(&blocks.say(Message::PageRisks), grave(blocks));
    blocks.facts(facts);
    if has_people {
        stand(blocks);
    }
}

fn goals(blocks: &Blocks<'_>) -> Vec<Json> {
    let goal = |goal: &&Goal| {
        let progress = goal.progress.map_or_else(String::new, |progress| format!("{progress} %"));
        with_sub(&goal.text, &joined(&[&goal.measure, &goal.due.map_or_else(String::new, date), &progress]))
    };
    blocks.account().ranked::<Goal>().iter().filter(|goal| !goal.text.is_empty()).take(MOST).map(goal).collect()
}

/// The risks that are not low, the gravest first.
fn grave(blocks: &Blocks<'_>) -> Vec<Json> {
    let mut risks = blocks.account().ranked::<Risk>();
    risks.retain(|risk| risk_level(risk) != RiskLevel::Low && !risk.text.is_empty());
    risks.sort_by_key(|risk| risk_level(risk));
    let row = |risk: &&Risk| json!({ "s": clean(&risk.text), "sub": clean(&risk.response), "level": level_name(risk_level(risk)) });
    risks.iter().take(MOST).map(row).collect()
}

/// The map's light and the expected verdict, each in a sentence.
fn stand(blocks: &mut Blocks<'_>) {
    let material = blocks.material;
    let light = material.figures.light;
    let why = match light {
        MapLight::Red => Message::LightRedWhy,
        MapLight::Amber => Message::LightAmberWhy,
        MapLight::Green => Message::LightGreenWhy,
    };
    let verdict = verdict(material.account, None, &material.method.verdict);
    let words = material.words;
    let lights = format!("{}: {}", blocks.say(Message::FigureLight), words.light(light));
    for (title, text) in [(lights, blocks.say(why)), (blocks.say(Message::VerdictTitle), words.verdict(&verdict))] {
        blocks.put(json!({ "kind": "remark", "title": clean(&title), "text": clean(&text) }));
    }
}
