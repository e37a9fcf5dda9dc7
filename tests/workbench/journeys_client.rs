//! The client's page, used by what a screen reader hears.

use account_atlas::model::{
    Account, Action, BuyingRole, ClientSheet, Currency, InformationSource, Money, Need, Opportunity, Person, ScoreAxis,
    ScoreLine,
};
use account_atlas::ui::{PlanPage, View};
use account_atlas::words::Language;
use egui::{Key, Role};
use egui_kittest::kittest::Queryable;

use super::accounts::{account, person};
use super::client_sheet::rated;
use super::driver::Driver;
use super::file_format::put;
use super::pipeline::profile;

fn opened(name: &str, start: &Account, twice: bool, language: Language) -> Driver {
    let mut user = Driver::in_language(name, Some(start), twice, language, &[]);
    user.plan(PlanPage::Client);
    user
}

fn type_into(user: &mut Driver, role: Role, label: &str, text: &str) {
    user.window.get_by_role_and_label(role, label).focus();
    user.settle();
    user.ctrl(Key::A);
    user.write(text);
}

fn shows(user: &Driver, label: &str) -> bool {
    user.window.query_all_by_label_contains(label).next().is_some()
}

#[test]
fn a_text_of_the_file_is_written_undone_and_shown_again() {
    for (language, head, label, text) in [
        (Language::English, "Client file", "Mission", "Safe water"),
        (Language::Chinese, "客户档案", "使命", "安全用水"),
    ] {
        for twice in [false, true] {
            let mut user = opened("client-file", &account("Ada: CEO"), twice, language);
            assert!(
                user.window.query_by_role_and_label(Role::MultilineTextInput, label).is_none(),
                "what nobody has begun is folded"
            );
            user.reach(head);
            type_into(&mut user, Role::MultilineTextInput, label, text);
            assert_eq!(user.account().client.mission, text);
            user.key(Key::Escape);
            user.window.state_mut().view_mut().view = View::Map;
            user.settle();
            user.ctrl(Key::Z);
            assert_eq!(*user.account().client, ClientSheet::default());
            let view = user.window.state_mut().view_mut();
            assert_eq!((view.view, view.plan_page), (View::Plan, PlanPage::Client), "undo shows where it was");
        }
    }
}

#[test]
fn days_are_whole_numbers_and_anything_else_is_told() {
    let mut user = opened("client-days", &account("Ada: CEO"), false, Language::English);
    user.reach("Client file");
    let field = "Days until it pays";
    let faults = ["This is no number. Write a whole number.", "At most 999.", "This number cannot be below 0."];
    for (typed, days, fault) in [
        ("4x", None, Some(faults[0])),
        ("45", Some(45), None),
        ("1000", Some(45), Some(faults[1])),
        ("-1", Some(45), Some(faults[2])),
    ] {
        // What is a number on the way to something else is one until then.
        user.window.get_by_role_and_label(Role::TextInput, field).focus();
        user.settle();
        user.ctrl(Key::A);
        user.window.event(egui::Event::Paste(typed.to_owned()));
        user.settle();
        assert_eq!(user.account().client.payment_days, days, "{typed}");
        for sentence in faults {
            assert_eq!(shows(&user, sentence), Some(sentence) == fault, "{typed}: {sentence}");
        }
        // What stood there when the field got the keys is what a wrong number leaves in place.
        user.key(Key::Tab);
    }
    user.window.get_by_role_and_label(Role::TextInput, field).focus();
    user.settle();
    user.ctrl(Key::A);
    user.key(Key::Delete);
    assert_eq!(user.account().client.payment_days, None);
    assert!(!faults.into_iter().any(|sentence| shows(&user, sentence)));
}

#[test]
fn sources_are_ticked_one_step_each() {
    let mut user = opened("client-sources", &account("Ada: CEO"), false, Language::English);
    user.reach("Client file");
    user.reach("Web and press");
    user.reach("People inside the client");
    let sources = |user: &Driver| user.account().client.sources.iter().copied().collect::<Vec<_>>();
    assert_eq!(sources(&user), [InformationSource::Internet, InformationSource::Inside]);
    user.ctrl(Key::Z);
    assert_eq!(sources(&user), [InformationSource::Internet]);
}

