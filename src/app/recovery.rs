//! Unsaved work: written to the state folder while it is unsaved, offered at the next start.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use crate::disk::{About, RealFs, RecoveryStore, Snapshot, Swept, Vfs, load, sweep};
use crate::edit::Revision;
use crate::file::{self, Loaded};
use crate::model::Account;
use crate::words::{Message, Words};

/// After the last change, and at the latest after the first one.
const PAUSE: Duration = Duration::from_secs(1);
const LATEST: Duration = Duration::from_secs(2);

/// Work that an earlier run left behind.
pub(super) struct Offer {
    pub(super) snapshot: Snapshot,
    pub(super) loaded: Loaded,
}

impl Offer {
    /// The sentence that offers it.
    pub(super) fn sentence(&self, words: &Words) -> String {
        let time = self.snapshot.about.as_ref().map_or_else(String::new, |about| about.time.clone());
        words.text(&Message::RecoveryOffer {
            name: self.loaded.account.profile.name.clone(),
            time,
            people: self.loaded.account.persons.len().to_string(),
        })
    }

    /// The file it was made of.
    pub(super) fn source(&self) -> Option<PathBuf> {
        self.snapshot.about.as_ref()?.source.clone()
    }
}

/// Sweeps what earlier runs left in the state folder and beside the account, and finds work to offer.
/// Gives the offers, the newest first, and how many temporary files were removed.
pub(super) fn at_start(vfs: &dyn Vfs, state: &Path, account_folder: Option<&Path>) -> (Vec<Offer>, usize) {
    let store = RecoveryStore::new(state);
    store.tidy(vfs, SystemTime::now()).ok();
    let swept = account_folder.and_then(|folder| sweep(vfs, folder, &store).ok()).unwrap_or_default();
    let removed = swept.iter().filter(|swept| matches!(swept, Swept::Removed(_))).count();
    let mut snapshots = store.list(vfs).unwrap_or_default();
    snapshots.sort_by_key(|snapshot| std::cmp::Reverse(snapshot.modified));
    let offer = |snapshot: Snapshot| {
        let bytes = load(vfs, &snapshot.path).ok()?;
        // What the file itself already holds needs no offer.
        let source = snapshot.about.as_ref().and_then(|about| about.source.clone());
        if source.is_some_and(|source| load(vfs, &source).is_ok_and(|saved| saved == bytes)) {
            return None;
        }
        let loaded = file::read(&bytes).ok()?;
        Some(Offer { snapshot, loaded })
    };
    (snapshots.into_iter().filter_map(offer).collect(), removed)
}

/// Puts an offer away; it is kept for seven days.
pub(super) fn discard(vfs: &dyn Vfs, state: &Path, offer: &Offer) {
    RecoveryStore::new(state).discard(vfs, &offer.snapshot, SystemTime::now()).ok();
}

enum Order {
    Write(Box<(Account, About)>),
    Clear,
}

/// Writes snapshots of unsaved work, on a thread of its own.
pub(super) struct Keeper {
    orders: Option<Sender<Order>>,
    written: Option<Revision>,
    first_change: Option<(Revision, Instant)>,
    last_change: Option<(Revision, Instant)>,
}

impl Keeper {
    pub(super) fn new() -> Self {
        Self { orders: None, written: None, first_change: None, last_change: None }
    }

    /// Looks at the document once a frame. Gives when it wants to look again.
    pub(super) fn look(
        &mut self,
        (account, revision, is_saved): (&Account, Revision, bool),
        (state, session): (&Path, &str),
        about: impl FnOnce() -> About,
    ) -> Option<Duration> {
        if is_saved {
            if self.written.take().is_some()
                && let Some(orders) = &self.orders
            {
                orders.send(Order::Clear).ok();
            }
            self.first_change = None;
            self.last_change = None;
            return None;
        }
        if self.written == Some(revision) {
            return None;
        }
        let now = Instant::now();
        let first = self.first_change.get_or_insert((revision, now)).1;
        if self.last_change.is_none_or(|(of, _)| of != revision) {
            self.last_change = Some((revision, now));
        }
        let last = self.last_change.map_or(now, |(_, at)| at);
        if now - last < PAUSE && now - first < LATEST {
            return Some(PAUSE);
        }
        let orders = self.orders.get_or_insert_with(|| start(state.to_owned(), account, session.to_owned()));
        orders.send(Order::Write(Box::new((account.clone(), about())))).ok();
        self.written = Some(revision);
        self.first_change = None;
        None
    }

    /// Ends the session of a document that is closed.
    pub(super) fn close(&mut self) {
        *self = Self::new();
    }
}

fn start(state: PathBuf, account: &Account, session: String) -> Sender<Order> {
    let (orders, order) = channel();
    let document = account.id.to_string();
    std::thread::spawn(move || {
        let Ok(session) = RecoveryStore::new(&state).open_session(&RealFs, &document, &session) else {
            return;
        };
        while let Ok(order) = order.recv() {
            match order {
                Order::Write(work) => session.write(&RealFs, &file::write(&work.0), &work.1).ok(),
                Order::Clear => session.clear(&RealFs).ok(),
            };
        }
    });
    orders
}
