//! How long is searched: by the clock, until somebody interrupts, or so many moves; and by how many
//! searches side by side.

use std::cell::RefCell;
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;
use wiec_timetable::Budget;

use crate::progress::Progress;

/// Between two changes of the line on the terminal.
const BETWEEN_LINES: Duration = Duration::from_millis(200);

/// How long is searched, from which seed, and by how many.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Search {
    /// How long to search; Ctrl-C takes what was found so far
    #[arg(long, default_value_t = 10.0, conflicts_with = "moves")]
    seconds: f64,
    /// How many moves to try instead: the same seed then gives the same timetable everywhere
    #[arg(long, value_name = "COUNT")]
    moves: Option<u64>,
    /// Where the chance of the search begins
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// How many searches go on side by side, each with the seed after the last one's; the best counts
    #[arg(long, value_name = "COUNT", default_value = "1")]
    threads: NonZero<u16>,
}

/// One of the searches.
pub(super) struct Run<'a> {
    search: &'a Search,
    /// Where its chance begins.
    pub(super) seed: u64,
    interrupted: &'a AtomicBool,
    /// What stands before how far it is; nothing for all but the first, which speaks for all.
    shown: Option<&'static str>,
}

/// The line that says how far a search is.
pub(super) struct Line {
    progress: Option<Progress>,
    shown_at: Instant,
    cost: String,
}

impl Line {
    /// The best so far costs this.
    pub(super) fn costs(&mut self, cost: String) {
        self.cost = cost;
    }

    fn goes_on(&mut self, spent: f64) {
        let Some(progress) = &mut self.progress else {
            return;
        };
        if self.shown_at.elapsed() >= BETWEEN_LINES {
            self.shown_at = Instant::now();
            let percent = (spent.min(1.0) * 100.0).floor();
            progress.goes_on(&format!("{percent} %, best so far {}", self.cost));
        }
    }
}

impl Search {
    /// Searches side by side, and answers with what costs least; of equals, with the lowest seed's.
    pub(super) fn best<T: Send, C: Ord>(
        &self,
        find: impl Fn(&Run<'_>) -> T + Sync,
        cost: impl Fn(&T) -> C,
    ) -> T {
        let interrupted = interrupts();
        let run = |number: u64| {
            find(&Run {
                search: self,
                seed: self.seed.wrapping_add(number),
                interrupted: &interrupted,
                shown: (number == 0).then_some("Searching"),
            })
        };
        thread::scope(|scope| {
            let others: Vec<_> = (1..u64::from(self.threads.get()))
                .map(|number| scope.spawn(move || run(number)))
                .collect();
            others
                .into_iter()
                .map(|other| other.join().expect("a search does not panic"))
                .fold(run(0), |best, other| {
                    if cost(&other) < cost(&best) {
                        other
                    } else {
                        best
                    }
                })
        })
    }
}

impl Run<'_> {
    /// Searches with the budget, and with the line that costs can be told to.
    pub(super) fn with_budget<T>(&self, search: impl FnOnce(Budget<'_>, &RefCell<Line>) -> T) -> T {
        let line = RefCell::new(Line {
            progress: self.shown.map(Progress::show),
            shown_at: Instant::now(),
            cost: String::new(),
        });
        if let Some(moves) = self.search.moves {
            return search(Budget::Moves(moves), &line);
        }
        let (started, seconds) = (Instant::now(), self.search.seconds.max(0.001));
        let mut clock = || {
            let spent = started.elapsed().as_secs_f64() / seconds;
            line.borrow_mut().goes_on(spent);
            if self.interrupted.load(Ordering::Relaxed) {
                1.0
            } else {
                spent
            }
        };
        search(Budget::Clock(&mut clock), &line)
    }
}

/// Turns true when somebody presses Ctrl-C; pressing it again ends the program as ever.
fn interrupts() -> Arc<AtomicBool> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&interrupted);
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            heard.store(true, Ordering::Relaxed);
            if tokio::signal::ctrl_c().await.is_ok() {
                // 128 and the number of the signal, as shells say it.
                std::process::exit(130);
            }
        }
    });
    interrupted
}
