//! What an author reads in the terminal, to the letter: the faults of whole parts of a ladder.

use crate::support::{check_rendered, rung};

#[test]
fn an_empty_rung() {
    check_rendered(
        &rung(""),
        r#"
error: this rung is empty
 --> ladder.md:3:1
  |
3 | ## Rung
  | ^^^^^^^
  |
  = help: write its steps as a numbered list below the heading, or say in a paragraph what to do
"#,
    );
}

#[test]
fn deleting_without_a_guard() {
    check_rendered(
        &rung("1. Choose **Erase \u{201c}everything\u{201d}**."),
        r#"
warning: this deletes or erases something, and nothing in the rung stops the reader before it
 --> ladder.md:5:13
  |
5 | 1. Choose **Erase “everything”**.
  |             ^^^^^
  |
  = help: add a quote that begins with `> **Warning:**`, or a list under `Before you start`, one heading level lower
"#,
    );
}

#[test]
fn a_drastic_rung_without_a_guard() {
    check_rendered(
        &rung("- Severity: drastic\n\n1. Jump."),
        r#"
error: a drastic rung needs a guard
 --> ladder.md:3:1
  |
3 | ## Rung
  | ^^^^^^^
  |
  = help: add a quote that begins with `> **Warning:**`, or a list under `Before you start`, one heading level lower
"#,
    );
}

#[test]
fn a_heading_close_to_a_known_one() {
    check_rendered(
        &rung("### Before you begin\n\n- A copy.\n\n### Steps\n\n1. Do."),
        r#"
error: this heading has no meaning in a rung, but is close to one that has
 --> ladder.md:5:1
  |
5 | ### Before you begin
  | ^^^^^^^^^^^^^^^^^^^^
  |
  = help: write `Before you start`, or change it so that it cannot be mistaken
"#,
    );
}

#[test]
fn requirements_without_a_list() {
    check_rendered(
        &rung("### Before you start\n\nHave a copy.\n\n### Steps\n\n1. Do."),
        r#"
error: nothing is asked for here, because there is no list
 --> ladder.md:5:1
  |
5 | ### Before you start
  | ^^^^^^^^^^^^^^^^^^^^
  |
  = help: write each requirement as an item of a list: `- I have a copy outside this device.`

note: this stays as prose, and is shown with the reasons of the rung
 --> ladder.md:7:1
  |
7 | Have a copy.
  | ^^^^^^^^^^^^
  |
  = help: indent it to make it a part of the item above, or put it directly under the rung's heading
"#,
    );
}

#[test]
fn an_unknown_number_of_confirmations() {
    check_rendered(
        &rung("> **Warning** (confirm often): hot."),
        r#"
error: this is not a number of confirmations from 1 to 5
 --> ladder.md:5:15
  |
5 | > **Warning** (confirm often): hot.
  |               ^^^^^^^^^^^^^^^
  |
  = help: write `(confirm twice)`, `(confirm three times)` or `(confirm 4 times)`; if something else is meant, say it without brackets
"#,
    );
}

#[test]
fn a_fault_that_only_the_validator_knows() {
    check_rendered(
        &rung("- Wait: 31 days\n\nWhy."),
        r#"
error: rung 1 `rung`, wait: a wait of 2678400 seconds is outside 0 to 2592000 (30 days)
 --> ladder.md:5:9
  |
5 | - Wait: 31 days
  |         ^^^^^^^
  |
  = help: correct it
"#,
    );
}

#[test]
fn a_comment_without_an_end() {
    check_rendered(
        &rung("One.\n\n<!-- id: open\n\nTwo."),
        r#"
error: this comment has no end, so it hides everything after it
 --> ladder.md:7:1
  |
7 | <!-- id: open
  | ^^^^
  |
  = help: close it with `-->`
"#,
    );
}

#[test]
fn a_text_without_rungs() {
    check_rendered(
        "# T\n\nJust words.\n",
        r#"
error: the ladder has no rung
 --> ladder.md:1:1
  |
1 | # T
  | ^^^
  |
  = help: below the title, give each fix a heading one level lower, and its steps as a numbered list
"#,
    );
}

#[test]
fn no_text_at_all() {
    check_rendered(
        "",
        r#"
error: the ladder has no rung
 --> ladder.md:1:1
  |
1 |
  | ^
  |
  = help: below the title, give each fix a heading one level lower, and its steps as a numbered list

warning: the ladder has no title, so it is called after its file
 --> ladder.md:1:1
  |
1 |
  | ^
  |
  = help: begin with a heading one level higher than the rungs'
"#,
    );
}

#[test]
fn headings_of_the_wrong_kind() {
    check_rendered(
        "# T\n\n## If nothing helps\n\nAsk.\n\n# R\n\n1. Do. <!-- idd: x -->\n",
        r#"
warning: this heading is close to one with a meaning of its own, but is read as a rung
 --> ladder.md:3:1
  |
3 | ## If nothing helps
  | ^^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean `If nothing helped`?

warning: this heading stands higher than the first rung, and is read as one of the same level
 --> ladder.md:7:1
  |
7 | # R
  | ^^^
  |
  = help: give all rungs headings of one level, one below the title

warning: the comment's key `idd` is not known
 --> ladder.md:9:8
  |
9 | 1. Do. <!-- idd: x -->
  |        ^^^^^^^^^^^^^^^
  |
  = help: did you mean `id`?
"#,
    );
}

#[test]
fn what_is_moved() {
    check_rendered(
        &rung(
            "### Tips\n\nTip.\n\n### Steps\n\n- One.\n\nAfter.\n\n1. Two.\n\n   > **Warning:** hot.\n\n   1. a",
        ),
        r#"
note: this heading has no meaning in a rung, so it is shown as a bold paragraph
 --> ladder.md:5:1
  |
5 | ### Tips
  | ^^^^^^^^
  |
  = help: the headings with a meaning are `Before you start`, `Steps` and `Sources`

note: these steps have no numbers; the widget gives them some
  --> ladder.md:11:1
   |
11 | - One.
   | ^^^^^^
   |
   = help: number them, so that readers without the widget see the order too

note: this stays as prose, and is shown below the last step
  --> ladder.md:13:1
   |
13 | After.
   | ^^^^^^
   |
   = help: indent it to make it a part of the item above, or put it directly under the rung's heading

note: a warning guards its whole rung, so this one is shown above the steps
  --> ladder.md:17:4
   |
17 |    > **Warning:** hot.
   |    ^^^^^^^^^^^^^^^^^^^
   |
   = help: put it directly under the rung's heading

note: these numbers are not steps, so the list is shown without them
  --> ladder.md:19:4
   |
19 |    1. a
   |    ^^^^
   |
   = help: to make them steps, put them directly into a rung or under its heading `Steps`
"#,
    );
}
