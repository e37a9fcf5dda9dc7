//! The page's data: everything a template needs, in words, as one JSON value.

use serde_json::{Map, Value as Json, json};

use super::compose::{Material, clean};
use super::{Edition, PageForm, panels};
use crate::model::{Account, MemberId, TeamMember};
use crate::theme::Tokens;
use crate::words::{Message, Words, date};

/// The data of a page.
pub(super) fn page_data(material: &Material<'_>, tokens: &Tokens) -> Json {
    let words = material.words;
    let is_full = material.request.edition == Edition::Full;
    let plan = words.say(plan_title(material)).into_owned();
    let mut value = json!({
        "meta": meta(material, &format!("{} · {plan}", material.account.profile.name)),
        "tokens": token_map(tokens),
        "words": word_map(words, is_full, since(material)),
        "header": header(material, &plan),
    });
    if let Json::Object(map) = &mut value {
        map.extend(panels::all(material));
    }
    value
}

/// What every document says of itself.
pub(super) fn meta(material: &Material<'_>, title: &str) -> Json {
    let words = material.words;
    let say = |message: Message| clean(&words.say(message));
    let (paper, flipped) = material.request.paper.typst();
    let is_full = material.request.edition == Edition::Full;
    let printed = Message::PagePrinted { date: date(material.request.today) };
    json!({
        "lang": words.language().code(),
        "paper": paper,
        "flipped": flipped && material.request.form == PageForm::OnePage,
        "date": date(material.request.today),
        "edition": if is_full { "full" } else { "customer" },
        "title": clean(title),
        "author": clean(member_name(material.account, material.account.profile.owner)),
        "confidential": say(if is_full { Message::PageConfidential } else { Message::PageShared }),
        "printed": clean(&words.text(&printed)),
        "page": "1/1",
        "product": say(Message::AppName),
    })
}

pub(super) fn plan_title(material: &Material<'_>) -> Message {
    match material.request.edition {
        Edition::Full => Message::PagePlan,
        Edition::Customer => Message::PagePlanCustomer,
    }
}

pub(super) fn token_map(tokens: &Tokens) -> Json {
    let map: Map<String, Json> =
        tokens.all().into_iter().map(|(name, color)| (name.to_owned(), Json::String(color.hex()))).collect();
    Json::Object(map)
}

/// From when the changes count: from the last review, or from the day of a snapshot.
fn since(material: &Material<'_>) -> Message {
    let baseline = material.baseline.filter(|baseline| !baseline.is_review);
    match baseline.and_then(|baseline| baseline.snapshot.taken) {
        Some(day) => Message::PageChangesSince { date: date(day) },
        None => Message::PageChanges,
    }
}

fn word_map(words: &Words, is_full: bool, since: Message) -> Json {
    let say = |message: Message| clean(&words.say(message));
    let more = words.text(&Message::PageMore { n: "{n}".to_owned() });
    json!({
        "map": say(if is_full { Message::PageMap } else { Message::PageMapCustomer }), "goals": say(Message::PageGoals), "swot": say(Message::PageSwot),
        "opportunities": say(Message::PageOpportunities), "actions": say(Message::PageActions),
        "risks": say(Message::PageRisks), "findings": say(Message::PageFindings),
        "values": say(Message::PlanValue), "changes": say(since), "more": more, "next_step": say(Message::PageNextStep),
        "strengths": words.label("swot", "Strength"), "weaknesses": words.label("swot", "Weakness"),
        "opportunities_swot": words.label("swot", "Opportunity"), "threats": words.label("swot", "Threat"),
        "action_columns": [say(Message::ColumnAction), say(Message::ColumnOwner), say(Message::ColumnWhom),
            say(Message::ColumnDue), say(Message::ColumnStatus)],
        "opportunity_columns": [say(Message::ColumnOpportunity), say(Message::ColumnStage),
            say(Message::ColumnAmount), say(Message::ColumnRate), say(Message::ColumnWeighted),
            say(Message::ColumnClose)],
        "empty_goals": say(Message::PageEmptyGoals), "empty_swot": say(Message::PageEmptySwot),
        "empty_opportunities": say(Message::PageEmptyOpportunities),
        "empty_actions": say(Message::PageEmptyActions), "empty_risks": say(Message::PageEmptyRisks),
    })
}

pub(super) fn header(material: &Material<'_>, plan: &str) -> Json {
    let words = material.words;
    let profile = &material.account.profile;
    let mut kicker = vec![plan.to_owned()];
    if let Some(tier) = profile.tier {
        kicker.push(words.text(&Message::PageTier { tier: words.value(tier).to_owned() }));
    }
    kicker.extend(Some(profile.industry.clone()).filter(|industry| !industry.is_empty()));
    let name = if profile.name.is_empty() { words.say(Message::Untitled).into_owned() } else { profile.name.clone() };
    let mut facts: Vec<[Json; 2]> = Vec::new();
    let mut fact = |label: Message, value: String| {
        if !value.is_empty() {
            facts.push([clean(&words.say(label)), clean(&value)]);
        }
    };
    fact(Message::PageOwner, member_name(material.account, profile.owner).to_owned());
    fact(Message::PageTeam, team(material));
    fact(Message::PagePeriod, profile.period.clone());
    fact(Message::PageNextReview, profile.next_review.map_or_else(String::new, date));
    json!({
        "kicker": clean(&kicker.join(" · ")), "name": clean(&name), "strategy": clean(&profile.strategy),
        "proposition": clean(&proposition(material)), "facts": facts,
    })
}

/// The value proposition in a line: for whom, at which price, what only we give.
fn proposition(material: &Material<'_>) -> String {
    let (words, elements) = (material.words, &material.account.profile.elements);
    let position = elements.price_position.map_or("", |position| words.value(position));
    let parts = [elements.for_whom.as_str(), position, &elements.price, &elements.advantage];
    let said: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    // A price alone proposes nothing.
    if elements.advantage.trim().is_empty() { String::new() } else { said.join(" · ") }
}

/// Our team but the owner, each with the part played here.
fn team(material: &Material<'_>) -> String {
    let account = material.account;
    let others = account.ranked::<TeamMember>().into_iter().filter(|member| account.profile.owner != Some(member.id));
    let named: Vec<String> = others.map(|member| member.name.clone()).collect();
    named.join(material.words.list_separator())
}

/// The name of a member of our team, or an empty text.
pub(super) fn member_name(account: &Account, id: Option<MemberId>) -> &str {
    id.and_then(|id| account.get::<TeamMember>(id)).map_or("", |member| member.name.as_str())
}
