//! Guidance: a few questions that lead to a judgement, what to do with whom, how to talk with whom.

use serde::Deserialize;

use super::{Ease, Language, MethodError};
use crate::model::{
    BuyingRole, Coded, Coverage, InnovationAttitude, PoliticalStatus, RelationshipStage, Support, ThinkingStyle,
};

/// What questions can help to judge. Source: methods P3 to P7, P10, P11.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Topic {
    /// Buying role.
    Role,
    /// Innovation attitude.
    Attitude,
    /// Support.
    Support,
    /// Coverage.
    Coverage,
    /// Political status.
    Political,
    /// Relationship stage.
    Stage,
    /// Veto right.
    Veto,
    /// Coach.
    Coach,
    /// Thinking style.
    Style,
}

impl Topic {
    /// Every topic, in the order of the inspector.
    pub const ALL: [Self; 9] = [
        Self::Role,
        Self::Attitude,
        Self::Support,
        Self::Coverage,
        Self::Political,
        Self::Stage,
        Self::Veto,
        Self::Coach,
        Self::Style,
    ];

    /// The scale its values are of; `None` where it is yes or no.
    pub const fn kind(self) -> Option<&'static str> {
        Some(match self {
            Self::Role => BuyingRole::KIND,
            Self::Attitude => InnovationAttitude::KIND,
            Self::Support => Support::KIND,
            Self::Coverage => Coverage::KIND,
            Self::Political => PoliticalStatus::KIND,
            Self::Stage => RelationshipStage::KIND,
            Self::Style => ThinkingStyle::KIND,
            Self::Veto | Self::Coach => return None,
        })
    }

    /// The codes of its values; `Yes` and `No` where it is yes or no.
    pub fn codes(self) -> Vec<&'static str> {
        fn all<T: Coded>() -> Vec<&'static str> {
            T::ALL.iter().map(|value| value.code()).collect()
        }
        match self {
            Self::Role => all::<BuyingRole>(),
            Self::Attitude => all::<InnovationAttitude>(),
            Self::Support => all::<Support>(),
            Self::Coverage => all::<Coverage>(),
            Self::Political => all::<PoliticalStatus>(),
            Self::Stage => all::<RelationshipStage>(),
            Self::Style => all::<ThinkingStyle>(),
            Self::Veto | Self::Coach => vec![YES, NO],
        }
    }
}

const YES: &str = "Yes";
const NO: &str = "No";
/// Stands in the file for a value that is not known.
const UNKNOWN: &str = "Unknown";

/// Yes or no from its code.
pub fn yes_or_no(code: &str) -> Option<bool> {
    match code {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    }
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Said {
    en: String,
    zh: String,
}

impl Said {
    /// The text in one language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// A question with its answers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Question {
    /// What is asked.
    pub ask: Said,
    /// What can be answered, in reading order.
    pub answers: Vec<Answer>,
}

/// An answer and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Answer {
    /// What is answered.
    pub say: Said,
    /// What follows.
    pub then: Step,
}

/// What follows an answer. No answer leads nowhere: the file cannot say so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Step {
    /// Another question.
    Ask(Question),
    /// A value by its code, and why.
    Value(String, Said),
    /// Unknown, and what to find out.
    Unknown(Said),
}

/// Where answers have led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached<'g> {
    /// To a question that is open.
    Question(&'g Question),
    /// To a value by its code, `None` for unknown, and why.
    Value(Option<&'g str>, &'g Said),
}

impl Question {
    /// Where `answers`, each by its place, lead from here. An answer that is none is not taken.
    /// Cost: one step an answer.
    pub fn follow(&self, answers: &[usize]) -> Reached<'_> {
        let mut here = self;
        for place in answers {
            match here.answers.get(*place).map(|answer| &answer.then) {
                Some(Step::Ask(next)) => here = next,
                Some(Step::Value(code, why)) => return Reached::Value(Some(code), why),
                Some(Step::Unknown(why)) => return Reached::Value(None, why),
                None => break,
            }
        }
        Reached::Question(here)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Tree {
    topic: Topic,
    first: Question,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Advice {
    topic: Topic,
    value: String,
    lines: Vec<Said>,
}

/// How people of one thinking style talk, and how to talk with them. Source: methods P11, P12, P14; the
/// source's remedy for D is left out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct StyleNotes {
    style: String,
    /// The animal that stands for it.
    pub animal: Said,
    /// What they like to say.
    pub says: Said,
    /// How others may see them.
    pub seen_as: Said,
    /// What helps in talking with them.
    pub tactics: Vec<Said>,
    /// What to check before a call or a proposal.
    pub prompts: Vec<Said>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct EaseNote {
    ease: String,
    text: Said,
}

/// The guidance of the method.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Guide {
    trees: Vec<Tree>,
    advice: Vec<Advice>,
    styles: Vec<StyleNotes>,
    eases: Vec<EaseNote>,
    /// How far thinking styles may be trusted.
    pub caveat: Said,
}

impl Guide {
    /// The guidance as it ships.
    ///
    /// # Errors
    /// [`MethodError`] where the shipped file is broken.
    pub fn shipped() -> Result<Self, MethodError> {
        Ok(ron::from_str(include_str!("../../assets/method/guide.ron"))?)
    }

    /// The first question of a topic.
    pub fn first(&self, topic: Topic) -> Option<&Question> {
        self.trees.iter().find(|tree| tree.topic == topic).map(|tree| &tree.first)
    }

    /// What to do with somebody so judged, a line each; `None` is unknown.
    pub fn advice(&self, topic: Topic, code: Option<&str>) -> &[Said] {
        let value = code.unwrap_or(UNKNOWN);
        let found = self.advice.iter().find(|advice| advice.topic == topic && advice.value == value);
        found.map_or(&[], |advice| &advice.lines)
    }

    /// What there is to say of a thinking style.
    pub fn style(&self, style: ThinkingStyle) -> Option<&StyleNotes> {
        self.styles.iter().find(|notes| notes.style == style.code())
    }

    /// What two styles so related mean to each other.
    pub fn ease(&self, ease: Ease) -> Option<&Said> {
        self.eases.iter().find(|note| note.ease == ease.code()).map(|note| &note.text)
    }
}
