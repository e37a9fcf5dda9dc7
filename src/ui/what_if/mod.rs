//! What if: the strip that compares the account as it is with what is being tried out.

mod keep;

use egui::{Button, Frame, Margin, Panel, RichText, ScrollArea, Stroke, Ui};

use super::findings::key;
use super::style::bold_text;
use super::{Action, Actions, Hint, ViewContext, ViewState, WhatIf};
use crate::edit::{Edit, Gesture, OpportunityJudgementChange, PersonChange, RecordEdit, StructureEdit};
use crate::insight::{Finding, Insights, Route};
use crate::model::{BuyingRole, Coverage, Judged, Person, PersonId, Support};
use crate::theme::TextSize;
use crate::words::Message;

/// How many findings that go or come are told.
const SHOWN: usize = 6;

/// Draws the strip while something is tried out.
pub(super) fn what_if_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let Some(what_if) = ctx.what_if else { return };
    let frame = Frame::new()
        .fill(ctx.palette.raised())
        .stroke(Stroke::new(1.5, ctx.palette.accent()))
        .inner_margin(Margin::symmetric(12, 6));
    Panel::bottom("what if").frame(frame).default_size(190.0).size_range(96.0..=360.0).show(ui, |ui| {
        head_ui(ctx, view, ui, actions, what_if);
        ui.add_space(4.0);
        ScrollArea::vertical().id_salt("what if").auto_shrink([false, true]).show(ui, |ui| {
            ui.columns(3, |columns| {
                if let [figures, findings, ways] = columns {
                    figures_ui(ctx, figures, what_if);
                    findings_ui(ctx, findings, what_if);
                    ways_ui(ctx, ways, what_if);
                }
            });
        });
    });
}

fn head_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, what_if: WhatIf<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.label(bold_text(ctx.words.say(Message::MenuWhatIf), TextSize::SECTION, ctx));
        let hint = RichText::new(ctx.words.say(Message::WhatIfHint)).size(TextSize::SECOND);
        ui.label(hint.color(ctx.palette.ink_soft()));
        let people = view.people(ctx.account);
        let label = match people.as_slice() {
            [only] => Message::WhatIfEffect { person: ctx.account.person_name(*only).to_owned() },
            _ => Message::WhatIfEffectNobody,
        };
        let effect = effect(ctx, view, &people).filter(|_| people.len() == 1);
        let button = Button::new(ctx.words.text(&label));
        if ui.add_enabled(effect.is_some(), button).on_hover_text(ctx.words.say(Message::WhatIfEffectHint)).clicked() {
            actions.extend(effect.map(Action::Edit));
        }
        let wanted = keep::wanted(ctx, what_if.base, &mut view.ids, view.opportunity);
        let keep = Button::new(bold_text(ctx.words.say(Message::WhatIfKeep), TextSize::BODY, ctx));
        let response = ui.add_enabled(wanted.is_some() && !ctx.is_read_only, keep);
        if response.on_hover_text(ctx.words.say(Message::WhatIfKeepHint)).clicked() {
            let count = wanted.as_ref().map_or(0, keep::count).to_string();
            let text = ctx.words.text(&Message::WhatIfKept { count });
            let until = ui.input(|input| input.time) + 6.0;
            view.hint = Some(Hint { text, at: ui.cursor().left_top() - egui::vec2(0.0, 60.0), until });
            view.wants_canvas = true;
            actions.push(Action::EndTrial(wanted.map(Box::new)));
        }
        if ui.button(ctx.words.say(Message::WhatIfDiscard)).clicked() {
            actions.push(Action::EndTrial(None));
        }
    });
}

/// What a good visit does: contact and support one step up. None where both are at the top.
fn effect(ctx: &ViewContext<'_>, view: &ViewState, people: &[PersonId]) -> Option<Edit> {
    let person = ctx.account.get::<Person>(*people.first()?)?;
    let judged = ctx.account.judgement(person, view.opportunity);
    let coverage = match judged.coverage {
        None | Some(Coverage::NoContact) => Some(Coverage::BriefContact),
        Some(Coverage::BriefContact) => Some(Coverage::MultipleContacts),
        Some(Coverage::MultipleContacts) => Some(Coverage::InDepth),
        Some(Coverage::InDepth) => None,
    };
    let support = match judged.support {
        None => Some(Support::Neutral),
        Some(Support::Enemy) => Some(Support::NonSupporter),
        Some(Support::NonSupporter) => Some(Support::Neutral),
        Some(Support::Neutral) => Some(Support::Supporter),
        Some(Support::Supporter) => Some(Support::Mentor),
        Some(Support::Mentor) => None,
    };
    let judge = |own: OpportunityJudgementChange, plain: PersonChange| match view.opportunity {
        Some(opportunity) => Edit::Structure(StructureEdit::Judge { opportunity, person: person.id, change: own }),
        None => Edit::Person(RecordEdit::Set(person.id, plain)),
    };
    let coverage = coverage.map(|value| {
        judge(OpportunityJudgementChange::Coverage(Judged::Is(value)), PersonChange::Coverage(Some(value)))
    });
    let support = support
        .map(|value| judge(OpportunityJudgementChange::Support(Judged::Is(value)), PersonChange::Support(Some(value))));
    let edits: Vec<Edit> = coverage.into_iter().chain(support).collect();
    (!edits.is_empty()).then_some(Edit::Gesture(Gesture::Effect(person.id), edits))
}

