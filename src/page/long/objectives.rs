//! Section 4: what is wanted, in figures and goals, and how the account is to grow.

use serde_json::json;

use super::super::Edition;
use super::super::compose::clean;
use super::super::data::member_name;
use super::blocks::{
    Blocks, Facts, PLOT_WIDTH, Table, amount, day, narrow, number, people, percent, title, wide, with_sub,
};
use crate::insight::{gap, margin_gap, priority};
use crate::model::{Goal, GrowthLever, Opportunity};
use crate::plot::{priority_plot, waterfall_plot};
use crate::words::Message;

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    if blocks.material.request.edition == Edition::Full {
        figures(blocks);
    }
    let heading = blocks.say(Message::PageGoals);
    blocks.part(heading, goals);
    let heading = blocks.say(Message::LongLevers);
    blocks.part(heading, levers);
    let heading = blocks.say(Message::GrowthPriorities);
    blocks.part(heading, priorities);
}

fn figures(blocks: &mut Blocks<'_>) {
    let account = blocks.account();
    let (profile, plan) = (&account.profile, &account.plan);
    let mut facts = Facts::new(blocks.words());
    facts.money("revenue", profile.revenue);
    facts.money("wallet", profile.wallet);
    facts.percent("share", blocks.material.figures.wallet_share);
    facts.percent("share_wanted", plan.share_wanted);
    facts.money("target", profile.target);
    facts.money("contribution", plan.contribution);
    facts.money("management_cost", plan.management_cost);
    facts.fields(&[("mix", &plan.mix), ("operating", &plan.operating)]);
    blocks.facts(facts);
}

fn goals(blocks: &mut Blocks<'_>) {
    let (account, material) = (blocks.account(), blocks.material);
    let mut table = Table::new(vec![
        wide(title(blocks.words().label("record", "goal")), 3),
        wide(blocks.field("measure"), 2),
        narrow(blocks.field("due")),
        narrow(blocks.field("progress")),
    ]);
    for goal in account.ranked::<Goal>() {
        let is_late = goal.due.is_some_and(|due| due < material.request.today) && goal.progress.unwrap_or(0) < 100;
        let due = if is_late { json!({ "s": day(goal.due), "tone": "warn" }) } else { clean(&day(goal.due)) };
        let progress = goal.progress.map(|share| json!({ "s": percent(Some(share)), "share": share }));
        table.row(vec![
            with_sub(&goal.text, &people(material, &goal.people)),
            clean(&goal.measure),
            due,
            progress.unwrap_or_default(),
        ]);
    }
    blocks.table(table);
}

fn levers(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    if account.levers.is_empty() {
        return;
    }
    let gap = gap(account);
    blocks.plot(waterfall_plot(words, account, &gap, PLOT_WIDTH));
    blocks.text(&words.gap_said(&gap));
    blocks.text(&words.margin_said(&margin_gap(account)).join("\n"));
    let mut table = Table::new(vec![
        wide(title(words.label("record", "growth_lever")), 3),
        narrow(blocks.field("kind")),
        number(blocks.field("amount")),
        number(blocks.field("margin")),
        number(blocks.field("probability")),
        narrow(blocks.field("owner")),
    ]);
    for lever in account.ranked::<GrowthLever>() {
        let opportunity = lever.opportunity.and_then(|id| account.get::<Opportunity>(id));
        table.row(vec![
            with_sub(&lever.text, opportunity.map_or("", |opportunity| opportunity.name.as_str())),
            clean(lever.kind.map_or("", |kind| words.value(kind))),
            clean(&amount(words, lever.amount)),
            clean(&amount(words, lever.margin)),
            clean(&percent(lever.probability)),
            clean(member_name(account, lever.owner)),
        ]);
    }
    blocks.table(table);
}

/// Levers and opportunities by size and probability.
fn priorities(blocks: &mut Blocks<'_>) {
    let (account, method) = (blocks.account(), blocks.material.method);
    let found = priority(account, &method.rules, &method.growth);
    if !found.placed.is_empty() {
        blocks.plot(Some(priority_plot(blocks.words(), account, &found, PLOT_WIDTH)));
    }
}
