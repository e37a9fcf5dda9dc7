//! Whose judgement is oldest: who is to be seen or asked about next.

use egui::{Button, Id, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use super::fields::{Form, make_room, name_widget};
use super::style::bold_text;
use super::symbols::{Judged as Symbol, paint_judged};
use super::visit::open_visit;
use super::{Action, Actions, ViewContext, ViewState};
use crate::edit::confirm;
use crate::insight::{Freshness, oldest_first};
use crate::model::{Opportunity, Person};
use crate::theme::{TextSize, Weight};
use crate::words::{Message, age};

/// How many people are shown until all are asked for.
const SHOWN: usize = 12;
/// One symbol of a row.
const SYMBOL: f32 = 14.0;
/// The names stand in a column of this width where they fit.
const NAME: f32 = 180.0;

/// Draws the people whose judgement is oldest.
pub(super) fn worklist_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ui.label(bold_text(ctx.words.say(Message::WorklistTitle), TextSize::SECTION, ctx));
    if let Some(opportunity) = view.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id)) {
        let text = Message::InspectorJudgedIn { opportunity: opportunity.name.clone() };
        Form::new(ctx, ui, actions).note(ctx.words.text(&text));
    }
    ui.add_space(4.0);
    let oldest = oldest_first(ctx.account, view.opportunity, ctx.today);
    if oldest.is_empty() {
        Form::new(ctx, ui, actions).note(ctx.words.say(Message::WorklistNone));
    }
    let key = Id::unique("worklist-all");
    let is_whole = ui.data(|data| data.get_temp::<bool>(key)).unwrap_or(false);
    let shown = if is_whole { oldest.len() } else { SHOWN.min(oldest.len()) };
    for one in &oldest[..shown] {
        if let Some(person) = ctx.account.get::<Person>(one.person) {
            ui.push_id(("worklist", one.person), |ui| row_ui(ctx, view, ui, actions, (person, one)));
        }
    }
    if shown < oldest.len() {
        let more = Message::PageMore { n: (oldest.len() - shown).to_string() };
        if ui.button(RichText::new(ctx.words.text(&more)).size(TextSize::SECOND)).clicked() {
            ui.data_mut(|data| data.insert_temp(key, true));
        }
    }
}

fn row_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (person, one): (&Person, &Freshness),
) {
    ui.horizontal_wrapped(|ui| {
        symbols_ui(ctx, view, ui, person);
        let name = Some(person.name.as_str()).filter(|name| !name.is_empty()).unwrap_or("?");
        let begin = ui.cursor().left();
        if ui.link(RichText::new(name).size(TextSize::BODY)).on_hover_text(ctx.words.say(Message::ShowOnMap)).clicked()
        {
            view.show_person(ctx.account, person.id);
        }
        ui.add_space((begin + NAME - ui.cursor().left()).max(0.0));
        let said = said(ctx, one);
        make_room(ui, ctx.measure.width(&said, TextSize::SECOND, Weight::Regular));
        let is_stale = one.days.is_none_or(|days| days > i64::from(ctx.rules.stale_days));
        let color = if is_stale { ctx.palette.warning() } else { ctx.palette.ink_soft() };
        ui.label(RichText::new(said).size(TextSize::SECOND).color(color));
        let small = |message| Button::new(RichText::new(ctx.words.say(message)).size(TextSize::SECOND)).small();
        let sure = ui.add_enabled(!ctx.is_read_only, small(Message::WorklistConfirm));
        let words = ctx.words.text(&Message::WorklistConfirmOf { name: name.to_owned() });
        name_widget(&sure, &words);
        if sure.on_hover_text(words).clicked() {
            actions.extend(confirm(ctx.account, view.opportunity, person.id, ctx.today).map(Action::Edit));
        }
        let visit = ui.add_enabled(!ctx.is_read_only, small(Message::WorklistVisit));
        let words = ctx.words.text(&Message::WorklistVisitOf { name: name.to_owned() });
        name_widget(&visit, &words);
        if visit.on_hover_text(words).clicked() {
            open_visit(ctx, view, &[person.id]);
        }
    });
}

/// How old the judgement is, and which of its fields are oldest.
fn said(ctx: &ViewContext<'_>, one: &Freshness) -> String {
    let fields: Vec<&str> = one.fields.iter().map(|field| ctx.words.value(*field)).collect();
    let fields = fields.join(ctx.words.list_separator());
    let old = match one.verified {
        Some(day) => age(ctx.words, day, ctx.today),
        None => ctx.words.text(&Message::WorklistNever),
    };
    format!("{old} · {fields}")
}

/// Role, support and coverage as on the card.
fn symbols_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, person: &Person) {
    let judged = ctx.account.judgement(person, view.opportunity);
    let symbols = [Symbol::Role(judged.role), Symbol::Support(judged.support), Symbol::Coverage(judged.coverage)];
    let word = |value: Option<&str>| value.map_or_else(|| ctx.words.text(&Message::UnknownValue), str::to_owned);
    let words = [
        word(judged.role.map(|role| ctx.words.value(role))),
        word(judged.support.map(|support| ctx.words.value(support))),
        word(judged.coverage.map(|coverage| ctx.words.value(coverage))),
    ];
    ui.spacing_mut().item_spacing.x = 4.0;
    for (symbol, word) in symbols.into_iter().zip(words) {
        let (rect, response) = ui.allocate_exact_size(vec2(SYMBOL + 2.0, SYMBOL + 4.0), Sense::hover());
        paint_judged(ui.painter(), rect.center(), SYMBOL, symbol, ctx.palette, 1.0);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &word));
        response.on_hover_text(word);
    }
    ui.spacing_mut().item_spacing.x = 8.0;
}
