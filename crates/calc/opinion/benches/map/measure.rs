//! CPU time and memory, as Linux counts them. Wall time says nothing on a shared machine.

use std::fs;

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
