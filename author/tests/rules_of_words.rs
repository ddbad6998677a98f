//! Every rule of `docs/format.md` about sources, runs of text, ids, and what no rule knows.

use serde_json::{Value, json};

use crate::support::{check, check_said, rung};

#[test]
fn sources() {
    let link = json!([{ "link": { "href": "https://example.org/", "text": ["T"] } }]);
    let source = |item: &str, expected: Value| {
        check(&rung(&format!("Why.\n\n### Sources\n\n- {item}")), "/rungs/0/sources/0", expected);
    };
    source(
        "[T](https://example.org/), checked 2026-11",
        json!({ "text": link, "checked": "2026-11" }),
    );
    source(
        "[T](https://example.org/) (checked 2026-11): it says so",
        json!({ "text": link, "checked": "2026-11", "note": "it says so" }),
    );
    source(
        "A man in a pub, checked 2026-01. Not confirmed: all.",
        json!({ "text": "A man in a pub", "checked": "2026-01", "note": "Not confirmed: all." }),
    );
    source("Something I checked myself", json!({ "text": "Something I checked myself" }));
}

#[test]
fn spans() {
    let spans = |words: &str, expected: Value| check(&rung(words), "/rungs/0/why/0", expected);
    spans("Go to **A > B**, then\\\non.", json!(["Go to ", { "path": ["A", "B"] }, ", then on."]));
    spans(
        "**bold [link](tel:1)** `co  de`",
        json!([{ "strong": ["bold ", { "link": { "href": "tel:1", "text": ["link"] } }] }, " ", { "code": "co  de" }]),
    );
    spans(
        "<me@example.org>",
        json!([{ "link": { "href": "mailto:me@example.org", "text": ["me@example.org"] } }]),
    );
    spans("a &amp; b \\> c", json!("a & b > c"));
}

#[test]
fn what_no_rule_knows_stays_visible() {
    let why = |body: &str, expected: Value, said: &str| {
        check_said(&rung(body), "/rungs/0/why", expected, &[said])
    };
    why(
        "| a | b |\n|---|---|\n| c | d |",
        json!([{ "list": [[{ "strong": ["a · b"] }], "c · d"] }]),
        "note 5:1: a table is shown as a list, a row to an item",
    );
    why(
        "```\nx = 1\n\ny = 2\n```",
        json!([[{ "code": "x = 1" }], [{ "code": "y = 2" }]]),
        "note 5:1: a code block is shown line by line",
    );
    why(
        "A.[^1]\n\n[^1]: B.",
        json!(["A.[1]", "[1] B."]),
        "note 7:1: a footnote is shown where it is written",
    );
    why("> Quoted.", json!(["Quoted."]), "note 5:1: a quote is shown as ordinary paragraphs");
    why(
        "a <b>c</b",
        json!(["a <b>c</b"]),
        "warning 5:3: raw HTML is not read: it stays visible as it is written",
    );
    why(
        "<div>\nHi.\n</div>",
        json!(["<div> Hi. </div>"]),
        "warning 5:1: raw HTML is not read: it stays visible as it is written",
    );
    why(
        "![alt](https://example.org/p.png)",
        json!([[{ "link": { "href": "https://example.org/p.png", "text": ["alt"] } }]]),
        "note 5:1: a picture from elsewhere is shown as a link to it",
    );
    why(
        "A. <!-- remember the milk -->",
        json!(["A."]),
        "note 5:4: this comment means nothing to the ladder and is left out, as it is in the post",
    );
    check(
        &rung("<!-- wp:paragraph -->\nA.\n<!-- /wp:paragraph -->\n\n---\n\nB."),
        "/rungs/0/why",
        json!(["A.", "B."]),
    );
}
