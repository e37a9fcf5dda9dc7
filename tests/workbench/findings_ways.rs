//! The ways to those who decide: costs, alternatives, what closes them; and maps with little or odd on them.
//!
//! Expected costs are summed by hand from the shipped numbers: influence 6, 3, 2 by strength; a supporter 1,
//! somebody neutral 2, unknown 4 more; an assumed line 2, two at odds 12 more. Exact, for they are integers.

use std::collections::BTreeSet;
use std::sync::Arc;

use account_atlas::edit::{Edit, LinkChange, PersonChange, RecordEdit, StructureEdit};
use account_atlas::insight::{CostReason, NoWay, Reason, Route, routes};
use account_atlas::model::{
    Account, BuyingRole, Confidence, Coverage, Evidence, FindingRule, Link, LinkKind, Person, PersonId, Seat, Support,
};
use account_atlas::words::Language;

use super::accounts::{Dice, account, done, firm, person};
use super::findings_maps::{all, by_rule, change_of, map, names, rules, with_values};
use super::words::words;

fn told(account: &Account, routes: &[Route]) -> Vec<(String, u32, bool)> {
    let row = |route: &Route| (names(account, &route.people).join(" "), route.cost, route.is_alternative);
    routes.iter().map(row).collect()
}

fn ways(account: &Account) -> Vec<(String, u32, bool)> {
    told(account, &routes(account, None, &rules()))
}

/// What nobody's support costs anything, so that a way costs its influences alone.
const BARE: [(&str, i32); 4] = [("path.supporter", 0), ("path.neutral", 0), ("path.unknown", 0), ("path.ways", 5)];

#[test]
fn the_cheapest_ways_come_in_order() {
    let chart = "Ada | Approver\n  Bo | Mentor InDepth\n  Cy\n  Di";
    let account = map(&format!("{chart}\n\nBo 3 Cy\nCy 3 Ada\nBo 2 Di\nDi 3 Ada\nBo 1 Ada\nCy 3 Di"));
    let bare = with_values(&account, &BARE);
    let row = |people: &str, cost, is_alternative| (people.to_owned(), cost, is_alternative);
    // Of the two that cost 6 the shorter one comes first. There are no more than these four.
    let expected =
        [row("Bo Cy Ada", 4, false), row("Bo Di Ada", 5, true), row("Bo Ada", 6, true), row("Bo Cy Di Ada", 6, true)];
    assert_eq!(ways(&bare), expected);
    assert_eq!(ways(&with_values(&account, &[BARE[2], ("path.ways", 2)])), expected[..2]);
}

#[test]
fn support_strength_conflict_and_doubt_all_cost() {
    let account = map(
        "Ada | Approver\n  Bo | Supporter BriefContact\n  Cy | Neutral\n  Di\n\nBo 2 Cy\nCy 1 Di\nDi 3 Ada\nDi x Ada",
    );
    let doubt = Evidence { confidence: Some(Confidence::Assumed), ..Evidence::default() };
    let line = account.all::<Link>().find(|link| link.from == person(&account, "Cy")).expect("a line").id;
    let account = done(&account, Edit::Link(RecordEdit::Set(line, LinkChange::Evidence(Some(doubt)))));
    let found = routes(&account, None, &rules());
    let costs: Vec<Vec<(CostReason, u32)>> = found[0].steps.iter().map(|step| step.costs.clone()).collect();
    assert_eq!(
        costs,
        [
            vec![(CostReason::Clear, 3), (CostReason::Supporter, 1)],
            vec![(CostReason::Slight, 6), (CostReason::Neutral, 2), (CostReason::Assumed, 2)],
            vec![(CostReason::Decisive, 2), (CostReason::Unknown, 4), (CostReason::Conflict, 12)],
        ]
    );
    assert_eq!(found[0].cost, 4 + 10 + 18);
    // At its most the conflict closes the way.
    assert_eq!(ways(&with_values(&account, &[("path.conflict", 99)])), []);
}

#[test]
fn only_supporters_we_have_met_introduce_us() {
    let lines = "\n\nBo 3 Ada";
    for (judged, is_way) in [
        ("Mentor InDepth", true),
        ("Supporter BriefContact", true),
        ("Supporter NoContact", false),
        ("Supporter", false),
        ("Neutral InDepth", false),
        ("InDepth", false),
        ("Enemy InDepth", false),
    ] {
        let account = map(&format!("Ada | Approver\n  Bo | {judged}{lines}"));
        assert_eq!(!ways(&account).is_empty(), is_way, "{judged}");
        assert_eq!(by_rule(&account, FindingRule::NoPath).is_empty(), is_way, "{judged}");
    }
}

