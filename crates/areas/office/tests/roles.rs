//! Who may do what: roles are given and taken.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::http::StatusCode;
use wiec_kit::testing::{SAMPLE, TestCongress, Visitor, another, slug};
use wiec_model::calls::{CallId, CallKind, CallSetup};
use wiec_model::register::{About, Content, Discussion, ProposalId};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_model::{Lang, Slug, Text};
use wiec_store::{Act, Granted, NewCall, NewProposal};

const ROLES: &str = "/biuro/kpm-2019/role";

async fn open() -> TestCongress {
    TestCongress::open(wiec_office::routes).await
}

async fn granted(congress: &TestCongress) -> Vec<(String, Grant)> {
    let all = congress
        .app
        .store
        .grants()
        .list(&slug(SAMPLE))
        .await
        .unwrap();
    all.into_iter()
        .map(|Granted { account, grant }| (account.email.unwrap().to_string(), grant))
        .collect()
}

async fn give(
    visitor: &mut Visitor,
    email: &str,
    role: &str,
    place: &str,
    part: &str,
) -> StatusCode {
    let fields = [
        ("act", "give"),
        ("email", email),
        ("role", role),
        ("where", place),
        ("part", part),
    ];
    visitor.submit(ROLES, &fields).await.status
}

async fn take(visitor: &mut Visitor, account: &str, role: &str, scope: &Scope) -> StatusCode {
    let scope = serde_json::to_string(scope).unwrap();
    let fields = [
        ("act", "take"),
        ("account", account),
        ("role", role),
        ("scope", &scope),
    ];
    visitor.submit(ROLES, &fields).await.status
}

fn whole() -> Scope {
    Scope::Congress {
        congress: slug(SAMPLE),
    }
}

#[tokio::test]
async fn a_role_is_given_to_an_address_and_taken_again_and_both_are_told() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;

    let status = give(&mut organiser, "Nowa@Miasto.pl ", "editor", "congress", "").await;

    assert_eq!(status, StatusCode::SEE_OTHER);
    let held = granted(&congress).await;
    let grant = Grant::of_congress(Role::Editor, slug(SAMPLE));
    assert!(
        held.contains(&("nowa@miasto.pl".to_owned(), grant)),
        "{held:?}"
    );
    let page = organiser.get(ROLES).await;
    page.says("nowa@miasto.pl").says("redakcja");
    let account = congress
        .app
        .store
        .accounts()
        .find_by_email(&"nowa@miasto.pl".parse().unwrap())
        .await
        .unwrap()
        .unwrap();

    let status = take(&mut organiser, &account.id.to_string(), "editor", &whole()).await;

    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(granted(&congress).await.len(), 1);
    let history = congress.app.store.history();
    let entries = history.list(&slug(SAMPLE), 2).await.unwrap();
    let acts: Vec<Act> = entries.iter().map(|entry| entry.act).collect();
    assert_eq!(acts, [Act::Revoke, Act::Grant]);
}

#[tokio::test]
async fn a_role_of_one_session_or_proposal_names_it_by_its_code() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let session = congress.draft().await.session("S39").unwrap().guid;

    give(&mut organiser, "a@miasto.pl", "chair", "session", "S39").await;
    propose(&congress, "mieszkanie").await;
    give(
        &mut organiser,
        "b@miasto.pl",
        "expert",
        "proposal",
        "mieszkanie",
    )
    .await;
    give(
        &mut organiser,
        "c@miasto.pl",
        "observer",
        "proposal",
        "mieszkanie",
    )
    .await;

    let held: Vec<Scope> = granted(&congress)
        .await
        .into_iter()
        .map(|(_, grant)| grant.scope)
        .collect();
    assert!(held.contains(&Scope::Session {
        congress: slug(SAMPLE),
        session
    }));
    assert!(held.contains(&Scope::Proposal {
        congress: slug(SAMPLE),
        proposal: "mieszkanie".to_owned()
    }));
    organiser
        .get(ROLES)
        .await
        .says("spotkanie S39 Zieleń miejska")
        .says("propozycja Mieszkanie w zasięgu");
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let wrong = [
        ("a@", "editor", "congress", "", "#f-email"),
        ("a@b.pl", "king", "congress", "", "#f-role"),
        ("a@b.pl", "editor", "everywhere", "", "#f-where"),
        ("a@b.pl", "editor", "session", "S39", "#f-where"),
        ("a@b.pl", "chair", "session", "", "#f-part"),
        ("a@b.pl", "chair", "session", "NIC", "#f-part"),
    ];
    for (email, role, place, part, leads_to) in wrong {
        let fields = [
            ("act", "give"),
            ("email", email),
            ("role", role),
            ("where", place),
            ("part", part),
        ];
        let page = organiser.submit(ROLES, &fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says(&format!("<a href=\"{leads_to}\">"))
            .says(&format!("value=\"{email}\""))
            .says("<title>Do poprawy: Role");
    }
    assert_eq!(granted(&congress).await.len(), 1);
}

