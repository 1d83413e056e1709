//! How much of a room whole parties can fill.

/// The most people, no more than `room`, that whole parties of these sizes, so many of each at
/// least and at most, can be; `room` if even the least are more.
pub(super) fn fillable(room: u32, groups: impl Iterator<Item = (u32, (u32, u32))> + Clone) -> u32 {
    let all: u64 = groups
        .clone()
        .map(|(size, (_, most))| u64::from(size * most))
        .sum();
    if all <= u64::from(room) {
        return all as u32;
    }
    let musts: u32 = groups.clone().map(|(size, (least, _))| size * least).sum();
    if musts > room {
        return room;
    }
    // For each sum: how many of the size at hand it needs more than sums without that size do.
    let end = (room - musts) as usize;
    let mut reached = vec![false; end + 1];
    reached[0] = true;
    for (size, (least, most)) in groups {
        let mut used = vec![0; end + 1];
        for sum in size as usize..=end {
            let with = used[sum - size as usize] + 1;
            if !reached[sum] && reached[sum - size as usize] && with <= most - least {
                reached[sum] = true;
                used[sum] = with;
            }
        }
    }
    let best = (0..=end).rev().find(|&sum| reached[sum]).unwrap_or(0);
    musts + best as u32
}
