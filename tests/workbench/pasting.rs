//! What people paste: ranges with and without headings, and indented lists.

use account_atlas::edit::apply;
use account_atlas::exchange::{ExchangeError, Import, Pasted, import_people, pasted_people};
use account_atlas::model::{Account, BuyingRole, Coverage, InnovationAttitude, Person, Seat, Support};

use crate::tables::{empty, fact, fresh, manager_of, named, said, scales, seat_of};

fn pasted(text: &str) -> Pasted {
    pasted_people(text, &scales()).expect("a table")
}

fn taken_in(before: &Account, text: &str) -> (Account, Import) {
    let table = pasted(text).table;
    let import = import_people(before, &table, &scales(), &mut fresh(before)).expect("an import");
    (apply(before, &import.edit).expect("an edit that can be"), import)
}

#[test]
fn a_range_with_headings_is_read_in_either_language() {
    for text in [
        "Name\tJob title\tDepartment\tReports to\tSupport\nAda Li\tCIO\tIT\t\tmentor\nBo Wu\tArchitect\tIT\tAda Li\t?",
        "姓名\t职务\t部门\t上级\t支持度\r\nAda Li\tCIO\tIT\t\t导师\r\nBo Wu\tArchitect\tIT\tAda Li\t未知\r\n",
        "\u{feff}name;title;unit;manager;support\nAda Li;CIO;IT;;※\nBo Wu;Architect;IT;Ada Li;\n",
    ] {
        let (account, import) = taken_in(&empty(), text);
        assert_eq!((said(&import), import.added), (vec![], 2), "{text}");
        assert_eq!(
            (seat_of(&account, "Bo Wu").title.as_str(), seat_of(&account, "Bo Wu").unit.as_str()),
            ("Architect", "IT")
        );
        assert_eq!(manager_of(&account, "Bo Wu").as_deref(), Some("Ada Li"), "{text}");
        assert_eq!(named(&account, "Ada Li").judgement.support, Some(Support::Mentor), "{text}");
    }
}

#[test]
fn the_columns_of_a_bare_range_are_guessed() {
    let text =
        "A-1\tAda Li\tCIO, Board\tIT\t\t※\t+\nA-2\tBo Wu\tArchitect\tIT\tAda Li\t=\t?\nA-3\tCy\tBuyer\tIT\tA-2\t-\t=\n";
    let read = pasted(text);
    assert_eq!(read.table.headings, ["id", "name", "title", "unit", "manager", "role", "attitude"]);
    assert_eq!(read.cell(&read.table.rows[0].1, "title"), "CIO, Board", "a comma within a cell parts nothing");
    let (account, import) = taken_in(&empty(), text);
    assert_eq!(said(&import), []);
    assert_eq!(manager_of(&account, "Bo Wu").as_deref(), Some("Ada Li"));
    assert_eq!(manager_of(&account, "Cy").as_deref(), Some("Bo Wu"));
    let ada = named(&account, "Ada Li");
    assert_eq!((ada.judgement.role, ada.attitude), (Some(BuyingRole::Approver), Some(InnovationAttitude::Visionary)));
    assert_eq!(named(&account, "Bo Wu").attitude, None);
}

#[test]
fn words_tell_a_judgement_from_a_title() {
    let read = pasted("王伟\t短暂接触\t总经理\t支持者\n李娜\t未接触\t财务总监\t中立\n");
    assert_eq!(read.table.headings, ["name", "coverage", "title", "support"]);
    let (account, _) = taken_in(&empty(), "王伟\t短暂接触\t总经理\t支持者\n李娜\t未接触\t财务总监\t中立\n");
    let judged = &named(&account, "李娜").judgement;
    assert_eq!((judged.coverage, judged.support), (Some(Coverage::NoContact), Some(Support::Neutral)));
}

