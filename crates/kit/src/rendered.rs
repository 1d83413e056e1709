//! Pages and files ready to be sent again: rendered once, compressed once, kept while there is room.
//!
//! A page that shows what is on now is kept for the minute it was made in; everything else until
//! the next release. The key says all a page depends on, so nothing ever has to be taken out.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex, OnceLock};

use axum::body::Bytes;
use sha2::{Digest, Sha256};

/// What is kept at most; it grows by compressed variants as they are asked for.
const ROOM_BYTES: usize = 12 << 20;
/// Brotli's middle ground: a day of the programme takes about 3 ms and a tenth of its size.
const BROTLI_QUALITY: u32 = 5;
/// Brotli's window, as a power of two: more than the largest page.
const BROTLI_WINDOW: u32 = 20;

/// Something ready to be sent.
#[derive(Debug)]
pub struct Ready {
    /// Its media type.
    pub media_type: String,
    /// A hash of its bytes, without quotes.
    pub tag: String,
    /// Its bytes.
    pub identity: Bytes,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

impl Ready {
    /// Wraps bytes that were just made.
    #[must_use]
    pub fn new(media_type: &str, bytes: impl Into<Bytes>) -> Self {
        let identity = bytes.into();
        let tag = tag(&identity);
        Self {
            media_type: media_type.to_owned(),
            tag,
            identity,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    /// Wraps bytes that were compressed before.
    #[must_use]
    pub fn compressed(
        media_type: String,
        tag: String,
        identity: Bytes,
        brotli: Option<Bytes>,
        gzip: Option<Bytes>,
    ) -> Self {
        let known = |bytes: Option<Bytes>| bytes.map_or_else(OnceLock::new, OnceLock::from);
        Self {
            media_type,
            tag,
            identity,
            brotli: known(brotli),
            gzip: known(gzip),
        }
    }

    /// Its bytes compressed with Brotli; takes milliseconds the first time.
    #[must_use]
    pub fn brotli(&self) -> Bytes {
        self.brotli
            .get_or_init(|| brotli(&self.identity, BROTLI_QUALITY).into())
            .clone()
    }

    /// Its bytes compressed with gzip; takes milliseconds the first time.
    #[must_use]
    pub fn gzip(&self) -> Bytes {
        self.gzip
            .get_or_init(|| gzip(&self.identity).into())
            .clone()
    }

    fn size_bytes(&self) -> usize {
        // The compressed variants may come later; a quarter is a safe guess for both.
        self.identity.len() + self.identity.len() / 4
    }
}

/// A strong entity tag of some bytes, without quotes.
#[must_use]
pub fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Compresses with Brotli.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn brotli(bytes: &[u8], quality: u32) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, quality, BROTLI_WINDOW);
    writer
        .write_all(bytes)
        .expect("writing to memory does not fail");
    writer.into_inner()
}

/// Compresses with gzip.
///
/// # Panics
///
/// Never: writing to memory does not fail.
#[must_use]
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    writer
        .write_all(bytes)
        .expect("writing to memory does not fail");
    writer.finish().expect("writing to memory does not fail")
}

/// The things that are ready, by a key that says all they depend on.
#[derive(Debug, Default)]
pub struct Rendered(Mutex<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    ready: HashMap<String, Arc<Ready>>,
    size_bytes: usize,
}

impl Rendered {
    /// What is ready under this key.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<Arc<Ready>> {
        self.0
            .lock()
            .expect("no one panics while holding the lock")
            .ready
            .get(key)
            .cloned()
    }

    /// Keeps something under a key; when there is no more room, everything else goes first.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    pub fn keep(&self, key: String, ready: Ready) -> Arc<Ready> {
        let ready = Arc::new(ready);
        let size = ready.size_bytes() + key.len();
        let mut shelf = self.0.lock().expect("no one panics while holding the lock");
        if shelf.size_bytes + size > ROOM_BYTES {
            // Sorting out the oldest would cost more than rendering anew: most keys are of past minutes.
            shelf.ready = HashMap::new();
            shelf.size_bytes = 0;
        }
        shelf.size_bytes += size;
        shelf.ready.insert(key, Arc::clone(&ready));
        ready
    }
}