#[tokio::test]
async fn the_last_organiser_stays_and_the_last_but_one_may_go() {
    let congress = open().await;
    let mut first = congress.organiser().await;
    let me = first.id().to_string();

    let refused = take(&mut first, &me, "organiser", &whole()).await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(granted(&congress).await.len(), 1);

    give(&mut first, "druga@miasto.pl", "organiser", "congress", "").await;
    let fields = [
        ("act", "take"),
        ("account", me.as_str()),
        ("role", "organiser"),
        ("scope", &serde_json::to_string(&whole()).unwrap()),
    ];
    first.submit(ROLES, &fields).await.leads_to("/biuro");

    assert_eq!(granted(&congress).await[0].0, "druga@miasto.pl");
    first.get(ROLES).await.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_else_gives_roles_or_learns_who_has_which() {
    let congress = open().await;
    let others = [
        Role::Editor,
        Role::Volunteer,
        Role::Chair,
        Role::Participant,
    ];
    for role in others {
        let mut other = congress.member_as(role).await;
        other.get(ROLES).await.is(StatusCode::NOT_FOUND);
        let me = other.email();
        let status = give(&mut other, &me, "organiser", "congress", "").await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{role}");
    }
    congress.save(&another()).await;
    let mut elsewhere = congress
        .member_with(&[Grant::of_congress(Role::Organiser, slug("kpm-2021"))])
        .await;
    elsewhere.get(ROLES).await.is(StatusCode::NOT_FOUND);
    let mut stranger = congress.visitor();
    stranger
        .get(ROLES)
        .await
        .leads_to("/wejdz?next=/biuro/kpm-2019/role");
    stranger
        .submit(ROLES, &[("act", "give")])
        .await
        .leads_to("/wejdz");
}

#[tokio::test]
async fn roles_of_other_congresses_and_of_the_installation_are_not_touched_from_here() {
    let congress = open().await;
    let everywhere = Grant {
        role: Role::Organiser,
        scope: Scope::Installation,
    };
    let root = congress.member_with(&[everywhere]).await;
    let mut organiser = congress.organiser().await;
    let other: Slug = slug("kpm-2021");
    for scope in [Scope::Installation, Scope::Congress { congress: other }] {
        let status = take(&mut organiser, &root.id().to_string(), "organiser", &scope).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{scope:?}");
    }
    assert_eq!(granted(&congress).await.len(), 2);
}

#[tokio::test]
async fn the_page_costs_the_same_queries_however_many_have_roles() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    let add = async |_| {
        congress.member_as(Role::Editor).await;
    };
    congress
        .same_queries_at_one_and_three(&mut organiser, ROLES, add)
        .await;
}

/// Makes a proposal in the register.
async fn propose(congress: &TestCongress, word: &str) {
    let draft = congress.draft().await;
    let new = NewProposal {
        id: ProposalId(congress.app.chance.uuid(congress.now())),
        congress: slug(SAMPLE),
        slug: slug(word),
        about: About {
            track: draft.tracks[0].slug.clone(),
            goals: Vec::new(),
            lang: Lang::Pl,
            title: Text::in_language(Lang::Pl, "Mieszkanie w zasięgu").unwrap(),
            lead: None,
            disclaimer: None,
            team: Vec::new(),
            sessions: Vec::new(),
        },
        discussion: Discussion::usual(),
        content: Content::empty(),
    };
    let store = &congress.app.store;
    let begun = store.begin(wiec_store::Actor::Operator, congress.now());
    let mut tx = begun.await.unwrap();
    tx.register().create(&new).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_member_of_the_committee_has_the_role_in_a_call_that_there_is() {
    let congress = open().await;
    let mut organiser = congress.organiser().await;
    organiser.get(ROLES).await.does_not_say("Jeden nabór");
    open_call(&congress, "plakaty").await;

    organiser.get(ROLES).await.says("Jeden nabór");
    let unknown = give(
        &mut organiser,
        "sedzia@miasto.pl",
        "committee",
        "call",
        "nabor",
    )
    .await;
    let known = give(
        &mut organiser,
        "sedzia@miasto.pl",
        "committee",
        "call",
        "plakaty",
    )
    .await;

    assert_eq!(unknown, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(known, StatusCode::SEE_OTHER);
    let grant = Grant {
        role: Role::Committee,
        scope: Scope::Call {
            congress: slug(SAMPLE),
            call: slug("plakaty"),
        },
    };
    let held = granted(&congress).await;
    assert!(
        held.contains(&("sedzia@miasto.pl".to_owned(), grant)),
        "{held:?}"
    );
    organiser.get(ROLES).await.says("nabór Nabór na plakaty");
}

async fn open_call(congress: &TestCongress, word: &str) {
    let title = Text::in_language(Lang::Pl, "Nabór na plakaty").unwrap();
    let new = NewCall {
        id: CallId(congress.app.chance.uuid(congress.now())),
        congress: slug(SAMPLE),
        slug: slug(word),
        setup: CallSetup::usual(CallKind::Poster, title),
    };
    let store = &congress.app.store;
    let begun = store.begin(wiec_store::Actor::Operator, congress.now());
    let mut tx = begun.await.unwrap();
    tx.calls().create(&new).await.unwrap();
    tx.commit().await.unwrap();
}
