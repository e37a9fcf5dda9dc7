//! Plots in the window: painted to the width there is, each mark that says something a widget with a name, each that
//! leads somewhere a button; and the small menu that saves the picture.

use std::collections::BTreeMap;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Button, Color32, Id, Label, Layout, Painter, Popup, Pos2, Rect, RichText, Role, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};

use super::fields::name_widget;
use super::style::{bold, faded, regular};
use super::{Action, ViewContext};
use crate::page::PageFormat;
use crate::plot::{Anchor, Field, Mark, Plot, Shape, Target};
use crate::theme::TextSize;
use crate::words::Message;

/// The height of the line above a plot: its title, and the menu.
const HEAD: f32 = 20.0;
/// The least side of what a pointer must hit.
const HIT: f32 = 8.0;
/// Dashes and the gaps between them.
const DASH: f32 = 4.0;
const DASH_GAP: f32 = 3.0;

/// Draws a plot as wide as `width` and gives where a click on it leads. The id tells its widgets from those of others.
pub(in crate::ui) fn plot_ui(ctx: &ViewContext<'_>, ui: &mut Ui, plot: &Plot, id: Id, width: f32) -> Option<Target> {
    chosen_plot_ui(ctx, ui, plot, (id, width), None)
}

/// The same, with what is `chosen` in it framed.
pub(in crate::ui) fn chosen_plot_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    plot: &Plot,
    (id, width): (Id, f32),
    chosen: Option<Target>,
) -> Option<Target> {
    head_ui(ctx, ui, plot, (id, width));
    let scale = width / plot.width.max(1.0);
    let (rect, whole) = ui.allocate_exact_size(vec2(plot.width, plot.height) * scale, Sense::hover());
    whole.widget_info(|| WidgetInfo::labeled(Role::Image, true, &plot.said));
    let sheet = Sheet { ctx, painter: ui.painter(), origin: rect.min, scale };
    let is_seen = ui.is_rect_visible(rect);
    let mut met: BTreeMap<u64, usize> = BTreeMap::new();
    let mut clicked = None;
    for (place, mark) in plot.marks.iter().enumerate() {
        if is_seen {
            sheet.paint(mark);
        }
        if mark.says.is_empty() && mark.target.is_none() {
            continue;
        }
        // A mark keeps its id as long as what it leads to; the marks of one target are told apart by their order.
        let id = match mark.target {
            Some(target) => {
                let id = id.with(target);
                let before = met.entry(id.value()).or_default();
                *before += 1;
                id.with(*before)
            }
            None => id.with(("said", place)),
        };
        let is_chosen = mark.target.is_some() && mark.target == chosen;
        if mark_ui(ui, &sheet, mark, (id, is_chosen)) {
            clicked = mark.target;
        }
    }
    clicked
}

/// The title of a plot, and at the right what saves it.
fn head_ui(ctx: &ViewContext<'_>, ui: &mut Ui, plot: &Plot, (id, width): (Id, f32)) {
    let soft = |text: String| RichText::new(text).size(TextSize::CAPTION).color(ctx.palette.ink_soft());
    ui.allocate_ui_with_layout(vec2(width, HEAD), Layout::right_to_left(Align::Center), |ui| {
        let save = Button::new(soft(ctx.words.say(Message::PlotSave).into_owned())).frame(false);
        let save = ui.push_id(id, |ui| ui.add(save)).inner;
        name_widget(&save, &ctx.words.text(&Message::PlotSaveOf { what: plot.title.clone() }));
        Popup::menu(&save).show(|ui| {
            for (message, format) in [(Message::PlotSaveSvg, PageFormat::Svg), (Message::PlotSavePng, PageFormat::Png)]
            {
                if ui.button(ctx.words.say(message)).clicked() {
                    ui.data_mut(|data| data.insert_temp(picture_key(), (plot.clone(), format)));
                }
            }
        });
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(soft(plot.title.clone())).truncate());
        });
    });
}

/// Where a picture that is to be saved waits for the end of the frame: a plot only shows, and is handed no actions.
fn picture_key() -> Id {
    Id::unique("picture-to-save")
}

/// What the menu of a plot has asked for in this frame.
pub(super) fn picture_asked(ui: &Ui) -> Option<Action> {
    let asked = ui.data_mut(|data| {
        let asked = data.get_temp::<(Plot, PageFormat)>(picture_key());
        data.remove::<(Plot, PageFormat)>(picture_key());
        asked
    });
    asked.map(|(plot, format)| Action::SavePicture(Box::new(plot), format))
}

