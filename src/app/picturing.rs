//! Plots as files: drawn on a thread of their own, then written where the user has said.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use super::Workbench;
use super::filing::fit_for_file;
use super::host::Ask;
use crate::disk::{Keep, save};
use crate::page::{PageError, PageFormat, plot_picture};
use crate::plot::Plot;
use crate::ui::Command;
use crate::words::Message;

/// A picture that is done: where it goes, and its bytes.
type Done = (PathBuf, Result<Vec<u8>, PageError>);

/// The plots that are to become files.
pub(super) struct Picturing {
    /// The plot last asked for, and as what.
    asked: Option<(Plot, PageFormat)>,
    /// Plots whose path was chosen and that are not yet begun.
    chosen: Vec<(Plot, PathBuf)>,
    sender: Sender<Done>,
    done: Receiver<Done>,
}

impl Picturing {
    pub(super) fn new() -> Self {
        let (sender, done) = channel();
        Self { asked: None, chosen: Vec::new(), sender, done }
    }

    /// The name that is proposed for the plot last asked for, in the account of this name.
    pub(super) fn proposed(&self, account: &str) -> String {
        let Some((plot, format)) = &self.asked else { return String::new() };
        format!("{account} {}.{}", fit_for_file(&plot.title), format.ending())
    }

    /// The user has chosen where the plot last asked for goes; without an ending it is what was asked for.
    pub(super) fn choose(&mut self, path: PathBuf) {
        let Some((plot, format)) = &self.asked else { return };
        let path = if path.extension().is_none() { path.with_extension(format.ending()) } else { path };
        self.chosen.push((plot.clone(), path));
    }
}

impl Workbench {
    /// Asks where a plot is to be written.
    pub(super) fn ask_picture(&mut self, plot: Plot, format: PageFormat) {
        self.picturing.asked = Some((plot, format));
        let name = self.proposed_name(Command::SavePicture);
        self.host.ask(Ask { command: Command::SavePicture, name, endings: vec![format.ending()] });
    }

    /// Begins the pictures whose path was chosen, and writes those that are done.
    pub(super) fn keep_pictures(&mut self, ctx: &egui::Context) {
        for (plot, path) in std::mem::take(&mut self.picturing.chosen) {
            let Some(format) = PageFormat::of_path(&path) else {
                let notice = self.words().text(&Message::CliFormat { path: path.display().to_string() });
                self.notices.push(notice);
                continue;
            };
            let (sender, ctx, language) = (self.picturing.sender.clone(), ctx.clone(), self.language);
            std::thread::spawn(move || {
                sender.send((path, plot_picture(&plot, language, format))).ok();
                ctx.request_repaint();
            });
        }
        while let Ok((path, picture)) = self.picturing.done.try_recv() {
            let notice = self.written(&path, picture);
            self.notices.push(notice);
        }
    }

    /// Writes a picture; gives what there is to say of it.
    fn written(&self, path: &Path, picture: Result<Vec<u8>, PageError>) -> String {
        match picture.map(|bytes| save(self.host.vfs(), path, &bytes, Keep::Nothing)) {
            Ok(Ok(_)) => self.words().text(&Message::PlotSaved { path: path.display().to_string() }),
            Ok(Err(error)) => self.words().disk_error(&error),
            Err(error) => error.sentence(self.words()),
        }
    }
}
