//! Actions as a list by when they are due: a line each, the one that is open with its whole form.
//!
//! Only lines in sight are laid out; the others take their room.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use egui::collapsing_header::paint_default_icon;
use egui::{Button, Rect, RichText, Sense, Ui, pos2, vec2};

use super::{WorkState, form, in_sight, new_action, row};
use crate::insight::{DueGroup, due_group};
use crate::method::WorkTopic;
use crate::model::{Action, ActionId};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::plan::list::add_button;
use crate::ui::plan::why::why_ui;
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// How far beyond what is in sight lines are laid out, so that Tab finds the next.
const AHEAD: f32 = 120.0;

/// Draws the actions, group by group.
pub(super) fn list_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    head_ui(ctx, view, ui, actions);
    if ctx.account.actions.is_empty() {
        Form::new(ctx, ui, actions).note(ctx.words.say(Message::PageEmptyActions));
    }
    settle_open(ctx, view);
    let groups = grouped(ctx, view.work.open);
    for group in DueGroup::ALL {
        let listed = groups.get(&group).map_or(&[][..], Vec::as_slice);
        if listed.is_empty() {
            // Whoever was led to it finds nothing to be seen.
            view.work.wants = view.work.wants.filter(|wanted| *wanted != WorkState::group_id(group));
            continue;
        }
        if group_ui(ctx, view, ui, (group, listed.len())) {
            ui.push_id(group as usize, |ui| rows_ui(ctx, view, ui, actions, listed));
        }
        ui.add_space(8.0);
    }
}

/// The button that adds, and how many actions there are.
fn head_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ui.horizontal_wrapped(|ui| {
        if add_button(ctx, ui, Message::WorkAddAction) {
            actions.push(crate::ui::Action::Edit(new_action(view, ctx.account, Vec::new())));
        }
        let word = ctx.words.say(Message::ColumnAction);
        why_ui(ctx, ui, &word, ctx.activity.why(WorkTopic::Deliverable));
        let figures = &ctx.insights.figures;
        let (open, overdue) = (figures.actions_open.to_string(), figures.actions_overdue.to_string());
        let count = ctx.words.text(&Message::WorkCount { open, overdue });
        ui.label(RichText::new(count).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
    });
    ui.add_space(8.0);
}

/// Finds the group of an action that was opened from elsewhere, and forgets one that is gone.
fn settle_open(ctx: &ViewContext<'_>, view: &mut ViewState) {
    match view.work.open {
        Some((id, None)) => match ctx.account.get::<Action>(id) {
            Some(action) => view.work.open_action(action, ctx.today),
            None => view.work.open = None,
        },
        // A group that is folded again closes the form within.
        Some((_, Some(group))) if view.work.folded.contains(&group) => view.work.open = None,
        Some((_, Some(_))) | None => {}
    }
}

/// The actions by group, the first due first, those of one day in the order by hand; of what is finished the latest.
fn grouped<'a>(
    ctx: &ViewContext<'a>,
    open: Option<(ActionId, Option<DueGroup>)>,
) -> BTreeMap<DueGroup, Vec<&'a Action>> {
    let mut groups: BTreeMap<DueGroup, Vec<&'a Action>> = BTreeMap::new();
    for action in ctx.account.ranked::<Action>() {
        let held = open.filter(|(id, _)| *id == action.id).and_then(|(_, group)| group);
        groups.entry(held.unwrap_or_else(|| due_group(action, ctx.today))).or_default().push(action);
    }
    for (group, listed) in &mut groups {
        match group {
            DueGroup::Finished => listed.sort_by_key(|action| Reverse(action.due)),
            DueGroup::Overdue | DueGroup::ThisWeek | DueGroup::Later => listed.sort_by_key(|action| action.due),
            DueGroup::Undated => {}
        }
    }
    groups
}

/// A group's name with its count, which folds it; gives whether it is unfolded.
fn group_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (group, count): (DueGroup, usize)) -> bool {
    let message = match group {
        DueGroup::Overdue => Message::WorkOverdue,
        DueGroup::ThisWeek => Message::WorkThisWeek,
        DueGroup::Later => Message::WorkLater,
        DueGroup::Undated => Message::WorkUndated,
        DueGroup::Finished => Message::WorkFinished,
    };
    let mut is_open = !view.work.folded.contains(&group);
    let name = Message::WorkGroup { group: ctx.words.text(&message), count: count.to_string() };
    let text = bold_text(ctx.words.text(&name), TextSize::BODY, ctx);
    let is_late = group == DueGroup::Overdue && count > 0;
    let text = if is_late { text.color(ctx.palette.warning()) } else { text };
    let head = ui.horizontal(|ui| {
        let (icon, _) = ui.allocate_exact_size(vec2(14.0, 20.0), Sense::hover());
        let head = ui.add(Button::new(text).frame(false));
        let openness = if is_open { 1.0 } else { 0.0 };
        paint_default_icon(
            ui,
            openness,
            &head.clone().with_new_rect(Rect::from_center_size(icon.center(), vec2(9.0, 9.0))),
        );
        head
    });
    let head = head.inner;
    if view.work.wants == Some(WorkState::group_id(group)) {
        head.request_focus();
        ui.scroll_to_rect(head.rect, Some(egui::Align::TOP));
        view.work.wants = None;
    }
    if head.clicked() {
        if is_open {
            view.work.folded.insert(group);
        } else {
            view.work.folded.remove(&group);
        }
        is_open = !is_open;
    }
    is_open
}

fn rows_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, listed: &[&Action]) {
    for action in listed {
        let is_open = view.work.open.is_some_and(|(id, _)| id == action.id);
        let wanted = WorkState::row_id(action.id);
        let size = vec2(ui.available_width(), row::HEIGHT);
        let room = Rect::from_min_size(pos2(ui.min_rect().left(), ui.cursor().top()), size);
        let has_keys = ui.memory(|memory| memory.has_focus(field_id("action", action.id, "what")));
        let is_in_sight = in_sight(ui, room.expand2(vec2(0.0, AHEAD)));
        let is_wanted = view.work.wants == Some(wanted);
        if !(is_open || has_keys || is_in_sight || is_wanted) {
            ui.allocate_space(size);
            continue;
        }
        if is_wanted {
            ui.scroll_to_rect(room, Some(egui::Align::Center));
            view.work.wants = None;
        }
        ui.push_id(action.id.to_string(), |ui| {
            row::row_ui(ctx, view, ui, actions, (action, is_open));
            if is_open {
                form::form_ui(ctx, view, ui, actions, (action, listed));
            }
        });
    }
}

/// The sign at the end of a line that opens and closes its form.
pub(super) fn details_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, action: &Action, name: &str) {
    let is_open = view.work.open.is_some_and(|(id, _)| id == action.id);
    let sign = ui.add(Button::selectable(is_open, "…").small());
    let words = ctx.words.text(&Message::BuyingDetails { name: name.to_owned() });
    name_widget(&sign, &words);
    if sign.on_hover_text(words).clicked() {
        view.work.open = None;
        if !is_open {
            view.work.open_action(action, ctx.today);
        }
    }
}

/// The color of what is over, of what is late, of the rest.
pub(super) fn due_color(ctx: &ViewContext<'_>, action: &Action) -> egui::Color32 {
    match due_group(action, ctx.today) {
        DueGroup::Overdue => ctx.palette.danger(),
        DueGroup::Finished => ctx.palette.ink_faint(),
        DueGroup::ThisWeek | DueGroup::Later | DueGroup::Undated => ctx.palette.ink_soft(),
    }
}
