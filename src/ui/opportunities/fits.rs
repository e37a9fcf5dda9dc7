//! The table of fits: a shaded sign for each offer and criterion, and below it what they come to.

use egui::{Button, Label, Popup, RichText, Ui, vec2};

use crate::insight::{CriteriaFit, OfferFit, classes_of};
use crate::model::{Coded, CompetitiveStrategy, CompetitorId, DecisionCriterion, Fit, Opportunity, Symbol};
use crate::plot::{fit_token, sides, signed};
use crate::theme::TextSize;
use crate::ui::ViewContext;
use crate::ui::fields::{name_widget, pressed_number};
use crate::ui::opportunities::rows::sentence_ui;
use crate::ui::plan::list::TOOLS;
use crate::ui::style::{bold, faded};
use crate::words::Message;

/// The width of a cell, and between cells.
const CELL: f32 = 52.0;
const GAP: f32 = 4.0;
/// The width of what stands before the name: the place and the sign that unfolds.
pub(super) const LEAD: f32 = 52.0;
/// The height of a line that is only read.
const LINE: f32 = 18.0;
/// The least width of a name beside its cells.
const NAME: f32 = 150.0;

/// Whose offer a column is; `None` is ours.
pub(super) type Offer = Option<CompetitorId>;

/// The columns: we, then each rival of the opportunity, with their names.
pub(super) fn offers(ctx: &ViewContext<'_>, opportunity: &Opportunity) -> Vec<(Offer, String)> {
    sides(ctx.words, ctx.account, opportunity, &Message::BuyingUs)
}

/// Sets how well an offer meets a criterion.
pub(super) fn set_fit(criterion: &mut DecisionCriterion, offer: Offer, fit: Option<Fit>) {
    match (offer, fit) {
        (None, fit) => criterion.our_fit = fit,
        (Some(rival), Some(fit)) => {
            criterion.rival_fits.insert(rival, fit);
        }
        (Some(rival), None) => {
            criterion.rival_fits.remove(&rival);
        }
    }
}

/// What width is left to a name in a row of this width; `None` where the cells need a line of their own.
pub(super) fn name_width(width: f32, offers: usize) -> Option<f32> {
    let cells: f32 = std::iter::repeat_n(CELL + GAP, offers).sum();
    let left = width - LEAD - cells - 2.0 * GAP;
    (left >= NAME).then_some(left)
}

/// One cell as a button: a click or a digit changes it. Gives the new fit.
pub(super) fn fit_cell_ui(ctx: &ViewContext<'_>, ui: &mut Ui, name: &str, fit: Option<Fit>) -> Option<Option<Fit>> {
    let fill = match fit {
        Some(fit) => faded(ctx.palette.token(fit_token(fit)), 0.4),
        None => ctx.palette.surface(),
    };
    let sign = RichText::new(fit.map_or("?", Symbol::symbol)).font(bold(TextSize::BODY));
    let cell = Button::new(sign).fill(fill).min_size(vec2(CELL, 22.0));
    let cell = ui.add_enabled(!ctx.is_read_only, cell);
    name_widget(&cell, name);
    let mut chosen = None;
    Popup::menu(&cell).show(|ui| {
        for value in Fit::ALL {
            let text = format!("{} {}", value.symbol(), ctx.words.value(*value));
            if ui.selectable_label(fit == Some(*value), text).clicked() {
                chosen = Some(Some(*value));
            }
        }
        let unknown = format!("? {}", ctx.words.say(Message::UnknownValue));
        if ui.selectable_label(fit.is_none(), unknown).clicked() {
            chosen = Some(None);
        }
    });
    if cell.has_focus() && !ctx.is_read_only {
        chosen = match pressed_number(ui) {
            Some(0) => Some(None),
            Some(number) => Fit::ALL.get(number - 1).map(|fit| Some(*fit)).or(chosen),
            None => chosen,
        };
    }
    cell.on_hover_text(name);
    chosen.filter(|chosen| *chosen != fit)
}

/// A line of the table that is only read: a name, and a text for each offer; as a sentence where there is no
/// room for cells.
fn line_ui(ctx: &ViewContext<'_>, ui: &mut Ui, name: &str, cells: &[(&str, String)], is_sum: bool) {
    let ink = |text: &str| match is_sum {
        true => RichText::new(text).font(bold(TextSize::SECOND)),
        false => RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft()),
    };
    let Some(room) = name_width(ui.available_width() - TOOLS, cells.len()) else {
        let parts: Vec<String> = cells.iter().map(|(offer, text)| format!("{offer} {text}")).collect();
        ui.add(Label::new(ink(&format!("{name}: {}", parts.join(" · ")))).wrap());
        return;
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        ui.add_space(LEAD + GAP);
        ui.allocate_ui_with_layout(vec2(room, LINE), egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_min_width(room);
            ui.add(Label::new(ink(name)).truncate());
        });
        for (_, text) in cells {
            ui.add_sized(vec2(CELL, LINE), Label::new(ink(text)).truncate());
        }
    });
}

