//! Our team: who does what on this account, and whom each of us knows how well.

use egui::Ui;

use super::cells::{Cell, FIELD, SHORT, cells_ui, labeled};
use super::list::{
    RowTool, add_button, count_note, named, next_rank, push_tool, row_ui, rows_ui, section_ui, take_keys,
};
use super::objectives::plan_id;
use crate::edit::{Edit, MemberChange, PlanChange, RecordEdit, TeamRelationChange};
use crate::model::{MemberId, TeamMember, TeamRelation};
use crate::ui::fields::{Form, field_id};
use crate::ui::guide::pairs_ui;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::Message;

/// Draws the members, each with the people known.
pub(super) fn team_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let team = ctx.account.ranked::<TeamMember>();
    let lack = team.iter().filter(|member| member.role.is_empty()).count();
    let note = match lack {
        0 => count_note(ctx, team.len(), 0, ""),
        lack => ctx.words.text(&Message::PlanRolesMissing { count: team.len().to_string(), lack: lack.to_string() }),
    };
    section_ui(ctx, ui, "plan-team", (Message::PlanTeam, note), |ui| {
        if team.is_empty() {
            Form::new(ctx, ui, actions).note(ctx.words.say(Message::PlanEmptyTeam));
        }
        let name = |member: &TeamMember| named(ctx, &member.name, "team_member");
        let asked = rows_ui(ctx, ui, &team, name, |ui, member| member_ui(ctx, view, ui, actions, member));
        push_tool(actions, &team, asked, Edit::Member);
        if ctx.account.all::<TeamRelation>().any(|relation| relation.member.is_none()) {
            Form::new(ctx, ui, actions).label(ctx.words.say(Message::PlanRelationsOfNobody));
            relations_ui(ctx, view, ui, actions, None);
        }
        if add_button(ctx, ui, Message::PlanAddMember) {
            let rank = next_rank::<TeamMember>(ctx.account);
            let member = TeamMember { rank, ..TeamMember::new(view.ids.fresh()) };
            view.wants_field = Some(field_id("member", member.id, "name"));
            actions.push(Action::Edit(Edit::Member(RecordEdit::Add(Box::new(member)))));
        }
        if !team.is_empty() {
            ui.add_space(12.0);
            pairs_ui(ctx, view, ui);
            let mut form = Form::new(ctx, ui, actions);
            let (word, hint) = (form.word("team_note"), ctx.words.say(Message::TeamHintNote));
            let edit = |text| Edit::Plan(PlanChange::TeamNote(text));
            form.area(plan_id(ctx, "team_note"), &word, &ctx.account.plan.team_note, &hint, edit);
        }
    });
}

fn member_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, member: &TeamMember) {
    let set = |change| Edit::Member(RecordEdit::Set(member.id, change));
    let id = |field| field_id("member", member.id, field);
    let mut form = Form::new(ctx, ui, actions);
    cells_ui(
        &mut form,
        view,
        FIELD,
        &[
            &|form, view| {
                let word = form.word("name");
                let name = form.text(id("name"), &word, &member.name, "", |text| set(MemberChange::Name(text)));
                take_keys(view, id("name"), &name);
            },
            &|form, _| {
                // Not the buying role, which the word for the field means.
                let word = ctx.words.say(Message::PlanMemberRole);
                let hint = ctx.words.say(Message::PlanHintRole);
                form.text(id("role"), &word, &member.role, &hint, |text| set(MemberChange::Role(text)));
            },
        ],
    );
    place_ui(&mut form, view, member);
    relations_ui(ctx, view, ui, actions, Some(member.id));
    let name = named(ctx, &member.name, "team_member");
    if add_button(ctx, ui, Message::PlanAddRelation { name }) {
        let relation = TeamRelation { member: Some(member.id), ..TeamRelation::new(view.ids.fresh()) };
        view.wants_field = Some(field_id("team-relation", relation.id, "note"));
        actions.push(Action::Edit(Edit::TeamRelation(RecordEdit::Add(Box::new(relation)))));
    }
    ui.separator();
}

