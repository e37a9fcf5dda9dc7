//! Steps and errors as sentences that hold their values.

use std::io;
use std::path::PathBuf;

use account_atlas::disk::DiskError;
use account_atlas::edit::{
    Edit, EditError, OpportunityJudgementChange, PersonChange, ProfileChange, RecordEdit, SeatChange, StructureEdit,
    apply,
};
use account_atlas::exchange::ExchangeError;
use account_atlas::file::{self, FileError, ForeignKind};
use account_atlas::model::{
    Account, Action, Activity, Competitor, Goal, Ids, Judged, LayoutKind, Link, LinkId, LinkKind, Opportunity,
    OpportunityId, Person, PersonId, Pin, Review, Risk, Seat, SeatId, Snapshot, Strength, Support, SwotEntry,
    TeamMember, TeamRelation,
};
use account_atlas::words::{Language, Message, Words};

use crate::words::{STEPS, words};

/// Ada is the CIO; the quality director's seat is vacant, and so is one without a title.
pub struct Desk {
    pub account: Account,
    cio: SeatId,
    quality: SeatId,
    bare: SeatId,
    pub ada: PersonId,
    pub bo: PersonId,
    link: LinkId,
    deal: OpportunityId,
    ids: Ids,
}

fn add<T: account_atlas::edit::Editable>(record: &T) -> RecordEdit<T> {
    RecordEdit::Add(Box::new(record.clone()))
}

impl Desk {
    pub fn new() -> Self {
        let mut ids = Ids::new(1, 0);
        let account = Account::new(ids.fresh(), "Thornmere");
        let ada = Person::new(ids.fresh(), "Ada Byron");
        let bo = Person::new(ids.fresh(), "Bo Li");
        let cio = Seat { title: "CIO".to_owned(), holder: Some(ada.id), ..Seat::new(ids.fresh()) };
        let quality = Seat { title: "Quality Director".to_owned(), ..Seat::new(ids.fresh()) };
        let bare = Seat::new(ids.fresh());
        let link = Link::new(ids.fresh(), ada.id, bo.id, LinkKind::Influences(Strength::CLEAR));
        let deal = Opportunity::new(ids.fresh(), "Line 2");
        let all = Edit::Batch(vec![
            Edit::Person(add(&ada)),
            Edit::Person(add(&bo)),
            Edit::Seat(add(&cio)),
            Edit::Seat(add(&quality)),
            Edit::Seat(add(&bare)),
            Edit::Link(add(&link)),
            Edit::Opportunity(add(&deal)),
        ]);
        Self {
            account: apply(&account, &all).expect("an account of a few records"),
            cio: cio.id,
            quality: quality.id,
            bare: bare.id,
            ada: ada.id,
            bo: bo.id,
            link: link.id,
            deal: deal.id,
            ids,
        }
    }
}

/// Checks the name of a step in Chinese and in English.
fn check(desk: &Desk, edit: &Edit, zh: &str, en: &str) {
    let [chinese, english] = Language::ALL.map(|language| words(language).step(edit, &desk.account));
    assert_eq!((chinese.as_str(), english.as_str()), (zh, en));
}

/// Checks that a sentence holds its values in both languages and nothing unsaid.
pub fn holds(sentence: impl Fn(&Words) -> String, values: &[&str]) {
    for language in Language::ALL {
        let text = sentence(&words(language));
        for value in values {
            assert!(text.contains(value), "{value:?} is missing: {text}");
        }
        assert!(!text.contains(['{', '}', '$']) && !text.contains("???"), "{text}");
        let is_chinese = text.chars().any(|letter| ('\u{4E00}'..='\u{9FFF}').contains(&letter));
        assert_eq!(is_chinese, language == Language::Chinese, "{text}");
        assert!(text.chars().count() > 5, "{text}");
    }
}

#[test]
fn moving_a_seat_names_both_titles() {
    let desk = Desk::new();
    let to = |seat, manager| Edit::Structure(StructureEdit::SetManager { seat, manager });
    check(&desk, &to(desk.quality, Some(desk.cio)), "把Quality Director移到CIO之下", "move Quality Director under CIO");
    check(&desk, &to(desk.cio, None), "把CIO移到最上层", "move CIO to the top");
    check(&desk, &to(desk.bare, Some(desk.cio)), "把空缺移到CIO之下", "move Vacant under CIO");
}

#[test]
fn a_seat_without_a_title_is_called_by_its_holder() {
    let mut desk = Desk::new();
    let sit = Edit::Structure(StructureEdit::SetHolder { seat: desk.bare, holder: Some(desk.bo), day: None });
    check(&desk, &sit, "由Bo Li担任空缺", "put Bo Li on the seat Vacant");
    desk.account = apply(&desk.account, &sit).expect("a vacant seat");
    let leave = Edit::Structure(StructureEdit::SetHolder { seat: desk.bare, holder: None, day: None });
    check(&desk, &leave, "让Bo Li空缺", "leave the seat Bo Li vacant");
}

