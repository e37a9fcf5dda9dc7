//! What stands beside the client's sheet: share and potential, needs noted, who buys, what we have; who never sees it.

use account_atlas::edit::{ClientChange, Edit, RecordEdit, Reference, references};
use account_atlas::insight::{ClientFacts, Conversion, NeedHolder, NotedNeed, Potential, WalletShare, client_facts};
use account_atlas::method::PotentialClass;
use account_atlas::model::{
    Account, Activity, BuyingRole, ClientSheet, Coverage, Currency, ExchangeRate, Judged, Kept, Money, Need,
    Opportunity, OpportunityJudgement, OpportunityStatus, Person, PersonKind, ResourceNeed, ScoreAxis, TeamMember,
    TeamRelation, for_customer,
};
use chrono::NaiveDate;

use super::accounts::{account, done, ids, person};
use super::client_sheet::{guide, rated};
use super::file_format::put;
use super::full_account::full_account;
use super::pipeline::profile;

use ScoreAxis::Attractiveness;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

fn facts(account: &Account) -> ClientFacts {
    client_facts(account, &guide(), today())
}

fn cny(units: i64) -> Option<Money> {
    Some(Money::of_units(units, Currency::CNY))
}

fn usd(units: i64) -> Option<Money> {
    Some(Money::of_units(units, Currency::parse("USD").expect("a currency")))
}

fn spending(revenue: Option<Money>, wallet: Option<Money>) -> Account {
    let mut account = account("Ada: CEO");
    profile(&mut account, |head| (head.revenue, head.wallet) = (revenue, wallet));
    account
}

/// So many of the account's currency for one dollar.
fn with_rate(mut account: Account, worth: i64) -> Account {
    let rate = ExchangeRate { amount: usd(1), worth: cny(worth), kept: Kept::default() };
    profile(&mut account, |head| head.pipeline.exchange_rates = vec![rate]);
    account
}

/// Source: methods S10: guarded against nothing and against more than the whole.
#[test]
fn a_share_is_refused_where_it_would_be_nonsense() {
    let share = |revenue, wallet| facts(&spending(revenue, wallet)).share;
    assert_eq!(share(None, cny(10)), WalletShare::Unsaid);
    assert_eq!(share(cny(10), None), WalletShare::Unsaid);
    assert_eq!(share(cny(0), cny(0)), WalletShare::NoWallet);
    assert_eq!(share(cny(10), cny(-1)), WalletShare::NoWallet);
    assert_eq!(share(cny(-1), cny(10)), WalletShare::NegativeRevenue);
    assert_eq!(share(cny(11), cny(10)), WalletShare::AboveWhole);
    let usd_code = Currency::parse("USD").expect("a currency");
    assert_eq!(share(usd(1), cny(10)), WalletShare::NoRate(usd_code));
    assert_eq!(share(cny(1), usd(10)), WalletShare::NoRate(usd_code));
    let permille = |share| match share {
        WalletShare::Of(share) => Some(share.permille()),
        WalletShare::Unsaid
        | WalletShare::NoWallet
        | WalletShare::NegativeRevenue
        | WalletShare::NoRate(_)
        | WalletShare::AboveWhole => None,
    };
    assert_eq!(permille(share(cny(0), cny(10))), Some(0));
    assert_eq!(permille(share(cny(1), cny(3))), Some(333));
    assert_eq!(permille(share(cny(10), cny(10))), Some(1_000));
    assert_eq!(permille(share(usd(3), usd(4))), Some(750), "one and the same currency needs no rate");
    // 1 USD is 7 CNY by the user's own rate: 7 of 70.
    assert_eq!(permille(facts(&with_rate(spending(usd(1), cny(70)), 7)).share), Some(100));
}

