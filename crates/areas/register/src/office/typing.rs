//! Typing in a remark that came on paper, by e-mail, or was said aloud.
//!
//! It is public at once: somebody has read it. Who types in what is there already is told, and decides.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::time;
use wiec_kit::acts::ManageRegister;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::{
    Author, Behalf, Channel, Clause, Content, Proposal, RemarkId, RemarkKind, Version,
};
use wiec_model::{Lang, Zone};
use wiec_store::NewRemark;
use wiec_text::{Amendment, SAME, likeness};

use super::view::{self, Link};
use super::{clauses, words};

/// The longest remark, in letters.
const BODY: usize = 20_000;
const NAME: usize = 200;
/// How a remark comes to the office.
const CHANNELS: [Channel; 3] = [Channel::Paper, Channel::Mail, Channel::Spoken];

#[derive(Template)]
#[template(path = "office_typing.html")]
struct TypingPage {
    frame: OfficeFrame,
    form: Form,
    clauses: Vec<Choice>,
    kinds: Vec<Choice>,
    behalves: Vec<Choice>,
    channels: Vec<Choice>,
    languages: Vec<Choice>,
    like: Vec<Like>,
    list: String,
    about: String,
    links: Vec<Link>,
}

/// A remark that says the same already.
struct Like {
    number: u32,
    href: Option<String>,
    who: String,
    says: String,
}

/// `GET /biuro/{congress}/propozycje/{proposal}/dopisz`
pub async fn get(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (proposal, version) = published(&app, &permit, &word).await?;
    let zone = view::zone(&app, &permit.subject).await?;
    let today = dates::date_of(app.clock.now(), &zone);
    let form = Form::fresh(visit.lang)
        .with("kind", RemarkKind::Comment.key())
        .with("channel", Channel::Paper.key())
        .with("behalf", Behalf::Person.key())
        .with("lang", Lang::Pl)
        .with("received", today);
    let shown = Shown {
        proposal: &proposal,
        content: &version.content,
        like: Vec::new(),
    };
    Ok(respond::private(
        html(&app, &visit, &permit, form, shown).await?,
    ))
}

