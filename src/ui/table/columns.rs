//! The columns of the table of people, and the order of its rows.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::{Id, Ui};

use crate::insight::{MeasureKind, Measures};
use crate::model::{
    Account, AccountId, Coded, JudgementField, Opportunity, OpportunityId, Person, PersonId, Seat, SeatId, Table,
};
use crate::ui::{Filter, TableState, ViewContext, ViewState};
use crate::words::{Message, pinyin};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Title,
    Unit,
    Manager,
    Role,
    Attitude,
    Support,
    Coverage,
    Political,
    Stage,
    Verified,
    Kind,
    SupportWanted,
    StageWanted,
    Veto,
    Coach,
    Win,
    Style,
    Measure(MeasureKind),
}

impl Column {
    /// Every column but the measures, from left to right.
    const PLAIN: [Self; 18] = [
        Self::Name,
        Self::Title,
        Self::Unit,
        Self::Manager,
        Self::Role,
        Self::Attitude,
        Self::Support,
        Self::Coverage,
        Self::Political,
        Self::Stage,
        Self::Verified,
        Self::Kind,
        Self::SupportWanted,
        Self::StageWanted,
        Self::Veto,
        Self::Coach,
        Self::Win,
        Self::Style,
    ];

    /// Every column, from left to right.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        Self::PLAIN.into_iter().chain(MeasureKind::ALL.iter().copied().map(Self::Measure))
    }

    /// Its place among all.
    pub(super) fn place(self) -> usize {
        Self::all().position(|column| column == self).unwrap_or(0)
    }

    /// How many of them stand in the table until the user says otherwise.
    const USUAL: usize = 12;

    /// The field it shows.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Title => "title",
            Self::Unit => "unit",
            Self::Manager => "reports_to",
            Self::Role => "role",
            Self::Attitude => "attitude",
            Self::Support => "support",
            Self::Coverage => "coverage",
            Self::Political => "political",
            Self::Stage => "stage",
            Self::Verified => "verified",
            Self::Kind => "kind",
            Self::SupportWanted => "support_wanted",
            Self::StageWanted => "stage_wanted",
            Self::Veto => "veto",
            Self::Coach => "coach",
            Self::Win => "win",
            Self::Style => "style",
            Self::Measure(kind) => kind.code(),
        }
    }

    /// Its heading.
    pub(super) fn heading(self, ctx: &ViewContext<'_>) -> String {
        let say = |message| ctx.words.say(message).into_owned();
        match self {
            Self::Name
            | Self::Title
            | Self::Unit
            | Self::Manager
            | Self::Kind
            | Self::SupportWanted
            | Self::StageWanted
            | Self::Veto
            | Self::Coach
            | Self::Win
            | Self::Style
            | Self::Verified => capitalized(ctx.words.label("field", self.code())),
            Self::Measure(kind) => ctx.words.value(kind).to_owned(),
            Self::Role => say(Message::LensRole),
            Self::Attitude => say(Message::PeopleAttitude),
            Self::Support => say(Message::LensSupport),
            Self::Coverage => ctx.words.value(JudgementField::Coverage).to_owned(),
            Self::Political => say(Message::PeoplePolitics),
            Self::Stage => say(Message::ColumnStage),
        }
    }

    /// What it says, at more length.
    pub(super) fn hint(self, ctx: &ViewContext<'_>) -> String {
        let heading = self.heading(ctx);
        if let Self::Measure(kind) = self { format!("{heading}: {}", ctx.words.hint(kind)) } else { heading }
    }

    /// How wide it is; a text takes more where there is more.
    pub(super) const fn width(self) -> f32 {
        match self {
            Self::Name | Self::Unit => 116.0,
            Self::Title => 148.0,
            Self::Manager | Self::Role => 96.0,
            Self::Attitude | Self::Stage => 88.0,
            Self::Support | Self::SupportWanted => 98.0,
            Self::Coverage | Self::Political | Self::StageWanted => 112.0,
            Self::Kind | Self::Style => 78.0,
            Self::Verified | Self::Veto | Self::Coach => 64.0,
            Self::Measure(_) => 84.0,
            Self::Win => 148.0,
        }
    }

    /// Whether it holds texts of any length, and no words of a scale.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Name | Self::Title | Self::Unit | Self::Manager | Self::Win)
    }

    /// What a row is sorted by; `None` stands last.
    fn key(
        self,
        (account, measures): (&Account, Option<&Measures>),
        opportunity: Option<&Opportunity>,
        person: &Person,
        seat: Option<&Seat>,
    ) -> Option<Key> {
        let own = opportunity.and_then(|opportunity| opportunity.judgements.get(&person.id));
        let judged = &person.judgement;
        match self {
            Self::Name => text(&person.name),
            Self::Title => text(&seat?.title),
            Self::Unit => text(&seat?.unit),
            Self::Manager => boss(account, seat?).and_then(|(_, name)| text(name)),
            Self::Role => place(own.map_or(judged.role, |own| own.role.over(judged.role))),
            Self::Attitude => place(person.attitude),
            Self::Support => place(own.map_or(judged.support, |own| own.support.over(judged.support))),
            Self::Coverage => place(own.map_or(judged.coverage, |own| own.coverage.over(judged.coverage))),
            Self::Political => place(own.map_or(judged.political, |own| own.political.over(judged.political))),
            Self::Stage => place(person.stage),
            Self::Kind => place(Some(person.kind)),
            Self::SupportWanted => {
                place(own.map_or(judged.support_wanted, |own| own.support_wanted.over(judged.support_wanted)))
            }
            Self::StageWanted => place(person.stage_wanted),
            Self::Style => place(person.style),
            Self::Veto => answer(own.map_or(judged.veto, |own| own.veto.over(judged.veto))),
            Self::Coach => answer(own.map_or(judged.coach, |own| own.coach.over(judged.coach))),
            Self::Win => text(own.map_or(&judged.win, |own| if own.win.is_empty() { &judged.win } else { &own.win })),
            Self::Measure(kind) => {
                let value = measures.and_then(|measures| measures.of(person.id)?.value(kind));
                value.map(|value| Key::Number(OrderedNumber(value)))
            }
            // The oldest first.
            Self::Verified => own.map_or_else(|| judged.verified(), |own| own.over(judged).verified()).map(Key::Day),
        }
    }
}

