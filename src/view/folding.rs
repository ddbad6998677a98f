//! Which items of a rung are unfolded, and which one is next. Knows progress, and nothing of elements.
//!
//! One is whole: the first that can be done and is not. The rest are their lines, until the reader unfolds one. What is
//! on the screen stays as it is: an item that is done is held unfolded until it is out of sight.

use std::rc::Rc;

use super::models::Chosen;
use crate::ladder::select::applies;
use crate::ladder::{Evidence, Id, Requirement, Rung, Step};
use crate::progress::{AT_ONCE, GuardStatus, Guards};

/// What the reader has unfolded and folded by hand, and what is unfolded because they have just had it before them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folding {
    unfolded: Vec<Rc<str>>,
    folded: Vec<Rc<str>>,
    /// These fold by themselves, once they are out of sight.
    pub held: Vec<Rc<str>>,
}

impl Folding {
    /// Whether an item is unfolded. `whole` says whether it is so by default.
    pub fn is_unfolded(&self, kind: &str, id: &Id, whole: bool) -> bool {
        let is_it = |it: &Rc<str>| it.strip_prefix(kind) == Some(id.as_str());
        match whole {
            true => !self.folded.iter().any(is_it),
            false => self.unfolded.iter().chain(&self.held).any(is_it),
        }
    }

    /// The reader unfolds an item, or folds it.
    pub fn set(&mut self, item: Rc<str>, unfolded: bool) {
        self.forget(&item);
        let list = if unfolded { &mut self.unfolded } else { &mut self.folded };
        list.push(item);
    }

    /// Something was done about an item: what was unfolded by hand need not stay so for ever.
    pub fn settle(&mut self, item: &Rc<str>) {
        if has(&self.unfolded, item) {
            self.forget(item);
            self.held.push(item.clone());
        }
    }

    /// What was whole by default may be so no more: it is held. What has become whole is seen whole.
    pub fn hold(&mut self, before: Vec<Rc<str>>, now: &[Rc<str>]) {
        self.folded.retain(|it| !has(now, it) || has(&before, it));
        for item in before {
            if !has(now, &item) && !has(&self.folded, &item) && !has(&self.held, &item) {
                self.held.push(item);
            }
        }
    }

    fn forget(&mut self, item: &str) {
        for list in [&mut self.unfolded, &mut self.folded, &mut self.held] {
            list.retain(|it| **it != *item);
        }
    }
}

fn has(list: &[Rc<str>], item: &str) -> bool {
    list.iter().any(|it| **it == *item)
}

/// The first item of a rung that can be done and is not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next {
    None,
    /// By its place.
    Requirement(usize),
    /// By the places of the warning and of the acknowledgement.
    Acknowledgement(usize, usize),
    /// By its place.
    Step(usize),
}

/// What is next on the reader's rung.
pub fn next(rung: &Rung, guards: &Guards, ticks: &[u16], chosen: &Chosen) -> Next {
    let is_open = |it: &GuardStatus| *it != GuardStatus::Met;
    if let Some(at) = guards.requirements.iter().position(|it| is_open(&it.status)) {
        return Next::Requirement(at);
    }
    let mut warnings = (0..).zip(&guards.warnings);
    if let Some(found) = warnings.find_map(|(at, it)| Some((at, it.0.iter().position(is_open)?))) {
        return Next::Acknowledgement(found.0, found.1);
    }
    let mut open = open_places(rung, ticks, chosen);
    open.next().map_or(Next::None, Next::Step)
}

/// How many steps are meant for this reader and not ticked.
pub fn open_steps(rung: &Rung, ticks: &[u16], chosen: &Chosen) -> usize {
    open_places(rung, ticks, chosen).count()
}

fn open_places(rung: &Rung, ticks: &[u16], chosen: &Chosen) -> impl Iterator<Item = usize> {
    let is_ticked = |at: usize| {
        let word = ticks.get(at / AT_ONCE).copied().unwrap_or_default();
        word & (1 << (at % AT_ONCE)) != 0
    };
    let steps = (0..).zip(&rung.steps);
    steps.filter(move |(at, it)| !is_ticked(*at) && is_meant(it, chosen)).map(|(at, _)| at)
}

/// Whether a step is meant for this reader.
pub fn is_meant(step: &Step, chosen: &Chosen) -> bool {
    step.when.0.is_empty() || applies(&step.when, &|choice| chosen.option(choice).cloned())
}

/// What is whole on the reader's rung: evidence that is wrong, the next item, and the list of steps once it is open.
pub fn whole(rung: &Rung, guards: &Guards, next: Next) -> Vec<Rc<str>> {
    let pairs = rung.requirements.iter().zip(&guards.requirements);
    let wrong = pairs.filter(|(_, it)| is_wrong(&it.status));
    let mut whole: Vec<Rc<str>> = wrong.map(|(it, _)| requirement_name(it)).collect();
    let next = match next {
        Next::Requirement(at) => rung.requirements.get(at).map(requirement_name),
        Next::Step(at) => rung.steps.get(at).map(step_name),
        Next::Acknowledgement(..) | Next::None => None,
    };
    whole.extend(next);
    if guards.left() == 0 {
        whole.push(name(STEPS, &rung.id));
    }
    whole
}

/// Whether evidence is wrong, or has to be given again. That is never folded away.
pub fn is_wrong(status: &GuardStatus) -> bool {
    !matches!(status, GuardStatus::Met | GuardStatus::Missing)
}

/// Whether something is below the line of a requirement.
pub fn has_more(it: &Requirement) -> bool {
    it.evidence != Evidence::Confirm || !it.more.is_empty()
}

/// Whether something is below the line of a step.
pub fn shows_more(it: &Step) -> bool {
    it.illustration.is_some() || !it.more.is_empty()
}

/// What the names of steps and of requirements begin with, and that of all steps of a rung.
pub const STEPS: &str = "steps.";
pub const STEP: &str = "step.";
pub const REQUIREMENT: &str = "requirement.";

/// The name of an item, which is the id of its box.
pub fn step_name(step: &Step) -> Rc<str> {
    name(STEP, &step.id)
}

pub fn requirement_name(it: &Requirement) -> Rc<str> {
    name(REQUIREMENT, &it.id)
}

pub fn name(kind: &str, id: &Id) -> Rc<str> {
    [kind, id.as_str()].concat().into()
}
