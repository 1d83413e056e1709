//! Editing a draft: only what differs is written, nobody's work is lost, and everything is told.

use std::sync::Arc;

use serde_json::json;
use tokio::sync::Barrier;
use wiec_model::edit::{
    CongressFields, DayFields, Edit, PersonFields, Proposed, Reason, Refusal, RoomFields,
    SessionFields, Thing, fingerprint,
};
use wiec_model::{AccountId, Lang, Programme, SessionCode, Slot, Text};
use wiec_store::testing::TestStore;
use wiec_store::{Act, Actor, EditError, EditsError, Store, StoreError, Wanted};

use crate::drafts::save;
use crate::releases::publish;
use crate::sample::{self, at, guid, now, programme, slug};

fn words(words: &str) -> Text {
    Text::in_language(Lang::Pl, words).unwrap()
}

fn code(code: &str) -> SessionCode {
    code.parse().unwrap()
}

async fn draft(store: &Store) -> Programme {
    let found = store.drafts().find(&slug(sample::SLUG)).await;
    found.unwrap().unwrap()
}

/// The edit as someone makes it who sees the draft as it is.
fn seeing(draft: &Programme, edit: Edit) -> Proposed {
    let seen = edit.thing().and_then(|thing| fingerprint(draft, &thing));
    Proposed { edit, seen }
}

async fn edit(store: &Store, actor: Actor, proposed: &Proposed) -> Result<Thing, EditError> {
    let mut tx = store.begin(actor, now()).await.unwrap();
    let applied = tx.drafts().edit(&slug(sample::SLUG), proposed).await?;
    tx.commit().await.unwrap();
    Ok(applied.thing)
}

/// Someone whom the history can name.
async fn account(store: &Store, number: usize) -> AccountId {
    let id = AccountId(guid("account", number));
    let email = format!("a{number}@kielce.eu").parse().unwrap();
    let mut tx = store.begin(Actor::System, now()).await.unwrap();
    tx.accounts().ensure(&email, Lang::Pl, id).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn done(store: &Store, what: Edit) -> Thing {
    let proposed = seeing(&draft(store).await, what);
    edit(store, Actor::Operator, &proposed).await.unwrap()
}

fn retitled(draft: &Programme, which: &str, title: &str) -> Edit {
    let mut fields = SessionFields::of(draft.session(which).unwrap());
    fields.title = words(title);
    Edit::UpdateSession(code(which), Box::new(fields))
}

#[tokio::test]
async fn every_edit_is_found_as_the_model_makes_it_and_keeps_the_order_of_lists() {
    let store = TestStore::open().await;
    save(&store, &programme(6)).await;
    let start = draft(&store).await;
    let free = Slot {
        room: slug("aula"),
        starts_at: at("2019-11-15T17:00:00Z"),
        ends_at: at("2019-11-15T18:00:00Z"),
    };
    let room = |name: &str| RoomFields {
        name: words(name),
        capacity: Some(9),
        floor: None,
        equipment: None,
        features: vec![],
        access: None,
    };
    let person = PersonFields {
        name: Some("Nowa Osoba".to_owned()),
        role: None,
        biography: None,
    };
    let mut congress = CongressFields::of(&start.congress);
    congress.place = Some(words("Kielce"));
    congress.pace.break_minutes = 15;
    let edits = [
        Edit::SetCongress(congress),
        Edit::CreateRoom {
            guid: guid("room", 9),
            fields: room("Nowa"),
        },
        Edit::CreateRoom {
            guid: guid("room", 10),
            fields: room("Nowsza"),
        },
        Edit::DeleteRoom(slug("nowa")),
        Edit::CreateRoom {
            guid: guid("room", 11),
            fields: room("Ostatnia"),
        },
        Edit::OrderRooms(vec![slug("ostatnia"), slug("aula")]),
        Edit::UpdateRoom(slug("kadzielnia"), room("Kadzielnia II")),
        Edit::CreateDay(DayFields {
            date: "2019-11-13".parse().unwrap(),
            name: None,
        }),
        Edit::CreatePerson {
            guid: guid("person", 99),
            fields: person,
        },
        Edit::CreateSession {
            guid: guid("session", 99),
            code: None,
            fields: Box::new(SessionFields::titled(
                words("Nowe spotkanie"),
                start.kinds[0].slug.clone(),
            )),
        },
        retitled(&start, "S1", "Inny tytuł"),
        Edit::Place(code("S1"), free),
        Edit::Unschedule(code("S0")),
        Edit::DeleteSession(code("S2")),
    ];
    let mut expected = start;
    for edit in edits {
        let applied = edit.apply(&expected, &Default::default()).unwrap();
        assert_eq!(done(&store, edit).await, applied.thing);
        expected = applied.programme;
        assert_eq!(draft(&store).await, expected);
    }
}

#[tokio::test]
async fn one_changed_word_is_a_few_statements_in_a_draft_of_any_size() {
    let store = TestStore::open().await;
    let mut taken = Vec::new();
    for sessions in [3, 40] {
        save(&store, &programme(sessions)).await;
        let found = draft(&store).await;
        let proposed = seeing(&found, retitled(&found, "S1", &format!("Tytuł {sessions}")));
        let before = store.queries();
        edit(&store, Actor::Operator, &proposed).await.unwrap();
        taken.push(store.queries() - before);
    }
    assert_eq!(taken[0], taken[1]);
    // The lock, a query for each table, the row, its entry.
    assert!(taken[0] < 25, "{taken:?}");
}

#[tokio::test]
async fn each_thing_shows_who_changed_what_of_it_from_which_value_to_which() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    let found = draft(&store).await;
    let anna = account(&store, 1).await;
    let before = found.session("S1").unwrap().title.clone();
    let proposed = seeing(&found, retitled(&found, "S1", "Po nowemu"));
    edit(&store, Actor::Account(anna), &proposed).await.unwrap();
    done(&store, Edit::DeleteSession(code("S2"))).await;

    let of = async |subject: &str| {
        let wanted = Wanted {
            subject: Some(subject.to_owned()),
            ..Wanted::default()
        };
        let history = store.history();
        history
            .page(&slug(sample::SLUG), &wanted, 9)
            .await
            .unwrap()
            .entries
    };
    let entries = of("session S1").await;
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].actor, Actor::Account(anna));
    assert_eq!(entries[0].act, Act::EditPart);
    assert_eq!(
        entries[0].details,
        json!({ "title": { "from": before, "to": words("Po nowemu") } })
    );
    assert_eq!(of("session S2").await[0].act, Act::DeletePart);
}

