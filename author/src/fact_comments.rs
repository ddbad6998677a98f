//! What a comment says of a fact, in place of what its words would: `<!-- touches: account -->`, `<!-- undo: 30 days -->`.
//! For words in another language, and words that say it in their own way. Knows nothing of the other facts.

use std::ops::Range;

use fix_ladder_core::ladder::RawRung;

use crate::comments::Meaning;
use crate::context::Context;
use crate::durations;
use crate::node::{Kind, Node};

/// What a comment says.
pub(crate) struct Told {
    value: String,
    range: Range<usize>,
}

const SCOPES: [&str; 3] = ["this-device", "all-devices", "account"];

/// Takes the comment of this fact out of its item.
pub(crate) fn take(item: &mut Node, key: &str) -> Option<Told> {
    let first = item.children.first_mut().filter(|first| first.kind == Kind::Paragraph)?;
    let told = |node: &Node| match &node.kind {
        Kind::Comment(comment) => match &comment.meaning {
            Meaning::Unknown(known, words)
                if known == key && ["touches", "undo"].contains(&key) =>
            {
                let (_, value) = words.split_once(':')?;
                let value = value.trim().to_ascii_lowercase();
                Some(Told { value, range: comment.range.clone() })
            }
            _ => None,
        },
        _ => None,
    };
    let (at, found) =
        first.children.iter().enumerate().find_map(|(at, node)| Some((at, told(node)?)))?;
    first.children.remove(at);
    Some(found)
}

impl Told {
    /// Says it of the rung, in whose fact it stands.
    pub fn tell(self, ctx: &mut Context, key: &str, rung: &mut RawRung) {
        match (key, rung.touches.as_mut(), rung.undo.as_mut()) {
            ("touches", Some(touches), _) => {
                let names = self.value.split(',').map(str::trim).filter(|it| *it != "none");
                let names: Vec<String> = names.map(str::to_owned).collect();
                if names.iter().any(|name| !SCOPES.contains(&name.as_str())) {
                    return ctx.diagnostics.error(
                        self.range,
                        "this does not say what is touched",
                        "write some of `this-device`, `all-devices` and `account`, with commas between them, or `none`",
                    );
                }
                touches.scopes = names;
            }
            ("undo", _, Some(undo)) => {
                let window = durations::duration(&self.value);
                if window.is_none() && !["yes", "no"].contains(&self.value.as_str()) {
                    return ctx.diagnostics.error(
                        self.range,
                        "this does not say whether it can be undone",
                        "write `yes`, `no`, or for how long, as in `30 days`",
                    );
                }
                undo.possible = self.value != "no";
                undo.window_seconds = window;
            }
            _ => {}
        }
    }
}
