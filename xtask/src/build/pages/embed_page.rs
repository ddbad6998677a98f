//! `embed.html`: the page for frames of hosts that take no scripts. It loads the embed as a post does.
//!
//! Knows what its template is told, nothing of files.

use anyhow::Result;
use minijinja::context;
use serde_json::{Value, json};

use crate::build::ladders::built_in::BuiltIn;
use crate::build::languages::{Said, Spoken, said_in};
use crate::build::scripts::messages::for_frame;
use crate::build::scripts::script::in_script;
use crate::digest::integrity;
use crate::templates::{Templates, html};

/// What the page is put together from.
pub struct EmbedPage<'a> {
    pub said: &'a Said,
    /// Those beside it.
    pub languages: &'a [Spoken],
    pub styles: &'a str,
    /// The parts of `web/frame`.
    pub script: &'a str,
    /// The icon, as an address that fetches nothing.
    pub icon: &'a str,
    /// All that it may be asked for.
    pub ladders: &'a [BuiltIn],
    /// The one that travels with the embed.
    pub home: &'a BuiltIn,
}

/// The whole page.
///
/// # Errors
///
/// The template names what nobody gives.
pub fn page(page: &EmbedPage<'_>) -> Result<String> {
    let EmbedPage { said, styles, icon, languages, .. } = page;
    let messages = said.page;
    let tag = |said: &Said| said.lang().to_ascii_lowercase();
    let all = || [**said].into_iter().chain(languages.iter().map(|it| it.said));
    let words: serde_json::Map<String, Value> =
        all().map(|it| (tag(&it), for_frame(&it))).collect();
    // Of most ladders the language is that of the page.
    let others: serde_json::Map<String, Value> = (page.ladders.iter())
        .map(|it| (it.id().to_owned(), json!(tag(&said_in(languages, &it.ladder.lang)))))
        .filter(|(_, lang)| *lang != tag(said))
        .collect();
    let build = json!({ "builtIn": page.home.id(), "languages": others, "messages": words });
    let without_scripts: Vec<[&str; 2]> =
        all().map(|it| [it.page.lang, it.page.without_scripts]).collect();
    let script =
        format!("(() => {{\nconst FRAME = {};\n{}\n}})();", in_script(&build), page.script);
    let values = context! {
        lang => messages.lang,
        policy => policy(&script, styles),
        icon => *icon,
        without_scripts => without_scripts,
        styles => html(*styles),
        script => html(script),
    };
    Templates::new([("embed.html", include_str!("framed.html"))])?.render("embed.html", values)
}

/// Its own script and styles, what that script adds, which is the embed beside it, and documents from wherever the
/// address may name one. Old browsers know the embed by its site. In a sandbox the page has no origin of its own, so
/// that `'self'` is nobody: the module is then reached as any other file.
fn policy(script: &str, styles: &str) -> String {
    let [script, styles] = [script, styles].map(|text| integrity(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'self' 'strict-dynamic' '{script}' 'wasm-unsafe-eval'; \
         style-src '{styles}'; connect-src 'self' https: http:; img-src data:; base-uri 'none'; form-action 'none'"
    )
}
