//! Fast paths of the glue: texts that cross from the module to the page and back for every element. They cost 33 bytes
//! of `fix-ladder.js` after brotli, and spare the decoding of every name that comes again.
//!
//! Knows how wasm-bindgen writes that, and what the module asks for it; what it does not find is an error.

use std::ops::Range;

use anyhow::{Result, ensure};
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};

use super::unknown::unknown;

/// How every text of the module is read.
const READ: &str = "function getStringFromWasm0(ptr, len) {\nptr = ptr >>> 0;\nreturn decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));\n}\n";

/// How the module is told the namespace of an element.
const NAMESPACE: &str = "arg1.namespaceURI;";

/// # Errors
///
/// The glue is not of the form that is known.
pub fn add(module: &Module, glue: &str) -> Result<String> {
    for part in [READ, NAMESPACE] {
        ensure!(glue.matches(part).count() == 1, unknown(part));
    }
    // What stands in the module's data never changes: names of elements, attributes and classes, which come again
    // and again. Decoding one takes longer than looking it up.
    let Range { start, end } = data(module);
    let read = format!(
        "const known = new Map();\n\
         function getStringFromWasm0(ptr, len) {{\nptr = ptr >>> 0;\n\
         const read = () => decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));\n\
         if (ptr < {start} || ptr >= {end}) return read();\n\
         const name = ptr * 2 ** 20 + len;\nlet text = known.get(name);\n\
         if (text === undefined) known.set(name, text = read());\nreturn text;\n}}\n"
    );
    // Yew asks it of the parent of every element, and only wants to know whether that is another than HTML's.
    let namespace = "/xhtml$/.test(arg1.namespaceURI) ? undefined : arg1.namespaceURI;";
    Ok(glue.replace(READ, &read).replace(NAMESPACE, namespace))
}

/// The addresses of what the module brings with it.
fn data(module: &Module) -> Range<u32> {
    let segments = module.data.iter().filter_map(|data| match data.kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => {
            Some(start as u32..start as u32 + data.value.len() as u32)
        }
        _ => None,
    });
    segments.reduce(|all, it| all.start.min(it.start)..all.end.max(it.end)).unwrap_or_default()
}
