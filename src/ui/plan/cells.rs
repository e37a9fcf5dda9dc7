//! Fields side by side, as many as there is room for.

use crate::edit::Edit;
use crate::ui::ViewState;
use crate::ui::fields::Form;

/// The least width of a text field: two of them stand side by side from 620 points on.
pub(in crate::ui) const FIELD: f32 = 300.0;
/// The least width of a date, a share, a choice.
pub(in crate::ui) const SHORT: f32 = 136.0;
/// Between fields that stand side by side.
const GAP: f32 = 16.0;

/// Fields that keep together: a date with its age, a label with its choice.
pub(in crate::ui) type Cell<'c> = &'c dyn Fn(&mut Form<'_>, &mut ViewState);

/// Draws fields side by side, as many as fit with `least` width each, row by row.
pub(in crate::ui) fn cells_ui(form: &mut Form<'_>, view: &mut ViewState, least: f32, cells: &[Cell<'_>]) {
    let ctx = form.ctx;
    let actions = &mut *form.actions;
    let room = form.ui.available_width();
    let (mut count, mut needed) = (1, least);
    while count < cells.len() && needed + GAP + least <= room {
        count += 1;
        needed += GAP + least;
    }
    form.ui.scope(|ui| {
        let inside = ui.spacing().item_spacing.x;
        ui.spacing_mut().item_spacing.x = GAP;
        for line in cells.chunks(count) {
            ui.columns(count, |columns| {
                for (ui, cell) in columns.iter_mut().zip(line) {
                    ui.spacing_mut().item_spacing.x = inside;
                    // A column would stretch every button and choice to its own width.
                    ui.vertical(|ui| cell(&mut Form::new(ctx, ui, actions), view));
                }
            });
            ui.add_space(4.0);
        }
    });
}

/// The label of a field whose widget has none, and the word it says.
pub(in crate::ui) fn labeled(form: &mut Form<'_>, field: &str) -> String {
    let word = form.word(field);
    form.label(word.clone());
    word
}

/// A tick beside fields with labels: as low as they are.
pub(in crate::ui) fn low_tick(form: &mut Form<'_>, field: &str, value: bool, edit: impl FnOnce(bool) -> Edit) {
    form.ui.add_space(20.0);
    let word = form.word(field);
    form.tick(&word, value, edit);
}

/// Boxes to be ticked, one for each of `options` by its id: which of them belong here.
pub(in crate::ui) fn ticks_ui<I: Copy + PartialEq + std::fmt::Display>(
    form: &mut Form<'_>,
    label: &str,
    options: &[(I, String)],
    chosen: &[I],
    edit: impl Fn(Vec<I>) -> Edit,
) {
    form.label(label);
    let ctx = form.ctx;
    let actions = &mut *form.actions;
    form.ui.horizontal_wrapped(|ui| {
        // A name goes to the next line whole.
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
        for (option, name) in options {
            let with = |is_ticked: bool| {
                let others = chosen.iter().copied().filter(|other| other != option);
                edit(others.chain(is_ticked.then_some(*option)).collect())
            };
            ui.push_id(option.to_string(), |ui| {
                Form::new(ctx, ui, actions).tick(name, chosen.contains(option), with);
            });
        }
    });
}
