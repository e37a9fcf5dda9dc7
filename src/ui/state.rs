//! What the views remember; never part of the account and never undone.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{
    Camera, Choosing, Clipboard, Dialog, Drag, Filter, Hint, Lens, Naming, PipelineView, PlanPage, Popover, ThenNow,
    VisitDraft, WorkState,
};
use crate::model::{Ids, LayoutKind, LinkId, OpportunityId, PersonId, SeatId};
use crate::page::{Edition, PageForm, Paper};
use crate::words::Language;

/// Which side of the workbench is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// The map.
    #[default]
    Map,
    /// Everybody as a table.
    Table,
    /// The plan's head, goals, SWOT, risks, rivals, team.
    Plan,
    /// The opportunities.
    Opportunities,
    /// Actions and activities.
    Actions,
    /// What the map says.
    Findings,
    /// Two dated snapshots compared.
    ThenNow,
    /// The printed page.
    Page,
}

/// Which kinds of line are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LinesShown {
    /// Dotted reporting lines.
    pub dotted: bool,
    /// Influence.
    pub influence: bool,
    /// Conflict.
    pub conflict: bool,
    /// Personal ties.
    pub tie: bool,
}

impl Default for LinesShown {
    fn default() -> Self {
        Self { dotted: true, influence: true, conflict: true, tie: true }
    }
}

/// A list narrowed down by typing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lookup {
    /// What was typed.
    pub text: String,
    /// The line chosen.
    pub row: usize,
}

/// By what the table of people is sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableState {
    /// The column, by its place.
    pub column: usize,
    /// Whether from the last to the first.
    pub is_down: bool,
    /// What a row must contain.
    pub text: String,
    /// The columns shown, by their places, where the user has chosen.
    pub columns: Option<BTreeSet<usize>>,
}

/// What the views remember.
#[derive(Clone, Debug)]
pub struct ViewState {
    /// Which side is open.
    pub view: View,
    /// Where the user made the canvas look; `None` fits the map, whatever the window's size.
    pub camera: Option<Camera>,
    /// Where the canvas looked in the last frame.
    pub shown: Option<Camera>,
    /// The cards selected.
    pub selection: BTreeSet<SeatId>,
    /// Somebody selected who has no card.
    pub person: Option<PersonId>,
    /// The link selected.
    pub link: Option<LinkId>,
    /// The dotted line selected: who reports, and to whom.
    pub dotted: Option<(SeatId, SeatId)>,
    /// The people of a way to be shown on the map, from the one who introduces us on.
    pub route: Option<Vec<PersonId>>,
    /// Branches folded in.
    pub collapsed: BTreeSet<SeatId>,
    /// A name being typed on a card.
    pub naming: Option<Naming>,
    /// Something being dragged.
    pub drag: Option<Drag>,
    /// Whether what is dragged has been well inside the canvas: only then the map comes to meet it.
    pub is_drag_inside: bool,
    /// A choice that floats.
    pub popover: Option<Popover>,
    /// The questions that help to judge, while they are asked.
    pub choosing: Option<Choosing>,
    /// A sentence that floats.
    pub hint: Option<Hint>,
    /// What was cut or copied.
    pub clipboard: Option<Clipboard>,
    /// Which picture is drawn.
    pub layout: LayoutKind,
    /// Whom the picture is about: the centre of the circle, the goal of the path.
    pub focus: Option<SeatId>,
    /// The branch that is shown alone in the charts.
    pub branch: Option<SeatId>,
    /// What the colours say.
    pub lens: Lens,
    /// Which lines are drawn.
    pub lines: LinesShown,
    /// Whom to leave at full strength.
    pub filter: Filter,
    /// The opportunity looked through.
    pub opportunity: Option<OpportunityId>,
    /// How the work is looked at.
    pub work: WorkState,
    /// The page of the plan that is open.
    pub plan_page: PlanPage,
    /// How the funnel is looked at.
    pub pipeline: PipelineView,
    /// Which document is printed.
    pub form: PageForm,
    /// The page of it that is looked at, from 0.
    pub page_number: usize,
    /// For whom the page is.
    pub edition: Edition,
    /// On which paper.
    pub paper: Paper,
    /// In which language, where not the window's.
    pub page_language: Option<Language>,
    /// A changed template's folder.
    pub template: Option<PathBuf>,
    /// A question that is open.
    pub dialog: Option<Dialog>,
    /// The palette, while it is open.
    pub palette: Option<Lookup>,
    /// The search for a person, while it is open.
    pub find: Option<Lookup>,
    /// The search in all texts, while it is open.
    pub search: Option<Lookup>,
    /// The step of the tour, while it runs.
    pub tour: Option<usize>,
    /// A visit being told of.
    pub visit: Option<VisitDraft>,
    /// The table of people.
    pub table: TableState,
    /// What is compared with what.
    pub then_now: ThenNow,
    /// What is searched for in the tray.
    pub tray_text: String,
    /// Whether the tray is hidden; it is also where nobody waits.
    pub is_tray_hidden: bool,
    /// Whether the legend is folded away.
    pub is_legend_hidden: bool,
    /// Whether the rail is hidden.
    pub is_rail_hidden: bool,
    /// Whether the inspector is hidden.
    pub is_inspector_hidden: bool,
    /// Whether whoever is selected is to be seen, in another picture where need be.
    pub wants_shown: bool,
    /// Whether the name in the inspector is to take the keys.
    pub wants_inspector: bool,
    /// Whether the canvas is to take the keys.
    pub wants_canvas: bool,
    /// Whether the field that has the keys is the empty map's, with nothing in it.
    pub has_idle_field: bool,
    /// A new record whose first field is to take the keys.
    pub wants_field: Option<egui::Id>,
    /// Ids for what views make.
    pub ids: Ids,
}

