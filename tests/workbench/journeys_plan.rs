//! The rest of the work: forms, files, pages, bad input, by what a screen reader hears.

use account_atlas::file;
use account_atlas::model::{Action, Person, Seat};
use account_atlas::ui::{Command, PlanPage, View};
use account_atlas::words::Language;
use egui::{Event, Key};
use egui_kittest::kittest::Queryable;

use super::accounts::{account, firm, outline, person, seat};
use super::driver::Driver;
use super::memory_host::MemoryHost;
use super::scratch::Scratch;
use super::window::window_of;

#[test]
fn an_action_for_a_person_is_four_presses_and_its_words() {
    let start = account("Ada: CEO\n  Bo: CFO");
    for twice in [false, true] {
        let mut user = Driver::new("journey-action", Some(&start), twice);
        user.select("Bo");
        user.key(Key::D);
        user.write("Offer");
        assert_eq!(user.presses, 1 + "Offer".len());
        let action = user.account().all::<Action>().next().expect("an action").clone();
        assert_eq!((action.what.as_str(), action.people), ("Offer", vec![person(&start, "Bo")]));
        user.key(Key::Escape);
        user.key(Key::M);
        assert_eq!(user.window.state_mut().view_mut().view, View::Map);
    }
}

#[test]
fn work_is_saved_and_opened_again() {
    for twice in [false, true] {
        let mut user = Driver::in_language("journey-save", None, twice, Language::English, &["plan"]);
        user.write("Ada, CEO");
        user.key(Key::Enter);
        user.ctrl(Key::S);
        user.settle();
        let path = user.path("plan.ron");
        let loaded = file::read(&std::fs::read(&path).expect("the file, its ending added")).expect("sound");
        assert_eq!(loaded.account.persons.len(), 1);
        assert!(user.window.query_by_label("saved").is_some());
        // From now on it saves itself.
        user.key(Key::Tab);
        user.write("Bo");
        user.key(Key::Escape);
        while file::read(&std::fs::read(&path).expect("the file")).expect("sound").account.persons.len() < 2 {
            user.window.step();
            std::thread::yield_now();
        }
        // Undone to the saved state and read again, it is the same.
        user.ctrl(Key::R);
        user.settle();
        assert_eq!(outline(user.account()), "Ada: CEO\n  Bo\n");
    }
}

#[test]
fn a_file_changed_elsewhere_is_not_written_over() {
    let start = account("Ada: CEO\n  Bo: CFO");
    let mut user = Driver::new("journey-elsewhere", Some(&start), false);
    let path = user.path("start.ron");
    let theirs = file::write(&account("Theirs: CEO\n  Other: CFO\n  Third: CIO"));
    std::fs::write(&path, &theirs).expect("the file");
    user.select("Bo");
    user.key(Key::F2);
    user.key(Key::End);
    user.write("!");
    user.key(Key::Enter);
    while user.window.query_by_label("Read it again").is_none() {
        user.window.step();
        std::thread::yield_now();
    }
    assert_eq!(std::fs::read(&path).expect("the file"), theirs);
    user.click("Read it again");
    user.settle();
    assert_eq!(user.account().persons.len(), 3);
}

#[test]
fn a_deleted_file_is_written_again_only_when_asked() {
    let start = account("Ada: CEO\n  Bo: CFO");
    let mut user = Driver::new("journey-gone", Some(&start), false);
    let path = user.path("start.ron");
    std::fs::remove_file(&path).expect("the file");
    user.select("Bo");
    user.key(Key::F2);
    user.key(Key::End);
    user.write("!");
    user.key(Key::Enter);
    while user.window.query_by_label("Keep what is here").is_none() {
        user.window.step();
        std::thread::yield_now();
    }
    user.click("Keep what is here");
    user.ctrl(Key::S);
    user.settle();
    assert!(path.exists());
}

#[test]
fn a_touched_file_is_not_a_changed_one() {
    let start = account("Ada: CEO\n  Bo: CFO");
    let mut user = Driver::new("journey-touched", Some(&start), false);
    let path = user.path("start.ron");
    let bytes = std::fs::read(&path).expect("the file");
    std::fs::remove_file(&path).expect("the file");
    std::fs::write(&path, bytes).expect("the file");
    user.select("Bo");
    user.key(Key::F2);
    user.key(Key::End);
    user.write("!");
    user.key(Key::Enter);
    while user.window.query_by_label("saved").is_none() {
        user.window.step();
        std::thread::yield_now();
    }
    assert!(user.window.query_by_label("Read it again").is_none());
}

/// A wish to close the window, as the system sends it.
fn wish_to_close(user: &mut Driver) -> Vec<egui::ViewportCommand> {
    let id = egui::ViewportId::ROOT;
    user.window.input_mut().viewports.entry(id).or_default().events.push(egui::ViewportEvent::Close);
    user.window.step();
    let commands = user.window.output().viewport_output.get(&id).map(|output| output.commands.clone());
    user.window.input_mut().viewports.entry(id).or_default().events.clear();
    user.settle();
    commands.unwrap_or_default()
}

