//! What a reader does for a line of scripted climbs, as events of the climb. Knows no time, and not whether it is allowed.

use std::rc::Rc;

use fix_ladder_core::ladder::{Evidence, Id, Rung, applies};
use fix_ladder_core::progress::{Answer, Event, Given, GuardStatus, Key, chosen, guards, is_done};

use super::line::Deed;
use super::run::{Climber, Fault, fault};

impl<'a> Climber<'a> {
    /// What the reader does for a deed.
    pub(super) fn events(&self, deed: &Deed) -> Result<Vec<Event>, Fault> {
        if let Deed::StartOver = deed {
            return Ok(vec![Event::StartOver]);
        }
        if let Deed::Choose { choice, option } = deed {
            return self.choose(choice, option).map(|event| vec![event]);
        }
        let rung = self.here()?;
        let id = || rung.id.clone();
        Ok(match deed {
            Deed::Tick { step, done } if step == "all" => {
                let chosen = |choice: &Id| chosen(self.ladder, &self.progress, choice).cloned();
                let open = rung.steps.iter().filter(|it| {
                    let key = Key::Step(it.id.clone());
                    applies(&it.when, &chosen) && is_done(&self.progress, &key) != *done
                });
                open.map(|it| Event::Tick { step: it.id.clone(), done: *done }).collect()
            }
            Deed::Tick { step, done } => {
                let found = find("step", step, rung.steps.iter().map(|it| &it.id))?;
                vec![Event::Tick { step: found, done: *done }]
            }
            Deed::Confirm(warning) => {
                let found = find("warning", warning, rung.warnings.iter().map(|it| &it.id))?;
                let place = rung.warnings.iter().position(|it| it.id == found).unwrap_or(0);
                let status = guards(self.ladder, rung, &self.progress, self.now);
                let open = status
                    .warnings
                    .get(place)
                    .and_then(|it| it.0.iter().position(|status| *status != GuardStatus::Met));
                let number = open.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(u32::MAX);
                vec![Event::Confirm { warning: found, number, done: true }]
            }
            Deed::Have(name) => vec![self.require(rung, name, Given::Confirmed(true))?],
            Deed::Place { requirement, words } => {
                vec![self.require(rung, requirement, Given::Place(Rc::from(words.as_str())))?]
            }
            Deed::HandOver(name) => {
                vec![self.require(rung, name, Given::Place(Rc::from("opened")))?]
            }
            Deed::Numbers { requirement, first, second } => vec![
                self.require(rung, requirement, Given::First(Rc::from(first.as_str())))?,
                self.require(rung, requirement, Given::Second(Rc::from(second.as_str())))?,
            ],
            Deed::Wait("start") => vec![Event::StartWait { rung: id() }],
            Deed::Wait("extend") => vec![Event::ExtendWait { rung: id() }],
            Deed::Wait(_) => vec![Event::SkipWait { rung: id() }],
            Deed::Answer("moving") => vec![Event::Moving { rung: id() }],
            Deed::Answer("came back") => vec![Event::CameBack { rung: id() }],
            Deed::Answer(answer) => {
                let answer = match *answer {
                    "fixed" => Answer::Fixed,
                    "skipped" => Answer::Skipped,
                    _ => Answer::NotFixed,
                };
                vec![Event::Answer { rung: id(), answer }]
            }
            Deed::Undo => vec![Event::Undo { rung: id() }],
            Deed::Choose { .. } | Deed::StartOver => Vec::new(),
        })
    }

    fn require(&self, rung: &Rung, name: &str, evidence: Given) -> Result<Event, Fault> {
        let requirement = find("requirement", name, rung.requirements.iter().map(|it| &it.id))?;
        let asked = rung.requirements.iter().find(|it| it.id == requirement).map(|it| &it.evidence);
        let (fits, cure) = match asked {
            Some(Evidence::Confirm) => (matches!(evidence, Given::Confirmed(_)), "have N"),
            Some(Evidence::Place { .. }) => (matches!(evidence, Given::Place(_)), "place N: WORDS"),
            Some(Evidence::HandOver) => (matches!(evidence, Given::Place(_)), "hand over N"),
            _ => (matches!(evidence, Given::First(_) | Given::Second(_)), "numbers N: ONE, OTHER"),
        };
        match fits {
            true => Ok(Event::Require { requirement, evidence }),
            false => {
                Err(fault("this requirement asks for something else", format!("write `{cure}`")))
            }
        }
    }

    fn choose(&self, choice: &str, option: &str) -> Result<Event, Fault> {
        let same = |id: &Id, label: &str, name: &str| {
            id.as_str() == name || label.to_lowercase() == name.to_lowercase()
        };
        let Some(found) = self.ladder.choices.iter().find(|it| same(&it.id, &it.label, choice))
        else {
            let known = self.ladder.choices.iter().map(|it| &*it.label).collect::<Vec<_>>();
            return Err(fault(format!("the ladder does not ask for `{choice}`"), listed(&known)));
        };
        match found.options.iter().find(|it| same(&it.id, &it.label, option)) {
            Some(it) => Ok(Event::Choose { choice: found.id.clone(), option: Some(it.id.clone()) }),
            None => {
                let known = found.options.iter().map(|it| &*it.label).collect::<Vec<_>>();
                Err(fault(format!("`{option}` is no option of `{}`", found.label), listed(&known)))
            }
        }
    }

    pub(super) fn find_rung(&self, name: &str) -> Result<usize, Fault> {
        let same = |rung: &Rung| {
            rung.id.as_str() == name || rung.title.plain().to_lowercase() == name.to_lowercase()
        };
        self.ladder.rungs.iter().position(same).ok_or_else(|| {
            let known: Vec<&str> = self.ladder.rungs.iter().map(|it| it.id.as_str()).collect();
            fault(format!("the ladder has no rung `{name}`"), listed(&known))
        })
    }

    fn here(&self) -> Result<&'a Rung, Fault> {
        self.rung.and_then(|index| self.ladder.rungs.get(index)).ok_or_else(|| {
            fault("this does not say on which rung", "write `rung ID is open` above it")
        })
    }
}

/// The id of a part by its number in the rung, or by the id itself.
fn find<'a>(what: &str, name: &str, ids: impl Iterator<Item = &'a Id>) -> Result<Id, Fault> {
    let ids: Vec<&Id> = ids.collect();
    let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let by_id = ids.iter().find(|id| id.as_str() == name);
    let found = by_id.or_else(|| number.and_then(|number| ids.get(number)));
    found.map(|id| (*id).clone()).ok_or_else(|| {
        let known: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
        fault(format!("this rung has no {what} `{name}`"), listed(&known))
    })
}

fn listed(known: &[&str]) -> String {
    match known {
        [] => "there are none".to_owned(),
        _ => format!("there are: {}", known.join(", ")),
    }
}
