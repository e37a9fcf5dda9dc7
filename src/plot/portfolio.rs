//! Where a client stands in the two portfolios: attractiveness by our capability, attractiveness by vulnerability.

use super::{Anchor, Ink, Mark, Plot, Shape, Target};
use crate::insight::{Selection, score_lines};
use crate::method::{AccountGuide, ScoreBand};
use crate::model::{Account, AccountStatus, Coded, ScoreAxis};
use crate::theme::TextSize;
use crate::words::{Message, Words};

/// The least width of the plot.
const NARROWEST: f32 = 240.0;
/// Room above and below the fields for what the axes say.
const AXIS: f32 = 18.0;
/// Room at the left for the borders of the fields.
const SIDE: f32 = 22.0;
/// The height of all fields.
const HIGH: f32 = 180.0;
/// The range of a score, in tenths.
const LEAST: u16 = 10;
const MOST: u16 = 100;
/// Half the size of the client's point.
const POINT: f32 = 6.0;
/// How strong the colour of the client's field is.
const STRENGTH: f32 = 0.18;

/// A score with one digit behind the point: `7.2`.
pub fn tenths_text(tenths: u16) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// What a field advises: its names, its sentence and where a click leads.
struct Advice {
    name: String,
    says: String,
    target: Target,
}

impl Advice {
    fn of<T: Coded>(words: &Words, guide: &AccountGuide, value: T) -> Self {
        let name = words.value(value).to_owned();
        let says = format!("{name}: {}", guide.first(value.code(), words.language()));
        Self { name, says, target: Target::value(value) }
    }

    /// Two in one field: nobody knows which of them holds.
    fn or(self, other: Self) -> Self {
        if self.target == other.target {
            return self;
        }
        let name = format!("{} / {}", self.name, other.name);
        Self { name, says: format!("{}\n{}", self.says, other.says), target: self.target }
    }
}

/// Attractiveness upward, the other score to the right, with what each field advises.
struct Portfolio<'a> {
    words: &'a Words,
    account: &'a Account,
    selection: &'a Selection,
    title: Message,
    across: ScoreAxis,
    /// Borders of the fields between the ends of the range, the same both ways, in tenths.
    borders: &'a [u16],
    width: f32,
}

/// Nine fields by attractiveness and our capability, at this width, with the client's point where both are rated. A
/// field leads to its advice, the point to the first row of the attractiveness. Source: methods S6.
pub fn capability_plot(
    words: &Words,
    guide: &AccountGuide,
    account: &Account,
    selection: &Selection,
    width: f32,
) -> Plot {
    const BANDS: [ScoreBand; 3] = [ScoreBand::Low, ScoreBand::Middle, ScoreBand::High];
    let borders = guide.borders();
    let (title, across) = (Message::PortfolioCapability, ScoreAxis::Capability);
    let portfolio =
        Portfolio { words, account, selection, title, across, borders: &borders, width: width.max(NARROWEST) };
    let here = portfolio.point().map(|(attractive, able)| (guide.band(attractive), guide.band(able)));
    portfolio.plot(|up, right| {
        let bands = (*BANDS.get(up)?, *BANDS.get(right)?);
        let advice = guide.capability_advice(bands.0, bands.1)?;
        Some((Advice::of(words, guide, advice), here == Some(bands)))
    })
}

/// Four fields by attractiveness and vulnerability, the same way. Where nobody says whether the client buys from us
/// already a field names both advices. Source: methods S7.
pub fn vulnerability_plot(
    words: &Words,
    guide: &AccountGuide,
    account: &Account,
    selection: &Selection,
    width: f32,
) -> Plot {
    let borders = [guide.midpoint];
    let (title, across) = (Message::PortfolioVulnerability, ScoreAxis::Vulnerability);
    let portfolio =
        Portfolio { words, account, selection, title, across, borders: &borders, width: width.max(NARROWEST) };
    let here = portfolio.point().map(|(attractive, exposed)| (guide.is_upper(attractive), guide.is_upper(exposed)));
    portfolio.plot(|up, right| {
        let halves = (up > 0, right > 0);
        let of = |status| Some(Advice::of(words, guide, guide.vulnerability_advice(halves, status)?));
        let advice = match account.profile.status {
            Some(status) => of(status)?,
            None => of(AccountStatus::Existing)?.or(of(AccountStatus::Target)?),
        };
        Some((advice, here == Some(halves)))
    })
}

