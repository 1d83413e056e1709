//! What a letter after a release says.

use wiec_kit::dates;
use wiec_kit::messages::{Messages, messages};
use wiec_model::release::{Affected, How, Move};
use wiec_model::{Lang, Person, Programme, Slot};

use super::Round;

/// A letter's words.
pub struct Notice {
    /// The subject, on one line.
    pub subject: String,
    /// The body, in Markdown.
    pub body: String,
}

/// The words for those whom `concerned` names; with several, each under their name.
pub fn notice(round: &Round<'_>, lang: Lang, concerned: &[&Affected<'_>]) -> Notice {
    let m = messages(lang);
    let said = Said { m, lang, round };
    let next = round.next;
    let congress = next.programme.name(lang);
    let count: usize = concerned.iter().map(|one| one.moves.len()).sum();
    let mut paragraphs = vec![
        m.release_letter_greeting().to_owned(),
        m.release_letter_lead(plain(congress), plain(&next.name)),
    ];
    for one in concerned {
        if let ([_, _, ..], Some(person)) = (concerned, person(round, one)) {
            paragraphs.push(format!("{}:", plain(&called(person, lang))));
        }
        let lines: Vec<String> = one.moves.iter().map(|it| said.item(it)).collect();
        paragraphs.push(lines.join("\n"));
    }
    if let Some(note) = &next.note {
        paragraphs.push(m.release_letter_note(plain(note.words(lang))));
    }
    paragraphs.push(m.release_letter_calendar().to_owned());
    paragraphs.push(m.release_letter_changes(round.addresses.changes(lang)));
    Notice {
        subject: m.release_letter_subject(congress, count),
        body: paragraphs.join("\n\n"),
    }
}

/// Someone whom the release concerns; who has left may only be in the release before.
pub fn person<'a>(round: &Round<'a>, one: &Affected<'_>) -> Option<&'a Person> {
    let now = round.next.programme.person(one.person);
    now.or_else(|| round.previous.programme.person(one.person))
}

struct Said<'a> {
    m: &'static Messages,
    lang: Lang,
    round: &'a Round<'a>,
}

impl Said<'_> {
    /// An item of a list: the title, what is otherwise, and where the session is told of. Two spaces
    /// at the end of a line break it in HTML and are not seen in plain text.
    fn item(&self, one: &Move<'_>) -> String {
        let (previous, next) = (&self.round.previous.programme, &self.round.next.programme);
        let m = self.m;
        let address = || self.round.addresses.session(one.session, self.lang);
        let mut lines = vec![format!("- {}", plain(one.session.title.words(self.lang)))];
        match one.how {
            How::Joined { at } => {
                lines.extend([m.release_letter_joined(self.at(at, next)), address()]);
            }
            How::Moved { from, to } => {
                lines.extend([
                    m.release_letter_was(self.at(from, previous)),
                    m.release_letter_is(self.at(to, next)),
                    address(),
                ]);
            }
            How::Left { from, goes_on } => {
                let at = self.at(from, previous);
                lines.push(if goes_on {
                    m.release_letter_left(at)
                } else {
                    m.release_letter_cancelled(at)
                });
            }
        }
        lines.join("  \n  ")
    }

    /// `14 listopada, 10:40–12:10, Kadzielnia`
    fn at(&self, slot: &Slot, programme: &Programme) -> String {
        let zone = &programme.congress.zone;
        let date = dates::day_month(dates::date_of(slot.starts_at, zone), self.lang);
        let room = programme
            .room(slot.room.as_str())
            .map_or(slot.room.as_str(), |room| room.name.words(self.lang));
        format!("{date}, {}, {}", dates::hours(slot, zone), plain(room))
    }
}

fn called(person: &Person, lang: Lang) -> String {
    let role = person.role.as_ref().map(|role| role.words(lang).to_owned());
    person.name.clone().or(role).unwrap_or_default()
}

/// Words on one line that Markdown leaves as they are. The source of a letter is also its plain text,
/// so nothing is marked that would not be read otherwise.
fn plain(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut plain = String::with_capacity(line.len());
    for c in line.chars() {
        if matches!(c, '\\' | '`' | '*' | '[' | '<') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}
