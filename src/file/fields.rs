//! The kinds of value that fields hold, and how each is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::de::MapAccess;
use ulid::Ulid;

use super::codec::{Bounded, Read, push_string, raw};
use super::record::{Field, Stored, indent, write_record};
use super::word::{Word, parse_raw, write_word};
use crate::model::{
    AccountId, ActionId, ActivityId, BenefitId, BudgetLineId, Coded, CompetitorId, CriterionId, Currency,
    ForecastLineId, FunnelWeekId, GoalId, GrowthLeverId, Judged, LinkId, LinkKind, MemberId, MuteId, NeedId,
    OpportunityId, PersonId, ProcessStepId, Record, ResourceNeedId, ReviewId, RiskId, ScoreLineId, SeatId, SnapshotId,
    SwotId, Table, TeamRelationId, ValueId, WorkloadSegmentId,
};

/// The most ids or facts one record may list.
const MAX_INNER: usize = 10_000;
/// The most records one table may hold.
pub(super) const MAX_RECORDS: usize = 400_000;

type Read1<T, E> = Result<Result<T, String>, E>;

impl Field for String {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
        map.next_value().map(Ok)
    }
    fn write(&self, out: &mut String, _depth: usize) {
        push_string(out, self);
    }
    fn is_default(&self) -> bool {
        self.is_empty()
    }
}

macro_rules! plain_fields {
    ($($type:ty, $default:expr);+ $(;)?) => {$(
        impl Field for $type {
            fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
                map.next_value().map(Ok)
            }
            fn write(&self, out: &mut String, _depth: usize) {
                out.push_str(&self.to_string());
            }
            fn is_default(&self) -> bool {
                *self == $default
            }
        }
    )+};
}
plain_fields! { bool, false; i32, 0; }

impl<T: Word> Field for Option<T> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
        let text = raw(map)?;
        Ok(if text == "None" { Ok(None) } else { parse_raw(text).map(Some) })
    }
    fn write(&self, out: &mut String, _depth: usize) {
        if let Some(word) = self {
            write_word(word, out);
        }
    }
    fn is_default(&self) -> bool {
        self.is_none()
    }
}

/// A value that always stands in the file.
macro_rules! required_words {
    ($($type:ty),+ $(,)?) => {$(
        impl Field for $type {
            fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
                Ok(parse_raw(raw(map)?))
            }
            fn write(&self, out: &mut String, _depth: usize) {
                write_word(self, out);
            }
            fn is_default(&self) -> bool {
                false
            }
        }
    )+};
}
required_words! {
    Currency, LinkKind, crate::model::PersonKind, crate::model::OpportunityStatus,
    crate::model::ActionStatus, crate::model::ActivityKind, crate::model::SwotQuadrant,
    crate::model::RiskLevel, crate::model::ReviewKind, crate::model::LayoutKind,
    crate::model::JudgementField, crate::model::Fit, crate::model::ValueQuadrant,
    crate::model::ScoreAxis, crate::model::SupportingItem,
}

macro_rules! id_words {
    ($($type:ident),+ $(,)?) => {
        $(
            impl Word for $type {
                const IS_QUOTED: bool = true;
                fn parse(text: &str) -> Option<Self> {
                    $type::parse(text)
                }
                fn text(&self) -> String {
                    self.to_string()
                }
            }
        )+
        required_words! { $($type),+ }
    };
}
id_words! {
    AccountId, SeatId, PersonId, LinkId, MemberId, TeamRelationId, OpportunityId, CompetitorId,
    GoalId, ActionId, ActivityId, SwotId, RiskId, ReviewId, SnapshotId, MuteId, CriterionId, ProcessStepId, NeedId, BenefitId, FunnelWeekId, ValueId,
    ScoreLineId, GrowthLeverId, ForecastLineId, ResourceNeedId, BudgetLineId, WorkloadSegmentId,
}

impl<T: Word> Field for Judged<T> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
        let text = raw(map)?;
        Ok(match text.as_str() {
            "Inherit" => Ok(Self::Inherit),
            "Unknown" => Ok(Self::Unknown),
            _ => parse_raw(text).map(Self::Is),
        })
    }
    fn write(&self, out: &mut String, _depth: usize) {
        match self {
            Self::Inherit => out.push_str("Inherit"),
            Self::Unknown => out.push_str("Unknown"),
            Self::Is(word) => write_word(word, out),
        }
    }
    fn is_default(&self) -> bool {
        matches!(self, Self::Inherit)
    }
}

/// Reads a list of words; one that is not understood leaves the whole list as text.
fn read_words<'de, T: Word, A: MapAccess<'de>>(map: &mut A) -> Read1<Vec<T>, A::Error> {
    let text = raw(map)?;
    let parsed = ron::from_str::<Bounded<&ron::value::RawValue, MAX_INNER>>(&text);
    let words = parsed.ok().and_then(|Bounded(items)| {
        let parse = |item: &&ron::value::RawValue| parse_raw(item.get_ron().trim().to_owned()).ok();
        items.iter().map(parse).collect::<Option<Vec<T>>>()
    });
    Ok(words.ok_or(text))
}

