//! What the colours of the cards say, and how the legend says it.

use std::collections::BTreeMap;

use egui::Color32;

use super::{ViewContext, ViewState};
use crate::insight::MeasureKind;
use crate::model::{
    Coded, Coverage, InnovationAttitude, Judgement, JudgementField, OpportunityId, Person, PersonId, PoliticalStatus,
    RelationshipStage, Seat,
};
use crate::words::{Message, Words};

/// What the colours of the cards say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lens {
    /// Support.
    #[default]
    Support,
    /// Buying role.
    Role,
    /// Innovation attitude.
    Attitude,
    /// Coverage.
    Coverage,
    /// Political status.
    Political,
    /// Relationship stage.
    Stage,
    /// The seat's unit.
    Unit,
    /// How long ago the judgements were verified.
    Age,
    /// How somebody is joined with the others.
    Measure(MeasureKind),
}

impl Lens {
    /// Every lens of what is judged, in the order of the menu; those of the measures follow.
    pub const JUDGED: [Self; 8] = [
        Self::Support,
        Self::Role,
        Self::Attitude,
        Self::Coverage,
        Self::Political,
        Self::Stage,
        Self::Unit,
        Self::Age,
    ];

    /// Every lens, in the order of the menu.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::JUDGED.into_iter().chain(MeasureKind::ALL.iter().copied().map(Self::Measure))
    }

    /// What it is called.
    pub(super) fn name(self, ctx: &ViewContext<'_>) -> String {
        let field = |field: JudgementField| ctx.words.value(field).to_owned();
        match self {
            Self::Support => ctx.words.say(Message::LensSupport).into_owned(),
            Self::Role => ctx.words.say(Message::LensRole).into_owned(),
            Self::Attitude => field(JudgementField::Attitude),
            Self::Coverage => field(JudgementField::Coverage),
            Self::Political => field(JudgementField::Political),
            Self::Stage => field(JudgementField::Stage),
            Self::Unit => ctx.words.say(Message::LensUnit).into_owned(),
            Self::Age => ctx.words.say(Message::LensAge).into_owned(),
            Self::Measure(kind) => ctx.words.value(kind).to_owned(),
        }
    }
}

/// How old the judgements on a person are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JudgementAge {
    /// Verified in the last month.
    Fresh,
    /// Verified before that, and not yet stale.
    Aging,
    /// Not verified for as long as the rules allow.
    Stale,
    /// Never verified.
    Undated,
}

impl JudgementAge {
    /// Every age, the freshest first.
    pub const ALL: [Self; 4] = [Self::Fresh, Self::Aging, Self::Stale, Self::Undated];

    /// Days after which a judgement is no longer fresh.
    const MONTH: i64 = 30;

    /// How old a judgement is today.
    pub(super) fn of(ctx: &ViewContext<'_>, judged: &Judgement) -> Self {
        match judged.verified().map(|day| (ctx.today - day).num_days()) {
            None => Self::Undated,
            Some(days) if days <= Self::MONTH => Self::Fresh,
            Some(days) if days <= i64::from(ctx.rules.stale_days) => Self::Aging,
            Some(_) => Self::Stale,
        }
    }

    /// What it is called.
    pub(super) fn name(self, ctx: &ViewContext<'_>) -> String {
        let (month, stale) = (Self::MONTH.to_string(), ctx.rules.stale_days.to_string());
        ctx.words.text(&match self {
            Self::Fresh => Message::AgeFresh { days: month },
            Self::Aging => Message::AgeAging { days: stale },
            Self::Stale => Message::AgeStale { days: stale },
            Self::Undated => Message::AgeUndated,
        })
    }
}

/// Whose colours are asked for.
#[derive(Clone, Copy)]
pub(super) struct Tinted<'a> {
    pub(super) seat: Option<&'a Seat>,
    pub(super) person: Option<&'a Person>,
    pub(super) judged: &'a Judgement,
}

