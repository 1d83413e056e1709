//! Making a set smaller while something still holds of it.

/// Drops what can be dropped, so that `holds` stays true of the rest: afterwards it holds of no
/// set with one thing less. `holds` must be true of the whole, and of every set that contains
/// one of which it is true.
///
/// Blocks of halving size are tried first: of three hundred sessions three matter, and asking
/// three hundred times would take long.
pub(crate) fn shrink<T: Copy>(all: &mut Vec<T>, mut holds: impl FnMut(&[T]) -> bool) {
    let mut block = all.len().next_power_of_two() / 2;
    while block >= 1 {
        let mut at = 0;
        while at < all.len() {
            let end = (at + block).min(all.len());
            let rest: Vec<T> = all[..at].iter().chain(&all[end..]).copied().collect();
            match end - at < all.len() && holds(&rest) {
                true => *all = rest,
                false => at = end,
            }
        }
        block /= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_matters_is_left(matters in proptest::collection::btree_set(0_usize..40, 1..5)) {
            let mut all: Vec<usize> = (0..40).collect();
            shrink(&mut all, |rest| matters.iter().all(|it| rest.contains(it)));
            prop_assert_eq!(all, matters.into_iter().collect::<Vec<_>>());
        }
    }
}
