//! What the plan lacks, as links that lead to where it is said.

use egui::{Id, RichText, Role, Ui, WidgetInfo};

use super::PlanPage;
use crate::insight::{Lack, PlanTarget};
use crate::model::{Account, Coded, PlanSection};
use crate::theme::TextSize;
use crate::ui::fields::field_id;
use crate::ui::{View, ViewContext, ViewState};
use crate::words::Message;

/// Goes to where something of the plan is seen; the first field of a record takes the keys.
pub(in crate::ui) fn go_to(view: &mut ViewState, target: PlanTarget) {
    let section = |view: &mut ViewState, section, field| {
        view.show_plan(PlanPage::Section(section));
        view.wants_field = field;
    };
    match target {
        PlanTarget::Client => view.show_plan(PlanPage::Client),
        PlanTarget::Section(page) => section(view, page, None),
        PlanTarget::Reviews => view.show_plan(PlanPage::Reviews),
        PlanTarget::Map => view.view = View::Map,
        PlanTarget::Work => view.view = View::Actions,
        PlanTarget::ThenNow => view.view = View::ThenNow,
        PlanTarget::Goal(id) => section(view, PlanSection::Objectives, Some(field_id("goal", id, "text"))),
        PlanTarget::Risk(id) => section(view, PlanSection::Risks, Some(field_id("risk", id, "text"))),
        PlanTarget::Competitor(id) => section(view, PlanSection::Risks, Some(field_id("competitor", id, "name"))),
        PlanTarget::Member(id) => section(view, PlanSection::Team, Some(field_id("member", id, "name"))),
        PlanTarget::Action(id) => {
            view.view = View::Actions;
            view.wants_field = Some(field_id("action", id, "what"));
        }
        PlanTarget::Opportunity(id) => {
            view.view = View::Opportunities;
            view.opportunity = Some(id);
        }
    }
    view.wants_canvas = view.view == View::Map;
}

/// Goes to where something that is lacking is said; its field takes the keys where it has one of its own.
pub(super) fn go_to_lack(view: &mut ViewState, account: &Account, lack: &Lack) {
    go_to(view, lack.target());
    if let Some(field) = field_of(account, lack) {
        view.wants_field = Some(field);
    }
}

/// The field in which a text is lacking.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other lacks are of a record, or of a whole list")]
fn field_of(account: &Account, lack: &Lack) -> Option<Id> {
    let plan = |field| Some(field_id("plan", account.id, field));
    let head = |field| Some(field_id("profile", account.id, field));
    match lack {
        Lack::Summary => plan("summary"),
        Lack::TrendRisks => plan("trend_risks"),
        Lack::Inexperience => plan("inexperience"),
        Lack::ProgressMeasures => plan("progress_measures"),
        Lack::Strategy => head("strategy"),
        Lack::Period => head("period"),
        Lack::OutlineYear(year) => Some(year_field(account, *year)),
        Lack::Item(item) => Some(field_id("supporting", account.id, item.code())),
        _ => None,
    }
}

/// The field of one year of the outline.
pub(super) fn year_field(account: &Account, year: u16) -> Id {
    field_id("plan", account.id, "outline").with(year)
}

/// A small link called as it reads; gives whether it was clicked.
pub(super) fn link_ui(ui: &mut Ui, text: String) -> bool {
    ui.link(RichText::new(text).size(TextSize::SECOND)).clicked()
}

/// What a section lacks, as links: at most so many of them, then one that leads to the section.
pub(super) fn lacks_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    (section, most): (PlanSection, usize),
) {
    let lacks = ctx.insights.plan.lacks(section);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for (at, lack) in lacks.iter().take(most).enumerate() {
            let text = ctx.words.lack(lack, ctx.account);
            if ui.push_id(at, |ui| link_ui(ui, text)).inner {
                go_to_lack(view, ctx.account, lack);
            }
        }
        if let Some(more) = lacks.len().checked_sub(most).filter(|more| *more > 0)
            && link_ui(ui, ctx.words.text(&Message::PlanningMore { count: more.to_string() }))
        {
            go_to(view, PlanTarget::Section(section));
        }
    });
}

/// A small mark: ticked where a section lacks nothing, else how much it lacks.
pub(super) fn mark_ui(ctx: &ViewContext<'_>, ui: &mut Ui, section: PlanSection) {
    let count = ctx.insights.plan.lacks(section).len();
    let name = ctx.words.value(section).to_owned();
    let (sign, color, said) = match count {
        0 => ("✓".to_owned(), ctx.palette.success(), Message::PlanningWholeOf { section: name }),
        count => {
            let said = Message::PlanningMissingOf { section: name, count: count.to_string() };
            (count.to_string(), ctx.palette.ink_faint(), said)
        }
    };
    let said = ctx.words.text(&said);
    sign_ui(ui, RichText::new(sign).size(TextSize::CAPTION).color(color), said);
}

/// A sign that says what it means under the pointer and to a screen reader.
pub(super) fn sign_ui(ui: &mut Ui, sign: RichText, said: String) {
    let sign = ui.label(sign);
    sign.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    sign.on_hover_text(said);
}

/// A quiet line.
pub(super) fn quiet_ui(ctx: &ViewContext<'_>, ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
}

/// A small mark: how much of what comes back in a rhythm is overdue; nothing where nothing is.
pub(super) fn late_ui(ctx: &ViewContext<'_>, ui: &mut Ui) {
    let count = ctx.insights.plan.dues.iter().filter(|due| due.is_overdue).count();
    if count > 0 {
        let sign = RichText::new(count.to_string()).size(TextSize::CAPTION).color(ctx.palette.warning());
        sign_ui(ui, sign, ctx.words.text(&Message::PlanningOverdue { count: count.to_string() }));
    }
}
