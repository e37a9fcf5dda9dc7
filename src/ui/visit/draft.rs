//! What is told of a visit while it is being filled in; nothing of it is in the account yet.

use chrono::NaiveDate;
use egui::Id;

use crate::edit::{Met, NextStep, Visit, planned_activity};
use crate::model::{
    Account, Activity, ActivityId, ActivityKind, Ids, LinkKind, MemberId, Opportunity, OpportunityId, Person, PersonId,
    Strength, TeamMember,
};
use crate::ui::fields::field_id;

/// A link being filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkRow {
    /// What tells the row from the others.
    pub key: u32,
    /// Where it begins.
    pub from: Option<PersonId>,
    /// Where it ends.
    pub to: Option<PersonId>,
    /// What it says.
    pub kind: LinkKind,
}

/// A visit being told of; it waits while other views are open.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitDraft {
    /// Tells the fields of one draft from those of the next.
    id: ActivityId,
    /// How many rows were made.
    rows: u32,
    /// When it was; empty while the field is.
    pub date: Option<NaiveDate>,
    /// What is told; date, links and steps stand beside it until they are whole.
    pub told: Visit,
    /// Links being filled in.
    pub links: Vec<LinkRow>,
    /// Steps being filled in, each with what tells its row from the others.
    pub steps: Vec<(u32, NextStep)>,
    /// Whether it is asked if everything is to be thrown away.
    pub is_asking: bool,
    /// Who owns the account, and with it what nobody else takes.
    owner: Option<MemberId>,
}

impl VisitDraft {
    /// A visit of today to nobody yet, by whoever of us is called `me`.
    pub fn new(account: &Account, ids: &mut Ids, opportunity: Option<OpportunityId>, today: NaiveDate) -> Self {
        let told = Visit {
            date: today,
            kind: ActivityKind::SalesCall,
            members: Vec::new(),
            opportunity: opportunity.filter(|id| account.get::<Opportunity>(*id).is_some()),
            people: Vec::new(),
            links: Vec::new(),
            outcome: None,
            happened: None,
            promised: String::new(),
            note: String::new(),
            next: Vec::new(),
            fills: None,
        };
        let mut draft = Self {
            id: ids.fresh(),
            rows: 0,
            date: Some(today),
            told,
            links: Vec::new(),
            steps: Vec::new(),
            is_asking: false,
            owner: account.profile.owner,
        };
        draft.add_step();
        draft
    }

    /// Whoever of us is called `name` was there and does what comes next.
    pub fn add_me(&mut self, account: &Account, name: &str) {
        let is_me = |member: &&TeamMember| !name.is_empty() && member.name == name;
        let me = account.all::<TeamMember>().find(is_me).map(|member| member.id);
        self.told.members.extend(me);
        for (_, step) in &mut self.steps {
            step.owner = me.or(account.profile.owner);
        }
    }

    /// The id of one of its fields.
    pub(super) fn field(&self, field: &'static str) -> Id {
        field_id("visit", self.id, field)
    }

    /// The id of a field of one of its people.
    pub(super) fn person_field(&self, person: PersonId, field: &'static str) -> Id {
        field_id("visit", format!("{}/{person}", self.id), field)
    }

    /// The id of a field of one of its rows.
    pub(super) fn row_field(&self, row: u32, field: &'static str) -> Id {
        field_id("visit", format!("{}/{row}", self.id), field)
    }

    /// Who was met.
    pub fn people(&self) -> Vec<PersonId> {
        self.told.people.iter().map(|met| met.person).collect()
    }

    /// Who was met from now on: what is said of those who stay stays.
    pub fn set_people(&mut self, account: &Account, people: &[PersonId]) {
        let mut said = std::mem::take(&mut self.told.people);
        for person in people {
            let known = said.iter().position(|met| met.person == *person).map(|at| said.swap_remove(at));
            self.told.people.push(known.unwrap_or_else(|| Met::new(account, self.told.opportunity, *person)));
        }
        let first = people.first().copied();
        for (_, step) in self.steps.iter_mut().filter(|(_, step)| step.what.is_empty() && step.person.is_none()) {
            step.person = first;
        }
    }

