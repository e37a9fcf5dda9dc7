//! The page preview, set on a thread of its own so that the window never waits.

use std::sync::mpsc::{Receiver, Sender, channel};

use crate::edit::Revision;
use crate::model::Account;
use crate::page::{LeftOut, PageRequest, Printer, Template};
use crate::ui::PreviewImage;
use crate::words::Words;

/// Pixels for a point of the page: sharp on a large window, quick all the same.
const PIXELS_PER_POINT: f64 = 2.0;

/// Which page of which document.
type Key = (Revision, PageRequest);

struct Pixels {
    size: (f32, f32),
    width: usize,
    height: usize,
    rgba: Vec<u8>,
    left_out: LeftOut,
}

type Job = (Key, Account);
type Done = (Key, Result<Pixels, crate::page::PageError>);

/// Makes previews and keeps the last one.
pub(super) struct Preview {
    jobs: Option<Sender<Job>>,
    done: Option<Receiver<Done>>,
    asked: Option<Key>,
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
    pub(super) fn refresh(&mut self, ctx: &egui::Context, key: Key, account: &Account, words: &Words) {
        if self.jobs.is_none() {
            self.start(ctx);
        }
        if self.asked != Some(key) {
            self.asked = Some(key);
            if let Some(jobs) = &self.jobs {
                jobs.send((key, account.clone())).ok();
            }
        }
        while let Some((of, result)) = self.done.as_ref().and_then(|done| done.try_recv().ok()) {
            if Some(of) == self.asked {
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
            while let Ok(mut next) = job.recv() {
                // Only the newest counts; what was asked in between is stale.
                while let Ok(newer) = job.try_recv() {
                    next = newer;
                }
                let (key, account) = next;
                let result = match &printer {
                    Ok(printer) => set(printer, &account, key.1),
                    Err(error) => Err(error.clone()),
                };
                if results.send((key, result)).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
        });
        self.jobs = Some(jobs);
        self.done = Some(done);
    }

    fn take(&mut self, ctx: &egui::Context, result: Result<Pixels, crate::page::PageError>, words: &Words) {
        match result {
            Ok(pixels) => {
                let image = egui::ColorImage::from_rgba_premultiplied([pixels.width, pixels.height], &pixels.rgba);
                let options = egui::TextureOptions {
                    mipmap_mode: Some(egui::TextureFilter::Linear),
                    ..egui::TextureOptions::LINEAR
                };
                let texture = ctx.load_texture("page", image, options);
                self.image = Some(PreviewImage { texture, size: pixels.size });
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

fn set(printer: &Printer, account: &Account, request: PageRequest) -> Result<Pixels, crate::page::PageError> {
    let page = printer.compose(account, request, &Template::shipped())?;
    let (width, height, rgba) = page.pixels(PIXELS_PER_POINT)?;
    Ok(Pixels { size: page.size(), width, height, rgba, left_out: page.left_out })
}
