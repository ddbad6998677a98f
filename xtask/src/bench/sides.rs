//! The two that are measured, as files that a server sends the way real hosts do: compressed.
//!
//! Knows what is in `dist/` and `bench/`, not what is done with it.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::bundle::{Module, Script, with_ladder_section};
use crate::dist::files_below;
use crate::server::Override;
use crate::site::BuiltIn;
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

/// The embed with this ladder inside and the modules that it fetches, and the address of the one it begins with.
///
/// # Errors
///
/// `dist/` has no embed, or one that cannot be given another ladder.
pub fn widget(ladder: &Value) -> Result<(Vec<Sent>, String)> {
    let dist = crate::dist_folder();
    let (script, module) = embed(ladder)?;
    let address = module_address(&script)?.to_owned();
    let mut files = vec![
        Sent::new("/fix-ladder.js", script.as_bytes())?,
        Sent::new("/fix-ladder.wasm", &module)?,
    ];
    for file in files_below(&dist)? {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if needed_later(name) {
            files.push(Sent::new(&format!("/{name}"), &fs::read(&file)?)?);
        }
    }
    Ok((files, address))
}

/// The built script and the built module of the widget, with this ladder in place of the one that they carry.
fn embed(ladder: &Value) -> Result<(String, Vec<u8>)> {
    const CURE: &str = "run `cargo xtask build`";
    let read = |name: &str| {
        let file = crate::dist_folder().join(name);
        fs::read(file).with_context(|| format!("reading dist/{name}; {CURE}"))
    };
    let inside = BuiltIn::new(ladder.clone())?;
    let module = without_section(&read("fix-ladder.wasm")?, b"ladder")
        .with_context(|| format!("dist/fix-ladder.wasm is no module; {CURE}"))?;
    let module = with_ladder_section(&module, &fix_ladder::ladder::pack(&inside.ladder));
    let script = Script::parse(&String::from_utf8(read("fix-ladder.js")?)?)?;
    let script = script.with_ladder(inside.id(), &inside.document);
    let script = script.with_module_at(Module::Widget, "fix-ladder.wasm", &module);
    Ok((script.text(), module))
}

/// A module without its custom sections of this name. None where it is no module.
fn without_section(wasm: &[u8], name: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = wasm.split_at_checked(8)?;
    let mut kept = head.to_vec();
    while let Some((kind, after)) = rest.split_first() {
        // The length has seven bits a byte, the lowest first.
        let bytes = after.iter().take_while(|byte| **byte > 127).count() + 1;
        let (length, content) = after.split_at_checked(bytes)?;
        let length = length.iter().rev().fold(0, |sum, byte| sum << 7 | usize::from(byte & 127));
        let (content, next) = content.split_at_checked(length)?;
        let is_named = content.split_first().is_some_and(|(length, content)| {
            content.get(..usize::from(*length)).is_some_and(|own| own == name)
        });
        if *kind != 0 || !is_named {
            kept.extend(rest.get(..rest.len() - next.len())?);
        }
        rest = next;
    }
    Some(kept)
}

/// Whether the embed fetches this file when it needs it.
fn needed_later(name: &str) -> bool {
    let is_own = name.starts_with("fix-ladder.") || name.starts_with("fix-ladder-");
    let is_other = ["fix-ladder.js", "fix-ladder.wasm", "fix-ladder.inline.js"].contains(&name);
    is_own && !is_other && (name.ends_with(".wasm") || name.ends_with(".js"))
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
    fn a_module_takes_another_ladder() {
        let bare = b"\0asm\x01\0\0\0\x01\x02ab\0\x05\x04name".to_vec();
        let long = [7; 300];
        for packed in [&b"short"[..], &long] {
            let whole = with_ladder_section(&bare, packed);
            assert_ne!(whole, bare);
            assert_eq!(without_section(&whole, b"ladder").as_ref(), Some(&bare));
            assert_eq!(without_section(&whole, b"adder").as_ref(), Some(&whole));
        }
        assert_eq!(without_section(b"\0asm\x01\0\0\0\x01\x09ab", b"ladder"), None);
    }

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
        assert!(text.contains(r#"const LADDERS = {"small":{"#), "{text}");
        assert!(text.contains("The Wi-Fi keeps dropping"), "{text}");
        Ok(())
    }
}
