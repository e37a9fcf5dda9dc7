//! The answers of a review that are a bad sign, and what is done about them.

use crate::method::PlanningGuide;
use crate::model::{Account, Action, Coded, Review, ReviewCheck, ReviewQuestion};

/// The questions of a review whose answer is a bad sign, in the order of the checklist. Source: methods L6.
pub fn bad_answers(review: &Review, guide: &PlanningGuide) -> Vec<ReviewQuestion> {
    let is_bad = |question: &ReviewQuestion| {
        let mark = answer_of(review, *question).and_then(|check| check.mark);
        mark.is_some_and(|mark| guide.is_bad(*question, mark))
    };
    ReviewQuestion::ALL.iter().copied().filter(is_bad).collect()
}

/// What a review says to a question.
pub fn answer_of(review: &Review, question: ReviewQuestion) -> Option<&ReviewCheck> {
    review.checks.iter().find(|check| check.question == Some(question))
}

/// Whether an action that is neither done nor dropped is to resolve what a question of a review brought up.
pub fn has_review_action(account: &Account, question: ReviewQuestion) -> bool {
    let resolves = |action: &Action| action.opportunity.is_none() && action.question == question.code();
    account.all::<Action>().any(|action| resolves(action) && action.is_open())
}
