//! The tidy tree: every branch as close to its neighbour as their outlines allow.
//!
//! Source: contours after Reingold, Tilford 1981; Buchheim, Juenger, Leipert 2002; van der Ploeg
//! 2014. Each branch keeps its outline from the lowest row up, so that a manager is added at the
//! end and the deepest child's outline is taken over as it is: all in all O(n).

use super::blocks::Forest;
use crate::theme::MapMetrics;

/// The outline of a branch: left and right edge from its lowest row to its top row, `x` from the
/// branch's middle.
#[derive(Default)]
struct Outline {
    edges: Vec<(f32, f32)>,
    /// To be added to every value: moving a branch costs nothing.
    shift: f32,
}

impl Outline {
    fn rows(&self) -> usize {
        self.edges.len()
    }

    /// Left and right edge of the row `depth` rows below the top.
    fn at(&self, depth: usize) -> (f32, f32) {
        let (left, right) = self.edges[self.edges.len() - 1 - depth];
        (left + self.shift, right + self.shift)
    }
}

/// Room to work in, kept from one join to the next.
#[derive(Default)]
struct Scratch {
    near: Vec<f32>,
    far: Vec<f32>,
    reach: Vec<usize>,
    edge: Vec<f32>,
}

/// The middle of every block relative to the block above, and of every root to the first root.
pub(super) fn place(forest: &Forest, metrics: &MapMetrics) -> Vec<f32> {
    let mut offsets = vec![0.0; forest.blocks.len()];
    let mut outlines: Vec<Outline> = Vec::with_capacity(forest.blocks.len());
    // Children are built before the block that carries them.
    let mut scratch = Scratch::default();
    for block in &forest.blocks {
        let gaps = (metrics.sibling_gap, metrics.branch_gap);
        let mut outline = join(&block.children, &mut outlines, &mut offsets, gaps, &mut scratch);
        let half = block.width / 2.0;
        let edges = (-half - outline.shift, half - outline.shift);
        outline.edges.extend(std::iter::repeat_n(edges, block.cards.len()));
        outlines.push(outline);
    }
    let gaps = (metrics.branch_gap, metrics.branch_gap);
    join(&forest.roots, &mut outlines, &mut offsets, gaps, &mut scratch);
    offsets
}

/// Places branches side by side, their first and last middle evenly round 0, and joins them.
/// `gaps` are those of the top row and of the rows below.
fn join(
    children: &[usize],
    outlines: &mut [Outline],
    offsets: &mut [f32],
    gaps: (f32, f32),
    scratch: &mut Scratch,
) -> Outline {
    let Some((first, last)) = children.first().zip(children.last()) else {
        return Outline::default();
    };
    if children.len() > 1 {
        let mut near = std::mem::take(&mut scratch.near);
        packed(
            children.iter().copied(),
            gaps,
            &mut near,
            scratch,
            |child| outlines[child].rows(),
            |child, depth| outlines[child].at(depth),
        );
        for (child, near) in children.iter().zip(&near) {
            offsets[*child] = *near;
        }
        // The same from the right; the mean of both spreads what lies between large branches.
        // Where only the top rows touch, both are the same.
        if children.len() > 2 && children.iter().any(|child| outlines[*child].rows() > 1) {
            let mut far = std::mem::take(&mut scratch.far);
            let turned = children.iter().rev().copied();
            packed(
                turned,
                gaps,
                &mut far,
                scratch,
                |child| outlines[child].rows(),
                |child, depth| {
                    let (left, right) = outlines[child].at(depth);
                    (-right, -left)
                },
            );
            let width = near.last().copied().unwrap_or(0.0);
            for (child, far) in children.iter().rev().zip(&far) {
                offsets[*child] = f32::midpoint(offsets[*child], width - far);
            }
            scratch.far = far;
        }
        scratch.near = near;
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
        let shift = other.shift + offsets[child] - joined.shift;
        for (edges, (left, right)) in joined.edges.iter_mut().rev().zip(other.edges.iter().rev()) {
            *edges = (edges.0.min(left + shift), edges.1.max(right + shift));
        }
    }
    joined
}

/// The smallest offsets, first 0, at which no two outlines come nearer than the gap.
fn packed(
    children: impl DoubleEndedIterator<Item = usize> + ExactSizeIterator + Clone,
    (top_gap, gap): (f32, f32),
    offsets: &mut Vec<f32>,
    scratch: &mut Scratch,
    rows: impl Fn(usize) -> usize,
    outline: impl Fn(usize, usize) -> (f32, f32),
) {
    // How deep the outlines still to come reach; deeper rows need no remembering.
    let Scratch { reach, edge, .. } = scratch;
    reach.clear();
    reach.resize(children.len() + 1, 0);
    for (place, child) in children.clone().enumerate().rev() {
        reach[place] = reach[place + 1].max(rows(child));
    }
    edge.clear();
    offsets.clear();
    for (place, child) in children.enumerate() {
        let mut offset = 0.0_f32;
        for (depth, edge) in edge.iter().enumerate().take(rows(child)) {
            let (left, _) = outline(child, depth);
            offset = if depth == 0 { edge + top_gap - left } else { offset.max(edge + gap - left) };
        }
        offsets.push(offset);
        for depth in 0..rows(child).min(reach[place + 1]) {
            let right = outline(child, depth).1 + offset;
            match edge.get_mut(depth) {
                Some(edge) => *edge = edge.max(right),
                None => edge.push(right),
            }
        }
    }
}
