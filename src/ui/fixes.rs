//! What can be done about a finding, as edits.

use chrono::{Days, NaiveDate};

use super::plan::list::next_rank;
use crate::edit::{ActionChange, Edit, OpportunityJudgementChange, PersonChange, RecordEdit, StructureEdit};
use crate::insight::{Finding, Fix, Held};
use crate::model::{
    Account, Action, BuyingRole, Evidence, EvidenceList, Ids, Judged, JudgementField, Link, LinkKind, Opportunity,
    OpportunityId, Person, PersonId, PersonKind, Strength, Support,
};
use crate::words::Words;

/// What a fix is made from: the account as looked through, the user's words, the day.
#[derive(Clone, Copy, Debug)]
pub struct FixDesk<'a> {
    /// The account.
    pub account: &'a Account,
    /// The opportunity looked through: what is judged is judged there.
    pub opportunity: Option<OpportunityId>,
    /// The words of the user's language.
    pub words: &'a Words,
    /// The day.
    pub today: NaiveDate,
}

/// Days until an action that answers a finding is due.
const AHEAD: u64 = 14;

impl FixDesk<'_> {
    /// When an action made today is due.
    pub fn later(&self) -> NaiveDate {
        self.today.checked_add_days(Days::new(AHEAD)).unwrap_or(self.today)
    }

    fn opportunity(&self) -> Option<&Opportunity> {
        self.opportunity.and_then(|id| self.account.get(id))
    }
}

/// The edit that carries a fix out; `None` for those that only show something, and where it has yet to be
/// asked who or what it is.
pub fn edit_of(desk: &FixDesk<'_>, finding: &Finding, fix: &Fix, ids: &mut Ids) -> Option<Edit> {
    let set = |person: PersonId, change| Edit::Person(RecordEdit::Set(person, change));
    match fix {
        Fix::AddAction { people } => Some(answer(desk, finding, people, ids)),
        Fix::MarkRole { role, person } => Some(mark_role(desk, (*person)?, *role)),
        Fix::MarkTag { tag, person } => {
            let person = desk.account.get::<Person>((*person)?)?;
            let tags = person.judgement.tags.iter().copied().chain([*tag]).collect();
            Some(set(person.id, PersonChange::Tags(tags)))
        }
        Fix::MarkPolitical { person, status } => judge(desk, *person, Held::Political(Some(*status))),
        Fix::MarkAgainst { person } => judge(desk, (*person)?, Held::Support(Some(Support::NonSupporter))),
        Fix::AddLink { from, to } => {
            let link = Link::new(ids.fresh(), (*from)?, (*to)?, LinkKind::Influences(Strength::CLEAR));
            Some(Edit::Link(RecordEdit::Add(Box::new(link))))
        }
        Fix::AddGroup => {
            let name = desk.words.say(crate::words::Message::FixGroupName);
            let mut group = Person::new(ids.fresh(), name);
            group.kind = PersonKind::Group;
            // Where a decision is taken together, the group approves. Source: methods P16.
            group.judgement.role = Some(BuyingRole::Approver);
            Some(Edit::Person(RecordEdit::Add(Box::new(group))))
        }
        Fix::Verify { person } => verify(desk, *person),
        Fix::Postpone { actions } => {
            let due = ActionChange::Due(Some(desk.later()));
            let moved = actions.iter().map(|action| Edit::Action(RecordEdit::Set(*action, due.clone())));
            Some(Edit::Batch(moved.collect()))
        }
        Fix::Judge { .. } | Fix::ShowWay(_) | Fix::OpenPerson(_) | Fix::ShowActions => None,
    }
}

