//! The real window.

use std::path::PathBuf;

use eframe::egui;

use super::desktop::{DesktopHost, language};
use super::{WindowError, Workbench, contained};
use crate::ui::font_definitions;

/// Opens the window and runs until it is closed.
///
/// # Errors
/// [`WindowError`] where the system has no place for one.
pub fn run(path: Option<PathBuf>) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    if let Some(library) = super::libraries::missing() {
        return Err(WindowError::MissingLibrary { library: library.to_owned() });
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Account Atlas")
            .with_app_id("account-atlas")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([400.0, 300.0]),
        ..eframe::NativeOptions::default()
    };
    let result = contained(|| {
        eframe::run_native(
            "account-atlas",
            options,
            Box::new(|creation| {
                creation.egui_ctx.set_fonts(font_definitions());
                let is_dark = creation.egui_ctx.system_theme() == Some(egui::Theme::Dark);
                let host = Box::new(DesktopHost::new(creation.egui_ctx.clone()));
                Ok(Box::new(Window(Workbench::new(host, path, (language(), is_dark))?)))
            }),
        )
    });
    match result {
        Some(Ok(())) => Ok(()),
        Some(Err(error)) => Err(why(&error.to_string())),
        // The window system's loaders panic where something is missing; what, they have printed.
        None => Err(why("the window system stopped")),
    }
}

fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn why(cause: &str) -> WindowError {
    let library = cause.split_whitespace().find(|word| word.contains(".so"));
    match library {
        Some(library) => {
            WindowError::MissingLibrary { library: library.trim_matches(['\'', '"', ':', ',']).to_owned() }
        }
        None => WindowError::Failed { cause: cause.to_owned() },
    }
}

struct Window(Workbench);

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.0.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.frame(ui);
    }
}
