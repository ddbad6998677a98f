//! Runs climbs against a ladder, by the rules that the widget follows. Knows no clock: time is what the climbs say.

use fix_ladder_author::{Diagnostic, Severity, duration};
use fix_ladder_core::ladder::{Id, Ladder};
use fix_ladder_core::progress::time::{MINUTE, SECOND};
use fix_ladder_core::progress::{
    Climb, Event, GuardStatus, Position, Progress, Time, WaitState, act, guards, wait_state,
};

use super::line::{CURE, Deed, Line, read};

/// What became of the climbs of a file.
#[derive(Debug, Default, PartialEq)]
pub struct Outcome {
    pub climbs: usize,
    /// How often it was looked whether something is so or blocked.
    pub looks: usize,
    pub faults: Vec<Diagnostic>,
}

/// Runs all climbs of a file.
pub fn run(ladder: &Ladder, climbs: &str) -> Outcome {
    let mut outcome = Outcome::default();
    let mut climber = Climber::new(ladder);
    // After its first fault a climb says nothing more: the rest only follows from it.
    let mut stopped = false;
    let mut at = 0_usize;
    for (index, line) in climbs.split_inclusive('\n').enumerate() {
        let range = at..at + line.trim_end().len();
        at += line.len();
        let said = match read(line) {
            Ok(None) => continue,
            Ok(Some(Line::Climb(_))) => {
                outcome.climbs += 1;
                climber = Climber::new(ladder);
                stopped = false;
                continue;
            }
            Ok(Some(_)) if outcome.climbs == 0 => Err(fault(
                "this stands before the first climb",
                "begin with a line such as `climb The first fix helps`",
            )),
            Ok(Some(_)) if stopped => continue,
            Ok(Some(line)) => climber.line(&line, &mut outcome.looks),
            Err(message) => Err(Fault { message, cure: CURE.to_owned() }),
        };
        if let Err(Fault { message, cure }) = said {
            stopped = true;
            let column = line.chars().take_while(|it| it.is_whitespace()).count() + 1;
            let start = range.start + (line.len() - line.trim_start().len()).min(range.len());
            outcome.faults.push(Diagnostic {
                severity: Severity::Error,
                message,
                cure,
                range: start..range.end,
                line: index + 1,
                column,
            });
        }
    }
    if outcome.climbs == 0 && outcome.faults.is_empty() {
        outcome.faults.push(Diagnostic {
            severity: Severity::Error,
            message: "there is no climb in this file".to_owned(),
            cure: "write one, or begin again with `fix-ladder test --init`".to_owned(),
            range: 0..0,
            line: 1,
            column: 1,
        });
    }
    outcome
}

pub(super) struct Fault {
    pub message: String,
    pub cure: String,
}

pub(super) fn fault(message: impl Into<String>, cure: impl Into<String>) -> Fault {
    Fault { message: message.into(), cure: cure.into() }
}

pub(super) struct Climber<'a> {
    pub ladder: &'a Ladder,
    pub progress: Progress,
    pub now: Time,
    /// The rung that the lines are about.
    pub rung: Option<usize>,
}

