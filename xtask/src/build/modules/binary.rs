//! What a module brings with it besides its program: the sections in which an encoded ladder and styles travel, and how
//! much memory it begins with.

use anyhow::{Context, Result};
use walrus::{Module, ModuleConfig, RawCustomSection};

/// The sections, by the names that the script asks for.
const LADDER: &str = "ladder";
const STYLES: &str = "styles";

/// The module with this encoded ladder in it, and with no other.
///
/// # Errors
///
/// The module is none.
pub fn with_ladder(wasm: &[u8], encoded: &[u8]) -> Result<Vec<u8>> {
    with_section(wasm, LADDER, encoded)
}

/// The module with these styles in it, and with no others.
///
/// # Errors
///
/// The module is none.
pub fn with_styles(wasm: &[u8], styles: &str) -> Result<Vec<u8>> {
    with_section(wasm, STYLES, styles.as_bytes())
}

fn with_section(wasm: &[u8], name: &str, data: &[u8]) -> Result<Vec<u8>> {
    let mut module = read(wasm)?;
    module.customs.remove_raw(name);
    module.customs.add(RawCustomSection { name: name.to_owned(), data: data.to_vec() });
    Ok(module.emit_wasm())
}

/// How much memory an instance begins with, in bytes: its stack, its data, and nothing else yet. None where the module
/// has none of its own.
///
/// # Errors
///
/// The module is none.
pub fn initial_memory(wasm: &[u8]) -> Result<Option<usize>> {
    let pages = read(wasm)?.memories.iter().map(|it| it.initial as usize).next();
    Ok(pages.map(|it| it * 65_536))
}

fn read(wasm: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    config.parse(wasm).context("no module of WebAssembly")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with nothing in it but four pages of memory.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x05\x03\x01\0\x04";

    fn ladder(wasm: &[u8]) -> Result<Vec<u8>> {
        let section = read(wasm)?.customs.remove_raw(LADDER);
        Ok(section.context("no ladder")?.data)
    }

    #[test]
    fn a_ladder_takes_the_place_of_another() -> Result<()> {
        let one = with_ladder(MODULE, &[7; 300])?;
        assert_eq!(ladder(&one)?, [7; 300]);
        let two = with_ladder(&one, b"xyz")?;
        assert_eq!(ladder(&two)?, b"xyz");
        assert_eq!(two.len(), one.len() - 298, "one byte less for its length, too");
        assert!(with_ladder(b"none", b"").is_err() && with_ladder(&one[..40], b"").is_err());
        Ok(())
    }

    #[test]
    fn memory_is_told_in_bytes() -> Result<()> {
        assert_eq!(initial_memory(MODULE)?, Some(262_144));
        assert_eq!(initial_memory(&MODULE[..8])?, None);
        Ok(())
    }
}
