//! Which of the new groups is which of the old.

/// An id for each new group, from how many people went from each old group (rows) to each new
/// one (columns): the pair with the most people in common first. What is left over gets the ids
/// that are left over; ids are 0, 1, … without gaps.
pub(crate) fn matched(common: &[Vec<usize>], new: usize) -> Vec<usize> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (old, row) in common.iter().enumerate().take(new) {
        pairs.extend(
            row.iter()
                .enumerate()
                .map(|(to, &people)| (people, old, to)),
        );
    }
    pairs.sort_by_key(|&(people, old, to)| (std::cmp::Reverse(people), old, to));
    let mut ids = vec![None; new];
    let mut taken = vec![false; new];
    for (people, old, to) in pairs {
        if people > 0 && ids[to].is_none() && !taken[old] {
            ids[to] = Some(old);
            taken[old] = true;
        }
    }
    let mut free = (0..new).filter(|&id| !taken[id]);
    ids.into_iter()
        .map(|id| id.or_else(|| free.next()).unwrap_or(0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_keep_the_ids_of_those_who_went_along() {
        assert_eq!(matched(&[vec![1, 9], vec![8, 0]], 2), [1, 0]);
        assert_eq!(matched(&[vec![0, 5, 2], vec![4, 0, 0]], 3), [1, 0, 2]);
        assert_eq!(matched(&[], 2), [0, 1]);
    }
}
