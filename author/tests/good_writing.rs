//! What is said of steps that are hard to follow. No text is refused for it.

use crate::support::{document, rung, said};

const TWO: &str = "this step holds more than one action";
const LONG: &str = "this step is long, and is read beside a device that waits";
const UNSEEN: &str = "this step destroys something, and does not say what the reader should see";

#[track_caller]
fn check(step: &str, expected: &[&str]) {
    let text = rung(&format!("1. {step}"));
    document(&text);
    let of_steps: Vec<String> = said(&text)
        .into_iter()
        .filter(|it| [TWO, LONG, UNSEEN].iter().any(|it2| it.ends_with(it2)))
        .collect();
    assert_eq!(of_steps, expected, "{step}");
}

#[test]
fn two_actions_are_two_steps() {
    let note = format!("note 5:4: {TWO}");
    for step in [
        "Open the settings. Tap Wi-Fi.",
        "Switch it off, then unplug it.",
        "Press the button and then pull the plug.",
        "Restart the phone; enter the code.",
        "**Open** the lid. *Press* the button.",
    ] {
        check(step, &[&note]);
    }
    check("Sign out. Delete the app.", &[&format!("warning 5:4: {TWO}")]);
    for step in [
        "Open the settings, and find Wi-Fi.",
        "Open **Settings > General > Reset**.",
        "Press the button. The light goes out.",
        "Press the button. Touch nothing else.",
        "Press the button. Press no other.",
        "Is it on? Turn it off.",
        "Pull the plug, count to twenty, and put it back.",
        "Wait until the light stops, then for a minute more.",
    ] {
        check(step, &[]);
    }
    check("Open the settings.\n\n   Tap Wi-Fi there.", &[]);
}

#[test]
fn a_long_step_is_told() {
    check(&format!("Look at {}.", "it and ".repeat(20)), &[&format!("note 5:4: {LONG}")]);
    check(&format!("Look at {}.", "it ".repeat(30)), &[]);
    check(&format!("Look.\n\n   {}", "It is long. ".repeat(40)), &[]);
}

#[test]
fn a_drastic_step_says_what_is_to_be_seen() {
    let drastic = |step: &str| {
        rung(&format!("- Severity: drastic\n\n> **Warning:** it is gone.\n\n1. {step}"))
    };
    let of = |text: &str| said(text).into_iter().filter(|it| it.ends_with(UNSEEN)).count();
    assert_eq!(of(&drastic("Delete the library.")), 1);
    for step in [
        "Delete the library. The list is empty then.",
        "Delete the library.\n\n   The list is empty then.",
        "Delete the library. <!-- illustration: empty -->",
        "Delete the library.\n\n   Safe: the copy.",
        "Look at the library.",
        "Do not delete the library.",
    ] {
        assert_eq!(of(&drastic(step)), 0, "{step}");
    }
    // In a mild rung, the missing guard is what counts.
    assert_eq!(of(&rung("1. Delete the library.")), 0);
}
