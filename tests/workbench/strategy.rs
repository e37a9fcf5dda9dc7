//! Strategy, value card, choices, rivals and risks: what is missing, what follows, what is swept, what ships.

use std::collections::BTreeSet;

use account_atlas::edit::{
    Committed, CompetitorChange, Edit, History, ProfileChange, RecordEdit, Reference, RiskChange, ValueChange,
    references,
};
use account_atlas::file::{self, Repair};
use account_atlas::insight::{empty_elements, is_figure, level_of, rescan_due, risk_level, said_of_rival, value_needs};
use account_atlas::method::{Said, StrategyGuide, ValueNeed};
use account_atlas::model::{
    Account, Coded, Competitor, Goal, Kept, Money, PricePosition, Risk, RiskImpact, RiskLevel, RiskLikelihood,
    RivalFit, StrategicChoice, StrategyElement, SwotQuadrant, TeamMember, ValueEntry, ValueKind, ValueQuadrant,
    for_customer,
};
use account_atlas::words::Language;
use chrono::NaiveDate;

use super::accounts::{account, done, ids, person};
use super::words::words;

fn guide() -> StrategyGuide {
    StrategyGuide::shipped().expect("the prompts that ship can be read")
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().expect("a day"))
}

fn set(account: &Account, change: ProfileChange) -> Account {
    done(account, Edit::Profile(change))
}

/// A rival, a member of ours, a line of the card and a risk beside Ada and Bo.
fn desk() -> (Account, Competitor, TeamMember, ValueEntry, Risk) {
    let mut ids = account_atlas::model::Ids::new(1_700_000_500_000, 7);
    let start = account("Ada: CEO\n  Bo: CFO");
    let bo = person(&start, "Bo");
    let rival = Competitor { name: "Rival".to_owned(), contacts: vec![bo], ..Competitor::new(ids.fresh()) };
    let member = TeamMember { name: "Mei".to_owned(), ..TeamMember::new(ids.fresh()) };
    let value = ValueEntry { text: "Peace".to_owned(), people: vec![bo], ..ValueEntry::new(ids.fresh()) };
    let risk = Risk { text: "Late".to_owned(), ..Risk::new(ids.fresh()) };
    let mut filled = start;
    for edit in [
        Edit::Competitor(RecordEdit::Add(Box::new(rival.clone()))),
        Edit::Member(RecordEdit::Add(Box::new(member.clone()))),
        Edit::Value(RecordEdit::Add(Box::new(value.clone()))),
        Edit::Risk(RecordEdit::Add(Box::new(risk.clone()))),
        Edit::Profile(ProfileChange::Positioning("The safe choice".to_owned())),
        Edit::Profile(ProfileChange::TargetPeople(vec![bo])),
        Edit::Profile(ProfileChange::TargetRivals(vec![rival.id])),
        Edit::Profile(ProfileChange::AgreedBy(Some(member.id))),
    ] {
        filled = done(&filled, edit);
    }
    (filled, rival, member, value, risk)
}

#[test]
fn a_risk_is_as_grave_as_likelihood_and_impact_make_it() {
    // Source: the usual matrix of three by three; products 9 and 6 high, 4 and 3 medium, 2 and 1 low.
    use RiskImpact::{Noticeable, Severe, Slight};
    use RiskLevel::{High, Low, Medium};
    use RiskLikelihood::{Likely, Possible, Unlikely};
    for (likelihood, levels) in
        [(Likely, [High, High, Medium]), (Possible, [High, Medium, Low]), (Unlikely, [Medium, Low, Low])]
    {
        for (impact, level) in [Severe, Noticeable, Slight].into_iter().zip(levels) {
            assert_eq!(level_of(likelihood, impact), level, "{likelihood:?} {impact:?}");
        }
    }
}

