//! What the insights cost: findings, ways, measures, the verdict, two snapshots compared.

use std::sync::Arc;

use account_atlas::insight::{Insights, Network, betweenness_exact, compare, findings, measures, routes, verdict};
use account_atlas::method::Method;
use account_atlas::model::{Account, LinkKind, Snapshot, SnapshotId, Strength, Support};
use chrono::NaiveDate;
use divan::{Bencher, black_box};

use crate::accounts::{Dice, judged_organization, organization};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

fn method() -> Method {
    Method::shipped().expect("what ships can be read")
}

/// With two and a half links a person: 500 at 200.
fn judged(people: usize) -> Account {
    judged_organization(people, people * 5 / 2, 1)
}

/// With three and a half influence links a person; the few between the same two people count as one.
fn network(people: usize) -> Network {
    let mut account = organization(people, people * 7 / 2, 1);
    for (place, link) in Arc::make_mut(&mut account.links).values_mut().enumerate() {
        Arc::make_mut(link).kind = LinkKind::Influences(Strength::ALL[place % 3]);
    }
    Network::of_account(&account)
}

#[divan::bench(name = "findings", args = [200, 1_000, 10_000], sample_count = 20)]
fn findings_of(bencher: Bencher<'_, '_>, people: usize) {
    let (account, method) = (judged(people), method());
    bencher.bench(|| findings(black_box(&account), None, &method.findings, today()));
}

/// All that is computed after an edit.
#[divan::bench(args = [200], sample_count = 20)]
fn insights_all(bencher: Bencher<'_, '_>, people: usize) {
    let (account, method) = (judged(people), method());
    bencher.bench(|| Insights::of(black_box(&account), None, &method, today()));
}

#[divan::bench(name = "routes", args = [200], sample_count = 20)]
fn routes_of(bencher: Bencher<'_, '_>, people: usize) {
    let (account, method) = (judged(people), method());
    bencher.bench(|| routes(black_box(&account), None, &method.findings));
}

/// All measures of everybody; betweenness is exact at 1,000 and sampled at 10,000.
#[divan::bench(name = "measures", args = [1_000, 10_000], sample_count = 10)]
fn measures_of(bencher: Bencher<'_, '_>, people: usize) {
    let network = network(people);
    bencher.bench(|| measures(black_box(&network), 2));
}

/// The value that lands later.
#[divan::bench(args = [1_000, 10_000], sample_count = 5, sample_size = 1)]
fn exact_betweenness(bencher: Bencher<'_, '_>, people: usize) {
    let network = network(people);
    bencher.bench(|| betweenness_exact(black_box(&network), &mut |_, _| true));
}

#[divan::bench(name = "verdict", args = [1_000, 10_000], sample_count = 20)]
fn verdict_of(bencher: Bencher<'_, '_>, people: usize) {
    let (account, method) = (judged(people), method());
    bencher.bench(|| verdict(black_box(&account), None, &method.verdict));
}

/// Two snapshots of which a tenth of the people and of the links differ.
#[divan::bench(name = "compare", args = [1_000], sample_count = 20)]
fn compare_of(bencher: Bencher<'_, '_>, people: usize) {
    let then = judged(people);
    let mut now = then.clone();
    let mut dice = Dice::new(3);
    for person in Arc::make_mut(&mut now.persons).values_mut() {
        if dice.below(10) == 0 {
            let judgement = &mut Arc::make_mut(person).judgement;
            let is_mentor = judgement.support == Some(Support::Mentor);
            judgement.support = Some(if is_mentor { Support::Enemy } else { Support::Mentor });
        }
    }
    Arc::make_mut(&mut now.links).retain(|_, _| dice.below(10) > 0);
    let snapshot = |account: &Account, number: u128| Snapshot::of(account, SnapshotId::from_bits(number), today(), "");
    let (then, now) = (snapshot(&then, 1), snapshot(&now, 2));
    assert!(compare(&then, &now).len() > people / 10, "much differs");
    bencher.bench(|| compare(black_box(&then), black_box(&now)));
}
