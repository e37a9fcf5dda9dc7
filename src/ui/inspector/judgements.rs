//! What we judge of a person: for the whole account, or in the opportunity looked through.

use std::cell::Cell;

use egui::Ui;

use super::caption;
use super::evidence::{Proof, evidence_ui};
use super::segments::{Pressed, Row, Standing, scale, symbols_ui, words_ui, yes_or_no};
use crate::edit::{Edit, OpportunityJudgementChange, PersonChange, RecordEdit, StructureEdit};
use crate::method::Topic;
use crate::model::{
    BuyingRole, Coded, Coverage, Evidence, EvidenceList, InnovationAttitude, Judged, JudgementField, Opportunity,
    OpportunityJudgement, Person, PoliticalStatus, RelationshipStage, Support,
};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::style::bold_text;
use crate::ui::symbols::Judged as Symbol;
use crate::ui::{Action, Choosing, ViewContext, ViewState};
use crate::words::Message;

/// Whose judgements are shown, and through which opportunity.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) person: &'a Person,
    pub(super) opportunity: Option<&'a Opportunity>,
}

/// One judgement: what the account says of it, what the opportunity says, and how each is said anew.
pub(super) struct Axis<T> {
    account: Option<T>,
    own: Option<Judged<T>>,
    change: fn(Option<T>) -> PersonChange,
    /// `None` where the judgement belongs to the person in every opportunity.
    own_change: Option<fn(Judged<T>) -> OpportunityJudgementChange>,
}

impl<T: Copy> Axis<T> {
    /// The value that holds.
    pub(super) fn value(&self) -> Option<T> {
        self.own.map_or(self.account, |own| own.over(self.account))
    }

    /// Where it comes from.
    fn standing(&self) -> Standing {
        match self.own {
            None => Standing::Account,
            Some(Judged::Inherit) => Standing::Inherited,
            Some(Judged::Unknown | Judged::Is(_)) => Standing::Own,
        }
    }

    /// Says it anew: in the opportunity looked through, else for the whole account.
    pub(super) fn edit(&self, subject: &Subject<'_>, pressed: Pressed<T>) -> Edit {
        let own = match pressed {
            Pressed::Set(value) => value.map_or(Judged::Unknown, Judged::Is),
            Pressed::Inherit => Judged::Inherit,
        };
        match (subject.opportunity, self.own_change) {
            (Some(opportunity), Some(change)) => subject.judge(opportunity, change(own)),
            (Some(_) | None, _) => subject.set((self.change)(own.over(None))),
        }
    }
}

impl<'a> Subject<'a> {
    /// A person as seen through what the views look through.
    pub(super) fn new(ctx: &'a ViewContext<'_>, view: &ViewState, person: &'a Person) -> Self {
        Self { person, opportunity: view.opportunity.and_then(|id| ctx.account.get::<Opportunity>(id)) }
    }

    pub(super) fn set(&self, change: PersonChange) -> Edit {
        Edit::Person(RecordEdit::Set(self.person.id, change))
    }

    pub(super) fn judge(&self, opportunity: &Opportunity, change: OpportunityJudgementChange) -> Edit {
        Edit::Structure(StructureEdit::Judge { opportunity: opportunity.id, person: self.person.id, change })
    }

