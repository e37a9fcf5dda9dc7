//! Section 7: the years ahead by region and platform, the funnel with forecast and progress.

use serde_json::{Value as Json, json};

use super::super::compose::clean;
use super::blocks::{Blocks, Column, Facts, PLOT_WIDTH, Table, amount, joined, narrow, number, percent};
use crate::insight::{self, Pipeline, Quota, YearSums, pipeline, stage_rates};
use crate::model::{ForecastLine, Money};
use crate::plot::{forecast_plot, funnel_plot};
use crate::words::{Message, date, money, percent_text};

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    years(blocks);
    blocks.text(&blocks.account().plan.forecast_note);
    let heading = blocks.say(Message::PipelineTitle);
    blocks.part(heading, funnel);
}

/// The five years line by line, then their sums by region and by platform.
fn years(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let table = insight::forecast(account, blocks.material.request.today);
    if table.rows.is_empty() {
        return;
    }
    blocks.plot(forecast_plot(words, &table, PLOT_WIDTH));
    let years = || table.years.iter().map(|year| number(year.to_string()));
    let cells =
        |years: &[Option<Money>]| -> Vec<Json> { years.iter().map(|sum| clean(&amount(words, *sum))).collect() };
    let mut columns: Vec<Column> = vec![narrow(blocks.field("platform"))];
    columns.extend(years());
    columns.extend([
        number(blocks.say(Message::LongTotal)),
        number(blocks.field("share")),
        number(blocks.field("share_wanted")),
    ]);
    let mut lines = Table::new(columns);
    for row in &table.rows {
        let Some(line) = account.get::<ForecastLine>(row.line) else { continue };
        let head = vec![json!({ "s": clean(&line.platform), "sub": clean(&line.region) })];
        let tail =
            vec![clean(&amount(words, row.all)), clean(&percent(line.share)), clean(&percent(line.share_wanted))];
        lines.row([head, cells(&row.years), tail].concat());
    }
    let total = |sums: &YearSums, head: Vec<Json>, tail: Vec<Json>| {
        [head, cells(&sums.years), vec![clean(&amount(words, sums.all))], tail].concat()
    };
    let all = clean(&blocks.say(Message::LongTotal));
    lines.total(total(&table.total, vec![all], vec![Json::default(), Json::default()]));
    let grown: Vec<Json> =
        table.growth.iter().map(|part| clean(&part.map_or_else(String::new, percent_text))).collect();
    if table.growth.iter().any(Option::is_some) {
        let head = vec![clean(&blocks.say(Message::LongGrowth))];
        lines.total([head, grown, vec![Json::default(); 3]].concat());
    }
    blocks.table(lines);
    let none = [Message::ForecastNoRegion, Message::ForecastNoPlatform].map(|message| blocks.say(message));
    for ((field, sums), none) in [("region", &table.regions), ("platform", &table.platforms)].into_iter().zip(&none) {
        if sums.len() < 2 {
            continue;
        }
        let mut columns = vec![narrow(blocks.field(field))];
        columns.extend(years());
        columns.push(number(blocks.say(Message::LongTotal)));
        let mut by = Table::new(columns);
        for sum in sums {
            let name = if sum.name.is_empty() { none } else { &sum.name };
            by.row(total(sum, vec![clean(name)], Vec::new()));
        }
        blocks.table(by);
    }
}

fn funnel(blocks: &mut Blocks<'_>) {
    let material = blocks.material;
    let pipeline = pipeline(material.account, &material.method.rules, material.request.today);
    if pipeline.funnel.open == 0 && pipeline.sold.minor == 0 {
        return;
    }
    let words = blocks.words();
    let rates = stage_rates(material.account, &material.method.rules);
    blocks.plot(Some(funnel_plot(words, &pipeline.funnel, &rates, PLOT_WIDTH)));
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
