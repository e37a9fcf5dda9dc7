//! Lines: reporting behind everything, influence with arrows, conflict with a cross, ties with rings.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2};

use super::style::faded;
use super::{Camera, LinesShown, ViewContext};
use crate::layout::{CanvasPos, Line, LineKind, Path};
use crate::model::LinkKind;

/// Draws all lines of the map that can be seen.
pub(super) struct LinePainter<'a> {
    pub(super) ctx: &'a ViewContext<'a>,
    pub(super) painter: &'a Painter,
    pub(super) camera: Camera,
    pub(super) screen: Rect,
    pub(super) shown: LinesShown,
    /// The cards that are selected or under the pointer; their lines come to the front.
    pub(super) focus: &'a [usize],
}

impl LinePainter<'_> {
    /// Reporting lines, then the others, the lines of the focus last.
    pub(super) fn paint(&self) {
        let strength = if self.focus.is_empty() { 1.0 } else { 0.5 };
        let color = faded(self.ctx.palette.line_reporting(), strength);
        let width = (1.25 * self.camera.zoom()).clamp(0.6, 1.5);
        for line in &self.ctx.layout.reporting {
            self.stroke(&line.path, Stroke::new(width, color), None);
        }
        if self.camera.zoom() < 0.08 {
            return;
        }
        let lines = || self.ctx.layout.lines.iter().filter(|line| self.is_shown(line));
        for line in lines().filter(|line| !self.is_focused(line)) {
            self.line(line, if self.focus.is_empty() { 1.0 } else { 0.25 });
        }
        for line in lines().filter(|line| self.is_focused(line)) {
            self.line(line, 1.0);
        }
    }

    fn is_focused(&self, line: &Line) -> bool {
        self.focus.contains(&line.ends.0) || self.focus.contains(&line.ends.1)
    }

    fn kind(&self, line: &Line) -> Option<LineKind> {
        line.request.map(|request| self.ctx.request.lines[request].kind)
    }

    fn is_shown(&self, line: &Line) -> bool {
        match self.kind(line) {
            Some(LineKind::Dotted) => self.shown.dotted,
            Some(LineKind::Informal(LinkKind::Influences(_))) => self.shown.influence,
            Some(LineKind::Informal(LinkKind::Conflict)) => self.shown.conflict,
            Some(LineKind::Informal(LinkKind::Tie(_))) => self.shown.tie,
            None => false,
        }
    }

    fn line(&self, line: &Line, strength: f32) {
        let palette = self.ctx.palette;
        let zoom = self.camera.zoom();
        // Many lines at once must not drown the cards.
        let crowd = if self.ctx.layout.lines.len() > 3 * self.ctx.layout.cards.len().max(10) { 0.6 } else { 1.0 };
        let thin = |width: f32| (width * zoom * crowd).max(0.5);
        match self.kind(line) {
            Some(LineKind::Dotted) => {
                let stroke = Stroke::new(thin(1.25), faded(palette.line_dotted(), strength));
                self.stroke(&line.path, stroke, Some((5.0 * zoom, 4.0 * zoom)));
            }
            Some(LineKind::Informal(LinkKind::Influences(power))) => {
                let width = thin(0.75 + 0.75 * f32::from(power.get()));
                let stroke = Stroke::new(width, faded(palette.line_influence(), strength));
                self.stroke(&line.path, stroke, None);
                self.arrow(&line.path, stroke, 5.0 + f32::from(power.get()) * 1.5);
            }
            Some(LineKind::Informal(LinkKind::Conflict)) => {
                let color = faded(palette.line_conflict(), strength);
                self.stroke(&line.path, Stroke::new(thin(1.75), color), None);
                self.cross(&line.path, color);
            }
            Some(LineKind::Informal(LinkKind::Tie(_))) => {
                let stroke = Stroke::new(thin(1.25), faded(palette.line_tie(), strength));
                self.stroke(&line.path, stroke, None);
                self.rings(&line.path, stroke);
            }
            None => {}
        }
    }

    fn at(&self, pos: CanvasPos) -> Pos2 {
        self.camera.screen_from_canvas(pos, self.screen)
    }

    fn stroke(&self, path: &Path, stroke: Stroke, dash: Option<(f32, f32)>) {
        let visible = self.camera.visible(self.screen);
        if !path.bounds().is_some_and(|bounds| bounds.expanded(2.0).overlaps(&visible)) {
            return;
        }
        // Far away and in a crowd nobody sees the corners of a curve.
        let is_crowd = self.ctx.layout.lines.len() > 400;
        let pieces = if self.camera.zoom() < 0.4 && is_crowd { 4 } else { 16 };
        for run in path.flattened(pieces) {
            let points: Vec<Pos2> = run.into_iter().map(|pos| self.at(pos)).collect();
            match dash {
                Some((on, off)) => {
                    self.painter.extend(Shape::dashed_line(&points, stroke, on.max(2.0), off.max(2.0)));
                }
                None => {
                    self.painter.add(Shape::line(points, stroke));
                }
            }
        }
    }

    fn arrow(&self, path: &Path, stroke: Stroke, size: f32) {
        let Some((_, end)) = path.ends() else { return };
        let tip = self.at(end);
        if !self.screen.expand(20.0).contains(tip) || self.camera.zoom() < 0.3 {
            return;
        }
        let size = size * self.camera.zoom().max(0.5);
        let along = Vec2::angled(path.end_angle().to_radians());
        let back = tip - along * size * 1.4;
        let side = along.rot90() * size * 0.55;
        let points = vec![tip, back + side, back - side];
        self.painter.add(Shape::convex_polygon(points, stroke.color, Stroke::NONE));
    }

    /// A cross in a disc half way along: these two are at odds.
    fn cross(&self, path: &Path, color: Color32) {
        let center = self.at(path.middle().0);
        let radius = 6.5 * self.camera.zoom().max(0.5);
        self.painter.circle(center, radius, self.ctx.palette.surface(), Stroke::new(1.25, color));
        let arm = radius * 0.45;
        for side in [Vec2::new(arm, arm), Vec2::new(arm, -arm)] {
            self.painter.line_segment([center - side, center + side], Stroke::new(1.5, color));
        }
    }

    fn rings(&self, path: &Path, stroke: Stroke) {
        let Some((start, end)) = path.ends() else {
            return;
        };
        for pos in [start, end] {
            let radius = 3.2 * self.camera.zoom().max(0.5);
            self.painter.circle(
                self.at(pos),
                radius,
                self.ctx.palette.surface(),
                Stroke::new(stroke.width.max(1.0), stroke.color),
            );
        }
    }
}
