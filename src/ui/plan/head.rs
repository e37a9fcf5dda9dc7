//! The account's head: who the client is to us, what we want there, and by when.

use egui::Ui;

use super::cells::{FIELD, cells_ui, labeled, low_tick};
use super::list::{section_ui, take_keys};
use crate::edit::{Edit, ProfileChange};
use crate::model::{Currency, PlanSection, Profile};
use crate::ui::fields::{Form, field_id};
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// The currencies most accounts are kept in.
const CURRENCIES: [&str; 7] = ["CNY", "EUR", "USD", "GBP", "JPY", "HKD", "CHF"];

/// Draws who the client is to us.
pub(super) fn client_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    section_ui(ctx, ui, "plan-client", (Message::PlanPageClient, String::new()), |ui| {
        let mut form = Form::new(ctx, ui, actions);
        who_ui(&mut form, view);
        money_ui(&mut form, view);
        notes_ui(&mut form);
    });
}

/// Draws what the plan is in one line, and its dates.
pub(super) fn plan_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    section_ui(ctx, ui, "plan-head", (Message::PlanHead, missing(ctx)), |ui| {
        let mut form = Form::new(ctx, ui, actions);
        strategy_ui(&mut form, view);
        dates_ui(&mut form, view);
    });
}

/// The section whose page shows a change of the head.
pub(super) fn section_of(change: &ProfileChange) -> Option<PlanSection> {
    use ProfileChange as Change;
    match change {
        Change::Name(_)
        | Change::Industry(_)
        | Change::Tier(_)
        | Change::Status(_)
        | Change::Phase(_)
        | Change::Relationship(_)
        | Change::Currency(_)
        | Change::Revenue(_)
        | Change::Wallet(_)
        | Change::CollectiveDecision(_)
        | Change::Notes(_) => None,
        Change::Objectives(_)
        | Change::Focus(_)
        | Change::Positioning(_)
        | Change::TargetPeople(_)
        | Change::TargetRivals(_)
        | Change::ForWhom(_)
        | Change::PricePosition(_)
        | Change::Price(_)
        | Change::Advantage(_)
        | Change::Approach(_)
        | Change::Resources(_)
        | Change::AgreedBy(_)
        | Change::AgreedOn(_)
        | Change::Budget(_)
        | Change::SalesForecast(_)
        | Change::Choices(_)
        | Change::TrendsNote(_)
        | Change::ValueNote(_)
        | Change::PriorityNote(_)
        | Change::WeaknessNote(_) => Some(PlanSection::Choices),
        Change::SwotScanned(_) => Some(PlanSection::Risks),
        Change::Owner(_)
        | Change::Period(_)
        | Change::Strategy(_)
        | Change::NextReview(_)
        | Change::Target(_)
        | Change::RuleValues(_)
        | Change::StageRates(_)
        | Change::OffFunnelThreshold(_)
        | Change::OffFunnelSold(_)
        | Change::OffFunnelExpected(_)
        | Change::QuarterTask(_)
        | Change::SalesSince(_)
        | Change::ProgressDays(_)
        | Change::ExchangeRates(_) => Some(PlanSection::Summary),
    }
}

/// What a plan cannot do without and does not say yet.
fn missing(ctx: &ViewContext<'_>) -> String {
    let profile = &ctx.account.profile;
    let fields = [
        ("owner", profile.owner.is_none()),
        ("period", profile.period.is_empty()),
        ("strategy", profile.strategy.is_empty()),
        ("next_review", profile.next_review.is_none()),
        ("target", profile.target.is_none()),
    ];
    let lacking: Vec<&str> =
        fields.iter().filter(|(_, lacks)| *lacks).map(|(field, _)| ctx.words.label("field", field)).collect();
    if lacking.is_empty() {
        return String::new();
    }
    ctx.words.text(&Message::PlanMissing { what: lacking.join(ctx.words.list_separator()) })
}

/// The id of a field of the head.
fn id(form: &Form<'_>, field: &'static str) -> egui::Id {
    field_id("profile", form.ctx.account.id, field)
}

