//! Posts with our tags in them, as Markdown engines and blog engines put them out.
//!
//! Knows where they come from: engines that run in a page, and what `cargo xtask soak engines` has kept of all others.

use anyhow::Result;
use serde_json::{Value, json};
use xtask::blogs::{self, pastes};

use crate::Page;

/// A tag at a place of a post, after an engine has been at it.
pub struct Post {
    pub engine: String,
    pub snippet: String,
    pub place: String,
    pub html: String,
    /// What has become of the tag, as `pages/markdown_engines.js` calls it.
    pub outcome: String,
}

const ENGINES: &str =
    "<script src=\"/node_modules/markdown-it/dist/browser/markdown-it.umd.min.js\"></script>
<script src=\"/node_modules/marked/lib/marked.umd.js\"></script>
<script src=\"/node_modules/commonmark/dist/commonmark.js\"></script>
<script src=\"/node_modules/showdown/dist/showdown.js\"></script>
<script src=\"/node_modules/dompurify/dist/purify.js\"></script>
<script src=\"/pages/markdown_engines.js\"></script>";

/// Every post of every engine. Opens a page for it.
///
/// # Errors
///
/// An engine does not run, or nothing is kept of one.
pub async fn posts(page: &Page) -> Result<Vec<Post>> {
    page.open_html(&format!("{ENGINES}</head><body></body>")).await?;
    let pasted = pastes::pastes()?;
    let pasted: Vec<Value> =
        pasted.iter().map(|it| json!([it.snippet, it.place, it.text])).collect();
    let mut kept = Vec::new();
    for engine in &blogs::ENGINES {
        let of_engine = blogs::kept::kept(engine)?;
        kept.extend(of_engine.iter().map(|it| json!([engine.name, it.snippet, it.place, it.html])));
    }
    let render = "const [pasted, kept] = arguments;
        const live = Object.entries(window.engines).flatMap(([engine, render]) =>
            pasted.map(([snippet, place, text]) => [engine, snippet, place, render(text)]));
        return [...live, ...kept].map((it) => [...it, window.outcome(it[3])]);";
    let rendered = page.run(render, &[json!(pasted), json!(kept)]).await?;
    let text = |it: &Value, at: usize| it[at].as_str().unwrap_or_default().to_owned();
    let post = |it: &Value| Post {
        engine: text(it, 0),
        snippet: text(it, 1),
        place: text(it, 2),
        html: text(it, 3).replace("https://example.org/fix-ladder/", "/"),
        outcome: text(it, 4),
    };
    Ok(rendered.as_array().into_iter().flatten().map(post).collect())
}
