//! Links from tables, a published network, and tables out that come in again.

use std::collections::BTreeSet;

use account_atlas::edit::apply;
use account_atlas::exchange::{ExchangeError, Import, NoticeKind, account_json, import_links, links_csv, people_csv};
use account_atlas::file::read;
use account_atlas::method::Language;
use account_atlas::model::{Account, Link, LinkKind, Person, PersonId, Seat, Strength, TieKind};

use crate::file_format::EXAMPLES;
use crate::tables::{empty, fresh, manager_of, named, people, said, scales, seat_of, table};

const KRACKHARDT: [&[u8]; 2] = [
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/krackhardt_hightech/people.csv")),
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/krackhardt_hightech/links.csv")),
];

fn links(account: &Account, bytes: impl AsRef<[u8]>) -> (Account, Import) {
    let import = import_links(account, &table(bytes), &scales(), &mut fresh(account)).expect("an import");
    (apply(account, &import.edit).expect("an edit that can be"), import)
}

fn trio() -> Account {
    people(&empty(), "id,name,title\n1,Ada,CEO\n2,Bo,CIO\n3,Cy,CTO\n").0
}

fn kinds(account: &Account) -> Vec<LinkKind> {
    account.all::<Link>().map(|link| link.kind).collect()
}

/// Links by name, the two ends in order where the link has no direction.
fn links_by_name(account: &Account) -> BTreeSet<(String, String, LinkKind)> {
    let by_name = |link: &Link| {
        let ends = [link.from, link.to].map(|person| account.person_name(person).to_owned());
        let [from, to] =
            if link.kind.is_directed() || ends[0] < ends[1] { ends } else { [ends[1].clone(), ends[0].clone()] };
        (from, to, link.kind)
    };
    account.all::<Link>().map(by_name).collect()
}

#[test]
fn the_high_tech_managers_of_krackhardt_come_in_whole() {
    let (account, import) = people(&empty(), KRACKHARDT[0]);
    assert_eq!((import.added, import.updated, said(&import)), (21, 0, vec![]));
    let lines = account.all::<Seat>().filter(|seat| seat.reports_to.is_some()).count();
    assert_eq!((account.persons.len(), account.seats.len(), lines), (21, 21, 20));
    assert_eq!(manager_of(&account, "Manager 7"), None);
    assert_eq!(seat_of(&account, "Manager 7").title, "CEO");
    let age = |person: &Person| person.facts.iter().any(|fact| fact.name == "age" && !fact.value.is_empty());
    assert!(account.all::<Person>().all(age));

    let (account, import) = links(&account, KRACKHARDT[1]);
    assert_eq!(said(&import), []);
    let rows = std::str::from_utf8(KRACKHARDT[1]).expect("UTF-8").lines().skip(1);
    let (mut advice, mut friends) = (BTreeSet::new(), BTreeSet::new());
    for row in rows {
        let cells: Vec<String> = row.split(',').map(|cell| format!("Manager {cell}")).collect();
        let pair = (cells[0].clone(), cells[1].clone());
        if row.contains("influences") {
            advice.insert(pair);
        } else {
            friends.insert((pair.0.clone().min(pair.1.clone()), pair.0.max(pair.1)));
        }
    }
    assert_eq!(advice.len(), 190);
    let found = links_by_name(&account);
    let ends = |wanted: LinkKind| -> BTreeSet<(String, String)> {
        let of_kind = found.iter().filter(|(_, _, kind)| *kind == wanted);
        of_kind.map(|(from, to, _)| (from.clone(), to.clone())).collect()
    };
    assert_eq!(ends(LinkKind::Influences(Strength::SLIGHT)), advice);
    assert_eq!(ends(LinkKind::Tie(TieKind::Other)), friends);
    // No link is doubled: as many records as names of links.
    assert_eq!(account.links.len(), 190 + friends.len());
}

#[test]
fn what_is_there_already_comes_in_a_second_time_without_a_change() {
    let (once, _) = people(&empty(), KRACKHARDT[0]);
    let (once, _) = links(&once, KRACKHARDT[1]);
    let (twice, import) = people(&once, KRACKHARDT[0]);
    assert_eq!((import.added, import.updated), (0, 21));
    let (twice, import) = links(&twice, KRACKHARDT[1]);
    assert_eq!((import.added, said(&import)), (0, vec![]));
    assert_eq!(twice, once);
}