#[test]
fn the_usual_criteria_are_filled_in_rated_and_undone() {
    for (language, head, usual, names, score) in [
        (
            Language::English,
            "Target selection",
            "Use the usual criteria: Attractiveness",
            [
                "Future sales and profit · Rating",
                "Financial security · Rating",
                "Interrelationships with other clients … · Rating",
                "Influence as a reference · Rating",
            ],
            "6.2 of 10",
        ),
        (
            Language::Chinese,
            "目标客户选择",
            "使用常用标准: 吸引力",
            [
                "未来销售额与利润 · 评分",
                "财务安全 · 评分",
                "与其他客户、单位的相互关系 · 评分",
                "影响力（示范作用） · 评分",
            ],
            "6.2 分（满分 10）",
        ),
    ] {
        for twice in [false, true] {
            let start = account("Ada: CEO");
            let mut user = opened("client-usual", &start, twice, language);
            user.reach(head);
            user.reach(usual);
            let rows: Vec<ScoreLine> = user.account().ranked::<ScoreLine>().into_iter().cloned().collect();
            assert_eq!(rows.iter().map(|row| row.weight).collect::<Vec<_>>(), [Some(40), Some(20), Some(20), Some(20)]);
            assert!(rows.iter().all(|row| row.axis == ScoreAxis::Attractiveness && row.rating.is_none()));
            assert!(!shows(&user, usual), "there is nothing more to fill in");
            for (name, rating) in names.into_iter().zip(["8", "6", "4", "5"]) {
                let prefix = name.split('…').next().expect("a beginning").trim();
                let called = user.window.get_all_by_role(Role::TextInput);
                let field = called.into_iter().find(|node| {
                    use egui_kittest::kittest::NodeT as _;
                    let label = node.accesskit_node().label().unwrap_or_default();
                    label.starts_with(prefix) && label.ends_with(name.rsplit(' ').next().expect("an end"))
                });
                field.expect(name).focus();
                user.settle();
                user.write(rating);
            }
            // 40 * 8 + 20 * 6 + 20 * 4 + 20 * 5 is 620, by 100.
            assert!(shows(&user, score), "{score}");
            user.key(Key::Escape);
            for _ in 0..5 {
                user.ctrl(Key::Z);
            }
            assert_eq!(user.account(), &start, "four ratings, and all criteria as one step");
        }
    }
}

#[test]
fn weights_that_do_not_add_up_and_ratings_that_are_none_are_told() {
    let start = rated(account("Ada: CEO"), &[(ScoreAxis::Attractiveness, 7)]);
    let mut user = opened("client-weights", &start, false, Language::English);
    // The criterion has no name yet, so its kind names the fields.
    type_into(&mut user, Role::TextInput, "criterion of a score · Weight", "90");
    assert!(shows(&user, "Weights add up to 90, not to 100"));
    type_into(&mut user, Role::TextInput, "criterion of a score · Rating", "0");
    assert!(shows(&user, "A whole number from 1 to 10"));
    let row = user.account().all::<ScoreLine>().next().expect("the row").clone();
    assert_eq!((row.weight, row.rating), (Some(90), Some(7)), "what is no rating is not taken");
    let mut broken = start.all::<ScoreLine>().next().expect("the row").clone();
    broken.rating = Some(11);
    let mut read = start.clone();
    put(&mut read, broken);
    let user = opened("client-rating", &read, false, Language::English);
    assert!(shows(&user, "Rated outside 1 to 10, and left out: 1") && !shows(&user, "of 10 "));
}

#[test]
fn the_committee_is_taken_over_from_the_map_in_one_step() {
    let mut start = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO");
    for (name, role) in [("Ada", BuyingRole::Approver), ("Cy", BuyingRole::User)] {
        let mut known = start.get::<Person>(person(&start, name)).expect("the person").clone();
        known.judgement.role = Some(role);
        put(&mut start, known);
    }
    for twice in [false, true] {
        let mut user = opened("client-committee", &start, twice, Language::English);
        user.reach("Purchasing");
        user.reach("Take over from the map: 2");
        let people = ["Ada", "Cy"].map(|name| person(&start, name));
        assert_eq!(user.account().client.purchasing_people, people);
        assert!(!shows(&user, "Take over from the map"), "nobody is missing any more");
        user.ctrl(Key::Z);
        assert_eq!(user.account(), &start);
    }
}