    /// What the opportunity looked through says of the person.
    pub(super) fn own(&self) -> Option<&'a OpportunityJudgement> {
        self.opportunity?.judgements.get(&self.person.id)
    }

    fn judged<T>(&self, read: impl Fn(&OpportunityJudgement) -> Judged<T>) -> Option<Judged<T>> {
        self.opportunity.map(|_| self.own().map_or(Judged::Inherit, read))
    }

    pub(super) fn role(&self) -> Axis<BuyingRole> {
        Axis {
            account: self.person.judgement.role,
            own: self.judged(|own| own.role),
            change: PersonChange::Role,
            own_change: Some(OpportunityJudgementChange::Role),
        }
    }

    pub(super) fn attitude(&self) -> Axis<InnovationAttitude> {
        Axis { account: self.person.attitude, own: None, change: PersonChange::Attitude, own_change: None }
    }

    pub(super) fn support(&self) -> Axis<Support> {
        Axis {
            account: self.person.judgement.support,
            own: self.judged(|own| own.support),
            change: PersonChange::Support,
            own_change: Some(OpportunityJudgementChange::Support),
        }
    }

    pub(super) fn support_wanted(&self) -> Axis<Support> {
        Axis {
            account: self.person.judgement.support_wanted,
            own: self.judged(|own| own.support_wanted),
            change: PersonChange::SupportWanted,
            own_change: Some(OpportunityJudgementChange::SupportWanted),
        }
    }

    pub(super) fn coverage(&self) -> Axis<Coverage> {
        Axis {
            account: self.person.judgement.coverage,
            own: self.judged(|own| own.coverage),
            change: PersonChange::Coverage,
            own_change: Some(OpportunityJudgementChange::Coverage),
        }
    }

    pub(super) fn political(&self) -> Axis<PoliticalStatus> {
        Axis {
            account: self.person.judgement.political,
            own: self.judged(|own| own.political),
            change: PersonChange::Political,
            own_change: Some(OpportunityJudgementChange::Political),
        }
    }

    fn veto(&self) -> Axis<bool> {
        Axis {
            account: self.person.judgement.veto,
            own: self.judged(|own| own.veto),
            change: PersonChange::Veto,
            own_change: Some(OpportunityJudgementChange::Veto),
        }
    }

    fn coach(&self) -> Axis<bool> {
        Axis {
            account: self.person.judgement.coach,
            own: self.judged(|own| own.coach),
            change: PersonChange::Coach,
            own_change: Some(OpportunityJudgementChange::Coach),
        }
    }

    fn stage(&self) -> Axis<RelationshipStage> {
        Axis { account: self.person.stage, own: None, change: PersonChange::Stage, own_change: None }
    }

    fn stage_wanted(&self) -> Axis<RelationshipStage> {
        Axis { account: self.person.stage_wanted, own: None, change: PersonChange::StageWanted, own_change: None }
    }

    /// The opportunity whose evidence on `field` is its own.
    fn opportunity_of(&self, field: JudgementField) -> Option<&'a Opportunity> {
        let is_of_person = matches!(field, JudgementField::Attitude | JudgementField::Stage);
        self.opportunity.filter(|_| !is_of_person)
    }

    /// The evidence of one judgement, to be shown and changed.
    pub(super) fn proof<'p>(&self, id: egui::Id, name: &'p str, field: JudgementField) -> Proof<'p>
    where
        'a: 'p,
    {
        let account = self.person.judgement.evidence.get(&field);
        let (shown, own) = match self.opportunity_of(field) {
            Some(_) => {
                let own = self.own().and_then(|own| own.evidence.get(&field));
                (own.or(account), own)
            }
            None => (account, account),
        };
        Proof { id: id.with("evidence"), name, shown, own: own.cloned().unwrap_or_default() }
    }

    /// Says anew how we know one judgement.
    pub(super) fn set_evidence(&self, field: JudgementField, evidence: Evidence) -> Edit {
        let with = |mut list: EvidenceList| {
            if evidence == Evidence::default() {
                list.remove(&field);
            } else {
                list.insert(field, evidence);
            }
            list
        };
        match self.opportunity_of(field) {
            Some(opportunity) => {
                let list = self.own().map(|own| own.evidence.clone()).unwrap_or_default();
                self.judge(opportunity, OpportunityJudgementChange::Evidence(with(list)))
            }
            None => self.set(PersonChange::Evidence(with(self.person.judgement.evidence.clone()))),
        }
    }
}

