//! An installation holds several editions, and none sees anything of another.

use wiec_model::Programme;
use wiec_store::CongressSummary;
use wiec_store::testing::TestStore;

use crate::drafts::save;
use crate::releases::publish;
use crate::sample::{self, programme, slug};

/// The same programme, keys, guids and all, as another edition.
fn of_another_edition(sessions: usize) -> Programme {
    let mut other = programme(sessions);
    other.congress = sample::congress("kpm-2021");
    other.rooms[0].capacity = Some(7);
    other
}

#[tokio::test]
async fn two_editions_with_equal_keys_do_not_see_each_other() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    save(&store, &of_another_edition(5)).await;

    let first = store.drafts().find(&slug(sample::SLUG)).await.unwrap();
    let second = store.drafts().find(&slug("kpm-2021")).await.unwrap();

    assert_eq!(first, Some(programme(3)));
    assert_eq!(second, Some(of_another_edition(5)));
}

#[tokio::test]
async fn replacing_the_draft_of_one_edition_leaves_the_other_alone() {
    let store = TestStore::open().await;
    save(&store, &programme(3)).await;
    save(&store, &of_another_edition(5)).await;

    save(&store, &programme(1)).await;

    assert_eq!(
        store.drafts().find(&slug("kpm-2021")).await.unwrap(),
        Some(of_another_edition(5))
    );
}

#[tokio::test]
async fn editions_are_listed_latest_first_with_the_release_that_the_public_sees() {
    let store = TestStore::open().await;
    assert_eq!(store.congresses().list().await.unwrap(), []);
    let mut later = of_another_edition(1);
    later.days.truncate(1);
    later.days[0].date = "2021-06-08".parse().unwrap();
    save(&store, &programme(1)).await;
    save(&store, &later).await;
    publish(&store, &programme(1)).await;

    let listed = store.congresses().list().await.unwrap();

    let summary = |programme: &Programme, newest_release| CongressSummary {
        slug: programme.congress.slug.clone(),
        name: programme.congress.name.clone(),
        first_day: programme.days.first().map(|day| day.date),
        last_day: programme.days.last().map(|day| day.date),
        newest_release,
    };
    assert_eq!(
        listed,
        [summary(&later, None), summary(&programme(1), Some(1))]
    );
}
