//! Accounts written as indented text, and large ones made by number.

use std::collections::BTreeMap;
use std::sync::Arc;

use account_atlas::edit::{Edit, RecordEdit, apply};
use account_atlas::model::{
    Account, BuyingRole, Coded, Coverage, Ids, InnovationAttitude, Link, LinkKind, Person, PersonId, PoliticalStatus,
    Seat, SeatId, Strength, Support, TieKind,
};

/// Ids that are the same in every run.
pub fn ids() -> Ids {
    Ids::new(1_700_000_000_000, 42)
}

/// An account from lines such as `Ada: CIO`, two blanks a level; a name `-` leaves the seat vacant.
pub fn account(text: &str) -> Account {
    let mut ids = ids();
    let mut account = Account::new(ids.fresh(), "Test");
    let mut above: Vec<(usize, SeatId)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let depth = line.len() - line.trim_start().len();
        let (name, title) = line.trim().split_once(": ").unwrap_or((line.trim(), ""));
        above.retain(|(other, _)| *other < depth);
        let mut seat = Seat { title: title.to_owned(), ..Seat::new(ids.fresh()) };
        seat.reports_to = above.last().map(|(_, seat)| *seat);
        if name != "-" {
            let person = Person::new(ids.fresh(), name);
            seat.holder = Some(person.id);
            account = done(&account, Edit::Person(RecordEdit::Add(Box::new(person))));
        }
        above.push((depth, seat.id));
        account = done(&account, Edit::Seat(RecordEdit::Add(Box::new(seat))));
    }
    account
}

/// The reporting lines of an account as such lines again.
pub fn outline(account: &Account) -> String {
    fn walk(account: &Account, boss: Option<SeatId>, depth: usize, out: &mut String) {
        let mut seats: Vec<&Seat> =
            account.ranked::<Seat>().into_iter().filter(|seat| seat.reports_to == boss).collect();
        seats.sort_by_key(|seat| seat.rank);
        for seat in seats {
            let name = account.holder(seat.id).map_or("-", |person| person.name.as_str());
            let title = if seat.title.is_empty() { String::new() } else { format!(": {}", seat.title) };
            out.push_str(&format!("{}{name}{title}\n", " ".repeat(depth)));
            walk(account, Some(seat.id), depth + 2, out);
        }
    }
    let mut out = String::new();
    walk(account, None, 0, &mut out);
    out
}

pub fn done(account: &Account, edit: Edit) -> Account {
    apply(account, &edit).expect("an edit that fits")
}

pub fn person(account: &Account, name: &str) -> PersonId {
    account.all::<Person>().find(|person| person.name == name).expect("a person of that name").id
}

/// The seat somebody sits on, by name, or a vacant one by title.
pub fn seat(account: &Account, name: &str) -> SeatId {
    let is_it = |seat: &&Seat| match account.holder(seat.id) {
        Some(person) => person.name == name,
        None => seat.title == name,
    };
    account.all::<Seat>().find(is_it).expect("a seat of that name").id
}

/// Numbers that look random and are the same in every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("below a usize")
    }
}

/// A firm of `people` with spans of 3 to 9 and `links` informal links, most of them near.
pub fn firm(people: usize, links: usize, seed: u64) -> Account {
    let mut ids = ids();
    let mut dice = Dice::new(seed);
    let mut account = Account::new(ids.fresh(), format!("Firm of {people}"));
    let mut seats: Vec<(SeatId, PersonId)> = Vec::with_capacity(people);
    let (mut boss, mut left) = (0, 0);
    let mut persons = BTreeMap::new();
    let mut table = BTreeMap::new();
    for number in 0..people {
        let person =
            Person::new(ids.fresh(), format!("{} {number}", ["Ada", "Bo", "Christopher", "Dimitra", "林"][number % 5]));
        let mut seat = Seat { holder: Some(person.id), ..Seat::new(ids.fresh()) };
        seat.title =
            ["Manager", "Head of operations", "Buyer", "Vice president for quality and safety"][number % 4].to_owned();
        if number > 0 {
            if left == 0 {
                boss += usize::from(number > 1);
                left = 3 + dice.below(7);
            }
            left -= 1;
            seat.reports_to = Some(seats[boss].0);
        }
        seats.push((seat.id, person.id));
        persons.insert(person.id, Arc::new(person));
        table.insert(seat.id, Arc::new(seat));
    }
    account.persons = Arc::new(persons);
    account.seats = Arc::new(table);
    let mut joined = BTreeMap::new();
    for _ in 0..links {
        let from = dice.below(people);
        let near = from.saturating_sub(6) + dice.below(13);
        let to = if dice.below(4) > 0 { near.min(people - 1) } else { dice.below(people) };
        if from != to {
            let strength = Strength::new(1 + u8::try_from(dice.below(3)).expect("small")).expect("1 to 3");
            let link = Link::new(ids.fresh(), seats[from].1, seats[to].1, LinkKind::Influences(strength));
            joined.insert(link.id, Arc::new(link));
        }
    }
    account.links = Arc::new(joined);
    account
}

