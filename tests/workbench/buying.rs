//! How the client buys: what the criteria say of the offers, what is forgotten with whom, what a file keeps.

use account_atlas::edit::{Edit, EditError, OpportunityChange, RecordEdit, apply, references};
use account_atlas::file::{self, Repair};
use account_atlas::insight::{Lead, WeightedFit, classes_of, criteria_fit, criterion_weight};
use account_atlas::method::{BuyingGuide, BuyingTopic};
use account_atlas::model::{
    Account, BenefitRow, BuyingPhase, Coded, CompetitiveStrategy, Competitor, CompetitorId, CriterionClass,
    CriterionMove, DecisionCriterion, DevelopmentStage, Fit, FunnelStage, Ids, Need, NeedKind, NeedLevel, Opportunity,
    OpportunityId, PersonId, ProcessStep, SaleType, SetBy, for_customer,
};
use account_atlas::words::{Language, Words};
use egui::Key;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done, person};
use super::driver::Driver;
use super::file_format::put;

use Fit::{Failing, Fair, Good, Outstanding, Poor};

/// Ids that no account of these tests has.
fn fresh() -> Ids {
    Ids::new(1_796_000_000_000, 9 << 40)
}

fn criterion(ids: &mut Ids, class: Option<CriterionClass>, our_fit: Option<Fit>) -> DecisionCriterion {
    DecisionCriterion { class, our_fit, ..DecisionCriterion::new(ids.fresh()) }
}

/// An opportunity with the fits of us and of one rival for each criterion, the most important first.
fn deal(fits: &[(Option<Fit>, Option<Fit>)]) -> (Opportunity, CompetitorId) {
    let mut ids = fresh();
    let rival: CompetitorId = ids.fresh();
    let mut deal = Opportunity::new(ids.fresh(), "Line 4");
    deal.competitors = vec![rival];
    for (ours, theirs) in fits {
        let mut row = criterion(&mut ids, Some(CriterionClass::Business), *ours);
        row.rival_fits.extend(theirs.map(|fit| (rival, fit)));
        deal.buying.criteria.push(row);
    }
    (deal, rival)
}

#[test]
fn fits_are_weighted_by_place_and_told_by_class() {
    // By hand: weights 4, 3, 2, 1. Us: 2*4 + (-1)*3 + 1*1 over 4 + 3 + 1 known = 6/8 = 0.75.
    // The rival: 1*4 + 1*3 + 0*2 + (-2)*1 = 5 over 10 = 0.50.
    let (mut deal, rival) = deal(&[
        (Some(Outstanding), Some(Good)),
        (Some(Poor), Some(Good)),
        (None, Some(Fair)),
        (Some(Good), Some(Failing)),
    ]);
    deal.buying.criteria[3].class = None;
    let fit = criteria_fit(&deal);
    assert_eq!(fit.ours.total, WeightedFit { points: 6, known: 8, weight: 10 });
    assert_eq!(fit.ours.total.hundredths(), Some(75));
    assert_eq!(fit.ours.total.percent_known(), 80);
    let (who, theirs, lead) = &fit.rivals[0];
    assert_eq!((*who, theirs.total.hundredths(), theirs.total.percent_known()), (rival, Some(50), 100));
    assert_eq!(*lead, Lead { ahead: 5, even: 0, behind: 3, unknown: 2 });
    assert_eq!(classes_of(&deal), [Some(CriterionClass::Business), None]);
    let business = fit.ours.classes[&Some(CriterionClass::Business)];
    assert_eq!(business, WeightedFit { points: 5, known: 7, weight: 9 }, "2*4 - 1*3, the third unknown");
    let sum: i64 = fit.ours.classes.values().map(|class| class.weight).sum();
    assert_eq!(sum, fit.ours.total.weight, "every criterion is of one class or of none");
}

#[test]
fn the_last_place_counts_one_and_the_first_as_many_as_there_are() {
    assert_eq!((0..4).map(|place| criterion_weight(place, 4)).collect::<Vec<_>>(), [4, 3, 2, 1]);
    assert_eq!(criterion_weight(7, 4), 0);
}

#[test]
fn what_is_unknown_is_no_number() {
    let nothing = criteria_fit(&Opportunity::new(OpportunityId::from_bits(1), ""));
    assert_eq!((nothing.ours.total.hundredths(), nothing.ours.total.percent_known()), (None, 0));
    assert!(nothing.rivals.is_empty() && nothing.ours.failed.is_empty());
    let (unknown, _) = deal(&[(None, None), (None, Some(Good))]);
    let fit = criteria_fit(&unknown);
    assert_eq!(fit.ours.total.hundredths(), None, "unknown is not even");
    assert_eq!(fit.rivals[0].2, Lead { ahead: 0, even: 0, behind: 0, unknown: 3 });
    let (even, _) = deal(&[(Some(Fair), Some(Fair))]);
    assert_eq!(criteria_fit(&even).ours.total.hundredths(), Some(0), "even is not unknown");
}

