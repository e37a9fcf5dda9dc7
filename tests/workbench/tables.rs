//! People from tables: whatever a spreadsheet sends, nobody is lost, doubled or invented.

use account_atlas::edit::apply;
use account_atlas::exchange::{Import, NoticeKind, Table, import_people};
use account_atlas::method::Scales;
use account_atlas::model::{
    Account, AccountId, BuyingRole, Coverage, Ids, InnovationAttitude, Person, PoliticalStatus, Seat, Support,
};

pub fn scales() -> Scales {
    Scales::shipped().expect("the scales that ship")
}

pub fn empty() -> Account {
    Account::new(AccountId::from_bits(1), "Acme")
}

/// Ids above all that an earlier import gave.
pub fn fresh(account: &Account) -> Ids {
    let records = account.persons.len() + account.seats.len() + account.links.len();
    Ids::new(u64::try_from(records + 1).expect("a small number"), 0)
}

pub fn table(bytes: impl AsRef<[u8]>) -> Table {
    Table::read(bytes.as_ref()).expect("a table")
}

pub fn people(account: &Account, bytes: impl AsRef<[u8]>) -> (Account, Import) {
    let import = import_people(account, &table(bytes), &scales(), &mut fresh(account)).expect("an import");
    (apply(account, &import.edit).expect("an edit that can be"), import)
}

pub fn said(import: &Import) -> Vec<(u64, NoticeKind)> {
    import.notices.iter().map(|notice| (notice.line, notice.kind.clone())).collect()
}

pub fn named<'a>(account: &'a Account, name: &str) -> &'a Person {
    let found: Vec<&Person> = account.all::<Person>().filter(|person| person.name == name).collect();
    assert_eq!(found.len(), 1, "people called {name}");
    found[0]
}

pub fn seat_of<'a>(account: &'a Account, name: &str) -> &'a Seat {
    let seats = account.seat_of_person();
    account.get::<Seat>(seats[&named(account, name).id]).expect("a seat")
}

/// The name of the person that somebody reports to.
pub fn manager_of(account: &Account, name: &str) -> Option<String> {
    let boss = seat_of(account, name).reports_to?;
    Some(account.holder(boss).expect("a boss").name.clone())
}

pub fn fact<'a>(person: &'a Person, name: &str) -> Option<&'a str> {
    person.facts.iter().find(|fact| fact.name == name).map(|fact| fact.value.as_str())
}

#[test]
fn a_known_id_wins_over_the_name() {
    let (before, _) = people(&empty(), "id,name,title\n7,Ada Li,CIO\n8,Bo Wu,CTO\n");
    let (after, import) = people(&before, "id,name,title\n7,Ada Wang,\n8,Ada Li,\n");
    assert_eq!((import.added, import.updated), (0, 2));
    assert_eq!(named(&after, "Ada Wang").id, named(&before, "Ada Li").id);
    assert_eq!(named(&after, "Ada Li").id, named(&before, "Bo Wu").id);
    assert_eq!(seat_of(&after, "Ada Wang").title, "CIO");
}

#[test]
fn without_an_id_the_name_finds_the_person() {
    let (before, _) = people(&empty(), "id,name,support\n7,Ada Li,mentor\n");
    let (after, import) = people(&before, "name,title\n ADA  LI ,CIO\nＡｄａ Li,\nBo Wu,CTO\n");
    assert_eq!(import.added, 2, "{:?}", import.notices);
    assert_eq!(after.persons.len(), 3);
    let person = after.get::<Person>(named(&before, "Ada Li").id).expect("the person");
    assert_eq!((person.foreign_id.as_str(), person.judgement.support), ("7", Some(Support::Mentor)));
    assert!(said(&import).contains(&(3, NoticeKind::SameName { name: "Ａｄａ Li".to_owned() })));
}

#[test]
fn empty_cells_change_nothing() {
    let rows = "id,name,title,unit,manager,role,attitude,support,coverage,political,age\n";
    let (boss, _) = people(&empty(), format!("{rows}1,Ada,CEO,Board,,,,,,,\n"));
    let (before, _) = people(&boss, format!("{rows}2,Bo,CIO,IT,1,A,V,mentor,deep,inner,55\n"));
    let (after, import) = people(&before, format!("{rows}2,Bo,,,,,,,,,\n"));
    assert_eq!(after, before);
    assert_eq!((import.added, import.updated, said(&import)), (0, 1, vec![]));
    assert_eq!(manager_of(&after, "Bo").as_deref(), Some("Ada"));
}

