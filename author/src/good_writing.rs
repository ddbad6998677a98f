//! Says of a step that a reader on a phone, in the middle of something that cannot be undone, would find it hard to follow:
//! two actions in one, too many words, or nothing about what there is to be seen. Knows no Markdown, and English only.
//!
//! A wrong guess costs the author a look. Nothing here keeps a ladder from being made.

use fix_ladder_core::ladder::{Location, RawRung, RawStep};

use crate::brackets::words;
use crate::context::Context;
use crate::destructive;
use crate::flat::fold;
use crate::text::words_of;

/// What a reader does, as the first word of a sentence.
const ACTIONS: [&str; 54] = [
    "open",
    "tap",
    "press",
    "click",
    "choose",
    "select",
    "pick",
    "turn",
    "switch",
    "delete",
    "erase",
    "remove",
    "uninstall",
    "install",
    "reinstall",
    "restart",
    "reboot",
    "reset",
    "restore",
    "sign",
    "log",
    "unplug",
    "plug",
    "pull",
    "push",
    "disconnect",
    "connect",
    "enter",
    "type",
    "enable",
    "disable",
    "go",
    "scroll",
    "hold",
    "drag",
    "download",
    "upload",
    "copy",
    "move",
    "format",
    "wipe",
    "empty",
    "run",
    "close",
    "quit",
    "set",
    "update",
    "unpair",
    "forget",
    "export",
    "import",
    "shut",
    "power",
    "swipe",
];
/// Behind an action, these say that it is not to be done.
const NOTHING: [&str; 5] = ["no", "nothing", "none", "not", "never"];
/// More words than this are not read in one look.
const MOST_WORDS: usize = 40;
/// For scripts without blanks between words.
const MOST_CHARACTERS: usize = 280;

/// Looks through the steps of a rung.
pub(crate) fn check(ctx: &mut Context, location: &Location, rung: &RawRung) {
    let dangerous = matches!(rung.severity.as_str(), "drastic" | "last-resort");
    for (index, step) in rung.steps.iter().enumerate() {
        let Some(range) = ctx.locations.find(&location.nth("step", index)) else { continue };
        // Of what is an error already, nothing more is said.
        if ctx.diagnostics.has_error_at(&range) {
            continue;
        }
        let plain = fold(&words_of(&step.text)).to_lowercase();
        let deletes = destructive::deleting(&plain).is_some();
        if actions(&plain) > 1 {
            let message = "this step holds more than one action";
            let cure = "make a step of each: a reader who is called away ticks all of it, or none";
            match deletes {
                true => ctx.diagnostics.warning(range.clone(), message, cure),
                false => ctx.diagnostics.note(range.clone(), message, cure),
            }
        }
        if is_long(&plain) {
            ctx.diagnostics.note(
                range.clone(),
                "this step is long, and is read beside a device that waits",
                "say the action in one sentence, and the rest in a paragraph below it",
            );
        }
        if dangerous && deletes && says_nothing_more(step, &plain) {
            ctx.diagnostics.warning(
                range,
                "this step destroys something, and does not say what the reader should see",
                "say below it what appears once it is done, and what to do if something else does",
            );
        }
    }
}

/// How many sentences ask for something to be done; what follows `then` is as good as a sentence.
fn actions(plain: &str) -> usize {
    let sentences = plain.split(['.', '!', '?', ';']).flat_map(|it| {
        // "Then" parts what is done one after the other, but not what happens.
        it.split(", then ").flat_map(|it| it.split(" and then "))
    });
    let asks = |sentence: &&str| {
        let mut words = words(sentence).map(|(_, word)| word);
        let first = words.next().unwrap_or("");
        // A menu path is one action, whatever its names are.
        ACTIONS.contains(&first) && !words.take(2).any(|word| NOTHING.contains(&word))
    };
    sentences.filter(asks).count()
}

fn is_long(plain: &str) -> bool {
    plain.split_whitespace().count() > MOST_WORDS || plain.chars().count() > MOST_CHARACTERS
}

/// Whether a step is one sentence, with nothing below it.
fn says_nothing_more(step: &RawStep, plain: &str) -> bool {
    let sentences = plain.split(['.', '!', '?', ';', ':']).filter(|it| words(it).next().is_some());
    // A drawing shows what there is to be seen.
    let shown = step.illustration.is_some() || step.safe.is_some() || !step.more.is_empty();
    !shown && sentences.count() < 2
}
