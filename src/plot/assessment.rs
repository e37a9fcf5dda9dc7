//! The answers on an opportunity, group by group and vendor by vendor: what speaks for a side, what is open, what
//! speaks against it. Counts only: what they are worth in percent nobody knows.

use super::columns::{Columns, sides};
use super::marks::times;
use super::{Field, Ink, Lettering, Mark, Plot, Target, legend};
use crate::insight::{Tally, tally};
use crate::method::QuestionSet;
use crate::model::{Account, AnswerMark, Coded, Opportunity};
use crate::words::{Message, Words};

/// The least width of the plot.
const NARROWEST: f32 = 240.0;
/// The height of a row: counts above, bars below.
const ROW: f32 = 34.0;
/// The height of the bars, and how far they stand from the edge of a field.
const BAR: f32 = 6.0;
const INSET: f32 = 4.0;

/// Counts as signs with numbers.
pub fn signs([plus, open, minus]: [usize; 3]) -> String {
    format!("+{plus} ?{open} -{minus}")
}

/// The colour of an answer.
const fn ink_of(mark: AnswerMark) -> Ink {
    match mark {
        AnswerMark::Plus => Ink::of("success"),
        AnswerMark::Open => Ink::at("ink_faint", 0.35),
        AnswerMark::Minus => Ink::of("danger"),
    }
}

/// The matrix at this width: rows are the groups of the set, columns the vendors; a field leads to the questions of
/// its group. Cost: questions times vendors times answers.
pub fn assessment_plot(
    words: &Words,
    account: &Account,
    set: &QuestionSet,
    opportunity: &Opportunity,
    width: f32,
) -> Plot {
    let width = width.max(NARROWEST);
    let columns = Columns::of(sides(words, account, opportunity, &Message::AssessmentWe), width, ROW);
    let mut marks = columns.head();
    for (row, group) in set.groups.iter().enumerate() {
        let name = group.name.text(words.language());
        marks.push(columns.name(row, name, Lettering::second(columns.names)));
        for (column, (side, vendor)) in columns.shown.iter().enumerate() {
            let tally = tally(group, opportunity, *side);
            let value = signs([tally.plus, tally.open, tally.minus]);
            let says = Message::PlotCell { row: name.to_owned(), column: vendor.clone(), value: value.clone() };
            let field = columns.grid.field(column, row);
            let ground = Mark::filled(field, Ink::of("wash")).saying(words.text(&says));
            marks.push(ground.leading_to(Target::Questions(row)));
            let at = (field.middle().0, field.y + 12.0);
            marks.push(Mark::text(at, value, Lettering::second(field.width).bold().middle()));
            marks.extend(bars(field, tally));
        }
    }
    let below = columns.grid.field(0, set.groups.len()).y + 2.0;
    let signs = ["+", "?", "-"].into_iter().zip(AnswerMark::ALL);
    let key: Vec<(Ink, String)> =
        signs.map(|(sign, mark)| (ink_of(*mark), format!("{sign} {}", words.value(*mark)))).collect();
    marks.extend(legend((0.0, below + 10.0), (width - 84.0).min(300.0), &key));
    marks.extend(columns.rest(words, (width, below + 10.0)));
    let said = words.text(&Message::PlotAssessmentSaid { vendors: columns.listed(words) });
    Plot { width, height: below + 20.0, title: words.text(&Message::PlotAssessment), said, marks }
}

/// The counts of a field as one bar of three parts.
fn bars(field: Field, tally: Tally) -> Vec<Mark> {
    let counts = [tally.plus, tally.open, tally.minus];
    let all = times(counts.iter().sum::<usize>().max(1));
    let (room, y) = (field.width - 2.0 * INSET, field.bottom() - INSET - BAR);
    let mut x = field.x + INSET;
    let mut marks = Vec::new();
    for (count, mark) in counts.into_iter().zip(AnswerMark::ALL) {
        let width = room * times(count) / all;
        if count > 0 {
            marks.push(Mark::filled(Field::new(x, y, width, BAR), ink_of(*mark)));
        }
        x += width;
    }
    marks
}
