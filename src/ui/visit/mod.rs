//! After a visit: a strip below the map on which five short columns say who was met, what changed,
//! what was learned, what came of it and what comes next. Kept, all of it is one step.

mod after;
mod draft;
mod links;
mod people;

use std::cell::Cell;

use egui::{Button, Frame, Id, Key, Margin, Modifiers, Panel, Pos2, RichText, ScrollArea, Ui, vec2};

use super::fields::Form;
use super::style::bold_text;
use super::{Action, Actions, Command, Hint, View, ViewContext, ViewState};
use crate::edit::{Edit, Visit, visit, visit_tally};
use crate::model::{Activity, PersonId};
use crate::theme::TextSize;
use crate::words::{Message, date};

pub use draft::{LinkRow, VisitDraft};

/// The least widths of the five columns; what a window has beyond them is shared out.
const COLUMNS: [f32; 5] = [176.0, 236.0, 140.0, 256.0, 206.0];
/// Between two columns.
const GAP: f32 = 16.0;
/// The most of the window's height that the columns take: the map stays in sight.
const SHARE: f32 = 0.46;
/// More than this the columns never need, in points.
const MOST: f32 = 400.0;
/// How long the sentence stays that says what was kept, in seconds.
const TOLD_FOR: f64 = 6.0;

type Column = fn(&ViewContext<'_>, &mut ViewState, &mut VisitDraft, &mut Ui);

const BODIES: [(Message, Column); 5] = [
    (Message::VisitMet, people::met_ui),
    (Message::VisitChanged, people::changed_ui),
    (Message::VisitLinks, links::links_ui),
    (Message::VisitPromised, after::outcome_ui),
    (Message::VisitNext, after::next_ui),
];

/// What the strip's foot asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Keep,
    Throw,
}

/// Whether the strip has room in a view.
pub(super) const fn is_beside(view: View) -> bool {
    matches!(view, View::Map | View::Table | View::Actions)
}

/// Opens the strip for these people; where it is open, they were met as well.
pub(super) fn open_visit(ctx: &ViewContext<'_>, view: &mut ViewState, people: &[PersonId]) {
    let mut draft = view.visit.take().unwrap_or_else(|| {
        let mut draft = VisitDraft::new(ctx.account, &mut view.ids, view.opportunity, ctx.today);
        draft.add_me(ctx.account, &ctx.preferences.my_name);
        draft
    });
    draft.add_people(ctx.account, people);
    // With nobody to judge the map keeps the keys: there people are selected.
    let first = people.first().copied().or(draft.people().first().copied());
    if let Some(first) = first {
        view.wants_field = Some(draft.person_field(first, "support"));
        view.wants_canvas = false;
    }
    view.popover = None;
    view.visit = Some(draft);
}

/// Draws the strip while a visit is being told of.
pub(super) fn visit_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    if !is_beside(view.view) {
        return;
    }
    let is_escaped = is_escaped(view, ui);
    let Some(mut draft) = view.visit.take() else { return };
    draft.forget_missing(ctx.account);
    let frame = Frame::new().fill(ctx.palette.raised()).inner_margin(Margin::symmetric(12, 8));
    let height = (ui.ctx().content_rect().height() * SHARE).min(MOST);
    let panel = Panel::bottom("visit").frame(frame).resizable(false).exact_size(height);
    let shown = panel.show(ui, |ui| {
        head_ui(ctx, &mut draft, ui);
        // What it becomes stands above the columns: it must be in sight however long they are.
        let asked = foot_ui(ctx, &mut draft, ui);
        ui.add_space(4.0);
        let scroll = ScrollArea::vertical().id_salt("visit").auto_shrink(false);
        scroll.show(ui, |ui| columns_ui(ctx, view, &mut draft, ui));
        asked
    });
    let mut asked = shown.inner;
    if is_escaped && asked.is_none() {
        let is_empty = draft.is_empty(ctx.account);
        asked = is_empty.then_some(Asked::Throw);
        // Another Escape goes on.
        draft.is_asking = !is_empty && !draft.is_asking;
    }
    match asked {
        None => view.visit = Some(draft),
        Some(Asked::Throw) => view.wants_canvas = true,
        Some(Asked::Keep) => keep(ctx, view, &draft, (ui, shown.response.rect.left_top()), actions),
    }
}

