//! The feed of a proposal: versions, remarks and answers as they come.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_interchange::write::discussion_feed::{Entry, Feed, atom};
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::register::{Position, Remark, RemarkKind};
use wiec_store::VersionSummary;

use super::facts::Facts;
use super::send::{self, ATOM};
use super::view;

/// `GET /propozycje/{proposal}/atom.xml`
#[tracing::instrument(name = "register.feed", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let of = permit.subject;
    let facts = Facts::read(&app, of.edition, of.proposal).await?;
    let paths = Paths::permanent(visit.lang, facts.edition.slug().clone());
    let teller = Teller {
        facts: &facts,
        paths: paths.absolute(&app.site.base),
        lang: visit.lang,
        m: messages(visit.lang),
    };
    Ok(send::open_data(ATOM, atom(&teller.feed()), &asked).await)
}

struct Teller<'a> {
    facts: &'a Facts,
    paths: Paths,
    lang: Lang,
    m: &'static Messages,
}

impl Teller<'_> {
    fn feed(&self) -> Feed {
        let proposal = &self.facts.proposal;
        let title = proposal.about.title.words(self.lang);
        let versions = self.facts.versions.iter().map(|one| self.version(one));
        let remarks = self.facts.public().filter_map(|one| self.remark(one));
        let answers = self.facts.public().filter_map(|one| self.answer(one));
        Feed {
            key: format!("{}/{}", proposal.congress, proposal.slug),
            lang: self.lang,
            title: self.m.files_feed_title(title),
            author: self
                .facts
                .edition
                .release
                .programme
                .name(self.lang)
                .to_owned(),
            itself: self.paths.in_proposal(proposal, view::FEED),
            page: self.paths.proposal(proposal),
            since: proposal.created_at,
            entries: versions.chain(remarks).chain(answers).collect(),
        }
    }

    fn version(&self, version: &VersionSummary) -> Entry {
        let note = version.note.as_ref();
        Entry {
            key: format!("version/{}", version.number),
            title: self.m.files_feed_version(version.number),
            author: None,
            kind: "version",
            page: self.paths.version(&self.facts.proposal, version.number),
            at: version.published_at,
            words: note.map_or_else(String::new, |note| note.words(self.lang).to_owned()),
        }
    }

    fn remark(&self, remark: &Remark) -> Option<Entry> {
        let number = remark.number?;
        let clause = &remark.clause;
        let kind = remark_kind(self.m, remark.kind);
        let parts = [&remark.wording, &remark.reasons].into_iter().flatten();
        let parts = std::iter::once(&remark.body).chain(parts);
        let words: Vec<&str> = parts
            .map(String::as_str)
            .filter(|it| !it.is_empty())
            .collect();
        Some(Entry {
            key: format!("remark/{number}"),
            title: self.m.files_feed_remark(clause.to_string(), kind, number),
            author: Some(view::author(&remark.author)),
            kind: remark.kind.key(),
            page: self.paths.remark(&self.facts.proposal, number),
            at: remark.state.since().unwrap_or(remark.received_at),
            words: words.join("\n\n"),
        })
    }

    /// An answer is an entry of its own at each remark that it answers; another answer is another entry.
    fn answer(&self, remark: &Remark) -> Option<Entry> {
        let number = remark.number?;
        let answer = self.facts.answer(remark)?;
        let position = position(self.m, answer.position);
        Some(Entry {
            key: format!("answer/{number}/{}", answer.id),
            title: self.m.files_feed_answer(number, position),
            author: None,
            kind: "answer",
            page: self.paths.remark(&self.facts.proposal, number),
            at: answer.at,
            words: answer.reasons.clone(),
        })
    }
}

fn remark_kind(m: &Messages, kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::Comment => m.files_kind_comment(),
        RemarkKind::Support => m.files_kind_support(),
        RemarkKind::Question => m.files_kind_question(),
        RemarkKind::Objection => m.files_kind_objection(),
        RemarkKind::Amendment => m.files_kind_amendment(),
    }
}

fn position(m: &Messages, position: Position) -> &'static str {
    match position {
        Position::Accepted => m.files_position_accepted(),
        Position::InPart => m.files_position_in_part(),
        Position::Rejected => m.files_position_rejected(),
        Position::Explained => m.files_position_explained(),
    }
}
