//! What can be done about a finding: values that the window carries out, by an edit or by opening what is
//! needed.

use super::{Finding, NoWay, Reason};
use crate::model::{ActionId, BuyingRole, BuyingTag, JudgementField, PersonId, PoliticalStatus};

/// One thing to be done about a finding. Where a `person` is `None` the user is asked who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Plan a conversation with these people: an action that answers the finding.
    AddAction {
        /// With whom.
        people: Vec<PersonId>,
    },
    /// Ask for the value of a judgement.
    Judge {
        /// Of whom.
        person: PersonId,
        /// Which judgement.
        field: JudgementField,
    },
    /// Say who has a buying role.
    MarkRole {
        /// Which role.
        role: BuyingRole,
        /// Who has it.
        person: Option<PersonId>,
    },
    /// Say who has a further role in the buying centre.
    MarkTag {
        /// Which role.
        tag: BuyingTag,
        /// Who has it.
        person: Option<PersonId>,
    },
    /// Say where somebody stands in the client's politics.
    MarkPolitical {
        /// Who.
        person: PersonId,
        /// Where.
        status: PoliticalStatus,
    },
    /// Say who is not for us.
    MarkAgainst {
        /// Who.
        person: Option<PersonId>,
    },
    /// Draw a line of influence; the end that is `None` is asked for.
    AddLink {
        /// Who influences.
        from: Option<PersonId>,
        /// Who is influenced.
        to: Option<PersonId>,
    },
    /// Put the board that decides on the map.
    AddGroup,
    /// What is judged of somebody still holds, as of today.
    Verify {
        /// Of whom.
        person: PersonId,
    },
    /// Give actions a date to come.
    Postpone {
        /// Which.
        actions: Vec<ActionId>,
    },
    /// Show the way on the map.
    ShowWay(Vec<PersonId>),
    /// Go to somebody on the map.
    OpenPerson(PersonId),
    /// Go to the actions.
    ShowActions,
}

impl Fix {
    /// Whether the user has to be asked who it is.
    pub fn asks_whom(&self) -> bool {
        match self {
            Self::MarkRole { person, .. } | Self::MarkTag { person, .. } | Self::MarkAgainst { person } => {
                person.is_none()
            }
            Self::AddLink { from, to } => from.is_none() || to.is_none(),
            Self::AddAction { .. }
            | Self::Judge { .. }
            | Self::MarkPolitical { .. }
            | Self::AddGroup
            | Self::Verify { .. }
            | Self::Postpone { .. }
            | Self::ShowWay(_)
            | Self::OpenPerson(_)
            | Self::ShowActions => false,
        }
    }

    /// The same with `whom` where nobody was named.
    #[must_use]
    pub fn with_person(&self, whom: PersonId) -> Self {
        let mut fix = self.clone();
        match &mut fix {
            Self::MarkRole { person, .. } | Self::MarkTag { person, .. } | Self::MarkAgainst { person } => {
                person.get_or_insert(whom);
            }
            Self::AddLink { from: open @ None, .. } | Self::AddLink { to: open @ None, .. } => *open = Some(whom),
            Self::AddLink { .. }
            | Self::AddAction { .. }
            | Self::Judge { .. }
            | Self::MarkPolitical { .. }
            | Self::AddGroup
            | Self::Verify { .. }
            | Self::Postpone { .. }
            | Self::ShowWay(_)
            | Self::OpenPerson(_)
            | Self::ShowActions => {}
        }
        fix
    }
}

