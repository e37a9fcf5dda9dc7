//! Colours, filters and measures at the window: what a lens says on cards and legend, what a filter
//! leaves, what the table counts.

use account_atlas::edit::{Edit, PersonChange, RecordEdit, SeatChange};
use account_atlas::insight::{MeasureKind, Measures, Network, measures};
use account_atlas::method::Method;
use account_atlas::model::{
    Account, Coded, Coverage, Evidence, InnovationAttitude, JudgementField, Person, PoliticalStatus, RelationshipStage,
    Support,
};
use account_atlas::ui::{JudgementAge, Lens, View};
use account_atlas::words::{Language, Message, Words};
use egui::{Key, Role};
use egui_kittest::kittest::Queryable;

use super::accounts::{done, person, seat};
use super::driver::Driver;
use super::eye::{bar, bare, cards, texts};
use super::findings_maps::{change_of, day, map};
use super::words::words;

/// Ada and Bo differ in everything that a lens can say; the others listen to Ada.
fn unlike() -> Account {
    let chart = "Ada: CEO | Approver Innovator Mentor InDepth InnerCircle\n  Bo: CFO | User Laggard Enemy NoContact \
                 Outside\n  Cy: CIO\n  Di: COO\n  Ed: Buyer\n\nAda 3 Cy\nAda 3 Di\nAda 3 Ed\nCy 1 Ada";
    let mut account = map(chart);
    for (name, unit, stage) in
        [("Ada", "Board", RelationshipStage::Alliance), ("Bo", "Finance", RelationshipStage::Acquaintance)]
    {
        let change = SeatChange::Unit(unit.to_owned());
        account = done(&account, Edit::Seat(RecordEdit::Set(seat(&account, name), change)));
        account = change_of(&account, name, PersonChange::Stage(Some(stage)));
    }
    let verified = Some(day("2026-11-20"));
    let evidence = [(JudgementField::Support, Evidence { verified, ..Evidence::default() })];
    change_of(&account, "Ada", PersonChange::Evidence(evidence.into()))
}

fn lens_name(words: &Words, lens: Lens) -> String {
    match lens {
        Lens::Support => words.text(&Message::LensSupport),
        Lens::Role => words.text(&Message::LensRole),
        Lens::Attitude => words.value(JudgementField::Attitude).to_owned(),
        Lens::Coverage => words.value(JudgementField::Coverage).to_owned(),
        Lens::Political => words.value(JudgementField::Political).to_owned(),
        Lens::Stage => words.value(JudgementField::Stage).to_owned(),
        Lens::Unit => words.text(&Message::LensUnit),
        Lens::Age => words.text(&Message::LensAge),
        Lens::Measure(kind) => words.value(kind).to_owned(),
    }
}

fn age_name(words: &Words, age: JudgementAge) -> String {
    let days = Method::shipped().expect("the method ships whole").rules.stale_days.to_string();
    words.text(&match age {
        // A month is thirty days. Source: ui::JudgementAge.
        JudgementAge::Fresh => Message::AgeFresh { days: "30".to_owned() },
        JudgementAge::Aging => Message::AgeAging { days },
        JudgementAge::Stale => Message::AgeStale { days },
        JudgementAge::Undated => Message::AgeUndated,
    })
}

/// What the legend must say of a lens.
fn values(words: &Words, lens: Lens) -> Vec<String> {
    fn all<T: Coded>(words: &Words) -> Vec<String> {
        T::ALL.iter().map(|value| words.value(*value).to_owned()).collect()
    }
    match lens {
        Lens::Support => all::<Support>(words),
        Lens::Role => all::<account_atlas::model::BuyingRole>(words),
        Lens::Attitude => all::<InnovationAttitude>(words),
        Lens::Coverage => all::<Coverage>(words),
        Lens::Political => all::<PoliticalStatus>(words),
        Lens::Stage => all::<RelationshipStage>(words),
        Lens::Unit => ["Board", "Finance"].map(str::to_owned).into(),
        Lens::Age => JudgementAge::ALL.map(|age| age_name(words, age)).into(),
        Lens::Measure(_) => Vec::new(),
    }
}

/// What is written below the cards: there the legend stands.
fn legend(user: &Driver) -> Vec<String> {
    let lowest = cards(&user.window).iter().map(|(_, rect)| rect.bottom()).fold(0.0, f32::max);
    let below = texts(&user.window).into_iter().filter(|(_, rect)| rect.top() > lowest);
    below.map(|(text, _)| text).collect()
}

