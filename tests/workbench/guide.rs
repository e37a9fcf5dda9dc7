//! The guidance that ships: every tree ends everywhere, both languages say everything, the matrix is the method's.

use std::collections::BTreeSet;

use account_atlas::method::{Answer, Ease, Guide, Question, Reached, Said, Step, Topic, between, yes_or_no};
use account_atlas::model::{Coded, ThinkingStyle};
use account_atlas::words::{Language, Words};

fn guide() -> Guide {
    Guide::shipped().expect("the guidance that ships can be read")
}

fn first(guide: &Guide, topic: Topic) -> &Question {
    guide.first(topic).unwrap_or_else(|| panic!("{topic:?} has no questions"))
}

/// Every way through the questions, each answer by its place, with where it ends.
fn ends<'g>(first: &'g Question, way: &[usize], out: &mut Vec<(Vec<usize>, Option<&'g str>)>) {
    match first.follow(way) {
        Reached::Value(code, _) => out.push((way.to_vec(), code)),
        Reached::Question(question) => {
            for place in 0..question.answers.len() {
                let longer: Vec<usize> = way.iter().copied().chain([place]).collect();
                // An answer that leads nowhere would ask the same question for ever.
                assert_ne!(first.follow(&longer), Reached::Question(question), "a dead end at {longer:?}");
                ends(first, &longer, out);
            }
        }
    }
}

fn all_ends(question: &Question) -> Vec<(Vec<usize>, Option<&str>)> {
    let mut found = Vec::new();
    ends(question, &[], &mut found);
    found
}

/// Every text of a tree.
fn texts<'g>(question: &'g Question, out: &mut Vec<&'g Said>) {
    out.push(&question.ask);
    for Answer { say, then } in &question.answers {
        out.push(say);
        match then {
            Step::Ask(next) => texts(next, out),
            Step::Value(_, why) | Step::Unknown(why) => out.push(why),
        }
    }
}

fn is_said(said: &Said) {
    let [chinese, english] = Language::ALL.map(|language| said.text(language).trim());
    let is_chinese = |letter: char| matches!(letter, '\u{4E00}'..='\u{9FFF}');
    assert!(chinese.chars().any(is_chinese), "no Chinese: {said:?}");
    assert!(!english.is_empty() && !english.chars().any(is_chinese), "no English: {said:?}");
}

#[test]
fn every_judgement_has_questions_that_end_in_each_value_and_in_unknown() {
    let guide = guide();
    for topic in Topic::ALL {
        let ends: BTreeSet<Option<&str>> = all_ends(first(&guide, topic)).into_iter().map(|(_, code)| code).collect();
        let expected: BTreeSet<Option<&str>> = topic.codes().into_iter().map(Some).chain([None]).collect();
        assert_eq!(ends, expected, "{topic:?}");
    }
}

#[test]
fn nobody_is_asked_more_than_three_questions() {
    let guide = guide();
    for topic in Topic::ALL {
        for (way, _) in all_ends(first(&guide, topic)) {
            assert!(way.len() <= 3, "{topic:?} asks {} questions at {way:?}", way.len());
        }
    }
}

#[test]
fn every_question_can_be_answered_by_a_number_key() {
    fn walk(question: &Question) {
        assert!((2..=9).contains(&question.answers.len()), "{:?}", question.ask);
        for answer in &question.answers {
            if let Step::Ask(next) = &answer.then {
                walk(next);
            }
        }
    }
    let guide = guide();
    Topic::ALL.iter().for_each(|topic| walk(first(&guide, *topic)));
}

#[test]
fn an_answer_that_is_none_leaves_the_question_open() {
    let guide = guide();
    let support = first(&guide, Topic::Support);
    assert_eq!(support.follow(&[7]), Reached::Question(support));
    assert!(matches!(support.follow(&[0]), Reached::Value(Some("Mentor"), _)));
    // Not knowing is unknown, never neutral. Source: methods P5.
    assert!(matches!(support.follow(&[1, 3]), Reached::Value(None, _)));
    assert_eq!((yes_or_no("Yes"), yes_or_no("No"), yes_or_no("Mentor")), (Some(true), Some(false), None));
}

#[test]
fn the_guidance_is_complete_in_both_languages() {
    let guide = guide();
    let mut all = vec![&guide.caveat];
    for topic in Topic::ALL {
        texts(first(&guide, topic), &mut all);
    }
    for topic in [Topic::Role, Topic::Attitude, Topic::Support, Topic::Coverage] {
        for code in topic.codes().into_iter().map(Some).chain([None]) {
            let lines = guide.advice(topic, code);
            assert!((1..=2).contains(&lines.len()), "{topic:?} {code:?}: {} lines", lines.len());
            all.extend(lines);
        }
    }
    for style in ThinkingStyle::ALL {
        let notes = guide.style(*style).unwrap_or_else(|| panic!("nothing on {style:?}"));
        assert!(!notes.tactics.is_empty(), "{style:?}");
        all.extend(
            [&notes.animal, &notes.says, &notes.seen_as].into_iter().chain(&notes.tactics).chain(&notes.prompts),
        );
    }
    all.extend(Ease::ALL.iter().map(|ease| guide.ease(*ease).unwrap_or_else(|| panic!("nothing on {ease:?}"))));
    assert!(all.len() > 230, "only {} texts", all.len());
    all.into_iter().for_each(is_said);
}

#[test]
fn a_broken_step_cannot_be_read() {
    let answer = |then: &str| format!("(say: (en: \"a\", zh: \"甲\"), then: {then})");
    let sound: Result<Answer, _> = ron::from_str(&answer("Unknown((en: \"b\", zh: \"乙\"))"));
    assert!(sound.is_ok());
    for broken in ["Nothing", "Ask(())", "Value(\"Mentor\")"] {
        assert!(ron::from_str::<Answer>(&answer(broken)).is_err(), "{broken}");
    }
}

/// Source: methods P14, seventeen prompts: five, four, four and four.
#[test]
fn the_walk_around_has_its_prompts() {
    let guide = guide();
    let counts = ThinkingStyle::ALL.iter().map(|style| guide.style(*style).expect("notes").prompts.len());
    assert_eq!(counts.collect::<Vec<_>>(), [5, 4, 4, 4]);
}

/// Source: methods P13: same AA BB CC DD; compatible A-B, C-D; contrasting A-D, B-C; across A-C, B-D.
#[test]
fn the_matrix_of_styles_is_the_methods() {
    use ThinkingStyle::{A, B, C, D};
    let pairs = [
        (A, A, Ease::Same),
        (B, B, Ease::Same),
        (C, C, Ease::Same),
        (D, D, Ease::Same),
        (A, B, Ease::Compatible),
        (C, D, Ease::Compatible),
        (A, D, Ease::Contrasting),
        (B, C, Ease::Contrasting),
        (A, C, Ease::Diagonal),
        (B, D, Ease::Diagonal),
    ];
    for (one, other, ease) in pairs {
        assert_eq!(between(one, other), ease, "{one:?} with {other:?}");
        assert_eq!(between(other, one), ease, "{other:?} with {one:?}");
    }
    assert!(Ease::ALL.is_sorted(), "the easiest first");
}

#[test]
fn every_ease_has_a_word_of_its_own() {
    for language in Language::ALL {
        let words = Words::shipped(language).expect("the words that ship");
        let named: BTreeSet<&str> = Ease::ALL.iter().map(|ease| words.value(*ease)).collect();
        assert_eq!(named.len(), Ease::ALL.len(), "{named:?}");
        assert!(!named.contains("???"), "{named:?}");
    }
}
