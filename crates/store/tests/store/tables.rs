//! Tables of remarks: their file waits for its sender, their rows come in once and in order.

use jiff::SignedDuration;
use uuid::Uuid;
use wiec_model::Lang;
use wiec_model::register::{
    Author, Behalf, Channel, Clause, ProposalId, Remark, RemarkId, RemarkKind,
};
use wiec_store::{Act, NewRemark, Store, Upload, UploadId};

use crate::register::{account, acts, make, publish, with_people, write};
use crate::sample::{SLUG, now, slug};

fn row(number: u128) -> NewRemark {
    NewRemark {
        id: RemarkId(Uuid::from_u128(number)),
        key: format!("row/{number}"),
        version: 1,
        clause: Clause::Whole,
        kind: RemarkKind::Comment,
        body: format!("Wiersz {number}"),
        reasons: None,
        wording: None,
        amendment: None,
        reply_to: None,
        author: Author {
            name: "Miasto Łódź".to_owned(),
            behalf: Behalf::City,
            body: None,
        },
        account: None,
        email: None,
        lang: Lang::Pl,
        channel: Channel::Table,
        received_at: now(),
    }
}

async fn all(store: &Store, proposal: ProposalId) -> Vec<(u32, String)> {
    let said = |it: Remark| (it.number.unwrap(), it.body);
    let all = store.remarks().all(proposal, &["published"]).await.unwrap();
    all.into_iter().map(said).collect()
}

#[tokio::test]
async fn rows_of_a_table_are_numbered_in_their_order_and_those_that_are_known_are_left_out() {
    let store = with_people().await;
    let proposal = make(&store, "mieszkania").await;
    publish(&store, &proposal).await;
    let first: Vec<NewRemark> = (1..=450).map(row).collect();
    let mut tx = write(&store).await;
    let fresh = tx.remarks().receive_table(&proposal, &first).await.unwrap();
    assert_eq!(fresh.len(), 450);
    tx.commit().await.unwrap();

    let again: Vec<NewRemark> = (449..=452).map(row).collect();
    let mut tx = write(&store).await;
    let fresh = tx.remarks().receive_table(&proposal, &again).await.unwrap();
    let fresh: Vec<&str> = fresh.iter().map(|new| new.key.as_str()).collect();
    assert_eq!(fresh, ["row/451", "row/452"]);
    let fresh = tx.remarks().receive_table(&proposal, &again).await.unwrap();
    assert!(fresh.is_empty());
    tx.commit().await.unwrap();

    let expected: Vec<(u32, String)> = (1..=452)
        .map(|number| (number, format!("Wiersz {number}")))
        .collect();
    assert_eq!(all(&store, proposal.id).await, expected);
    let table = (Act::Remark, "proposal mieszkania".to_owned());
    let told = acts(&store).await;
    assert_eq!(told.iter().filter(|act| **act == table).count(), 2);
}

#[tokio::test]
async fn the_office_reads_what_is_in_a_state_page_by_page_over_all_proposals() {
    let store = with_people().await;
    let mut ids = Vec::new();
    for (word, rows) in [("mieszkania", 1..=3), ("transport", 4..=5)] {
        let proposal = make(&store, word).await;
        publish(&store, &proposal).await;
        ids.push(proposal.id);
        let rows: Vec<NewRemark> = rows.map(row).collect();
        let mut tx = write(&store).await;
        tx.remarks().receive_table(&proposal, &rows).await.unwrap();
        tx.commit().await.unwrap();
    }
    let (remarks, sample) = (store.remarks(), slug(SLUG));
    let page = |proposal, page| remarks.moderated(&sample, proposal, "published", page, 2);
    let counted = async |proposal, at| {
        let found = page(proposal, at).await.unwrap();
        (found.rows.len(), found.total)
    };
    assert_eq!(counted(None, 0).await, (2, 5));
    assert_eq!(counted(None, 2).await, (1, 5));
    assert_eq!(counted(Some(ids[1]), 0).await, (2, 2));
    let waiting = remarks.moderated(&sample, None, "waiting", 0, 9).await;
    assert_eq!(waiting.unwrap().total, 0);
    assert_eq!(remarks.beside(&ids).await.unwrap().len(), 5);
    assert_eq!(remarks.beside(&ids[1..]).await.unwrap().len(), 2);
    assert!(remarks.is_received(ids[0], "row/1").await.unwrap());
    assert!(!remarks.is_received(ids[1], "row/1").await.unwrap());
}

#[tokio::test]
async fn a_file_waits_for_its_sender_alone_and_gives_way_to_later_ones_and_to_time() {
    let store = with_people().await;
    let proposal = make(&store, "mieszkania").await;
    let (anna, other) = (account(1), account(2));
    let file = Upload {
        name: "uwagi.xlsx".to_owned(),
        bytes: vec![0, 1, 255],
    };
    let id = |number| UploadId(Uuid::from_u128(number));
    for number in 1..=4 {
        let at = now() + SignedDuration::from_secs(i64::try_from(number).unwrap());
        let mut tx = store.begin(wiec_store::Actor::Operator, at).await.unwrap();
        let mut register = tx.register();
        register
            .keep_upload(id(number), proposal.id, anna, &file)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
    let kept = async |number, account| {
        let register = store.register();
        let found = register.upload(id(number), proposal.id, account).await;
        found.unwrap()
    };
    assert_eq!(kept(4, anna).await, Some(file.clone()));
    assert_eq!(kept(4, other).await, None, "another's");
    assert_eq!(kept(1, anna).await, None, "the oldest of four");
    let mut tx = write(&store).await;
    tx.register().drop_upload(id(4), other).await.unwrap();
    tx.register().drop_upload(id(3), anna).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(kept(4, anna).await, Some(file));
    assert_eq!(kept(3, anna).await, None);
    let mut tx = write(&store).await;
    let before = now() + SignedDuration::from_hours(1);
    assert_eq!(tx.sweep().uploads(before).await.unwrap(), 2);
    tx.commit().await.unwrap();
}
