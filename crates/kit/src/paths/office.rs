//! Addresses of the office. They always name the congress, so that one can be worked on before it is released.

use wiec_model::Slug;

use super::Paths;

impl Paths {
    /// The office: the congresses one may work on.
    #[must_use]
    pub fn office(&self) -> String {
        let everywhere = Self {
            edition: None,
            ..self.clone()
        };
        everywhere.join(self.words().office)
    }

    /// The office of one congress.
    #[must_use]
    pub fn office_of(&self, congress: &Slug) -> String {
        format!("{}/{congress}", self.office())
    }

    /// A part of the office of one congress: `in_office(congress, words.rooms)`.
    #[must_use]
    pub fn in_office(&self, congress: &Slug, part: &str) -> String {
        format!("{}/{part}", self.office_of(congress))
    }
}
