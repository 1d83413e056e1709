//! How long a report of six hundred remarks takes in each format: CPU seconds of one thread, as Linux counts
//! them. The remarks are the sample's, over and over.
//!
//! `cargo bench -p wiec-register-report`

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::fs;
use std::hint::black_box;

use wiec_model::Lang;
use wiec_register_report::{csv, docx, html, pdf, xlsx};

fn main() {
    for remarks in [12, 600] {
        let report = sample::many(Lang::Pl, remarks);
        println!("{remarks} remarks");
        // A paper keeps what it has in common with the one before; the first pays for all.
        timed("PDF, the first of a process", || {
            pdf(&report).expect("it can be set").len()
        });
        timed("HTML", || html(&report).len());
        timed("CSV", || csv(&report).len());
        timed("XLSX", || xlsx(&report).expect("it can be written").len());
        timed("DOCX", || docx(&report).expect("it can be written").len());
    }
}

/// One run: what is kept from an earlier one would make a second quicker than a server ever is.
fn timed(name: &str, step: impl Fn() -> usize) {
    let started = on_cpu();
    let bytes = black_box(step());
    println!(
        "{name}: {:.1} ms, {bytes} bytes",
        (on_cpu() - started) * 1000.0
    );
}

/// Seconds that all threads of this process ran. Wall time says nothing on a shared machine.
fn on_cpu() -> f64 {
    let tasks = fs::read_dir("/proc/self/task")
        .into_iter()
        .flatten()
        .flatten();
    let of = |task: fs::DirEntry| {
        let text = fs::read_to_string(task.path().join("schedstat")).unwrap_or_default();
        text.split(' ').next().and_then(|it| it.parse::<f64>().ok())
    };
    tasks.filter_map(of).sum::<f64>() / 1e9
}
