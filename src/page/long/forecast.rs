//! Section 7: the years ahead by region and platform, the funnel with forecast and progress.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::super::compose::clean;
use super::blocks::{Blocks, Column, Facts, Table, amount, joined, narrow, number, percent};
use crate::insight::{Pipeline, Quota, converted, pipeline};
use crate::model::{ForecastLine, Money};
use crate::words::{Message, date, money};

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    years(blocks);
    blocks.text(&blocks.account().plan.forecast_note);
    let heading = blocks.say(Message::PipelineTitle);
    blocks.part(heading, funnel);
}

fn years(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let lines = account.ranked::<ForecastLine>();
    let years: BTreeSet<u16> = lines.iter().flat_map(|line| line.years.iter().filter_map(|year| year.year)).collect();
    let mut columns: Vec<Column> = vec![narrow(blocks.field("region")), narrow(blocks.field("platform"))];
    columns.extend(years.iter().map(|year| number(year.to_string())));
    columns.push(number(blocks.field("share")));
    columns.push(number(blocks.field("share_wanted")));
    let mut table = Table::new(columns);
    let of_year = |line: &ForecastLine, year: u16| -> Vec<Money> {
        line.years.iter().filter(|amount| amount.year == Some(year)).filter_map(|amount| amount.amount).collect()
    };
    for line in &lines {
        let mut cells = vec![clean(&line.region), clean(&line.platform)];
        cells.extend(years.iter().map(|year| clean(&amount(words, sum(blocks, &of_year(line, *year))))));
        cells.extend([clean(&percent(line.share)), clean(&percent(line.share_wanted))]);
        table.row(cells);
    }
    if lines.len() > 1 && !years.is_empty() {
        let of_all = |year: &u16| -> Json {
            let amounts: Vec<Money> = lines.iter().flat_map(|line| of_year(line, *year)).collect();
            clean(&sum(blocks, &amounts).map_or_else(|| "?".to_owned(), |sum| money(words, sum)))
        };
        let mut total = vec![clean(&blocks.say(Message::LongTotal)), Json::default()];
        total.extend(years.iter().map(of_all));
        total.extend([Json::default(), Json::default()]);
        table.total(total);
    }
    blocks.table(table);
}

/// Amounts in the account's currency; `None` where there are none, or one has no rate.
fn sum(blocks: &Blocks<'_>, amounts: &[Money]) -> Option<Money> {
    let account = blocks.account();
    let none = Money { minor: 0, currency: account.profile.currency };
    let add = |all: Money, amount: &Money| {
        let own = converted(account, *amount)?;
        Some(Money { minor: all.minor.checked_add(own.minor)?, ..all })
    };
    if amounts.is_empty() { None } else { amounts.iter().try_fold(none, add) }
}

fn funnel(blocks: &mut Blocks<'_>) {
    let material = blocks.material;
    let pipeline = pipeline(material.account, &material.method.rules, material.request.today);
    if pipeline.funnel.open == 0 && pipeline.sold.minor == 0 {
        return;
    }
    let words = blocks.words();
    let mut table = Table::new(vec![
        narrow(blocks.say(Message::ColumnStage)),
        number(blocks.say(Message::LongCount)),
        number(blocks.say(Message::ColumnAmount)),
        number(blocks.say(Message::ColumnWeighted)),
    ]);
    for stage in &pipeline.funnel.stages {
        let money = |sum: Money| if sum.minor == 0 { String::new() } else { money(words, sum) };
        table.row(vec![
            clean(words.value(stage.stage)),
            clean(&stage.count.to_string()),
            clean(&money(stage.amount)),
            clean(&money(stage.weighted)),
        ]);
    }
    table.total(vec![
        clean(&blocks.say(Message::LongTotal)),
        clean(&pipeline.funnel.open.to_string()),
        clean(&money(words, pipeline.funnel.amount)),
        clean(&money(words, pipeline.funnel.weighted)),
    ]);
    blocks.table(table);
    outlook(blocks, &pipeline);
}

fn outlook(blocks: &mut Blocks<'_>, pipeline: &Pipeline) {
    let words = blocks.words();
    let mut facts = Facts::new(words);
    facts.named(&blocks.say(Message::PipelineSold), &money(words, pipeline.sold));
    let covered =
        share(pipeline.against).map_or_else(String::new, |percent| blocks.say(Message::PipelineForecastOf { percent }));
    facts.named(&blocks.say(Message::PipelineForecast), &joined(&[&money(words, pipeline.forecast), &covered]));
    if let Some(progress) = &pipeline.progress {
        let moved = money(words, progress.moved);
        let said = share(progress.against).map_or_else(
            || moved.clone(),
            |percent| blocks.say(Message::PipelineProgressOf { percent, moved: moved.clone() }),
        );
        facts.named(&blocks.say(Message::PipelineProgress), &joined(&[&said, &date(progress.since)]));
    }
    blocks.facts(facts);
}

/// A ratio in percent with one digit behind the point; nothing where there is none.
pub(in crate::page) fn share(quota: Quota) -> Option<String> {
    match quota {
        Quota::Of(share) => {
            let permille = share.permille();
            Some(format!("{}{}.{}", if permille < 0 { "-" } else { "" }, permille.abs() / 10, permille.abs() % 10))
        }
        Quota::Unset | Quota::NotPositive | Quota::NoRate(_) => None,
    }
}
