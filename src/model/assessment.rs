//! What is known of an opportunity before it is fought for: its background, and answers to the questions.

use chrono::NaiveDate;

use super::scale::scales;
use super::{Coded, CompetitorId, Evidence, Kept, Opportunity};

scales! {
    /// How a question on an opportunity is answered for one side. Source: methods O3.
    AnswerMark "answer" {
        /// Speaks for the side.
        Plus,
        /// Asked, and not clear.
        Open,
        /// Speaks against the side.
        Minus,
    }
    /// Whether business or technology weighs more with the client. Source: methods O4.
    Emphasis "emphasis" {
        /// Business.
        Business,
        /// Both alike.
        Both,
        /// Technology.
        Technology,
    }
}

/// The client's background, as far as it bears on an opportunity. Source: methods O4.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Background {
    /// In which environment the client works and competes.
    pub environment: String,
    /// How its core business is built.
    pub core_business: String,
    /// Its finances this year.
    pub finances: String,
    /// What it needs to do.
    pub need: String,
    /// What the project is.
    pub project: String,
    /// How it will decide.
    pub decision_process: String,
    /// What is to be reached by carrying it out.
    pub objective: String,
    /// What it gains once it is carried out.
    pub benefit: String,
    /// What it risks once it is carried out.
    pub exposure: String,
    /// Whether business or technology weighs more.
    pub emphasis: Option<Emphasis>,
    /// What else drives it.
    pub driver: String,
    /// The date that drives it.
    pub driver_date: Option<NaiveDate>,
    /// What its market presses for.
    pub market_pressure: String,
    /// What its operation presses for.
    pub operating_pressure: String,
    /// What its rivals press for.
    pub rival_pressure: String,
    /// What only we can give against that.
    pub unique_value: String,
    /// How our solution answers it.
    pub solution: String,
    /// How we carry it out.
    pub delivery: String,
}

/// The answer to one question for one side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The question, by its code in the method's data.
    pub question: String,
    /// For which rival; `None` is for us.
    pub rival: Option<CompetitorId>,
    /// The answer; `None` where nobody has answered yet, which counts as open.
    pub mark: Option<AnswerMark>,
    /// What there is to say of it.
    pub note: String,
    /// How we know, how sure we are, since when.
    pub evidence: Option<Evidence>,
    /// Parts of the file this version does not understand.
    pub kept: Kept,
}

impl Answer {
    /// No answer yet.
    pub fn new(question: impl Into<String>, rival: Option<CompetitorId>) -> Self {
        Self { question: question.into(), rival, ..Self::default() }
    }

    /// Whether it answers this question for this side. One whose side a file says in a way that is not
    /// understood answers for nobody, least of all for us.
    pub fn is_for(&self, question: &str, rival: Option<CompetitorId>) -> bool {
        self.question == question && self.rival == rival && self.kept.get("rival").is_none()
    }

    /// The same answered anew on `day`; without a mark the day goes, too.
    pub fn marked(mut self, mark: Option<AnswerMark>, day: NaiveDate) -> Self {
        self.mark = mark;
        self.kept.take("mark");
        let mut evidence = self.evidence.unwrap_or_default();
        evidence.verified = mark.map(|_| day);
        self.evidence = Some(evidence);
        self
    }

    fn says_something(&self) -> bool {
        self.mark.is_some() || !self.note.is_empty() || self.evidence.is_some() || !self.kept.is_empty()
    }
}

impl Opportunity {
    /// The answer to a question for us or for a rival. Cost: one walk over the answers.
    pub fn answer(&self, question: &str, rival: Option<CompetitorId>) -> Option<&Answer> {
        self.assessment.iter().find(|answer| answer.is_for(question, rival))
    }

    /// The answers with this one in its place; one that says nothing is left out.
    pub fn assessment_with(&self, mut answer: Answer) -> Vec<Answer> {
        if answer.evidence.as_ref().is_some_and(|evidence| *evidence == Evidence::default()) {
            answer.evidence = None;
        }
        let mut list = self.assessment.clone();
        let place = list.iter().position(|other| other.is_for(&answer.question, answer.rival));
        match (place, answer.says_something()) {
            (Some(at), true) => list[at] = answer,
            (Some(at), false) => {
                list.remove(at);
            }
            (None, true) => list.push(answer),
            (None, false) => {}
        }
        list
    }
}
