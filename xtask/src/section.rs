//! The section of the widget's module in which a packed ladder travels. Knows where sections begin, not what is in them.

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

fn without_ladder(wasm: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) =
        wasm.split_at_checked(8).filter(|(head, _)| head.starts_with(b"\0asm"))?;
    let mut kept = head.to_vec();
    while let Some(kind) = rest.first() {
        let mut length = 0;
        let mut at = 1;
        for shift in (0..32).step_by(7) {
            let byte = *rest.get(at)?;
            at += 1;
            length |= usize::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        let (section, after) = rest.split_at_checked(at + length)?;
        let name = section.get(at + 1..).filter(|_| *kind == 0).unwrap_or_default();
        if !name.starts_with(NAME) {
            kept.extend(section);
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
        assert!(with_ladder(b"none", b"").is_err() && with_ladder(&one[..40], b"").is_err());
        Ok(())
    }
}
