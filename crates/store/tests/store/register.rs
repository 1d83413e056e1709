//! Proposals: nobody's words are overwritten unseen, and what was published never changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use tokio::sync::Barrier;
use uuid::Uuid;
use wiec_model::register::{
    About, Content, Discussion, Moderation, Proposal, ProposalId, RemarkId, Version, sections,
};
use wiec_model::{AccountId, Lang, Text};
use wiec_store::testing::TestStore;
use wiec_store::{
    Act, Actor, DraftSaved, HoldTaken, NewProposal, Report, ReportFile, SectionSaved, Store,
    StoreError, Suggestion, SuggestionState, Tx,
};
use wiec_text::Document;

use crate::drafts::save;
use crate::releases::by_hand;
use crate::sample::{self, at, guid, now, programme, slug};

/// A text of two sections.
pub const TEXT: &str =
    "# Mieszkania\n\n## Cel\n\nKażda gmina ma plan.\n\n## Plan\n\nPlan jest na pięć lat.";

pub fn words(words: &str) -> Text {
    Text::in_language(Lang::Pl, words).unwrap()
}

pub fn content(markdown: &str) -> Content {
    Content {
        document: Document::from_markdown(markdown),
        ..Content::empty()
    }
}

pub fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

fn about(title: &str) -> About {
    About {
        track: slug("mieszkalnictwo"),
        goals: vec![slug("kompaktowe")],
        lang: Lang::Pl,
        title: words(title),
        lead: None,
        disclaimer: None,
        team: vec![],
        sessions: vec![],
    }
}

pub fn new(address: &str) -> NewProposal {
    NewProposal {
        id: ProposalId(guid(address, 0)),
        congress: slug(sample::SLUG),
        slug: slug(address),
        about: about("Mieszkania"),
        discussion: Discussion::usual(),
        content: content(TEXT),
    }
}

pub async fn write(store: &Store) -> Tx {
    store.begin(Actor::Operator, now()).await.unwrap()
}

/// An edition with two people whom rows may name.
pub async fn with_people() -> TestStore {
    let store = TestStore::open().await;
    save(&store, &programme(1)).await;
    let mut tx = write(&store).await;
    for number in [1, 2] {
        let email = format!("osoba-{number}@kongres.example").parse().unwrap();
        let mut accounts = tx.accounts();
        let known = accounts.ensure(&email, Lang::Pl, account(number)).await;
        known.unwrap();
    }
    tx.commit().await.unwrap();
    store
}

pub async fn make(store: &Store, address: &str) -> Proposal {
    let mut tx = write(store).await;
    tx.register().create(&new(address)).await.unwrap();
    tx.commit().await.unwrap();
    found(store, address).await
}

pub async fn found(store: &Store, address: &str) -> Proposal {
    let register = store.register();
    let found = register.find(&slug(sample::SLUG), &slug(address)).await;
    found.unwrap().unwrap()
}

pub async fn publish(store: &Store, proposal: &Proposal) -> Version {
    let draft = store.register().draft(proposal.id).await.unwrap().unwrap();
    let mut tx = write(store).await;
    let mut register = tx.register();
    let published = register.publish(proposal, draft.revision, None).await;
    tx.commit().await.unwrap();
    published.unwrap()
}

/// Acts of the history of the edition with their subjects, the oldest first, without the saved draft.
pub async fn acts(store: &Store) -> Vec<(Act, String)> {
    let entries = store.history().list(&slug(sample::SLUG), 99).await;
    let mut acts: Vec<_> = entries
        .unwrap()
        .into_iter()
        .map(|entry| (entry.act, entry.subject))
        .filter(|(act, _)| *act != Act::SaveDraft)
        .collect();
    acts.reverse();
    acts
}

async fn details(store: &Store) -> serde_json::Value {
    let entries = store.history().list(&slug(sample::SLUG), 1).await.unwrap();
    entries[0].details.clone()
}

