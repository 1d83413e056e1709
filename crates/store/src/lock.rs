//! The lock on a data folder: one process at a time.
//!
//! An advisory lock of the operating system on an open file, not the file's presence: it vanishes
//! with the process, however that ends, so that nobody has to clean up after a crash.

use std::fs::{self, File, TryLockError};
use std::io::{Read, Write};
use std::path::Path;

use crate::error::OpenError;

const NAME: &str = "wiec.lock";

/// A folder that is ours while this value lives.
#[derive(Debug)]
pub(crate) struct FolderLock {
    /// Closing it releases the lock.
    _file: File,
}

impl FolderLock {
    /// Makes the folder if need be and takes its lock.
    pub(crate) fn take(folder: &Path) -> Result<Self, OpenError> {
        let failed = |source| OpenError::Folder {
            folder: folder.to_owned(),
            source,
        };
        fs::create_dir_all(folder).map_err(failed)?;
        let path = folder.join(NAME);
        let mut options = File::options();
        let mut file = options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(OpenError::Locked {
                    folder: folder.to_owned(),
                    holder: holder(&mut file),
                    lock: path,
                });
            }
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        sign(&mut file).map_err(failed)?;
        Ok(Self { _file: file })
    }
}

/// Leaves our process number for the sentence that the next one gets to read.
fn sign(file: &mut File) -> std::io::Result<()> {
    file.set_len(0)?;
    write!(file, "{}", std::process::id())
}

fn holder(file: &mut File) -> String {
    let mut words = String::new();
    let number = file
        .read_to_string(&mut words)
        .ok()
        .and_then(|_| words.trim().parse::<u32>().ok());
    number.map_or_else(
        || "another process".to_owned(),
        |number| format!("process {number}"),
    )
}
