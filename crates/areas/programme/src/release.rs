//! Releasing: the draft becomes a named version with all its files, in one transaction or not at all.

use std::sync::Arc;

use uuid::Uuid;
use wiec_interchange::write::Context;
use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::messages::messages;
use wiec_model::contact::Reachable;
use wiec_model::edit::Fingerprint;
use wiec_model::mail::Letter;
use wiec_model::release::{Affected, Preview, ReleaseError, affected};
use wiec_model::{Lang, Release, Slug, Text};
use wiec_store::{Actor, Export, NewMailing, StoreError, Tx};

use crate::addresses::Permanent;
use crate::export_words::ExportWords;
use crate::exports;
use crate::letters::{Round, TEMPLATE};

/// The feed of changes looks back so many releases.
const LOOKED_BACK: u32 = 20;

/// Why a release was not made.
#[derive(Debug, thiserror::Error)]
pub enum ReleasingError {
    /// There is no such congress.
    #[error("there is no congress \"{0}\"; import one first")]
    NoCongress(Slug),
    /// The draft is not the one that was looked at.
    #[error("the draft was changed since it was looked at; look at it again")]
    DraftChanged,
    /// The draft cannot be released.
    #[error(transparent)]
    Draft(#[from] ReleaseError),
    /// A file could not be made.
    #[error("a file of the release could not be made: {0}")]
    Export(#[from] askama::Error),
    /// The files could not be made, because making them broke.
    #[error("making the files of the release broke off: {0}")]
    Broken(String),
    /// The store could not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What the organisers say of a release that they make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Releasing {
    /// What it is called: `1.1`.
    pub name: String,
    /// What they say of it to everyone.
    pub note: Option<Text>,
    /// The draft that they looked at, by its fingerprint; another one is not released.
    pub seen: Option<Fingerprint>,
}

impl Releasing {
    /// A release of whatever the draft is, under a name only.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            note: None,
            seen: None,
        }
    }
}

/// What a release of a congress' draft would be; `None` if there is no such congress.
///
/// # Errors
///
/// [`StoreError`] if the database does not answer, or answers nonsense.
pub async fn preview(app: &App, congress: &Slug) -> Result<Option<Preview>, StoreError> {
    let Some(draft) = app.store.drafts().find(congress).await? else {
        return Ok(None);
    };
    let previous = app.store.releases().newest(congress).await?;
    let availabilities = app.store.availabilities().list(congress).await?;
    let confirmations = app.store.confirmations().list(congress).await?;
    let now = app.clock.now();
    Ok(Some(Preview::of(
        draft,
        previous,
        &availabilities,
        confirmations,
        now,
    )))
}

/// A release that was made, and whom it is to be told.
#[derive(Clone, Debug)]
pub struct Released {
    /// The release.
    pub release: Release,
    /// How many letters wait in the outbox for the organisers to send them.
    pub letters: u64,
    /// The guids of those whom it concerns, and who cannot be written to.
    pub unreachable: Vec<Uuid>,
}

/// Releases the draft of a congress.
///
/// In the same transaction letters are drafted to exactly those whose session, room or time is
/// another than in the release before; none after a first one.
/// # Errors
///
/// [`ReleasingError`]; whatever it is, nothing was released.
pub async fn release(
    app: &App,
    congress: &Slug,
    actor: Actor,
    releasing: &Releasing,
) -> Result<Released, ReleasingError> {
    let draft = app
        .store
        .drafts()
        .find(congress)
        .await?
        .ok_or_else(|| ReleasingError::NoCongress(congress.clone()))?;
    let is_another = |seen: &Fingerprint| *seen != Fingerprint::of(&draft);
    if releasing.seen.as_ref().is_some_and(is_another) {
        return Err(ReleasingError::DraftChanged);
    }
    let earlier = earlier(app, congress, u32::MAX).await?;
    let now = app.clock.now();
    let release = Release::of(&draft, earlier.first(), &releasing.name, now)?
        .with_note(releasing.note.clone());
    let edition = Arc::new(Edition::of(release));
    let previous = earlier.first().cloned();
    let exports = make_exports(app, &edition, earlier).await?;
    let mut tx = app.store.begin(actor, now).await?;
    tx.releases()
        .create(congress, &edition.release, &exports::base(app), &exports)
        .await?;
    let (letters, unreachable) = match &previous {
        Some(previous) => draft_letters(app, &mut tx, &edition, previous).await?,
        None => (0, Vec::new()),
    };
    let released = edition.release.programme.people.iter();
    let released = released.map(|person| person.guid).collect();
    tx.contacts().keep_only(congress, &released).await?;
    tx.commit().await?;
    Ok(Released {
        release: edition.release.clone(),
        letters,
        unreachable,
    })
}

