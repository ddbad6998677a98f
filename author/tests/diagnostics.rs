//! What an author reads in the terminal, to the letter: the faults of single words and values.

use crate::support::{check_rendered, rung, rung_with_choices};

#[test]
fn an_unknown_severity() {
    check_rendered(
        &rung("- Severity: drasitc\n\nWhy."),
        r#"
error: this severity is not known
 --> ladder.md:5:13
  |
5 | - Severity: drasitc
  |             ^^^^^^^
  |
  = help: did you mean `drastic`?
"#,
    );
}

#[test]
fn a_bad_duration() {
    check_rendered(
        &rung("- Severity: gentle\n- Wait: soon, I hope\n\nWhy."),
        r#"
error: this is not a duration
 --> ladder.md:6:9
  |
6 | - Wait: soon, I hope
  |         ^^^^^^^^^^^^
  |
  = help: write a whole number and a unit, as in `90 seconds`, `15 minutes`, `2 hours` or `1 day`, and anything else after a comma
"#,
    );
}

#[test]
fn a_mistyped_key() {
    check_rendered(
        &rung("- Severity: gentle\n- Wiat: 2 minutes\n\nWhy."),
        r#"
error: a rung has no fact `Wiat`
 --> ladder.md:6:3
  |
6 | - Wiat: 2 minutes
  |   ^^^^
  |
  = help: did you mean `Wait`?
"#,
    );
}

#[test]
fn an_unknown_key() {
    check_rendered(
        &rung("- Severity: gentle\n- Colour: red\n\nWhy."),
        r#"
warning: a rung has no fact `Colour`, so this stays as prose
 --> ladder.md:6:3
  |
6 | - Colour: red
  |   ^^^^^^
  |
  = help: the keys are `Severity`, `Touches`, `Undo`, `Takes`, `Wait`, `Check`, `Moving` and `Safe`; put anything else into a paragraph below the list
"#,
    );
}

#[test]
fn a_key_twice() {
    check_rendered(
        &rung("- Wait: 1 minute\n- Wait: 2 minutes\n\nWhy."),
        r#"
error: `Wait` stands twice in this rung
 --> ladder.md:6:3
  |
6 | - Wait: 2 minutes
  |   ^^^^
  |
  = help: leave one of them out
"#,
    );
}

#[test]
fn an_unknown_option() {
    check_rendered(
        &rung_with_choices("1. Do it. (only for iPhnoe)"),
        r#"
error: there is no option `iPhnoe`
  --> ladder.md:10:21
   |
10 | 1. Do it. (only for iPhnoe)
   |                     ^^^^^^
   |
   = help: did you mean `iPhone`?
"#,
    );
}

#[test]
fn options_of_two_choices() {
    check_rendered(
        &rung_with_choices("1. Do it. (only for iPhone, iOS 17)"),
        r#"
error: these options belong to different choices
  --> ladder.md:10:21
   |
10 | 1. Do it. (only for iPhone, iOS 17)
   |                     ^^^^^^^^^^^^^^
   |
   = help: a comma means *or* within one choice; join two choices with ` + `, which means *and*
"#,
    );
}

#[test]
fn a_mistyped_variant() {
    check_rendered(
        &rung_with_choices("1. Do.\n   - iPhone: A.\n   - iPads: B."),
        r#"
error: there is no option `iPads`
  --> ladder.md:12:6
   |
12 |    - iPads: B.
   |      ^^^^^
   |
   = help: did you mean `iPad`?
"#,
    );
}

#[test]
fn a_list_that_is_only_half_variants() {
    check_rendered(
        &rung_with_choices("1. Do.\n   - iPhone: A.\n   - Another thing: B."),
        r#"
warning: this item begins with no option, so the whole list is shown to every reader
  --> ladder.md:12:6
   |
12 |    - Another thing: B.
   |      ^^^^^^^^^^^^^^^^^
   |
   = help: begin every item of the list with an option and a colon, or with `Otherwise:`
"#,
    );
}

#[test]
fn an_id_twice() {
    check_rendered(
        &rung("1. One. <!-- id: a -->\n2. Two. <!-- id: a -->"),
        r#"
error: another step has the id `a` already
 --> ladder.md:6:9
  |
6 | 2. Two. <!-- id: a -->
  |         ^^^^^^^^^^^^^^
  |
  = help: ids keep the reader's ticks apart: give this one another
"#,
    );
}

#[test]
fn a_harmful_link() {
    check_rendered(
        &rung("See [this](javascript:alert(1))."),
        r#"
error: a link may not use `javascript:`
 --> ladder.md:5:5
  |
5 | See [this](javascript:alert(1)).
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: only `https:`, `http:`, `mailto:` and `tel:` are allowed
"#,
    );
}

#[test]
fn faults_of_choices() {
    check_rendered(
        "# T\n\n## About you\n\n- Device: iPhone\n- Colours\n- X: a, A, b\n\n## R\n\nWhy.\n",
        r#"
error: choice 1 `device`: a choice needs at least two options
 --> ladder.md:5:3
  |
5 | - Device: iPhone
  |   ^^^^^^
  |
  = help: add one, or take the choice out

error: this is not a choice
 --> ladder.md:6:1
  |
6 | - Colours
  | ^^^^^^^^^
  |
  = help: write the question's name, a colon and its options, as in `- Device: iPhone, iPad`

error: the option `A` stands twice in this choice
 --> ladder.md:7:9
  |
7 | - X: a, A, b
  |         ^
  |
  = help: leave one out
"#,
    );
}

#[test]
fn a_bad_month() {
    check_rendered(
        &rung("Why.\n\n### Sources\n\n- A book, checked last year"),
        r#"
warning: this is not a month, so it stays in the text
 --> ladder.md:9:11
  |
9 | - A book, checked last year
  |           ^^^^^^^
  |
  = help: write the year and the month as in `checked 2026-11`
"#,
    );
}

#[test]
fn unknown_evidence() {
    check_rendered(
        &rung("### Before you start\n\n- A copy. (two numbers)\n\n### Steps\n\n1. Do."),
        r#"
error: this asks for no evidence that is known
 --> ladder.md:7:12
  |
7 | - A copy. (two numbers)
  |            ^^^^^^^^^^^
  |
  = help: write `(name the place)`, `(name the place, not iCloud)`, `(two numbers: first label, second label)` or `(hand over)`; if no evidence is meant, say it in other words or without brackets
"#,
    );
}
