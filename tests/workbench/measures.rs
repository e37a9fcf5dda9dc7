//! Measures agree with what was published, or counted by another program, on networks nobody here made.

use std::collections::BTreeSet;
use std::sync::Arc;

use account_atlas::insight::measures::{
    PIVOTS, betweenness_sampled, closeness, constraint, eigenvector, pagerank, reach, steps_from,
};
use account_atlas::insight::{MeasureKind, Measures, Network, betweenness_exact, measures};
use account_atlas::model::{Account, Coded, Link, LinkKind, Strength, TieKind};
use account_atlas::words::Language;

use crate::accounts::{Dice, account, firm, ids, person};
use crate::words::words;

const FRIENDSHIP: &str = include_str!("../fixtures/krackhardt_hightech/friendship.csv");
const ADVICE: &str = include_str!("../fixtures/krackhardt_hightech/advice.csv");
const KITE: &str = include_str!("../fixtures/krackhardt_kite/edges.csv");
const MONKS: &str = include_str!("../fixtures/sampson_monks/influence.csv");

/// Raw arcs `src,dst` or `src,dst,strength`, ids from 1.
fn arcs(csv: &str) -> Vec<(usize, usize, u8)> {
    let arc = |line: &str| {
        let cells: Vec<usize> = line.split(',').map(|cell| cell.trim().parse().expect("a number")).collect();
        (cells[0] - 1, cells[1] - 1, cells.get(2).map_or(1, |rank| u8::try_from(*rank).expect("small")))
    };
    csv.lines().skip(1).filter(|line| !line.is_empty()).map(arc).collect()
}

fn friendship() -> Network {
    let network = Network::of_arcs(21, arcs(FRIENDSHIP));
    assert_eq!(network.arcs(), 102);
    network
}

/// Every tie as two arcs.
fn both_ways(people: usize, ties: &[(usize, usize, u8)]) -> Network {
    Network::of_arcs(people, ties.iter().flat_map(|(one, other, _)| [(*one, *other, 1), (*other, *one, 1)]))
}

fn exact(network: &Network) -> Vec<f64> {
    betweenness_exact(network, &mut |_, _| true).expect("not stopped")
}

#[track_caller]
fn near(found: &[f64], wanted: &[f64], tolerance: f64) {
    assert_eq!(found.len(), wanted.len());
    for (place, (found, wanted)) in found.iter().zip(wanted).enumerate() {
        assert!((found - wanted).abs() <= tolerance, "person {}: {found}, not {wanted}", place + 1);
    }
}

/// Source: Stanford SNA-in-R labs, to six places; directed, not normalised.
#[test]
fn betweenness_of_the_managers_is_the_published_one() {
    let wanted = [
        29.066667, 33.483333, 1.9, 31.666667, 17.416667, 3.733333, 0.0, 0.5, 0.0, 0.0, 58.45, 19.658333, 0.0, 5.583333,
        22.566667, 1.0, 134.433333, 0.7, 21.883333, 3.041667, 33.916667,
    ];
    near(&exact(&friendship()), &wanted, 1e-6);
}

/// Source: networkx 3.6.1, `betweenness_centrality(normalized=False)` on the raw advice arcs.
#[test]
fn betweenness_of_the_advice_agrees_with_another_program() {
    let wanted = [
        13.746825, 5.935714, 6.604762, 13.70873, 5.078571, 0.0, 27.624603, 3.974603, 3.953968, 18.296825, 1.198413,
        0.253968, 0.892857, 0.588889, 6.13254, 0.7, 2.531746, 88.916667, 0.753968, 7.979365, 60.126984,
    ];
    let advice = Network::of_arcs(21, arcs(ADVICE));
    assert_eq!(advice.arcs(), 190);
    near(&exact(&advice), &wanted, 1e-6);
}

