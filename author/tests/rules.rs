//! Every rule of `docs/format.md` about the parts of a ladder, one or two literals each.

use serde_json::{Value, json};

use crate::support::{check, check_refused, check_said, rung, rung_with_choices};

#[test]
fn title_id_language_and_introduction() {
    let text = "# My *title* <!-- id: mine --> <!-- lang: de -->\n\nHello\nthere.\n\n- one\n- two\n\n## Rung\n\nWhy.\n";
    check(text, "/title", json!(["My ", { "emphasis": ["title"] }]));
    check(text, "/id", json!("mine"));
    check(text, "/lang", json!("de"));
    check(text, "/introduction", json!(["Hello there.", { "list": ["one", "two"] }]));
    let below = "# Title\n\n<!-- id: mine -->\n\n## Rung\n<!-- id: first -->\n\nWhy.\n";
    check(below, "/id", json!("mine"));
    check(below, "/rungs/0/id", json!("first"));
    check(&rung("Why."), "/id", json!("ladder"));
}

#[test]
fn a_title_may_be_missing() {
    let said = &["warning 1:1: the ladder has no title, so it is called after its file"];
    check_said("## One\n\n1. Do.\n\n## Two\n\n1. Do.\n", "/rungs/1/title", json!("Two"), said);
    check_said(
        "## About you\n\n- A: b, c\n\n## One\n\n1. Do.\n",
        "/choices/0/label",
        json!("A"),
        said,
    );
    check_said(
        "# One\n\n## Before you start\n\n- Look.\n\n## Steps\n\n1. Do.\n",
        "/rungs/0/title",
        json!("One"),
        said,
    );
    check("# Title\n\n# One\n\n1. Do.\n\n# Two\n\n1. Do.\n", "/rungs/0/title", json!("One"));
}

#[test]
fn sections_of_their_own() {
    let text = "# T\n\n## R\n\nWhy.\n\n## When it is fixed\n\nKeep.\n\n## If nothing helped:\n\nAsk.\n\n## Sources\n\n- A book, checked 2026-11\n";
    check(text, "/fixed", json!(["Keep."]));
    check(text, "/end", json!(["Ask."]));
    check(text, "/sources", json!([{ "text": "A book", "checked": "2026-11" }]));
}

#[test]
fn choices() {
    let text = "# T\n\n## ABOUT YOU\n\n- Device: iPhone, iPad <!-- id: phone -->\n- System:\n  - One, two\n  - Three\n\n## R\n\nWhy.\n";
    let expected = json!([
        { "id": "phone", "label": "Device", "options": [{ "id": "iphone", "label": "iPhone" }, { "id": "ipad", "label": "iPad" }] },
        { "id": "system", "label": "System", "options": [{ "id": "one-two", "label": "One, two" }, { "id": "three", "label": "Three" }] },
    ]);
    check(text, "/choices", expected);
}

#[test]
fn facts() {
    let text = rung(
        "- **severity**: Last Resort\n- TOUCHES: this phone and the account\n- Undo: for 30 days, from the bin\n\
         - Takes: 90 seconds, then a night\n- Wait: an hour, because it sleeps\n- Check: Did *it* work?\n\n> **Warning:** hot.\n",
    );
    check(&text, "/rungs/0/severity", json!("last-resort"));
    check(
        &text,
        "/rungs/0/touches",
        json!({ "scopes": ["this-device", "account"], "text": "this phone and the account" }),
    );
    check(
        &text,
        "/rungs/0/undo",
        json!({ "possible": true, "window_seconds": 2_592_000, "text": "for 30 days, from the bin" }),
    );
    check(&text, "/rungs/0/takes", json!({ "minutes": 2, "text": "then a night" }));
    check(&text, "/rungs/0/wait", json!({ "seconds": 3600, "reason": "because it sleeps" }));
    check(&text, "/rungs/0/check", json!(["Did ", { "emphasis": ["it"] }, " work?"]));
}

