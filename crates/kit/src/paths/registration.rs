//! Addresses of coming to the congress.

use super::Paths;

impl Paths {
    /// Registering, and one's registration.
    #[must_use]
    pub fn registration(&self) -> String {
        self.join(self.words().registration)
    }

    /// One's ticket.
    #[must_use]
    pub fn ticket(&self) -> String {
        self.join(self.words().ticket)
    }
}