#[test]
fn records_are_added_changed_ordered_and_removed_by_name() {
    let desk = Desk::new();
    let edits = [
        (Edit::Person(RecordEdit::Remove(desk.ada)), "删除人员Ada Byron", "remove the person Ada Byron"),
        (Edit::Link(RecordEdit::Remove(desk.link)), "删除关系Ada Byron – Bo Li", "remove the link Ada Byron – Bo Li"),
        (Edit::Seat(RecordEdit::Order(vec![(desk.cio, 1)])), "调整席位次序", "order the seat list"),
        (
            Edit::Person(RecordEdit::Set(desk.bo, PersonChange::SupportWanted(Some(Support::Mentor)))),
            "修改Bo Li的期望支持",
            "change the support wanted of Bo Li",
        ),
        (
            Edit::Seat(RecordEdit::Set(desk.cio, SeatChange::Unit("IT".to_owned()))),
            "修改CIO的部门",
            "change the unit of CIO",
        ),
        (
            Edit::Profile(ProfileChange::NextReview(None)),
            "修改Thornmere的下次评审",
            "change the next review of Thornmere",
        ),
    ];
    for (edit, zh, en) in edits {
        check(&desk, &edit, zh, en);
    }
    let mut ids = desk.ids.clone();
    let person = Person::new(ids.fresh(), "Helen Strand");
    check(&desk, &Edit::Person(add(&person)), "新增人员Helen Strand", "add the person Helen Strand");
    let goal = Goal { text: "a".repeat(41), ..Goal::new(ids.fresh()) };
    let short = format!("{}…", "a".repeat(39));
    check(&desk, &Edit::Goal(add(&goal)), &format!("新增目标{short}"), &format!("add the goal {short}"));
}

#[test]
fn every_kind_of_record_can_be_named_in_a_step() {
    let Desk { account, ada, mut ids, .. } = Desk::new();
    let snapshot = Snapshot {
        id: ids.fresh(),
        taken: None,
        label: "Named".to_owned(),
        people: Vec::new(),
        links: Vec::new(),
        opportunities: Vec::new(),
        kept: account_atlas::model::Kept::default(),
    };
    let name = || "Named".to_owned();
    let edits = [
        Edit::Seat(add(&Seat { title: name(), ..Seat::new(ids.fresh()) })),
        Edit::Member(add(&TeamMember { name: name(), ..TeamMember::new(ids.fresh()) })),
        Edit::Opportunity(add(&Opportunity::new(ids.fresh(), "Named"))),
        Edit::Competitor(add(&Competitor { name: name(), ..Competitor::new(ids.fresh()) })),
        Edit::Goal(add(&Goal { text: name(), ..Goal::new(ids.fresh()) })),
        Edit::Action(add(&Action { what: name(), ..Action::new(ids.fresh()) })),
        Edit::Activity(add(&Activity { expected: name(), ..Activity::new(ids.fresh()) })),
        Edit::Swot(add(&SwotEntry { text: name(), ..SwotEntry::new(ids.fresh()) })),
        Edit::Risk(add(&Risk { text: name(), ..Risk::new(ids.fresh()) })),
        Edit::Review(add(&Review { reviewer: name(), ..Review::new(ids.fresh()) })),
        Edit::Snapshot(add(&snapshot)),
    ];
    for edit in edits {
        holds(|words| words.step(&edit, &account), &["Named"]);
    }
    let relation = TeamRelation { person: Some(ada), ..TeamRelation::new(ids.fresh()) };
    holds(|words| words.step(&Edit::TeamRelation(add(&relation)), &account), &["Ada Byron"]);
}

#[test]
fn the_name_of_an_ordered_list_is_english() {
    let Desk { account, .. } = Desk::new();
    let english = words(Language::English);
    for edit in [Edit::Opportunity(RecordEdit::Order(Vec::new())), Edit::Swot(RecordEdit::Order(Vec::new()))] {
        let step = english.step(&edit, &account);
        assert!(step.contains("order") && !step.contains("tys"), "{step}");
    }
}

