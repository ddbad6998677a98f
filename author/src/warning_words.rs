//! Finds words and signs that warn, and headings of guards, where they are not read as such. Knows no brackets.

use std::ops::Range;

use crate::brackets::words;
use crate::context::Context;
use crate::flat::{Flat, comparable};
use crate::headings;
use crate::nearest::nearest;
use crate::node::{Kind, Node};
use crate::text_kind::{Loss, TextKind};

/// Words that warn, in the languages whose authors may forget that ours are English.
const STRONG: [&str; 34] = [
    "warning",
    "warnings",
    "caution",
    "cautions",
    "danger",
    "dangers",
    "beware",
    "warnung",
    "achtung",
    "vorsicht",
    "gefahr",
    "avertissement",
    "advertencia",
    "peligro",
    "cuidado",
    "aviso",
    "atenção",
    "avviso",
    "pericolo",
    "attenzione",
    "waarschuwing",
    "gevaar",
    "varning",
    "advarsel",
    "varoitus",
    "ostrzeżenie",
    "uwaga",
    "uyarı",
    "предупреждение",
    "внимание",
    "осторожно",
    "警告",
    "注意",
    "경고",
];
/// Words that may only stress something.
const WEAK: [&str; 12] = [
    "important",
    "attention",
    "careful",
    "alert",
    "critical",
    "hazard",
    "risk",
    "stop",
    "wichtig",
    "caveat",
    "atención",
    "notice",
];
/// Signs that warn.
const SIGNS: [char; 8] = ['⚠', '☠', '☢', '⛔', '🛑', '🚨', '❗', '‼'];
/// What is nearly `warning` and is a word of its own.
const OTHERS: [&str; 13] = [
    "warming", "earning", "earnings", "learning", "turning", "burning", "morning", "warping",
    "darning", "evening", "wanting", "warring", "planning",
];

const CURE: &str = "to make it a guard, put a quote that begins with `> **Warning:**` directly under the rung's heading";

#[derive(Clone, Copy, PartialEq)]
enum Strength {
    Weak,
    Strong,
}

/// Whether a text begins with a word that warns.
pub(crate) fn is_signal(text: &str) -> bool {
    let lower = text.to_lowercase();
    words(&lower).next().is_some_and(|(_, word)| STRONG.contains(&word))
}

/// Whether a text begins with a word that may warn.
pub(crate) fn is_weak_signal(text: &str) -> bool {
    let lower = text.to_lowercase();
    words(&lower).next().is_some_and(|(_, word)| WEAK.contains(&word))
}

/// Whether HTML warns, in its words or in a class.
pub(crate) fn warns(html: &str) -> bool {
    let lower = html.to_lowercase();
    words(&lower).any(|(_, word)| STRONG.contains(&word))
}

/// Whether words begin with a sign that warns.
pub(crate) fn begins_with_sign(words: &str) -> bool {
    words.trim_start().starts_with(SIGNS)
}

/// Says of runs of text that they begin like a warning or like a heading that guards, and are neither.
pub(crate) fn check(ctx: &mut Context, nodes: &[Node], text: &str, range: &Range<usize>) {
    if let Some(strength) = opening(ctx, nodes, text) {
        let loss = match (strength, ctx.marked) {
            (Strength::Strong, _) | (Strength::Weak, true) => Loss::InRung,
            (Strength::Weak, false) => Loss::None,
        };
        let message = match ctx.marked {
            true => "this asks for no confirmation: it is shown as an ordinary paragraph",
            false => "this warns of something, and asks for no confirmation",
        };
        return ctx.say_lost(loss, range.clone(), message, CURE);
    }
    if let Some(loss) = heading(ctx, nodes, text) {
        let cure =
            "write `Before you start`, or its like, as a heading one level lower than the rung's";
        return ctx.say_lost(
            loss,
            range.clone(),
            "this is no heading, so what follows it is mere prose",
            cure,
        );
    }
    for (node, next) in nodes.iter().zip(nodes.iter().skip(1).map(Some).chain([None])) {
        if is_bold(node) {
            in_the_middle(ctx, node, next);
        }
    }
}

/// Says of a sentence that it begins with `Warning:` behind others. What is quoted is what a screen says.
pub(crate) fn behind_others(ctx: &mut Context, flat: &Flat) {
    if matches!(ctx.text_kind, TextKind::Fact | TextKind::Source) {
        return;
    }
    let lower = flat.lower();
    let found = words(&lower).skip(1).find(|(at, word)| {
        let (before, after) = lower.split_at_checked(*at).unwrap_or_default();
        let begins = before.trim_end().ends_with(['.', '!', '?', '(', ';', ':']);
        let colon = after.strip_prefix(word).is_some_and(|rest| rest.starts_with(':'));
        colon && begins && STRONG.contains(word)
    });
    let Some(range) = found.and_then(|(at, word)| flat.source(at..at + word.len())) else { return };
    let message = "this warns of something behind other words, and asks for no confirmation";
    let cure = "begin a quote of its own with it: `> **Warning:**`, directly under the rung's heading; \
         what a screen says stands in quotation marks";
    ctx.say_lost(Loss::None, range, message, cure);
}

