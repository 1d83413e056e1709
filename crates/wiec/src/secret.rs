//! The installation's secret: kept in a file of its own, beside the database and never in it, so that
//! a stolen backup of the one does not open what the other locks.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use wiec_kit::chance::Chance;
use wiec_kit::secret::Secret;

/// Reads the secret in `file`; makes one there if there is no such file.
///
/// # Errors
///
/// A sentence that names the file, if it can be neither read nor made or holds something else.
pub(crate) fn read_or_make(file: &Path, chance: &Chance) -> anyhow::Result<Secret> {
    let shown = file.display();
    match fs::read_to_string(file) {
        Ok(words) => match Secret::from_hex(&words) {
            Some(secret) => Ok(secret),
            None => bail!(
                "the file {shown} does not hold a secret: 64 hexadecimal digits on one line; put the right one back from a backup, or remove the file to have a new one made (tickets and links given out so far then stop working)"
            ),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let secret = Secret::new(chance.bytes());
            make(file, &secret).with_context(|| {
                format!("the secret cannot be kept in {shown}; make its folder writable, or set secret_file to another place")
            })?;
            // Two servers may have begun at once: what is in the file by now is the secret of both.
            read_or_make(file, chance)
        }
        Err(error) => Err(error).with_context(|| format!("the secret in {shown} cannot be read")),
    }
}

/// Writes a secret where none is yet: whole or not at all, and for our own eyes only.
fn make(file: &Path, secret: &Secret) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let unready = file.with_extension(format!("new-{}", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut opened = options.open(&unready)?;
    writeln!(opened, "{}", secret.to_hex())?;
    opened.sync_all()?;
    // A link fails where the file exists by now; renaming would replace it.
    let linked = fs::hard_link(&unready, file);
    fs::remove_file(&unready)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_made_once_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data/secret");
        let first = read_or_make(&file, &Chance::System).unwrap();
        let again = read_or_make(&file, &Chance::System).unwrap();
        assert!(first == again);
        let names = fs::read_dir(folder.path().join("data")).unwrap().count();
        assert_eq!(names, 1, "nothing half-made is left beside it");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        read_or_make(&file, &Chance::System).unwrap();
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_file_with_something_else_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        fs::write(&file, "password").unwrap();
        let refused = read_or_make(&file, &Chance::System).unwrap_err();
        assert!(refused.to_string().contains("64 hexadecimal digits"));
        assert_eq!(fs::read_to_string(&file).unwrap(), "password");
    }
}
