//! Lines: reporting behind everything, influence with arrows, conflict with a cross, ties with rings.

use std::collections::BTreeSet;

use egui::{Color32, Pos2, Shape, Stroke, Ui, Vec2};

use super::Stage;
use crate::layout::{CanvasPos, Line, LineKind, Path, Segment};
use crate::model::{Link, LinkKind};
use crate::ui::style::faded;
use crate::ui::{LinesShown, ViewState};
use crate::words::Message;

/// Below this magnification more lines than this, in sight at once, are not drawn.
const HAZE_ZOOM: f32 = 0.25;
const HAZE: usize = 1_500;

/// Draws all lines of the map that can be seen.
pub(super) struct LinePainter<'a> {
    pub(super) stage: &'a Stage<'a>,
    pub(super) shown: LinesShown,
    /// The cards that are selected or under the pointer; their lines come to the front.
    pub(super) focus: &'a BTreeSet<usize>,
    /// Lines that come to the front themselves.
    pub(super) front: &'a BTreeSet<usize>,
    /// Whether all other lines recede.
    pub(super) recedes: bool,
}

impl LinePainter<'_> {
    /// Reporting lines, then the others, the lines of the focus last.
    pub(super) fn paint(&self) {
        let ctx = self.stage.ctx;
        let zoom = self.stage.camera.zoom();
        let color = faded(ctx.palette.line_reporting(), ctx.arrival * if self.recedes { 0.5 } else { 1.0 });
        let stroke = Stroke::new((1.25 * zoom).clamp(0.6, 1.5), color);
        let visible = self.stage.camera.visible(self.stage.screen).expanded(4.0);
        let reporting = ctx.index.reporting_in(&visible);
        let is_far = zoom < super::far::FAR || reporting.len() > super::far::MANY;
        for line in reporting {
            let path = &ctx.layout.reporting[line].path;
            if is_far { self.straight(path, stroke) } else { self.stroke(path, stroke, None) }
        }
        if zoom < 0.08 || is_far {
            return;
        }
        let lines: Vec<usize> =
            ctx.index.lines_in(&visible).into_iter().filter(|line| is_shown(self.stage, self.shown, *line)).collect();
        // From afar so many lines are a haze that hides the cards: those in focus say something.
        let is_haze = zoom < HAZE_ZOOM && lines.len() > HAZE;
        for line in lines.iter().filter(|line| !is_haze && !self.is_focused(**line)) {
            self.line(*line, ctx.arrival * if self.recedes { 0.35 } else { 1.0 });
        }
        for line in lines.iter().filter(|line| self.is_focused(**line)) {
            self.line(*line, ctx.arrival);
        }
    }

    /// The lines of the focus alone.
    pub(super) fn paint_focused(&self) {
        let visible = self.stage.camera.visible(self.stage.screen).expanded(4.0);
        for line in self.stage.ctx.index.lines_in(&visible) {
            if is_shown(self.stage, self.shown, line) && self.is_focused(line) {
                self.line(line, 1.0);
            }
        }
    }

    fn is_focused(&self, line: usize) -> bool {
        let ends = self.stage.ctx.layout.lines[line].ends;
        self.focus.contains(&ends.0) || self.focus.contains(&ends.1) || self.front.contains(&line)
    }

    /// From far away only the long straight pieces are seen.
    fn straight(&self, path: &Path, stroke: Stroke) {
        let mut from = None;
        for segment in &path.0 {
            let to = segment.end();
            let is_move = matches!(segment, Segment::Move(_));
            if let Some(from) = from.filter(|_| !is_move) {
                let ends = [self.at(from), self.at(to)];
                if (ends[0] - ends[1]).length_sq() > 9.0 {
                    self.stage.painter.line_segment(ends, stroke);
                }
            }
            from = Some(to);
        }
    }

    fn kind(&self, line: &Line) -> Option<LineKind> {
        line.request.map(|request| self.stage.ctx.request.lines[request].kind)
    }

    /// How a line runs: bundled with the others, and by itself as soon as it is in focus.
    fn path(&self, line: usize) -> &Path {
        let layout = self.stage.ctx.layout;
        let bundled = layout.bundled.get(line).filter(|path| !path.0.is_empty());
        bundled.filter(|_| !self.is_focused(line)).unwrap_or(&layout.lines[line].path)
    }

    fn line(&self, line: usize, strength: f32) {
        let (path, line) = (self.path(line), &self.stage.ctx.layout.lines[line]);
        let palette = self.stage.ctx.palette;
        let zoom = self.stage.camera.zoom();
        // Many lines at once must not drown the cards.
        let crowd =
            if self.stage.ctx.layout.lines.len() > 3 * self.stage.ctx.layout.cards.len().max(10) { 0.6 } else { 1.0 };
        let thin = |width: f32| (width * zoom * crowd).max(0.5);
        match self.kind(line) {
            Some(LineKind::Dotted) => {
                let stroke = Stroke::new(thin(1.25), faded(palette.line_dotted(), strength));
                self.stroke(path, stroke, Some((5.0 * zoom, 4.0 * zoom)));
            }
            Some(LineKind::Informal(LinkKind::Influences(power))) => {
                let width = thin(0.75 + 0.75 * f32::from(power.get()));
                let stroke = Stroke::new(width, faded(palette.line_influence(), strength));
                self.stroke(path, stroke, None);
                self.arrow(path, stroke, 5.0 + f32::from(power.get()) * 1.5);
            }
            Some(LineKind::Informal(LinkKind::Conflict)) => {
                let color = faded(palette.line_conflict(), strength);
                self.stroke(path, Stroke::new(thin(1.75), color), None);
                self.cross(path, color);
            }
            Some(LineKind::Informal(LinkKind::Tie(_))) => {
                let stroke = Stroke::new(thin(1.25), faded(palette.line_tie(), strength));
                self.stroke(path, stroke, None);
                self.rings(path, stroke);
            }
            None => {}
        }
    }

    fn at(&self, pos: CanvasPos) -> Pos2 {
        self.stage.camera.screen_from_canvas(pos, self.stage.screen)
    }

    fn stroke(&self, path: &Path, stroke: Stroke, dash: Option<(f32, f32)>) {
        let visible = self.stage.camera.visible(self.stage.screen);
        if !path.bounds().is_some_and(|bounds| bounds.expanded(2.0).overlaps(&visible)) {
            return;
        }
        // Far away and in a crowd nobody sees the corners of a curve.
        let is_crowd = self.stage.ctx.layout.lines.len() > 150;
        let pieces = match self.stage.camera.zoom() {
            zoom if zoom < 0.25 => 2,
            zoom if zoom < 0.5 && is_crowd => 3,
            _ if is_crowd => 8,
            _ => 16,
        };
        for run in path.flattened(pieces) {
            let points: Vec<Pos2> = run.into_iter().map(|pos| self.at(pos)).collect();
            match dash {
                Some((on, off)) => {
                    self.stage.painter.extend(Shape::dashed_line(&points, stroke, on.max(2.0), off.max(2.0)));
                }
                None => {
                    self.stage.painter.add(Shape::line(points, stroke));
                }
            }
        }
    }

    fn arrow(&self, path: &Path, stroke: Stroke, size: f32) {
        let Some((_, end)) = path.ends() else { return };
        let tip = self.at(end);
        if !self.stage.screen.expand(20.0).contains(tip) || self.stage.camera.zoom() < 0.3 {
            return;
        }
        let size = size * self.stage.camera.zoom().max(0.5);
        let along = Vec2::angled(path.end_angle().to_radians());
        let back = tip - along * size * 1.4;
        let side = along.rot90() * size * 0.55;
        let points = vec![tip, back + side, back - side];
        self.stage.painter.add(Shape::convex_polygon(points, stroke.color, Stroke::NONE));
    }

    /// A cross in a disc half way along: these two are at odds.
    fn cross(&self, path: &Path, color: Color32) {
        let center = self.at(path.middle().0);
        let radius = 6.5 * self.stage.camera.zoom().max(0.5);
        self.stage.painter.circle(center, radius, self.stage.ctx.palette.surface(), Stroke::new(1.25, color));
        let arm = radius * 0.45;
        for side in [Vec2::new(arm, arm), Vec2::new(arm, -arm)] {
            self.stage.painter.line_segment([center - side, center + side], Stroke::new(1.5, color));
        }
    }

    fn rings(&self, path: &Path, stroke: Stroke) {
        let Some((start, end)) = path.ends() else {
            return;
        };
        for pos in [start, end] {
            let radius = 3.2 * self.stage.camera.zoom().max(0.5);
            self.stage.painter.circle(
                self.at(pos),
                radius,
                self.stage.ctx.palette.surface(),
                Stroke::new(stroke.width.max(1.0), stroke.color),
            );
        }
    }
}