/// The colours of one frame: the lens, with what it must know of the whole account.
pub(super) struct Tint<'a> {
    ctx: &'a ViewContext<'a>,
    lens: Lens,
    pub(super) opportunity: Option<OpportunityId>,
    units: BTreeMap<&'a str, usize>,
    /// The largest value of the measure.
    most: f64,
}

impl<'a> Tint<'a> {
    /// The colours of the lens that `view` has chosen. Cost: one walk over the seats for units.
    pub(super) fn of(ctx: &'a ViewContext<'_>, view: &ViewState) -> Self {
        let units = if view.lens == Lens::Unit { units(ctx) } else { BTreeMap::new() };
        let most = match (view.lens, ctx.measures) {
            (Lens::Measure(kind), Some(measures)) => {
                measures.values.iter().filter_map(|value| value.value(kind)).fold(0.0, f64::max)
            }
            (_, _) => 0.0,
        };
        Self { ctx, lens: view.lens, opportunity: view.opportunity, units, most }
    }

    /// The color of a card.
    pub(super) fn color(&self, of: Tinted<'_>) -> Color32 {
        let (palette, judged) = (self.ctx.palette, of.judged);
        let unknown = palette.support(None);
        match self.lens {
            Lens::Support => palette.support(judged.support),
            Lens::Role => palette.role(judged.role),
            Lens::Attitude => of.person.and_then(|person| person.attitude).map_or(unknown, |value| self.falling(value)),
            Lens::Coverage => judged.coverage.map_or(unknown, |value| self.falling(value)),
            Lens::Political => judged.political.map_or(unknown, |value| self.rising(value)),
            Lens::Stage => of.person.and_then(|person| person.stage).map_or(unknown, |value| self.rising(value)),
            Lens::Unit => {
                let unit = of.seat.and_then(|seat| self.units.get(seat.unit.as_str()));
                unit.map_or(unknown, |unit| palette.category(*unit))
            }
            Lens::Age => self.age(JudgementAge::of(self.ctx, judged)),
            Lens::Measure(kind) => {
                let place = of.person.and_then(|person| self.quintile(kind, person.id));
                place.map_or(unknown, |place| palette.ramp(place))
            }
        }
    }

    /// In which fifth of the spread between nothing and the most somebody stands, 0 to 4.
    fn quintile(&self, kind: MeasureKind, person: PersonId) -> Option<usize> {
        let value = self.ctx.measures?.of(person)?.value(kind)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 4")]
        let place = if self.most > 0.0 { (value / self.most * 4.999).clamp(0.0, 4.0) as usize } else { 0 };
        Some(place)
    }

    fn age(&self, age: JudgementAge) -> Color32 {
        let palette = self.ctx.palette;
        match age {
            JudgementAge::Fresh => palette.ramp(4),
            JudgementAge::Aging => palette.ramp(1),
            JudgementAge::Stale => palette.warning(),
            JudgementAge::Undated => palette.support(None),
        }
    }

    /// A ladder whose first value is the strongest.
    fn falling<T: Coded>(&self, value: T) -> Color32 {
        let place = T::ALL.iter().position(|other| *other == value).unwrap_or(0);
        self.ctx.palette.ramp(4 - spread(place, T::ALL.len()))
    }

    /// A ladder whose last value is the strongest.
    fn rising<T: Coded>(&self, value: T) -> Color32 {
        let place = T::ALL.iter().position(|other| *other == value).unwrap_or(0);
        self.ctx.palette.ramp(spread(place, T::ALL.len()))
    }

    /// Colours with what they say; empty where the ladders of the legend say it already.
    pub(super) fn legend(&self) -> Vec<(Color32, String)> {
        if matches!(self.lens, Lens::Support | Lens::Role) { Vec::new() } else { self.scale() }
    }

