//! The note of what a build has written, by which the next one knows its own files.
//!
//! Knows paths and hashes. Whoever deletes by it has to look at the disk as well.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::build::file::Files;
use crate::digest::{integrity, short_hash};
use crate::files::write_whole;

/// Every file that a build has written, by its path. Empty where nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The hashes that a file may have: two where a build that broke off may have written it or not.
    files: BTreeMap<String, Vec<String>>,
    /// A build has begun, and has not come to its end.
    unfinished: bool,
}

impl Record {
    pub fn of(files: &Files) -> Record {
        let hash = |(path, bytes): (&String, &Vec<u8>)| (path.clone(), vec![integrity(bytes)]);
        Record { files: files.iter().map(hash).collect(), unfinished: false }
    }

    /// What is known of a folder. What cannot be read is not known, and then nothing is anybody's.
    pub fn read(records: &Path, folder: &Path) -> Record {
        let text = fs::read(file(records, folder)).unwrap_or_default();
        let value: Value = serde_json::from_slice(&text).unwrap_or_default();
        let mut record = Record { unfinished: value["unfinished"] == true, ..Record::default() };
        for (path, hashes) in value["files"].as_object().into_iter().flatten() {
            let hashes = hashes.as_array().into_iter().flatten();
            let hashes = hashes.filter_map(|it| Some(it.as_str()?.to_owned())).collect();
            record.files.insert(path.clone(), hashes);
        }
        record
    }

    /// What may be there while a build is under way: the files of this one and of that one.
    pub fn and(&self, other: &Record) -> Record {
        let mut files = self.files.clone();
        for (path, hashes) in &other.files {
            files.entry(path.clone()).or_default().extend(hashes.iter().cloned());
        }
        Record { files, unfinished: true }
    }

    pub fn write(&self, records: &Path, folder: &Path) -> Result<()> {
        let file = file(records, folder);
        // Left from a note that broke off: nobody else writes here while the lock is held.
        let _ = fs::remove_file(crate::files::unfinished(&file));
        let text = json!({ "files": self.files, "unfinished": self.unfinished }).to_string();
        write_whole(&file, text.as_bytes()).context("noting what is built")
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub fn breaks_off(&self) -> bool {
        self.unfinished
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether a build has written a file with this content.
    pub fn has(&self, path: &str, hash: &str) -> bool {
        self.files.get(path).is_some_and(|hashes| hashes.iter().any(|it| it == hash))
    }

    /// Whether a build may have left a part of this file.
    pub fn is_unfinished(&self, path: &str) -> bool {
        self.unfinished && self.files.contains_key(path)
    }
}

/// Named by the folder: several checkouts may build into one target folder.
fn file(records: &Path, folder: &Path) -> PathBuf {
    let name = short_hash(folder.as_os_str().as_encoded_bytes());
    records.join(format!("dist-{name}.json"))
}
