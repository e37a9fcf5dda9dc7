//! Journeys through the window, by what a screen reader hears; no display, no pictures.

use std::path::PathBuf;

use account_atlas::app::{Workbench, contained, example_bytes};
use account_atlas::disk::{About, RealFs, RecoveryStore};
use account_atlas::edit::{Edit, History, PersonChange, RecordEdit};
use account_atlas::file;
use account_atlas::model::{Account, Person, PersonId};
use account_atlas::ui::{View, font_definitions};
use account_atlas::words::Language;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, firm, person};
use super::memory_host::MemoryHost;
use super::scratch::Scratch;

pub type Window = Harness<'static, Workbench>;

pub fn window(scratch: &Scratch, language: Language, path: Option<PathBuf>, picks: Vec<PathBuf>) -> Window {
    window_of(MemoryHost::new(scratch.join("state"), picks), language, path, false)
}

/// A window over `host`; with `twice` every frame is drawn in two passes.
pub fn window_of(host: MemoryHost, language: Language, path: Option<PathBuf>, twice: bool) -> Window {
    let host = Box::new(host);
    let workbench = Workbench::new(host, path, (language, false)).expect("what ships is sound");
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_context_setup(|ctx| ctx.set_fonts(font_definitions()))
        .build_ui_state(
            move |ui, workbench: &mut Workbench| {
                if twice {
                    ui.ctx().request_discard("a second pass");
                }
                workbench.logic(ui.ctx());
                workbench.frame(ui);
            },
            workbench,
        );
    harness.run();
    harness
}

pub fn saved(scratch: &Scratch, name: &str, account: &Account) -> PathBuf {
    let path = scratch.join(name);
    std::fs::write(&path, file::write(account)).expect("a file");
    path
}

#[test]
fn the_example_opens_in_the_users_language() {
    let scratch = Scratch::new("window-example");
    let chinese = window(&scratch, Language::Chinese, None, Vec::new());
    assert!(chinese.query_by_label_contains("林婉清, 总经理").is_some(), "a card is found by name and title");
    assert!(chinese.query_by_label("示例").is_some(), "the status says that it is the example");
    let english = window(&Scratch::new("window-example-en"), Language::English, None, Vec::new());
    assert!(english.query_by_label_contains("Helen Strand, Chief Executive").is_some());
}

#[test]
fn a_card_is_selected_by_a_click_and_read_in_the_inspector() {
    let scratch = Scratch::new("window-select");
    let mut window = window(&scratch, Language::English, None, Vec::new());
    window.get_by_label_contains("Rosalind Pike, Engineering Director").click();
    window.run();
    assert_eq!(window.state_mut().view_mut().selection.len(), 1);
    assert!(window.query_by_label("Influenced by").is_some(), "her relations are listed");
    window.get_all_by_label("Helen Strand").next().expect("a link").scroll_to_me();
    window.run();
    window.get_all_by_label("Helen Strand").next().expect("still there").click();
    window.run();
    let chosen = *window.state_mut().view_mut().selection.first().expect("one card");
    assert_eq!(window.state().account().holder(chosen).expect("a person").name, "Helen Strand");
    window.key_press(egui::Key::Escape);
    window.run();
    assert!(window.state_mut().view_mut().selection.is_empty());
}

#[test]
fn arrows_walk_over_the_map() {
    let scratch = Scratch::new("window-walk");
    let path = saved(&scratch, "a.ron", &account("Ada: CEO\n  Bo: Left\n    x\n  Cy: Right\n    y"));
    let mut window = window(&scratch, Language::English, Some(path), Vec::new());
    window.get_by_label_contains("Ada, CEO").click();
    window.run();
    let names = |window: &mut Window| {
        let chosen: Vec<_> = window.state_mut().view_mut().selection.iter().copied().collect();
        chosen
            .iter()
            .map(|seat| window.state().account().holder(*seat).expect("a person").name.clone())
            .collect::<Vec<_>>()
    };
    for (key, name) in [
        (egui::Key::ArrowDown, None),
        (egui::Key::ArrowLeft, Some("Bo")),
        (egui::Key::ArrowRight, Some("Cy")),
        (egui::Key::ArrowUp, Some("Ada")),
    ] {
        window.key_press(key);
        window.run();
        if let Some(name) = name {
            assert_eq!(names(&mut window), [name], "after {key:?}");
        }
    }
}

