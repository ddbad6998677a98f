//! Whatever is written, compiling ends without a panic, and what it gives is valid.

use std::ops::Range;

use fix_ladder_author::{Severity, Source, compile, render};
use fix_ladder_core::ladder::validate;
use proptest::prelude::*;

use crate::example;

/// Pieces that mean something somewhere, so that random texts get past the first rule.
const PIECES: [&str; 40] = [
    "# ",
    "## ",
    "### ",
    "- ",
    "1. ",
    "> ",
    "   ",
    "\n",
    "\n\n",
    "**",
    "*",
    "`",
    "[a](https://a.b)",
    "![",
    "](",
    ")",
    "About you",
    "Before you start",
    "Steps",
    "Sources",
    "Device: A, B",
    "A: ",
    "Otherwise: ",
    "A + B: ",
    "Severity: drastic",
    "Wait: 2 minutes, because",
    "Undo: for 30 days",
    "**Warning:** ",
    "(confirm twice)",
    "(name the place, not A)",
    "(two numbers: a, b)",
    "(only for A)",
    "checked 2026-11",
    " > ",
    "<!-- id: a -->",
    "<!--",
    "-->",
    "<b>",
    "\u{a0}\u{2019}\u{2014}",
    "| a |\n|---|\n",
];

#[track_caller]
fn survives(text: &str) {
    let source = Source { name: "a.md", text };
    let compiled = compile(source);
    let failed = compiled.diagnostics.iter().any(|said| said.severity == Severity::Error);
    assert_eq!(compiled.ladder.is_none(), failed);
    if let Some(ladder) = &compiled.ladder {
        assert!(validate(ladder).is_ok());
    }
    for said in &compiled.diagnostics {
        let Range { start, end } = said.range.clone();
        assert!(text.get(start..end).is_some(), "{said:?} is not within the text");
        assert!(said.message.chars().next().is_some_and(|first| !first.is_uppercase()), "{said:?}");
        assert!(!said.message.ends_with('.') && !said.cure.is_empty(), "{said:?}");
    }
    render(source, &compiled.diagnostics, true);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        survives(&text);
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..80)) {
        survives(&pieces.concat());
    }

    #[test]
    fn a_changed_example(at in any::<prop::sample::Index>(), length in 0..40_usize, piece in prop::sample::select(&PIECES[..])) {
        let mut characters: Vec<char> = example::text().chars().collect();
        let at = at.index(characters.len());
        let end = (at + length).min(characters.len());
        characters.splice(at..end, piece.chars());
        survives(&characters.iter().collect::<String>());
    }

    #[test]
    fn deep_nesting(piece in prop::sample::select(vec!["> ", "- ", "1. ", "*a ", "**a *b ", "[", "![", "<b>", "- > "]), depth in 1..400_usize) {
        survives(&format!("# T\n\n## R\n\n{}x\n", piece.repeat(depth)));
    }
}

#[test]
fn very_deep_nesting() {
    for piece in ["> ", "- ", "*a ", "[", "`"] {
        survives(&format!("# T\n\n## R\n\n{}x\n", piece.repeat(20_000)));
    }
}

#[test]
fn more_than_a_megabyte_is_not_read() {
    let compiled = compile(Source { name: "a.md", text: &"a ".repeat(600_000) });
    let said: Vec<String> = compiled.diagnostics.into_iter().map(|said| said.message).collect();
    assert_eq!(said, ["the text has 1200000 bytes, more than 1048576 (1 MB)"]);
}