#[test]
fn means_are_rounded_alike_on_both_sides_of_zero() {
    // One point over three: 33.3; two over three: 66.7; the same below zero.
    let of = |points| WeightedFit { points, known: 3, weight: 3 }.hundredths();
    assert_eq!([1, 2, -1, -2].map(of), [Some(33), Some(67), Some(-33), Some(-67)]);
}

#[test]
fn mandatory_criteria_that_are_not_met_are_named() {
    let (mut deal, _) = deal(&[(Some(Poor), Some(Good)), (Some(Failing), None), (None, Some(Failing))]);
    deal.buying.criteria[0].mandatory = Some(true);
    deal.buying.criteria[2].mandatory = Some(true);
    let fit = criteria_fit(&deal);
    assert_eq!(fit.ours.failed, [0], "the second is not mandatory, the third not known");
    assert_eq!(fit.rivals[0].1.failed, [2]);
}

#[test]
fn a_frontal_attack_wants_three_to_one_in_what_is_known() {
    // Source of three to one: methods O10.
    let times = BuyingGuide::shipped().expect("the guidance that ships").frontal;
    assert_eq!(times, 3);
    let bears = |ahead, behind, unknown| Lead { ahead, even: 0, behind, unknown }.bears_frontal(times);
    assert!(bears(3, 1, 0) && bears(1, 0, 0));
    assert!(!bears(2, 1, 0), "two to one is too little");
    assert!(!bears(3, 1, 3), "more could be unknown than speaks for us");
    assert!(!bears(0, 0, 0), "nothing bears nothing");
}

/// Ada and Bo, a rival, and an opportunity that speaks of them everywhere.
fn spoken_of() -> (Account, OpportunityId, CompetitorId) {
    let mut account = account("Ada: CEO\n  Bo: CFO");
    let (ada, bo) = (person(&account, "Ada"), person(&account, "Bo"));
    let mut ids = fresh();
    let rival = Competitor { name: "Nordwerk".to_owned(), ..Competitor::new(ids.fresh()) };
    let mut deal = Opportunity::new(ids.fresh(), "Line 4");
    deal.competitors = vec![rival.id];
    let mut row = criterion(&mut ids, None, Some(Good));
    row.holders = vec![ada, bo];
    row.rival_fits.insert(rival.id, Poor);
    deal.buying.criteria = vec![row, DecisionCriterion::new(ids.fresh())];
    deal.buying.process = vec![ProcessStep { who: vec![bo], ..ProcessStep::new(ids.fresh()) }];
    let need = Need { holder: Some(bo), kind: Some(NeedKind::Explicit), ..Need::new(ids.fresh()) };
    deal.buying.benefits = vec![BenefitRow { need: Some(need.id), ..BenefitRow::new(ids.fresh()) }];
    deal.buying.needs = vec![need];
    let (id, rival_id) = (deal.id, rival.id);
    put(&mut account, rival);
    put(&mut account, deal);
    (account, id, rival_id)
}

#[test]
fn nobody_who_is_removed_is_still_spoken_of() {
    let (account, deal, rival) = spoken_of();
    let bo = person(&account, "Bo");
    assert!(!references(&account, bo).is_empty(), "the removal says that an opportunity speaks of Bo");
    let without = done(&account, Edit::Person(RecordEdit::Remove(bo)));
    let buying = &without.get::<Opportunity>(deal).expect("the opportunity").buying;
    assert!(!buying.speaks_of(bo));
    assert_eq!(buying.criteria[0].holders, [person(&account, "Ada")], "others stay");
    assert_eq!((buying.process.len(), buying.needs.len()), (1, 1), "the rows stay");
    let without = done(&account, Edit::Competitor(RecordEdit::Remove(rival)));
    let buying = &without.get::<Opportunity>(deal).expect("the opportunity").buying;
    assert!(buying.criteria[0].rival_fits.is_empty() && buying.criteria[0].our_fit == Some(Good));
    let text = file::write(&without);
    assert_eq!(file::read(&text).expect("our own bytes").repairs, []);
}

#[test]
fn a_benefit_whose_need_is_taken_out_waits_for_another() {
    let (account, deal, _) = spoken_of();
    let set = |change| Edit::Opportunity(RecordEdit::Set(deal, change));
    let without = done(&account, set(OpportunityChange::Needs(Vec::new())));
    let rows = &without.get::<Opportunity>(deal).expect("the opportunity").buying.benefits;
    assert_eq!((rows.len(), rows[0].need), (1, None));
    let missing = OpportunityId::from_bits(7);
    let edit = Edit::Opportunity(RecordEdit::Set(missing, OpportunityChange::Needs(Vec::new())));
    assert!(matches!(apply(&account, &edit), Err(EditError::Missing { .. })));
}