#[test]
fn columns_without_a_field_become_facts_and_are_updated() {
    let (before, _) = people(&empty(), "name,age,备注\nAda,55,爱钓鱼\n");
    let (after, import) = people(&before, "name,age\nAda,56\n");
    let ada = named(&after, "Ada");
    assert_eq!((fact(ada, "age"), fact(ada, "备注"), ada.facts.len()), (Some("56"), Some("爱钓鱼"), 2));
    assert_eq!(import.added, 0);
}

#[test]
fn words_and_symbols_of_both_languages_mean_the_same() {
    let one = |column: &str, word: &str| {
        let (account, import) = people(&empty(), format!("name,{column}\nAda,\"{word}\"\n"));
        assert_eq!(said(&import), [], "{column} {word}");
        named(&account, "Ada").clone()
    };
    for (word, role) in [
        ("※", BuyingRole::Approver),
        ("final approver", BuyingRole::Approver),
        ("最后批准", BuyingRole::Approver),
        ("+", BuyingRole::DecisionMaker),
        ("Decision-Maker", BuyingRole::DecisionMaker),
        ("＝", BuyingRole::Evaluator),
        ("-", BuyingRole::User),
    ] {
        assert_eq!(one("role", word).judgement.role, Some(role), "{word}");
        assert_eq!(one("采购角色", word).judgement.role, Some(role), "{word}");
    }
    for (word, support) in [
        ("※", Support::Mentor),
        ("导师", Support::Mentor),
        ("+", Support::Supporter),
        ("=", Support::Neutral),
        ("中立", Support::Neutral),
        ("-", Support::NonSupporter),
        ("NON SUPPORTER", Support::NonSupporter),
        ("×", Support::Enemy),
        ("反对", Support::Enemy),
    ] {
        assert_eq!(one("support", word).judgement.support, Some(support), "{word}");
    }
    for (word, attitude) in [
        ("※", InnovationAttitude::Innovator),
        ("+", InnovationAttitude::Visionary),
        ("实用求是", InnovationAttitude::Pragmatist),
        ("conservative", InnovationAttitude::Conservative),
        ("×", InnovationAttitude::Laggard),
    ] {
        assert_eq!(one("attitude", word).attitude, Some(attitude), "{word}");
    }
    for (word, coverage) in [
        ("※", Coverage::InDepth),
        ("多次接触", Coverage::MultipleContacts),
        ("brief", Coverage::BriefContact),
        ("-", Coverage::NoContact),
    ] {
        assert_eq!(one("coverage", word).judgement.coverage, Some(coverage), "{word}");
    }
    for (word, political) in [
        ("outside", PoliticalStatus::Outside),
        ("structure", PoliticalStatus::Structure),
        ("inner", PoliticalStatus::InnerCircle),
        ("圈外", PoliticalStatus::Outside),
        ("政治结构", PoliticalStatus::Structure),
        ("核心圈", PoliticalStatus::InnerCircle),
    ] {
        assert_eq!(one("political", word).judgement.political, Some(political), "{word}");
    }
}

#[test]
fn minus_signs_of_every_width_are_one_symbol() {
    for minus in ["-", "\u{ff0d}", "\u{2212}", "–", "—"] {
        let (account, import) = people(&empty(), format!("name,support\nAda,{minus}\n"));
        assert_eq!(
            named(&account, "Ada").judgement.support,
            Some(Support::NonSupporter),
            "{minus} {:?}",
            import.notices
        );
    }
}

#[test]
fn unknown_is_a_word_too() {
    let (before, _) = people(&empty(), "name,role,attitude,support,coverage,political\nAda,A,V,mentor,deep,inner\n");
    assert!(named(&before, "Ada").judgement.political.is_some());
    for words in ["未知,?,unknown,n/a,不详", "？,-?-,未知,Unknown,?"] {
        let (after, import) = people(&before, format!("name,role,attitude,support,coverage,political\nAda,{words}\n"));
        let ada = named(&after, "Ada");
        let judged = &ada.judgement;
        assert_eq!(
            (judged.role, ada.attitude, judged.support, judged.coverage, judged.political),
            (None, None, None, None, None),
            "{words}"
        );
        assert_eq!(said(&import), [], "{words}");
    }
}

