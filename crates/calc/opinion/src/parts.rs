//! Work on rows in parts. Where parts begin follows from the number of rows alone, and what they
//! give is taken in their order: so threads change no bit of what comes out.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// At most so many parts, so that what each gives can be held at once.
const MOST: usize = 16;
/// Rows below which a part is not worth a thread.
const LEAST: usize = 4096;

/// Each part of `rows` rows through `part`, on so many threads; what they give, in order, to `take`.
pub(crate) fn in_parts<T: Send>(
    threads: usize,
    rows: usize,
    part: impl Fn(Range<usize>) -> T + Sync,
    mut take: impl FnMut(T),
) {
    let size = rows.div_ceil(MOST).max(LEAST);
    let count = rows.div_ceil(size);
    let bounds = |at: usize| at * size..rows.min((at + 1) * size);
    let threads = threads.min(count);
    if threads < 2 {
        (0..count).for_each(|at| take(part(bounds(at))));
        return;
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mine = std::iter::from_fn(|| {
            let at = next.fetch_add(1, Ordering::Relaxed);
            (at < count).then(|| (at, part(bounds(at))))
        });
        mine.collect::<Vec<_>>()
    };
    let mut given: Vec<(usize, T)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut given = work();
        for other in others {
            given.extend(other.join().expect("a part does not panic"));
        }
        given
    });
    given.sort_by_key(|&(at, _)| at);
    given.into_iter().for_each(|(_, it)| take(it));
}

/// A value for each row.
pub(crate) fn each_row<T: Send>(
    threads: usize,
    rows: usize,
    of: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let mut all = Vec::with_capacity(rows);
    in_parts(
        threads,
        rows,
        |part| part.map(&of).collect::<Vec<T>>(),
        |mut part| all.append(&mut part),
    );
    all
}
