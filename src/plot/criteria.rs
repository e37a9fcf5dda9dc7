//! Decision criteria by vendor: a shaded field for how well each offer meets each criterion, and what that comes to.

use super::columns::{Columns, or_kind, sides};
use super::{Field, Ink, Lettering, Mark, Plot, Target, legend};
use crate::insight::{OfferFit, WeightedFit, criteria_fit};
use crate::model::{Account, Coded, CompetitorId, DecisionCriterion, Fit, Opportunity, Symbol};
use crate::words::{Message, Words};

/// The least width of the plot.
const NARROWEST: f32 = 240.0;
/// The height of a row.
const ROW: f32 = 22.0;
/// How strong the colour of a fit is.
const STRENGTH: f32 = 0.4;

/// How well an offer meets a criterion; `None` is ours.
pub fn fit_of(criterion: &DecisionCriterion, offer: Option<CompetitorId>) -> Option<Fit> {
    match offer {
        None => criterion.our_fit,
        Some(rival) => criterion.rival_fits.get(&rival).copied(),
    }
}

/// The token of a fit: that of the support on the same step.
pub const fn fit_token(fit: Fit) -> &'static str {
    match fit {
        Fit::Outstanding => "support_mentor",
        Fit::Good => "support_supporter",
        Fit::Fair => "support_neutral",
        Fit::Poor => "support_non_supporter",
        Fit::Failing => "support_enemy",
    }
}

/// A weighted fit with its sign and two decimals; a question mark where nothing is known.
pub fn signed(fit: WeightedFit) -> String {
    let Some(hundredths) = fit.hundredths() else { return "?".to_owned() };
    let sign = match hundredths.signum() {
        1 => "+",
        0 => "",
        _ => "-",
    };
    format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
}

/// The table at this width: rows are criteria, the weightiest first, columns the vendors; a field leads to its
/// criterion. Below them the weighted fit of each. Cost: criteria times vendors.
pub fn criteria_plot(words: &Words, account: &Account, opportunity: &Opportunity, width: f32) -> Plot {
    let width = width.max(NARROWEST);
    let rows = &opportunity.buying.criteria;
    let columns = Columns::of(sides(words, account, opportunity, &Message::BuyingUs), width, ROW);
    let mut marks = columns.head();
    for (row, criterion) in rows.iter().enumerate() {
        let name = or_kind(words, &criterion.name, "criterion").replace('\n', " ");
        marks.push(columns.name(row, &format!("{} {name}", row + 1), Lettering::second(columns.names)));
        for (column, (offer, vendor)) in columns.shown.iter().enumerate() {
            let fit = fit_of(criterion, *offer);
            let value = fit.map_or_else(
                || words.text(&Message::UnknownValue),
                |fit| format!("{} ({})", words.value(fit), points(fit)),
            );
            let says = Message::PlotCell { row: name.clone(), column: vendor.clone(), value };
            let (ground, signs) = cell(columns.grid.field(column, row), fit);
            marks.push(ground.saying(words.text(&says)).leading_to(Target::Criterion(criterion.id)));
            marks.extend(signs);
        }
    }
    marks.extend(sums(words, &columns, opportunity));
    let below = columns.grid.field(0, rows.len() + 1).y + 2.0;
    let key: Vec<(Ink, String)> =
        Fit::ALL.iter().map(|fit| (Ink::at(fit_token(*fit), STRENGTH), words.value(*fit).to_owned())).collect();
    let key_width = if columns.left > 0 { width - 84.0 } else { width };
    marks.extend(legend((0.0, below + 10.0), key_width, &key));
    marks.extend(columns.rest(words, (width, below + 10.0)));
    let (count, vendors) = (rows.len().to_string(), columns.listed(words));
    let said = words.text(&Message::PlotCriteriaSaid { count, vendors });
    Plot { width, height: below + 20.0, title: words.text(&Message::PlotCriteria), said, marks }
}

/// The points of a fit, with their sign.
fn points(fit: Fit) -> String {
    match fit.points() {
        0 => "0".to_owned(),
        points => format!("{points:+}"),
    }
}

/// A fit as a shaded field, with its sign and its number; a question mark in an empty one where it is unknown.
fn cell(field: Field, fit: Option<Fit>) -> (Mark, Vec<Mark>) {
    let (x, y) = field.middle();
    let Some(fit) = fit else {
        let how = Lettering::second(field.width).middle().ink(Ink::of("ink_faint"));
        return (Mark::edged(field, Ink::of("hairline")), vec![Mark::text((x, y), "?", how)]);
    };
    let how = Lettering::second(field.width / 2.0).middle();
    let sign = Mark::text((x - field.width / 5.0, y), fit.symbol(), how.bold());
    let number = Mark::text((x + field.width / 5.0, y), points(fit), how);
    (Mark::filled(field, Ink::at(fit_token(fit), STRENGTH)), vec![sign, number])
}

/// The weighted fit of each vendor, in the last row.
fn sums(words: &Words, columns: &Columns, opportunity: &Opportunity) -> Vec<Mark> {
    let fits = criteria_fit(opportunity);
    let row = opportunity.buying.criteria.len();
    let name = words.text(&Message::BuyingWeighted);
    let mut marks = vec![columns.name(row, &name, Lettering::second(columns.names).bold())];
    for (column, (offer, vendor)) in columns.shown.iter().enumerate() {
        let of = |rival: &CompetitorId| fits.rivals.iter().find(|(other, _, _)| other == rival).map(|(_, fit, _)| fit);
        let fit: Option<&OfferFit> = offer.as_ref().map_or(Some(&fits.ours), of);
        let Some(fit) = fit else { continue };
        let field = columns.grid.field(column, row);
        let known = format!("{} {} %", words.say(Message::BuyingKnown), fit.total.percent_known());
        let value = format!("{} · {known}", signed(fit.total));
        let says = Message::PlotCell { row: name.clone(), column: vendor.clone(), value };
        marks.push(Mark::filled(field, Ink::of("sunken")).saying(words.text(&says)));
        marks.push(Mark::text(field.middle(), signed(fit.total), Lettering::second(field.width).bold().middle()));
    }
    marks
}
