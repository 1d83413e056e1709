//! The frame of every page: head, top bar, footer, and the page's own addresses in both languages.

use std::borrow::Cow;
use std::sync::Arc;

use wiec_model::account::Preferences;
use wiec_model::{Lang, MapLine, Text};

use crate::app::App;
use crate::cookies::Theme;
use crate::edition::Edition;
use crate::icon::Icon;
use crate::messages::{Messages, messages};
use crate::paths::Paths;
use crate::said::Said;
use crate::visit::Visit;

/// The part of the site that a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The front page and what stands beside the others.
    Home,
    /// The programme.
    Programme,
    /// Expert teams' proposals, and what they recommend.
    Proposals,
    /// Calls, and what people offer to them.
    Calls,
    /// People.
    People,
    /// Changes between releases.
    Changes,
    /// What the visitor marked as theirs.
    Mine,
    /// What is somebody's own, and the way in to it.
    Account,
    /// None of them, and made without asking whose it is: an error, or the page of last resort.
    Aside,
}

/// Whether search engines may list a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Robots {
    /// They may.
    Index,
    /// They may not: it is a view of another page, or one visitor's.
    NoIndex,
}

/// For whom a page is made.
#[derive(Clone)]
pub struct Reader {
    /// Addresses in the form they use.
    pub paths: Paths,
    /// Their theme.
    pub theme: Theme,
    /// Accessibility of their own choice.
    pub preferences: Preferences,
    /// The codes of the sessions they marked; `None` for those without marks.
    pub mine: Option<Vec<String>>,
}

impl Reader {
    /// Someone of whom nothing is known but the language: for pages made ahead.
    #[must_use]
    pub const fn anyone(lang: Lang) -> Self {
        Self {
            paths: Paths::current(lang),
            theme: Theme::System,
            preferences: Preferences {
                large_text: false,
                high_contrast: false,
                still: false,
            },
            mine: None,
        }
    }

    /// The reader behind a request, without their marks.
    #[must_use]
    pub fn of(visit: &Visit) -> Self {
        Self {
            paths: visit.paths(),
            theme: visit.theme,
            preferences: visit.preferences,
            mine: None,
        }
    }

    /// Their language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.paths.lang()
    }
}

/// Everything around the content of a page.
pub struct Frame {
    /// The words of the page's language.
    pub m: &'static Messages,
    /// Its language.
    pub lang: Lang,
    /// The addresses it links to.
    pub paths: Paths,
    /// Its title, without the congress' name.
    pub title: String,
    /// What it is about, for previews.
    pub description: String,
    /// Its own part of the site.
    pub section: Section,
    /// Whether search engines may list it.
    pub robots: Robots,
    /// The chosen theme.
    pub theme: Theme,
    /// Accessibility of their own choice.
    pub preferences: Preferences,
    /// Congress time minus real time, in seconds.
    pub shift_seconds: i64,
    /// The edition it is of.
    pub edition: Option<Arc<Edition>>,
    /// The codes of the sessions the visitor marked; `None` for those without marks.
    pub mine: Option<Vec<String>>,
    /// Its own path.
    pub here: String,
    /// The same page in the other language.
    pub there: String,
    /// Its permanent address, seen from outside.
    pub canonical: String,
    /// The permanent address of the same page in Polish.
    pub polish: String,
    /// The permanent address of the same page in English.
    pub english: String,
    /// Where the site is seen from outside.
    pub base: String,
}

impl Frame {
    /// The frame of the page that `place` gives the address of.
    pub fn new(
        app: &App,
        edition: Option<&Arc<Edition>>,
        reader: &Reader,
        title: &str,
        place: impl Fn(&Paths) -> String,
    ) -> Self {
        let lang = reader.lang();
        let base = &app.site.base;
        let permanent = |lang| {
            let paths = edition.map_or(Paths::current(lang), |edition| {
                Paths::permanent(lang, edition.slug().clone())
            });
            place(&paths.absolute(base))
        };
        Self {
            m: messages(lang),
            lang,
            title: title.to_owned(),
            description: String::new(),
            section: Section::Home,
            robots: Robots::Index,
            theme: reader.theme,
            preferences: reader.preferences,
            shift_seconds: app.clock.shift_seconds(),
            edition: edition.cloned(),
            mine: reader.mine.clone(),
            here: place(&reader.paths),
            there: place(&reader.paths.other()),
            canonical: permanent(lang),
            polish: permanent(Lang::Pl),
            english: permanent(Lang::En),
            base: base.clone(),
            paths: reader.paths.clone(),
        }
    }

