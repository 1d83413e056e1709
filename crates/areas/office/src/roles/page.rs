//! The page of roles: who has which, and a form to give another.

use std::collections::BTreeMap;

use askama::Template;
use wiec_kit::acts::ManageRoles;
use wiec_kit::app::App;
use wiec_kit::collate;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::history::{name_of, role as role_name};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, Part};
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::account::{AccountId, Email};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_store::Granted;

use super::given::{Parts, Place};
use crate::words;

#[derive(Template)]
#[template(path = "roles.html")]
struct RolesPage {
    frame: OfficeFrame,
    form: Form,
    holders: Vec<Holder>,
    roles: Vec<Choice>,
    places: Vec<Choice>,
    /// Sessions, proposals and calls that a role can hold in.
    parts: Vec<Choice>,
}

/// Someone with a role.
struct Holder {
    account: AccountId,
    name: String,
    email: String,
    is_me: bool,
    roles: Vec<Held>,
}

/// A role that someone has.
struct Held {
    role: &'static str,
    key: &'static str,
    scope: String,
    /// The scope as the button sends it; none for roles that are not taken here.
    scope_key: Option<String>,
}

/// The page, with what was typed into its form.
pub async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageRoles>,
    parts: &Parts,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let congress = &permit.subject;
    let title = form.titled(m.roles_title());
    let frame = OfficeFrame::open(
        app,
        visit,
        &permit.actor,
        congress,
        Part::Roles,
        &title,
        |paths| Part::Roles.path(paths, congress),
    )
    .await?;
    let granted = app.store.grants().list(congress).await?;
    let mut holders = holders(granted, parts, m, permit.signed_in()?.account.id);
    collate::sort_by_text(&mut holders, visit.lang, |holder| holder.name.clone());
    let page = RolesPage {
        roles: Role::ALL
            .map(|role| Choice::new(role.key(), role_name(role, m)).hint(words::duty(role, m)))
            .to_vec(),
        places: Place::of(parts)
            .into_iter()
            .map(|place| Choice::new(place.key(), place_name(place, m)))
            .collect(),
        parts: choices(parts, m),
        frame,
        form,
        holders,
    };
    Ok(page.render()?)
}

fn holders(granted: Vec<Granted>, parts: &Parts, m: &Messages, me: AccountId) -> Vec<Holder> {
    let mut holders: BTreeMap<AccountId, Holder> = BTreeMap::new();
    for Granted { account, grant } in granted {
        let holder = holders.entry(account.id).or_insert_with(|| Holder {
            account: account.id,
            name: name_of(&account).to_owned(),
            email: account
                .email
                .as_ref()
                .map(Email::to_string)
                .unwrap_or_default(),
            is_me: account.id == me,
            roles: Vec::new(),
        });
        holder.roles.push(held(&grant, parts, m));
    }
    holders.into_values().collect()
}

fn held(grant: &Grant, parts: &Parts, m: &Messages) -> Held {
    let is_of_here = grant.scope != Scope::Installation;
    Held {
        role: role_name(grant.role, m),
        key: grant.role.key(),
        scope: scope_name(&grant.scope, parts, m),
        scope_key: is_of_here
            .then(|| serde_json::to_string(&grant.scope).ok())
            .flatten(),
    }
}

fn place_name(place: Place, m: &Messages) -> &'static str {
    match place {
        Place::Congress => m.roles_in_congress(),
        Place::Session => m.roles_in_session(),
        Place::Proposal => m.roles_in_proposal(),
        Place::Call => m.roles_in_call(),
    }
}

/// Where a role holds; a proposal and a call by their titles, because their slugs say less.
fn scope_name(scope: &Scope, parts: &Parts, m: &Messages) -> String {
    let known = |slug: &str| {
        let mut all = parts.proposals.iter();
        all.find(|known| known.slug.as_str() == slug)
    };
    match scope {
        Scope::Proposal { proposal, .. } => match known(proposal) {
            Some(known) => m.scope_proposal(known.about.title.words(m.lang())),
            None => m.scope_proposal(proposal.as_str()),
        },
        Scope::Call { call, .. } => {
            let known = parts.calls.iter().find(|known| known.slug == *call);
            m.scope_call(known.map_or(call.as_str(), |it| it.setup.title.words(m.lang())))
        }
        other => words::scope(other, &parts.draft, m),
    }
}

fn choices(parts: &Parts, m: &Messages) -> Vec<Choice> {
    let mut sessions: Vec<_> = parts.draft.sessions.iter().collect();
    sessions.sort_by(|a, b| a.code.cmp(&b.code));
    let sessions = sessions
        .into_iter()
        .map(|session| Choice::new(&session.code, session.title.words(m.lang())));
    let proposals = parts
        .proposals
        .iter()
        .map(|proposal| Choice::new(&proposal.slug, proposal.about.title.words(m.lang())));
    let calls = parts
        .calls
        .iter()
        .map(|call| Choice::new(&call.slug, call.setup.title.words(m.lang())));
    sessions.chain(proposals).chain(calls).collect()
}
