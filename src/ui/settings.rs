//! What the user prefers, changed at once.

use std::path::PathBuf;

use egui::{ComboBox, Grid, Id, Modal, Response, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use super::find::just_opened;
use super::style::bold_text;
use super::{Action, Actions, Dialog, Preferences, ViewContext, ViewState};
use crate::model::{Coded, Currency, ThinkingStyle};
use crate::theme::{TextSize, Theme};
use crate::words::{Language, Message};

/// Width of the fields.
const FIELD: f32 = 220.0;

/// Currencies that are offered; another one is kept where a file brings it.
const CURRENCIES: [&str; 12] = ["CNY", "EUR", "USD", "GBP", "JPY", "HKD", "TWD", "KRW", "SGD", "CHF", "AUD", "CAD"];

/// Draws the settings, while they are open.
pub(super) fn settings_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &Ui, actions: &mut Actions) {
    let Some(Dialog::Settings(before)) = view.dialog.clone() else { return };
    let mut now = before.clone();
    let id = Id::unique("settings");
    let is_new = just_opened(ui, id);
    let room = ui.ctx().content_rect().size();
    let modal = Modal::new(id).show(ui.ctx(), |ui| {
        ui.set_width((room.x - 64.0).clamp(200.0, 440.0));
        ui.label(bold_text(ctx.words.say(Message::SettingsTitle), TextSize::SECTION, ctx));
        ui.add_space(8.0);
        ScrollArea::vertical().max_height((room.y - 140.0).max(80.0)).show(ui, |ui| {
            Grid::new("settings").num_columns(2).spacing(vec2(16.0, 8.0)).show(ui, |ui| {
                let name = person_rows_ui(ctx, ui, &mut now);
                if is_new {
                    name.request_focus();
                }
                look_rows_ui(ctx, ui, &mut now);
                file_rows_ui(ctx, ui, &mut now);
            });
        });
        ui.add_space(8.0);
        ui.button(ctx.words.say(Message::Close)).clicked()
    });
    let is_closed = modal.should_close() || modal.inner;
    if now != before {
        actions.push(Action::Prefer(now.clone()));
    }
    view.dialog = (!is_closed).then_some(Dialog::Settings(now));
}

/// Who the user is; gives the field of the name.
fn person_rows_ui(ctx: &ViewContext<'_>, ui: &mut Ui, now: &mut Preferences) -> Response {
    let label = label(ctx, ui, Message::SettingsName);
    let field = TextEdit::singleline(&mut now.my_name).id(Id::unique("my name")).desired_width(FIELD);
    let name = ui.add(field.char_limit(200)).labelled_by(label.id);
    ui.end_row();
    let not_said = ctx.words.text(&Message::NotSaid);
    let styles = ThinkingStyle::ALL.iter().map(|style| (Some(*style), ctx.words.value(*style).to_owned()));
    let styles: Vec<(Option<ThinkingStyle>, String)> = std::iter::once((None, not_said)).chain(styles).collect();
    pick(ctx, ui, Message::SettingsStyle, &mut now.my_style, &styles);
    name
}

/// How everything looks.
fn look_rows_ui(ctx: &ViewContext<'_>, ui: &mut Ui, now: &mut Preferences) {
    let say = |message| ctx.words.say(message).into_owned();
    let languages = [
        (None, say(Message::SettingsSystem)),
        (Some(Language::Chinese), "中文".to_owned()),
        (Some(Language::English), "English".to_owned()),
    ];
    pick(ctx, ui, Message::ExportLanguage, &mut now.language, &languages);
    let themes = [
        (None, say(Message::SettingsSystem)),
        (Some(Theme::Light), say(Message::ThemeLight)),
        (Some(Theme::Dark), say(Message::ThemeDark)),
    ];
    pick(ctx, ui, Message::SettingsTheme, &mut now.theme, &themes);
    let scales: Vec<(u16, String)> = (100..=300).step_by(25).map(|scale| (scale, format!("{scale} %"))).collect();
    pick(ctx, ui, Message::SettingsScale, &mut now.scale, &scales);
    tick(ctx, ui, Message::SettingsMotion, &mut now.reduced_motion);
}

/// What becomes of files.
fn file_rows_ui(ctx: &ViewContext<'_>, ui: &mut Ui, now: &mut Preferences) {
    let offered = CURRENCIES.iter().filter_map(|code| Currency::parse(code));
    let mut currencies: Vec<(Currency, String)> = offered.map(|one| (one, one.code().to_owned())).collect();
    if !currencies.iter().any(|(one, _)| *one == now.currency) {
        currencies.push((now.currency, now.currency.code().to_owned()));
    }
    pick(ctx, ui, Message::SettingsCurrency, &mut now.currency, &currencies);
    let label = label(ctx, ui, Message::SettingsFolder);
    let before = now.folder.as_ref().map_or_else(String::new, |folder| folder.display().to_string());
    let mut text = before.clone();
    let hint = RichText::new(ctx.words.say(Message::SettingsFolderHint)).color(ctx.palette.ink_faint());
    let field = TextEdit::singleline(&mut text).id(Id::unique("folder for accounts")).desired_width(FIELD);
    ui.add(field.hint_text(hint).char_limit(4_000)).labelled_by(label.id);
    ui.end_row();
    // A path that is no text is shown with signs in its place, and kept unless it is typed anew.
    if text != before {
        now.folder = (!text.trim().is_empty()).then(|| PathBuf::from(text.trim_start()));
    }
    tick(ctx, ui, Message::SettingsAutosave, &mut now.autosave);
}

fn label(ctx: &ViewContext<'_>, ui: &mut Ui, message: Message) -> Response {
    ui.label(RichText::new(ctx.words.say(message)).color(ctx.palette.ink_soft()))
}

/// A row with a list that drops down.
fn pick<T: PartialEq + Clone>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    message: Message,
    value: &mut T,
    options: &[(T, String)],
) {
    let name = ctx.words.text(&message);
    label(ctx, ui, message);
    let shown = options.iter().find(|(option, _)| option == value).map_or("", |(_, text)| text.as_str());
    let combo = ComboBox::from_id_salt(name.as_str()).selected_text(shown).width(FIELD).truncate();
    let combo = combo.show_ui(ui, |ui| {
        for (option, text) in options {
            ui.selectable_value(value, option.clone(), text);
        }
    });
    let label = format!("{name}: {shown}");
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &label));
    ui.end_row();
}

/// A row with a box to be ticked.
fn tick(ctx: &ViewContext<'_>, ui: &mut Ui, message: Message, value: &mut bool) {
    ui.label("");
    ui.checkbox(value, ctx.words.text(&message));
    ui.end_row();
}