    /// Adds people to those who were met.
    pub fn add_people(&mut self, account: &Account, people: &[PersonId]) {
        let mut all = self.people();
        all.extend(people.iter().filter(|person| !self.people().contains(person)));
        self.set_people(account, &all);
    }

    /// The opportunity it belongs to from now on; what a meeting alone changes is seen through it.
    pub fn set_opportunity(&mut self, account: &Account, opportunity: Option<OpportunityId>) {
        let before = std::mem::replace(&mut self.told.opportunity, opportunity);
        for met in &mut self.told.people {
            if met.coverage == Met::new(account, before, met.person).coverage {
                met.coverage = Met::new(account, opportunity, met.person).coverage;
            }
        }
    }

    /// Takes over what was planned: the visit was that activity.
    pub fn fill(&mut self, account: &Account, planned: &Activity) {
        self.told.fills = Some(planned.id);
        self.add_people(account, &planned.who);
        self.set_opportunity(account, planned.opportunity.or(self.told.opportunity));
        self.told.kind = planned.what;
        let here = self.told.members.clone();
        self.told.members.extend(planned.members.iter().filter(|member| !here.contains(member)));
        for (mine, theirs) in [(&mut self.told.promised, &planned.promised), (&mut self.told.note, &planned.note)] {
            if mine.is_empty() {
                mine.clone_from(theirs);
            }
        }
    }

    /// The planned activity this may have been, or is said to be.
    pub fn planned<'a>(&self, account: &'a Account, today: NaiveDate) -> Option<&'a Activity> {
        match self.told.fills {
            Some(id) => account.get::<Activity>(id),
            None => planned_activity(account, &self.people(), self.date.unwrap_or(today)),
        }
    }

    /// A row for another link, from the first who was met.
    pub fn add_link(&mut self) {
        let key = self.next_row();
        let from = self.told.people.first().map(|met| met.person);
        self.links.push(LinkRow { key, from, to: None, kind: LinkKind::Influences(Strength::CLEAR) });
    }

    /// A row for another step, by whoever does the one before.
    pub fn add_step(&mut self) {
        let key = self.next_row();
        let owner = self.steps.last().and_then(|(_, step)| step.owner).or(self.owner);
        let person = self.told.people.first().map(|met| met.person);
        self.steps.push((key, NextStep { owner, person, ..NextStep::default() }));
    }

    fn next_row(&mut self) -> u32 {
        self.rows = self.rows.saturating_add(1);
        self.rows
    }

    /// The visit as told so far.
    pub fn visit(&self, today: NaiveDate) -> Visit {
        let whole = |row: &LinkRow| Some((row.from?, row.to?, row.kind));
        Visit {
            date: self.date.unwrap_or(today),
            links: self.links.iter().filter_map(whole).collect(),
            next: self.steps.iter().map(|(_, step)| step.clone()).collect(),
            ..self.told.clone()
        }
    }

    /// Whether nothing is told yet beside who was met and when.
    pub fn is_empty(&self, account: &Account) -> bool {
        let told = &self.told;
        let is_blank = |text: &String| text.trim().is_empty();
        [&told.promised, &told.note].into_iter().all(is_blank)
            && self.steps.iter().all(|(_, step)| is_blank(&step.what))
            && (told.outcome.is_none() && told.happened.is_none())
            && self.links.iter().all(|row| row.to.is_none())
            && told.people.iter().all(|met| *met == Met::new(account, told.opportunity, met.person))
    }

    /// Leaves out whatever is no longer in the account.
    pub fn forget_missing(&mut self, account: &Account) {
        let is_there = |person: &PersonId| account.get::<Person>(*person).is_some();
        let is_member = |member: &MemberId| account.get::<TeamMember>(*member).is_some();
        let told = &mut self.told;
        told.people.retain(|met| is_there(&met.person));
        told.members.retain(is_member);
        told.opportunity = told.opportunity.filter(|id| account.get::<Opportunity>(*id).is_some());
        told.fills = told.fills.filter(|id| account.get::<Activity>(*id).is_some());
        for row in &mut self.links {
            row.from = row.from.filter(is_there);
            row.to = row.to.filter(is_there);
        }
        for (_, step) in &mut self.steps {
            step.owner = step.owner.filter(is_member);
            step.person = step.person.filter(is_there);
        }
    }
}
