//! After a visit: who was met, what changed, what was promised and what comes next, as one edit.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::apply::is_same_link;
use super::{ActivityChange, Edit, Gesture, OpportunityJudgementChange, PersonChange, RecordEdit, StructureEdit};
use crate::model::{
    Account, Action, Activity, ActivityId, ActivityKind, ActivityOutcome, Confidence, Coverage, Evidence, EvidenceList,
    Ids, Judged, Judgement, JudgementField, Link, LinkId, LinkKind, MemberId, Opportunity, OpportunityId, Person,
    PersonId, Ranked, RelationshipStage, Support,
};

/// Somebody who was met, and what is judged anew. `None` leaves a judgement as it was;
/// `Some(None)` says that it is unknown from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Who was met.
    pub person: PersonId,
    /// Support.
    pub support: Option<Option<Support>>,
    /// Coverage.
    pub coverage: Option<Option<Coverage>>,
    /// Relationship stage; it is the person's own in every opportunity.
    pub stage: Option<Option<RelationshipStage>>,
    /// Whether support and coverage, where they did not change, were found as they are.
    pub confirmed: bool,
}

impl Met {
    /// Somebody who was met, with what that alone changes: whom we did not meet before is now met
    /// briefly. Coverage never falls by itself.
    pub fn new(account: &Account, opportunity: Option<OpportunityId>, person: PersonId) -> Self {
        let coverage = account.get::<Person>(person).and_then(|person| account.judgement(person, opportunity).coverage);
        let coverage = match coverage {
            None | Some(Coverage::NoContact) => Some(Some(Coverage::BriefContact)),
            Some(Coverage::BriefContact | Coverage::MultipleContacts | Coverage::InDepth) => None,
        };
        Self { person, support: None, coverage, stage: None, confirmed: false }
    }
}

/// Something to be delivered after the visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextStep {
    /// The result, named by a noun; without one there is no step.
    pub what: String,
    /// Who of us does it.
    pub owner: Option<MemberId>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// With whom at the client.
    pub person: Option<PersonId>,
}

/// What is told of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The day.
    pub date: NaiveDate,
    /// What form it had.
    pub kind: ActivityKind,
    /// Who of us was there.
    pub members: Vec<MemberId>,
    /// For which opportunity: there the judgements are said.
    pub opportunity: Option<OpportunityId>,
    /// Who was met.
    pub people: Vec<Met>,
    /// Links that were learned of: from, to, what kind.
    pub links: Vec<(PersonId, PersonId, LinkKind)>,
    /// What came of it.
    pub outcome: Option<ActivityOutcome>,
    /// Whether the client did what was expected.
    pub happened: Option<bool>,
    /// What the client's people promised.
    pub promised: String,
    /// What was said.
    pub note: String,
    /// What comes next.
    pub next: Vec<NextStep>,
    /// The planned activity this visit was; without one an activity is added.
    pub fills: Option<ActivityId>,
}

/// How much a visit becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VisitTally {
    /// Judgements changed or dated anew.
    pub judgements: usize,
    /// New links.
    pub links: usize,
    /// New actions.
    pub actions: usize,
}

/// A visit as one step: an activity, judgements with their evidence, links, actions. `source` is what
/// the evidence says; it is dated by the day of the visit, and by `today` where that is yet to come.
/// Whoever is no longer there and links that are there already are left out.
pub fn visit(account: &Account, ids: &mut Ids, visit: &Visit, source: &str, today: NaiveDate) -> Edit {
    let proof = Evidence {
        source: source.to_owned(),
        confidence: Some(Confidence::Confirmed),
        verified: Some(visit.date.min(today)),
        ..Evidence::default()
    };
    let met = met(account, visit);
    let mut edits = activity(account, ids, visit);
    for (met, person) in &met {
        edits.extend(Subject::of(account, visit.opportunity, person).say(met, &proof));
    }
    for (from, to, kind) in new_links(account, visit) {
        let link = Link { evidence: Some(proof.clone()), ..Link::new(ids.fresh::<LinkId>(), from, to, kind) };
        edits.push(Edit::Link(RecordEdit::Add(Box::new(link))));
    }
    let last = account.all::<Action>().map(Ranked::rank).max().unwrap_or(0);
    for (rank, step) in (last.saturating_add(1)..).zip(steps(visit)) {
        let action = Action {
            what: step.what.trim().to_owned(),
            owner: step.owner,
            due: step.due,
            people: step.person.into_iter().filter(|person| account.persons.contains_key(person)).collect(),
            opportunity: visit.opportunity,
            rank,
            ..Action::new(ids.fresh())
        };
        edits.push(Edit::Action(RecordEdit::Add(Box::new(action))));
    }
    Edit::Gesture(Gesture::Visit(met.iter().map(|(met, _)| met.person).collect()), edits)
}