/// What a row is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Place(usize),
    Day(chrono::NaiveDate),
    Number(OrderedNumber),
    Text(String),
}

/// A number that can be sorted; measures are never without value.
#[derive(PartialEq)]
struct OrderedNumber(f64);

impl Eq for OrderedNumber {}

impl PartialOrd for OrderedNumber {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for OrderedNumber {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// Yes before no.
fn answer(value: Option<bool>) -> Option<Key> {
    value.map(|value| Key::Place(usize::from(!value)))
}

impl TableState {
    /// The columns that stand in the table, from left to right.
    pub(super) fn shown(&self) -> Vec<Column> {
        let is_shown = |place: usize| match &self.columns {
            Some(chosen) => place == 0 || chosen.contains(&place),
            None => place < Column::USUAL,
        };
        (0..).zip(Column::all()).filter(|(place, _)| is_shown(*place)).map(|(_, column)| column).collect()
    }

    /// Whether a measure stands in the table.
    pub(in crate::ui) fn has_measures(&self) -> bool {
        self.shown().iter().any(|column| matches!(column, Column::Measure(_)))
    }

    /// Takes a column in, or out.
    pub(super) fn turn(&mut self, place: usize) {
        let mut chosen = self.columns.take().unwrap_or_else(|| (0..Column::USUAL).collect());
        if !chosen.remove(&place) {
            chosen.insert(place);
        }
        self.columns = Some(chosen);
    }
}

fn text(value: &str) -> Option<Key> {
    // Chinese stands in the order of its sounds, as address books have it.
    let spelled = pinyin(value);
    (!value.is_empty()).then(|| Key::Text(if spelled.is_empty() { value.to_lowercase() } else { spelled }))
}

fn place<T: Coded>(value: Option<T>) -> Option<Key> {
    let value = value?;
    T::ALL.iter().position(|other| *other == value).map(Key::Place)
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The seat above, and what a table calls it: who sits there, else its title.
pub(super) fn boss<'a>(account: &'a Account, seat: &Seat) -> Option<(SeatId, &'a str)> {
    let boss = account.get::<Seat>(seat.reports_to?)?;
    let name = account.holder(boss.id).map_or(boss.title.as_str(), |person| person.name.as_str());
    Some((boss.id, name))
}

/// Somebody, with the seat where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) person: PersonId,
    pub(super) seat: Option<SeatId>,
}

/// The rows in their order, and what they were ordered by.
pub(super) struct Order {
    of: Asked,
    pub(super) rows: Vec<Row>,
}

/// What an order depends on. It holds the tables and not their addresses: the next table may come
/// to stand where the last one stood.
struct Asked {
    account: AccountId,
    persons: Table<Person>,
    seats: Table<Seat>,
    opportunities: Table<Opportunity>,
    opportunity: Option<OpportunityId>,
    column: usize,
    is_down: bool,
    text: String,
    filter: Filter,
    /// Where a measure orders, its values in short: they change with links, and when exact ones land.
    measured: Option<u64>,
}

impl Asked {
    fn has_same_tables(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.persons, &other.persons)
            && Arc::ptr_eq(&self.seats, &other.seats)
            && Arc::ptr_eq(&self.opportunities, &other.opportunities)
    }

