//! The eight pictures at the window: by key and by button, what they show, what a drag does in each.

use std::collections::BTreeSet;
use std::sync::Arc;

use account_atlas::edit::{Edit, PersonChange, RecordEdit, SeatChange};
use account_atlas::insight::power_circle;
use account_atlas::model::{
    Account, BuyingRole, Coded, Ids, JudgementField, LayoutKind, Link, LinkKind, Opportunity, Person, PersonId,
    PoliticalStatus, Seat, Strength, Support,
};
use account_atlas::words::{Language, Message};
use egui::{Key, Pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done, firm, person, seat};
use super::driver::Driver;
use super::eye::{bare, canvas, cards, names, overlaps, painted, texts};
use super::findings_maps::{change_of, judged, map, rules};
use super::words::words;

const KEYS: [(Key, LayoutKind); 8] = [
    (Key::Num1, LayoutKind::Organization),
    (Key::Num2, LayoutKind::OrganizationAcross),
    (Key::Num3, LayoutKind::PathToPower),
    (Key::Num4, LayoutKind::Influence),
    (Key::Num5, LayoutKind::Circle),
    (Key::Num6, LayoutKind::Position),
    (Key::Num7, LayoutKind::Coverage),
    (Key::Num8, LayoutKind::Overview),
];

/// Six people round one who approves, and a guest whom nobody knows.
fn seven() -> Account {
    let chart = "Ada: CEO | Approver Neutral InnerCircle InDepth\n  Bo: CFO | DecisionMaker Supporter Structure\n    \
                 Cy: Controller | NonSupporter Outside\n  Di: CIO | Supporter\n    Ed: Analyst\n  Flo: Buyer\nZed: \
                 Guest\n\nBo 3 Ada\nCy 2 Bo\nDi 1 Bo";
    let mut account = map(chart);
    for (name, unit) in [("Cy", "Finance"), ("Ed", "Systems")] {
        let change = SeatChange::Unit(unit.to_owned());
        account = done(&account, Edit::Seat(RecordEdit::Set(seat(&account, name), change)));
    }
    account
}

/// Who stands in each picture of the seven.
fn shown(kind: LayoutKind) -> &'static [&'static str] {
    match kind {
        // Whoever reaches the approver within two steps of influence. Source: graph, section 2.
        LayoutKind::PathToPower => &["Ada", "Bo", "Cy", "Di"],
        LayoutKind::Circle => &["Ada", "Bo", "Cy", "Di", "Ed", "Flo"],
        LayoutKind::Organization
        | LayoutKind::OrganizationAcross
        | LayoutKind::Influence
        | LayoutKind::Position
        | LayoutKind::Coverage
        | LayoutKind::Overview => &["Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Zed"],
    }
}

/// What the axes, rings and layers of each picture of the seven say, in the order of the alphabet.
fn guides(kind: LayoutKind) -> Vec<String> {
    let english = words(Language::English);
    let steps = |steps: &str| english.text(&Message::GuideSteps { steps: steps.to_owned() });
    let level = |level: &str| english.text(&Message::GuideLevel { level: level.to_owned() });
    let mut all: Vec<String> = match kind {
        LayoutKind::Organization | LayoutKind::OrganizationAcross | LayoutKind::Influence | LayoutKind::Overview => {
            Vec::new()
        }
        LayoutKind::PathToPower => vec![english.text(&Message::GuideDeciders), steps("1"), steps("2")],
        LayoutKind::Circle => vec![steps("1"), steps("2")],
        LayoutKind::Position => {
            let supports = Support::ALL.iter().map(|value| english.value(*value).to_owned());
            let politicals = PoliticalStatus::ALL.iter().map(|value| english.value(*value).to_owned());
            let apart = [english.text(&Message::UnknownValue), english.text(&Message::UnknownValue)];
            supports.chain(politicals).chain(apart).collect()
        }
        LayoutKind::Coverage => {
            let units = ["Finance", "Systems"].map(str::to_owned);
            let levels = ["1", "2", "3"].map(level);
            units.into_iter().chain(levels).chain([english.text(&Message::GuideNoUnit)]).collect()
        }
    };
    all.sort_unstable();
    all
}

/// Where the legend begins: nothing of a picture stands below.
fn legend_top(user: &Driver) -> f32 {
    // The ladders have the role as their first title; the legend in lines begins with a mentor's color.
    let english = words(Language::English);
    let tops = |title: &str| -> Vec<f32> {
        texts(&user.window).into_iter().filter(|(text, _)| text == title).map(|(_, rect)| rect.top()).collect()
    };
    let ladders = tops(english.value(JudgementField::Role));
    let lines = tops(english.value(Support::Mentor));
    ladders.first().copied().unwrap_or_else(|| lines.into_iter().fold(f32::NAN, f32::max))
}

