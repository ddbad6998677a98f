//! Finds what looks like a word of the format and is not read as one. Every run of text that goes into the document is
//! looked through, so that nothing is passed over in silence. An error where a guard would be lost, else a warning.
//!
//! Knows no blocks.

use crate::brackets::{self, Group, groups, inside, words};
use crate::comments::Comment;
use crate::confirmations::{self, Times};
use crate::context::Context;
use crate::evidence;
use crate::fact_keys::KEYS;
use crate::flat::{Flat, comparable};
use crate::node::{Kind, Node};
use crate::text_kind::{Loss, TextKind};
use crate::{more, paragraph_keys, stray_facts, warning_words};

/// Looks through runs of text that stay in the document as they are.
pub(crate) fn check(ctx: &mut Context, nodes: &[Node]) {
    let flat = Flat::of(nodes);
    match nodes.iter().any(has_html) {
        // The names in it are no words.
        true => beginnings(ctx, nodes, &Flat::of_words(nodes)),
        false => beginnings(ctx, nodes, &flat),
    }
    warning_words::behind_others(ctx, &flat);
    let text = flat.text();
    let groups = groups(text);
    for group in &groups {
        in_brackets(ctx, &flat, group);
    }
    let outside = |at: usize| !groups.iter().take(50).any(|group| group.outer.contains(&at));
    if ctx.text_kind == TextKind::Warning
        && let Some((start, end)) =
            confirmations::without_brackets(text).or_else(|| confirmations::begins(text))
        && outside(start)
        && let Some(range) = flat.source(start..end)
    {
        let cure = format!("{}, in brackets; or say it in other words", confirmations::CURE);
        ctx.say_lost(Loss::Always, range, "this asks for no confirmations without brackets", &cure);
    }
    if ctx.text_kind == TextKind::Requirement {
        let lower = flat.lower();
        for phrase in
            ["name the place", "name a place", "name its place", "two numbers:", "2 numbers:"]
        {
            if let Some(at) = lower.find(phrase)
                && outside(at)
                && let Some(range) = flat.source(at..at + phrase.len())
            {
                ctx.say_lost(
                    Loss::Always,
                    range,
                    "evidence is asked for in brackets",
                    evidence::CURE,
                );
            }
        }
    }
    only_for_without_brackets(ctx, &flat);
}

fn beginnings(ctx: &mut Context, nodes: &[Node], flat: &Flat) {
    let text = brackets::beginning(flat.text());
    let Some(range) = flat.source_of_words(0..text.len()) else { return };
    warning_words::check(ctx, nodes, text, &range);
    more::check(ctx, nodes, text, &range);
    paragraph_keys::check(ctx, nodes);
    stray_facts::check(ctx, nodes, text, range);
}

fn has_html(node: &Node) -> bool {
    matches!(node.kind, Kind::Html(_)) || node.children.iter().any(has_html)
}

fn in_brackets(ctx: &mut Context, flat: &Flat, group: &Group) {
    let words = inside(flat.text(), group);
    let Some(range) = flat.source(group.outer.clone()) else { return };
    if let Some((loss, message, cure)) = meaning(ctx, words, group.square) {
        match group.closed {
            true => ctx.say_lost(loss, range, message, &cure),
            false => ctx.say_lost(loss, range, "this bracket has no end", &cure),
        }
    }
}

