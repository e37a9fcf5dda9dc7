//! Where the canvas looks: one point of the map and how near.

use egui::{Pos2, Rect, Vec2};

use crate::layout::{CanvasPos, CanvasRect};

/// The nearest and the furthest look.
const ZOOM: std::ops::RangeInclusive<f32> = 0.02..=4.0;

/// The place in the middle of the canvas and its magnification.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    center: CanvasPos,
    zoom: f32,
}

impl Camera {
    /// Looks at all of `bounds`, at most at full size, clear of the highest and the lowest `covered` points.
    pub fn fitting(bounds: &CanvasRect, screen: Rect, (above, below): (f32, f32)) -> Self {
        let margin = 24.0;
        let room = (screen.size() - Vec2::new(2.0 * margin, 2.0 * margin + above + below)).max(Vec2::splat(40.0));
        let zoom = (room.x / bounds.width.max(1.0)).min(room.y / bounds.height.max(1.0)).clamp(*ZOOM.start(), 1.0);
        let middle = bounds.center();
        Self { center: CanvasPos::new(middle.x, middle.y + (below - above) / 2.0 / zoom), zoom }
    }

    /// Screen points for a canvas point.
    pub fn zoom(&self) -> f32 {
        self.zoom
    }

    /// The same place at full size.
    pub fn at_actual_size(self) -> Self {
        Self { zoom: 1.0, ..self }
    }

    /// The screen point of a canvas point.
    pub fn screen_from_canvas(&self, pos: CanvasPos, screen: Rect) -> Pos2 {
        screen.center() + Vec2::new(pos.x - self.center.x, pos.y - self.center.y) * self.zoom
    }

    /// The canvas point of a screen point.
    pub fn canvas_from_screen(&self, pos: Pos2, screen: Rect) -> CanvasPos {
        let away = (pos - screen.center()) / self.zoom;
        CanvasPos::new(self.center.x + away.x, self.center.y + away.y)
    }

    /// The screen rectangle of a canvas rectangle.
    pub fn screen_rect(&self, rect: &CanvasRect, screen: Rect) -> Rect {
        let corner = self.screen_from_canvas(CanvasPos::new(rect.x, rect.y), screen);
        Rect::from_min_size(corner, Vec2::new(rect.width, rect.height) * self.zoom)
    }

    /// The part of the canvas that is on screen.
    pub fn visible(&self, screen: Rect) -> CanvasRect {
        let corner = self.canvas_from_screen(screen.min, screen);
        CanvasRect { x: corner.x, y: corner.y, width: screen.width() / self.zoom, height: screen.height() / self.zoom }
    }

    /// Moves the map by so many screen points.
    pub fn pan(&mut self, by: Vec2) {
        self.center.x -= by.x / self.zoom;
        self.center.y -= by.y / self.zoom;
    }

    /// Magnifies by `factor`; what is under `at` stays there.
    pub fn zoom_at(&mut self, factor: f32, at: Pos2, screen: Rect) {
        let under = self.canvas_from_screen(at, screen);
        self.zoom = (self.zoom * factor).clamp(*ZOOM.start(), *ZOOM.end());
        let now = self.canvas_from_screen(at, screen);
        self.center.x += under.x - now.x;
        self.center.y += under.y - now.y;
    }

    /// Looks at a place at the same magnification.
    pub fn look_at(&mut self, pos: CanvasPos) {
        self.center = pos;
    }
}
