//! The sections of a module: the one in which a packed ladder travels, and how much memory it begins with.
//!
//! Knows where sections begin, and nothing of what the module does.

use anyhow::{Context, Result};

/// What the script asks for.
const NAME: &[u8] = b"ladder";

/// The module with this packed ladder in it, and with no other.
///
/// # Errors
///
/// The module is none.
pub fn with_ladder(wasm: &[u8], packed: &[u8]) -> Result<Vec<u8>> {
    let mut content = vec![NAME.len() as u8];
    content.extend(NAME);
    content.extend(packed);
    let mut whole = without_ladder(wasm).context("no module of WebAssembly")?;
    // A section of no kind that WebAssembly knows, then its length, seven bits a byte.
    whole.push(0);
    let mut rest = content.len();
    while rest > 127 {
        whole.push((rest & 127 | 128) as u8);
        rest >>= 7;
    }
    whole.push(rest as u8);
    whole.extend(content);
    Ok(whole)
}

/// How much memory an instance begins with, in bytes: its stack, its data, and nothing else yet. None where the module
/// has none of its own.
pub fn initial_memory(wasm: &[u8]) -> Option<usize> {
    let mut rest = wasm.get(8..)?;
    while let Some((kind, content, after)) = section(rest)? {
        // How many memories, whether there is a limit, how many pages of 64 KiB.
        if kind == MEMORY {
            let (pages, _) = number(content.get(2..)?)?;
            return Some(pages * 65_536);
        }
        rest = after;
    }
    None
}

const CUSTOM: u8 = 0;
const MEMORY: u8 = 5;

/// The kind of the first section, what is in it, and what follows it; nothing at the end.
#[expect(clippy::type_complexity, reason = "three parts, and two ways to have none")]
fn section(wasm: &[u8]) -> Option<Option<(u8, &[u8], &[u8])>> {
    let Some((kind, rest)) = wasm.split_first() else { return Some(None) };
    let (length, rest) = number(rest)?;
    let (content, after) = rest.split_at_checked(length)?;
    Some(Some((*kind, content, after)))
}

/// A number, seven bits a byte, the lowest first.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 127) << (7 * index);
        if *byte < 128 {
            return Some((number, bytes.get(index + 1..)?));
        }
    }
    None
}

fn without_ladder(wasm: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) =
        wasm.split_at_checked(8).filter(|(head, _)| head.starts_with(b"\0asm"))?;
    let mut kept = head.to_vec();
    while let Some((kind, content, after)) = section(rest)? {
        let name = content.get(1..).filter(|_| kind == CUSTOM).unwrap_or_default();
        if !name.starts_with(NAME) {
            kept.extend(rest.get(..rest.len() - after.len())?);
        }
        rest = after;
    }
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ladder_takes_the_place_of_another() -> Result<()> {
        let bare = [b"\0asm\x01\0\0\0".as_slice(), &[1, 1, 0, 0, 2, 1, 65]].concat();
        let long = vec![7; 300];
        let one = with_ladder(&bare, &long)?;
        assert_eq!(one.len(), bare.len() + 1 + 2 + 7 + 300);
        let two = with_ladder(&one, b"xyz")?;
        assert_eq!(two, [&bare[..], &[0, 10, 6], b"ladderxyz"].concat());
        assert_eq!(
            (initial_memory(&two), initial_memory(&[&two[..], &[5, 3, 1, 0, 4]].concat())),
            (None, Some(262_144))
        );
        assert!(with_ladder(b"none", b"").is_err() && with_ladder(&one[..40], b"").is_err());
        Ok(())
    }
}
