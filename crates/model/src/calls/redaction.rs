//! Redactions: words of a submission that blind members do not see, marked by the office, and the names
//! of authors, which are always among them.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::author::Author;
use super::interest::plain;
use crate::slug::Slug;

/// What stands where something was taken out.
const MASK: &str = "█████";

/// Words that blind members do not see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redaction {
    /// Of which text.
    pub field: RedactedField,
    /// Where they begin, in characters (code points) of that text.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words themselves. Where the text has changed since, all that is written so is taken out.
    pub words: String,
}

/// A text of a submission.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RedactedField {
    /// Its title.
    Title,
    /// Its summary.
    Summary,
    /// The reply to a question.
    Reply(Slug),
}

/// What is taken out of every text without being marked: the names, bodies and addresses of authors, and
/// every other address for mail or on the web.
#[must_use]
pub fn mentions(authors: &[Author]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for author in authors {
        let about = &author.about;
        let email = author.email.as_ref().map(|email| email.as_str().to_owned());
        let said = [Some(about.name.clone()), about.body.clone(), email];
        all.extend(said.into_iter().flatten());
    }
    let mut all: Vec<String> = all
        .into_iter()
        .map(|words| words.trim().to_owned())
        // Shorter ones would take out half of every text.
        .filter(|words| words.chars().count() >= 3)
        .collect();
    all.sort();
    all.dedup();
    all
}

/// A text without what is taken out of it.
pub(super) fn redact(
    text: &str,
    field: &RedactedField,
    redactions: &[Redaction],
    mentioned: &[String],
) -> String {
    let mut hidden: Vec<Range<usize>> = addresses(text);
    hidden.extend(web_addresses(text));
    for redaction in redactions.iter().filter(|it| it.field == *field) {
        match in_place(text, redaction) {
            Some(range) => hidden.push(range),
            None => hidden.extend(occurrences(text, &redaction.words)),
        }
    }
    for words in mentioned {
        hidden.extend(loose_occurrences(text, words));
    }
    hidden.sort_by_key(|range| (range.start, range.end));
    let (mut redacted, mut at) = (String::with_capacity(text.len()), 0);
    for range in hidden {
        if at <= range.start {
            redacted.push_str(&text[at..range.start]);
            redacted.push_str(MASK);
        }
        at = at.max(range.end);
    }
    redacted.push_str(&text[at..]);
    redacted
}

/// Where the words of a redaction stand, if they still stand where they were marked.
fn in_place(text: &str, redaction: &Redaction) -> Option<Range<usize>> {
    let byte = |character: u32| {
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        usize::try_from(character)
            .ok()
            .and_then(|nth| ends.clone().nth(nth))
    };
    let range = byte(redaction.start)?..byte(redaction.end)?;
    (text.get(range.clone()) == Some(redaction.words.as_str())).then_some(range)
}

/// Everywhere that these words are written, in bytes of the text, whatever the capitals and the blanks between
/// the words: where they are broken over two lines they are the same.
#[must_use]
pub fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = folded(words.trim()).into_iter().map(|it| it.0).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    folded(text)
        .windows(wanted.len())
        .filter(|window| window.iter().map(|(letter, _)| letter).eq(&wanted))
        .map(|window| window[0].1.start..window[window.len() - 1].1.end)
        .collect()
}

/// The letters of a text in lower case, each with where it stands; blanks that follow one another are one.
fn folded(text: &str) -> Vec<(char, Range<usize>)> {
    let mut all: Vec<(char, Range<usize>)> = Vec::new();
    for (at, letter) in text.char_indices() {
        let range = at..at + letter.len_utf8();
        match all.last_mut() {
            // Lower case can be longer than what it is of.
            _ if !letter.is_whitespace() => {
                all.extend(letter.to_lowercase().map(|lower| (lower, range.clone())));
            }
            Some((' ', blanks)) => blanks.end = range.end,
            _ => all.push((' ', range)),
        }
    }
    all
}

/// Everywhere that these words are written, whatever the capitals, the accents and what stands between the
/// words: `anna-żak`, `ANNA ZAK` and a name broken over two lines are the same.
fn loose_occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = letters(words).map(|(letter, _)| letter).collect();
    if !wanted.iter().any(|letter| letter.is_alphanumeric()) {
        return Vec::new();
    }
    let letters: Vec<(char, Range<usize>)> = letters(text).collect();
    letters
        .windows(wanted.len())
        .filter(|window| window.iter().map(|(letter, _)| letter).eq(&wanted))
        .map(|window| window[0].1.start..window[window.len() - 1].1.end)
        .collect()
}

