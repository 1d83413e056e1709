//! Zip packages, as office documents are: the list of parts first, a part only when it is asked for.
//!
//! Sixty lines of reading in place of a crate that also knows passwords, six compressions and writing to
//! folders: here nothing is unpacked but what is read, and every byte is counted.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::rc::Rc;

use flate2::Crc;
use flate2::read::DeflateDecoder;

use crate::limits::{
    FILE_BYTES, NODE_BYTES, PARTS, RATIO, RATIO_FROM_BYTES, SIDE_PART_BYTES, UNPACKED_BYTES,
};
use crate::refused::Refused;

const STORED: usize = 0;
const DEFLATED: usize = 8;
/// The directory's last record without its comment.
const END_BYTES: usize = 22;
const MOST_COMMENT_BYTES: usize = 65_535;

/// A package in memory, not unpacked.
pub(crate) struct Package<'a> {
    bytes: &'a [u8],
    entries: BTreeMap<String, Entry>,
    /// Bytes unpacked so far, over all parts.
    unpacked: Cell<u64>,
}

/// Where a part lies.
struct Entry {
    encrypted: bool,
    method: usize,
    checksum: u32,
    packed: usize,
    header: usize,
}

impl<'a> Package<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        // Callers check this too; here it is what the sums below rely on.
        if FILE_BYTES < bytes.len() {
            return Err(Refused::FileTooLarge {
                bytes: bytes.len(),
                most: FILE_BYTES,
            });
        }
        let damaged = || damaged("zip", "its directory cannot be read");
        let end = end_of_directory(bytes).ok_or_else(damaged)?;
        let count = short(bytes, end + 10).ok_or_else(damaged)?;
        let mut at = long(bytes, end + 16).ok_or_else(damaged)?;
        if PARTS < count {
            return Err(Refused::TooManyParts {
                parts: count,
                most: PARTS,
            });
        }
        let mut entries = BTreeMap::new();
        for _ in 0..count {
            let (name, entry, next) = entry(bytes, at).ok_or_else(damaged)?;
            // Two parts of one name are two documents: programs disagree on which of them counts.
            if entries.insert(name, entry).is_some() {
                return Err(damaged());
            }
            at = next;
        }
        Ok(Self {
            bytes,
            entries,
            unpacked: Cell::new(0),
        })
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// A part of so many bytes at most, to be unpacked while it is read.
    pub(crate) fn part(&self, name: &str, most: u64) -> Result<Part<'_>, Refused> {
        let entry = self
            .entries
            .get(name)
            .ok_or_else(|| damaged(name, "the part is missing"))?;
        if entry.encrypted {
            return Err(Refused::Encrypted);
        }
        let packed = self
            .data(entry)
            .ok_or_else(|| damaged(name, "the part is cut off"))?;
        let source = match entry.method {
            STORED => Source::Stored(packed),
            DEFLATED => Source::Deflated(DeflateDecoder::new(packed)),
            other => return Err(damaged(name, &format!("packed by method {other}"))),
        };
        Ok(Part {
            name: name.to_owned(),
            source,
            read: 0,
            most,
            crc: Crc::new(),
            checksum: entry.checksum,
            unpacked: &self.unpacked,
            node: Rc::default(),
        })
    }

    /// The first bytes of a part, for those that are a word long.
    pub(crate) fn start_of(&self, name: &str, most: u64) -> Result<Vec<u8>, Refused> {
        let mut start = Vec::new();
        match self
            .part(name, SIDE_PART_BYTES)?
            .take(most)
            .read_to_end(&mut start)
        {
            Ok(_) => Ok(start),
            Err(error) => Err(from_io(name, &error)),
        }
    }

    fn data(&self, entry: &Entry) -> Option<&'a [u8]> {
        let header = self.bytes.get(entry.header..)?;
        if !header.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = 30 + short(header, 26)? + short(header, 28)?;
        header.get(start..start.checked_add(entry.packed)?)
    }
}

/// A part while it is read.
pub(crate) struct Part<'a> {
    name: String,
    source: Source<'a>,
    read: u64,
    most: u64,
    crc: Crc,
    checksum: u32,
    unpacked: &'a Cell<u64>,
    /// Bytes since whoever reads it set this to 0: a piece of XML is held whole.
    pub(crate) node: Rc<Cell<u64>>,
}