/// What words in brackets seem to ask for, and why they do not get it here.
fn meaning(ctx: &Context, text: &str, square: bool) -> Option<(Loss, &'static str, String)> {
    let text_kind = ctx.text_kind;
    let lower = text.to_lowercase();
    let all: Vec<&str> = words(&lower).map(|(_, word)| word).collect();
    let confirms =
        all.iter().any(|word| word.starts_with("confirm") || word.starts_with("acknowledg"));
    match confirmations::times(text) {
        Times::None => {}
        _ if text_kind == TextKind::Warning => {
            return Some((
                Loss::Always,
                "this is not read as the warning's confirmations",
                confirmations::CURE.to_owned(),
            ));
        }
        times if confirms => {
            let loss = if matches!(times, Times::Are(_)) { Loss::InRung } else { Loss::None };
            let cure = "put it into a quote that begins with `> **Warning:**`; anything else is confirmed once, with a tick";
            return Some((loss, "only a warning is confirmed more than once", cure.to_owned()));
        }
        _ => {}
    }
    if is_only_for(ctx, &lower, &all) {
        let loss = if text_kind.is_guard() || text_kind == TextKind::Step {
            Loss::Always
        } else {
            Loss::None
        };
        return Some(match text_kind {
            TextKind::Step => (
                loss,
                "this does not say for whom the step is",
                "put `(only for iPhone)` at the end of the step's first paragraph".to_owned(),
            ),
            _ => (
                loss,
                "only a step can be for some readers",
                "leave it out here, or write a list whose items begin with an option and a colon"
                    .to_owned(),
            ),
        });
    }
    // "A copy elsewhere (not iCloud)" asks for a tick.
    let forbids = matches!(all.as_slice(), ["not" | "except" | "outside", _, ..]) && all.len() <= 4;
    if text_kind == TextKind::Requirement && forbids {
        let cure = "ask for the place, `(name the place, not iCloud)`, or say it without brackets";
        return Some((
            Loss::None,
            "this forbids no place, since none is asked for",
            cure.to_owned(),
        ));
    }
    let asked = evidence::asked(text)?;
    if square && all == ["name"] {
        return None;
    }
    let place = ["name", "place"].iter().all(|word| all.contains(word));
    let numbers = all.contains(&"numbers") && text.contains(':');
    let loss = match (text_kind, asked) {
        (TextKind::Requirement, _) => Loss::Always,
        (TextKind::Source, _) => return None,
        (_, Ok(_)) if place || numbers => Loss::InRung,
        (TextKind::RequirementNote, Ok(_)) => Loss::InRung,
        _ if place || numbers => Loss::None,
        _ => return None,
    };
    let message = match text_kind.asks_evidence() {
        true => "this asks for no evidence here",
        false => "only a requirement asks for evidence",
    };
    let cure = match text_kind.asks_evidence() {
        true => {
            "put it at the end of the requirement's first paragraph, and only once; if no evidence is meant, say it in other words or without brackets"
        }
        false => {
            "put it at the end of an item under `Before you start`; if no evidence is meant, say it in other words or without brackets"
        }
    };
    Some((loss, message, cure.to_owned()))
}

fn is_only_for(ctx: &Context, lower: &str, all: &[&str]) -> bool {
    let fill = ["only", "just", "for", "on", "if", "you", "have", "a", "an", "the", "with", "in"];
    match all {
        ["only" | "just", "for", ..] => true,
        // "Not for iPhone", "except iPad"
        ["not" | "except", names @ ..] => {
            let first = names.iter().find(|word| !fill.contains(word));
            let names = first.and_then(|first| lower.get(lower.find(first)?..));
            names.is_some_and(|names| ctx.options.when(names.trim()).is_ok())
        }
        [.., "only"] | ["only", ..] => {
            let mut names = lower.trim();
            // The fill at either end; an option may hold such words inside.
            while let Some((first, rest)) =
                names.split_once(' ').filter(|(first, _)| fill.contains(first))
            {
                let _ = first;
                names = rest.trim_start();
            }
            ctx.options.when(names.trim_end_matches("only").trim()).is_ok()
        }
        _ => false,
    }
}

/// `… only for iPhone.` at the end of a step or a guard.
fn only_for_without_brackets(ctx: &mut Context, flat: &Flat) {
    if !(ctx.text_kind.is_guard() || ctx.text_kind == TextKind::Step) {
        return;
    }
    let lower = flat.lower();
    let Some(at) = lower.rfind("only for ") else { return };
    let names =
        flat.text().get(at + "only for ".len()..).unwrap_or("").trim_end_matches(['.', '!', ' ']);
    if names.contains([')', ']', '}']) || ctx.options.when(names).is_err() {
        return;
    }
    let Some(range) = flat.source_of_words(at..flat.text().len()) else { return };
    let (message, cure) = match ctx.text_kind {
        TextKind::Step => ("this is shown to every reader", "put it in brackets: `(only for …)`"),
        _ => ("a guard is shown to every reader", "say in its words for whom it is"),
    };
    ctx.say_lost(Loss::None, range, message, cure);
}

/// A comment that seems to ask for something: nobody sees it.
pub(crate) fn comment(ctx: &mut Context, comment: &Comment, words: &str) -> bool {
    let words = brackets::beginning(words);
    let asks = meaning(ctx, words, false).is_some()
        || !matches!(confirmations::times(words), Times::None | Times::OfSomething)
        || stray_facts::is_fact(words)
        || warning_words::is_signal(words);
    if asks {
        let cure = "write it into the text; the comments with a meaning are `id`, `illustration`, `interrupts` and `lang`";
        ctx.say_lost(
            Loss::InRung,
            comment.range.clone(),
            "a comment means nothing to the ladder, and no reader sees it",
            cure,
        );
    }
    asks
}

/// Whether words that stand where no reader sees them seem to ask for something.
pub(crate) fn is_hidden(words: &str) -> bool {
    let words = brackets::beginning(words);
    let key = comparable(words);
    matches!(confirmations::times(words), Times::Are(_) | Times::Unclear)
        || evidence::asked(words).is_some()
        || KEYS.contains(&key.as_str())
        || warning_words::is_signal(words)
}
