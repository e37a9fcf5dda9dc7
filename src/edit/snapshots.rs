//! Dated snapshots, taken by hand and at each review.

use chrono::NaiveDate;

use super::{Edit, Gesture, RecordEdit};
use crate::model::{Account, Ids, Review, ReviewId, ReviewKind, Snapshot};

/// Adds a snapshot of `account` as it stands; it may be an earlier version of the one it is added to.
pub fn take_snapshot(account: &Account, ids: &mut Ids, day: NaiveDate, label: &str) -> Edit {
    add(Snapshot::of(account, ids.fresh(), day, label))
}

/// Adds a review of `day` and, in the same step, a snapshot called `label` of the map as it stands;
/// gives the review's id.
pub fn hold_review(
    account: &Account,
    ids: &mut Ids,
    (kind, day): (ReviewKind, NaiveDate),
    reviewer: &str,
    label: &str,
) -> (Edit, ReviewId) {
    let snapshot = Snapshot::of(account, ids.fresh(), day, label);
    let review = Review {
        kind,
        date: Some(day),
        reviewer: reviewer.to_owned(),
        snapshot: Some(snapshot.id),
        ..Review::new(ids.fresh())
    };
    let id = review.id;
    let review = Edit::Review(RecordEdit::Add(Box::new(review)));
    (Edit::Gesture(Gesture::Review, vec![add(snapshot), review]), id)
}

fn add(snapshot: Snapshot) -> Edit {
    Edit::Snapshot(RecordEdit::Add(Box::new(snapshot)))
}
