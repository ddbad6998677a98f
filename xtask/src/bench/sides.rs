//! The two that are measured, as files that a server sends the way real hosts do: compressed.
//!
//! Knows what is in `dist/` and `bench/`, not what is done with it.

use std::fs;

use anyhow::{Context, Result, bail};
use fix_ladder_core::ladder::encode;
use serde_json::{Value, json};

use crate::build::dist;
use crate::build::ladders::built_in::BuiltIn;
use crate::build::modules::binary;
use crate::build::modules::wasm_module::WIDGET;
use crate::build::scripts::minify;
use crate::build::scripts::script::Script;
use crate::server::Override;

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

/// The embed with this ladder inside and the modules that it fetches, and the address of the one it begins with.
///
/// # Errors
///
/// `dist/` has no embed, or one that cannot be given another ladder.
pub fn widget(ladder: &Value) -> Result<(Vec<Sent>, String)> {
    let dist = crate::workspace::dist_folder();
    let script = fs::read_to_string(dist.join("fix-ladder.js"))
        .context("reading dist/fix-ladder.js; run `cargo xtask build`")?;
    let inside = BuiltIn::new(ladder.clone())?;
    let wasm = fs::read(dist.join("fix-ladder.wasm")).context("reading dist/fix-ladder.wasm")?;
    let wasm = binary::with_ladder(&wasm, &encode(&inside.ladder))?;
    let script = inside.show_in(&Script::parse(&script)?)?;
    let script = script.with_module_at(&WIDGET, WIDGET.file, &wasm).text();
    let module = module_address(&script)?.to_owned();
    let mut files = vec![
        Sent::new("/fix-ladder.js", script.as_bytes())?,
        Sent::new("/fix-ladder.wasm", &wasm)?,
    ];
    for (name, bytes) in dist::built(&dist, &crate::workspace::target_folder())? {
        if needed_later(&name) {
            files.push(Sent::new(&format!("/{name}"), &bytes)?);
        }
    }
    Ok((files, module))
}

/// Whether the embed fetches this file when it needs it.
fn needed_later(name: &str) -> bool {
    let is_own = name.starts_with("fix-ladder.") || name.starts_with("fix-ladder-");
    let is_whole = ["fix-ladder.js", "fix-ladder.wasm", "fix-ladder.inline.js"].contains(&name);
    is_own && !is_whole && (name.ends_with(".wasm") || name.ends_with(".js"))
}

/// The module's name in a script, with its hash.
fn module_address(script: &str) -> Result<&str> {
    let found = script.find("fix-ladder.wasm?").and_then(|at| {
        let address = script.get(at..)?;
        address.get(..address.find('"')?)
    });
    found.context("dist/fix-ladder.js names no module: is it built?")
}

/// The reference with this ladder inside.
///
/// # Errors
///
/// `bench/reference.js` is missing, or has no place for a ladder.
pub fn reference(ladder: &Value) -> Result<Sent> {
    let source = fs::read_to_string(crate::workspace::project_root().join("bench/reference.js"))
        .context("reading bench/reference.js")?;
    let place = "const LADDERS = {};";
    if !source.contains(place) {
        bail!("bench/reference.js has no `{place}`: the bench puts its ladder there");
    }
    let ladders = json!({ id(ladder)?: ladder });
    let script = source.replacen(place, &format!("const LADDERS = {ladders};"), 1);
    let script = minify::javascript(&script)?;
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
    fn the_module_is_found_in_the_script() -> Result<()> {
        let script =
            r#"const DATA = {"module":{"address":"fix-ladder.wasm?01ab","integrity":"x"}};"#;
        assert_eq!(module_address(script)?, "fix-ladder.wasm?01ab");
        assert!(module_address("const DATA = {};").is_err());
        Ok(())
    }

    #[test]
    fn the_reference_carries_the_ladder() -> Result<()> {
        let sent = reference(&ladders::small("small"))?;
        let mut text = String::new();
        brotli::Decompressor::new(&*sent.brotli, 4096).read_to_string(&mut text)?;
        assert!(text.contains("The Wi-Fi keeps dropping"), "{text}");
        Ok(())
    }
}
