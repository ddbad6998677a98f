//! A post's HTML as a text in the format, with what was guessed. Knows no HTML: a post comes as a neutral tree.

use fix_ladder_author::post::{Post, read};
use fix_ladder_core::messages::{DEFAULT_LANG, script_messages};
use serde_json::{Value, json};

use crate::draft::Draft;
use crate::written;

/// `{ draft, hints, errors }`; each hint as `[severity, message, cure, node]`.
pub fn answer(request: &Value) -> Value {
    let Some(post) = Post::from_json(&request.to_string()) else {
        return json!({ "draft": null, "hints": [], "errors": ["this is no post"] });
    };
    // What a reader is asked to confirm where the post guards nothing. An author sees it in their text, and can say it better.
    let warning = match post.warning.is_empty() {
        true => script_messages(DEFAULT_LANG).unguarded.to_owned(),
        false => post.warning.clone(),
    };
    let read = read(&Post { warning, ..post });
    let hints: Vec<Value> = (read.hints.iter())
        .map(|it| json!([it.severity.to_string(), it.message, it.cure, it.node]))
        .collect();
    let Some(ladder) = read.ladder else {
        return json!({ "draft": null, "hints": hints, "errors": [] });
    };
    match written::markdown(&ladder) {
        Ok(text) => {
            let draft = Draft { name: format!("{}.md", ladder.id), text, ..Draft::default() };
            json!({ "draft": draft.to_json(), "hints": hints, "errors": [] })
        }
        Err(errors) => json!({ "draft": null, "hints": hints, "errors": errors }),
    }
}
