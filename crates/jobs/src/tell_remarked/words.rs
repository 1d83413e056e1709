//! What the letters say. What people typed is quoted as plain letters: none of it becomes a link or a mark.

use wiec_kit::messages::Messages;
use wiec_kit::paths::{Paths, words};
use wiec_model::register::{Answer, Clause, Position, Proposal, Remark, RemovalReason};
use wiec_text::Comparison;

use super::change::{about_place, escaped, marked, quoted};

/// So many letters of a remark remind its author which one it is.
const FIRST_WORDS: usize = 160;

/// What is told, and of what.
pub(super) struct Told<'a> {
    /// The proposal.
    pub proposal: &'a Proposal,
    /// The remark.
    pub remark: &'a Remark,
    /// Addresses as they are seen from outside.
    pub paths: Paths,
    /// The words of its language.
    pub m: &'static Messages,
}

/// A letter: subject and body.
type Said = (String, String);

impl Told<'_> {
    /// That it has to be confirmed. The address is nobody's yet, so nothing that was typed may lead
    /// anywhere: otherwise strangers could have letters sent with links of theirs.
    pub fn confirm(&self, proof: &str) -> Said {
        let (m, title) = (self.m, self.title());
        let link = self.paths.confirm_remark(self.remark.id, proof);
        let body = [
            m.remarked_greeting().to_owned(),
            m.remarked_confirm(escaped(&title)),
            quoted(&without_links(&self.first_words())),
            m.remarked_confirm_link(link),
            m.remarked_confirm_else().to_owned(),
        ];
        (m.remarked_confirm_subject(title), body.join("\n\n"))
    }

    /// That everybody can read it.
    pub fn published(&self) -> Option<Said> {
        let (m, title, number) = (self.m, self.title(), self.remark.number?);
        let body = [
            m.remarked_greeting().to_owned(),
            m.remarked_published(self.link(number), number, escaped(&title)),
            m.remarked_published_next().to_owned(),
        ];
        let subject = m.remarked_published_subject(number, title);
        Some((subject, body.join("\n\n")))
    }

    /// That it is not public, and why.
    pub fn removed(&self, reason: RemovalReason, words_of_office: Option<&str>) -> Option<Said> {
        let (m, title, number) = (self.m, self.title(), self.remark.number?);
        let rules = words(self.paths.lang()).rules;
        let rules = self.paths.in_proposal(self.proposal, rules);
        let mut body = vec![
            m.remarked_greeting().to_owned(),
            m.remarked_removed(number, escaped(&title)),
            format!("**{}**", removal(m, reason)),
        ];
        body.extend(words_of_office.map(quoted));
        body.push(m.remarked_yours().to_owned());
        body.push(quoted(&self.first_words()));
        body.push(m.remarked_removed_next(rules));
        let subject = m.remarked_removed_subject(number, title);
        Some((subject, body.join("\n\n")))
    }

    /// What the team answered; for an amendment, the change.
    pub fn answered(&self, answer: &Answer, change: Option<&Comparison>) -> Option<Said> {
        let (m, title, number) = (self.m, self.title(), self.remark.number?);
        let mut body = vec![
            m.remarked_greeting().to_owned(),
            m.remarked_answered(number, escaped(&title)),
        ];
        let mine = self.first_words();
        if !mine.is_empty() {
            body.push(m.remarked_yours().to_owned());
            body.push(quoted(&mine));
        }
        let position = position(m, answer.position);
        body.push(format!("{} **{position}**", m.remarked_position()));
        body.push(m.remarked_reasons().to_owned());
        body.push(quoted(&answer.reasons));
        if let Some(change) = change {
            let head = if is_taken(answer.position) {
                m.remarked_change_taken()
            } else {
                m.remarked_change_offered()
            };
            body.push(head.to_owned());
            body.extend(self.change(change.entries().iter()));
        }
        body.push(m.remarked_answered_link(self.link(number)));
        let subject = m.remarked_answered_subject(number, title);
        Some((subject, body.join("\n\n")))
    }

    /// That a version holds what they offered: how the place reads now, and what changed there.
    pub fn merged(&self, version: u32, change: &Comparison) -> Option<Said> {
        let (m, title, number) = (self.m, self.title(), self.remark.number?);
        let mut anchors = self.remark.taken().map_or_else(Vec::new, |it| it.anchors());
        if let Clause::Block(anchor) = self.remark.clause {
            anchors.push(anchor);
        }
        let place = about_place(change, &anchors);
        let mut body = vec![
            m.remarked_greeting().to_owned(),
            m.remarked_merged(number, escaped(&title), version),
        ];
        if !place.reads.is_empty() {
            body.push(m.remarked_merged_now().to_owned());
            body.push(place.reads.join("\n>\n"));
        }
        if self.remark.version < version {
            body.push(m.remarked_merged_change(self.remark.version));
            body.extend(self.change(place.entries.into_iter()));
        }
        let link = self.paths.version(self.proposal, version);
        body.push(m.remarked_merged_link(link));
        let subject = m.remarked_merged_subject(number, title, version);
        Some((subject, body.join("\n\n")))
    }

    /// A change, marked, with the key to its marks.
    fn change<'c>(&self, entries: impl Iterator<Item = &'c wiec_text::Entry>) -> Vec<String> {
        let marked = marked(entries);
        let mut said = vec![
            marked.lines.join("\n>\n"),
            self.m.remarked_change_key().to_owned(),
        ];
        if marked.more > 0 {
            said.push(self.m.remarked_change_more(marked.more));
        }
        said
    }

    fn title(&self) -> String {
        self.proposal.about.title.words(self.remark.lang).to_owned()
    }

    fn link(&self, number: u32) -> String {
        let page = self.paths.remark(self.proposal, number);
        format!("{page}#uwaga-{number}")
    }

    fn first_words(&self) -> String {
        let remark = self.remark;
        let said = [
            Some(&remark.body),
            remark.reasons.as_ref(),
            remark.wording.as_ref(),
        ];
        let said = said.into_iter().flatten().find(|words| !words.is_empty());
        shortened(said.map_or("", String::as_str))
    }
}