fn check(user: &mut Driver, account: &Account, kind: LayoutKind) {
    let view = user.window.state_mut().view_mut();
    assert_eq!((view.layout, view.camera), (kind, None), "the picture is drawn, and the camera sees all of it");
    let wanted: BTreeSet<String> = shown(kind).iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(names(&user.window), wanted, "{kind:?}");
    let (drawn, screen, legend) = (cards(&user.window), canvas(&user.window), legend_top(user));
    assert_eq!(drawn.len(), wanted.len(), "each once: {kind:?}");
    assert!(overlaps(&drawn).is_empty(), "{kind:?}: {:?}", overlaps(&drawn));
    for (label, rect) in &drawn {
        assert!(screen.expand(0.5).contains_rect(*rect) && rect.bottom() < legend, "{kind:?}: {label} at {rect:?}");
    }
    let every: BTreeSet<String> = LayoutKind::ALL.iter().flat_map(|kind| guides(*kind)).collect();
    let in_picture = |(text, rect): &(String, egui::Rect)| {
        every.contains(text) && screen.contains(rect.center()) && rect.top() < legend
    };
    let mut said: Vec<String> = texts(&user.window).into_iter().filter(in_picture).map(|(text, _)| text).collect();
    said.sort_unstable();
    assert_eq!(said, guides(kind), "{kind:?}");
    assert_eq!(user.account(), account, "a picture changes nothing: {kind:?}");
    user.select("Bo");
    user.key(Key::Escape);
    assert!(user.window.state_mut().view_mut().selection.is_empty(), "Escape lets go: {kind:?}");
}

#[test]
fn each_picture_is_drawn_by_its_key_and_by_its_button() {
    let start = seven();
    let english = words(Language::English);
    for twice in [false, true] {
        let mut user = bare(Driver::new("journey-pictures", Some(&start), twice));
        user.select("Flo");
        user.key(Key::I);
        user.key(Key::Num2);
        user.key(Key::Escape);
        let known = user.account().clone();
        assert_ne!(known, start);
        for (key, kind) in KEYS {
            user.key(key);
            check(&mut user, &known, kind);
        }
        for (_, kind) in KEYS {
            user.click(english.value(kind));
            check(&mut user, &known, kind);
        }
        // Pictures are no steps: undo takes back what was done before them.
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start);
    }
}

#[test]
fn the_circle_moves_to_whoever_is_selected() {
    let english = words(Language::English);
    let mut user = bare(Driver::new("journey-circle", Some(&seven()), false));
    let hint = english.hint(LayoutKind::Circle);
    let caption = |name: &str| format!("{}: {name} · {hint}", english.value(LayoutKind::Circle));
    user.key(Key::Num5);
    assert!(painted(&user.window, &caption("Ada")).is_some(), "first it is about the one who approves");
    user.select("Di");
    user.key(Key::Num5);
    assert!(painted(&user.window, &caption("Di")).is_some());
    user.key(Key::Escape);
    user.key(Key::Num5);
    assert!(painted(&user.window, &caption("Di")).is_some(), "with nobody selected it stays where it was");
    user.select("Di");
    user.key(Key::Backspace);
    let left: BTreeSet<&str> = ["Ada", "Bo", "Cy", "Ed", "Flo", "Zed"].into();
    assert_eq!(names(&user.window), left.into_iter().map(str::to_owned).collect(), "its centre is gone: the chart");
}

#[test]
fn of_many_the_path_shows_a_few_and_the_overview_all() {
    let firm = firm(300, 400, 2);
    // Somebody whom somebody influences.
    let listener = firm.all::<Link>().next().expect("a line").to;
    let start = judged(&firm, firm.person_name(listener), "Approver");
    let mut user = bare(Driver::new("journey-many-people", Some(&start), false));
    let english = words(Language::English);
    let crowd = english.text(&Message::PictureCrowd);
    assert!(texts(&user.window).iter().any(|(text, _)| text.contains(&crowd)), "the chart says where all are seen");
    user.key(Key::Num3);
    let circle = power_circle(&start, None, &rules(), &[]);
    let wanted: BTreeSet<String> = circle.iter().map(|person| start.person_name(*person).to_owned()).collect();
    assert!((2..=40).contains(&wanted.len()), "{wanted:?}");
    assert_eq!(names(&user.window), wanted);
    user.key(Key::Num8);
    let drawn = cards(&user.window);
    assert_eq!(drawn.len(), 300);
    assert!(overlaps(&drawn).is_empty(), "{:?}", overlaps(&drawn));
    let screen = canvas(&user.window).expand(0.5);
    assert!(drawn.iter().all(|(_, rect)| screen.contains_rect(*rect)));
    assert!(!texts(&user.window).iter().any(|(text, _)| text.contains(&crowd)));
}

