//! The tag that an author pastes, with what makes it hold in pages of every kind, and the whole ladder inside.
//!
//! Knows attributes, nothing of where the tag stands. It is HTML and XML at once: every attribute has a value, and the
//! element is closed. Its marks ask the tools that optimize a page to leave it alone. Cloudflare reads its mark only
//! before the address.

/// The marks of a script that is to run where it stands, with who reads them: Cloudflare's Rocket Loader, Autoptimize,
/// LiteSpeed Cache (of joining, and of delaying), WP Rocket.
pub const MARKS: &str = r#"data-cfasync="false" data-noptimize="1" data-no-optimize="1" data-no-defer="1" nowprocket="""#;

pub(crate) fn snippet(html: &str, lang: Option<&str>, address: &str) -> String {
    let lang = lang.map(|lang| format!(" lang=\"{}\"", attribute(lang))).unwrap_or_default();
    let html = html.trim_end();
    let script = format!("<script async=\"\" {MARKS} src=\"{}\"></script>", attribute(address));
    format!("<fix-ladder{lang}>\n{html}\n</fix-ladder>\n{script}\n")
}

fn attribute(words: &str) -> String {
    words.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