#[test]
fn closing_asks_only_where_the_work_is_in_no_file() {
    let start = account("Ada: CEO\n  Bo: CFO");
    let mut user = Driver::new("journey-close-file", Some(&start), false);
    user.select("Bo");
    user.key(Key::F2);
    user.key(Key::End);
    user.write("!");
    user.key(Key::Enter);
    let commands = wish_to_close(&mut user);
    assert!(!commands.contains(&egui::ViewportCommand::CancelClose), "it is saved and closes: {commands:?}");
    let saved = file::read(&std::fs::read(user.path("start.ron")).expect("the file")).expect("sound");
    assert!(outline(&saved.account).contains("Bo!"));
    let mut user = Driver::new("journey-close-none", None, false);
    user.write("Ada");
    user.key(Key::Enter);
    assert!(wish_to_close(&mut user).contains(&egui::ViewportCommand::CancelClose));
    assert!(user.window.query_by_label("This work is not in a file yet").is_some());
    user.click("Stay");
    assert_eq!(user.account().persons.len(), 1);
}

#[test]
fn unsaved_work_is_asked_about_before_another_account_opens() {
    let mut user = Driver::in_language("journey-leave", None, false, Language::English, &["kept"]);
    user.write("Ada");
    user.key(Key::Enter);
    user.ctrl(Key::N);
    user.settle();
    assert_eq!(user.account().persons.len(), 1, "nothing has happened yet");
    user.click("Stay");
    user.ctrl(Key::N);
    user.settle();
    user.click("Save and go on");
    user.settle();
    user.settle();
    assert!(user.account().persons.is_empty(), "the new account is open");
    let kept = file::read(&std::fs::read(user.path("kept.ron")).expect("the file")).expect("sound");
    assert_eq!(kept.account.persons.len(), 1);
    user.write("Bo");
    user.key(Key::Enter);
    user.ctrl(Key::N);
    user.settle();
    user.click("Go on without saving");
    user.settle();
    assert!(user.account().persons.is_empty());
}

#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn files_are_dropped_onto_the_window() {
    let mut user = Driver::new("journey-dropped", Some(&account("Ada: CEO")), false);
    let table = user.path("people.csv");
    std::fs::write(&table, "name,title\nBo,CFO\nCy,CIO\n").expect("a table");
    user.window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(table)));
    user.settle();
    user.window.get_by_label_contains("Bring in 2").click();
    user.settle();
    assert_eq!(user.account().persons.len(), 3);
    let other = user.path("other.ron");
    std::fs::write(&other, file::write(&firm(5, 0, 1))).expect("an account");
    user.window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(other)));
    user.settle();
    user.settle();
    assert_eq!(user.account().persons.len(), 5);
}

#[test]
fn the_page_is_handed_to_the_printer() {
    let scratch = Scratch::new("journey-print");
    let host = MemoryHost::new(scratch.join("state"), Vec::new());
    let printed = host.printed.clone();
    let mut window = window_of(host, Language::English, None, false);
    window.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::P);
    window.run_steps(4);
    let paths = printed.lock().expect("no panic").clone();
    assert_eq!(paths.len(), 1);
    assert!(std::fs::read(&paths[0]).expect("the page").starts_with(b"%PDF"));
}

#[test]
fn every_view_draws_any_account_at_any_size() {
    for (name, start) in [("views-empty", account("")), ("views-firm", firm(200, 150, 3))] {
        for language in Language::ALL {
            let mut user = Driver::in_language(name, Some(&start), false, language, &[]);
            for size in [[400.0, 300.0], [640.0, 480.0], [1280.0, 800.0], [2560.0, 1440.0]] {
                user.window.set_size(size.into());
                for view in [
                    View::Map,
                    View::Table,
                    View::Opportunities,
                    View::Actions,
                    View::Findings,
                    View::ThenNow,
                    View::Page,
                ] {
                    user.window.state_mut().view_mut().view = view;
                    user.settle();
                }
                for page in PlanPage::all() {
                    user.plan(page);
                }
            }
            assert!(user.window.state().notices().is_empty(), "{:?}", user.window.state().notices());
        }
    }
}

#[test]
fn text_of_any_script_and_length_goes_into_a_name() {
    let start = account("Ada: CEO\n  Bo: CFO");
    let mut user = Driver::new("journey-text", Some(&start), false);
    user.select("Bo");
    user.key(Key::F2);
    let long = "長い名前שלום مرحبا ".repeat(600);
    user.window.event(Event::Paste(long.clone()));
    user.settle();
    user.key(Key::Enter);
    let bo = seat(&start, "Bo");
    let name = &user.account().holder(bo).expect("Bo").name;
    assert!(name.chars().count() > 1_000 && long.starts_with(name.trim_end()), "{}", name.len());
    user.ctrl(Key::Z);
    assert_eq!(user.account(), &start);
}

#[test]
fn keys_held_down_do_no_harm() {
    let mut user = Driver::new("journey-held", Some(&account("Ada: CEO\n  Bo: CFO")), false);
    user.select("Ada");
    for key in [Key::Tab, Key::Enter, Key::Tab, Key::Delete, Key::F2, Key::Escape, Key::ArrowDown, Key::Period] {
        for _ in 0..30 {
            user.key(key);
        }
        user.key(Key::Escape);
        user.key(Key::Escape);
    }
    assert!(user.account().all::<Seat>().count() >= 1);
    assert!(user.account().all::<Person>().all(|person| !person.name.is_empty()), "nobody without a name is left");
}

#[test]
fn every_command_is_found_in_the_palette() {
    let mut user = Driver::new("journey-palette", Some(&account("Ada: CEO\n  Bo: CFO")), false);
    user.ctrl(Key::K);
    user.write("findings");
    user.key(Key::Enter);
    assert_eq!(user.window.state_mut().view_mut().view, View::Findings);
    assert!(Command::ALL.len() > 40);
}