/// Whether a position takes something of an amendment.
pub(super) const fn is_taken(position: Position) -> bool {
    matches!(position, Position::Accepted | Position::InPart)
}

/// The first words, on one line.
fn shortened(words: &str) -> String {
    let mut short = String::new();
    for word in words.split_whitespace() {
        if short.chars().count() + word.chars().count() > FIRST_WORDS {
            short.push('…');
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

/// Words without those that a program for mail could take for an address.
pub(crate) fn without_links(words: &str) -> String {
    let safe = |word: &str| {
        let leads = word.contains(['/', '@', ':'])
            || word
                .split('.')
                .skip(1)
                .any(|after| after.starts_with(char::is_alphanumeric));
        if leads {
            "…".to_owned()
        } else {
            word.to_owned()
        }
    };
    words.split(' ').map(safe).collect::<Vec<_>>().join(" ")
}

fn position(m: &Messages, position: Position) -> &'static str {
    match position {
        Position::Accepted => m.remarked_position_accepted(),
        Position::InPart => m.remarked_position_in_part(),
        Position::Rejected => m.remarked_position_rejected(),
        Position::Explained => m.remarked_position_explained(),
    }
}

fn removal(m: &Messages, reason: RemovalReason) -> &'static str {
    match reason {
        RemovalReason::OffTopic => m.remarking_removal_off_topic(),
        RemovalReason::Abuse => m.remarking_removal_abuse(),
        RemovalReason::PrivateData => m.remarking_removal_private_data(),
        RemovalReason::Advertising => m.remarking_removal_advertising(),
        RemovalReason::Unlawful => m.remarking_removal_unlawful(),
        RemovalReason::Repetition => m.remarking_removal_repetition(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_leads_nowhere_before_its_author_is_known() {
        let hostile =
            "Wygraj na evil.example albo https://evil.example, pisz na a@evil.example. Ust. 2 i 3.";
        assert_eq!(
            without_links(hostile),
            "Wygraj na … albo … pisz na … Ust. 2 i 3."
        );
    }

    #[test]
    fn a_long_remark_is_cut_between_words() {
        let long = "słowo ".repeat(60);
        let short = shortened(&long);
        assert!(short.ends_with("słowo…") && short.chars().count() <= FIRST_WORDS + 2);
        assert_eq!(shortened("a\n\n b"), "a b");
    }
}
