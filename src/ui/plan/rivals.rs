//! Competitors at this client: their seven items, strengths, fit, whom they hold on our map.

use std::collections::BTreeMap;

use egui::{CollapsingHeader, RichText, Ui};

use super::cells::{FIELD, cells_ui};
use super::list::{count_note, named, next_rank, push_tool, rows_ui, section_ui, take_keys};
use super::why::add_why_ui;
use crate::edit::{CompetitorChange, Edit, RecordEdit};
use crate::insight::said_of_rival;
use crate::model::{Competitor, CompetitorId};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the competitors.
pub(super) fn rivals_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let rivals = ctx.account.ranked::<Competitor>();
    let lack = rivals.iter().filter(|rival| rival.weaknesses.is_empty()).count();
    let note = count_note(ctx, rivals.len(), lack, "weaknesses");
    section_ui(ctx, ui, "plan-rivals", (Message::PlanRivals, note), |ui| {
        if rivals.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::PlanEmptyRivals));
        }
        crowded_ui(ctx, ui, actions, &rivals);
        let name = |rival: &Competitor| named(ctx, &rival.name, "competitor");
        let asked = rows_ui(ctx, ui, &rivals, name, |ui, rival| rival_ui(ctx, view, ui, actions, rival));
        push_tool(actions, &rivals, asked, Edit::Competitor);
        let is_wanted = add_why_ui(ctx, ui, Message::PlanAddRival, Message::PlanRivals, &ctx.strategy.rival_items);
        if is_wanted {
            let rank = next_rank::<Competitor>(ctx.account);
            let rival = Competitor { rank, ..Competitor::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("competitor", rival.id, "name"));
            actions.push(Action::Edit(Edit::Competitor(RecordEdit::Add(Box::new(rival)))));
        }
    });
}

/// Says of which product line more rivals are named than are worth following.
fn crowded_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, rivals: &[&Competitor]) {
    let mut lines: BTreeMap<&str, u8> = BTreeMap::new();
    for rival in rivals.iter().filter(|rival| !rival.product_line.trim().is_empty()) {
        let count = lines.entry(rival.product_line.trim()).or_default();
        *count = count.saturating_add(1);
    }
    for (line, _) in lines.iter().filter(|(_, count)| **count > ctx.strategy.rivals_of_line) {
        let message = Message::PlanRivalsMany { line: named(ctx, line, "competitor") };
        Form::new(ctx, ui, actions).note(ctx.words.text(&message));
    }
}

fn rival_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, rival: &Competitor) {
    let set = |change| Edit::Competitor(RecordEdit::Set(rival.id, change));
    let id = |field| field_id("competitor", rival.id, field);
    let mut form = Form::new(ctx, ui, actions);
    cells_ui(
        &mut form,
        view,
        FIELD,
        &[
            &|form, view| {
                let kind = ctx.words.say(Message::PlanRecordName);
                let name = form.text(id("name"), &kind, &rival.name, "", |text| set(CompetitorChange::Name(text)));
                take_keys(view, id("name"), &name);
            },
            &|form, _| {
                let (word, hint) = (form.word("product_line"), ctx.words.say(Message::PlanHintLine));
                let edit = |text| set(CompetitorChange::ProductLine(text));
                form.text(id("product_line"), &word, &rival.product_line, &hint, edit);
            },
        ],
    );
    items_ui(&mut form, view, rival);
    standing_ui(&mut form, view, rival);
    form.ui.separator();
}

/// The items beside name and product line, folded until one is said.
fn items_ui(form: &mut Form<'_>, view: &mut ViewState, rival: &Competitor) {
    let ctx = form.ctx;
    let said = said_of_rival(rival);
    let title = ctx.words.text(&Message::PlanRivalItems { said: said.to_string() });
    let title = RichText::new(title).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    let is_open = said > usize::from(!rival.product_line.trim().is_empty());
    let actions = &mut *form.actions;
    let area =
        |form: &mut Form<'_>, field, hint, text: &str, change| area_ui(form, rival.id, (field, hint), text, change);
    CollapsingHeader::new(title).id_salt("items").default_open(is_open).show_unindented(form.ui, |ui| {
        cells_ui(
            &mut Form::new(ctx, ui, actions),
            view,
            FIELD,
            &[
                &|form, _| area(form, "goals", Message::PlanHintRivalGoals, &rival.goals, CompetitorChange::Goals),
                &|form, _| area(form, "stance", Message::PlanHintStance, &rival.stance, CompetitorChange::Stance),
                &|form, _| area(form, "service", Message::PlanHintService, &rival.service, CompetitorChange::Service),
                &|form, _| area(form, "methods", Message::PlanHintMethods, &rival.methods, CompetitorChange::Methods),
                &|form, _| {
                    let change = CompetitorChange::Organization;
                    area(form, "organization", Message::PlanHintOrganization, &rival.organization, change);
                },
                &|form, _| area(form, "trends", Message::PlanHintTrends, &rival.trends, CompetitorChange::Trends),
            ],
        );
    });
}

/// Strengths and weaknesses, the fit with what the client decides by, the people they hold.
fn standing_ui(form: &mut Form<'_>, view: &mut ViewState, rival: &Competitor) {
    let set = |change| Edit::Competitor(RecordEdit::Set(rival.id, change));
    let id = |field| field_id("competitor", rival.id, field);
    let area =
        |form: &mut Form<'_>, field, hint, text: &str, change| area_ui(form, rival.id, (field, hint), text, change);
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                area(form, "strengths", Message::PlanHintStrengths, &rival.strengths, CompetitorChange::Strengths)
            },
            &|form, _| {
                area(form, "weaknesses", Message::PlanHintWeaknesses, &rival.weaknesses, CompetitorChange::Weaknesses)
            },
            &|form, _| {
                let word = form.word("fit");
                form.segments(id("fit"), &word, rival.fit, |fit| set(CompetitorChange::Fit(fit)));
                if rival.fit.is_some() || !rival.fit_note.is_empty() {
                    let (name, hint) = (form.word("fit_note"), form.ctx.words.say(Message::PlanHintFit));
                    let edit = |text| set(CompetitorChange::FitNote(text));
                    form.bare_area(id("fit_note"), &name, &rival.fit_note, &hint, edit);
                }
            },
            &|form, view| {
                let word = form.word("contacts");
                let edit = |people| set(CompetitorChange::Contacts(people));
                form.people(view, id("contacts"), &word, &rival.contacts, edit);
            },
        ],
    );
}

/// A field of several lines, with a word on what belongs there.
fn area_ui(
    form: &mut Form<'_>,
    rival: CompetitorId,
    (field, hint): (&'static str, Message),
    text: &str,
    change: fn(String) -> CompetitorChange,
) {
    let (word, hint) = (form.word(field), form.ctx.words.say(hint));
    let edit = |text| Edit::Competitor(RecordEdit::Set(rival, change(text)));
    form.area(field_id("competitor", rival, field), &word, text, &hint, edit);
}
