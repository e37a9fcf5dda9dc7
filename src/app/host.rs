//! What only the outside world knows: the time, chance, the user's language, where state lives.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{Local, NaiveDate};

use crate::model::Ids;
use crate::words::Language;

/// A source of ids that no other run shares.
pub fn ids() -> Ids {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let chance = || {
        // The standard library seeds each of these from the system's randomness.
        let mut hasher = RandomState::new().build_hasher();
        hasher.write_u32(std::process::id());
        u128::from(hasher.finish())
    };
    let millis = u64::try_from(since.as_millis()).unwrap_or(0);
    Ids::new(millis, chance() << 64 | chance())
}

/// The day by the user's clock.
pub fn today() -> NaiveDate {
    Local::now().date_naive()
}

/// Day and minute by the user's clock, as text.
pub fn now_text() -> String {
    Local::now().format("%Y-%m-%d %H:%M").to_string()
}

/// The language of the user's system.
pub fn language() -> Language {
    Language::of_locale(&sys_locale::get_locale().unwrap_or_default())
}

/// The folder for settings, recovery snapshots and logs; `None` where the system names none.
pub fn state_folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "account-atlas")?;
    Some(folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_owned())
}
