//! The page preview, set on a thread of its own so that the window never waits.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use super::load_template;
use super::printing::print_one_page;
use crate::edit::Revision;
use crate::model::Account;
use crate::page::{LeftOut, Page, PageError, PageRequest, Printer, Template};
use crate::ui::PreviewImage;
use crate::words::Words;

/// Pixels for a point of the page: sharp on a large window, quick all the same.
const PIXELS_PER_POINT: f64 = 2.0;

/// Which document, by which template.
type Key = (Revision, PageRequest, Option<PathBuf>);

/// A document and the page of it that is looked at, from 0.
type Look = (Key, usize);

struct Pixels {
    size: (f32, f32),
    /// Which page it is, and of how many.
    place: (usize, usize),
    width: usize,
    height: usize,
    rgba: Vec<u8>,
    left_out: LeftOut,
}

type Job = (Look, Account);
type Done = (Look, Result<Pixels, PageError>);

/// Makes previews and keeps the last one.
pub(super) struct Preview {
    jobs: Option<Sender<Job>>,
    done: Option<Receiver<Done>>,
    asked: Option<Look>,
    pub(super) image: Option<PreviewImage>,
    pub(super) left_out: Option<LeftOut>,
    pub(super) error: Option<String>,
}

impl Preview {
    pub(super) fn new() -> Self {
        Self { jobs: None, done: None, asked: None, image: None, left_out: None, error: None }
    }

    /// Forgets the page: another account is shown.
    pub(super) fn forget(&mut self) {
        self.asked = None;
        self.image = None;
        self.left_out = None;
        self.error = None;
    }

    /// Asks for a page unless it is the one asked for last, and takes in what is done.
    pub(super) fn refresh(&mut self, ctx: &egui::Context, look: Look, account: &Account, words: &Words) {
        if self.jobs.is_none() {
            self.start(ctx);
        }
        if self.asked.as_ref() != Some(&look) {
            if let Some(jobs) = &self.jobs {
                jobs.send((look.clone(), account.clone())).ok();
            }
            self.asked = Some(look);
        }
        while let Some((of, result)) = self.done.as_ref().and_then(|done| done.try_recv().ok()) {
            if Some(&of) == self.asked.as_ref() {
                self.take(ctx, result, words);
            }
        }
    }

    fn start(&mut self, ctx: &egui::Context) {
        let (jobs, job) = channel::<Job>();
        let (results, done) = channel::<Done>();
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            let printer = Printer::new();
            // Leafing through sets nothing anew.
            let mut last: Option<(Key, Page)> = None;
            while let Ok(mut next) = job.recv() {
                // Only the newest counts; what was asked in between is stale.
                while let Ok(newer) = job.try_recv() {
                    next = newer;
                }
                let (look, account) = next;
                let result = match &printer {
                    Ok(printer) => match &look.0.2 {
                        Some(folder) => set_apart(&account, &look, folder),
                        None => set(printer, &account, &look, &mut last),
                    },
                    Err(error) => Err(error.clone()),
                };
                if results.send((look, result)).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
        });
        self.jobs = Some(jobs);
        self.done = Some(done);
    }

    fn take(&mut self, ctx: &egui::Context, result: Result<Pixels, PageError>, words: &Words) {
        match result {
            Ok(pixels) => {
                let image = egui::ColorImage::from_rgba_premultiplied([pixels.width, pixels.height], &pixels.rgba);
                let options = egui::TextureOptions {
                    mipmap_mode: Some(egui::TextureFilter::Linear),
                    ..egui::TextureOptions::LINEAR
                };
                let texture = ctx.load_texture("page", image, options);
                self.image = Some(PreviewImage { texture, size: pixels.size, place: pixels.place });
                self.left_out = Some(pixels.left_out);
                self.error = None;
            }
            Err(error) => {
                self.error = Some(error.sentence(words));
                self.image = None;
                self.left_out = None;
            }
        }
    }
}

/// The page looked at; the document is set anew unless it is the `last` one.
fn set(
    printer: &Printer,
    account: &Account,
    (key, number): &Look,
    last: &mut Option<(Key, Page)>,
) -> Result<Pixels, PageError> {
    let (_, page) = match last.take().filter(|(known, _)| known == key) {
        Some(known) => last.insert(known),
        None => last.insert((key.clone(), printer.compose(account, key.1, &Template::shipped())?)),
    };
    let number = (*number).min(page.count().saturating_sub(1));
    let (width, height, rgba) = page.pixels(number, PIXELS_PER_POINT)?;
    let place = (number, page.count());
    Ok(Pixels { size: page.size_of(number), place, width, height, rgba, left_out: page.left_out.clone() })
}

/// A page by a changed template, set in a process of its own.
fn set_apart(account: &Account, (key, number): &Look, folder: &Path) -> Result<Pixels, PageError> {
    let template =
        load_template(folder).map_err(|_missing| PageError::NoTemplate { path: folder.display().to_string() })?;
    let done = print_one_page(account, key.1, &template, *number)?;
    let picture =
        tiny_skia::Pixmap::decode_png(&done.bytes).map_err(|error| PageError::Export { cause: error.to_string() })?;
    let (width, height) = (picture.width(), picture.height());
    #[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
    let points = |pixels: u32| pixels as f32 * 72.0 / 200.0;
    Ok(Pixels {
        size: (points(width), points(height)),
        place: ((*number).min(done.pages.saturating_sub(1)), done.pages),
        width: width as usize,
        height: height as usize,
        rgba: picture.take(),
        left_out: done.left_out,
    })
}
