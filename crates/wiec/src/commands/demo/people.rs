//! The people of the sample: an account for each, with a role.

use wiec_kit::chance::Chance;
use wiec_kit::demo::{CAST, Cast};
use wiec_model::account::{Account, AccountId};
use wiec_model::contact::Contact;
use wiec_model::rules::{Grant, Role, Scope};
use wiec_model::session::Appearance;
use wiec_model::{Lang, Programme, Slug};
use wiec_store::{Actor, Store};

/// The session in which the chair and the speaker have their roles.
const SESSION: &str = "S31";

/// Makes those of the sample's people who are not there yet, in each congress.
pub(super) async fn put_into(store: &Store, chance: &Chance) -> anyhow::Result<()> {
    let at = super::sample::released_at()?;
    let congresses = store.congresses().list().await?;
    let Some(congress) = congresses.first() else {
        return Ok(());
    };
    if store
        .accounts()
        .find_by_email(&CAST[0].email())
        .await?
        .is_some()
    {
        return Ok(());
    }
    let draft = store.drafts().find(&congress.slug).await?;
    let mut tx = store.begin(Actor::Operator, at).await?;
    for one in CAST {
        let account = Account {
            id: AccountId(chance.uuid(at)),
            email: Some(one.email()),
            name: Some(one.name.to_owned()),
            salutation: Some(one.salutation.to_owned()),
            lang: Lang::Pl,
            preferences: wiec_model::account::Preferences::default(),
            created_at: at,
        };
        tx.accounts().create(&account).await?;
        let grant = Grant {
            role: one.role,
            scope: scope(one, &congress.slug, draft.as_ref()),
        };
        tx.grants().grant(account.id, &grant).await?;
        if let Some(appearance) = draft.as_ref().and_then(|draft| appears(one, draft)) {
            let contact = Contact {
                person: appearance.person,
                email: account.email.clone(),
                account: Some(account.id),
                lang: Lang::Pl,
            };
            tx.contacts().save(&congress.slug, &contact).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Where a role holds: in the session, in the proposal, or in all of the congress.
fn scope(one: Cast, congress: &Slug, draft: Option<&Programme>) -> Scope {
    let whole = Scope::Congress {
        congress: congress.clone(),
    };
    let Some(draft) = draft else {
        return whole;
    };
    let session = draft.session(SESSION).map(|session| Scope::Session {
        congress: congress.clone(),
        session: session.guid,
    });
    let proposal = super::register::proposal_of_the_expert().map(|proposal| Scope::Proposal {
        congress: congress.clone(),
        proposal: proposal.to_string(),
    });
    match one.role {
        Role::Chair | Role::Speaker => session.unwrap_or(whole),
        Role::Expert => proposal.unwrap_or(whole),
        _ => whole,
    }
}

/// The person of the programme that somebody is: one who appears only once, for most of the sample's
/// people are roles, and nobody can be in five rooms at a time.
fn appears(one: Cast, draft: &Programme) -> Option<&Appearance> {
    let at = match one.role {
        Role::Chair => 0,
        Role::Speaker => 1,
        _ => return None,
    };
    let all = || draft.sessions.iter().flat_map(|session| &session.people);
    let is_single = |appearance: &&Appearance| {
        let same = |other: &&Appearance| other.person == appearance.person;
        all().filter(same).count() == 1
    };
    all().filter(is_single).nth(at)
}
