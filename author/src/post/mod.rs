//! A post's HTML, read as a ladder. Where its author has used the format, the ladder is the one that the same text makes
//! as a file; where not, its structure is guessed. Nothing blocks: what is refused in a file is a hint here, and the ladder
//! takes the safe reading.
//!
//! Knows no HTML parser and no browser: a post comes as a neutral tree.

mod build;
mod elements;
pub(crate) mod elsewhere;
mod finish;
mod guards;
mod json;
mod kinds;
mod loose;
mod ordinary;
mod pictures;
mod repair;
mod request;
mod tree;

use fix_ladder_core::ladder::RawLadder;

pub use self::tree::{Element, Tree};
use crate::context::{Context, Lenient};
use crate::diagnostics::{Diagnostic, Severity, Source};
use crate::{ids, ladder};

/// A post, and what is known around it.
#[derive(Clone, Debug, Default)]
pub struct Post {
    pub trees: Vec<Tree>,
    /// What the ladder is called where the post has no title of its own.
    pub heading: String,
    /// The title of the page. A heading of the same words is the ladder's title, and not a fix.
    pub page: String,
    /// The id that the author has given the element, if any.
    pub id: String,
    /// The language of the page; none where it is the format's own, English.
    pub lang: String,
    /// What a reader is asked to confirm where something is deleted and nothing guards it.
    pub warning: String,
    /// What a link to a picture is called that has no words.
    pub picture: String,
}

/// What became of a post.
#[derive(Clone, Debug)]
pub struct Read {
    /// Valid as it is; absent where there is nothing that a reader could climb.
    pub ladder: Option<RawLadder>,
    /// Whether its author has given the ladder its id.
    pub is_own_id: bool,
    pub hints: Vec<Hint>,
}

/// One thing to say to the author about one part of the post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    pub severity: Severity,
    pub message: String,
    pub cure: String,
    /// The number of the node in the tree, counted from 0; none where it is about all of it.
    pub node: Option<usize>,
}

/// How many hints are given.
const MOST: usize = 200;

/// Reads a post. The most useful of what there is to say comes first for each part of it.
pub fn read(post: &Post) -> Read {
    let mut ctx = Context::default();
    ctx.diagnostics.lenient = true;
    let built = build::build(post, &mut ctx.diagnostics);
    let is_guess = !ordinary::knows_us(&built.nodes);
    let title = match post.heading.trim() {
        "" => post.page.trim(),
        heading => heading,
    };
    ctx.lenient = Some(Lenient {
        title: if title.is_empty() { "…".to_owned() } else { title.to_owned() },
        id: (!post.id.is_empty()).then(|| legal(&post.id)),
        warning: post.warning.clone(),
        is_guess,
        is_elsewhere: !post.lang.is_empty() && !post.lang.to_lowercase().starts_with("en"),
    });
    let mut nodes = built.nodes.clone();
    nodes = match is_guess {
        true => ordinary::shape(&mut ctx, nodes, &post.page),
        false => ordinary::without_leads(nodes),
    };
    nodes = guards::guard(&mut ctx, nodes);
    let source = Source { name: "", text: &built.text };
    let mut ladder = ladder::read(&mut ctx, source, nodes);
    if ladder.lang.is_none() && !post.lang.is_empty() {
        ladder.lang = Some(post.lang.clone());
    }
    let left = repair::repair(&mut ctx, &mut ladder);
    let is_own_id = !post.id.is_empty()
        || ladder.id != ids::short("ladder", &crate::text::words_of(&ladder.title));
    let mut hints = hints(ctx, &built);
    hints.extend(left.iter().map(|message| Hint {
        severity: Severity::Warning,
        message: message.clone(),
        cure: "correct this part of the post".to_owned(),
        node: None,
    }));
    Read { ladder: left.is_empty().then_some(ladder), is_own_id, hints }
}

/// The id of an element may hold what no id of ours does.
fn legal(id: &str) -> String {
    match ids::is_legal(id) {
        true => id.to_owned(),
        false => ids::short("ladder", id),
    }
}

/// In the order of the post, each once.
fn hints(ctx: Context, built: &build::Built) -> Vec<Hint> {
    let place = |it: &Diagnostic| (it.range.start, it.severity);
    let mut said: Vec<Diagnostic> = Vec::new();
    for it in ctx.diagnostics.all().into_iter().take(MOST * 10) {
        let is_said = |other: &Diagnostic| other.range == it.range && other.message == it.message;
        if !said.iter().any(is_said) {
            // Sorting code is larger than all that is sorted.
            let at = said.partition_point(|other| place(other) <= place(&it));
            said.insert(at, it);
        }
    }
    let all = said.into_iter().take(MOST).map(|it| Hint {
        severity: it.severity,
        message: it.message,
        cure: it.cure,
        node: built.place(&it.range),
    });
    all.collect()
}