#[test]
fn durations() {
    let wait = |words: &str, seconds: u32| {
        check(&rung(&format!("- Wait: {words}\n\nWhy.")), "/rungs/0/wait/seconds", json!(seconds));
    };
    wait("90 seconds", 90);
    wait("1 minute", 60);
    wait("15 minutes.", 900);
    wait("a minute", 60);
    wait("2 hours", 7200);
    wait("1 day", 86_400);
    wait("2 weeks", 1_209_600);
    wait("15 minutes \u{2014} the post's own rule", 900);
    check(&rung("- Wait: none\n\nWhy."), "/rungs/0/wait", Value::Null);
    for bad in [
        "soon",
        "1.5 hours",
        "15",
        "minutes",
        "15 minutes or so",
        "99999999999999999999 days",
        "-3 minutes",
    ] {
        check_refused(
            &rung(&format!("- Wait: {bad}\n\nWhy.")),
            &["error 5:9: this is not a duration"],
        );
    }
}

#[test]
fn undo() {
    let undo = |words: &str, possible: bool, window: Value| {
        let text = rung(&format!("- Undo: {words}\n\nWhy."));
        check(&text, "/rungs/0/undo/possible", json!(possible));
        check(&text, "/rungs/0/undo/window_seconds", window);
    };
    undo("no, never", false, Value::Null);
    undo("Cannot be undone", false, Value::Null);
    undo("none", false, Value::Null);
    undo("yes, within 2 hours", true, json!(7200));
    undo("nothing to undo", true, Value::Null);
    undo("switch it on again and wait for 2 minutes", true, Value::Null);
}

#[test]
fn what_a_rung_touches() {
    let touches = |words: &str, scopes: Value| {
        check(&rung(&format!("- Touches: {words}\n\nWhy.")), "/rungs/0/touches/scopes", scopes);
    };
    touches("This computer's settings", json!(["this-device"]));
    touches("all your other devices", json!(["all-devices"]));
    touches("this device, nothing in iCloud", json!(["this-device"]));
    touches(
        "not only this iPad but every device, and the account",
        json!(["this-device", "all-devices", "account"]),
    );
    touches("the printer only", Value::Null);
}

#[test]
fn severity_where_none_is_written() {
    let text = "# T\n\n## A\n\nWhy.\n\n## B\n\nWhy.\n\n## C\n\nWhy.\n\n## D\n\nWhy.\n";
    for (index, severity) in ["gentle", "gentle", "moderate", "moderate"].into_iter().enumerate() {
        check(text, &format!("/rungs/{index}/severity"), json!(severity));
    }
    check(&rung("1. Reset the network settings."), "/rungs/0/severity", json!("moderate"));
    check(&rung("> **Warning:** gone.\n\n1. Erase it."), "/rungs/0/severity", json!("moderate"));
}

#[test]
fn requirements_and_evidence() {
    let text = rung(
        "### Before you start\n\n- Just so. <!-- id: so -->\n- It is there. (name the place)\n- A copy is elsewhere (name the place, not iCloud, not the \u{201c}Cloud\u{201d})\n\
         - Not two. (name the place, not A or B)\n- I counted. (two numbers: items here (or there), items in the copy)\n- Again. (Two numbers: here, or there; in the copy).\n\n  How to do it.\n- Plain (as day)\n",
    );
    let evidence = [
        json!("confirm"),
        json!({ "place": {} }),
        json!({ "place": { "not": ["iCloud", "Cloud"] } }),
        json!({ "place": { "not": ["A", "B"] } }),
        json!({ "numbers": { "first": "items here (or there)", "second": "items in the copy" } }),
        json!({ "numbers": { "first": "here, or there", "second": "in the copy" } }),
        json!("confirm"),
    ];
    for (index, evidence) in evidence.into_iter().enumerate() {
        check(&text, &format!("/rungs/0/requirements/{index}/evidence"), evidence);
    }
    check(&text, "/rungs/0/requirements/0/id", json!("so"));
    check(&text, "/rungs/0/requirements/2/text", json!("A copy is elsewhere"));
    check(&text, "/rungs/0/requirements/5/more", json!(["How to do it."]));
    check(&text, "/rungs/0/requirements/6/text", json!("Plain (as day)"));
}

