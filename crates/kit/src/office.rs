//! The frame of the office: its dark bar names the parts that the one who is signed in may work on.
//!
//! Templates extend `office.html` and fill `content`, and if they like `about` (a sentence below the
//! title), `tools` (buttons beside it) and `bar` (filters below). What a page holds for its frame is
//! called `frame` as on public pages: an [`OfficeFrame`] is a [`Frame`] and more.

use std::ops::Deref;

use wiec_model::rules::{Action, Actor, On, may};
use wiec_model::{Slug, Zone};
use wiec_store::Sight;

use crate::app::App;
use crate::error::PageError;
use crate::frame::{Frame, Reader, Section};
use crate::messages::{Messages, messages};
use crate::paths::{Paths, Words, words};
use crate::visit::Visit;

/// A part of the office of one congress, as its bar lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// How the edition stands, and what waits.
    Desk,
    /// The draft schedule, and when people and rooms can.
    Schedule,
    /// Sessions.
    Sessions,
    /// People of the programme and their parts.
    People,
    /// Rooms.
    Rooms,
    /// The next release.
    Release,
    /// The proposals of expert teams, and their discussions.
    Register,
    /// Calls, what was offered to them, and what is chosen.
    Calls,
    /// Those who registered, and figures about them.
    Registrations,
    /// Letting people in at the door.
    CheckIn,
    /// Letters and jobs.
    Mail,
    /// Who may do what.
    Roles,
    /// What was done.
    History,
    /// Pages that the law asks for.
    Notices,
    /// The congress itself: days, tracks, kinds.
    Settings,
}

impl Part {
    /// All parts, in the order of the bar.
    pub const ALL: [Self; 15] = [
        Self::Desk,
        Self::Schedule,
        Self::Sessions,
        Self::People,
        Self::Rooms,
        Self::Release,
        Self::Register,
        Self::Calls,
        Self::Registrations,
        Self::CheckIn,
        Self::Mail,
        Self::Roles,
        Self::History,
        Self::Notices,
        Self::Settings,
    ];

    /// What one must be allowed to do to see it.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::Desk => Action::EnterOffice,
            Self::Schedule | Self::Sessions | Self::People | Self::Rooms | Self::Settings => {
                Action::EditDraft
            }
            Self::Release => Action::Release,
            Self::Register => Action::ManageRegister,
            Self::Calls => Action::ManageCalls,
            Self::Registrations => Action::ManageRegistrations,
            Self::CheckIn => Action::CheckIn,
            Self::Mail => Action::ManageMail,
            Self::Roles => Action::ManageRoles,
            Self::History => Action::ReadHistory,
            Self::Notices => Action::EditNotices,
        }
    }

    /// Its address.
    #[must_use]
    pub fn path(self, paths: &Paths, congress: &Slug) -> String {
        match self.word(words(paths.lang())) {
            Some(word) => paths.in_office(congress, word),
            None => paths.office_of(congress),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self, m: &Messages) -> &'static str {
        match self {
            Self::Desk => m.office_desk(),
            Self::Schedule => m.office_schedule(),
            Self::Sessions => m.office_sessions(),
            Self::People => m.office_people(),
            Self::Rooms => m.office_rooms(),
            Self::Release => m.office_release(),
            Self::Register => m.office_register(),
            Self::Calls => m.office_calls(),
            Self::Registrations => m.office_registrations(),
            Self::CheckIn => m.office_check_in(),
            Self::Mail => m.office_mail(),
            Self::Roles => m.office_roles(),
            Self::History => m.office_history(),
            Self::Notices => m.office_notices(),
            Self::Settings => m.office_settings(),
        }
    }

    const fn word(self, words: &Words) -> Option<&'static str> {
        Some(match self {
            Self::Desk => return None,
            Self::Schedule => words.schedule,
            Self::Sessions => words.sessions,
            Self::People => words.people,
            Self::Rooms => words.rooms,
            Self::Release => words.release,
            Self::Register => words.proposals,
            Self::Calls => words.calls,
            Self::Registrations => words.registrations,
            Self::CheckIn => words.check_in,
            Self::Mail => words.mail,
            Self::Roles => words.roles,
            Self::History => words.history,
            Self::Notices => words.notices,
            Self::Settings => words.settings,
        })
    }

    const fn icon(self) -> &'static str {
        match self {
            Self::Desk => "grid",
            Self::Schedule => "calendar",
            Self::Sessions => "mic",
            Self::People => "users",
            Self::Rooms => "door",
            Self::Release => "flag",
            Self::Register => "doc",
            Self::Calls => "kalejdo",
            Self::Registrations => "ticket",
            Self::CheckIn => "check",
            Self::Mail => "mail",
            Self::Roles => "key",
            Self::History => "history",
            Self::Notices => "law",
            Self::Settings => "gear",
        }
    }
}

/// A link of the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its icon.
    pub icon: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Where it leads.
    pub href: String,
    /// How it stands to this page: `page` if it leads here, `true` if this page lies within.
    pub current: Option<&'static str>,
}

