//! People chosen by typing part of a name, or from the map.

use egui::{Id, Key, Popup, RichText, TextEdit};

use super::{Form, draft, make_room, name_widget, set_draft};
use crate::edit::Edit;
use crate::model::{Account, MemberId, Person, PersonId, Seat, TeamMember};
use crate::theme::{TextSize, Weight};
use crate::ui::ViewState;
use crate::words::{Message, pinyin};

/// How many people a search shows.
const SHOWN: usize = 8;

/// People whose name, pinyin, second name, title or unit contains every word of `text`, those whose name
/// begins with it first. Cost: one walk over people and seats.
pub(in crate::ui) fn person_search(account: &Account, text: &str, most: usize) -> Vec<PersonId> {
    let words: Vec<String> = text.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let mut seats: std::collections::BTreeMap<PersonId, &Seat> = std::collections::BTreeMap::new();
    for seat in account.all::<Seat>() {
        if let Some(person) = seat.holder {
            seats.entry(person).or_insert(seat);
        }
    }
    let mut found: Vec<(bool, PersonId)> = Vec::new();
    for person in account.all::<Person>() {
        let (title, unit) = seats.get(&person.id).map_or(("", ""), |seat| (seat.title.as_str(), seat.unit.as_str()));
        let spelled = pinyin(&person.name);
        let all = format!("{} {} {title} {unit} {spelled}", person.name, person.second_name).to_lowercase();
        if words.iter().all(|word| all.contains(word)) {
            let begins = words.first().is_some_and(|word| person.name.to_lowercase().starts_with(word));
            found.push((!begins, person.id));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(most).map(|(_, person)| person).collect()
}

impl Form<'_> {
    /// A labelled list of people: each a link to the map, with a way out; more by typing part of a
    /// name or from the map's selection.
    pub(in crate::ui) fn people(
        &mut self,
        view: &mut ViewState,
        id: Id,
        label: &str,
        chosen: &[PersonId],
        edit: impl Fn(Vec<PersonId>) -> Edit,
    ) {
        if !label.is_empty() {
            self.label(label);
        }
        let ctx = self.ctx;
        let mut people = chosen.to_vec();
        let is_free = !ctx.is_read_only;
        self.ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for person in chosen {
                let name = ctx.account.person_name(*person);
                // A name goes to the next line whole, with its way out.
                make_room(ui, ctx.measure.width(name, TextSize::SECOND, Weight::Regular) + 28.0);
                ui.push_id(id.with(*person), |ui| {
                    let text = RichText::new(name).size(TextSize::SECOND);
                    if ui.link(text).on_hover_text(ctx.words.say(Message::ShowOnMap)).clicked() {
                        view.show_person(ctx.account, *person);
                    }
                    if is_free {
                        let out = ui.add(egui::Button::new(RichText::new("×").size(TextSize::SECOND)).frame(false));
                        name_widget(&out, &ctx.words.text(&Message::TakeOut { name: name.to_owned() }));
                        if out.clicked() {
                            people.retain(|other| other != person);
                        }
                    }
                });
            }
            if is_free {
                let more = ui.small_button("+");
                name_widget(&more, &format!("{label} +"));
                let more = more.on_hover_text(ctx.words.say(Message::AddPeople));
                add_people_ui(ctx, view, &more, id, &mut people);
            }
        });
        if people != chosen {
            self.edit(edit(people));
        }
    }

    /// A list that drops down with the members of our team.
    pub(in crate::ui) fn member(
        &mut self,
        id: Id,
        name: &str,
        value: Option<MemberId>,
        edit: impl FnOnce(Option<MemberId>) -> Edit,
    ) {
        let members = self.ctx.account.ranked::<TeamMember>();
        let options: Vec<(Option<MemberId>, String)> = std::iter::once((None, self.ctx.words.text(&Message::NotSaid)))
            .chain(members.iter().map(|member| (Some(member.id), member.name.clone())))
            .collect();
        self.pick(id, name, &value, &options, |value| edit(*value));
    }
}

/// The small window behind the plus: a search, and those selected on the map.
fn add_people_ui(
    ctx: &crate::ui::ViewContext<'_>,
    view: &ViewState,
    more: &egui::Response,
    id: Id,
    people: &mut Vec<PersonId>,
) {
    let popup = Popup::menu(more).close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        ui.set_min_width(220.0);
        let key = id.with("search");
        let mut text = draft(ui, key).unwrap_or_default();
        let hint = RichText::new(ctx.words.say(Message::SearchHint)).color(ctx.palette.ink_faint());
        let field = ui.add(TextEdit::singleline(&mut text).id(key).hint_text(hint));
        name_widget(&field, &ctx.words.say(Message::AddPeople));
        if !field.has_focus() && !field.lost_focus() {
            field.request_focus();
        }
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let marked: Vec<PersonId> =
            view.people(ctx.account).into_iter().filter(|person| !people.contains(person)).collect();
        if text.is_empty() && !marked.is_empty() {
            let count = Message::AddSelected { count: marked.len().to_string() };
            if ui.button(ctx.words.text(&count)).clicked() {
                people.extend(&marked);
                Popup::close_all(ui.ctx());
            }
        }
        let found = person_search(ctx.account, &text, SHOWN + people.len());
        let found: Vec<PersonId> = found.into_iter().filter(|person| !people.contains(person)).take(SHOWN).collect();
        for (row, person) in found.iter().enumerate() {
            let name = ctx.account.person_name(*person);
            let is_taken = ui.push_id(*person, |ui| ui.selectable_label(row == 0 && !text.is_empty(), name).clicked());
            if is_taken.inner || (row == 0 && is_entered) {
                people.push(*person);
                text.clear();
                field.request_focus();
            }
        }
        if found.is_empty() {
            ui.label(RichText::new(ctx.words.say(Message::FindNobody)).color(ctx.palette.ink_soft()));
        }
        set_draft(ui, key, Some(text));
    });
}