/// Whom each seat reports to, by their places in the order of ids.
fn superiors(seats: &[Seat]) -> Vec<Option<usize>> {
    let place: BTreeMap<SeatId, usize> = (0..).zip(seats).map(|(place, seat)| (seat.id, place)).collect();
    seats.iter().map(|seat| seat.reports_to.map(|boss| place[&boss])).collect()
}

/// Below which of those right under the top each stands; the top is below itself.
fn divisions(boss: &[Option<usize>]) -> Vec<usize> {
    let division = |mut seat: usize| {
        while let Some(above) = boss[seat].filter(|above| *above != 0) {
            seat = above;
        }
        seat
    };
    (0..boss.len()).map(division).collect()
}

/// Such a firm with links as they lie in organisations: 55 % in the team, 25 % in the division, the rest across; one
/// in ten is a conflict and one in ten a tie. Source: graph, the heading of the measurements.
pub fn organization(people: usize, links: usize, seed: u64) -> Account {
    let mut account = firm(people, 0, seed);
    let seats: Vec<Seat> = account.all::<Seat>().cloned().collect();
    let boss = superiors(&seats);
    let division = divisions(&boss);
    let (mut reports, mut members) = (vec![Vec::new(); people], vec![Vec::new(); people]);
    for seat in 0..people {
        boss[seat].into_iter().for_each(|above| reports[above].push(seat));
        members[division[seat]].push(seat);
    }
    let team = |from: usize| {
        let mut near: Vec<usize> = boss[from].into_iter().chain(reports[from].iter().copied()).collect();
        near.extend(boss[from].into_iter().flat_map(|above| reports[above].iter().copied()));
        near.sort_unstable();
        near
    };
    let (mut dice, mut fresh, mut table) = (Dice::new(seed + 1_000), Ids::new(1_800_000_000_000, 7), BTreeMap::new());
    while table.len() < links {
        let from = dice.below(people);
        let mut near = match dice.below(100) {
            0..55 => team(from),
            55..80 => members[division[from]].clone(),
            _ => (0..people).collect(),
        };
        near.retain(|to| *to != from);
        if near.is_empty() {
            continue;
        }
        let to = near[dice.below(near.len())];
        let kind = match dice.below(10) {
            0 => LinkKind::Conflict,
            1 => LinkKind::Tie(TieKind::ALL[0]),
            draw => LinkKind::Influences(Strength::ALL[draw % 3]),
        };
        let (from, to) = (seats[from].holder.expect("taken"), seats[to].holder.expect("taken"));
        let link = Link::new(fresh.fresh(), from, to, kind);
        table.insert(link.id, Arc::new(link));
    }
    account.links = Arc::new(table);
    account
}

/// Such an organisation with units by division and most of it judged: one in forty decides, and of one in four
/// nobody knows how they stand.
pub fn judged_organization(people: usize, links: usize, seed: u64) -> Account {
    let mut account = organization(people, links, seed);
    let seats: Vec<Seat> = account.all::<Seat>().cloned().collect();
    let division = divisions(&superiors(&seats));
    for (place, seat) in Arc::make_mut(&mut account.seats).values_mut().enumerate() {
        Arc::make_mut(seat).unit = format!("D{}", division[place]);
    }
    let mut dice = Dice::new(seed + 2_000);
    for (place, person) in Arc::make_mut(&mut account.persons).values_mut().enumerate() {
        let person = Arc::make_mut(person);
        let role = match place {
            0 => BuyingRole::Approver,
            _ if place % 40 == 7 => BuyingRole::DecisionMaker,
            _ if dice.below(5) == 0 => BuyingRole::Evaluator,
            _ => BuyingRole::User,
        };
        person.judgement.role = Some(role).filter(|role| *role != BuyingRole::User || dice.below(2) == 0);
        person.judgement.support = Some(Support::ALL[dice.below(Support::ALL.len())]).filter(|_| dice.below(4) > 0);
        person.judgement.coverage = Some(Coverage::ALL[dice.below(Coverage::ALL.len())]).filter(|_| dice.below(4) > 0);
        let political = PoliticalStatus::ALL[dice.below(PoliticalStatus::ALL.len())];
        person.judgement.political = Some(political).filter(|_| dice.below(3) > 0);
        let attitude = InnovationAttitude::ALL[dice.below(InnovationAttitude::ALL.len())];
        person.attitude = Some(attitude).filter(|_| dice.below(2) > 0);
    }
    account
}
