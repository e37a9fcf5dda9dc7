//! Finding any text of the account by typing a part of it, and going to where it stands.

mod found;
mod landing;
mod naming;

use egui::{Align, Align2, Button, Id, Layout, Modal, Response, RichText, ScrollArea, Ui, WidgetText, vec2};

use self::found::{Hit, found};
use self::landing::land;
use super::fields::name_widget;
use super::find::LookupKeys;
use super::style::bold;
use super::{View, ViewContext, ViewState};
use crate::theme::{TextSize, Weight};
use crate::words::Message;

/// The share of the window's height that the list takes.
const HEIGHT: f32 = 0.6;

/// Draws the search, while it is open.
pub(super) fn search_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui) {
    let Some(mut lookup) = view.search.clone() else { return };
    let keys = LookupKeys::taken(ui, Id::unique("search"));
    let area = Modal::default_area(keys.id).anchor(Align2::CENTER_TOP, vec2(0.0, 64.0));
    let screen = ui.ctx().content_rect();
    let width = (screen.width() - 48.0).clamp(160.0, 640.0);
    let modal = Modal::new(keys.id).area(area).show(ui.ctx(), |ui| {
        ui.set_width(width);
        let row_before = lookup.row;
        keys.field_ui(ctx, ui, Message::SearchAsk, &mut lookup);
        let found = found(ctx, ui, &lookup.text);
        lookup.row = keys.row(lookup.row, found.hits.len());
        if found.hits.is_empty() {
            let is_bare = lookup.text.trim().is_empty();
            soft(ctx, ui, ctx.words.text(if is_bare { &Message::SearchBegin } else { &Message::SearchNothing }));
        }
        let mut clicked = None;
        let most = screen.height() * HEIGHT;
        let list = ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]);
        list.show(ui, |ui| {
            ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
                for (place, hit) in found.hits.iter().enumerate() {
                    let is_chosen = place == lookup.row;
                    let line = ui.push_id(place, |ui| hit_ui(ctx, ui, hit, is_chosen)).inner;
                    if is_chosen && lookup.row != row_before {
                        line.scroll_to_me(None);
                    }
                    if line.clicked() {
                        clicked = Some(place);
                    }
                }
            });
        });
        if found.more > 0 {
            soft(ctx, ui, ctx.words.text(&Message::SearchMore { count: found.more.to_string() }));
        }
        let entered = keys.is_entered.then_some(lookup.row);
        clicked.or(entered).and_then(|place| found.hits.get(place)).map(|hit| (hit.record, hit.field))
    });
    let is_closed = modal.should_close();
    let chosen = modal.inner;
    view.search = (chosen.is_none() && !is_closed).then_some(lookup);
    if let Some((record, field)) = chosen {
        land(ctx, view, ui, record, field);
    } else if view.search.is_none() && view.view == View::Map {
        view.wants_canvas = true;
    }
}

fn soft(ctx: &ViewContext<'_>, ui: &mut Ui, text: String) {
    let text = RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    ui.add(egui::Label::new(text).wrap());
}

/// One place: what stands there, the part that fits in bold; below it where it stands.
fn hit_ui(ctx: &ViewContext<'_>, ui: &mut Ui, hit: &Hit, is_chosen: bool) -> Response {
    let width = ui.available_width() - 16.0;
    let [before, fits, after] = &hit.text;
    let used = ctx.measure.width(before, TextSize::BODY, Weight::Regular)
        + ctx.measure.width(fits, TextSize::BODY, Weight::Bold);
    let after = ctx.measure.fit(after, TextSize::BODY, Weight::Regular, (width - used).max(0.0));
    let at = ctx.measure.fit(&hit.at, TextSize::SECOND, Weight::Regular, width);
    let plain = |text: &str| RichText::new(text).size(TextSize::BODY).color(ctx.palette.ink());
    let at_text = RichText::new(format!("\n{at}")).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    let fits = RichText::new(fits).font(bold(TextSize::BODY)).color(ctx.palette.ink());
    let text = WidgetText::concat(ui, [plain(before), fits, plain(&after), at_text]);
    let line = ui.add(Button::selectable(is_chosen, text).min_size(vec2(ui.available_width(), 0.0)).truncate());
    name_widget(&line, &format!("{} · {}", hit.text.concat(), hit.at));
    line
}
