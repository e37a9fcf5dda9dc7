//! The cells of the table that hold a value of a scale: shown flat, chosen from a list that drops down.

use egui::{
    Align2, Color32, CornerRadius, Id, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::columns::{Column, Row};
use crate::edit::{Edit, OpportunityJudgementChange, PersonChange, RecordEdit, StructureEdit};
use crate::model::{Coded, Judged, OpportunityId, OpportunityJudgement, Person, Seat};
use crate::theme::{TextSize, Weight};
use crate::ui::ViewContext;
use crate::ui::fields::field_id;
use crate::ui::style::regular;
use crate::words::Message;

/// What the cells of a row share.
pub(super) struct Cells<'a> {
    pub(super) ctx: &'a ViewContext<'a>,
    pub(super) person: &'a Person,
    pub(super) seat: Option<&'a Seat>,
    /// The opportunity looked through, and what it judges of the person.
    pub(super) opportunity: Option<OpportunityId>,
    pub(super) own: OpportunityJudgement,
    pub(super) is_selected: bool,
    /// The row below, where Enter goes on.
    pub(super) next: Option<Row>,
}

impl Cells<'_> {
    pub(super) fn person_name(&self) -> String {
        match self.person.name.as_str() {
            "" => self.ctx.words.say(Message::PeopleUnnamed).into_owned(),
            name => name.to_owned(),
        }
    }

    /// What a screen reader calls a cell.
    pub(super) fn name(&self, column: Column) -> String {
        format!("{} · {}", column.heading(self.ctx), self.person_name())
    }

    pub(super) fn id(&self, column: Column) -> Id {
        field_id("row", self.person.id, column.code())
    }
}

/// Yes or no, where unknown is a third.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    Yes,
    No,
}

impl Coded for Answer {
    const KIND: &'static str = "answer";
    const ALL: &'static [Self] = &[Self::Yes, Self::No];

    fn code(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::No => "No",
        }
    }
}

impl Answer {
    fn of(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }

    fn is_yes(self) -> bool {
        self == Self::Yes
    }
}

/// The same answer, as the scale that can be listed.
fn answered(own: Judged<bool>) -> Judged<Answer> {
    match own {
        Judged::Inherit => Judged::Inherit,
        Judged::Unknown => Judged::Unknown,
        Judged::Is(value) => Judged::Is(Answer::of(value)),
    }
}

fn plain(own: Judged<Answer>) -> Judged<bool> {
    match own {
        Judged::Inherit => Judged::Inherit,
        Judged::Unknown => Judged::Unknown,
        Judged::Is(value) => Judged::Is(value.is_yes()),
    }
}

/// Draws a judgement; gives the edit where another value was chosen.
#[expect(clippy::wildcard_enum_match_arm, reason = "the columns that hold no value of a scale")]
pub(super) fn judgement_ui(cells: &Cells<'_>, ui: &mut Ui, column: Column) -> Option<Edit> {
    let (person, own) = (cells.person, &cells.own);
    let judged = &person.judgement;
    macro_rules! judging {
        ($field:ident, $change:ident) => {
            judged_ui(
                cells,
                ui,
                &Judging {
                    column,
                    account: judged.$field,
                    own: own.$field,
                    in_account: PersonChange::$change,
                    in_opportunity: OpportunityJudgementChange::$change,
                },
            )
        };
        (answer $field:ident, $change:ident) => {
            judged_ui(
                cells,
                ui,
                &Judging {
                    column,
                    account: judged.$field.map(Answer::of),
                    own: answered(own.$field),
                    in_account: |answer: Option<Answer>| PersonChange::$change(answer.map(Answer::is_yes)),
                    in_opportunity: |answer| OpportunityJudgementChange::$change(plain(answer)),
                },
            )
        };
    }
    match column {
        Column::Role => judging!(role, Role),
        Column::Support => judging!(support, Support),
        Column::SupportWanted => judging!(support_wanted, SupportWanted),
        Column::Coverage => judging!(coverage, Coverage),
        Column::Political => judging!(political, Political),
        Column::Veto => judging!(answer veto, Veto),
        Column::Coach => judging!(answer coach, Coach),
        Column::Attitude => of_person(cells, ui, column, person.attitude, PersonChange::Attitude),
        Column::Stage => of_person(cells, ui, column, person.stage, PersonChange::Stage),
        Column::StageWanted => of_person(cells, ui, column, person.stage_wanted, PersonChange::StageWanted),
        Column::Style => of_person(cells, ui, column, person.style, PersonChange::Style),
        Column::Kind => {
            let now = Judged::Is(person.kind);
            let chosen = choice_ui(cells, ui, column, &Choice { now, account: None, besides: Besides::Nothing });
            let kind = chosen.and_then(|chosen| chosen.over(None))?;
            Some(Edit::Person(RecordEdit::Set(person.id, PersonChange::Kind(kind))))
        }
        _ => None,
    }
}

/// What is a fact of the person, the same in every opportunity.
fn of_person<T: Coded>(
    cells: &Cells<'_>,
    ui: &mut Ui,
    column: Column,
    value: Option<T>,
    change: fn(Option<T>) -> PersonChange,
) -> Option<Edit> {
    let now = value.map_or(Judged::Unknown, Judged::Is);
    let chosen = choice_ui(cells, ui, column, &Choice { now, account: None, besides: Besides::Unknown })?;
    Some(Edit::Person(RecordEdit::Set(cells.person.id, change(chosen.over(None)))))
}