    /// Colours with what they say.
    pub(super) fn scale(&self) -> Vec<(Color32, String)> {
        let words = self.ctx.words;
        let mut items: Vec<(Color32, String)> = match self.lens {
            Lens::Support => named(words, |value| self.ctx.palette.support(Some(value))),
            Lens::Role => named(words, |value| self.ctx.palette.role(Some(value))),
            Lens::Attitude => named::<InnovationAttitude>(words, |value| self.falling(value)),
            Lens::Coverage => named::<Coverage>(words, |value| self.falling(value)),
            Lens::Political => named::<PoliticalStatus>(words, |value| self.rising(value)),
            Lens::Stage => named::<RelationshipStage>(words, |value| self.rising(value)),
            Lens::Unit => {
                let unit =
                    |(name, place): (&&str, &usize)| (*place, (self.ctx.palette.category(*place), (*name).to_owned()));
                let mut units: Vec<(usize, (Color32, String))> = self.units.iter().map(unit).collect();
                units.sort_by_key(|(place, _)| *place);
                units.into_iter().map(|(_, item)| item).take(LEGEND_UNITS).collect()
            }
            Lens::Measure(kind) => {
                let step = |place: usize| {
                    #[expect(clippy::cast_precision_loss, reason = "0 to 4")]
                    let least = self.most * place as f64 / 5.0;
                    (self.ctx.palette.ramp(place), format!("≥ {}", number(kind, least)))
                };
                let mut steps: Vec<(Color32, String)> = (0..5).rev().map(step).collect();
                // Small whole numbers need no five steps.
                steps.dedup_by(|one, other| one.1 == other.1);
                steps
            }
            Lens::Age => return JudgementAge::ALL.iter().map(|age| (self.age(*age), age.name(self.ctx))).collect(),
        };
        items.push((self.ctx.palette.support(None), words.say(Message::UnknownValue).into_owned()));
        items
    }

    /// What the color says, in words, where the card does not say it anyway.
    pub(super) fn note(&self, of: Tinted<'_>) -> Option<String> {
        let words = self.ctx.words;
        match self.lens {
            Lens::Support | Lens::Role | Lens::Attitude | Lens::Coverage | Lens::Unit | Lens::Age => None,
            Lens::Political => of.judged.political.map(|value| words.value(value).to_owned()),
            Lens::Stage => of.person.and_then(|person| person.stage).map(|value| words.value(value).to_owned()),
            Lens::Measure(kind) => {
                let value = self.ctx.measures?.of(of.person?.id)?.value(kind);
                value.map(|value| number(kind, value))
            }
        }
    }
}

/// Every value of a ladder with its color.
fn named<T: Coded>(words: &Words, color: impl Fn(T) -> Color32) -> Vec<(Color32, String)> {
    T::ALL.iter().map(|value| (color(*value), words.value(*value).to_owned())).collect()
}

/// A measure as a short number.
pub(super) fn number(kind: MeasureKind, value: f64) -> String {
    match kind {
        MeasureKind::InDegree | MeasureKind::OutDegree | MeasureKind::Influence | MeasureKind::Reach => {
            format!("{value:.0}")
        }
        MeasureKind::Betweenness => format!("{value:.1}"),
        MeasureKind::PageRank | MeasureKind::Eigenvector | MeasureKind::Constraint => format!("{value:.2}"),
    }
}

/// How many units the legend names.
const LEGEND_UNITS: usize = 8;

/// The place of a value among five steps, when its ladder has `count`.
fn spread(place: usize, count: usize) -> usize {
    if count > 1 { place * 4 / (count - 1) } else { 0 }
}

/// Units by size, the largest first, so that the common ones have colours of their own.
fn units<'a>(ctx: &'a ViewContext<'_>) -> BTreeMap<&'a str, usize> {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for seat in ctx.account.all::<Seat>().filter(|seat| !seat.unit.is_empty()) {
        *sizes.entry(seat.unit.as_str()).or_default() += 1;
    }
    let mut order: Vec<(&str, usize)> = sizes.into_iter().collect();
    order.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    (0..).zip(order).map(|(place, (unit, _))| (unit, place)).collect()
}
