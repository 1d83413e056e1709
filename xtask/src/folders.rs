//! Where things are: the workspace, what cargo builds, and the tools we install beside it.

use std::env;
use std::path::{Path, PathBuf};

/// The folders every step needs.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The workspace's root.
    pub root: PathBuf,
    /// Where child cargos build.
    pub target: PathBuf,
}

impl Folders {
    /// Finds the folders from the environment.
    ///
    /// In CI every run has a fresh clone, so a target folder inside it would always be
    /// cold: there the user's cache is taken, unless `CARGO_TARGET_DIR` says otherwise.
    pub fn find() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("the folder of a workspace member has a parent")
            .to_path_buf();
        let said = env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty());
        let target = match said {
            Some(folder) => root.join(folder),
            None if env::var_os("CI").is_some() => cache().join("wiec/target"),
            None => root.join("target"),
        };
        Self { root, target }
    }

    /// Programs that the checks need and that no system package holds.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The schemas against which exports are checked, if this machine has them.
    pub fn schemas(&self) -> Option<PathBuf> {
        let beside = self.root.join("../shared/validators");
        env::var_os("WIEC_VALIDATORS")
            .map(PathBuf::from)
            .or_else(|| beside.canonicalize().ok())
            .filter(|folder| folder.is_dir())
    }
}

fn cache() -> PathBuf {
    let said = env::var_os("XDG_CACHE_HOME")
        .filter(|value| !value.is_empty())
        .map(PathBuf::from);
    said.or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .unwrap_or_else(env::temp_dir)
}
