//! What stands in each panel of the page.

use serde_json::{Map, Value as Json, json};

use super::Edition;
use super::compose::{Material, clean};
use super::data::member_name;
use super::way::route_of;
use crate::insight::{Finding, MapLight, Quota, pipeline, rate_of, risk_level, stage_rates};
use crate::method::Severity;
use crate::model::{
    Action, ActionStatus, Coded, Goal, Money, Opportunity, OpportunityStatus, Risk, RiskLevel, SwotEntry, SwotQuadrant,
    ValueEntry, ValueQuadrant,
};
use crate::words::{Message, amount_short, date, money};

/// How many findings a page takes; the rest stands in the window.
const MOST_FINDINGS: usize = 6;

/// Lines of text that a finding may fill on a page.
const FINDING_LINES: u8 = 3;

/// Lines of text for a way: every step is named with a title.
const WAY_LINES: u8 = 7;

/// How many changes a page takes; the rest is counted.
const MOST_CHANGES: usize = 6;

/// All panels, and in which order they stand.
pub(super) fn all(material: &Material<'_>) -> Map<String, Json> {
    let mut panels = Map::new();
    let mut put = |name: &str, value: Json| {
        panels.insert(name.to_owned(), value);
    };
    put("goals", goals(material));
    put("actions", actions(material));
    put("changes", changes(material));
    put("findings_more", json!(material.findings.len().saturating_sub(MOST_FINDINGS)));
    put("changes_more", json!(material.changes.len().saturating_sub(MOST_CHANGES)));
    if material.request.edition == Edition::Full {
        put("figures", figures(material));
        put("swot", swot(material));
        put("opportunities", opportunities(material));
        put("risks", risks(material));
        put("findings", findings(material));
        let mut order = vec!["goals", "opportunities", "swot", "risks", "actions", "findings", "changes"];
        if material.has_extras {
            put("values", values(material));
            order.insert(3, "values");
        }
        put("panels", json!(order));
    } else {
        put("figures", json!([]));
        put("findings", json!([]));
        put("panels", json!(["goals", "actions"]));
    }
    panels
}

pub(super) fn figures(material: &Material<'_>) -> Json {
    let (words, figures) = (material.words, &material.figures);
    let text = |message: Message| words.text(&message);
    let figure = |label: Message, value: String, unit: String, note: String, tone: &str, share: Option<u8>| {
        json!({ "label": clean(&text(label)), "value": clean(&value), "unit": clean(&unit),
            "note": clean(&note), "tone": tone, "share": share })
    };
    let mut list = Vec::new();
    let (value, unit) = amount_short(words, figures.funnel.weighted);
    let count = figures.funnel.open.to_string();
    let pipeline = pipeline(material.account, &material.method.rules, material.request.today);
    let (note, covered) = match quota_percent(pipeline.against) {
        Some(percent) => {
            let share = u8::try_from(percent.clamp(0, 100)).ok();
            (text(Message::FigureCovered { percent: percent.to_string(), count }), share)
        }
        None => (text(Message::FigureOpen { count }), None),
    };
    list.push(figure(Message::FigureWeighted, value, unit, note, "plain", covered));
    if let (Some(share), Some(wallet)) = (figures.wallet_share, material.account.profile.wallet) {
        let note = text(Message::FigureWalletNote { amount: money(words, wallet) });
        list.push(figure(Message::FigureWallet, share.to_string(), "%".to_owned(), note, "plain", Some(share)));
    }
    if let Some(target) = material.account.profile.target {
        let (value, unit) = amount_short(words, target);
        let revenue = material.account.profile.revenue;
        let note = revenue
            .map_or_else(String::new, |revenue| text(Message::FigureTargetNote { amount: money(words, revenue) }));
        list.push(figure(
            Message::FigureTarget,
            value,
            unit,
            note,
            "plain",
            revenue.and_then(|revenue| share(revenue, target)),
        ));
    }
    let tone = match figures.light {
        MapLight::Red => "bad",
        MapLight::Amber => "warn",
        MapLight::Green => "good",
    };
    let (met, all) = (figures.key_players_for_us.to_string(), figures.key_players.to_string());
    let note = text(Message::FigureLightNote { met, all });
    list.push(figure(Message::FigureLight, words.light(figures.light), String::new(), note, tone, None));
    list.push(support(material, &figure));
    let (done, tone) = match figures.actions_overdue {
        0 => (text(Message::FigureNoneOverdue), "good"),
        late => (text(Message::FigureOverdue { count: late.to_string() }), "warn"),
    };
    list.push(figure(Message::FigureActions, figures.actions_open.to_string(), String::new(), done, tone, None));
    Json::Array(list)
}