fn write_words<'a, T: Word + 'a>(words: impl Iterator<Item = &'a T>, out: &mut String) {
    out.push('[');
    for (index, word) in words.enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        write_word(word, out);
    }
    out.push(']');
}

/// A list of words on one line.
macro_rules! word_lists {
    ($($type:ty),+ $(,)?) => {$(
        impl Field for Vec<$type> {
            fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
                read_words(map)
            }
            fn write(&self, out: &mut String, _depth: usize) {
                write_words(self.iter(), out);
            }
            fn is_default(&self) -> bool {
                self.is_empty()
            }
        }
    )+};
}
word_lists! { SeatId, PersonId, MemberId, CompetitorId }

impl<T: Coded> Field for BTreeSet<T> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
        Ok(read_words(map)?.map(|words| words.into_iter().collect()))
    }
    fn write(&self, out: &mut String, _depth: usize) {
        write_words(self.iter(), out);
    }
    fn is_default(&self) -> bool {
        self.is_empty()
    }
}

/// A list of short texts on one line.
impl Field for Vec<String> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
        let Bounded(list) = map.next_value::<Bounded<String, MAX_INNER>>()?;
        Ok(Ok(list))
    }
    fn write(&self, out: &mut String, _depth: usize) {
        out.push('[');
        for (index, text) in self.iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            push_string(out, text);
        }
        out.push(']');
    }
    fn is_default(&self) -> bool {
        self.is_empty()
    }
}

/// A list of texts, one a line.
impl Field for Arc<Vec<String>> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
        let Bounded(list) = map.next_value::<Bounded<String, MAX_INNER>>()?;
        Ok(Ok(Arc::new(list)))
    }
    fn write(&self, out: &mut String, depth: usize) {
        out.push_str("[\n");
        for text in self.iter() {
            indent(out, depth + 1);
            push_string(out, text);
            out.push_str(",\n");
        }
        indent(out, depth);
        out.push(']');
    }
    fn is_default(&self) -> bool {
        self.is_empty()
    }
}

/// One record in a field of its own.
impl<T: Stored + PartialEq> Field for Arc<T> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
        let Read(record) = map.next_value()?;
        Ok(Ok(Arc::new(record)))
    }
    fn write(&self, out: &mut String, depth: usize) {
        write_record(self.as_ref(), out, depth);
    }
    fn is_default(&self) -> bool {
        **self == T::blank()
    }
}

/// One line of records, each on one line.
pub(super) fn write_inline<'a, T: Stored + 'a>(records: impl Iterator<Item = &'a T>, out: &mut String, depth: usize) {
    out.push_str("[\n");
    for record in records {
        indent(out, depth + 1);
        write_record(record, out, depth + 1);
        out.push_str(",\n");
    }
    indent(out, depth);
    out.push(']');
}

/// Records that stand inside another record.
impl<T: Stored> Field for Vec<T> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
        let Bounded(list) = map.next_value::<Bounded<Read<T>, MAX_INNER>>()?;
        Ok(Ok(list.into_iter().map(|Read(record)| record).collect()))
    }
    fn write(&self, out: &mut String, depth: usize) {
        write_inline(self.iter(), out, depth);
    }
    fn is_default(&self) -> bool {
        self.is_empty()
    }
}

/// A table: its records one below the other.
impl<T: Stored + Record> Field for Table<T> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Read1<Self, A::Error> {
        let Bounded(list) = map.next_value::<Bounded<Read<T>, MAX_RECORDS>>()?;
        Ok(Ok(Arc::new(table_of(list.into_iter().map(|Read(record)| record)))))
    }
    fn write(&self, out: &mut String, depth: usize) {
        write_inline(self.values().map(AsRef::as_ref), out, depth);
    }
    fn is_default(&self) -> bool {
        self.is_empty()
    }
}

/// A table of records. One without an id, or with a doubled one, gets the next free id and
/// remembers the old, so that the repair can be told.
pub(super) fn table_of<T: Stored + Record>(records: impl Iterator<Item = T>) -> BTreeMap<T::Id, Arc<T>> {
    let mut table = BTreeMap::new();
    let mut homeless = Vec::new();
    for record in records {
        let id: Ulid = record.id().into();
        if id.0 == 0 || table.contains_key(&record.id()) {
            homeless.push(record);
        } else {
            table.insert(record.id(), Arc::new(record));
        }
    }
    for record in homeless {
        insert(&mut table, record);
    }
    table
}

/// Puts a record into a table; one without an id, or with a doubled one, behind the last.
pub(super) fn insert<T: Stored + Record>(table: &mut BTreeMap<T::Id, Arc<T>>, mut record: T) {
    let id: Ulid = record.id().into();
    if id.0 != 0 && !table.contains_key(&record.id()) {
        table.insert(record.id(), Arc::new(record));
        return;
    }
    let last: Ulid = table.last_key_value().map_or(Ulid(0), |(id, _)| (*id).into());
    let old = format!("\"{}\"", record.id());
    if let Some(kept) = record.kept_mut() {
        kept.push(WAS_ID, &old);
    }
    let id = T::Id::from(Ulid(last.0.wrapping_add(1)));
    table.insert(id, Arc::new(record.with_id(id)));
}

/// Where a record that got a new id remembers the old one until the repair is told.
pub(super) const WAS_ID: &str = "was_id";