#[test]
fn a_file_that_speaks_of_strangers_is_mended_and_says_so() {
    let (mut account, deal, _) = spoken_of();
    let stranger = PersonId::from_bits(77);
    let mut broken = account.get::<Opportunity>(deal).expect("the opportunity").clone();
    broken.buying.criteria[0].holders.push(stranger);
    broken.buying.criteria[0].rival_fits.insert(CompetitorId::from_bits(78), Good);
    let doubled = broken.buying.criteria[0].id;
    broken.buying.criteria[1].id = doubled;
    broken.buying.benefits[0].need = Some(account_atlas::model::NeedId::from_bits(79));
    put(&mut account, broken);
    let loaded = file::read(&file::write(&account)).expect("our own bytes");
    let field = |repair: &Repair| {
        let Repair::MentionSetAside { field, .. } = repair else { panic!("{repair:?}") };
        *field
    };
    let fields: Vec<&str> = loaded.repairs.iter().map(field).collect();
    assert_eq!(fields, ["criteria", "holders", "rival_fits", "benefits"]);
    let buying = &loaded.account.get::<Opportunity>(deal).expect("the opportunity").buying;
    assert!(!buying.speaks_of(stranger) && buying.benefits[0].need.is_none());
    assert_eq!(buying.criteria[0].id, doubled, "the first of an id keeps it");
    assert_ne!(buying.criteria[1].id, doubled);
    assert!(loaded.account.set_aside.iter().any(|text| text.contains(&stranger.to_string())), "nothing is lost");
    let again = file::read(&file::write(&loaded.account)).expect("our own bytes");
    assert_eq!((again.repairs, again.account), (vec![], loaded.account));
}

#[test]
fn the_client_sees_nothing_of_it() {
    let (account, _, _) = spoken_of();
    assert!(for_customer(&account).opportunities.is_empty());
}

#[test]
fn a_step_is_named_by_its_field() {
    let (account, deal, _) = spoken_of();
    let named = |language, change: OpportunityChange| {
        let words = Words::shipped(language).expect("the words that ship");
        words.step(&Edit::Opportunity(RecordEdit::Set(deal, change)), &account)
    };
    let step = named(Language::English, OpportunityChange::Criteria(Vec::new()));
    assert!(step.contains("decision criteria") && step.contains("Line 4"), "{step}");
    let step = named(Language::Chinese, OpportunityChange::Process(Vec::new()));
    assert!(step.contains("决策流程") && step.contains("Line 4"), "{step}");
}

#[test]
fn every_value_has_a_word_of_its_own() {
    fn check<T: Coded>(words: &Words) {
        let mut seen = std::collections::BTreeSet::new();
        for value in T::ALL {
            let word = words.value(*value);
            assert!(word != "???" && seen.insert(word.to_owned()), "{} {}: {word}", T::KIND, value.code());
            assert_eq!(T::from_code(value.code()), Some(*value));
        }
    }
    for language in Language::ALL {
        let words = Words::shipped(language).expect("the words that ship");
        check::<CriterionClass>(&words);
        check::<SetBy>(&words);
        check::<CriterionMove>(&words);
        check::<Fit>(&words);
        check::<NeedKind>(&words);
        check::<NeedLevel>(&words);
        check::<BuyingPhase>(&words);
        check::<SaleType>(&words);
        check::<DevelopmentStage>(&words);
    }
}

#[test]
fn the_guidance_speaks_of_every_phase_stage_and_topic() {
    let guide = BuyingGuide::shipped().expect("the guidance that ships");
    use BuyingTopic::{Benefits, Checklist, Criteria, Cycle, Needs, Process};
    for topic in [Criteria, Process, Cycle, Needs, Benefits, Checklist] {
        assert!(!guide.why(topic).is_empty(), "{topic:?}");
    }
    for phase in BuyingPhase::ALL {
        assert!(guide.phase(*phase).is_some(), "{phase:?}");
    }
    for stage in DevelopmentStage::ALL {
        assert!(guide.proof(*stage).is_some(), "{stage:?}");
    }
    for stage in FunnelStage::ALL {
        let goes = |phase: &&BuyingPhase| guide.phase(**phase).is_some_and(|note| note.goes_with(*stage));
        assert!(BuyingPhase::ALL.iter().any(|phase| goes(&phase)), "no phase goes with {stage:?}");
    }
    // Methods O5 names eight, three and two; what the client overlooks nobody can list.
    assert_eq!(CriterionClass::ALL.iter().map(|class| guide.usual(*class).len()).collect::<Vec<_>>(), [8, 3, 2, 0]);
    for class in CriterionClass::ALL {
        assert!(guide.usual(*class).iter().all(|name| !name.text(Language::English).is_empty()));
    }
}

