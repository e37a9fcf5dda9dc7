//! Commands that change what is shown or what is on the map, carried out where they are given.
//! Files, dialogs of the system, undo and the like are left to the window.

#![expect(clippy::wildcard_enum_match_arm, reason = "each function takes its own commands and leaves the others")]

use std::collections::BTreeSet;

use egui::{Rect, pos2};

use super::canvas::{bring_into_view, rename, shown_colleagues};
use super::{Action, Actions, Clipboard, Command, Dialog, Lookup, Popover, View, ViewContext, ViewState};
use crate::edit::{
    Branch, Edit, Place, RecordEdit, SeatChange, StructureEdit, add_person, move_beside, move_under, take_snapshot,
    tops, unseat,
};
use crate::model::{BuyingRole, JudgementField, LayoutKind, Seat, SeatId};
use crate::page::{Edition, PageForm};

/// Carries out the commands among `actions` that need nothing outside; the others stay.
pub(super) fn perform(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &egui::Ui, canvas: Rect, actions: &mut Actions) {
    for action in std::mem::take(actions) {
        match action {
            Action::Command(command) => {
                let is_done = command.is_enabled(ctx, view)
                    && (turn(view, command)
                        || draw(ctx, view, command)
                        || look(view, canvas, command)
                        || brief(ctx, view, command)
                        || judge(ctx, view, command, canvas)
                        || (!ctx.is_read_only && change(ctx, view, command, actions))
                        || clipboard(ctx, view, ui, command, actions)
                        || open(ctx, view, command));
                if !is_done && command.is_enabled(ctx, view) {
                    actions.push(action);
                }
            }
            Action::Edit(_)
            | Action::EndStep
            | Action::TakeBack
            | Action::EndTrial(_)
            | Action::StopMeasuring
            | Action::OpenPath(_)
            | Action::PathChosen(..)
            | Action::SavePicture(..)
            | Action::Dismiss(_)
            | Action::Recovery(_)
            | Action::ChangedElsewhere(_)
            | Action::Close { .. }
            | Action::Leave { .. }
            | Action::Prefer(_)
            | Action::UseTemplate(_) => actions.push(action),
        }
    }
}

/// The view a command opens.
pub(super) const fn view_of(command: Command) -> Option<View> {
    match command {
        Command::ShowMap => Some(View::Map),
        Command::ShowTable => Some(View::Table),
        Command::ShowPlan => Some(View::Plan),
        Command::ShowOpportunities => Some(View::Opportunities),
        Command::ShowActions => Some(View::Actions),
        Command::ShowFindings => Some(View::Findings),
        Command::ShowThenNow => Some(View::ThenNow),
        Command::ShowPage => Some(View::Page),
        _ => None,
    }
}

/// The picture a command draws.
pub(super) const fn picture_of(command: Command) -> Option<LayoutKind> {
    match command {
        Command::DrawChart => Some(LayoutKind::Organization),
        Command::DrawAcross => Some(LayoutKind::OrganizationAcross),
        Command::DrawPath => Some(LayoutKind::PathToPower),
        Command::DrawInfluence => Some(LayoutKind::Influence),
        Command::DrawCircle => Some(LayoutKind::Circle),
        Command::DrawPosition => Some(LayoutKind::Position),
        Command::DrawCoverage => Some(LayoutKind::Coverage),
        Command::DrawOverview => Some(LayoutKind::Overview),
        _ => None,
    }
}

/// Draws another picture of the same people; the camera sees all of it.
fn draw(ctx: &ViewContext<'_>, view: &mut ViewState, command: Command) -> bool {
    let Some(kind) = picture_of(command) else { return false };
    let chosen = view.selection.first().copied();
    view.focus = match kind {
        // Whoever is selected stands in the middle; the map must be about somebody.
        LayoutKind::Circle => chosen.or(view.focus).or_else(|| central(ctx)),
        LayoutKind::PathToPower => chosen,
        LayoutKind::Organization
        | LayoutKind::OrganizationAcross
        | LayoutKind::Influence
        | LayoutKind::Position
        | LayoutKind::Coverage
        | LayoutKind::Overview => view.focus,
    };
    view.layout = kind;
    view.camera = None;
    view.popover = None;
    view.view = View::Map;
    view.wants_canvas = true;
    true
}

