//! Risks by likelihood and impact: nine fields, the likeliest above, the gravest at the right.

use super::marks::times;
use super::{Field, Grid, Ink, Lettering, Mark, Plot, Target};
use crate::insight::level_of;
use crate::model::{Coded, Risk, RiskImpact, RiskLevel, RiskLikelihood};
use crate::words::{Message, Words};

/// The least width of the plot.
const NARROWEST: f32 = 240.0;
/// Room at the left for the likelihoods, above and below for what the axes say.
const SIDE: f32 = 72.0;
const AXIS: f32 = 16.0;
/// The height of a field: three lines.
const ROW: f32 = 46.0;
const LINES: usize = 3;
const PITCH: f32 = 13.0;
/// Room for the count in a field.
const COUNT: f32 = 20.0;
/// How strong the colour of a field with risks is, and of one without.
const STRONG: f32 = 0.32;
const FAINT: f32 = 0.1;
/// How many letters of a risk are said.
const LETTERS: usize = 80;

/// The fields at this width. One with risks leads to the first of them.
pub fn risk_plot(words: &Words, risks: &[&Risk], width: f32) -> Plot {
    let width = width.max(NARROWEST);
    let gap = 2.0;
    let grid = Grid { left: SIDE, top: AXIS, column: (width - SIDE - 2.0 * gap) / 3.0, row: ROW, gap };
    let likely = format!("↑ {}", words.label("field", "likelihood"));
    let mut marks = vec![Mark::text((0.0, AXIS / 2.0), likely, Lettering::caption(SIDE))];
    let impacts = || RiskImpact::ALL.iter().rev().copied().enumerate();
    for (row, likelihood) in RiskLikelihood::ALL.iter().copied().enumerate() {
        let y = grid.field(0, row).middle().1;
        marks.push(Mark::text((0.0, y), words.value(likelihood), Lettering::caption(SIDE - 6.0)));
        for (column, impact) in impacts() {
            let stands = |risk: &&&Risk| (risk.likelihood, risk.impact) == (Some(likelihood), Some(impact));
            let here: Vec<&Risk> = risks.iter().filter(stands).copied().collect();
            marks.extend(field(words, grid.field(column, row), (likelihood, impact), &here));
        }
    }
    let below = grid.field(0, RiskLikelihood::ALL.len()).y;
    for (column, impact) in impacts() {
        let at = (grid.field(column, 0).middle().0, below + AXIS / 2.0);
        marks.push(Mark::text(at, words.value(impact), Lettering::caption(grid.column).middle()));
    }
    let grave = format!("{} →", words.label("field", "impact"));
    marks.push(Mark::text((width, below + 1.5 * AXIS), grave, Lettering::caption(grid.column).end()));
    let placed = risks.iter().filter(|risk| risk.likelihood.is_some() && risk.impact.is_some()).count();
    let said = words.text(&Message::PlotRisksSaid { placed: placed.to_string(), count: risks.len().to_string() });
    Plot { width, height: below + 2.0 * AXIS, title: words.text(&Message::PlotRisks), said, marks }
}

/// A field with the count and the first of its risks.
fn field(words: &Words, at: Field, (likelihood, impact): (RiskLikelihood, RiskImpact), here: &[&Risk]) -> Vec<Mark> {
    let token = match level_of(likelihood, impact) {
        RiskLevel::High => "danger",
        RiskLevel::Medium => "warning",
        RiskLevel::Low => "success",
    };
    let name = words.text(&Message::PlanHeatField {
        likelihood: words.value(likelihood).to_owned(),
        impact: words.value(impact).to_owned(),
        count: here.len().to_string(),
    });
    let texts = here.iter().map(|risk| risk.text.chars().take(LETTERS).collect::<String>().replace('\n', " "));
    let said: Vec<String> = std::iter::once(name).chain(texts.clone()).collect();
    let ground = Mark::filled(at, Ink::at(token, if here.is_empty() { FAINT } else { STRONG })).saying(said.join("\n"));
    let Some(first) = here.first() else { return vec![ground] };
    let count = Lettering::second(COUNT - 4.0).bold();
    let mut marks = vec![ground.leading_to(Target::Risk(first.id))];
    marks.push(Mark::text((at.x + 6.0, at.middle().1), here.len().to_string(), count));
    let shown = if here.len() > LINES { LINES - 1 } else { here.len() };
    let more = here.len() - shown;
    let mut lines: Vec<String> = texts.take(shown).collect();
    lines.extend((more > 0).then(|| words.text(&Message::PageMore { n: more.to_string() })));
    let mut y = at.middle().1 - PITCH * times(lines.len() - 1) / 2.0;
    for line in lines {
        let how = Lettering::caption(at.width - COUNT - 8.0).ink(Ink::of("ink"));
        marks.push(Mark::text((at.x + COUNT + 4.0, y), line, how));
        y += PITCH;
    }
    marks
}
