//! Beginning a submission: a title is enough, and from then on it is kept as it is typed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{BeginSubmission, InCall};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::{
    AboutAuthor, Anonymity, AuthorId, Gate, SubmissionCode, SubmissionId, Words,
};
use wiec_store::{Begun, NewSubmission, SignedIn};

use super::fields::own_author;
use super::{code, view};

/// The most letters of a title while it is only begun; how many it may have in the end the call says.
const TITLE: usize = 400;

#[derive(Template)]
#[template(path = "submitting_begin.html")]
struct BeginPage {
    frame: Frame,
    call: String,
    call_href: String,
    lead: Option<String>,
    kind: &'static str,
    form: Form,
    needs_code: bool,
    until: Option<String>,
    action: String,
    owner: String,
}

#[derive(Template)]
#[template(path = "submitting_shut.html")]
struct ShutPage {
    frame: Frame,
    call: String,
    call_href: String,
    why: String,
}

/// `GET /nabory/{call}/zglos`
pub(super) async fn get(
    permit: Permit<BeginSubmission>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let gate = of.call.setup.gate(app.clock.now());
    if !matches!(gate, Gate::Open { .. }) {
        return shut(&app, &visit, of, gate);
    }
    let form = Form::fresh(visit.lang).keyed(&app.chance);
    let html = page(&app, &visit, of, permit.signed_in()?, form).await?;
    Ok(respond::private(html))
}

/// `POST /nabory/{call}/zglos`: a draft is begun whenever it comes, for the form may have been open for
/// hours, or waited for the network. Whether it comes in, sending it says.
#[tracing::instrument(name = "calls.begin_submission", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub(super) async fn post(
    permit: Permit<BeginSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let of = &permit.subject;
    let signed_in = permit.signed_in()?;
    let account = signed_in.account.id;
    let mut form = Form::of(data, visit.lang);
    let m = form.words();
    let title = form.typed("title", m.submitting_title()).text(TITLE);
    let key = form.key_with_words();
    if key.is_none() {
        form.fail_whole(m.submitting_key_missing());
    }
    let wants_in = form.value("act") != "without";
    let needs_code = wants_in && code::is_needed(&app.store, &of.call, account).await?;
    let access = if needs_code {
        form.typed("access", m.submitting_code())
            .required()
            .text(200)
    } else {
        None
    };
    let (true, Some(key)) = (form.is_valid(), key) else {
        let form = form.keyed(&app.chance);
        let html = page(&app, &visit, of, signed_in, form).await?;
        return Ok(respond::again(html));
    };
    let new = NewSubmission {
        key: format!("{account}/{key}"),
        ..blank(&app, &visit, of, signed_in, title.unwrap_or_default()).await?
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    if let Some(access) = access {
        let redeemed = tx.calls().redeem(&of.call, &access, account).await?;
        if let Some(why) = code::refused(redeemed, m) {
            drop(tx);
            form.fail("access", m.submitting_code(), why);
            let html = page(&app, &visit, of, signed_in, form).await?;
            return Ok(respond::again(html));
        }
    }
    let begun = tx.submissions().begin(&of.call, &new).await?;
    tx.commit().await?;
    let (Begun::New(submission) | Begun::Again(submission)) = begun;
    let path = visit.paths().submission(&submission.code);
    Ok(respond::to(&format!("{path}?begun")))
}

/// A submission of which nothing but a title is known, with what is known of its first author.
async fn blank(
    app: &App,
    visit: &Visit,
    of: &InCall,
    signed_in: &SignedIn,
    title: String,
) -> Result<NewSubmission, PageError> {
    let now = app.clock.now();
    let bytes = app.chance.bytes();
    let chance = bytes.first_chunk().expect("there are 32 bytes");
    Ok(NewSubmission {
        id: SubmissionId(app.chance.uuid(now)),
        code: SubmissionCode::from_chance(*chance),
        key: String::new(),
        account: Some(signed_in.account.id),
        email: None,
        author: AuthorId(app.chance.uuid(now)),
        about: known(app, of, signed_in).await?,
        words: Words {
            title,
            summary: String::new(),
            lang: visit.lang.into(),
            track: None,
            tier: None,
            links: Vec::new(),
            replies: std::collections::BTreeMap::new(),
        },
        anonymity: Anonymity::None,
    })
}

/// What somebody said of themselves before: in the last thing that they offered, when they registered, or in
/// their account.
async fn known(app: &App, of: &InCall, signed_in: &SignedIn) -> Result<AboutAuthor, PageError> {
    let account = &signed_in.account;
    let congress = of.edition.slug();
    let before = app
        .store
        .submissions()
        .of_account(congress, account.id)
        .await?;
    let said = before.iter().find_map(|one| own_author(one, account.id));
    if let Some(author) = said {
        return Ok(author.about.clone());
    }
    let registration = app.store.registrations().of(congress, account.id).await?;
    if let Some(registration) = registration {
        let answers = registration.answers;
        return Ok(AboutAuthor {
            name: answers.name,
            body: answers.body,
            town: answers.town.map(|town| town.name),
            environment: Some(answers.environment),
            biography: None,
        });
    }
    Ok(AboutAuthor {
        name: account.name.clone().unwrap_or_default(),
        ..AboutAuthor::default()
    })
}

async fn page(
    app: &App,
    visit: &Visit,
    of: &InCall,
    signed_in: &SignedIn,
    form: Form,
) -> Result<String, PageError> {
    let (m, lang) = (messages(visit.lang), visit.lang);
    let setup = &of.call.setup;
    let name = setup.title.words(lang).to_owned();
    let until = match setup.gate(app.clock.now()) {
        Gate::Open {
            closes_at: Some(closes),
        } => Some(m.submitting_until(view::moment(closes, &of.edition, lang))),
        _ => None,
    };
    let title = form.titled(&m.submitting_begin_title(name.as_str()));
    let account = signed_in.account.id;
    let page = BeginPage {
        frame: view::frame(app, visit, &title, |paths| view::beginning(paths, &of.call)),
        call_href: visit.paths().call(&of.call.slug),
        lead: setup.lead.as_ref().map(|lead| lead.words(lang).to_owned()),
        kind: view::kind(m, setup.kind),
        needs_code: code::is_needed(&app.store, &of.call, account).await?,
        action: view::beginning(&visit.paths(), &of.call),
        owner: view::owner(app, account),
        call: name,
        until,
        form,
    };
    Ok(page.render()?)
}

fn shut(app: &App, visit: &Visit, of: &InCall, gate: Gate) -> Result<Response, PageError> {
    let (m, lang) = (messages(visit.lang), visit.lang);
    let name = of.call.setup.title.words(lang).to_owned();
    let page = ShutPage {
        frame: view::frame(
            app,
            visit,
            &m.submitting_begin_title(name.as_str()),
            |paths| view::beginning(paths, &of.call),
        ),
        call_href: visit.paths().call(&of.call.slug),
        why: view::shut(m, gate, &of.edition, lang),
        call: name,
    };
    Ok(respond::private(page.render()?))
}
