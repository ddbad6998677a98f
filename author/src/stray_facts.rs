//! Finds facts, such as `Severity: drastic`, where they are not read as facts. Does not know how facts are read.

use std::ops::Range;

use crate::brackets::words;
use crate::context::Context;
use crate::durations;
use crate::fact_keys::{KEYS, SEVERITIES, UNMISTAKABLE};
use crate::flat::{Flat, comparable};
use crate::nearest::nearest;
use crate::node::{Kind, Node};
use crate::text_kind::{Loss, TextKind};

const CURE: &str = "put it into the list of facts, directly under the rung's heading: `- Severity: drastic`, `- Wait: 15 minutes`; \
     if no fact is meant, say it in other words";

/// Whether words are a fact: `wait: 2 minutes`.
pub(crate) fn is_fact(text: &str) -> bool {
    text.split_once([':', '=']).is_some_and(|(key, _)| KEYS.contains(&comparable(key).as_str()))
}

/// Says of runs of text that they look like a fact.
pub(crate) fn check(ctx: &mut Context, nodes: &[Node], text: &str, range: Range<usize>) {
    let Some((key, loss)) = fact(ctx, nodes, text) else { return };
    let message = format!("`{key}` is not read here");
    ctx.say_lost(loss, range, &message, CURE);
}

fn fact(ctx: &Context, nodes: &[Node], text: &str) -> Option<(&'static str, Loss)> {
    // The value of a fact, and the title of a source, are their author's.
    let free = matches!(ctx.text_kind, TextKind::Fact | TextKind::Source);
    let lower = comparable(text);
    if let Some(loss) = severity(&lower, ctx, nodes) {
        return Some(("Severity", loss));
    }
    let lower = lower.trim_start_matches(|mark: char| !mark.is_alphanumeric());
    let bold = bold_word(nodes);
    let (written, value) = match (parted(lower), &bold) {
        (Some(parted), _) => parted,
        (None, Some(bold)) => (bold.as_str(), lower.strip_prefix(bold.as_str()).unwrap_or("")),
        (None, None) if ctx.marked => (lower, ""),
        (None, None) => return None,
    };
    if free {
        return None;
    }
    let written = written.trim_matches(|mark: char| !mark.is_alphanumeric());
    let waits = durations::leading(value.trim_start_matches(|mark: char| !mark.is_alphanumeric()))
        .is_some();
    let coloned = parted(lower).is_some();
    let key = match written {
        "wait" if coloned || waits || ctx.heading => return Some(("Wait", Loss::Always)),
        "wait" => return ctx.marked.then_some(("Wait", Loss::None)),
        // "Waiting time: 15 minutes"
        _ if waits
            && coloned
            && (written.starts_with("wait") || nearest(written, ["wait"]).is_some()) =>
        {
            return Some(("Wait", Loss::Always));
        }
        _ if waits && coloned && words(written).any(|(_, word)| word.starts_with("wait")) => {
            return Some(("Wait", Loss::Always));
        }
        // These words are too common to be a key without a colon.
        "moving" | "safe" if !coloned => return None,
        known if KEYS.contains(&known) => known,
        _ if coloned && words(written).count() <= 3 && undoes(written) => "undo",
        // One letter away only: "Tasks:" is a word of its own.
        _ if coloned && written.chars().count() >= 5 && !OTHERS.contains(&written) => {
            nearest(written, UNMISTAKABLE)?
        }
        _ => return None,
    };
    let names = [
        ("touches", "Touches"),
        ("undo", "Undo"),
        ("takes", "Takes"),
        ("wait", "Wait"),
        ("check", "Check"),
        ("moving", "Moving"),
        ("safe", "Safe"),
        ("still safe", "Safe"),
    ];
    let name = names.into_iter().find(|(known, _)| *known == key)?.1;
    Some((name, Loss::None))
}

/// Words near a key that are words of their own.
const OTHERS: [&str; 12] = [
    "tasks", "taxes", "makes", "cakes", "lakes", "tales", "checks", "chuck", "cheek", "couches",
    "matches", "under",
];

fn undoes(key: &str) -> bool {
    words(key).any(|(_, word)| word.starts_with("undo") || word.starts_with("revers"))
}

/// Key and value, where a mark parts them: `wait: 2 minutes`, `wait = 2 minutes`, `wait - 2 minutes`.
fn parted(lower: &str) -> Option<(&str, &str)> {
    let mark = lower.find([':', '=', '|']);
    let dash = lower.find(" - ").map(|at| at + 1);
    let at = match (mark, dash) {
        (Some(mark), Some(dash)) => mark.min(dash),
        (mark, dash) => mark.or(dash)?,
    };
    let (key, value) = (lower.get(..at)?, lower.get(at + 1..)?);
    // A sentence with a colon in it is no key.
    (key.chars().count() <= 40 && words(key).count() <= 4).then_some((key, value))
}

/// The words of the first run, when it is bold or the like.
fn bold_word(nodes: &[Node]) -> Option<String> {
    let first = nodes.iter().find(|node| match &node.kind {
        Kind::Text(text) => text.contains(char::is_alphanumeric),
        Kind::Comment(_) | Kind::Break | Kind::Html(_) => false,
        _ => true,
    })?;
    matches!(first.kind, Kind::Strong | Kind::Emphasis | Kind::Code(_))
        .then(|| comparable(Flat::of_words(std::slice::from_ref(first)).text()))
}

/// Words that give a severity, in whatever order.
fn severity(lower: &str, ctx: &Context, nodes: &[Node]) -> Option<Loss> {
    let all: Vec<&str> = words(lower).map(|(_, word)| word).collect();
    let spaced = all.join(" ").replace("last resort", "last-resort");
    let all: Vec<&str> = spaced.split(' ').collect();
    let value = all.iter().position(|word| SEVERITIES.contains(word));
    let named = all.iter().position(|word| {
        matches!(*word, "severity" | "severities" | "severeness")
            || word.len() > 5
                && nearest(word, ["severity"]).is_some()
                && !matches!(*word, "security" | "several")
    });
    let begins = named == Some(0);
    let marks = lower.contains([':', '=', '|']) || lower.contains(" - ");
    match (named, value) {
        (Some(named), Some(value)) if all.len() <= 8 || named.abs_diff(value) <= 3 => {
            Some(if all.len() <= 12 || begins { Loss::Always } else { Loss::None })
        }
        (Some(_), _)
            if begins && marks && parted(lower).is_some_and(|(key, _)| words(key).count() <= 3) =>
        {
            Some(Loss::Always)
        }
        (Some(_), _)
            if begins
                && (bold_word(nodes).is_some_and(|bold| words(&bold).count() == 1)
                    || (ctx.marked && all.len() == 1)) =>
        {
            Some(Loss::Always)
        }
        (None, Some(0)) if all.len() == 1 && ctx.text_kind == TextKind::Rung => Some(Loss::None),
        // "Risk: drastic"
        (None, Some(value)) if value + 1 == all.len() && (1..=3).contains(&value) && marks => {
            (!matches!(ctx.text_kind, TextKind::Fact | TextKind::Source)).then_some(Loss::None)
        }
        _ => None,
    }
}
