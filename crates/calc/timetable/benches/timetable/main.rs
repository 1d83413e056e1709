//! `cargo bench -p wiec-timetable -- [SECONDS=10] [SEEDS=5] [ONLY=NAME,…]`: a table of
//! instances by seeds. Time is CPU time of this thread, so that a busy machine changes nothing.

mod clock;

use std::path::PathBuf;

use clock::cpu_seconds;
use wiec_timetable::Budget;
use wiec_timetable::cosp;

fn folder() -> PathBuf {
    match std::env::var_os("WIEC_GOLDEN") {
        Some(golden) => PathBuf::from(golden).join("timetable"),
        None => {
            PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/golden/timetable")
        }
    }
}

fn argument(name: &str) -> Option<String> {
    std::env::args().find_map(|it| Some(it.strip_prefix(name)?.strip_prefix('=')?.to_owned()))
}

fn main() {
    let seconds: f64 = argument("SECONDS").map_or(10.0, |it| it.parse().expect("seconds"));
    let seeds: u64 = argument("SEEDS").map_or(5, |it| it.parse().expect("seeds"));
    let only = argument("ONLY");
    let verbose = argument("VERBOSE").is_some();
    let best = std::fs::read_to_string(folder().join("cosp/best.json")).unwrap_or_default();
    let best: serde_json::Value = serde_json::from_str(&best).unwrap_or_default();
    let Ok(files) = std::fs::read_dir(folder().join("cosp")) else {
        println!("skipped: no instances at {}", folder().display());
        return;
    };
    let mut files: Vec<PathBuf> = files.flatten().map(|it| it.path()).collect();
    files.sort();
    for file in files {
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name == "best"
            || only
                .as_ref()
                .is_some_and(|it| !it.split(',').any(|one| one == name))
        {
            continue;
        }
        let problem =
            cosp::read(&std::fs::read_to_string(&file).expect("readable")).expect("valid");
        let mut values = Vec::new();
        let (mut moves, mut time, mut first) = (0, 0.0, 0.0_f64);
        for seed in 1..=seeds {
            let start = cpu_seconds();
            let mut looks = 0_u32;
            let mut spent = 0.0;
            // Asking the kernel costs as much as some moves; every eighth time is enough.
            let mut clock = || {
                looks += 1;
                if looks.is_multiple_of(8) {
                    spent = (cpu_seconds() - start) / seconds;
                }
                spent
            };
            let mut feasible = None;
            let solution = cosp::solve(&problem, seed, Budget::Clock(&mut clock), &mut |news| {
                feasible.get_or_insert(cpu_seconds() - start);
                if verbose {
                    println!(
                        "  {:9} {:.3} {}",
                        news.moves,
                        news.spent,
                        news.costs.total(&problem)
                    );
                }
            });
            assert!(solution.breaches.is_empty(), "{:?}", solution.breaches);
            time += cpu_seconds() - start;
            moves += solution.moves;
            first = first.max(feasible.unwrap_or(f64::INFINITY));
            values.push(solution.cost);
            if verbose {
                println!("{:?}", solution.scores.weighted(&problem));
            }
        }
        let listed = values.clone();
        values.sort_unstable();
        println!(
            "{name:16} B {:6}  median {:6}  worst {:6}  {listed:?}  {:.1} s  first {first:.3} s  {:.2} M moves/s",
            best[&name]["best_known"].to_string(),
            values[values.len() / 2],
            values[values.len() - 1],
            time / seeds as f64,
            moves as f64 / time / 1e6,
        );
    }
}