/// Where a member belongs, what it answers for and learns, and how much of its time goes into the account.
fn place_ui(form: &mut Form<'_>, view: &mut ViewState, member: &TeamMember) {
    let ctx = form.ctx;
    let set = |change| Edit::Member(RecordEdit::Set(member.id, change));
    let id = |field| field_id("member", member.id, field);
    cells_ui(
        form,
        view,
        FIELD,
        &[
            &|form, _| {
                let word = form.word("function");
                form.text(id("function"), &word, &member.function, "", |text| set(MemberChange::Function(text)));
            },
            &|form, _| {
                let (word, hint) = (form.word("duties"), ctx.words.say(Message::TeamHintDuties));
                form.text(id("duties"), &word, &member.duties, &hint, |text| set(MemberChange::Duties(text)));
            },
            &|form, _| {
                let (word, hint) = (form.word("development"), ctx.words.say(Message::TeamHintDevelopment));
                let edit = |text| set(MemberChange::Development(text));
                form.text(id("development"), &word, &member.development, &hint, edit);
            },
            &|form, view| {
                let style = &|form: &mut Form<'_>, _: &mut ViewState| {
                    let word = labeled(form, "style");
                    form.choice(id("style"), &word, member.style, |style| set(MemberChange::Style(style)));
                };
                let time = &|form: &mut Form<'_>, _: &mut ViewState| {
                    let word = form.word("time_share");
                    let edit = |share| set(MemberChange::TimeShare(share));
                    form.percent(id("time_share"), &word, member.time_share, edit);
                };
                cells_ui(form, view, SHORT, &[style, time]);
            },
        ],
    );
    let word = form.word("is_other_function");
    form.tick(&word, member.is_other_function, |is_other| set(MemberChange::IsOtherFunction(is_other)));
}

/// Whom a member knows, or the relations that name no member.
fn relations_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    member: Option<MemberId>,
) {
    for relation in ctx.account.all::<TeamRelation>().filter(|relation| relation.member == member) {
        let person = relation.person.map_or("", |person| ctx.account.person_name(person));
        let name = named(ctx, person, "team_relation");
        let draw = |ui: &mut Ui| {
            row_ui(ctx, ui, &name, None, |ui| relation_ui(&mut Form::new(ctx, ui, actions), view, relation))
        };
        if ui.push_id(relation.id, draw).inner == Some(RowTool::Remove) {
            actions.push(Action::Edit(Edit::TeamRelation(RecordEdit::Remove(relation.id))));
        }
    }
}

fn relation_ui(form: &mut Form<'_>, view: &mut ViewState, relation: &TeamRelation) {
    let set = |change| Edit::TeamRelation(RecordEdit::Set(relation.id, change));
    let id = |field| field_id("team-relation", relation.id, field);
    let who_of_us: Cell<'_> = &|form, _| {
        let word = labeled(form, "member");
        form.member(id("member"), &word, relation.member, |member| set(TeamRelationChange::Member(member)));
    };
    let whom: Cell<'_> = &|form, view| {
        let word = form.word("person");
        let known: Vec<_> = relation.person.into_iter().collect();
        // Of two the later one was just chosen.
        let edit = |people: Vec<_>| set(TeamRelationChange::Person(people.last().copied()));
        form.people(view, id("person"), &word, &known, edit);
    };
    let how_well: Cell<'_> = &|form, _| {
        let word = labeled(form, "stage");
        form.choice(id("stage"), &word, relation.stage, |stage| set(TeamRelationChange::Stage(stage)));
    };
    let note: Cell<'_> = &|form, view| {
        let (word, hint) = (form.word("note"), form.ctx.words.say(Message::PlanHintRelation));
        let edit = |text| set(TeamRelationChange::Note(text));
        let text = form.text(id("note"), &word, &relation.note, &hint, edit);
        take_keys(view, id("note"), &text);
    };
    match relation.member {
        Some(_) => cells_ui(form, view, SHORT, &[whom, how_well, note]),
        None => cells_ui(form, view, SHORT, &[who_of_us, whom, how_well, note]),
    }
}
