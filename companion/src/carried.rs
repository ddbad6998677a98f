//! What a climb is, in sentences: what a link or a file carries, and which guards it only shows.

use fix_ladder_core::ladder::{Ladder, Rung, Text};
use fix_ladder_core::progress::{
    Answer, Key, Progress, WaitState, answered, came_back, chosen, is_done, moving_since,
    wait_state,
};

use crate::items::{Item, items};
use crate::snapshot::Restored;
use crate::token::Typed;
use crate::words::Words;

/// Sentences: the name, the choices, and each rung on which something was done.
pub fn carries(ladder: &Ladder, there: &Restored<'_>, words: &Words<'_>) -> Vec<String> {
    let progress = &there.progress();
    let mut said = Vec::new();
    if !there.name.is_empty() {
        said.push(words.say.opening.named(&there.name));
    }
    for choice in &ladder.choices {
        let Some(option) = chosen(ladder, progress, &choice.id) else { continue };
        let label = choice.options.iter().find(|it| it.id == *option).map(|it| &it.label);
        said.extend(label.map(|it| words.say.labelled(&choice.label, it)));
    }
    for rung in &ladder.rungs {
        let parts = rung_parts(rung, progress, words);
        if !parts.is_empty() {
            said.push(words.say.labelled(&words.rung(ladder, rung), &parts.join(", ")));
        }
    }
    said
}

fn rung_parts(rung: &Rung, progress: &Progress, words: &Words<'_>) -> Vec<String> {
    let say = &words.say.opening;
    let mut parts = Vec::new();
    let back = came_back(progress, &rung.id);
    if let Some((answer, at)) = answered(progress, &rung.id) {
        let outcomes = &words.say.outcomes;
        let outcome = match answer {
            _ if back.is_some() => outcomes.fixed,
            Answer::NotFixed => outcomes.not_fixed,
            Answer::Skipped => outcomes.skipped,
            Answer::Fixed => outcomes.fixed,
        };
        parts.push(say.outcome_at(outcome, &words.moment(at)));
    }
    let ticked = items(rung).iter().filter(|it| is_ticked(it, progress)).count();
    if ticked > 0 {
        parts.push(words.count(&say.ticked, ticked));
    }
    match wait_state(rung, progress, words.now) {
        _ if answered(progress, &rung.id).is_some() => {}
        WaitState::Running { deadline, .. } => {
            parts.push(say.wait_until(&words.moment(deadline)));
        }
        WaitState::Ended { deadline } => parts.push(say.wait_ended(&words.moment(deadline))),
        WaitState::Left => parts.push(say.wait_left.to_owned()),
        WaitState::None | WaitState::NotStarted => {}
    }
    if let Some((_, back)) = back {
        parts.push(say.came_back(&words.moment(back)));
    }
    if moving_since(rung, progress).is_some() {
        parts.push(say.moving.to_owned());
    }
    parts
}

fn is_ticked(item: &Item<'_>, progress: &Progress) -> bool {
    match item {
        Item::Step(it) => is_done(progress, &Key::Step(it.id.clone())),
        _ => progress.fact(&item.key()).is_some_and(|it| crate::facts::is_given(&it.value)),
    }
}

/// Sentences: guards that were met elsewhere, and are asked again here.
pub fn shown(ladder: &Ladder, there: &Restored<'_>, words: &Words<'_>) -> Vec<String> {
    let say = &words.say.opening;
    let mut said = Vec::new();
    for (rung, guards) in &there.shown {
        said.push(say.asked_again(&words.number(guards.len()), &words.rung(ladder, rung)));
        for (item, typed) in guards {
            let (Item::Requirement(it), Some(typed)) = (item, typed) else { continue };
            let typed = match typed {
                Typed::Numbers(first, second) => say.two_numbers(first, second),
                Typed::Place(place) => place.clone(),
            };
            said.push(words.say.labelled(&sentence(&it.text), &typed));
        }
    }
    said
}

/// The words of a text without the full stop that would stand before a colon.
pub fn sentence(text: &Text) -> String {
    text.plain().trim().trim_end_matches('.').to_owned()
}
