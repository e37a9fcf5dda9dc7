//! Facts of a person: what we want and what the person wins, notes, contact, what tables brought, actions.

use egui::{Button, Id, RichText, Ui, vec2};

use super::evidence::evidence_ui;
use super::judgements::Subject;
use super::{caption, faint, section_ui, soft, title_ui};
use crate::edit::{Edit, OpportunityJudgementChange, PersonChange};
use crate::model::{
    Action as PlanAction, BuyingRole, BuyingTag, Coded, Fact, JudgementField, Kept, Person, PersonKind,
};
use crate::theme::TextSize;
use crate::ui::fields::{Form, field_id, name_widget};
use crate::ui::{Action, Actions, Command, ViewContext, ViewState};
use crate::words::{Message, date};

/// The share of a fact's row that its name takes.
const NAME_SHARE: f32 = 0.4;

/// Draws the goal for the person and the personal win: the opportunity's own, or the account's.
pub(super) fn wishes_ui(form: &mut Form<'_>, subject: &Subject<'_>) {
    let ctx = form.ctx;
    let (person, own) = (subject.person, subject.own());
    let id = |field| field_id("inspector", person.id, field);
    let label = caption(ctx, "goal");
    let hint = ctx.words.say(Message::InspectorGoalHint);
    let texts = (own.map_or("", |own| own.goal.as_str()), person.judgement.goal.as_str(), &*hint);
    wish_ui(form, subject, (id("goal"), &label), texts, |text| match subject.opportunity {
        Some(opportunity) => subject.judge(opportunity, OpportunityJudgementChange::Goal(text)),
        None => subject.set(PersonChange::Goal(text)),
    });
    form.ui.add_space(4.0);
    let label = ctx.words.value(JudgementField::Win);
    let hint = ctx.words.say(Message::InspectorWinHint);
    let texts = (own.map_or("", |own| own.win.as_str()), person.judgement.win.as_str(), &*hint);
    wish_ui(form, subject, (id("win"), label), texts, |text| match subject.opportunity {
        Some(opportunity) => subject.judge(opportunity, OpportunityJudgementChange::Win(text)),
        None => subject.set(PersonChange::Win(text)),
    });
    let proof = subject.proof(id("win"), label, JudgementField::Win);
    let is_known = !person.judgement.win.is_empty() || own.is_some_and(|own| !own.win.is_empty());
    if is_known || proof.shown.is_some() {
        evidence_ui(form, &proof, |evidence| subject.set_evidence(JudgementField::Win, evidence));
    }
}

/// One text: where the opportunity has none of its own, the account's stands faint in the field.
fn wish_ui(
    form: &mut Form<'_>,
    subject: &Subject<'_>,
    (id, label): (Id, &str),
    (own, account, hint): (&str, &str, &str),
    edit: impl FnOnce(String) -> Edit,
) {
    match subject.opportunity {
        Some(_) => form.area(id, label, own, if account.is_empty() { hint } else { account }, edit),
        None => form.area(id, label, account, hint, edit),
    };
}

/// Draws members, notes, contact, and what is asked for less often; each in a section that folds.
pub(super) fn facts_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    person: &Person,
) {
    if person.kind == PersonKind::Group || !person.members.is_empty() {
        let id = field_id("inspector", person.id, "members");
        let label = caption(ctx, "members");
        Form::new(ctx, ui, actions).people(view, id, &label, &person.members, |members| {
            // A group is no member of itself.
            let members = members.into_iter().filter(|member| *member != person.id).collect();
            set(person, PersonChange::Members(members))
        });
    }
    section_ui(ctx, ui, ("notes", &ctx.words.say(Message::InspectorNotes)), |ui| {
        let id = field_id("inspector", person.id, "notes");
        let hint = ctx.words.say(Message::InspectorNotesHint);
        let label = caption(ctx, "notes");
        Form::new(ctx, ui, actions)
            .area(id, &label, &person.notes, &hint, |text| set(person, PersonChange::Notes(text)));
    });
    section_ui(ctx, ui, ("contact", &ctx.words.say(Message::InspectorContact)), |ui| {
        contact_ui(&mut Form::new(ctx, ui, actions), person);
    });
    section_ui(ctx, ui, ("more", &ctx.words.say(Message::InspectorMore)), |ui| {
        ticks_ui(&mut Form::new(ctx, ui, actions), person);
        rows_ui(ctx, ui, actions, person);
    });
}

fn set(person: &Person, change: PersonChange) -> Edit {
    Edit::Person(crate::edit::RecordEdit::Set(person.id, change))
}

/// Name of a field, what stands in it, and the change that sets it.
type TextFact<'a> = (&'static str, &'a str, fn(String) -> PersonChange);

fn contact_ui(form: &mut Form<'_>, person: &Person) {
    let fields: [TextFact<'_>; 4] = [
        ("second_name", &person.second_name, PersonChange::SecondName),
        ("phone", &person.phone, PersonChange::Phone),
        ("email", &person.email, PersonChange::Email),
        ("contact", &person.contact, PersonChange::Contact),
    ];
    for (field, value, change) in fields {
        let label = caption(form.ctx, field);
        let id = field_id("inspector", person.id, field);
        form.text(id, &label, value, "", |text| set(person, change(text)));
        form.ui.add_space(4.0);
    }
}

