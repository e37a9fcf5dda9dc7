//! Undo: the earlier accounts, one for each step.

use super::{Change, Edit, EditError, Gesture, PersonChange, RecordEdit, StructureEdit, apply};
use crate::model::Account;

/// How many steps can be undone.
const MAX_STEPS: usize = 200;

/// A number that grows with every change; the key of everything derived from an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

/// A step that can be undone or redone.
#[derive(Clone, Debug)]
pub struct Step {
    /// What was done.
    pub edit: Edit,
    /// The account before it.
    pub before: Account,
    /// The account after it.
    pub after: Account,
    revision_before: Revision,
    revision_after: Revision,
}

/// What a commit came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Committed {
    /// The account is as it was.
    Unchanged,
    /// A new step was made.
    Step,
    /// The last step went on: the same field was changed again.
    Merged,
}

/// The document with its past and its undone future.
#[derive(Clone, Debug)]
pub struct History {
    account: Account,
    revision: Revision,
    newest: Revision,
    saved: Option<Revision>,
    done: Vec<Step>,
    undone: Vec<Step>,
    merging: bool,
}

impl History {
    /// A history that starts with `account`, which is as its file has it.
    pub fn new(account: Account) -> Self {
        let revision = Revision(0);
        Self {
            account,
            revision,
            newest: revision,
            saved: Some(revision),
            done: Vec::new(),
            undone: Vec::new(),
            merging: false,
        }
    }

    /// The document now.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The document's revision now; undo gives back the earlier number.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Whether the document is as it was last saved.
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.revision)
    }

    /// Remembers that `revision` is on disk.
    pub fn mark_saved(&mut self, revision: Revision) {
        self.saved = Some(revision);
    }

    /// Remembers that what is on disk is no revision of this history.
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// Ends the gesture: the next edit makes a step of its own. One that led back to where it began was none.
    pub fn end_merge(&mut self) {
        if std::mem::take(&mut self.merging)
            && let Some(idle) = self.done.pop_if(|last| last.before == last.after)
        {
            self.account = idle.before;
            self.revision = idle.revision_before;
        }
    }

    /// Applies `edit` as one step. Edits of one field in a row go on with the step before.
    ///
    /// # Errors
    /// [`EditError`] as [`apply`] says; nothing changes.
    pub fn commit(&mut self, edit: Edit) -> Result<Committed, EditError> {
        let after = apply(&self.account, &edit)?;
        if after == self.account {
            return Ok(Committed::Unchanged);
        }
        let revision = Revision(self.newest.0 + 1);
        let merges =
            self.merging && self.undone.is_empty() && self.done.last().is_some_and(|last| goes_on(&last.edit, &edit));
        self.undone.clear();
        let committed = match self.done.last_mut() {
            Some(last) if merges => {
                // Naming somebody new belongs to the adding.
                if !matches!(last.edit, Edit::Gesture(Gesture::Add(_), _)) {
                    last.edit = edit;
                }
                last.after = after.clone();
                last.revision_after = revision;
                Committed::Merged
            }
            Some(_) | None => {
                self.done.push(Step {
                    edit,
                    before: self.account.clone(),
                    after: after.clone(),
                    revision_before: self.revision,
                    revision_after: revision,
                });
                Committed::Step
            }
        };
        if self.done.len() > MAX_STEPS {
            self.done.remove(0);
        }
        self.account = after;
        self.revision = revision;
        self.newest = revision;
        self.merging = true;
        Ok(committed)
    }

    /// The step that [`History::undo`] would take back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The step that [`History::redo`] would do again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// Takes the last step back and gives it.
    pub fn undo(&mut self) -> Option<&Step> {
        self.end_merge();
        let step = self.done.pop()?;
        self.account = step.before.clone();
        self.revision = step.revision_before;
        self.undone.push(step);
        self.undone.last()
    }

    /// Takes the last step back for good: a gesture that was cancelled cannot be redone.
    pub fn take_back(&mut self) {
        if let Some(step) = self.done.pop() {
            self.account = step.before;
            self.revision = step.revision_before;
            self.merging = false;
        }
    }

    /// Does the step last undone again and gives it.
    pub fn redo(&mut self) -> Option<&Step> {
        let step = self.undone.pop()?;
        self.account = step.after.clone();
        self.revision = step.revision_after;
        self.merging = false;
        self.done.push(step);
        self.done.last()
    }
}

/// Whether `next` goes on with what `last` began.
fn goes_on(last: &Edit, next: &Edit) -> bool {
    let Edit::Gesture(Gesture::Add(person) | Gesture::Name(person), _) = last else {
        return is_same_field(last, next);
    };
    let is_name = |change: &PersonChange| matches!(change, PersonChange::Name(_));
    matches!(next, Edit::Gesture(Gesture::Name(named), _) if named == person)
        || matches!(next, Edit::Person(RecordEdit::Set(named, change)) if named == person && is_name(change))
}

/// Whether two edits set the same field of the same record.
fn is_same_field(one: &Edit, other: &Edit) -> bool {
    match (field_key(one), field_key(other)) {
        (Some(one), Some(other)) => one == other,
        (Some(_) | None, _) => false,
    }
}

/// Kind of record, its id and the field that an edit sets.
fn field_key(edit: &Edit) -> Option<(&'static str, String, &'static str)> {
    fn set<T: super::change::Editable>(
        kind: &'static str,
        edit: &RecordEdit<T>,
    ) -> Option<(&'static str, String, &'static str)> {
        match edit {
            RecordEdit::Set(id, change) => Some((kind, id.to_string(), change.field())),
            RecordEdit::Add(_) | RecordEdit::Order(_) | RecordEdit::Remove(_) => None,
        }
    }
    match edit {
        Edit::Profile(change) => Some(("profile", String::new(), change.field())),
        Edit::Client(change) => Some(("client", String::new(), change.field())),
        Edit::Plan(change) => Some(("plan", String::new(), change.field())),
        Edit::Seat(edit) => set("seat", edit),
        Edit::Person(edit) => set("person", edit),
        Edit::Link(edit) => set("link", edit),
        Edit::Member(edit) => set("member", edit),
        Edit::TeamRelation(edit) => set("relation", edit),
        Edit::Opportunity(edit) => set("opportunity", edit),
        Edit::Competitor(edit) => set("competitor", edit),
        Edit::Goal(edit) => set("goal", edit),
        Edit::Action(edit) => set("action", edit),
        Edit::Activity(edit) => set("activity", edit),
        Edit::Swot(edit) => set("swot", edit),
        Edit::Value(edit) => set("value", edit),
        Edit::Risk(edit) => set("risk", edit),
        Edit::Review(edit) => set("review", edit),
        Edit::Snapshot(edit) => set("snapshot", edit),
        Edit::Mute(edit) => set("mute", edit),
        Edit::FunnelWeek(edit) => set("week", edit),
        Edit::Score(edit) => set("score", edit),
        Edit::Lever(edit) => set("lever", edit),
        Edit::Forecast(edit) => set("forecast", edit),
        Edit::Need(edit) => set("need", edit),
        Edit::Budget(edit) => set("budget", edit),
        Edit::Workload(edit) => set("workload", edit),
        Edit::Structure(StructureEdit::Judge { opportunity, person, change }) => {
            Some(("judge", format!("{opportunity}/{person}"), change.field()))
        }
        Edit::Structure(_) | Edit::Batch(_) | Edit::Gesture(..) => None,
    }
}
