//! Every rule of the findings: where it speaks and what it says, where it is silent, and that what it offers
//! clears it. Expected sentences are those of the language files; the rules are those of methods, Graph
//! analytics, P8, P10 and P16.

use account_atlas::edit::{
    ActionChange, Edit, MuteChange, OpportunityChange, OpportunityJudgementChange, RecordEdit, StructureEdit,
};
use account_atlas::insight::{Finding, Fix, Term, findings, fixes};
use account_atlas::method::{RuleNumber, SettingKind, Severity};
use account_atlas::model::{
    Account, Action, ActionStatus, Coded, FindingRule, Ids, Judged, Mute, Opportunity, OpportunityStatus, Support,
};
use account_atlas::ui::{FixDesk, edit_of, judge};
use account_atlas::words::Language;

use super::accounts::{done, person};
use super::findings_cases::{cases, offer, support, verified};
use super::findings_maps::{all, by_rule, day, judged, map, names, rules, today, with_values};
use super::words::words;

#[test]
fn every_rule_has_a_case() {
    let tested: std::collections::BTreeSet<FindingRule> = cases().iter().map(|case| case.rule).collect();
    assert_eq!(tested.into_iter().collect::<Vec<_>>(), FindingRule::ALL);
}

#[test]
fn every_rule_speaks_of_the_right_people_in_both_languages() {
    for case in cases() {
        let found = by_rule(&case.speaks, case.rule);
        let [finding] = &found[..] else { panic!("{:?}: {} findings", case.rule, found.len()) };
        assert_eq!(names(&case.speaks, &finding.people), case.people, "{:?}", case.rule);
        let [chinese, english] = Language::ALL.map(|language| words(language).finding(finding, &case.speaks));
        assert_eq!((chinese.as_str(), english.as_str()), (case.chinese, case.english));
        assert_eq!(finding.severity, rules().severity(case.rule));
    }
}

#[test]
fn every_rule_is_silent_where_it_has_nothing_to_say() {
    for case in cases() {
        let found = by_rule(&case.silent, case.rule);
        assert_eq!(found, [], "{:?}", case.rule);
    }
}

#[test]
fn every_finding_shows_its_arithmetic() {
    for case in cases() {
        for finding in by_rule(&case.speaks, case.rule) {
            assert!(finding.arithmetic.len() > 1, "{:?}: only its weight", case.rule);
            for language in Language::ALL {
                for term in &finding.arithmetic {
                    let line = words(language).term(term, &case.speaks);
                    assert!(!line.contains("???") && !line.contains(['{', '$']) && line.len() > 3, "{line}");
                }
            }
        }
    }
}

#[test]
fn what_a_finding_offers_clears_it_or_takes_it_in_hand() {
    for case in cases() {
        for language in Language::ALL {
            let words = words(language);
            let desk = FixDesk { account: &case.speaks, opportunity: None, words: &words, today: today() };
            let found = by_rule(&case.speaks, case.rule);
            let mut ids = Ids::new(1_900_000_000_000, 3);
            let offered = fixes(&found[0]);
            let mut done_by = 0;
            for fix in &offered {
                assert!(!words.fix(fix, &case.speaks, desk.later()).contains("???"), "{fix:?}");
                let chosen =
                    if fix.asks_whom() { fix.with_person(person(&case.speaks, case.pick)) } else { fix.clone() };
                let edit = match (fix, case.held) {
                    (Fix::Judge { person, .. }, Some(held)) => judge(&desk, *person, held),
                    _ => edit_of(&desk, &found[0], &chosen, &mut ids),
                };
                let Some(edit) = edit else { continue };
                let after = by_rule(&done(&case.speaks, edit), case.rule);
                let is_left = after.iter().any(|finding| finding.subject() == found[0].subject() && finding.is_open());
                assert!(!is_left, "{:?} is not cleared by {fix:?}", case.rule);
                done_by += 1;
            }
            assert!(done_by > 0, "{:?} offers nothing that clears it", case.rule);
            let is_talk = matches!(offered[0], Fix::AddAction { .. });
            assert!(is_talk || !matches!(case.rule, FindingRule::Path | FindingRule::CoverageGap));
        }
    }
}

#[test]
fn the_action_a_finding_offers_is_filled_in() {
    let account = map("Ada: GM | Approver Neutral\n  Bo | Supporter InDepth\n\nBo 2 Ada");
    let finding = &by_rule(&account, FindingRule::Path)[0];
    for (language, what) in Language::ALL.into_iter().zip(["请Bo引见Ada", "Introduction to Ada by Bo"]) {
        let words = words(language);
        let desk = FixDesk { account: &account, opportunity: None, words: &words, today: today() };
        let edit = edit_of(&desk, finding, &fixes(finding)[0], &mut Ids::new(9, 9)).expect("an action");
        let after = done(&account, edit);
        let action = after.all::<Action>().next().expect("an action");
        assert_eq!((action.what.as_str(), action.due), (what, Some(day("2026-12-19"))));
        assert_eq!(action.answers, Some(FindingRule::Path));
        assert_eq!(names(&after, &action.people), ["Bo", "Ada"]);
        let in_hand = &by_rule(&after, FindingRule::Path)[0];
        assert_eq!(in_hand.in_hand, Some(action.id));
        // An action that is done answers nothing any more.
        let change = ActionChange::Status(ActionStatus::Done);
        let after = done(&after, Edit::Action(RecordEdit::Set(action.id, change)));
        assert!(by_rule(&after, FindingRule::Path)[0].is_open());
    }
}

