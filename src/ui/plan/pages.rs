//! The pages of the plan: the client, the eight sections, the reviews; one is open at a time.

use egui::{Button, RichText, ScrollArea, Ui, vec2};

use super::{
    WIDEST, action_plan, appendix, budget, choices, client, forecast, goals, growth, head, lacks, needs, objectives,
    reviews, risks, rivals, section_head, strategy, summary, swot, team, trends, value, workload,
};
use crate::edit::{ClientChange, Edit};
use crate::model::{Coded, PlanSection};
use crate::theme::TextSize;
use crate::ui::{Actions, ViewContext, ViewState};
use crate::words::Message;

/// The width of the list of pages.
const LIST: f32 = 204.0;
/// The width of the marks beside it.
const MARK: f32 = 32.0;
/// The most width of the page with the forecast's table.
const TABLE: f32 = 1000.0;
/// Below this width the pages stand in rows above the form.
const NARROW: f32 = 720.0;

/// A page of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlanPage {
    /// Who the client is, what it needs, how it buys, and our own side.
    Client,
    /// One of the eight sections.
    Section(PlanSection),
    /// Principles, planning cycle, reviews.
    Reviews,
}

impl Default for PlanPage {
    fn default() -> Self {
        Self::Section(PlanSection::Summary)
    }
}

impl PlanPage {
    /// The page of our own team.
    pub(in crate::ui) const TEAM: Self = Self::Section(PlanSection::Team);

    /// Every page, in the order in which a plan is made.
    pub fn all() -> impl Iterator<Item = Self> {
        let sections = PlanSection::ALL.iter().copied().map(Self::Section);
        [Self::Client].into_iter().chain(sections).chain([Self::Reviews])
    }

    /// The page on which an edit shows; `None` where it shows elsewhere.
    pub(in crate::ui) fn of(edit: &Edit) -> Option<Self> {
        let section = |section| Some(Self::Section(section));
        match edit {
            Edit::Client(ClientChange::Supporting(_)) => section(PlanSection::Appendix),
            Edit::Client(_) | Edit::Score(_) => Some(Self::Client),
            Edit::Profile(change) => Some(head::section_of(change).map_or(Self::Client, Self::Section)),
            Edit::Plan(change) => Some(Self::of_plan(change)),
            Edit::Value(_) => section(PlanSection::Choices),
            Edit::Swot(_) | Edit::Risk(_) | Edit::Competitor(_) => section(PlanSection::Risks),
            Edit::Goal(_) | Edit::Lever(_) => section(PlanSection::Objectives),
            Edit::Member(_) | Edit::TeamRelation(_) | Edit::Need(_) | Edit::Budget(_) | Edit::Workload(_) => {
                section(PlanSection::Team)
            }
            Edit::Forecast(_) => section(PlanSection::Forecast),
            Edit::Seat(_)
            | Edit::Person(_)
            | Edit::Link(_)
            | Edit::Opportunity(_)
            | Edit::Action(_)
            | Edit::Activity(_)
            | Edit::Review(_)
            | Edit::Snapshot(_)
            | Edit::Mute(_)
            | Edit::FunnelWeek(_)
            | Edit::Structure(_)
            | Edit::Batch(_)
            | Edit::Gesture(..) => None,
        }
    }

    fn of_plan(change: &crate::edit::PlanChange) -> Self {
        use crate::edit::PlanChange as Change;
        match change {
            Change::Summary(_) => Self::Section(PlanSection::Summary),
            Change::TrendRisks(_) | Change::Inexperience(_) => Self::Section(PlanSection::Risks),
            Change::Contribution(_)
            | Change::ManagementCost(_)
            | Change::ShareWanted(_)
            | Change::Mix(_)
            | Change::Operating(_)
            | Change::LargeAmount(_)
            | Change::LikelyFrom(_)
            | Change::IsMixedSwapped(_) => Self::Section(PlanSection::Objectives),
            Change::Outline(_) | Change::ProgressMeasures(_) => Self::Section(PlanSection::Actions),
            Change::TeamNote(_) | Change::MonthHours(_) | Change::VisitShare(_) => Self::Section(PlanSection::Team),
            Change::ForecastFrom(_) | Change::ForecastNote(_) => Self::Section(PlanSection::Forecast),
            Change::Principles(_) | Change::CycleStart(_) | Change::CycleWeeks(_) | Change::CycleDone(_) => {
                Self::Reviews
            }
        }
    }
}