fn is_shown(stage: &Stage<'_>, shown: LinesShown, line: usize) -> bool {
    match stage.ctx.request.lines.get(line).map(|line| line.kind) {
        Some(LineKind::Dotted) => shown.dotted,
        Some(LineKind::Informal(LinkKind::Influences(_))) => shown.influence,
        Some(LineKind::Informal(LinkKind::Conflict)) => shown.conflict,
        Some(LineKind::Informal(LinkKind::Tie(_))) => shown.tie,
        None => false,
    }
}

/// The line under a screen point, the nearest first.
pub(super) fn line_at(stage: &Stage<'_>, view: &ViewState, pos: Pos2) -> Option<usize> {
    if stage.camera.zoom() < super::WIDGET_ZOOM {
        return None;
    }
    let reach = 6.0 / stage.camera.zoom();
    let at = stage.canvas_pos(pos);
    let area = crate::layout::CanvasRect { x: at.x, y: at.y, width: 0.0, height: 0.0 }.expanded(reach);
    let near = |line: usize| {
        let runs = stage.ctx.layout.lines[line].path.flattened(16);
        let pieces = runs.iter().flat_map(|run| run.windows(2));
        pieces.map(|pair| distance(at, pair[0], pair[1])).min_by(f32::total_cmp)
    };
    let lines = stage.ctx.index.lines_in(&area).into_iter().filter(|line| is_shown(stage, view.lines, *line));
    let found = lines.filter_map(|line| Some((near(line)?, line))).filter(|(away, _)| *away <= reach);
    found.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, line)| line)
}

