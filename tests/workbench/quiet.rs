//! Nothing is computed while nothing changes: counted, not timed.

use account_atlas::app::Computed;
use account_atlas::insight::MeasureKind;
use account_atlas::model::{Coded, LayoutKind, Person};
use account_atlas::ui::{Lens, View};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, TouchPhase, Vec2, vec2};
use egui_kittest::kittest::Queryable;

use super::accounts::{account, judged_organization, person};
use super::driver::Driver;

const FRAMES: usize = 12;

fn computed(user: &Driver) -> Computed {
    user.window.state().computed()
}

/// With the numbers of how people are joined on screen, so that they too are asked for.
fn with_measures(user: &mut Driver) {
    user.window.state_mut().view_mut().lens = Lens::Measure(MeasureKind::ALL[0]);
    user.settle();
}

#[test]
fn frames_without_a_change_compute_nothing() {
    for twice in [false, true] {
        let start = judged_organization(60, 90, 1);
        let mut user = Driver::new("quiet-frames", Some(&start), twice);
        user.window.state_mut().view_mut().focus = start.seats.keys().next().copied();
        with_measures(&mut user);
        for kind in LayoutKind::ALL {
            user.window.state_mut().view_mut().layout = *kind;
            // Cards that wander to their new places arrive.
            user.window.run_steps(FRAMES);
            let before = computed(&user);
            assert!(before.requests > 0 && before.layouts > 0 && before.insights > 0 && before.measures > 0);
            user.window.run_steps(FRAMES);
            assert_eq!(computed(&user), before, "{kind:?}");
        }
    }
}

#[test]
fn looking_about_computes_nothing() {
    let start = judged_organization(60, 90, 1);
    let mut user = Driver::new("quiet-looking", Some(&start), false);
    with_measures(&mut user);
    let before = computed(&user);
    let middle = Pos2::new(640.0, 400.0);
    for step in [vec2(0.0, 0.0), vec2(20.0, 9.0), vec2(90.0, -40.0)] {
        user.window.hover_at(middle + step);
        user.window.step();
    }
    user.window.event(wheel(vec2(0.0, 40.0)));
    user.settle();
    let seat = *start.seats.keys().nth(30).expect("somebody");
    user.window.state_mut().view_mut().select(seat);
    user.settle();
    for view in [View::Table, View::Findings, View::Plan, View::Map] {
        user.window.state_mut().view_mut().view = view;
        user.settle();
        assert_eq!(computed(&user), before, "{view:?}");
    }
    user.window.state_mut().view_mut().lens = Lens::Coverage;
    user.settle();
    assert_eq!(computed(&user), before, "another colour is no other map");
}

fn wheel(delta: Vec2) -> Event {
    let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Unknown);
    Event::MouseWheel { unit, delta, phase, source, modifiers: Modifiers::NONE }
}

#[test]
fn a_note_lays_out_no_map_and_measures_nobody() {
    for twice in [false, true] {
        let start = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO");
        let mut user = Driver::new("quiet-note", Some(&start), twice);
        with_measures(&mut user);
        user.select("Bo");
        user.window.get_by_role_and_label(Role::MultilineTextInput, "Notes").scroll_to_me();
        user.settle();
        let before = computed(&user);
        let field = user.window.get_by_role_and_label(Role::MultilineTextInput, "Notes").rect().center();
        user.press_at(field);
        user.write("likes tea");
        let bo = user.account().get::<Person>(person(&start, "Bo")).expect("Bo").clone();
        assert_eq!(bo.notes, "likes tea", "the letters arrived");
        let after = computed(&user);
        assert_eq!((after.layouts, after.measures), (before.layouts, before.measures), "{twice}");
        let letters = u64::try_from("likes tea".len()).expect("few");
        assert!(after.requests - before.requests <= letters, "no more than once a letter: {after:?}");
        assert!(after.insights - before.insights <= letters, "no more than once a letter: {after:?}");
    }
}

#[test]
fn what_does_change_is_computed() {
    // Without this the others would hold of a window that computes nothing at all.
    let mut user = Driver::new("quiet-change", Some(&account("Ada: CEO\n  Bo: CFO")), false);
    with_measures(&mut user);
    user.select("Bo");
    let before = computed(&user);
    user.key(Key::Tab);
    user.write("Di");
    user.key(Key::Enter);
    user.key(Key::Escape);
    assert_eq!(user.account().seats.len(), 3, "Bo has a report");
    let after = computed(&user);
    assert!(after.requests > before.requests && after.layouts > before.layouts, "{before:?}, {after:?}");
    assert!(after.insights > before.insights && after.measures > before.measures, "{before:?}, {after:?}");
}