/// Whom a map is about where nobody is selected: an approver, else whoever stands on top.
fn central(ctx: &ViewContext<'_>) -> Option<SeatId> {
    let approves = |seat: &SeatId| {
        let person = ctx.account.holder(*seat);
        person.is_some_and(|person| person.judgement.role == Some(BuyingRole::Approver))
    };
    let seats: Vec<SeatId> = ctx.account.all::<Seat>().map(|seat| seat.id).collect();
    let top = ctx.account.all::<Seat>().find(|seat| seat.reports_to.is_none()).map(|seat| seat.id);
    seats.into_iter().find(approves).or(top)
}

/// Which side is open, and what of it.
fn turn(view: &mut ViewState, command: Command) -> bool {
    if let Some(side) = view_of(command) {
        view.view = side;
        view.wants_canvas = side == View::Map;
        view.popover = None;
        return true;
    }
    match command {
        Command::ToggleInspector => view.is_inspector_hidden = !view.is_inspector_hidden,
        Command::ToggleRail => view.is_rail_hidden = !view.is_rail_hidden,
        Command::ToggleTray => view.is_tray_hidden = !view.is_tray_hidden,
        Command::ToggleLegend => view.is_legend_hidden = !view.is_legend_hidden,
        _ => return false,
    }
    true
}

/// Shows the brief on whoever is selected.
fn brief(ctx: &ViewContext<'_>, view: &mut ViewState, command: Command) -> bool {
    if command != Command::VisitBrief {
        return false;
    }
    if let Some(person) = view.people(ctx.account).first().copied() {
        view.show_form(PageForm::VisitBrief(person));
        view.edition = Edition::Full;
        view.view = View::Page;
        view.popover = None;
    }
    true
}

/// Where the canvas looks.
fn look(view: &mut ViewState, canvas: Rect, command: Command) -> bool {
    let Some(mut camera) = view.shown else { return false };
    view.camera = match command {
        Command::Fit => None,
        Command::ActualSize => Some(camera.at_actual_size()),
        Command::ZoomIn | Command::ZoomOut => {
            camera.zoom_at(if command == Command::ZoomIn { 1.25 } else { 0.8 }, canvas.center(), canvas);
            Some(camera)
        }
        _ => return false,
    };
    true
}

/// Opens the choice of a judgement at the card selected.
fn judge(ctx: &ViewContext<'_>, view: &mut ViewState, command: Command, canvas: Rect) -> bool {
    let field = match command {
        Command::JudgeRole => JudgementField::Role,
        Command::JudgeAttitude => JudgementField::Attitude,
        Command::JudgeSupport => JudgementField::Support,
        Command::JudgeCoverage => JudgementField::Coverage,
        _ => return false,
    };
    let Some(seat) = view.selection.first().copied() else { return true };
    if view.people(ctx.account).is_empty() {
        return true;
    }
    let rect = ctx.request.card_of(seat).and_then(|card| ctx.layout.cards.get(card));
    let at = view.shown.zip(rect).map(|(camera, rect)| camera.screen_rect(rect, canvas).left_bottom());
    let at = at.unwrap_or(canvas.center());
    let at = pos2(at.x.clamp(canvas.left(), canvas.right() - 40.0), at.y.clamp(canvas.top(), canvas.bottom() - 40.0));
    view.popover = Some(Popover::Judge { field, at });
    bring_into_view(ctx, view, seat, canvas);
    true
}

