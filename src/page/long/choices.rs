//! Section 2: the choices made, the strategy in six elements, the value card.

use serde_json::Value as Json;

use super::super::compose::clean;
use super::super::data::member_name;
use super::blocks::{Blocks, Facts, amount, day, joined, people, with_sub};
use crate::model::{Coded, Competitor, StrategicChoice, StrategyElement, ValueEntry, ValueQuadrant};
use crate::words::Message;

pub(super) fn fill(blocks: &mut Blocks<'_>) {
    let (account, words) = (blocks.account(), blocks.words());
    let choices = &account.profile.choices;
    let mut facts = Facts::new(words);
    for choice in StrategicChoice::ALL {
        let note = choices.note(*choice);
        let is_made = choices.made.contains(choice);
        let text = if is_made && note.trim().is_empty() { blocks.say(Message::WorkYes) } else { note.to_owned() };
        facts.named(words.value(*choice), &text);
    }
    blocks.facts(facts);
    let title = blocks.say(Message::PlanStrategy);
    blocks.part(title, elements);
    let title = blocks.say(Message::PlanValue);
    blocks.part(title, value_card);
}

fn elements(blocks: &mut Blocks<'_>) {
    let words = blocks.words();
    let mut facts = Facts::new(words);
    for element in StrategyElement::ALL {
        let lines = element_lines(blocks, *element);
        match lines.as_slice() {
            [one] => facts.named(words.value(*element), one),
            lines => facts.lines(words.value(*element), lines.iter().map(|line| clean(line)).collect()),
        }
    }
    blocks.facts(facts);
}

/// What is said of an element, a line each; a text of the user's own stands as it is, everything else by its field.
fn element_lines(blocks: &Blocks<'_>, element: StrategyElement) -> Vec<String> {
    let (account, words, material) = (blocks.account(), blocks.words(), blocks.material);
    let said = &account.profile.elements;
    let named = |field: &str, text: &str| {
        if text.trim().is_empty() { String::new() } else { format!("{}: {text}", blocks.field(field)) }
    };
    let lines = match element {
        StrategyElement::Objectives => vec![said.objectives.clone()],
        StrategyElement::Focus => vec![said.focus.clone()],
        StrategyElement::Positioning => {
            let rivals: Vec<&str> = (said.target_rivals.iter())
                .filter_map(|rival| account.get::<Competitor>(*rival))
                .map(|rival| rival.name.as_str())
                .collect();
            let price = joined(&[said.price_position.map_or("", |position| words.value(position)), &said.price]);
            vec![
                said.positioning.clone(),
                named("target_people", &people(material, &said.target_people)),
                named("target_rivals", &rivals.join(words.list_separator())),
                named("for_whom", &said.for_whom),
                named("price_position", &price),
                named("advantage", &said.advantage),
            ]
        }
        StrategyElement::Plan => vec![said.approach.clone()],
        StrategyElement::Resources => {
            let agreed = joined(&[member_name(account, said.agreed_by), &day(said.agreed_on)]);
            vec![said.resources.clone(), named("agreed_by", &agreed)]
        }
        StrategyElement::Budget => vec![
            named("budget", &amount(words, said.budget)),
            named("sales_forecast", &amount(words, said.sales_forecast)),
        ],
    };
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}

fn value_card(blocks: &mut Blocks<'_>) {
    let (account, words, material) = (blocks.account(), blocks.words(), blocks.material);
    let entries = account.ranked::<ValueEntry>();
    let line = |entry: &&&ValueEntry| -> Json {
        let kind = entry.kind.map_or("", |kind| words.value(kind));
        with_sub(&entry.text, &joined(&[kind, &entry.figure, &people(material, &entry.people), &day(entry.due)]))
    };
    let quarter = |quadrant: &ValueQuadrant| {
        let rows = entries.iter().filter(|entry| entry.quadrant == *quadrant).map(|entry| line(&entry)).collect();
        (words.value(*quadrant).to_owned(), String::new(), "·", rows)
    };
    blocks.quad(ValueQuadrant::ALL.iter().map(quarter).collect());
}