/// What a mark says, and whether it was clicked.
fn mark_ui(ui: &Ui, sheet: &Sheet<'_>, mark: &Mark, (id, is_chosen): (Id, bool)) -> bool {
    let palette = sheet.ctx.palette;
    let sense = if mark.target.is_some() { Sense::click() } else { Sense::hover() };
    let rect = sheet.rect(mark.shape.bounds());
    let hit = rect.expand2(vec2((HIT - rect.width()).max(0.0), (HIT - rect.height()).max(0.0)) / 2.0);
    let response = ui.interact(hit, id, sense);
    let name = mark.says.lines().next().unwrap_or_default();
    response.widget_info(|| match (mark.target, is_chosen) {
        (None, _) => WidgetInfo::labeled(Role::Label, true, name),
        (Some(_), false) => WidgetInfo::labeled(Role::Button, true, name),
        (Some(_), true) => WidgetInfo::selected(Role::Button, true, true, name),
    });
    if mark.target.is_some() {
        if response.hovered() || is_chosen {
            sheet.painter.rect_filled(rect, 3, faded(palette.ink(), 0.06));
        }
        if response.has_focus() || is_chosen {
            sheet.painter.rect_stroke(rect, 3, Stroke::new(1.0, palette.accent()), StrokeKind::Inside);
        }
    }
    let response = if mark.says.is_empty() { response } else { response.on_hover_text(&mark.says) };
    response.clicked()
}

/// Where a plot is painted, and how large.
struct Sheet<'a> {
    ctx: &'a ViewContext<'a>,
    painter: &'a Painter,
    origin: Pos2,
    scale: f32,
}

impl Sheet<'_> {
    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.origin + vec2(x, y) * self.scale
    }

    fn rect(&self, field: Field) -> Rect {
        Rect::from_min_size(self.at((field.x, field.y)), vec2(field.width, field.height) * self.scale)
    }

    fn points(&self, points: &[(f32, f32)]) -> Vec<Pos2> {
        points.iter().map(|point| self.at(*point)).collect()
    }

    fn paint(&self, mark: &Mark) {
        if mark.ink.strength <= 0.0 {
            return;
        }
        let color = faded(self.ctx.palette.token(mark.ink.token), mark.ink.strength.min(1.0));
        match &mark.shape {
            Shape::Box { round, is_filled, .. } => {
                let (rect, round) = (self.rect(mark.shape.bounds()), round * self.scale);
                if *is_filled {
                    self.painter.rect_filled(rect, round, color);
                } else {
                    self.painter.rect_stroke(rect, round, Stroke::new(self.scale, color), StrokeKind::Inside);
                }
            }
            Shape::Line { points, width, is_dashed } => {
                let (points, stroke) = (self.points(points), Stroke::new(width * self.scale, color));
                if *is_dashed {
                    let (dash, gap) = (DASH * self.scale, DASH_GAP * self.scale);
                    self.painter.extend(egui::Shape::dashed_line(&points, stroke, dash, gap));
                } else {
                    self.painter.add(egui::Shape::line(points, stroke));
                }
            }
            Shape::Disc { x, y, radius } => {
                self.painter.circle_filled(self.at((*x, *y)), radius * self.scale, color);
            }
            Shape::Area { points } => {
                self.painter.add(egui::Shape::convex_polygon(self.points(points), color, Stroke::NONE));
            }
            Shape::Text { .. } => self.write(&mark.shape, color),
        }
    }

    /// A text in the fonts of the window, cut with an ellipsis where it is too long.
    fn write(&self, shape: &Shape, color: Color32) {
        let Shape::Text { x, y, text, size, is_bold, anchor, wide, lines } = shape else { return };
        let font = if *is_bold { bold(size * self.scale) } else { regular(size * self.scale) };
        let mut job = LayoutJob::single_section(text.replace('\n', " "), TextFormat::simple(font, color));
        job.wrap = TextWrapping {
            max_width: wide * self.scale,
            max_rows: usize::from((*lines).max(1)),
            break_anywhere: *lines <= 1,
            overflow_character: Some('…'),
        };
        job.halign = match anchor {
            Anchor::Start => Align::LEFT,
            Anchor::Middle => Align::Center,
            Anchor::End => Align::RIGHT,
        };
        let galley = self.painter.layout_job(job);
        let middle = galley.rows.first().map_or(0.0, |row| row.rect().center().y);
        let at = self.at((*x, *y));
        self.painter.galley(pos2(at.x, at.y - middle), galley, color);
    }
}