#[test]
fn whoever_is_against_us_leads_nowhere() {
    let account = map("Ada | Approver\n  Bo | Mentor InDepth\n  Cy | NonSupporter\n\nBo 3 Cy\nCy 3 Ada");
    assert_eq!(ways(&account), []);
    let [finding] = &by_rule(&account, FindingRule::NoPath)[..] else { panic!("one finding") };
    assert_eq!(
        finding.reason,
        Reason::NoPath { person: person(&account, "Ada"), cause: NoWay::Blocked(person(&account, "Cy")) }
    );
    let english = words(Language::English).finding(finding, &account);
    assert_eq!(english, "Ada: the only way leads through Cy, who is against us. Look for another.");
}

#[test]
fn members_lead_to_their_group() {
    let account = map("Ada: Board | Approver Group\nBo: CFO\n  Cy | Mentor InDepth\n\nCy 2 Bo");
    let account = change_of(&account, "Ada", PersonChange::Members(vec![person(&account, "Bo")]));
    // Cy to Bo 3; Bo's seat 3, support unknown 4.
    assert_eq!(ways(&account), [("Cy Bo Ada".to_owned(), 10, false)]);
    let [finding] = &by_rule(&account, FindingRule::Path)[..] else { panic!("one finding") };
    let english = words(Language::English).finding(finding, &account);
    assert_eq!(english, "Cy introduces us to Bo (CFO), who has a seat in Ada (Board): ask Cy for the introduction.");
}

/// A small firm with a decider, doors and enemies by chance.
fn scattered(seed: u64) -> Account {
    let mut account = firm(8, 16, seed);
    let mut dice = Dice::new(seed + 100);
    let mut persons: std::collections::BTreeMap<PersonId, Person> =
        account.persons.iter().map(|(id, person)| (*id, Person::clone(person))).collect();
    for (place, person) in persons.values_mut().enumerate() {
        person.judgement.role = (place < 2).then_some(BuyingRole::Approver);
        person.judgement.coverage = Some(Coverage::InDepth);
        person.judgement.support = [None, Some(Support::Mentor), None, Some(Support::Enemy)][dice.below(4)];
    }
    account.persons = Arc::new(persons.into_iter().map(|(id, person)| (id, Arc::new(person))).collect());
    account
}

/// Every simple way from somebody who can introduce us to `target`, with its cost, by trying all.
fn tried(account: &Account, target: PersonId, without: Option<PersonId>) -> Vec<(u32, Vec<PersonId>)> {
    let support = |person: PersonId| account.persons[&person].judgement.support;
    let mut found = BTreeSet::new();
    let mut waiting: Vec<(u32, Vec<PersonId>)> = account
        .persons
        .keys()
        .filter(|person| support(**person) == Some(Support::Mentor) && Some(**person) != without)
        .map(|person| (0, vec![*person]))
        .collect();
    while let Some((cost, people)) = waiting.pop() {
        let here = *people.last().expect("somebody");
        if here == target {
            found.insert((cost, people));
            continue;
        }
        for link in account.all::<Link>().filter(|link| link.from == here && Some(link.to) != without) {
            let LinkKind::Influences(strength) = link.kind else { continue };
            let is_closed = support(here) == Some(Support::Enemy) || support(link.to) == Some(Support::Mentor);
            if !is_closed && !people.contains(&link.to) {
                let step = [6, 3, 2][usize::from(strength.get()) - 1];
                waiting.push((cost + step, people.iter().copied().chain([link.to]).collect()));
            }
        }
    }
    // Of two lines between the same two the cheaper one counts.
    let mut best: Vec<(u32, Vec<PersonId>)> = Vec::new();
    for (cost, people) in found {
        if !best.iter().any(|(_, other)| *other == people) {
            best.push((cost, people));
        }
    }
    best
}

#[test]
fn ways_and_cuts_agree_with_trying_everything() {
    let mut ways_seen = 0;
    let mut cuts_seen = 0;
    for seed in 0..200 {
        let account = with_values(&scattered(seed), &BARE);
        let found = routes(&account, None, &rules());
        let mut cuts = BTreeSet::new();
        for target in account.persons.keys().take(2) {
            let tried_all = tried(&account, *target, None);
            let expected: Vec<u32> = tried_all.iter().map(|(cost, _)| *cost).take(5).collect();
            let of_target: Vec<&Route> = found.iter().filter(|route| route.target == *target).collect();
            assert_eq!(of_target.iter().map(|route| route.cost).collect::<Vec<_>>(), expected, "seed {seed}");
            for route in &of_target {
                assert!(tried_all.contains(&(route.cost, route.people.clone())), "seed {seed}");
            }
            let others: BTreeSet<&Vec<PersonId>> = of_target.iter().map(|route| &route.people).collect();
            assert_eq!(others.len(), of_target.len(), "seed {seed}: a way came twice");
            ways_seen += of_target.len();
            let can_be_missed = |person: &&PersonId| *person != target && !tried_all.is_empty();
            for person in account.persons.keys().filter(can_be_missed) {
                if tried(&account, *target, Some(*person)).is_empty() {
                    cuts.insert((*person, *target));
                }
            }
        }
        let told: BTreeSet<(PersonId, PersonId)> = by_rule(&account, FindingRule::CutOff)
            .iter()
            .flat_map(|finding| finding.people[1..].iter().map(|target| (finding.people[0], *target)))
            .collect();
        assert_eq!(told, cuts, "seed {seed}");
        cuts_seen += cuts.len();
    }
    assert!(ways_seen > 200 && cuts_seen > 50, "{ways_seen} ways, {cuts_seen} cuts: too few to prove anything");
}