/// Sets a judgement: in the opportunity looked through, else for the whole account. `None` for what belongs
/// to no person.
pub fn judge(desk: &FixDesk<'_>, person: PersonId, held: Held) -> Option<Edit> {
    let set = |change| Some(Edit::Person(RecordEdit::Set(person, change)));
    let (own, change) = match held {
        Held::Attitude(value) => return set(PersonChange::Attitude(value)),
        Held::Stage(value) => return set(PersonChange::Stage(value)),
        Held::StageWanted(value) => return set(PersonChange::StageWanted(Some(value))),
        Held::Novelty(_) => return None,
        Held::Role(value) => (OpportunityJudgementChange::Role(here(value)), PersonChange::Role(value)),
        Held::Support(value) => (OpportunityJudgementChange::Support(here(value)), PersonChange::Support(value)),
        Held::Coverage(value) => (OpportunityJudgementChange::Coverage(here(value)), PersonChange::Coverage(value)),
        Held::Political(value) => (OpportunityJudgementChange::Political(here(value)), PersonChange::Political(value)),
    };
    match desk.opportunity() {
        Some(opportunity) => {
            Some(Edit::Structure(StructureEdit::Judge { opportunity: opportunity.id, person, change: own }))
        }
        None => set(change),
    }
}

fn here<T>(value: Option<T>) -> Judged<T> {
    value.map_or(Judged::Unknown, Judged::Is)
}

/// An action with these people that answers the finding, last in the list.
fn answer(desk: &FixDesk<'_>, finding: &Finding, people: &[PersonId], ids: &mut Ids) -> Edit {
    let action = Action {
        what: desk.words.answer(finding, desk.account),
        owner: desk.account.profile.owner,
        due: Some(desk.later()),
        people: people.to_vec(),
        opportunity: desk.opportunity().map(|opportunity| opportunity.id),
        answers: Some(finding.rule),
        rank: next_rank::<Action>(desk.account),
        ..Action::new(ids.fresh())
    };
    Edit::Action(RecordEdit::Add(Box::new(action)))
}

/// A first role is the role; one more stands beside it.
fn mark_role(desk: &FixDesk<'_>, person: PersonId, role: BuyingRole) -> Edit {
    let known = desk.account.get::<Person>(person);
    let has_role = known.is_some_and(|known| desk.account.judgement(known, desk.opportunity).role.is_some());
    if let Some(known) = known.filter(|_| has_role) {
        let roles = known.judgement.extra_roles.iter().copied().chain([role]).collect();
        return Edit::Person(RecordEdit::Set(person, PersonChange::ExtraRoles(roles)));
    }
    let whole = Edit::Person(RecordEdit::Set(person, PersonChange::Role(Some(role))));
    judge(desk, person, Held::Role(Some(role))).unwrap_or(whole)
}

/// Every dated judgement of a person holds as of today, in the account and in the opportunity looked through;
/// where none is dated, those there are.
fn verify(desk: &FixDesk<'_>, person: PersonId) -> Option<Edit> {
    let known = desk.account.get::<Person>(person)?;
    let mut edits = Vec::new();
    let own = desk.opportunity().and_then(|opportunity| Some((opportunity, opportunity.judgements.get(&person)?)));
    if let Some((opportunity, own)) = own.filter(|(_, own)| is_dated(&own.evidence)) {
        let change = OpportunityJudgementChange::Evidence(dated(&own.evidence, desk.today));
        edits.push(Edit::Structure(StructureEdit::Judge { opportunity: opportunity.id, person, change }));
    }
    let mut list = known.judgement.evidence.clone();
    if edits.is_empty() && !is_dated(&list) {
        let judged = [
            (JudgementField::Role, known.judgement.role.is_some()),
            (JudgementField::Support, known.judgement.support.is_some()),
            (JudgementField::Coverage, known.judgement.coverage.is_some()),
        ];
        for (field, _) in judged.into_iter().filter(|(_, is_judged)| *is_judged) {
            list.entry(field).or_insert_with(Evidence::default).verified = Some(desk.today);
        }
    }
    let list = dated(&list, desk.today);
    if list != known.judgement.evidence {
        edits.push(Edit::Person(RecordEdit::Set(person, PersonChange::Evidence(list))));
    }
    (!edits.is_empty()).then_some(Edit::Batch(edits))
}

fn is_dated(evidence: &EvidenceList) -> bool {
    evidence.values().any(|found| found.verified.is_some())
}

fn dated(evidence: &EvidenceList, today: NaiveDate) -> EvidenceList {
    let again = |found: &Evidence| Evidence { verified: found.verified.map(|_| today), ..found.clone() };
    evidence.iter().map(|(field, found)| (*field, again(found))).collect()
}