#[test]
fn each_kind_of_link_has_words_in_both_languages() {
    use TieKind::{Classmate, Family, FormerColleague, FormerSuperior, HomeTown, Other};
    for (words, kind) in [
        (["influences", "影响"], LinkKind::Influences(Strength::SLIGHT)),
        (["Conflict", "冲突"], LinkKind::Conflict),
        (["former superior", "老上级"], LinkKind::Tie(FormerSuperior)),
        (["classmate", "同学"], LinkKind::Tie(Classmate)),
        (["home-town", "同乡"], LinkKind::Tie(HomeTown)),
        (["family", "亲属"], LinkKind::Tie(Family)),
        (["former colleague", "老同事"], LinkKind::Tie(FormerColleague)),
        (["tie", "朋友"], LinkKind::Tie(Other)),
    ] {
        for word in words {
            let (account, import) = links(&trio(), format!("从,到,类型\nAda,3,{word}\n"));
            assert_eq!((kinds(&account), said(&import)), (vec![kind], vec![]), "{word}");
            let link = account.all::<Link>().next().expect("the link");
            assert_eq!((link.from, link.to), (named(&account, "Ada").id, named(&account, "Cy").id), "{word}");
        }
    }
}

#[test]
fn reporting_and_dotted_lines_join_seats() {
    for words in ["reports,dotted", "汇报,虚线"] {
        let (solid, dotted) = words.split_once(',').expect("two words");
        let rows = format!("from,to,kind\n2,1,{solid}\n3,1,{solid}\n3,Bo,{dotted}\n1,3,{solid}\n");
        let (account, import) = links(&trio(), &rows);
        let (name, manager) = ("Ada".to_owned(), "Cy".to_owned());
        assert_eq!(said(&import), [(5, NoticeKind::ManagerLoop { name, manager })]);
        assert_eq!(manager_of(&account, "Bo").as_deref(), Some("Ada"));
        assert_eq!(seat_of(&account, "Cy").dotted, [seat_of(&account, "Bo").id]);
        assert_eq!((manager_of(&account, "Ada"), account.links.len()), (None, 0));
        assert_eq!(links(&account, &rows).0, account);
    }
}

#[test]
fn a_strength_out_of_range_is_told_and_the_nearest_taken() {
    for (text, strength, is_told) in [
        ("1", 1, false),
        ("2", 2, false),
        ("3", 3, false),
        ("", 1, false),
        ("0", 1, true),
        ("-4", 1, true),
        ("9", 3, true),
        ("300", 3, true),
        ("x", 1, true),
    ] {
        let (account, import) = links(&trio(), format!("from,to,kind,strength\n1,2,influences,{text}\n"));
        let strength = Strength::new(strength).expect("a strength");
        assert_eq!(kinds(&account), [LinkKind::Influences(strength)], "{text}");
        let told = is_told.then(|| (2, NoticeKind::Strength { text: text.to_owned() }));
        assert_eq!(said(&import), Vec::from_iter(told), "{text}");
    }
}

#[test]
fn a_link_that_is_there_is_updated_and_not_doubled() {
    let (before, _) = links(&trio(), "from,to,kind,strength\n1,2,influences,1\n2,3,tie,\n");
    let (after, import) = links(&before, "from,to,kind,strength\n1,2,influences,3\n3,2,tie,\n2,1,influences,2\n");
    assert_eq!((import.added, import.updated), (1, 2));
    let strengths: Vec<u8> = kinds(&after)
        .iter()
        .filter_map(|kind| match kind {
            LinkKind::Influences(strength) => Some(strength.get()),
            LinkKind::Conflict | LinkKind::Tie(_) => None,
        })
        .collect();
    assert_eq!((strengths, after.links.len()), (vec![3, 2], 3));
}

#[test]
fn an_empty_strength_leaves_a_known_one() {
    let (before, _) = links(&trio(), "from,to,kind,strength\n1,2,influences,3\n");
    for rows in ["from,to,kind,strength\n1,2,influences,\n", "from,to,kind\n1,2,influences\n"] {
        assert_eq!(links(&before, rows).0, before, "{rows}");
    }
}

#[test]
fn rows_that_make_no_link_are_told_by_line() {
    let (account, import) =
        links(&trio(), "from,to,kind,strength,since\nZed,1,tie,,\n1,Ada,tie,,\n1,2,rivalry,,\n1,2,tie,,1999\n");
    let ignored = NoticeKind::IgnoredColumn { column: "since".to_owned() };
    let missing = NoticeKind::PersonMissing { name: "Zed".to_owned() };
    let own = NoticeKind::SelfLink { name: "1".to_owned() };
    let unknown = NoticeKind::UnknownWord { column: "kind".to_owned(), word: "rivalry".to_owned() };
    assert_eq!(said(&import), [(1, ignored), (2, missing), (3, own), (4, unknown)]);
    assert_eq!(kinds(&account), [LinkKind::Tie(TieKind::Other)]);
    let wrong = import_links(&trio(), &table("from,whom\n1,2\n"), &scales(), &mut fresh(&trio()));
    let (missing, found) = ("to, kind".to_owned(), "from, whom".to_owned());
    assert_eq!(wrong.expect_err("a refusal"), ExchangeError::MissingColumns { missing, found });
}