fn put_away(account: &Account, finding: &Finding) -> Account {
    let mute = Mute { rule: Some(finding.rule), person: finding.subject(), ..Mute::new(Ids::new(7, 7).fresh()) };
    let account = done(account, Edit::Mute(RecordEdit::Add(Box::new(mute.clone()))));
    done(&account, Edit::Mute(RecordEdit::Set(mute.id, MuteChange::Reason("known".to_owned()))))
}

#[test]
fn a_finding_is_put_away_for_one_person() {
    let account = map("Ada | Approver NoContact\n  Bo | DecisionMaker NoContact");
    let before = by_rule(&account, FindingRule::CoverageGap);
    assert_eq!(before.len(), 2);
    let after = by_rule(&put_away(&account, &before[0]), FindingRule::CoverageGap);
    assert_eq!(after.iter().map(|finding| finding.muted.is_some()).collect::<Vec<_>>(), [true, false]);
    for case in cases() {
        let found = &by_rule(&case.speaks, case.rule)[0];
        let after = by_rule(&put_away(&case.speaks, found), case.rule);
        assert!(!after.is_empty() && after.iter().all(|finding| !finding.is_open()), "{:?}", case.rule);
    }
}

#[test]
fn own_numbers_change_what_is_said() {
    let old = verified(&map("Ada | Approver Neutral"), "2026-10-01");
    assert_eq!(by_rule(&old, FindingRule::Stale), []);
    assert_eq!(by_rule(&with_values(&old, &[("stale.days", 30)]), FindingRule::Stale).len(), 1);
    // Below the least a number may be it is the least; a name nobody knows changes nothing.
    let odd = with_values(&old, &[("stale.days", -5), ("no.such", 3)]);
    let [finding] = &by_rule(&odd, FindingRule::Stale)[..] else { panic!("one finding") };
    assert!(finding.arithmetic.contains(&Term::Limit(RuleNumber::StaleDays, 7)));
    for case in cases() {
        let setting = rules()
            .settings()
            .iter()
            .find(|setting| setting.kind == SettingKind::On(case.rule))
            .expect("a switch")
            .name
            .clone();
        assert_eq!(by_rule(&with_values(&case.speaks, &[(&setting, 0)]), case.rule), [], "{setting}");
    }
}

#[test]
fn the_gravest_stands_first_then_the_heaviest() {
    let account = map("Ada | Approver Enemy\n  Bo | DecisionMaker NoContact\n  Cy | Evaluator InnerCircle NoContact");
    let found = all(&account);
    let places: Vec<(Severity, i32)> = found.iter().map(|finding| (finding.severity, -finding.weight)).collect();
    assert!(places.is_sorted(), "{places:?}");
    // Evaluator 2 and inner circle 2 weigh more than decision maker 3.
    let gaps = by_rule(&account, FindingRule::CoverageGap);
    assert_eq!(gaps.iter().map(|gap| names(&account, &gap.people).concat()).collect::<Vec<_>>(), ["Ada", "Cy", "Bo"]);
    let weights = gaps.iter().map(|gap| gap.weight).collect::<Vec<_>>();
    assert_eq!(weights, [84, 84, 83]);
}

#[test]
fn an_opportunity_is_looked_through() {
    let account = offer(&map("Ada | Approver Supporter InDepth\n  Bo"));
    let deal = account.all::<Opportunity>().next().expect("an opportunity").id;
    let change = OpportunityJudgementChange::Support(Judged::Is(Support::Enemy));
    let ada = person(&account, "Ada");
    let edit = StructureEdit::Judge { opportunity: deal, person: ada, change };
    let account = done(&account, Edit::Structure(edit));
    let opposed = |through| {
        let found = findings(&account, through, &rules(), today());
        found.iter().filter(|finding| finding.rule == FindingRule::Opposed).count()
    };
    assert_eq!((opposed(None), opposed(Some(deal))), (0, 1));
    // What is judged while looking through the opportunity is judged there.
    let words = words(Language::English);
    let desk = FixDesk { account: &account, opportunity: Some(deal), words: &words, today: today() };
    let edit = judge(&desk, ada, support(Support::Neutral)).expect("an edit");
    let after = done(&account, edit);
    assert_eq!(after.persons[&ada].judgement.support, Some(Support::Supporter));
    assert_eq!(
        findings(&after, Some(deal), &rules(), today()).iter().filter(|one| one.rule == FindingRule::Opposed).count(),
        0
    );
    // An opportunity that is closed asks nothing of attitudes.
    let closed = OpportunityChange::Status(OpportunityStatus::Lost);
    let conservative = judged(&account, "Ada", "Laggard");
    assert_eq!(by_rule(&conservative, FindingRule::AttitudeNovelty).len(), 1);
    let lost = done(&conservative, Edit::Opportunity(RecordEdit::Set(deal, closed)));
    assert_eq!(by_rule(&lost, FindingRule::AttitudeNovelty), []);
}
