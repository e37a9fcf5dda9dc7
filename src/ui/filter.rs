//! Whom to leave at full strength: a tick for each value of each judgement, unit and age.

use std::collections::BTreeSet;

use egui::Ui;

use super::lens::JudgementAge;
use super::{ViewContext, ViewState};
use crate::model::{
    BuyingRole, Coded, Coverage, InnovationAttitude, Judgement, JudgementField, Person, PoliticalStatus,
    RelationshipStage, Seat, Support,
};
use crate::words::Message;

/// Whom to leave at full strength; an empty set lets everybody through, `None` is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Buying roles.
    pub roles: BTreeSet<Option<BuyingRole>>,
    /// Innovation attitudes.
    pub attitudes: BTreeSet<Option<InnovationAttitude>>,
    /// Support.
    pub support: BTreeSet<Option<Support>>,
    /// Coverage.
    pub coverage: BTreeSet<Option<Coverage>>,
    /// Political status.
    pub political: BTreeSet<Option<PoliticalStatus>>,
    /// Relationship stages.
    pub stages: BTreeSet<Option<RelationshipStage>>,
    /// Ages of the judgement.
    pub ages: BTreeSet<JudgementAge>,
    /// Units by name.
    pub units: BTreeSet<String>,
}

impl Filter {
    /// Whether everybody passes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether somebody passes; a vacant seat has nothing known of it.
    pub(super) fn lets_through(
        &self,
        ctx: &ViewContext<'_>,
        unit: &str,
        person: Option<&Person>,
        judged: &Judgement,
    ) -> bool {
        fn passes<T: Ord>(chosen: &BTreeSet<T>, value: &T) -> bool {
            chosen.is_empty() || chosen.contains(value)
        }
        passes(&self.roles, &judged.role)
            && passes(&self.attitudes, &person.and_then(|person| person.attitude))
            && passes(&self.support, &judged.support)
            && passes(&self.coverage, &judged.coverage)
            && passes(&self.political, &judged.political)
            && passes(&self.stages, &person.and_then(|person| person.stage))
            && (self.ages.is_empty() || self.ages.contains(&JudgementAge::of(ctx, judged)))
            && (self.units.is_empty() || self.units.contains(unit))
    }
}

/// Draws the ticks; they scroll where the window is low.
pub(super) fn filter_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    ui.set_min_width(220.0);
    if !view.filter.is_empty() && ui.button(ctx.words.say(Message::FilterNone)).clicked() {
        view.filter = Filter::default();
    }
    let room = (ui.ctx().content_rect().height() - 160.0).max(160.0);
    egui::ScrollArea::vertical().max_height(room).show(ui, |ui| {
        let filter = &mut view.filter;
        scale_ui(ctx, ui, JudgementField::Role, &mut filter.roles);
        scale_ui(ctx, ui, JudgementField::Attitude, &mut filter.attitudes);
        scale_ui(ctx, ui, JudgementField::Support, &mut filter.support);
        scale_ui(ctx, ui, JudgementField::Coverage, &mut filter.coverage);
        scale_ui(ctx, ui, JudgementField::Political, &mut filter.political);
        scale_ui(ctx, ui, JudgementField::Stage, &mut filter.stages);
        group_ui(ctx, ui, &ctx.words.say(Message::LensAge), filter.ages.len(), |ui| {
            for age in JudgementAge::ALL {
                ticked(ui, &mut filter.ages, age, age.name(ctx));
            }
        });
        let units: BTreeSet<&str> = ctx.account.all::<Seat>().map(|seat| seat.unit.as_str()).collect();
        let units: Vec<&str> = units.into_iter().filter(|unit| !unit.is_empty()).collect();
        if !units.is_empty() {
            group_ui(ctx, ui, &ctx.words.say(Message::LensUnit), filter.units.len(), |ui| {
                for unit in units {
                    ticked(ui, &mut filter.units, unit.to_owned(), unit.to_owned());
                }
            });
        }
    });
}

fn scale_ui<T: Coded>(ctx: &ViewContext<'_>, ui: &mut Ui, field: JudgementField, chosen: &mut BTreeSet<Option<T>>) {
    group_ui(ctx, ui, ctx.words.value(field), chosen.len(), |ui| {
        for value in T::ALL.iter().copied().map(Some).chain([None]) {
            let word = match value {
                Some(value) => ctx.words.value(value).to_owned(),
                None => ctx.words.say(Message::UnknownValue).into_owned(),
            };
            ticked(ui, chosen, value, word);
        }
    });
}

/// A group that can be folded; how many are ticked stands beside its name.
fn group_ui(ctx: &ViewContext<'_>, ui: &mut Ui, title: &str, count: usize, contents: impl FnOnce(&mut Ui)) {
    let text = if count > 0 { format!("{title} ({count})") } else { title.to_owned() };
    let color = if count > 0 { ctx.palette.accent() } else { ctx.palette.ink() };
    let text = egui::RichText::new(text).color(color);
    let opens = title == ctx.words.value(JudgementField::Support);
    egui::CollapsingHeader::new(text).id_salt(("filter", title)).default_open(opens).show(ui, contents);
}

fn ticked<T: Ord>(ui: &mut Ui, chosen: &mut BTreeSet<T>, value: T, label: String) {
    let mut is_in = chosen.contains(&value);
    if ui.checkbox(&mut is_in, label).changed() {
        if is_in {
            chosen.insert(value);
        } else {
            chosen.remove(&value);
        }
    }
}