/// Chooses a lens in the toolbar, as a user does.
fn choose(user: &mut Driver, words: &Words, (from, to): (Lens, Lens)) {
    let head = |lens| format!("{} {}", words.text(&Message::ToolLens), lens_name(words, lens));
    user.window.get_by_role_and_label(Role::ComboBox, &head(from)).click();
    user.settle();
    let name = lens_name(words, to);
    user.window.get_by_label(&name).scroll_to_me();
    user.settle();
    user.window.get_by_label(&name).click();
    user.settle();
    assert!(user.window.query_by_role_and_label(Role::ComboBox, &head(to)).is_some(), "{to:?} is chosen");
}

#[test]
fn every_lens_colors_the_cards_and_names_its_values() {
    let start = unlike();
    for language in Language::ALL {
        let words = words(language);
        let name = format!("lens-{}", language == Language::English);
        let mut user = bare(Driver::in_language(&name, Some(&start), false, language, &[]));
        let mut pairs = Vec::new();
        let mut from = Lens::Support;
        // The lens chosen first is chosen again at the end.
        for lens in Lens::all().skip(1).chain([Lens::Support]) {
            choose(&mut user, &words, (from, lens));
            let pair = [bar(&user, "Ada"), bar(&user, "Bo")];
            assert_ne!(pair[0], pair[1], "two who differ look different: {lens:?}");
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
            let said = legend(&user);
            for value in values(&words, lens) {
                assert!(said.contains(&value), "{lens:?} does not name {value}: {said:?}");
            }
            if !matches!(lens, Lens::Support | Lens::Role) {
                assert!(said.contains(&lens_name(&words, lens)), "{lens:?} has a title: {said:?}");
            }
            from = lens;
        }
        let said = legend(&user);
        assert!(!said.iter().any(|text| *text == words.text(&Message::AgeUndated)), "other lenses do not say it");
        assert!(pairs.len() >= 4, "the lenses do not all look alike: {pairs:?}");
        assert_eq!(user.account(), &start);
    }
}

/// Ticks one value in the filter's menu, and closes it.
fn tick(user: &mut Driver, group: &str, value: &str) {
    user.click("Filter");
    user.click(group);
    user.window.get_by_label(value).scroll_to_me();
    user.settle();
    user.click(value);
    user.key(Key::Escape);
    assert!(user.window.query_by_label(value).is_none(), "the menu is closed");
}

#[test]
fn a_filter_fades_on_the_map_and_leaves_out_in_the_table() {
    let start = unlike();
    let english = words(Language::English);
    let attitude = (english.value(JudgementField::Attitude).to_owned(), "Laggard".to_owned());
    let age = (english.text(&Message::LensAge), age_name(&english, JudgementAge::Undated));
    for (twice, (group, value)) in [(false, &attitude), (true, &attitude), (false, &age), (true, &age)] {
        let mut user = bare(Driver::new(&format!("filter-{}", group.len()), Some(&start), twice));
        let before = ["Ada", "Bo"].map(|name| bar(&user, name));
        tick(&mut user, group, value);
        let filter = &user.window.state_mut().view_mut().filter;
        let chosen = (filter.attitudes.contains(&Some(InnovationAttitude::Laggard)), filter.ages.len());
        assert_eq!(chosen, if *group == age.0 { (false, 1) } else { (true, 0) });
        let after = ["Ada", "Bo"].map(|name| bar(&user, name));
        assert_ne!(before[0], after[0], "Ada fades");
        assert_eq!(before[1], after[1], "Bo does not");
        user.key(Key::T);
        let row = |name: &str| english.text(&Message::PeopleSelect { name: name.to_owned() });
        assert!(user.window.query_by_label(&row("Ada")).is_none(), "the table leaves her out");
        assert!(user.window.query_by_label(&row("Bo")).is_some());
        user.click("Filter");
        user.click(&english.text(&Message::FilterNone));
        user.key(Key::Escape);
        assert!(user.window.query_by_label(&row("Ada")).is_some(), "everybody again");
        assert_eq!(user.account(), &start);
    }
}

/// A measure as the table writes it.
fn written(kind: MeasureKind, value: f64) -> String {
    match kind {
        MeasureKind::InDegree | MeasureKind::OutDegree | MeasureKind::Influence | MeasureKind::Reach => {
            format!("{value:.0}")
        }
        MeasureKind::Betweenness => format!("{value:.1}"),
        MeasureKind::PageRank | MeasureKind::Eigenvector | MeasureKind::Constraint => format!("{value:.2}"),
    }
}

fn measured(account: &Account) -> Measures {
    measures(&Network::of_account(account), 2)
}

