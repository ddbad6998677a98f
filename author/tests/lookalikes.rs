//! What looks like one of our words and was not used as one is never silent.

use crate::evidence::{check_error, requirement};
use crate::support::{rung, rung_with_choices, said};

/// Something is said, and it is an error only where a guard would be lost.
#[track_caller]
pub fn check_warning(text: &str) {
    let said = said(text);
    assert!(said.iter().any(|said| said.starts_with("warning")), "only {said:?} about:\n{text}");
    assert!(!said.iter().any(|said| said.starts_with("error")), "even {said:?} about:\n{text}");
}

#[track_caller]
pub fn check_silent(text: &str) {
    assert_eq!(said(text), [""; 0], "{text}");
}

pub fn around(body: &str) -> [String; 4] {
    [
        format!("# T\n\n{body}\n\n## R\n\n1. Do.\n"),
        format!("# T\n\n## About you\n\n- Device: a, b\n\n{body}\n\n## R\n\n1. Do.\n"),
        format!("# T\n\n## R\n\n1. Do.\n\n## If nothing helped\n\n{body}\n"),
        format!("# T\n\n## R\n\n1. Do.\n\n## When it is fixed\n\n{body}\n"),
    ]
}

const WARNINGS: [&str; 28] = [
    "**Warning:** all is lost.",
    "**WARNING!** All is lost.",
    "**Warning**",
    "*Warning:* all is lost.",
    "Warning: all is lost.",
    "`Warning` all is lost.",
    "- **Warning:** all is lost.",
    "- Look.\n- Warning: all is lost.",
    "Look. **Warning:** all is lost.",
    "> *Warning:* all is lost.",
    "> Warning: all is lost.",
    "> Warning! All is lost.",
    "> [!WARNING]\n> All is lost.",
    "> [!CAUTION]\n> All is lost.",
    "> **Caution:** all is lost.",
    "> **Danger**: all is lost.",
    "> **Important:** all is lost.",
    "> **Warnings:** all is lost.",
    "> **WARNUNG:** alles weg.",
    "> **Achtung!** Alles weg.",
    "> **Waring:** all is lost.",
    "> **Wraning:** all is lost.",
    "> \u{26a0}\u{fe0f} All is lost.",
    "- > **Warning:** all is lost.",
    "!!! warning\n    All is lost.",
    "::: warning\nAll is lost.\n:::",
    "| Warning | all is lost |\n|---|---|\n| a | b |",
    "```\nWARNING: all is lost\n```",
];

#[test]
fn a_warning_that_is_not_read() {
    for body in WARNINGS {
        check_error(&rung(&format!("{body}\n\n1. Do.")));
        check_error(&rung(&format!("1. Do.\n\n{body}")));
        for text in around(body) {
            // A list under `About you` is a list of choices, and this is none.
            match text.contains("About you") && body.starts_with("- ") {
                true => check_error(&text),
                false => check_warning(&text),
            }
        }
    }
    for body in [
        "### Warning\n\nAll is lost.\n\n### Steps",
        "### \u{26a0} Warning: all is lost\n\n### Steps",
        "### Caution\n\nAll is lost.\n\n### Steps",
        "#### Danger\n\nAll is lost.\n\n### Steps",
        "<div class=\"warning\">All is lost.</div>",
        "<b>Warning:</b> all is lost.",
        "<aside class='alert danger'>\nAll is lost.\n</aside>",
        "> **Warning:** A. **Warning:** B.",
        "> **Warning:** A.\n>\n> - **Warning:** B.",
        "<!-- warning: all is lost -->",
        "[Warning]: all-is-lost",
        "[!WARNING]: all-is-lost",
    ] {
        check_error(&rung(&format!("{body}\n\n1. Do.")));
    }
    check_error(&rung("1. **Warning:** all is lost."));
    check_error(&rung("1. Do.\n   - **Warning:** all is lost."));
    check_error(&rung("1. Do.\n\n   Warning: all is lost."));
    check_error(&rung_with_choices(
        "1. Do.\n   - iPhone: Warning: all is lost.\n   - Otherwise: go on.",
    ));
    check_error(&requirement("**Warning:** all is lost."));
}

