//! The hours of visits a month: two bars for each segment, now and as planned. Source: methods R1.

use super::marks::times;
use super::{Axis, Field, Ink, Lettering, Mark, Plot, Target, legend};
use crate::insight::{Ratio, Workload, WorkloadRow};
use crate::model::{Account, WorkloadSegment};
use crate::words::{Message, Words, tenths};

/// The least width of the plot.
const NARROWEST: f32 = 280.0;
/// Room for the names, for the numbers behind the bars, for the legend.
const NAME: f32 = 132.0;
const NUMBER: f32 = 64.0;
const LEGEND: f32 = 20.0;
/// The height of a bar, and of a segment with both.
const BAR: f32 = 12.0;
const ROW: f32 = 34.0;
/// Now, and as planned.
const NOW: Ink = Ink::of("ramp_2");
const PLANNED: Ink = Ink::of("ramp_4");

/// The bars at this width; `None` where no hours are known. A bar leads to its segment.
pub fn workload_plot(words: &Words, account: &Account, workload: &Workload, width: f32) -> Option<Plot> {
    let hours = || workload.rows.iter().flat_map(|row| [row.now, row.planned]).flatten().map(length);
    let most = hours().reduce(f32::max)?;
    let width = width.max(NARROWEST);
    let axis = Axis { from: NAME, to: width - NUMBER, least: 0.0, most };
    let entries = [(NOW, words.text(&Message::WorkloadSideNow)), (PLANNED, words.text(&Message::WorkloadSidePlanned))];
    let mut marks = legend((NAME, LEGEND / 2.0), 220.0_f32.min(width - NAME), &entries);
    for (place, row) in workload.rows.iter().enumerate() {
        marks.extend(row_marks(words, account, row, (&axis, LEGEND + times(place) * ROW)));
    }
    let height = LEGEND + times(workload.rows.len()) * ROW;
    let title = words.text(&Message::WorkloadTitle);
    Some(Plot { width, height, title, said: words.workload_said(workload), marks })
}

fn row_marks(words: &Words, account: &Account, row: &WorkloadRow, (axis, top): (&Axis, f32)) -> Vec<Mark> {
    let own = account.get::<WorkloadSegment>(row.segment).map_or("", |segment| segment.name.trim());
    let name = if own.is_empty() { words.label("record", "workload_segment") } else { own };
    let mut marks = vec![Mark::text((0.0, top + ROW / 2.0 - 6.0), name, Lettering::second(NAME - 8.0).lines(2))];
    let sides = [(row.now, row.share_now, NOW, false), (row.planned, row.share_planned, PLANNED, true)];
    for (place, (hours, share, ink, is_planned)) in sides.into_iter().enumerate() {
        let Some(hours) = hours else { continue };
        let y = top + 4.0 + times(place) * (BAR + 1.0);
        let bar = Field::new(axis.from, y, (axis.at(length(hours)) - axis.from).max(1.0), BAR);
        let says = words.workload_side(name.to_owned(), hours, share, is_planned);
        marks.push(Mark::filled(bar, ink).saying(says).leading_to(Target::Workload(row.segment)));
        let how = Lettering::caption(NUMBER - 6.0).ink(Ink::of("ink"));
        marks.push(Mark::text((bar.right() + 4.0, bar.middle().1), tenths(hours.rounded(1)), how));
    }
    marks
}

/// Hours as a length before it is scaled.
#[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
fn length(hours: Ratio) -> f32 {
    hours.rounded(1) as f32 / 10.0
}