#[test]
fn a_list_gives_its_managers_by_indentation() {
    for text in [
        "Ada Li, CIO, IT\n\tBo Wu, Architect\n\t\tCy\n\tDi, Buyer\n",
        "Ada Li, CIO, IT\n  Bo Wu, Architect\n    Cy\n  Di, Buyer",
        "- Ada Li, CIO, IT\n  - Bo Wu, Architect\n    - Cy\n  - Di, Buyer",
        "Ada Li, CIO, IT\n• Bo Wu (Architect)\n  • Cy\n• Di: Buyer",
        "1. Ada Li，CIO，IT\n   1. Bo Wu，Architect\n      1. Cy\n   2. Di，Buyer",
        "Ada Li, CIO, IT\n\u{3000}Bo Wu, Architect\n\u{3000}\u{3000}Cy\n\n\u{3000}Di - Buyer\n",
    ] {
        let (account, import) = taken_in(&empty(), text);
        assert_eq!((said(&import), import.added), (vec![], 4), "{text}");
        let above = |name: &str| manager_of(&account, name).unwrap_or_default();
        assert_eq!(
            [above("Ada Li"), above("Bo Wu"), above("Cy"), above("Di")],
            ["", "Ada Li", "Bo Wu", "Ada Li"],
            "{text}"
        );
        let titles = ["Ada Li", "Bo Wu", "Cy", "Di"].map(|name| seat_of(&account, name).title.clone());
        assert_eq!(titles, ["CIO", "Architect", "", "Buyer"], "{text}");
        assert_eq!(seat_of(&account, "Ada Li").unit, "IT", "{text}");
        assert!(account.all::<Person>().all(|person| person.foreign_id.is_empty()), "no id where none is needed");
    }
}

#[test]
fn namesakes_in_a_list_keep_their_own_reports() {
    let text = "Ada\n  Li Wei, CFO\n    Bo\n  Cy\n    Li Wei, CTO\n      Di\n";
    let (account, import) = taken_in(&empty(), text);
    assert_eq!(import.added, 6, "{:?}", import.notices);
    let boss = |name: &str| seat_of(&account, name).reports_to.and_then(|seat| account.get::<Seat>(seat));
    assert_eq!(boss("Bo").map(|seat| seat.title.as_str()), Some("CFO"));
    assert_eq!(boss("Di").map(|seat| seat.title.as_str()), Some("CTO"));
    let (again, import) = taken_in(&account, text);
    assert_eq!((import.added, import.updated), (0, 6), "{:?}", import.notices);
    assert_eq!(again, account, "the same list once more changes nothing");
}

#[test]
fn a_bare_list_of_names_is_a_list_of_people() {
    for text in ["Ada\nBo\nCy\n", "Ada, CIO\nBo, CFO\nCy, CTO", "Ada：CIO\nBo：CFO\nCy", "* Ada\n* Bo\n* Cy"] {
        let (account, import) = taken_in(&empty(), text);
        assert_eq!((said(&import), import.added), (vec![], 3), "{text}");
        assert!(account.all::<Seat>().all(|seat| seat.reports_to.is_none()), "{text}");
        assert!(["Ada", "Bo", "Cy"].iter().all(|name| named(&account, name).name == *name), "{text}");
    }
}

#[test]
fn what_stands_above_the_headings_is_passed_over_and_lines_are_those_of_the_text() {
    let read = pasted("Who is who\t\t\n\nName\tTitle\tShoe size\nAda\tCIO\t38\n\tCTO\t\n");
    assert_eq!(read.table.headings, ["Name", "Title", "Shoe size"]);
    assert_eq!(read.columns, [Some("name"), Some("title"), None]);
    assert_eq!(read.table.rows.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 5]);
    let (account, import) = taken_in(&empty(), "Who is who\t\t\n\nName\tTitle\tShoe size\nAda\tCIO\t38\n\tCTO\t\n");
    assert_eq!(import.notices.iter().map(|notice| notice.line).collect::<Vec<_>>(), [5], "the vacant seat");
    assert_eq!(fact(named(&account, "Ada"), "Shoe size"), Some("38"));
    let bare = pasted("\nAda\tCIO\n\nBo\tCFO\n");
    assert_eq!(bare.table.rows.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4]);
}

#[test]
fn nothing_is_nobody_and_hostile_text_is_only_text() {
    for blank in ["", " \n\t\n", "\u{feff}", "\u{3000}\n\r\n"] {
        assert_eq!(pasted_people(blank, &scales()), Err(ExchangeError::EmptyTable), "{blank:?}");
    }
    for text in
        ["\"", "\"\n\t\"", "-\n- \n•", "((\n))", ",,,\n,,", "1.\n2.1\n", "\u{202e}\tа\u{301}\n=1+1\t@SUM(A1)", "\0\t\0"]
    {
        if let Ok(read) = pasted_people(text, &scales()) {
            assert_eq!(read.columns.len(), read.table.headings.len(), "{text:?}");
            // Whether it is anybody or not, it is read to its end and harms nothing.
            let _ = import_people(&empty(), &read.table, &scales(), &mut fresh(&empty()));
        }
    }
}
