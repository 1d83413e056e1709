//! A zip package in memory. All its parts have one date, so that the same values give the same bytes.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// 1980-01-01, the first day that zip knows, in its own form.
const DATE: u16 = 0x21;
const DEFLATED: u16 = 8;
/// The version of zip that knows folders and deflate.
const VERSION: u16 = 20;

#[derive(Default)]
pub(super) struct Package {
    out: Vec<u8>,
    directory: Vec<u8>,
    parts: u16,
}

impl Package {
    pub(super) fn add(&mut self, name: &str, content: &str) {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        let packed = encoder
            .write_all(content.as_bytes())
            .and_then(|()| encoder.finish())
            .expect("writing to memory does not fail");
        let mut crc = Crc::new();
        crc.update(content.as_bytes());
        let offset = self.out.len();
        let mut facts = Vec::new();
        for short in [VERSION, 0, DEFLATED, 0, DATE] {
            facts.extend(short.to_le_bytes());
        }
        for long in [crc.sum(), long(packed.len()), long(content.len())] {
            facts.extend(long.to_le_bytes());
        }
        facts.extend((name.len() as u16).to_le_bytes());
        facts.extend(0u16.to_le_bytes());
        self.out.extend(b"PK\x03\x04");
        self.out.extend(&facts);
        self.out.extend(name.as_bytes());
        self.out.extend(packed);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&facts);
        // No comment, the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(long(offset).to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.parts += 1;
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        let offset = self.out.len();
        self.out.extend(&self.directory);
        self.out.extend(b"PK\x05\x06\0\0\0\0");
        self.out.extend(self.parts.to_le_bytes());
        self.out.extend(self.parts.to_le_bytes());
        self.out.extend(long(self.directory.len()).to_le_bytes());
        self.out.extend(long(offset).to_le_bytes());
        self.out.extend([0; 2]);
        self.out
    }
}

fn long(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("a report has less than four gigabytes")
}
