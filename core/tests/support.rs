//! Small ladders, and a climb on them that tests can tell as a story. Knows no browser and no clock.

use std::rc::Rc;

use fix_ladder_core::ladder::{Id, Ladder, parse};
use fix_ladder_core::progress::time::MINUTE;
use fix_ladder_core::progress::{
    self, Allowed, Answer, Event, Given, Guards, Progress, Time, WaitState, guards, step,
    wait_state,
};
use serde_json::{Value, json};

pub const HOUR: u64 = 60 * MINUTE;
pub const DAY: u64 = 24 * HOUR;
pub const YEAR: u64 = 365 * DAY;

/// A Monday morning: 2026-11-23 09:00 UTC.
pub fn monday() -> Time {
    at(1_795_424_400_000)
}

pub fn at(millis: u64) -> Time {
    Time::from_millis(millis).expect("a moment within the limit")
}

/// A rung before it becomes part of a ladder. It has one step, named after it: `<id>-step`.
#[derive(Clone, Debug)]
pub struct RungPlan {
    pub id: String,
    severity: &'static str,
    requirements: Vec<Value>,
    warnings: Vec<Value>,
    seconds: Option<u32>,
    moves: bool,
}

/// A gentle rung without guards and without a wait.
pub fn rung(id: &str) -> RungPlan {
    RungPlan {
        id: id.to_owned(),
        severity: "gentle",
        requirements: Vec::new(),
        warnings: Vec::new(),
        seconds: None,
        moves: false,
    }
}

impl RungPlan {
    pub fn severity(self, severity: &'static str) -> Self {
        RungPlan { severity, ..self }
    }

    /// Adds a requirement that is ticked.
    pub fn confirmed(self, id: &str) -> Self {
        self.required(id, json!("confirm"))
    }

    /// Adds a requirement that asks for two numbers.
    pub fn counted(self, id: &str) -> Self {
        self.required(id, json!({ "numbers": { "first": "in iCloud", "second": "in the copy" } }))
    }

    /// Adds a requirement that asks for a place other than iCloud.
    pub fn placed(self, id: &str) -> Self {
        self.required(id, json!({ "place": { "not": ["iCloud"] } }))
    }

    /// Adds a requirement that asks for a hand-over.
    pub fn handed_over(self, id: &str) -> Self {
        self.required(id, json!("hand-over"))
    }

    /// Adds a requirement that asks for a place other than this.
    pub fn placed_outside(self, id: &str, word: &str) -> Self {
        self.required(id, json!({ "place": { "not": [word] } }))
    }

    fn required(mut self, id: &str, evidence: Value) -> Self {
        self.requirements.push(json!({ "id": id, "text": id, "evidence": evidence }));
        self
    }

    /// Adds a warning with a number of acknowledgements.
    pub fn warned(mut self, id: &str, confirmations: u32) -> Self {
        self.warnings.push(json!({ "id": id, "text": [id], "confirmations": confirmations }));
        self
    }

    pub fn waits(self, minutes: u32) -> Self {
        RungPlan { seconds: Some(minutes * 60), ..self }
    }

    /// Lets its check be answered by saying that it is moving.
    pub fn moves(self) -> Self {
        RungPlan { moves: true, ..self }
    }

    fn json(self) -> Value {
        let mut rung = json!({
            "id": self.id,
            "title": self.id,
            "severity": self.severity,
            "requirements": self.requirements,
            "warnings": self.warnings,
            "steps": [{ "id": format!("{}-step", self.id), "text": "Do it." }],
        });
        if let Some(seconds) = self.seconds {
            rung["wait"] = json!({ "seconds": seconds });
        }
        if self.moves {
            rung["moving"] = json!("The number left is falling.");
        }
        rung
    }
}

/// A ladder of these rungs, with one choice: `device`, which is `iphone` or `mac`.
pub fn ladder(rungs: impl IntoIterator<Item = RungPlan>) -> Ladder {
    let rungs: Vec<Value> = rungs.into_iter().map(RungPlan::json).collect();
    let option = |id: &str| json!({ "id": id, "label": id });
    let document = json!({
        "format": 1,
        "id": "test",
        "title": "A test",
        "choices": [
            { "id": "device", "label": "Device", "options": [option("iphone"), option("mac")] },
        ],
        "rungs": rungs,
    });
    parse(&document.to_string()).expect("a valid ladder")
}

/// An id, which only a valid ladder gives out.
pub fn id(text: &str) -> Id {
    ladder([rung(text)]).rungs.remove(0).id
}

