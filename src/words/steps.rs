//! The name of a step, for the undo menu: "move the quality director under the CIO".

use super::{Message, Words};
use crate::edit::{Change, Edit, Editable, Gesture, RecordEdit, Reference, Step, StructureEdit};
use crate::model::{
    Account, Action, Activity, BudgetLine, Competitor, ForecastLine, FunnelWeek, Goal, GrowthLever, Link, Mute,
    Opportunity, Person, PersonId, ResourceNeed, Review, Risk, ScoreLine, Seat, Snapshot, SwotEntry, TeamMember,
    TeamRelation, ValueEntry, WorkloadSegment,
};

/// A record as the name of a step calls it.
trait Titled: Editable {
    /// The record's kind as word lists know it.
    const KIND: &'static str;
    fn title(&self, account: &Account) -> String;
}

macro_rules! titled {
    ($($record:ty, $kind:literal: |$this:ident, $account:ident| $title:expr);+ $(;)?) => {$(
        impl Titled for $record {
            const KIND: &'static str = $kind;
            fn title(&self, $account: &Account) -> String {
                let ($this, _) = (self, &$account);
                $title
            }
        }
    )+};
}
titled! {
    Seat, "Seat": |seat, account| match seat.holder {
        Some(person) if seat.title.is_empty() => account.person_name(person).to_owned(),
        Some(_) | None => seat.title.clone(),
    };
    Person, "Person": |person, account| person.name.clone();
    Link, "Link": |link, account| format!("{} – {}", account.person_name(link.from), account.person_name(link.to));
    TeamMember, "TeamMember": |member, account| member.name.clone();
    TeamRelation, "TeamRelation": |relation, account| relation.person.map_or_else(String::new, |person| account.person_name(person).to_owned());
    Opportunity, "Opportunity": |opportunity, account| opportunity.name.clone();
    Competitor, "Competitor": |rival, account| rival.name.clone();
    Goal, "Goal": |goal, account| goal.text.clone();
    Action, "Action": |action, account| action.what.clone();
    Activity, "Activity": |activity, account| activity.expected.clone();
    SwotEntry, "SwotEntry": |entry, account| entry.text.clone();
    ValueEntry, "ValueEntry": |value, account| value.text.clone();
    Risk, "Risk": |risk, account| risk.text.clone();
    Review, "Review": |review, account| review.reviewer.clone();
    Snapshot, "Snapshot": |snapshot, account| snapshot.label.clone();
    FunnelWeek, "FunnelWeek": |week, account| week.taken.map(super::date).unwrap_or_default();
    ScoreLine, "ScoreLine": |line, account| line.criterion.clone();
    GrowthLever, "GrowthLever": |lever, account| lever.text.clone();
    ForecastLine, "ForecastLine": |line, account| format!("{} {}", line.region, line.platform).trim().to_owned();
    ResourceNeed, "ResourceNeed": |need, account| need.text.clone();
    BudgetLine, "BudgetLine": |line, account| line.text.clone();
    WorkloadSegment, "WorkloadSegment": |segment, account| segment.name.clone();
    Mute, "Mute": |mute, account| mute.person.map_or_else(|| mute.reason.clone(), |person| account.person_name(person).to_owned());
}

