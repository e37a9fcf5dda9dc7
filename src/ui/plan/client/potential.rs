//! Our share of what the client spends, how much can still come, the class that makes, and what goes with it.

use egui::{Button, Popup, PopupCloseBehavior, RichText, Ui};

use super::entry::{fact_ui, group_ui, missing};
use crate::edit::{Edit, RecordEdit};
use crate::insight::{Potential, WalletShare};
use crate::method::{MarketAction, PotentialClass};
use crate::model::{Action as PlanAction, Coded};
use crate::plot::tenths_text;
use crate::theme::TextSize;
use crate::ui::fields::name_widget;
use crate::ui::plan::list::{next_rank, section_folded_ui};
use crate::ui::style::bold_text;
use crate::ui::{Action, Actions, ViewContext, ViewState};
use crate::words::{Language, Message, money};

/// How wide the list of other market actions is.
const WIDE: f32 = 340.0;

/// Draws share, potential, class and market actions.
pub(super) fn potential_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions) {
    let facts = &ctx.insights.client;
    let note = match (facts.class, facts.share) {
        (Some(class), _) => ctx.words.value(class).to_owned(),
        (None, WalletShare::Of(_)) => potential_text(ctx, facts.potential),
        (None, share) => share_text(ctx, share),
    };
    let is_begun = facts.share != WalletShare::Unsaid;
    section_folded_ui(ctx, ui, ("client-potential", is_begun), (Message::ClientPotential, note), |ui| {
        group_ui(ctx, ui, &ctx.words.say(Message::ClientPotentialHead), "potential");
        fact_ui(ctx, ui, share_text(ctx, facts.share));
        fact_ui(ctx, ui, potential_text(ctx, facts.potential));
        if let Some(class) = facts.class {
            ui.add_space(8.0);
            class_ui(ctx, view, ui, actions, class);
        }
    });
}

/// What the share rests on, and whether it is said.
fn said(ctx: &ViewContext<'_>) -> [(&'static str, bool); 2] {
    let head = &ctx.account.profile;
    [("revenue", head.revenue.is_some()), ("wallet", head.wallet.is_some())]
}

fn share_text(ctx: &ViewContext<'_>, share: WalletShare) -> String {
    ctx.words.text(&match share {
        WalletShare::Unsaid => return missing(ctx, &said(ctx)),
        WalletShare::NoWallet => Message::ShareNoWallet,
        WalletShare::NegativeRevenue => Message::ShareNegative,
        WalletShare::NoRate(currency) => Message::ShareNoRate { currency: currency.code().to_owned() },
        WalletShare::AboveWhole => Message::ShareAboveWhole,
        WalletShare::Of(share) => {
            let permille = share.permille();
            Message::ShareOf {
                percent: format!("{}.{}", permille / 10, permille % 10).trim_end_matches(".0").to_owned(),
                from: ctx.account_guide.large_share.to_string(),
            }
        }
    })
}

fn potential_text(ctx: &ViewContext<'_>, potential: Potential) -> String {
    let how = |is_high| {
        let level = if is_high { Message::PotentialHigh } else { Message::PotentialLow };
        ctx.words.text(&level)
    };
    ctx.words.text(&match potential {
        Potential::Unsaid => Message::PotentialUnsaid,
        Potential::NoRate(currency) => Message::PotentialNoRate { currency: currency.code().to_owned() },
        Potential::ByScore { tenths, is_high } => Message::PotentialByScore {
            level: how(is_high),
            score: tenths_text(tenths),
            from: tenths_text(ctx.account_guide.midpoint),
        },
        Potential::ByWallet { wallet, from, is_high } => Message::PotentialByWallet {
            level: how(is_high),
            wallet: money(ctx.words, wallet),
            from: money(ctx.words, from),
        },
    })
}

/// The class, what it means, the actions that go with it, and the others behind a button.
fn class_ui(ctx: &ViewContext<'_>, view: &mut ViewState, ui: &mut Ui, actions: &mut Actions, class: PotentialClass) {
    let language = ctx.words.language();
    ui.horizontal_wrapped(|ui| {
        ui.label(bold_text(ctx.words.value(class), TextSize::BODY, ctx));
        fact_ui(ctx, ui, ctx.account_guide.first(class.code(), language));
    });
    for action in ctx.account_guide.market_actions.iter().filter(|action| action.class == class) {
        action_ui(ctx, view, ui, actions, action);
    }
    let more = ui.button(RichText::new(ctx.words.say(Message::ClientOtherActions)).size(TextSize::SECOND));
    Popup::menu(&more).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(WIDE);
        for other in PotentialClass::ALL.iter().copied().filter(|other| *other != class) {
            let belongs = Message::ClientBelongsTo { class: ctx.words.value(other).to_owned() };
            fact_ui(ctx, ui, ctx.words.text(&belongs));
            for action in ctx.account_guide.market_actions.iter().filter(|action| action.class == other) {
                action_ui(ctx, view, ui, actions, action);
            }
        }
    });
}

/// A market action with what puts it into the plan; one that stands there is ticked.
fn action_ui(
    ctx: &ViewContext<'_>,
    view: &mut ViewState,
    ui: &mut Ui,
    actions: &mut Actions,
    suggested: &MarketAction,
) {
    let text = suggested.text.text(ctx.words.language());
    let names = Language::ALL.map(|language| suggested.text.text(language));
    let is_planned = ctx.account.all::<PlanAction>().any(|action| names.contains(&action.what.trim()));
    ui.push_id(suggested.number, |ui| {
        ui.horizontal_wrapped(|ui| {
            if is_planned {
                ui.label("✓").on_hover_text(ctx.words.say(Message::ClientPlanned));
            } else {
                let name = ctx.words.text(&Message::ClientAddAction { what: text.to_owned() });
                let add = ui.add_enabled(!ctx.is_read_only, Button::new("+").small());
                name_widget(&add, &name);
                if add.on_hover_text(name).clicked() {
                    let rank = next_rank::<PlanAction>(ctx.account);
                    let action = PlanAction { what: text.to_owned(), rank, ..PlanAction::new(view.ids.fresh()) };
                    actions.push(Action::Edit(Edit::Action(RecordEdit::Add(Box::new(action)))));
                }
            }
            ui.label(RichText::new(text).size(TextSize::SECOND));
        });
    });
}