enum Source<'a> {
    Stored(&'a [u8]),
    Deflated(DeflateDecoder<&'a [u8]>),
}

impl Source<'_> {
    /// Bytes that were unpacked so far, as they are packed.
    fn packed(&self, read: u64) -> u64 {
        match self {
            Self::Stored(_) => read,
            Self::Deflated(decoder) => decoder.total_in(),
        }
    }
}

impl Part<'_> {
    fn count(&mut self, bytes: u64) -> Result<(), Refused> {
        self.read += bytes;
        self.unpacked.set(self.unpacked.get() + bytes);
        let part = self.name.clone();
        // Of what was packed so far: a bomb is known at its first megabyte, not at its last.
        if RATIO_FROM_BYTES < self.read && self.source.packed(self.read) * RATIO < self.read {
            return Err(Refused::Bomb { part });
        }
        self.node.set(self.node.get() + bytes);
        if NODE_BYTES < self.node.get() {
            let most = NODE_BYTES as usize;
            return Err(Refused::TextTooLong { most });
        }
        for (is, most) in [
            (self.read, self.most),
            (self.unpacked.get(), UNPACKED_BYTES),
        ] {
            if most < is {
                return Err(Refused::UnpackedTooLarge { part, most });
            }
        }
        Ok(())
    }
}

impl Read for Part<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = match &mut self.source {
            Source::Stored(bytes) => bytes.read(buffer)?,
            Source::Deflated(decoder) => decoder.read(buffer)?,
        };
        self.crc.update(&buffer[..count]);
        self.count(count as u64).map_err(io::Error::other)?;
        if count == 0 && !buffer.is_empty() && self.crc.sum() != self.checksum {
            return Err(io::Error::other("the checksum is another"));
        }
        Ok(count)
    }
}

/// The refusal that travelled through a reader, or that the part is damaged.
pub(crate) fn from_io(part: &str, error: &io::Error) -> Refused {
    let refused = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Refused>());
    refused
        .cloned()
        .unwrap_or_else(|| damaged(part, &error.to_string()))
}

pub(crate) fn damaged(part: &str, reason: &str) -> Refused {
    Refused::Damaged {
        part: part.to_owned(),
        reason: reason.to_owned(),
    }
}

fn end_of_directory(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_BYTES)?;
    let first = last.saturating_sub(MOST_COMMENT_BYTES);
    (first..=last)
        .rev()
        .find(|&at| bytes[at..].starts_with(b"PK\x05\x06"))
}

/// The entry at a place of the directory, its name, and where the next one is.
fn entry(bytes: &[u8], at: usize) -> Option<(String, Entry, usize)> {
    let record = bytes.get(at..)?;
    if !record.starts_with(b"PK\x01\x02") {
        return None;
    }
    let (name_bytes, extra_bytes) = (short(record, 28)?, short(record, 30)?);
    let name = record.get(46..46 + name_bytes)?;
    let extra = record.get(46 + name_bytes..46 + name_bytes + extra_bytes)?;
    let entry = Entry {
        encrypted: short(record, 8)? & 1 == 1,
        method: short(record, 10)?,
        checksum: long(record, 16)? as u32,
        packed: packed_bytes(record, extra)?,
        header: long(record, 42)?,
    };
    // Names are ASCII in every office document; others are never asked for.
    let name = String::from_utf8_lossy(name).replace('\\', "/");
    let next = at + 46 + name_bytes + extra_bytes + short(record, 32)?;
    Some((name, entry, next))
}

/// How long a part is packed. Programs that stream write "see the extra field" (zip64) even for short parts.
fn packed_bytes(record: &[u8], extra: &[u8]) -> Option<usize> {
    const ELSEWHERE: usize = 0xFFFF_FFFF;
    let packed = long(record, 20)?;
    if packed != ELSEWHERE {
        return Some(packed);
    }
    let mut at = 0;
    while short(extra, at)? != 1 {
        at += 4 + short(extra, at + 2)?;
    }
    // The unpacked size stands first, if it too is elsewhere.
    let skipped = if long(record, 24)? == ELSEWHERE { 8 } else { 0 };
    long(extra, at + 4 + skipped)
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes([pair[0], pair[1]])))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    Some(short(bytes, at)? | short(bytes, at.checked_add(2)?)? << 16)
}