impl<'a> Climber<'a> {
    fn new(ladder: &'a Ladder) -> Climber<'a> {
        // Any morning does.
        Climber { ladder, progress: Progress::default(), now: Time::from_clock(1.8e12), rung: None }
    }

    fn line(&mut self, line: &Line, looks: &mut usize) -> Result<(), Fault> {
        match line {
            Line::Climb(_) => Ok(()),
            Line::Rung { id, state } => {
                let index = self.find_rung(id)?;
                self.rung = Some(index);
                let Some(wanted) = state else { return Ok(()) };
                *looks += 1;
                let climb = Climb::new(self.ladder, &self.progress, self.now);
                let found = climb.rung(index).0.as_str();
                match found == wanted {
                    true => Ok(()),
                    false => Err(fault(
                        format!("this rung is {found}, not {wanted}"),
                        self.why_not(index),
                    )),
                }
            }
            Line::Ladder(wanted) => {
                *looks += 1;
                let found = match Climb::new(self.ladder, &self.progress, self.now).position {
                    Position::At(_) => "under way",
                    Position::Fixed(_) => "fixed",
                    Position::End => "at the end",
                };
                match found == wanted {
                    true => Ok(()),
                    false => Err(fault(
                        format!("the ladder is {found}, not {wanted}"),
                        "a ladder is `under way`, `fixed` or `at the end`",
                    )),
                }
            }
            Line::After(words) => match duration(words) {
                Some(seconds) => {
                    self.now = self.now.plus(seconds.saturating_mul(SECOND));
                    Ok(())
                }
                None => Err(fault("this is not a duration", "write one as in `after 15 minutes`")),
            },
            Line::Do { blocked, deed } => {
                *looks += usize::from(*blocked);
                self.deed(deed, *blocked)
            }
        }
    }

    /// Does it; or looks that nobody can.
    fn deed(&mut self, deed: &Deed, blocked: bool) -> Result<(), Fault> {
        let events = self.events(deed)?;
        let mut after = self.progress.clone();
        let mut changes = Vec::new();
        for event in &events {
            self.now = self.now.plus(SECOND);
            changes.push(act(self.ladder, &mut after, event, self.now).is_some());
        }
        let met = events.iter().find_map(|event| match event {
            Event::Require { requirement, .. } => Some(self.is_met(&after, requirement)),
            _ => None,
        });
        match (blocked, met) {
            // Evidence that is not enough is as good as none.
            (false, Some(false)) => {
                Err(fault("this is not enough for the requirement", self.why_not_now()))
            }
            (true, Some(false)) => Ok(()),
            (false, None) if changes.contains(&false) => {
                Err(fault("this is blocked", self.why_not_now()))
            }
            (true, None) if !changes.contains(&true) => Ok(()),
            (true, _) => Err(fault(
                "this is not blocked: a reader can do it here",
                "if it is dangerous, the rung needs another guard; else take `blocked` out",
            )),
            (false, _) => {
                self.progress = after;
                Ok(())
            }
        }
    }

    fn is_met(&self, progress: &Progress, requirement: &Id) -> bool {
        let Some(rung) = self.rung.and_then(|index| self.ladder.rungs.get(index)) else {
            return false;
        };
        let place = rung.requirements.iter().position(|it| it.id == *requirement);
        let guards = guards(self.ladder, rung, progress, self.now);
        let status = place.and_then(|place| guards.requirements.get(place));
        status.is_some_and(|it| it.status == GuardStatus::Met)
    }

    fn why_not_now(&self) -> String {
        self.rung
            .map_or_else(|| "write `rung ID is open` above it".to_owned(), |at| self.why_not(at))
    }

    /// What keeps the reader out of a rung, or within it.
    fn why_not(&self, index: usize) -> String {
        let climb = Climb::new(self.ladder, &self.progress, self.now);
        let Some(rung) = self.ladder.rungs.get(index) else { return String::new() };
        let left = guards(self.ladder, rung, &self.progress, self.now).left();
        match climb.rung(index).0.as_str() {
            "locked" => match climb.position {
                Position::At(at) => {
                    let here = self.ladder.rungs.get(at).map_or("", |it| it.id.as_str());
                    format!("the reader is on the rung `{here}`, and answers that first")
                }
                Position::Fixed(_) => "another rung has helped".to_owned(),
                Position::End => "the ladder is at its end".to_owned(),
            },
            "preparing" => format!("{left} of its guards are still to be met"),
            "waiting" => {
                let wait = wait_state(rung, &self.progress, self.now);
                match wait {
                    WaitState::Running { remaining, .. } => {
                        let minutes = remaining.div_ceil(MINUTE);
                        format!(
                            "its wait runs for {minutes} more minutes: `after {minutes} minutes`"
                        )
                    }
                    _ => "its wait runs".to_owned(),
                }
            }
            "open" => "the rung is open; this is done already, or its wait has to be started first"
                .to_owned(),
            state => format!("the rung is {state}: correct the line, or the ladder"),
        }
    }
}