fn profile<'a>(form: &Form<'a>) -> &'a Profile {
    &form.ctx.account.profile
}

fn who_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let head = profile(form);
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let label = form.ctx.words.say(Message::PlanAccountName);
                form.text(id(form, "name"), &label, &head.name, "", |text| set(ProfileChange::Name(text)));
            },
            &|form, _| {
                let word = form.word("industry");
                form.text(id(form, "industry"), &word, &head.industry, "", |text| set(ProfileChange::Industry(text)));
            },
            &|form, _| {
                let word = form.word("tier");
                form.segments(id(form, "tier"), &word, head.tier, |tier| set(ProfileChange::Tier(tier)));
            },
            &|form, _| {
                let word = form.word("status");
                form.segments(id(form, "status"), &word, head.status, |status| set(ProfileChange::Status(status)));
            },
            &|form, _| {
                let word = form.word("phase");
                form.segments(id(form, "phase"), &word, head.phase, |phase| set(ProfileChange::Phase(phase)));
            },
            &|form, _| {
                let word = form.word("relationship");
                let edit = |kind| set(ProfileChange::Relationship(kind));
                form.segments(id(form, "relationship"), &word, head.relationship, edit);
            },
        ],
    );
}

fn strategy_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let word = form.word("strategy");
    let hint = form.ctx.words.say(Message::PlanHintStrategy);
    let strategy = &profile(form).strategy;
    let id = id(form, "strategy");
    let area = form.area(id, &word, strategy, &hint, |text| set(ProfileChange::Strategy(text)));
    take_keys(view, id, &area);
    form.ui.add_space(4.0);
}

fn money_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let head = profile(form);
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| currency_ui(form),
            &|form, _| {
                let word = form.word("revenue");
                let edit = |amount| set(ProfileChange::Revenue(amount));
                form.money(id(form, "revenue"), &word, head.revenue, head.currency, edit);
            },
            &|form, _| {
                let word = form.word("wallet");
                let edit = |amount| set(ProfileChange::Wallet(amount));
                form.money(id(form, "wallet"), &word, head.wallet, head.currency, edit);
            },
            &|form, _| {
                let edit = |is_collective| set(ProfileChange::CollectiveDecision(is_collective));
                low_tick(form, "collective_decision", head.collective_decision, edit);
            },
        ],
    );
}

/// Whose plan it is, for when, up to when, and what it is to bring.
fn dates_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let head = profile(form);
    let year = form.ctx.today.format("%Y").to_string();
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let word = labeled(form, "owner");
                form.member(id(form, "owner"), &word, head.owner, |owner| set(ProfileChange::Owner(owner)));
            },
            &|form, view| {
                let (word, id) = (form.word("period"), id(form, "period"));
                let period = form.text(id, &word, &head.period, &year, |text| set(ProfileChange::Period(text)));
                take_keys(view, id, &period);
            },
            &|form, _| {
                let word = form.word("next_review");
                form.date(id(form, "next_review"), &word, head.next_review, |day| set(ProfileChange::NextReview(day)));
            },
            &|form, _| {
                let word = form.word("target");
                let edit = |amount| set(ProfileChange::Target(amount));
                form.money(id(form, "target"), &word, head.target, head.currency, edit);
            },
        ],
    );
}

fn currency_ui(form: &mut Form<'_>) {
    let present = profile(form).currency;
    let mut options: Vec<Currency> = CURRENCIES.into_iter().filter_map(Currency::parse).collect();
    if !options.contains(&present) {
        options.push(present);
    }
    let options: Vec<(Currency, String)> =
        options.into_iter().map(|currency| (currency, currency.code().to_owned())).collect();
    let word = labeled(form, "currency");
    form.pick(id(form, "currency"), &word, &present, &options, |currency| set(ProfileChange::Currency(*currency)));
}

fn notes_ui(form: &mut Form<'_>) {
    let word = form.word("notes");
    let notes = &profile(form).notes;
    form.area(id(form, "notes"), &word, notes, "", |text| set(ProfileChange::Notes(text)));
}

fn set(change: ProfileChange) -> Edit {
    Edit::Profile(change)
}