/// The letters of a text in lower case and without accents, each with where it stands. All that stands
/// between two words is one blank, and nothing stands before the first word and after the last.
fn letters(text: &str) -> impl Iterator<Item = (char, Range<usize>)> {
    let mut all: Vec<(char, Range<usize>)> = Vec::new();
    let mut gap: Option<Range<usize>> = None;
    for (at, letter) in text.char_indices() {
        let range = at..at + letter.len_utf8();
        if !letter.is_alphanumeric() {
            let start = gap.as_ref().map_or(range.start, |gap| gap.start);
            gap = Some(start..range.end);
            continue;
        }
        if let Some(gap) = gap.take().filter(|_| !all.is_empty()) {
            all.push((' ', gap));
        }
        // Lower case can be longer than what it is of.
        let lower = letter.to_lowercase().map(plain);
        all.extend(lower.map(|lower| (lower, range.clone())));
    }
    all.into_iter()
}

/// Everything that looks like an address on the web: most of those tell whose the words are.
fn web_addresses(text: &str) -> Vec<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let starts = ["http://", "https://", "www."];
    let found = starts.iter().flat_map(|start| lower.match_indices(start));
    found
        .map(|(at, _)| {
            let is_part =
                |letter: &char| !letter.is_whitespace() && !"<>()[]\"„”".contains(*letter);
            let length: usize = text[at..]
                .chars()
                .take_while(is_part)
                .map(char::len_utf8)
                .sum();
            let end = at + length;
            // A full stop or comma behind it belongs to the sentence.
            let kept = text[at..end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
            at..at + kept.len()
        })
        .collect()
}

/// Everything that looks like an address for mail.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let is_part = |letter: char| letter.is_alphanumeric() || "._%+-".contains(letter);
    let signs = text.match_indices('@').map(|(at, _)| at);
    signs
        .filter_map(|at| {
            let before = text[..at].chars().rev().take_while(|it| is_part(*it));
            let start = at - before.map(char::len_utf8).sum::<usize>();
            let after = text[at + 1..].chars().take_while(|it| is_part(*it));
            let end = at + 1 + after.map(char::len_utf8).sum::<usize>();
            (start < at && at + 1 < end).then_some(start..end)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redaction(start: u32, end: u32, words: &str) -> Redaction {
        Redaction {
            field: RedactedField::Summary,
            start,
            end,
            words: words.to_owned(),
        }
    }

    fn redacted(text: &str, redactions: &[Redaction], mentioned: &[&str]) -> String {
        let mentioned: Vec<String> = mentioned.iter().map(|it| (*it).to_owned()).collect();
        redact(text, &RedactedField::Summary, redactions, &mentioned)
    }

    #[test]
    fn words_that_are_broken_over_two_lines_are_the_same() {
        let text = "Zielony Kwartał, **zielony\n  kwartał**.";
        let marked = [redaction(0, 0, "Zielony Kwartał")];
        assert_eq!(redacted(text, &marked, &[]), "█████, **█████**.");
        let marked = [redaction(0, 0, "zielony\nkwartał")];
        assert_eq!(redacted(text, &marked, &[]), "█████, **█████**.");
        assert_eq!(occurrences(text, "zielonykwartał"), []);
        assert_eq!(occurrences(text, " "), []);
    }

    #[test]
    fn what_was_marked_is_taken_out_there_only_until_the_text_changes() {
        let text = "Łódź w Łodzi i Łódź.";
        let marked = [redaction(15, 19, "Łódź")];
        assert_eq!(redacted(text, &marked, &[]), "Łódź w Łodzi i █████.");
        let changed = "Nowa Łódź w Łodzi i ŁÓDŹ.";
        assert_eq!(
            redacted(changed, &marked, &[]),
            "Nowa █████ w Łodzi i █████."
        );
        assert_eq!(redacted("Nic.", &marked, &[]), "Nic.");
    }

    #[test]
    fn names_and_addresses_are_taken_out_wherever_they_stand() {
        let text = "Pisze ANNA MAJ: anna.maj@miasto.example, nie @ sam.";
        assert_eq!(
            redacted(text, &[], &["Anna Maj"]),
            "Pisze █████: █████, nie @ sam."
        );
    }

    #[test]
    fn a_name_is_known_without_its_accents_over_two_lines_and_within_an_address() {
        let text = "Róża\nŻak i roza-zak, też ROZA  Żak; https://blog.example/roza-zak?x=1. WWW.Żak.example (www.a.pl)";
        assert_eq!(
            redacted(text, &[], &["Róża Żak"]),
            "█████ i █████, też █████; █████. █████ (█████)"
        );
        assert_eq!(redacted("– nic –", &[], &["–"]), "– nic –");
    }

    #[test]
    fn what_overlaps_is_taken_out_once_and_another_field_is_left_alone() {
        let marked = [redaction(0, 4, "abcd"), redaction(2, 6, "cdef")];
        assert_eq!(redacted("abcdefg", &marked, &[]), "█████g");
        let title = redact("abcdefg", &RedactedField::Title, &marked, &[]);
        assert_eq!(title, "abcdefg");
    }
}