    /// The same frame in another part of the site.
    #[must_use]
    pub const fn within(mut self, section: Section) -> Self {
        self.section = section;
        self
    }

    /// The same frame with a description.
    #[must_use]
    pub fn about(mut self, description: &str) -> Self {
        self.description = description.split_whitespace().collect::<Vec<_>>().join(" ");
        self
    }

    /// The same frame, out of search engines.
    #[must_use]
    pub const fn unlisted(mut self) -> Self {
        self.robots = Robots::NoIndex;
        self
    }

    /// The name of the congress; of the program where there is none.
    #[must_use]
    pub fn congress(&self) -> &str {
        self.edition
            .as_ref()
            .map_or("Wiec", |edition| edition.release.programme.name(self.lang))
    }

    /// The note of the edition: that its content is a sample, say.
    #[must_use]
    pub fn note(&self) -> Option<Said> {
        let note = self
            .edition
            .as_ref()?
            .release
            .programme
            .congress
            .note
            .as_ref()?;
        Some(self.said(note))
    }

    /// A text in the language of the page.
    #[must_use]
    pub fn said(&self, text: &Text) -> Said {
        Said::of(text, self.lang)
    }

    /// What the offline store goes by: see [`stored_as`]. Only pages of the current edition under
    /// its short addresses say it, because the store holds no others.
    #[must_use]
    pub fn release(&self) -> Option<String> {
        let stored = !self.marks_unasked() && self.paths == Paths::current(self.lang);
        self.edition
            .as_ref()
            .filter(|_| stored)
            .map(|edition| stored_as(edition))
    }

    /// How the menu's link to a part of the site stands to this page: `page` if it leads here,
    /// `true` if this page lies within.
    #[must_use]
    pub fn current(&self, section: Section) -> Option<&'static str> {
        let link = match section {
            Section::Home => self.paths.home(),
            Section::Programme => self.paths.programme(),
            Section::Proposals => self.paths.proposals(),
            Section::Calls => self.paths.calls(),
            Section::People => self.paths.people(),
            Section::Changes => self.paths.changes(),
            Section::Mine => self.paths.mine(),
            Section::Account => self.paths.account(),
            Section::Aside => return None,
        };
        (section == self.section).then_some(if link == self.here { "page" } else { "true" })
    }

    /// Whether nobody asked for the visitor's marks: then their absence means nothing.
    #[must_use]
    pub const fn marks_unasked(&self) -> bool {
        matches!(
            self.section,
            Section::Aside | Section::Account | Section::Proposals | Section::Calls
        )
    }

    /// The slug of the edition, by which a browser keeps the marks of editions apart.
    #[must_use]
    pub fn list(&self) -> &str {
        self.edition
            .as_ref()
            .map_or("", |edition| edition.slug().as_str())
    }

    /// The address of one of the browser's files.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        crate::assets::path(name)
    }

    /// An icon of the sprite.
    #[must_use]
    pub const fn icon<'a>(&self, id: &'a str) -> Icon<'a> {
        Icon(Cow::Borrowed(id))
    }

    /// The sign of a map line.
    #[must_use]
    pub fn line_icon(&self, line: &MapLine) -> Icon<'static> {
        Icon(Cow::Owned(format!("t-{}", line.key())))
    }

    /// How many sessions the visitor marked.
    #[must_use]
    pub fn mine_count(&self) -> usize {
        self.mine.as_ref().map_or(0, Vec::len)
    }

    /// The marked codes, for the script.
    #[must_use]
    pub fn mine_list(&self) -> Option<String> {
        self.mine.as_ref().map(|codes| codes.join(" "))
    }

    /// The locale for previews.
    #[must_use]
    pub const fn locale(&self) -> &'static str {
        match self.lang {
            Lang::Pl => "pl_PL",
            Lang::En => "en_GB",
        }
    }
}

/// The name under which a browser stores a release: `kpm-2019.1.1A2B3C4D`.
///
/// It holds the build of the browser's files as well, because a stored page is worth nothing
/// without the style sheet it was made for. No spaces: the worker's notes use them.
#[must_use]
pub fn stored_as(edition: &Edition) -> String {
    format!(
        "{}.{}.{}",
        edition.slug(),
        edition.release.number,
        build_of_files()
    )
}

/// The hashes of the files that every page asks for, one after the other.
fn build_of_files() -> String {
    ["app.js", "main.css", "icons.svg"]
        .into_iter()
        .filter_map(|name| {
            let (stem, _) = crate::assets::path(name).rsplit_once('.')?;
            stem.rsplit_once('-').map(|(_, hash)| hash)
        })
        .collect()
}
