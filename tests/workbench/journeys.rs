//! The map drawn by hand: with the keyboard, with the mouse, in Chinese, undone and redone. Every
//! journey runs twice, the second time with a forced second pass in every frame.

use account_atlas::model::{
    Account, BuyingRole, Coverage, InnovationAttitude, Link, LinkKind, Opportunity, Person, Seat, Strength, Support,
};
use account_atlas::words::Language;
use egui::{Event, ImeEvent, Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::accounts::{account, outline, person, seat};
use super::driver::Driver;

fn twice(journey: impl Fn(bool)) {
    for twice in [false, true] {
        journey(twice);
    }
}

#[test]
fn twelve_people_by_keyboard_alone() {
    twice(|twice| {
        let mut user = Driver::new("journey-twelve", None, twice);
        user.write("Ada, CEO");
        user.key(Key::Enter);
        // Below the first: three directors in a row.
        user.key(Key::Tab);
        user.write("Bo, CFO");
        user.key(Key::Enter);
        user.write("Cy, CIO");
        user.key(Key::Enter);
        user.write("Di, COO");
        // Four below the last of them, then three below the fourth, and one more level.
        user.key(Key::Tab);
        for name in ["Ed", "Flo", "Gus", "Hal"] {
            user.write(name);
            if name != "Hal" {
                user.key(Key::Enter);
            }
        }
        user.key(Key::Tab);
        for name in ["Ida", "Jo", "Kai"] {
            user.write(name);
            if name != "Kai" {
                user.key(Key::Enter);
            }
        }
        user.key(Key::Tab);
        user.write("Lu");
        user.key(Key::Enter);
        user.key(Key::Escape);
        let expected = "Ada: CEO\n  Bo: CFO\n  Cy: CIO\n  Di: COO\n    Ed\n    Flo\n    Gus\n    Hal\n      Ida\n      \
                        Jo\n      Kai\n        Lu\n";
        assert_eq!(outline(user.account()), expected);
        let letters = "Ada, CEOBo, CFOCy, CIODi, COOEdFloGusHalIdaJoKaiLu".len();
        assert_eq!(user.presses - letters, 14, "one key a person, two to begin and to end");
        // Each person is one step.
        for left in (0..12).rev() {
            user.ctrl(Key::Z);
            assert_eq!(user.account().persons.len(), left, "{}", outline(user.account()));
        }
        for _ in 0..12 {
            user.with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        }
        assert_eq!(outline(user.account()), expected);
    });
}

#[test]
fn an_input_method_composes_a_name() {
    twice(|twice| {
        let mut user = Driver::in_language("journey-ime", None, twice, Language::Chinese, &[]);
        user.write("王");
        user.key(Key::Enter);
        user.key(Key::Tab);
        for preedit in ["x", "xi", "xiao", "xiao m", "xiao ming"] {
            let text = preedit.to_owned();
            user.window.event(Event::Ime(ImeEvent::Preedit { text, active_range_chars: None }));
            user.settle();
        }
        user.window.event(Event::Ime(ImeEvent::Commit("小明".to_owned())));
        user.settle();
        user.write("，总监");
        user.key(Key::Enter);
        user.key(Key::Escape);
        assert_eq!(outline(user.account()), "王\n  小明: 总监\n");
    });
}

#[test]
fn a_branch_is_dragged_to_another_manager_and_back() {
    let start = account("Ada: CEO\n  Bo: CFO\n    Cy: Controller\n    Dee: Buyer\n  Eve: CIO");
    twice(|twice| {
        let mut user = Driver::new("journey-drag", Some(&start), twice);
        let (from, to) = (user.card("Bo").center_top() + vec2(0.0, 14.0), user.card("Eve").center());
        user.drag(from, to);
        let moved = "Ada: CEO\n  Eve: CIO\n    Bo: CFO\n      Cy: Controller\n      Dee: Buyer\n";
        assert_eq!(outline(user.account()), moved);
        assert_eq!(user.presses, 1, "one gesture");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start);
        // Onto the own report it is refused with a sentence, and nothing changes.
        let (from, to) = (user.card("Bo").center_top() + vec2(0.0, 14.0), user.card("Cy").center());
        user.drag(from, to);
        assert_eq!(user.account(), &start);
        assert!(user.window.query_by_label_contains("Bo cannot report to Cy").is_some(), "it says why");
        // Onto itself and out of the window: nothing.
        let card = user.card("Bo").center_top() + vec2(0.0, 14.0);
        user.drag(card, card + vec2(5.0, 2.0));
        user.drag(card, Pos2::new(-50.0, -50.0));
        assert_eq!(user.account(), &start);
        // To free ground: pinned there, and released again. The map has come to meet the drag outside.
        let card = user.card("Bo").center_top() + vec2(0.0, 14.0);
        user.drag(card, card + vec2(-190.0, 20.0));
        let bo = seat(user.account(), "Bo");
        assert_eq!(user.account().get::<Seat>(bo).expect("Bo").pins.len(), 1);
        user.select("Bo");
        user.key(Key::U);
        assert!(user.account().get::<Seat>(bo).expect("Bo").pins.is_empty());
    });
}

