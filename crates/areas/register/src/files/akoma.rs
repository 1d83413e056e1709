//! The newest version with the amendments to it as Akoma Ntoso.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::messages::messages;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::register::{Behalf, Remark, RemarkKind};
use wiec_register_report::{
    Agent, AgentKind, AmendmentStatus, Answer, LegalAmendment, LegalProposal, Version, akoma_ntoso,
};

use super::facts::Facts;
use super::send::{self, AKN};
use super::view::{self, day, reported};

/// The laws and places of Polish cities are spoken of, whatever the language.
const COUNTRY: &str = "pl";

/// `GET /propozycje/{proposal}/akomantoso.xml`
#[tracing::instrument(name = "register.akoma_ntoso", skip_all, fields(proposal.slug = %permit.subject.proposal.slug))]
pub async fn get(
    permit: Permit<ReadProposal>,
    State(app): State<App>,
    visit: Visit,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let of = permit.subject;
    let facts = Facts::read(&app, of.edition, of.proposal).await?;
    let paths = Paths::permanent(visit.lang, facts.edition.slug().clone());
    let paths = paths.absolute(&app.site.base);
    let text = akoma_ntoso(&proposal(&facts, &paths, visit.lang));
    Ok(send::open_data(AKN, text, &asked).await)
}

/// The proposal as that standard tells it.
fn proposal<'a>(facts: &'a Facts, paths: &Paths, lang: Lang) -> LegalProposal<'a> {
    let newest = facts.newest();
    let of = &facts.proposal;
    let edition = &facts.edition;
    let address = paths.proposal(of);
    let first = facts.versions.last();
    let published_at = first.map_or(newest.published_at, |first| first.published_at);
    // The newest thing that happened dates the file: the same discussion is the same bytes.
    let talk = facts.public().filter_map(|one| one.state.since());
    let answers = facts.answers.values().map(|answer| answer.at);
    let made_at = talk.chain(answers).fold(newest.published_at, Ord::max);
    let theme = edition.release.programme.track(of.about.track.as_str());
    let theme = theme.map_or(of.about.track.as_str(), |track| track.name.words(lang));
    LegalProposal {
        lang,
        title: of.about.title.words(lang).to_owned(),
        country: COUNTRY.to_owned(),
        published_on: day(edition, published_at),
        version: Version {
            number: newest.number,
            published_on: day(edition, newest.published_at),
            address: paths.version(of, newest.number),
        },
        team: Agent {
            name: messages(lang).files_team_of(theme),
            address: format!("{address}#team"),
            kind: AgentKind::Body,
        },
        publisher: Agent {
            name: edition.release.programme.name(lang).to_owned(),
            address: paths.home(),
            kind: AgentKind::Body,
        },
        made_on: day(edition, made_at),
        text: &newest.content.document,
        amendments: facts
            .public()
            .filter(|one| one.kind == RemarkKind::Amendment && one.version == newest.number)
            // What amends an amendment changes that one, and not the text.
            .filter(|one| one.reply_to.is_none())
            .filter_map(|one| amendment(facts, one, paths))
            .collect(),
        address,
    }
}

fn amendment(facts: &Facts, remark: &Remark, paths: &Paths) -> Option<LegalAmendment> {
    let number = remark.number?;
    let address = paths.remark(&facts.proposal, number);
    let kind = match remark.author.behalf {
        Behalf::Person => AgentKind::Person,
        _ => AgentKind::Body,
    };
    let answered = |answer: &wiec_model::register::Answer| AmendmentStatus::Answered {
        on: day(&facts.edition, answer.at),
        answer: Answer {
            decision: reported::decision(answer.position),
            reasons: answer.reasons.clone(),
        },
    };
    let answer = facts.answer(remark);
    Some(LegalAmendment {
        number,
        submitted_on: day(&facts.edition, remark.received_at),
        proponent: Agent {
            name: view::author(&remark.author),
            address: format!("{address}#author"),
            kind,
        },
        amendment: remark.amendment.clone()?,
        justification: remark
            .reasons
            .clone()
            .unwrap_or_else(|| remark.body.clone()),
        status: answer.map_or(AmendmentStatus::Open, answered),
        address,
    })
}
