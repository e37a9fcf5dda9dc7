//! The appendix: the 27 items that support the plan, each with what fills it.

use egui::{RichText, Ui, vec2};

use super::lacks::{go_to, link_ui, sign_ui};
use super::list::{section_ui, take_keys};
use crate::edit::{ClientChange, Edit};
use crate::insight::{Evidence, ItemState};
use crate::model::{Coded, SupportingNotes, SupportingPart};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// The width of the mark and of an item's name.
const MARK: f32 = 14.0;
const NAME: f32 = 220.0;

/// Draws the meter and the four parts.
pub(super) fn appendix_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    section_ui(ctx, ui, "plan-appendix", (Message::PlanningSupport, String::new()), |ui| {
        super::meter::meter_ui(ctx, ui);
        for part in SupportingPart::ALL.iter().copied() {
            ui.add_space(8.0);
            ui.label(bold_text(ctx.words.value(part), TextSize::BODY, ctx));
            for state in ctx.insights.plan.supporting.iter().filter(|state| state.item.part() == part) {
                ui.push_id(state.item.code(), |ui| item_ui(ctx, view, ui, actions, state));
            }
        }
    });
}

fn item_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, state: &ItemState) {
    let name = ctx.words.value(state.item);
    let held = state.evidence.filter(|evidence| *evidence != Evidence::Own);
    let own = ctx.account.client.supporting.get(&state.item).map_or("", String::as_str);
    // Where all three do not fit side by side, the rest stands below the name.
    let is_narrow = ui.available_width() < 2.0 * NAME;
    ui.horizontal(|ui| {
        fixed_ui(ui, MARK, |ui| mark_ui(ctx, ui, state));
        let width = if is_narrow { ui.available_width() } else { NAME };
        fixed_ui(ui, width, |ui| {
            ui.label(RichText::new(name).size(TextSize::SECOND));
        });
        if !is_narrow {
            ui.vertical(|ui| filling_ui(ctx, view, ui, actions, (state, held, own)));
        }
    });
    if is_narrow {
        filling_ui(ctx, view, ui, actions, (state, held, own));
    }
}

/// Something in a width of its own, so that what follows stands in line.
fn fixed_ui(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(width, 20.0), |ui| {
        ui.set_width(width);
        contents(ui);
    });
}

/// Ticked where something fills the item.
fn mark_ui(ctx: &ViewContext<'_>, ui: &mut Ui, state: &ItemState) {
    let section = ctx.words.value(state.item).to_owned();
    let (sign, color, said) = match state.evidence {
        Some(_) => ("✓", ctx.palette.success(), Message::PlanningWholeOf { section }),
        None => ("·", ctx.palette.ink_faint(), Message::PlanningNotSaid { what: section }),
    };
    sign_ui(ui, RichText::new(sign).size(TextSize::SECOND).color(color), ctx.words.text(&said));
}

/// What of the account fills an item, as a link; else, or beside it, the user's own words.
fn filling_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (state, held, own): (&ItemState, Option<Evidence>, &str),
) {
    if let Some(evidence) = held
        && link_ui(ui, ctx.words.evidence(&evidence, ctx.account))
    {
        go_to(view, evidence.target());
    }
    if held.is_none() || !own.is_empty() {
        let id = field_id("supporting", ctx.account.id, state.item.code());
        let hint = ctx.words.say(Message::PlanningHintOwn);
        let edit = |text: String| {
            let others = ctx.account.client.supporting.iter().filter(|(item, _)| **item != state.item);
            let others = others.map(|(item, text)| (*item, text.clone()));
            let said = Some((state.item, text)).filter(|(_, text)| !text.is_empty());
            let notes: SupportingNotes = others.chain(said).collect();
            Edit::Client(ClientChange::Supporting(notes))
        };
        let field = Form::new(ctx, ui, actions).bare_area(id, ctx.words.value(state.item), own, &hint, edit);
        take_keys(view, id, &field);
    }
}