#[test]
fn colleagues_are_ordered_by_drag_and_by_key() {
    let start = account("Ada: CEO\n  Bo: CFO\n    x: X\n  Cy: CIO\n    y: Y\n  Di: COO\n    z: Z");
    twice(|twice| {
        let mut user = Driver::new("journey-order", Some(&start), twice);
        let order = |user: &Driver| -> Vec<String> {
            let mut cards: Vec<(String, f32)> =
                ["Bo", "Cy", "Di"].iter().map(|name| ((*name).to_owned(), user.card(name).left())).collect();
            cards.sort_by(|one, other| one.1.total_cmp(&other.1));
            cards.into_iter().map(|(name, _)| name).collect()
        };
        let (from, to) =
            (user.card("Di").center_top() + vec2(0.0, 14.0), user.card("Bo").left_center() + vec2(4.0, 0.0));
        user.drag(from, to);
        assert_eq!(order(&user), ["Di", "Bo", "Cy"]);
        user.select("Di");
        user.with(Modifiers::ALT, Key::ArrowRight);
        assert_eq!(order(&user), ["Bo", "Di", "Cy"]);
        user.ctrl(Key::Z);
        user.ctrl(Key::Z);
        assert_eq!(order(&user), ["Bo", "Cy", "Di"]);
    });
}

#[test]
fn lines_are_drawn_from_handles() {
    let start = account("Ada: CEO\n  Bo: CFO\n    Xu: X\n  Cy: CIO\n    Yan: Y");
    twice(|twice| {
        let mut user = Driver::new("journey-lines", Some(&start), twice);
        let (from, to) = (user.card("Cy").right_center(), user.card("Ada").center());
        user.drag(from, to);
        user.key(Key::Num3);
        let link = user.account().all::<Link>().next().expect("a link").clone();
        assert_eq!(link.kind, LinkKind::Influences(Strength::DECISIVE));
        assert_eq!((link.from, link.to), (person(&start, "Cy"), person(&start, "Ada")));
        // Once more, weaker: the same link takes the new strength.
        user.drag(from, to);
        user.key(Key::Num1);
        assert_eq!(user.account().links.len(), 1);
        assert_eq!(user.account().all::<Link>().next().expect("a link").kind, LinkKind::Influences(Strength::SLIGHT));
        let (from, to) = (user.card("Bo").left_center(), user.card("Cy").center());
        user.drag(from, to);
        user.key(Key::Num1);
        assert!(user.account().all::<Link>().any(|link| link.kind == LinkKind::Conflict));
        // A dotted line from the handle above, and a new report from the one below.
        let (from, to) = (user.card("Xu").center_top(), user.card("Cy").center());
        user.drag(from, to);
        user.key(Key::Num2);
        assert_eq!(user.account().get::<Seat>(seat(&start, "Xu")).expect("Xu").dotted, [seat(&start, "Cy")]);
        let from = user.card("Yan").center_bottom();
        user.drag(from, from + vec2(30.0, 60.0));
        user.write("New");
        user.key(Key::Escape);
        assert!(outline(user.account()).contains("    Yan: Y\n      New"), "{}", outline(user.account()));
    });
}

