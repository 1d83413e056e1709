//! Chance that follows from a seed: the same numbers on every machine.

/// A generator of the xorshift family with multiplied output (xorshift64*, Vigna 2016): eight
/// bytes of state and three shifts, because the search draws several numbers for each move.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// Neighbouring seeds give unrelated numbers: the seed is spread over all bits first.
    pub(crate) fn new(seed: u64) -> Self {
        let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        // Zero is the one state that never leaves itself.
        Self((z ^ (z >> 31)).max(1))
    }

    /// 32 bits.
    #[inline]
    pub(crate) fn bits(&mut self) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32) as u32
    }

    /// A number in `0..bound`; 0 if there is none. By multiplication: a bias of `bound` in four
    /// thousand million matters to no search, and a division would cost more than the draw.
    #[inline]
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        ((u64::from(self.bits()) * bound as u64) >> 32) as usize
    }

    /// True in `parts` of a hundred cases.
    #[inline]
    pub(crate) fn percent(&mut self, parts: usize) -> bool {
        self.below(100) < parts
    }

    /// One of these.
    #[inline]
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Puts them into an order drawn by lot.
    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }
}
