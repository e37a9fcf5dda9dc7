//! The expected verdict: a direction, who drives it, who is turned by whom, and what it rests on.

use egui::{CollapsingHeader, Color32, Rect, RichText, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::findings::linked_ui;
use super::style::bold_text;
use super::{ViewContext, ViewState};
use crate::insight::{Direction, Verdict};
use crate::model::PersonId;
use crate::theme::TextSize;
use crate::words::Message;

/// How many drivers and how many turned people are named.
const DRIVERS: usize = 4;
const SHIFTS: usize = 3;

/// Draws the verdict in short: direction, scale, one sentence; the rest unfolds.
pub(super) fn verdict_in_short_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    head_ui(ctx, ui);
    let title = RichText::new(ctx.words.say(Message::VerdictWhy)).size(TextSize::SECOND);
    CollapsingHeader::new(title).id_salt("verdict why").show(ui, |ui| reasons_ui(ctx, view, ui));
}

/// Draws the verdict with everything that explains it.
pub(super) fn verdict_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    head_ui(ctx, ui);
    reasons_ui(ctx, view, ui);
}

fn head_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    let verdict = &ctx.insights.verdict;
    ui.horizontal(|ui| {
        ui.label(bold_text(ctx.words.say(Message::VerdictTitle), TextSize::SECTION, ctx));
        ui.label(bold_text(ctx.words.value(verdict.direction), TextSize::SECTION, ctx).color(color(ctx, verdict)));
    });
    scale_ui(ctx, ui, verdict);
    ui.label(RichText::new(ctx.words.verdict(verdict)).size(TextSize::SECOND));
}

/// Who drives it, who is turned by whom, and what it rests on.
fn reasons_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let verdict = &ctx.insights.verdict;
    for driver in verdict.drivers.iter().filter(|driver| driver.pull != 0).take(DRIVERS) {
        let (person, pull) = (ctx.account.person_name(driver.person).to_owned(), format!("{:+}", driver.pull));
        line_ui(ctx, view, ui, driver.person, &Message::VerdictDriver { person, pull });
    }
    for veto in &verdict.vetoes {
        let person = ctx.account.person_name(*veto).to_owned();
        line_ui(ctx, view, ui, *veto, &Message::VerdictVeto { person });
    }
    for shift in verdict.shifts.iter().take(SHIFTS) {
        let name = |person: PersonId| ctx.account.person_name(person).to_owned();
        let (person, after, by) = (name(shift.person), format!("{:+}", shift.after), name(shift.by));
        let message = match shift.before {
            Some(before) => Message::VerdictShift { person, before: format!("{before:+}"), after, by },
            None => Message::VerdictFollows { person, after, by },
        };
        line_ui(ctx, view, ui, shift.person, &message);
    }
    let title = RichText::new(ctx.words.say(Message::VerdictAssumptions)).size(TextSize::SECOND);
    CollapsingHeader::new(title).id_salt("verdict assumptions").show(ui, |ui| {
        for message in [
            Message::VerdictAssumptionsLinks,
            Message::VerdictAssumptionsStubborn,
            Message::VerdictAssumptionsUnknown,
            Message::VerdictAssumptionsResult,
        ] {
            let text = RichText::new(ctx.words.say(message)).size(TextSize::SECOND);
            ui.label(text.color(ctx.palette.ink_soft()));
        }
    });
}

/// The color of a direction; the word stands beside it.
pub(super) fn color(ctx: &ViewContext<'_>, verdict: &Verdict) -> Color32 {
    match verdict.direction {
        Direction::For | Direction::LeaningFor => ctx.palette.success(),
        Direction::Open | Direction::Unknown => ctx.palette.ink_soft(),
        Direction::LeaningAgainst => ctx.palette.warning(),
        Direction::Against => ctx.palette.danger(),
    }
}

/// From against us to for us: a ring where opinions begin, a disc where they settle.
fn scale_ui(ctx: &ViewContext<'_>, ui: &mut Ui, verdict: &Verdict) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width().min(320.0), 18.0), Sense::hover());
    let palette = ctx.palette;
    let line = Rect::from_center_size(rect.center(), vec2(rect.width() - 12.0, 0.0));
    let painter = ui.painter();
    painter.line_segment([line.left_center(), line.right_center()], Stroke::new(2.0, palette.hairline()));
    painter.line_segment(
        [line.center() - vec2(0.0, 5.0), line.center() + vec2(0.0, 5.0)],
        Stroke::new(1.0, palette.ink_faint()),
    );
    #[expect(clippy::cast_precision_loss, reason = "between -100 and 100")]
    let at = |value: i32| pos2(line.center().x + line.width() / 2.0 * (value as f32 / 100.0), line.center().y);
    let is_known = verdict.direction != Direction::Unknown;
    let color = color(ctx, verdict);
    if let (Some(before), Some(after)) = (verdict.before, verdict.after.filter(|_| is_known)) {
        painter.line_segment([at(before), at(after)], Stroke::new(2.0, color));
        painter.circle(at(before), 4.0, palette.surface(), Stroke::new(1.5, color));
    }
    if let Some(after) = verdict.after.filter(|_| is_known) {
        painter.circle_filled(at(after), 5.0, color);
    }
    let name = ctx.words.verdict(verdict);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
}

fn line_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, person: PersonId, message: &Message) {
    let text = format!("· {}", ctx.words.text(message));
    linked_ui(ctx, view, ui, (&text, TextSize::SECOND), &[person]);
}
