//! Addresses. Every link of every page is made here, in the words of its language.
//!
//! The current edition is also reachable without its slug (`/program`), every edition for ever with
//! it (`/kpm-2019/program`). Pages link within the form in which they were asked for; exports and
//! `canonical` links always use the permanent one.

mod calls;
mod notices;
mod office;
pub mod people;
mod register;
mod registration;

use jiff::civil::Date;
use wiec_model::{Day, Lang, Person, Room, Session, Slug};

use crate::dates::day_slug;

/// The words of addresses in one language.
#[derive(Debug)]
pub struct Words {
    /// The programme.
    pub programme: &'static str,
    /// Sessions.
    pub sessions: &'static str,
    /// People.
    pub people: &'static str,
    /// A room.
    pub room: &'static str,
    /// The screen beside a room's door.
    pub door: &'static str,
    /// Changes between releases.
    pub changes: &'static str,
    /// What a visitor marked as theirs.
    pub mine: &'static str,
    /// The choice of theme.
    pub look: &'static str,
    /// A calendar file.
    pub calendar: &'static str,
    /// Signing in.
    pub sign_in: &'static str,
    /// Signing out.
    pub sign_out: &'static str,
    /// What is a member's own: "my congress".
    pub account: &'static str,
    /// Registering for the congress.
    pub registration: &'static str,
    /// The ticket of someone who is registered.
    pub ticket: &'static str,
    /// The organisers' office.
    pub office: &'static str,
    /// A new congress, in the office.
    pub new_congress: &'static str,
    /// Checking people in at the door.
    pub check_in: &'static str,
    /// The privacy notice.
    pub privacy: &'static str,
    /// The accessibility statement.
    pub accessibility: &'static str,
    /// How long what is kept.
    pub retention: &'static str,
    /// Having no more letters.
    pub unsubscribe: &'static str,
    /// The settings of a congress, in the office.
    pub settings: &'static str,
    /// Its days.
    pub days: &'static str,
    /// Its rooms.
    pub rooms: &'static str,
    /// Its tracks.
    pub tracks: &'static str,
    /// Its kinds of sessions.
    pub kinds: &'static str,
    /// Its draft schedule.
    pub schedule: &'static str,
    /// When people and rooms can.
    pub availability: &'static str,
    /// Its next release.
    pub release: &'static str,
    /// Those who registered.
    pub registrations: &'static str,
    /// Letters.
    pub mail: &'static str,
    /// A mailing: letters that were written together.
    pub mailing: &'static str,
    /// A mailing that is being written.
    pub new_mailing: &'static str,
    /// Jobs.
    pub jobs: &'static str,
    /// What was done.
    pub history: &'static str,
    /// Who may do what.
    pub roles: &'static str,
    /// Figures for the funder.
    pub statistics: &'static str,
    /// Pages that the law asks for.
    pub notices: &'static str,
    /// The proposals of expert teams.
    pub proposals: &'static str,
    /// What they recommend.
    pub recommendations: &'static str,
    /// A clause of a proposal.
    pub clause: &'static str,
    /// A remark on it, by its number.
    pub remark: &'static str,
    /// All remarks on a proposal.
    pub remarks: &'static str,
    /// Its published versions.
    pub versions: &'static str,
    /// Two of them, compared.
    pub compare: &'static str,
    /// Confirming a remark.
    pub confirm: &'static str,
    /// The rules of discussions, and what was taken down.
    pub rules: &'static str,
    /// What the team of a proposal works on.
    pub team: &'static str,
    /// Reports of consultations.
    pub reports: &'static str,
    /// Calls.
    pub calls: &'static str,
    /// Offering something to a call.
    pub submit: &'static str,
    /// Texts that were chosen out of a call.
    pub texts: &'static str,
    /// What was offered to calls.
    pub submissions: &'static str,
    /// Answering an invitation to be an author.
    pub invitation: &'static str,
    /// The committee of a call.
    pub committee: &'static str,
    /// The clock of a session's talks, for the room.
    pub timer: &'static str,
}

