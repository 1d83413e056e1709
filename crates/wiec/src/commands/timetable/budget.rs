//! How long is searched: by the clock, until somebody interrupts, or so many moves.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use clap::Args;
use wiec_timetable::Budget;

use crate::progress::Progress;

/// Between two changes of the line on the terminal.
const BETWEEN_LINES: Duration = Duration::from_millis(200);

/// How long is searched, and from which seed.
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
    pub(super) seed: u64,
}

/// The line that says how far the search is.
pub(super) struct Line {
    progress: Progress,
    shown_at: Instant,
    spent: f64,
    cost: String,
}

impl Line {
    /// The best so far costs this.
    pub(super) fn costs(&mut self, cost: String) {
        self.cost = cost;
    }

    fn goes_on(&mut self, spent: f64) {
        self.spent = spent;
        if self.shown_at.elapsed() >= BETWEEN_LINES {
            self.shown_at = Instant::now();
            let percent = (self.spent.min(1.0) * 100.0).floor();
            self.progress
                .goes_on(&format!("{percent} %, best so far {}", self.cost));
        }
    }
}

impl Search {
    /// Runs a search with its budget, and with the line that it can tell costs to.
    pub(super) fn run<T>(&self, search: impl FnOnce(Budget<'_>, &RefCell<Line>) -> T) -> T {
        let line = RefCell::new(Line {
            progress: Progress::show("Searching"),
            shown_at: Instant::now(),
            spent: 0.0,
            cost: String::new(),
        });
        if let Some(moves) = self.moves {
            return search(Budget::Moves(moves), &line);
        }
        let interrupted = interrupts();
        let (started, seconds) = (Instant::now(), self.seconds.max(0.001));
        let mut clock = || {
            let spent = started.elapsed().as_secs_f64() / seconds;
            line.borrow_mut().goes_on(spent);
            if interrupted.load(Ordering::Relaxed) {
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