/// What changes the account.
fn change(ctx: &ViewContext<'_>, view: &mut ViewState, command: Command, actions: &mut Actions) -> bool {
    let first = view.selection.first().copied();
    match command {
        Command::AddTop => add(ctx, view, Place::Top, actions),
        Command::AddReport => add(ctx, view, first.map_or(Place::Top, Place::Below), actions),
        Command::AddColleague => add(ctx, view, first.map_or(Place::Top, beside(ctx)), actions),
        Command::AddAbove => add(ctx, view, first.map_or(Place::Top, Place::Above), actions),
        Command::Rename => {
            if let Some(seat) = first {
                rename(ctx.account, view, seat);
            }
        }
        Command::Delete => delete(ctx, view, actions),
        Command::Unseat => {
            actions.push(Action::Edit(unseat(ctx.account, &view.selection)));
            view.select_many(BTreeSet::new());
        }
        Command::MoveEarlier | Command::MoveLater => {
            if let Some(seat) = first {
                actions.extend(reorder(ctx, seat, command == Command::MoveLater).map(Action::Edit));
            }
        }
        Command::TakeSnapshot => {
            let label = std::mem::take(&mut view.then_now.label);
            let edit = take_snapshot(ctx.account, &mut view.ids, ctx.today, label.trim());
            actions.push(Action::Edit(edit));
            view.view = View::ThenNow;
        }
        Command::Release => actions.extend(release(ctx, view).map(Action::Edit)),
        Command::AddAction => {
            let people = view.people(ctx.account);
            let edit = super::work::new_action(view, ctx.account, people);
            actions.push(Action::Edit(edit));
            view.view = View::Actions;
        }
        Command::AfterVisit => {
            let people = view.people(ctx.account);
            super::visit::open_visit(ctx, view, &people);
        }
        _ => return false,
    }
    true
}

/// The colleague of somebody at the top stands below: a second top is rarely meant.
fn beside(ctx: &ViewContext<'_>) -> impl Fn(SeatId) -> Place {
    let account = ctx.account.clone();
    move |seat| match account.get::<Seat>(seat).and_then(|seat| seat.reports_to) {
        Some(_) => Place::Beside(seat),
        None => Place::Below(seat),
    }
}

fn add(ctx: &ViewContext<'_>, view: &mut ViewState, place: Place, actions: &mut Actions) {
    let added = add_person(ctx.account, &mut view.ids, place);
    match place {
        Place::Below(seat) => {
            view.collapsed.remove(&seat);
        }
        // Beside or above a branch shown alone nobody would be seen.
        Place::Top | Place::Beside(_) | Place::Above(_) => view.branch = None,
    }
    if matches!(view.layout, LayoutKind::Circle | LayoutKind::PathToPower | LayoutKind::Overview) {
        // These pictures leave out or draw too small who is to be named.
        view.layout = LayoutKind::Organization;
        view.camera = None;
    }
    view.view = View::Map;
    view.popover = None;
    view.name_new(added.seat);
    actions.push(Action::Edit(added.edit));
}

fn delete(ctx: &ViewContext<'_>, view: &mut ViewState, actions: &mut Actions) {
    if let Some((from, to)) = view.dotted.take() {
        let dotted = ctx.account.get::<Seat>(from).map(|seat| seat.dotted.clone()).unwrap_or_default();
        let kept = dotted.into_iter().filter(|boss| *boss != to).collect();
        actions.push(Action::Edit(Edit::Seat(RecordEdit::Set(from, SeatChange::Dotted(kept)))));
        return;
    }
    if let Some(link) = view.link.take() {
        actions.push(Action::Edit(Edit::Link(RecordEdit::Remove(link))));
        return;
    }
    let people = view.person.into_iter().collect();
    view.dialog = Some(Dialog::Delete { seats: view.selection.clone(), people });
}

/// One place on among the colleagues, in the order they stand in.
fn reorder(ctx: &ViewContext<'_>, seat: SeatId, is_later: bool) -> Option<Edit> {
    let manager = ctx.account.get::<Seat>(seat)?.reports_to;
    let shown = shown_colleagues(ctx, manager);
    let place = shown.iter().position(|other| *other == seat)?;
    let next = if is_later { place.checked_add(1)? } else { place.checked_sub(1)? };
    let target = *shown.get(next)?;
    Some(move_beside(ctx.account, &[seat].into(), target, is_later, &shown))
}

