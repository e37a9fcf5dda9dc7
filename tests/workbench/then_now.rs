//! Then and now: each kind of change on accounts made by hand, as sentences, on the page, at the window.

use account_atlas::edit::{
    Edit, History, OpportunityChange, PersonChange, RecordEdit, ReviewChange, SeatChange, StructureEdit, hold_review,
    take_snapshot,
};
use account_atlas::file;
use account_atlas::insight::{ChangeOf, Trend, baseline, changes_since, compare, united};
use account_atlas::model::{
    Account, BuyingRole, Coverage, Currency, FunnelStage, InnovationAttitude, Link, LinkKind, Money, Opportunity,
    OpportunityStatus, Person, PoliticalStatus, RelationshipStage, Review, ReviewKind, Snapshot, SnapshotId, Strength,
    Support, TieKind,
};
use account_atlas::page::{Edition, PageForm, PageFormat, PageRequest, Paper, Printer, Template};
use account_atlas::words::Language;
use chrono::NaiveDate;

use super::accounts::{account, done, ids, person, seat};
use super::words::words;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn today() -> NaiveDate {
    day("2026-11-21")
}

fn snap(account: &Account) -> Snapshot {
    Snapshot::of(account, SnapshotId::from_bits(1), today(), "")
}

fn set(account: &Account, name: &str, change: PersonChange) -> Account {
    done(account, Edit::Person(RecordEdit::Set(person(account, name), change)))
}

fn add_link(account: &Account, from: &str, to: &str, kind: LinkKind) -> Account {
    let mut ids = account_atlas::model::Ids::new(1_800_000_000_000, account.links.len() as u128 + 7);
    let link = Link::new(ids.fresh(), person(account, from), person(account, to), kind);
    done(account, Edit::Link(RecordEdit::Add(Box::new(link))))
}

fn said(then: &Account, now: &Account, language: Language) -> Vec<String> {
    let words = words(language);
    compare(&snap(then), &snap(now)).iter().map(|change| words.change(change)).collect()
}

/// Proves the sentences of both languages and the trends.
fn check(then: &Account, now: &Account, expected: &[(&str, &str, Trend)]) {
    let (en, zh): (Vec<&str>, Vec<&str>) = expected.iter().map(|(en, zh, _)| (*en, *zh)).unzip();
    assert_eq!(said(then, now, Language::English), en);
    assert_eq!(said(then, now, Language::Chinese), zh);
    let trends: Vec<Trend> = compare(&snap(then), &snap(now)).iter().map(ChangeOf::trend).collect();
    assert_eq!(trends, expected.iter().map(|(_, _, trend)| *trend).collect::<Vec<_>>());
}

const FIRM: &str = "Ada: CEO\n  Bo: CFO\n  Cy: CIO";

#[test]
fn equal_accounts_differ_in_nothing() {
    let firm = account(FIRM);
    check(&firm, &firm, &[]);
    check(&account(""), &account(""), &[]);
}

#[test]
fn who_came_and_who_went_is_told_by_name() {
    let (firm, more) = (account(FIRM), account(&format!("{FIRM}\n  Di: Buyer")));
    check(&firm, &more, &[("New: Di, Buyer", "新增：Di，Buyer", Trend::Other)]);
    check(&more, &firm, &[("Gone: Di, Buyer", "离开：Di，Buyer", Trend::Other)]);
    let friend = set(&more, "Di", PersonChange::Support(Some(Support::Mentor)));
    check(&friend, &firm, &[("Gone: Di, Buyer", "离开：Di，Buyer", Trend::Worse)]);
    let foe = set(&more, "Di", PersonChange::Support(Some(Support::Enemy)));
    check(&firm, &foe, &[("New: Di, Buyer", "新增：Di，Buyer", Trend::Worse)]);
}

