//! An author's own SVG: which shapes are taken, and that nothing else is.

use fix_ladder_author::{Source, compile_with};
use proptest::prelude::*;
use serde_json::{Value, json};

const LADDER: &str = "# Title\n\n## Rung\n\n1. Open it. <!-- illustration: page -->\n";

fn compiled(svg: &str) -> (Value, Vec<String>) {
    let files = [Source { name: "page.svg", text: svg }];
    let compiled = compile_with(Source { name: "ladder.md", text: LADDER }, Some(&files));
    let said = compiled.of_drawings.iter().flatten().chain(&compiled.diagnostics);
    let said = said.map(|it| format!("{} {}: {}; {}", it.severity, it.line, it.message, it.cure));
    let said = said.collect();
    let ladder = compiled.ladder.map(|it| serde_json::to_value(it).expect("JSON"));
    (ladder.map_or(Value::Null, |it| it["drawings"][0]["variants"][0].clone()), said)
}

/// A drawing with this inside, beginning in its second line.
fn around(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 160 100\"><desc>What to look for.</desc>\n{inside}\n</svg>\n"
    )
}

#[track_caller]
fn shapes(inside: &str) -> Value {
    let (variant, said) = compiled(&around(inside));
    assert_eq!(said, [""; 0], "of {inside}");
    variant["shapes"].clone()
}

#[test]
fn shapes_are_taken_as_wide_as_every_drawing() {
    let (variant, said) = compiled(&around(
        "<rect x=\"1\" y=\"2\" width=\"30\" height=\"40\" rx=\"5\" class=\"paper edge-line\"/>",
    ));
    assert_eq!(said, [""; 0]);
    assert_eq!(variant["alt"], "What to look for.");
    assert_eq!([&variant["width"], &variant["height"]], [&json!(320), &json!(200)]);
    assert_eq!(
        variant["shapes"],
        json!([{ "rect": { "fill": "paper", "line": "edge", "x": 2, "y": 4, "width": 60, "height": 80, "round": 10 } }])
    );
    assert_eq!(
        shapes("<circle cx=\"10\" cy=\"10\" r=\"5\" class=\"accent\"/>"),
        json!([{ "rect": { "fill": "accent", "x": 10, "y": 10, "width": 20, "height": 20, "round": 10 } }])
    );
    assert_eq!(
        shapes(
            "<g transform=\"translate(10, 5)\"><g transform=\"translate(1)\"><line x1=\"0\" y1=\"0\" x2=\"9\" y2=\"0\" class=\"ink-line\"/></g></g>"
        ),
        json!([{ "path": { "line": "ink", "d": "M22 10L40 10" } }])
    );
    assert_eq!(
        shapes(
            "<polygon points=\"0,0 10,0 10,10\" class=\"soft\"/><polyline points=\"0 0 5 5\" class=\"soft-line\"/>"
        ),
        json!([
            { "path": { "fill": "soft", "d": "M0 0L20 0L20 20Z" } },
            { "path": { "line": "soft", "d": "M0 0L10 10" } },
        ])
    );
    assert_eq!(
        shapes(
            "<text x=\"80\" y=\"50\" font-size=\"8\" text-anchor=\"middle\" class=\"danger strong\">Delete\n  all</text>"
        ),
        json!([{ "text": { "fill": "danger", "x": 160, "y": 100, "size": 16, "anchor": "middle", "strong": true, "words": "Delete all" } }])
    );
}

#[test]
fn paths_of_any_form_become_plain_ones() {
    let path = |d: &str| {
        shapes(&format!("<path d=\"{d}\" class=\"ink\"/>"))[0]["path"]["d"]
            .as_str()
            .map(str::to_owned)
    };
    for (d, expected) in [
        ("m1 1 2 0v3h-1z", "M2 2L6 2L6 8L4 8Z"),
        ("M1,1L2,2", "M2 2L4 4"),
        ("M1-1.5.5", ""),
        ("M0 0C1 1 2 2 3 3S5 5 6 6", "M0 0C2 2 4 4 6 6C8 8 10 10 12 12"),
        ("M0 0Q1 1 2 0T4 0", "M0 0Q2 2 4 0Q6 0 8 0"),
        ("M10 0A10 10 0 0 1 20 10", "M20 0C31 0 40 9 40 20"),
        ("M10 0a10 10 0 0110 10", "M20 0C31 0 40 9 40 20"),
        ("M5 5A0 0 0 0 1 9 9", "M10 10L18 18"),
    ] {
        if expected.is_empty() {
            let (variant, said) = compiled(&around(&format!("<path d=\"{d}\" class=\"ink\"/>")));
            assert!(variant.is_null() && said.len() == 1, "{said:?}");
        } else {
            assert_eq!(path(d).as_deref(), Some(expected), "{d}");
        }
    }
}