/// Draws the list of pages and the one that is open.
pub(in crate::ui) fn plan_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    if ui.available_width() < NARROW {
        ui.horizontal_wrapped(|ui| list_ui(ctx, view, ui));
        ui.separator();
        page_ui(ctx, view, ui, actions);
        return;
    }
    ui.horizontal_top(|ui| {
        let height = ui.available_height();
        ui.allocate_ui(vec2(LIST, height), |ui| {
            ScrollArea::vertical().id_salt("plan-pages").auto_shrink(false).max_width(LIST).show(ui, |ui| {
                ui.vertical(|ui| list_ui(ctx, view, ui));
            });
        });
        ui.add_space(16.0);
        ui.vertical(|ui| page_ui(ctx, view, ui, actions));
    });
}

/// The pages below each other with their marks in a column of their own; in rows where the window is narrow.
fn list_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let is_column = !ui.layout().is_horizontal();
    for page in PlanPage::all() {
        if !is_column {
            ui.spacing_mut().item_spacing.x = 2.0;
            entry_ui(ctx, view, ui, (page, 0.0));
            page_mark_ui(ctx, ui, page);
            continue;
        }
        ui.horizontal(|ui| {
            // The whole line takes the click, not its words alone.
            entry_ui(ctx, view, ui, (page, LIST - MARK));
            page_mark_ui(ctx, ui, page);
        });
    }
}

fn entry_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, (page, width): (PlanPage, f32)) {
    let text = RichText::new(name_of(ctx, page)).size(TextSize::SECOND);
    let line = Button::selectable(view.plan_page == page, text).min_size(vec2(width, 0.0));
    // What stands at the right, even nothing, keeps the name at the left.
    if ui.add(line.right_text("")).clicked() {
        view.plan_page = page;
    }
}

/// A small mark that says what a page lacks, or what is overdue.
fn page_mark_ui(ctx: &ViewContext<'_>, ui: &mut Ui, page: PlanPage) {
    match page {
        PlanPage::Client => {}
        PlanPage::Section(section) => lacks::mark_ui(ctx, ui, section),
        PlanPage::Reviews => lacks::late_ui(ctx, ui),
    }
}

/// What a page is called; the sections carry their number.
fn name_of(ctx: &ViewContext<'_>, page: PlanPage) -> String {
    match page {
        PlanPage::Client => ctx.words.text(&Message::PlanPageClient),
        PlanPage::Section(section) => format!("{} {}", section as usize + 1, ctx.words.value(section)),
        PlanPage::Reviews => ctx.words.text(&Message::PlanPageReviews),
    }
}

fn page_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let page = view.plan_page;
    ScrollArea::vertical().id_salt(("plan", page)).auto_shrink(false).show(ui, |ui| {
        // A table of years is wider than text.
        let widest = if page == PlanPage::Section(PlanSection::Forecast) { TABLE } else { WIDEST };
        ui.set_max_width(ui.available_width().min(widest));
        match page {
            PlanPage::Client => {
                head::client_ui(ctx, view, ui, actions);
                client::sheet_ui(ctx, view, ui, actions);
            }
            PlanPage::Section(section) => section_ui(ctx, view, ui, actions, section),
            PlanPage::Reviews => reviews::reviews_ui(ctx, view, ui, actions),
        }
        ui.add_space(24.0);
    });
}

fn section_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, section: PlanSection) {
    section_head::section_head_ui(ctx, ui, section);
    match section {
        PlanSection::Summary => {
            head::plan_ui(ctx, view, ui, actions);
            summary::summary_ui(ctx, view, ui, actions);
        }
        PlanSection::Choices => {
            choices::choices_ui(ctx, view, ui, actions);
            strategy::strategy_ui(ctx, view, ui, actions);
            value::value_ui(ctx, view, ui, actions);
        }
        PlanSection::Risks => {
            swot::swot_ui(ctx, view, ui, actions);
            risks::risks_ui(ctx, view, ui, actions);
            trends::trends_ui(ctx, view, ui, actions);
            rivals::rivals_ui(ctx, view, ui, actions);
        }
        PlanSection::Objectives => {
            goals::goals_ui(ctx, view, ui, actions);
            objectives::objectives_ui(ctx, view, ui, actions);
            growth::growth_ui(ctx, view, ui, actions);
        }
        PlanSection::Actions => action_plan::action_plan_ui(ctx, view, ui, actions),
        PlanSection::Team => {
            team::team_ui(ctx, view, ui, actions);
            needs::needs_ui(ctx, view, ui, actions);
            budget::budget_ui(ctx, view, ui, actions);
            workload::workload_ui(ctx, view, ui, actions);
        }
        PlanSection::Forecast => forecast::forecast_ui(ctx, view, ui, actions),
        PlanSection::Appendix => appendix::appendix_ui(ctx, view, ui, actions),
    }
}
