//! The two that are measured, as files that a server sends the way real hosts do: compressed.
//!
//! Knows what is in `dist/` and `bench/`, not what is done with it.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::bundle::Script;
use crate::dist::files_below;
use crate::server::Override;
use crate::strip;

/// One file by its path on the server, compressed.
pub struct Sent {
    pub path: String,
    pub brotli: Vec<u8>,
}

impl Sent {
    pub fn new(path: &str, bytes: &[u8]) -> Result<Sent> {
        let parameters =
            brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        let mut compressed = Vec::new();
        brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
            .with_context(|| format!("compressing {path}"))?;
        Ok(Sent { path: path.to_owned(), brotli: compressed })
    }

    pub fn answer(&self) -> Override {
        let headers = vec![("content-encoding".to_owned(), "br".to_owned())];
        Override { headers, body: Some(self.brotli.clone()), ..Override::default() }
    }
}

/// The embed with this ladder inside, and the modules that it fetches.
///
/// # Errors
///
/// `dist/` has no embed, or one that cannot be given another ladder.
pub fn widget(ladder: &Value) -> Result<Vec<Sent>> {
    let dist = crate::dist_folder();
    let script = fs::read_to_string(dist.join("fix-ladder.js"))
        .context("reading dist/fix-ladder.js; run `cargo xtask build`")?;
    let script = Script::parse(&script)?.with_ladder(id(ladder)?, ladder);
    let mut files = vec![Sent::new("/fix-ladder.js", script.text().as_bytes())?];
    for file in files_below(&dist)? {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.ends_with(".wasm") {
            files.push(Sent::new(&format!("/{name}"), &fs::read(&file)?)?);
        }
    }
    Ok(files)
}

/// The reference with this ladder inside.
///
/// # Errors
///
/// `bench/reference.js` is missing, or has no place for a ladder.
pub fn reference(ladder: &Value) -> Result<Sent> {
    let source = fs::read_to_string(crate::project_root().join("bench/reference.js"))
        .context("reading bench/reference.js")?;
    let source = strip::javascript(&source);
    let place = "const LADDERS = {};";
    if !source.contains(place) {
        bail!("bench/reference.js has no `{place}`: the bench puts its ladder there");
    }
    let ladders = json!({ id(ladder)?: ladder });
    let script = source.replacen(place, &format!("const LADDERS = {ladders};"), 1);
    Sent::new("/reference.js", script.as_bytes())
}

fn id(ladder: &Value) -> Result<&str> {
    ladder["id"].as_str().context("a ladder of the bench has no id")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::bench::ladders;

    #[test]
    fn the_reference_carries_the_ladder() -> Result<()> {
        let sent = reference(&ladders::small("small"))?;
        let mut text = String::new();
        brotli::Decompressor::new(&*sent.brotli, 4096).read_to_string(&mut text)?;
        assert!(text.contains(r#"const LADDERS = {"small":{"#), "{text}");
        assert!(text.contains("The Wi-Fi keeps dropping"), "{text}");
        Ok(())
    }
}