/// Selects a line: a link by itself, a dotted line by the seats it joins.
pub(super) fn select_line(stage: &Stage<'_>, view: &mut ViewState, line: usize) {
    let Some(asked) = stage.ctx.request.lines.get(line) else { return };
    match asked.link {
        Some(link) => view.select_link(link),
        None => {
            view.select_many(BTreeSet::new());
            view.dotted = Some((stage.seat(asked.from), stage.seat(asked.to)));
        }
    }
}

/// The line that is selected.
pub(super) fn selected_line(stage: &Stage<'_>, view: &ViewState) -> Option<usize> {
    let is_it = |line: &crate::layout::LineRequest| match view.dotted {
        Some(ends) => line.link.is_none() && (stage.seat(line.from), stage.seat(line.to)) == ends,
        None => line.link.is_some() && line.link == view.link,
    };
    (view.link.is_some() || view.dotted.is_some()).then(|| stage.ctx.request.lines.iter().position(is_it)).flatten()
}

/// The distance of a point from a straight piece.
fn distance(at: CanvasPos, from: CanvasPos, to: CanvasPos) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 { ((at.x - from.x) * dx + (at.y - from.y) * dy) / length } else { 0.0 };
    let share = share.clamp(0.0, 1.0);
    (at.x - from.x - dx * share).hypot(at.y - from.y - dy * share)
}

/// What the line under the pointer says, with its note.
pub(super) fn line_hint(stage: &Stage<'_>, ui: &Ui, line: usize) {
    let ctx = stage.ctx;
    let Some(asked) = ctx.request.lines.get(line) else { return };
    let name = |card: usize| super::cards::card_name(ctx, stage.seat(card));
    let link = asked.link.and_then(|id| ctx.account.get::<Link>(id));
    let kind = match asked.kind {
        LineKind::Dotted => ctx.words.text(&Message::LineDotted),
        LineKind::Informal(LinkKind::Influences(strength)) => {
            ctx.words.text(&Message::InfluenceOf { count: strength.get().to_string() })
        }
        LineKind::Informal(LinkKind::Conflict) => ctx.words.text(&Message::LineConflict),
        LineKind::Informal(LinkKind::Tie(tie)) => ctx.words.value(tie).to_owned(),
    };
    let mut text = format!("{} → {}\n{kind}", name(asked.from), name(asked.to));
    if let Some(link) = link.filter(|link| !link.note.is_empty()) {
        text.push('\n');
        text.push_str(&link.note);
    }
    let id = egui::Id::unique("line-hint");
    egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, egui::PopupAnchor::Pointer).show(|ui| {
        ui.label(text);
    });
}