/// `POST /biuro/{congress}/propozycje/{proposal}/dopisz`
///
/// Sent twice, it is received once.
pub async fn post(
    permit: Permit<ManageRegister>,
    State(app): State<App>,
    visit: Visit,
    Path((_, word)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let (proposal, version) = published(&app, &permit, &word).await?;
    let zone = view::zone(&app, &permit.subject).await?;
    let mut form = Form::of(data, visit.lang);
    let new = read(&app, &mut form, &version, &zone)?;
    let like = match &new {
        Some(new) if form.value("anyway").is_empty() => like(&app, &visit, &proposal, new).await?,
        _ => Vec::new(),
    };
    if !like.is_empty() {
        let m = form.words();
        form.fail("anyway", m.office_typing_anyway(), m.office_typing_known());
    }
    let Some(new) = new.filter(|_| form.is_valid()) else {
        let shown = Shown {
            proposal: &proposal,
            content: &version.content,
            like,
        };
        return Ok(respond::again(
            html(&app, &visit, &permit, form, shown).await?,
        ));
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.remarks().receive(&proposal, &new).await?;
    tx.commit().await?;
    let path = view::of(&visit.paths(), &proposal, |words| words.typing);
    Ok(respond::to(&saved(&path)))
}

/// The proposal and its newest version: what nobody can read, nobody could have remarked on.
pub(super) async fn published(
    app: &App,
    permit: &Permit<ManageRegister>,
    word: &str,
) -> Result<(Proposal, Version), PageError> {
    let proposal = view::proposal(app, &permit.subject, word).await?;
    let number = proposal.current.ok_or(PageError::NotFound)?;
    let version = app.store.register().version(proposal.id, number).await?;
    Ok((proposal, version.ok_or(PageError::NotFound)?))
}

fn read(
    app: &App,
    form: &mut Form,
    version: &Version,
    zone: &Zone,
) -> Result<Option<NewRemark>, PageError> {
    let m = form.words();
    let now = app.clock.now();
    let key = form.key_with_words().ok_or(PageError::Invalid)?;
    let content = &version.content;
    let kind = form
        .typed("kind", m.office_typing_kind())
        .required()
        .choice(RemarkKind::of);
    let clause = form
        .typed("clause", m.office_typing_clause())
        .required()
        .choice(|raw| clause(content, raw));
    let body = form
        .typed("body", m.office_typing_body())
        .required()
        .lines(BODY);
    let reasons = form.typed("reasons", m.office_typing_reasons()).lines(BODY);
    let wording = form.typed("wording", m.office_typing_wording()).lines(BODY);
    let amendment = amendment(form, version, kind, clause.as_ref(), wording.as_deref());
    let name = form
        .typed("name", m.office_typing_name())
        .required()
        .text(NAME);
    let behalf = form
        .typed("behalf", m.office_typing_behalf())
        .required()
        .choice(Behalf::of);
    let body_of = form
        .typed("organisation", m.office_typing_organisation())
        .text(NAME);
    let email = form.typed("email", m.office_typing_email()).email();
    let lang = form
        .typed("lang", m.office_typing_lang())
        .required()
        .choice(|key| Lang::ALL.into_iter().find(|lang| lang.code() == key));
    let channel = form
        .typed("channel", m.office_typing_channel())
        .required()
        .choice(|key| CHANNELS.into_iter().find(|it| it.key() == key));
    let received_at = received(form, now, zone);
    let author = name.zip(behalf).map(|(name, behalf)| Author {
        name,
        behalf,
        body: body_of,
    });
    let (true, Some(kind), Some(clause), Some(body), Some(author), Some(lang), Some(channel)) =
        (form.is_valid(), kind, clause, body, author, lang, channel)
    else {
        return Ok(None);
    };
    Ok(received_at.map(|received_at| NewRemark {
        id: RemarkId(app.chance.uuid(now)),
        key,
        version: version.number,
        clause,
        kind,
        body,
        reasons,
        wording,
        amendment,
        reply_to: None,
        author,
        account: None,
        email,
        lang,
        channel,
        received_at,
    }))
}

fn clause(content: &Content, raw: &str) -> Option<Clause> {
    let clause: Clause = raw.parse().ok()?;
    let is_there = match &clause {
        Clause::Whole => true,
        Clause::Block(anchor) => content.document.find(*anchor).is_some(),
        Clause::Item(code) => content.challenges.iter().any(|challenge| {
            challenge.code == *code || challenge.solutions.iter().any(|it| it.code == *code)
        }),
    };
    is_there.then_some(clause)
}

/// What an amendment changes. It is to one paragraph, and brings its words.
fn amendment(
    form: &mut Form,
    version: &Version,
    kind: Option<RemarkKind>,
    clause: Option<&Clause>,
    wording: Option<&str>,
) -> Option<Amendment> {
    if kind != Some(RemarkKind::Amendment) {
        return None;
    }
    let m = form.words();
    let Some(Clause::Block(anchor)) = clause else {
        form.fail(
            "clause",
            m.office_typing_clause(),
            m.office_typing_amends_a_paragraph(),
        );
        return None;
    };
    let document = &version.content.document;
    let made = wording.and_then(|words| {
        let made = Amendment::rewording(document, &[(*anchor, words)]).ok()?;
        (!made.edits().is_empty()).then_some(made)
    });
    if made.is_none() {
        form.fail(
            "wording",
            m.office_typing_wording(),
            m.office_typing_changes_nothing(),
        );
    }
    made
}

/// The noon of the day that stands on the paper: it has no hour, and midnight would be another day in
/// other zones.
fn received(form: &mut Form, now: Timestamp, zone: &Zone) -> Option<Timestamp> {
    let m = form.words();
    let label = m.office_typing_received();
    let day = form.typed("received", label).required().date()?;
    if dates::date_of(now, zone) < day {
        form.fail("received", label, m.office_typing_in_the_future());
        return None;
    }
    let noon = day.to_datetime(time(12, 0, 0, 0));
    let noon = zone.rules().to_timestamp(noon).ok()?;
    Some(noon.min(now))
}

/// The remarks that say the same already.
async fn like(
    app: &App,
    visit: &Visit,
    proposal: &Proposal,
    new: &NewRemark,
) -> Result<Vec<Like>, PageError> {
    let remarks = app.store.remarks();
    // The same form again is no second remark, but the first one once more.
    if remarks.is_received(proposal.id, &new.key).await? {
        return Ok(Vec::new());
    }
    let known = remarks.beside(&[proposal.id]).await?;
    let says = |body: &str, wording: Option<&String>| {
        format!("{body} {}", wording.map_or("", String::as_str))
    };
    let wanted = says(&new.body, new.wording.as_ref());
    let public = view::public(&visit.paths(), proposal);
    let alike = known
        .into_iter()
        .filter(|it| likeness(&wanted, &says(&it.body, it.wording.as_ref())) >= SAME);
    Ok(alike
        .map(|it| {
            let number = it.number.unwrap_or_default();
            Like {
                number,
                href: it.is_public().then(|| public.remark(proposal, number)),
                who: it.author.name,
                says: it.body.chars().take(300).collect(),
            }
        })
        .take(5)
        .collect())
}

/// What the page is about.
struct Shown<'a> {
    proposal: &'a Proposal,
    content: &'a Content,
    like: Vec<Like>,
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRegister>,
    form: Form,
    shown: Shown<'_>,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let m = messages(visit.lang);
    let proposal = shown.proposal;
    let title = form.titled(m.office_typing_title());
    let place = |paths: &Paths| view::of(paths, proposal, |words| words.typing);
    let frame = view::frame(app, visit, permit, &title, place).await?;
    let page = TypingPage {
        clauses: clauses::choices(shown.content, m),
        kinds: RemarkKind::ALL
            .map(|it| Choice::new(it.key(), words::remark_kind(it, m)))
            .to_vec(),
        behalves: Behalf::ALL
            .map(|it| Choice::new(it.key(), words::behalf(it, m)))
            .to_vec(),
        channels: CHANNELS
            .map(|it| Choice::new(it.key(), words::channel(it, m)))
            .to_vec(),
        languages: vec![
            Choice::new(Lang::Pl, m.office_lang_pl()),
            Choice::new(Lang::En, m.office_lang_en()),
        ],
        like: shown.like,
        list: view::list(&frame.paths, congress),
        about: proposal.about.title.words(visit.lang).to_owned(),
        links: view::links(&frame.paths, proposal, m),
        form: form.keyed(&app.chance),
        frame,
    };
    Ok(page.render()?)
}
