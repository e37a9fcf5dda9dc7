//! An opportunity in the long plan: where it stands, how we mean to win it, how the client decides.

use serde_json::{Value as Json, json};

use super::super::compose::clean;
use super::super::data::member_name;
use super::blocks::{
    Blocks, Column, Facts, Table, amount, day, joined, narrow, number, people, percent, title, wide, with_sub, yes_no,
};
use crate::insight::{CriteriaFit, OfferFit, Tally, criteria_fit, rate_of, stage_rates, tally};
use crate::model::{
    AnswerMark, BenefitRow, Competitor, CompetitorId, DecisionCriterion, Fit, Need, Opportunity, OpportunityStatus,
    Symbol,
};
use crate::plot::signed;
use crate::words::{Message, Words};

/// How many rivals stand beside us in the table of criteria, and in each table below it.
const BESIDE: usize = 3;
const BELOW: usize = 5;

/// All opportunities, those that are open first.
pub(super) fn fill(blocks: &mut Blocks<'_>) {
    let mut all = blocks.account().ranked::<Opportunity>();
    all.sort_by_key(|opportunity| opportunity.status != OpportunityStatus::Open);
    for opportunity in all {
        let name = if opportunity.name.is_empty() { blocks.say(Message::Untitled) } else { opportunity.name.clone() };
        blocks.part(name, |blocks| one(blocks, opportunity));
    }
}

fn one(blocks: &mut Blocks<'_>, opportunity: &Opportunity) {
    stand(blocks, opportunity);
    let heading = blocks.say(Message::BackgroundTitle);
    blocks.part(heading, |blocks| background(blocks, opportunity));
    let heading = blocks.say(Message::BuyingCriteria);
    blocks.part(heading, |blocks| criteria(blocks, opportunity));
    let heading = blocks.say(Message::BuyingProcess);
    blocks.part(heading, |blocks| process(blocks, opportunity));
    let heading = blocks.say(Message::BuyingNeeds);
    blocks.part(heading, |blocks| needs(blocks, opportunity));
    let heading = blocks.say(Message::AssessmentTitle);
    blocks.part(heading, |blocks| assessment(blocks, opportunity));
}

fn stand(blocks: &mut Blocks<'_>, opportunity: &Opportunity) {
    let (account, words, material) = (blocks.account(), blocks.words(), blocks.material);
    let rate = rate_of(opportunity, &stage_rates(account, &material.method.rules));
    let weighted = opportunity.amount.zip(rate).map(|(amount, rate)| amount.percent(rate));
    let mut facts = Facts::new(words);
    if let Some(stage) = opportunity.stage {
        let steps = usize::from(stage as u8) + 1;
        facts.cell(&blocks.field("stage"), json!({ "s": words.value(stage), "steps": steps }));
    }
    if opportunity.status != OpportunityStatus::Open {
        facts.field("status", words.value(opportunity.status));
    }
    let weighted = if weighted.is_some() {
        format!("{} {}", blocks.say(Message::ColumnWeighted), amount(words, weighted))
    } else {
        String::new()
    };
    facts.field("amount", &joined(&[&amount(words, opportunity.amount), &percent(rate), &weighted]));
    facts.date("close", opportunity.close);
    facts.field("owner", member_name(account, opportunity.owner));
    facts.field("next_step", &joined(&[&opportunity.next_step, &day(opportunity.next_step_due)]));
    facts.field("novelty", opportunity.novelty.map_or("", |novelty| words.value(novelty)));
    let strategy = opportunity.strategy.map_or("", |strategy| words.value(strategy));
    facts.cell(&blocks.field("strategy"), with_sub(strategy, &opportunity.rationale));
    let rivals: Vec<&str> = opportunity.competitors.iter().map(|rival| rival_name(blocks, *rival)).collect();
    facts.field("competitors", &rivals.join(words.list_separator()));
    facts.field("committee", &people(material, &opportunity.committee));
    facts.field("cycle", opportunity.buying.cycle.map_or("", |phase| words.value(phase)));
    facts.field("sale", opportunity.buying.sale.map_or("", |sale| words.value(sale)));
    blocks.facts(facts);
}

