//! The caller's ids and our places: 0, 1, … in the order in which ids were first met.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Gives every id a place.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interner {
    places: HashMap<u64, u32, BuildHasherDefault<Spread>>,
    ids: Vec<u64>,
}

impl Interner {
    /// The place of an id; a new one if it was never met.
    pub(crate) fn place(&mut self, id: u64) -> u32 {
        *self.places.entry(id).or_insert_with(|| {
            self.ids.push(id);
            u32::try_from(self.ids.len() - 1).expect("fewer than 2^30 ids")
        })
    }

    pub(crate) fn id(&self, place: u32) -> u64 {
        self.ids[place as usize]
    }

    /// Ids in ascending order, and for each place where its id is in that order.
    pub(crate) fn ranked(&self) -> (Vec<u64>, Vec<u32>) {
        let mut order: Vec<u32> = (0..self.ids.len() as u32).collect();
        order.sort_unstable_by_key(|&place| self.id(place));
        let mut rank = vec![0; order.len()];
        for (at, &place) in order.iter().enumerate() {
            rank[place as usize] = at as u32;
        }
        (order.iter().map(|&place| self.id(place)).collect(), rank)
    }
}

/// A hash of one multiplication: ids are looked up for every vote, and iterated nowhere.
#[derive(Default)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(self.0 ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, id: u64) {
        let spread = u128::from(id ^ 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93;
        self.0 = (spread >> 64) as u64 ^ spread as u64;
    }
}
