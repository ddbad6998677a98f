//! A ladder in a few lines, as tests compare it. Knows no HTML.

use fix_ladder_author::post::{Post, read};
use fix_ladder_core::ladder::{RawBlock, RawLadder, RawMarked, RawOtherBlock, RawSpan, RawText};

use super::html::post;

/// What becomes of a post, a line for each part:
/// `# title`, `= introduction`, `## rung [severity]`, `~ why`, `? requirement`, `! warning`, `- step`, `+ note`, `. end`.
#[track_caller]
pub fn check(html: &str, expected: &str) {
    check_post(&post(html), expected);
}

#[track_caller]
pub fn check_post(post: &Post, expected: &str) {
    let read = read(post);
    let ladder = read.ladder.unwrap_or_else(|| panic!("no ladder: {:#?}", read.hints));
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    assert_eq!(outline(&ladder).trim_end().lines().collect::<Vec<_>>(), expected);
}

pub fn outline(ladder: &RawLadder) -> String {
    let mut lines = format!("# {}\n", words(&ladder.title));
    add("=", &ladder.introduction, &mut lines);
    for rung in &ladder.rungs {
        lines += &format!("## {} [{}]\n", words(&rung.title), rung.severity);
        add("~", &rung.why, &mut lines);
        for requirement in &rung.requirements {
            lines += &format!("? {}\n", words(&requirement.text));
            add("+", &requirement.more, &mut lines);
        }
        for warning in &rung.warnings {
            add("!", &warning.text, &mut lines);
        }
        for step in &rung.steps {
            lines += &format!("- {}\n", words(&step.text));
            add("+", &step.more, &mut lines);
        }
    }
    add(".", &ladder.end, &mut lines);
    lines
}

pub fn words_of(blocks: &[RawBlock]) -> String {
    let mut lines = String::new();
    add("", blocks, &mut lines);
    lines
}

fn add(mark: &str, blocks: &[RawBlock], lines: &mut String) {
    for block in blocks {
        match block {
            RawBlock::Paragraph(text) => *lines += &format!("{mark} {}\n", words(text)),
            RawBlock::Other(RawOtherBlock::List(items)) => {
                let items: Vec<String> = items.iter().map(words).collect();
                *lines += &format!("{mark} * {}\n", items.join(" * "));
            }
            RawBlock::Other(RawOtherBlock::Variants(all)) => {
                let all: Vec<String> = all.iter().map(|it| words(&it.text)).collect();
                *lines += &format!("{mark} | {}\n", all.join(" | "));
            }
            RawBlock::Other(RawOtherBlock::More(blocks)) => add("…", blocks, lines),
        }
    }
}

fn words(text: &RawText) -> String {
    match text {
        RawText::Plain(words) => words.clone(),
        RawText::Spans(spans) => spans.iter().map(span).collect(),
    }
}

fn span(span: &RawSpan) -> String {
    let all = |spans: &[RawSpan]| spans.iter().map(self::span).collect::<String>();
    match span {
        RawSpan::Plain(words) => words.clone(),
        RawSpan::Marked(RawMarked::Strong(spans) | RawMarked::Emphasis(spans)) => all(spans),
        RawSpan::Marked(RawMarked::Code(code)) => format!("`{code}`"),
        RawSpan::Marked(RawMarked::Path(names)) => names.join(" > "),
        RawSpan::Marked(RawMarked::Link(link)) => format!("[{}]({})", all(&link.text), link.href),
    }
}