fn rival_name<'m>(blocks: &Blocks<'m>, rival: CompetitorId) -> &'m str {
    blocks.account().get::<Competitor>(rival).map_or("?", |rival| rival.name.as_str())
}

fn background(blocks: &mut Blocks<'_>, opportunity: &Opportunity) {
    let known = &opportunity.background;
    let mut facts = Facts::new(blocks.words());
    facts.fields(&[
        ("environment", &known.environment),
        ("core_business", &known.core_business),
        ("finances", &known.finances),
        ("need", &known.need),
        ("project", &known.project),
        ("decision_process", &known.decision_process),
        ("objective", &known.objective),
        ("benefit", &known.benefit),
        ("exposure", &known.exposure),
    ]);
    facts.field("emphasis", known.emphasis.map_or("", |emphasis| blocks.words().value(emphasis)));
    facts.field("driver", &joined(&[&known.driver, &day(known.driver_date)]));
    blocks.facts(facts);
}

/// Who set a criterion, in a few words; empty where nobody knows.
fn set_by(words: &Words, criterion: &DecisionCriterion) -> String {
    criterion.set_by.map_or_else(String::new, |who| format!("{}: {}", words.label("field", "set_by"), words.value(who)))
}

/// The criteria by their weight, with everybody's fit, and what the fits come to; further rivals stand in tables below.
fn criteria(blocks: &mut Blocks<'_>, opportunity: &Opportunity) {
    let words = blocks.words();
    if opportunity.buying.criteria.is_empty() {
        return;
    }
    let CriteriaFit { ours, rivals } = criteria_fit(opportunity);
    let (beside, below) = rivals.split_at(rivals.len().min(BESIDE));
    let heading = || title(words.label("record", "criterion"));
    let mut columns: Vec<Column> =
        vec![wide(heading(), 3), wide(blocks.field("holders"), 2), narrow(blocks.say(Message::BuyingUs))];
    columns.extend(beside.iter().map(|(rival, ..)| narrow(rival_name(blocks, *rival).to_owned())));
    // What we do about it is a sentence, the fits are a word each.
    columns.push(wide(blocks.field("our_move"), 4));
    let mut table = Table::new(columns);
    for criterion in &opportunity.buying.criteria {
        let mut cells = vec![
            with_sub(&criterion.name, &nature(words, criterion)),
            with_sub(&people(blocks.material, &criterion.holders), &set_by(words, criterion)),
            fit(words, criterion.our_fit),
        ];
        cells.extend(beside.iter().map(|(rival, ..)| fit(words, criterion.rival_fits.get(rival).copied())));
        cells.push(with_sub(criterion.our_move.map_or("", |step| words.value(step)), &criterion.note));
        table.row(cells);
    }
    let weighted = || clean(&words.say(Message::BuyingWeighted));
    let sum = |offer: &OfferFit| clean(&signed(offer.total));
    let mut total = vec![weighted(), Json::default(), sum(&ours)];
    total.extend(beside.iter().map(|(_, offer, _)| sum(offer)));
    total.push(Json::default());
    table.total(total);
    blocks.table(table);
    for some in below.chunks(BELOW) {
        let mut columns = vec![wide(heading(), 1)];
        columns.extend(some.iter().map(|(rival, ..)| narrow(rival_name(blocks, *rival).to_owned())));
        let mut table = Table::new(columns);
        for criterion in &opportunity.buying.criteria {
            let fits = some.iter().map(|(rival, ..)| fit(words, criterion.rival_fits.get(rival).copied()));
            table.row([clean(&criterion.name)].into_iter().chain(fits).collect());
        }
        table.total([weighted()].into_iter().chain(some.iter().map(|(_, offer, _)| sum(offer))).collect());
        blocks.table(table);
    }
}