/// Clicks what is called so, after bringing it into view.
fn press(user: &mut Driver, label: &str) {
    let find = |user: &Driver| user.window.get_all_by_label_contains(label).next().map(|node| node.rect());
    assert!(find(user).is_some(), "{label} is nowhere");
    user.window.get_all_by_label_contains(label).next().expect("it").scroll_to_me();
    user.settle();
    user.window.get_all_by_label_contains(label).next().expect("it still").click();
    user.settle();
}

fn only(user: &Driver) -> Opportunity {
    user.account().all::<Opportunity>().next().expect("the opportunity").clone()
}

#[test]
fn criteria_are_typed_judged_ordered_and_undone_one_by_one() {
    let (start, deal, rival) = spoken_of();
    let mut start = start;
    let mut empty = start.get::<Opportunity>(deal).expect("the opportunity").clone();
    empty.buying = Default::default();
    empty.strategy = Some(CompetitiveStrategy::Frontal);
    put(&mut start, empty);
    for twice in [false, true] {
        let mut user = Driver::new("buying-criteria", Some(&start), twice);
        user.window.state_mut().view_mut().opportunity = Some(deal);
        user.key(Key::O);
        press(&mut user, "Decision criteria");
        press(&mut user, "Add a criterion");
        user.write("Price");
        press(&mut user, "Add a criterion");
        user.write("Speed");
        let names = |user: &Driver| only(user).buying.criteria.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&user), ["Price", "Speed"]);
        press(&mut user, "Price · Us: ");
        press(&mut user, "Well met");
        press(&mut user, "Price · Nordwerk: ");
        press(&mut user, "Not met");
        let fit = |user: &Driver| criteria_fit(&only(user));
        assert_eq!(only(&user).buying.criteria[0].our_fit, Some(Good));
        assert_eq!(only(&user).buying.criteria[0].rival_fits.get(&rival), Some(&Failing));
        assert_eq!(fit(&user).rivals[0].2, Lead { ahead: 2, even: 0, behind: 0, unknown: 1 });
        assert!(user.window.query_by_label_contains("Against Nordwerk, by weight: ahead 2").is_some());
        press(&mut user, "Move \"Speed\" up");
        assert_eq!(names(&user), ["Speed", "Price"], "the place is the priority");
        assert_eq!(fit(&user).rivals[0].2.ahead, 1);
        // The name last typed lets go of the keys, so that undo is the document's.
        user.key(Key::Escape);
        user.ctrl(Key::Z);
        assert_eq!(names(&user), ["Price", "Speed"], "the order is one step");
        user.ctrl(Key::Z);
        assert!(only(&user).buying.criteria[0].rival_fits.is_empty(), "each fit is one step");
        assert_eq!(only(&user).buying.criteria[0].our_fit, Some(Good));
        user.ctrl(Key::Z);
        user.ctrl(Key::Z);
        assert_eq!(names(&user), ["Price", ""], "the typing is one step");
        for _ in 0..3 {
            user.ctrl(Key::Z);
        }
        assert_eq!(user.account(), &start);
    }
}

#[test]
fn a_need_is_stated_and_a_benefit_answers_it() {
    let (mut start, deal, _) = spoken_of();
    let mut empty = start.get::<Opportunity>(deal).expect("the opportunity").clone();
    empty.buying = Default::default();
    put(&mut start, empty);
    let mut user = Driver::new("buying-needs", Some(&start), false);
    user.window.state_mut().view_mut().opportunity = Some(deal);
    user.key(Key::O);
    press(&mut user, "Needs   ");
    press(&mut user, "Add a need");
    user.write("Less waste");
    press(&mut user, "Less waste · Kind of need");
    assert_eq!(only(&user).buying.needs[0].statement, "Less waste");
    press(&mut user, "Explicit");
    assert_eq!(only(&user).buying.needs[0].kind, Some(NeedKind::Explicit));
    press(&mut user, "Features and benefits");
    press(&mut user, "Add a benefit");
    user.write("Inline gauge");
    press(&mut user, "Inline gauge · Need");
    user.window.get_all_by_label("Less waste").last().expect("the need among the choices").click();
    user.settle();
    let buying = only(&user).buying;
    assert_eq!(
        (buying.benefits[0].feature.as_str(), buying.benefits[0].need),
        ("Inline gauge", Some(buying.needs[0].id))
    );
}
