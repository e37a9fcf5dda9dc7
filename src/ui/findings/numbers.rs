//! The numbers of the rules: each can be changed for this account, with what ships beside it.

use egui::{Button, CollapsingHeader, DragValue, RichText, Ui};

use super::super::style::bold_text;
use crate::edit::{Edit, ProfileChange};
use crate::method::{RuleSetting, SettingKind};
use crate::model::{Account, Coded, FindingRule, Kept, RuleValue};
use crate::theme::TextSize;
use crate::ui::fields::name_widget;
use crate::ui::{Action, Actions, ViewContext};
use crate::words::Message;

/// Draws the numbers, folded away until they are asked for.
pub(super) fn numbers_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions) {
    let title = bold_text(ctx.words.say(Message::FindingsNumbers), TextSize::SECTION, ctx);
    CollapsingHeader::new(title).id_salt("finding-numbers").default_open(false).show_unindented(ui, |ui| {
        let hint = RichText::new(ctx.words.say(Message::FindingsNumbersHint)).size(TextSize::SECOND);
        ui.label(hint.color(ctx.palette.ink_faint()));
        for rule in FindingRule::ALL {
            part_ui(ctx, ui, actions, (Some(*rule), ctx.words.value(*rule)));
        }
        part_ui(ctx, ui, actions, (None, &ctx.words.say(Message::FindingsGeneral)));
    });
}

/// The settings of one rule, or those that belong to none.
fn part_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, (rule, title): (Option<FindingRule>, &str)) {
    ui.add_space(8.0);
    ui.label(bold_text(title, TextSize::SECOND, ctx));
    for setting in ctx.insights.rules.settings().iter().filter(|setting| rule_of(ctx, setting) == rule) {
        ui.push_id(&setting.name, |ui| setting_ui(ctx, ui, actions, (setting, title)));
    }
}

/// The rule a setting belongs to: a number belongs to the rule its name begins with.
fn rule_of(ctx: &ViewContext<'_>, setting: &RuleSetting) -> Option<FindingRule> {
    let part = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    match setting.kind {
        SettingKind::On(rule) | SettingKind::Weight(rule) => Some(rule),
        // The costs of a way serve several rules.
        SettingKind::Number(number) if number.name().starts_with("path.") => None,
        SettingKind::Number(_) => {
            let own = part(&setting.name);
            let of = ctx.insights.rules.settings().iter().find(|other| part(&other.name) == own);
            of.and_then(|of| match of.kind {
                SettingKind::On(rule) | SettingKind::Weight(rule) => Some(rule),
                SettingKind::Number(_) => None,
            })
        }
    }
}

fn setting_ui(ctx: &ViewContext<'_>, ui: &mut Ui, actions: &mut Actions, (setting, title): (&RuleSetting, &str)) {
    let label = ctx.words.setting(setting);
    let name = format!("{title}: {label}");
    let mut value = setting.value;
    ui.horizontal_wrapped(|ui| {
        let field = ui.add_enabled_ui(!ctx.is_read_only, |ui| match setting.kind {
            SettingKind::On(_) => {
                let mut is_on = value != 0;
                let tick = ui.checkbox(&mut is_on, "");
                value = i32::from(is_on);
                tick
            }
            SettingKind::Weight(_) | SettingKind::Number(_) => {
                ui.add(DragValue::new(&mut value).range(setting.min..=setting.max).speed(0.2))
            }
        });
        name_widget(&field.inner, &name);
        ui.label(RichText::new(label).size(TextSize::SECOND));
        if setting.value != setting.shipped {
            let shipped = ctx.words.text(&Message::FindingShipped { value: setting.shipped.to_string() });
            ui.label(RichText::new(shipped).size(TextSize::SECOND).color(ctx.palette.ink_faint()));
            let again = Button::new(RichText::new(ctx.words.say(Message::FindingAsShipped)).size(TextSize::SECOND));
            let again = ui.add_enabled(!ctx.is_read_only, again);
            name_widget(&again, &format!("{name}: {}", ctx.words.say(Message::FindingAsShipped)));
            if again.clicked() {
                value = setting.shipped;
            }
        }
    });
    if value != setting.value {
        actions.push(Action::Edit(own_value(ctx.account, setting, value)));
    }
}

/// The account's own values with this one; what is as shipped need not be kept.
fn own_value(account: &Account, setting: &RuleSetting, value: i32) -> Edit {
    let mut own = account.profile.rule_values.clone();
    let known = own.iter().rposition(|own| own.name == setting.name);
    match known {
        _ if value == setting.shipped => own.retain(|own| own.name != setting.name),
        Some(at) => own[at].value = value,
        None => own.push(RuleValue { name: setting.name.clone(), value, kept: Kept::default() }),
    }
    Edit::Profile(ProfileChange::RuleValues(own))
}