/// Class, formal or not, mandatory or not.
fn nature(words: &Words, criterion: &DecisionCriterion) -> String {
    let formal = criterion.formal.map(|is| if is { Message::BuyingFormal } else { Message::BuyingInformal });
    let mandatory = criterion.mandatory.map(|is| if is { Message::BuyingMandatory } else { Message::BuyingOptional });
    let [formal, mandatory] = [formal, mandatory].map(|message| message.map_or_else(String::new, |it| words.text(&it)));
    joined(&[criterion.class.map_or("", |class| words.value(class)), &formal, &mandatory])
}

fn fit(words: &Words, fit: Option<Fit>) -> Json {
    clean(&fit.map_or_else(|| "?".to_owned(), |fit| format!("{} {}", fit.symbol(), words.value(fit))))
}

fn process(blocks: &mut Blocks<'_>, opportunity: &Opportunity) {
    let words = blocks.words();
    let mut table = Table::new(vec![
        wide(title(words.label("record", "step")), 3),
        wide(blocks.field("who"), 2),
        narrow(blocks.field("department")),
        wide(blocks.field("method"), 2),
        narrow(blocks.field("date")),
        narrow(blocks.field("done")),
    ]);
    for step in &opportunity.buying.process {
        table.row(vec![
            clean(&step.step),
            clean(&people(blocks.material, &step.who)),
            clean(&step.department),
            clean(&step.method),
            clean(&day(step.date)),
            yes_no(words, Some(step.done)),
        ]);
    }
    blocks.table(table);
}

/// What the client needs, and what of ours answers it.
fn needs(blocks: &mut Blocks<'_>, opportunity: &Opportunity) {
    let words = blocks.words();
    let buying = &opportunity.buying;
    let mut table = Table::new(vec![
        wide(title(words.label("record", "need")), 3),
        wide(blocks.field("implication"), 2),
        wide(blocks.field("payoff"), 2),
        wide(blocks.field("benefits"), 3),
    ]);
    let answers =
        |need: &Need| -> Vec<&BenefitRow> { buying.benefits.iter().filter(|row| row.need == Some(need.id)).collect() };
    for need in &buying.needs {
        let holder = need.holder.map_or("", |person| blocks.account().person_name(person));
        let kind = need.kind.map_or("", |kind| words.value(kind));
        let level = need.level.map_or("", |level| words.value(level));
        let rows = answers(need);
        let texts: Vec<String> = rows.iter().map(|row| joined(&[&row.feature, &row.advantage, &row.benefit])).collect();
        table.row(vec![
            with_sub(&need.statement, &joined(&[kind, level, holder])),
            clean(&need.implication),
            clean(&need.payoff),
            clean(&texts.join("; ")),
        ]);
    }
    blocks.table(table);
}

/// The counts of pluses, open answers and minuses of each group, for us and for rivals.
fn assessment(blocks: &mut Blocks<'_>, opportunity: &Opportunity) {
    let material = blocks.material;
    let words = blocks.words();
    let Some(set) = material.method.questions.set(&opportunity.question_set) else { return };
    if opportunity.assessment.iter().all(|answer| answer.mark.is_none_or(|mark| mark == AnswerMark::Open)) {
        return;
    }
    let mut columns: Vec<Column> = vec![wide(blocks.field("question"), 1), number(blocks.say(Message::BuyingUs))];
    columns.extend(opportunity.competitors.iter().map(|rival| number(rival_name(blocks, *rival).to_owned())));
    let mut table = Table::new(columns);
    for group in &set.groups {
        let mut cells = vec![clean(group.name.text(words.language()))];
        let sides = std::iter::once(None).chain(opportunity.competitors.iter().copied().map(Some));
        cells.extend(sides.map(|side| counts(tally(group, opportunity, side))));
        table.row(cells);
    }
    blocks.table(table);
    blocks.text(&blocks.say(Message::LongCounts));
}

fn counts(tally: Tally) -> Json {
    clean(&format!("+{} ?{} -{}", tally.plus, tally.open, tally.minus))
}
