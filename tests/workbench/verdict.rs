//! Opinions settle where the sources and the closed form say, and the verdict tells it truly.

use std::collections::BTreeSet;
use std::sync::Arc;

use account_atlas::insight::opinion::{Trust, pulls, settle};
use account_atlas::insight::{Direction, Verdict, verdict};
use account_atlas::method::VerdictRules;
use account_atlas::model::{
    Account, BuyingRole, Coded, InnovationAttitude, Judged, Link, LinkId, LinkKind, Opportunity, OpportunityId,
    OpportunityJudgement, Person, PersonId, Strength, Support,
};
use account_atlas::words::Language;

use crate::accounts::{Dice, account, firm, person};
use crate::words::words;

fn rules() -> VerdictRules {
    VerdictRules::shipped().expect("the rules that ship")
}

#[track_caller]
fn near(found: &[f64], wanted: &[f64], tolerance: f64) {
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(wanted) {
        assert!((found - wanted).abs() <= tolerance, "{found}, not {wanted}");
    }
}

fn trust(rows: &[&[f64]]) -> Trust {
    let weights = rows
        .iter()
        .enumerate()
        .flat_map(|(who, row)| row.iter().enumerate().map(move |(whom, weight)| (who, whom, *weight)));
    Trust::of_weights(rows.len(), weights)
}

/// Source: Friedkin and Johnsen 1999; Parsegov et al. 2017. Printed to whole points and to one place.
#[test]
fn the_published_example_is_reproduced() {
    let rows: [&[f64]; 4] = [
        &[0.220, 0.120, 0.360, 0.300],
        &[0.147, 0.215, 0.344, 0.294],
        &[0.0, 0.0, 1.0, 0.0],
        &[0.090, 0.178, 0.446, 0.286],
    ];
    let open: Vec<f64> = (0..4).map(|person| 1.0 - rows[person][person]).collect();
    let first = settle(&trust(&rows), &open, &[25.0, 25.0, 75.0, 85.0]);
    near(&first.opinions, &[60.0, 60.0, 75.0, 75.0], 0.05);
    let second = settle(&trust(&rows), &open, &[25.0, 15.0, -50.0, 5.0]);
    near(&second.opinions, &[-19.3, -21.5, -50.0, -23.2], 0.05);
    assert!(first.residual < 1e-9 && first.rounds < 285, "{first:?}");
}

/// Source: Jackson 2008, ch. 8: consensus weights 3/11, 4/11, 4/11.
#[test]
fn without_anchors_a_group_agrees_as_degroot_says() {
    let group = trust(&[&[1.0, 1.0, 1.0], &[1.0, 1.0, 0.0], &[0.0, 1.0, 3.0]]);
    for (start, share) in [([1.0, 0.0, 0.0], 3.0), ([0.0, 1.0, 0.0], 4.0), ([0.0, 0.0, 1.0], 4.0)] {
        near(&settle(&group, &[1.0; 3], &start).opinions, &[share / 11.0; 3], 1e-9);
    }
}

#[test]
fn a_group_that_swings_is_ended_and_says_so() {
    let pair = trust(&[&[0.0, 1.0], &[1.0, 0.0]]);
    let swinging = settle(&pair, &[1.0; 2], &[100.0, -100.0]);
    assert_eq!((swinging.residual, swinging.rounds), (200.0, 10_000));
    // The least anchoring of one of them brings it to rest.
    let held = settle(&pair, &[0.99, 1.0], &[100.0, -100.0]);
    assert!(held.residual < 1e-9);
    near(&held.opinions, &[100.0, 100.0], 1e-6);
    assert!(settle(&Trust::default(), &[], &[]).opinions.is_empty());
    let odd = settle(&pair, &[f64::NAN, 7.0], &[f64::INFINITY, 5.0]);
    assert!(odd.opinions.iter().all(|opinion| opinion.is_finite()));
}