/// Source: shared data, eigenvector centrality of A + A^T, the largest 1, to seven places.
#[test]
fn eigenvector_of_the_managers_is_the_published_one() {
    let wanted = [
        0.6375787, 0.5938854, 0.3717857, 0.5761195, 0.6558157, 0.3939277, 0.1433684, 0.3280714, 0.3157184, 0.3210385,
        0.8468126, 0.6328913, 0.1947572, 0.3355875, 0.5910544, 0.3121997, 1.0, 0.2292990, 0.6952601, 0.2563457,
        0.4752042,
    ];
    near(&eigenvector(&friendship()), &wanted, 1e-7);
}

/// Source: the linear system (I - 0.85 P') r = 0.15 / n solved with numpy, to eight places; two managers name nobody.
#[test]
fn pagerank_of_the_managers_solves_its_equation() {
    let wanted = [
        0.10949851, 0.15463763, 0.02163645, 0.0867204, 0.02647165, 0.01520668, 0.02711322, 0.04654472, 0.02419316,
        0.01202679, 0.03299543, 0.06756917, 0.01137694, 0.03042857, 0.02992832, 0.04438733, 0.05944766, 0.07817627,
        0.02977398, 0.01629918, 0.07556794,
    ];
    let found = pagerank(&friendship());
    near(&found, &wanted, 1e-8);
    assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-9);
}

/// Source: Burt's definition on A + A^T, with numpy, to eight places; networkx 3.6.1 agrees where it gives a value.
#[test]
fn constraint_of_the_managers_follows_the_definition() {
    let wanted = [
        0.28283453, 0.24237627, 0.34314119, 0.33756142, 0.26566401, 0.30062031, 0.46652573, 0.36240805, 0.3139879,
        0.2032469, 0.21192714, 0.26530936, 0.67826969, 0.35538899, 0.28891135, 0.37028313, 0.19620831, 0.39303807,
        0.26819044, 0.28947885, 0.32698622,
    ];
    let found: Vec<f64> = constraint(&friendship()).into_iter().flatten().collect();
    near(&found, &wanted, 1e-8);
}

/// Source: numpy on the ranks 3 to 1 as strengths, to eight places.
#[test]
fn strengths_count_among_the_monks() {
    let monks = Network::of_arcs(18, arcs(MONKS));
    let ranks = [
        0.02127767, 0.03264874, 0.02614624, 0.01530789, 0.04213961, 0.04051312, 0.00933811, 0.14641285, 0.19445131,
        0.22985047, 0.01445912, 0.01807413, 0.10813847, 0.03997734, 0.01433541, 0.01763752, 0.01400274, 0.01528928,
    ];
    near(&pagerank(&monks), &ranks, 1e-8);
    let ties = [
        0.02723155, 0.20581359, 0.3798913, 0.16944185, 0.20839335, 0.20897671, 0.2080168, 0.64888269, 0.88036587, 1.0,
        0.44255163, 0.37084972, 0.54347706, 0.36227732, 0.15999073, 0.26766613, 0.19123205, 0.28096571,
    ];
    near(&eigenvector(&monks), &ties, 1e-8);
    let holes = [
        1.0, 0.47819294, 0.38616049, 0.50298226, 0.35387933, 0.48352045, 0.46696465, 0.60511638, 0.32274679,
        0.28343765, 0.55684945, 0.53904274, 0.44984904, 0.67032647, 0.38020169, 0.40373457, 0.66652971, 0.57518519,
    ];
    let found: Vec<f64> = constraint(&monks).into_iter().flatten().collect();
    near(&found, &holes, 1e-8);
}

