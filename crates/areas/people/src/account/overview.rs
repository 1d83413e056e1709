//! The first page of "my congress": registration, marked sessions, roles.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use wiec_kit::acts::OwnAccount;
use wiec_kit::app::{App, Staff};
use wiec_kit::cookies::MineKey;
use wiec_kit::dates;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::messages::Messages;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::account::{AccountId, Means};
use wiec_model::confirmation::Confirmation;
use wiec_model::registration;
use wiec_model::rules::{Grant, Role, Scope};
use wiec_store::{SignedIn, TokenHash};

use crate::account::appearances::{self, Appearing};
use crate::account::{Part, Place, menu};
use crate::letters::words;
use crate::view;

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage {
    frame: Frame,
    menu: Vec<Place>,
    hello: String,
    marks: usize,
    next: Option<NextMark>,
    calendar: String,
    registration: Option<&'static str>,
    appearances: Vec<Appearing>,
    roles: Vec<HeldRole>,
    needs_passkey: bool,
    keys_href: String,
    sign_out: String,
}

/// The marked session that comes next.
struct NextMark {
    when: String,
    title: String,
    href: String,
}

/// A role, and where it leads.
struct HeldRole {
    name: &'static str,
    place: String,
    office: Option<String>,
}

/// `GET /moj-kongres`
pub async fn get(
    permit: Permit<OwnAccount>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let SignedIn {
        account,
        grants,
        login,
    } = &permit.subject;
    let m = words(visit.lang);
    let mine = MineKey::new(app.secret.marks_of(account.id)).reading_secret();
    let marked = app.store.favourites().find(&TokenHash::of(&mine)).await?;
    let marked = marked.unwrap_or_default();
    let paths = visit.paths();
    let needs_passkey = app.staff == Staff::ByPasskey
        && login.means != Means::Passkey
        && grants.iter().any(|grant| Role::STAFF.contains(&grant.role));
    let sessions = visit.edition.as_ref().map(|edition| {
        let programme = &edition.release.programme;
        let mut sessions: Vec<_> = programme
            .sessions
            .iter()
            .filter(|session| marked.contains(&session.guid))
            .collect();
        programme.sort(&mut sessions);
        (edition, sessions)
    });
    let next = sessions.as_ref().and_then(|(edition, sessions)| {
        let zone = &edition.release.programme.congress.zone;
        let now = app.clock.now();
        sessions.iter().find_map(|session| {
            let slot = session.slot.as_ref().filter(|slot| slot.ends_at > now)?;
            let day = dates::day_month(dates::date_of(slot.starts_at, zone), visit.lang);
            Some(NextMark {
                when: format!("{day}, {}", dates::hours(slot, zone)),
                title: session.title.words(visit.lang).to_owned(),
                href: paths.session(session),
            })
        })
    });
    let page = OverviewPage {
        frame: view::frame(&app, &visit, m.people_account(), |paths| paths.account()),
        menu: menu(m, &paths, Part::Congress),
        hello: hello(
            m,
            account.name.as_deref(),
            account.email.as_ref().map(|email| email.as_str()),
        ),
        marks: sessions.map_or(0, |(_, sessions)| sessions.len()),
        next,
        calendar: format!("{}{}", app.site.base, paths.my_calendar(&mine)),
        registration: registered(&app, m, &visit, account.id).await?,
        appearances: appearances::of(&app, visit.lang, account.id).await?,
        roles: roles(&app, m, &visit, grants),
        needs_passkey,
        keys_href: paths.account_keys(),
        sign_out: paths.sign_out(),
    };
    view::send(StatusCode::OK, &page)
}

/// Where the registration for this edition stands, in words; none where there is none.
async fn registered(
    app: &App,
    m: &Messages,
    visit: &Visit,
    account: AccountId,
) -> Result<Option<&'static str>, PageError> {
    let Some(edition) = &visit.edition else {
        return Ok(None);
    };
    let known = app
        .store
        .registrations()
        .of(edition.slug(), account)
        .await?;
    Ok(known.map(|known| match known.state {
        registration::State::Submitted => m.people_registration_submitted(),
        registration::State::Confirmed { .. } => m.people_registration_confirmed(),
        registration::State::Waitlisted { .. } => m.people_registration_waitlisted(),
        registration::State::Declined { .. } => m.people_registration_declined(),
        registration::State::Withdrawn { .. } => m.people_registration_withdrawn(),
        registration::State::CheckedIn { .. } => m.people_registration_checked_in(),
    }))
}

fn hello(m: &Messages, name: Option<&str>, email: Option<&str>) -> String {
    match (name, email) {
        (Some(who), _) | (None, Some(who)) => m.people_signed_in_as(who),
        (None, None) => m.people_signed_in_by_passkey().to_owned(),
    }
}

fn roles(app: &App, m: &Messages, visit: &Visit, grants: &[Grant]) -> Vec<HeldRole> {
    let served = app.editions.served();
    let name_of = |congress: &Slug| {
        served.edition(congress.as_str()).map_or_else(
            || congress.to_string(),
            |edition| edition.release.programme.name(visit.lang).to_owned(),
        )
    };
    let office = |congress: &Slug| Paths::current(visit.lang).office_of(congress);
    grants
        .iter()
        .map(|grant| {
            let is_staff = Role::STAFF.contains(&grant.role);
            let place = match &grant.scope {
                Scope::Installation => m.people_everywhere().to_owned(),
                Scope::Proposal { congress, proposal } => {
                    format!("{}, {proposal}", name_of(congress))
                }
                Scope::Call { congress, call } => format!("{}, {call}", name_of(congress)),
                Scope::Congress { congress } | Scope::Session { congress, .. } => name_of(congress),
            };
            HeldRole {
                name: role_name(m, grant.role),
                place,
                office: match &grant.scope {
                    Scope::Congress { congress } if is_staff => Some(office(congress)),
                    Scope::Installation if is_staff => Some(Paths::current(visit.lang).office()),
                    _ => None,
                },
            }
        })
        .collect()
}

/// What a role is called.
pub fn role_name(m: &Messages, role: Role) -> &'static str {
    wiec_kit::demo::role_name(m, role)
}