#[tokio::test]
async fn an_edit_that_changes_nothing_leaves_no_entry() {
    let store = TestStore::open().await;
    save(&store, &programme(2)).await;
    let found = draft(&store).await;
    let title = found.session("S1").unwrap().title.clone();
    let mut same = SessionFields::of(found.session("S1").unwrap());
    same.title = title;
    done(&store, Edit::UpdateSession(code("S1"), Box::new(same))).await;
    let entries = store.history().list(&slug(sample::SLUG), 9).await.unwrap();
    assert_eq!(entries.len(), 1);
}

#[tokio::test]
async fn the_second_of_two_who_edit_the_same_is_told_by_whom_and_sees_theirs() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    let seen = draft(&store).await;
    let (anna, ewa) = (account(&store, 1).await, account(&store, 2).await);
    let first = seeing(&seen, retitled(&seen, "S1", "Anny"));
    let second = seeing(&seen, retitled(&seen, "S1", "Ewy"));
    edit(&store, Actor::Account(anna), &first).await.unwrap();

    let refused = edit(&store, Actor::Account(ewa), &second).await;

    let Err(EditError::Changed(changed)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(changed.thing, Thing::Session(code("S1")));
    assert_eq!(changed.by, Some(Actor::Account(anna)));
    assert_eq!(changed.at, Some(now()));
    let theirs = &changed.theirs;
    assert_eq!(theirs.session("S1").unwrap().title, words("Anny"));
    assert_eq!(draft(&store).await, *theirs);
    // Having seen it, one may still prefer one's own.
    let again = seeing(theirs, retitled(theirs, "S1", "Ewy"));
    edit(&store, Actor::Account(ewa), &again).await.unwrap();
}

#[tokio::test]
async fn what_is_gone_in_the_meantime_is_told_as_changed() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    let seen = draft(&store).await;
    let late = seeing(&seen, retitled(&seen, "S1", "Za późno"));
    done(&store, Edit::DeleteSession(code("S1"))).await;
    let refused = edit(&store, Actor::Operator, &late).await;
    assert!(matches!(refused, Err(EditError::Changed(_))), "{refused:?}");
}

