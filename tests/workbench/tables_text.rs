//! Tables as spreadsheets write them: every dialect is read, and what is no table is refused.

use account_atlas::exchange::{ExchangeError, NoticeKind, Table, import_people};

use crate::tables::{empty, fact, fresh, named, people, said, scales, seat_of};

fn refused(bytes: impl AsRef<[u8]>) -> ExchangeError {
    match Table::read(bytes.as_ref()) {
        Ok(table) => import_people(&empty(), &table, &scales(), &mut fresh(&empty())).expect_err("a refusal"),
        Err(error) => error,
    }
}

#[test]
fn rare_letters_and_long_titles_come_through() {
    let title = "副总经理兼".repeat(40);
    for name in ["𠮷田 𪚥", "👩\u{200d}🚀 Zoë", "שרה כהן", "\u{202b}محمد\u{202c}", "Ｏ'Neill", "a\0b", "e\u{301}"]
    {
        let (account, import) = people(&empty(), format!("name,title\n{name},{title}\n"));
        assert_eq!(said(&import), [], "{name}");
        assert_eq!(seat_of(&account, name).title, title, "{name}");
    }
}

#[test]
fn every_dialect_of_csv_gives_one_account() {
    let plain = "姓名,职位,上级\n李伟,总经理,\n王芳,\"财务; 总监\n(代)\",李伟\n";
    let (account, _) = people(&empty(), plain);
    assert_eq!(seat_of(&account, "王芳").title, "财务; 总监\n(代)");
    let utf16: Vec<u8> = format!("\u{feff}{plain}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16_be: Vec<u8> = format!("\u{feff}{plain}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (national, _, is_lossy) = encoding_rs::GB18030.encode(plain);
    assert!(!is_lossy);
    let records = plain.replace("(代)\"", "\u{1}").replace('\n', "\r\n").replace("总监\r\n\u{1}", "总监\n(代)\"");
    for (name, bytes) in [
        ("bom", format!("\u{feff}{plain}").into_bytes()),
        ("crlf", records.into_bytes()),
        ("semicolons", plain.replace(',', ";").into_bytes()),
        ("tabs", plain.replace(',', "\t").into_bytes()),
        ("gb18030", national.into_owned()),
        ("utf-16le", utf16),
        ("utf-16be", utf16_be),
        (
            "blanks",
            format!("\n\n{}\n , ,\n", plain.replace(',', " , ").replace("\" ,", "\",").replace(", \"", ",\""))
                .into_bytes(),
        ),
    ] {
        let (other, import) = people(&empty(), &bytes);
        assert_eq!(said(&import), [], "{name}");
        assert_eq!(other, account, "{name}");
    }
}

#[test]
fn lines_are_counted_as_editors_count_them() {
    for end in ["\n", "\r\n"] {
        let rows = ["name,support", "Ada,\"for\nus\"", "", "Bo,buddy", "Cy,pal"].join(end);
        let (_, import) = people(&empty(), rows);
        assert_eq!(import.notices.iter().map(|notice| notice.line).collect::<Vec<_>>(), [5, 6], "{end:?}");
    }
}

#[test]
fn what_is_no_table_of_people_is_refused_by_name() {
    let missing = |found: &str| ExchangeError::MissingColumns { missing: "name".to_owned(), found: found.to_owned() };
    assert_eq!(refused("Datum,Betrag\n1,2\n"), missing("Datum, Betrag"));
    for blank in ["", " \n\r\n", "\u{feff}", ",,\n,,\n"] {
        assert_eq!(refused(blank), ExchangeError::EmptyTable, "{blank:?}");
    }
    for binary in [
        &b"PK\x03\x04\x14\0"[..],
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"na\xffme\0",
    ] {
        assert_eq!(refused(binary), ExchangeError::NotText, "{binary:?}");
    }
    assert_eq!(refused("name,title,姓名\nAda,CIO,Bo\n"), ExchangeError::DoubledColumn { column: "name".to_owned() });
    let rows = refused(format!("name\n{}", "Ada\n".repeat(100_001)));
    assert!(matches!(rows, ExchangeError::TooManyRows { most: 100_000, .. }), "{rows}");
}

#[test]
fn cells_behind_the_last_heading_are_kept() {
    let (account, import) = people(&empty(), "name,title\nAda,CIO,55,tall\nBo\n");
    assert_eq!(said(&import), [(2, NoticeKind::ExtraCells { count: 1 }), (2, NoticeKind::ExtraCells { count: 1 })]);
    let ada = named(&account, "Ada");
    assert_eq!((fact(ada, "column 3"), fact(ada, "column 4")), (Some("55"), Some("tall")));
    assert_eq!(seat_of(&account, "Bo").title, "");
}

#[test]
fn of_two_columns_with_one_unknown_heading_none_is_lost() {
    let (account, _) = people(&empty(), "name,note,note\nAda,tall,kind\n");
    let ada = named(&account, "Ada");
    for value in ["tall", "kind"] {
        assert!(ada.facts.iter().any(|fact| fact.value.contains(value)), "{value} is lost: {:?}", ada.facts);
    }
}
