//! A rung's facts: severity, touches, undo, takes, wait, check, moving and safe. Knows nothing of its steps.

use std::ops::Range;

use fix_ladder_core::ladder::{Location, RawRung, RawTakes, RawText, RawTouches, RawWait};

use crate::context::Context;
use crate::durations;
use crate::fact_keys::{KEYS, SEVERITIES, UNMISTAKABLE};
use crate::flat::{Flat, comparable, cut};
use crate::keyed::Keyed;
use crate::nearest::nearest;
use crate::node::{Kind, Node};
use crate::text_kind::TextKind;
use crate::{brackets, fact_comments, prose, text, undo};

/// Whether a list holds facts: at least half of its items, or the first, begin with a known key.
/// One mistyped key must not turn a wait into prose.
pub(crate) fn is_facts(list: &Node) -> bool {
    let keys: Vec<Option<String>> =
        list.children.iter().map(|item| fact(item).map(|fact| fact.key)).collect();
    let known = |key: &Option<String>| key.as_deref().is_some_and(|key| KEYS.contains(&key));
    let near = |key: &Option<String>| {
        key.as_deref().is_some_and(|key| nearest(key, UNMISTAKABLE).is_some())
    };
    let count = keys.iter().filter(|key| known(key)).count();
    keys.first().is_some_and(known) || count * 2 >= keys.len().max(1) || keys.iter().all(near)
}

/// Reads a list of facts into the rung. What is not understood stays in `why`.
pub(crate) fn read(
    ctx: &mut Context,
    location: &Location,
    list: &Node,
    rung: &mut RawRung,
    seen: &mut Vec<String>,
) {
    for item in &list.children {
        let mut item = item.clone();
        let key = fact(&item).map(|fact| fact.key).unwrap_or_default();
        let told = fact_comments::take(&mut item, &key);
        let item = &item;
        match fact(item) {
            Some(fact) if KEYS.contains(&fact.key.as_str()) => {
                if seen.contains(&fact.key) {
                    ctx.diagnostics.error(
                        fact.key_range.clone(),
                        format!("`{}` stands twice in this rung", capital(&fact.key)),
                        "leave one of them out",
                    );
                }
                seen.push(fact.key.clone());
                one(ctx, location, &fact, told.is_some(), rung);
                if let Some(told) = told {
                    told.tell(ctx, &key, rung);
                }
                let rest = item.children.get(1..).unwrap_or(&[]);
                if rest.iter().any(|node| !matches!(node.kind, Kind::Comment(_))) {
                    ctx.diagnostics.note(
                        item.range.clone(),
                        "a fact is one paragraph, so the rest is shown with the reasons of the rung",
                        "put it into a paragraph below the list",
                    );
                }
                prose::push(ctx, &location.only("why"), rest, &mut rung.why);
            }
            unknown => {
                explain(ctx, item, unknown);
                prose::push(ctx, &location.only("why"), &item.children, &mut rung.why);
            }
        }
    }
}

fn explain(ctx: &mut Context, item: &Node, fact: Option<Keyed>) {
    let known = "the keys are `Severity`, `Touches`, `Undo`, `Takes`, `Wait`, `Check`, `Moving` and `Safe`; \
                 put anything else into a paragraph below the list";
    match fact {
        Some(fact) => match nearest(&fact.key, KEYS) {
            Some(near) => ctx.diagnostics.error(
                fact.key_range,
                format!("a rung has no fact `{}`", fact.written),
                format!("did you mean `{}`?", capital(near)),
            ),
            None => ctx.diagnostics.warning(
                fact.key_range,
                format!("a rung has no fact `{}`, so this stays as prose", fact.written),
                known,
            ),
        },
        None => {
            let flat = Flat::of(&item.children);
            let lower = flat.lower();
            let first = brackets::words(&lower).next().map(|(_, word)| word);
            match first {
                // Of these two a reader's safety hangs on.
                Some("severity" | "wait") => ctx.diagnostics.error(
                    item.range.clone(),
                    "this fact has no colon, so it is none",
                    "write the key, a colon and the value, as in `Wait: 15 minutes`",
                ),
                _ => ctx.diagnostics.warning(
                    item.range.clone(),
                    "this is no fact, so it stays as prose",
                    known,
                ),
            }
        }
    }
}

/// `Wait: 2 minutes, because …`, taken apart.
fn fact(item: &Node) -> Option<Keyed> {
    Keyed::of(item.children.first()?)
}

