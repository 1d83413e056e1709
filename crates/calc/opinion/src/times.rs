//! Times of events in four bytes each: distances from a time that many events share.

/// Milliseconds of events, by their place in the log.
#[derive(Debug, Clone, Default)]
pub(crate) struct Times {
    /// Places from which distances count from another time, and that time.
    bases: Vec<(usize, i64)>,
    distances: Vec<u32>,
    last: i64,
    disordered: bool,
}

impl Times {
    pub(crate) fn push(&mut self, at: i64) {
        self.disordered |= !self.distances.is_empty() && at < self.last;
        self.last = at;
        let base = self.bases.last().map(|&(_, base)| base);
        let near = base.and_then(|base| u32::try_from(at.checked_sub(base)?).ok());
        if near.is_none() {
            self.bases.push((self.distances.len(), at));
        }
        self.distances.push(near.unwrap_or(0));
    }

    pub(crate) fn get(&self, place: usize) -> i64 {
        let after = self.bases.partition_point(|&(from, _)| from <= place);
        self.bases[after - 1].1 + i64::from(self.distances[place])
    }

    /// Whether an event is older than one before it in the log.
    pub(crate) fn disordered(&self) -> bool {
        self.disordered
    }

    /// Places in order of time, of equal times in that of the log; `None` if the log is so.
    pub(crate) fn order(&self) -> Option<Vec<u32>> {
        self.disordered.then(|| {
            let mut order: Vec<u32> = (0..self.distances.len() as u32).collect();
            order.sort_by_key(|&place| self.get(place as usize));
            order
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_what_they_were_however_far_apart() {
        let times = [5, 7, 7 + (1 << 40), 3, i64::MIN, i64::MAX, i64::MAX, 0];
        let mut kept = Times::default();
        times.iter().for_each(|&at| kept.push(at));
        let back: Vec<i64> = (0..times.len()).map(|place| kept.get(place)).collect();
        assert_eq!(back, times);
        assert_eq!(kept.order(), Some(vec![4, 7, 3, 0, 1, 2, 5, 6]));
    }

    #[test]
    fn a_log_in_order_needs_no_sorting() {
        let mut kept = Times::default();
        [1, 1, 2, 9].iter().for_each(|&at| kept.push(at));
        assert_eq!(kept.order(), None);
    }
}
