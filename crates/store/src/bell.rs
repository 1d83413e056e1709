//! The one bell for live changes: what was committed rings, and whoever waits for it looks again.
//!
//! It says that something happened and not what: a listener that missed ten rings has missed nothing
//! that its next look does not show. Within one process; other servers on the same database look by
//! themselves every few seconds.

use tokio::sync::broadcast::{self, error::RecvError};

/// So many rings may wait for a slow listener; beyond that it hears that it missed some.
const WAITING: usize = 64;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// A job was enqueued, or may be tried again.
    Jobs,
    /// A schedule was released, or its files were made anew.
    Released,
    /// A draft was changed.
    Draft,
    /// Somebody registered, or a registration changed.
    Registrations,
    /// A proposal, its words or a remark on it changed.
    Register,
    /// A call, something offered to it, or what a committee said of that changed.
    Calls,
}

/// Rings after every commit that touched a topic. Clones are the same bell.
#[derive(Clone, Debug)]
pub struct Bell(broadcast::Sender<Topic>);

impl Default for Bell {
    fn default() -> Self {
        Self(broadcast::channel(WAITING).0)
    }
}

impl Bell {
    /// Rings for everyone who listens by now.
    pub fn ring(&self, topic: Topic) {
        // Nobody listening is no failure.
        let _ = self.0.send(topic);
    }

    /// Listens from now on.
    #[must_use]
    pub fn listen(&self) -> Listener {
        Listener(self.0.subscribe())
    }
}

/// Someone who listens to the bell.
#[derive(Debug)]
pub struct Listener(broadcast::Receiver<Topic>);

impl Listener {
    /// Waits until one of `topics` is rung, or rings were missed; `false` when the bell is gone.
    pub async fn hears(&mut self, topics: &[Topic]) -> bool {
        loop {
            match self.0.recv().await {
                Ok(topic) if topics.contains(&topic) => return true,
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => return true,
                Err(RecvError::Closed) => return false,
            }
        }
    }
}
