//! A line that says what takes long, gone when it is done; for people only, never in a file or a pipe.

use std::io::{self, IsTerminal as _, Write as _};

/// Shows what is going on until dropped.
#[derive(Debug)]
pub(crate) struct Progress {
    what: String,
    shown: bool,
}

impl Progress {
    /// Says what is going on: `Reading congress.json`.
    pub(crate) fn show(what: &str) -> Self {
        let mut stderr = io::stderr();
        let shown = stderr.is_terminal()
            && write!(stderr, "{what} …")
                .and_then(|()| stderr.flush())
                .is_ok();
        Self {
            what: what.to_owned(),
            shown,
        }
    }
}

impl Progress {
    /// Says how far it is: `Searching … 40 %`.
    pub(crate) fn goes_on(&mut self, how_far: &str) {
        if self.shown {
            let mut stderr = io::stderr();
            let line = write!(stderr, "\r\u{1b}[K{} … {how_far}", self.what);
            self.shown = line.and_then(|()| stderr.flush()).is_ok();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            // The escape clears the line; a terminal that does not know it shows what it is: nothing new.
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
