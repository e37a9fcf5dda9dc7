//! Laws that hold for any run of edits: undo all and redo all, files, sound charts.

use account_atlas::edit::{Edit, History, LinkChange, PersonChange, RecordEdit, SeatChange, StructureEdit};
use account_atlas::file;
use account_atlas::model::{
    Account, Coded, LayoutKind, Link, LinkKind, PersonId, Pin, Record, Seat, SeatId, Strength, Support,
};
use proptest::prelude::*;

use super::accounts::firm;

/// What a script does, by numbers that are taken modulo what is there.
#[derive(Clone, Debug)]
enum Deed {
    Move(usize, usize),
    RemoveSeat(usize),
    RemovePerson(usize),
    Rename(usize, String),
    Judge(usize, usize),
    Link(usize, usize),
    Strengthen(usize),
    Pin(usize, i16, i16),
    Unit(usize),
    Undo,
    Redo,
}

fn deed() -> impl Strategy<Value = Deed> {
    let number = 0..64_usize;
    prop_oneof![
        (number.clone(), number.clone()).prop_map(|(one, other)| Deed::Move(one, other)),
        number.clone().prop_map(Deed::RemoveSeat),
        number.clone().prop_map(Deed::RemovePerson),
        (number.clone(), "\\PC{0,12}").prop_map(|(one, name)| Deed::Rename(one, name)),
        (number.clone(), number.clone()).prop_map(|(one, other)| Deed::Judge(one, other)),
        (number.clone(), number.clone()).prop_map(|(one, other)| Deed::Link(one, other)),
        number.clone().prop_map(Deed::Strengthen),
        (number.clone(), any::<i16>(), any::<i16>()).prop_map(|(one, x, y)| Deed::Pin(one, x, y)),
        number.prop_map(Deed::Unit),
        Just(Deed::Undo),
        Just(Deed::Redo),
    ]
}

fn nth<T: Record>(account: &Account, number: usize) -> Option<T::Id> {
    let table = T::table(account);
    let place = number.checked_rem(table.len())?;
    table.keys().nth(place).copied()
}

fn edit(account: &Account, deed: &Deed, fresh: &mut account_atlas::model::Ids) -> Option<Edit> {
    let seat = |number| nth::<Seat>(account, number);
    let person = |number| nth::<account_atlas::model::Person>(account, number);
    Some(match deed {
        Deed::Move(one, other) => {
            Edit::Structure(StructureEdit::SetManager { seat: seat(*one)?, manager: seat(*other) })
        }
        Deed::RemoveSeat(one) => Edit::Seat(RecordEdit::Remove(seat(*one)?)),
        Deed::RemovePerson(one) => Edit::Person(RecordEdit::Remove(person(*one)?)),
        Deed::Rename(one, name) => Edit::Person(RecordEdit::Set(person(*one)?, PersonChange::Name(name.clone()))),
        Deed::Judge(one, value) => {
            let support = Support::ALL.get(*value % 6).copied();
            Edit::Person(RecordEdit::Set(person(*one)?, PersonChange::Support(support)))
        }
        Deed::Link(one, other) => {
            let (from, to): (PersonId, PersonId) = (person(*one)?, person(*other)?);
            let link = Link::new(fresh.fresh(), from, to, LinkKind::Influences(Strength::SLIGHT));
            Edit::Link(RecordEdit::Add(Box::new(link)))
        }
        Deed::Strengthen(one) => {
            let change = LinkChange::Kind(LinkKind::Influences(Strength::DECISIVE));
            Edit::Link(RecordEdit::Set(nth::<Link>(account, *one)?, change))
        }
        Deed::Pin(one, x, y) => {
            let pin = Some(Pin { x: i32::from(*x), y: i32::from(*y) });
            let pins = vec![(seat(*one)?, pin)];
            Edit::Structure(StructureEdit::SetPins { layout: LayoutKind::Organization, pins })
        }
        Deed::Unit(one) => Edit::Seat(RecordEdit::Set(seat(*one)?, SeatChange::Unit("Works".to_owned()))),
        Deed::Undo | Deed::Redo => return None,
    })
}

fn is_sound(account: &Account) -> bool {
    let hangs = |seat: &Seat| {
        let above: Vec<SeatId> = seat.reports_to.iter().chain(&seat.dotted).copied().collect();
        above.iter().all(|boss| account.seats.contains_key(boss))
            && seat.holder.is_none_or(|person| account.persons.contains_key(&person))
            && !seat.reports_to.is_some_and(|boss| account.is_in_branch(boss, seat.id))
    };
    account.all::<Seat>().all(hangs)
        && account.all::<Link>().all(|link| {
            account.persons.contains_key(&link.from) && account.persons.contains_key(&link.to) && link.from != link.to
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_script_can_be_undone_redone_and_saved(deeds in prop::collection::vec(deed(), 1..60)) {
        let start = firm(12, 8, 3);
        let mut fresh = account_atlas::model::Ids::new(1_900_000_000_000, 1);
        let mut history = History::new(start.clone());
        for deed in &deeds {
            let before = history.account().clone();
            if matches!(deed, Deed::Undo) {
                history.undo();
            } else if matches!(deed, Deed::Redo) {
                history.redo();
            } else if let Some(edit) = edit(&before, deed, &mut fresh) {
                if history.commit(edit).is_err() {
                    prop_assert_eq!(history.account(), &before);
                }
                history.end_merge();
            }
            prop_assert!(is_sound(history.account()), "after {:?}", deed);
        }
        while history.redo().is_some() {}
        let end = history.account().clone();
        let bytes = file::write(&end);
        let read = file::read(&bytes).expect("our own bytes");
        prop_assert!(read.repairs.is_empty(), "{:?}", read.repairs);
        prop_assert_eq!(&read.account, &end);
        prop_assert_eq!(file::write(&read.account), bytes);
        while history.undo().is_some() {}
        prop_assert_eq!(history.account(), &start);
        while history.redo().is_some() {}
        prop_assert_eq!(history.account(), &end);
    }
}