/// Everything around the content of an office page.
pub struct OfficeFrame {
    frame: Frame,
    /// The parts that may be worked on.
    pub entries: Vec<Entry>,
    /// The congress being worked on.
    pub slug: Option<Slug>,
    /// The zone in which its clocks are read.
    pub zone: Zone,
    /// Whether something was just saved.
    pub saved: bool,
    name: String,
    public: Option<String>,
}

impl Deref for OfficeFrame {
    type Target = Frame;

    fn deref(&self) -> &Frame {
        &self.frame
    }
}

impl OfficeFrame {
    /// The frame of a page about one congress, whose address `place` gives. `actor` decides which
    /// parts the bar offers.
    ///
    /// # Errors
    ///
    /// [`PageError::NotFound`] if there is no such congress; [`PageError::Internal`] if the store
    /// cannot be read.
    pub async fn open(
        app: &App,
        visit: &Visit,
        actor: &Actor,
        congress: &Slug,
        part: Part,
        title: &str,
        place: impl Fn(&Paths) -> String,
    ) -> Result<Self, PageError> {
        let about = app.store.congresses().find(congress).await?;
        let about = about.ok_or(PageError::NotFound)?;
        let mut office = Self::site(app, visit, title, place);
        about.name.words(visit.lang).clone_into(&mut office.name);
        office.entries = office.entries_for(actor, congress, part);
        office.slug = Some(congress.clone());
        office.zone = about.zone;
        office.public = app
            .editions
            .served()
            .edition(congress.as_str())
            .map(|edition| Paths::permanent(visit.lang, edition.slug().clone()).home());
        Ok(office)
    }

    /// The frame of a page about no congress in particular.
    #[must_use]
    pub fn site(app: &App, visit: &Visit, title: &str, place: impl Fn(&Paths) -> String) -> Self {
        let reader = Reader {
            paths: Paths::current(visit.lang),
            ..Reader::of(visit)
        };
        let frame = Frame::new(app, None, &reader, title, place)
            .within(Section::Aside)
            .unlisted();
        Self {
            frame,
            entries: Vec::new(),
            slug: None,
            zone: Zone::default(),
            saved: visit.asks(SAVED),
            name: messages(visit.lang).office_title().to_owned(),
            public: None,
        }
    }

    /// What the page is about: the name of the congress, or the office itself.
    #[must_use]
    pub fn congress(&self) -> &str {
        &self.name
    }

    /// Where the public sees the congress, if it does.
    #[must_use]
    pub fn public(&self) -> Option<&str> {
        self.public.as_deref()
    }

    /// The address of the desk of this congress.
    #[must_use]
    pub fn desk(&self) -> String {
        self.slug
            .as_ref()
            .map_or_else(|| self.paths.office(), |slug| self.paths.office_of(slug))
    }

    /// The words of addresses in the language of the page.
    #[must_use]
    pub const fn words(&self) -> &'static Words {
        words(self.frame.lang)
    }

    /// The address of a part of the office of this congress: `frame.part(frame.words().rooms)`.
    #[must_use]
    pub fn part(&self, word: &str) -> String {
        format!("{}/{word}", self.desk())
    }

    fn entries_for(&self, actor: &Actor, congress: &Slug, here: Part) -> Vec<Entry> {
        let on = On::Congress(congress.clone());
        Part::ALL
            .into_iter()
            .filter(|part| may(actor, part.action(), &on))
            .map(|part| {
                let href = part.path(&self.paths, congress);
                let link = if href == self.here { "page" } else { "true" };
                Entry {
                    icon: part.icon(),
                    label: part.label(self.m),
                    current: (part == here).then_some(link),
                    href,
                }
            })
            .collect()
    }
}

/// What an address asks for after something was saved.
const SAVED: &str = "saved";

/// What somebody sees of people who registered: the one place where that is decided for lists, whose
/// permit is for other things too.
#[must_use]
pub fn sight(actor: &Actor, congress: &Slug) -> Sight {
    let on = On::Congress(congress.clone());
    if may(actor, Action::ManageRegistrations, &on) {
        Sight::All
    } else {
        Sight::NotRegistered
    }
}

/// The address of an office page, which will say there that something was saved.
#[must_use]
pub fn saved(path: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}{SAVED}")
}

#[cfg(test)]
mod tests {
    use wiec_model::Lang;

    use super::*;

    #[test]
    fn every_part_has_an_address_and_a_name_of_its_own_in_both_languages() {
        let congress: Slug = "kpm-2019".parse().expect("a slug");
        for lang in Lang::ALL {
            let (paths, m) = (Paths::current(lang), messages(lang));
            let mut seen: Vec<(String, &str)> = Part::ALL
                .into_iter()
                .map(|part| (part.path(&paths, &congress), part.label(m)))
                .collect();
            seen.sort_unstable();
            seen.dedup_by(|a, b| a.0 == b.0 || a.1 == b.1);
            assert_eq!(seen.len(), Part::ALL.len());
        }
    }
}
