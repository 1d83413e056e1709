//! The browser's files: hashed, compressed when the program is built, and immutable.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One file, ready to be sent.
#[derive(Debug)]
pub struct Asset {
    /// Its name without the hash: `app.js`.
    pub name: &'static str,
    /// Its address: `/assets/app-1A2B.js`.
    pub path: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// A strong entity tag, quoted.
    pub etag: &'static str,
    /// Its bytes.
    pub identity: &'static [u8],
    /// Compressed with Brotli, where that is worth it.
    pub brotli: Option<&'static [u8]>,
    /// Compressed with gzip, where that is worth it.
    pub gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

static BY_NAME: LazyLock<BTreeMap<&str, &Asset>> =
    LazyLock::new(|| ASSETS.iter().map(|asset| (asset.name, asset)).collect());
static BY_PATH: LazyLock<BTreeMap<&str, &Asset>> =
    LazyLock::new(|| ASSETS.iter().map(|asset| (asset.path, asset)).collect());

/// The address of the file called `name`.
///
/// # Panics
///
/// If the build made no such file; a test names every file that the pages ask for.
#[must_use]
pub fn path(name: &str) -> &'static str {
    BY_NAME
        .get(name)
        .unwrap_or_else(|| panic!("the build made no file called {name}"))
        .path
}

/// The file at an address.
#[must_use]
pub fn find(path: &str) -> Option<&'static Asset> {
    BY_PATH.get(path).copied()
}

/// The fonts that every page's first view is set in; asked for before the style sheet arrives.
pub const FIRST_FONTS: [&str; 3] = ["lato-400.woff2", "lato-700.woff2", "brygada-600.woff2"];

/// A short name of everything that browsers get: it changes when any file does.
#[must_use]
pub fn build_name() -> &'static str {
    static NAME: LazyLock<String> = LazyLock::new(|| {
        let paths: Vec<&str> = ASSETS
            .iter()
            .flat_map(|asset| [asset.path, asset.etag])
            .collect();
        crate::rendered::tag(paths.join(" ").as_bytes())
    });
    &NAME
}