#[tokio::test]
async fn a_proposal_is_found_as_it_was_made_by_its_address_its_key_and_in_the_list() {
    let store = with_people().await;
    let made = make(&store, "mieszkania").await;
    let expected = Proposal {
        id: ProposalId(guid("mieszkania", 0)),
        congress: slug(sample::SLUG),
        slug: slug("mieszkania"),
        about: about("Mieszkania"),
        discussion: Discussion::usual(),
        consultation: Default::default(),
        current: None,
        revision: 0,
        created_at: now(),
    };
    assert_eq!(made, expected);
    let register = store.register();
    assert_eq!(register.get(made.id).await.unwrap(), Some(expected.clone()));
    let listed = register.list(&slug(sample::SLUG)).await.unwrap();
    assert_eq!(listed, [expected]);
    let ghost = ProposalId(Uuid::from_u128(9));
    assert_eq!(register.get(ghost).await.unwrap(), None);
    let draft = register.draft(made.id).await.unwrap().unwrap();
    assert_eq!(draft.content, content(TEXT));
    assert_eq!((draft.base, draft.revision), (None, 0));
    let history = [(Act::SetProposal, "proposal mieszkania".to_owned())];
    assert_eq!(acts(&store).await, history);
}

#[tokio::test]
async fn an_address_is_given_once() {
    let store = with_people().await;
    make(&store, "mieszkania").await;
    let mut tx = write(&store).await;
    let other = NewProposal {
        id: ProposalId(guid("inny", 0)),
        ..new("mieszkania")
    };
    let refused = tx.register().create(&other).await;
    let Err(StoreError::Conflict { constraint }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(constraint, "register_proposals_congress_id_slug_key");
}

#[tokio::test]
async fn what_is_known_of_a_proposal_changes_if_nobody_changed_it_meanwhile() {
    let store = with_people().await;
    let before = make(&store, "mieszkania").await;
    let mut after = before.clone();
    after.about.title = words("Mieszkania i najem");
    after.discussion.moderation = Moderation::BeforeRead;
    after.discussion.closes_at = Some(at("2019-12-01T00:00:00Z"));
    after.consultation.opens_on = Some("2019-10-20".parse().unwrap());
    let mut tx = write(&store).await;
    tx.register().change(&before, &after).await.unwrap();
    tx.commit().await.unwrap();

    after.revision = 1;
    assert_eq!(found(&store, "mieszkania").await, after);
    let changed = details(&store).await;
    let keys: Vec<_> = changed.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["title", "moderation", "closes_at", "opens_on"]);
    assert_eq!(
        changed["moderation"],
        json!({ "from": "at_once", "to": "before_read" })
    );

    let mut tx = write(&store).await;
    let late = tx.register().change(&before, &after).await;
    assert!(matches!(late, Err(StoreError::Stale)), "{late:?}");
}

