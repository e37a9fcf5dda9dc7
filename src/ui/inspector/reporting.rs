//! Who reports to whom: each name leads there, each line can be drawn and taken away.

use std::collections::BTreeMap;

use egui::{Button, Ui};

use super::picker::{is_asked, person_menu};
use super::{faint, seat_label, soft, title_ui};
use crate::edit::{Edit, Place, RecordEdit, SeatChange, StructureEdit, colleagues, move_under, place_person};
use crate::model::{Account, Ids, PersonId, Seat, SeatId};
use crate::theme::{TextSize, Weight};
use crate::ui::fields::{field_id, make_room, name_widget};
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// How many names a list shows.
const SHOWN: usize = 24;

/// One of the three lists.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reporting {
    Boss,
    Report,
    Dotted,
}

impl Reporting {
    const ALL: [Self; 3] = [Self::Boss, Self::Report, Self::Dotted];

    const fn title(self) -> Message {
        match self {
            Self::Boss => Message::InspectorReportsTo,
            Self::Report => Message::InspectorReports,
            Self::Dotted => Message::LineDotted,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Boss => "reports-to",
            Self::Report => "reports",
            Self::Dotted => "dotted",
        }
    }

    fn seats(self, account: &Account, seat: &Seat) -> Vec<SeatId> {
        match self {
            Self::Boss => seat.reports_to.into_iter().collect(),
            Self::Report => colleagues(account, Some(seat.id)),
            Self::Dotted => seat.dotted.clone(),
        }
    }

    /// Takes the line to `other` away.
    fn without(self, seat: &Seat, other: SeatId) -> Edit {
        match self {
            Self::Boss => Edit::Structure(StructureEdit::SetManager { seat: seat.id, manager: None }),
            Self::Report => Edit::Structure(StructureEdit::SetManager { seat: other, manager: None }),
            Self::Dotted => {
                let dotted = seat.dotted.iter().copied().filter(|dotted| *dotted != other).collect();
                Edit::Seat(RecordEdit::Set(seat.id, SeatChange::Dotted(dotted)))
            }
        }
    }

    /// Draws a line to where `person` sits; somebody without a seat gets one below.
    fn with(self, account: &Account, ids: &mut Ids, seat: &Seat, person: PersonId) -> Option<Edit> {
        match (self, account.seat_of_person().get(&person).copied()) {
            (Self::Boss, Some(boss)) => Some(move_under(account, &[seat.id].into(), Some(boss))),
            (Self::Report, Some(other)) => Some(move_under(account, &[other].into(), Some(seat.id))),
            (Self::Report, None) => Some(place_person(account, ids, person, Place::Below(seat.id)).0),
            (Self::Dotted, Some(other)) => {
                let dotted = seat.dotted.iter().copied().chain([other]).collect();
                Some(Edit::Seat(RecordEdit::Set(seat.id, SeatChange::Dotted(dotted))))
            }
            (Self::Boss | Self::Dotted, None) => None,
        }
    }

    /// Whether such a line can be drawn: no loop, and not what is there already.
    fn allows(self, account: &Account, seat: &Seat, other: Option<SeatId>) -> bool {
        match self {
            Self::Boss => {
                other.is_some_and(|other| seat.reports_to != Some(other) && !account.is_in_branch(other, seat.id))
            }
            Self::Report => other.is_none_or(|other| {
                let is_there = account.get::<Seat>(other).is_some_and(|found| found.reports_to == Some(seat.id));
                !is_there && !account.is_in_branch(seat.id, other)
            }),
            Self::Dotted => other.is_some_and(|other| {
                other != seat.id && seat.reports_to != Some(other) && !seat.dotted.contains(&other)
            }),
        }
    }
}

/// Draws manager, reports and dotted lines of a seat.
pub(super) fn reporting_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    seat: &Seat,
) {
    for list in Reporting::ALL {
        list_ui(ctx, view, ui, actions, (list, seat));
    }
}

fn list_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    (list, seat): (Reporting, &Seat),
) {
    let seats = list.seats(ctx.account, seat);
    // Another manager takes the place of the one there is.
    let sign = if list == Reporting::Boss && !seats.is_empty() { "…" } else { "+" };
    let id = field_id("inspector-seat", seat.id, list.name());
    let button = title_ui(ctx, ui, id, &ctx.words.say(list.title()), sign);
    if let Some(button) = button.filter(is_asked) {
        let held: BTreeMap<PersonId, SeatId> = ctx.account.seat_of_person();
        let is_allowed = |person: PersonId| list.allows(ctx.account, seat, held.get(&person).copied());
        let chosen = person_menu(ctx, &button, is_allowed);
        let edit = chosen.and_then(|person| list.with(ctx.account, &mut view.ids, seat, person));
        actions.extend(edit.map(Action::Edit));
    }
    if seats.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for other in seats.iter().take(SHOWN) {
            if name_ui(ctx, view, ui, *other) {
                actions.push(Action::Edit(list.without(seat, *other)));
            }
        }
        if seats.len() > SHOWN {
            let more = Message::PageMore { n: (seats.len() - SHOWN).to_string() };
            ui.label(faint(ctx, ctx.words.text(&more)));
        }
    });
    ui.add_space(4.0);
}

/// A name that leads to the seat; whether its way out was clicked.
fn name_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, seat: SeatId) -> bool {
    let name = seat_label(ctx, seat);
    make_room(ui, ctx.measure.width(&name, TextSize::SECOND, Weight::Regular) + 24.0);
    ui.push_id(seat, |ui| {
        if ui.link(soft(ctx, name.as_str()).color(ctx.palette.accent())).clicked() {
            view.select(seat);
        }
        if ctx.is_read_only {
            return false;
        }
        let out = ui.add(Button::new(soft(ctx, "×")).frame(false));
        let words = ctx.words.text(&Message::TakeOut { name });
        name_widget(&out, &words);
        out.on_hover_text(words).clicked()
    })
    .inner
}
