//! How people are joined, in numbers: computed beside the window where there are many, the sampled
//! values first and the exact ones when they land.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::insight::{Measures, Network, betweenness_exact, measures};
use crate::model::{Account, Link, Person, Table};

/// Up to so many people the numbers take less than a frame.
const LIVE: usize = 200;

/// Within how many steps somebody is in reach.
const STEPS: usize = 2;

enum News {
    Measures(Measures),
    Progress(usize, usize),
}

/// The numbers of the account last asked about.
pub(super) struct Measuring {
    of: Option<(Table<Person>, Table<Link>)>,
    measures: Option<Measures>,
    progress: Option<(usize, usize)>,
    news: Option<Receiver<News>>,
    /// How often the numbers were begun.
    pub(super) begun: u64,
    /// Tells the thread that nobody waits any more.
    stop: Arc<AtomicBool>,
}

impl Measuring {
    pub(super) fn new() -> Self {
        Self { of: None, measures: None, progress: None, news: None, begun: 0, stop: Arc::default() }
    }

    /// Computes the numbers unless they are there, and takes in what has landed.
    pub(super) fn refresh(&mut self, ctx: &egui::Context, account: &Account) {
        // The numbers hang on who there is and how all are joined, not on what is known of them.
        let is_same = |(persons, links): &(Table<Person>, Table<Link>)| {
            let is_everybody = Arc::ptr_eq(persons, &account.persons) || persons.keys().eq(account.persons.keys());
            is_everybody && Arc::ptr_eq(links, &account.links)
        };
        if !self.of.as_ref().is_some_and(is_same) {
            self.of = Some((account.persons.clone(), account.links.clone()));
            self.begin(ctx, account);
        }
        while let Some(news) = self.news.as_ref().and_then(|news| news.try_recv().ok()) {
            match news {
                News::Measures(measures) => {
                    self.progress = self.progress.filter(|_| !measures.is_exact);
                    self.measures = Some(measures);
                }
                News::Progress(done, all) => self.progress = Some((done, all)),
            }
        }
    }

    fn begin(&mut self, ctx: &egui::Context, account: &Account) {
        self.stop();
        self.begun += 1;
        self.news = None;
        let network = Network::of_account(account);
        if account.persons.len() <= LIVE {
            self.measures = Some(measures(&network, STEPS));
            return;
        }
        self.stop = Arc::default();
        let (sender, receiver) = channel();
        let (stop, ctx) = (Arc::clone(&self.stop), ctx.clone());
        self.news = Some(receiver);
        std::thread::spawn(move || work(&network, &stop, &sender, &ctx));
    }

    /// Ends what is under way; the sampled values stay.
    pub(super) fn stop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.progress = None;
    }

    /// The numbers, as far as they are known.
    pub(super) fn measures(&self) -> Option<&Measures> {
        self.measures.as_ref()
    }

    /// How far the exact numbers have come.
    pub(super) fn progress(&self) -> Option<(usize, usize)> {
        self.progress
    }
}

fn work(network: &Network, stop: &AtomicBool, sender: &Sender<News>, ctx: &egui::Context) {
    let tell = |news: News| {
        let is_heard = sender.send(news).is_ok();
        ctx.request_repaint();
        is_heard && !stop.load(Ordering::Relaxed)
    };
    let sampled = measures(network, STEPS);
    let is_exact = sampled.is_exact;
    if !tell(News::Measures(sampled.clone())) || is_exact {
        return;
    }
    let mut told = 0;
    let exact = betweenness_exact(network, &mut |done, all| {
        // A word for each percent is enough.
        let percent = done * 100 / all.max(1);
        if percent == told {
            return !stop.load(Ordering::Relaxed);
        }
        told = percent;
        tell(News::Progress(done, all))
    });
    if let Some(exact) = exact {
        tell(News::Measures(sampled.with_betweenness(&exact)));
    }
}