/// Roles held beside the first one, and tags of the buying center.
fn ticks_ui(form: &mut Form<'_>, person: &Person) {
    let ctx = form.ctx;
    let judgement = &person.judgement;
    form.label(caption(ctx, "extra_roles"));
    for role in BuyingRole::ALL.iter().copied().filter(|role| judgement.role != Some(*role)) {
        form.tick(ctx.words.value(role), judgement.extra_roles.contains(&role), |is_held| {
            let mut roles = judgement.extra_roles.clone();
            if is_held {
                roles.insert(role)
            } else {
                roles.remove(&role)
            };
            set(person, PersonChange::ExtraRoles(roles))
        });
    }
    form.ui.add_space(4.0);
    form.label(caption(ctx, "tags"));
    for tag in BuyingTag::ALL.iter().copied() {
        form.tick(ctx.words.value(tag), judgement.tags.contains(&tag), |is_held| {
            let mut tags = judgement.tags.clone();
            if is_held {
                tags.insert(tag)
            } else {
                tags.remove(&tag)
            };
            set(person, PersonChange::Tags(tags))
        });
    }
    form.ui.add_space(4.0);
}

/// Facts from tables that have no field of their own: name, value, way out.
fn rows_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, person: &Person) {
    let id = field_id("inspector", person.id, "facts");
    let button = title_ui(ctx, ui, id, &caption(ctx, "facts"), "+");
    let mut facts = person.facts.clone();
    if button.is_some_and(|button| button.clicked()) {
        facts.push(Fact { name: String::new(), value: String::new(), kept: Kept::default() });
        actions.push(Action::Edit(set(person, PersonChange::Facts(facts))));
        return;
    }
    for place in 0..person.facts.len() {
        // A fact has no id, so its place among the person's facts stands for one.
        ui.push_id(place, |ui| fact_ui(ctx, ui, actions, (person, place)));
    }
}

fn fact_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, (person, place): (&Person, usize)) {
    let Some(fact) = person.facts.get(place) else { return };
    let with = |change: &dyn Fn(&mut Fact)| {
        let mut facts = person.facts.clone();
        facts.iter_mut().skip(place).take(1).for_each(change);
        set(person, PersonChange::Facts(facts))
    };
    let id = |field| field_id("inspector-fact", format_args!("{}/{place}", person.id), field);
    ui.horizontal(|ui| {
        let room = ui.available_width() - 28.0;
        let label = caption(ctx, "name");
        ui.allocate_ui(vec2(room * NAME_SHARE, 20.0), |ui| {
            Form::new(ctx, ui, actions)
                .bare_text(id("name"), &label, &fact.name, &label, |text| with(&|fact| fact.name.clone_from(&text)));
        });
        let name = if fact.name.is_empty() { caption(ctx, "text") } else { fact.name.clone() };
        ui.allocate_ui(vec2(room * (1.0 - NAME_SHARE) - 8.0, 20.0), |ui| {
            Form::new(ctx, ui, actions).bare_text(id("value"), &name, &fact.value, &caption(ctx, "text"), |text| {
                with(&|fact| fact.value.clone_from(&text))
            });
        });
        if !ctx.is_read_only {
            let out = ui.add(Button::new(soft(ctx, "×")).frame(false));
            let words = ctx.words.text(&Message::TakeOut { name });
            name_widget(&out, &words);
            if out.on_hover_text(words).clicked() {
                let mut facts = person.facts.clone();
                facts.remove(place);
                actions.push(Action::Edit(set(person, PersonChange::Facts(facts))));
            }
        }
    });
}

/// Draws the actions that concern the person, those still open first.
pub(super) fn actions_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    person: &Person,
) {
    let id = field_id("inspector", person.id, "actions");
    let button = title_ui(ctx, ui, id, &ctx.words.say(Message::PageActions), "+");
    if button.is_some_and(|button| button.clicked()) {
        actions.push(Action::Command(Command::AddAction));
    }
    let mut listed: Vec<&PlanAction> =
        ctx.account.all::<PlanAction>().filter(|action| action.people.contains(&person.id)).collect();
    listed.sort_by_key(|action| (!action.is_open(), action.due.is_none(), action.due));
    if listed.is_empty() {
        ui.label(faint(ctx, ctx.words.say(Message::InspectorNoActions)));
    }
    for action in listed {
        ui.push_id(action.id, |ui| action_ui(ctx, view, ui, action));
    }
    ui.add_space(4.0);
}

/// What is to be delivered and when; a click opens the actions.
fn action_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, action: &PlanAction) {
    let is_late = action.is_overdue(ctx.today);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some(due) = action.due {
            let color = if is_late { ctx.palette.warning() } else { ctx.palette.ink_soft() };
            ui.label(RichText::new(date(due)).size(TextSize::SECOND).color(color));
        }
        let what = if action.what.is_empty() { caption(ctx, "what") } else { action.what.clone() };
        let color = if action.is_open() { ctx.palette.accent() } else { ctx.palette.ink_faint() };
        let link = ui.link(RichText::new(what).size(TextSize::SECOND).color(color));
        if link.on_hover_text(ctx.words.value(action.status)).clicked() {
            view.show_action(action.id);
        }
    });
}
