//! Blocks, paragraphs and spans.

use fix_ladder_core::ladder::{Block, Span};
use serde_json::{Value, json};

use super::{check, ladder_with};

const WHY: &str = "/rungs/0/why";
const AT: &str = "rung 1 `restart`, why, paragraph 1";

#[test]
fn all_kinds_of_spans_and_blocks_are_kept() {
    let ladder = ladder_with(
        WHY,
        json!([
            "Plain.",
            [{ "strong": ["a", { "emphasis": ["b"] }] }, " ", { "code": "c" }, { "path": ["Settings", "General"] },
             { "link": { "href": " https://example.org/ ", "text": ["d"] } }],
            { "list": ["e", ["f"]] },
        ]),
    );
    let [Block::Paragraph(plain), Block::Paragraph(marked), Block::List(items)] =
        ladder.rungs[0].why.as_slice()
    else {
        panic!("other blocks than were written: {:?}", ladder.rungs[0].why);
    };
    assert_eq!(plain.plain(), "Plain.");
    assert_eq!(marked.plain(), "ab cSettings › Generald");
    assert_eq!(items.len(), 2);
    assert_eq!(
        marked.0[0],
        Span::Strong(vec![Span::Plain("a".into()), Span::Emphasis(vec![Span::Plain("b".into())])])
    );
    assert_eq!(
        marked.0[4],
        Span::Link { href: "https://example.org/".into(), text: vec![Span::Plain("d".into())] }
    );
}

#[test]
fn nothing_is_empty() {
    for empty in [
        json!(""),
        json!(" \t\n"),
        json!("\u{a0}\u{200b}\u{feff}"),
        json!([]),
        json!([""]),
        json!(["", " "]),
    ] {
        check("/title", empty.clone(), &["title: the text is empty: give it words"]);
        check(
            "/rungs/1/check",
            empty.clone(),
            &["rung 2 `erase`, check: the text is empty: give it words"],
        );
        check("/end", json!([empty]), &["end, paragraph 1: the text is empty: give it words"]);
    }
    check(
        WHY,
        json!([{ "list": [] }]),
        &[&format!("{AT}: the list is empty: give it items, or take it out")],
    );
    check(
        WHY,
        json!([{ "list": ["a", ""] }]),
        &[&format!("{AT}, item 2: the text is empty: give it words")],
    );
}

#[test]
fn marks_are_not_empty() {
    let empty = format!("{AT}, span 2: the mark is empty: give it words, or take it out");
    for mark in [json!({ "strong": [] }), json!({ "emphasis": [""] }), json!({ "code": " " })] {
        check(WHY, json!([["a", mark]]), &[&empty]);
    }
    check(
        WHY,
        json!([["a", { "link": { "href": "https://example.org", "text": [] } }]]),
        &[&format!("{AT}, span 2: the link has no words to press: give it some")],
    );
}

#[test]
fn a_menu_path_has_at_least_two_names() {
    let too_short = format!(
        "{AT}, span 1: a menu path needs at least two names: add one, or write it as `strong`"
    );
    check(WHY, json!([[{ "path": ["Settings"] }]]), &[&too_short]);
    check(
        WHY,
        json!([["a", { "path": ["Settings", ""] }]]),
        &[&format!("{AT}, span 2, name 2: this is empty: give it words")],
    );
}

#[test]
fn links_are_checked_wherever_they_are() {
    let link = json!([{ "strong": [{ "link": { "href": "file:///etc", "text": ["x"] } }] }]);
    let fault = "span 1, span 1: a link may not use `file:`: only `https:`, `http:`, `mailto:` and `tel:` are allowed";
    check("/title", link.clone(), &[&format!("title, {fault}")]);
    check("/introduction", json!([link]), &[&format!("introduction, paragraph 1, {fault}")]);
    check(
        "/fixed",
        json!([{ "list": [link] }]),
        &[&format!("fixed, paragraph 1, item 1, {fault}")],
    );
    check(
        "/end",
        json!([{ "variants": [{ "text": link }] }]),
        &[&format!("end, paragraph 1, variant 1, {fault}")],
    );
    check("/sources", json!([{ "text": link }]), &[&format!("source 1, text, {fault}")]);
    check(
        "/sources",
        json!([{ "text": "A", "note": link }]),
        &[&format!("source 1, note, {fault}")],
    );
    check("/rungs/0/title", link.clone(), &[&format!("rung 1 `restart`, title, {fault}")]);
    check(
        "/rungs/0/touches",
        json!({ "text": link }),
        &[&format!("rung 1 `restart`, touches, text, {fault}")],
    );
    check(
        "/rungs/0/undo",
        json!({ "possible": true, "text": link }),
        &[&format!("rung 1 `restart`, undo, text, {fault}")],
    );
    check(
        "/rungs/0/takes",
        json!({ "minutes": 1, "text": link }),
        &[&format!("rung 1 `restart`, takes, text, {fault}")],
    );
    check(
        "/rungs/1/wait/reason",
        link.clone(),
        &[&format!("rung 2 `erase`, wait, reason, {fault}")],
    );
    check("/rungs/1/check", link.clone(), &[&format!("rung 2 `erase`, check, {fault}")]);
    check(
        "/rungs/0/sources",
        json!([{ "text": link }]),
        &[&format!("rung 1 `restart`, source 1, text, {fault}")],
    );
    check(
        "/rungs/0/advice_against",
        json!([{ "by": "A", "text": [link] }]),
        &[&format!("rung 1 `restart`, advice 1, text, paragraph 1, {fault}")],
    );
    check(
        "/rungs/0/steps/0/text",
        link.clone(),
        &[&format!("rung 1 `restart`, step 1 `switch-off`, text, {fault}")],
    );
    check(
        "/rungs/0/steps/0/more",
        json!([link]),
        &[&format!("rung 1 `restart`, step 1 `switch-off`, more, paragraph 1, {fault}")],
    );
    check(
        "/rungs/1/requirements/0/text",
        link.clone(),
        &[&format!("rung 2 `erase`, requirement 1 `copy`, text, {fault}")],
    );
    check(
        "/rungs/1/requirements/0/more",
        json!([link]),
        &[&format!("rung 2 `erase`, requirement 1 `copy`, more, paragraph 1, {fault}")],
    );
    check(
        "/rungs/1/warnings/0/text",
        json!([link]),
        &[&format!("rung 2 `erase`, warning 1 `lost`, text, paragraph 1, {fault}")],
    );
}

fn nested(levels: usize) -> Value {
    (0..levels).fold(json!("word"), |inner, _| json!({ "strong": [inner] }))
}

#[test]
fn marks_are_nested_32_levels_deep_at_most() {
    let fault = "marks are nested more than 32 levels deep: take some out";
    ladder_with(WHY, json!([[nested(32)]]));
    check(WHY, json!([[nested(33)]]), &[&format!("{AT}: {fault}")]);
    check(WHY, json!([[nested(40), nested(40)]]), &[&format!("{AT}: {fault}")]);
    // A list or a variants block is a level of its own.
    ladder_with(WHY, json!([{ "list": [[nested(31)]] }]));
    check(WHY, json!([{ "list": [[nested(32)]] }]), &[&format!("{AT}, item 1: {fault}")]);
    ladder_with(WHY, json!([{ "variants": [{ "text": [nested(31)] }] }]));
    check(
        WHY,
        json!([{ "variants": [{ "text": [nested(32)] }] }]),
        &[&format!("{AT}, variant 1: {fault}")],
    );
}
