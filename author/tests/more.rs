//! `More:`, which folds a paragraph or a list: where it does, and what is said where it does not.

use serde_json::json;

use crate::lookalikes::{check_silent, check_warning};
use crate::support::{check, check_refused, check_said, rung, rung_with_choices};

#[test]
fn a_paragraph_or_a_list_is_folded() {
    let folded = json!([{ "more": ["It *may* take a day."] }]);
    let folded = |body: &str| {
        check(&rung(&format!("1. Do.\n\n   {body}")), "/rungs/0/steps/0/more", folded.clone())
    };
    for body in [
        "More: It \\*may\\* take a day.",
        "**More:** It \\*may\\* take a day.",
        "**More**: It \\*may\\* take a day.",
        "*MORE:* It \\*may\\* take a day.",
        "more : It \\*may\\* take a day.",
        "More\u{ff1a}It \\*may\\* take a day.",
    ] {
        folded(body);
    }
    check(
        &rung("1. Do.\n\n   More:\n\n   - One.\n   - Two."),
        "/rungs/0/steps/0/more",
        json!([{ "more": [{ "list": ["One.", "Two."] }] }]),
    );
    check(
        &rung_with_choices("1. Do.\n\n   More:\n   - iPhone: One.\n   - Otherwise: Two."),
        "/rungs/0/steps/0/more",
        json!([{ "more": [{ "variants": [{ "when": { "device": ["iphone"] }, "text": "One." }, { "text": "Two." }] }] }]),
    );
}

#[test]
fn several_are_one_fold_and_what_leads_to_a_list_takes_it_along() {
    check(
        &rung(
            "1. Do.\n\n   First.\n\n   More: One.\n\n   More: Two, on:\n   - a phone\n\n   Last.\n\n   - open",
        ),
        "/rungs/0/steps/0/more",
        json!(["First.", { "more": ["One.", "Two, on:", { "list": ["a phone"] }] }, "Last.", { "list": ["open"] }]),
    );
    // A list below a whole sentence stays in sight.
    check(
        &rung("1. Do.\n\n   More: One.\n\n   - open"),
        "/rungs/0/steps/0/more",
        json!([{ "more": ["One."] }, { "list": ["open"] }]),
    );
}

#[test]
fn it_folds_wherever_prose_stands() {
    let text = "# T\n\nLook.\n\nMore: a\n\n## R\n\nMore: b\n\nMore:\n\n- c\n\n> **Warning:** hot.\n\n### Before you start\n\n\
                - Cold.\n\n  More: d\n\n### Steps\n\n1. Do.\n\n## When it is fixed\n\nMore: e\n\n## If nothing helped\n\nMore: f\n";
    check(text, "/introduction", json!(["Look.", { "more": ["a"] }]));
    check(text, "/rungs/0/why", json!([{ "more": ["b", { "list": ["c"] }] }]));
    check(text, "/rungs/0/requirements/0/more", json!([{ "more": ["d"] }]));
    check(text, "/fixed", json!([{ "more": ["e"] }]));
    check(text, "/end", json!([{ "more": ["f"] }]));
}

#[test]
fn what_warns_is_never_folded_away() {
    for body in [
        "> **Warning:** All is lost.\n>\n> More: All of it.\n\n1. Do.",
        "> **Warning:** All is lost.\n>\n> More:\n>\n> - All.\n\n1. Do.",
        "> **Apple advises against this:** [here](https://a.example).\n>\n> More: Do not.\n\n1. Do.",
    ] {
        check_refused(&rung(body), &["error 7:3: what warns is never folded away"]);
    }
    check_refused(
        &rung("> **Warning:** More: all is lost.\n\n1. Do."),
        &["error 5:16: what warns is never folded away"],
    );
}

#[test]
fn steps_requirements_facts_and_sources_are_never_folded_away() {
    let said =
        |line: &str| format!("warning {line}: there is nothing behind `More:` that can be folded");
    check_said(&rung("More:\n\n1. Do."), "/rungs/0/steps/0/text", json!("Do."), &[&said("5:1")]);
    check_said(
        &rung("More:\n\n- Takes: 5 minutes\n\n1. Do."),
        "/rungs/0/takes/minutes",
        json!(5),
        &[&said("5:1")],
    );
    check_said(
        &rung("1. Do.\n\n### Before you start\n\nMore:\n\n- Cold."),
        "/rungs/0/requirements/0/text",
        json!("Cold."),
        &[&said("9:1"), "note 9:1: this stays as prose, and is shown with the reasons of the rung"],
    );
}

#[test]
fn what_looks_like_it_is_never_silent() {
    for body in [
        "**More**",
        "[More]",
        "More",
        "More\u{2026}",
        "More - one.",
        "More = one.",
        "Read more: one.",
        "**Show more:** one.",
        "More details: one.",
        "Mehr: eins.",
        "Moer: one.",
        "More:",
    ] {
        check_warning(&rung(&format!("1. Do.\n\n   {body}")));
        check_warning(&format!("# T\n\n{body}\n\n## R\n\n1. Do.\n"));
    }
    check_warning(&rung("1. More: do."));
    check_warning(&rung("1. Do.\n   More: one."));
    check_warning(&rung("1. Do.\n   - More: one."));
    check_warning(&rung("1. Do.\n\n   More: More: one."));
    check_warning(&rung("Why.\n\n### Before you start\n\n- More: cold.\n\n### Steps\n\n1. Do."));
    for body in
        ["More.", "More than one.", "More photos: a day.", "No more: stop.", "Once more: look."]
    {
        check_silent(&rung(&format!("1. Do.\n\n   {body}")));
    }
}

#[test]
fn what_is_folded_still_says_what_it_says() {
    // No id changes because words are folded, and no word of a guard is passed over.
    let id = |text: &str| crate::support::document(text).pointer("/rungs/0/steps/1/id").cloned();
    assert_eq!(
        id(&rung("1. Do.\n\n   One.\n2. Do.\n\n   Two.")),
        id(&rung("1. Do.\n\n   One.\n2. Do.\n\n   More: Two.")),
    );
    check_refused(
        &rung("1. Do.\n\n   More: **Warning:** it is hot."),
        &["error 7:12: this warns of something, and asks for no confirmation"],
    );
}
