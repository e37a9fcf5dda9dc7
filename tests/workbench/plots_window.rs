//! Plots in the window: where a click and Enter lead, and how a picture is saved.

use account_atlas::edit::{Edit, RecordEdit};
use account_atlas::model::{Account, Ids, Opportunity, PlanSection, Risk};
use account_atlas::ui::{Command, Dialog, View};
use account_atlas::words::Language;
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done};
use super::driver::Driver;
use super::pipeline::worked_example;
use super::plots::{contested, risk};

fn with_risks(texts: &[&str]) -> (Account, Vec<Risk>) {
    let mut ids = Ids::new(1_900_000_000_000, 7);
    let risks: Vec<Risk> = texts.iter().map(|text| risk(text, &mut ids)).collect();
    let add = |risk: &Risk| Edit::Risk(RecordEdit::Add(Box::new(risk.clone())));
    (done(&account("Ada: CEO"), Edit::Batch(risks.iter().map(add).collect())), risks)
}

/// Brings what is called so into sight; sections take a moment to unfold.
fn bring(user: &mut Driver, label: &str) {
    for _ in 0..4 {
        user.settle();
    }
    user.window.get_by_label(label).scroll_to_me();
    for _ in 0..4 {
        user.settle();
    }
}

#[test]
fn a_click_or_enter_on_a_field_gives_the_keys_to_its_risks_in_turn() {
    let (start, risks) = with_risks(&["Strike", "Flood"]);
    let text = |user: &Driver, place: usize| user.account().get::<Risk>(risks[place].id).expect("it").text.clone();
    for twice in [false, true] {
        let mut user = Driver::new("plots-risks", Some(&start), twice);
        user.section(PlanSection::Risks);
        bring(&mut user, "Likely, Severe: 2");
        user.click("Likely, Severe: 2");
        user.settle();
        user.key(Key::End);
        user.write("s");
        assert_eq!((text(&user, 0), text(&user, 1)), ("Strikes".to_owned(), "Flood".to_owned()));
        bring(&mut user, "Likely, Severe: 2");
        user.window.get_by_label("Likely, Severe: 2").focus();
        user.settle();
        user.key(Key::Enter);
        user.settle();
        user.key(Key::End);
        user.write("s");
        assert_eq!((text(&user, 0), text(&user, 1)), ("Strikes".to_owned(), "Floods".to_owned()));
    }
}

fn opportunities(name: &str, twice: bool, picks: &[&str]) -> Driver {
    let mut user = Driver::in_language(name, Some(&worked_example()), twice, Language::English, picks);
    user.window.state_mut().view_mut().view = View::Opportunities;
    user.settle();
    user
}

#[test]
fn the_menu_of_a_plot_writes_the_picture_where_the_user_says() {
    for (choice, file, head) in [("As SVG…", "funnel.svg", &b"<svg"[..]), ("As PNG…", "funnel", &b"\x89PNG"[..])] {
        let mut user = opportunities("plots-save", false, &[file]);
        user.click("Save picture: Sales funnel");
        user.click(choice);
        let ending = if head == b"<svg" { "svg" } else { "png" };
        let path = user.path(file).with_extension(ending);
        for _ in 0..6_000 {
            if user.window.state().notices().iter().any(|notice| notice.contains("funnel")) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
            user.window.step();
        }
        assert!(std::fs::read(&path).expect("the picture").starts_with(head), "{choice}");
        let notices = user.window.state().notices();
        assert!(notices.iter().any(|notice| notice == &format!("The picture was written: {}", path.display())));
    }
}

#[test]
fn a_picture_is_called_after_account_and_title() {
    let mut user = opportunities("plots-name", false, &[]);
    user.click("Save picture: Sales funnel");
    user.click("As SVG…");
    user.settle();
    let proposed = match user.window.state_mut().view_mut().dialog.clone() {
        Some(Dialog::Path { command: Command::SavePicture, text }) => text,
        other => panic!("no path is asked for: {other:?}"),
    };
    assert_eq!(proposed, "Test Sales funnel.svg");
    assert!(!Command::ALL.contains(&Command::SavePicture), "it stands in no menu");
}

#[test]
fn the_criteria_as_a_picture_lead_to_their_form() {
    let (start, deal) = contested();
    let mut user = Driver::new("plots-criteria", Some(&start), false);
    user.window.state_mut().view_mut().opportunity = Some(deal);
    user.window.state_mut().view_mut().view = View::Opportunities;
    user.settle();
    for section in ["Decision criteria", "Fit by criterion"] {
        for _ in 0..8 {
            user.settle();
        }
        user.window.get_all_by_label_contains(section).next().expect(section).scroll_to_me();
        for _ in 0..8 {
            user.settle();
        }
        user.window.get_all_by_label_contains(section).next().expect(section).click();
    }
    bring(&mut user, "Speed, Us: Not quite met (-1)");
    user.click("Speed, Us: Not quite met (-1)");
    user.settle();
    user.key(Key::End);
    user.write("y");
    let deal = user.account().get::<Opportunity>(deal).expect("the deal");
    assert_eq!(deal.buying.criteria[1].name, "Speedy");
}