const POLISH: Words = Words {
    programme: "program",
    sessions: "sesje",
    people: "osoby",
    room: "sala",
    door: "drzwi",
    changes: "zmiany",
    mine: "moje",
    look: "wyglad",
    calendar: "kalendarz.ics",
    sign_in: "wejdz",
    sign_out: "wyjdz",
    account: "moj-kongres",
    registration: "rejestracja",
    ticket: "bilet",
    office: "biuro",
    new_congress: "nowy-kongres",
    check_in: "wejscie",
    privacy: "prywatnosc",
    accessibility: "deklaracja-dostepnosci",
    retention: "przechowywanie",
    unsubscribe: "wypisz",
    settings: "ustawienia",
    days: "dni",
    rooms: "sale",
    tracks: "tematy",
    kinds: "rodzaje",
    schedule: "harmonogram",
    availability: "dyspozycyjnosc",
    release: "ogloszenie",
    registrations: "rejestracje",
    mail: "poczta",
    mailing: "wysylka",
    new_mailing: "nowa-wysylka",
    jobs: "zadania",
    history: "historia",
    roles: "role",
    statistics: "statystyka",
    notices: "dokumenty",
    proposals: "propozycje",
    recommendations: "rekomendacje",
    clause: "akapit",
    remark: "uwaga",
    remarks: "uwagi",
    versions: "wersje",
    compare: "porownaj",
    confirm: "potwierdz",
    rules: "zasady",
    team: "zespol",
    reports: "raporty",
    calls: "nabory",
    submit: "zglos",
    texts: "teksty",
    submissions: "zgloszenia",
    invitation: "zaproszenie",
    committee: "komisja",
    timer: "zegar",
};

const ENGLISH: Words = Words {
    programme: "programme",
    sessions: "sessions",
    people: "people",
    room: "room",
    door: "door",
    changes: "changes",
    mine: "mine",
    look: "appearance",
    calendar: "calendar.ics",
    sign_in: "sign-in",
    sign_out: "sign-out",
    account: "my-congress",
    registration: "registration",
    ticket: "ticket",
    office: "office",
    new_congress: "new-congress",
    check_in: "check-in",
    privacy: "privacy",
    accessibility: "accessibility-statement",
    retention: "retention",
    unsubscribe: "unsubscribe",
    settings: "settings",
    days: "days",
    rooms: "rooms",
    tracks: "tracks",
    kinds: "kinds",
    schedule: "schedule",
    availability: "availability",
    release: "release",
    registrations: "registrations",
    mail: "mail",
    mailing: "mailing",
    new_mailing: "new-mailing",
    jobs: "jobs",
    history: "history",
    roles: "roles",
    statistics: "statistics",
    notices: "notices",
    proposals: "proposals",
    recommendations: "recommendations",
    clause: "clause",
    remark: "remark",
    remarks: "remarks",
    versions: "versions",
    compare: "compare",
    confirm: "confirm",
    rules: "rules",
    team: "team",
    reports: "reports",
    calls: "calls",
    submit: "submit",
    texts: "texts",
    submissions: "submissions",
    invitation: "invitation",
    committee: "committee",
    timer: "timer",
};

/// The words of addresses in `lang`.
#[must_use]
pub const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Pl => &POLISH,
        Lang::En => &ENGLISH,
    }
}

/// Makes the addresses of one edition in one language; paths begin with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    lang: Lang,
    /// Set for permanent addresses.
    edition: Option<Slug>,
    /// Put before every path: empty within a site, `https://…` outside it.
    base: String,
}

impl Paths {
    /// Addresses of the current edition, without its slug.
    #[must_use]
    pub const fn current(lang: Lang) -> Self {
        Self {
            lang,
            edition: None,
            base: String::new(),
        }
    }

    /// Permanent addresses of an edition.
    #[must_use]
    pub const fn permanent(lang: Lang, edition: Slug) -> Self {
        Self {
            lang,
            edition: Some(edition),
            base: String::new(),
        }
    }

    /// The same addresses as seen from outside, under the site's own `base` (no slash at its end).
    #[must_use]
    pub fn absolute(mut self, base: &str) -> Self {
        base.clone_into(&mut self.base);
        self
    }

