//! Actions: what is delivered, by whom, until when.

use egui::{Id, RichText, Ui};

use super::{looked_through, opportunity_ui};
use crate::edit::{ActionChange, Edit, RecordEdit};
use crate::model::{Account, Action, ActionId, ActionStatus, PersonId};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id};
use crate::ui::plan::cells::{SHORT, cells_ui, labeled, low_tick};
use crate::ui::plan::list::{add_button, named, next_rank, rows_ui, take_keys, tool_edit};
use crate::ui::style::bold_text;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::{Message, age};

/// The width of the status before the deliverable.
const STATUS: f32 = 124.0;

/// Which actions are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    /// Every one.
    #[default]
    All,
    /// Neither done nor dropped.
    Open,
    /// Of those, the ones past their date.
    Overdue,
}

impl Shown {
    fn includes(self, action: &Action, today: chrono::NaiveDate) -> bool {
        match self {
            Self::All => true,
            Self::Open => is_open(action),
            Self::Overdue => is_overdue(action, today),
        }
    }
}

fn is_open(action: &Action) -> bool {
    !matches!(action.status, ActionStatus::Done | ActionStatus::Dropped)
}

fn is_overdue(action: &Action, today: chrono::NaiveDate) -> bool {
    is_open(action) && action.due.is_some_and(|due| due < today)
}

/// The edit that makes an action for these people, last in the list, whose first field is to take
/// the keys. It belongs to the opportunity looked through.
pub(in crate::ui) fn new_action(view: &mut ViewState, account: &Account, people: Vec<PersonId>) -> Edit {
    let opportunity = looked_through(account, view);
    let rank = next_rank::<Action>(account);
    let action = Action { people, opportunity, rank, ..Action::new(view.ids.fresh()) };
    view.wants_field = Some(field_id("action", action.id, "what"));
    Edit::Action(RecordEdit::Add(Box::new(action)))
}

/// Draws the actions below the line that narrows them down.
pub(super) fn actions_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    ui.label(bold_text(ctx.words.say(Message::NavActions), TextSize::SECTION, ctx));
    ui.add_space(4.0);
    let all = ctx.account.ranked::<Action>();
    let shown = filter_ui(ctx, view, ui, &all);
    let listed: Vec<&Action> = all.iter().copied().filter(|action| shown.includes(action, ctx.today)).collect();
    if listed.is_empty() {
        let message = if all.is_empty() { Message::PageEmptyActions } else { Message::WorkNothingShown };
        Form::new(ctx, ui, actions).note(ctx.words.say(message));
    }
    let name = |action: &Action| named(ctx, &action.what, "action");
    let asked = rows_ui(ctx, ui, &listed, name, |ui, action| action_ui(ctx, view, ui, actions, action));
    let ids = |list: &[&Action]| -> Vec<ActionId> { list.iter().map(|action| action.id).collect() };
    let change = asked.and_then(|(at, tool)| tool_edit::<Action>(&ids(&all), &ids(&listed), at, tool));
    actions.extend(change.map(|change| crate::ui::Action::Edit(Edit::Action(change))));
    if add_button(ctx, ui, Message::WorkAddAction) {
        actions.push(crate::ui::Action::Edit(new_action(view, ctx.account, Vec::new())));
    }
}

/// All, open or overdue, with the count of both; gives what is chosen.
fn filter_ui(ctx: &ViewContext<'_>, view: &ViewState, ui: &mut Ui, all: &[&Action]) -> Shown {
    let key = Id::unique("actions-shown");
    let mut shown: Shown = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    // An action just made is not to be hidden before it has a name.
    if let Some(wanted) = view.wants_field
        && all
            .iter()
            .any(|action| field_id("action", action.id, "what") == wanted && !shown.includes(action, ctx.today))
    {
        shown = Shown::All;
    }
    let open = all.iter().filter(|action| is_open(action)).count().to_string();
    let overdue = all.iter().filter(|action| is_overdue(action, ctx.today)).count().to_string();
    let color = if overdue == "0" { ctx.palette.ink_soft() } else { ctx.palette.warning() };
    ui.horizontal_wrapped(|ui| {
        for (value, message) in
            [(Shown::All, Message::WorkAll), (Shown::Open, Message::WorkOpen), (Shown::Overdue, Message::WorkOverdue)]
        {
            ui.selectable_value(&mut shown, value, ctx.words.say(message));
        }
        let count = ctx.words.text(&Message::WorkCount { open, overdue });
        ui.label(RichText::new(count).size(TextSize::SECOND).color(color));
    });
    ui.add_space(8.0);
    ui.data_mut(|data| data.insert_temp(key, shown));
    shown
}

fn action_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, action: &Action) {
    let set = |change| Edit::Action(RecordEdit::Set(action.id, change));
    let id = |field| field_id("action", action.id, field);
    // Where both do not fit side by side, the deliverable stands below its status.
    let is_narrow = ui.available_width() < 3.0 * STATUS;
    let way = if is_narrow {
        egui::Layout::top_down(egui::Align::LEFT)
    } else {
        egui::Layout::left_to_right(egui::Align::TOP)
    };
    ui.with_layout(way, |ui| {
        ui.vertical(|ui| {
            ui.set_width(STATUS);
            let mut form = Form::new(ctx, ui, actions);
            let word = form.word("status");
            form.must_choose(id("status"), &word, action.status, |status| set(ActionChange::Status(status)));
        });
        let mut form = Form::new(ctx, ui, actions);
        let (word, hint) = (form.word("what"), ctx.words.say(Message::WorkHintWhat));
        let what = form.bare_text(id("what"), &word, &action.what, &hint, |text| set(ActionChange::What(text)));
        take_keys(view, id("what"), &what);
    });
    cells_ui(
        &mut Form::new(ctx, ui, actions),
        view,
        SHORT,
        &[
            &|form, _| {
                let word = labeled(form, "owner");
                form.member(id("owner"), &word, action.owner, |owner| set(ActionChange::Owner(owner)));
            },
            &|form, _| due_ui(form, action),
            &|form, view| {
                let word = form.word("people");
                form.people(view, id("people"), &word, &action.people, |people| set(ActionChange::People(people)));
            },
            &|form, _| {
                let edit = |opportunity| set(ActionChange::Opportunity(opportunity));
                opportunity_ui(form, id("opportunity"), action.opportunity, edit);
            },
            &|form, _| low_tick(form, "shared", action.shared, |is_shared| set(ActionChange::Shared(is_shared))),
        ],
    );
    ui.separator();
}

/// The date, and how long it has passed while the action is still open.
fn due_ui(form: &mut Form<'_>, action: &Action) {
    let ctx = form.ctx;
    let word = form.word("due");
    form.date(field_id("action", action.id, "due"), &word, action.due, |due| {
        Edit::Action(RecordEdit::Set(action.id, ActionChange::Due(due)))
    });
    if let Some(due) = action.due.filter(|_| is_overdue(action, ctx.today)) {
        let late = ctx.words.text(&Message::WorkOverdueFor { age: age(ctx.words, due, ctx.today) });
        form.ui.label(RichText::new(late).size(TextSize::SECOND).color(ctx.palette.warning()));
    }
}
