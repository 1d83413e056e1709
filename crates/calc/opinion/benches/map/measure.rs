//! CPU time and memory, as Linux counts them. Wall time says nothing on a shared machine.

use std::{fmt, fs};

/// What one step took.
#[derive(Clone, Copy)]
pub struct Taken {
    pub cpu_ms: f64,
    /// The most memory that the process held meanwhile, above what it held before.
    pub peak_mb: f64,
}

/// Runs a step on this thread.
pub fn measure<T>(step: impl FnOnce() -> T) -> (T, Taken) {
    // "5" makes the kernel forget the peak so far.
    let _ = fs::write("/proc/self/clear_refs", "5");
    let (held, started) = (status("VmRSS:"), on_cpu());
    let value = step();
    let taken = Taken {
        cpu_ms: (on_cpu() - started) / 1e6,
        peak_mb: (status("VmHWM:") - held).max(0.0) / 1024.0,
    };
    (value, taken)
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:.0} ms of CPU, at most {:.0} MB more",
            self.cpu_ms, self.peak_mb
        )
    }
}

/// Milliseconds of one run, over enough runs that the clock's coarseness does not matter.
pub fn typical_ms<T>(step: impl Fn() -> T) -> f64 {
    let runs = |count: u32| measure(|| (0..count).for_each(|_| drop(step()))).1.cpu_ms;
    let count = (1000.0 / runs(3).max(3.0)).clamp(3.0, 100.0) as u32;
    runs(count) / f64::from(count)
}

/// Nanoseconds that this thread ran.
fn on_cpu() -> f64 {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ')
        .next()
        .and_then(|it| it.parse().ok())
        .unwrap_or(f64::NAN)
}

/// What the process holds, in MB.
pub fn held_mb() -> f64 {
    status("VmRSS:") / 1024.0
}

fn status(field: &str) -> f64 {
    let text = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(field));
    line.and_then(|it| it.split_whitespace().next()?.parse().ok())
        .unwrap_or(f64::NAN)
}