/// The figures now and then, side by side.
fn figures_ui(ctx: &ViewContext<'_>, ui: &mut Ui, what_if: WhatIf<'_>) {
    let words = ctx.words;
    let (before, after) = (what_if.before, ctx.insights);
    egui::Grid::new("what if figures").num_columns(3).spacing(egui::vec2(16.0, 3.0)).show(ui, |ui| {
        let soft = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
        ui.label("");
        ui.label(soft(words.say(Message::WhatIfNow).into_owned()));
        ui.label(soft(words.say(Message::MenuWhatIf).into_owned()));
        ui.end_row();
        let index = |insights: &Insights| {
            insights.figures.support_index.map_or_else(|| "?".to_owned(), |index| format!("{index:+}"))
        };
        let met = |insights: &Insights| {
            let figures = &insights.figures;
            let (met, all) = (figures.key_players_for_us.to_string(), figures.key_players.to_string());
            words.text(&Message::FigureLightNote { met, all })
        };
        let rows: [(Message, String, String); 5] = [
            (Message::VerdictTitle, verdict(ctx, before), verdict(ctx, after)),
            (Message::FigureLight, words.light(before.figures.light), words.light(after.figures.light)),
            (Message::WhatIfKeyPlayers, met(before), met(after)),
            (Message::FigureSupport, index(before), index(after)),
            (Message::WhatIfFindings, before.open().count().to_string(), after.open().count().to_string()),
        ];
        for (label, then, now) in rows {
            ui.label(soft(words.say(label).into_owned()));
            let is_same = then == now;
            ui.label(RichText::new(then).size(TextSize::SECOND));
            if is_same {
                ui.label(soft("=".to_owned()));
            } else {
                ui.label(bold_text(now, TextSize::SECOND, ctx).color(ctx.palette.accent()));
            }
            ui.end_row();
        }
    });
}

fn verdict(ctx: &ViewContext<'_>, insights: &Insights) -> String {
    let verdict = &insights.verdict;
    let value = verdict.after.map_or_else(String::new, |after| format!(" {after:+}"));
    format!("{}{value}", ctx.words.value(verdict.direction))
}

/// The findings that go and those that come.
fn findings_ui(ctx: &ViewContext<'_>, ui: &mut Ui, what_if: WhatIf<'_>) {
    let gone = missing(what_if.before, ctx.insights);
    let come = missing(ctx.insights, what_if.before);
    if gone.is_empty() && come.is_empty() {
        let text = RichText::new(ctx.words.say(Message::WhatIfNothing)).size(TextSize::SECOND);
        ui.label(text.color(ctx.palette.ink_faint()));
        return;
    }
    let list = |ui: &mut Ui, title: Message, list: &[&Finding], account: &crate::model::Account, is_gone: bool| {
        if list.is_empty() {
            return;
        }
        let title = format!("{} ({})", ctx.words.say(title), list.len());
        ui.label(bold_text(title, TextSize::SECOND, ctx));
        for finding in list.iter().take(SHOWN) {
            let text = RichText::new(ctx.words.finding(finding, account)).size(TextSize::SECOND);
            let text = if is_gone { text.strikethrough().color(ctx.palette.ink_soft()) } else { text };
            ui.add(egui::Label::new(text).halign(egui::Align::LEFT));
        }
        if list.len() > SHOWN {
            ui.label(ctx.words.text(&Message::PageMore { n: (list.len() - SHOWN).to_string() }));
        }
    };
    list(ui, Message::WhatIfGone, &gone, what_if.base, true);
    list(ui, Message::WhatIfCome, &come, ctx.account, false);
}

/// The open findings of `one` that `other` does not have.
fn missing<'a>(one: &'a Insights, other: &Insights) -> Vec<&'a Finding> {
    let known: std::collections::BTreeSet<String> = other.open().map(key).collect();
    one.open().filter(|finding| !known.contains(&key(finding))).collect()
}

/// The best way to each decider, before and after where it differs.
fn ways_ui(ctx: &ViewContext<'_>, ui: &mut Ui, what_if: WhatIf<'_>) {
    ui.label(bold_text(ctx.words.say(Message::WhatIfWays), TextSize::SECOND, ctx));
    let mut targets: Vec<PersonId> = best(ctx.insights).chain(best(what_if.before)).map(|route| route.target).collect();
    targets.extend(deciders(what_if.base).chain(deciders(ctx.account)));
    targets.sort_unstable();
    targets.dedup();
    for target in targets {
        let way = |insights: &Insights, account: &crate::model::Account| {
            let route = insights.routes.iter().find(|route| route.target == target && !route.people.is_empty());
            let name = |person: &PersonId| account.person_name(*person).to_owned();
            match route.map(|route| route.people.as_slice()) {
                None => format!("{}: {}", name(&target), ctx.words.say(Message::GuideApart)),
                Some([only]) => format!("{}: {}", name(only), ctx.words.say(Message::WhatIfDirect)),
                Some(people) => people.iter().map(name).collect::<Vec<String>>().join(" → "),
            }
        };
        let (before, after) = (way(what_if.before, what_if.base), way(ctx.insights, ctx.account));
        if before == after {
            ui.label(RichText::new(after).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        } else {
            ui.label(RichText::new(before).size(TextSize::SECOND).strikethrough().color(ctx.palette.ink_soft()));
            ui.label(RichText::new(after).size(TextSize::SECOND).color(ctx.palette.accent()));
        }
    }
}

/// Everybody who decides or approves.
fn deciders(account: &crate::model::Account) -> impl Iterator<Item = PersonId> {
    account
        .all::<Person>()
        .filter(|person| matches!(person.judgement.role, Some(BuyingRole::Approver | BuyingRole::DecisionMaker)))
        .map(|person| person.id)
}

/// The best way to each target.
fn best(insights: &Insights) -> impl Iterator<Item = &Route> {
    let mut seen = std::collections::BTreeSet::new();
    insights.routes.iter().filter(move |route| seen.insert(route.target))
}