/// The middle of a cell of the position map.
fn cell(user: &Driver, support: Support, political: PoliticalStatus) -> Pos2 {
    let english = words(Language::English);
    let column = painted(&user.window, english.value(support)).expect("the column");
    let row = painted(&user.window, english.value(political)).expect("the row");
    Pos2::new(column.center().x, row.center().y)
}

const THREE: &str = "Ada: CEO | Approver Neutral InnerCircle\n  Bo: CFO\n  Cy: CIO | Enemy Outside\n\nBo 2 Ada";

#[test]
fn a_drag_on_the_position_map_judges_and_nothing_else() {
    let start = map(THREE);
    let change = PersonChange::Political(Some(PoliticalStatus::InnerCircle));
    let judged = change_of(&change_of(&start, "Bo", PersonChange::Support(Some(Support::Supporter))), "Bo", change);
    for twice in [false, true] {
        let mut user = bare(Driver::new("journey-position", Some(&start), twice));
        user.key(Key::Num6);
        let (from, to) = (user.card("Bo").center(), cell(&user, Support::Supporter, PoliticalStatus::InnerCircle));
        user.drag(from, to);
        assert_eq!(user.account(), &judged, "seats, links and pins are as they were");
        assert!(user.card("Bo").center().x > user.card("Ada").center().x, "the card has moved to the right");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start, "one step");
        // Within its cell there is nothing to judge, and no step.
        let from = user.card("Bo").center();
        user.drag(from, from + vec2(0.0, 14.0));
        assert_eq!(user.account(), &start);
        user.with(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::Z);
        assert_eq!(user.account(), &judged, "what was undone can still be done again");
    }
}

#[test]
fn a_drag_in_an_opportunity_judges_only_there() {
    let deal = Opportunity::new(Ids::new(1, 1).fresh(), "Line two");
    let id = deal.id;
    let start = done(&map(THREE), Edit::Opportunity(RecordEdit::Add(Box::new(deal))));
    for twice in [false, true] {
        let mut user = bare(Driver::new("journey-position-deal", Some(&start), twice));
        user.window.state_mut().view_mut().opportunity = Some(id);
        user.settle();
        user.key(Key::Num6);
        let (from, to) = (user.card("Cy").center(), cell(&user, Support::Mentor, PoliticalStatus::Structure));
        user.drag(from, to);
        let now = user.account();
        assert_eq!((&now.persons, &now.seats, &now.links), (&start.persons, &start.seats, &start.links));
        let cy = now.get::<Person>(person(&start, "Cy")).expect("Cy");
        let judged = now.judgement(cy, Some(id));
        assert_eq!((judged.support, judged.political), (Some(Support::Mentor), Some(PoliticalStatus::Structure)));
        let own: Vec<PersonId> = now.get::<Opportunity>(id).expect("the deal").judgements.keys().copied().collect();
        assert_eq!(own, [person(&start, "Cy")]);
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start);
    }
}

#[test]
fn where_cards_stand_by_themselves_a_drop_says_why_nothing_moves() {
    let start = map(THREE);
    let why = words(Language::English).text(&Message::DropNowhere);
    for twice in [false, true] {
        let mut user = bare(Driver::new("journey-nowhere", Some(&start), twice));
        for key in [Key::Num5, Key::Num7, Key::Num8] {
            user.key(key);
            user.window.state_mut().view_mut().hint = None;
            let (from, to) = (user.card("Cy").center(), user.card("Ada").center());
            user.drag(from, to);
            assert_eq!(user.account(), &start, "{key:?}");
            assert!(user.window.query_by_label(&why).is_some(), "it says why: {key:?}");
        }
    }
}