fn example(number: usize) -> Account {
    read(EXAMPLES[number].1).expect("an account").account
}

/// Seats as titles with holder, unit, manager and dotted lines by title.
fn chart(account: &Account) -> BTreeSet<Vec<String>> {
    let title = |seat| account.get::<Seat>(seat).expect("a seat").title.clone();
    let row = |seat: &Seat| {
        let holder = seat.holder.map_or("", |person| account.person_name(person)).to_owned();
        let boss = seat.reports_to.map_or_else(String::new, title);
        let mut row = vec![seat.title.clone(), holder, seat.unit.clone(), boss];
        row.extend(seat.dotted.iter().copied().map(title));
        row
    };
    account.all::<Seat>().map(row).collect()
}

fn judged(account: &Account) -> BTreeSet<String> {
    let row = |person: &Person| {
        let judgement = &person.judgement;
        format!(
            "{} {:?} {:?} {:?} {:?} {:?}",
            person.name, judgement.role, person.attitude, judgement.support, judgement.coverage, judgement.political
        )
    };
    account.all::<Person>().map(row).collect()
}

#[test]
fn an_exported_account_comes_in_again() {
    for language in Language::ALL {
        let account = example(0);
        let (copy, import) = people(&empty(), people_csv(&account, &scales(), language));
        let vacant = |(_, kind): &(u64, NoticeKind)| matches!(kind, NoticeKind::Vacant { .. });
        assert!(said(&import).iter().all(vacant), "{:?}", import.notices);
        let (copy, import) = links(&copy, links_csv(&account, &scales(), language));
        assert_eq!(said(&import), [], "{language:?}");
        assert_eq!(chart(&copy), chart(&account), "{language:?}");
        assert_eq!(judged(&copy), judged(&account), "{language:?}");
        assert_eq!(links_by_name(&copy), links_by_name(&account), "{language:?}");
        assert!(!links_by_name(&copy).is_empty());
    }
}

#[test]
fn an_exported_account_finds_its_own_people_by_their_ids() {
    let account = example(0);
    let table = String::from_utf8(people_csv(&account, &scales(), Language::Chinese)).expect("UTF-8");
    let (after, import) = people(&account, table.replace("周启明", "周启亮"));
    assert_eq!(import.added, 0, "{:?}", import.notices);
    assert_eq!(named(&after, "周启亮").id, named(&account, "周启明").id);
    let (after, import) = links(&account, links_csv(&account, &scales(), Language::Chinese));
    assert_eq!((import.added, said(&import)), (0, vec![]));
    assert_eq!(after, account);
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_guarded_and_come_back() {
    let names = [
        "=1+1",
        "+49",
        "-x",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "'quoted",
        "  =1",
        "\u{3000}=1",
        "a\"b,c;d\ne",
    ];
    let mut account = empty();
    for (number, name) in (1..).zip(names) {
        let person = Person { foreign_id: number.to_string(), ..Person::new(PersonId::from_bits(number), name) };
        crate::file_format::put(&mut account, person);
    }
    let bytes = people_csv(&account, &scales(), Language::English);
    let mut rows = csv::ReaderBuilder::new().from_reader(&bytes[3..]);
    for (row, name) in rows.records().zip(names) {
        let cell = row.expect("a row").get(1).expect("a name").to_owned();
        let is_plain = name.starts_with('a');
        assert_eq!(cell, if is_plain { name.to_owned() } else { format!("'{name}") });
    }
    let (copy, _) = people(&empty(), &bytes);
    assert_eq!(copy.all::<Person>().map(|person| person.name.as_str()).collect::<Vec<_>>(), names);
}

#[test]
fn json_holds_everybody() {
    for number in [0, 1] {
        let account = example(number);
        let value: serde_json::Value = serde_json::from_slice(&account_json(&account)).expect("JSON");
        let people = value["people"].as_array().expect("a list");
        let found: Vec<(&str, &str)> = people
            .iter()
            .map(|person| (person["id"].as_str().expect("an id"), person["name"].as_str().expect("a name")))
            .collect();
        let ids: Vec<String> = account.persons.keys().map(ToString::to_string).collect();
        let wanted: Vec<(&str, &str)> =
            ids.iter().map(String::as_str).zip(account.all::<Person>().map(|person| person.name.as_str())).collect();
        assert_eq!(found, wanted);
        assert_eq!(value["links"].as_array().expect("a list").len(), account.links.len());
        assert_eq!(value["id"], account.id.to_string());
    }
}
