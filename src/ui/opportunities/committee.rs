//! How the committee is judged in one opportunity, over the judgements of the whole account.

use egui::{Id, RichText, Ui};

use crate::edit::{Edit, OpportunityJudgementChange, StructureEdit};
use crate::model::{Coded, Judged, JudgementField, Opportunity, Person};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// From this width on the names stand in a column of their own.
const WIDE: f32 = 560.0;
/// Judgements a row sets.
const FIELDS: [JudgementField; 3] = [JudgementField::Role, JudgementField::Support, JudgementField::Coverage];

/// Draws a row for each of the committee: role, support, coverage.
pub(super) fn judgements_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    opportunity: &Opportunity,
) {
    let mut form = Form::new(ctx, ui, actions);
    form.section(ctx.words.say(Message::OpportunitiesJudged));
    let people: Vec<&Person> =
        opportunity.committee.iter().filter_map(|person| ctx.account.get::<Person>(*person)).collect();
    if people.is_empty() {
        form.note(ctx.words.say(Message::OpportunitiesNobody));
        return;
    }
    let is_wide = ui.available_width() >= WIDE;
    ui.columns(columns(is_wide), |columns| {
        let start = columns.len().saturating_sub(FIELDS.len());
        for (ui, field) in columns.iter_mut().skip(start).zip(FIELDS) {
            ui.label(RichText::new(ctx.words.value(field)).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        }
    });
    for person in people {
        ui.push_id(person.id, |ui| row_ui(&mut Form::new(ctx, ui, actions), view, opportunity, person, is_wide));
        ui.add_space(4.0);
    }
}

/// A column for each judgement, and one for the name where there is room.
fn columns(is_wide: bool) -> usize {
    FIELDS.len() + usize::from(is_wide)
}

fn row_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity, person: &Person, is_wide: bool) {
    let ctx = form.ctx;
    let (ui, actions) = (&mut *form.ui, &mut *form.actions);
    if !is_wide {
        name_ui(ctx, view, ui, person);
    }
    ui.columns(columns(is_wide), |columns| {
        let start = columns.len().saturating_sub(FIELDS.len());
        for (at, ui) in columns.iter_mut().enumerate() {
            ui.vertical(|ui| match at.checked_sub(start).and_then(|at| FIELDS.get(at)) {
                Some(field) => judgement_ui(&mut Form::new(ctx, ui, actions), opportunity, person, *field),
                None => name_ui(ctx, view, ui, person),
            });
        }
    });
}

fn name_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, person: &Person) {
    let link = ui.link(RichText::new(person.name.as_str()).size(TextSize::BODY));
    if link.on_hover_text(ctx.words.say(Message::ShowOnMap)).clicked() {
        view.show_person(ctx.account, person.id);
    }
}

fn judgement_ui(form: &mut Form<'_>, opportunity: &Opportunity, person: &Person, field: JudgementField) {
    let own = opportunity.judgements.get(&person.id).cloned().unwrap_or_default();
    let account = &person.judgement;
    let judge =
        |change| Edit::Structure(StructureEdit::Judge { opportunity: opportunity.id, person: person.id, change });
    let name = format!("{} · {}", person.name, form.ctx.words.value(field));
    let id = field_id("judgement", person.id, field.code());
    match field {
        JudgementField::Role => {
            let edit = |role| judge(OpportunityJudgementChange::Role(role));
            judged_ui(form, id, &name, (own.role, account.role), edit);
        }
        JudgementField::Support => {
            let edit = |support| judge(OpportunityJudgementChange::Support(support));
            judged_ui(form, id, &name, (own.support, account.support), edit);
        }
        JudgementField::Coverage => {
            let edit = |coverage| judge(OpportunityJudgementChange::Coverage(coverage));
            judged_ui(form, id, &name, (own.coverage, account.coverage), edit);
        }
        JudgementField::Attitude
        | JudgementField::Political
        | JudgementField::Stage
        | JudgementField::Veto
        | JudgementField::Coach
        | JudgementField::Win => {}
    }
}

/// One judgement: as in the account, in faint ink; unknown here; or a value of its own.
fn judged_ui<T: Coded>(
    form: &mut Form<'_>,
    id: Id,
    name: &str,
    (own, account): (Judged<T>, Option<T>),
    edit: impl FnOnce(Judged<T>) -> Edit,
) {
    let ctx = form.ctx;
    let unknown = ctx.words.text(&Message::UnknownValue);
    let value = account.map_or_else(|| unknown.clone(), |value| ctx.words.value(value).to_owned());
    let inherited = ctx.words.text(&Message::OpportunitiesInherit { value });
    let mut options = vec![(Judged::Inherit, inherited), (Judged::Unknown, unknown)];
    options.extend(T::ALL.iter().map(|value| (Judged::Is(*value), ctx.words.value(*value).to_owned())));
    let actions = &mut *form.actions;
    form.ui.scope(|ui| {
        if own == Judged::Inherit {
            ui.visuals_mut().override_text_color = Some(ctx.palette.ink_faint());
        }
        Form::new(ctx, ui, actions).pick(id, name, &own, &options, |own| edit(*own));
    });
}
