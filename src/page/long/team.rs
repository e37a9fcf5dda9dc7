//! Section 6: who of us does what, what we need, what it costs.

use super::super::compose::clean;
use super::super::data::member_name;
use super::blocks::{Blocks, PLOT_WIDTH, Table, amount, day, narrow, number, percent, title, wide, with_sub, yes_no};
use crate::insight::{self, Ratio};
use crate::model::{BudgetLine, ResourceNeed, TeamMember, WorkloadSegment};
use crate::plot::workload_plot;
use crate::words::{Message, money, tenths};

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    members(blocks);
    blocks.text(&blocks.account().plan.team_note);
    let heading = blocks.say(Message::LongNeeds);
    blocks.part(heading, needs);
    let heading = blocks.say(Message::LongBudget);
    blocks.part(heading, budget);
    let heading = blocks.say(Message::WorkloadTitle);
    blocks.part(heading, workload);
}

fn members(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let mut table = Table::new(vec![
        wide(blocks.field("member"), 2),
        wide(blocks.field("function"), 2),
        wide(blocks.field("duties"), 3),
        number(blocks.field("time_share")),
        wide(blocks.field("development"), 2),
    ]);
    for member in account.ranked::<TeamMember>() {
        let outside = if member.is_other_function { words.label("field", "is_other_function") } else { "" };
        table.row(vec![
            with_sub(&member.name, &member.role),
            with_sub(&member.function, outside),
            clean(&member.duties),
            clean(&percent(member.time_share)),
            clean(&member.development),
        ]);
    }
    blocks.table(table);
}

fn needs(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let mut table = Table::new(vec![
        wide(title(words.label("record", "resource_need")), 3),
        narrow(blocks.field("kind")),
        wide(blocks.field("function"), 2),
        narrow(blocks.field("member")),
        narrow(blocks.field("due")),
        narrow(blocks.field("is_agreed")),
    ]);
    for need in account.ranked::<ResourceNeed>() {
        table.row(vec![
            clean(&need.text),
            clean(need.kind.map_or("", |kind| words.value(kind))),
            clean(&need.function),
            clean(member_name(account, need.member)),
            clean(&day(need.due)),
            yes_no(words, Some(need.is_agreed)),
        ]);
    }
    blocks.table(table);
}

fn budget(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let lines = account.ranked::<BudgetLine>();
    let mut table = Table::new(vec![
        wide(title(words.label("record", "budget_line")), 3),
        number(blocks.field("planned")),
        number(blocks.field("spent")),
    ]);
    for line in &lines {
        table.row(vec![clean(&line.text), clean(&amount(words, line.planned)), clean(&amount(words, line.spent))]);
    }
    let sums = &insight::budget(account);
    if lines.len() > 1 {
        let all = sums.all.as_ref();
        // What has no rate cannot be summed: then each currency stands by itself.
        for sum in all.into_iter().chain(sums.currencies.iter().filter(|_| all.is_none())) {
            let [planned, spent] = [sum.planned, sum.spent].map(|amount| clean(&money(words, amount)));
            table.total(vec![clean(&blocks.say(Message::LongTotal)), planned, spent]);
        }
    }
    blocks.table(table);
}

fn workload(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let hours = insight::workload(account, &blocks.material.method.growth);
    let mut table = Table::new(vec![
        wide(title(words.label("record", "workload_segment")), 2),
        number(blocks.field("count")),
        number(blocks.say(Message::WorkloadSideNow)),
        number(blocks.say(Message::WorkloadSidePlanned)),
    ]);
    let hour = |hours: Option<Ratio>| clean(&hours.map_or_else(|| "?".to_owned(), |hours| tenths(hours.rounded(1))));
    for row in &hours.rows {
        let Some(segment) = account.get::<WorkloadSegment>(row.segment) else { continue };
        let count = segment.count.map_or_else(String::new, |count| count.to_string());
        table.row(vec![clean(&segment.name), clean(&count), hour(row.now), hour(row.planned)]);
    }
    if hours.rows.len() > 1 {
        let total = clean(&blocks.say(Message::LongTotal));
        table.total(vec![total, clean(""), hour(hours.now.hours), hour(hours.planned.hours)]);
    }
    if !hours.rows.is_empty() {
        blocks.table(table);
        blocks.text(&words.workload_said(&hours));
        blocks.plot(workload_plot(words, account, &hours, PLOT_WIDTH));
    }
}
