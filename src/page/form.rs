//! Which document is made of an account: its data, its template, its drawing and the promise on its pages.

use serde_json::Value as Json;

use super::compose::Material;
use super::map::{MapDrawing, draw};
use super::{Paper, brief, data, ego, long};
use crate::model::PersonId;
use crate::theme::{Measure, Tokens};

/// Which document is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PageForm {
    /// Plan and map on one page, never a second.
    #[default]
    OnePage,
    /// The plan in its eight sections, as many pages as it takes.
    LongPlan,
    /// What to know before a meeting with this person, on one page; never for the client.
    VisitBrief(PersonId),
}

impl PageForm {
    /// The papers it can be printed on, the usual one first.
    pub const fn papers(self) -> &'static [Paper] {
        match self {
            Self::OnePage => &Paper::ALL,
            Self::LongPlan | Self::VisitBrief(_) => &[Paper::A4Portrait, Paper::Letter],
        }
    }

    /// The paper it is printed on where `wanted` is asked for. What is read page by page stands upright.
    pub const fn paper(self, wanted: Paper) -> Paper {
        match (self, wanted) {
            (Self::OnePage, wanted) => wanted,
            (Self::LongPlan | Self::VisitBrief(_), Paper::Letter) => Paper::Letter,
            (Self::LongPlan | Self::VisitBrief(_), Paper::A4 | Paper::A4Portrait | Paper::A3) => Paper::A4Portrait,
        }
    }

    /// Whether it never has a second page.
    pub const fn is_one_page(self) -> bool {
        match self {
            Self::OnePage | Self::VisitBrief(_) => true,
            Self::LongPlan => false,
        }
    }

    /// The name of its template's file, and of the function in it that is called.
    pub(super) const fn main(self) -> &'static str {
        match self {
            Self::OnePage => "plan",
            Self::LongPlan => "long",
            Self::VisitBrief(_) => "brief",
        }
    }

    /// Everything its template needs, in words.
    pub(super) fn data(self, material: &Material<'_>, tokens: &Tokens) -> Json {
        match self {
            Self::OnePage => data::page_data(material, tokens),
            Self::LongPlan => long::long_data(material, tokens),
            Self::VisitBrief(person) => brief::brief_data(material, tokens, person),
        }
    }

    /// The drawing in it, for the room it gets.
    pub(super) fn draw(self, material: &Material<'_>, measure: &Measure, room: (f32, f32)) -> MapDrawing {
        match self {
            Self::OnePage | Self::LongPlan => draw(material, measure, room),
            Self::VisitBrief(person) => ego::draw_around(material, measure, room, person),
        }
    }
}
