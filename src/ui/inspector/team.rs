//! Who of us knows the person, and how well.

use egui::{Align, Button, Layout, Ui};

use super::{caption, soft, title_ui};
use crate::edit::{Edit, RecordEdit, TeamRelationChange};
use crate::model::{Person, TeamMember, TeamRelation};
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::{Action, Actions, PlanPage, ViewContext, ViewState};
use crate::words::Message;

/// Draws our members who know the person, each with the stage reached.
pub(super) fn team_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    person: &Person,
) {
    let id = field_id("inspector", person.id, "team");
    let button = title_ui(ctx, ui, id, &ctx.words.say(Message::InspectorTeam), "+");
    if button.is_some_and(|button| button.clicked()) {
        let relation = TeamRelation { person: Some(person.id), ..TeamRelation::new(view.ids.fresh()) };
        actions.push(Action::Edit(Edit::TeamRelation(RecordEdit::Add(Box::new(relation)))));
    }
    let mut is_any = false;
    for relation in ctx.account.all::<TeamRelation>().filter(|relation| relation.person == Some(person.id)) {
        is_any = true;
        ui.push_id(relation.id, |ui| relation_ui(ctx, ui, actions, relation));
        ui.add_space(4.0);
    }
    if is_any && ctx.account.all::<TeamMember>().next().is_none() {
        let text = soft(ctx, ctx.words.say(Message::InspectorNoTeam)).color(ctx.palette.accent());
        if ui.link(text).clicked() {
            view.show_plan(PlanPage::TEAM);
        }
    }
}

/// The member with a way out at the right, and the stage below.
fn relation_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, relation: &TeamRelation) {
    let set = |change| Edit::TeamRelation(RecordEdit::Set(relation.id, change));
    let id = |field| field_id("inspector-relation", relation.id, field);
    let mut is_out = false;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !ctx.is_read_only {
                let name = relation.member.and_then(|member| ctx.account.get::<TeamMember>(member));
                let name = name.map_or_else(String::new, |member| member.name.clone());
                let out = ui.add(Button::new(soft(ctx, "×")).frame(false));
                let words = ctx.words.text(&Message::TakeOut { name });
                name_widget(&out, &words);
                is_out = out.on_hover_text(words).clicked();
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let member = caption(ctx, "member");
                let edit = |member| set(TeamRelationChange::Member(member));
                Form::new(ctx, ui, actions).member(id("member"), &member, relation.member, edit);
            });
        });
    });
    ui.horizontal(|ui| {
        let stage = caption(ctx, "stage");
        ui.label(soft(ctx, stage.as_str()));
        let edit = |stage| set(TeamRelationChange::Stage(stage));
        Form::new(ctx, ui, actions).choice(id("stage"), &stage, relation.stage, edit);
    });
    if is_out {
        actions.push(Action::Edit(Edit::TeamRelation(RecordEdit::Remove(relation.id))));
    }
}