/// Source: methods S9; the thresholds are ours: 30 % of the spending, 5.5 of 10, 10 million yuan.
#[test]
fn potential_and_share_make_the_class() {
    let guide = guide();
    assert_eq!((guide.large_share, guide.large_wallet()), (30, cny(10_000_000).expect("an amount")));
    let class = |attractive: u8, revenue| {
        facts(&rated(spending(cny(revenue), cny(100)), &[(Attractiveness, attractive)])).class
    };
    assert_eq!(class(6, 30), Some(PotentialClass::Consolidate));
    assert_eq!(class(6, 29), Some(PotentialClass::Invest));
    assert_eq!(class(5, 30), Some(PotentialClass::Harvest));
    assert_eq!(class(5, 29), Some(PotentialClass::InPassing));
    assert_eq!(class(6, 101), None, "more than the whole is no share");
    let by_wallet = |wallet| facts(&spending(cny(0), cny(wallet))).class;
    assert_eq!(by_wallet(10_000_000), Some(PotentialClass::Invest), "without a score the spending says it");
    assert_eq!(by_wallet(9_999_999), Some(PotentialClass::InPassing));
    // In dollars the threshold of yuan says nothing until there is a rate.
    let foreign = spending(usd(1), usd(2_000_000));
    let usd_code = Currency::parse("USD").expect("a currency");
    assert_eq!((facts(&foreign).potential, facts(&foreign).class), (Potential::NoRate(usd_code), None));
    assert_eq!(facts(&with_rate(foreign, 7)).class, Some(PotentialClass::Invest), "14 million yuan");
    assert_eq!(facts(&account("Ada")).potential, Potential::Unsaid);
}

#[test]
fn needs_stand_at_the_level_of_their_holder() {
    let mut start = account("Ada: CEO\n  Bo: CFO");
    let mut fresh = account_atlas::model::Ids::new(1_798_000_000_000, 5 << 40);
    let (ada, board) = (person(&start, "Ada"), person(&start, "Bo"));
    let group = Person { kind: PersonKind::Group, ..start.get::<Person>(board).expect("Bo").clone() };
    put(&mut start, group);
    let mut deal = Opportunity::new(fresh.fresh(), "Line 4");
    let mut need =
        |statement: &str, holder| Need { statement: statement.to_owned(), holder, ..Need::new(fresh.fresh()) };
    deal.buying.needs =
        vec![need("Less waste", Some(ada)), need("Return", Some(board)), need("Speed", None), need(" ", Some(ada))];
    deal.background.need = "Replace line 2".to_owned();
    let role = Judged::Is(BuyingRole::Evaluator);
    deal.judgements.insert(ada, OpportunityJudgement { role, ..OpportunityJudgement::default() });
    let opportunity = deal.id;
    put(&mut start, deal);
    let noted = |text: &str, holder, role, of| NotedNeed { opportunity, text: text.to_owned(), holder, role, of };
    let expected = [
        noted("Replace line 2", None, None, Some(NeedHolder::Firm)),
        noted("Less waste", Some(ada), Some(BuyingRole::Evaluator), Some(NeedHolder::Person)),
        noted("Return", Some(board), None, Some(NeedHolder::Firm)),
        noted("Speed", None, None, None),
    ];
    assert_eq!(facts(&start).needs, expected);
}

#[test]
fn the_committee_is_whoever_has_a_buying_role_the_last_say_first() {
    let mut start = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO\n  Di: COO");
    let [ada, bo, cy] = ["Ada", "Bo", "Cy"].map(|name| person(&start, name));
    let judge = |start: &mut Account, id, change: &dyn Fn(&mut Person)| {
        let mut known = start.get::<Person>(id).expect("the person").clone();
        change(&mut known);
        put(start, known);
    };
    judge(&mut start, ada, &|known| known.judgement.role = Some(BuyingRole::User));
    judge(&mut start, cy, &|known| {
        known.judgement.extra_roles.insert(BuyingRole::Evaluator);
    });
    let mut deal = Opportunity::new(ids().fresh(), "Line 4");
    for (id, role) in [(bo, BuyingRole::Approver), (ada, BuyingRole::Approver)] {
        let role = Judged::Is(role);
        deal.judgements.insert(id, OpportunityJudgement { role, ..OpportunityJudgement::default() });
    }
    put(&mut start, deal);
    let expected = [(bo, BuyingRole::Approver), (cy, BuyingRole::Evaluator), (ada, BuyingRole::User)];
    assert_eq!(facts(&start).committee, expected, "the account's own judgement comes before an opportunity's");
}

