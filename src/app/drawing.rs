//! One frame: what is stale is computed anew, the views are drawn, what they ask for is carried out.

use std::time::Duration;

use super::derived::Asked;
use super::{Workbench, contained};
use crate::layout::Outlook;
use crate::model::LayoutKind;
use crate::ui::{Action, View, ViewContext, WhatIf, set_style, workbench_ui};
use crate::words::{Language, Message};

/// After this long without a change nobody is in the middle of a word.
const RESTS: Duration = Duration::from_millis(250);

impl Workbench {
    /// Draws a frame and carries out what the user asked for.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        if !self.is_styled {
            set_style(ui.ctx(), &self.palette, self.preferences.reduced_motion);
            ui.ctx().set_zoom_factor(f32::from(self.preferences.scale) / 100.0);
            self.is_styled = true;
        }
        if contained(|| self.refresh(ui)).is_none() {
            // What was asked for may be what fails: the plain chart is always there.
            self.view.layout = LayoutKind::Organization;
            self.derived.forget();
            self.trial = None;
            self.tell_panic();
            return;
        }
        let before = self.view.clone();
        let actions = contained(|| self.draw(ui));
        match actions {
            Some(actions) => actions.into_iter().for_each(|action| self.carry_out(ui.ctx(), action)),
            None => {
                // What was drawn may be what fails: views go back, floating things away.
                self.view = before;
                self.view.dialog = None;
                self.view.drag = None;
                self.view.popover = None;
                self.view.choosing = None;
                self.tell_panic();
            }
        }
    }

    fn tell_panic(&mut self) {
        let notice = self.words().say(Message::NoticePanic).into_owned();
        if self.notices.last() != Some(&notice) {
            self.notices.push(notice);
        }
    }

    /// Computes what is stale: of the account, of the trial over it, of the page.
    fn refresh(&mut self, ui: &egui::Ui) {
        let is_typing = self.is_typing(ui.ctx());
        let now = ui.input(|input| input.time);
        let opportunity = self.view.opportunity;
        let is_chart = matches!(self.view.layout, LayoutKind::Organization | LayoutKind::OrganizationAcross);
        let focus = if is_chart { self.view.branch } else { self.view.focus };
        let asked = Asked {
            outlook: Outlook { kind: self.view.layout, focus, opportunity },
            collapsed: &self.view.collapsed,
            today: self.host.today(),
            now: Some(now).filter(|_| !self.preferences.reduced_motion && self.view.naming.is_none()),
            is_typing,
        };
        let parts = (&self.measure, &self.method);
        let document = |history: &crate::edit::History| (history.account().clone(), history.revision());
        let (account, revision) = document(&self.history);
        let mut waits = self.derived.refresh((&account, revision), asked, parts);
        let mut moves = self.derived.motion.is_some();
        if let Some(trial) = &mut self.trial {
            let (account, revision) = document(&trial.history);
            waits |= trial.derived.refresh((&account, revision), asked, parts);
            moves |= trial.derived.motion.is_some();
        }
        if waits {
            ui.ctx().request_repaint_after(RESTS);
        }
        if moves {
            ui.ctx().request_repaint();
        }
        if self.view.wants_measures() {
            let account = self.trial.as_ref().map_or(&self.history, |trial| &trial.history).account();
            self.measuring.refresh(ui.ctx(), account);
        }
        if self.view.view == View::Page {
            let key = (revision, self.page_request(), self.view.template.clone());
            let look = (key, self.view.page_number);
            let words = match self.language {
                Language::Chinese => &self.words[0],
                Language::English => &self.words[1],
            };
            self.preview.refresh(ui.ctx(), look, self.history.account(), words);
        }
    }

    /// Whether somebody is in the middle of a word.
    fn is_typing(&mut self, ctx: &egui::Context) -> bool {
        let now = ctx.input(|input| input.time);
        let revision = self.document().revision();
        if self.last_change.is_none_or(|(of, _)| of != revision) {
            self.last_change = Some((revision, now));
        }
        let since = self.last_change.map_or(0.0, |(_, at)| now - at);
        ctx.text_edit_focused() && since < RESTS.as_secs_f64()
    }

    fn draw(&mut self, ui: &mut egui::Ui) -> Vec<Action> {
        let words = match self.language {
            Language::Chinese => &self.words[0],
            Language::English => &self.words[1],
        };
        let (history, derived) = match &mut self.trial {
            Some(trial) => (&trial.history, &mut trial.derived),
            None => (&self.history, &mut self.derived),
        };
        derived.name_steps(history, words);
        let (history, derived) = match &self.trial {
            Some(trial) => (&trial.history, &trial.derived),
            None => (&self.history, &self.derived),
        };
        let (Some(insights), Some(before)) = (&derived.insights, &self.derived.insights) else {
            return Vec::new();
        };
        let state = words.say(self.file_state()).into_owned();
        let changed = self.autosave.changed_elsewhere.then(|| words.say(Message::ChangedElsewhere));
        let offer = self.offers.first().map(|offer| offer.sentence(words));
        let (layout, index, arrival) = derived.shown();
        let ctx = ViewContext {
            account: history.account(),
            insights,
            measures: self.measuring.measures(),
            measuring: self.measuring.progress(),
            what_if: self.trial.as_ref().map(|_| WhatIf { base: self.history.account(), before }),
            request: &derived.request,
            layout,
            index,
            arrival,
            words,
            rules: &self.method.rules,
            guide: &self.method.guide,
            questions: &self.method.questions,
            activity: &self.method.activity,
            buying: &self.method.buying,
            account_guide: &self.method.account,
            growth: &self.method.growth,
            strategy: &self.method.strategy,
            planning: &self.method.planning,
            scales: &self.method.scales,
            palette: &self.palette,
            measure: &self.measure,
            today: self.host.today(),
            file_state: &state,
            has_file: self.file.path.is_some(),
            is_read_only: self.file.is_read_only,
            undo: derived.steps.0.as_deref(),
            redo: derived.steps.1.as_deref(),
            preview: self.preview.image.as_ref(),
            preview_error: self.preview.error.as_deref(),
            left_out: self.preview.left_out.as_ref(),
            notices: &self.notices,
            recovery: offer.as_deref(),
            changed_elsewhere: changed.as_deref(),
            unseated: &derived.unseated,
            siblings: &self.siblings,
            recent: self.settings.recent(),
            preferences: &self.preferences,
        };
        workbench_ui(&ctx, &mut self.view, ui)
    }
}
