//! What a search finds: looked up when the text or the account changes, and not in every frame.

use std::sync::Arc;

use egui::{Id, Ui};

use super::naming::place_name;
use crate::insight::{AccountText, TextRecord, account_texts, shares_texts};
use crate::model::Account;
use crate::ui::ViewContext;
use crate::words::{Language, Searchable, Sought};

/// How many places are shown.
const SHOWN: usize = 50;
/// How many letters are shown before the part that fits.
const BEFORE: usize = 20;
/// How many letters of a text are shown in all; the line cuts off what does not fit.
const LETTERS: usize = 160;

/// A place that fits.
pub(super) struct Hit {
    pub(super) record: TextRecord,
    pub(super) field: &'static str,
    /// What stands there: before the part that fits, the part, and behind it.
    pub(super) text: [String; 3],
    /// Where that is, in words.
    pub(super) at: String,
}

/// The places that fit, the nearest first.
#[derive(Default)]
pub(super) struct Found {
    pub(super) hits: Vec<Hit>,
    /// How many more there are.
    pub(super) more: usize,
}

/// Every text of an account made ready, in the order in which they are taken from it.
struct Index {
    account: Account,
    texts: Vec<Searchable>,
}

/// What was looked for lately.
#[derive(Clone)]
struct Search {
    index: Arc<Index>,
    text: String,
    language: Language,
    found: Arc<Found>,
}

/// The places where `text` stands. Cost: once an account, a walk over its letters; once a text, a walk over the same
/// letters made ready; nothing in the frames between.
pub(super) fn found(ctx: &ViewContext<'_>, ui: &Ui, text: &str) -> Arc<Found> {
    let id = Id::unique("texts found");
    let known = ui.data(|data| data.get_temp::<Search>(id));
    let known = known.filter(|known| shares_texts(&known.index.account, ctx.account));
    let language = ctx.words.language();
    if let Some(known) = &known
        && known.text == text
        && known.language == language
    {
        return Arc::clone(&known.found);
    }
    let index = known.map_or_else(|| Arc::new(Index::of(ctx.account)), |known| known.index);
    let found = Arc::new(look_up(ctx, &index, text));
    let search = Search { index, text: text.to_owned(), language, found: Arc::clone(&found) };
    ui.data_mut(|data| data.insert_temp(id, search));
    found
}

impl Index {
    fn of(account: &Account) -> Self {
        let texts = account_texts(account).into_iter().map(|text| Searchable::new(text.text)).collect();
        Self { account: account.clone(), texts }
    }
}

fn look_up(ctx: &ViewContext<'_>, index: &Index, text: &str) -> Found {
    let Some(sought) = Sought::of(text) else { return Found::default() };
    let texts = account_texts(&index.account);
    let near = |place: usize| Some((index.texts.get(place)?.nearness(&sought)?, place));
    let mut places: Vec<_> = (0..texts.len()).filter_map(near).collect();
    places.sort_unstable();
    let more = places.len().saturating_sub(SHOWN);
    let hits = places.into_iter().take(SHOWN).filter_map(|(_, place)| {
        let said = texts.get(place)?;
        let letters = index.texts.get(place)?.place(said.text, &sought)?;
        Some(hit(ctx, said, letters))
    });
    Found { hits: hits.collect(), more }
}

fn hit(ctx: &ViewContext<'_>, said: &AccountText<'_>, fits: std::ops::Range<usize>) -> Hit {
    let from = fits.start.saturating_sub(BEFORE);
    let letters = || said.text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let part = |from: usize, to: usize| letters().skip(from).take(to.saturating_sub(from)).collect::<String>();
    let mut before = part(from, fits.start);
    if from > 0 {
        before.insert(0, '…');
    }
    let text = [before, part(fits.start, fits.end), part(fits.end, from + LETTERS)];
    Hit { record: said.record, field: said.field, text, at: place_name(ctx, said.record, said.field) }
}