/// How much [`visit`] makes of it.
pub fn visit_tally(account: &Account, visit: &Visit) -> VisitTally {
    let judged = met(account, visit).into_iter();
    let judged = judged.map(|(met, person)| Subject::of(account, visit.opportunity, person).touched(met).len());
    VisitTally { judgements: judged.sum(), links: new_links(account, visit).len(), actions: steps(visit).count() }
}

/// The links of a visit that are not there yet, each once.
pub fn new_links(account: &Account, visit: &Visit) -> Vec<(PersonId, PersonId, LinkKind)> {
    let mut new: Vec<(PersonId, PersonId, LinkKind)> = Vec::new();
    for link in &visit.links {
        let is_possible = link.0 != link.1 && [link.0, link.1].iter().all(|end| account.persons.contains_key(end));
        let known = account.all::<Link>().map(|known| (known.from, known.to, known.kind));
        if is_possible && !known.chain(new.iter().copied()).any(|known| is_same_link(known, *link)) {
            new.push(*link);
        }
    }
    new
}

/// The activity planned with one of `people` for `date` or before, and not told of yet: the latest.
pub fn planned_activity<'a>(account: &'a Account, people: &[PersonId], date: NaiveDate) -> Option<&'a Activity> {
    let is_open = |activity: &&Activity| activity.outcome.is_none() && activity.happened.is_none();
    let is_due = |activity: &&Activity| activity.date.is_some_and(|planned| planned <= date);
    let is_of = |activity: &&Activity| activity.who.iter().any(|person| people.contains(person));
    account.all::<Activity>().filter(is_open).filter(is_due).filter(is_of).max_by_key(|activity| activity.date)
}

/// Dates everything judged of a person as confirmed today, keeping who said it; `None` where nothing
/// is judged.
pub fn confirm(
    account: &Account,
    opportunity: Option<OpportunityId>,
    person: PersonId,
    today: NaiveDate,
) -> Option<Edit> {
    let person = account.get::<Person>(person)?;
    let subject = Subject::of(account, opportunity, person);
    let fields = person.judged_fields(&subject.judged);
    if fields.is_empty() {
        return None;
    }
    let dated = |field: &JudgementField| {
        let old = subject.judged.evidence.get(field).cloned().unwrap_or_default();
        Evidence { confidence: Some(Confidence::Confirmed), verified: old.verified.max(Some(today)), ..old }
    };
    let dated: Vec<(JudgementField, Evidence)> = fields.iter().map(|field| (*field, dated(field))).collect();
    let edits = subject.with_evidence(dated.iter().map(|(field, proof)| (*field, Some(proof))));
    Some(Edit::Gesture(Gesture::Confirm(person.id), edits))
}

/// Who was met and is there, each once.
fn met<'a>(account: &'a Account, visit: &'a Visit) -> Vec<(&'a Met, &'a Person)> {
    let mut seen = BTreeSet::new();
    let is_new = |met: &&Met| seen.insert(met.person);
    visit.people.iter().filter(is_new).filter_map(|met| Some((met, account.get::<Person>(met.person)?))).collect()
}

fn steps(visit: &Visit) -> impl Iterator<Item = &NextStep> {
    visit.next.iter().filter(|step| !step.what.trim().is_empty())
}

/// The activity added, or the planned one filled in.
fn activity(account: &Account, ids: &mut Ids, visit: &Visit) -> Vec<Edit> {
    let who: Vec<PersonId> = met(account, visit).iter().map(|(met, _)| met.person).collect();
    let Some(planned) = visit.fills.and_then(|id| account.get::<Activity>(id)) else {
        let activity = Activity {
            what: visit.kind,
            who,
            members: visit.members.clone(),
            date: Some(visit.date),
            outcome: visit.outcome,
            happened: visit.happened,
            promised: visit.promised.clone(),
            note: visit.note.clone(),
            opportunity: visit.opportunity,
            ..Activity::new(ids.fresh())
        };
        return vec![Edit::Activity(RecordEdit::Add(Box::new(activity)))];
    };
    [
        ActivityChange::What(visit.kind),
        ActivityChange::Who(who),
        ActivityChange::Members(visit.members.clone()),
        ActivityChange::Date(Some(visit.date)),
        ActivityChange::Outcome(visit.outcome),
        ActivityChange::Happened(visit.happened),
        ActivityChange::Promised(visit.promised.clone()),
        ActivityChange::Note(visit.note.clone()),
        ActivityChange::Opportunity(visit.opportunity),
    ]
    .map(|change| Edit::Activity(RecordEdit::Set(planned.id, change)))
    .into()
}

/// A person as judged in an opportunity, or in the whole account.
struct Subject<'a> {
    person: &'a Person,
    opportunity: Option<&'a Opportunity>,
    judged: Judgement,
}

