//! Guards that are asked for where nothing reads them are never silent.

use crate::evidence::{check_error, requirement};
use crate::lookalikes::{around, check_silent, check_warning};
use crate::support::{rung, rung_with_choices};

#[test]
fn evidence_that_is_asked_for_elsewhere() {
    for words in [
        "A copy (name the place) is there.",
        "A copy. (name the place) (on a disk)",
        "A copy. (name the place) It is good.",
        "(name the place) A copy.",
        "A copy. (name the place) (two numbers: a, b)",
        "A copy. (name the place",
        "A copy, name the place",
        "A copy. Name the place, not iCloud.",
        "I counted. Two numbers: a, b",
        "A copy.\n\n  On a disk. (name the place)",
        "A copy.\n  - On a disk. (name the place, not iCloud)",
        "A copy.\n\n  (two numbers: a, b)",
        "A copy. <!-- name the place -->",
        "A copy. [name the place](https://example.org/)",
    ] {
        check_error(&requirement(words));
    }
    for words in
        ["A copy elsewhere (not iCloud)", "A copy (not in iCloud)", "A copy (except on it)"]
    {
        check_warning(&requirement(words));
    }
    for body in [
        "1. Copy it. (name the place)",
        "1. Copy it. (two numbers: a, b)",
        "1. Do.\n\n   Copy it. (name the place, not iCloud)",
        "> **Warning:** hot. (name the place)\n\n1. Do.",
        "Copy it. [name the place]\n\n1. Do.",
        "### Steps (name the place)\n\n1. Do.",
    ] {
        check_error(&rung(body));
    }
    for text in around("Copy it. (name the place)") {
        check_warning(&text);
    }
    check_silent(&rung(
        "1. Open **Settings > [name] > iCloud**.\n\n   Look at the place (where it was).\n2. Put it down (place it flat).",
    ));
}

#[test]
fn warnings_behind_other_words() {
    for body in [
        "> **Final warning:** it is hot.\n\n1. Do.",
        "> **A warning**: it is hot.\n\n1. Do.",
        "```{warning}\nIt is hot.\n```\n\n1. Do.",
        "### What to do before\n\n- I have a copy.\n\n1. Do.",
        "### Conditions\n\n- I have a copy.\n\n1. Do.",
        "### Voraussetzungen\n\n- I have a copy.\n\n1. Do.",
    ] {
        check_error(&rung(body));
    }
    let long = "It is what it is. ".repeat(40);
    for body in [
        "1. Do. Warning: it is hot.".to_owned(),
        "1. Do. (Warning: it is hot.)".to_owned(),
        "> **Warning:** one. Warning: two.\n\n1. Do.".to_owned(),
        format!("1. {long}Warning: it is hot."),
    ] {
        check_warning(&rung(&body));
    }
    for body in [
        "1. It says: \"Warning: low ink\". Go on.",
        "1. Tap **Hide warning.** The **low ink warning** goes.",
    ] {
        check_silent(&rung(body));
    }
}

#[test]
fn confirmations_that_are_asked_for_elsewhere() {
    for words in [
        "it is hot. Confirm twice.",
        "it is hot, confirm 2 times",
        "it is hot: 2 confirmations",
        "it is hot. [confirm twice](https://example.org/)",
        "it is hot. <confirm twice>",
        "it is hot.\n>\n> ```\n> (confirm twice)\n> ```",
        "it is hot. <!-- confirm twice -->",
        "it is hot. <!-- confirmations: 2 -->",
    ] {
        check_error(&rung(&format!("> **Warning:** {words}\n\n1. Do.")));
    }
    check_error(&requirement("A copy. (confirm twice)"));
    check_error(&requirement("A copy.\n\n  Look. (confirm twice)"));
    check_error(&rung("1. Erase it. (confirm twice)\n\n> **Warning:** hot."));
    check_error(&rung("It is hot. (confirm 2 times)\n\n1. Do."));
    check_error(&rung(
        "> **Apple advises against this:** see [it](https://example.org/). (confirm twice)\n\n1. Do.",
    ));
    for text in around("It is hot. (confirm twice)") {
        check_warning(&text);
    }
    check_silent(&rung(
        "> **Warning:** hot. Read that twice. Confirm that a copy exists.\n\n1. Choose **Go on**, and confirm twice.",
    ));
}

