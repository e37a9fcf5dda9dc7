//! From account to page: one pass to learn how much room the map gets, one to fill it.

use std::sync::Mutex;

use serde_json::Value as Json;
use typst::foundations::{Label, Selector};
use typst::introspection::MetadataElem;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::map::MapDrawing;
use super::world::{PageWorld, Stage};
use super::{Edition, LeftOut, Page, PageError, PageForm, PageRequest, Template, way};
use crate::insight::{self, Baseline, ChangeOf, Figures, Finding};
use crate::method::Method;
use crate::model::{Account, Person, for_customer};
use crate::theme::{Measure, Theme, Tokens};
use crate::words::Words;

/// Sets pages. Made once: it holds fonts, words and tokens.
pub struct Printer {
    stage: Stage,
    words: [Words; 2],
    tokens: Tokens,
    method: Method,
    measure: Measure,
    /// The room the map had last, by form, paper, edition and language: a guess that is mostly right.
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
    pub(super) method: &'a Method,
    pub(super) figures: Figures,
    /// The way to the approver first, then what is open, the gravest first.
    pub(super) findings: Vec<Finding>,
    /// What the changes count from.
    pub(super) baseline: Option<Baseline<'a>>,
    /// What has changed since, the weightiest first.
    pub(super) changes: Vec<ChangeOf>,
    /// Whether the one page shows what is only there where nothing else is left out for it.
    pub(super) has_extras: bool,
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
            method: Method::shipped().map_err(|error| shipped(error.to_string()))?,
            measure: Measure::new(),
            last_box: Mutex::new(Vec::new()),
        })
    }

    /// Sets the document of an account. Cost: one or two runs of the setter, 0.1 s CPU each for a page.
    ///
    /// # Errors
    /// [`PageError`] where the template is at fault, or there is no such document.
    pub fn compose(&self, account: &Account, request: PageRequest, template: &Template) -> Result<Page, PageError> {
        let request = PageRequest { paper: request.form.paper(request.paper), ..request };
        check(account, request)?;
        let shown = match request.edition {
            Edition::Full => account.clone(),
            // Filtered first: neither insight, layout nor page ever sees the rest.
            Edition::Customer => for_customer(account),
        };
        let mut material = self.material(&shown, request);
        let page = self.make(&material, template)?;
        if !material.has_extras || page.left_out.is_empty() {
            return Ok(page);
        }
        // What could as well stand in the window gives way to what belongs on the page.
        material.has_extras = false;
        self.make(&material, template)
    }

    fn make(&self, material: &Material<'_>, template: &Template) -> Result<Page, PageError> {
        let form = material.request.form;
        let data = form.data(material, &self.tokens).to_string();
        let key = (material.request, template.is_shipped());
        let mut room = self.guess(key);
        let mut set = self.set(material, template, &data, room)?;
        // The box hangs on the data alone, so a second pass always agrees.
        for _ in 0..2 {
            let Some(wanted) = set.room.filter(|wanted| !is_near(*wanted, room)) else {
                break;
            };
            room = wanted;
            set = self.set(material, template, &data, room)?;
        }
        self.remember(key, room);
        comemo::evict(4);
        let pages = set.document.pages().len();
        if pages == 0 || form.is_one_page() && pages > 1 {
            return Err(PageError::ManyPages { pages });
        }
        Ok(Page {
            left_out: LeftOut { rows: left_out_rows(&set.document), people: set.drawing.not_drawn },
            smallest_name: set.drawing.name_size,
            lines_through_cards: set.drawing.lines_through_cards,
            way_cards: set.drawing.way_cards,
            document: set.document,
        })
    }

    /// Everything the document of an account, already cut for its edition, is made of.
    fn material<'m>(&'m self, shown: &'m Account, request: PageRequest) -> Material<'m> {
        let is_full = request.edition == Edition::Full;
        let baseline = if is_full { insight::baseline(shown, request.today) } else { None };
        let changes = baseline.map(|baseline| insight::changes_since(&baseline, shown, request.today));
        let words = self.words.iter().find(|words| words.language() == request.language);
        let findings = if is_full {
            way::way_first(shown, &insight::findings(shown, None, &self.method.findings, request.today))
        } else {
            Vec::new()
        };
        Material {
            account: shown,
            request,
            words: words.unwrap_or(&self.words[0]),
            method: &self.method,
            figures: insight::figures(shown, None, &self.method.rules, request.today),
            findings,
            baseline,
            changes: changes.unwrap_or_default(),
            has_extras: is_full && request.form == PageForm::OnePage && !shown.values.is_empty(),
        }
    }

    fn set(
        &self,
        material: &Material<'_>,
        template: &Template,
        data: &str,
        room: (f32, f32),
    ) -> Result<Set, PageError> {
        let form = material.request.form;
        let drawing = form.draw(material, &self.measure, room);
        let world = PageWorld::new(&self.stage, form.main(), template, data.to_owned(), drawing.json.to_string())?;
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

/// Whether there is such a document: a brief is of somebody, and never for the client.
fn check(account: &Account, request: PageRequest) -> Result<(), PageError> {
    match (request.form, request.edition) {
        (PageForm::VisitBrief(_), Edition::Customer) => Err(PageError::NotForClient),
        (PageForm::VisitBrief(person), Edition::Full) if account.get::<Person>(person).is_none() => {
            Err(PageError::NoPerson)
        }
        (PageForm::OnePage | PageForm::LongPlan | PageForm::VisitBrief(_), Edition::Full | Edition::Customer) => Ok(()),
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

/// A JSON text without what a page must not carry: control letters and marks that turn text.
pub(super) fn clean(text: &str) -> Json {
    let is_kept = |letter: &char| {
        !letter.is_control() && !matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let spaced = text.replace(['\n', '\t', '\r'], " ");
    Json::String(spaced.chars().filter(is_kept).collect())
}
