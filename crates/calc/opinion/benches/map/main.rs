//! `cargo bench -p wiec-opinion [-- SIZE …]`: CPU time and memory of maps, cold and live.
//! Sizes: `golden`, `100k`, `1m`, `growth`; all but `1m` if none is said.

#[path = "../../tests/golden/data.rs"]
mod data;
mod measure;
mod synthetic;

use measure::measure;
use synthetic::Size;
use wiec_opinion::{Conversation, Settings, map, map_after};

const RUNS: usize = 7;

fn main() {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|it| !it.starts_with('-'))
        .collect();
    let wants =
        |size: &str| wanted.iter().any(|it| it == size) || (wanted.is_empty() && size != "1m");
    if wants("golden") {
        golden();
    }
    if wants("100k") {
        large(Size {
            people: 100_000,
            statements: 1_000,
            votes: 5_000_000,
            seed: 7,
        });
    }
    if wants("1m") {
        large(Size {
            people: 1_000_000,
            statements: 2_000,
            votes: 50_000_000,
            seed: 7,
        });
    }
}

fn golden() {
    for folder in data::folders(&data::default_root()) {
        let conversation = data::conversation(&folder);
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for settings in [Settings::default(), Settings::compat()] {
            let mut times: Vec<f64> = (0..RUNS)
                .map(|_| measure(|| map(&conversation, &settings)).1.cpu_ms)
                .collect();
            times.sort_by(f64::total_cmp);
            println!(
                "{name:28} {:?} cold {:8.2} ms",
                settings.mode,
                times[RUNS / 2]
            );
        }
    }
}

fn large(size: Size) {
    let conversation: Conversation = synthetic::conversation(size);
    println!(
        "{} x {}: {} votes, the log holds {:.0} MB",
        size.people,
        size.statements,
        conversation.len(),
        measure::held_mb()
    );
    let (first, taken) = measure(|| map(&conversation, &Settings::default()));
    println!(
        "  cold {:.0} ms, {:.0} MB more",
        taken.cpu_ms, taken.peak_mb
    );
    println!(
        "  groups {}, auc {:?}, {} silhouettes",
        first.groups.len(),
        first.completion.map(|it| it.auc),
        first.silhouettes.len()
    );
    let mut conversation = conversation;
    let news = synthetic::more(size, 10_000);
    let (_, taken) = measure(|| conversation.extend(news));
    println!("  10 000 votes taken in {:.2} ms", taken.cpu_ms);
    let (_, taken) = measure(|| map_after(&conversation, &Settings::default(), &first));
    println!(
        "  map after them {:.0} ms, {:.0} MB more",
        taken.cpu_ms, taken.peak_mb
    );
}
