//! The keys of what an author may say besides: that it is moving, what is safe, what two numbers mean.

use serde_json::{Value, json};

use crate::support::{check, check_refused, check_said, rung};

#[test]
fn moving() {
    let text = "# T\n\n## R\n\n- Takes: 5 minutes\n- Moving: The number *falls*.\n\n1. Do.\n\n## When it is moving\n\nLeave it.\n";
    check(text, "/rungs/0/moving", json!(["The number ", { "emphasis": ["falls"] }, "."]));
    check(text, "/moving", json!(["Leave it."]));
    check("# T\n\n## R\n\n- Moving: It falls.\n\n1. Do.\n", "/rungs/0/moving", json!("It falls."));
    check_said(
        "# T\n\n## R\n\n1. Do.\n\n## When it is moving\n\nLeave it.\n",
        "/moving",
        json!(["Leave it."]),
        &["warning 7:1: no reader comes to this, since no rung says how it is seen to be moving"],
    );
    check_said(
        "# T\n\n## R\n\n1. Do.\n\n## While it is moving\n\nLeave it.\n",
        "/rungs/1/title",
        json!("While it is moving"),
        &[
            "warning 7:1: this heading is close to one with a meaning of its own, but is read as a rung",
        ],
    );
    check_said(
        &rung("1. Do.\n\n   Moving: it falls."),
        "/rungs/0/steps/0/more",
        json!(["Moving: it falls."]),
        &["warning 7:4: `Moving` is not read here"],
    );
    // The word alone is no key.
    check(&rung("**Moving** it helps.\n\n1. Do."), "/rungs/0/steps/0/text", json!("Do."));
    check_refused(
        &rung("- Takes: 1 minute\n- Moving:\n\n1. Do."),
        &["error 6:3: `Moving` has no value"],
    );
}

#[test]
fn what_is_safe() {
    let text = rung(
        "- Takes: 5 minutes\n- Safe: everything in *iCloud*\n\n1. Do.\n\n   Safe: the copy.\n\n   Look.\n2. Go on.\n\n   **Still safe:** the copy.",
    );
    check(&text, "/rungs/0/safe", json!(["everything in ", { "emphasis": ["iCloud"] }]));
    check(&text, "/rungs/0/steps/0/safe", json!("the copy."));
    check(&text, "/rungs/0/steps/0/more", json!(["Look."]));
    check(&text, "/rungs/0/steps/1/safe", json!("the copy."));
    // It is not deleted: that is what is said of it.
    check(
        &rung("1. Do.\n\n   Safe: what is deleted here stays there."),
        "/rungs/0/steps/0/more",
        Value::Null,
    );
    check_refused(
        &rung("1. Do.\n\n   Safe: one.\n\n   Safe: two."),
        &["error 9:4: `Safe` stands twice here"],
    );
    check_refused(&rung("1. Do.\n\n   Safe:"), &["error 7:4: `Safe` has no words"]);
    for (body, position) in [
        ("Safe: one.\n\n1. Do.", "5:1"),
        ("1. Do.\n   - Safe: one.", "6:6"),
        (
            "- Takes: 1 minute\n\n### Before you start\n\n- Cold.\n\n  Safe: one.\n\n### Steps\n\n1. Do.",
            "11:3",
        ),
    ] {
        let said = format!("warning {position}: `Safe` is not read here");
        check_said(&rung(body), "/rungs/0/steps/0/text", json!("Do."), &[&said]);
    }
    check_said(
        &rung("1. Do.\n   Safe: one."),
        "/rungs/0/steps/0/text",
        json!("Do. Safe: one."),
        &["warning 6:4: this stands inside a paragraph, and means nothing there"],
    );
    check(&rung("**Safe** as it is, look.\n\n1. Do."), "/rungs/0/steps/0/text", json!("Do."));
}

#[test]
fn what_two_numbers_mean() {
    let text = |body: &str| {
        rung(&format!(
            "Why.\n\n### Before you start\n\n- Counted. (two numbers: here, there)\n\n{body}\n\n### Steps\n\n1. Do."
        ))
    };
    let all = text(
        "  If fewer: *wait*.\n\n  Look twice.\n\n  **If equal:** go on.\n\n  If more : fine.\n\n  More: Photos shows it.",
    );
    check(
        &all,
        "/rungs/0/requirements/0/evidence/numbers",
        json!({ "first": "here", "second": "there", "fewer": [{ "emphasis": ["wait"] }, "."], "equal": "go on.", "more": "fine." }),
    );
    check(
        &all,
        "/rungs/0/requirements/0/more",
        json!(["Look twice.", { "more": ["Photos shows it."] }]),
    );
    let same = text("  If less: a.\n\n  If the same: b.\n\n  If there are more: c.");
    check(&same, "/rungs/0/requirements/0/evidence/numbers/equal", json!("b."));
    // The words of a guard stay what they are: no id changes.
    let id =
        |text: &str| crate::support::document(text).pointer("/rungs/0/requirements/0/id").cloned();
    assert_eq!(id(&text("  If fewer: a.")), id(&text("")));
    check_refused(
        &text("  If more: a.\n\n  If there are more: b."),
        &["error 13:3: `If there are more` stands twice here"],
    );
    check_refused(&text("  If equal:"), &["error 11:3: `If equal` has no words"]);
    let said = |position: &str| {
        format!("warning {position}: no two numbers are asked for here, so this stays as prose")
    };
    check_said(
        &rung(
            "Why.\n\n### Before you start\n\n- Counted.\n\n  If fewer: wait.\n\n### Steps\n\n1. Do.",
        ),
        "/rungs/0/requirements/0/more",
        json!(["If fewer: wait."]),
        &[&said("11:3")],
    );
    check_said(
        &rung("If more: fine.\n\n1. Do."),
        "/rungs/0/why",
        json!(["If more: fine."]),
        &[&said("5:1")],
    );
}