#[test]
fn judgements_are_told_with_both_values() {
    let firm = account(FIRM);
    let neutral = set(&firm, "Bo", PersonChange::Support(Some(Support::Neutral)));
    let friend = set(&firm, "Bo", PersonChange::Support(Some(Support::Supporter)));
    let up = ("Bo: support neutral → supporter", "Bo：项目支持 中立 → 支持者", Trend::Better);
    check(&neutral, &friend, &[up]);
    let down = ("Bo: support supporter → neutral", "Bo：项目支持 支持者 → 中立", Trend::Worse);
    check(&friend, &neutral, &[down]);
    // To learn something is neither better nor worse.
    let learned = ("Bo: support unknown → neutral", "Bo：项目支持 未知 → 中立", Trend::Other);
    check(&firm, &neutral, &[learned]);
    let brief = set(&firm, "Bo", PersonChange::Coverage(Some(Coverage::BriefContact)));
    let deep = set(&firm, "Bo", PersonChange::Coverage(Some(Coverage::InDepth)));
    assert_eq!(compare(&snap(&brief), &snap(&deep))[0].trend(), Trend::Better);
    let dating = set(&firm, "Bo", PersonChange::Stage(Some(RelationshipStage::Dating)));
    let trust = set(&firm, "Bo", PersonChange::Stage(Some(RelationshipStage::Trust)));
    assert_eq!(compare(&snap(&dating), &snap(&trust))[0].trend(), Trend::Better);
    for change in [
        PersonChange::Role(Some(BuyingRole::User)),
        PersonChange::Attitude(Some(InnovationAttitude::Visionary)),
        PersonChange::Political(Some(PoliticalStatus::Outside)),
    ] {
        let after = set(&firm, "Bo", change);
        let found = compare(&snap(&firm), &snap(&after));
        assert!(matches!(found.as_slice(), [ChangeOf::Judged { .. }]), "{found:?}");
        assert_eq!(found[0].trend(), Trend::Other);
    }
}

#[test]
fn moves_seats_and_names_are_told() {
    let firm = account(FIRM);
    let set_manager = |name: &str, boss: Option<&str>| {
        let manager = boss.map(|boss| seat(&firm, boss));
        done(&firm, Edit::Structure(StructureEdit::SetManager { seat: seat(&firm, name), manager }))
    };
    let moved = ("Cy: reports to Bo, no longer to Ada", "Cy：改向Bo汇报，此前向Ada汇报", Trend::Other);
    check(&firm, &set_manager("Cy", Some("Bo")), &[moved]);
    let up = ("Cy: now at the top, before under Ada", "Cy：移到顶层，此前向Ada汇报", Trend::Other);
    check(&firm, &set_manager("Cy", None), &[up]);
    let titled = done(
        &firm,
        Edit::Seat(RecordEdit::Set(seat(&firm, "Cy"), SeatChange::Title("Chief Digital Officer".to_owned()))),
    );
    let title = ("Cy: CIO → Chief Digital Officer", "Cy：CIO → Chief Digital Officer", Trend::Other);
    check(&firm, &titled, &[title]);
    let named = set(&firm, "Cy", PersonChange::Name("Cyril".to_owned()));
    check(&firm, &named, &[("Cyril: was called Cy", "Cyril：原名Cy", Trend::Other)]);
    let unseated = done(&firm, Edit::Seat(RecordEdit::Remove(seat(&firm, "Cy"))));
    check(&firm, &unseated, &[("Cy: off the map, was CIO", "Cy：离开图谱，原为CIO", Trend::Other)]);
    check(&unseated, &firm, &[("Cy: now on the map, CIO", "Cy：上图，CIO", Trend::Other)]);
}

#[test]
fn a_new_holder_of_the_seat_above_moves_nobody() {
    let firm = account("Ada: CEO\n  Bo: CFO\n    Di: Clerk\n  Cy: CIO");
    let (bo, cy) = (seat(&firm, "Bo"), seat(&firm, "Cy"));
    let hold = |seat, holder| Edit::Structure(StructureEdit::SetHolder { seat, holder, day: None });
    let swapped =
        done(&firm, Edit::Batch(vec![hold(bo, Some(person(&firm, "Cy"))), hold(cy, Some(person(&firm, "Bo")))]));
    let told = said(&firm, &swapped, Language::English);
    assert_eq!(told, ["Bo: CFO → CIO", "Cy: CIO → CFO"], "Di stays where Di was");
}