/// A ratio in whole percent, where there is one.
fn quota_percent(quota: Quota) -> Option<i64> {
    match quota {
        Quota::Of(share) => Some((share.permille() + 5).div_euclid(10)),
        Quota::Unset | Quota::NotPositive | Quota::NoRate(_) => None,
    }
}

/// The first line of each quadrant of the value card.
fn values(material: &Material<'_>) -> Json {
    let entries = material.account.ranked::<ValueEntry>();
    let line = |quadrant: &ValueQuadrant| {
        let first = entries.iter().find(|entry| entry.quadrant == *quadrant && !entry.text.trim().is_empty())?;
        let figure = if first.figure.is_empty() { String::new() } else { format!(" ({})", first.figure) };
        Some(clean(&format!("{}: {}{figure}", material.words.value(*quadrant), first.text)))
    };
    ValueQuadrant::ALL.iter().filter_map(line).collect()
}

type Figure<'a> = &'a dyn Fn(Message, String, String, String, &str, Option<u8>) -> Json;

fn support(material: &Material<'_>, figure: Figure<'_>) -> Json {
    let figures = &material.figures;
    let note = Message::FigureSupportNote { share: figures.support_known.to_string() };
    let note = material.words.text(&note);
    let (value, tone) = match figures.support_index {
        Some(index) => (format!("{index:+}"), if index < 0 { "bad" } else { "plain" }),
        None => ("?".to_owned(), "warn"),
    };
    figure(Message::FigureSupport, value, "/100".to_owned(), note, tone, None)
}

fn share(part: Money, whole: Money) -> Option<u8> {
    if part.currency != whole.currency || whole.minor <= 0 || part.minor < 0 {
        return None;
    }
    let percent = i128::from(part.minor) * 100 / i128::from(whole.minor);
    Some(u8::try_from(percent.min(100)).unwrap_or(100))
}

fn goals(material: &Material<'_>) -> Json {
    let today = material.request.today;
    let goal = |goal: &&Goal| {
        let is_late = goal.due.is_some_and(|due| due < today) && goal.progress.unwrap_or(0) < 100;
        json!({
            "text": clean(&goal.text), "measure": clean(&goal.measure),
            "due": goal.due.map_or_else(String::new, date), "progress": goal.progress,
            "tone": if is_late { "warn" } else { "plain" },
        })
    };
    material.account.ranked::<Goal>().iter().map(goal).collect()
}

fn swot(material: &Material<'_>) -> Json {
    let entries = material.account.ranked::<SwotEntry>();
    let quarter = |quadrant: SwotQuadrant| -> Json {
        entries.iter().filter(|entry| entry.quadrant == quadrant).map(|entry| clean(&entry.text)).collect()
    };
    json!({
        "strengths": quarter(SwotQuadrant::Strength), "weaknesses": quarter(SwotQuadrant::Weakness),
        "opportunities": quarter(SwotQuadrant::Opportunity), "threats": quarter(SwotQuadrant::Threat),
    })
}

