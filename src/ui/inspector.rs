//! The inspector: who the selected person is, what we judge, and whom the person moves.

use egui::{RichText, ScrollArea, Sense, Ui, vec2};

use super::overview::overview_ui;
use super::style::bold_text;
use super::symbols::{Judged, paint_judged};
use super::{ViewContext, ViewState};
use crate::model::{JudgementField, Link, LinkKind, Person, PersonId, Seat, SeatId};
use crate::theme::TextSize;
use crate::words::{Message, date};

/// Draws what is known of the selected card.
pub(super) fn inspector_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui) {
    let Some(seat) = view.selection.first().and_then(|id| ctx.account.get::<Seat>(*id)) else {
        overview_ui(ctx, ui);
        return;
    };
    let mut go = None;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.add_space(8.0);
        head_ui(ctx, seat, ui);
        if let Some(person) = ctx.account.holder(seat.id) {
            judgements_ui(ctx, view, person, ui);
        }
        relations_ui(ctx, seat, ui, &mut go);
        if let Some(person) = ctx.account.holder(seat.id) {
            texts_ui(ctx, view, person, ui);
        }
        ui.add_space(16.0);
    });
    if let Some(seat) = go {
        view.selection = [seat].into();
    }
}

fn head_ui(ctx: &ViewContext<'_>, seat: &Seat, ui: &mut Ui) {
    let vacant = ctx.words.say(Message::Vacant);
    let name = ctx.account.holder(seat.id).map_or(vacant.as_ref(), |person| person.name.as_str());
    ui.label(bold_text(name, TextSize::ACCOUNT, ctx));
    let place: Vec<&str> =
        [seat.title.as_str(), seat.unit.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    if !place.is_empty() {
        ui.label(RichText::new(place.join(" · ")).color(ctx.palette.ink_soft()));
    }
    if let Some(person) = ctx.account.holder(seat.id) {
        let contact: Vec<&str> = [person.second_name.as_str(), &person.phone, &person.email]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        if !contact.is_empty() {
            ui.label(RichText::new(contact.join(" · ")).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        }
    }
    ui.add_space(8.0);
}

fn judgements_ui(ctx: &ViewContext<'_>, view: &ViewState, person: &Person, ui: &mut Ui) {
    let judged = ctx.account.judgement(person, view.opportunity);
    let words = ctx.words;
    let unknown = || words.say(Message::UnknownValue).into_owned();
    let rows = [
        (JudgementField::Role, Judged::Role(judged.role), judged.role.map(|value| words.value(value).to_owned())),
        (
            JudgementField::Attitude,
            Judged::Attitude(person.attitude),
            person.attitude.map(|value| words.value(value).to_owned()),
        ),
        (
            JudgementField::Support,
            Judged::Support(judged.support),
            judged.support.map(|value| words.value(value).to_owned()),
        ),
        (
            JudgementField::Coverage,
            Judged::Coverage(judged.coverage),
            judged.coverage.map(|value| words.value(value).to_owned()),
        ),
    ];
    for (field, symbol, word) in rows {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
            paint_judged(ui.painter(), rect.center(), 14.0, symbol, ctx.palette, 1.0);
            let label = RichText::new(words.value(field)).size(TextSize::SECOND).color(ctx.palette.ink_soft());
            let start = ui.cursor().left();
            ui.label(label);
            // The values stand below each other, whatever the labels' widths.
            ui.add_space((88.0 - (ui.cursor().left() - start)).max(0.0));
            ui.label(word.unwrap_or_else(unknown));
        });
        evidence_ui(ctx, &judged, field, ui);
    }
    let mut more = Vec::new();
    if let Some(political) = judged.political {
        more.push(words.value(political).to_owned());
    }
    if judged.veto == Some(true) {
        more.push(words.say(Message::MarkVeto).into_owned());
    }
    if judged.coach == Some(true) {
        more.push(words.say(Message::MarkCoach).into_owned());
    }
    if let Some(stage) = person.stage {
        more.push(words.value(stage).to_owned());
    }
    if !more.is_empty() {
        ui.label(more.join(" · "));
    }
    ui.add_space(12.0);
}