/// Every sentence and term in both languages is whole.
fn is_well_said(account: &Account) -> Vec<FindingRule> {
    let found = all(account);
    for language in Language::ALL {
        let words = words(language);
        for finding in &found {
            let terms = finding.arithmetic.iter().map(|term| words.term(term, account));
            for text in terms.chain([words.finding(finding, account), words.answer(finding, account)]) {
                assert!(!text.contains("???") && !text.contains(['{', '$']) && !text.trim().is_empty(), "{text}");
            }
        }
    }
    found.iter().map(|finding| finding.rule).collect()
}

#[test]
fn an_empty_account_says_nothing() {
    assert_eq!(is_well_said(&account("")), []);
    assert_eq!(ways(&account("")), []);
}

#[test]
fn one_person_is_not_told_to_be_linked() {
    let said = is_well_said(&account("Ada: CEO"));
    assert!(said.contains(&FindingRule::MapLight) && said.contains(&FindingRule::MissingRole), "{said:?}");
    let decider = is_well_said(&map("Ada: CEO | Approver"));
    let untrue = [FindingRule::Unlinked, FindingRule::EmptyRank, FindingRule::NoOpponent, FindingRule::Balance];
    assert!(untrue.iter().all(|rule| !said.contains(rule) && !decider.contains(rule)), "{decider:?}");
}

#[test]
fn where_everything_is_unknown_nothing_is_claimed_of_anybody() {
    let account = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO\n    Di");
    let said = is_well_said(&account);
    assert_eq!(
        said,
        [FindingRule::MapLight, FindingRule::MissingRole, FindingRule::MissingGatekeeper, FindingRule::NoOpponent,]
    );
    assert!(all(&account).iter().all(|finding| finding.subject().is_none()));
}

#[test]
fn circles_of_influence_and_of_reporting_end() {
    let chart = "Ada | Approver\n  Bo | Supporter InDepth\n  Cy\n  Di | Enemy";
    let account = map(&format!("{chart}\n\nBo 2 Cy\nCy 2 Di\nDi 2 Bo\nAda 1 Bo\nCy 3 Ada\nAda 3 Cy\nDi 1 Cy"));
    // Bo to Cy 3 and 1; Cy to Ada 2 and 4.
    assert_eq!(ways(&account), [("Bo Cy Ada".to_owned(), 10, false)]);
    is_well_said(&account);
    // A loop of reporting cannot be entered, yet a file may hold one.
    let mut looped = account.clone();
    let mut seats: Vec<Seat> = looped.all::<Seat>().cloned().collect();
    seats[0].reports_to = Some(seats[1].id);
    looped.seats = Arc::new(seats.into_iter().map(|seat| (seat.id, Arc::new(seat))).collect());
    is_well_said(&looped);
}

#[test]
fn two_organisations_have_no_way_between_them() {
    let account = map("Ada | Approver\n  Bo | Neutral InDepth\nCy | Mentor InDepth\n  Di\n\nBo 3 Ada\nCy 3 Di");
    assert_eq!(ways(&account), []);
    let [finding] = &by_rule(&account, FindingRule::NoPath)[..] else { panic!("one finding") };
    assert_eq!(finding.reason, Reason::NoPath { person: person(&account, "Ada"), cause: NoWay::NoLine });
    is_well_said(&account);
    let nobody = map("Ada | Approver\n  Bo | Neutral InDepth\nCy\n\nBo 3 Ada");
    let [finding] = &by_rule(&nobody, FindingRule::NoPath)[..] else { panic!("one finding") };
    assert_eq!(finding.reason, Reason::NoPath { person: person(&nobody, "Ada"), cause: NoWay::NoDoor });
}

#[test]
fn many_links_and_people_without_a_name_are_borne() {
    let mut account = firm(200, 500, 4);
    for (place, name) in
        account.persons.values().map(|person| person.name.clone()).collect::<Vec<_>>().iter().enumerate()
    {
        let codes = ["Approver Neutral", "DecisionMaker Enemy", "Evaluator Mentor InDepth", "User"][place % 4];
        for code in codes.split_whitespace() {
            account = super::findings_maps::judged(&account, name, code);
        }
        if place % 10 == 0 {
            account = change_of(&account, name, PersonChange::Name(String::new()));
        }
    }
    assert!(is_well_said(&account).len() > 100);
    // Nobody's seat: no rank is claimed of them.
    let seat = account.all::<Seat>().next().expect("a seat").id;
    let vacant = StructureEdit::SetHolder { seat, holder: None, day: None };
    is_well_said(&done(&account, Edit::Structure(vacant)));
}