/// What can be done about a finding, the best first; never nothing.
pub fn fixes(finding: &Finding) -> Vec<Fix> {
    let action = || Fix::AddAction { people: talks_with(&finding.reason) };
    let judge = |person: &PersonId, field| Fix::Judge { person: *person, field };
    let mark = |role| Fix::MarkRole { role, person: None };
    match &finding.reason {
        Reason::NoKeyPlayer => vec![mark(BuyingRole::Approver), mark(BuyingRole::DecisionMaker), action()],
        Reason::NobodyForUs { first } => vec![action(), judge(first, JudgementField::Support)],
        Reason::NobodyDecidesForUs { next: Some(next), .. } => vec![action(), judge(next, JudgementField::Support)],
        Reason::NobodyDecidesForUs { next: None, .. } => {
            vec![mark(BuyingRole::Approver), mark(BuyingRole::DecisionMaker), action()]
        }
        Reason::MissingRoles(roles) => roles.iter().map(|role| mark(*role)).chain([action()]).collect(),
        Reason::MissingGatekeeper => {
            let tags = [BuyingTag::Gatekeeper, BuyingTag::Buyer];
            tags.map(|tag| Fix::MarkTag { tag, person: None }).into_iter().chain([action()]).collect()
        }
        Reason::MissingGroup => vec![Fix::AddGroup, action()],
        Reason::Unknown { person, fields } => {
            [action()].into_iter().chain(fields.iter().map(|field| judge(person, *field))).collect()
        }
        Reason::HardlyMet { person, .. } => vec![action(), judge(person, JudgementField::Coverage)],
        Reason::Path { route, .. } => vec![action(), Fix::ShowWay(route.people.clone())],
        Reason::NoPath { person, cause } => {
            let link = Fix::AddLink { from: None, to: Some(*person) };
            match cause {
                NoWay::Blocked(blocker) => vec![action(), link, judge(blocker, JudgementField::Support)],
                NoWay::NoDoor => vec![action(), judge(person, JudgementField::Support)],
                NoWay::NoLine => vec![action(), link],
            }
        }
        Reason::HostilePath(people) => {
            let first = people.first().map(|person| judge(person, JudgementField::Support));
            [action(), Fix::ShowWay(people.clone())].into_iter().chain(first).collect()
        }
        Reason::ConflictAbove { supporter, .. } => vec![action(), Fix::OpenPerson(*supporter)],
        Reason::Opposed { person, .. } => vec![action(), judge(person, JudgementField::Support)],
        Reason::HiddenPower { person, .. } => {
            let status = PoliticalStatus::Structure;
            vec![Fix::MarkPolitical { person: *person, status }, action(), Fix::OpenPerson(*person)]
        }
        Reason::EmptyRank(person) => {
            vec![action(), Fix::AddLink { from: Some(*person), to: None }, Fix::OpenPerson(*person)]
        }
        Reason::SingleThread { person, next } => {
            vec![action(), judge(&next.unwrap_or(*person), JudgementField::Coverage)]
        }
        Reason::CutOff { person, targets } => {
            let link = targets.first().map(|target| Fix::AddLink { from: None, to: Some(*target) });
            [action()].into_iter().chain(link).chain([Fix::OpenPerson(*person)]).collect()
        }
        Reason::AttitudeNovelty { person, .. } => vec![action(), judge(person, JudgementField::Attitude)],
        Reason::Stale { person, .. } => vec![Fix::Verify { person: *person }, action(), Fix::OpenPerson(*person)],
        Reason::Balance { next, .. } => {
            [action()].into_iter().chain(next.map(|next| judge(&next, JudgementField::Support))).collect()
        }
        Reason::NoOpponent { .. } => vec![action(), Fix::MarkAgainst { person: None }],
        Reason::Unlinked(person) => {
            let to = Fix::AddLink { from: None, to: Some(*person) };
            vec![action(), to, Fix::AddLink { from: Some(*person), to: None }]
        }
        Reason::StageGap { person, .. } => vec![action(), judge(person, JudgementField::Stage)],
        Reason::Overdue { actions, .. } => vec![Fix::ShowActions, Fix::Postpone { actions: actions.clone() }],
    }
}

/// With whom the conversation is: always with the one the finding is about among them, so that the action
/// answers it.
fn talks_with(reason: &Reason) -> Vec<PersonId> {
    match reason {
        // Who is asked first, for an introduction to the target.
        Reason::Path { route, .. } => {
            let first = route.people.first().copied();
            first.into_iter().chain([route.target]).collect()
        }
        Reason::NobodyDecidesForUs { next, .. } => next.iter().copied().collect(),
        Reason::NoPath { person, .. } => vec![*person],
        Reason::HostilePath(people) => people.first().into_iter().chain(people.last()).copied().collect(),
        Reason::NoKeyPlayer
        | Reason::NobodyForUs { .. }
        | Reason::MissingRoles(_)
        | Reason::MissingGatekeeper
        | Reason::MissingGroup
        | Reason::Unknown { .. }
        | Reason::HardlyMet { .. }
        | Reason::ConflictAbove { .. }
        | Reason::Opposed { .. }
        | Reason::HiddenPower { .. }
        | Reason::EmptyRank(_)
        | Reason::SingleThread { .. }
        | Reason::CutOff { .. }
        | Reason::AttitudeNovelty { .. }
        | Reason::Stale { .. }
        | Reason::Balance { .. }
        | Reason::NoOpponent { .. }
        | Reason::Unlinked(_)
        | Reason::StageGap { .. }
        | Reason::Overdue { .. } => reason.people(),
    }
}
