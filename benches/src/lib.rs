//! What the measurements share: how a row of their tables is made of times.

use std::time::Duration;

/// From this many rounds on, the worst that is told is the 99th percentile: the slowest of hundreds tells
/// about the machine, not about the program.
const MANY: usize = 100;

/// A row of a table: the median of `times`, their worst, and what else is known of them.
///
/// # Panics
///
/// If there are no times.
#[must_use]
pub fn row(name: &str, mut times: Vec<Duration>, known: &str) -> String {
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let last = times.len() - 1;
    let worst = if times.len() < MANY {
        last
    } else {
        last * 99 / 100
    };
    let (median, worst) = (ms(times[times.len() / 2]), ms(times[worst]));
    format!("| {name} | {median:.2} ms | {worst:.2} ms | {known} |")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(count: u64) -> Vec<Duration> {
        (1..=count).rev().map(Duration::from_millis).collect()
    }

    #[test]
    fn of_few_times_the_slowest_is_told() {
        assert_eq!(row("a", to(5), "b"), "| a | 3.00 ms | 5.00 ms | b |");
    }

    #[test]
    fn of_hundreds_it_is_the_99th_percentile() {
        assert_eq!(row("a", to(201), ""), "| a | 101.00 ms | 199.00 ms |  |");
    }
}
