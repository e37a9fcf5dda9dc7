//! Section 6: who of us does what, what we need, what it costs.

use serde_json::Value as Json;

use super::super::compose::clean;
use super::super::data::member_name;
use super::blocks::{Blocks, Table, amount, day, narrow, number, percent, title, wide, with_sub, yes_no};
use crate::insight::converted;
use crate::model::{BudgetLine, Money, ResourceNeed, TeamMember};
use crate::words::Message;

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    members(blocks);
    blocks.text(&blocks.account().plan.team_note);
    let heading = blocks.say(Message::LongNeeds);
    blocks.part(heading, needs);
    let heading = blocks.say(Message::LongBudget);
    blocks.part(heading, budget);
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
    let sum = |of: fn(&BudgetLine) -> Option<Money>| -> Option<Money> {
        let amounts: Vec<Money> = lines.iter().filter_map(|line| of(line)).collect();
        let none = Money { minor: 0, currency: account.profile.currency };
        // What has no rate cannot be summed: then there is no sum.
        amounts.into_iter().try_fold(none, |all, amount| {
            let own = converted(account, amount)?;
            Some(Money { minor: all.minor.checked_add(own.minor)?, ..all })
        })
    };
    if lines.len() > 1 {
        let total = |of| -> Json { clean(&sum(of).map_or_else(|| "?".to_owned(), |sum| amount(words, Some(sum)))) };
        table.total(vec![clean(&blocks.say(Message::LongTotal)), total(|line| line.planned), total(|line| line.spent)]);
    }
    blocks.table(table);
}