fn release(ctx: &ViewContext<'_>, view: &ViewState) -> Option<Edit> {
    let is_pinned =
        |seat: &&SeatId| ctx.account.get::<Seat>(**seat).is_some_and(|seat| seat.pins.contains_key(&view.layout));
    let pins: Vec<_> = view.selection.iter().filter(is_pinned).map(|seat| (*seat, None)).collect();
    let layout = view.layout;
    (!pins.is_empty()).then_some(Edit::Structure(StructureEdit::SetPins { layout, pins }))
}

/// Gives a text to the system's clipboard.
pub(super) fn copy_out(ui: &egui::Ui, text: String) {
    ui.ctx().copy_text(text);
}

/// Cut, copy, paste, select all, fold.
fn clipboard(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &egui::Ui,
    command: Command,
    actions: &mut Actions,
) -> bool {
    match command {
        Command::Cut | Command::Copy => {
            let branch = Branch::copied(ctx.account, &view.selection);
            copy_out(ui, branch.to_text());
            let cut = if command == Command::Cut && !ctx.is_read_only {
                tops(ctx.account, &view.selection).into_iter().collect()
            } else {
                BTreeSet::new()
            };
            view.clipboard = Some(Clipboard { branch, cut });
        }
        Command::Paste => {
            if !ctx.is_read_only {
                paste(ctx, view, actions);
            }
        }
        Command::SelectAll => view.select_many(ctx.request.cards.iter().map(|card| card.seat).collect()),
        Command::Collapse => fold(ctx, view),
        Command::FocusBranch => {
            let chosen = view.selection.first().copied().filter(|seat| view.branch != Some(*seat));
            view.branch = if view.branch.is_some() && chosen.is_none() { None } else { chosen };
            // A branch is a part of a chart.
            let is_chart = matches!(view.layout, LayoutKind::Organization | LayoutKind::OrganizationAcross);
            view.layout = if is_chart { view.layout } else { LayoutKind::Organization };
            view.camera = None;
        }
        _ => return false,
    }
    true
}

fn paste(ctx: &ViewContext<'_>, view: &mut ViewState, actions: &mut Actions) {
    let Some(clipboard) = &mut view.clipboard else {
        view.dialog = Some(Dialog::PasteTable { text: String::new() });
        return;
    };
    let manager = view.selection.first().copied();
    if clipboard.cut.is_empty() {
        let (edit, tops) = clipboard.branch.pasted(ctx.account, &mut view.ids, manager);
        actions.push(Action::Edit(edit));
        view.select_many(tops.into_iter().collect());
    } else {
        let moved = std::mem::take(&mut clipboard.cut);
        view.clipboard = None;
        actions.push(Action::Edit(move_under(ctx.account, &moved, manager)));
        view.select_many(moved);
    }
}

fn fold(ctx: &ViewContext<'_>, view: &mut ViewState) {
    for seat in view.selection.clone() {
        let has_reports = ctx.account.all::<Seat>().any(|other| other.reports_to == Some(seat));
        if !view.collapsed.remove(&seat) && has_reports {
            view.collapsed.insert(seat);
        }
    }
}

/// What floats over the workbench.
fn open(ctx: &ViewContext<'_>, view: &mut ViewState, command: Command) -> bool {
    match command {
        Command::Find => {
            view.view = View::Map;
            view.find = Some(Lookup::default());
        }
        Command::FindText => view.search = Some(Lookup::default()),
        Command::Palette => view.palette = Some(Lookup::default()),
        Command::Shortcuts => view.dialog = Some(Dialog::Shortcuts),
        Command::Settings => view.dialog = Some(Dialog::Settings(Box::new(ctx.preferences.clone()))),
        Command::PasteTable => view.dialog = Some(Dialog::PasteTable { text: String::new() }),
        Command::Tour => {
            view.view = View::Map;
            view.tour = Some(0);
        }
        _ => return false,
    }
    true
}