/// One climb: a ladder, what the reader did, and what the clock shows.
#[derive(Clone)]
pub struct Climb {
    pub ladder: Ladder,
    pub progress: Progress,
    pub now: Time,
}

impl Climb {
    /// A climb that begins on a Monday morning.
    pub fn of(rungs: impl IntoIterator<Item = RungPlan>) -> Climb {
        Climb { ladder: ladder(rungs), progress: Progress::default(), now: monday() }
    }

    /// Does what the event says, and returns whether that changed anything.
    pub fn does(&mut self, event: &Event) -> bool {
        let next = step(&self.ladder, &self.progress, event, self.now);
        let changed = next != self.progress;
        self.progress = next;
        changed
    }

    /// Does what must be possible.
    pub fn must(&mut self, event: Event) {
        assert!(self.does(&event), "{event:?} changes nothing: {}", self.states());
    }

    /// Tries what must not be possible.
    pub fn must_not(&mut self, event: Event) {
        assert!(!self.does(&event), "{event:?} is possible: {}", self.states());
    }

    /// Lets the clock go on.
    pub fn later(&mut self, millis: u64) {
        self.now = self.now.plus(millis);
    }

    /// Turns the clock back.
    pub fn turned_back(&mut self, millis: u64) {
        self.now = at(self.now.millis() - millis);
    }

    /// The states of all rungs, from the first to the last.
    pub fn states(&self) -> String {
        let climb = self.derived();
        let state = |index| climb.rung(index).0.as_str();
        (0..self.ladder.rungs.len()).map(state).collect::<Vec<_>>().join(" ")
    }

    pub fn allowed(&self, rung: &str) -> Allowed {
        self.derived().allowed(self.index(rung))
    }

    pub fn guards(&self, rung: &str) -> Guards {
        guards(&self.ladder, &self.ladder.rungs[self.index(rung)], &self.progress, self.now)
    }

    pub fn wait(&self, rung: &str) -> WaitState {
        wait_state(&self.ladder.rungs[self.index(rung)], &self.progress, self.now)
    }

    pub fn help_offered(&self) -> bool {
        self.derived().help_offered()
    }

    fn derived(&self) -> progress::Climb<'_> {
        progress::Climb::new(&self.ladder, &self.progress, self.now)
    }

    fn index(&self, rung: &str) -> usize {
        let position = self.ladder.rungs.iter().position(|it| it.id.as_str() == rung);
        position.expect("a rung of the ladder")
    }
}

pub fn tick(step: &str) -> Event {
    Event::Tick { step: id(step), done: true }
}

pub fn untick(step: &str) -> Event {
    Event::Tick { step: id(step), done: false }
}

pub fn require(requirement: &str, evidence: Given) -> Event {
    Event::Require { requirement: id(requirement), evidence }
}

pub fn has(requirement: &str) -> Event {
    require(requirement, Given::Confirmed(true))
}

pub fn has_not(requirement: &str) -> Event {
    require(requirement, Given::Confirmed(false))
}

pub fn first(requirement: &str, text: &str) -> Event {
    require(requirement, Given::First(Rc::from(text)))
}

pub fn second(requirement: &str, text: &str) -> Event {
    require(requirement, Given::Second(Rc::from(text)))
}

pub fn place(requirement: &str, text: &str) -> Event {
    require(requirement, Given::Place(Rc::from(text)))
}

pub fn confirm(warning: &str, number: u32) -> Event {
    Event::Confirm { warning: id(warning), number, done: true }
}

pub fn take_back(warning: &str, number: u32) -> Event {
    Event::Confirm { warning: id(warning), number, done: false }
}

pub fn choose(choice: &str, option: Option<&str>) -> Event {
    Event::Choose { choice: id(choice), option: option.map(id) }
}

pub fn start_wait(rung: &str) -> Event {
    Event::StartWait { rung: id(rung) }
}

pub fn extend_wait(rung: &str) -> Event {
    Event::ExtendWait { rung: id(rung) }
}

pub fn skip_wait(rung: &str) -> Event {
    Event::SkipWait { rung: id(rung) }
}

pub fn fixed(rung: &str) -> Event {
    Event::Answer { rung: id(rung), answer: Answer::Fixed }
}

pub fn not_fixed(rung: &str) -> Event {
    Event::Answer { rung: id(rung), answer: Answer::NotFixed }
}

pub fn skip(rung: &str) -> Event {
    Event::Answer { rung: id(rung), answer: Answer::Skipped }
}

pub fn moving(rung: &str) -> Event {
    Event::Moving { rung: id(rung) }
}

pub fn undo(rung: &str) -> Event {
    Event::Undo { rung: id(rung) }
}
