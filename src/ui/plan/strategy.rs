//! The strategy in its six elements, the value proposition in the third, people and rivals linked.

use egui::Ui;

use super::cells::{FIELD, cells_ui, labeled, ticks_ui};
use super::list::section_folded_ui;
use super::why::why_ui;
use crate::edit::{Edit, ProfileChange};
use crate::insight::empty_elements;
use crate::model::{
    Action as PlanAction, Coded, Competitor, CompetitorId, Goal, Money, StrategyElement, StrategyElements,
};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the six elements.
pub(super) fn strategy_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let is_open = ctx.account.profile.elements != StrategyElements::default();
    let empty = empty_elements(ctx.account);
    section_folded_ui(ctx, ui, ("plan-strategy", is_open), (Message::PlanStrategy, note(ctx, &empty)), |ui| {
        for (place, element) in (1..).zip(StrategyElement::ALL.iter().copied()) {
            let name = ctx.words.value(element);
            ui.push_id(element.code(), |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.label(bold_text(format!("{place}  {name}"), TextSize::BODY, ctx));
                    if !empty.contains(&element) {
                        ui.label("✓").on_hover_text(ctx.words.say(Message::PlanHolds));
                    }
                    why_ui(ctx, ui, name, ctx.strategy.prompts(element));
                });
                element_ui(&mut Form::new(ctx, ui, actions), view, element);
                ui.add_space(8.0);
            });
        }
    });
}

/// Which elements are missing.
fn note(ctx: &ViewContext<'_>, empty: &[StrategyElement]) -> String {
    let names: Vec<&str> = empty.iter().map(|element| ctx.words.value(*element)).collect();
    match names.len() {
        0 => String::new(),
        count if count == StrategyElement::ALL.len() => ctx.words.text(&Message::PlanNone),
        _ => ctx.words.text(&Message::PlanMissing { what: names.join(ctx.words.list_separator()) }),
    }
}

fn id(form: &Form<'_>, field: &'static str) -> egui::Id {
    field_id("profile", form.ctx.account.id, field)
}

fn set(change: ProfileChange) -> Edit {
    Edit::Profile(change)
}

fn element_ui(form: &mut Form<'_>, view: &mut ViewState, element: StrategyElement) {
    let ctx = form.ctx;
    let elements = &ctx.account.profile.elements;
    match element {
        StrategyElement::Objectives => {
            area_ui(form, element, ("objectives", &elements.objectives), ProfileChange::Objectives);
            let of = form.word("goals");
            beside_ui(form, ctx.account.all::<Goal>().count(), of);
        }
        StrategyElement::Focus => area_ui(form, element, ("focus", &elements.focus), ProfileChange::Focus),
        StrategyElement::Positioning => positioning_ui(form, view),
        StrategyElement::Plan => {
            area_ui(form, element, ("approach", &elements.approach), ProfileChange::Approach);
            let of = ctx.words.say(Message::NavActions).into_owned();
            beside_ui(form, ctx.account.all::<PlanAction>().count(), of);
        }
        StrategyElement::Resources => {
            area_ui(form, element, ("resources", &elements.resources), ProfileChange::Resources);
            agreement_ui(form, view);
        }
        StrategyElement::Budget => budget_ui(form, view),
    }
}

/// How many records stand elsewhere for this element.
fn beside_ui(form: &mut Form<'_>, count: usize, of: String) {
    if count > 0 {
        form.note(form.ctx.words.text(&Message::PlanBeside { of, count: count.to_string() }));
    }
}

