//! What the method says on activities and actions: words they must not begin with, prompts, questions to ask.

use serde::Deserialize;

use super::{MethodError, Said};

/// What the forms of work explain on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum WorkTopic {
    /// The five Ws.
    Preparation,
    /// The expected client action.
    Expected,
    /// What came of an activity.
    Outcome,
    /// What an action delivers.
    Deliverable,
    /// The communication walk-around.
    Walk,
}

/// The four kinds of question. Source: methods X4, after Rackham.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum QuestionKind {
    /// How things are.
    Situation,
    /// Where it hurts.
    Problem,
    /// What follows from that.
    Implication,
    /// What solving it would be worth.
    Payoff,
}

/// Words with which a sentence betrays what it speaks of, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Openings {
    /// Words that betray it.
    pub words: Vec<String>,
    /// Longer beginnings that look alike and are fine.
    pub except: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Why {
    about: WorkTopic,
    lines: Vec<Said>,
}

/// A kind of question with an example and what to mind.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct QuestionNotes {
    about: QuestionKind,
    /// A question as it may be asked.
    pub example: Said,
    /// What to mind.
    pub lines: Vec<Said>,
}

/// Guidance on activities and actions. Sources: methods X1 to X4, L9.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ActivityGuide {
    /// How many days the recent advance rate looks back.
    pub recent_days: u16,
    /// In how many days a follow-up action is due.
    pub follow_up_days: u16,
    /// What may stand before the verb of a sentence.
    pub leads: Vec<String>,
    /// Words that, behind a verb, make it something done for us.
    pub to_us: Vec<String>,
    /// What stands before whom it is done for, with the verb behind.
    pub towards: Vec<String>,
    /// How sentences begin that say what the seller does.
    pub seller: Openings,
    /// How deliverables begin that name the effort.
    pub effort: Openings,
    why: Vec<Why>,
    questions: Vec<QuestionNotes>,
}

impl ActivityGuide {
    /// The guidance as it ships.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(ron::from_str(include_str!("../../assets/method/activity.ron"))?)
    }

    /// What there is to say on a topic, a line each.
    pub fn why(&self, topic: WorkTopic) -> &[Said] {
        self.why.iter().find(|why| why.about == topic).map_or(&[], |why| &why.lines)
    }

    /// What there is to say on a kind of question.
    pub fn question(&self, kind: QuestionKind) -> Option<&QuestionNotes> {
        self.questions.iter().find(|notes| notes.about == kind)
    }
}