impl ViewState {
    /// The views of an account just opened.
    pub fn new(ids: Ids) -> Self {
        Self {
            view: View::Map,
            camera: None,
            shown: None,
            selection: BTreeSet::new(),
            person: None,
            link: None,
            dotted: None,
            route: None,
            collapsed: BTreeSet::new(),
            naming: None,
            drag: None,
            is_drag_inside: false,
            popover: None,
            choosing: None,
            hint: None,
            clipboard: None,
            layout: LayoutKind::Organization,
            focus: None,
            branch: None,
            lens: Lens::Support,
            lines: LinesShown::default(),
            filter: Filter::default(),
            opportunity: None,
            work: WorkState::default(),
            plan_page: PlanPage::default(),
            pipeline: PipelineView::default(),
            form: PageForm::OnePage,
            page_number: 0,
            edition: Edition::Full,
            paper: Paper::A4,
            page_language: None,
            template: None,
            dialog: None,
            palette: None,
            find: None,
            search: None,
            tour: None,
            visit: None,
            table: TableState::default(),
            then_now: ThenNow::default(),
            tray_text: String::new(),
            is_tray_hidden: false,
            is_legend_hidden: false,
            is_rail_hidden: false,
            is_inspector_hidden: false,
            wants_shown: false,
            wants_inspector: false,
            wants_canvas: true,
            has_idle_field: false,
            wants_field: None,
            ids,
        }
    }

    /// Whether something on screen shows how people are joined, in numbers.
    pub fn wants_measures(&self) -> bool {
        let is_lens = matches!(self.lens, Lens::Measure(_)) && matches!(self.view, View::Map | View::Table);
        is_lens || (self.view == View::Table && self.table.has_measures())
    }

    /// Whether something floats over the workbench and has the keys.
    pub fn is_asked(&self) -> bool {
        let is_choosing = self.popover.is_some() || self.choosing.is_some();
        let is_looking = self.palette.is_some() || self.find.is_some() || self.search.is_some();
        self.dialog.is_some() || is_looking || is_choosing
    }

    /// Goes to a page of the plan.
    pub fn show_plan(&mut self, page: PlanPage) {
        self.plan_page = page;
        self.view = View::Plan;
    }

    /// Looks at another document, from its first page on.
    pub fn show_form(&mut self, form: PageForm) {
        self.form = form;
        self.page_number = 0;
    }

    /// Selects one card.
    pub fn select(&mut self, seat: SeatId) {
        self.select_many([seat].into());
    }

    /// Selects these cards and nothing else.
    pub fn select_many(&mut self, seats: BTreeSet<SeatId>) {
        self.selection = seats;
        self.person = None;
        self.link = None;
        self.dotted = None;
    }

    /// Selects a new card and lets its name be typed.
    pub fn name_new(&mut self, seat: SeatId) {
        let before = self.selection.first().copied();
        self.select(seat);
        self.naming = Some(Naming { seat, text: String::new(), is_new: true, before, begun: None, is_changed: false });
    }

    /// Selects a link and nothing else.
    pub fn select_link(&mut self, link: LinkId) {
        self.select_many(BTreeSet::new());
        self.link = Some(link);
    }

    /// Selects a person: by the card where there is one.
    pub fn select_person(&mut self, account: &crate::model::Account, person: PersonId) {
        match account.seat_of_person().get(&person) {
            Some(seat) => self.select(*seat),
            None => {
                self.select_many(BTreeSet::new());
                self.person = Some(person);
            }
        }
    }

    /// Goes to a person on the map.
    pub fn show_person(&mut self, account: &crate::model::Account, person: PersonId) {
        self.select_person(account, person);
        self.wants_shown = true;
        self.view = View::Map;
        self.wants_canvas = true;
    }

    /// The people selected.
    pub fn people(&self, account: &crate::model::Account) -> Vec<PersonId> {
        let seated = crate::edit::holders(account, &self.selection);
        seated.into_iter().chain(self.person).collect()
    }
}