/// A bold `Warning` that stands behind other words, or a bold `Final warning:`.
fn in_the_middle(ctx: &mut Context, node: &Node, next: Option<&Node>) {
    let flat = Flat::of_words(std::slice::from_ref(node));
    let all = comparable(flat.text());
    let next = next.map(|next| Flat::of_words(std::slice::from_ref(next)));
    let parts = |text: &str| text.trim().ends_with([':', '!']);
    let parted =
        parts(&all) || next.is_some_and(|it| it.text().trim_start().starts_with([':', '!']));
    let words: Vec<&str> = words(&all).map(|(_, word)| word).collect();
    let word = match words.as_slice() {
        [only] => only,
        [.., last] if words.len() <= 4 && parted => last,
        _ => return,
    };
    if STRONG.contains(word) && (ctx.text_kind != TextKind::Warning || *word == "warning") {
        let cure =
            "begin a quote of its own with it: `> **Warning:**`, directly under the rung's heading";
        ctx.say_lost(
            Loss::InRung,
            node.range.clone(),
            "this warns of something, and asks for no confirmation",
            cure,
        );
    }
}

fn is_bold(node: &Node) -> bool {
    matches!(node.kind, Kind::Strong | Kind::Emphasis)
}

fn opening(ctx: &Context, nodes: &[Node], text: &str) -> Option<Strength> {
    let lower = text.to_lowercase();
    let Some((at, word)) = words(&lower).next() else { return sign(ctx, text) };
    let before = lower.get(..at).unwrap_or("");
    let after = lower.get(at + word.len()..).unwrap_or("");
    let ends = after.trim_start_matches([' ', ']', ')', '!']).is_empty();
    let colon = after.trim_start().starts_with([':', '!', '|', ']']) || after.starts_with(" - ");
    let strength = match word {
        word if STRONG.contains(&word) => Strength::Strong,
        word if WEAK.contains(&word) => Strength::Weak,
        _ if colon && is_nearly_warning(word) => Strength::Strong,
        _ => return sign(ctx, text),
    };
    let alone = first_is_only(nodes, word);
    // `!!! warning`, `::: warning`, `[!WARNING]`, and signs.
    let fenced = before.contains(|mark: char| ":![{".contains(mark) || mark >= '\u{2190}');
    let set_apart = ends || colon || fenced || alone;
    let meant = match ctx.text_kind {
        // It warns already; only a second warning is lost in it.
        TextKind::Warning => word.starts_with("warning") && (colon || ends || alone),
        TextKind::Fact | TextKind::Source | TextKind::Advice => {
            ctx.marked && strength == Strength::Strong && set_apart
        }
        _ => set_apart || ctx.marked,
    };
    // "Important: …" without any mark is a sentence; so is a "Notice how" in a quote.
    let stressed = strength == Strength::Strong || ctx.marked && set_apart || alone || fenced;
    (meant && stressed).then_some(strength)
}

/// A text that begins with a sign that warns.
fn sign(ctx: &Context, text: &str) -> Option<Strength> {
    let first = text.trim_start().chars().next()?;
    let warns = SIGNS.contains(&first)
        && !matches!(ctx.text_kind, TextKind::Warning | TextKind::Source | TextKind::Fact);
    warns.then_some(Strength::Weak)
}

fn is_nearly_warning(word: &str) -> bool {
    word.chars().count() >= 5
        && !OTHERS.contains(&word)
        && nearest(word, ["warning", "warnings"]).is_some()
}

/// Whether the first run that has words is marked, and holds nothing but this word.
fn first_is_only(nodes: &[Node], word: &str) -> bool {
    let first = nodes.iter().find(|node| {
        Flat::of_words(std::slice::from_ref(node)).text().contains(char::is_alphanumeric)
    });
    first.is_some_and(|node| {
        let marked = is_bold(node) || matches!(node.kind, Kind::Code(_));
        let words = comparable(Flat::of_words(std::slice::from_ref(node)).text());
        // "Warning: all is lost." may be bold as a whole.
        marked && words.trim_matches(|mark: char| !mark.is_alphanumeric()) == word
    }) || nodes.iter().any(|node| matches!(node.kind, Kind::Html(_)))
}

/// A paragraph that is nothing but the name of a part: bold, or with a colon.
fn heading(ctx: &Context, nodes: &[Node], text: &str) -> Option<Loss> {
    if text.len() > 60
        || matches!(ctx.text_kind, TextKind::Fact | TextKind::Source | TextKind::Title)
    {
        return None;
    }
    let words = comparable(text);
    let name = words.trim_matches(|mark: char| !mark.is_alphanumeric());
    let marked = words.ends_with(':') || first_is_only(nodes, name) || ctx.heading;
    match headings::guards(name) {
        _ if !marked => None,
        true => Some(Loss::InRung),
        false => headings::is_known(name).then_some(Loss::None),
    }
}