/// Drafts the letters to those whom a release concerns; says how many, and who cannot be reached.
async fn draft_letters(
    app: &App,
    tx: &mut Tx,
    edition: &Edition,
    previous: &Release,
) -> Result<(u64, Vec<Uuid>), ReleasingError> {
    let (congress, release) = (edition.slug(), &edition.release);
    let affected = affected(previous, release);
    let people = affected.iter().map(|one| one.person).collect();
    let reachable = tx.contacts().reachable(congress, &people).await?;
    let (letters, unreachable) = write_letters(app, edition, previous, &affected, &reachable);
    let mailing = NewMailing {
        congress: congress.clone(),
        template: TEMPLATE.to_owned(),
        name: messages(Lang::Pl).release_mailing(release.name.as_str()),
        key: Some(format!("release/{}", release.number)),
    };
    if letters.is_empty() {
        return Ok((0, unreachable));
    }
    let Some(mailing) = tx.mails().begin_mailing(&mailing).await? else {
        return Ok((0, unreachable));
    };
    let drafted = tx.mails().draft_all(congress, mailing, &letters).await?;
    Ok((drafted, unreachable))
}

fn write_letters(
    app: &App,
    edition: &Edition,
    previous: &Release,
    affected: &[Affected<'_>],
    reachable: &[Reachable],
) -> (Vec<Letter>, Vec<Uuid>) {
    let addresses = Permanent::new(app, edition);
    let round = Round {
        context: Context::after(previous, &edition.release, &addresses, &ExportWords),
        addresses: &addresses,
        previous,
        next: &edition.release,
    };
    round.letters(affected, reachable)
}

/// Makes the files of the served releases anew where they were made for another address of the site
/// or by another build of the program. Returns how many releases that were.
///
/// # Errors
///
/// [`ReleasingError`]; files made before it stay.
pub async fn renew_exports(app: &App) -> Result<usize, ReleasingError> {
    let base = exports::base(app);
    let mut renewed = 0;
    for edition in app.editions.served().all() {
        let (slug, number) = (edition.slug(), edition.release.number);
        if app.store.exports().base(slug, number).await?.as_deref() == Some(base.as_str()) {
            continue;
        }
        let exports = make_exports(app, edition, earlier(app, slug, number).await?).await?;
        let mut tx = app.store.begin(Actor::System, app.clock.now()).await?;
        tx.exports().replace(slug, number, &base, &exports).await?;
        tx.commit().await?;
        renewed += 1;
    }
    if renewed > 0 {
        app.forget_ready();
    }
    Ok(renewed)
}

/// The releases before `number`, newest first.
async fn earlier(app: &App, congress: &Slug, number: u32) -> Result<Vec<Release>, StoreError> {
    let newest = app
        .store
        .releases()
        .newest(congress)
        .await?
        .map_or(0, |newest| newest.number);
    let last = newest.min(number.saturating_sub(1));
    let mut releases = Vec::new();
    for number in (last.saturating_sub(LOOKED_BACK) + 1..=last).rev() {
        releases.extend(app.store.releases().find(congress, number).await?);
    }
    Ok(releases)
}

/// Making a few megabytes of files takes a good part of a second, which the async threads do not have.
async fn make_exports(
    app: &App,
    edition: &Arc<Edition>,
    earlier: Vec<Release>,
) -> Result<Vec<Export>, ReleasingError> {
    let (app, edition) = (app.clone(), Arc::clone(edition));
    let made = tokio::task::spawn_blocking(move || exports::of(&app, &edition, &earlier)).await;
    Ok(made.map_err(|error| ReleasingError::Broken(error.to_string()))??)
}