#[test]
fn one_person_is_judged_on_four_axes() {
    let start = account("Ada: CEO\n  Bo: CFO");
    twice(|twice| {
        let mut user = Driver::new("journey-judge", Some(&start), twice);
        user.select("Ada");
        for (letter, number) in [(Key::R, Key::Num1), (Key::I, Key::Num3), (Key::S, Key::Num2), (Key::C, Key::Num3)] {
            user.key(letter);
            user.key(number);
        }
        assert_eq!(user.presses, 8);
        let ada = user.account().get::<Person>(person(&start, "Ada")).expect("Ada").clone();
        assert_eq!(ada.judgement.role, Some(BuyingRole::Approver));
        assert_eq!(ada.attitude, Some(InnovationAttitude::Pragmatist));
        assert_eq!(ada.judgement.support, Some(Support::Supporter));
        assert_eq!(ada.judgement.coverage, Some(Coverage::BriefContact));
        // By mouse: the symbol on the card, then the value by its name.
        let symbol = user.card("Bo").left_bottom() + vec2(4.0 + 8.0 + 2.0 * 18.0 + 6.0, -14.0);
        user.press_at(symbol);
        user.window.get_by_label_contains("5  Enemy").click();
        user.settle();
        let bo = user.account().get::<Person>(person(&start, "Bo")).expect("Bo");
        assert_eq!(bo.judgement.support, Some(Support::Enemy));
    });
}

#[test]
fn the_opportunity_lens_judges_the_opportunity() {
    let mut start = account("Ada: CEO\n  Bo: CFO");
    let mut ids = account_atlas::model::Ids::new(1, 1);
    let opportunity = Opportunity::new(ids.fresh(), "Line two");
    let id = opportunity.id;
    start = super::accounts::done(
        &start,
        account_atlas::edit::Edit::Opportunity(account_atlas::edit::RecordEdit::Add(Box::new(opportunity))),
    );
    twice(|twice| {
        let mut user = Driver::new("journey-lens", Some(&start), twice);
        user.window.state_mut().view_mut().opportunity = Some(id);
        user.select("Bo");
        user.key(Key::S);
        user.key(Key::Num1);
        let bo = user.account().get::<Person>(person(&start, "Bo")).expect("Bo");
        assert_eq!(bo.judgement.support, None, "the account's value stays");
        assert_eq!(user.account().judgement(bo, Some(id)).support, Some(Support::Mentor));
    });
}

#[test]
fn deleting_lists_what_goes_and_moves_reports_up() {
    let start = account("Ada: CEO\n  Bo: CFO\n    Cy: Controller\n    Dee: Buyer");
    twice(|twice| {
        let mut user = Driver::new("journey-delete", Some(&start), twice);
        user.select("Bo");
        user.key(Key::Delete);
        assert!(user.window.query_by_label_contains("Reports move up").is_some());
        user.key(Key::Enter);
        assert_eq!(outline(user.account()), "Ada: CEO\n  Cy: Controller\n  Dee: Buyer\n");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start);
        // Off the map, into the tray, and back by its arrow.
        user.select("Dee");
        user.key(Key::Backspace);
        assert_eq!(user.account().seats.len(), 3);
        user.click("Put Dee on the map");
        assert_eq!(user.account().seats.len(), 4);
    });
}

#[test]
fn branches_are_cut_copied_and_pasted() {
    let start = account("Ada: CEO\n  Bo: CFO\n    Cy: Controller\n  Eve: CIO");
    twice(|twice| {
        let mut user = Driver::new("journey-paste", Some(&start), twice);
        user.select("Bo");
        user.window.event(Event::Copy);
        user.settle();
        user.select("Eve");
        user.window.event(Event::Paste("Bo, CFO\n\tCy, Controller\n".to_owned()));
        user.settle();
        let copied = "Ada: CEO\n  Bo: CFO\n    Cy: Controller\n  Eve: CIO\n    Bo: CFO\n      Cy: Controller\n";
        assert_eq!(outline(user.account()), copied);
        user.ctrl(Key::Z);
        user.select("Bo");
        user.window.event(Event::Cut);
        user.settle();
        assert_eq!(user.account(), &start, "cut only marks");
        user.select("Eve");
        user.window.event(Event::Paste("Bo, CFO\n\tCy, Controller\n".to_owned()));
        user.settle();
        assert_eq!(outline(user.account()), "Ada: CEO\n  Eve: CIO\n    Bo: CFO\n      Cy: Controller\n");
    });
}

