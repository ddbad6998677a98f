//! What readers without scripts see of a ladder. Knows HTML, nothing of the page around.

use fix_ladder_core::ladder::{Ladder, RawLadder};

use crate::written;

/// The whole ladder as HTML. Where no text says all of it, only what its fixes are called: half of a fix would be worse.
pub fn fallback(raw: &RawLadder, ladder: &Ladder) -> String {
    written::html(raw).unwrap_or_else(|_| {
        let rungs: Vec<String> = ladder
            .rungs
            .iter()
            .map(|it| format!("<li>{}</li>", escaped(&it.title.plain())))
            .collect();
        format!("<h2>{}</h2>\n<ol>{}</ol>\n", escaped(&ladder.title.plain()), rungs.concat())
    })
}

/// Words as text or in the quotes of an attribute.
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
