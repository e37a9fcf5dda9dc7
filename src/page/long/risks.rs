//! Section 3: SWOT, risks with their responses, rivals, trends, where we lack experience.

use serde_json::{Value as Json, json};

use super::super::compose::clean;
use super::super::data::member_name;
use super::blocks::{Blocks, Facts, PLOT_WIDTH, Table, day, joined, narrow, people, wide, with_sub};
use crate::insight::risk_level;
use crate::model::{Coded, Competitor, Risk, RiskLevel, SwotEntry, SwotQuadrant};
use crate::plot::risk_plot;
use crate::words::Message;

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    let title = blocks.say(Message::PageSwot);
    let scanned = day(blocks.account().profile.swot_scanned);
    let note = if scanned.is_empty() { scanned } else { format!("{}: {scanned}", blocks.field("swot_scanned")) };
    blocks.noted_part(title, note, swot);
    let title = blocks.say(Message::PageRisks);
    blocks.part(title, risks);
    let title = blocks.say(Message::PlanRivals);
    blocks.part(title, rivals);
    let plan = &blocks.account().plan;
    let mut facts = Facts::new(blocks.words());
    facts.fields(&[("trend_risks", &plan.trend_risks), ("inexperience", &plan.inexperience)]);
    let title = blocks.say(Message::PlanningOtherRisks);
    blocks.part(title, |blocks| blocks.facts(facts));
}

fn swot(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let entries = account.ranked::<SwotEntry>();
    let quarter = |quadrant: &SwotQuadrant| {
        let sign = match quadrant {
            SwotQuadrant::Strength | SwotQuadrant::Opportunity => "+",
            SwotQuadrant::Weakness | SwotQuadrant::Threat => "-",
        };
        let rows = entries.iter().filter(|entry| entry.quadrant == *quadrant && !entry.text.is_empty());
        (words.value(*quadrant).to_owned(), String::new(), sign, rows.map(|entry| clean(&entry.text)).collect())
    };
    blocks.quad(SwotQuadrant::ALL.iter().map(quarter).collect());
}

/// The name of a level, as templates know it.
pub(super) fn level_name(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::High => "high",
        RiskLevel::Medium => "medium",
        RiskLevel::Low => "low",
    }
}

fn risks(blocks: &mut Blocks<'_>) {
    let (account, words, material) = (blocks.account(), blocks.words(), blocks.material);
    let mut table = Table::new(vec![
        wide(title_of(blocks), 3),
        narrow(blocks.field("likelihood")),
        narrow(blocks.field("impact")),
        narrow(blocks.field("level")),
        narrow(blocks.field("owner")),
        wide(blocks.field("response"), 3),
    ]);
    let mut risks = account.ranked::<Risk>();
    risks.sort_by_key(|risk| risk_level(risk));
    if risks.iter().any(|risk| risk.likelihood.is_some() && risk.impact.is_some()) {
        blocks.plot(Some(risk_plot(words, &risks, PLOT_WIDTH)));
    }
    for risk in risks {
        let level = risk_level(risk);
        table.row(vec![
            with_sub(&risk.text, &people(material, &risk.people)),
            clean(risk.likelihood.map_or("", |value| words.value(value))),
            clean(risk.impact.map_or("", |value| words.value(value))),
            json!({ "s": words.value(level), "level": level_name(level) }),
            clean(member_name(account, risk.owner)),
            clean(&risk.response),
        ]);
    }
    blocks.table(table);
}

fn title_of(blocks: &Blocks<'_>) -> String {
    super::blocks::title(blocks.words().label("record", "risk"))
}

fn rivals(blocks: &mut Blocks<'_>) {
    for rival in blocks.account().ranked::<Competitor>() {
        let name = if rival.name.is_empty() { blocks.say(Message::UnknownValue) } else { rival.name.clone() };
        blocks.part(name, |blocks| one_rival(blocks, rival));
    }
}

fn one_rival(blocks: &mut Blocks<'_>, rival: &Competitor) {
    let words = blocks.words();
    let mut facts = Facts::new(words);
    let fit: Json = with_sub(rival.fit.map_or("", |fit| words.value(fit)), &rival.fit_note);
    facts.fields(&[
        ("product_line", &rival.product_line),
        ("goals", &rival.goals),
        ("stance", &rival.stance),
        ("strengths", &rival.strengths),
        ("weaknesses", &rival.weaknesses),
        ("service", &rival.service),
        ("methods", &rival.methods),
        ("organization", &rival.organization),
        ("trends", &rival.trends),
    ]);
    facts.cell(&blocks.field("fit"), fit);
    facts.field("contacts", &joined(&[&people(blocks.material, &rival.contacts)]));
    blocks.facts(facts);
}