impl<'a> Subject<'a> {
    fn of(account: &'a Account, opportunity: Option<OpportunityId>, person: &'a Person) -> Self {
        let opportunity = opportunity.and_then(|id| account.get::<Opportunity>(id));
        let judged = account.judgement(person, opportunity.map(|opportunity| opportunity.id));
        Self { person, opportunity, judged }
    }

    fn set(&self, change: PersonChange) -> Edit {
        Edit::Person(RecordEdit::Set(self.person.id, change))
    }

    fn judge(&self, opportunity: &Opportunity, change: OpportunityJudgementChange) -> Edit {
        Edit::Structure(StructureEdit::Judge { opportunity: opportunity.id, person: self.person.id, change })
    }

    /// The judgements a visit says something of, changed or confirmed.
    fn touched(&self, met: &Met) -> Vec<JudgementField> {
        let is_confirmed = |is_known: bool| met.confirmed && is_known;
        let fields = [
            (JudgementField::Support, met.support.is_some() || is_confirmed(self.judged.support.is_some())),
            (JudgementField::Coverage, met.coverage.is_some() || is_confirmed(self.judged.coverage.is_some())),
            (JudgementField::Stage, met.stage.is_some()),
        ];
        fields.into_iter().filter(|(_, is_touched)| *is_touched).map(|(field, _)| field).collect()
    }

    /// The judgements that changed, and the evidence of those that were touched.
    fn say(&self, met: &Met, proof: &Evidence) -> Vec<Edit> {
        let mut edits = Vec::new();
        let support = met.support.filter(|support| *support != self.judged.support);
        let coverage = met.coverage.filter(|coverage| *coverage != self.judged.coverage);
        let stage = met.stage.filter(|stage| *stage != self.person.stage);
        edits.extend(support.map(|support| match self.opportunity {
            Some(at) => self.judge(at, OpportunityJudgementChange::Support(judged(support))),
            None => self.set(PersonChange::Support(support)),
        }));
        edits.extend(coverage.map(|coverage| match self.opportunity {
            Some(at) => self.judge(at, OpportunityJudgementChange::Coverage(judged(coverage))),
            None => self.set(PersonChange::Coverage(coverage)),
        }));
        edits.extend(stage.map(|stage| self.set(PersonChange::Stage(stage))));
        let found = [
            (JudgementField::Support, met.support.unwrap_or(self.judged.support).is_some(), support.is_some()),
            (JudgementField::Coverage, met.coverage.unwrap_or(self.judged.coverage).is_some(), coverage.is_some()),
            (JudgementField::Stage, met.stage.unwrap_or(self.person.stage).is_some(), stage.is_some()),
        ];
        let touched = self.touched(met);
        let dated = |field| self.judged.evidence.get(&field).and_then(|evidence| evidence.verified);
        // A visit told of late makes no judgement look older than it is.
        let is_news = |field, is_changed| touched.contains(&field) && (is_changed || dated(field) <= proof.verified);
        let told = found.into_iter().filter(|(field, _, is_changed)| is_news(*field, *is_changed));
        edits.extend(self.with_evidence(told.map(|(field, is_known, _)| {
            // What is unknown from now on has nothing that evidence could stand for.
            (field, is_known.then_some(proof))
        })));
        edits
    }

    /// New evidence for judgements, or none any more: one edit for each list it stands in.
    fn with_evidence<'e>(&self, told: impl IntoIterator<Item = (JudgementField, Option<&'e Evidence>)>) -> Vec<Edit> {
        let own = self.opportunity.and_then(|at| at.judgements.get(&self.person.id));
        let (before_here, before) =
            (own.map(|own| own.evidence.clone()).unwrap_or_default(), &self.person.judgement.evidence);
        let (mut here, mut account) = (before_here.clone(), before.clone());
        for (field, proof) in told {
            let is_of_person = matches!(field, JudgementField::Attitude | JudgementField::Stage);
            let list = if self.opportunity.is_some() && !is_of_person { &mut here } else { &mut account };
            write(list, field, proof);
        }
        let mut edits = Vec::new();
        if let Some(at) = self.opportunity.filter(|_| here != before_here) {
            edits.push(self.judge(at, OpportunityJudgementChange::Evidence(here)));
        }
        if account != *before {
            edits.push(self.set(PersonChange::Evidence(account)));
        }
        edits
    }
}

/// Puts evidence into a list; what the file said of it and nobody understood stays.
fn write(list: &mut EvidenceList, field: JudgementField, proof: Option<&Evidence>) {
    match proof {
        Some(proof) => {
            let kept = list.get(&field).map(|old| old.kept.clone()).unwrap_or_default();
            list.insert(field, Evidence { kept, ..proof.clone() });
        }
        None => {
            list.remove(&field);
        }
    }
}

fn judged<T>(value: Option<T>) -> Judged<T> {
    value.map_or(Judged::Unknown, Judged::Is)
}
