//! Colours and fonts for widgets; the only place that makes a `Color32`.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, TextStyle, Vec2};

use super::ViewContext;
use crate::model::{BuyingRole, PoliticalStatus, Support};
use crate::theme::{Rgb, TextSize, Theme, Tokens, font_files};

/// The name of the bold family: a face of its own, not a thickened regular one.
const BOLD: &str = "bold";

/// The tokens of a theme as widgets want them.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// Which theme.
    pub theme: Theme,
    tokens: Tokens,
}

macro_rules! colors {
    ($($name:ident),+ $(,)?) => {$(
        #[doc = concat!("The token `", stringify!($name), "`.")]
        pub fn $name(&self) -> Color32 {
            color(self.tokens.$name)
        }
    )+};
}

impl Palette {
    /// The palette of a theme.
    pub fn new(theme: Theme, tokens: Tokens) -> Self {
        Self { theme, tokens }
    }

    colors! {
        surface, raised, sunken, ink, ink_soft, ink_faint, hairline, accent, on_accent,
        line_reporting, line_influence, line_conflict, line_tie, line_dotted,
        warning, danger, success, wash,
    }

    /// A token by its name; the text's where there is none of that name.
    pub fn token(&self, name: &str) -> Color32 {
        color(self.tokens.get(name).unwrap_or(self.tokens.ink))
    }

    /// The color of a support level.
    pub fn support(&self, support: Option<Support>) -> Color32 {
        let tokens = &self.tokens;
        color(match support {
            Some(Support::Mentor) => tokens.support_mentor,
            Some(Support::Supporter) => tokens.support_supporter,
            Some(Support::Neutral) => tokens.support_neutral,
            Some(Support::NonSupporter) => tokens.support_non_supporter,
            Some(Support::Enemy) => tokens.support_enemy,
            None => tokens.support_unknown,
        })
    }

    /// The color of a buying role.
    pub fn role(&self, role: Option<BuyingRole>) -> Color32 {
        let tokens = &self.tokens;
        color(match role {
            Some(BuyingRole::Approver) => tokens.role_approver,
            Some(BuyingRole::DecisionMaker) => tokens.role_decision_maker,
            Some(BuyingRole::Evaluator) => tokens.role_evaluator,
            Some(BuyingRole::User) => tokens.role_user,
            None => tokens.role_unknown,
        })
    }

    /// The ground of a card.
    pub fn ground(&self, political: Option<PoliticalStatus>) -> Color32 {
        let tokens = &self.tokens;
        color(match political {
            Some(PoliticalStatus::InnerCircle) => tokens.political_dark,
            Some(PoliticalStatus::Structure) => tokens.political_light,
            Some(PoliticalStatus::Outside) | None => tokens.political_none,
        })
    }

    /// Step 0 to 4 of what grows, the faintest first.
    pub fn ramp(&self, step: usize) -> Color32 {
        let tokens = &self.tokens;
        let steps = [tokens.ramp_1, tokens.ramp_2, tokens.ramp_3, tokens.ramp_4, tokens.ramp_5];
        color(steps[step.min(steps.len() - 1)])
    }

    /// One of eight colors for kinds without an order; the ninth kind has the first again.
    pub fn category(&self, kind: usize) -> Color32 {
        let tokens = &self.tokens;
        let kinds = [
            tokens.category_1,
            tokens.category_2,
            tokens.category_3,
            tokens.category_4,
            tokens.category_5,
            tokens.category_6,
            tokens.category_7,
            tokens.category_8,
        ];
        color(kinds[kind % kinds.len()])
    }

    /// Text on a filled mark.
    pub fn on_mark(&self) -> Color32 {
        self.surface()
    }
}

fn color(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

/// `color` at a share of its strength.
pub(super) fn faded(color: Color32, strength: f32) -> Color32 {
    color.gamma_multiply(strength)
}

/// The regular face at a size.
pub(super) fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// The bold face at a size.
pub(super) fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}

/// Text in the bold face.
pub(super) fn bold_text(text: impl Into<String>, size: f32, ctx: &ViewContext<'_>) -> egui::RichText {
    egui::RichText::new(text).font(bold(size)).color(ctx.palette.ink())
}

/// The shipped fonts, regular and bold.
pub fn font_definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions { font_data: BTreeMap::new(), families: BTreeMap::new() };
    let (mut plain, mut heavy) = (Vec::new(), Vec::new());
    for file in font_files() {
        let name = format!("{}{}", file.family, if file.is_bold { " bold" } else { "" });
        let mut data = FontData::from_static(file.bytes);
        data.tweak.hinting = Some(false);
        fonts.font_data.insert(name.clone(), Arc::new(data));
        if file.is_bold { heavy.push(name) } else { plain.push(name) }
    }
    fonts.families.insert(FontFamily::Proportional, plain.clone());
    fonts.families.insert(FontFamily::Monospace, plain.clone());
    heavy.extend(plain);
    fonts.families.insert(FontFamily::Name(BOLD.into()), heavy);
    fonts
}

/// Gives every widget the palette's colours and the sizes of the look.
pub fn set_style(ctx: &egui::Context, palette: &Palette, is_calm: bool) {
    let theme = if palette.theme == Theme::Dark { egui::Theme::Dark } else { egui::Theme::Light };
    ctx.set_theme(theme);
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    ctx.all_styles_mut(|style| {
        // Nothing moves by itself where the user wants it so.
        style.animation_time = if is_calm { 0.0 } else { 0.1 };
        style.text_styles = [
            (TextStyle::Heading, bold(TextSize::SECTION)),
            (TextStyle::Body, regular(TextSize::BODY)),
            (TextStyle::Button, regular(TextSize::BODY)),
            (TextStyle::Small, regular(TextSize::CAPTION)),
            (TextStyle::Monospace, regular(TextSize::SECOND)),
        ]
        .into();
        style.spacing.item_spacing = Vec2::new(8.0, 4.0);
        style.spacing.button_padding = Vec2::new(8.0, 4.0);
        let visuals = &mut style.visuals;
        visuals.dark_mode = palette.theme == Theme::Dark;
        visuals.override_text_color = Some(palette.ink());
        visuals.weak_text_color = Some(palette.ink_soft());
        visuals.panel_fill = palette.surface();
        visuals.window_fill = palette.surface();
        visuals.window_stroke = Stroke::new(1.0, palette.hairline());
        visuals.extreme_bg_color = palette.surface();
        visuals.faint_bg_color = palette.wash();
        visuals.hyperlink_color = palette.accent();
        visuals.warn_fg_color = palette.warning();
        visuals.error_fg_color = palette.danger();
        visuals.selection.bg_fill = faded(palette.accent(), 0.25);
        visuals.selection.stroke = Stroke::new(1.0, palette.accent());
        set_widgets(&mut visuals.widgets, palette);
    });
}

fn set_widgets(widgets: &mut egui::style::Widgets, palette: &Palette) {
    let states = [
        (&mut widgets.noninteractive, palette.surface(), palette.hairline()),
        (&mut widgets.inactive, palette.raised(), palette.hairline()),
        (&mut widgets.hovered, palette.sunken(), palette.ink_faint()),
        (&mut widgets.active, palette.sunken(), palette.accent()),
        (&mut widgets.open, palette.sunken(), palette.hairline()),
    ];
    for (state, fill, edge) in states {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, edge);
        state.fg_stroke = Stroke::new(1.25, palette.ink());
        state.corner_radius = CornerRadius::same(4);
        state.expansion = 0.0;
    }
}