#[test]
fn colours_become_the_nearest_role() {
    let role = |fill: &str| {
        shapes(&format!("<rect width=\"9\" height=\"9\" fill=\"{fill}\"/>"))[0]["rect"]["fill"]
            .clone()
    };
    for (fill, expected) in [
        ("#fff", "paper"),
        ("white", "paper"),
        ("#f2f2f7", "wash"),
        ("#ccc", "quiet"),
        ("gray", "soft"),
        ("black", "ink"),
        ("currentColor", "ink"),
        ("#ff3b30", "danger"),
        ("red", "danger"),
        ("#007aff", "accent"),
        ("#e0f0ff", "tint"),
    ] {
        assert_eq!(role(fill), expected, "{fill}");
    }
    let inherited = shapes("<g fill=\"none\" stroke=\"#888\"><rect width=\"9\" height=\"9\"/></g>");
    assert_eq!(inherited[0]["rect"]["line"], "edge");
    assert_eq!(inherited[0]["rect"]["fill"], Value::Null);
}

/// What a hostile or careless SVG may hold, the line of it, and how what is said of it begins.
const REFUSED: [(&str, &str); 28] = [
    ("<script>alert(1)</script>", "error 2: `<script>` cannot be in a drawing; take it out"),
    (
        "<image href=\"https://example.org/a.png\"/>",
        "error 2: `<image>` cannot be in a drawing; draw it with shapes",
    ),
    ("<use href=\"#a\"/>", "error 2: `<use>` cannot be in a drawing; put the shapes themselves"),
    ("<defs><rect id=\"a\"/></defs>", "error 2: `<defs>` cannot be in a drawing"),
    (
        "<style>rect { fill: url(https://example.org) }</style>",
        "error 2: `<style>` cannot be in a drawing; give each shape a `class`",
    ),
    (
        "<foreignObject><b xmlns=\"http://www.w3.org/1999/xhtml\">x</b></foreignObject>",
        "error 2: `<foreignObject>` cannot",
    ),
    ("<filter id=\"f\"/>", "error 2: `<filter>` cannot be in a drawing; use plain areas"),
    ("<linearGradient id=\"g\"/>", "error 2: `<linearGradient>` cannot"),
    ("<animate attributeName=\"x\"/>", "error 2: `<animate>` cannot"),
    ("<a href=\"javascript:alert(1)\"><rect/></a>", "error 2: `<a>` cannot"),
    ("<switch/>", "error 2: `<switch>` cannot"),
    ("<svg/>", "error 2: `<svg>` cannot"),
    ("<b xmlns=\"http://www.w3.org/1999/xhtml\">x</b>", "error 2: `<b>` cannot"),
    (
        "<rect onclick=\"alert(1)\" width=\"9\" height=\"9\"/>",
        "error 2: `onclick` cannot be in a drawing; take it out: a drawing does nothing",
    ),
    (
        "<rect style=\"fill: red\" width=\"9\" height=\"9\"/>",
        "error 2: `style` cannot be in a drawing; write `class",
    ),
    (
        "<rect xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#a\" width=\"9\" height=\"9\"/>",
        "error 2: `href` cannot be in a drawing; take it out: a drawing names no address",
    ),
    ("<rect clip-path=\"url(#a)\" width=\"9\" height=\"9\"/>", "error 2: `clip-path` cannot"),
    ("<rect fill=\"url(#a)\" width=\"9\" height=\"9\"/>", "error 2: `url(#a)` is no colour"),
    ("<rect class=\"golden\" width=\"9\" height=\"9\"/>", "error 2: there is no role `golden`"),
    (
        "<rect transform=\"rotate(45)\" width=\"9\" height=\"9\"/>",
        "error 2: only `translate(x y)` is taken",
    ),
    ("<rect width=\"100%\" height=\"9\"/>", "error 2: `100%` is no number"),
    ("<rect width=\"NaN\" height=\"9\"/>", "error 2: `NaN` is no number"),
    ("<path d=\"M0 0 nonsense\"/>", "error 2: this path cannot be read"),
    (
        "<text x=\"1\" y=\"9\" font-size=\"3\">tiny</text>",
        "error 2: these words are too small or too large",
    ),
    (
        "<text x=\"1\" y=\"9\" font-size=\"8\">a<tspan>b</tspan></text>",
        "error 2: `<tspan>` cannot be in a drawing; make each line",
    ),
    ("loose words", "error 2: these words are in no element"),
    ("<?php evil ?>", "error 2: a processing instruction cannot"),
    ("", "error 1: nothing is drawn in this SVG"),
];