impl Words {
    /// The name of a step; `before` is the account it was done to.
    pub fn step(&self, edit: &Edit, before: &Account) -> String {
        match edit {
            Edit::Profile(change) => self.head_step(change.field(), before),
            Edit::Client(change) => self.head_step(change.field(), before),
            Edit::Plan(change) => self.head_step(change.field(), before),
            Edit::Seat(edit) => self.record_step(edit, before),
            Edit::Person(edit) => self.record_step(edit, before),
            Edit::Link(edit) => self.record_step(edit, before),
            Edit::Member(edit) => self.record_step(edit, before),
            Edit::TeamRelation(edit) => self.record_step(edit, before),
            Edit::Opportunity(edit) => self.record_step(edit, before),
            Edit::Competitor(edit) => self.record_step(edit, before),
            Edit::Goal(edit) => self.record_step(edit, before),
            Edit::Action(edit) => self.record_step(edit, before),
            Edit::Activity(edit) => self.record_step(edit, before),
            Edit::Swot(edit) => self.record_step(edit, before),
            Edit::Value(edit) => self.record_step(edit, before),
            Edit::Risk(edit) => self.record_step(edit, before),
            Edit::Review(edit) => self.record_step(edit, before),
            Edit::Snapshot(edit) => self.record_step(edit, before),
            Edit::Mute(edit) => self.record_step(edit, before),
            Edit::FunnelWeek(edit) => self.record_step(edit, before),
            Edit::Score(edit) => self.record_step(edit, before),
            Edit::Lever(edit) => self.record_step(edit, before),
            Edit::Forecast(edit) => self.record_step(edit, before),
            Edit::Need(edit) => self.record_step(edit, before),
            Edit::Budget(edit) => self.record_step(edit, before),
            Edit::Workload(edit) => self.record_step(edit, before),
            Edit::Structure(edit) => self.structure_step(edit, before),
            Edit::Gesture(gesture, edits) => self.gesture_step(gesture, edits, before),
            Edit::Batch(edits) => match edits.as_slice() {
                [only] => self.step(only, before),
                _ => self.text(&Message::StepBatch { count: edits.len().to_string() }),
            },
        }
    }

    /// The name of a step that was done; somebody new is called by the name given since.
    pub fn step_done(&self, step: &Step) -> String {
        let Edit::Gesture(Gesture::Add(person), _) = &step.edit else {
            return self.step(&step.edit, &step.before);
        };
        let name = short(step.after.person_name(*person).to_owned());
        let kind = self.label("record", Person::KIND).to_owned();
        self.text(&Message::StepAdd { kind, name }).trim_end().to_owned()
    }

    fn gesture_step(&self, gesture: &Gesture, edits: &[Edit], before: &Account) -> String {
        let name = |person: PersonId| short(before.person_name(person).to_owned());
        let kind = || self.label("record", Person::KIND).to_owned();
        self.text(&match gesture {
            Gesture::Add(_) => Message::StepAdd { kind: kind(), name: String::new() },
            Gesture::Name(person) => Message::StepChange { field: self.field("name"), name: name(*person) },
            Gesture::Remove(people) => match people.as_slice() {
                [only] => Message::StepRemove { kind: kind(), name: name(*only) },
                many => Message::StepRemoveMany { count: many.len().to_string() },
            },
            Gesture::Unseat(people) => match people.as_slice() {
                [only] => Message::StepUnseat { person: name(*only) },
                many => Message::StepUnseatMany { count: many.len().to_string() },
            },
            Gesture::Place(person) => Message::StepPlace { person: name(*person) },
            Gesture::Move(seats) => match (seats.as_slice(), edits.first()) {
                ([_], Some(Edit::Structure(first))) => return self.structure_step(first, before),
                (many, _) => Message::StepMoveMany { count: many.len().to_string() },
            },
            Gesture::Paste(count) => Message::StepPaste { count: count.to_string() },
            Gesture::Visit(people) => match people.as_slice() {
                [] => Message::StepAdd { kind: self.label("record", Activity::KIND).to_owned(), name: String::new() },
                [only] => Message::StepVisit { person: name(*only) },
                [first, more @ ..] => Message::StepVisitMany { person: name(*first), count: more.len().to_string() },
            },
            Gesture::Confirm(person) => Message::StepConfirm { person: name(*person) },
            Gesture::Wanted(count) => Message::StepWanted { count: count.to_string() },
            Gesture::Effect(person) => Message::StepEffect { person: name(*person) },
            Gesture::Import(count) => Message::StepImport { count: count.to_string() },
            Gesture::Review => Message::StepReview,
            Gesture::SetMany { field, count } => {
                Message::StepSetMany { field: self.field(field), count: count.to_string() }
            }
        })
    }