#[test]
fn half_of_a_judgement_leaves_the_level_the_user_chose() {
    let (start, _, _, _, risk) = desk();
    let set = |account: &Account, change| done(account, Edit::Risk(RecordEdit::Set(risk.id, change)));
    let level = |account: &Account| risk_level(account.get::<Risk>(risk.id).expect("the risk"));
    let chosen = set(&start, RiskChange::Level(RiskLevel::Low));
    assert_eq!(level(&chosen), RiskLevel::Low);
    let half = set(&chosen, RiskChange::Likelihood(Some(RiskLikelihood::Likely)));
    assert_eq!(level(&half), RiskLevel::Low);
    let whole = set(&half, RiskChange::Impact(Some(RiskImpact::Severe)));
    assert_eq!(level(&whole), RiskLevel::High);
    assert_eq!(whole.get::<Risk>(risk.id).expect("the risk").level, RiskLevel::Low, "what was chosen is not lost");
}

#[test]
fn a_figure_is_a_number_with_its_unit() {
    for text in ["8 %", "120 h a year", "CNY 3 m", "¥12", "-5 days", "１２ 小时", "提升8%", "2×"] {
        assert!(is_figure(text), "{text}");
    }
    for text in ["", " ", "8", "-8.5", "1,200", "eight percent", "%", "2026-11-21", "\u{0}"] {
        assert!(!is_figure(text), "{text}");
    }
}

#[test]
fn each_quadrant_asks_for_what_makes_it_hold() {
    // Source: methods A9: numbers with units in the first, somebody and a date in the third.
    let guide = guide();
    let bare = |quadrant| ValueEntry { quadrant, ..ValueEntry::new(ids().fresh()) };
    let needs = |quadrant| value_needs(&bare(quadrant), &guide);
    assert_eq!(needs(ValueQuadrant::Quantified), [ValueNeed::Figure]);
    assert_eq!(needs(ValueQuadrant::Felt), [ValueNeed::Person]);
    assert_eq!(needs(ValueQuadrant::Returned), [ValueNeed::Person, ValueNeed::Date]);
    assert_eq!(needs(ValueQuadrant::Tracked), [ValueNeed::Date]);
    let figure = ValueEntry { figure: "8 %".to_owned(), ..bare(ValueQuadrant::Quantified) };
    assert_eq!(value_needs(&figure, &guide), []);
    let wrong = ValueEntry { figure: "much".to_owned(), ..figure };
    assert_eq!(value_needs(&wrong, &guide), [ValueNeed::Figure]);
    let ada = person(&account("Ada"), "Ada");
    let promised = ValueEntry { people: vec![ada], ..bare(ValueQuadrant::Returned) };
    assert_eq!(value_needs(&promised, &guide), [ValueNeed::Date]);
    let dated = ValueEntry { due: day("2027-01-31"), ..promised };
    assert_eq!(value_needs(&dated, &guide), []);
}

#[test]
fn the_swot_is_gone_through_again_every_half_year() {
    // Source: methods A1 and L5; the last day of a month stays one.
    let start = account("Ada");
    assert_eq!(rescan_due(&start, &guide()), None);
    for (scanned, due) in [("2026-11-21", "2027-05-21"), ("2026-08-31", "2027-02-28"), ("2027-12-31", "2028-06-30")] {
        let scanned = set(&start, ProfileChange::SwotScanned(day(scanned)));
        assert_eq!(rescan_due(&scanned, &guide()), day(due));
    }
    let never = set(&start, ProfileChange::SwotScanned(Some(NaiveDate::MAX)));
    assert_eq!(rescan_due(&never, &guide()), None);
}