#[test]
fn whatever_is_no_shape_is_one_clear_error() {
    for (inside, expected) in REFUSED {
        let (variant, said) = compiled(&around(inside));
        assert!(variant.is_null(), "{inside} was taken");
        assert!(said.len() == 1 && said[0].starts_with(expected), "{inside}: {said:?}");
    }
}

#[test]
fn files_that_are_no_drawing_are_one_clear_error() {
    let deep = format!("{}<rect width=\"9\" height=\"9\"/>{}", "<g>".repeat(17), "</g>".repeat(17));
    let many = "<rect width=\"9\" height=\"9\"/>".repeat(301);
    let endless = "<g>".repeat(30_000);
    for (svg, expected) in [
        ("not xml".to_owned(), "error 1: this SVG cannot be read"),
        (String::new(), "error 1: this SVG cannot be read"),
        ("<html/>".to_owned(), "error 1: this is no SVG"),
        (
            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>".to_owned(),
            "error 1: this SVG cannot be read",
        ),
        (
            "<!DOCTYPE svg SYSTEM \"file:///etc/passwd\"><svg/>".to_owned(),
            "error 1: this SVG cannot be read",
        ),
        (
            "<svg width=\"9\"><desc>A.</desc><rect/></svg>".to_owned(),
            "error 1: this SVG has no `viewBox`",
        ),
        (
            "<svg viewBox=\"0 0 1 5\"><desc>A.</desc><rect/></svg>".to_owned(),
            "error 1: this SVG has no `viewBox`",
        ),
        (
            "<svg viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>".to_owned(),
            "error 1: this SVG has no `<desc>`",
        ),
        (
            around(&deep),
            "error 2: `<g>` cannot be in a drawing; put fewer groups inside one another",
        ),
        (around(&many), "error 1: this SVG has 301 shapes"),
        (format!("<svg viewBox=\"0 0 9 9\">{endless}"), "error 1: this SVG cannot be read"),
        (" ".repeat(100_001), "error 1: this file has 100001 bytes"),
    ] {
        let (variant, said) = compiled(&svg);
        assert!(variant.is_null(), "{svg:.60}");
        assert!(said.len() == 1 && said[0].starts_with(expected), "{svg:.60}: {said:?}");
    }
}

#[test]
fn a_title_is_taken_where_there_is_no_description() {
    let svg = "<svg viewBox=\"0 0 160 100\"><title> Words\n of it. </title><rect width=\"9\" height=\"9\"/></svg>";
    let (variant, said) = compiled(svg);
    assert_eq!(said, [""; 0]);
    assert_eq!(variant["alt"], "Words of it.");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_in_a_path_it_never_panics(d in "[MmLlHhVvCcSsQqTtAaZz0-9eE+., -]{0,60}") {
        let (variant, said) = compiled(&around(&format!("<path d=\"{d}\" class=\"ink\"/>")));
        prop_assert!(variant.is_null() != said.is_empty(), "{said:?}");
    }

    #[test]
    fn whatever_the_svg_it_never_panics(text in "(<(svg|g|rect|text|path)( viewBox=\"0 0 9 9\"| x=\"9\"| d=\"M1\"|)(/|)>|</svg>|</g>|<desc>a</desc>|é|&lt;){0,12}") {
        let (variant, said) = compiled(&text);
        prop_assert!(variant.is_null() != said.is_empty(), "{said:?}");
    }
}
