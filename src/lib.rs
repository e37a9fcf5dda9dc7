//! Account Atlas, 客户图谱: a desktop workbench for key account managers.
//!
//! What holds the house together; `tests/architecture.rs` proves what a test can prove.
//!
//! 1. `model` to `page`, `disk` apart, do no IO, read no clock, use no randomness and name no
//!    toolkit type. The same input gives the same bytes. `std::fs` stands in `disk` alone, behind
//!    its `Vfs`; `std::process` in `disk::worker` alone. Clock, new ids and dialogs come from the
//!    host in `app`.
//! 2. An `Account` changes only in `edit::apply` (a `Draft` applies the same edits in a row). No
//!    view holds it mutably: it reads a context and pushes actions.
//! 3. Nothing derived is stored: figures, layouts, plots and pages can be thrown away at any moment.
//!    What is drawn as a matrix, funnel or bars is a `plot::Plot`, one for window, paper and file.
//! 4. View state is never in the account and never undone. A position the user pinned is in the
//!    account; a position the layout chose is not.
//! 5. `model` has no floats: money in minor units with its currency, rates in whole percent.
//! 6. Unknown is `None`, never a neutral default. Reporting joins seats, influence joins persons.
//! 7. Iteration order is fixed everywhere: equal accounts give equal bytes.
//! 8. serde and ron stand in `file`, `method`, `theme`, `exchange`, `page` and `app::settings`.
//!    What a file says and this version does not understand rides along in each record's `kept`.
//! 9. The customer edition is `model::for_customer`, an allow-list, applied before insight, layout
//!    and page.
//! 10. Absent on purpose: event bus, `Rc<RefCell>`, observers, prelude, `utils`, globals.

pub mod app;
pub mod cli;
pub mod disk;
pub mod edit;
pub mod exchange;
pub mod file;
pub mod insight;
pub mod layout;
pub mod method;
pub mod model;
pub mod page;
pub mod plot;
pub mod theme;
pub mod ui;
pub mod words;
