//! Addresses of the pages that the law asks for.

use super::Paths;

impl Paths {
    /// The privacy notice.
    #[must_use]
    pub fn privacy(&self) -> String {
        self.join(self.words().privacy)
    }

    /// The accessibility statement.
    #[must_use]
    pub fn accessibility(&self) -> String {
        self.join(self.words().accessibility)
    }

    /// How long what is kept.
    #[must_use]
    pub fn retention(&self) -> String {
        self.join(self.words().retention)
    }
}
