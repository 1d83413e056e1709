//! What those whom a release concerns are written: one letter each, with the calendars of what moved
//! and of what they have no part in any more.
//!
//! Everything here follows from two releases and from where people can be reached. Nobody else gets a
//! letter, and one who cannot be reached is named to the organisers instead.

mod words;

use std::collections::BTreeMap;

use uuid::Uuid;
use wiec_interchange::write::ical::{Method, notice};
use wiec_interchange::write::{Addresses, Context};
use wiec_kit::messages::messages;
use wiec_model::contact::Reachable;
use wiec_model::mail::{Attachment, Letter, Media, Need, Recipient, Secrecy, Subject};
use wiec_model::release::{Affected, How, Move};
use wiec_model::{Email, Lang, Release};

/// The kind of these letters, as lists show it.
pub const TEMPLATE: &str = "release";

/// Two releases, with what letters about the second are written from.
pub struct Round<'a> {
    /// The second, with its keys resolved.
    pub context: Context<'a>,
    /// Where its pages are.
    pub addresses: &'a dyn Addresses,
    /// The first.
    pub previous: &'a Release,
    /// The second.
    pub next: &'a Release,
}

/// Someone whom the release concerns, and how they are reached.
type Concerned<'a> = (&'a Reachable, &'a Affected<'a>);

impl Round<'_> {
    /// The letters, in the order of their addresses, and those who cannot be reached.
    ///
    /// Two people may read the same mail, as a minister's office does for the minister: they get one
    /// letter, in the language of the first.
    pub fn letters(
        &self,
        affected: &[Affected<'_>],
        reachable: &[Reachable],
    ) -> (Vec<Letter>, Vec<Uuid>) {
        let contacts: BTreeMap<Uuid, &Reachable> = reachable
            .iter()
            .map(|one| (one.contact.person, one))
            .collect();
        let mut readers: BTreeMap<&Email, Vec<Concerned<'_>>> = BTreeMap::new();
        let mut unreachable = Vec::new();
        for one in affected {
            match contacts.get(&one.person) {
                Some(contact) => readers
                    .entry(&contact.email)
                    .or_default()
                    .push((contact, one)),
                None => unreachable.push(one.person),
            }
        }
        let letters = readers
            .into_iter()
            .map(|(email, concerned)| self.letter(email, &concerned));
        (letters.collect(), unreachable)
    }

    fn letter(&self, email: &Email, concerned: &[Concerned<'_>]) -> Letter {
        let lang = concerned
            .first()
            .map_or(Lang::Pl, |(contact, _)| contact.contact.lang);
        let affected: Vec<&Affected<'_>> = concerned.iter().map(|(_, one)| *one).collect();
        let words = words::notice(self, lang, &affected);
        let (account, name) = match concerned {
            [(one, affected)] => (
                one.contact.account,
                words::person(self, affected).and_then(|person| person.name.as_deref()),
            ),
            _ => (None, None),
        };
        Letter {
            congress: Some(self.next.programme.congress.slug.clone()),
            to: Recipient::new(email.clone(), name),
            account,
            lang,
            template: TEMPLATE.to_owned(),
            subject: Subject::of(&words.subject),
            body: words.body,
            attachments: self.attachments(lang, &affected),
            // Whoever appears must know where and when.
            need: Need::Essential,
            secrecy: Secrecy::Open,
            key: None,
        }
    }

    fn attachments(&self, lang: Lang, affected: &[&Affected<'_>]) -> Vec<Attachment> {
        let m = messages(lang);
        let guids = |wanted: fn(&How<'_>) -> bool| -> Vec<Uuid> {
            let moves = affected.iter().flat_map(|one| &one.moves);
            let wanted = moves.filter(|one| wanted(&one.how));
            wanted.map(|one: &Move<'_>| one.session.guid).collect()
        };
        let moved = guids(|how| !matches!(how, How::Left { .. }));
        // What one of them has left, another at the same address may still be in.
        let mut left = guids(|how| matches!(how, How::Left { .. }));
        left.retain(|guid| !moved.contains(guid));
        let files = [
            (
                Method::Publish,
                Media::Calendar,
                m.release_letter_file(),
                moved,
            ),
            (
                Method::Cancel,
                Media::CalendarCancel,
                m.release_letter_file_cancelled(),
                left,
            ),
        ];
        let some = files.into_iter().filter(|(.., guids)| !guids.is_empty());
        some.map(|(method, media, name, guids)| Attachment {
            name: name
                .parse()
                .expect("our messages name files without folders"),
            media,
            bytes: notice(&self.context, lang, method, &guids).into_bytes(),
        })
        .collect()
    }
}