#[test]
fn cards_judgements_and_batches_are_named() {
    let desk = Desk::new();
    let pins = |pins| Edit::Structure(StructureEdit::SetPins { layout: LayoutKind::Organization, pins });
    let pin = Some(Pin { x: 3, y: 4 });
    check(&desk, &pins(vec![(desk.cio, pin)]), "移动CIO的卡片", "move the card of CIO");
    check(&desk, &pins(vec![(desk.cio, None)]), "放开CIO的卡片", "release the card of CIO");
    check(&desk, &pins(vec![(desk.cio, pin), (desk.quality, pin)]), "移动 2 张卡片", "move 2 cards");
    check(&desk, &Edit::Structure(StructureEdit::OrderReports(vec![desk.cio])), "调整同级次序", "order colleagues");
    let judge = Edit::Structure(StructureEdit::Judge {
        opportunity: desk.deal,
        person: desk.ada,
        change: OpportunityJudgementChange::Support(Judged::Is(Support::Enemy)),
    });
    check(&desk, &judge, "在Line 2中判断Ada Byron：项目支持", "judge Ada Byron in Line 2: support");
    check(
        &desk,
        &Edit::Batch(vec![judge.clone()]),
        "在Line 2中判断Ada Byron：项目支持",
        "judge Ada Byron in Line 2: support",
    );
    check(&desk, &Edit::Batch(vec![judge.clone(), judge]), "一次 2 处改动", "2 changes at once");
    let undo = Message::StepUndo { step: "move CIO to the top".to_owned() };
    assert_eq!(words(Language::English).text(&undo), "Undo: move CIO to the top");
}

#[test]
fn a_refused_edit_is_told_with_names() {
    let desk = Desk::new();
    let id = "01K9ENATM00000000000000001".to_owned();
    let cases: [(EditError, &[&str]); 7] = [
        (EditError::Missing { id: id.clone() }, &[]),
        (EditError::Doubled { id }, &[]),
        (EditError::ReportingLoop { seat: desk.cio, boss: desk.quality }, &["CIO", "Quality Director"]),
        (EditError::SelfLink { person: desk.ada }, &["Ada Byron"]),
        (EditError::DoubledLink { link: desk.link }, &["Ada Byron", "Bo Li"]),
        (EditError::Percent { value: 140 }, &["140"]),
        (EditError::PhotoTooLarge { bytes: 20_001 }, &["20001", "12 KiB"]),
    ];
    for (error, values) in cases {
        holds(|words| words.edit_error(&error, &desk.account), values);
        let wrapped = ExchangeError::Edit(error);
        holds(|words| words.exchange_error(&wrapped, &desk.account), values);
    }
}

#[test]
fn why_bytes_are_no_account_is_told() {
    let loaded = file::read(&file::write(&Desk::new().account)).expect("a file written a moment ago");
    let damaged = FileError::Damaged { line: 494, column: 33, cause: "odd end".to_owned(), salvaged: Box::new(loaded) };
    let mebibyte = 1024 * 1024;
    let cases: [(FileError, &[&str]); 12] = [
        (FileError::Empty, &[".previous"]),
        (FileError::Zeroed { bytes: 4096 }, &["4096", ".previous"]),
        (FileError::TooLarge { bytes: 40 * mebibyte }, &["40 MiB", "32 MiB"]),
        (FileError::NotUtf8 { line: 17 }, &["17"]),
        (FileError::ConflictMarks { line: 23 }, &["23"]),
        (FileError::Foreign(ForeignKind::Zip), &["CSV"]),
        (FileError::Foreign(ForeignKind::Pdf), &["PDF"]),
        (FileError::Foreign(ForeignKind::Json), &["JSON"]),
        (FileError::Foreign(ForeignKind::Picture), &[]),
        (FileError::Foreign(ForeignKind::Markup), &["HTML"]),
        (FileError::Foreign(ForeignKind::OtherText), &[]),
        (damaged, &["494", "33", "odd end"]),
    ];
    for (error, values) in cases {
        holds(|words| words.file_error(&error), values);
    }
}

#[test]
fn what_the_disk_refused_is_told_with_the_path() {
    let path = || PathBuf::from("/desk/Acme.ron");
    let at = "/desk/Acme.ron";
    let failed = |source| DiskError::Failed { step: STEPS[0], source, path: path() };
    let cases: [(DiskError, &[&str]); 9] = [
        (DiskError::Missing { path: path() }, &[at]),
        (DiskError::TooLarge { len: 50 * 1024 * 1024, path: path() }, &["50 MiB", at]),
        (DiskError::NotAFile { path: path() }, &[at]),
        (DiskError::ReadOnly { path: path() }, &[at]),
        (DiskError::InUse { path: path() }, &[at]),
        (DiskError::UnfitName { name: "a/b".to_owned() }, &["a/b"]),
        (failed(io::ErrorKind::StorageFull.into()), &[at]),
        (failed(io::ErrorKind::QuotaExceeded.into()), &[at]),
        (failed(io::ErrorKind::PermissionDenied.into()), &[at]),
    ];
    for (error, values) in cases {
        holds(|words| words.disk_error(&error), values);
    }
    for step in STEPS {
        let error = DiskError::Failed { step: *step, source: io::Error::other("odd end"), path: path() };
        holds(|words| words.disk_error(&error), &[at, "odd end"]);
        let english = words(Language::English);
        let label = english.label("disk-step", &format!("{step:?}"));
        assert!(english.disk_error(&error).contains(label), "{step:?}");
    }
}
