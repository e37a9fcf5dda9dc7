//! The pages as they will be printed, beside the form that decides about them.

use egui::{ComboBox, Image, Key, Modifiers, RichText, ScrollArea, TextureHandle, Ui, vec2};

use super::fields::name_widget;
use super::style::bold_text;
use super::toolbar::command_button;
use super::{Action, Actions, Command, ViewContext, ViewState};
use crate::model::{Person, PersonId};
use crate::page::{Edition, PageForm, Paper};
use crate::theme::TextSize;
use crate::words::{Language, Message};

/// A page as a picture, and its size in points.
pub struct PreviewImage {
    /// The picture.
    pub texture: TextureHandle,
    /// Width and height of the page in points.
    pub size: (f32, f32),
    /// Which page of the document it is, from 0, and how many there are.
    pub place: (usize, usize),
}

impl std::fmt::Debug for PreviewImage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PreviewImage").field("size", &self.size).field("place", &self.place).finish_non_exhaustive()
    }
}

/// The most an upright page is magnified.
const UPRIGHT: f32 = 1.5;

/// Draws the form at the left and the page at the right; one above the other where it is narrow.
pub(super) fn preview_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    leaf_by_key(ctx, view, ui);
    if ui.available_width() < 640.0 {
        ui.horizontal_wrapped(|ui| form_ui(ctx, view, ui, actions));
        page_ui(ctx, view, ui);
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
        ui.vertical(|ui| page_ui(ctx, view, ui));
    });
}

fn form_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let words = ctx.words;
    let title = |ui: &mut Ui, message: Message| {
        ui.add_space(8.0);
        ui.label(bold_text(words.say(message), TextSize::SECOND, ctx));
    };
    title(ui, Message::PreviewForm);
    document_ui(ctx, view, ui);
    title(ui, Message::ExportEdition);
    if let PageForm::VisitBrief(_) = view.form {
        let quiet = RichText::new(words.say(Message::PageBriefNotForClient)).size(TextSize::SECOND);
        ui.label(quiet.color(ctx.palette.ink_soft()));
    } else {
        for (value, message) in [(Edition::Full, Message::EditionFull), (Edition::Customer, Message::EditionCustomer)] {
            ui.radio_value(&mut view.edition, value, words.say(message));
        }
    }
    title(ui, Message::ExportPaper);
    for value in view.form.papers() {
        if ui.radio(view.form.paper(view.paper) == *value, paper_name(ctx, *value)).clicked() {
            view.paper = *value;
        }
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

/// Which document: the plan on one page, the long one, or a brief on somebody.
fn document_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let words = ctx.words;
    for (form, message) in [(PageForm::OnePage, Message::PreviewOnePage), (PageForm::LongPlan, Message::PreviewLong)] {
        if ui.radio(view.form == form, words.say(message)).clicked() {
            view.show_form(form);
        }
    }
    let of = match view.form {
        PageForm::VisitBrief(person) => Some(person),
        PageForm::OnePage | PageForm::LongPlan => None,
    };
    let people: Vec<&Person> = ctx.account.all::<Person>().collect();
    // Whoever is selected on the map, else the first of all.
    let proposed = view.people(ctx.account).first().copied().or_else(|| people.first().map(|person| person.id));
    let radio = ui.add_enabled(proposed.is_some(), egui::RadioButton::new(of.is_some(), words.say(Message::PageBrief)));
    if let Some(person) = proposed.filter(|_| radio.clicked() && of.is_none()) {
        brief_of(view, person);
    }
    let Some(of) = of else { return };
    let shown = ComboBox::from_id_salt("brief-of").selected_text(ctx.account.person_name(of)).width(170.0);
    let list = shown.show_ui(ui, |ui| {
        for person in people {
            if ui.selectable_label(person.id == of, person.name.as_str()).clicked() {
                brief_of(view, person.id);
            }
        }
    });
    name_widget(&list.response, &words.say(Message::PreviewBriefOf));
}

/// A brief is for our side alone.
fn brief_of(view: &mut ViewState, person: PersonId) {
    view.show_form(PageForm::VisitBrief(person));
    view.edition = Edition::Full;
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

/// Leafs with the keys for pages, where nobody types.
fn leaf_by_key(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui) {
    if view.is_asked() || ui.ctx().text_edit_focused() {
        return;
    }
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (back, on) = (pressed(Key::PageUp), pressed(Key::PageDown));
    // From the page asked for: the one that is shown may still be the one before it.
    let last = ctx.preview.map_or(1, |preview| preview.place.1).saturating_sub(1);
    let number = view.page_number.min(last);
    if back {
        view.page_number = number.saturating_sub(1);
    }
    if on {
        view.page_number = (number + 1).min(last);
    }
}

/// Which page of how many, and the ways to the others; nothing where there is one.
fn leaf_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (number, pages): (usize, usize)) {
    if pages < 2 {
        return;
    }
    ui.horizontal(|ui| {
        let sides = [("←", Message::PreviewBack, number > 0), ("→", Message::PreviewOn, number + 1 < pages)];
        for (place, (sign, name, is_there)) in sides.into_iter().enumerate() {
            let name = ctx.words.say(name);
            let button = ui.add_enabled(is_there, egui::Button::new(sign)).on_hover_text(name.as_ref());
            name_widget(&button, &name);
            if button.clicked() {
                view.page_number = if place == 0 { number.saturating_sub(1) } else { number + 1 };
            }
        }
        let place = Message::LongPageOf { page: (number + 1).to_string(), pages: pages.to_string() };
        ui.label(RichText::new(ctx.words.text(&place)).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
    });
}

fn page_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    if let Some(error) = ctx.preview_error {
        ui.colored_label(ctx.palette.danger(), error);
        return;
    }
    let Some(preview) = ctx.preview else {
        ui.centered_and_justified(|ui| ui.spinner());
        return;
    };
    leaf_ui(ctx, view, ui, preview.place);
    ScrollArea::both().id_salt("page").auto_shrink(false).show(ui, |ui| {
        let room = ui.available_size() - vec2(16.0, 16.0);
        let (width, height) = preview.size;
        // A page that stands upright fills the width: whole, its text would be too small to be read.
        let scale = if height > width { (room.x / width).min(UPRIGHT) } else { (room.x / width).min(room.y / height) };
        let scale = scale.max(0.2);
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