/// Source: Krackhardt 1990, ASQ 35: Diane leads by degree, Heather by betweenness, Fernando and
/// Garth by closeness.
#[test]
fn the_kite_has_three_leaders() {
    let kite = both_ways(10, &arcs(KITE));
    assert_eq!(kite.listeners(3).len(), 6);
    assert_eq!((0..10).map(|one| kite.listeners(one).len()).max(), Some(6));
    // An undirected pair is counted from both ends.
    let between: Vec<f64> = exact(&kite).iter().map(|both| both / 2.0).collect();
    let wanted = [5.0 / 6.0, 5.0 / 6.0, 0.0, 11.0 / 3.0, 0.0, 25.0 / 3.0, 25.0 / 3.0, 14.0, 8.0, 0.0];
    near(&between, &wanted, 1e-9);
    let close = closeness(&kite);
    assert!((close[5] - 0.643).abs() < 5e-4 && (close[6] - 0.643).abs() < 5e-4, "{close:?}");
    assert!(close.iter().all(|other| *other <= close[5]));
    // Source: networkx 3.6.1, to eight places.
    let holes =
        [0.54119792, 0.54119792, 0.6641358, 0.47016975, 0.6641358, 0.44508889, 0.44508889, 0.43111111, 0.5, 1.0];
    near(&constraint(&kite).into_iter().flatten().collect::<Vec<f64>>(), &holes, 1e-8);
}

/// Source: Padgett's marriage ties; Jackson 2008, "Social and economic networks", to three places.
#[test]
fn the_medici_stand_between_the_families() {
    let ties = "Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani Barbadori-Medici \
        Bischeri-Guadagni Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi Castellani-Strozzi \
        Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi Medici-Salviati Medici-Tornabuoni Pazzi-Salviati \
        Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni";
    let pairs: Vec<(&str, &str)> = ties.split_whitespace().filter_map(|tie| tie.split_once('-')).collect();
    let families: Vec<&str> =
        pairs.iter().flat_map(|(one, other)| [*one, *other]).collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!((pairs.len(), families.len()), (20, 15));
    let place = |name: &str| families.iter().position(|family| *family == name).expect("a family");
    let ties: Vec<(usize, usize, u8)> = pairs.iter().map(|(one, other)| (place(one), place(other), 1)).collect();
    let between = exact(&both_ways(15, &ties));
    // Ordered pairs of the 14 others.
    for (family, wanted) in [("Medici", 0.522), ("Guadagni", 0.255), ("Strozzi", 0.103)] {
        let found = between[place(family)] / (14.0 * 13.0);
        assert!((found - wanted).abs() <= 5e-4, "{family}: {found}");
    }
}

/// Source: shared data: 1-12-17-11-13 and 1-4-17-11-13 are the shortest ways, no other. Reach: networkx.
#[test]
fn words_travel_as_far_as_they_do() {
    let network = friendship();
    let (there, back) = (steps_from(&network, 0), steps_from(&network.reversed(), 12));
    assert_eq!(there[12], Some(4));
    let on_the_way = |step: usize| -> Vec<usize> {
        (0..21).filter(|one| there[*one] == Some(step) && back[*one] == Some(4 - step)).map(|one| one + 1).collect()
    };
    assert_eq!([1, 2, 3].map(on_the_way), [vec![4, 12], vec![17], vec![11]]);
    let two = [8, 8, 10, 19, 20, 19, 0, 6, 0, 16, 20, 19, 15, 9, 19, 7, 20, 3, 19, 14, 19];
    assert_eq!(reach(&network, 2), two);
    let one = [5, 3, 2, 6, 7, 6, 0, 1, 0, 7, 13, 4, 2, 2, 8, 2, 18, 1, 9, 2, 4];
    assert_eq!(reach(&network, 1), one);
    assert_eq!(reach(&network, 0), [0; 21]);
}

/// Chance arcs, the same in every run.
fn chance(people: usize, arcs: usize) -> Network {
    let mut dice = Dice::new(7);
    let strength = |dice: &mut Dice| u8::try_from(1 + dice.below(3)).expect("small");
    let arcs = (0..arcs).map(|_| (dice.below(people), dice.below(people), strength(&mut dice)));
    Network::of_arcs(people, arcs.collect::<Vec<_>>())
}