#[test]
fn many_are_selected_and_set_at_once() {
    let start = account("Ada: CEO\n  Bo: CFO\n    x: X\n  Cy: CIO\n    y: Y");
    twice(|twice| {
        let mut user = Driver::new("journey-many", Some(&start), twice);
        // A rubber band over the two directors.
        let (one, other) = (user.card("Bo"), user.card("Cy"));
        user.drag(one.left_top() - vec2(12.0, 10.0), other.right_top() + vec2(-10.0, 20.0));
        assert_eq!(user.window.state_mut().view_mut().selection.len(), 2);
        user.key(Key::S);
        user.key(Key::Num4);
        let against = |account: &Account| {
            account.all::<Person>().filter(|one| one.judgement.support == Some(Support::NonSupporter)).count()
        };
        assert_eq!(against(user.account()), 2);
        user.ctrl(Key::Z);
        assert_eq!(against(user.account()), 0, "one step");
        user.click_card("Ada");
        assert_eq!(user.window.state_mut().view_mut().selection.len(), 1);
        user.ctrl(Key::A);
        assert_eq!(user.window.state_mut().view_mut().selection.len(), 5);
        user.key(Key::Escape);
        assert!(user.window.state_mut().view_mut().selection.is_empty());
    });
}

#[test]
fn a_rename_is_cancelled_and_an_empty_card_leaves_nothing_to_redo() {
    let start = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO");
    twice(|twice| {
        let mut user = Driver::new("journey-cancel", Some(&start), twice);
        user.select("Bo");
        user.key(Key::F2);
        user.write("Bob");
        assert_eq!(outline(user.account()), "Ada: CEO\n  Bob: CFO\n  Cy: CIO\n", "typing replaces the name");
        user.key(Key::Escape);
        assert_eq!(user.account(), &start);
        user.key(Key::Tab);
        user.key(Key::Escape);
        user.with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert_eq!(user.account(), &start, "a cancelled card is not redone");
    });
}

#[test]
fn a_dotted_line_is_selected_and_removed() {
    let mut start = account("Ada: CEO\n  Bo: CFO\n    Xu: X\n  Cy: CIO\n    Yan: Y");
    let change = account_atlas::edit::SeatChange::Dotted(vec![seat(&start, "Cy")]);
    let edit = account_atlas::edit::RecordEdit::Set(seat(&start, "Xu"), change);
    start = super::accounts::done(&start, account_atlas::edit::Edit::Seat(edit));
    let mut user = Driver::new("journey-dotted", Some(&start), false);
    user.window.state_mut().view_mut().dotted = Some((seat(&start, "Xu"), seat(&start, "Cy")));
    user.window.state_mut().view_mut().wants_canvas = true;
    user.settle();
    user.key(Key::Delete);
    assert!(user.account().get::<Seat>(seat(&start, "Xu")).expect("Xu").dotted.is_empty());
}

#[test]
fn branches_fold() {
    let start = account("Ada: CEO\n  Bo: CFO\n    Cy: Controller\n    Dee: Buyer\n  Eve: CIO");
    let mut user = Driver::new("journey-fold", Some(&start), false);
    user.select("Bo");
    user.key(Key::Period);
    assert!(user.window.query_by_label_contains("Cy, Controller").is_none());
    user.key(Key::Period);
    assert!(user.window.query_by_label_contains("Cy, Controller").is_some());
}

#[test]
fn a_wheel_zooms_and_two_fingers_pan() {
    let mut user = Driver::new("journey-wheel", Some(&account("Ada: CEO\n  Bo: CFO\n  Cy: CIO")), false);
    let at = user.card("Bo").center();
    user.window.hover_at(at);
    user.settle();
    let wheel = |user: &mut Driver, unit: egui::MouseWheelUnit, delta: egui::Vec2| {
        let (phase, source) = (egui::TouchPhase::Move, egui::MouseWheelSource::Unknown);
        user.window.event(Event::MouseWheel { unit, delta, phase, source, modifiers: Modifiers::NONE });
        user.window.run_steps(8);
    };
    let before = user.card("Bo");
    wheel(&mut user, egui::MouseWheelUnit::Line, vec2(0.0, -3.0));
    let zoomed = user.card("Bo");
    assert!(zoomed.width() < before.width() - 5.0, "{before:?} {zoomed:?}");
    assert!((zoomed.center() - at).length() < 4.0, "what is under the pointer stays there");
    wheel(&mut user, egui::MouseWheelUnit::Point, vec2(40.0, 25.0));
    let panned = user.card("Bo");
    assert!((panned.width() - zoomed.width()).abs() < 0.5, "two fingers do not zoom");
    assert!((panned.min - zoomed.min).length() > 20.0, "{zoomed:?} {panned:?}");
    user.window.event(Event::Zoom(1.5));
    user.settle();
    assert!(user.card("Bo").width() > panned.width() * 1.3, "a pinch zooms");
}
