//! Menus under the right button: on a card, on a line, on the ground.

use egui::{Response, Ui};

use super::{Stage, lines};
use crate::edit::{Edit, RecordEdit};
use crate::model::LinkKind;
use crate::ui::shell::menu_commands_ui;
use crate::ui::{Action, Actions, Command, ViewState};
use crate::words::Message;

const CARD: &[Command] = &[
    Command::AddReport,
    Command::AddColleague,
    Command::AddAbove,
    Command::Rename,
    Command::AddAction,
    Command::VisitBrief,
    Command::AfterVisit,
    Command::JudgeRole,
    Command::JudgeAttitude,
    Command::JudgeSupport,
    Command::JudgeCoverage,
    Command::Cut,
    Command::Copy,
    Command::Paste,
    Command::Collapse,
    Command::Release,
    Command::Unseat,
    Command::Delete,
];

const GROUND: &[Command] =
    &[Command::AddTop, Command::Paste, Command::PasteTable, Command::SelectAll, Command::Find, Command::Fit];

/// Takes right clicks and draws the menu that is open.
pub(super) fn menus_ui(
    stage: &Stage<'_>,
    view: &mut ViewState,
    canvas: &Response,
    cards: &[(usize, Response)],
    actions: &mut Actions,
) {
    for (card, response) in cards {
        let seat = stage.seat(*card);
        if response.secondary_clicked() && !view.selection.contains(&seat) {
            view.select(seat);
        }
        response.context_menu(|ui| menu_commands_ui(stage.ctx, view, ui, actions, CARD));
    }
    if canvas.secondary_clicked() {
        let pos = canvas.interact_pointer_pos();
        let line = pos.and_then(|pos| lines::line_at(stage, view, pos));
        match line {
            Some(line) => lines::select_line(stage, view, line),
            None => (view.link, view.dotted) = (None, None),
        }
    }
    canvas.context_menu(|ui| match (view.link, view.dotted) {
        (Some(_), _) => link_ui(stage, view, ui, actions),
        (None, Some(_)) => menu_commands_ui(stage.ctx, view, ui, actions, &[Command::Delete]),
        (None, None) => menu_commands_ui(stage.ctx, view, ui, actions, GROUND),
    });
}

fn link_ui(stage: &Stage<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let ctx = stage.ctx;
    let Some(link) = view.link.and_then(|id| ctx.account.get::<crate::model::Link>(id)) else { return };
    let mut set = |kind: LinkKind| {
        let change = crate::edit::LinkChange::Kind(kind);
        actions.push(Action::Edit(Edit::Link(RecordEdit::Set(link.id, change))));
    };
    if let LinkKind::Influences(now) = link.kind {
        for strength in crate::model::Strength::ALL {
            let text = ctx.words.text(&Message::InfluenceOf { count: strength.get().to_string() });
            if ui.add(egui::Button::selectable(strength == now, text)).clicked() && !ctx.is_read_only {
                set(LinkKind::Influences(strength));
            }
        }
        ui.separator();
    }
    menu_commands_ui(ctx, view, ui, actions, &[Command::Delete]);
}
