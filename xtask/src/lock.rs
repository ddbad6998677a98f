//! Lets one process at a time do something. Knows the lock file, not what is done.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

use crate::progress;

/// Waits until nobody else holds this file, and holds it until it is dropped. `other` is what is waited for.
///
/// # Errors
///
/// It cannot be known whether anybody holds it.
pub fn lock(file: &Path, other: &str) -> Result<File> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    let opening = || format!("locking {}", file.display());
    let lock = File::options().create(true).append(true).open(file).with_context(opening)?;
    let locked = match lock.try_lock() {
        Err(TryLockError::WouldBlock) => {
            progress::say("waiting", format!("for {other} to end"));
            lock.lock()
        }
        Err(TryLockError::Error(error)) => Err(error),
        Ok(()) => Ok(()),
    };
    match locked {
        // A disk that knows no locks.
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(lock),
        locked => locked.with_context(opening).map(|()| lock),
    }
}
