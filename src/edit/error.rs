//! Why an edit was refused.

use crate::model::{LinkId, MAX_PHOTO_BYTES, PersonId, SeatId};

/// Why an edit was refused; the account stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The record was removed meanwhile.
    #[error("no record {id}")]
    Missing {
        /// The id that leads nowhere.
        id: String,
    },
    /// The id is taken.
    #[error("record {id} is there already")]
    Doubled {
        /// The id that is taken.
        id: String,
    },
    /// The seat would report to itself, over however many seats.
    #[error("seat {seat} would report to itself by way of {boss}")]
    ReportingLoop {
        /// The seat that was to move.
        seat: SeatId,
        /// The seat it was to report to.
        boss: SeatId,
    },
    /// A link joins a person with the same person.
    #[error("{person} cannot be linked to the same person")]
    SelfLink {
        /// The person.
        person: PersonId,
    },
    /// The same link is there already.
    #[error("the same link is there as {link}")]
    DoubledLink {
        /// The link that is there.
        link: LinkId,
    },
    /// A percentage above 100.
    #[error("{value} is more than 100 percent")]
    Percent {
        /// The value.
        value: u8,
    },
    /// The photo is too large.
    #[error("a photo of {bytes} bytes is larger than {MAX_PHOTO_BYTES}")]
    PhotoTooLarge {
        /// The photo's size.
        bytes: usize,
    },
}
