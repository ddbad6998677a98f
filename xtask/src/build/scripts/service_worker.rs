//! The service worker of the standalone page, from its source and from the files that it caches.
//!
//! Knows hashes and addresses, nothing of what is in the files.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::minify;
use super::script::in_script;
use crate::digest::integrity;

/// What a worker keeps of one version.
pub struct Kept<'a> {
    /// Names this version; two that differ in anything must have different names.
    pub version: &'a str,
    /// The files, each by its address from the worker's folder (`./` is the page itself), with its type.
    pub files: Vec<(&'a str, &'static str, &'a [u8])>,
    /// The ids of the ladders that have an address of their own.
    pub ladders: Vec<&'a str>,
}

/// What stands in the source where the build belongs.
const BUILD: &str = "__BUILD__";

/// The worker, ready to be served as `sw.js`. No part of it that begins where it begins is a script, so that one
/// that was cut off is refused: comments before the code would be a script that does nothing.
///
/// # Errors
///
/// The source does not use its build.
pub fn worker(source: &str, kept: &Kept<'_>) -> Result<String> {
    // Minified, one that nobody uses is still there: naming it could have an effect.
    ensure!(source.contains("BUILD"), "the worker must use BUILD");
    let source =
        format!("(function () {{\n\"use strict\";\nconst BUILD = {BUILD};\n{source}\n}})();");
    let small = minify::javascript(&source).context("minifying the worker")?;
    let body = small.strip_prefix("(function(){").and_then(|it| it.strip_suffix("})();"));
    let body = body.context("the worker is no single function any more")?;
    ensure!(body.matches(BUILD).count() == 1, "the worker must be given its build once");
    // The bracket that is opened first is closed last.
    let source = format!("(function(){{\n{body}}}());\n");
    let files: BTreeMap<&str, _> = kept
        .files
        .iter()
        .map(|(path, mime_type, bytes)| {
            (*path, json!({ "type": mime_type, "integrity": integrity(bytes) }))
        })
        .collect();
    let build = json!({ "version": kept.version, "files": files, "ladders": kept.ladders });
    Ok(source.replace(BUILD, &in_script(&build)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_named_with_its_hash() -> Result<()> {
        let page = b"abc";
        let kept =
            Kept { version: "1", files: vec![("./", "text/html", page)], ladders: vec!["a"] };
        let built = worker("// Says what it is.\nself.build = BUILD;\n", &kept)?;
        assert!(built.starts_with("(function(){\n") && built.ends_with("}());\n"), "{built}");
        assert!(built.contains("sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="), "{built}");
        assert!(worker("self.build = 1;\n", &kept).is_err(), "it does not use what it is given");
        Ok(())
    }
}
