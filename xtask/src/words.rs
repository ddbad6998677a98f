//! The words that the script itself may have to say, taken from where all words are.

use fix_ladder_core::words::{Counted, Failed, PageWords, Unread, is_right_to_left, words};
use serde_json::{Value, json};

/// The language that the script itself speaks.
const LANG: &str = "en";

/// An object for `face.js`: what a reader is told until the widget is there, and where it cannot be.
pub fn for_script() -> Value {
    let words = words(LANG);
    let failures = &words.failures;
    json!({
        "lang": words.lang,
        "dir": if is_right_to_left(words.lang) { "rtl" } else { "ltr" },
        "loading": failures.loading,
        "failedNoWasm": failed(&failures.no_wasm),
        "failedNetwork": failed(&failures.network),
        "failedDocument": unread(&failures.document),
        "failedNewer": unread(&failures.newer),
        "failedCrash": failed(&failures.crash),
        "retry": failures.retry,
    })
}

/// An object for `plain.js`; patterns keep their `{name}`.
pub fn for_list() -> Value {
    let words = words(LANG);
    let failures = &words.failures;
    json!({
        "lang": words.lang,
        "otherwise": failures.otherwise,
        "severities": {
            "gentle": words.severities[0],
            "moderate": words.severities[1],
            "drastic": words.severities[2],
            "last-resort": words.severities[3],
        },
        "touches": words.touches,
        "undo": words.undo,
        "takes": words.takes,
        "minutes": counted(&words.minutes),
        "beforeYouStart": words.before_you_start,
        "warning": words.read_first,
        "advisesAgainst": words.advises_against,
        "steps": words.what_to_do,
        "wait": words.wait,
        "check": words.did_it_help,
        "sources": words.sources,
        "checked": words.checked,
        "whenFixed": failures.when_fixed,
        "ifNothingHelped": words.end_title,
    })
}

/// An object for the parts of `web/page`.
pub fn for_page(words: &PageWords) -> Value {
    json!({
        "awakeRefused": words.awake_refused,
        "reminding": words.reminding,
        "remindRefused": words.remind_refused,
        "waitOver": words.wait_over,
        "waitOverMore": words.wait_over_more,
        "newVersion": words.new_version,
        "takeVersion": words.take_version,
        "later": words.later,
        "installHint": words.install_hint,
        "dismiss": words.dismiss,
    })
}

fn counted(words: &Counted) -> Value {
    json!({ "one": words.one.unwrap_or(words.other), "other": words.other })
}

fn failed(words: &Failed) -> Value {
    json!({ "list": words.list, "own": words.own, "nothing": words.nothing })
}

fn unread(words: &Unread) -> Value {
    json!({ "own": words.own, "nothing": words.nothing })
}