#[test]
fn an_element_counts_once_something_is_said_of_it() {
    use StrategyElement::{Budget, Focus, Objectives, Plan, Positioning, Resources};
    let start = account("");
    assert_eq!(empty_elements(&start), StrategyElement::ALL);
    let mut filled = done(&start, Edit::Goal(RecordEdit::Add(Box::new(Goal::new(ids().fresh())))));
    assert!(!empty_elements(&filled).contains(&Objectives), "a goal is an objective");
    let member = TeamMember::new(ids().fresh());
    for (edit, left) in [
        (Edit::Profile(ProfileChange::Focus("  ".to_owned())), vec![Focus, Positioning, Plan, Resources, Budget]),
        (Edit::Profile(ProfileChange::Focus("Line 2".to_owned())), vec![Positioning, Plan, Resources, Budget]),
        (Edit::Profile(ProfileChange::Positioning("Safe".to_owned())), vec![Plan, Resources, Budget]),
        (Edit::Profile(ProfileChange::Approach("Top down".to_owned())), vec![Resources, Budget]),
        (Edit::Profile(ProfileChange::Resources("Two people".to_owned())), vec![Resources, Budget]),
        (Edit::Member(RecordEdit::Add(Box::new(member.clone()))), vec![Resources, Budget]),
        (Edit::Profile(ProfileChange::AgreedBy(Some(member.id))), vec![Resources, Budget]),
        (Edit::Profile(ProfileChange::AgreedOn(day("2026-11-01"))), vec![Budget]),
        (Edit::Profile(ProfileChange::Budget(Some(Money { minor: 0, currency: start.profile.currency }))), vec![]),
    ] {
        filled = done(&filled, edit);
        assert_eq!(empty_elements(&filled), left);
    }
}

#[test]
fn the_seven_items_of_a_rival_are_counted() {
    let (mut account, rival, ..) = desk();
    let text = || "x".to_owned();
    let said = |account: &Account| said_of_rival(account.get::<Competitor>(rival.id).expect("the rival"));
    assert_eq!(said(&account), 0, "name and contacts are no item");
    let items = [
        CompetitorChange::ProductLine(text()),
        CompetitorChange::Goals(text()),
        CompetitorChange::Stance(text()),
        CompetitorChange::Service(text()),
        CompetitorChange::Methods(text()),
        CompetitorChange::Organization(text()),
        CompetitorChange::Trends(text()),
    ];
    for (count, item) in (1..).zip(items) {
        account = done(&account, Edit::Competitor(RecordEdit::Set(rival.id, item)));
        assert_eq!(said(&account), count);
    }
}

#[test]
fn who_is_removed_leaves_the_strategy() {
    let (start, rival, member, value, _) = desk();
    let bo = person(&start, "Bo");
    let spoken = references(&start, bo);
    assert!(spoken.contains(&Reference::Value("Peace".to_owned())), "{spoken:?}");
    assert!(spoken.contains(&Reference::Strategy("The safe choice".to_owned())), "{spoken:?}");
    for language in Language::ALL {
        for reference in &spoken {
            let said = words(language).reference(reference);
            assert!(said.is_none_or(|said| !said.contains("???")), "{reference:?}");
        }
    }
    let alone = done(&start, Edit::Person(RecordEdit::Remove(bo)));
    assert_eq!(alone.profile.elements.target_people, []);
    assert_eq!(alone.get::<ValueEntry>(value.id).expect("the line stays").people, []);
    let alone = done(&alone, Edit::Competitor(RecordEdit::Remove(rival.id)));
    assert_eq!(alone.profile.elements.target_rivals, []);
    let alone = done(&alone, Edit::Member(RecordEdit::Remove(member.id)));
    assert_eq!(alone.profile.elements.agreed_by, None);
    let read = file::read(&file::write(&alone)).expect("our own bytes");
    assert_eq!((read.account, read.repairs), (alone, vec![]));
}

#[test]
fn mentions_of_nobody_in_the_strategy_are_set_aside_and_told() {
    let (start, rival, member, value, _) = desk();
    let mut broken = start.clone();
    let bo = person(&start, "Bo");
    // Removed behind the back of the edits.
    std::sync::Arc::make_mut(&mut broken.persons).remove(&bo);
    std::sync::Arc::make_mut(&mut broken.competitors).remove(&rival.id);
    std::sync::Arc::make_mut(&mut broken.team).remove(&member.id);
    let read = file::read(&file::write(&broken)).expect("a file with gaps");
    let told: BTreeSet<&str> = read
        .repairs
        .iter()
        .filter_map(|repair| {
            let Repair::MentionSetAside { field, .. } = repair else { return None };
            Some(*field)
        })
        .collect();
    assert!(told.is_superset(&BTreeSet::from(["target_people", "target_rivals", "agreed_by", "people"])), "{told:?}");
    assert!(read.account.profile.elements.target_people.is_empty());
    assert!(read.account.get::<ValueEntry>(value.id).expect("the line").people.is_empty());
    let aside = read.account.set_aside.join("\n");
    for lost in [bo.to_string(), rival.id.to_string(), member.id.to_string()] {
        assert!(aside.contains(&lost), "{lost} is lost: {aside}");
    }
    assert_eq!(read.account.profile.elements.positioning, "The safe choice");
}

