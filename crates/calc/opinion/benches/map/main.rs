//! `cargo bench -p wiec-opinion --bench map [-- SIZE …]`: CPU time and memory of maps, one
//! thread. Sizes: `golden`, `100k`, `1m`, `100k-compat`, `1m-compat`, `growth`; all but those of a
//! million if none is said.

#[path = "../../tests/golden/data.rs"]
mod data;
mod measure;
mod synthetic;

use measure::{held_mb, measure, typical_ms};
use synthetic::{Size, conversation, more};
use wiec_opinion::{Live, Settings, map};

const HUNDRED_THOUSAND: Size = Size {
    people: 100_000,
    statements: 1_000,
    votes: 5_000_000,
    seed: 7,
};

const MILLION: Size = Size {
    people: 1_000_000,
    statements: 2_000,
    votes: 50_000_000,
    ..HUNDRED_THOUSAND
};

fn main() {
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|it| !it.starts_with('-'))
        .collect();
    let wants = |size: &str| match wanted.is_empty() {
        true => !size.starts_with("1m"),
        false => wanted.iter().any(|it| it == size),
    };
    if wants("golden") {
        golden();
    }
    if wants("100k") {
        large(HUNDRED_THOUSAND, &Settings::default());
    }
    if wants("1m") {
        large(MILLION, &Settings::default());
    }
    if wants("100k-compat") {
        large(HUNDRED_THOUSAND, &Settings::compat());
    }
    if wants("1m-compat") {
        large(MILLION, &Settings::compat());
    }
    if wants("growth") {
        growth();
    }
}

/// Real conversations, cold.
fn golden() {
    for folder in data::folders(&data::default_root()) {
        let conversation = data::conversation(&folder);
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let standard = typical_ms(|| map(&conversation, &Settings::default()));
        let compat = typical_ms(|| map(&conversation, &Settings::compat()));
        println!("{name:28} standard {standard:6.2} ms, compat {compat:6.2} ms");
    }
}

/// A made-up conversation: cold, then live.
fn large(size: Size, settings: &Settings) {
    let mut live = Live::from(conversation(size));
    let votes = live.conversation().len();
    println!(
        "{:?}, {} x {}, {votes} votes; the log: {:.0} MB",
        settings.mode,
        size.people,
        size.statements,
        held_mb()
    );
    let (_, taken) = measure(|| live.map(settings).groups.len());
    println!("  cold:                        {taken}");
    let news = more(size, 1_000_000);
    let (first, rest) = news.split_at(10_000);
    first.iter().for_each(|&event| live.push(event));
    let (_, taken) = measure(|| live.map(settings).groups.len());
    println!("  after 10 000 more votes:     {taken}");
    let (_, taken) = measure(|| rest.iter().for_each(|&event| live.push(event)));
    println!("  taking in {} votes:     {taken}", rest.len());
}

/// How time grows with votes, with people and with statements, all else equal: the slope of the
/// logarithms.
fn growth() {
    let base = Size {
        people: 20_000,
        statements: 500,
        votes: 1_000_000,
        seed: 7,
    };
    let sizes = |of: fn(Size, u64) -> Size| [1, 2, 4, 8].map(|by| (by, of(base, by)));
    for (name, sizes) in [
        (
            "votes",
            sizes(|it, by| Size {
                votes: it.votes * by / 2,
                ..it
            }),
        ),
        (
            "people",
            sizes(|it, by| Size {
                people: it.people * by,
                votes: it.votes * 2,
                ..it
            }),
        ),
        (
            "statements",
            sizes(|it, by| Size {
                statements: it.statements * by,
                ..it
            }),
        ),
    ] {
        let times = sizes.map(|(by, size)| {
            let conversation = conversation(size);
            (
                by as f64,
                typical_ms(|| map(&conversation, &Settings::default())),
            )
        });
        let list: Vec<String> = times.iter().map(|(_, ms)| format!("{ms:.0}")).collect();
        println!(
            "{name} x 1, 2, 4, 8: {} ms; exponent {:.2}",
            list.join(", "),
            slope(&times)
        );
    }
}

fn slope(points: &[(f64, f64)]) -> f64 {
    let logs: Vec<(f64, f64)> = points
        .iter()
        .map(|&(x, y)| (libm::log(x), libm::log(y)))
        .collect();
    let count = logs.len() as f64;
    let (mean_x, mean_y) = (
        logs.iter().map(|it| it.0).sum::<f64>() / count,
        logs.iter().map(|it| it.1).sum::<f64>() / count,
    );
    let along: f64 = logs.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    along
        / logs
            .iter()
            .map(|(x, _)| (x - mean_x) * (x - mean_x))
            .sum::<f64>()
}
