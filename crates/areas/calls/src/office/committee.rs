//! Who judges what is offered to a call. Putting somebody on the committee gives them the role in the same
//! transaction, and taking them off takes it; whatever they said of submissions stays.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::account::{Account, Email};
use wiec_model::calls::{Bid, Call, Load, ReviewState};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_store::CommitteeMember;

use super::settings::number;
use super::view::{self, Link};

const NAME: usize = 200;

#[derive(Template)]
#[template(path = "office_committee.html")]
struct CommitteePage {
    frame: OfficeFrame,
    form: Form,
    lines: Vec<Line>,
    usual: Load,
    about: String,
    list: String,
    links: Vec<Link>,
}

/// A member in the list.
struct Line {
    account: AccountId,
    name: String,
    email: String,
    body: String,
    load: Option<Load>,
    is_removed: bool,
    figures: Figures,
    /// Where the form is filled with what is known of them.
    change: String,
}

/// What a member has done and has to do.
#[derive(Clone, Copy, Debug, Default)]
struct Figures {
    bids: [usize; 3],
    assigned: usize,
    given: usize,
}

/// What is to be known of a member, and by which address they are.
struct Wanted {
    email: Email,
    load: Option<Load>,
    body: Option<String>,
    town: Option<String>,
}

/// `GET /biuro/{congress}/nabory/{call}/komisja`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let form = Form::fresh(visit.lang);
    let html = html(&app, &visit, &permit, form).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/nabory/{call}/komisja`: puts somebody on the committee, changes what is known of
/// them, or takes them off. Sent twice, it is done once.
#[tracing::instrument(name = "calls.committee", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let mut form = Form::of(data, visit.lang);
    let to_remove = form.value("remove");
    if !to_remove.is_empty() {
        let account = to_remove.parse().map_err(|_| PageError::Invalid)?;
        remove(&app, &permit, account).await?;
    } else if let Some(wanted) = read(&mut form) {
        set(&app, &visit, &permit, wanted).await?;
    } else {
        return Ok(respond::again(html(&app, &visit, &permit, form).await?));
    }
    let path = view::committee(&visit.paths(), call);
    Ok(respond::to(&saved(&path)))
}

fn read(form: &mut Form) -> Option<Wanted> {
    let m = form.words();
    let email = form
        .typed("email", m.calls_office_member_email())
        .required()
        .email();
    let body = form.typed("body", m.calls_office_body()).text(NAME);
    let town = form.typed("town", m.calls_office_town()).text(NAME);
    let least = form
        .typed("least", m.calls_office_load_least())
        .number(0..=1_000);
    let most = form.typed("most", m.calls_office_load_most());
    let most = if least.is_some() {
        most.required()
    } else {
        most
    };
    let most = most.number(0..=1_000);
    if let (Some(least), Some(most)) = (least, most)
        && most < least
    {
        let says = m.calls_office_most_below_least();
        form.fail("most", m.calls_office_load_most(), says);
    }
    form.is_valid().then_some(())?;
    let least = least.unwrap_or_default();
    Some(Wanted {
        email: email?,
        load: most.map(|most| Load { least, most }),
        body,
        town,
    })
}

/// The role that a member has by it.
fn grant(call: &Call) -> Grant {
    Grant {
        role: Role::Committee,
        scope: Scope::Call {
            congress: call.congress.clone(),
            call: call.slug.clone(),
        },
    }
}

async fn set(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    wanted: Wanted,
) -> Result<(), PageError> {
    let call = &permit.subject.call;
    let now = app.clock.now();
    let fresh = AccountId(app.chance.uuid(now));
    let mut tx = app.store.begin(permit.writer(), now).await?;
    let account = tx
        .accounts()
        .ensure(&wanted.email, visit.lang, fresh)
        .await?;
    let member = CommitteeMember {
        account: account.id,
        load: wanted.load,
        body: wanted.body,
        town: wanted.town,
        removed_at: None,
    };
    tx.calls().set_member(call, &member).await?;
    tx.grants().grant(account.id, &grant(call)).await?;
    tx.commit().await?;
    Ok(())
}

async fn remove(
    app: &App,
    permit: &Permit<ManageCall>,
    account: AccountId,
) -> Result<(), PageError> {
    let call = &permit.subject.call;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.calls().remove_member(call, account).await?;
    tx.grants().revoke(account, &grant(call)).await?;
    tx.commit().await?;
    Ok(())
}

/// What each member has done and has to do.
async fn figures(app: &App, call: &Call) -> Result<BTreeMap<AccountId, Figures>, PageError> {
    let reviews = app.store.reviews();
    let mut all: BTreeMap<AccountId, Figures> = BTreeMap::new();
    for ((_, account), bid) in reviews.bids(call.id).await? {
        let at = Bid::ALL.into_iter().position(|it| it == bid);
        all.entry(account).or_default().bids[at.unwrap_or_default()] += 1;
    }
    for assigned in reviews.assignments(call.id).await? {
        all.entry(assigned.account).or_default().assigned += 1;
    }
    for review in reviews.of_call(call.id).await? {
        if matches!(review.state, ReviewState::Given { .. }) {
            all.entry(review.account).or_default().given += 1;
        }
    }
    Ok(all)
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
) -> Result<String, PageError> {
    let call = &permit.subject.call;
    let m = messages(visit.lang);
    let title = form.titled(m.calls_office_committee());
    let place = |paths: &_| view::committee(paths, call);
    let frame = view::frame(app, visit, &permit.actor, &call.congress, &title, place).await?;
    let mut members = app.store.calls().members(call.id).await?;
    members.sort_by_key(|member| member.removed_at.is_some());
    let ids = members.iter().map(|member| member.account);
    let accounts = app.store.accounts().list(ids).await?;
    let figures = figures(app, call).await?;
    let asked = view::query(visit);
    let chosen = asked.get("member");
    let chosen = members
        .iter()
        .find(|member| Some(member.account.to_string().as_str()) == chosen);
    let form = match chosen {
        Some(member) => filled(form, member, &accounts),
        None => form,
    };
    let line = |member: &CommitteeMember| {
        let known = accounts.get(&member.account);
        let email = known.and_then(|known| known.email.as_ref());
        let body = [member.body.as_deref(), member.town.as_deref()];
        let body: Vec<&str> = body.into_iter().flatten().collect();
        Line {
            account: member.account,
            name: view::name(&accounts, member.account, m),
            email: email.map(ToString::to_string).unwrap_or_default(),
            body: body.join(", "),
            load: member.load,
            is_removed: member.removed_at.is_some(),
            figures: figures.get(&member.account).copied().unwrap_or_default(),
            change: format!("{}?member={}#f-email", frame.here, member.account),
        }
    };
    let page = CommitteePage {
        lines: members.iter().map(line).collect(),
        usual: call.setup.review.load,
        about: call.setup.title.words(visit.lang).to_owned(),
        list: view::list(&frame.paths, &call.congress),
        links: view::links(&frame.paths, call, m),
        form,
        frame,
    };
    Ok(page.render()?)
}

/// The form with what is known of a member, but for what was typed already.
fn filled(form: Form, member: &CommitteeMember, accounts: &BTreeMap<AccountId, Account>) -> Form {
    let email = accounts
        .get(&member.account)
        .and_then(|it| it.email.as_ref());
    form.with("email", email.map(ToString::to_string).unwrap_or_default())
        .with("body", member.body.as_deref().unwrap_or_default())
        .with("town", member.town.as_deref().unwrap_or_default())
        .with("least", number(member.load.map(|load| load.least)))
        .with("most", number(member.load.map(|load| load.most)))
}
