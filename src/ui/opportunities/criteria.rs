//! What the client decides by: a row for each criterion with the fits of all offers, details on demand.

use egui::{Popup, RichText, Ui};

use super::fits::{LEAD, Offer, fit_cell_ui, head_ui, name_width, offers, set_fit, sums_ui};
use super::rows::{after_tool, choice_ui, details_ui, fold_ui, push_step, sentence_ui, set, stepwise, why_ui, with};
use crate::edit::{Edit, OpportunityChange};
use crate::insight::criteria_fit;
use crate::method::BuyingTopic;
use crate::model::{Coded, CriterionClass, DecisionCriterion, Opportunity};
use crate::plot::{Target, criteria_plot, fit_of, signed};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{SHORT, cells_ui, labeled};
use crate::ui::plan::list::{add_button, named, row_ui, take_keys};
use crate::ui::plot::plot_ui;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// The most width of the picture.
const WIDE: f32 = 760.0;

/// Draws the criteria.
pub(super) fn criteria_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    opportunity: &Opportunity,
) {
    let rows = &opportunity.buying.criteria;
    let fit = criteria_fit(opportunity);
    let note = match rows.len() {
        0 => ctx.words.text(&Message::PlanNone),
        count => format!("{count} · {} {}", ctx.words.say(Message::BuyingUs), signed(fit.ours.total)),
    };
    fold_ui(ctx, ui, "buying-criteria", (Message::BuyingCriteria, note), |ui| {
        if rows.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::BuyingEmptyCriteria));
        } else {
            let offers = offers(ctx, opportunity);
            head_ui(ctx, ui, &offers);
            rows_ui(&mut Form::new(ctx, ui, actions), view, opportunity, &offers);
            ui.add_space(4.0);
            sums_ui(ctx, ui, opportunity, &offers, &fit);
            picture_ui(ctx, view, ui, opportunity);
        }
        ui.horizontal(|ui| add_ui(ctx, view, ui, actions, opportunity));
    });
}

/// The table as a picture, folded until it is asked for: a field gives the keys to its criterion.
fn picture_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, opportunity: &Opportunity) {
    let title = RichText::new(ctx.words.say(Message::PlotCriteria)).size(TextSize::SECOND);
    egui::CollapsingHeader::new(title).id_salt("criteria-picture").show_unindented(ui, |ui| {
        let width = ui.available_width().min(WIDE);
        let plot = criteria_plot(ctx.words, ctx.account, opportunity, width);
        let clicked = plot_ui(ctx, ui, &plot, egui::Id::unique("criteria-plot"), width);
        if let Some(Target::Criterion(id)) = clicked {
            view.wants_field = Some(field_id("criterion", id, "name"));
        }
    });
    ui.add_space(4.0);
}

fn put(opportunity: &Opportunity, rows: Vec<DecisionCriterion>) -> Edit {
    set(opportunity, OpportunityChange::Criteria(rows))
}

fn add_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, opportunity: &Opportunity) {
    let rows = &opportunity.buying.criteria;
    let mut add = |view: &mut ViewState, name: &str, class| {
        let name = name.to_owned();
        let row = DecisionCriterion { name, class, ..DecisionCriterion::new(view.ids.fresh()) };
        if row.name.is_empty() {
            view.wants_field = Some(field_id("criterion", row.id, "name"));
        }
        push_step(actions, put(opportunity, rows.iter().cloned().chain([row]).collect()));
    };
    if add_button(ctx, ui, Message::BuyingAddCriterion) {
        add(view, "", None);
    }
    let more = RichText::new(ctx.words.say(Message::BuyingUsual)).size(TextSize::SECOND);
    let more = ui.add_enabled(!ctx.is_read_only, egui::Button::new(more));
    Popup::menu(&more).show(|ui| {
        for class in CriterionClass::ALL {
            let names = ctx.buying.usual(*class).iter().map(|name| name.text(ctx.words.language()));
            let names: Vec<&str> = names.filter(|name| rows.iter().all(|row| row.name != *name)).collect();
            if !names.is_empty() {
                sentence_ui(ctx, ui, ctx.words.value(*class));
            }
            for name in names {
                if ui.button(name).clicked() {
                    add(view, name, Some(*class));
                }
            }
        }
    });
    why_ui(ctx, ui, BuyingTopic::Criteria, &ctx.words.say(Message::BuyingCriteria));
}

