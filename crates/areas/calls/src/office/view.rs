//! What the pages of this part share: addresses, frames, the links between them, choices in words.

use std::collections::BTreeMap;

use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, FormData};
use wiec_kit::history::name_of;
use wiec_kit::messages::Messages;
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::Paths;
use wiec_kit::visit::Visit;
use wiec_model::account::Account;
use wiec_model::calls::{Call, SubmissionCode};
use wiec_model::rules::Actor;
use wiec_model::{AccountId, Lang, Programme, Slug, Zone};

/// The words of this part's own addresses.
pub struct Words {
    /// Making a call.
    pub new: &'static str,
    /// What is said of a call.
    pub settings: &'static str,
    /// How it is judged.
    pub review: &'static str,
    /// What it asks.
    pub questions: &'static str,
    /// The codes that let people in.
    pub codes: &'static str,
    /// Who judges what.
    pub assignments: &'static str,
    /// Who would judge what, calculated anew.
    pub calculated: &'static str,
    /// Typing in what somebody sent.
    pub typing: &'static str,
    /// The words of something that was typed in.
    pub text: &'static str,
    /// What blind members do not see.
    pub hidden: &'static str,
    /// Files.
    pub files: &'static str,
    /// Authors.
    pub authors: &'static str,
}

/// The words of addresses in `lang`.
pub const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => Words {
            new: "nowy",
            settings: "ustawienia",
            review: "ocena",
            questions: "pytania",
            codes: "kody",
            assignments: "przydzialy",
            calculated: "wyliczone",
            typing: "dopisz",
            text: "tekst",
            hidden: "ukryte",
            files: "pliki",
            authors: "autorzy",
        },
        Lang::En => Words {
            new: "new",
            settings: "settings",
            review: "review",
            questions: "questions",
            codes: "codes",
            assignments: "assignments",
            calculated: "calculated",
            typing: "add",
            text: "text",
            hidden: "hidden",
            files: "files",
            authors: "authors",
        },
    }
}

/// Whether a word of addresses is taken by a page of ours, in either language.
pub fn is_taken(slug: &Slug) -> bool {
    Lang::ALL
        .into_iter()
        .any(|lang| words(lang).new == slug.as_str())
}

/// The list of calls, in the office.
pub fn list(paths: &Paths, congress: &Slug) -> String {
    Part::Calls.path(paths, congress)
}

/// Where a call is made.
pub fn new(paths: &Paths, congress: &Slug) -> String {
    format!("{}/{}", list(paths, congress), words(paths.lang()).new)
}

/// A page about a call.
pub fn of(paths: &Paths, call: &Call, word: impl Fn(&Words) -> &'static str) -> String {
    let word = word(&words(paths.lang()));
    paths.in_office_call(&call.congress, &call.slug, word)
}

/// Those who judge what is offered to a call.
pub fn committee(paths: &Paths, call: &Call) -> String {
    let word = wiec_kit::paths::words(paths.lang()).committee;
    paths.in_office_call(&call.congress, &call.slug, word)
}

/// Who would judge what, calculated anew.
pub fn calculated(paths: &Paths, call: &Call) -> String {
    let assignments = of(paths, call, |words| words.assignments);
    format!("{assignments}/{}", words(paths.lang()).calculated)
}

/// Something that was offered.
pub fn submission(paths: &Paths, call: &Call, code: &SubmissionCode) -> String {
    paths.office_submission(&call.congress, &call.slug, code)
}

/// A page about something that was offered.
pub fn of_submission(
    paths: &Paths,
    call: &Call,
    code: &SubmissionCode,
    word: impl Fn(&Words) -> &'static str,
) -> String {
    let word = word(&words(paths.lang()));
    format!("{}/{word}", submission(paths, call, code))
}

/// What an address asks for.
pub fn query(visit: &Visit) -> FormData {
    let query = visit.address.split_once('?').map_or("", |(_, query)| query);
    FormData::parse(query.as_bytes())
}

/// The frame of a page of this part.
pub async fn frame(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    congress: &Slug,
    title: &str,
    place: impl Fn(&Paths) -> String,
) -> Result<OfficeFrame, PageError> {
    OfficeFrame::open(app, visit, actor, congress, Part::Calls, title, place).await
}

/// On whose clocks a congress opens and closes things.
pub async fn zone(app: &App, congress: &Slug) -> Result<Zone, PageError> {
    let found = app.store.congresses().find(congress).await?;
    Ok(found.ok_or(PageError::NotFound)?.zone)
}

/// The draft of a congress, with its tracks.
pub async fn draft(app: &App, congress: &Slug) -> Result<Programme, PageError> {
    let draft = app.store.drafts().find(congress).await?;
    draft.ok_or(PageError::NotFound)
}

/// The tracks of a congress, as far as a call offers them.
pub fn tracks(draft: &Programme, offered: &[Slug], lang: Lang) -> Vec<Choice> {
    let all = draft.tracks.iter();
    all.filter(|track| offered.is_empty() || offered.contains(&track.slug))
        .map(|track| Choice::new(&track.slug, track.name.words(lang)))
        .collect()
}

/// What a track is called.
pub fn track_name(draft: &Programme, track: Option<&Slug>, lang: Lang) -> Option<String> {
    let track = track?;
    let known = draft.track(track.as_str());
    Some(known.map_or_else(
        || track.to_string(),
        |known| known.name.words(lang).to_owned(),
    ))
}

/// What somebody is called; who is gone has no name.
pub fn name(accounts: &BTreeMap<AccountId, Account>, of: AccountId, m: &Messages) -> String {
    let known = accounts.get(&of);
    known.map_or_else(
        || m.calls_office_nobody().to_owned(),
        |known| name_of(known).to_owned(),
    )
}

/// A link between pages.
pub struct Link {
    /// Its icon.
    pub icon: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// Where it leads.
    pub href: String,
}

/// The links between the pages about a call.
pub fn links(paths: &Paths, call: &Call, m: &Messages) -> Vec<Link> {
    let link = |icon, label, href| Link { icon, label, href };
    let of = |word: fn(&Words) -> &'static str| of(paths, call, word);
    let congress = &call.congress;
    let submissions = wiec_kit::paths::words(paths.lang()).submissions;
    let mut links = vec![
        link("grid", m.calls_office_overview(), {
            paths.office_call(congress, &call.slug)
        }),
        link("edit", m.calls_office_settings(), of(|it| it.settings)),
        link("doc", m.calls_office_questions(), of(|it| it.questions)),
        link("scale", m.calls_office_review(), of(|it| it.review)),
        link("key", m.calls_office_codes(), of(|it| it.codes)),
        link("users", m.calls_office_committee(), committee(paths, call)),
        link(
            "check",
            m.calls_office_assignments(),
            of(|it| it.assignments),
        ),
        link(
            "list",
            m.calls_office_submissions(),
            paths.in_office_call(congress, &call.slug, submissions),
        ),
        link("plus", m.calls_office_typing(), of(|it| it.typing)),
    ];
    if call.is_announced() {
        let public = Paths::permanent(paths.lang(), congress.clone());
        links.push(link(
            "eye",
            m.calls_office_public(),
            public.call(&call.slug),
        ));
    }
    links
}