    /// The same addresses in the other language.
    #[must_use]
    pub fn other(&self) -> Self {
        Self {
            lang: self.lang.other(),
            ..self.clone()
        }
    }

    /// The language of the pages behind these addresses.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The front page.
    #[must_use]
    pub fn home(&self) -> String {
        let home = self.join("");
        if home.len() == self.base.len() {
            home + "/"
        } else {
            home
        }
    }

    /// The programme, which shows the day that it is, or the first.
    #[must_use]
    pub fn programme(&self) -> String {
        self.join(self.words().programme)
    }

    /// One day of the programme.
    #[must_use]
    pub fn day(&self, day: &Day) -> String {
        self.date(day.date)
    }

    /// One day of the programme, by its date.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.join(&format!(
            "{}/{}",
            self.words().programme,
            day_slug(date, self.lang)
        ))
    }

    /// A session.
    #[must_use]
    pub fn session(&self, session: &Session) -> String {
        self.join(&format!(
            "{}/{}",
            self.words().sessions,
            session.slug.get(self.lang)
        ))
    }

    /// All people.
    #[must_use]
    pub fn people(&self) -> String {
        self.join(self.words().people)
    }

    /// A person.
    #[must_use]
    pub fn person(&self, person: &Person) -> String {
        self.join(&format!(
            "{}/{}",
            self.words().people,
            person.slug.get(self.lang)
        ))
    }

    /// A room.
    #[must_use]
    pub fn room(&self, room: &Room) -> String {
        self.join(&format!("{}/{}", self.words().room, room.slug))
    }

    /// The screen beside a room's door.
    #[must_use]
    pub fn door(&self, room: &Room) -> String {
        self.join(&format!("{}/{}", self.words().door, room.slug))
    }

    /// Changes between releases.
    #[must_use]
    pub fn changes(&self) -> String {
        self.join(self.words().changes)
    }

    /// Where a visitor's own marks are kept.
    #[must_use]
    pub fn mine(&self) -> String {
        self.join(self.words().mine)
    }

    /// The calendar of a visitor's own marks, by its secret.
    #[must_use]
    pub fn my_calendar(&self, secret: &str) -> String {
        self.join(&format!(
            "{}/{secret}/{}",
            self.words().mine,
            self.words().calendar
        ))
    }

    /// Where the choice of theme is kept.
    #[must_use]
    pub fn look(&self) -> String {
        self.join(self.words().look)
    }

    /// The calendar of the page at `path`, one of those made here.
    #[must_use]
    pub fn calendar_of(&self, path: impl AsRef<str>) -> String {
        format!(
            "{}/{}",
            path.as_ref().trim_end_matches('/'),
            self.words().calendar
        )
    }

    /// A file of the edition: `schedule.xml`.
    #[must_use]
    pub fn file(&self, name: &str) -> String {
        self.join(name)
    }

    pub(crate) fn words(&self) -> &'static Words {
        words(self.lang)
    }

    pub(crate) fn join(&self, rest: &str) -> String {
        let mut path = self.base.clone();
        if self.lang == Lang::En {
            path.push_str("/en");
        }
        for part in [self.edition.as_ref().map(Slug::as_str), Some(rest)]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
        {
            path.push('/');
            path.push_str(part);
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_page_has_four_addresses() {
        let slug: Slug = "kpm-2019".parse().unwrap();
        assert_eq!(Paths::current(Lang::Pl).home(), "/");
        assert_eq!(Paths::current(Lang::En).home(), "/en");
        assert_eq!(Paths::permanent(Lang::Pl, slug.clone()).home(), "/kpm-2019");
        assert_eq!(
            Paths::permanent(Lang::En, slug)
                .absolute("https://x.pl")
                .home(),
            "https://x.pl/en/kpm-2019"
        );
    }

    #[test]
    fn a_day_is_called_in_the_language_of_its_page() {
        let date = jiff::civil::date(2019, 11, 15);
        assert_eq!(Paths::current(Lang::Pl).date(date), "/program/15-listopada");
        assert_eq!(
            Paths::current(Lang::En).date(date),
            "/en/programme/15-november"
        );
    }
}