#[test]
fn language_and_theme_are_switched_and_remembered() {
    let scratch = Scratch::new("window-settings");
    let mut first = window(&scratch, Language::English, None, Vec::new());
    first.get_by_label("中文").click();
    first.run();
    assert!(first.query_by_label("图谱").is_some(), "the rail speaks Chinese");
    assert!(first.query_by_label_contains("林婉清, 总经理").is_some(), "and so does the example");
    first.get_by_label("明暗").click();
    first.run();
    assert!(first.ctx.global_style().visuals.dark_mode);
    drop(first);
    let second = window(&scratch, Language::English, None, Vec::new());
    assert!(second.query_by_label("图谱").is_some(), "the language is remembered");
    assert!(second.ctx.global_style().visuals.dark_mode, "the theme is remembered");
}

#[test]
fn the_page_is_previewed_and_exported() {
    let scratch = Scratch::new("window-export");
    let target = scratch.join("plan.pdf");
    let mut window = window(&scratch, Language::English, None, vec![target.clone()]);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::P);
    window.run_ok();
    assert_eq!(window.state_mut().view_mut().view, View::Page);
    // The page is set on a thread; what is waited for is its being there, not time.
    while !window.state().has_preview() {
        std::thread::yield_now();
        window.step();
    }
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
    while !target.exists() {
        window.step();
    }
    window.run_ok();
    let bytes = std::fs::read(&target).expect("the page");
    assert!(bytes.starts_with(b"%PDF"));
    assert!(window.state().notices().iter().any(|notice| notice.contains("plan.pdf")), "it says where it went");
}

#[test]
fn without_a_dialog_the_path_is_typed() {
    let scratch = Scratch::new("window-path");
    let path = saved(&scratch, "typed.ron", &account("Typed: Person"));
    let mut window = window(&scratch, Language::English, None, Vec::new());
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::O);
    window.run();
    assert!(window.query_by_label("Path of the file").is_some(), "the workbench asks itself");
    window.event(egui::Event::Paste(path.display().to_string()));
    window.run();
    window.get_by_label("Go on").click();
    window.run();
    window.run();
    assert_eq!(window.state().account().persons.len(), 1);
}

#[test]
fn damaged_foreign_and_missing_files_are_told_and_never_written() {
    let scratch = Scratch::new("window-damage");
    let whole = file::write(&firm(20, 10, 1));
    let cut = scratch.join("cut.ron");
    std::fs::write(&cut, &whole[..whole.len() * 2 / 3]).expect("a file");
    let mut window = window(&scratch, Language::English, Some(cut.clone()), Vec::new());
    assert!(
        window.state().notices().iter().any(|notice| notice.contains("damaged at line")),
        "{:?}",
        window.state().notices()
    );
    assert!(window.state().account().persons.len() >= 5, "what could be read is shown");
    assert!(window.query_by_label("read-only").is_some());
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::S);
    window.run();
    assert_eq!(std::fs::read(&cut).expect("the file").len(), whole.len() * 2 / 3, "the damaged file is as it was");
    let foreign = scratch.join("foreign.ron");
    std::fs::write(&foreign, b"%PDF-1.7").expect("a file");
    let window = self::window(&Scratch::new("window-foreign"), Language::Chinese, Some(foreign), Vec::new());
    assert!(window.state().notices().iter().any(|notice| notice.contains("PDF")));
}

#[test]
fn a_folder_opens_with_its_accounts() {
    let scratch = Scratch::new("window-folder");
    std::fs::create_dir_all(scratch.join("portfolio")).expect("a folder");
    saved(&scratch, "portfolio/b.ron", &account("Bo"));
    saved(&scratch, "portfolio/a.ron", &account("Ada"));
    let mut window = window(&scratch, Language::English, Some(scratch.join("portfolio")), Vec::new());
    assert!(window.query_by_label_contains("Ada").is_some());
    window.get_by_label("File").click();
    window.run();
    window.get_by_label("b").click();
    window.run();
    window.run();
    assert!(window.query_by_label_contains("Bo").is_some());
}