fn rows_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity, offers: &[(Offer, String)]) {
    let ctx = form.ctx;
    let rows = &opportunity.buying.criteria;
    let mut asked = None;
    for (at, row) in rows.iter().enumerate() {
        let name = named(ctx, &row.name, "criterion");
        let actions = &mut *form.actions;
        let draw = |ui: &mut Ui| {
            row_ui(ctx, ui, &name, Some((at, rows.len())), |ui| {
                criterion_ui(&mut Form::new(ctx, ui, actions), view, opportunity, at, offers);
            })
        };
        if let Some(tool) = form.ui.push_id(row.id.to_string(), draw).inner {
            asked = Some((at, tool));
        }
    }
    if let Some(rows) = after_tool(rows, asked) {
        push_step(form.actions, put(opportunity, rows));
    }
}

/// One criterion: its place, its name, a cell for each offer; below them the rest, in a line or unfolded.
fn criterion_ui(
    form: &mut Form<'_>,
    view: &mut ViewState,
    opportunity: &Opportunity,
    at: usize,
    offers: &[(Offer, String)],
) {
    let (ctx, rows) = (form.ctx, &opportunity.buying.criteria);
    let Some(row) = rows.get(at) else { return };
    let name = named(ctx, &row.name, "criterion");
    let id = field_id("criterion", row.id, "name");
    let wide = name_width(form.ui.available_width(), offers.len());
    let (ui, actions) = (&mut *form.ui, &mut *form.actions);
    let mut is_open = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.allocate_ui_with_layout(egui::vec2(LEAD, 22.0), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(LEAD);
            ui.label(RichText::new((at + 1).to_string()).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
            is_open = details_ui(ctx, ui, id, &name);
        });
        ui.vertical(|ui| {
            ui.set_width(wide.unwrap_or_else(|| ui.available_width()));
            let hint = ctx.words.say(Message::BuyingHintCriterion);
            let edit = |text| put(opportunity, with(rows, at, |row| row.name = text));
            let field = Form::new(ctx, ui, actions).bare_text(
                id,
                &ctx.words.say(Message::BuyingHintCriterion),
                &row.name,
                &hint,
                edit,
            );
            take_keys(view, id, &field);
        });
        if wide.is_some() {
            fits_ui(&mut Form::new(ctx, ui, actions), opportunity, at, offers, false);
        }
    });
    if wide.is_none() {
        ui.horizontal_wrapped(|ui| fits_ui(&mut Form::new(ctx, ui, actions), opportunity, at, offers, true));
    }
    if is_open {
        rest_ui(&mut Form::new(ctx, ui, actions), view, opportunity, at);
    } else {
        let text = summary(ctx, row);
        if !text.is_empty() {
            sentence_ui(ctx, ui, text);
        }
    }
}

/// A cell for each offer, beside its name where there are no columns.
fn fits_ui(form: &mut Form<'_>, opportunity: &Opportunity, at: usize, offers: &[(Offer, String)], is_named: bool) {
    let (ctx, rows) = (form.ctx, &opportunity.buying.criteria);
    let Some(row) = rows.get(at) else { return };
    for (offer, vendor) in offers {
        let fit = fit_of(row, *offer);
        let word = fit.map_or_else(|| ctx.words.text(&Message::UnknownValue), |fit| ctx.words.value(fit).to_owned());
        let name = named(ctx, &row.name, "criterion");
        let name = ctx.words.text(&Message::BuyingFit { name, vendor: vendor.clone(), fit: word });
        let key = offer.map_or_else(String::new, |rival| rival.to_string());
        if is_named {
            form.ui.label(RichText::new(vendor).size(TextSize::CAPTION).color(ctx.palette.ink_soft()));
        }
        let chosen = form.ui.push_id(key, |ui| fit_cell_ui(ctx, ui, &name, fit)).inner;
        if let Some(fit) = chosen {
            push_step(form.actions, put(opportunity, with(rows, at, |row| set_fit(row, *offer, fit))));
        }
    }
}