/// The names of the columns, where there is room for columns.
pub(super) fn head_ui(ctx: &ViewContext<'_>, ui: &mut Ui, offers: &[(Offer, String)]) {
    if name_width(ui.available_width() - TOOLS, offers.len()).is_some() {
        let cells: Vec<(&str, String)> = offers.iter().map(|(_, name)| (name.as_str(), name.clone())).collect();
        line_ui(ctx, ui, "", &cells, false);
    }
}

/// What the fits come to: by class, in all, and how much of it is known; then what follows.
pub(super) fn sums_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    opportunity: &Opportunity,
    offers: &[(Offer, String)],
    fit: &CriteriaFit,
) {
    let of = |offer: &Offer| match offer {
        None => Some(&fit.ours),
        Some(rival) => fit.rivals.iter().find(|(other, _, _)| other == rival).map(|(_, theirs, _)| theirs),
    };
    let all: Vec<(&str, &OfferFit)> =
        offers.iter().filter_map(|(offer, name)| Some((name.as_str(), of(offer)?))).collect();
    let cells = |text: &dyn Fn(&OfferFit) -> String| -> Vec<(&str, String)> {
        all.iter().map(|(name, offer)| (*name, text(offer))).collect()
    };
    let classes = classes_of(opportunity);
    for class in classes.iter().filter(|_| classes.len() > 1) {
        let name = class.map_or_else(|| ctx.words.text(&Message::BuyingNoClass), |one| ctx.words.value(one).to_owned());
        let sums = cells(&|offer| signed(offer.classes.get(class).copied().unwrap_or_default()));
        line_ui(ctx, ui, &name, &sums, false);
    }
    line_ui(ctx, ui, &ctx.words.say(Message::BuyingWeighted), &cells(&|offer| signed(offer.total)), true);
    let known = cells(&|offer| format!("{} %", offer.total.percent_known()));
    line_ui(ctx, ui, &ctx.words.say(Message::BuyingKnown), &known, false);
    ui.add_space(4.0);
    for (vendor, offer) in &all {
        failed_ui(ctx, ui, opportunity, vendor, offer);
    }
    leads_ui(ctx, ui, opportunity, offers, fit);
}

fn failed_ui(ctx: &ViewContext<'_>, ui: &mut Ui, opportunity: &Opportunity, vendor: &str, offer: &OfferFit) {
    let names = offer.failed.iter().filter_map(|place| opportunity.buying.criteria.get(*place));
    let names: Vec<&str> = names.map(|criterion| criterion.name.as_str()).collect();
    if names.is_empty() {
        return;
    }
    let criteria = names.join(ctx.words.list_separator());
    let text = ctx.words.text(&Message::BuyingFailed { vendor: vendor.to_owned(), criteria });
    ui.label(RichText::new(text).size(TextSize::SECOND).color(ctx.palette.warning()));
}

/// How we stand against each rival, and whether that bears the strategy chosen.
fn leads_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    opportunity: &Opportunity,
    offers: &[(Offer, String)],
    fit: &CriteriaFit,
) {
    if fit.rivals.is_empty() {
        sentence_ui(ctx, ui, ctx.words.say(Message::BuyingNoRivals));
    }
    let times = ctx.buying.frontal;
    for (rival, _, lead) in &fit.rivals {
        let Some((_, rival)) = offers.iter().find(|(offer, _)| *offer == Some(*rival)) else { continue };
        let lines = Message::BuyingLead {
            rival: rival.clone(),
            ahead: lead.ahead.to_string(),
            even: lead.even.to_string(),
            behind: lead.behind.to_string(),
            unknown: lead.unknown.to_string(),
        };
        sentence_ui(ctx, ui, ctx.words.text(&lines));
        if opportunity.strategy == Some(CompetitiveStrategy::Frontal) && !lead.bears_frontal(times) {
            let message = Message::BuyingFrontal { rival: rival.clone(), times: times.to_string() };
            sentence_ui(ctx, ui, ctx.words.text(&message));
        }
    }
}
