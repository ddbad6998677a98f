//! View models: all that is shown, as values that can be compared. A memo renders again only where its value has
//! changed.
//!
//! Knows how each follows from progress, and nothing of the elements that show it.

use std::rc::Rc;

use super::action::Asked;
use super::folding::{Folding, Next, next};
use super::state::{Notice, State};
use crate::ladder::{Id, Ladder, Rung};
use crate::progress::{
    Allowed, Climb, Guards, Position, Progress, RungState, TakesBack, Ticked, Ticks, Time,
    WaitState, came_back, chosen, guards, moving_since, position_after, wait_state,
};

/// All that a memo shows, besides what is the same for the life of the widget.
#[derive(PartialEq)]
pub enum Model {
    Choices(Chosen),
    Rung(RungModel),
    Steps(StepsModel),
    /// Other memos, by their keys.
    Several(Vec<Child>),
}

/// A memo among others: its key, and what it shows.
pub type Child = (Rc<str>, Rc<Model>);

/// The options chosen, by choice. Equal where the reader would see the same words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chosen(Rc<[(Id, Id)]>);

impl Chosen {
    pub fn of(ladder: &Ladder, progress: &Progress) -> Chosen {
        let made = ladder.choices.iter().filter_map(|choice| {
            Some((choice.id.clone(), chosen(ladder, progress, &choice.id)?.clone()))
        });
        Chosen(made.collect())
    }

    pub fn option(&self, choice: &Id) -> Option<&Id> {
        self.0.iter().find(|(it, _)| it == choice).map(|(_, option)| option)
    }
}

/// A rung: its line on the rail, and its body where it is unfolded.
#[derive(PartialEq)]
pub struct RungModel {
    pub index: usize,
    pub state: RungState,
    /// When it was answered.
    pub answered: Option<Time>,
    /// When it had helped, and when that came back.
    pub came_back: Option<(Time, Time)>,
    /// Whether another rung has helped.
    pub not_needed: bool,
    /// Now, as exactly as anything that is shown depends on it.
    pub now: Time,
    /// None while it is folded.
    pub body: Option<Rc<RungBody>>,
}

/// All of an unfolded rung besides its line.
#[derive(PartialEq)]
pub struct RungBody {
    pub chosen: Chosen,
    pub allowed: Allowed,
    pub guards: Guards,
    pub ticks: Ticks,
    pub wait: WaitState,
    /// Since when it is moving.
    pub moving: Option<Time>,
    pub takes_back: Option<TakesBack>,
    pub help_offered: bool,
    pub asked: Option<Asked>,
    /// The requirement that something is being typed for.
    pub typing: Option<Id>,
    /// Whether its wait has been seen running.
    pub waited: bool,
    /// Whether all progress is stored.
    pub is_kept: bool,
    pub next: Next,
    /// Whether the reader wants all items unfolded.
    pub all: bool,
    /// Whether this is for paper, where nothing can be pressed.
    pub printing: bool,
    pub folding: Folding,
    /// Where the answer "not fixed" leads.
    pub leads_to: Option<Position>,
}

/// Days begin, in every time zone, with a quarter of an hour.
const QUARTER: u64 = 15 * 60 * 1000;

impl RungModel {
    pub fn new(
        climb: &Climb<'_>,
        index: usize,
        rung: &Rung,
        state: &State,
        chosen: &Chosen,
        ticked: &Ticked,
    ) -> RungModel {
        let progress = &state.progress;
        let (rung_state, answered) = climb.rung(index);
        // By default the reader's rung is unfolded and every other is folded.
        let unfolded =
            state.is_printing() || rung_state.is_readers() != state.toggled.contains(&rung.id);
        let here = rung_state.is_readers();
        let body = unfolded.then(|| {
            let guards = guards(climb.ladder(), rung, progress, state.now);
            let ticks = ticked.rung(index);
            RungBody {
                next: if here && !state.is_printing() {
                    next(rung, &guards, &ticks, chosen)
                } else {
                    Next::None
                },
                all: state.is_printing() || progress.is_unfolded(),
                printing: state.is_printing(),
                folding: state.folding.clone(),
                leads_to: here.then(|| position_after(climb.ladder(), progress, Some(&rung.id))),
                chosen: chosen.clone(),
                allowed: climb.allowed(index),
                guards,
                ticks,
                wait: wait_state(rung, progress, state.now),
                moving: moving_since(rung, progress),
                takes_back: climb.takes_back(index),
                help_offered: climb.help_offered(),
                asked: state.asked,
                typing: state.typing.clone(),
                waited: state.waited,
                is_kept: !state.notices.contains(&Notice::NotKept),
            }
        });
        let passed = answered.or(body.as_ref().and_then(|it| it.moving));
        let now = match (body.as_ref().map(|it| it.wait), passed) {
            (Some(WaitState::Running { .. }), _) => state.now,
            // What is said of a moment that has passed changes with the day.
            (Some(WaitState::Ended { .. }), _) | (_, Some(_)) => state.now.down_to(QUARTER),
            _ => Time::default(),
        };
        let not_needed = matches!(climb.position, Position::Fixed(_));
        let came_back = came_back(progress, &rung.id);
        let body = body.map(Rc::new);
        RungModel { index, state: rung_state, answered, came_back, not_needed, now, body }
    }
}

/// A group of up to 16 steps.
#[derive(PartialEq)]
pub struct StepsModel {
    pub rung: usize,
    /// Which group of the rung's steps, from 0.
    pub group: usize,
    /// Those that are meant for this reader, by their positions in the group.
    pub meant: u16,
    /// Those that are ticked.
    pub ticked: u16,
    /// The first of the whole rung that is not ticked yet, where it is in this group.
    pub next: u16,
    /// Those that are unfolded.
    pub unfolded: u16,
    /// How many steps are shown before this group, and how many in all.
    pub before: u32,
    pub total: u32,
    pub open: bool,
    pub chosen: Chosen,
}
