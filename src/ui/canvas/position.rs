//! A drop on the position map: support and political status, as one edit.

use super::Stage;
use crate::edit::{Edit, Gesture, OpportunityJudgementChange, PersonChange, RecordEdit, StructureEdit};
use crate::model::{Judged, JudgementField, Person, PoliticalStatus, Support};
use crate::ui::ViewState;
use crate::words::Message;

/// Judges everybody selected so; none where that is how they are judged.
pub(super) fn judged(
    stage: &Stage<'_>,
    view: &ViewState,
    support: Option<Support>,
    political: Option<PoliticalStatus>,
) -> Option<Edit> {
    let account = stage.ctx.account;
    let people = view.people(account);
    let mut edits = Vec::new();
    for person in people.iter().filter_map(|person| account.get::<Person>(*person)) {
        let now = account.judgement(person, view.opportunity);
        let judge = |own: OpportunityJudgementChange, plain: PersonChange| match view.opportunity {
            Some(opportunity) => Edit::Structure(StructureEdit::Judge { opportunity, person: person.id, change: own }),
            None => Edit::Person(RecordEdit::Set(person.id, plain)),
        };
        if now.support != support {
            let own = OpportunityJudgementChange::Support(support.map_or(Judged::Unknown, Judged::Is));
            edits.push(judge(own, PersonChange::Support(support)));
        }
        if now.political != political {
            let own = OpportunityJudgementChange::Political(political.map_or(Judged::Unknown, Judged::Is));
            edits.push(judge(own, PersonChange::Political(political)));
        }
    }
    let count = people.len();
    (!edits.is_empty()).then_some(Edit::Gesture(Gesture::SetMany { field: "position", count }, edits))
}

/// What a drop here says.
pub(super) fn sentence(stage: &Stage<'_>, support: Option<Support>, political: Option<PoliticalStatus>) -> String {
    let words = stage.ctx.words;
    let unknown = || words.say(Message::UnknownValue).into_owned();
    let (support, political) = (
        support.map_or_else(unknown, |value| words.value(value).to_owned()),
        political.map_or_else(unknown, |value| words.value(value).to_owned()),
    );
    words.text(&Message::DropJudged {
        support: format!("{}: {support}", words.value(JudgementField::Support)),
        political: format!("{}: {political}", words.value(JudgementField::Political)),
    })
}