/// Draws a row for each judgement, with its evidence below it.
pub(super) fn judgements_ui(form: &mut Form<'_>, view: &mut ViewState, subject: &Subject<'_>) {
    let ctx = form.ctx;
    if let Some(opportunity) = subject.opportunity {
        let text = Message::InspectorJudgedIn { opportunity: opportunity.name.clone() };
        form.ui.label(bold_text(ctx.words.text(&text), TextSize::SECOND, ctx));
        form.ui.add_space(4.0);
    }
    let of = |field: JudgementField| What {
        field: field.code(),
        label: ctx.words.value(field).to_owned(),
        evidence: Some(field),
        topic: topic_of(field),
    };
    let wanted = |field| What { field, label: caption(ctx, field), evidence: None, topic: None };
    let (scales, stages) = (scale::<PoliticalStatus>(ctx), scale::<RelationshipStage>(ctx));
    let answers = yes_or_no(ctx);
    let role = of(JudgementField::Role);
    row_ui(form, view, (subject, &subject.role()), &role, |ui, row| symbols_ui(ctx, ui, row, Symbol::Role));
    let attitude = of(JudgementField::Attitude);
    row_ui(form, view, (subject, &subject.attitude()), &attitude, |ui, row| symbols_ui(ctx, ui, row, Symbol::Attitude));
    let support = of(JudgementField::Support);
    row_ui(form, view, (subject, &subject.support()), &support, |ui, row| symbols_ui(ctx, ui, row, Symbol::Support));
    let coverage = of(JudgementField::Coverage);
    row_ui(form, view, (subject, &subject.coverage()), &coverage, |ui, row| symbols_ui(ctx, ui, row, Symbol::Coverage));
    let political = of(JudgementField::Political);
    row_ui(form, view, (subject, &subject.political()), &political, |ui, row| words_ui(ctx, ui, row, &scales, false));
    let support = wanted("support_wanted");
    row_ui(form, view, (subject, &subject.support_wanted()), &support, |ui, row| {
        symbols_ui(ctx, ui, row, Symbol::Support)
    });
    let stage = of(JudgementField::Stage);
    row_ui(form, view, (subject, &subject.stage()), &stage, |ui, row| words_ui(ctx, ui, row, &stages, false));
    let stage = wanted("stage_wanted");
    row_ui(form, view, (subject, &subject.stage_wanted()), &stage, |ui, row| words_ui(ctx, ui, row, &stages, false));
    let veto = of(JudgementField::Veto);
    row_ui(form, view, (subject, &subject.veto()), &veto, |ui, row| words_ui(ctx, ui, row, &answers, true));
    let coach = of(JudgementField::Coach);
    row_ui(form, view, (subject, &subject.coach()), &coach, |ui, row| words_ui(ctx, ui, row, &answers, true));
}

/// What a row is called, and whose evidence stands below it.
struct What {
    field: &'static str,
    label: String,
    evidence: Option<JudgementField>,
    /// Which questions help.
    topic: Option<Topic>,
}

/// The questions that help with a judgement.
fn topic_of(field: JudgementField) -> Option<Topic> {
    Some(match field {
        JudgementField::Role => Topic::Role,
        JudgementField::Attitude => Topic::Attitude,
        JudgementField::Support => Topic::Support,
        JudgementField::Coverage => Topic::Coverage,
        JudgementField::Political => Topic::Political,
        JudgementField::Stage => Topic::Stage,
        JudgementField::Veto => Topic::Veto,
        JudgementField::Coach => Topic::Coach,
        // What a person wins is asked of the person.
        JudgementField::Win => return None,
    })
}

fn row_ui<T: Copy + PartialEq>(
    form: &mut Form<'_>,
    view: &mut ViewState,
    (subject, axis): (&Subject<'_>, &Axis<T>),
    what: &What,
    draw: impl FnOnce(&mut Ui, &Row<'_, T>) -> Option<Pressed<T>>,
) {
    let id = field_id("inspector-judgement", subject.person.id, what.field);
    let (value, standing) = (axis.value(), axis.standing());
    let asked = Cell::new(None);
    let help = what.topic.map(|_| &asked);
    let account = (standing == Standing::Own).then_some(axis.account);
    let row = Row { id, label: &what.label, value, is_mixed: false, standing, account, help };
    if let Some(pressed) = draw(form.ui, &row) {
        // Each click is a step of its own, even on the same row.
        form.actions.push(Action::EndStep);
        form.edit(axis.edit(subject, pressed));
    }
    if let (Some(topic), Some(at)) = (what.topic, asked.get()) {
        view.choosing = Some(Choosing::new(topic, vec![subject.person.id], at));
    }
    if let Some(field) = what.evidence {
        let proof = subject.proof(id, &what.label, field);
        // What is unknown needs no evidence.
        if value.is_some() || proof.shown.is_some() {
            evidence_ui(form, &proof, |evidence| subject.set_evidence(field, evidence));
        }
    }
    form.ui.add_space(4.0);
}