#[test]
fn what_we_have_here_is_counted() {
    let mut start = account("Ada: CEO\n  Bo: CFO\n  Cy: CIO");
    let mut fresh = account_atlas::model::Ids::new(1_799_000_000_000, 5 << 40);
    for (name, coverage) in [("Ada", Coverage::InDepth), ("Bo", Coverage::NoContact)] {
        let mut known = start.get::<Person>(person(&start, name)).expect("the person").clone();
        known.judgement.coverage = Some(coverage);
        put(&mut start, known);
    }
    // Twelve months back from 2026-11-21: that day itself is no longer within them, and tomorrow has not been.
    for day in ["2025-11-21", "2025-11-22", "2026-11-21", "2026-11-22"] {
        let date = Some(day.parse().expect("a day"));
        put(&mut start, Activity { date, ..Activity::new(fresh.fresh()) });
    }
    put(&mut start, Activity::new(fresh.fresh()));
    let member = TeamMember::new(fresh.fresh());
    let (ada, mei) = (person(&start, "Ada"), member.id);
    put(&mut start, member);
    for whose in [Some(mei), Some(mei), None] {
        put(&mut start, TeamRelation { member: whose, person: Some(ada), ..TeamRelation::new(fresh.fresh()) });
    }
    for is_agreed in [true, false, false] {
        put(&mut start, ResourceNeed { is_agreed, ..ResourceNeed::new(fresh.fresh()) });
    }
    use OpportunityStatus::{Abandoned, Lost, Open, Won};
    for status in [Won, Won, Lost, Open, Abandoned] {
        put(&mut start, Opportunity { status, ..Opportunity::new(fresh.fresh(), "Line") });
    }
    let facts = facts(&start);
    assert_eq!((facts.covered, facts.uncovered), ([1, 0, 0, 1], 1));
    assert_eq!((facts.activities, facts.last_activity), (2, Some(today())));
    assert_eq!((facts.known_to_team, facts.resources), (1, (3, 1)));
    assert_eq!((facts.conversion, facts.conversion.percent()), (Conversion { won: 2, lost: 1 }, Some(67)));
    assert_eq!(Conversion::default().percent(), None, "nothing decided is no share");
    assert_eq!(Conversion { won: 1, lost: 7 }.percent(), Some(13), "12.5 goes up");
}

#[test]
fn none_of_the_sheet_is_in_the_customer_edition() {
    let full = full_account();
    assert!(*full.client != ClientSheet::default() && !full.scores.is_empty(), "there is something to be hidden");
    let shown = for_customer(&full);
    assert_eq!(*shown.client, ClientSheet::default());
    assert!(shown.scores.is_empty());
    let head = &shown.profile;
    assert_eq!((head.tier, head.status, head.phase, head.relationship), (None, None, None, None));
    assert_eq!((head.revenue, head.wallet), (None, None));
}

#[test]
fn whoever_is_erased_takes_no_part_in_buying_any_more() {
    let start = account("Ada: CEO\n  Bo: CFO");
    let [ada, bo] = ["Ada", "Bo"].map(|name| person(&start, name));
    let start = done(&start, Edit::Client(ClientChange::PurchasingPeople(vec![bo, ada])));
    assert!(references(&start, bo).contains(&Reference::Purchasing), "it is shown before");
    let without = done(&start, Edit::Person(RecordEdit::Remove(bo)));
    assert_eq!(without.client.purchasing_people, [ada]);
}
