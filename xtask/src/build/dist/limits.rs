//! How large a release may be where readers wait for it. Knows sizes, nothing of what makes them.

use crate::build::modules::wasm_module::MODULES;
use crate::build::scripts::BESIDE;
use anyhow::{Context, Result, ensure};

/// The most that the page in one file may have, in bytes, as it is sent by mail or lies on a disk.
const SINGLE_FILE: usize = 640_000;

/// How much larger the embed in one file may be than the files that it stands for, in hundredths.
const INLINE: usize = 120;

/// Bytes of a file.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    pub raw: usize,
    /// Over the wire, compressed as well as can be; nothing where that was not measured.
    pub brotli: Option<usize>,
}

/// Holds a release against its limits.
///
/// # Errors
///
/// What is too large, or missing, or not measured.
pub fn hold(size: impl Fn(&str) -> Option<Sizes>) -> Result<()> {
    let sizes = |path: &str| size(path).with_context(|| format!("dist/{path} is not there"));
    let over_the_wire = |path: &str| -> Result<usize> {
        sizes(path)?.brotli.with_context(|| format!("dist/{path} was not compressed"))
    };
    let single = sizes("fix-ladder.html")?.raw;
    ensure!(
        single <= SINGLE_FILE,
        "dist/fix-ladder.html has {single} bytes, more than {SINGLE_FILE}: find what has grown in the module or in the ladder inside"
    );
    let inline = over_the_wire("fix-ladder.inline.js")?;
    let scripts = BESIDE.into_iter().map(|(_, file)| file);
    let files =
        ["fix-ladder.js"].into_iter().chain(scripts).chain(MODULES.iter().map(|it| it.file));
    let all = files.map(over_the_wire).sum::<Result<usize>>()?;
    ensure!(
        inline * 100 <= all * INLINE,
        "dist/fix-ladder.inline.js has {inline} bytes after brotli, more than {INLINE} % of the {all} of the files that it stands for: look for another encoding in compress.rs"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(single: usize, inline: usize) -> String {
        let of = |raw, brotli| Some(Sizes { raw, brotli: Some(brotli) });
        let outcome = hold(|path| match path {
            "fix-ladder.html" => of(single, 1),
            "fix-ladder.inline.js" => of(1, inline),
            "fix-ladder.js" => of(1, 60),
            "fix-ladder.list.js" => of(1, 30),
            "fix-ladder.companion.js" => of(1, 5),
            "fix-ladder.post.js" => of(1, 5),
            "fix-ladder.wasm" => of(1, 700),
            "fix-ladder.document.wasm" => of(1, 150),
            "fix-ladder.companion.wasm" => of(1, 25),
            "fix-ladder.post.wasm" => of(1, 25),
            _ => None,
        });
        outcome.err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn what_is_too_large_is_named() {
        assert_eq!(held(640_000, 1200), "");
        assert!(held(640_001, 1200).starts_with("dist/fix-ladder.html has 640001 bytes"));
        assert!(
            held(640_000, 1201).contains("1201 bytes after brotli, more than 120 % of the 1000")
        );
        assert!(hold(|_| None).is_err());
    }
}
