//! Who was met, and what changed with whom: one row a person, one click a judgement.

use egui::{Id, RichText, Ui};

use super::draft::VisitDraft;
use super::{drafted, named, soft};
use crate::edit::Met;
use crate::model::{Coded, JudgementField, Opportunity, Person, RelationshipStage, TeamMember};
use crate::theme::TextSize;
use crate::ui::fields::{make_room, name_widget};
use crate::ui::inspector::{Pressed, Row, Standing, bare_symbols_ui};
use crate::ui::plan::cells::ticks_ui;
use crate::ui::symbols::Judged as Symbol;
use crate::ui::{ViewContext, ViewState};
use crate::words::Message;

/// The width of a symbol with the gap after it.
const SYMBOL: f32 = 28.0;

/// Who was met, when, in which form, by whom of us.
pub(super) fn met_ui(ctx: &ViewContext<'_>, view: &mut ViewState, draft: &mut VisitDraft, ui: &mut Ui) {
    let people = draft.people();
    let id = draft.field("who");
    let chosen = drafted(ctx, ui, |form, take| {
        let word = form.word("who");
        form.people(view, id, &word, &people, take);
    });
    if let Some(people) = chosen {
        draft.set_people(ctx.account, &people);
    }
    let (id, day) = (draft.field("date"), draft.date);
    let day = drafted(ctx, ui, |form, take| {
        let word = form.word("date");
        form.date(id, &word, day, take);
    });
    draft.date = day.unwrap_or(draft.date);
    let (id, kind) = (draft.field("what"), draft.told.kind);
    let kind = drafted(ctx, ui, |form, take| {
        let word = form.word("kind");
        form.label(word.clone());
        form.must_choose(id, &word, kind, take);
    });
    draft.told.kind = kind.unwrap_or(draft.told.kind);
    opportunity_ui(ctx, draft, ui);
    let team = ctx.account.ranked::<TeamMember>();
    if !team.is_empty() {
        let options: Vec<_> = team.iter().map(|member| (member.id, member.name.clone())).collect();
        let word = ctx.words.say(Message::PlanTeam);
        let members = drafted(ctx, ui, |form, take| ticks_ui(form, &word, &options, &draft.told.members, take));
        draft.told.members = members.unwrap_or_else(|| draft.told.members.clone());
    }
}

/// The opportunity in which the judgements are said; nothing where there is none.
fn opportunity_ui(ctx: &ViewContext<'_>, draft: &mut VisitDraft, ui: &mut Ui) {
    let opportunities = ctx.account.ranked::<Opportunity>();
    if opportunities.is_empty() {
        return;
    }
    let none = (None, ctx.words.text(&Message::ToolDealNone));
    let named = opportunities.iter().map(|opportunity| (Some(opportunity.id), opportunity.name.clone()));
    let options: Vec<_> = std::iter::once(none).chain(named).collect();
    let (id, now) = (draft.field("opportunity"), draft.told.opportunity);
    let chosen = drafted(ctx, ui, |form, take| {
        let word = form.word("opportunity");
        form.label(word.clone());
        form.pick(id, &word, &now, &options, |chosen| take(*chosen));
    });
    if let Some(opportunity) = chosen {
        draft.set_opportunity(ctx.account, opportunity);
    }
}

/// What changed with everybody who was met.
pub(super) fn changed_ui(ctx: &ViewContext<'_>, view: &mut ViewState, draft: &mut VisitDraft, ui: &mut Ui) {
    let mut people = std::mem::take(&mut draft.told.people);
    for met in &mut people {
        if let Some(person) = ctx.account.get::<Person>(met.person) {
            ui.push_id(met.person, |ui| person_ui(ctx, view, draft, ui, (person, met)));
            ui.add_space(4.0);
        }
    }
    draft.told.people = people;
}

fn person_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    draft: &VisitDraft,
    ui: &mut Ui,
    (person, met): (&Person, &mut Met),
) {
    let judged = ctx.account.judgement(person, draft.told.opportunity);
    let name = named(ctx, person.id);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(&name).font(crate::ui::style::bold(TextSize::SECOND)));
        let text = ctx.words.say(Message::VisitConfirmed);
        let tick = ui.checkbox(&mut met.confirmed, soft(ctx, text.clone()));
        name_widget(&tick, &format!("{name} · {text}"));
    });
    let id = |field| draft.person_field(person.id, field);
    let label = |field: JudgementField| format!("{name} · {}", ctx.words.value(field));
    ui.horizontal_wrapped(|ui| {
        let row = (id("support"), label(JudgementField::Support));
        if view.wants_field == Some(row.0) {
            // The first of the symbols takes the keys: a number then sets the support.
            let first = crate::model::Support::ALL.first().map(|value| row.0.with(value.code()));
            ui.memory_mut(|memory| first.into_iter().for_each(|first| memory.request_focus(first)));
            view.wants_field = None;
        }
        judgement_ui(ctx, ui, row, (judged.support, &mut met.support), Symbol::Support);
        ui.add_space(8.0);
        let row = (id("coverage"), label(JudgementField::Coverage));
        judgement_ui(ctx, ui, row, (judged.coverage, &mut met.coverage), Symbol::Coverage);
    });
    let changes = [
        change(ctx, judged.support, met.support),
        change(ctx, judged.coverage, met.coverage),
        change(ctx, person.stage, met.stage),
    ];
    let changes: Vec<String> = changes.into_iter().flatten().collect();
    if !changes.is_empty() {
        ui.label(soft(ctx, changes.join(" · ")).color(ctx.palette.ink()));
    }
    stage_ui(ctx, ui, (id("stage"), label(JudgementField::Stage)), (person.stage, &mut met.stage));
}

/// A row of symbols: what holds is ringed faintly, what is said anew strongly. A click on what is said
/// anew takes that back; a click on what holds says that it still does.
fn judgement_ui<T: Coded>(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    (id, label): (Id, String),
    (before, now): (Option<T>, &mut Option<Option<T>>),
    symbol: impl Fn(Option<T>) -> Symbol,
) {
    // All symbols of one judgement stand in one line.
    make_room(ui, T::ALL.iter().map(|_| SYMBOL).sum());
    let standing = if now.is_some() { Standing::Own } else { Standing::Inherited };
    let row =
        Row { id, label: &label, value: now.unwrap_or(before), is_mixed: false, standing, account: None, help: None };
    match bare_symbols_ui(ctx, ui, &row, symbol) {
        Some(Pressed::Set(value)) => *now = value.map(Some),
        Some(Pressed::Inherit) => *now = None,
        None => {}
    }
}

/// A judgement before and after, in words.
fn change<T: Coded>(ctx: &ViewContext<'_>, before: Option<T>, now: Option<Option<T>>) -> Option<String> {
    let now = now?;
    let word = |value: Option<T>| {
        value.map_or_else(|| ctx.words.text(&Message::UnknownValue), |value| ctx.words.value(value).to_owned())
    };
    Some(if now == before { word(now) } else { format!("{} → {}", word(before), word(now)) })
}

/// The relationship stage, as a list that drops down.
fn stage_ui(
    ctx: &ViewContext<'_>,
    ui: &mut Ui,
    (id, label): (Id, String),
    (before, now): (Option<RelationshipStage>, &mut Option<Option<RelationshipStage>>),
) {
    let shown = now.unwrap_or(before);
    ui.horizontal(|ui| {
        ui.label(soft(ctx, ctx.words.value(JudgementField::Stage)));
        let chosen = drafted(ctx, ui, |form, take| form.choice(id, &label, shown, take));
        if let Some(stage) = chosen {
            *now = (stage != before).then_some(stage);
        }
    });
}