fn opportunities(material: &Material<'_>) -> Json {
    let (words, funnel, today) = (material.words, &material.figures.funnel, material.request.today);
    let is_open = |opportunity: &&Opportunity| opportunity.status == OpportunityStatus::Open;
    let open: Vec<&Opportunity> = material.account.ranked::<Opportunity>().into_iter().filter(is_open).collect();
    let rates = stage_rates(material.account, &material.method.rules);
    let row = |opportunity: &&Opportunity| {
        let rate = rate_of(opportunity, &rates);
        let weighted = opportunity.amount.zip(rate).map(|(amount, rate)| amount.percent(rate));
        let amount = |amount: Option<Money>| amount.map_or_else(String::new, |amount| money(words, amount));
        let next = match opportunity.next_step_due {
            Some(due) if !opportunity.next_step.is_empty() => {
                format!("{} · {}", opportunity.next_step, date(due))
            }
            Some(_) | None => opportunity.next_step.clone(),
        };
        let is_late = [opportunity.close, opportunity.next_step_due].iter().flatten().any(|day| *day < today);
        json!({
            "name": clean(&opportunity.name),
            "stage": opportunity.stage.map_or("", |stage| words.value(stage)),
            "step": opportunity.stage.map_or(0, |stage| stage as u8 + 1),
            "amount": clean(&amount(opportunity.amount)),
            "rate": rate.map_or_else(String::new, |rate| format!("{rate}%")),
            "weighted": clean(&amount(weighted)),
            "close": opportunity.close.map_or_else(String::new, |close| close.format("%Y-%m").to_string()),
            "next": clean(&next), "tone": if is_late { "warn" } else { "plain" },
        })
    };
    let whole = funnel.amount.minor.max(1);
    let step = |sum: &crate::insight::StageSum| {
        let share = i128::from(sum.amount.minor.max(0)) * 100 / i128::from(whole);
        let amount = if sum.amount.minor == 0 { String::new() } else { money(words, sum.amount) };
        json!({ "name": words.value(sum.stage), "amount_text": amount, "share": i64::try_from(share).unwrap_or(0) })
    };
    json!({
        "rows": open.iter().map(row).collect::<Vec<_>>(),
        "total": words.text(&Message::PageTotal { amount: money(words, funnel.amount) }),
        "weighted": words.text(&Message::PageWeighted { amount: money(words, funnel.weighted) }),
        "steps": funnel.stages.iter().map(step).collect::<Vec<_>>(),
    })
}

fn actions(material: &Material<'_>) -> Json {
    let (account, words, today) = (material.account, material.words, material.request.today);
    let is_live = |action: &&Action| action.status != ActionStatus::Dropped;
    let mut live: Vec<&Action> = account.ranked::<Action>().into_iter().filter(is_live).collect();
    // What is done comes last; it stays to show that it was.
    live.sort_by_key(|action| action.status == ActionStatus::Done);
    let row = |action: &&Action| {
        let people: Vec<&str> = action.people.iter().map(|person| account.person_name(*person)).collect();
        let is_late = action.due.is_some_and(|due| due < today) && action.status != ActionStatus::Done;
        let tone = match action.status {
            ActionStatus::Done => "good",
            ActionStatus::AtRisk => "bad",
            ActionStatus::NotStarted | ActionStatus::InProgress | ActionStatus::Dropped if is_late => "warn",
            ActionStatus::NotStarted | ActionStatus::InProgress | ActionStatus::Dropped => "plain",
        };
        json!({
            "what": clean(&action.what), "owner": clean(member_name(account, action.owner)),
            "whom": clean(&people.join(words.list_separator())),
            "due": action.due.map_or_else(String::new, date),
            "status": words.value(action.status), "tone": tone,
        })
    };
    live.iter().map(row).collect()
}

fn risks(material: &Material<'_>) -> Json {
    let mut risks = material.account.ranked::<Risk>();
    risks.sort_by_key(|risk| risk_level(risk));
    let row = |risk: &&Risk| {
        let grade = risk_level(risk);
        let level = match grade {
            RiskLevel::High => "high",
            RiskLevel::Medium => "medium",
            RiskLevel::Low => "low",
        };
        json!({
            "text": clean(&risk.text), "level": level, "level_word": material.words.value(grade),
            "response": clean(&risk.response),
        })
    };
    risks.iter().map(row).collect()
}

fn findings(material: &Material<'_>) -> Json {
    let tone = |severity: Severity| match severity {
        Severity::Grave => "bad",
        Severity::Way => "good",
        Severity::Watch | Severity::Note => "warn",
    };
    let row = |finding: &Finding| {
        let text = clean(&material.words.finding(finding, material.account));
        let lines = if route_of(finding).is_some() { WAY_LINES } else { FINDING_LINES };
        json!({ "text": text, "tone": tone(finding.severity), "lines": lines })
    };
    material.findings.iter().take(MOST_FINDINGS).map(row).collect()
}

/// What has changed since the last review, a sentence each.
fn changes(material: &Material<'_>) -> Json {
    let sentence = |change| clean(&material.words.change(change));
    material.changes.iter().take(MOST_CHANGES).map(sentence).collect()
}

/// The code of a scale's value in snake case, as templates name it.
pub(super) fn snake<T: Coded>(value: Option<T>) -> String {
    let Some(value) = value else {
        return "unknown".to_owned();
    };
    let mut snake = String::new();
    for letter in value.code().chars() {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}
