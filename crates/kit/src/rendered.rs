//! Pages and files ready to be sent again: rendered once, compressed once, kept while there is room.
//!
//! A page that shows what is on now is kept for the minute it was made in; everything else until
//! the next release. The key says all a page depends on, so nothing ever has to be taken out.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex, OnceLock};

use axum::body::Bytes;
use sha2::{Digest, Sha256};

/// What is kept at most of pages; it grows by compressed variants as they are asked for.
const ROOM_BYTES: usize = 12 << 20;
/// Brotli's middle ground: a day of the programme takes about 3 ms and a tenth of its size.
const BROTLI_QUALITY: u32 = 5;
/// For a page that is sent once, saving more bytes would take longer than sending them.
const FLEETING_QUALITY: u32 = 1;
/// Brotli's window, as a power of two: more than the largest page.
const BROTLI_WINDOW: u32 = 20;

/// How bytes stand on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Compressed with Brotli.
    Brotli,
    /// Compressed with gzip.
    Gzip,
    /// As they are.
    Identity,
}

/// Something ready to be sent.
#[derive(Debug)]
pub struct Ready {
    /// Its media type.
    pub media_type: String,
    /// A hash of its bytes, without quotes.
    pub tag: String,
    identity: Option<Bytes>,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
    /// How hard to compress it; `None` for what is sent only as it stands.
    quality: Option<u32>,
}

impl Ready {
    /// Wraps bytes that were just made, to be sent to many.
    #[must_use]
    pub fn new(media_type: &str, bytes: impl Into<Bytes>) -> Self {
        let identity = bytes.into();
        Self {
            media_type: media_type.to_owned(),
            tag: tag(&identity),
            identity: Some(identity),
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
            quality: Some(BROTLI_QUALITY),
        }
    }

    /// Wraps bytes that were just made, to be sent once.
    #[must_use]
    pub fn fleeting(media_type: &str, bytes: impl Into<Bytes>) -> Self {
        Self {
            quality: Some(FLEETING_QUALITY),
            ..Self::new(media_type, bytes)
        }
    }

    /// Wraps bytes that stand in one encoding only; it can be sent in no other.
    #[must_use]
    pub fn encoded(media_type: String, tag: String, encoding: Encoding, bytes: Bytes) -> Self {
        let mut ready = Self {
            media_type,
            tag,
            identity: None,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
            quality: None,
        };
        match encoding {
            Encoding::Brotli => ready.brotli = bytes.into(),
            Encoding::Gzip => ready.gzip = bytes.into(),
            Encoding::Identity => ready.identity = Some(bytes),
        }
        ready
    }

    /// Its bytes in an encoding, if they stand ready in it.
    #[must_use]
    pub fn known(&self, encoding: Encoding) -> Option<Bytes> {
        match encoding {
            Encoding::Brotli => self.brotli.get().cloned(),
            Encoding::Gzip => self.gzip.get().cloned(),
            Encoding::Identity => self.identity.clone(),
        }
    }

    /// Its bytes in an encoding; compressing takes milliseconds the first time. Falls back to the
    /// bytes as they are, and to nothing where even those are not held.
    #[must_use]
    pub fn bytes(&self, encoding: Encoding) -> Bytes {
        let identity = self.identity.clone().unwrap_or_default();
        match encoding {
            Encoding::Brotli => self
                .brotli
                .get_or_init(|| brotli(&identity, self.quality.unwrap_or(BROTLI_QUALITY)).into())
                .clone(),
            Encoding::Gzip => self.gzip.get_or_init(|| gzip(&identity).into()).clone(),
            Encoding::Identity => identity,
        }
    }

    /// Its size before compression; `None` where only a compressed form is held.
    #[must_use]
    pub fn plain_size_bytes(&self) -> Option<usize> {
        self.identity.as_ref().map(Bytes::len)
    }

    /// Whether it can be sent only as it stands.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        self.quality.is_none()
    }

    fn size_bytes(&self) -> usize {
        let held = [self.identity.as_ref(), self.brotli.get(), self.gzip.get()];
        let held: usize = held.into_iter().flatten().map(Bytes::len).sum();
        // The compressed variants may come later; a quarter is a safe guess for both.
        held + self
            .identity
            .as_ref()
            .map_or(0, |identity| identity.len() / 4)
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
            *shelf = Shelf::default();
        }
        shelf.size_bytes += size;
        if let Some(before) = shelf.ready.insert(key, Arc::clone(&ready)) {
            shelf.size_bytes = shelf.size_bytes.saturating_sub(before.size_bytes());
        }
        ready
    }

    /// Forgets everything: what it was made from has changed in place.
    ///
    /// # Panics
    ///
    /// Never: no one panics while holding the lock.
    pub fn clear(&self) {
        *self.0.lock().expect("no one panics while holding the lock") = Shelf::default();
    }
}
