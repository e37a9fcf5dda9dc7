//! The small circle of people that the path to power shows.

use std::collections::BTreeSet;
use std::sync::Arc;

use account_atlas::insight::power_circle;
use account_atlas::method::FindingRules;
use account_atlas::model::{BuyingRole, Coverage, Ids, Link, LinkKind, Person, PersonId, Strength, Support};

use super::accounts::{account, person};
use super::pictures_org::{CLEAR, court, hand_made, with_links, with_role};

fn rules() -> FindingRules {
    FindingRules::shipped().expect("the shipped rules")
}

#[test]
fn the_circle_of_power_is_small_and_near() {
    let account = hand_made();
    let names = |people: BTreeSet<PersonId>| -> Vec<String> {
        let mut names: Vec<String> = people.iter().map(|person| account.person_name(*person).to_owned()).collect();
        names.sort();
        names
    };
    // Within two steps: Bo and Gi, then Cy; of Fy's conflict and Ed's friend Jo nothing is known that leads to Ada.
    assert_eq!(names(power_circle(&account, None, &rules(), &[])), ["Ada", "Bo", "Cy", "Gi"]);
    let cy = person(&account, "Cy");
    // Bo stands above Cy, but does not decide here.
    assert_eq!(names(power_circle(&account, None, &rules(), &[cy])), ["Cy", "Iv"]);
    let gi = person(&account, "Gi");
    assert_eq!(names(power_circle(&account, None, &rules(), &[gi])), ["Gi"]);
    let iv = person(&account, "Iv");
    assert_eq!(names(power_circle(&account, None, &rules(), &[iv, gi])), ["Gi", "Iv"]);
}

#[test]
fn the_circle_of_power_holds_managers_and_ways_in() {
    let mut account = account("Ada\n  Bo\n    Cy\n      Di\n  Ed\n  Fy\n  Gi");
    let [ada, di] = ["Ada", "Di"].map(|name| person(&account, name));
    with_role(&mut account, ada, BuyingRole::DecisionMaker);
    with_links(&mut account, &[("Di", "Ada", CLEAR), ("Ed", "Di", CLEAR), ("Fy", "Ed", CLEAR)]);
    let persons = Arc::make_mut(&mut account.persons);
    let fy = persons.values().find(|person: &&Arc<Person>| person.name == "Fy").expect("Fy").id;
    let judgement = &mut Arc::make_mut(persons.get_mut(&fy).expect("Fy")).judgement;
    (judgement.support, judgement.coverage) = (Some(Support::Supporter), Some(Coverage::InDepth));
    let circle = power_circle(&account, None, &rules(), &[]);
    // Bo and Cy manage Di, Fy is three steps away and the way in; Gi is nothing of that.
    let expected = ["Ada", "Bo", "Cy", "Di", "Ed", "Fy"].map(|name| person(&account, name));
    assert_eq!(circle, expected.into_iter().collect());
    // From a target below, the managers up to who influences it.
    let circle = power_circle(&account, None, &rules(), &[di]);
    assert!(circle.contains(&person(&account, "Ed")) && !circle.contains(&ada), "{circle:?}");
}

#[test]
fn the_circle_of_power_has_forty_at_the_most() {
    for seed in 0..3 {
        let mut account = court(300, seed);
        let circle = power_circle(&account, None, &rules(), &[]);
        assert!(!circle.is_empty() && circle.len() <= 40, "{}", circle.len());
        let people: Vec<PersonId> = account.persons.keys().copied().collect();
        let links = (0..100).map(|nth| {
            let strength = if nth == 99 { Strength::DECISIVE } else { Strength::SLIGHT };
            Link::new(
                Ids::new(1_800_000_000_000 + nth, 9).fresh(),
                people[usize::try_from(nth).expect("small") + 150],
                people[0],
                LinkKind::Influences(strength),
            )
        });
        account.links = Arc::new(links.map(|link| (link.id, Arc::new(link))).collect());
        let circle = power_circle(&account, None, &rules(), &[people[0]]);
        assert_eq!(circle.len(), 40);
        assert!(circle.contains(&people[0]) && circle.contains(&people[249]), "the strongest comes first");
        assert_eq!(circle, power_circle(&account, None, &rules(), &[people[0]]));
    }
    assert!(power_circle(&account(""), None, &rules(), &[]).is_empty());
}