#[test]
fn a_sample_of_everybody_is_exact_and_a_part_comes_near() {
    let network = chance(400, 1_400);
    let all = exact(&network);
    near(&betweenness_sampled(&network, 400), &all, 1e-6);
    near(&betweenness_sampled(&network, 4_000), &all, 1e-6);
    let part = betweenness_sampled(&network, 100);
    assert_eq!(part, betweenness_sampled(&network, 100), "the same people every time");
    // A quarter of the people: the estimate's sum is within 10 % and the order mostly kept.
    let (sum, wanted): (f64, f64) = (part.iter().sum(), all.iter().sum());
    assert!((sum / wanted - 1.0).abs() < 0.1, "{sum} for {wanted}");
    let top = |values: &[f64]| -> BTreeSet<usize> {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|one, other| values[*other].total_cmp(&values[*one]));
        order.into_iter().take(20).collect()
    };
    assert!(top(&part).intersection(&top(&all)).count() >= 10);
}

#[test]
fn a_long_count_tells_its_progress_and_can_be_stopped() {
    let network = chance(200, 700);
    let mut told = Vec::new();
    assert!(
        betweenness_exact(&network, &mut |done, all| {
            told.push((done, all));
            true
        })
        .is_some()
    );
    assert!(told.windows(2).all(|two| two[0].0 < two[1].0), "{told:?}");
    assert_eq!((told.first(), told.last()), (Some(&(0, 200)), Some(&(200, 200))));
    let mut asked = 0;
    assert!(
        betweenness_exact(&network, &mut |_, _| {
            asked += 1;
            asked < 3
        })
        .is_none()
    );
    assert_eq!(asked, 3);
}

/// In a row of 1,500 diamonds two ends are joined by 2^1500 shortest ways, more than a float can count.
#[test]
fn more_ways_than_can_be_counted_are_still_shared_out() {
    let diamonds = 1_500;
    let arcs = (0..diamonds).flat_map(|number| {
        let from = number * 3;
        [(from, from + 1, 1), (from, from + 2, 1), (from + 1, from + 3, 1), (from + 2, from + 3, 1)]
    });
    let people = diamonds * 3 + 1;
    let found = betweenness_sampled(&Network::of_arcs(people, arcs), 16);
    assert!(found.iter().all(|between| between.is_finite() && *between >= 0.0));
}

#[test]
fn nobody_nothing_and_two_firms_are_measured_too() {
    assert_eq!(measures(&Network::default(), 2), Measures { is_exact: true, ..Measures::default() });
    assert!(measures(&Network::of_arcs(0, []), 2).ranked(MeasureKind::Influence).is_empty());
    let alone = measures(&Network::of_arcs(3, [(0, 0, 1), (7, 1, 1)]), 2);
    for measure in &alone.values {
        assert_eq!((measure.in_degree, measure.out_degree, measure.influence, measure.reach), (0, 0, 0, 0));
        assert_eq!((measure.betweenness, measure.eigenvector, measure.constraint), (0.0, 0.0, None));
        assert!((measure.pagerank - 1.0 / 3.0).abs() < 1e-12);
    }
    // A star of four, which swings under plain power iteration, beside a pair that is tied harder.
    let two = measures(&Network::of_arcs(6, [(0, 1, 1), (0, 2, 1), (0, 3, 1), (4, 5, 3)]), 2);
    // The pair's eigenvalue is 3, the star's the root of 3.
    near(&two.values.iter().map(|one| one.eigenvector).collect::<Vec<_>>(), &[0.0, 0.0, 0.0, 0.0, 1.0, 1.0], 1e-9);
    let star = eigenvector(&Network::of_arcs(4, [(0, 1, 1), (0, 2, 1), (0, 3, 1)]));
    let leaf = 1.0 / 3.0_f64.sqrt();
    near(&star, &[1.0, leaf, leaf, leaf], 1e-9);
    assert_eq!(two.values[0].reach, 3);
    assert_eq!(two.values[4].constraint, Some(1.0));
}

fn link(account: &mut Account, number: u128, (from, to): (&str, &str), kind: LinkKind) -> Link {
    let id = account_atlas::model::LinkId::from_bits(number);
    let link = Link::new(id, person(account, from), person(account, to), kind);
    Arc::make_mut(&mut account.links).insert(id, Arc::new(link.clone()));
    link
}

