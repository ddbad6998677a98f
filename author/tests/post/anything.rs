//! Whatever a page holds: no panic, no document that is refused, and nothing that deletes without a guard.

use fix_ladder_author::post::{Element, Post, Tree, read};
use fix_ladder_core::ladder::validate;
use proptest::prelude::*;

use super::outline::outline;

const NAMES: [&str; 30] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "p",
    "p",
    "ol",
    "ul",
    "li",
    "li",
    "li",
    "blockquote",
    "pre",
    "code",
    "strong",
    "em",
    "a",
    "img",
    "div",
    "details",
    "summary",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "input",
    "br",
];
const WORDS: [&str; 22] = [
    "Press it.",
    " Erase everything. ",
    "\n",
    " ",
    "Warning:",
    "Before you start",
    "Steps",
    "Severity: gentle",
    "Severity: drastic",
    "Wait: 99 days",
    "Step 2.",
    "1) Go",
    "(name the place)",
    "(confirm 99 times)",
    "Otherwise:",
    "About you",
    "A: b, c",
    "You will need:",
    "More:",
    "\u{202e}x",
    "é漢",
    " Delete all photos. ",
];

fn trees() -> impl Strategy<Value = Vec<Tree>> {
    let words = prop::sample::select(&WORDS[..]);
    let leaf = prop_oneof![
        4 => words.clone().prop_map(|it| Tree::Text(it.to_owned())),
        1 => prop::sample::select(&["id: a", "id: a b", "lang: xx-", "interrupts", "wp:list"][..])
            .prop_map(|it| Tree::Comment(it.to_owned())),
    ];
    let tree = leaf.prop_recursive(5, 64, 6, move |inner| {
        let names = prop::sample::select(&NAMES[..]);
        let href =
            prop::sample::select(&["https://example.org/", "javascript:x", "#a", "", "data:,"][..]);
        (names, href, prop::collection::vec(inner, 0..6)).prop_map(|(name, href, children)| {
            let pair = |name: &str| (name.to_owned(), href.to_owned());
            Tree::Element(Element {
                name: name.to_owned(),
                attributes: vec![
                    pair("href"),
                    pair("src"),
                    ("type".to_owned(), "checkbox".to_owned()),
                ],
                children,
            })
        })
    });
    prop::collection::vec(tree, 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_post_is_read_or_left(trees in trees()) {
        let post = Post { trees, page: "A page".to_owned(), warning: "OURS".to_owned(), ..Post::default() };
        let read = read(&post);
        if let Some(ladder) = read.ladder {
            prop_assert!(validate(&ladder).is_ok(), "{:?}", validate(&ladder).err());
            for rung in &ladder.rungs {
                let steps: Vec<String> = rung.steps.iter().map(|it| format!("{:?}", it.text)).collect();
                let deletes = steps.iter().any(|it| it.contains("Erase everything") || it.contains("Delete all photos"));
                let guards = rung.requirements.len() + rung.warnings.len();
                prop_assert!(!deletes || guards > 0, "{}", outline(&ladder));
            }
        } else {
            prop_assert!(!read.hints.is_empty());
        }
    }
}
