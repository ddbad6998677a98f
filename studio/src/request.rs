//! What the studio asks its module, and what it is answered: JSON. Knows names, nothing of what is behind them.
//!
//! | `ask` | with | answer |
//! |---|---|---|
//! | `compile` | a draft | `document` or null, `diagnostics` |
//! | `post` | what `web/post/` says of a post | `draft` or null, `hints`, `errors` |
//! | `open` | `name`, `text` of a file | `draft` or null, `isPost`, `notes`, `errors` |
//! | `snippet` | `document`, `address` | `text` or null, `errors` |
//! | `page` | `built`, `document`, a draft, `said`: what the page says around the ladder | `text` or null, `errors` |
//! | `preview` | `built` | `text` or null, `errors` |
//! | `pack` | a draft | `text`, for an address |
//! | `unpack` | `text` | `draft` or null |
//!
//! A draft is `name`, `text`, and `drawings` and `pieces`, each a list of `{ name, text }`, as in the pages that have their text inside.

use fix_ladder_core::ladder::RawLadder;
use serde_json::{Value, json};

use crate::draft::{Draft, word};
use crate::written::Told;
use crate::{compiled, opened, packed, page, post, written};

/// The answer to a request; to one that is none, null.
pub fn answer(request: &str) -> String {
    let answered = match serde_json::from_str::<Value>(request) {
        Ok(request) => answer_to(&request),
        Err(_) => Value::Null,
    };
    answered.to_string()
}

fn answer_to(request: &Value) -> Value {
    let text = |name: &str| word(request, name);
    match text("ask").as_str() {
        "compile" => compiled::answer(&Draft::read(request)),
        "post" => post::answer(request),
        "open" => opened::answer(&text("name"), &text("text")),
        "snippet" => told(document(request).and_then(|it| written::snippet(&it, &text("address")))),
        "page" => {
            let made = document(request);
            let said = request.get("said").cloned().unwrap_or_default();
            let draft = Draft::read(request);
            told(made.and_then(|it| page::with_ladder(&text("built"), &it, &draft, &said)))
        }
        "preview" => told(page::preview(&text("built"))),
        "pack" => json!({ "text": packed::pack(&Draft::read(request)) }),
        "unpack" => json!({ "draft": packed::unpack(&text("text")).map(|it| it.to_json()) }),
        _ => Value::Null,
    }
}

fn document(request: &Value) -> Told<RawLadder> {
    let document = request.get("document").cloned().unwrap_or_default();
    serde_json::from_value(document).map_err(|error| vec![error.to_string()])
}

fn told(text: Told<String>) -> Value {
    match text {
        Ok(text) => json!({ "text": text, "errors": [] }),
        Err(errors) => json!({ "text": null, "errors": errors }),
    }
}
