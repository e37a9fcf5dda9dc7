//! One growth lever: its kind, what is done, what it brings and how likely, by whom.

use egui::Ui;

use crate::edit::{Edit, LeverChange, RecordEdit};
use crate::insight::is_drop_gain;
use crate::model::GrowthLever;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{FIELD, SHORT, cells_ui, labeled};
use crate::ui::plan::list::take_keys;
use crate::ui::plan::why::why_ui;
use crate::ui::work::opportunity_ui;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws one lever.
pub(super) fn lever_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    lever: &GrowthLever,
) {
    let set = |change| Edit::Lever(RecordEdit::Set(lever.id, change));
    let id = |field| field_id("lever", lever.id, field);
    let mut form = Form::new(ctx, ui, actions);
    cells_ui(
        &mut form,
        view,
        FIELD,
        &[
            &|form, view| {
                let word = form.word("text");
                let hint = match lever.kind {
                    Some(kind) => ctx.growth.first(kind, ctx.words.language()).to_owned(),
                    None => ctx.words.text(&Message::GrowthHintText),
                };
                let text = form.text(id("text"), &word, &lever.text, &hint, |text| set(LeverChange::Text(text)));
                take_keys(view, id("text"), &text);
            },
            &|form, _| kind_ui(form, lever),
        ],
    );
    amounts_ui(&mut form, view, lever);
    if is_drop_gain(lever) {
        form.note(ctx.words.say(Message::GrowthDropGain));
    }
    form.ui.separator();
}

fn kind_ui(form: &mut Form<'_>, lever: &GrowthLever) {
    let ctx = form.ctx;
    let set = |kind| Edit::Lever(RecordEdit::Set(lever.id, LeverChange::Kind(kind)));
    let word = labeled(form, "kind");
    let actions = &mut *form.actions;
    form.ui.horizontal(|ui| {
        Form::new(ctx, ui, actions).choice(field_id("lever", lever.id, "kind"), &word, lever.kind, set);
        if let Some(kind) = lever.kind {
            why_ui(ctx, ui, ctx.words.value(kind), ctx.growth.lever(kind));
        }
    });
}

/// What it brings, how likely it is, who pursues it, which opportunity it stands for.
fn amounts_ui(form: &mut Form<'_>, view: &mut ViewState, lever: &GrowthLever) {
    let set = |change| Edit::Lever(RecordEdit::Set(lever.id, change));
    let id = |field| field_id("lever", lever.id, field);
    let currency = form.ctx.account.profile.currency;
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                let word = form.word("amount");
                let edit = |amount| set(LeverChange::Amount(amount));
                form.signed_money(id("amount"), &word, lever.amount, currency, edit);
            },
            &|form, _| {
                let word = form.word("margin");
                let edit = |amount| set(LeverChange::Margin(amount));
                form.signed_money(id("margin"), &word, lever.margin, currency, edit);
            },
            &|form, _| {
                let word = form.word("probability");
                let edit = |percent| set(LeverChange::Probability(percent));
                form.percent(id("probability"), &word, lever.probability, edit);
            },
            &|form, _| {
                let word = labeled(form, "owner");
                form.member(id("owner"), &word, lever.owner, |owner| set(LeverChange::Owner(owner)));
            },
            &|form, _| {
                let edit = |opportunity| set(LeverChange::Opportunity(opportunity));
                opportunity_ui(form, id("opportunity"), lever.opportunity, edit);
            },
        ],
    );
}