#[test]
fn words_for_some_readers_that_are_for_all() {
    let guards = [
        "### Before you start\n\n- A copy. (only for iPhone)\n\n### Steps\n\n1. Do.",
        "### Before you start\n\n- A copy.\n\n  Here. (only for iPhone)\n\n### Steps\n\n1. Do.",
        "> **Warning:** hot. (only for iPhone)\n\n1. Do.",
        "> **Warning** (only for iPhone): hot.\n\n1. Do.",
        "> **Warning:** hot. (iPhone only)\n\n1. Do.",
        "1. Do it (only for iPhone) now.",
        "1. Do it. (only on iPhone)",
        "1. Do it. (only for: iPhone)",
        "1. Do it.\n\n   Here. (only for iPhone)",
        "1. Do it. (only for iPhone",
    ];
    for body in guards {
        check_error(&rung_with_choices(body));
    }
    for body in [
        "Why. (only for iPhone)\n\n1. Do.",
        "1. Do it, only for iPhone.",
        "### Before you start\n\n- A copy, only for iPhone or iPad\n\n### Steps\n\n1. Do.",
        "### Notes (only for iPhone)\n\nA.\n\n### Steps\n\n1. Do.",
    ] {
        check_warning(&rung_with_choices(body));
    }
    check_warning("# T\n\n## R (only for iPhone)\n\n1. Do.\n");
    check_silent(&rung_with_choices(
        "1. Do it (on an iPad, do that). [iPhone only](https://example.org/)\n2. Only then go on.",
    ));
}

#[test]
fn headings_that_guard_nothing() {
    for heading in [
        "Before you begin:",
        "Before we start",
        "Requirements",
        "You will need",
        "What you\u{2019}ll need",
        "Checklist",
        "Check list",
        "Preparation",
        "Safety first",
        "Prerequisites",
        "Precautions",
        "Make a backup first",
    ] {
        for level in ["###", "####"] {
            check_error(&rung(&format!("{level} {heading}\n\n- A copy.\n\n### Steps\n\n1. Do.")));
        }
        check_error(&rung(&format!("**{heading}**\n\n- A copy.\n\n1. Do.")));
    }
    check_error(&rung("**Before you start**\n\n- A copy.\n\n1. Do."));
    check_error(&rung("Before you start:\n\n- A copy.\n\n1. Do."));
    check_warning(&rung("**Steps**\n\n1. Do."));
    for heading in [
        "Before you begin",
        "Before we start",
        "Requirements",
        "Checklist",
        "Warning",
        "Caution",
        "Safety",
    ] {
        check_error(&format!("# T\n\n## R\n\n1. Do.\n\n## {heading}\n\n- A copy.\n"));
    }
    check_silent(&rung("#### Before you start\n\n- A copy.\n\n#### Steps\n\n1. Do."));
    check_silent("# T\n\n## First restart it\n\n1. Do.\n\n## Before you give up, wait\n\n1. Do.\n");
}

#[test]
fn readers_who_are_left_out_or_shown_nothing() {
    for words in ["Go. (not for iPhone)", "Go. (except iPad)", "Go. (not if you have an iPad)"] {
        check_error(&rung_with_choices(&format!("1. {words}")));
    }
    for items in [
        "- iPhone: a\n- iPhone: b\n- Otherwise: c",
        "- iPhone, iPad: a\n- iPad + iOS 18: b\n- Otherwise: c",
    ] {
        check_warning(&rung_with_choices(&format!("{items}\n\n1. Do.")));
    }
    for words in ["Go. (not today)", "Go. (except on the iPad of a friend)"] {
        check_silent(&rung_with_choices(&format!("1. {words}")));
    }
    for items in [
        "- iPad + iOS 18: a\n- iPad: b\n- Otherwise: c",
        "- Otherwise: a\n- iPhone: b",
        "- iPhone: a\n- iOS 17: b",
    ] {
        check_silent(&rung_with_choices(&format!("{items}\n\n1. Do.")));
    }
}