    fn head_step(&self, field: &str, before: &Account) -> String {
        self.text(&Message::StepChange { field: self.field(field), name: before.profile.name.clone() })
    }

    fn record_step<T: Titled>(&self, edit: &RecordEdit<T>, before: &Account) -> String {
        let kind = self.label("record", T::KIND).to_owned();
        let name = |id: T::Id| before.get::<T>(id).map_or_else(String::new, |record| short(record.title(before)));
        self.text(&match edit {
            RecordEdit::Add(record) => Message::StepAdd { kind, name: short(record.title(before)) },
            RecordEdit::Set(id, change) => Message::StepChange { field: self.field(change.field()), name: name(*id) },
            RecordEdit::Order(_) => Message::StepOrder { kind },
            RecordEdit::Remove(id) => Message::StepRemove { kind, name: name(*id) },
        })
    }

    fn structure_step(&self, edit: &StructureEdit, before: &Account) -> String {
        let seat = |id| self.seat_name(before, id);
        self.text(&match edit {
            StructureEdit::SetManager { seat: moved, manager: Some(boss) } => {
                Message::StepMove { seat: seat(*moved), boss: seat(*boss) }
            }
            StructureEdit::SetManager { seat: moved, manager: None } => Message::StepMoveToTop { seat: seat(*moved) },
            StructureEdit::SetHolder { seat: on, holder: Some(person), .. } => {
                Message::StepSeat { person: before.person_name(*person).to_owned(), seat: seat(*on) }
            }
            StructureEdit::SetHolder { seat: on, holder: None, .. } => Message::StepVacate { seat: seat(*on) },
            StructureEdit::OrderReports(_) => Message::StepOrderReports,
            StructureEdit::SetPins { pins, .. } => match pins.as_slice() {
                [(only, Some(_))] => Message::StepPin { seat: seat(*only) },
                [(only, None)] => Message::StepRelease { seat: seat(*only) },
                many => Message::StepPinMany { count: many.len().to_string() },
            },
            StructureEdit::Judge { opportunity, person, change } => Message::StepJudge {
                field: self.field(change.field()),
                person: before.person_name(*person).to_owned(),
                opportunity: before.get::<Opportunity>(*opportunity).map_or_else(String::new, |deal| deal.name.clone()),
            },
        })
    }

    /// A place that speaks of a person, named: "action: offer for line 2". None for what needs no
    /// name, such as the person's own seat.
    pub fn reference(&self, reference: &Reference) -> Option<String> {
        let (kind, name) = match reference {
            Reference::Seat(_) => return None,
            Reference::Link(name) => (Link::KIND, name),
            Reference::Group(name) => (Person::KIND, name),
            Reference::Opportunity(name) => (Opportunity::KIND, name),
            Reference::Goal(name) => (Goal::KIND, name),
            Reference::Action(name) => (Action::KIND, name),
            Reference::Activity(name) => (Activity::KIND, name),
            Reference::Risk(name) => (Risk::KIND, name),
            Reference::Competitor(name) => (Competitor::KIND, name),
            Reference::Value(name) => (ValueEntry::KIND, name),
            Reference::Strategy(name) => ("Strategy", name),
            Reference::Purchasing => return Some(self.label("field", "purchasing_people").to_owned()),
            Reference::Snapshot(name) => (Snapshot::KIND, name),
        };
        let kind = self.label("record", kind).to_owned();
        Some(self.text(&Message::Subject { kind, name: short(name.clone()) }))
    }

    /// The word for a field by its name in the model.
    fn field(&self, field: &str) -> String {
        let last = field.rsplit('.').next().unwrap_or(field);
        self.label("field", last).to_owned()
    }
}

fn short(text: String) -> String {
    if text.chars().count() <= 40 { text } else { text.chars().take(39).chain(['…']).collect() }
}
