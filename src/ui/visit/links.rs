//! Links that were learned of: from whom, to whom, of what kind.

use egui::{Button, RichText, Ui};

use super::draft::{LinkRow, VisitDraft};
use super::{drafted, named, soft};
use crate::edit::new_links;
use crate::model::{Coded, LinkKind, PersonId, Strength, TieKind};
use crate::theme::TextSize;
use crate::ui::fields::name_widget;
use crate::ui::inspector::{is_asked, line_name, person_menu};
use crate::ui::plan::list::add_button;
use crate::ui::{ViewContext, ViewState};
use crate::words::Message;

/// A row for each link, and a button for another.
pub(super) fn links_ui(ctx: &ViewContext<'_>, _: &mut ViewState, draft: &mut VisitDraft, ui: &mut Ui) {
    let new = new_links(ctx.account, &draft.visit(ctx.today));
    let mut rows = std::mem::take(&mut draft.links);
    rows.retain_mut(|row| {
        let stays = ui.push_id(row.key, |ui| row_ui(ctx, draft, ui, row)).inner;
        let whole = row.from.zip(row.to).map(|(from, to)| (from, to, row.kind));
        if whole.is_some_and(|whole| !new.contains(&whole)) {
            ui.label(soft(ctx, ctx.words.say(Message::VisitLinkKnown)));
        }
        ui.add_space(4.0);
        stays
    });
    draft.links = rows;
    if add_button(ctx, ui, Message::VisitAddLink) {
        draft.add_link();
    }
}

/// One link; gives whether it stays.
fn row_ui(ctx: &ViewContext<'_>, draft: &VisitDraft, ui: &mut Ui, row: &mut LinkRow) -> bool {
    let mut stays = true;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        end_ui(ctx, ui, "from", &mut row.from, row.to);
        ui.label(soft(ctx, if row.kind.is_directed() { "→" } else { "·" }));
        end_ui(ctx, ui, "to", &mut row.to, row.from);
        let name = row.to.or(row.from).map_or_else(String::new, |person| named(ctx, person));
        let out = ui.add(Button::new(soft(ctx, "×")).frame(false));
        let words = ctx.words.text(&Message::TakeOut { name });
        name_widget(&out, &words);
        stays = !out.on_hover_text(words).clicked();
    });
    let influences = Strength::ALL.into_iter().map(LinkKind::Influences);
    let kinds = influences.chain([LinkKind::Conflict]).chain(TieKind::ALL.iter().copied().map(LinkKind::Tie));
    let options: Vec<(LinkKind, String)> = kinds.map(|kind| (kind, line_name(ctx, kind))).collect();
    let (id, kind) = (draft.row_field(row.key, "kind"), row.kind);
    let chosen = drafted(ctx, ui, |form, take| {
        let word = form.word("kind");
        form.pick(id, &word, &kind, &options, |kind| take(*kind));
    });
    row.kind = chosen.unwrap_or(row.kind);
    stays
}

/// One end of a link: a name behind which everybody is searched.
fn end_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    field: &'static str,
    end: &mut Option<PersonId>,
    other: Option<PersonId>,
) {
    let text = end.map_or_else(|| ctx.words.text(&Message::VisitChoose), |person| named(ctx, person));
    let button = ui.push_id(field, |ui| ui.button(RichText::new(&text).size(TextSize::SECOND))).inner;
    name_widget(&button, &format!("{}: {text}", ctx.words.label("field", field)));
    if is_asked(&button)
        && let Some(person) = person_menu(ctx, &button, |person| Some(person) != other)
    {
        *end = Some(person);
    }
}
