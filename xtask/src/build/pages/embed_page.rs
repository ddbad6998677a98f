//! `embed.html`: the page for frames of hosts that take no scripts. It loads the embed as a post does.
//!
//! Knows what its template is told, nothing of files.

use anyhow::Result;
use minijinja::context;
use serde_json::json;

use crate::build::languages::Said;
use crate::build::scripts::messages::for_frame;
use crate::build::scripts::script::in_script;
use crate::digest::integrity;
use crate::templates::{Templates, html};

/// What the page is put together from.
pub struct EmbedPage<'a> {
    pub said: &'a Said,
    pub styles: &'a str,
    /// The parts of `web/frame`.
    pub script: &'a str,
    /// The icon, as an address that fetches nothing.
    pub icon: &'a str,
    /// The id of the ladder that travels with the embed.
    pub built_in: &'a str,
}

/// The whole page.
///
/// # Errors
///
/// The template names what nobody gives.
pub fn page(page: &EmbedPage<'_>) -> Result<String> {
    let EmbedPage { said, styles, icon, .. } = page;
    let messages = said.page;
    let build = json!({ "builtIn": page.built_in, "messages": for_frame(said) });
    let script =
        format!("(() => {{\nconst FRAME = {};\n{}\n}})();", in_script(&build), page.script);
    let values = context! {
        lang => messages.lang,
        policy => policy(&script, styles),
        icon => *icon,
        own_tab => messages.own_tab,
        own_tab_why => messages.own_tab_why,
        without_scripts => messages.without_scripts,
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
