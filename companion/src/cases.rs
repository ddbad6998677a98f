//! The list of a reader's devices: what each is called, and where its climb stands. Knows no storage: it is handed all keys.

use fix_ladder_core::ladder::Ladder;
use fix_ladder_core::progress::{
    Key, Position, Progress, Time, WaitState, answered, chosen, duration, moving_since, position,
    wait_state,
};

use crate::facts::progress;
use crate::json::{Object, list};
use crate::order::in_order;
use crate::words::Words;

/// The case of a reader who has only one.
const DEFAULT: &str = "default";

struct Case<'a> {
    id: &'a str,
    progress: Progress,
    /// When something was first and last done, or the case made.
    first: Time,
    latest: Time,
}

/// The answer to `cases`: `entries` are all keys of the ladder, `<case>/<fact>`, with what is stored.
pub fn cases(ladder: &Ladder, entries: &[(&str, &str)], words: &Words<'_>) -> String {
    let mut facts: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    for (key, text) in entries {
        let Some((case, fact)) = key.split_once('/') else { continue };
        match facts.iter_mut().find(|(id, _)| *id == case) {
            Some((_, facts)) => facts.push((fact, text)),
            None => facts.push((case, vec![(fact, text)])),
        }
    }
    let cases: Vec<Case<'_>> = facts.into_iter().filter_map(|(id, it)| case(id, it)).collect();
    // The first is the oldest, whatever the others were called since.
    let oldest = |it: &Case<'_>| if it.id == DEFAULT { Time::default() } else { it.first };
    let cases = in_order(&cases, oldest);
    let mut names: Vec<String> = Vec::new();
    for (place, case) in (1..).zip(&cases) {
        let name = name(ladder, case, place, words);
        names.push(distinct(name, &names, words));
    }
    let named: Vec<(&Case<'_>, String)> = cases.into_iter().zip(names).collect();
    let named = in_order(&named, |(case, _)| case.latest);
    let cases = named.iter().rev().map(|(case, name)| json(ladder, case, name, words));
    Object::new().raw("cases", &list(cases)).end()
}

/// None of what holds no fact.
fn case<'a>(id: &'a str, facts: Vec<(&str, &str)>) -> Option<Case<'a>> {
    let progress = progress(facts);
    let times = || progress.facts().map(|(_, fact)| fact.time);
    let (first, latest) = (times().min()?, times().max()?);
    Some(Case { id, first, latest, progress })
}

fn name(ladder: &Ladder, case: &Case<'_>, place: usize, words: &Words<'_>) -> String {
    let own = case.progress.case().map(|it| it.name.trim()).filter(|it| !it.is_empty());
    if let Some(own) = own {
        return own.to_owned();
    }
    // The first question asks for what it is, such as the device.
    let chosen = ladder.choices.iter().find_map(|choice| {
        let option = chosen(ladder, &case.progress, &choice.id)?;
        choice.options.iter().find(|it| it.id == *option).map(|it| it.label.to_string())
    });
    chosen.unwrap_or_else(|| words.say.cases.device(&words.number(place)))
}

/// The name, with a number where another case has it.
fn distinct(name: String, taken: &[String], words: &Words<'_>) -> String {
    let mut distinct = name.clone();
    let mut number = 2;
    while taken.contains(&distinct) {
        distinct = [&name, " ", &words.number(number)].concat();
        number += 1;
    }
    distinct
}

fn json(ladder: &Ladder, case: &Case<'_>, name: &str, words: &Words<'_>) -> String {
    let position = position(ladder, &case.progress);
    let removed = case.progress.case().is_some_and(|it| it.removed);
    let removed_at = case.progress.latest(&Key::Case).filter(|_| removed);
    let at = removed_at.map_or_else(|| "null".to_owned(), |it| it.time.millis().to_string());
    Object::new()
        .text("id", case.id)
        .text("name", name)
        .text("stands", &stands(ladder, case, position, words))
        .flag("ended", !matches!(position, Position::At(_)))
        .flag("removed", removed)
        .raw("removed_at", &at)
        .number("latest", case.latest.millis())
        .end()
}

/// Where a climb stands, in one line.
fn stands(ladder: &Ladder, case: &Case<'_>, position: Position, words: &Words<'_>) -> String {
    let (say, progress) = (&words.say.cases, &case.progress);
    let date = |at| words.format.date(at);
    let (Position::At(index) | Position::Fixed(index)) = position else {
        return say.end(&date(case.latest));
    };
    let Some(rung) = ladder.rungs.get(index) else { return String::new() };
    let (title, n) = (rung.title.plain(), words.number(index + 1));
    let title = title.trim();
    if let Position::Fixed(_) = position {
        let at = answered(progress, &rung.id).map_or(case.latest, |(_, at)| at);
        return match duration(progress, at).map(|it| words.duration(it)) {
            Some(duration) => say.fixed_after(&date(at), &duration, title),
            None => say.fixed(&date(at), title),
        };
    }
    if progress.current().next().is_none() {
        return say.not_begun.to_owned();
    }
    if let Some(since) = moving_since(rung, progress) {
        return say.moving(&n, &words.moment(since));
    }
    match wait_state(rung, progress, words.now) {
        WaitState::Running { deadline, .. } => say.waiting(&n, &words.moment(deadline)),
        WaitState::Ended { .. } => say.wait_over(&n),
        _ => say.at(&n, title, &words.number(ladder.rungs.len())),
    }
}