/// One fact. Of what a comment tells, the words need not be clear.
fn one(ctx: &mut Context, location: &Location, fact: &Keyed, is_told: bool, rung: &mut RawRung) {
    let flat = Flat::of(&fact.value);
    let lower = flat.lower();
    let Some(range) = flat.source_of_words(0..lower.len()) else {
        return ctx.diagnostics.error(
            fact.key_range.clone(),
            format!("`{}` has no value", capital(&fact.key)),
            "write it after the colon, or leave the fact out",
        );
    };
    // "Takes: 5 minutes; wait: 10 minutes"
    let is_key = |at: usize, word: &str| {
        matches!(word, "severity" | "wait")
            && lower.get(at + word.len()..).is_some_and(|rest| rest.starts_with(':'))
    };
    if let Some((at, word)) = brackets::words(&lower).find(|(at, word)| is_key(*at, word))
        && let Some(range) = flat.source(at..at + word.len())
    {
        ctx.diagnostics.error(
            range,
            "this fact stands in another, and is not read",
            "give it an item of its own: `- Wait: 15 minutes`",
        );
    }
    let words = ctx.at(TextKind::Fact, |ctx| text::text(ctx, &fact.value));
    match fact.key.as_str() {
        "severity" => {
            ctx.locations.record(&location.only("severity"), &range);
            severity(ctx, &lower, &range, rung);
        }
        "touches" => {
            ctx.locations.record(&location.only("touches"), &range);
            rung.touches = Some(RawTouches { scopes: crate::scopes::scopes(&lower), text: words });
        }
        "undo" => {
            ctx.locations.record(&location.only("undo"), &range);
            if !is_told && undo::is_unclear(&lower) {
                ctx.diagnostics.error(
                    range,
                    "this may say that it cannot be undone, or that it can",
                    "begin it with `yes,`, `no,` or the time, as in `for 30 days`",
                );
            }
            rung.undo = Some(undo::undo(&lower, words));
        }
        "takes" => {
            ctx.locations.record(&location.only("takes"), &range);
            match durations::with_rest(&lower) {
                Some((seconds, end)) => {
                    let minutes = u32::try_from(seconds.div_ceil(60)).unwrap_or(u32::MAX);
                    rung.takes = Some(RawTakes { minutes, text: rest(ctx, fact, &flat, end) });
                }
                None => bad_duration(ctx, &range),
            }
        }
        "wait" => {
            ctx.locations.record(&location.only("wait"), &range);
            // "2 days, 3 hours" would be a shorter wait than was meant.
            let is_whole = |end: usize| lower.get(end..).and_then(durations::leading).is_none();
            match durations::with_rest(&lower).filter(|(_, end)| is_whole(*end)) {
                Some((seconds, end)) => {
                    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
                    rung.wait = Some(RawWait { seconds, reason: rest(ctx, fact, &flat, end) });
                }
                None if matches!(comparable(&lower).as_str(), "none" | "no" | "no wait") => {
                    rung.wait = None
                }
                None => bad_duration(ctx, &range),
            }
        }
        "moving" => {
            ctx.locations.record(&location.only("moving"), &range);
            rung.moving = Some(words);
        }
        "safe" | "still safe" => {
            ctx.locations.record(&location.only("safe"), &range);
            rung.safe = Some(words);
        }
        _ => {
            ctx.locations.record(&location.only("check"), &range);
            rung.check = Some(words);
        }
    }
}

fn severity(ctx: &mut Context, lower: &str, range: &Range<usize>, rung: &mut RawRung) {
    let word = comparable(lower).trim_end_matches('.').replace(' ', "-");
    if SEVERITIES.contains(&word.as_str()) {
        rung.severity = word;
        return;
    }
    let near = nearest(&word, SEVERITIES);
    // A slip of the pen makes no rung milder than it was meant.
    if let (Some(near), true) = (near, ctx.lenient.is_some()) {
        rung.severity = near.to_owned();
    }
    let cure = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "write `gentle`, `moderate`, `drastic` or `last-resort`, and nothing else".to_owned()
        }
    };
    ctx.diagnostics.error(range.clone(), "this severity is not known", cure);
}

fn bad_duration(ctx: &mut Context, range: &Range<usize>) {
    ctx.diagnostics.error(range.clone(), "this is not a duration", durations::CURE);
}

/// What stands behind a duration.
fn rest(ctx: &mut Context, fact: &Keyed, flat: &Flat, end: usize) -> Option<RawText> {
    let out = flat.source(0..end)?;
    // The words were converted once already; what there was to say about them is said.
    let said = std::mem::take(&mut ctx.diagnostics);
    let rest = ctx.at(TextKind::Fact, |ctx| text::text(ctx, &cut(&fact.value, &out)));
    ctx.diagnostics = said;
    (!text::words_of(&rest).is_empty()).then_some(rest)
}

fn capital(key: &str) -> String {
    let mut characters = key.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}
