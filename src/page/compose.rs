//! From account to page: one pass to learn how much room the map gets, one to fill it.

use std::sync::Mutex;

use serde_json::Value as Json;
use typst::foundations::{Label, Selector};
use typst::introspection::MetadataElem;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::map::{MapDrawing, draw};
use super::world::{PageWorld, Stage};
use super::{Edition, PageError, PageFormat, PageRequest, Template, data, way};
use crate::insight::{self, Baseline, ChangeOf, Figures, Finding};
use crate::method::{FindingRules, Rules};
use crate::model::{Account, for_customer};
use crate::theme::{Measure, Theme, Tokens};
use crate::words::{Message, Words};

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
            _ => Message::PageChanges,
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

/// A page, set.
pub struct Page {
    document: PagedDocument,
    /// What did not fit.
    pub left_out: LeftOut,
    /// The size of the smallest name drawn, in points; 0 where none is.
    pub smallest_name: f32,
    /// Lines of the drawing that run through a card not their own.
    pub lines_through_cards: usize,
    /// Cards that carry a number of the way to the approver.
    pub way_cards: usize,
}

/// Sets pages. Made once: it holds fonts, words and tokens.
pub struct Printer {
    stage: Stage,
    words: [Words; 2],
    tokens: Tokens,
    rules: Rules,
    finding_rules: FindingRules,
    measure: Measure,
    /// The room the map had last, by paper, edition and language: a guess that is mostly right.
    last_box: Mutex<Vec<(PageKind, Room)>>,
}

/// Which page, and whether its template is the shipped one.
type PageKind = (PageRequest, bool);

/// Width and height of the map, in points.
type Room = (f32, f32);

/// What the page is made of, ready to be put into words.
pub(super) struct Material<'a> {
    pub(super) account: &'a Account,
    pub(super) request: PageRequest,
    pub(super) words: &'a Words,
    pub(super) rules: &'a Rules,
    pub(super) figures: Figures,
    /// The way to the approver first, then what is open, the gravest first.
    pub(super) findings: Vec<Finding>,
    /// What the changes count from.
    pub(super) baseline: Option<Baseline<'a>>,
    /// What has changed since, the weightiest first.
    pub(super) changes: Vec<ChangeOf>,
}

impl Printer {
    /// A printer with everything that ships.
    ///
    /// # Errors
    /// [`PageError::Shipped`] where a shipped file is broken.
    pub fn new() -> Result<Self, PageError> {
        let shipped = |cause: String| PageError::Shipped { cause };
        let words = |language| Words::shipped(language).map_err(|error| shipped(error.to_string()));
        let [zh, en] = crate::words::Language::ALL;
        Ok(Self {
            stage: Stage::new(),
            words: [words(zh)?, words(en)?],
            tokens: Theme::Print.tokens().map_err(|error| shipped(error.to_string()))?,
            finding_rules: FindingRules::shipped().map_err(|error| shipped(error.to_string()))?,
            rules: Rules::shipped().map_err(|error| shipped(error.to_string()))?,
            measure: Measure::new(),
            last_box: Mutex::new(Vec::new()),
        })
    }

    /// Sets the page of an account. Cost: one or two runs of the setter, 0.1 s CPU each.
    ///
    /// # Errors
    /// [`PageError`] where the template is at fault.
    pub fn compose(&self, account: &Account, request: PageRequest, template: &Template) -> Result<Page, PageError> {
        let shown = match request.edition {
            Edition::Full => account.clone(),
            // Filtered first: neither insight, layout nor page ever sees the rest.
            Edition::Customer => for_customer(account),
        };
        let baseline = match request.edition {
            Edition::Full => insight::baseline(&shown, request.today),
            Edition::Customer => None,
        };
        let changes = baseline.map(|baseline| insight::changes_since(&baseline, &shown, request.today));
        let words = self.words.iter().find(|words| words.language() == request.language);
        let material = Material {
            account: &shown,
            request,
            words: words.unwrap_or(&self.words[0]),
            rules: &self.rules,
            figures: insight::figures(&shown, None, &self.rules, request.today),
            findings: match request.edition {
                Edition::Full => {
                    way::way_first(&shown, &insight::findings(&shown, None, &self.finding_rules, request.today))
                }
                Edition::Customer => Vec::new(),
            },
            baseline,
            changes: changes.unwrap_or_default(),
        };
        let data = data::page_data(&material, &self.tokens).to_string();
        let key = (request, template.is_shipped());
        let mut room = self.guess(key);
        let mut set = self.set(&material, template, &data, room)?;
        // The box hangs on the data alone, so a second pass always agrees.
        for _ in 0..2 {
            let Some(wanted) = set.room.filter(|wanted| !is_near(*wanted, room)) else {
                break;
            };
            room = wanted;
            set = self.set(&material, template, &data, room)?;
        }
        self.remember(key, room);
        comemo::evict(4);
        match set.document.pages().len() {
            1 => {}
            pages => return Err(PageError::ManyPages { pages }),
        }
        Ok(Page {
            left_out: LeftOut { rows: left_out_rows(&set.document), people: set.drawing.not_drawn },
            smallest_name: set.drawing.name_size,
            lines_through_cards: set.drawing.lines_through_cards,
            way_cards: set.drawing.way_cards,
            document: set.document,
        })
    }

