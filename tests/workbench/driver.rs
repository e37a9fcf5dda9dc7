//! A user at the window: presses keys, types, drags, and counts what that took.

use std::path::PathBuf;

use account_atlas::model::{Account, PlanSection};
use account_atlas::ui::PlanPage;
use account_atlas::words::Language;
use egui::{Event, Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::accounts::seat;
use super::memory_host::MemoryHost;
use super::scratch::Scratch;
use super::window::{Window, saved, window_of};

/// A window driven as a user would, counting what is pressed.
pub struct Driver {
    pub window: Window,
    pub presses: usize,
    _scratch: Scratch,
}

impl Driver {
    pub fn new(name: &str, start: Option<&Account>, twice: bool) -> Self {
        Self::in_language(name, start, twice, Language::English, &[])
    }

    pub fn in_language(name: &str, start: Option<&Account>, twice: bool, language: Language, picks: &[&str]) -> Self {
        let scratch = Scratch::new(&format!("{name}-{twice}"));
        let path = start.map(|account| saved(&scratch, "start.ron", account));
        let picks: Vec<PathBuf> = picks.iter().map(|pick| scratch.join(pick)).collect();
        let host = MemoryHost::new(scratch.join("state"), picks);
        let mut driver = Self { window: window_of(host, language, path, twice), presses: 0, _scratch: scratch };
        if start.is_none() {
            driver.ctrl(Key::N);
            driver.presses = 0;
        }
        driver
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self._scratch.join(name)
    }

    pub fn settle(&mut self) {
        self.window.run_steps(3);
    }

    /// Waits until whatever unfolds or glides has come to rest.
    pub fn rest(&mut self) {
        for _ in 0..8 {
            self.settle();
        }
    }

    /// Brings what is called so into sight and clicks it; sections take a moment to unfold.
    pub fn reach(&mut self, label: &str) {
        self.rest();
        self.window.get_all_by_label_contains(label).next().expect(label).scroll_to_me();
        self.rest();
        self.window.get_all_by_label_contains(label).next().expect(label).click();
        self.rest();
    }

    pub fn key(&mut self, key: Key) {
        self.with(Modifiers::NONE, key);
    }

    pub fn ctrl(&mut self, key: Key) {
        self.with(Modifiers::COMMAND, key);
    }

    pub fn with(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.presses += 1;
        self.settle();
    }

    pub fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.window.event(Event::Text(letter.to_string()));
            self.window.step();
        }
        self.presses += text.chars().count();
        self.settle();
    }

    pub fn account(&self) -> &Account {
        self.window.state().account()
    }

    /// Opens a page of the plan.
    pub fn plan(&mut self, page: PlanPage) {
        self.window.state_mut().view_mut().show_plan(page);
        self.settle();
    }

    /// Opens a section of the plan.
    pub fn section(&mut self, section: PlanSection) {
        self.plan(PlanPage::Section(section));
    }

    pub fn card(&self, name: &str) -> egui::Rect {
        self.window.get_by_label_contains(&format!("{name}, ")).rect()
    }

    pub fn click(&mut self, label: &str) {
        self.window.get_by_label(label).click();
        self.presses += 1;
        self.settle();
    }

    pub fn click_card(&mut self, name: &str) {
        // Clear of the symbols, which a click would set.
        let at = self.card(name).right_top() + vec2(-30.0, 12.0);
        self.press_at(at);
    }

    pub fn press_at(&mut self, at: Pos2) {
        self.window.hover_at(at);
        self.settle();
        // Held no longer than a click may be.
        self.window.drag_at(at);
        self.window.step();
        self.window.drop_at(at);
        self.presses += 1;
        self.settle();
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.window.hover_at(from);
        self.settle();
        self.window.drag_at(from);
        self.settle();
        for share in [0.3, 0.7, 1.0] {
            self.window.hover_at(from + (to - from) * share);
            self.settle();
        }
        self.window.drop_at(to);
        self.presses += 1;
        self.settle();
    }

    pub fn select(&mut self, name: &str) {
        let seat = seat(self.account(), name);
        self.window.state_mut().view_mut().select(seat);
        self.window.state_mut().view_mut().wants_canvas = true;
        self.settle();
    }
}
