//! A document that is set, and its ways out: PDF, pictures, pixels.

use typst_layout::PagedDocument;

use super::{PageError, PageFormat, brief};
use crate::words::{Message, Words};

/// Pixels for a point of a page: 200 dots an inch.
const SHARP: f64 = 200.0 / 72.0;

/// The most pixels of a picture of several pages.
const MOST_PIXELS: f64 = 50_000_000.0;

/// Points between two pages of one picture.
const GAP: f64 = 12.0;

/// What did not fit on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LeftOut {
    /// Rows not shown, by the panel's name.
    pub rows: Vec<(String, usize)>,
    /// People not drawn.
    pub people: usize,
}

impl LeftOut {
    /// Whether everything is on the page.
    pub fn is_empty(&self) -> bool {
        self.people == 0 && self.rows.iter().all(|(_, count)| *count == 0)
    }

    /// What did not fit, a short text for each panel.
    pub fn texts(&self, words: &Words) -> Vec<String> {
        let panel = |name: &str| match name {
            "goals" => Message::PageGoals,
            "swot" => Message::PageSwot,
            "opportunities" => Message::PageOpportunities,
            "actions" => Message::PageActions,
            "risks" => Message::PageRisks,
            "findings" => Message::PageFindings,
            "values" => Message::PlanValue,
            name => brief::title(name).unwrap_or(Message::PageChanges),
        };
        let row = |(name, count): &(String, usize)| {
            let panel = words.say(panel(name)).into_owned();
            words.text(&Message::LeftOutItem { panel, count: count.to_string() })
        };
        let mut texts: Vec<String> = self.rows.iter().map(row).collect();
        if self.people > 0 {
            texts.push(words.text(&Message::LeftOutPeople { count: self.people.to_string() }));
        }
        texts
    }
}

/// A document, set: one page, or as many as its form takes.
pub struct Page {
    pub(super) document: PagedDocument,
    /// What did not fit.
    pub left_out: LeftOut,
    /// The size of the smallest name drawn, in points; 0 where none is.
    pub smallest_name: f32,
    /// Lines of the drawing that run through a card not their own.
    pub lines_through_cards: usize,
    /// Cards that carry a number of the way to the approver.
    pub way_cards: usize,
}

impl Page {
    /// A page that is not of an account: nothing can be left out.
    pub(super) fn alone(document: PagedDocument) -> Self {
        Self { document, left_out: LeftOut::default(), smallest_name: 0.0, lines_through_cards: 0, way_cards: 0 }
    }

    /// How many pages it has.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// The size of the first page in points.
    pub fn size(&self) -> (f32, f32) {
        self.size_of(0)
    }

    /// The size of a page in points; pages count from 0.
    pub fn size_of(&self, number: usize) -> (f32, f32) {
        let size = self.document.pages().get(number).map(|page| page.frame.size());
        #[expect(clippy::cast_possible_truncation, reason = "points of a page")]
        size.map_or((0.0, 0.0), |size| (size.x.to_pt() as f32, size.y.to_pt() as f32))
    }

    /// The pages as bytes of a file. A picture of several shows them one below the other.
    ///
    /// # Errors
    /// [`PageError::Export`] where the writer refuses.
    pub fn export(&self, format: PageFormat) -> Result<Vec<u8>, PageError> {
        let bytes = match format {
            PageFormat::Pdf => self.pdf()?,
            PageFormat::Png => self.png()?,
            PageFormat::Svg => self.svg(),
        };
        comemo::evict(4);
        Ok(bytes)
    }

    /// One page as a PNG of 200 dots an inch; pages count from 0.
    ///
    /// # Errors
    /// [`PageError::Export`] where the writer refuses, [`PageError::ManyPages`] where there is no such page.
    pub fn export_page(&self, number: usize) -> Result<Vec<u8>, PageError> {
        encoded(&self.pixmap(number, SHARP)?)
    }

    fn pdf(&self) -> Result<Vec<u8>, PageError> {
        let options = typst_pdf::PdfOptions {
            creator: typst::foundations::Smart::Custom(Some("Account Atlas".to_owned())),
            ..typst_pdf::PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| PageError::Export {
            cause: errors.first().map_or_else(String::new, |error| error.message.to_string()),
        })
    }

    fn png(&self) -> Result<Vec<u8>, PageError> {
        if self.count() < 2 {
            return self.export_page(0);
        }
        let area = |number: usize| {
            let (width, height) = self.size_of(number);
            f64::from(width) * f64::from(height)
        };
        let all: f64 = (0..self.count()).map(area).sum();
        let pixels_per_point = SHARP.min((MOST_PIXELS / all.max(1.0)).sqrt());
        let gap = typst::layout::Abs::pt(GAP);
        encoded(&typst_render::render_merged(&self.document, &options(pixels_per_point), gap, None))
    }

    fn svg(&self) -> Vec<u8> {
        let options = typst_svg::SvgOptions::default();
        match self.document.pages() {
            [page] => typst_svg::svg(page, &options).into_bytes(),
            _ => typst_svg::svg_merged(&self.document, &options, typst::layout::Abs::pt(GAP)).into_bytes(),
        }
    }

    /// A page as pixels: width, height and RGBA, opaque. Pages count from 0.
    ///
    /// # Errors
    /// [`PageError::ManyPages`] where there is no such page.
    pub fn pixels(&self, number: usize, pixels_per_point: f64) -> Result<(usize, usize, Vec<u8>), PageError> {
        let pixmap = self.pixmap(number, pixels_per_point)?;
        Ok((pixmap.width() as usize, pixmap.height() as usize, pixmap.take()))
    }

    fn pixmap(&self, number: usize, pixels_per_point: f64) -> Result<tiny_skia::Pixmap, PageError> {
        let page = self.document.pages().get(number).ok_or(PageError::ManyPages { pages: self.count() })?;
        Ok(typst_render::render(page, &options(pixels_per_point)))
    }
}

fn options(pixels_per_point: f64) -> typst_render::RenderOptions {
    typst_render::RenderOptions { pixel_per_pt: pixels_per_point.into(), ..typst_render::RenderOptions::default() }
}

fn encoded(pixmap: &tiny_skia::Pixmap) -> Result<Vec<u8>, PageError> {
    pixmap.encode_png().map_err(|error| PageError::Export { cause: error.to_string() })
}
