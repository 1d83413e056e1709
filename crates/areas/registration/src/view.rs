//! What the pages of this area share: addresses, frames, moments in words.

use wiec_kit::app::App;
use wiec_kit::frame::{Frame, Reader, Section};
use wiec_kit::office::Part;
use wiec_kit::paths::Paths;
use wiec_kit::visit::Visit;
use wiec_model::{Lang, Slug};

/// The words of this area's own addresses.
pub struct Words {
    /// Where one is led after the form was received.
    pub received: &'static str,
    /// Changing what one said.
    pub change: &'static str,
    /// Giving up one's place.
    pub withdraw: &'static str,
    /// Setting up the form, in the office.
    pub form: &'static str,
    /// Taking in a list, in the office.
    pub import: &'static str,
    /// What has to be provided, in the office.
    pub needs: &'static str,
}

/// The words of addresses in `lang`.
pub const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => Words {
            received: "przyjete",
            change: "dane",
            withdraw: "rezygnacja",
            form: "formularz",
            import: "wczytaj",
            needs: "potrzeby",
        },
        Lang::En => Words {
            received: "received",
            change: "details",
            withdraw: "withdrawal",
            form: "form",
            import: "import",
            needs: "needs",
        },
    }
}

/// The address of a page below one's registration.
pub fn below(paths: &Paths, word: impl Fn(Words) -> &'static str) -> String {
    format!("{}/{}", paths.registration(), word(words(paths.lang())))
}

/// The address of a page below the list of registrations, in the office.
pub fn in_office(paths: &Paths, congress: &Slug, word: impl Fn(Words) -> &'static str) -> String {
    let list = Part::Registrations.path(paths, congress);
    format!("{list}/{}", word(words(paths.lang())))
}

/// The frame of a public page of this area.
pub fn frame(app: &App, visit: &Visit, title: &str, place: impl Fn(&Paths) -> String) -> Frame {
    let reader = Reader::of(visit);
    Frame::new(app, visit.edition.as_ref(), &reader, title, place)
        .within(Section::Account)
        .unlisted()
}