/// x of M x = b by Gauss with pivots.
fn solved(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for column in 0..size {
        let pivot = (column..size)
            .max_by(|one, other| matrix[*one][column].abs().total_cmp(&matrix[*other][column].abs()))
            .expect("a row");
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        for row in column + 1..size {
            let factor = matrix[row][column] / matrix[column][column];
            let above = matrix[column].clone();
            matrix[row].iter_mut().zip(&above).for_each(|(cell, above)| *cell -= factor * above);
            right[row] -= factor * right[column];
        }
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|column| matrix[row][column] * right[column]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    right
}

/// 40 people by chance; every fifth has no opinion of its own and hears the one before it.
fn chance(seed: u64) -> (Trust, Vec<f64>, Vec<f64>) {
    let mut dice = Dice::new(seed);
    let mut weights: Vec<(usize, usize, f64)> =
        (0..100).map(|_| (dice.below(40), dice.below(40), 1.0 + dice.below(3) as f64)).collect();
    weights.extend((1..40).filter(|person| person % 5 == 0).map(|person| (person, person - 1, 1.0)));
    let open = (0..40).map(|person| if person > 0 && person % 5 == 0 { 1.0 } else { dice.below(91) as f64 / 100.0 });
    let open: Vec<f64> = open.collect();
    let start = (0..40).map(|_| dice.below(201) as f64 - 100.0).collect();
    (Trust::of_weights(40, weights), open, start)
}

#[test]
fn iteration_and_closed_form_agree() {
    for seed in 1..30 {
        let (trust, open, start) = chance(seed);
        let open_of = |person: usize| if trust.listens(person) { open[person] } else { 0.0 };
        // (I - L W) x = (I - L) u
        let mut matrix = vec![vec![0.0; 40]; 40];
        for (person, row) in matrix.iter_mut().enumerate() {
            row[person] += 1.0;
            for (other, share) in trust.row(person) {
                row[other] -= open_of(person) * share;
            }
        }
        let right = (0..40).map(|person| (1.0 - open_of(person)) * start[person]).collect();
        let found = settle(&trust, &open, &start);
        near(&found.opinions, &solved(matrix, right), 1e-8);
        let (least, most) =
            start.iter().fold((0.0_f64, 0.0_f64), |(least, most), one| (least.min(*one), most.max(*one)));
        assert!(found.opinions.iter().all(|one| (least - 1e-9..=most + 1e-9).contains(one)));
        // The same result, read from the left.
        let weights: Vec<f64> = (0..40).map(|person| (person % 4) as f64 / 60.0).collect();
        let counts = pulls(&trust, &open, &weights);
        let from_left: f64 = counts.iter().zip(&start).map(|(count, own)| count * own).sum();
        let result: f64 = weights.iter().zip(&found.opinions).map(|(weight, opinion)| weight * opinion).sum();
        assert!((from_left - result).abs() < 1e-8, "{from_left}, not {result}");
        assert!((counts.iter().sum::<f64>() - 1.0).abs() < 1e-8);
    }
}

#[test]
fn the_rules_that_ship_are_sound() {
    let rules = rules();
    assert!(rules.opinions.is_sorted_by(|one, next| one > next), "{:?}", rules.opinions);
    assert_eq!((rules.opinions[0], rules.opinions[2], rules.opinions[4]), (100, 0, -100));
    let mean = rules.attitudes.iter().map(|part| u32::from(*part)).sum::<u32>() / 5;
    assert_eq!(u32::from(rules.attitude_unknown), mean);
    let (least, most) = rules.stubbornness;
    assert!(0 < least && least < most && most < 100);
    assert!(rules.leaning < rules.clear && rules.clear <= 100 && rules.most_unknown < 100);
}

fn change(account: &mut Account, name: &str, change: impl FnOnce(&mut Person)) {
    let id = person(account, name);
    let person = Arc::make_mut(&mut account.persons).get_mut(&id).expect("a person");
    change(Arc::make_mut(person));
}

/// Sets role and support.
fn judge(account: &mut Account, name: &str, role: Option<BuyingRole>, support: Option<Support>) {
    change(account, name, |person| {
        person.judgement.role = role;
        person.judgement.support = support;
    });
}

fn influence(account: &mut Account, from: &str, to: &str, strength: Strength) {
    let id = LinkId::from_bits(account.links.len() as u128 + 1);
    let link = Link::new(id, person(account, from), person(account, to), LinkKind::Influences(strength));
    Arc::make_mut(&mut account.links).insert(id, Arc::new(link));
}

fn whole(account: &Account) -> Verdict {
    verdict(account, None, &rules())
}

#[test]
fn nobody_and_nothing_known_has_no_direction() {
    let empty = Verdict {
        direction: Direction::Unknown,
        before: None,
        after: None,
        unknown_share: 100,
        drivers: Vec::new(),
        shifts: Vec::new(),
        vetoes: Vec::new(),
    };
    assert_eq!(whole(&account("")), empty);
    let mut firm = account("Ada\n  Bo");
    assert_eq!(whole(&firm), empty);
    // Two deciders who hear only each other, and nobody knows of either.
    judge(&mut firm, "Ada", Some(BuyingRole::Approver), None);
    judge(&mut firm, "Bo", Some(BuyingRole::User), None);
    influence(&mut firm, "Ada", "Bo", Strength::CLEAR);
    influence(&mut firm, "Bo", "Ada", Strength::CLEAR);
    assert_eq!(whole(&firm), empty);
    // Somebody is for us, and has no say and no ear.
    let mut firm = account("Ada");
    judge(&mut firm, "Ada", None, Some(Support::Mentor));
    assert_eq!(whole(&firm), empty);
}

#[test]
fn without_influence_the_roles_weigh() {
    let mut firm = account("Ada\n  Bo\n  Cy");
    judge(&mut firm, "Ada", Some(BuyingRole::Approver), Some(Support::Supporter));
    judge(&mut firm, "Bo", Some(BuyingRole::User), Some(Support::Enemy));
    judge(&mut firm, "Cy", Some(BuyingRole::User), Some(Support::Neutral));
    let found = whole(&firm);
    // (4 * 50 - 1 * 100 + 1 * 0) / 6 = 16.7
    assert_eq!((found.before, found.after, found.unknown_share), (Some(17), Some(17), 0));
    assert_eq!(found.direction, Direction::LeaningFor);
    let pulls: Vec<(PersonId, i32)> = found.drivers.iter().map(|driver| (driver.person, driver.pull)).collect();
    assert_eq!(pulls, [(person(&firm, "Ada"), 33), (person(&firm, "Bo"), -17)]);
    assert!(found.shifts.is_empty());
}

#[test]
fn a_mentor_who_is_heard_turns_the_approver() {
    let mut firm = account("Ada\n  Bo");
    judge(&mut firm, "Ada", Some(BuyingRole::Approver), Some(Support::Neutral));
    change(&mut firm, "Ada", |ada| ada.attitude = Some(InnovationAttitude::Pragmatist));
    judge(&mut firm, "Bo", None, Some(Support::Mentor));
    influence(&mut firm, "Bo", "Ada", Strength::SLIGHT);
    let found = whole(&firm);
    let (ada, bo) = (person(&firm, "Ada"), person(&firm, "Bo"));
    // A pragmatist who approves keeps 30 + 20 percent of her own opinion, 0, and takes half of Bo's, 100.
    assert_eq!((found.direction, found.before, found.after), (Direction::For, Some(0), Some(50)));
    assert_eq!(found.drivers.len(), 1, "a neutral opinion drives nothing: {:?}", found.drivers);
    assert_eq!((found.drivers[0].person, found.drivers[0].pull), (bo, 50));
    assert_eq!((found.drivers[0].opinion_before, found.drivers[0].opinion_after), (Some(100), 100));
    let shift = found.shifts[0];
    assert_eq!((shift.person, shift.before, shift.after, shift.by), (ada, Some(0), 50, bo));
    // The other way round nobody hears Bo.
    let mut deaf = firm.clone();
    deaf.links = Arc::default();
    influence(&mut deaf, "Ada", "Bo", Strength::SLIGHT);
    assert_eq!((whole(&deaf).direction, whole(&deaf).after), (Direction::Open, Some(0)));
    // A stubborn approver moves less: 80 + 20 is held to 95.
    change(&mut firm, "Ada", |ada| ada.attitude = Some(InnovationAttitude::Laggard));
    assert_eq!(whole(&firm).after, Some(5));
}

#[test]
fn the_unknown_follow_and_count_as_unknown() {
    let mut firm = account("Ada\n  Bo\n  Cy\n  Di\n  Ed");
    judge(&mut firm, "Ada", Some(BuyingRole::Approver), None);
    judge(&mut firm, "Bo", None, Some(Support::Mentor));
    judge(&mut firm, "Cy", Some(BuyingRole::DecisionMaker), Some(Support::Neutral));
    influence(&mut firm, "Bo", "Ada", Strength::DECISIVE);
    influence(&mut firm, "Cy", "Ada", Strength::SLIGHT);
    // Di is unknown and hears nobody: what she says to Ada is not there.
    influence(&mut firm, "Di", "Ada", Strength::DECISIVE);
    let found = whole(&firm);
    // Ada takes (3 * 100 + 1 * 0) / 4; 4 of 7 parts of the weight are unknown.
    assert_eq!((found.before, found.after, found.unknown_share), (Some(0), Some(43), 57));
    assert_eq!(found.direction, Direction::Unknown, "too much is unknown");
    let turned = found.shifts.iter().find(|shift| shift.person == person(&firm, "Ada")).expect("Ada is turned");
    assert_eq!((turned.before, turned.after, turned.by), (None, 75, person(&firm, "Bo")));
    judge(&mut firm, "Ed", Some(BuyingRole::DecisionMaker), Some(Support::Neutral));
    let found = whole(&firm);
    // (4 * 75 + 3 * 0 + 3 * 0) / 10, 4 parts of 10 unknown.
    assert_eq!((found.after, found.unknown_share, found.direction), (Some(30), 40, Direction::LeaningFor));
}

#[test]
fn an_opportunity_has_its_own_judgements_and_committee() {
    let mut firm = account("Ada\n  Bo\n  Cy");
    judge(&mut firm, "Ada", Some(BuyingRole::Approver), Some(Support::Enemy));
    judge(&mut firm, "Bo", Some(BuyingRole::DecisionMaker), Some(Support::Mentor));
    let mut deal = Opportunity::new(OpportunityId::from_bits(1), "Deal");
    let own = OpportunityJudgement { support: Judged::Is(Support::Mentor), ..OpportunityJudgement::default() };
    deal.judgements.insert(person(&firm, "Ada"), own);
    let put = |firm: &mut Account, deal: &Opportunity| {
        Arc::make_mut(&mut firm.opportunities).insert(deal.id, Arc::new(deal.clone()));
    };
    put(&mut firm, &deal);
    let of_deal = |firm: &Account| verdict(firm, Some(OpportunityId::from_bits(1)), &rules());
    assert_eq!((whole(&firm).direction, of_deal(&firm).direction), (Direction::Open, Direction::For));
    // Cy, of whom no role is known, decides with Bo; Ada is not asked.
    deal.committee = vec![person(&firm, "Bo"), person(&firm, "Cy")];
    deal.judgements.clear();
    put(&mut firm, &deal);
    let found = of_deal(&firm);
    assert_eq!((found.after, found.unknown_share), (Some(100), 25));
}

#[test]
fn whoever_can_stop_it_is_named() {
    let mut firm = account("Ada\n  Bo\n  Cy");
    judge(&mut firm, "Ada", Some(BuyingRole::Approver), Some(Support::Mentor));
    judge(&mut firm, "Bo", None, Some(Support::Enemy));
    judge(&mut firm, "Cy", None, Some(Support::Supporter));
    for name in ["Ada", "Bo", "Cy"] {
        change(&mut firm, name, |person| person.judgement.veto = Some(true));
    }
    let found = whole(&firm);
    assert_eq!((found.direction, found.vetoes), (Direction::For, vec![person(&firm, "Bo")]));
}

/// A firm whose people are judged by chance, a third of them not at all.
fn judged_by_chance(people: usize, links: usize, seed: u64) -> Account {
    let mut firm = firm(people, links, seed);
    let mut dice = Dice::new(seed + 100);
    for person in Arc::make_mut(&mut firm.persons).values_mut() {
        let person = Arc::make_mut(person);
        let mut pick = |count: usize| Some(dice.below(count * 3 / 2)).filter(|number| *number < count);
        person.judgement.role = pick(4).map(|number| BuyingRole::ALL[number]);
        person.judgement.support = pick(5).map(|number| Support::ALL[number]);
        person.attitude = pick(5).map(|number| InnovationAttitude::ALL[number]);
    }
    firm
}

#[test]
fn a_pull_is_what_the_result_loses_without_it() {
    for seed in 1..6 {
        let firm = judged_by_chance(40, 70, seed);
        let found = whole(&firm);
        let after = found.after.expect("somebody is known");
        let sum: i32 = found.drivers.iter().map(|driver| driver.pull).sum();
        let rounding = i32::try_from(found.drivers.len()).expect("few") / 2 + 1;
        assert!((sum - after).abs() <= rounding, "{sum} for {after}");
        assert!(found.drivers.windows(2).all(|two| two[0].pull.abs() >= two[1].pull.abs()));
        for driver in &found.drivers {
            let mut other = firm.clone();
            let person = Arc::make_mut(&mut other.persons).get_mut(&driver.person).expect("a person");
            Arc::make_mut(person).judgement.support = Some(Support::Neutral);
            let lost = after - whole(&other).after.expect("somebody is known");
            assert!((lost - driver.pull).abs() <= 1, "{lost}, not {}", driver.pull);
        }
    }
}

#[test]
fn any_account_has_a_sound_verdict() {
    let mut directions = BTreeSet::new();
    for seed in 0..60 {
        let people = 1 + usize::try_from(seed).expect("small") * 3 % 70;
        let firm = judged_by_chance(people, people * (usize::from(seed % 2 == 0) * 2), seed);
        let found = whole(&firm);
        directions.insert(found.direction);
        assert_eq!(found, whole(&firm));
        let scale = -100..=100;
        assert!(found.before.iter().chain(&found.after).all(|points| scale.contains(points)), "{found:?}");
        assert!(found.drivers.iter().all(|driver| scale.contains(&driver.opinion_after)));
        assert!(found.shifts.iter().all(|shift| shift.person != shift.by && scale.contains(&shift.after)));
        assert_eq!(found.unknown_share > 50 || found.after.is_none(), found.direction == Direction::Unknown);
    }
    assert!(directions.len() > 2, "{directions:?}");
}

#[test]
fn every_direction_has_a_name() {
    for language in Language::ALL {
        let words = words(language);
        let names: BTreeSet<&str> = Direction::ALL.iter().map(|direction| words.value(*direction)).collect();
        assert!(names.len() == Direction::ALL.len() && !names.contains("???"), "{names:?}");
    }
}
