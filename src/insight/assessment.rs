//! What the answers on an opportunity come to: counts for each side, and the gates that are passed.
//!
//! Counts only: what they are worth in percent nobody knows.

use crate::method::{AssessmentQuestion, GateWords, QuestionGroup, QuestionSet, QuestionSets, Sign};
use crate::model::{Account, Action, ActionStatus, AnswerMark, CompetitorId, Opportunity};

/// How many questions of a group speak for a side, are open, speak against it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Speak for it.
    pub plus: usize,
    /// Open: not clear, or not answered.
    pub open: usize,
    /// Speak against it.
    pub minus: usize,
}

/// How a gate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// It is passed.
    Passed,
    /// The answers that are open decide.
    Open,
    /// It is closed, whatever the open answers turn out to be.
    Failed,
}

/// A gate, and what keeps it from being passed beyond doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate<'q> {
    /// Its words.
    pub words: &'q GateWords,
    /// How it stands.
    pub light: Light,
    /// Questions to be answered: of a gate that is passed the essential ones, else all that are open.
    pub open: Vec<&'q AssessmentQuestion>,
    /// Questions that speak against it: the essential ones where there are some, else all.
    pub against: Vec<&'q AssessmentQuestion>,
    /// What the background and the answers do not show yet; only before the first group.
    pub lacks: Vec<Sign>,
}

/// The gates of an opportunity, from what is potential to what is worth winning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gates<'q> {
    /// Every gate, in order.
    pub list: Vec<Gate<'q>>,
    /// The last gate that is passed with all before it, by its place; `None` where not even the first is. The
    /// first has no questions of its own, so it holds nobody up.
    pub reached: Option<usize>,
}

impl<'q> Gates<'q> {
    /// The gate reached.
    pub fn state(&self) -> Option<&Gate<'q>> {
        self.list.get(self.reached?)
    }

    /// The first gate not passed; the one before the questions only where nothing else is wanting.
    pub fn next(&self) -> Option<&Gate<'q>> {
        let is_wanting = |gate: &&Gate<'q>| gate.light != Light::Passed;
        self.list.iter().skip(1).find(is_wanting).or_else(|| self.list.first().filter(is_wanting))
    }
}

/// The answer that counts: one that nobody gave is open.
pub fn mark_of(opportunity: &Opportunity, question: &str, rival: Option<CompetitorId>) -> AnswerMark {
    opportunity.answer(question, rival).and_then(|answer| answer.mark).unwrap_or(AnswerMark::Open)
}

/// Counts the answers of a group for us (`None`) or for a rival. Cost: questions times answers.
pub fn tally(group: &QuestionGroup, opportunity: &Opportunity, rival: Option<CompetitorId>) -> Tally {
    let mut tally = Tally::default();
    for question in &group.questions {
        match mark_of(opportunity, &question.code, rival) {
            AnswerMark::Plus => tally.plus += 1,
            AnswerMark::Open => tally.open += 1,
            AnswerMark::Minus => tally.minus += 1,
        }
    }
    tally
}

/// The gates as our answers have them. Source: methods O2; the pass rule is ours: no minus on an essential
/// question, and pluses less minuses above the sets' number. Nothing is ever forbidden by a gate.
pub fn gates<'q>(sets: &'q QuestionSets, set: &'q QuestionSet, opportunity: &Opportunity) -> Gates<'q> {
    let mut list = vec![potential(sets, set, opportunity)];
    list.extend(set.groups.iter().map(|group| gate(group, opportunity, sets.pass_above)));
    let passed = list.iter().skip(1).take_while(|gate| gate.light == Light::Passed).count();
    let is_potential = list.first().is_some_and(|gate| gate.light == Light::Passed);
    let reached = (passed > 0 || is_potential).then_some(passed);
    Gates { list, reached }
}

fn gate<'q>(group: &'q QuestionGroup, opportunity: &Opportunity, pass_above: i32) -> Gate<'q> {
    let marked = |mark: AnswerMark| -> Vec<&'q AssessmentQuestion> {
        group.questions.iter().filter(|question| mark_of(opportunity, &question.code, None) == mark).collect()
    };
    let essential = |list: &[&'q AssessmentQuestion]| -> Vec<&'q AssessmentQuestion> {
        list.iter().copied().filter(|question| question.essential).collect()
    };
    let (open, minus) = (marked(AnswerMark::Open), marked(AnswerMark::Minus));
    let tally = tally(group, opportunity, None);
    let (plus, undecided, against) = (count(tally.plus), count(tally.open), count(tally.minus));
    let barred = essential(&minus);
    let light = if !barred.is_empty() || plus + undecided - against <= pass_above {
        Light::Failed
    } else if plus - against > pass_above {
        Light::Passed
    } else {
        Light::Open
    };
    let open = if light == Light::Passed { essential(&open) } else { open };
    let against = if barred.is_empty() { minus } else { barred };
    Gate { words: &group.gate, light, open, against, lacks: Vec::new() }
}

/// An opportunity is potential where something presses the client and our value shows.
fn potential<'q>(sets: &'q QuestionSets, set: &QuestionSet, opportunity: &Opportunity) -> Gate<'q> {
    let background = &opportunity.background;
    let is_said = |text: &String| !text.trim().is_empty();
    let shown = |sign: Sign| {
        let known = match sign {
            Sign::Pressure => {
                is_said(&background.environment) || is_said(&background.driver) || background.driver_date.is_some()
            }
            Sign::Value => is_said(&background.benefit),
        };
        let mut asked = set.questions().filter(|question| question.shows == Some(sign));
        known || asked.any(|question| mark_of(opportunity, &question.code, None) == AnswerMark::Plus)
    };
    let lacks: Vec<Sign> = [Sign::Pressure, Sign::Value].into_iter().filter(|sign| !shown(*sign)).collect();
    let light = if lacks.is_empty() { Light::Passed } else { Light::Open };
    Gate { words: &sets.potential, light, open: Vec::new(), against: Vec::new(), lacks }
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// Whether an action that is neither done nor dropped is to answer a question on the opportunity.
pub fn has_open_action(account: &Account, opportunity: &Opportunity, question: &str) -> bool {
    let asks = |action: &Action| action.opportunity == Some(opportunity.id) && action.question == question;
    let is_open = |action: &Action| !matches!(action.status, ActionStatus::Done | ActionStatus::Dropped);
    account.all::<Action>().any(|action| asks(action) && is_open(action))
}