#[test]
fn a_need_noted_with_an_opportunity_leads_there() {
    let mut start = account("Ada: CEO");
    let mut fresh = account_atlas::model::Ids::new(1_798_500_000_000, 5 << 40);
    let mut deal = Opportunity::new(fresh.fresh(), "Line 4");
    let holder = Some(person(&start, "Ada"));
    deal.buying.needs = vec![Need { statement: "Less waste".to_owned(), holder, ..Need::new(fresh.fresh()) }];
    let id = deal.id;
    put(&mut start, deal);
    let mut user = opened("client-needs", &start, false, Language::English);
    user.reach("Less waste");
    let view = user.window.state_mut().view_mut();
    assert_eq!((view.view, view.opportunity), (View::Opportunities, Some(id)));
}

#[test]
fn a_market_action_of_the_class_becomes_an_action_in_one_click() {
    let mut start = account("Ada: CEO");
    let million = |units: i64| Some(Money::of_units(units * 1_000_000, Currency::CNY));
    profile(&mut start, |head| (head.revenue, head.wallet) = (million(4), million(10)));
    for twice in [false, true] {
        let mut user = opened("client-potential", &start, twice, Language::English);
        assert!(shows(&user, "Our share of what it spends: 40 %, large from 30 %"));
        assert!(shows(&user, "Potential high: the client spends CNY 10 m, high from CNY 10 m"));
        assert!(!shows(&user, "Mail leaflets only"), "another class's actions are not in the way");
        user.reach("Add as an action: Adapt the product to the client");
        let actions: Vec<Action> = user.account().all::<Action>().cloned().collect();
        assert_eq!(
            actions.iter().map(|action| action.what.as_str()).collect::<Vec<_>>(),
            ["Adapt the product to the client"]
        );
        assert!(!shows(&user, "Add as an action: Adapt"), "it stands in the plan");
        user.reach("Other market actions");
        assert!(shows(&user, "Belongs to: Harvest") && shows(&user, "Mail leaflets only"));
    }
}

#[test]
fn a_share_that_cannot_be_is_said_in_a_sentence() {
    let dollars = Some(Money::of_units(1, Currency::parse("USD").expect("a currency")));
    let yuan = |units| Some(Money::of_units(units, Currency::CNY));
    for (revenue, wallet, sentence) in [
        (yuan(11), yuan(10), "Our revenue is more than the client spends"),
        (yuan(1), yuan(0), "What the client spends must be above zero"),
        (dollars, yuan(10), "USD has no exchange rate: no share"),
    ] {
        let mut start = account("Ada: CEO");
        profile(&mut start, |head| (head.revenue, head.wallet) = (revenue, wallet));
        let user = opened("client-share", &start, false, Language::English);
        assert!(shows(&user, sentence), "{sentence}");
    }
}

#[test]
fn the_portfolios_say_where_the_client_stands_in_both_languages() {
    let ratings = [(ScoreAxis::Attractiveness, 8), (ScoreAxis::Capability, 9), (ScoreAxis::Vulnerability, 3)];
    let mut start = rated(account("Ada: CEO"), &ratings);
    profile(&mut start, |head| head.status = Some(account_atlas::model::AccountStatus::Existing));
    for (language, growth, hold) in [
        (
            Language::English,
            "Test: attractiveness 8.0, Our capability 9.0 → Invest for growth",
            "Test: attractiveness 8.0, Vulnerability 3.0 → Hold",
        ),
        (Language::Chinese, "Test：吸引力 8.0，我方能力 9.0 → 投资成长", "Test：吸引力 8.0，易损性 3.0 → 守住"),
    ] {
        for size in [[360.0, 700.0], [1280.0, 800.0]] {
            let mut user = opened(&format!("client-plots-{}", language.code()), &start, false, language);
            user.window.set_size(size.into());
            user.settle();
            assert!(shows(&user, growth) && shows(&user, hold), "{size:?}");
            assert!(user.window.state().notices().is_empty());
        }
    }
}

#[test]
fn conversion_stands_beside_what_the_opportunities_say() {
    let mut start = account("Ada: CEO");
    let mut fresh = account_atlas::model::Ids::new(1_798_600_000_000, 5 << 40);
    use account_atlas::model::OpportunityStatus::{Lost, Won};
    for status in [Won, Won, Lost] {
        put(&mut start, Opportunity { status, ..Opportunity::new(fresh.fresh(), "Line") });
    }
    let mut user = opened("client-conversion", &start, false, Language::English);
    user.reach("Figures of the relation");
    assert!(shows(&user, "By the opportunities: 67 %, 2 of 3 decided"));
    type_into(&mut user, Role::TextInput, "Offers that become orders", "60");
    assert_eq!(user.account().client.conversion, Some(60));
}
