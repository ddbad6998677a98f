//! The modules of WebAssembly: compiled, bound to JavaScript, made fit to travel.

pub mod compress;
pub mod glue;
pub mod wasm_binary;
