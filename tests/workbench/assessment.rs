//! The questions on an opportunity: sets that ship, answers for each side, counts, gates, the table.

use std::collections::BTreeSet;

use account_atlas::edit::{Edit, History, OpportunityChange, RecordEdit};
use account_atlas::file;
use account_atlas::insight::{Light, Tally, gates, has_open_action, tally};
use account_atlas::method::{Language, QuestionSet, QuestionSets, Sign};
use account_atlas::model::{
    Account, Action, ActionStatus, Answer, AnswerMark, Background, Coded, Competitor, CompetitorId, Emphasis, Evidence,
    Ids, Opportunity, OpportunityId,
};
use account_atlas::ui::View;
use chrono::NaiveDate;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::accounts::{account, done};
use super::driver::Driver;
use super::file_format::put;
use super::words::words;

fn sets() -> QuestionSets {
    QuestionSets::shipped().expect("the questions that ship can be read")
}

fn codes(set: &QuestionSet) -> Vec<&str> {
    set.questions().map(|question| question.code.as_str()).collect()
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

/// An opportunity with our answers as `code+`, `code-`, `code?`.
fn answered(text: &str) -> Opportunity {
    let mut opportunity = Opportunity::new(Ids::new(7, 7).fresh(), "Line 2");
    for word in text.split_whitespace() {
        let (code, mark) = word.split_at(word.len() - 1);
        let mark = match mark {
            "+" => AnswerMark::Plus,
            "-" => AnswerMark::Minus,
            _ => AnswerMark::Open,
        };
        let answer = Answer::new(code, None).marked(Some(mark), day());
        opportunity.assessment = opportunity.assessment_with(answer);
    }
    opportunity
}

/// An account with an opportunity against one rival.
fn contested() -> (Account, OpportunityId, CompetitorId) {
    let mut ids = Ids::new(8, 8);
    let rival = Competitor { name: "Rival".to_owned(), ..Competitor::new(ids.fresh()) };
    let opportunity = Opportunity { competitors: vec![rival.id], ..Opportunity::new(ids.fresh(), "Line 2") };
    let (deal, against) = (opportunity.id, rival.id);
    let start = done(&account("Ada: CEO"), Edit::Competitor(RecordEdit::Add(Box::new(rival))));
    (done(&start, Edit::Opportunity(RecordEdit::Add(Box::new(opportunity)))), deal, against)
}

fn answer(account: &Account, deal: OpportunityId, answer: Answer) -> Edit {
    let opportunity = account.get::<Opportunity>(deal).expect("the opportunity");
    let list = opportunity.assessment_with(answer);
    Edit::Opportunity(RecordEdit::Set(deal, OpportunityChange::Assessment(list)))
}

fn mark(question: &str, rival: Option<CompetitorId>, mark: AnswerMark) -> Answer {
    Answer::new(question, rival).marked(Some(mark), day())
}

#[test]
fn both_sets_ask_twenty_questions_in_four_groups_of_five() {
    // Source: methods O3 and 14.2.
    let sets = sets();
    assert_eq!(sets.all().iter().map(|set| set.code.as_str()).collect::<Vec<_>>(), ["standard", "classic"]);
    for set in sets.all() {
        assert_eq!(set.groups.iter().map(|group| group.questions.len()).collect::<Vec<_>>(), [5; 4]);
        assert_eq!(codes(set).into_iter().collect::<BTreeSet<_>>().len(), 20, "no code twice in {}", set.code);
        for group in &set.groups {
            assert!(group.questions.iter().any(|question| question.essential), "{}", set.code);
        }
        for sign in [Sign::Pressure, Sign::Value] {
            assert!(set.questions().any(|question| question.shows == Some(sign)), "{sign:?} in {}", set.code);
        }
    }
    let [standard, classic] = sets.all() else { panic!("two sets") };
    // The source replaces the third and the thirteenth question of the classic set.
    assert_eq!((codes(standard)[2], codes(classic)[2]), ("decision-process", "finances"));
    assert_eq!((codes(standard)[12], codes(classic)[12]), ("preference", "culture"));
    let own: BTreeSet<&str> = codes(standard).into_iter().collect();
    let shared = codes(classic).into_iter().filter(|code| own.contains(code)).count();
    assert_eq!(shared, 18, "an answer stays when the set is changed");
    assert_eq!(sets.set("").map(|set| set.code.as_str()), Some("standard"));
    assert_eq!(sets.set("gone").map(|set| set.code.as_str()), Some("standard"));
}

#[test]
fn every_question_is_said_in_both_languages() {
    for set in sets().all() {
        for question in set.questions() {
            for said in [&question.name, &question.ask, &question.why] {
                let [chinese, english] = [Language::Chinese, Language::English].map(|language| said.text(language));
                assert!(chinese.chars().any(|letter| letter >= '\u{3400}'), "{}: {chinese}", question.code);
                assert!(english.is_ascii() && !english.is_empty(), "{}: {english}", question.code);
            }
        }
    }
    for language in Language::ALL {
        let words = words(language);
        let said: BTreeSet<&str> = AnswerMark::ALL.iter().map(|mark| words.value(*mark)).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        let said: BTreeSet<&str> = Emphasis::ALL.iter().map(|value| words.value(*value)).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(!said.contains("???"));
    }
}

#[test]
fn counts_are_of_one_side_and_what_nobody_answered_is_open() {
    let rival: CompetitorId = Ids::new(9, 9).fresh();
    let sets = sets();
    let set = sets.set("").expect("a set");
    let mut deal = answered("challenge+ need+ decision-process- funds?");
    deal.assessment.push(mark("need", Some(rival), AnswerMark::Minus));
    deal.assessment.push(mark("no-such-question", None, AnswerMark::Plus));
    assert_eq!(tally(&set.groups[0], &deal, None), Tally { plus: 2, open: 2, minus: 1 });
    assert_eq!(tally(&set.groups[0], &deal, Some(rival)), Tally { plus: 0, open: 4, minus: 1 });
    assert_eq!(tally(&set.groups[1], &deal, None), Tally { plus: 0, open: 5, minus: 0 });
}

/// Light, open and opposing questions of the gate at a place, in the standard set.
fn gate(text: &str, place: usize) -> (Light, String, String) {
    let sets = sets();
    let deal = answered(text);
    let gates = gates(&sets, sets.set("").expect("a set"), &deal);
    let gate = &gates.list[place];
    let names = |list: &[&account_atlas::method::AssessmentQuestion]| {
        list.iter().map(|question| question.code.as_str()).collect::<Vec<_>>().join(" ")
    };
    (gate.light, names(&gate.open), names(&gate.against))
}

#[test]
fn a_gate_is_passed_open_or_closed() {
    // Made by hand from the rule of methods O2: no minus on an essential question, pluses less minuses above 0.
    let cases = [
        ("", Light::Open, "challenge need decision-process funds driver", ""),
        ("challenge+", Light::Passed, "need decision-process funds driver", ""),
        ("challenge+ need+ decision-process+ funds+ driver+", Light::Passed, "", ""),
        // 3 pluses of 4, yet an essential one is against it.
        ("challenge+ need- decision-process+ funds+", Light::Failed, "driver", "need"),
        // Less than nothing so far, and the open ones can make up for it.
        ("challenge-", Light::Open, "need decision-process funds driver", "challenge"),
        ("challenge- need+", Light::Open, "decision-process funds driver", "challenge"),
        ("challenge- need+ funds+", Light::Passed, "decision-process driver", "challenge"),
    ];
    for (text, light, open, against) in cases {
        assert_eq!(gate(text, 1), (light, open.to_owned(), against.to_owned()), "{text}");
    }
    // 2 - 3 = -1 with nothing open: closed, though no essential question has a minus.
    let worth = "revenue-now- revenue-later- profit- risk+ strategic+";
    let against = "revenue-now revenue-later profit";
    assert_eq!(gate(worth, 4), (Light::Failed, String::new(), against.to_owned()));
    // 1 - 2 so far with two open: 1 at best.
    assert_eq!(gate("revenue-now- revenue-later- risk+ strategic?", 4).0, Light::Open);
    // 1 - 3 so far with one open: -1 at best, closed though a question is open.
    assert_eq!(gate("revenue-now- revenue-later- profit- risk+", 4).0, Light::Failed);
}

#[test]
fn what_is_reached_is_the_last_gate_passed_with_all_before_it() {
    let sets = sets();
    let set = sets.set("").expect("a set");
    let reached = |deal: &Opportunity| {
        let gates = gates(&sets, set, deal);
        let name = |gate: &account_atlas::insight::Gate<'_>| gate.words.name.text(Language::English).to_owned();
        (gates.reached, gates.next().map(name))
    };
    let next = |name: &str| Some(name.to_owned());
    assert_eq!(reached(&answered("")), (None, next("Confirmed project")));
    assert_eq!(reached(&answered("need+")), (Some(1), next("Our project")));
    // The second gate alone reaches nothing; its pluses show value, and nothing presses the client.
    assert_eq!(reached(&answered("fit+ value+")), (None, next("Confirmed project")));
    assert_eq!(reached(&answered("need+ fit+ support+ risk+")), (Some(4), next("Potential opportunity")));
    assert_eq!(reached(&answered("challenge+ fit+ support+ risk+")), (Some(4), None));
    let mut deal = answered("");
    deal.background = Background { driver_date: Some(day()), ..Background::default() };
    assert_eq!(gates(&sets, set, &deal).list[0].lacks, [Sign::Value]);
    deal.background.benefit = "Half the cost".to_owned();
    assert_eq!(reached(&deal), (Some(0), next("Confirmed project")));
    deal.background.benefit = "  ".to_owned();
    assert_eq!(reached(&deal).0, None, "blanks say nothing");
}

#[test]
fn an_answer_that_says_nothing_is_not_kept() {
    let deal = answered("need+ funds-");
    let again = deal.answer("need", None).expect("an answer").clone().marked(None, day());
    let list = deal.assessment_with(again.clone());
    assert_eq!(list.iter().map(|answer| answer.question.as_str()).collect::<Vec<_>>(), ["funds"]);
    let noted = deal.assessment_with(Answer { note: "Asked twice".to_owned(), ..again });
    assert_eq!((noted.len(), noted[0].mark), (2, None));
    assert_eq!(deal.assessment_with(Answer::new("risk", None)), deal.assessment);
    let dated = deal.answer("need", None).and_then(|answer| answer.evidence.clone());
    assert_eq!(dated, Some(Evidence { verified: Some(day()), ..Evidence::default() }));
}

#[test]
fn a_rival_takes_its_answers_with_it_and_undo_brings_them_back() {
    let (start, deal, rival) = contested();
    let start = done(&start, answer(&start, deal, mark("need", Some(rival), AnswerMark::Plus)));
    let start = done(&start, answer(&start, deal, mark("need", None, AnswerMark::Minus)));
    let mut history = History::new(start.clone());
    history.commit(Edit::Competitor(RecordEdit::Remove(rival))).expect("an edit that fits");
    let left = history.account().get::<Opportunity>(deal).expect("the opportunity");
    assert_eq!((left.competitors.len(), left.assessment.len()), (0, 1));
    assert_eq!(left.answer("need", None).and_then(|answer| answer.mark), Some(AnswerMark::Minus));
    history.undo();
    assert_eq!(history.account(), &start);
}

#[test]
fn answers_stand_in_the_file_and_a_lost_rival_is_set_aside() {
    let (start, deal, rival) = contested();
    let start = done(&start, answer(&start, deal, mark("need", Some(rival), AnswerMark::Plus)));
    let start = done(&start, answer(&start, deal, mark("funds", None, AnswerMark::Minus)));
    let bytes = file::write(&start);
    assert_eq!(file::read(&bytes).expect("sound").account, start);
    let text = String::from_utf8(bytes).expect("UTF-8");
    let mine = format!("rival: \"{rival}\"");
    assert_eq!(text.matches(&mine).count(), 1, "{text}");
    let other: CompetitorId = Ids::new(99, 99).fresh();
    for lost in [format!("rival: \"{other}\""), "rival: \"nobody\"".to_owned()] {
        let read = file::read(text.replace(&mine, &lost).as_bytes()).expect("still an account");
        let left = read.account.get::<Opportunity>(deal).expect("the opportunity");
        assert!(left.answer("need", None).is_none(), "it does not become ours");
        assert_eq!(left.answer("funds", None).and_then(|answer| answer.mark), Some(AnswerMark::Minus));
        let again = String::from_utf8(file::write(&read.account)).expect("UTF-8");
        assert!(again.contains(lost.split('"').nth(1).expect("an id")), "nothing is lost: {again}");
    }
}

#[test]
fn an_action_answers_a_question_until_it_is_done() {
    let (mut start, deal, _) = contested();
    let opportunity = start.get::<Opportunity>(deal).expect("the opportunity").clone();
    assert!(!has_open_action(&start, &opportunity, "funds"));
    let action =
        Action { opportunity: Some(deal), question: "funds".to_owned(), ..Action::new(Ids::new(3, 3).fresh()) };
    put(&mut start, action.clone());
    assert!(has_open_action(&start, &opportunity, "funds"));
    assert!(!has_open_action(&start, &opportunity, "need"));
    put(&mut start, Action { status: ActionStatus::Done, ..action });
    assert!(!has_open_action(&start, &opportunity, "funds"));
}

fn press(user: &mut Driver, label: &str) {
    user.window.get_by_label_contains(label).scroll_to_me();
    user.settle();
    user.window.get_by_label_contains(label).click();
    user.settle();
}

#[test]
fn questions_are_answered_by_clicks_and_keys_and_become_actions() {
    for twice in [false, true] {
        let (start, deal, rival) = contested();
        let mut user = Driver::new("journey-assessment", Some(&start), twice);
        user.window.state_mut().view_mut().view = View::Opportunities;
        user.window.state_mut().view_mut().opportunity = Some(deal);
        user.settle();
        press(&mut user, "Not yet a potential opportunity");
        user.settle();
        let marks = |user: &Driver| {
            let deal = user.account().get::<Opportunity>(deal).expect("the opportunity");
            let mark = |rival| deal.answer("need", rival).and_then(|answer| answer.mark);
            (mark(None), mark(Some(rival)))
        };
        press(&mut user, "Requirement · We: not said");
        assert_eq!(marks(&user), (Some(AnswerMark::Plus), None));
        press(&mut user, "Requirement · We: Yes");
        assert_eq!(marks(&user), (Some(AnswerMark::Minus), None), "a click goes on");
        assert!(user.window.query_by_label("Confirmed project: closed").is_some(), "the light follows");
        user.window.get_by_label("Requirement · Rival: not said").focus();
        user.settle();
        user.key(Key::Plus);
        assert_eq!(marks(&user), (Some(AnswerMark::Minus), Some(AnswerMark::Plus)));
        user.ctrl(Key::Z);
        user.ctrl(Key::Z);
        assert_eq!(marks(&user), (Some(AnswerMark::Plus), None), "each answer is a step");
        press(&mut user, "Make it an action: Funds");
        let action = user.account().all::<Action>().next().expect("an action").clone();
        assert_eq!((action.opportunity, action.question.as_str()), (Some(deal), "funds"));
        assert_eq!(action.what, "Answer: Are the funds secured?");
        assert!(user.window.query_by_label("Make it an action: Funds").is_none(), "offered once");
        press(&mut user, "Why, and notes: Funds");
        user.window.get_by_role_and_label(Role::MultilineTextInput, "Note: We").focus();
        user.settle();
        user.write("Ask Ada");
        let noted = user.account().get::<Opportunity>(deal).expect("the opportunity");
        assert_eq!(noted.answer("funds", None).map(|answer| answer.note.as_str()), Some("Ask Ada"));
    }
}

#[test]
fn the_background_is_typed_and_counted() {
    let (start, deal, _) = contested();
    let mut user = Driver::new("journey-background", Some(&start), false);
    user.window.state_mut().view_mut().view = View::Opportunities;
    user.window.state_mut().view_mut().opportunity = Some(deal);
    user.settle();
    press(&mut user, "0 of 18 said");
    user.window.get_by_role_and_label(Role::MultilineTextInput, "Implementation objective").focus();
    user.settle();
    user.write("Half the cost");
    let known = |user: &Driver| user.account().get::<Opportunity>(deal).expect("it").background.clone();
    assert_eq!(known(&user).objective, "Half the cost");
    assert!(user.window.query_by_label_contains("1 of 18 said").is_some());
    press(&mut user, "Emphasis: Both");
    assert_eq!(known(&user).emphasis, Some(Emphasis::Both));
    user.ctrl(Key::Z);
    user.ctrl(Key::Z);
    assert_eq!(known(&user), Background::default());
}

#[test]
fn the_table_of_answers_is_drawn_at_any_width() {
    let (mut start, deal, _) = contested();
    let mut ids = Ids::new(12, 12);
    for number in 0..5 {
        let name = format!("A competitor with a long name, number {number}");
        put(&mut start, Competitor { name, ..Competitor::new(ids.fresh()) });
    }
    let rivals = start.competitors.keys().copied().collect();
    let opportunity = start.get::<Opportunity>(deal).expect("the opportunity").clone();
    put(&mut start, Opportunity { competitors: rivals, question_set: "classic".to_owned(), ..opportunity });
    for (language, header, question) in [
        (Language::English, "Not yet a potential opportunity", "Why, and notes: Cultural compatibility"),
        (Language::Chinese, "还算不上潜在商机", "为什么问、备注：文化相合"),
    ] {
        let mut user = Driver::in_language("assessment-widths", Some(&start), false, language, &[]);
        user.window.state_mut().view_mut().view = View::Opportunities;
        user.window.state_mut().view_mut().opportunity = Some(deal);
        user.settle();
        press(&mut user, header);
        user.settle();
        press(&mut user, question);
        for size in [[400.0, 300.0], [640.0, 480.0], [1280.0, 800.0], [2560.0, 1440.0]] {
            user.window.set_size(size.into());
            user.settle();
            // In a narrow window form and list stand in one column, where the section is folded anew.
            let is_narrow = size[0] < 720.0;
            assert!(is_narrow || user.window.query_by_label_contains(question).is_some(), "{size:?}");
            assert!(user.window.state().notices().is_empty(), "{size:?}");
        }
        assert_eq!(user.account(), &start, "looking changes nothing");
    }
}
