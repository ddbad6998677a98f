//! The folder `dist/`: each file is written whole or not at all, and deleted when it is no longer built.
//!
//! Knows which files a build has made. What it has not made is the author's, and stays.

mod limits;
mod obstacles;
mod written;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use self::limits::Sizes;
use self::written::Record;
use crate::build::file::{self, Files};
use crate::digest::integrity;
use crate::files::{entries_or_folders_below, path_below, unfinished, write_whole};
use crate::lock::lock;
use crate::progress;

/// A build under way. Nothing is written before all of it is there.
pub struct Dist {
    folder: PathBuf,
    /// Where it is noted what was written: not in the folder, whose files go to readers.
    records: PathBuf,
    files: Files,
    compress: bool,
    /// Held to the end of the build.
    _alone: File,
}

impl Dist {
    /// Waits until no other build is under way: both would write into these folders, and one would take the module that
    /// the other has compiled.
    ///
    /// `compress`: measure also what each file weighs after brotli at its best, which takes seconds.
    ///
    /// # Errors
    ///
    /// It cannot be known whether there is another build.
    pub fn begin(folder: PathBuf, records: PathBuf, compress: bool) -> Result<Dist> {
        let alone = lock(&records.join("dist.lock"), "another build")?;
        Ok(Dist { folder, records, files: Files::new(), compress, _alone: alone })
    }

    /// Writes these files, and nothing before all of them are known to fit.
    ///
    /// # Errors
    ///
    /// As for [`Dist::put`] and [`Dist::finish`].
    pub fn write(mut self, files: Vec<file::File>) -> Result<()> {
        files.into_iter().try_for_each(|(path, bytes)| self.put(&path, bytes))?;
        self.finish()
    }

    /// Takes one file.
    ///
    /// # Errors
    ///
    /// The path is taken, perhaps by one that some disks take for the same.
    fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Result<()> {
        let own = path.to_lowercase();
        let meets = |other: &String| {
            let other = other.to_lowercase();
            own == other
                || own.strip_prefix(&other).is_some_and(|it| it.starts_with('/'))
                || other.strip_prefix(&own).is_some_and(|it| it.starts_with('/'))
        };
        if let Some(other) = self.files.keys().find(|it| meets(it)) {
            bail!(
                "the build would write dist/{other} and dist/{path}, which is one place: give one of them another name"
            );
        }
        self.files.insert(path.to_owned(), bytes.into());
        Ok(())
    }

    /// Writes everything, takes away what earlier builds left, and prints the sizes. Where they were measured in full,
    /// as for a release, it fails if something has grown too large.
    ///
    /// # Errors
    ///
    /// Something stands where a file belongs, and then nothing has been written. Or a file cannot be written.
    fn finish(self) -> Result<()> {
        let before = Record::read(&self.records, &self.folder);
        obstacles::check(&self.folder, self.files.keys(), &before)?;
        let built = Record::of(&self.files);
        // Noted first, so that a build that breaks off is known by what it may have left.
        before.and(&built).write(&self.records, &self.folder)?;
        for path in self.files.keys() {
            let left = unfinished(&self.folder.join(path));
            if before.is_unfinished(path) && fs::symlink_metadata(&left).is_ok() {
                fs::remove_file(&left).with_context(|| format!("removing {}", left.display()))?;
            }
        }
        // A disk may take a name in capitals for that of a file that is written now.
        let lower: Vec<String> = self.files.keys().map(|it| it.to_lowercase()).collect();
        let (renamed, gone): (Vec<&str>, Vec<&str>) = (before.paths())
            .filter(|path| !self.files.contains_key(*path))
            .partition(|path| lower.contains(&path.to_lowercase()));
        renamed.into_iter().try_for_each(|path| self.take_away(path, &before))?;
        for (path, bytes) in &self.files {
            let file = self.folder.join(path);
            // A file that did not change keeps its time, so that nobody fetches it again.
            if !fs::read(&file).is_ok_and(|old| old == *bytes) {
                write_whole(&file, bytes)?;
            }
        }
        gone.into_iter().try_for_each(|path| self.take_away(path, &before))?;
        built.write(&self.records, &self.folder)?;
        self.say_what_stays()?;
        self.weigh()
    }

    /// Takes away a file of an earlier build and the folders that are empty without it. One that is not as it was built
    /// is somebody's work by now.
    fn take_away(&self, path: &str, before: &Record) -> Result<()> {
        let left = obstacles::real_file(&self.folder, &format!("{path}.unfinished"));
        let left = left.filter(|_| before.is_unfinished(path));
        let built = obstacles::real_file(&self.folder, path)
            .filter(|file| fs::read(file).is_ok_and(|bytes| before.has(path, &integrity(&bytes))));
        for file in left.iter().chain(&built) {
            fs::remove_file(file).with_context(|| format!("removing {}", file.display()))?;
        }
        let Some(file) = built.or(left) else { return Ok(()) };
        for folder in file.ancestors().skip(1).take_while(|it| *it != self.folder) {
            // It has something else in it.
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// One line on what no build has made.
    fn say_what_stays(&self) -> Result<()> {
        let mut foreign = foreign(&self.folder, &self.files)?;
        let more = foreign.len().saturating_sub(SAID);
        foreign.truncate(SAID);
        if !foreign.is_empty() {
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            progress::say(
                "left alone",
                format!(
                    "{}{more}: in dist/, but not of this build, and never packed; remove what you do not need",
                    foreign.join(", ")
                ),
            );
        }
        Ok(())
    }

    fn weigh(&self) -> Result<()> {
        let mut sizes = BTreeMap::new();
        for (path, bytes) in &self.files {
            let brotli = self.compress.then(|| brotli_size(bytes));
            let wire = brotli.map_or(String::new(), |size| format!("{size:>9} brotli"));
            progress::say("dist", format!("{path:<32} {:>9} bytes {wire}", bytes.len()));
            sizes.insert(path, Sizes { raw: bytes.len(), brotli });
        }
        if self.compress {
            limits::hold(|path| sizes.get(&path.to_owned()).copied())?;
        }
        Ok(())
    }
}

/// How many files that are left alone are named.
const SAID: usize = 5;

/// What stands in the folder and is none of these files, by its path. A folder that cannot be read, such as the one
/// of a disk for lost files, is left alone like a foreign file.
fn foreign(folder: &Path, files: &Files) -> Result<Vec<String>> {
    let mut paths: Vec<String> =
        entries_or_folders_below(folder)?.iter().map(|it| path_below(folder, it)).collect();
    paths.retain(|path| !files.contains_key(path));
    Ok(paths)
}

/// What the last build has made of the folder, and nothing else that stands there.
///
/// # Errors
///
/// Nothing is built, a build broke off, or a file is not as it was built.
pub fn built(folder: &Path, records: &Path) -> Result<Files> {
    let record = Record::read(records, folder);
    if record.is_empty() {
        bail!("nothing is built in {}: run `cargo xtask build`", folder.display());
    }
    let mut files = Files::new();
    for path in record.paths() {
        let bytes = obstacles::real_file(folder, path).and_then(|file| fs::read(file).ok());
        match bytes.filter(|bytes| !record.breaks_off() && record.has(path, &integrity(bytes))) {
            Some(bytes) => files.insert(path.to_owned(), bytes),
            None => bail!("dist/{path} is not as it was built: run `cargo xtask build`"),
        };
    }
    Ok(files)
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

#[cfg(test)]
mod tests;
