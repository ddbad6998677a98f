//! Which steps are ticked, as bits.
//!
//! All of it follows from the facts. It is kept beside them because a ladder may have thousands of steps, and
//! one tick changes one bit. Knows no time.

use std::rc::Rc;

use super::evidence::is_done;
use super::fact::Key;
use super::set::Progress;
use crate::ladder::{Id, Ladder, Rung};

/// How many steps share one word of bits.
pub const AT_ONCE: usize = 16;

/// The ticks of one rung: the step at `n` is bit `n % 16` of the word at `n / 16`.
pub type Ticks = Rc<[u16]>;

/// The ticks of all rungs, by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticked(Vec<Ticks>);

impl Ticked {
    pub fn of(ladder: &Ladder, progress: &Progress) -> Ticked {
        Ticked(ladder.rungs.iter().map(|rung| ticks(rung, progress)).collect())
    }

    /// The ticks of the rung at `index`.
    pub fn rung(&self, index: usize) -> Ticks {
        self.0.get(index).cloned().unwrap_or_default()
    }

    /// Takes over how one step stands in `progress`.
    pub fn note(&mut self, ladder: &Ladder, progress: &Progress, step: &Id) {
        for (rung, ticks) in ladder.rungs.iter().zip(&mut self.0) {
            let Some(place) = rung.steps.iter().position(|it| it.id == *step) else { continue };
            if let Some(word) = Rc::make_mut(ticks).get_mut(place / AT_ONCE) {
                let bit = 1 << (place % AT_ONCE);
                let done = is_done(progress, &Key::Step(step.clone()));
                *word = if done { *word | bit } else { *word & !bit };
            }
            return;
        }
    }
}

fn ticks(rung: &Rung, progress: &Progress) -> Ticks {
    let bit = |(at, done): (usize, bool)| u16::from(done) << at;
    let done = |id: &Id| is_done(progress, &Key::Step(id.clone()));
    let words = rung.steps.chunks(AT_ONCE);
    words.map(|word| word.iter().map(|it| done(&it.id)).enumerate().map(bit).sum()).collect()
}