#[test]
fn only_understood_influence_makes_the_network() {
    let mut account = account("Ada\n  Bo\n  Cy\n  Di");
    let clear = LinkKind::Influences(Strength::CLEAR);
    link(&mut account, 1, ("Ada", "Bo"), clear);
    link(&mut account, 2, ("Ada", "Bo"), LinkKind::Influences(Strength::DECISIVE));
    link(&mut account, 3, ("Bo", "Cy"), LinkKind::Conflict);
    link(&mut account, 4, ("Cy", "Di"), LinkKind::Tie(TieKind::Classmate));
    let mut strange = link(&mut account, 5, ("Di", "Ada"), clear);
    strange.kept.push("kind", "Hypnotizes");
    Arc::make_mut(&mut account.links).insert(strange.id, Arc::new(strange));
    link(&mut account, 6, ("Cy", "Ada"), LinkKind::Influences(Strength::SLIGHT));
    let network = Network::of_account(&account);
    assert_eq!((network.len(), network.arcs()), (4, 2));
    let found = measures(&network, 2);
    let of = |name: &str| found.of(person(&account, name)).expect("a person");
    assert_eq!((of("Ada").out_degree, of("Ada").influence, of("Ada").in_degree), (1, 3, 1));
    assert_eq!((of("Cy").influence, of("Cy").reach, of("Di").reach), (1, 2, 0));
    assert_eq!(of("Ada").betweenness, 1.0);
    // Ada is heard by Bo and hears Cy: standing goes to whom one listens to.
    assert!(of("Cy").pagerank > of("Ada").pagerank && of("Ada").pagerank > of("Bo").pagerank);
    assert!(found.of(ids().fresh()).is_none());
}

#[test]
fn whoever_stands_out_comes_first() {
    let account = firm(300, 900, 3);
    let found = measures(&Network::of_account(&account), 2);
    assert!(found.is_exact);
    for kind in MeasureKind::ALL {
        let ranked = found.ranked(*kind);
        let is_low_first = *kind == MeasureKind::Constraint;
        let falls = |two: &[(_, f64)]| if is_low_first { two[0].1 <= two[1].1 } else { two[0].1 >= two[1].1 };
        assert!(ranked.windows(2).all(falls), "{kind:?}");
        let lone = found.values.iter().filter(|measure| measure.constraint.is_none()).count();
        assert_eq!(ranked.len(), if is_low_first { 300 - lone } else { 300 }, "{kind:?}");
        for (person, value) in ranked {
            assert_eq!(found.of(person).and_then(|measure| measure.value(*kind)), Some(value));
        }
    }
}

#[test]
fn a_large_account_is_estimated_until_the_exact_count_is_in() {
    let network = Network::of_account(&firm(1_200, 1_800, 3));
    let first = measures(&network, 2);
    assert!(!first.is_exact && network.len() > PIVOTS);
    let exact = exact(&network);
    assert_eq!(first.clone().with_betweenness(&exact[1..]), first, "another network's");
    let later = first.with_betweenness(&exact);
    assert!(later.is_exact);
    assert_eq!(later.values.iter().map(|measure| measure.betweenness).collect::<Vec<_>>(), exact);
}

#[test]
fn every_measure_has_a_name_and_says_what_it_is() {
    for language in Language::ALL {
        let words = words(language);
        let names: BTreeSet<&str> = MeasureKind::ALL.iter().map(|kind| words.value(*kind)).collect();
        let hints: BTreeSet<&str> = MeasureKind::ALL.iter().map(|kind| words.hint(*kind)).collect();
        assert_eq!((names.len(), hints.len()), (MeasureKind::ALL.len(), MeasureKind::ALL.len()));
        assert!(!names.contains("???") && !hints.contains("???"), "{names:?} {hints:?}");
    }
    assert_eq!(MeasureKind::from_code("PageRank"), Some(MeasureKind::PageRank));
}
