//! How bytes reach the disk and come back: the one save routine, locks, previous versions, recovery
//! snapshots.
//!
//! Knows nothing of accounts: bytes in, bytes out. Of room `file` it uses the seal check alone.
//! `std::fs` stands here and nowhere else, in `real.rs`, behind the [`Vfs`] trait, so that the
//! tests run the shipped routines on a model of a disk that fails at each call and forgets what was
//! not synced.
//!
//! Clock and ids come from the caller. Nothing here draws, asks or decides for the user.

mod about;
mod error;
mod load;
mod lock;
mod names;
mod real;
mod recovery;
mod save;
mod session;
mod sweep;
mod temp;
mod vfs;
mod worker;

pub use about::About;
pub use error::{DiskError, Step};
pub use load::{MAX_FILE_LEN, Stamp, load, load_head, stamp};
pub use lock::AccountLock;
pub use names::previous_path;
pub use real::{RealFs, open_handle};
pub use recovery::{RecoveryStore, Snapshot, make_folder};
pub use save::{Keep, Saved, save};
pub use session::Session;
pub use sweep::{Swept, sweep};
pub use vfs::{FileKind, Held, Info, Vfs, VfsFile};
pub use worker::{WorkerError, run_worker};