#[tokio::test]
async fn published_words_are_numbered_hashed_and_stay_while_the_draft_goes_on() {
    let store = with_people().await;
    let proposal = make(&store, "mieszkania").await;
    let first = publish(&store, &proposal).await;
    let expected = Version {
        number: 1,
        hash: content(TEXT).hash(),
        content: content(TEXT),
        note: None,
        merged: vec![],
        published_at: now(),
    };
    assert_eq!(first, expected);
    assert_eq!(found(&store, "mieszkania").await.current, Some(1));

    let draft = store.register().draft(proposal.id).await.unwrap().unwrap();
    assert_eq!((draft.base, draft.revision), (Some(1), 1));
    let words = content("# Mieszkania\n\nInaczej.");
    let mut tx = write(&store).await;
    let saved = tx.register().save_draft(&proposal, 1, &words).await;
    assert_eq!(saved.unwrap(), DraftSaved::Saved(2));
    // Whoever publishes what they did not see is told.
    let unseen = tx.register().publish(&proposal, 1, None).await;
    assert!(matches!(unseen, Err(StoreError::Stale)), "{unseen:?}");
    tx.commit().await.unwrap();
    let second = publish(&store, &proposal).await;
    assert_eq!((second.number, &second.content), (2, &words));

    let register = store.register();
    assert_eq!(
        register.version(proposal.id, 1).await.unwrap(),
        Some(expected)
    );
    assert_eq!(
        register.version(proposal.id, 2).await.unwrap(),
        Some(second.clone())
    );
    assert_eq!(register.version(proposal.id, 3).await.unwrap(), None);
    let summaries = register.versions(proposal.id).await.unwrap();
    let hashes: Vec<_> = summaries
        .iter()
        .map(|one| (one.number, &one.hash))
        .collect();
    assert_eq!(hashes, [(2, &second.hash), (1, &first.hash)]);
    let last: Vec<Act> = acts(&store).await.iter().map(|(act, _)| *act).collect();
    assert_eq!(
        last[1..],
        [Act::PublishVersion, Act::WriteProposal, Act::PublishVersion]
    );
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_or_delete_what_was_published_or_frozen() {
    let store = with_people().await;
    let proposal = make(&store, "mieszkania").await;
    let kept = publish(&store, &proposal).await;
    freeze(&store, &proposal, "a").await;
    for statement in [
        "UPDATE register_versions SET content = '{}'",
        "UPDATE register_versions SET published_at = 0",
        "DELETE FROM register_versions",
        "UPDATE register_reports SET hash = 'x'",
        "DELETE FROM register_reports",
        "UPDATE register_files SET name = 'x'",
        "DELETE FROM register_files",
    ] {
        let refused = by_hand(store.location(), statement).await;
        let refused = refused.expect_err(statement).to_string();
        assert!(refused.contains("never"), "{statement}: {refused}");
    }
    let version = store.register().version(proposal.id, 1).await.unwrap();
    assert_eq!(version, Some(kept));
}

#[tokio::test]
async fn everybody_s_newest_words_are_found_by_the_same_queries_however_many_there_are() {
    let store = with_people().await;
    let congress = slug(sample::SLUG);
    let hidden = make(&store, "w-przygotowaniu").await;
    let mut taken = Vec::new();
    for addresses in [&["a"][..], &["b", "c"]] {
        for address in addresses {
            let proposal = make(&store, address).await;
            publish(&store, &proposal).await;
        }
        let before = store.queries();
        let current = store.register().current(&congress).await.unwrap();
        taken.push(store.queries() - before);
        assert!(current.iter().all(|(it, _)| it.id != hidden.id));
    }
    assert_eq!(taken[0], taken[1]);
    let b = found(&store, "b").await;
    let draft = store.register().draft(b.id).await.unwrap().unwrap();
    let mut tx = write(&store).await;
    let words = content("Drugie słowa.");
    let saved = tx.register().save_draft(&b, draft.revision, &words).await;
    saved.unwrap();
    tx.commit().await.unwrap();
    publish(&store, &b).await;
    let current = store.register().current(&congress).await.unwrap();
    let numbers: Vec<_> = current
        .iter()
        .map(|(it, version)| (it.slug.as_str(), it.current, version.number))
        .collect();
    assert_eq!(
        numbers,
        [("a", Some(1), 1), ("b", Some(2), 2), ("c", Some(1), 1)]
    );
}

/// Saves a section that was seen as it stands in `TEXT`.
async fn save_section(store: &Store, proposal: &Proposal, section: &str, to: &str) -> SectionSaved {
    let seen = sections(&Document::from_markdown(TEXT));
    let seen = seen.into_iter().find(|one| one.heading == section).unwrap();
    let anchor = seen.anchor.unwrap().to_string();
    let mut tx = write(store).await;
    let mut register = tx.register();
    let saved = register.save_section(proposal, &anchor, &seen.markdown, to);
    let saved = saved.await.unwrap();
    tx.commit().await.unwrap();
    saved
}

#[tokio::test]
async fn two_who_save_different_sections_both_keep_their_words() {
    let store = with_people().await;
    let proposal = make(&store, "mieszkania").await;
    for (section, to) in [
        ("Cel", "## Cel\n\nKażda gmina i powiat."),
        ("Plan", "## Plan\n\nSiedem lat."),
    ] {
        let saved = save_section(&store, &proposal, section, to).await;
        assert!(matches!(saved, SectionSaved::Saved(_)), "{saved:?}");
    }
    let draft = store.register().draft(proposal.id).await.unwrap().unwrap();
    let markdown = draft.content.document.to_markdown();
    let expected = "# Mieszkania\n\n## Cel\n\nKażda gmina i powiat.\n\n## Plan\n\nSiedem lat.";
    assert_eq!(markdown.trim(), expected);
    assert_eq!(draft.revision, 2);
}

#[tokio::test]
async fn the_second_of_two_who_save_the_same_section_gets_the_words_of_the_first() {
    let store = with_people().await;
    let proposal = make(&store, "mieszkania").await;
    let theirs = "## Cel\n\nAnny słowa.";
    save_section(&store, &proposal, "Cel", theirs).await;
    let late = save_section(&store, &proposal, "Cel", "## Cel\n\nEwy słowa.").await;
    let SectionSaved::Clash(section) = late else {
        panic!("{late:?}")
    };
    assert_eq!(section.markdown.trim(), theirs);
    // What is sent again after the network broke stands already, and is one entry.
    let again = save_section(&store, &proposal, "Cel", theirs).await;
    assert!(matches!(again, SectionSaved::Saved(_)), "{again:?}");
    assert_eq!(acts(&store).await.len(), 2);

    let mut tx = write(&store).await;
    let gone = tx.register().save_section(&proposal, "p99", "", "x").await;
    assert_eq!(gone.unwrap(), SectionSaved::Gone);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_eight_who_save_one_section_at_the_same_moment_one_is_saved_and_seven_are_told() {
    let store = with_people().await;
    let proposal = Arc::new(make(&store, "mieszkania").await);
    let start = Arc::new(Barrier::new(8));
    let mut coming = tokio::task::JoinSet::new();
    for number in 0..8 {
        let (store, proposal, start) = (
            Store::clone(&store),
            Arc::clone(&proposal),
            Arc::clone(&start),
        );
        coming.spawn(async move {
            start.wait().await;
            let to = format!("## Cel\n\nSłowa {number}.");
            save_section(&store, &proposal, "Cel", &to).await
        });
    }
    let saved = coming.join_all().await;
    let count = |is: fn(&SectionSaved) -> bool| saved.iter().filter(|one| is(one)).count();
    assert_eq!(count(|one| matches!(one, SectionSaved::Saved(_))), 1);
    assert_eq!(count(|one| matches!(one, SectionSaved::Clash(_))), 7);
    let draft = store.register().draft(proposal.id).await.unwrap().unwrap();
    assert_eq!(draft.revision, 1);
}

#[tokio::test]
async fn an_empty_draft_is_written_as_one_section() {
    let store = with_people().await;
    let mut tx = write(&store).await;
    let empty = NewProposal {
        content: Content::empty(),
        ..new("pusta")
    };
    tx.register().create(&empty).await.unwrap();
    tx.commit().await.unwrap();
    let proposal = found(&store, "pusta").await;
    let mut tx = write(&store).await;
    let mut register = tx.register();
    let saved = register.save_section(&proposal, "start", "", TEXT).await;
    let saved = saved.unwrap();
    let SectionSaved::Saved(draft) = saved else {
        panic!("{saved:?}")
    };
    assert_eq!(draft.content, content(TEXT));
}

async fn hold(store: &Store, proposal: &Proposal, who: u128, when: Timestamp) -> HoldTaken {
    let actor = Actor::Account(account(who));
    let mut tx = store.begin(actor, when).await.unwrap();
    let taken = tx.register().hold(proposal, "p2", account(who)).await;
    tx.commit().await.unwrap();
    taken.unwrap()
}

#[tokio::test]
async fn a_section_is_held_for_ninety_seconds_after_the_last_sign_and_can_be_taken_over() {
    let store = with_people().await;
    let proposal = make(&store, "mieszkania").await;
    let after = |seconds| now() + SignedDuration::from_secs(seconds);
    let taken = HoldTaken::Taken(account(1));
    for (who, when, expected) in [
        (1, after(0), HoldTaken::Held),
        (2, after(10), taken),
        // A sign of its holder counts from then.
        (1, after(60), HoldTaken::Held),
        (2, after(150), taken),
        (2, after(151), HoldTaken::Held),
        (1, after(152), HoldTaken::Taken(account(2))),
    ] {
        assert_eq!(hold(&store, &proposal, who, when).await, expected);
    }
    let holds = store.register().holds(proposal.id).await.unwrap();
    assert_eq!(holds.len(), 1);
    assert_eq!(
        (holds[0].section.as_str(), holds[0].account),
        ("p2", account(2))
    );
    assert!(holds[0].holds(after(241)) && !holds[0].holds(after(242)));

    let mut tx = write(&store).await;
    let mut register = tx.register();
    register
        .take_over(&proposal, "p2", account(1))
        .await
        .unwrap();
    // It is no longer theirs to let go.
    register.let_go(&proposal, "p2", account(2)).await.unwrap();
    tx.commit().await.unwrap();
    let holds = store.register().holds(proposal.id).await.unwrap();
    assert_eq!((holds.len(), holds[0].account), (1, account(1)));
    let mut tx = write(&store).await;
    let gone = tx.register().let_go(&proposal, "p2", account(1)).await;
    gone.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.register().holds(proposal.id).await.unwrap(), []);
}

async fn merge(store: &Store, proposal: &Proposal, remark: u128, to: &str) -> DraftSaved {
    let mut tx = write(store).await;
    let mut register = tx.register();
    let remarks = [RemarkId(Uuid::from_u128(remark))];
    let words = content(to);
    let merged = register.merge(proposal, 0, &remarks, &words).await.unwrap();
    tx.commit().await.unwrap();
    merged
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_merge_at_the_same_moment_one_is_told_and_sees_what_the_other_made() {
    let store = with_people().await;
    let proposal = Arc::new(make(&store, "mieszkania").await);
    let start = Arc::new(Barrier::new(2));
    let mut coming = tokio::task::JoinSet::new();
    for number in [1, 2] {
        let (store, proposal, start) = (
            Store::clone(&store),
            Arc::clone(&proposal),
            Arc::clone(&start),
        );
        coming.spawn(async move {
            start.wait().await;
            let to = format!("Wynik {number}.");
            (number, merge(&store, &proposal, number, &to).await)
        });
    }
    let merged = coming.join_all().await;
    let saved = |one: &&(u128, DraftSaved)| one.1 == DraftSaved::Saved(1);
    let winner = merged.iter().find(saved).unwrap().0;
    let told = merged.iter().find(|one| one.0 != winner).unwrap();
    let DraftSaved::Clash(theirs) = &told.1 else {
        panic!("{told:?}")
    };
    assert_eq!(theirs.content, content(&format!("Wynik {winner}.")));
    assert_eq!(theirs.merged, [RemarkId(Uuid::from_u128(winner))]);
    // The same merge sent again changes nothing and is no second entry.
    let to = format!("Wynik {winner}.");
    assert_eq!(
        merge(&store, &proposal, winner, &to).await,
        DraftSaved::Saved(1)
    );
    let merges = acts(&store).await;
    let merges = merges
        .iter()
        .filter(|(act, _)| *act == Act::MergeAmendments);
    assert_eq!(merges.count(), 1);
}

#[tokio::test]
async fn a_suggestion_is_made_once_and_decided_once() {
    let store = with_people().await;
    let proposal = make(&store, "mieszkania").await;
    let suggestion = Suggestion {
        id: Uuid::from_u128(7),
        section: "p2".to_owned(),
        account: account(1),
        name: None,
        wording: "## Cel\n\nKrócej.".to_owned(),
        reasons: Some("Krócej znaczy jaśniej.".to_owned()),
        state: SuggestionState::Open,
        made_at: now(),
    };
    for _ in 0..2 {
        let mut tx = write(&store).await;
        tx.register().suggest(&proposal, &suggestion).await.unwrap();
        tx.commit().await.unwrap();
    }
    let suggestions = store.register().suggestions(proposal.id).await.unwrap();
    assert_eq!(suggestions, std::slice::from_ref(&suggestion));
    for (state, expected) in [
        (SuggestionState::Taken, true),
        (SuggestionState::Declined, false),
    ] {
        let mut tx = write(&store).await;
        let mut register = tx.register();
        let decided = register.decide_suggestion(&proposal, suggestion.id, state);
        assert_eq!(decided.await.unwrap(), expected);
        tx.commit().await.unwrap();
    }
    let suggestions = store.register().suggestions(proposal.id).await.unwrap();
    assert_eq!(suggestions[0].state, SuggestionState::Taken);
    let of = |act: &Act| *act == Act::SuggestWording;
    let noted = acts(&store).await;
    assert_eq!(noted.iter().filter(|(act, _)| of(act)).count(), 2);
}

async fn freeze(store: &Store, proposal: &Proposal, hash: &str) -> u32 {
    let file = |name: &str| ReportFile {
        name: name.to_owned(),
        media: "text/csv".to_owned(),
        hash: format!("{hash}-{name}"),
        bytes: vec![0, 255, 7],
    };
    let files = [file("raport.pdf"), file("raport.csv")];
    let mut tx = write(store).await;
    let mut register = tx.register();
    let number = register.freeze_report(proposal, hash, &files).await;
    tx.commit().await.unwrap();
    number.unwrap()
}

#[tokio::test]
async fn a_frozen_report_is_kept_with_its_files_and_the_same_one_is_frozen_once() {
    let store = with_people().await;
    let proposal = make(&store, "mieszkania").await;
    for (hash, expected) in [("a", 1), ("a", 1), ("b", 2)] {
        assert_eq!(freeze(&store, &proposal, hash).await, expected);
    }
    let report = |number, hash: &str| Report {
        number,
        hash: hash.to_owned(),
        frozen_at: now(),
        files: ["raport.csv", "raport.pdf"]
            .map(|name| (name.to_owned(), format!("{hash}-{name}")))
            .into(),
    };
    let reports = store.register().reports(proposal.id).await.unwrap();
    assert_eq!(reports, [report(2, "b"), report(1, "a")]);
    let register = store.register();
    let file = register.report_file(proposal.id, 1, "raport.pdf").await;
    let file = file.unwrap().unwrap();
    assert_eq!(
        (file.bytes, file.hash.as_str()),
        (vec![0, 255, 7], "a-raport.pdf")
    );
    let none = register.report_file(proposal.id, 3, "raport.pdf").await;
    assert_eq!(none.unwrap(), None);
    let frozen = acts(&store).await;
    let frozen = frozen.iter().filter(|(act, _)| *act == Act::FreezeReport);
    assert_eq!(frozen.count(), 2);
}

#[tokio::test]
async fn translations_and_all_else_that_is_written_is_part_of_the_hash() {
    let mut other = content(TEXT);
    other.translations = BTreeMap::from([(Lang::En, "# Homes".to_owned())]);
    assert_ne!(other.hash(), content(TEXT).hash());
    assert_eq!(content(TEXT).hash().len(), 64);
}
