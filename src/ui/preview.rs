//! The page as it will be printed, beside the form that decides about it.

use egui::{Image, RichText, ScrollArea, TextureHandle, Ui, vec2};

use super::style::bold_text;
use super::toolbar::command_button;
use super::{Action, Actions, Command, ViewContext, ViewState};
use crate::page::{Edition, Paper};
use crate::theme::TextSize;
use crate::words::{Language, Message};

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

/// Draws the form at the left and the page at the right; one above the other where it is narrow.
pub(super) fn preview_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    if ui.available_width() < 640.0 {
        ui.horizontal_wrapped(|ui| form_ui(ctx, view, ui, actions));
        page_ui(ctx, ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(
            vec2(190.0, ui.available_height()),
            egui::Layout::top_down(egui::Align::LEFT),
            |ui| {
                ScrollArea::vertical().id_salt("form").auto_shrink(false).show(ui, |ui| form_ui(ctx, view, ui, actions))
            },
        );
        ui.add_space(8.0);
        ui.vertical(|ui| page_ui(ctx, ui));
    });
}

fn form_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let words = ctx.words;
    let title = |ui: &mut Ui, message: Message| {
        ui.add_space(8.0);
        ui.label(bold_text(words.say(message), TextSize::SECOND, ctx));
    };
    title(ui, Message::ExportEdition);
    for (value, message) in [(Edition::Full, Message::EditionFull), (Edition::Customer, Message::EditionCustomer)] {
        ui.radio_value(&mut view.edition, value, words.say(message));
    }
    title(ui, Message::ExportPaper);
    for value in Paper::ALL {
        ui.radio_value(&mut view.paper, value, paper_name(ctx, value));
    }
    title(ui, Message::ExportLanguage);
    let own = view.page_language.unwrap_or(words.language());
    for (value, name) in [(Language::Chinese, "中文"), (Language::English, "English")] {
        if ui.radio(own == value, name).clicked() {
            view.page_language = Some(value);
        }
    }
    title(ui, Message::ExportTemplate);
    if ui.radio(view.template.is_none(), words.say(Message::ExportTemplateOwn)).clicked() {
        actions.push(Action::UseTemplate(None));
    }
    if let Some(folder) = &view.template {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        ui.radio(true, name).on_hover_text(folder.display().to_string());
    }
    for command in [Command::ChooseTemplate, Command::CopyTemplate] {
        let text = RichText::new(words.say(command.message())).size(TextSize::SECOND);
        if ui.link(text).clicked() {
            actions.push(Action::Command(command));
        }
    }
    ui.add_space(16.0);
    command_button(ctx, ui, actions, Command::Print);
    command_button(ctx, ui, actions, Command::Export);
    ui.add_space(8.0);
    left_out_ui(ctx, ui);
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
    let quiet = |text: String| RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft());
    if left_out.is_empty() {
        ui.label(quiet(ctx.words.say(Message::ExportNothingLeftOut).into_owned()));
        return;
    }
    ui.label(quiet(ctx.words.say(Message::ExportLeftOut).into_owned()));
    for text in left_out.texts(ctx.words) {
        ui.label(quiet(format!("· {text}")));
    }
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
    ScrollArea::both().id_salt("page").auto_shrink(false).show(ui, |ui| {
        let room = ui.available_size() - vec2(16.0, 16.0);
        let (width, height) = preview.size;
        let scale = (room.x / width).min(room.y / height).max(0.2);
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
