//! Schema 1: maps that stand in the file as lists, so that a doubled key cannot pass unseen.

use std::collections::BTreeMap;

use serde::de::MapAccess;

use super::codec::{Bounded, Read, list_from_ron, raw};
use super::fields::write_inline;
use super::record::Field;
use super::v1_client::SupportingNote;
use crate::model::{
    Evidence, EvidenceList, JudgementField, Kept, LayoutKind, OpportunityJudgement, PersonId, Pin, Pins,
    SupportingItem, SupportingNotes,
};

pub(super) type Judgements = BTreeMap<PersonId, OpportunityJudgement>;

/// One person's judgements in an opportunity, as a list item.
pub(super) struct JudgedPerson {
    pub(super) person: PersonId,
    pub(super) judgement: OpportunityJudgement,
    pub(super) kept: Kept,
}

impl Default for JudgedPerson {
    fn default() -> Self {
        let person = PersonId::from_bits(0);
        Self { person, judgement: OpportunityJudgement::default(), kept: Kept::default() }
    }
}

/// Evidence for one judgement, as a list item.
pub(super) struct AboutEvidence {
    pub(super) about: JudgementField,
    pub(super) evidence: Evidence,
    pub(super) kept: Kept,
}

impl Default for AboutEvidence {
    fn default() -> Self {
        let about = JudgementField::Role;
        Self { about, evidence: Evidence::default(), kept: Kept::default() }
    }
}

/// A pin in one layout, as a list item.
pub(super) struct PinnedAt {
    pub(super) layout: LayoutKind,
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) kept: Kept,
}

impl Default for PinnedAt {
    fn default() -> Self {
        Self { layout: LayoutKind::Organization, x: 0, y: 0, kept: Kept::default() }
    }
}

/// A map that stands in the file as a list, so that a doubled key cannot pass unseen.
///
/// A list with a doubled key, or one this version does not understand, is kept as text in whole.
macro_rules! keyed_lists {
    ($($map:ty, $item:ty, $lost:expr, $into:expr, $from:expr);+ $(;)?) => {$(
        impl Field for $map {
            fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Result<Self, String>, A::Error> {
                let text = raw(map)?;
                let Ok(Bounded(list)) = list_from_ron::<$item>(&text) else { return Ok(Err(text)) };
                let count = list.len();
                let lost: fn(&$item) -> bool = $lost;
                if list.iter().any(|Read(item)| lost(item)) {
                    return Ok(Err(text));
                }
                let map: $map = list.into_iter().map(|Read(item)| $into(item)).collect();
                Ok(if map.len() == count { Ok(map) } else { Err(text) })
            }
            fn write(&self, out: &mut String, depth: usize) {
                let items: Vec<$item> = self.iter().map($from).collect();
                write_inline(items.iter(), out, depth);
            }
            fn is_default(&self) -> bool {
                self.is_empty()
            }
        }
    )+};
}

pub(super) use keyed_lists;

keyed_lists! {
    Judgements, JudgedPerson, |item| item.kept.get("person").is_some(),
    |item: JudgedPerson| (item.person, OpportunityJudgement { kept: item.kept, ..item.judgement }),
    |(person, judgement): (&PersonId, &OpportunityJudgement)| JudgedPerson {
        person: *person,
        judgement: judgement.clone(),
        kept: judgement.kept.clone(),
    };
    EvidenceList, AboutEvidence, |item| item.kept.get("about").is_some(),
    |item: AboutEvidence| (item.about, Evidence { kept: item.kept, ..item.evidence }),
    |(about, evidence): (&JudgementField, &Evidence)| AboutEvidence {
        about: *about,
        evidence: evidence.clone(),
        kept: evidence.kept.clone(),
    };
    SupportingNotes, SupportingNote, |item| !item.kept.is_empty(),
    |item: SupportingNote| (item.item, item.note),
    |(item, note): (&SupportingItem, &String)| SupportingNote {
        item: *item,
        note: note.clone(),
        kept: Kept::default(),
    };
    Pins, PinnedAt, |item| !item.kept.is_empty(),
    |item: PinnedAt| (item.layout, Pin { x: item.x, y: item.y }),
    |(layout, pin): (&LayoutKind, &Pin)| PinnedAt {
        layout: *layout,
        x: pin.x,
        y: pin.y,
        kept: Kept::default(),
    };
}

/// One record where a record may stand.
impl Field for Option<Evidence> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Result<Self, String>, A::Error> {
        let evidence = map.next_value::<Option<Read<Evidence>>>()?;
        Ok(Ok(evidence.map(|Read(evidence)| evidence)))
    }
    fn write(&self, out: &mut String, depth: usize) {
        if let Some(evidence) = self {
            super::record::write_record(evidence, out, depth);
        }
    }
    fn is_default(&self) -> bool {
        self.is_none()
    }
}