#[tokio::test]
async fn moving_a_session_does_not_stand_in_the_way_of_writing_it() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    let seen = draft(&store).await;
    let moved = seeing(&seen, Edit::Unschedule(code("S1")));
    let written = seeing(&seen, retitled(&seen, "S1", "Nowy tytuł"));
    edit(&store, Actor::Operator, &moved).await.unwrap();
    edit(&store, Actor::Operator, &written).await.unwrap();
    let found = draft(&store).await;
    let session = found.session("S1").unwrap();
    assert_eq!(
        (&session.title, &session.slot),
        (&words("Nowy tytuł"), &None)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_edit_different_sessions_at_the_same_moment_lose_nothing() {
    let store = TestStore::open().await;
    save(&store, &programme(8)).await;
    let seen = Arc::new(draft(&store).await);
    let start = Arc::new(Barrier::new(8));
    let editors: Vec<_> = (0..8)
        .map(|number| {
            let (store, seen, start) = ((*store).clone(), Arc::clone(&seen), Arc::clone(&start));
            tokio::spawn(async move {
                let which = format!("S{number}");
                let proposed = seeing(&seen, retitled(&seen, &which, &format!("Nowy {number}")));
                start.wait().await;
                edit(&store, Actor::Operator, &proposed).await.unwrap();
            })
        })
        .collect();
    for editor in editors {
        editor.await.unwrap();
    }
    let found = draft(&store).await;
    for number in 0..8 {
        let session = found.session(&format!("S{number}")).unwrap();
        assert_eq!(session.title, words(&format!("Nowy {number}")));
    }
    let entries = store.history().list(&slug(sample::SLUG), 20).await.unwrap();
    assert_eq!(entries.len(), 9);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_edit_the_same_session_at_the_same_moment_exactly_one_is_told() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    let seen = Arc::new(draft(&store).await);
    let start = Arc::new(Barrier::new(2));
    let editors = ["Anny", "Ewy"].map(|title| {
        let (store, seen, start) = ((*store).clone(), Arc::clone(&seen), Arc::clone(&start));
        tokio::spawn(async move {
            let proposed = seeing(&seen, retitled(&seen, "S1", title));
            start.wait().await;
            match edit(&store, Actor::Operator, &proposed).await {
                Ok(_) => Some(title),
                Err(EditError::Changed(_)) => None,
                Err(other) => panic!("{other}"),
            }
        })
    });
    let mut winners = Vec::new();
    for editor in editors {
        winners.extend(editor.await.unwrap());
    }
    assert_eq!(winners.len(), 1);
    let found = draft(&store).await;
    assert_eq!(found.session("S1").unwrap().title, words(winners[0]));
}

#[tokio::test]
async fn rows_of_a_table_are_written_together_or_not_at_all() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    let seen = draft(&store).await;
    let mut wrong = SessionFields::of(seen.session("S2").unwrap());
    wrong.capacity = Some(0);
    let good = seeing(&seen, retitled(&seen, "S1", "Nowy"));
    let bad = seeing(&seen, Edit::UpdateSession(code("S2"), Box::new(wrong)));

    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let both = tx
        .drafts()
        .edit_all(&slug(sample::SLUG), &[good.clone(), bad])
        .await;
    drop(tx);

    let Err(EditsError::Some(refused)) = both else {
        panic!("{both:?}")
    };
    let reasons: Vec<_> = refused.into_iter().collect();
    assert_eq!(reasons.len(), 1);
    let (1, EditError::Refused(Refusal::Fields(fields))) = &reasons[0] else {
        panic!("{reasons:?}")
    };
    assert_eq!(fields[0].reason, Reason::NotPositive);
    assert_eq!(draft(&store).await, seen);

    let third = seeing(&seen, retitled(&seen, "S2", "Też nowy"));
    let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
    let edited = tx
        .drafts()
        .edit_all(&slug(sample::SLUG), &[good, third])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(draft(&store).await, edited.programme);
    assert_eq!(edited.things.len(), 2);
}

#[tokio::test]
async fn nothing_new_gets_an_address_that_was_released_as_another_s() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    publish(&store, &programme(3)).await;
    let found = draft(&store).await;
    let mut released = found.sessions.iter().filter(|one| one.slot.is_some());
    let gone = released.next().unwrap().clone();
    done(&store, Edit::DeleteSession(gone.code.clone())).await;
    let fields = SessionFields::titled(words("Nowe"), gone.kind.clone());
    let mut fields = Box::new(fields);
    fields.title = words(&gone.slug.pl.as_str().replace('-', " "));
    done(
        &store,
        Edit::CreateSession {
            guid: guid("session", 77),
            code: None,
            fields,
        },
    )
    .await;
    let made = draft(&store).await.sessions.pop().unwrap();
    assert_eq!(made.slug.pl, gone.slug.pl.numbered(2));
}

#[tokio::test]
async fn an_edition_is_made_once() {
    let store = TestStore::open().await;
    let made = programme(0);
    for is_first in [true, false] {
        let mut tx = store.begin(Actor::Operator, now()).await.unwrap();
        let created = tx.drafts().create(&made).await;
        match created {
            Ok(()) => tx.commit().await.unwrap(),
            Err(StoreError::Conflict { ref constraint }) => {
                // Its key follows from its address, and each database looks at another first.
                let names = ["congresses_pkey", "congresses_slug_key"];
                assert!(names.contains(&constraint.as_str()), "{constraint}");
            }
            Err(ref other) => panic!("{other}"),
        }
        assert_eq!(created.is_ok(), is_first);
    }
    assert_eq!(draft(&store).await, made);
}

#[tokio::test]
async fn an_edit_of_an_unknown_edition_says_so() {
    let store = TestStore::open().await;
    let proposed = Proposed {
        edit: Edit::Unschedule(code("S1")),
        seen: None,
    };
    let refused = edit(&store, Actor::Operator, &proposed).await;
    assert!(matches!(refused, Err(EditError::NoCongress(_))));
}
