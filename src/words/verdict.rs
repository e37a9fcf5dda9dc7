//! The expected verdict as a sentence.

use super::{Message, Words};
use crate::insight::{Direction, Verdict};

impl Words {
    /// What is to be expected, in a sentence.
    pub fn verdict(&self, verdict: &Verdict) -> String {
        let unknown = verdict.unknown_share.to_string();
        let direction = self.value(verdict.direction).to_owned();
        match verdict.after.filter(|_| verdict.direction != Direction::Unknown) {
            Some(after) => {
                let said = |value: i32| format!("{value:+}");
                let before = verdict.before.map_or_else(|| self.text(&Message::UnknownValue), said);
                self.text(&Message::VerdictSentence { direction, before, after: said(after), unknown })
            }
            None => self.text(&Message::VerdictUnknown { unknown }),
        }
    }
}
