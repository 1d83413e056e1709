//! The letters of a mailing: its texts, filled in for each reader.

use std::collections::BTreeSet;

use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::letter::unsubscribe_mark;
use wiec_kit::messages::messages;
use wiec_kit::paths::Paths;
use wiec_model::mail::{Letter, Need, Placeholder, Recipient, Secrecy, Subject, fill};
use wiec_model::{Lang, Programme, Session, Slug, Text};

use super::audience::{Reader, Readers};

/// What a mailing says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// Its subject, with placeholders.
    pub subject: Text,
    /// Its body, in Markdown with placeholders.
    pub body: Text,
    /// Whether those who want no more letters get it as well.
    pub need: Need,
    /// What lists call letters of the kind.
    pub template: &'static str,
}

/// The letters of a mailing, and who gets none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// One for each reader.
    pub letters: Vec<Letter>,
    /// How many have no address.
    pub unreachable: usize,
    /// How many want no more letters.
    pub unsubscribed: usize,
}

/// Writes to everybody of a group who is to be reached and wants to be.
///
/// # Errors
///
/// [`wiec_store::StoreError`] if the store cannot be read.
pub async fn write(
    app: &App,
    congress: &Slug,
    draft: &Programme,
    texts: &Texts,
    readers: Readers,
) -> Result<Written, wiec_store::StoreError> {
    let mark = |reader: &Reader| unsubscribe_mark(&app.secret, congress, &reader.email);
    let unwanted = match texts.need {
        Need::Essential => BTreeSet::new(),
        Need::Unsubscribable => {
            let marks: Vec<_> = readers.reached.iter().map(mark).collect();
            app.store.unsubscriptions().among(&marks).await?
        }
    };
    let mut written = Written {
        unreachable: readers.unreachable,
        ..Written::default()
    };
    for reader in &readers.reached {
        if unwanted.contains(&mark(reader)) {
            written.unsubscribed += 1;
        } else {
            written
                .letters
                .push(letter(app, congress, draft, texts, reader));
        }
    }
    Ok(written)
}

/// The letter to one reader: in their language if there is one in it, else in the other.
fn letter(app: &App, congress: &Slug, draft: &Programme, texts: &Texts, reader: &Reader) -> Letter {
    let lang = if texts.body.exact(reader.lang).is_some() {
        reader.lang
    } else {
        reader.lang.other()
    };
    let said = |place: Placeholder| said(app, congress, draft, reader, lang, place);
    let subject = fill(texts.subject.words(lang), said);
    let body = fill(texts.body.words(lang), |place| match place {
        // An address is to stay one.
        Placeholder::Link => said(place),
        _ => plain(&said(place)),
    });
    Letter {
        congress: Some(congress.clone()),
        to: Recipient::new(reader.email.clone(), reader.name.as_deref()),
        account: reader.account,
        lang,
        template: texts.template.to_owned(),
        subject: Subject::of(&subject),
        body,
        attachments: Vec::new(),
        need: texts.need,
        secrecy: Secrecy::Open,
        key: None,
    }
}

/// What a placeholder stands for.
fn said(
    app: &App,
    congress: &Slug,
    draft: &Programme,
    reader: &Reader,
    lang: Lang,
    place: Placeholder,
) -> String {
    let sessions = || {
        let all = draft.sessions.iter();
        all.filter(|session| reader.sessions.contains(&session.guid))
    };
    let list = |words: Vec<String>| words.join("; ");
    match place {
        Placeholder::Name => reader
            .name
            .clone()
            .unwrap_or_else(|| messages(lang).mailing_nameless().to_owned()),
        Placeholder::Congress => draft.name(lang).to_owned(),
        Placeholder::Title => list(
            sessions()
                .map(|session| session.title.words(lang).to_owned())
                .collect(),
        ),
        Placeholder::When => list(
            sessions()
                .map(|session| when(session, draft, lang))
                .collect(),
        ),
        Placeholder::Link => Paths::permanent(lang, congress.clone())
            .absolute(&app.site.base)
            .account(),
    }
}

/// `14 listopada, 10:40–12:10, Kadzielnia`
fn when(session: &Session, draft: &Programme, lang: Lang) -> String {
    let Some(slot) = &session.slot else {
        return messages(lang).mailing_no_time().to_owned();
    };
    let zone = &draft.congress.zone;
    let date = dates::day_month(dates::date_of(slot.starts_at, zone), lang);
    let room = draft
        .room(slot.room.as_str())
        .map_or(slot.room.as_str(), |room| room.name.words(lang));
    format!("{date}, {}, {room}", dates::hours(slot, zone))
}

/// Words that Markdown leaves as they are. A draft is edited as it stands here, so nothing is marked
/// that would not be read otherwise.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '[' | '<') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