/// What a cell offers beside the values of its scale.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Besides {
    Nothing,
    Unknown,
    Inherit,
}

/// A choice between the values of a scale.
struct Choice<T> {
    now: Judged<T>,
    /// What holds in the whole account, where that can be inherited.
    account: Option<T>,
    besides: Besides,
}

/// A judgement that an opportunity may have of its own, and how either is set.
struct Judging<T> {
    column: Column,
    account: Option<T>,
    own: Judged<T>,
    in_account: fn(Option<T>) -> PersonChange,
    in_opportunity: fn(Judged<T>) -> OpportunityJudgementChange,
}

/// A judgement of the account, or of the opportunity looked through over it.
fn judged_ui<T: Coded>(cells: &Cells<'_>, ui: &mut Ui, judging: &Judging<T>) -> Option<Edit> {
    let (person, column, account) = (cells.person.id, judging.column, judging.account);
    let Some(opportunity) = cells.opportunity else {
        let now = account.map_or(Judged::Unknown, Judged::Is);
        let chosen = choice_ui(cells, ui, column, &Choice { now, account: None, besides: Besides::Unknown })?;
        return Some(Edit::Person(RecordEdit::Set(person, (judging.in_account)(chosen.over(None)))));
    };
    let choice = Choice { now: judging.own, account, besides: Besides::Inherit };
    let change = (judging.in_opportunity)(choice_ui(cells, ui, column, &choice)?);
    Some(Edit::Structure(StructureEdit::Judge { opportunity, person, change }))
}

/// A flat cell that shows a value and drops the others down; a new one where it was chosen.
fn choice_ui<T: Coded>(cells: &Cells<'_>, ui: &mut Ui, column: Column, choice: &Choice<T>) -> Option<Judged<T>> {
    let ctx = cells.ctx;
    let value = choice.now.over(choice.account);
    let shown = value.map_or("?", |value| ctx.words.value(value));
    let is_inherited = choice.now == Judged::Inherit;
    let color = if value.is_none() || is_inherited { ctx.palette.ink_faint() } else { ctx.palette.ink() };
    let sense = if ctx.is_read_only { Sense::hover() } else { Sense::click() };
    let response = flat_ui(ctx, ui, cells.id(column), sense);
    write(ctx, ui, response.rect, shown, color);
    let label = format!("{}: {shown}", cells.name(column));
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, !ctx.is_read_only, &label));
    // Hundreds of cells are drawn, and at most one of them is open.
    if !response.clicked() && !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)) {
        return None;
    }
    let chosen = Popup::menu(&response).show(|ui| options_ui(ctx, ui, choice))?.inner?;
    (chosen != choice.now).then_some(chosen)
}

fn options_ui<T: Coded>(ctx: &ViewContext<'_>, ui: &mut Ui, choice: &Choice<T>) -> Option<Judged<T>> {
    ui.set_min_width(120.0);
    let mut options: Vec<(Judged<T>, String)> = Vec::new();
    let not_said = ctx.words.text(&Message::UnknownValue);
    if choice.besides == Besides::Inherit {
        let value = choice.account.map_or(not_said.clone(), |value| ctx.words.value(value).to_owned());
        options.push((Judged::Inherit, ctx.words.text(&Message::OpportunitiesInherit { value })));
    }
    if choice.besides != Besides::Nothing {
        options.push((Judged::Unknown, not_said));
    }
    options.extend(T::ALL.iter().map(|value| (Judged::Is(*value), ctx.words.value(*value).to_owned())));
    let mut chosen = None;
    for (option, text) in options {
        let response = ui.selectable_label(option == choice.now, text);
        let hint = option.over(None).map_or("???", |value| ctx.words.hint(value));
        let response = if hint == "???" { response } else { response.on_hover_text(hint) };
        if response.clicked() {
            chosen = Some(option);
        }
    }
    chosen
}

/// A cell without a frame of its own, outlined under the pointer and with the keys.
pub(super) fn flat_ui(ctx: &ViewContext<'_>, ui: &Ui, id: Id, sense: Sense) -> Response {
    let response = ui.interact(ui.max_rect(), id, sense);
    let outline = if response.has_focus() {
        Some(Stroke::new(1.5, ctx.palette.accent()))
    } else {
        (response.hovered() && response.sense.senses_click()).then(|| Stroke::new(1.0, ctx.palette.ink_faint()))
    };
    if let Some(outline) = outline {
        ui.painter().rect_stroke(response.rect, CornerRadius::same(4), outline, StrokeKind::Inside);
    }
    response
}

/// Writes a line into a cell, cut where the cell ends.
pub(super) fn write(ctx: &ViewContext<'_>, ui: &Ui, rect: Rect, text: &str, color: Color32) {
    let text = ctx.measure.fit(text, TextSize::SECOND, Weight::Regular, rect.width() - 8.0);
    let at = rect.left_center() + vec2(4.0, 0.0);
    ui.painter().text(at, Align2::LEFT_CENTER, text, regular(TextSize::SECOND), color);
}