#[test]
fn signs_that_only_stress() {
    check_warning(&rung("**Important:** leave it on its charger.\n\n1. Do."));
    check_warning(&rung("\u{26a0}\u{fe0f} Leave it on its charger.\n\n1. Do."));
    check_warning(&rung("**Attention:** it beeps.\n\n1. Do."));
}

#[test]
fn prose_that_only_uses_such_words() {
    for body in [
        "Warning signs are lit.",
        "A warning appears.",
        "**Warning lights** blink.",
        "**Turning** it off helps.",
        "Important as it is, leave it.",
        "Danger comes later.",
        "The dialog says \u{201c}Warning\u{201d}.",
        "Choose **Go**. It shows a warning.",
        "> **Warning:** danger lies ahead.",
        "> **Warning:** Important: save first.",
        "**Cause:** a cable.",
        "Stop the clock.",
    ] {
        check_silent(&rung(&format!("{body}\n\n1. Do.")));
    }
}

#[test]
fn a_fact_that_is_not_read() {
    for body in [
        "Severity: drastic",
        "**Severity:** drastic",
        "**Severity** drastic",
        "Severity = drastic",
        "Severity - drastic",
        "Severity drastic",
        "Severty: drastic",
        "Drastic severity.",
        "The severity is drastic.",
        "Severity level: last resort",
        "Severity: terrible",
        "- Look at it.\n- Then go on.\n- Severity: drastic",
        "- Look at it.\n- Severity = drastic",
        "> Severity: drastic",
        "| Severity | drastic |\n|---|---|\n| Takes | 5 minutes |",
        "```\nSeverity: drastic\n```",
        "Wait: 15 minutes",
        "**Wait:** 15 minutes",
        "Wait = 15 minutes",
        "- One.\n- Two.\n- Wait: 15 minutes, because",
        "Waiting time: 15 minutes",
        "Wiat: 15 minutes",
        "Wait: as long as it takes",
        "| Wait | 15 minutes |\n|---|---|\n| a | b |",
    ] {
        let body = format!("Why.\n\n{body}");
        check_error(&rung(&format!("{body}\n\n1. Do.")));
        check_error(&rung(&format!("1. Do.\n\n### Steps\n\n{body}")));
        for text in around(&body).iter().take(1) {
            check_error(text);
        }
    }
    for body in [
        "### Severity\n\nDrastic.\n\n### Steps",
        "### Wait\n\n15 minutes\n\n### Steps",
        "### Steps\n\n- Severity: drastic",
        "### Before you start\n\n- Severity: drastic\n\n### Steps",
        "- Severity: gentle\n- Severity level: drastic",
        "- Severity: gentle\n- Wait 2 minutes",
        "- Touches: it\n- Severity drastic",
        "<!-- severity: drastic -->",
        "<!-- wait: 2 hours -->",
        "[Severity]: drastic",
    ] {
        check_error(&rung(&format!("{body}\n\n1. Do.")));
    }
    for body in [
        "Undo: no",
        "**Undo** no",
        "Can be undone: no",
        "Reversible: no",
        "Touches: the account",
        "Touchs: the account",
        "Takes: 10 minutes",
        "**Takes** 10 minutes",
        "Check: did it work?",
        "- One.\n- Two.\n- Three.\n- Undo: no",
        "Risk: drastic",
        "drastic",
        "**Wait** a while.",
    ] {
        match body {
            // A bold verb is a verb.
            "**Wait** a while." => check_silent(&rung(&format!("Why.\n\n{body}\n\n1. Do."))),
            _ => check_warning(&rung(&format!("Why.\n\n{body}\n\n1. Do."))),
        }
    }
    for step in [
        "Wait 15 minutes.",
        "Wait.",
        "Check the light.",
        "Take care.",
        "**Wait** for it.",
        "Undo the screws.",
    ] {
        check_silent(&rung(&format!("1. {step}")));
    }
    check_silent(&rung("Often the cause is simple: a cable.\n\n1. Do."));
}
