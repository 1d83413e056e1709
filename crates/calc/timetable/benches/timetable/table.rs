//! One row for each instance: the values of all seeds, their median and worst, and the speed.

use crate::clock::cpu_seconds;
use crate::golden;

/// What was asked for.
pub struct Table {
    /// CPU seconds for each run.
    pub seconds: f64,
    seeds: u64,
    only: Option<String>,
    verbose: bool,
}

/// One run of the engine.
pub struct Run {
    start: f64,
    first: Option<f64>,
    verbose: bool,
    /// What no schedule costs less than.
    pub bound: i64,
}

impl Run {
    /// A new best schedule was found.
    pub fn hear(&mut self, moves: u64, value: i64) {
        let now = cpu_seconds() - self.start;
        self.first.get_or_insert(now);
        if self.verbose {
            println!("    {now:7.3} s {moves:10} moves {value:8}");
        }
    }
}

fn argument(name: &str) -> Option<String> {
    std::env::args().find_map(|it| Some(it.strip_prefix(name)?.strip_prefix('=')?.to_owned()))
}

impl Table {
    /// Ten seconds and five seeds, unless the command line says otherwise.
    pub fn from_arguments() -> Self {
        Self {
            seconds: argument("SECONDS")
                .map_or(10.0, |it| it.parse().expect("SECONDS is a number")),
            seeds: argument("SEEDS").map_or(5, |it| it.parse().expect("SEEDS is a number")),
            only: argument("ONLY"),
            verbose: argument("VERBOSE").is_some(),
        }
    }

    /// Whether a folder was asked for.
    pub fn wants(&self, folder: &str) -> bool {
        self.only
            .as_ref()
            .is_none_or(|only| only.split(',').any(|it| it == folder))
    }

    /// Names and texts of the instances in a folder that were asked for.
    pub fn instances(&self, folder: &str, ending: &str) -> Vec<(String, String)> {
        let wanted = |name: &str| self.wants(name) || self.wants(folder);
        golden::files(folder, ending)
            .into_iter()
            .filter_map(|file| Some((file.file_stem()?.to_string_lossy().into_owned(), file)))
            .filter(|(name, _)| wanted(name))
            .map(|(name, file)| (name, std::fs::read_to_string(file).expect("it is a text")))
            .collect()
    }

    /// Runs all seeds and prints the row.
    pub fn row(
        &self,
        name: &str,
        best: &str,
        mut solve: impl FnMut(u64, &mut dyn FnMut() -> f64, &mut Run) -> (i64, u64),
    ) {
        let (mut values, mut moves, mut time, mut first) = (Vec::new(), 0, 0.0, 0.0_f64);
        let mut bound = 0;
        for seed in 1..=self.seeds {
            let start = cpu_seconds();
            let mut run = Run {
                start,
                first: None,
                verbose: self.verbose,
                bound: 0,
            };
            let (mut looks, mut spent) = (0_u32, 0.0);
            // Asking the kernel costs as much as some moves; every eighth time is enough.
            let mut clock = || {
                looks += 1;
                if looks.is_multiple_of(8) {
                    spent = (cpu_seconds() - start) / self.seconds;
                }
                spent
            };
            let (value, made) = solve(seed, &mut clock, &mut run);
            time += cpu_seconds() - start;
            moves += made;
            bound = run.bound;
            first = first.max(run.first.unwrap_or(f64::INFINITY));
            values.push(value);
        }
        let mut sorted = values.clone();
        sorted.sort_unstable();
        println!(
            "{name:16} B {best:>6} at least {bound:6} median {:6} worst {:6} {values:?} {:.1} s, first {first:.3} s, {:.2} M moves/s",
            sorted[sorted.len() / 2],
            sorted[sorted.len() - 1],
            time / self.seeds as f64,
            moves as f64 / time / 1e6,
        );
    }
}
