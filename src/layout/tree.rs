//! The tidy tree: every branch as close to its neighbour as their outlines allow.
//!
//! Source: contours after Reingold, Tilford 1981; Buchheim, Juenger, Leipert 2002; van der Ploeg
//! 2014. Each branch keeps its outline from the lowest row up, so that a manager is added at the
//! end and the deepest child's outline is taken over as it is: all in all O(n).

use super::blocks::Forest;
use crate::theme::MapMetrics;

/// The outline of a branch, from its lowest row to its top row, `x` from the branch's middle.
#[derive(Default)]
struct Outline {
    left: Vec<f32>,
    right: Vec<f32>,
    /// To be added to every value: moving a branch costs nothing.
    shift: f32,
}

impl Outline {
    fn rows(&self) -> usize {
        self.left.len()
    }

    /// Left and right edge of the row `depth` rows below the top.
    fn at(&self, depth: usize) -> (f32, f32) {
        let row = self.rows() - 1 - depth;
        (self.left[row] + self.shift, self.right[row] + self.shift)
    }
}

/// The middle of every block relative to the block above, and of every root to the first root.
pub(super) fn place(forest: &Forest, metrics: &MapMetrics) -> Vec<f32> {
    let mut offsets = vec![0.0; forest.blocks.len()];
    let mut outlines: Vec<Outline> = Vec::with_capacity(forest.blocks.len());
    // Children are built before the block that carries them.
    for block in &forest.blocks {
        let mut outline = join(&block.children, &mut outlines, &mut offsets, metrics.sibling_gap, metrics);
        let half = block.width / 2.0;
        let rows = block.cards.len();
        for _ in 0..rows {
            outline.left.push(-half - outline.shift);
            outline.right.push(half - outline.shift);
        }
        outlines.push(outline);
    }
    join(&forest.roots, &mut outlines, &mut offsets, metrics.branch_gap, metrics);
    offsets
}

/// Places branches side by side, their first and last middle evenly round 0, and joins them.
fn join(
    children: &[usize],
    outlines: &mut [Outline],
    offsets: &mut [f32],
    top_gap: f32,
    metrics: &MapMetrics,
) -> Outline {
    let Some((first, last)) = children.first().zip(children.last()) else {
        return Outline::default();
    };
    if children.len() > 1 {
        let rows: Vec<usize> = children.iter().map(|child| outlines[*child].rows()).collect();
        let gap = |depth: usize| {
            if depth == 0 { top_gap } else { metrics.branch_gap }
        };
        let near = packed(children, &rows, |child, depth| outlines[child].at(depth), gap);
        // The same from the right; the mean of both spreads what lies between large branches.
        let turned: Vec<usize> = children.iter().rev().copied().collect();
        let turned_rows: Vec<usize> = rows.iter().rev().copied().collect();
        let mirrored = |child: usize, depth: usize| {
            let (left, right) = outlines[child].at(depth);
            (-right, -left)
        };
        let far = packed(&turned, &turned_rows, mirrored, gap);
        let width = near.last().copied().unwrap_or(0.0);
        for (place, child) in children.iter().enumerate() {
            let from_right = width - far[children.len() - 1 - place];
            offsets[*child] = (near[place] + from_right) / 2.0;
        }
    }
    let middle = (offsets[*first] + offsets[*last]) / 2.0;
    for child in children {
        offsets[*child] -= middle;
    }
    let deepest = children.iter().copied().max_by_key(|child| (outlines[*child].rows(), *child)).unwrap_or(*first);
    let mut joined = std::mem::take(&mut outlines[deepest]);
    joined.shift += offsets[deepest];
    for child in children.iter().copied().filter(|child| *child != deepest) {
        let other = std::mem::take(&mut outlines[child]);
        let (top, shift) = (joined.rows(), other.shift + offsets[child] - joined.shift);
        for (depth, (left, right)) in other.left.iter().rev().zip(other.right.iter().rev()).enumerate() {
            let row = top - 1 - depth;
            joined.left[row] = joined.left[row].min(left + shift);
            joined.right[row] = joined.right[row].max(right + shift);
        }
    }
    joined
}

/// The smallest offsets, first 0, at which no two outlines come nearer than the gap.
fn packed(
    children: &[usize],
    rows: &[usize],
    outline: impl Fn(usize, usize) -> (f32, f32),
    gap: impl Fn(usize) -> f32,
) -> Vec<f32> {
    // How deep the outlines still to come reach; deeper rows need no remembering.
    let mut reach = vec![0; children.len() + 1];
    for place in (0..children.len()).rev() {
        reach[place] = reach[place + 1].max(rows[place]);
    }
    let mut edge: Vec<f32> = Vec::new();
    let mut offsets = Vec::with_capacity(children.len());
    for (place, child) in children.iter().enumerate() {
        let shared = rows[place].min(edge.len());
        let mut offset = 0.0_f32;
        for (depth, edge) in edge.iter().enumerate().take(shared) {
            let (left, _) = outline(*child, depth);
            let needed = edge + gap(depth) - left;
            offset = if depth == 0 { needed } else { offset.max(needed) };
        }
        offsets.push(offset);
        for depth in 0..rows[place].min(reach[place + 1]) {
            let right = outline(*child, depth).1 + offset;
            match edge.get_mut(depth) {
                Some(edge) => *edge = edge.max(right),
                None => edge.push(right),
            }
        }
    }
    offsets
}
