//! What a frame of the window costs: events in, shapes tessellated, no display.

use std::path::PathBuf;
use std::sync::OnceLock;

use account_atlas::app::Workbench;
use account_atlas::file;
use account_atlas::model::{Account, Seat};
use account_atlas::ui::{Camera, Drag, font_definitions};
use account_atlas::words::Language;
use divan::Bencher;
use egui::{Event, Pos2, RawInput, Rect, vec2};

use crate::accounts;
use crate::memory_host::MemoryHost;

const SCREEN: Rect = Rect { min: Pos2::ZERO, max: Pos2 { x: 1280.0, y: 800.0 } };

/// A window over an account of so many people, drawn a few times already.
pub struct Frames {
    ctx: egui::Context,
    pub workbench: Workbench,
    time: f64,
}

impl Frames {
    fn new(people: usize) -> Self {
        Self::over(account_file(people))
    }

    /// The same over the account in a file.
    pub fn over(path: PathBuf) -> Self {
        let state = std::env::temp_dir().join("account-atlas-bench");
        let host = Box::new(MemoryHost::new(state, Vec::new()));
        let workbench = Workbench::new(host, Some(path), (Language::English, false)).expect("what ships is sound");
        let ctx = egui::Context::default();
        ctx.set_fonts(font_definitions());
        let mut frames = Self { ctx, workbench, time: 0.0 };
        for _ in 0..4 {
            frames.frame(Vec::new());
        }
        frames
    }

    pub fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let input = RawInput { screen_rect: Some(SCREEN), time: Some(self.time), events, ..RawInput::default() };
        let workbench = &mut self.workbench;
        let mut output = self.ctx.run_ui(input, |ui| {
            workbench.logic(ui.ctx());
            workbench.frame(ui);
        });
        output.textures_delta.clear();
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }

    /// Looks at the middle of the map at this magnification.
    fn look(&mut self, zoom: f32) -> Camera {
        let view = self.workbench.view_mut();
        let mut camera = view.shown.expect("the map was drawn");
        camera.zoom_at(zoom / camera.zoom(), SCREEN.center(), SCREEN);
        view.camera = Some(camera);
        camera
    }
}

/// The account in a file, written once in a run.
fn account_file(people: usize) -> PathBuf {
    file_of(&format!("firm-{people}.ron"), || accounts::firm(people, people * 3 / 2, 1))
}

/// A file of this name, made where there is none.
pub fn file_of(name: &str, account: impl FnOnce() -> Account) -> PathBuf {
    static MADE: OnceLock<()> = OnceLock::new();
    let folder = std::env::temp_dir().join("account-atlas-bench");
    MADE.get_or_init(|| std::fs::create_dir_all(&folder).expect("a folder for the bench"));
    let path = folder.join(name);
    if !path.exists() {
        std::fs::write(&path, file::write(&account())).expect("a file for the bench");
    }
    path
}

fn panning(bencher: Bencher<'_, '_>, people: usize, zoom: f32) {
    let mut frames = Frames::new(people);
    let mut camera = frames.look(zoom);
    let mut step = 0_u32;
    bencher.bench_local(|| {
        step += 1;
        let way = if step % 40 < 20 { 9.0 } else { -9.0 };
        camera.pan(vec2(way, way / 3.0));
        frames.workbench.view_mut().camera = Some(camera);
        frames.frame(Vec::new())
    });
}

#[divan::bench(args = [200, 10_000, 50_000])]
fn frame_panning_at_100_percent(bencher: Bencher<'_, '_>, people: usize) {
    panning(bencher, people, 1.0);
}

#[divan::bench(args = [200, 10_000, 50_000])]
fn frame_panning_at_40_percent(bencher: Bencher<'_, '_>, people: usize) {
    panning(bencher, people, 0.4);
}

#[divan::bench(args = [200, 10_000, 50_000])]
fn frame_panning_at_15_percent(bencher: Bencher<'_, '_>, people: usize) {
    panning(bencher, people, 0.15);
}

#[divan::bench(args = [200, 10_000, 50_000])]
fn frame_panning_over_all(bencher: Bencher<'_, '_>, people: usize) {
    panning(bencher, people, 0.02);
}

/// A letter typed into the name of a selected person, the map beside it.
#[divan::bench(args = [200, 10_000])]
fn keystroke_in_a_form(bencher: Bencher<'_, '_>, people: usize) {
    let mut frames = Frames::new(people);
    frames.look(1.0);
    let seat = *frames.workbench.account().seats.keys().nth(people / 2).expect("somebody");
    let before = frames.workbench.account().clone();
    let view = frames.workbench.view_mut();
    view.select(seat);
    view.wants_inspector = true;
    for _ in 0..3 {
        frames.frame(Vec::new());
    }
    bencher.bench_local(|| frames.frame(vec![Event::Text("x".to_owned())]));
    assert_ne!(frames.workbench.account(), &before, "the letters arrived");
}

/// A branch of a thousand carried over the map.
#[divan::bench(args = [10_000])]
fn drag_of_a_branch(bencher: Bencher<'_, '_>, people: usize) {
    let mut frames = Frames::new(people);
    frames.look(1.0);
    let account = frames.workbench.account().clone();
    let seat = branch_of_about(&account, 1_000);
    let view = frames.workbench.view_mut();
    view.select(seat);
    view.drag = Some(Drag::Cards { seat, held: vec2(20.0, 20.0) });
    let pressed = |at: Pos2| Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed: true,
        modifiers: egui::Modifiers::NONE,
    };
    frames.frame(vec![Event::PointerMoved(SCREEN.center()), pressed(SCREEN.center())]);
    frames.workbench.view_mut().drag = Some(Drag::Cards { seat, held: vec2(20.0, 20.0) });
    let mut step = 0.0_f32;
    bencher.bench_local(|| {
        step += 1.0;
        frames.frame(vec![Event::PointerMoved(SCREEN.center() + vec2((step % 50.0) - 25.0, step % 20.0))])
    });
}

fn branch_of_about(account: &Account, people: usize) -> account_atlas::model::SeatId {
    let size = |seat: &Seat| account.all::<Seat>().filter(|other| account.is_in_branch(other.id, seat.id)).count();
    let nearest = account.all::<Seat>().take(400).min_by_key(|seat| size(seat).abs_diff(people));
    nearest.expect("somebody").id
}