#[test]
fn warnings() {
    let warning = |quote: &str, confirmations: u32, text: Value| {
        check(&rung(quote), "/rungs/0/warnings/0/confirmations", json!(confirmations));
        check(&rung(quote), "/rungs/0/warnings/0/text", text);
    };
    warning("> **Warning:** it is hot.", 1, json!(["it is hot."]));
    warning("> **Warning** (confirm twice): it is hot.", 2, json!(["it is hot."]));
    warning("> **WARNING (confirm three times):** it is hot.", 3, json!(["it is hot."]));
    warning("> **Warning** \u{2013} it is hot. (confirm\n> 4 times)", 4, json!(["it is hot."]));
    warning(
        "> **Warning: it is hot.** Very.",
        1,
        json!([[{ "strong": ["it is hot."] }, " Very."]]),
    );
    warning(
        "> **Warning:** hot.\n>\n> Read that twice. (confirm twice) <!-- id: hot -->",
        2,
        json!(["hot.", "Read that twice."]),
    );
    check(&rung("> **Warning:** hot. <!-- id: heat -->"), "/rungs/0/warnings/0/id", json!("heat"));
}

#[test]
fn advice_against() {
    let text = rung(
        "> **Apple advises against this:** see [its page](https://example.org/a), checked 2026-11.\n\n1. Do.",
    );
    let link = json!({ "link": { "href": "https://example.org/a", "text": ["its page"] } });
    check(
        &text,
        "/rungs/0/advice_against",
        json!([{ "by": "Apple", "text": [["see ", link, "."]], "checked": "2026-11" }]),
    );
}

#[test]
fn steps() {
    let text = rung_with_choices(
        "1. One.\n\n   A note.\n2. Two. <!-- id: second --> <!-- illustration: slider -->\n3. Three (only for iPhone, iPad + iOS 18).\n\nPause.\n\n1. Four.",
    );
    check_said(
        &text,
        "/rungs/0/steps/0",
        json!({ "id": "one-65sopxlz", "text": "One.", "more": ["A note."] }),
        &[],
    );
    check(
        &text,
        "/rungs/0/steps/1",
        json!({ "id": "second", "text": "Two.", "illustration": "slider" }),
    );
    let when = json!({ "device": ["iphone", "ipad"], "system": ["ios-18"] });
    check(&text, "/rungs/0/steps/2/text", json!("Three."));
    check(&text, "/rungs/0/steps/2/when", when);
    check(&text, "/rungs/0/steps/3/text", json!("Four."));
    // Step 3 is not for everybody, so what follows it may not hang on it.
    check(&text, "/rungs/0/why", json!(["Pause."]));
    check(
        &rung("### Steps\n\n1. One.\n\n### Sources\n\n- A book"),
        "/rungs/0/steps/0/text",
        json!("One."),
    );
}

#[test]
fn variants() {
    let text = rung_with_choices(
        "1. Do.\n   - iPhone, iPad + iOS 17: **A > B**\n   - ipad: So.\n   - Otherwise: **C \u{203a} D \u{203a} E**\n",
    );
    let expected = json!([{ "variants": [
        { "when": { "device": ["iphone", "ipad"], "system": ["ios-17"] }, "text": [{ "path": ["A", "B"] }] },
        { "when": { "device": ["ipad"] }, "text": "So." },
        { "text": [{ "path": ["C", "D", "E"] }] },
    ] }]);
    check(&text, "/rungs/0/steps/0/more", expected);
    let introduction =
        "# T\n\n- A or B: Two.\n- C: Three.\n\n## About you\n\n- X: A, B, C\n\n## R\n\nWhy.\n";
    check(introduction, "/introduction/0/variants/0/when", json!({ "x": ["a", "b"] }));
    let ordinary =
        rung_with_choices("1. Do.\n   - Low Power: charge it.\n   - Low Data: change it.\n");
    check(
        &ordinary,
        "/rungs/0/steps/0/more",
        json!([{ "list": ["Low Power: charge it.", "Low Data: change it."] }]),
    );
}