#[test]
fn links_are_told_once_whatever_their_direction() {
    let firm = account(FIRM);
    let influence = |strength| LinkKind::Influences(strength);
    let weak = add_link(&firm, "Bo", "Cy", influence(Strength::SLIGHT));
    let strong = add_link(&firm, "Bo", "Cy", influence(Strength::DECISIVE));
    let new = ("New line Bo → Cy: influence, strength 1", "新连线 Bo → Cy：影响，强度 1", Trend::Other);
    check(&firm, &weak, &[new]);
    let gone = ("Line gone Bo → Cy: influence, strength 1", "连线消失 Bo → Cy：影响，强度 1", Trend::Other);
    check(&weak, &firm, &[gone]);
    check(&weak, &strong, &[("Bo → Cy: influence 1 → 3", "Bo → Cy：影响强度 1 → 3", Trend::Other)]);
    let (one, other) =
        (add_link(&firm, "Bo", "Cy", LinkKind::Conflict), add_link(&firm, "Cy", "Bo", LinkKind::Conflict));
    check(&one, &other, &[]);
    let tie = add_link(&firm, "Ada", "Cy", LinkKind::Tie(TieKind::Classmate));
    check(&firm, &tie, &[("New line Ada – Cy: classmate", "新连线 Ada – Cy：同学", Trend::Other)]);
    // With somebody who is gone the links go without saying.
    let more = add_link(&account(&format!("{FIRM}\n  Di: Buyer")), "Di", "Cy", LinkKind::Conflict);
    check(&more, &firm, &[("Gone: Di, Buyer", "离开：Di，Buyer", Trend::Other)]);
}

#[test]
fn opportunities_are_told() {
    let firm = account(FIRM);
    let deal = Opportunity {
        amount: Some(Money::of_units(2_400_000, Currency::CNY)),
        stage: Some(FunnelStage::Design),
        ..Opportunity::new(ids().fresh(), "Line 2")
    };
    let with = done(&firm, Edit::Opportunity(RecordEdit::Add(Box::new(deal.clone()))));
    let new = ("New opportunity: Line 2, CNY 2.4 m", "新商机：Line 2，240 万元", Trend::Other);
    check(&firm, &with, &[new]);
    let gone = ("Opportunity gone: Line 2, CNY 2.4 m", "商机移除：Line 2，240 万元", Trend::Other);
    check(&with, &firm, &[gone]);
    let change = |change| done(&with, Edit::Opportunity(RecordEdit::Set(deal.id, change)));
    let won = ("Line 2: status open → won", "Line 2：状态 进行中 → 赢单", Trend::Better);
    let after = change(OpportunityChange::Status(OpportunityStatus::Won));
    assert_eq!(said(&with, &after, Language::English), [won.0]);
    assert_eq!(compare(&snap(&with), &snap(&after))[0].trend(), won.2);
    assert_eq!(compare(&snap(&after), &snap(&with))[0].trend(), Trend::Other, "open again is neither");
    let on = change(OpportunityChange::Stage(Some(FunnelStage::Commit)));
    assert_eq!(said(&with, &on, Language::English), ["Line 2: stage design → commit"]);
    assert_eq!(compare(&snap(&with), &snap(&on))[0].trend(), Trend::Better);
    let less = change(OpportunityChange::Amount(Some(Money::of_units(1_200_000, Currency::CNY))));
    assert_eq!(said(&with, &less, Language::English), ["Line 2: amount CNY 2.4 m → CNY 1.2 m"]);
    assert_eq!(compare(&snap(&with), &snap(&less))[0].trend(), Trend::Worse);
    let foreign = change(OpportunityChange::Amount(Some(Money::of_units(1_200_000, Currency::EUR))));
    assert_eq!(compare(&snap(&with), &snap(&foreign))[0].trend(), Trend::Other, "yuan and euro are not compared");
}

