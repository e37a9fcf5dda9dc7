//! The page as it will be printed, beside what decides about it.

use egui::{Image, RichText, ScrollArea, TextureHandle, Ui, vec2};

use super::toolbar::command_button;
use super::{Actions, Command, ViewContext, ViewState};
use crate::page::{Edition, Paper};
use crate::theme::TextSize;
use crate::words::Message;

/// The page as a picture, and its size in points.
pub struct PreviewImage {
    /// The picture.
    pub texture: TextureHandle,
    /// Width and height of the page in points.
    pub size: (f32, f32),
}

impl std::fmt::Debug for PreviewImage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PreviewImage").field("size", &self.size).finish_non_exhaustive()
    }
}

/// Draws edition, paper and export above the page.
pub(super) fn preview_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let edition = view.edition.get_or_insert(Edition::Full);
        for (value, message) in [(Edition::Full, Message::EditionFull), (Edition::Customer, Message::EditionCustomer)] {
            ui.selectable_value(edition, value, ctx.words.say(message));
        }
        ui.separator();
        let paper = view.paper.get_or_insert(Paper::A4);
        for value in Paper::ALL {
            ui.selectable_value(paper, value, paper_name(ctx, value));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            command_button(ctx, ui, actions, Command::Export);
            left_out_ui(ctx, ui);
        });
    });
    ui.add_space(8.0);
    page_ui(ctx, ui);
}

fn paper_name(ctx: &ViewContext<'_>, paper: Paper) -> String {
    match paper {
        Paper::A4 => "A4".to_owned(),
        Paper::A4Portrait => ctx.words.say(Message::PaperPortrait).into_owned(),
        Paper::Letter => "Letter".to_owned(),
        Paper::A3 => "A3".to_owned(),
    }
}

fn left_out_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    let Some(left_out) = ctx.left_out else { return };
    let text = if left_out.is_empty() {
        ctx.words.say(Message::ExportNothingLeftOut).into_owned()
    } else {
        let texts = left_out.texts(ctx.words).join(ctx.words.list_separator());
        format!("{} {texts}", ctx.words.say(Message::ExportLeftOut))
    };
    ui.label(RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
}

fn page_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    if let Some(error) = ctx.preview_error {
        ui.colored_label(ctx.palette.danger(), error);
        return;
    }
    let Some(preview) = ctx.preview else {
        ui.centered_and_justified(|ui| ui.spinner());
        return;
    };
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        let room = ui.available_size() - vec2(24.0, 24.0);
        let (width, height) = preview.size;
        let scale = (room.x / width).min(room.y / height).max(0.4);
        let size = vec2(width, height) * scale;
        ui.vertical_centered(|ui| {
            let image = Image::new((preview.texture.id(), size))
                .fit_to_exact_size(size)
                .alt_text(ctx.words.say(Message::NavPage));
            let response = ui.add(image);
            let stroke = egui::Stroke::new(1.0, ctx.palette.hairline());
            ui.painter().rect_stroke(response.rect, 0, stroke, egui::StrokeKind::Outside);
        });
    });
}
