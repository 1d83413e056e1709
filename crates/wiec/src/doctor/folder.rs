//! The data folder: whether it can be written to, and whether there is room.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use wiec_store::Location;

use crate::config::storage::Storage;
use crate::doctor::finding::Finding;

/// Made and removed again, to see whether that can be done.
const PROBE: &str = "wiec.probe";
/// A large congress with twenty releases takes about a tenth of it; the log of a large import the rest.
const ROOM_BYTES: u64 = 512 << 20;

pub(super) fn examine(storage: &Storage) -> Vec<Finding> {
    let Location::Folder(folder) = &storage.location else {
        return Vec::new();
    };
    let (nearest, made) = nearest(folder);
    let shown = folder.display();
    let writable = match probe(&nearest) {
        Ok(()) if made == Made::Already => {
            Finding::good(format!("the data folder {shown} can be written to"))
        }
        Ok(()) => Finding::good(format!(
            "the data folder {shown} is not there yet and can be made"
        )),
        Err(error) => Finding::wrong(
            format!("the data folder {shown} cannot be written to: {error}"),
            format!(
                "make {} writable for the user that runs wiec, or set data to another folder",
                nearest.display()
            ),
        ),
    };
    vec![writable, disk(&nearest)]
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Made {
    Already,
    NotYet,
}

/// The folder, or where it would be made.
fn nearest(folder: &Path) -> (PathBuf, Made) {
    if folder.exists() {
        return (folder.to_owned(), Made::Already);
    }
    let above = folder.ancestors().skip(1).find(|above| above.exists());
    (
        above.map_or_else(|| PathBuf::from("."), Path::to_owned),
        Made::NotYet,
    )
}

fn probe(folder: &Path) -> io::Result<()> {
    let path = folder.join(PROBE);
    File::create(&path)?;
    fs::remove_file(&path)
}

fn disk(folder: &Path) -> Finding {
    match free_bytes(folder) {
        None => Finding::note("how much room is left on the disk is not known here"),
        Some(free) if free >= ROOM_BYTES => {
            Finding::good(format!("{} MB are free on the disk", free >> 20))
        }
        Some(free) => Finding::wrong(
            format!(
                "only {} MB are free on the disk, less than {} MB",
                free >> 20,
                ROOM_BYTES >> 20
            ),
            "free some, or set data to a folder on another disk",
        ),
    }
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    // What is free for everyone, without the reserve for the system's own use.
    disk.f_bavail.checked_mul(disk.f_frsize)
}

#[cfg(not(unix))]
fn free_bytes(_folder: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_made_in_the_nearest_one_that_is() {
        let folder = tempfile::tempdir().unwrap();
        let (nearest, made) = nearest(&folder.path().join("a/b"));
        assert_eq!(nearest, folder.path());
        assert!(made == Made::NotYet);
    }
}
