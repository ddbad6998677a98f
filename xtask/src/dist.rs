//! The folder `dist/`: each file written whole or not at all, what is no longer built taken away.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::limits::{self, Sizes};
use crate::progress;

/// The folder while a build fills it.
pub struct Dist {
    folder: PathBuf,
    /// Every file of this build, by its path in the folder, with its size.
    written: BTreeMap<String, Sizes>,
    compress: bool,
}

impl Dist {
    /// `compress`: measure also what each file weighs after brotli at its best, which takes seconds.
    pub fn new(folder: PathBuf, compress: bool) -> Dist {
        Dist { folder, written: BTreeMap::new(), compress }
    }

    /// Writes one file. A reader of the folder sees the old one or the new one, never a part.
    pub fn write(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        let file = self.folder.join(path);
        let brotli = self.compress.then(|| brotli_size(bytes));
        self.written.insert(path.to_owned(), Sizes { raw: bytes.len(), brotli });
        // A file that did not change keeps its time, so that nobody fetches it again.
        if fs::read(&file).is_ok_and(|old| old == bytes) {
            return Ok(());
        }
        write_whole(&file, bytes).with_context(|| format!("writing dist/{path}"))
    }

    /// Takes away what earlier builds left, and prints the sizes. Where they were measured in full, as for a
    /// release, it fails if something has grown too large.
    pub fn finish(self) -> Result<()> {
        for file in files_below(&self.folder)? {
            let path = path_below(&self.folder, &file);
            if !self.written.contains_key(&path) {
                fs::remove_file(&file).with_context(|| format!("removing {path}"))?;
            }
        }
        for (path, sizes) in &self.written {
            let wire = sizes.brotli.map_or(String::new(), |size| format!("{size:>9} brotli"));
            progress::say("dist", format!("{path:<32} {:>9} bytes {wire}", sizes.raw));
        }
        if self.compress {
            limits::hold(|path| self.written.get(path).copied())?;
        }
        Ok(())
    }
}

fn write_whole(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut unfinished = file.as_os_str().to_owned();
    unfinished.push(".unfinished");
    fs::write(&unfinished, bytes)?;
    fs::rename(&unfinished, file)?;
    Ok(())
}

/// How many bytes go over the wire, compressed as well as can be.
pub fn brotli_size(bytes: &[u8]) -> usize {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    match brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters) {
        Ok(_) => compressed.len(),
        Err(_) => bytes.len(),
    }
}

/// Every file below a folder, sorted; none where there is no such folder.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in
            fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// The path of a file below a folder, with slashes.
pub fn path_below(folder: &Path, file: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_replaces_and_takes_away() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("fix-ladder-dist-{}", std::process::id()));
        let mut first = Dist::new(folder.clone(), false);
        first.write("a.txt", b"old")?;
        first.write("ladders/gone.json", b"{}")?;
        first.finish()?;
        let mut second = Dist::new(folder.clone(), false);
        second.write("a.txt", b"new")?;
        second.finish()?;
        let left = files_below(&folder)?;
        let text = fs::read_to_string(folder.join("a.txt"))?;
        fs::remove_dir_all(&folder)?;
        assert_eq!(left, [folder.join("a.txt")]);
        assert_eq!(text, "new");
        Ok(())
    }

    #[test]
    fn brotli_makes_a_text_of_repeats_small() {
        assert!(brotli_size("again and again ".repeat(100).as_bytes()) < 60);
    }
}