/// A text of several lines under its element's heading, called by its own word.
fn area_ui(
    form: &mut Form<'_>,
    element: StrategyElement,
    (field, text): (&'static str, &str),
    change: fn(String) -> ProfileChange,
) {
    let word = form.word(field);
    let hint = form.ctx.strategy.first(element, form.ctx.words.language());
    form.area(id(form, field), &word, text, hint, |text| set(change(text)));
}

fn positioning_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let ctx = form.ctx;
    let elements = &ctx.account.profile.elements;
    area_ui(form, StrategyElement::Positioning, ("positioning", &elements.positioning), ProfileChange::Positioning);
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, view| {
                let word = form.word("target_people");
                let edit = |people| set(ProfileChange::TargetPeople(people));
                form.people(view, id(form, "target_people"), &word, &elements.target_people, edit);
            },
            &|form, _| {
                let rivals = ctx.account.ranked::<Competitor>();
                let options: Vec<(CompetitorId, String)> =
                    rivals.iter().map(|rival| (rival.id, rival.name.clone())).collect();
                let word = form.word("target_rivals");
                ticks_ui(form, &word, &options, &elements.target_rivals, |rivals| {
                    set(ProfileChange::TargetRivals(rivals))
                });
                if options.is_empty() {
                    form.note(ctx.words.say(Message::OpportunitiesNoRivals));
                }
            },
        ],
    );
    let name = ctx.words.say(Message::PlanProposition).into_owned();
    form.ui.horizontal_wrapped(|ui| {
        ui.label(bold_text(name.as_str(), TextSize::SECOND, ctx));
        why_ui(ctx, ui, &name, &ctx.strategy.proposition);
    });
    proposition_ui(form, view);
}

/// For whom, at what price, with what advantage.
fn proposition_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let ctx = form.ctx;
    let elements = &ctx.account.profile.elements;
    let text = |form: &mut Form<'_>,
                field: &'static str,
                value: &str,
                (hint, change): (Message, fn(String) -> ProfileChange)| {
        let (word, hint) = (form.word(field), ctx.words.say(hint));
        form.area(id(form, field), &word, value, &hint, |text| set(change(text)));
    };
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| text(form, "for_whom", &elements.for_whom, (Message::PlanHintForWhom, ProfileChange::ForWhom)),
            &|form, _| {
                text(form, "advantage", &elements.advantage, (Message::PlanHintAdvantage, ProfileChange::Advantage));
            },
            &|form, _| {
                let word = form.word("price_position");
                let edit = |place| set(ProfileChange::PricePosition(place));
                form.segments(id(form, "price_position"), &word, elements.price_position, edit);
            },
            &|form, _| text(form, "price", &elements.price, (Message::PlanHintPrice, ProfileChange::Price)),
        ],
    );
}

/// Who of us has agreed to what is committed, and when.
fn agreement_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let ctx = form.ctx;
    let elements = &ctx.account.profile.elements;
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let word = labeled(form, "agreed_by");
                let edit = |member| set(ProfileChange::AgreedBy(member));
                form.member(id(form, "agreed_by"), &word, elements.agreed_by, edit);
            },
            &|form, _| {
                let word = form.word("agreed_on");
                form.date(id(form, "agreed_on"), &word, elements.agreed_on, |day| set(ProfileChange::AgreedOn(day)));
                if elements.agreed_on.is_some_and(|day| day > ctx.today) {
                    form.complaint(&Message::PlanDayAhead);
                }
            },
        ],
    );
}

fn budget_ui(form: &mut Form<'_>, view: &mut ViewState) {
    let ctx = form.ctx;
    let profile = &ctx.account.profile;
    let amount =
        |form: &mut Form<'_>, field: &'static str, value: Option<Money>, change: fn(Option<Money>) -> ProfileChange| {
            let word = form.word(field);
            form.money(id(form, field), &word, value, profile.currency, |amount| set(change(amount)));
            if value.is_some_and(|amount| amount.minor < 0) {
                form.complaint(&Message::PlanAmountNegative);
            }
        };
    cells_ui(
        form,
        view,
        FIELD,
        &[&|form, _| amount(form, "budget", profile.elements.budget, ProfileChange::Budget), &|form, _| {
            amount(form, "sales_forecast", profile.elements.sales_forecast, ProfileChange::SalesForecast)
        }],
    );
}