    fn set(
        &self,
        material: &Material<'_>,
        template: &Template,
        data: &str,
        room: (f32, f32),
    ) -> Result<Set, PageError> {
        let drawing = draw(material, &self.measure, room);
        let world = PageWorld::new(&self.stage, template, data.to_owned(), drawing.json.to_string())?;
        let document = world.compile()?;
        let room =
            metadata(&document, "map-box").first().and_then(|value| Some((number(value, "w")?, number(value, "h")?)));
        Ok(Set { document, drawing, room })
    }

    /// The room the map had last. Where none is known the first pass draws no map: it is thrown
    /// away, so it need not cost more than it tells.
    fn guess(&self, key: PageKind) -> Room {
        let known = self.last_box.lock().ok().and_then(|last| {
            let found = last.iter().find(|(known, _)| *known == key);
            found.map(|(_, room)| *room)
        });
        known.unwrap_or_default()
    }

    fn remember(&self, key: (PageRequest, bool), room: (f32, f32)) {
        if let Ok(mut last) = self.last_box.lock() {
            last.retain(|(known, _)| *known != key);
            last.push((key, room));
        }
    }
}

struct Set {
    document: PagedDocument,
    drawing: MapDrawing,
    room: Option<(f32, f32)>,
}

fn is_near(one: (f32, f32), other: (f32, f32)) -> bool {
    (one.0 - other.0).abs() < 0.5 && (one.1 - other.1).abs() < 0.5
}

/// The dictionaries a template left under a label.
fn metadata(document: &PagedDocument, label: &str) -> Vec<typst::foundations::Dict> {
    use typst::introspection::Introspector;
    let Some(label) = Label::new(PicoStr::intern(label)) else {
        return Vec::new();
    };
    let found = document.introspector().query(&Selector::Label(label));
    let value = |content: &typst::foundations::Content| {
        let value = &content.to_packed::<MetadataElem>()?.value;
        value.clone().cast::<typst::foundations::Dict>().ok()
    };
    found.iter().filter_map(value).collect()
}

fn number(dict: &typst::foundations::Dict, key: &str) -> Option<f32> {
    let value: f64 = dict.get(key).ok()?.clone().cast().ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "points of a page")]
    Some(value as f32)
}

fn left_out_rows(document: &PagedDocument) -> Vec<(String, usize)> {
    let row = |dict: typst::foundations::Dict| {
        let panel: typst::foundations::Str = dict.get("panel").ok()?.clone().cast().ok()?;
        let left: i64 = dict.get("left").ok()?.clone().cast().ok()?;
        Some((panel.to_string(), usize::try_from(left).ok()?))
    };
    let rows = metadata(document, "left-out").into_iter().filter_map(row);
    rows.filter(|(_, left)| *left > 0).collect()
}

impl Page {
    /// A page that is not of an account: nothing can be left out.
    pub(super) fn alone(document: PagedDocument) -> Self {
        Self { document, left_out: LeftOut::default(), smallest_name: 0.0, lines_through_cards: 0, way_cards: 0 }
    }

    /// The page's size in points.
    pub fn size(&self) -> (f32, f32) {
        let size = self.document.pages().first().map(|page| page.frame.size());
        #[expect(clippy::cast_possible_truncation, reason = "points of a page")]
        size.map_or((0.0, 0.0), |size| (size.x.to_pt() as f32, size.y.to_pt() as f32))
    }

    /// The page as bytes of a file.
    ///
    /// # Errors
    /// [`PageError::Export`] where the writer refuses.
    pub fn export(&self, format: PageFormat) -> Result<Vec<u8>, PageError> {
        let bytes = match format {
            PageFormat::Pdf => self.pdf()?,
            PageFormat::Png => self.png(200.0 / 72.0)?,
            PageFormat::Svg => self.svg(),
        };
        comemo::evict(4);
        Ok(bytes)
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

    fn png(&self, pixels_per_point: f64) -> Result<Vec<u8>, PageError> {
        let pixmap = self.pixmap(pixels_per_point)?;
        pixmap.encode_png().map_err(|error| PageError::Export { cause: error.to_string() })
    }

    fn svg(&self) -> Vec<u8> {
        let page = self.document.pages().first();
        page.map_or_else(Vec::new, |page| typst_svg::svg(page, &typst_svg::SvgOptions::default()).into_bytes())
    }

    /// The page as pixels: width, height and RGBA, opaque.
    ///
    /// # Errors
    /// [`PageError::Export`] where there is no page.
    pub fn pixels(&self, pixels_per_point: f64) -> Result<(usize, usize, Vec<u8>), PageError> {
        let pixmap = self.pixmap(pixels_per_point)?;
        Ok((pixmap.width() as usize, pixmap.height() as usize, pixmap.take()))
    }

    fn pixmap(&self, pixels_per_point: f64) -> Result<tiny_skia::Pixmap, PageError> {
        let page = self.document.pages().first().ok_or(PageError::ManyPages { pages: 0 })?;
        let options = typst_render::RenderOptions {
            pixel_per_pt: pixels_per_point.into(),
            ..typst_render::RenderOptions::default()
        };
        Ok(typst_render::render(page, &options))
    }
}

/// A JSON text without what a page must not carry: control letters and marks that turn text.
pub(super) fn clean(text: &str) -> Json {
    let is_kept = |letter: &char| {
        !letter.is_control() && !matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let spaced = text.replace(['\n', '\t', '\r'], " ");
    Json::String(spaced.chars().filter(is_kept).collect())
}