#[test]
fn unsaved_work_of_a_dead_run_is_offered_and_restored() {
    let scratch = Scratch::new("window-recovery");
    let lost = account("Lost: Director\n  And: Found");
    let store = RecoveryStore::new(&scratch.join("state"));
    let session = store.open_session(&RealFs, &lost.id.to_string(), "dead").expect("a session");
    let about =
        About { source: None, base_crc: None, app_version: "0".to_owned(), time: "2026-11-20 18:00".to_owned() };
    session.write(&RealFs, &file::write(&lost), &about).expect("a snapshot");
    drop(session);
    let mut window = window(&scratch, Language::English, None, Vec::new());
    assert!(window.query_by_label_contains("2026-11-20 18:00").is_some(), "the offer names the time");
    window.get_by_label("Restore").click();
    window.run_steps(4);
    assert_eq!(window.state().account(), &lost);
    assert!(window.query_by_label("not saved").is_some(), "restored work is not yet in a file");
}

#[test]
fn a_frame_may_run_twice_and_any_size_is_drawn() {
    let scratch = Scratch::new("window-sizes");
    let path = saved(&scratch, "firm.ron", &firm(300, 400, 2));
    let mut window = window(&scratch, Language::Chinese, Some(path), Vec::new());
    for size in [[400.0, 300.0], [640.0, 900.0], [3840.0, 2160.0]] {
        window.set_size(size.into());
        window.ctx.request_discard("a second pass");
        window.run();
        for command in [egui::Key::Num0, egui::Key::Num1, egui::Key::Plus, egui::Key::Minus] {
            window.key_press_modifiers(egui::Modifiers::COMMAND, command);
            window.run();
        }
    }
}

#[test]
fn an_empty_account_says_how_to_begin() {
    let scratch = Scratch::new("window-empty");
    let path = saved(&scratch, "empty.ron", &account(""));
    let window = window(&scratch, Language::English, Some(path), Vec::new());
    assert!(window.query_by_label("Three ways to begin").is_some());
}

/// 200 panics at nested places of 2,000 frames: each stays in its frame, the document is whole.
#[test]
fn panics_in_views_are_contained() {
    let start = account("Ada\n  Bo");
    let bo: PersonId = person(&start, "Bo");
    let mut history = History::new(start.clone());
    let ctx = egui::Context::default();
    ctx.set_fonts(font_definitions());
    let loud = std::panic::take_hook();
    // The messages of 200 wanted panics would bury a real one.
    std::panic::set_hook(Box::new(move |info| {
        if !info.to_string().contains("wanted") {
            loud(info);
        }
    }));
    let (mut contained_panics, mut good, mut wrong) = (0, 0, 0);
    for frame in 0..2_000_usize {
        let mut survived = false;
        let before = history.account().clone();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let edits = contained(|| {
                let name = format!("Bo {frame}");
                ui.label(&name);
                ui.horizontal(|ui| {
                    ui.group(|ui| {
                        if frame % 10 == 3 {
                            ui.ctx().memory_mut(|_| assert!(frame % 20 != 3, "wanted, while the memory is held"));
                            panic!("wanted, in a nested view");
                        }
                        let _ = ui.button("x");
                    });
                });
                vec![Edit::Person(RecordEdit::Set(bo, PersonChange::Name(name)))]
            });
            match edits {
                Some(edits) => {
                    for edit in edits {
                        history.commit(edit).expect("fits");
                    }
                    survived = true;
                }
                None => contained_panics += 1,
            }
        });
        output.textures_delta.clear();
        if survived {
            good += 1;
        } else if history.account() != &before {
            wrong += 1;
        }
    }
    assert_eq!((contained_panics, good, wrong), (200, 1_800, 0));
    assert_eq!(history.account().get::<Person>(bo).expect("Bo").name, "Bo 1999");
}

#[test]
fn examples_are_full_and_sound() {
    for language in Language::ALL {
        let loaded = file::read(example_bytes(language)).expect("the example");
        assert!(loaded.repairs.is_empty(), "{:?}", loaded.repairs);
        assert!(loaded.account.persons.len() >= 15 && loaded.account.links.len() >= 8);
        let open = loaded.account.all::<account_atlas::model::Opportunity>();
        assert!(open.filter(|deal| deal.amount.is_some()).count() >= 2, "two deals");
    }
}
