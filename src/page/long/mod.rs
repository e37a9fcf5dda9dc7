//! The plan in its eight sections: what of each is filled in, and a note on what is not.

mod actions;
mod appendix;
pub(super) mod blocks;
mod choices;
mod forecast;
mod objectives;
mod opportunity;
pub(super) mod relations;
mod risks;
mod summary;
mod team;

use serde_json::{Value as Json, json};

use super::Edition;
use super::compose::{Material, clean};
use super::data::{header, meta, plan_title, token_map};
use crate::model::{Coded, PlanSection};
use crate::theme::Tokens;
use crate::words::Message;
use blocks::Blocks;

/// What the client may see: goals and actions marked as shared, and who of us is there.
const SHARED: [PlanSection; 3] = [PlanSection::Objectives, PlanSection::Actions, PlanSection::Team];

/// The data of the long plan.
pub(super) fn long_data(material: &Material<'_>, tokens: &Tokens) -> Json {
    let words = material.words;
    let say = |message: Message| clean(&words.say(message));
    let plan = words.say(plan_title(material)).into_owned();
    let sections: &[PlanSection] = match material.request.edition {
        Edition::Full => PlanSection::ALL,
        Edition::Customer => &SHARED,
    };
    let name = |section: &PlanSection| format!("{} {}", *section as usize + 1, words.value(*section));
    let (mut filled, mut empty) = (Vec::new(), Vec::new());
    for section in sections {
        let blocks = blocks_of(material, tokens, *section);
        if blocks.is_empty() {
            empty.push(name(section));
        } else {
            // The eight have their numbers; what the client sees is counted as it stands.
            let number = match material.request.edition {
                Edition::Full => *section as usize + 1,
                Edition::Customer => filled.len() + 1,
            };
            filled.push(json!({ "number": number, "title": clean(words.value(*section)), "blocks": blocks }));
        }
    }
    let left_out = match material.request.edition {
        Edition::Full if !empty.is_empty() => {
            words.text(&Message::LongLeftOut { sections: empty.join(words.list_separator()) })
        }
        Edition::Full | Edition::Customer => String::new(),
    };
    let page_of = Message::LongPageOf { page: "{n}".to_owned(), pages: "{m}".to_owned() };
    json!({
        "meta": meta(material, &format!("{} · {plan}", material.account.profile.name)),
        "tokens": token_map(tokens),
        "words": { "more": words.text(&Message::PageMore { n: "{n}".to_owned() }), "contents": say(Message::LongContents),
            "page_of": words.text(&page_of) },
        "header": header(material, &plan),
        "sections": filled,
        "left_out": clean(&left_out),
    })
}

fn blocks_of(material: &Material<'_>, tokens: &Tokens, section: PlanSection) -> Vec<Json> {
    let mut blocks = Blocks::new(material, tokens);
    match section {
        PlanSection::Summary => summary::fill(&mut blocks),
        PlanSection::Choices => choices::fill(&mut blocks),
        PlanSection::Risks => risks::fill(&mut blocks),
        PlanSection::Objectives => objectives::fill(&mut blocks),
        PlanSection::Actions => actions::fill(&mut blocks),
        PlanSection::Team => team::fill(&mut blocks),
        PlanSection::Forecast => forecast::fill(&mut blocks),
        PlanSection::Appendix => appendix::fill(&mut blocks),
    }
    blocks.done()
}