/// Reports the visit as one edit, and says what it became.
fn keep(ctx: &ViewContext<'_>, view: &mut ViewState, draft: &VisitDraft, (ui, at): (&Ui, Pos2), actions: &mut Actions) {
    let told = draft.visit(ctx.today);
    let source = ctx.words.text(&Message::VisitSource { date: date(told.date) });
    let kept = Message::VisitKept { what: becomes(ctx, &told) };
    actions.push(Action::Edit(visit(ctx.account, &mut view.ids, &told, &source, ctx.today)));
    let until = ui.input(|input| input.time) + TOLD_FOR;
    view.hint = Some(Hint { text: ctx.words.text(&kept), at: at + vec2(12.0, -24.0), until });
    view.wants_canvas = true;
}

/// What the visit becomes, in a list of counts.
fn becomes(ctx: &ViewContext<'_>, told: &Visit) -> String {
    let tally = visit_tally(ctx.account, told);
    let counted = |count: usize, message: fn(String) -> Message| (count > 0).then(|| message(count.to_string()));
    let parts = [
        Some(Message::VisitActivity),
        counted(tally.judgements, |count| Message::VisitJudgements { count }),
        counted(tally.links, |count| Message::VisitLinkCount { count }),
        counted(tally.actions, |count| Message::VisitActions { count }),
    ];
    let parts: Vec<String> = parts.iter().flatten().map(|part| ctx.words.text(part)).collect();
    parts.join(ctx.words.list_separator())
}

/// The strip's title, and the offer to fill in what was planned.
fn head_ui(ctx: &ViewContext<'_>, draft: &mut VisitDraft, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        ui.label(bold_text(ctx.words.say(Message::MenuAfterVisit), TextSize::SECTION, ctx));
        let Some(planned) = draft.planned(ctx.account, ctx.today) else { return };
        let day = planned.date.map_or_else(|| ctx.words.text(&Message::WorkNoDate), date);
        let offer = Message::VisitPlanned { date: day, about: about(ctx, planned) };
        let was_filled = draft.told.fills.is_some();
        let mut is_filled = was_filled;
        ui.checkbox(&mut is_filled, RichText::new(ctx.words.text(&offer)).size(TextSize::SECOND));
        if is_filled && !was_filled {
            draft.fill(ctx.account, planned);
        } else if !is_filled {
            draft.told.fills = None;
        }
    });
    ui.add_space(2.0);
}

/// The form of a planned activity, with whom, and what was to come of it.
fn about(ctx: &ViewContext<'_>, planned: &Activity) -> String {
    let names: Vec<&str> = planned.who.iter().map(|person| ctx.account.person_name(*person)).collect();
    let mut parts = vec![ctx.words.value(planned.what).to_owned(), names.join(ctx.words.list_separator())];
    parts.push(planned.expected.clone());
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The five columns, as many side by side as there is room for.
fn columns_ui(ctx: &ViewContext<'_>, view: &mut ViewState, draft: &mut VisitDraft, ui: &mut Ui) {
    // Room for the scroll bar.
    let room = (ui.available_width() - 20.0).max(40.0);
    let mut at = 0;
    while at < COLUMNS.len() {
        let (mut count, mut needed) = (1, COLUMNS[at]);
        while at + count < COLUMNS.len() && needed + GAP + COLUMNS[at + count] <= room {
            needed += GAP + COLUMNS[at + count];
            count += 1;
        }
        let least: f32 = COLUMNS[at..at + count].iter().sum();
        let stretch = (room - (needed - least)) / least;
        // Each column has its place, whatever the one before it holds.
        let (top, mut left, mut bottom) = (ui.cursor().top(), ui.cursor().left(), ui.cursor().top());
        for ((title, body), width) in BODIES[at..at + count].iter().zip(&COLUMNS[at..at + count]) {
            let width = (width * stretch).floor();
            let place = egui::Rect::from_min_size(egui::pos2(left, top), vec2(width, f32::INFINITY));
            let column = ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
                ui.set_max_width(width);
                ui.label(bold_text(ctx.words.text(title), TextSize::SECOND, ctx));
                body(ctx, view, draft, ui);
                ui.min_rect().bottom()
            });
            bottom = bottom.max(column.inner);
            left += width + GAP;
        }
        ui.advance_cursor_after_rect(egui::Rect::from_min_max(
            egui::pos2(ui.cursor().left(), top),
            egui::pos2(left, bottom),
        ));
        ui.add_space(4.0);
        at += count;
    }
}