#[test]
fn typing_in_a_line_is_one_step_with_a_name() {
    let (start, _, _, value, _) = desk();
    let mut history = History::new(start.clone());
    let write = |text: &str| Edit::Value(RecordEdit::Set(value.id, ValueChange::Text(text.to_owned())));
    assert_eq!(history.commit(write("Pe")).expect("fits"), Committed::Step);
    assert_eq!(history.commit(write("Pea")).expect("fits"), Committed::Merged);
    assert_eq!(words(Language::English).step(&write("x"), &start), "change the text of Peace");
    history.undo().expect("a step");
    assert_eq!(history.account(), &start);
}

#[test]
fn an_unknown_value_in_a_file_rides_along() {
    let (start, ..) = desk();
    let text = String::from_utf8(file::write(&set(&start, ProfileChange::PricePosition(Some(PricePosition::Above)))))
        .expect("text");
    let newer = text.replace("price_position: Above", "price_position: Skimming");
    assert_ne!(newer, text);
    let read = file::read(newer.as_bytes()).expect("a file changed elsewhere");
    assert_eq!(read.account.profile.elements.price_position, None);
    assert_ne!(read.account.profile.kept, Kept::default());
    assert!(String::from_utf8(file::write(&read.account)).expect("text").contains("price_position: Skimming"));
}

#[test]
fn the_client_sees_none_of_it() {
    let (start, ..) = desk();
    let shown = for_customer(&start);
    assert_eq!(shown.values.len() + shown.competitors.len() + shown.risks.len(), 0);
    assert_eq!(shown.profile.elements, Default::default());
    assert_eq!(shown.profile.choices, Default::default());
}

/// Whether a text is said in both languages.
fn is_said(said: &Said) {
    let [chinese, english] = Language::ALL.map(|language| said.text(language).trim().to_owned());
    let is_chinese = |letter: char| matches!(letter, '\u{4E00}'..='\u{9FFF}');
    assert!(chinese.chars().any(is_chinese), "no Chinese: {said:?}");
    assert!(!english.is_empty() && !english.chars().any(is_chinese), "no English: {said:?}");
}

#[test]
fn every_quarter_quadrant_element_and_choice_has_prompts() {
    fn all<T: Coded>(guide: &StrategyGuide) {
        for value in T::ALL {
            assert!(!guide.prompts(*value).is_empty(), "{value:?} is not explained");
            guide.prompts(*value).iter().for_each(is_said);
        }
    }
    let guide = guide();
    all::<SwotQuadrant>(&guide);
    all::<ValueQuadrant>(&guide);
    all::<StrategyElement>(&guide);
    all::<StrategicChoice>(&guide);
    // Source: methods A1, half a year; A2, the top three and seven items; A10.
    assert_eq!((guide.rescan_months, guide.rivals_of_line), (6, 3));
    assert!(guide.rival_items.len() >= 7);
    for said in [&guide.swot_rules, &guide.rival_items, &guide.risk_rules, &guide.proposition].into_iter().flatten() {
        is_said(said);
    }
}

#[test]
fn every_value_of_the_strategy_has_a_word_of_its_own() {
    fn all<T: Coded>() {
        for language in Language::ALL {
            let words = words(language);
            let labels: BTreeSet<&str> = T::ALL.iter().map(|value| words.value(*value)).collect();
            assert_eq!(labels.len(), T::ALL.len(), "{} in {}", T::KIND, language.code());
            assert!(!labels.contains("???"), "{} in {}", T::KIND, language.code());
        }
    }
    all::<ValueQuadrant>();
    all::<ValueKind>();
    all::<PricePosition>();
    all::<StrategyElement>();
    all::<StrategicChoice>();
    all::<RivalFit>();
    all::<RiskLikelihood>();
    all::<RiskImpact>();
}