#[test]
fn a_drag_in_the_influence_map_pins_there_and_u_releases() {
    let start = map(THREE);
    for twice in [false, true] {
        let mut user = bare(Driver::new("journey-influence", Some(&start), twice));
        user.key(Key::Num4);
        let from = user.card("Cy").center();
        let inward = if from.x < canvas(&user.window).center().x { 120.0 } else { -120.0 };
        user.drag(from, from + vec2(inward, 30.0));
        let cy = user.account().get::<Seat>(seat(&start, "Cy")).expect("Cy").clone();
        assert_eq!(cy.pins.keys().copied().collect::<Vec<_>>(), [LayoutKind::Influence], "in this picture only");
        assert_eq!((&user.account().persons, &user.account().links), (&start.persons, &start.links));
        assert_eq!(cy.reports_to, start.get::<Seat>(seat(&start, "Cy")).expect("Cy").reports_to);
        user.key(Key::U);
        assert_eq!(user.account(), &start, "U lets the picture place the card again");
        user.ctrl(Key::Z);
        assert_eq!(user.account().get::<Seat>(seat(&start, "Cy")).expect("Cy").pins, cy.pins);
    }
}

/// Twenty people in each of two units, and 500 influences between them.
fn two_units() -> Account {
    let side = |unit: &str| (1..20).map(|number| format!("  {unit} {number}\n")).collect::<String>();
    let mut account = account(&format!("North\n{}South\n{}", side("North"), side("South")));
    let people: Vec<PersonId> = account.all::<Person>().map(|person| person.id).collect();
    let mut ids = Ids::new(1_900_000_000_000, 5);
    let mut links = (*account.links).clone();
    for number in 0..500 {
        let (one, other) = (people[number % 20], people[20 + number / 20 % 20]);
        let (from, to) = if number < 400 { (one, other) } else { (other, one) };
        let link = Link::new(ids.fresh(), from, to, LinkKind::Influences(Strength::CLEAR));
        links.insert(link.id, Arc::new(link));
    }
    account.links = Arc::new(links);
    account
}

#[test]
fn odd_maps_are_drawn_in_every_picture() {
    let cycle = "Ada | Approver\n  Bo | DecisionMaker\n  Cy\n\nAda 1 Bo\nBo 2 Cy\nCy 3 Ada\nBo x Ada";
    let of_all_kinds = [
        ("empty", account("")),
        ("one", account("Ada: CEO")),
        ("vacant", account("-: CEO\n  -: CFO")),
        ("strangers", account("Ada\nBo\nCy\nDi\nEd\nFlo")),
        ("unknown", firm(25, 30, 4)),
        ("two-firms", map("Ada | Approver\n  Bo\n  Cy\nDi | Approver\n  Ed\n    Flo\n\nBo 2 Ada\nFlo 1 Di")),
        ("cycle", map(cycle)),
        ("two-units", two_units()),
    ];
    let panic = words(Language::English).text(&Message::NoticePanic);
    for (name, start) in of_all_kinds {
        let mut user = Driver::new(&format!("journey-odd-{name}"), Some(&start), false);
        for (key, kind) in KEYS {
            user.key(key);
            if start.seats.is_empty() {
                // Whoever types a first name has the keys; the picture is asked for all the same.
                user.window.state_mut().view_mut().layout = kind;
                user.settle();
            } else if user.window.state_mut().view_mut().shown.is_some_and(|camera| camera.zoom() >= 0.2) {
                // From further away cards are bars, and no widgets.
                assert!(!cards(&user.window).is_empty(), "{name}, {kind:?}");
            }
            assert_eq!(user.window.state_mut().view_mut().layout, kind, "{name}");
            let notices = user.window.state().notices();
            assert!(!notices.contains(&panic), "{name}, {kind:?}: {notices:?}");
            assert_eq!(user.account(), &start, "{name}, {kind:?}");
        }
    }
}

#[test]
fn a_decider_asked_about_is_the_goal_of_the_path() {
    let start = map("Ada | Approver\n  Bo | DecisionMaker\n    Cy\n  Di\n    Ed\n\nCy 2 Bo\nEd 2 Ada");
    assert_eq!(start.all::<Person>().filter(|one| one.judgement.role == Some(BuyingRole::Approver)).count(), 1);
    let mut user = bare(Driver::new("journey-goal", Some(&start), false));
    user.select("Bo");
    user.key(Key::Num3);
    let wanted = power_circle(&start, None, &rules(), &[person(&start, "Bo")]);
    let wanted: BTreeSet<String> = wanted.iter().map(|person| start.person_name(*person).to_owned()).collect();
    assert!(wanted.contains("Cy") && !wanted.contains("Ed"), "{wanted:?}");
    assert_eq!(names(&user.window), wanted);
}
