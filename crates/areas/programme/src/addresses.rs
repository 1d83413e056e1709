//! Permanent addresses as the exported files state them.

use wiec_interchange::write::Addresses;
use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::paths::Paths;
use wiec_model::{Day, Lang, Person, Room, Session, Slug};

/// The permanent addresses of an edition, seen from outside.
pub struct Permanent {
    base: String,
    edition: Slug,
}

impl Permanent {
    /// The addresses of an edition on the operator's site.
    pub fn new(app: &App, edition: &Edition) -> Self {
        Self {
            base: app.site.base.clone(),
            edition: edition.slug().clone(),
        }
    }

    fn paths(&self, lang: Lang) -> Paths {
        Paths::permanent(lang, self.edition.clone()).absolute(&self.base)
    }
}

impl Addresses for Permanent {
    fn home(&self, lang: Lang) -> String {
        self.paths(lang).home()
    }

    fn programme(&self, lang: Lang) -> String {
        self.paths(lang).programme()
    }

    fn day(&self, day: &Day, lang: Lang) -> String {
        self.paths(lang).day(day)
    }

    fn session(&self, session: &Session, lang: Lang) -> String {
        self.paths(lang).session(session)
    }

    fn room(&self, room: &Room, lang: Lang) -> String {
        self.paths(lang).room(room)
    }

    fn person(&self, person: &Person, lang: Lang) -> String {
        self.paths(lang).person(person)
    }

    fn changes(&self, lang: Lang) -> String {
        self.paths(lang).changes()
    }

    fn file(&self, name: &str, lang: Lang) -> String {
        self.paths(lang).file(name)
    }
}