#[test]
fn the_weightiest_comes_first() {
    let firm = account(&format!("{FIRM}\n  Di: Buyer\n  Eve: Clerk"));
    let key = |account: &Account, name| set(account, name, PersonChange::Role(Some(BuyingRole::DecisionMaker)));
    let then = key(&key(&firm, "Di"), "Bo");
    let then = set(&then, "Bo", PersonChange::Support(Some(Support::Supporter)));
    let then = set(&then, "Cy", PersonChange::Support(Some(Support::Neutral)));
    let now = set(&then, "Bo", PersonChange::Support(Some(Support::Enemy)));
    let now = set(&now, "Cy", PersonChange::Support(Some(Support::Mentor)));
    let now = set(&now, "Ada", PersonChange::Name("Adah".to_owned()));
    let now = done(&now, Edit::Person(RecordEdit::Remove(person(&now, "Di"))));
    let now = done(&now, Edit::Person(RecordEdit::Remove(person(&now, "Eve"))));
    let told = said(&then, &now, Language::English);
    let expected = [
        "Gone: Di, Buyer",
        "Bo: support supporter → enemy",
        "Cy: support neutral → mentor",
        "Gone: Eve, Clerk",
        "Adah: was called Ada",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_an_older_version_did_not_record_is_no_change() {
    let firm = set(&account(FIRM), "Bo", PersonChange::Stage(Some(RelationshipStage::Trust)));
    let unit = SeatChange::Unit("Finance".to_owned());
    let firm = done(&firm, Edit::Seat(RecordEdit::Set(seat(&firm, "Bo"), unit)));
    let mut then = snap(&firm);
    for person in &mut then.people {
        person.stage = None;
        person.unit.clear();
    }
    assert_eq!(compare(&then, &snap(&firm)), []);
}

#[test]
fn a_superior_with_two_seats_is_one_superior() {
    let firm = account("Ada: CEO\n  -: CFO\n    Bo: Clerk");
    let held = StructureEdit::SetHolder { seat: seat(&firm, "CFO"), holder: Some(person(&firm, "Ada")), day: None };
    let acting = done(&firm, Edit::Structure(held));
    let of = |account: &Account| {
        let taken = snap(account);
        let bo = taken.people.iter().find(|one| one.name == "Bo").expect("Bo").clone();
        bo.reports_to
    };
    assert_eq!(of(&acting), Some(seat(&firm, "Ada")), "Bo is noted under the seat that Ada is noted with");
    assert_eq!(of(&firm), Some(seat(&firm, "CFO")), "a vacant seat is itself");
    let told = said(&firm, &acting, Language::English);
    assert_eq!(told, ["Bo: reports to Ada, no longer to a vacant seat"]);
}

#[test]
fn both_organisations_together_make_no_loop() {
    // Then Gil stood under Ada; now Ada stands under Gil's old seat, which is vacant.
    let then = account("Ada: CEO\n  Gil: CFO");
    let (ada, gil) = (seat(&then, "Ada"), seat(&then, "Gil"));
    let set_manager = |seat, manager| Edit::Structure(StructureEdit::SetManager { seat, manager });
    let now = done(&then, Edit::Batch(vec![set_manager(gil, None), set_manager(ada, Some(gil))]));
    let now = done(&now, Edit::Person(RecordEdit::Remove(person(&now, "Gil"))));
    let (then, now) = (snap(&then), snap(&now));
    let people = united(&then, &now);
    assert_eq!(people.len(), 2);
    for mut place in 0..people.len() {
        for _ in 0..people.len() {
            let Some(above) = people[place].superior else { break };
            place = above;
        }
        assert_eq!(people[place].superior, None, "every way up ends");
    }
    assert!(people.iter().any(|one| one.superior.is_some()), "what can hang together does");
}

#[test]
fn a_snapshot_holds_everybody_and_comes_back_from_its_file() {
    let firm = account(FIRM);
    let firm = add_link(&firm, "Bo", "Cy", LinkKind::Influences(Strength::CLEAR));
    let firm = set(&firm, "Bo", PersonChange::Stage(Some(RelationshipStage::Alliance)));
    let stray = Person::new(account_atlas::model::Ids::new(1_900_000_000_000, 3).fresh(), "Stray");
    let firm = done(&firm, Edit::Person(RecordEdit::Add(Box::new(stray))));
    let kept = done(&firm, take_snapshot(&firm, &mut ids(), today(), "before the visit"));
    let taken = kept.all::<Snapshot>().next().expect("a snapshot");
    assert_eq!((taken.people.len(), taken.links.len(), taken.taken), (4, 1, Some(today())));
    assert!(taken.people.iter().any(|one| one.name == "Stray" && one.seat.is_none()));
    let read = file::read(&file::write(&kept)).expect("our own bytes");
    assert!(read.repairs.is_empty(), "{:?}", read.repairs);
    assert_eq!(read.account, kept);
    assert_eq!(compare(taken, &snap(&kept)), []);
}

#[test]
fn a_review_takes_its_snapshot_in_one_step() {
    let firm = account(FIRM);
    let mut history = History::new(firm.clone());
    let (edit, review) = hold_review(&firm, &mut ids(), (ReviewKind::Plan, today()), "Mei", "Plan review");
    for (language, name) in [(Language::English, "hold a review"), (Language::Chinese, "进行评审")] {
        assert_eq!(words(language).step(&edit, &firm), name);
    }
    history.commit(edit).expect("an edit that fits");
    let held = history.account().get::<Review>(review).expect("the review").clone();
    let taken = history.account().get::<Snapshot>(held.snapshot.expect("its snapshot")).expect("the snapshot");
    assert_eq!((taken.taken, taken.people.len()), (Some(today()), 3));
    history.undo().expect("one step");
    assert_eq!(history.account(), &firm);
}

#[test]
fn changes_count_from_the_last_review_else_from_the_latest_day() {
    let firm = account(FIRM);
    assert!(baseline(&firm, today()).is_none());
    let mut ids = ids();
    let early = done(&firm, take_snapshot(&firm, &mut ids, day("2026-09-01"), "early"));
    let late = done(&early, take_snapshot(&early, &mut ids, day("2026-10-01"), "late"));
    let now = done(&late, take_snapshot(&late, &mut ids, today(), "today"));
    let found = baseline(&now, today()).expect("one");
    assert_eq!((found.snapshot.label.as_str(), found.is_review), ("late", false), "today is no earlier day");
    let (edit, review) = hold_review(&now, &mut ids, (ReviewKind::Plan, day("2026-09-15")), "", "reviewed");
    let reviewed = done(&now, edit);
    let found = baseline(&reviewed, today()).expect("one");
    assert_eq!((found.snapshot.label.as_str(), found.is_review), ("reviewed", true));
    let planned = ReviewChange::Date(Some(day("2027-01-15")));
    let planned = done(&reviewed, Edit::Review(RecordEdit::Set(review, planned)));
    assert!(!baseline(&planned, today()).expect("one").is_review, "a review to come is none yet");
    let changed = set(&reviewed, "Bo", PersonChange::Support(Some(Support::Mentor)));
    let found = baseline(&changed, today()).expect("one");
    assert_eq!(changes_since(&found, &changed, today()).len(), 1);
}

fn page_text(account: &Account, edition: Edition) -> (String, Vec<(String, usize)>) {
    let printer = Printer::new().expect("what ships is sound");
    let request =
        PageRequest { form: PageForm::OnePage, language: Language::English, edition, paper: Paper::A4, today: today() };
    let page = printer.compose(account, request, &Template::shipped()).expect("one page");
    let pdf = page.export(PageFormat::Pdf).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
    let text = document.extract_text(&[1]).expect("text");
    (text.split_whitespace().collect(), page.left_out.rows.clone())
}

#[test]
fn the_page_tells_what_changed_and_the_customers_does_not() {
    let firm =
        account("Ada: CEO\n  Bo: CFO\n  Cy: CIO\n  Di: Buyer\n  Eve: Clerk\n  Flo: User\n  Gus: User\n  Hal: User");
    let (edit, _) = hold_review(&firm, &mut ids(), (ReviewKind::Plan, day("2026-09-15")), "", "reviewed");
    let mut now = done(&firm, edit);
    for name in ["Ada", "Bo", "Cy", "Di", "Eve", "Flo", "Gus", "Hal"] {
        now = set(&now, name, PersonChange::Coverage(Some(Coverage::BriefContact)));
    }
    let (full, left) = page_text(&now, Edition::Full);
    assert!(full.contains("Sincethelastreview") && full.contains("Ada:coverage"), "{full}");
    let shown = full.matches(":coverage").count();
    assert!(shown <= 6, "{shown} sentences");
    assert!(left.contains(&("changes".to_owned(), 8 - shown)), "8 changes, {shown} shown: {left:?}");
    let (customer, _) = page_text(&now, Edition::Customer);
    assert!(!customer.contains("Sincethelastreview") && !customer.contains("coverage"), "{customer}");
}