    fn has_same_question(&self, other: &Self) -> bool {
        self.account == other.account
            && self.persons.len() == other.persons.len()
            && self.opportunity == other.opportunity
            && (self.column, self.is_down) == (other.column, other.is_down)
            && self.text == other.text
            && self.filter == other.filter
            && self.measured == other.measured
    }
}

/// The rows as they are to be shown, kept until something they depend on changes.
pub(super) fn ordered(ctx: &ViewContext<'_>, view: &ViewState, ui: &Ui) -> Arc<Order> {
    let id = Id::unique("order of the table of people");
    let account = ctx.account;
    let of = Asked {
        account: account.id,
        persons: Arc::clone(&account.persons),
        seats: Arc::clone(&account.seats),
        opportunities: Arc::clone(&account.opportunities),
        opportunity: view.opportunity,
        column: view.table.column,
        is_down: view.table.is_down,
        text: view.table.text.clone(),
        filter: view.filter.clone(),
        measured: in_short(ctx.measures, view.table.column),
    };
    // A row must not run away from under the field that somebody types in.
    let is_typing = ui.ctx().text_edit_focused();
    if let Some(known) = ui.data(|data| data.get_temp::<Arc<Order>>(id))
        && known.of.has_same_question(&of)
        && (is_typing || known.of.has_same_tables(&of))
    {
        return known;
    }
    let order = Arc::new(Order { rows: rows(ctx, &of), of });
    ui.data_mut(|data| data.insert_temp(id, Arc::clone(&order)));
    order
}

/// The values of the measure in a column, in short; none where there is no measure. Cost: one walk over people.
fn in_short(measures: Option<&Measures>, column: usize) -> Option<u64> {
    let Some(Column::Measure(kind)) = Column::all().nth(column) else { return None };
    let mut hasher = DefaultHasher::new();
    for of in &measures?.values {
        of.value(kind).map(f64::to_bits).hash(&mut hasher);
    }
    Some(hasher.finish())
}

/// Everybody who is asked for, sorted; equal rows in the order of their making. Cost: one walk
/// over people and seats, and the sort.
fn rows(ctx: &ViewContext<'_>, of: &Asked) -> Vec<Row> {
    let account = ctx.account;
    let column = Column::all().nth(of.column).unwrap_or(Column::Name);
    let words: Vec<String> = of.text.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let opportunity = of.opportunity.and_then(|id| account.get::<Opportunity>(id));
    let seats = account.seat_of_person();
    let mut keyed: Vec<(Option<Key>, Row)> = Vec::with_capacity(account.persons.len());
    for person in account.all::<Person>() {
        let seat = seats.get(&person.id).and_then(|seat| account.get::<Seat>(*seat));
        let unit = seat.map_or("", |seat| seat.unit.as_str());
        let passes = || of.filter.lets_through(ctx, unit, Some(person), &account.judgement(person, of.opportunity));
        if is_asked_for(&words, person, seat) && (of.filter.is_empty() || passes()) {
            let row = Row { person: person.id, seat: seat.map(|seat| seat.id) };
            keyed.push((column.key((account, ctx.measures), opportunity, person, seat), row));
        }
    }
    keyed.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) if of.is_down => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        // What is not said stands last, whichever way.
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}

fn is_asked_for(words: &[String], person: &Person, seat: Option<&Seat>) -> bool {
    if words.is_empty() {
        return true;
    }
    let (title, unit) = seat.map_or(("", ""), |seat| (seat.title.as_str(), seat.unit.as_str()));
    let all = format!("{} {} {title} {unit}", person.name, person.second_name);
    let spelled = pinyin(&all);
    let all = all.to_lowercase();
    words.iter().all(|word| all.contains(word) || spelled.contains(word))
}