fn evidence_ui(ctx: &ViewContext<'_>, judged: &crate::model::Judgement, field: JudgementField, ui: &mut Ui) {
    let Some(evidence) = judged.evidence.get(&field) else {
        return;
    };
    let mut parts: Vec<String> = Vec::new();
    parts.extend(Some(evidence.source.clone()).filter(|source| !source.is_empty()));
    parts.extend(evidence.confidence.map(|confidence| ctx.words.value(confidence).to_owned()));
    let verified = |day| ctx.words.text(&Message::InspectorVerified { date: date(day) });
    parts.extend(evidence.verified.map(verified));
    ui.horizontal_wrapped(|ui| {
        ui.add_space(24.0);
        ui.label(RichText::new(parts.join(" · ")).size(TextSize::CAPTION).color(ctx.palette.ink_faint()));
    });
}

fn relations_ui(ctx: &ViewContext<'_>, seat: &Seat, ui: &mut Ui, go: &mut Option<SeatId>) {
    let boss: Vec<SeatId> = seat.reports_to.into_iter().collect();
    let reports: Vec<SeatId> =
        ctx.account.all::<Seat>().filter(|other| other.reports_to == Some(seat.id)).map(|other| other.id).collect();
    seats_ui(ctx, ui, Message::InspectorReportsTo, &boss, go);
    seats_ui(ctx, ui, Message::InspectorReports, &reports, go);
    let Some(person) = seat.holder else { return };
    let seats = ctx.account.seat_of_person();
    let linked = |pick: &dyn Fn(&Link) -> Option<PersonId>| -> Vec<SeatId> {
        ctx.account.all::<Link>().filter_map(pick).filter_map(|person| seats.get(&person).copied()).collect()
    };
    let influences = |link: &Link| (link.kind.is_directed() && link.from == person).then_some(link.to);
    let influenced = |link: &Link| (link.kind.is_directed() && link.to == person).then_some(link.from);
    let other = |link: &Link| {
        if link.from == person { link.to } else { link.from }
    };
    let conflict = |link: &Link| {
        (link.is_understood() && link.kind == LinkKind::Conflict && link.touches(person)).then(|| other(link))
    };
    let tie = |link: &Link| (matches!(link.kind, LinkKind::Tie(_)) && link.touches(person)).then(|| other(link));
    seats_ui(ctx, ui, Message::InspectorInfluences, &linked(&influences), go);
    seats_ui(ctx, ui, Message::InspectorInfluencedBy, &linked(&influenced), go);
    seats_ui(ctx, ui, Message::InspectorConflicts, &linked(&conflict), go);
    seats_ui(ctx, ui, Message::InspectorTies, &linked(&tie), go);
}

fn seats_ui(ctx: &ViewContext<'_>, ui: &mut Ui, title: Message, seats: &[SeatId], go: &mut Option<SeatId>) {
    if seats.is_empty() {
        return;
    }
    ui.label(RichText::new(ctx.words.say(title)).size(TextSize::SECOND).color(ctx.palette.ink_soft()));
    ui.horizontal_wrapped(|ui| {
        for id in seats {
            let name = ctx
                .account
                .holder(*id)
                .map_or_else(|| ctx.words.seat_name(ctx.account, *id), |person| person.name.clone());
            ui.push_id(*id, |ui| {
                if ui.link(name).clicked() {
                    *go = Some(*id);
                }
            });
        }
    });
    ui.add_space(8.0);
}

fn texts_ui(ctx: &ViewContext<'_>, view: &ViewState, person: &Person, ui: &mut Ui) {
    let judged = ctx.account.judgement(person, view.opportunity);
    let texts = [("goal", &judged.goal), ("win", &judged.win), ("notes", &person.notes)];
    for (field, text) in texts {
        if !text.is_empty() {
            ui.label(
                RichText::new(ctx.words.label("field", field)).size(TextSize::SECOND).color(ctx.palette.ink_soft()),
            );
            ui.label(text);
            ui.add_space(8.0);
        }
    }
    if !person.members.is_empty() {
        let names: Vec<&str> = person.members.iter().map(|member| ctx.account.person_name(*member)).collect();
        let label = RichText::new(ctx.words.label("field", "members"));
        ui.label(label.size(TextSize::SECOND).color(ctx.palette.ink_soft()));
        ui.label(names.join(ctx.words.list_separator()));
        ui.add_space(8.0);
    }
    for fact in &person.facts {
        ui.label(RichText::new(format!("{}: {}", fact.name, fact.value)).size(TextSize::SECOND));
    }
}