#[test]
fn a_word_nobody_knows_is_told_with_its_line_and_kept() {
    let (account, import) = people(&empty(), "name,support\nAda,mentor\nBo,buddy\n");
    let unknown = NoticeKind::UnknownWord { column: "support".to_owned(), word: "buddy".to_owned() };
    assert_eq!(said(&import), [(3, unknown)]);
    let bo = named(&account, "Bo");
    assert_eq!((bo.judgement.support, fact(bo, "support")), (None, Some("buddy")));
}

#[test]
fn managers_are_found_by_id_and_by_name_wherever_they_stand() {
    let (account, import) = people(&empty(), "id,name,manager\n1,Cy,Ada Li\n2,Bo,3\n3,Ada Li,\n");
    assert_eq!(said(&import), []);
    assert_eq!(manager_of(&account, "Cy").as_deref(), Some("Ada Li"));
    assert_eq!(manager_of(&account, "Bo").as_deref(), Some("Ada Li"));
    assert_eq!(manager_of(&account, "Ada Li"), None);
}

#[test]
fn a_manager_who_is_not_there_is_told_and_kept() {
    let (account, import) = people(&empty(), "name,manager\nAda,Zed\n");
    let (name, manager) = ("Ada".to_owned(), "Zed".to_owned());
    assert_eq!(said(&import), [(2, NoticeKind::ManagerMissing { name, manager })]);
    assert_eq!(fact(named(&account, "Ada"), "manager"), Some("Zed"));
    assert_eq!(account.persons.len(), 1);
}

#[test]
fn loops_in_a_table_are_told_and_kept_out() {
    let (account, import) = people(&empty(), "name,manager\nAda,Bo\nBo,Ada\nCy,Cy\n");
    let told =
        |name: &str, manager: &str| NoticeKind::ManagerLoop { name: name.to_owned(), manager: manager.to_owned() };
    assert_eq!(said(&import), [(3, told("Bo", "Ada")), (4, told("Cy", "Cy"))]);
    assert_eq!(manager_of(&account, "Ada").as_deref(), Some("Bo"));
    assert_eq!((manager_of(&account, "Bo"), manager_of(&account, "Cy")), (None, None));
    assert_eq!(fact(named(&account, "Bo"), "manager"), Some("Ada"));
}

#[test]
fn a_table_that_turns_a_line_of_reporting_round_is_followed() {
    let (before, _) = people(&empty(), "name,manager\nCy,\nAda,Cy\nBo,Ada\n");
    let (after, import) = people(&before, "name,manager\nCy,\nAda,Bo\nBo,Cy\n");
    assert_eq!(said(&import), []);
    assert_eq!(manager_of(&after, "Ada").as_deref(), Some("Bo"));
    assert_eq!(manager_of(&after, "Bo").as_deref(), Some("Cy"));
}

#[test]
fn two_people_of_one_name_stay_two() {
    for rows in ["id,name,title\n1,Li Wei,CIO\n2,Li Wei,CTO\n", "name,title\nLi Wei,CIO\nLi Wei,CTO\n"] {
        let (before, _) = people(&empty(), rows);
        let titles: Vec<&str> = before.all::<Seat>().map(|seat| seat.title.as_str()).collect();
        assert_eq!((before.persons.len(), titles), (2, vec!["CIO", "CTO"]), "{rows}");
        let (after, import) = people(&before, rows);
        assert_eq!((import.added, import.updated), (0, 2), "{rows}");
        assert_eq!(after, before, "{rows}");
        let (_, vague) = people(&before, "name,manager\nBo,Li Wei\n");
        assert!(said(&vague).contains(&(2, NoticeKind::Ambiguous { name: "Li Wei".to_owned() })), "{rows}");
    }
}

#[test]
fn a_title_without_a_name_is_a_vacant_seat() {
    let (account, import) = people(&empty(), "id,name,title,manager\n1,Ada,CEO,\n,,CIO,1\n5,,,1\n");
    let vacant = NoticeKind::Vacant { title: "CIO".to_owned() };
    assert_eq!(said(&import), [(3, vacant), (4, NoticeKind::NoName)]);
    assert_eq!((account.persons.len(), account.seats.len()), (1, 2));
    let seat = account.all::<Seat>().find(|seat| seat.holder.is_none()).expect("the vacant seat");
    assert_eq!((seat.title.as_str(), seat.reports_to), ("CIO", Some(seat_of(&account, "Ada").id)));
}

#[test]
fn a_vacant_seat_comes_in_once() {
    let rows = "name,title,unit\nAda,CEO,Board\n,CIO,IT\n";
    let (once, _) = people(&empty(), rows);
    assert_eq!(people(&once, rows).0, once);
}
