//! What was tried out becomes what is wanted: wanted support and stages, introductions and visits as actions.

use chrono::Days;

use crate::edit::{Edit, Gesture, OpportunityJudgementChange, PersonChange, RecordEdit, StructureEdit};
use crate::model::{
    Account, Action, Coverage, FindingRule, Judged, Link, LinkKind, OpportunityId, Person, PersonId, Ranked,
};
use crate::ui::ViewContext;
use crate::words::Message;

/// Days until what is wanted is due, where nobody has said better.
const DUE_DAYS: u64 = 28;

/// What of the trial becomes a part of the plan, as one step; none where nothing of it can be wanted.
///
/// Support and stage become wanted values, new influence an introduction to be made, closer contact
/// a visit; new actions are kept. Whoever was only thought away stays.
pub(super) fn wanted(
    ctx: &ViewContext<'_>,
    base: &Account,
    ids: &mut crate::model::Ids,
    now: Option<OpportunityId>,
) -> Option<Edit> {
    let mut edits = Vec::new();
    let mut rank = base.ranked::<Action>().last().map_or(0, |action| action.rank());
    let mut act = |what: String, people: Vec<PersonId>, answers: FindingRule| {
        rank += 1;
        let due = ctx.today.checked_add_days(Days::new(DUE_DAYS));
        let answers = Some(answers);
        let owner = base.profile.owner;
        let action = Action { what, people, due, owner, answers, opportunity: now, rank, ..Action::new(ids.fresh()) };
        Edit::Action(RecordEdit::Add(Box::new(action)))
    };
    for wished in ctx.account.all::<Person>() {
        let Some(person) = base.get::<Person>(wished.id) else { continue };
        let (old, new) = (base.judgement(person, now), ctx.account.judgement(wished, now));
        if old.support != new.support && new.support.is_some() {
            edits.push(match now {
                Some(opportunity) => Edit::Structure(StructureEdit::Judge {
                    opportunity,
                    person: person.id,
                    change: OpportunityJudgementChange::SupportWanted(new.support.map_or(Judged::Unknown, Judged::Is)),
                }),
                None => Edit::Person(RecordEdit::Set(person.id, PersonChange::SupportWanted(new.support))),
            });
        }
        if person.stage != wished.stage && wished.stage.is_some() {
            edits.push(Edit::Person(RecordEdit::Set(person.id, PersonChange::StageWanted(wished.stage))));
        }
        if is_closer(old.coverage, new.coverage) {
            let what = ctx.words.text(&Message::WhatIfVisit { person: person.name.clone() });
            edits.push(act(what, vec![person.id], FindingRule::CoverageGap));
        }
    }
    // What was planned in the trial is planned.
    let planned = ctx.account.all::<Action>().filter(|action| base.get::<Action>(action.id).is_none());
    let planned = planned.filter(|action| action.people.iter().all(|person| base.persons.contains_key(person)));
    let planned: Vec<Edit> = planned.map(|action| Edit::Action(RecordEdit::Add(Box::new(action.clone())))).collect();
    for link in ctx.account.all::<Link>().filter(|link| base.get::<Link>(link.id).is_none()) {
        let (from, to) = (base.person_name(link.from), base.person_name(link.to));
        if matches!(link.kind, LinkKind::Influences(_)) && !from.is_empty() && !to.is_empty() {
            let names = Message::WhatIfIntroduction { from: from.to_owned(), to: to.to_owned() };
            edits.push(act(ctx.words.text(&names), vec![link.from, link.to], FindingRule::NoPath));
        }
    }
    edits.extend(planned);
    let count = edits.len();
    (count > 0).then_some(Edit::Gesture(Gesture::Wanted(count), edits))
}

/// How many changes a step holds.
pub(super) fn count(wanted: &Edit) -> usize {
    if let Edit::Gesture(Gesture::Wanted(count), _) = wanted { *count } else { 0 }
}

/// Whether contact is deeper than it was; an unknown one counts as none.
fn is_closer(old: Option<Coverage>, new: Option<Coverage>) -> bool {
    let depth = |coverage: Option<Coverage>| match coverage {
        None | Some(Coverage::NoContact) => 0,
        Some(Coverage::BriefContact) => 1,
        Some(Coverage::MultipleContacts) => 2,
        Some(Coverage::InDepth) => 3,
    };
    depth(new) > depth(old)
}