/// What there is to say of a criterion beside its name and fits, on one line.
fn summary(ctx: &ViewContext<'_>, row: &DecisionCriterion) -> String {
    let say = |message: Message| ctx.words.text(&message);
    let mut parts: Vec<String> = Vec::new();
    parts.extend(row.class.map(|class| ctx.words.value(class).to_owned()));
    parts.extend(row.formal.map(|formal| say(if formal { Message::BuyingFormal } else { Message::BuyingInformal })));
    // Optional is what a reader takes for granted.
    parts.extend((row.mandatory == Some(true)).then(|| say(Message::BuyingMandatory)));
    parts.extend(row.set_by.map(|who| say(Message::BuyingSetBy { who: ctx.words.value(who).to_owned() })));
    parts.extend(row.our_move.map(|planned| ctx.words.value(planned).to_owned()));
    let holders: Vec<&str> = row.holders.iter().map(|person| ctx.account.person_name(*person)).collect();
    parts.extend((!holders.is_empty()).then(|| holders.join(ctx.words.list_separator())));
    parts.extend(row.note.lines().next().map(|line| named(ctx, line, "criterion")));
    parts.join(" · ")
}

fn rest_ui(form: &mut Form<'_>, view: &mut ViewState, opportunity: &Opportunity, at: usize) {
    let rows = &opportunity.buying.criteria;
    let Some(row) = rows.get(at) else { return };
    let ctx = form.ctx;
    let id = |field| field_id("criterion", row.id, field);
    let called = named(ctx, &row.name, "criterion");
    let edit = |change: &dyn Fn(&mut DecisionCriterion)| put(opportunity, with(rows, at, change));
    let unsaid = || (None, ctx.words.text(&Message::NotSaid));
    let two = |yes: Message, no: Message| {
        vec![unsaid(), (Some(true), ctx.words.text(&yes)), (Some(false), ctx.words.text(&no))]
    };
    let formal = two(Message::BuyingFormal, Message::BuyingInformal);
    let mandatory = two(Message::BuyingMandatory, Message::BuyingOptional);
    cells_ui(
        form,
        view,
        SHORT,
        &[
            &|form, _| {
                choice_ui(form, id("class"), (&called, "class"), row.class, |class| edit(&|row| row.class = class));
            },
            &|form, _| {
                stepwise(form, |form| {
                    let name = format!("{called} · {}", labeled(form, "formal"));
                    form.pick(id("formal"), &name, &row.formal, &formal, |formal| edit(&|row| row.formal = *formal));
                })
            },
            &|form, _| {
                stepwise(form, |form| {
                    let name = format!("{called} · {}", labeled(form, "mandatory"));
                    form.pick(id("mandatory"), &name, &row.mandatory, &mandatory, |value| {
                        edit(&|row| row.mandatory = *value)
                    });
                })
            },
            &|form, _| {
                choice_ui(form, id("set-by"), (&called, "set_by"), row.set_by, |who| edit(&|row| row.set_by = who));
            },
            &|form, _| {
                choice_ui(form, id("our-move"), (&called, "our_move"), row.our_move, |planned| {
                    edit(&|row| row.our_move = planned)
                });
            },
        ],
    );
    let word = form.word("holders");
    stepwise(form, |form| {
        form.people(view, id("holders"), &word, &row.holders, |people| edit(&|row| row.holders.clone_from(&people)));
    });
    let (word, hint) = (form.word("note"), ctx.words.say(Message::BuyingHintCriterionNote));
    form.area(id("note"), &word, &row.note, &hint, |text| edit(&|row| row.note.clone_from(&text)));
    form.ui.add_space(8.0);
}