/// What it becomes, and the two ways out.
fn foot_ui(ctx: &ViewContext<'_>, draft: &mut VisitDraft, ui: &mut Ui) -> Option<Asked> {
    let mut asked = None;
    let has_met = !draft.told.people.is_empty();
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        if draft.is_asking {
            ui.label(RichText::new(ctx.words.say(Message::VisitThrowAsk)).color(ctx.palette.warning()));
            if ui.button(ctx.words.say(Message::VisitThrow)).clicked() {
                asked = Some(Asked::Throw);
            }
            draft.is_asking = !ui.button(ctx.words.say(Message::VisitGoOn)).clicked();
            return;
        }
        let keep = Button::new(ctx.words.say(Message::VisitKeep).into_owned());
        if ui.add_enabled(has_met && !ctx.is_read_only, keep).clicked() {
            asked = Some(Asked::Keep);
        }
        if ui.button(ctx.words.say(Message::VisitThrow)).clicked() {
            if draft.is_empty(ctx.account) {
                asked = Some(Asked::Throw);
            }
            draft.is_asking = true;
        }
        let key = Command::AfterVisit.shortcut().map_or_else(String::new, |shortcut| shortcut.to_string());
        let note = match has_met {
            true => Message::VisitBecomes { what: becomes(ctx, &draft.visit(ctx.today)) },
            false => Message::VisitNobody { key },
        };
        ui.label(soft(ctx, ctx.words.text(&note)));
    });
    asked
}

/// Whether Escape was meant for the strip: it closed nothing else, left no field, and the map does not
/// want it for what is selected there.
fn is_escaped(view: &ViewState, ui: &Ui) -> bool {
    let id = Id::unique("visit: something else was open");
    let was_busy = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let floats = view.is_asked() || view.tour.is_some() || ui.ctx().any_popup_open();
    let is_busy = floats || view.naming.is_some() || view.drag.is_some() || ui.ctx().text_edit_focused();
    ui.data_mut(|data| data.insert_temp(id, is_busy));
    // Whatever else had the keys has lost them to Escape by now.
    let is_of_map = ui.memory(|memory| memory.focused()).is_some() && !view.selection.is_empty();
    view.visit.is_some()
        && !(was_busy || is_busy || is_of_map)
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// A field whose value goes into the draft: what it reports never reaches the account. Gives the new
/// value, where there is one.
fn drafted<T>(ctx: &ViewContext<'_>, ui: &mut Ui, field: impl FnOnce(&mut Form<'_>, &dyn Fn(T) -> Edit)) -> Option<T> {
    let taken = Cell::new(None);
    let take = |value: T| {
        taken.set(Some(value));
        Edit::Batch(Vec::new())
    };
    let mut unused = Actions::new();
    field(&mut Form::new(ctx, ui, &mut unused), &take);
    taken.into_inner()
}

/// Text in soft ink.
fn soft(ctx: &ViewContext<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft())
}

/// A person's name, or a sign that there is none.
fn named(ctx: &ViewContext<'_>, person: PersonId) -> String {
    Some(ctx.account.person_name(person)).filter(|name| !name.is_empty()).unwrap_or("?").to_owned()
}