/// The names down the table.
fn rows(user: &Driver) -> Vec<String> {
    let english = words(Language::English);
    let top = |name: &String| {
        let label = english.text(&Message::PeopleSelect { name: name.clone() });
        user.window.get_by_label(&label).rect().top()
    };
    let mut names: Vec<String> = user.account().all::<Person>().map(|person| person.name.clone()).collect();
    names.sort_by(|one, other| top(one).total_cmp(&top(other)));
    names
}

/// The names by a measure, equal ones in the order of their making.
fn ordered(account: &Account, kind: MeasureKind, is_down: bool) -> Vec<String> {
    let measured = measured(account);
    let value = |person: &Person| measured.of(person.id).and_then(|of| of.value(kind)).expect("a value");
    let mut people: Vec<&Person> = account.all::<Person>().collect();
    people.sort_by(|one, other| {
        let order = value(one).total_cmp(&value(other));
        if is_down { order.reverse() } else { order }
    });
    people.into_iter().map(|person| person.name.clone()).collect()
}

/// The table with few columns, so that all of them are on screen, and the measures ticked in its menu.
fn at_table(name: &str, start: &Account, twice: bool, ticked: &[MeasureKind]) -> Driver {
    let english = words(Language::English);
    let mut user = bare(Driver::new(name, Some(start), twice));
    user.key(Key::T);
    // Name, support and wanted support, by their places.
    user.window.state_mut().view_mut().table.columns = Some([0, 6, 12].into());
    user.settle();
    user.click("Columns");
    for kind in ticked {
        user.window.get_by_label(english.value(*kind)).scroll_to_me();
        user.settle();
        user.click(english.value(*kind));
    }
    user.key(Key::Escape);
    user
}

#[test]
fn the_table_counts_what_the_measures_say_and_sorts_by_it() {
    let start = unlike();
    let english = words(Language::English);
    let kinds = [MeasureKind::Influence, MeasureKind::Betweenness, MeasureKind::PageRank];
    for twice in [false, true] {
        let mut user = at_table("table-measures", &start, twice, &kinds);
        let found = measured(&start);
        for kind in kinds {
            for person in start.all::<Person>() {
                let value = found.of(person.id).and_then(|of| of.value(kind)).expect("a value");
                let cell = format!("{} · {}: {}", english.value(kind), person.name, written(kind, value));
                assert!(user.window.query_by_label(&cell).is_some(), "{cell}");
            }
        }
        let heading = english.value(MeasureKind::Influence);
        user.click(heading);
        assert_eq!(rows(&user), ordered(&start, MeasureKind::Influence, false));
        user.click(&format!("{heading} ↑"));
        assert_eq!(rows(&user), ordered(&start, MeasureKind::Influence, true));
        assert_eq!(rows(&user)[0], "Ada");
    }
}

#[test]
fn the_order_follows_a_line_drawn_meanwhile() {
    let start = unlike();
    let heading = words(Language::English).value(MeasureKind::Influence).to_owned();
    let mut user = at_table("table-follows", &start, false, &[MeasureKind::Influence]);
    user.click(&heading);
    assert_eq!(rows(&user), ordered(&start, MeasureKind::Influence, false));
    user.key(Key::M);
    let (from, to) = (user.card("Di").right_center(), user.card("Ada").center());
    user.drag(from, to);
    user.key(Key::Num3);
    let drawn = user.account().clone();
    assert_eq!(drawn.links.len(), start.links.len() + 1);
    user.key(Key::T);
    assert_ne!(ordered(&drawn, MeasureKind::Influence, false), ordered(&start, MeasureKind::Influence, false));
    assert_eq!(rows(&user), ordered(&drawn, MeasureKind::Influence, false));
}

#[test]
fn a_cell_sets_the_wanted_support_and_selects_on_the_map() {
    let start = unlike();
    for twice in [false, true] {
        let mut user = at_table("table-wanted", &start, twice, &[]);
        let field = words(Language::English).label("field", "support_wanted").to_owned();
        let heading = format!("{}{}", field[..1].to_uppercase(), &field[1..]);
        user.click(&format!("{heading} · Bo: ?"));
        user.click("Supporter");
        assert!(user.window.query_by_label(&format!("{heading} · Bo: Supporter")).is_some());
        let bo = user.account().get::<Person>(person(&start, "Bo")).expect("Bo");
        let wanted = (bo.judgement.support, bo.judgement.support_wanted);
        assert_eq!(wanted, (Some(Support::Enemy), Some(Support::Supporter)));
        let chosen = user.window.state_mut().view_mut().selection.clone();
        assert_eq!(chosen, [seat(&start, "Bo")].into(), "whoever is judged is selected");
        user.key(Key::M);
        assert_eq!(user.window.state_mut().view_mut().view, View::Map);
        assert_eq!(user.window.state_mut().view_mut().selection, chosen, "on the map as well");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start, "one step");
    }
}
