//! What the pages of this part share: addresses, frames, the tabs between them, tracks by their names.

use wiec_kit::acts::{InOfficeCall, ManageCall};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::FormData;
use wiec_kit::messages::Messages;
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::paths::{self, Paths};
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Author, CallKind};
use wiec_model::registration::Environment;
use wiec_model::{Lang, Programme, Slug};

/// The words of this part's own addresses.
pub struct Words {
    /// What is decided and not told yet.
    pub decisions: &'static str,
    /// The reserve, and who has not confirmed.
    pub reserve: &'static str,
    /// Those who were chosen, on their way to the congress.
    pub speakers: &'static str,
}

/// The words of addresses in `lang`.
pub const fn words(lang: Lang) -> Words {
    match lang {
        Lang::Pl => Words {
            decisions: "decyzje",
            reserve: "rezerwa",
            speakers: "wystepujacy",
        },
        Lang::En => Words {
            decisions: "decisions",
            reserve: "reserve",
            speakers: "speakers",
        },
    }
}

/// The pages of this part, in the order of their tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Everything that was offered, with what was said of it.
    Table,
    /// What is decided and not told yet.
    Decisions,
    /// The reserve, and who has not confirmed.
    Reserve,
    /// What was chosen, on its way into the programme.
    Programme,
    /// Those who were chosen, on theirs.
    Speakers,
    /// Figures.
    Figures,
}

impl Page {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Table,
        Self::Decisions,
        Self::Reserve,
        Self::Programme,
        Self::Speakers,
        Self::Figures,
    ];

    /// Its last word in addresses.
    pub fn word(self, lang: Lang) -> &'static str {
        let (own, kit) = (words(lang), paths::words(lang));
        match self {
            Self::Table => kit.submissions,
            Self::Decisions => own.decisions,
            Self::Reserve => own.reserve,
            Self::Programme => kit.programme,
            Self::Speakers => own.speakers,
            Self::Figures => kit.statistics,
        }
    }

    /// Its address for a call.
    pub fn path(self, paths: &Paths, of: &InOfficeCall) -> String {
        paths.in_office_call(&of.congress, &of.call.slug, self.word(paths.lang()))
    }

    /// What it is called.
    pub fn label(self, m: &Messages) -> &'static str {
        match self {
            Self::Table => m.choosing_table(),
            Self::Decisions => m.choosing_decisions(),
            Self::Reserve => m.choosing_reserve(),
            Self::Programme => m.choosing_programme(),
            Self::Speakers => m.choosing_speakers(),
            Self::Figures => m.choosing_figures(),
        }
    }
}

/// A tab.
pub struct Tab {
    /// What it is called.
    pub label: &'static str,
    /// Where it leads.
    pub href: String,
    /// Whether it is this page.
    pub is_here: bool,
}

/// What every page of this part holds beside its frame.
pub struct Around {
    /// The pages of this part.
    pub tabs: Vec<Tab>,
    /// What the call is called.
    pub call: String,
    /// Where the office has it.
    pub call_href: String,
}

/// The frame of a page about a call, with its tabs. `title` says first that something is wrong with a form,
/// where that is so.
pub async fn frame(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    page: Page,
    title: &str,
) -> Result<(OfficeFrame, Around), PageError> {
    let of = &permit.subject;
    let place = |paths: &Paths| page.path(paths, of);
    let actor = &permit.actor;
    let part = Part::Calls;
    let frame = OfficeFrame::open(app, visit, actor, &of.congress, part, title, place).await?;
    let tab = |tab: Page| Tab {
        label: tab.label(frame.m),
        href: tab.path(&frame.paths, of),
        is_here: tab == page,
    };
    let around = Around {
        tabs: Page::ALL.map(tab).into(),
        call: of.call.setup.title.words(visit.lang).to_owned(),
        call_href: frame.paths.office_call(&of.congress, &of.call.slug),
    };
    Ok((frame, around))
}

/// What the address asks for.
pub fn query(visit: &Visit) -> FormData {
    let query = visit.address.split_once('?').map_or("", |(_, query)| query);
    FormData::parse(query.as_bytes())
}

/// The draft of the programme, whose tracks, kinds and sessions are meant.
pub async fn draft(app: &App, congress: &Slug) -> Result<Programme, PageError> {
    let draft = app.store.drafts().find(congress).await?;
    draft.ok_or(PageError::NotFound)
}

/// What a track is called; by its key, where the programme has it no more.
pub fn track(draft: &Programme, key: Option<&Slug>, m: &Messages) -> String {
    let Some(key) = key else {
        return m.choosing_no_track().to_owned();
    };
    draft.track(key.as_str()).map_or_else(
        || key.to_string(),
        |track| track.name.words(m.lang()).to_owned(),
    )
}

/// Where the first of the authors comes from.
pub fn environment(authors: &[Author]) -> Option<Environment> {
    let mut standing = authors.iter().filter(|author| author.counts());
    standing.next().and_then(|author| author.about.environment)
}

/// The key of the kind of sessions in which what is submitted to such a call is told.
pub const fn kind_of_session(kind: CallKind) -> &'static str {
    match kind {
        CallKind::Kaleidoscope => "kaleidoscope",
        CallKind::Practice => "inspiration",
        CallKind::Poster => "poster",
        CallKind::Flop => wiec_model::Kind::FLOP_NIGHT,
    }
}
