//! The short tour: five steps beside the map, which stays free to be used.

use egui::{Align2, Area, Event, Frame, Id, Key, Order, Rect, RichText, Ui, vec2};

use super::style::bold_text;
use super::{Command, ViewContext, ViewState};
use crate::theme::TextSize;
use crate::words::Message;

/// How many steps there are.
const STEPS: usize = 5;

/// Draws the step at the lower middle of the canvas, while the tour runs.
pub(super) fn tour_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, canvas: Rect) {
    let Some(step) = view.tour else { return };
    let Some((title, text)) = step_of(step) else {
        view.tour = None;
        return;
    };
    let is_escaped = is_escaped(view, ui);
    let width = (canvas.width() - 32.0).clamp(160.0, 400.0);
    let at = canvas.center_bottom() - vec2(0.0, 24.0);
    let area = Area::new(Id::unique("tour")).order(Order::Middle).pivot(Align2::CENTER_BOTTOM).fixed_pos(at);
    let asked = area.constrain_to(canvas).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(16).show(ui, |ui| {
            ui.set_width(width - 32.0);
            ui.label(bold_text(ctx.words.text(&title), TextSize::SECTION, ctx));
            ui.add_space(4.0);
            ui.label(ctx.words.text(&text));
            ui.add_space(8.0);
            steps_ui(ctx, ui, step)
        })
    });
    let next = if is_escaped { Some(None) } else { asked.inner.inner };
    if let Some(next) = next {
        view.tour = next;
        view.wants_canvas = true;
    }
}

/// Where the tour stands, and the ways on; gives the step asked for, or none to leave.
fn steps_ui(ctx: &ViewContext<'_>, ui: &mut Ui, step: usize) -> Option<Option<usize>> {
    let mut asked = None;
    ui.horizontal(|ui| {
        let is_last = step + 1 == STEPS;
        let on = if is_last { Message::TourEnd } else { Message::TourNext };
        if ui.button(ctx.words.say(on)).clicked() {
            asked = Some((!is_last).then_some(step + 1));
        }
        if let Some(before) = step.checked_sub(1)
            && ui.button(ctx.words.say(Message::TourBack)).clicked()
        {
            asked = Some(Some(before));
        }
        if !is_last && ui.button(ctx.words.say(Message::TourLeave)).clicked() {
            asked = Some(None);
        }
        let place = Message::TourStep { step: (step + 1).to_string(), all: STEPS.to_string() };
        let place = RichText::new(ctx.words.text(&place)).size(TextSize::SECOND);
        ui.label(place.color(ctx.palette.ink_soft()));
    });
    asked
}

/// Whether Escape was meant for the tour: nothing else was open that it closes.
fn is_escaped(view: &ViewState, ui: &Ui) -> bool {
    let id = Id::unique("tour: something else was open");
    let was_busy = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let is_busy = view.is_asked() || view.naming.is_some() || view.drag.is_some();
    ui.data_mut(|data| data.insert_temp(id, is_busy));
    // The canvas takes the key out of the events to clear the selection; here it still stands.
    let is_escape = |event: &Event| matches!(event, Event::Key { key: Key::Escape, pressed: true, .. });
    !was_busy && !is_busy && ui.input(|input| input.raw.events.iter().any(is_escape))
}

fn step_of(step: usize) -> Option<(Message, Message)> {
    let key = |command: Command| command.shortcut().map_or_else(String::new, |shortcut| shortcut.to_string());
    let steps: [(Message, Message); STEPS] = [
        (Message::TourCard, Message::TourCardText),
        (
            Message::TourAdd,
            Message::TourAddText {
                report: key(Command::AddReport),
                colleague: key(Command::AddColleague),
                manager: key(Command::AddAbove),
            },
        ),
        (Message::TourLink, Message::TourLinkText),
        (
            Message::TourJudge,
            Message::TourJudgeText {
                role: key(Command::JudgeRole),
                attitude: key(Command::JudgeAttitude),
                support: key(Command::JudgeSupport),
                coverage: key(Command::JudgeCoverage),
            },
        ),
        (Message::TourPlan, Message::TourPlanText { page: key(Command::ShowPage) }),
    ];
    steps.into_iter().nth(step)
}