impl Portfolio<'_> {
    /// Attractiveness and the other score in tenths, where both are known.
    fn point(&self) -> Option<(u16, u16)> {
        self.selection.tenths(ScoreAxis::Attractiveness).zip(self.selection.tenths(self.across))
    }

    fn x(&self, tenths: u16) -> f32 {
        SIDE + share(tenths) * (self.width - SIDE)
    }

    fn y(&self, tenths: u16) -> f32 {
        AXIS + (1.0 - share(tenths)) * HIGH
    }

    /// The plot; a field is asked for by its place upward and to the right, and gives whether the client stands in it.
    fn plot(&self, field: impl Fn(usize, usize) -> Option<(Advice, bool)>) -> Plot {
        let ends: Vec<u16> = [LEAST].into_iter().chain(self.borders.iter().copied()).chain([MOST]).collect();
        let mut marks = self.axes(&ends);
        let mut advised = None;
        for (up, rows) in ends.windows(2).enumerate() {
            for (right, columns) in ends.windows(2).enumerate() {
                let ([low, high], [from, to]) = (rows, columns) else { continue };
                let Some((advice, is_here)) = field(up, right) else { continue };
                let corner = (self.x(*from) + 1.0, self.y(*high) + 1.0);
                let size = (self.x(*to) - self.x(*from) - 2.0, self.y(*low) - self.y(*high) - 2.0);
                marks.extend(field_marks(corner, size, &advice, is_here));
                if is_here {
                    advised = Some(advice.name);
                }
            }
        }
        let said = self.said(advised);
        marks.extend(self.point_mark(&said));
        let title = self.words.say(self.title.clone()).into_owned();
        Plot { width: self.width, height: HIGH + 2.0 * AXIS, title, said, marks }
    }

    /// Where the client stands and what that advises, or that nobody knows.
    fn said(&self, advised: Option<String>) -> String {
        let name = self.account.profile.name.clone();
        match self.point() {
            Some((attractive, other)) => self.words.text(&Message::PortfolioSaid {
                name,
                attractiveness: tenths_text(attractive),
                axis: self.words.value(self.across).to_owned(),
                score: tenths_text(other),
                advice: advised.unwrap_or_else(|| self.words.text(&Message::UnknownValue)),
            }),
            None => self.words.text(&Message::PortfolioNoPoint { axis: self.words.value(self.across).to_owned() }),
        }
    }

    fn point_mark(&self, said: &str) -> Option<Mark> {
        let (attractive, other) = self.point()?;
        let shape = Shape::Disc { x: self.x(other), y: self.y(attractive), radius: POINT };
        let first = score_lines(self.account, ScoreAxis::Attractiveness).first().map(|line| Target::Score(line.id));
        Some(Mark { shape, ink: ink("accent", 1.0), says: said.to_owned(), target: first })
    }

    /// What the axes are, and the numbers at the borders of the fields.
    fn axes(&self, ends: &[u16]) -> Vec<Mark> {
        let up = format!("↑ {}", self.words.value(ScoreAxis::Attractiveness));
        let across = format!("{} →", self.words.value(self.across));
        let (right, below) = (self.x(MOST), AXIS + HIGH + AXIS / 2.0);
        let mut marks = vec![
            caption((0.0, AXIS / 2.0), up, Anchor::Start, self.width / 2.0),
            caption((right, below), across, Anchor::End, self.width / 2.0),
        ];
        for end in ends.iter().copied() {
            let number = tenths_text(end).trim_end_matches(".0").to_owned();
            marks.push(caption((SIDE - 4.0, self.y(end)), number.clone(), Anchor::End, SIDE));
            // At the right end stands what the axis is.
            if end < MOST {
                marks.push(caption((self.x(end), below), number, Anchor::Start, SIDE));
            }
        }
        marks
    }
}

/// How far a score is on its way from the lowest to the highest, 0 to 1.
fn share(tenths: u16) -> f32 {
    f32::from(tenths.clamp(LEAST, MOST) - LEAST) / f32::from(MOST - LEAST)
}

const fn ink(token: &'static str, strength: f32) -> Ink {
    Ink { token, strength }
}

fn field_marks((x, y): (f32, f32), (width, height): (f32, f32), advice: &Advice, is_here: bool) -> [Mark; 2] {
    let ground = if is_here { ink("accent", STRENGTH) } else { ink("wash", 1.0) };
    let shape = Shape::Box { x, y, width, height, round: 2.0, is_filled: true };
    let name = Shape::Text {
        x: x + width / 2.0,
        y: y + 14.0,
        text: advice.name.clone(),
        size: TextSize::SECOND,
        is_bold: is_here,
        anchor: Anchor::Middle,
        wide: width - 8.0,
        lines: 2,
    };
    [
        Mark { shape, ink: ground, says: advice.says.clone(), target: Some(advice.target) },
        Mark { shape: name, ink: ink("ink", 1.0), says: String::new(), target: None },
    ]
}

fn caption((x, y): (f32, f32), text: String, anchor: Anchor, wide: f32) -> Mark {
    let size = TextSize::CAPTION;
    let shape = Shape::Text { x, y, text, size, is_bold: false, anchor, wide, lines: 1 };
    Mark { shape, ink: ink("ink_soft", 1.0), says: String::new(), target: None }
}
