//! What is wrong with a submission, field by field, as values: pages say it in words.

use jiff::Timestamp;

use super::gate::{Entry, Gate};
use super::letters;
use super::question::{Question, QuestionKind};
use super::setup::CallSetup;
use super::submission::Words;
use super::{Anonymity, Author};
use crate::slug::Slug;

/// Before what it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A draft is kept: only what can never stand is wrong, and nothing is missing yet.
    Saving,
    /// It is sent: everything has to be there.
    Submitting,
}

/// What is looked at, beside the words.
#[derive(Clone, Copy, Debug)]
pub struct Offered<'a> {
    /// What the authors wrote.
    pub words: &'a Words,
    /// Who they are, without those who were removed.
    pub authors: &'a [Author],
    /// From whom their names are kept.
    pub anonymity: Anonymity,
    /// The keys of what was agreed to.
    pub agreed: &'a [Slug],
    /// The questions to which a file came.
    pub files: &'a [Slug],
    /// What it comes to the gate with.
    pub entry: Entry,
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// In the whole: the call takes it no more, or not yet.
    Whole,
    /// In the title.
    Title,
    /// In the summary.
    Summary,
    /// In the track.
    Track,
    /// In the tier of place.
    Tier,
    /// In a link, counted from 0.
    Link(usize),
    /// In the reply to a question.
    Reply(Slug),
    /// In the authors together.
    Authors,
    /// In one author, counted from 0.
    Author(usize),
    /// In the anonymity.
    Anonymity,
    /// In what is agreed to.
    Consent(Slug),
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing.
    Missing,
    /// It has more characters than it may.
    TooLong {
        /// So many.
        has: u32,
        /// It may have so many.
        most: u32,
    },
    /// There are more, or fewer, than there may be.
    WrongCount {
        /// So many.
        has: u32,
        /// At least so many.
        least: u32,
        /// At most so many.
        most: u32,
    },
    /// It is none of what is offered.
    NotOffered,
    /// It is no whole number, or none within these bounds.
    NotANumber {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// It is no address on the web.
    NotALink,
    /// The call does not take it now.
    NotTaken(Gate),
}

/// Something that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub field: Field,
    /// What.
    pub fault: Fault,
}

/// Everything that is wrong with what is offered to a call at `now`, in the order of the form.
#[must_use]
pub fn problems(
    offered: &Offered<'_>,
    setup: &CallSetup,
    now: Timestamp,
    moment: Moment,
) -> Vec<Problem> {
    let mut found = Found {
        problems: Vec::new(),
        moment,
    };
    let gate = setup.gate(now);
    // A draft is kept whenever it comes: what was typed is never lost to a deadline.
    if moment == Moment::Submitting && !gate.lets_in(offered.entry) {
        found.note(Field::Whole, Fault::NotTaken(gate));
    }
    found.text(Field::Title, &offered.words.title, setup.limits.title);
    found.text(Field::Summary, &offered.words.summary, setup.limits.summary);
    found.place(offered.words, setup);
    for (index, link) in offered.words.links.iter().enumerate() {
        if !is_link(link) {
            found.note(Field::Link(index), Fault::NotALink);
        }
    }
    for question in &setup.questions {
        found.question(question, offered, now);
    }
    found.authors(offered, setup);
    for consent in setup.missing_consents(offered.agreed) {
        found.missing(Field::Consent(consent.key.clone()));
    }
    found.problems
}

struct Found {
    problems: Vec<Problem>,
    moment: Moment,
}

impl Found {
    fn note(&mut self, field: Field, fault: Fault) {
        self.problems.push(Problem { field, fault });
    }

    fn missing(&mut self, field: Field) {
        if self.moment == Moment::Submitting {
            self.note(field, Fault::Missing);
        }
    }

    fn text(&mut self, field: Field, words: &str, most: u32) {
        if words.trim().is_empty() {
            self.missing(field);
        } else {
            self.length(field, words, most);
        }
    }

    fn length(&mut self, field: Field, words: &str, most: u32) {
        let has = letters::count(words);
        if most < has {
            self.note(field, Fault::TooLong { has, most });
        }
    }

    fn place(&mut self, words: &Words, setup: &CallSetup) {
        match &words.track {
            Some(track) if setup.tracks.is_empty() || setup.tracks.contains(track) => {}
            Some(_) => self.note(Field::Track, Fault::NotOffered),
            None if setup.tracks.is_empty() => {}
            None => self.missing(Field::Track),
        }
        match words.tier {
            Some(tier) if setup.tiers.contains(&tier) => {}
            Some(_) => self.note(Field::Tier, Fault::NotOffered),
            None if setup.tiers.is_empty() => {}
            None => self.missing(Field::Tier),
        }
    }

    fn authors(&mut self, offered: &Offered<'_>, setup: &CallSetup) {
        let has = count(offered.authors.len());
        let most = setup.limits.authors.max(1);
        if has == 0 {
            self.missing(Field::Authors);
        } else if most < has {
            let least = 1;
            self.note(Field::Authors, Fault::WrongCount { has, least, most });
        }
        for (index, author) in offered.authors.iter().enumerate() {
            if author.about.name.trim().is_empty() {
                self.missing(Field::Author(index));
            }
        }
        if setup.anonymity < offered.anonymity {
            self.note(Field::Anonymity, Fault::NotOffered);
        }
    }

    fn question(&mut self, question: &Question, offered: &Offered<'_>, now: Timestamp) {
        let field = || Field::Reply(question.key.clone());
        let given = offered.words.replies.get(&question.key);
        let given: Vec<&str> = given
            .into_iter()
            .flatten()
            .map(|reply| reply.trim())
            .filter(|reply| !reply.is_empty())
            .collect();
        let has_file = matches!(question.kind, QuestionKind::File { .. })
            && offered.files.contains(&question.key);
        if given.is_empty() && !has_file {
            if question.required.at(now) {
                self.missing(field());
            }
            return;
        }
        match &question.kind {
            QuestionKind::Line { most } | QuestionKind::Paragraphs { most } => {
                self.length(field(), given[0], *most);
            }
            QuestionKind::Choice {
                options,
                least,
                most,
            } => self.choice(field(), &given, options.len(), (*least, *most)),
            // What a file may be is seen when it comes.
            QuestionKind::File { .. } => {}
            QuestionKind::Number { least, most } => {
                let (least, most) = (*least, *most);
                let number = given[0].parse::<i64>();
                if !number.is_ok_and(|number| (least..=most).contains(&number)) {
                    self.note(field(), Fault::NotANumber { least, most });
                }
            }
            QuestionKind::Link => {
                if !is_link(given[0]) {
                    self.note(field(), Fault::NotALink);
                }
            }
        }
    }

    fn choice(&mut self, field: Field, given: &[&str], options: usize, bounds: (u32, u32)) {
        let is_offered = |reply: &&str| reply.parse::<usize>().is_ok_and(|at| at < options);
        if !given.iter().all(is_offered) {
            return self.note(field, Fault::NotOffered);
        }
        let (has, (least, most)) = (count(given.len()), bounds);
        let is_enough = least <= has || self.moment == Moment::Saving;
        if most < has || !is_enough {
            self.note(field, Fault::WrongCount { has, least, most });
        }
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Whether it is an address that a page may link to: `http` or `https` and a host with a dot.
fn is_link(words: &str) -> bool {
    let words = words.trim();
    let rest = words
        .strip_prefix("https://")
        .or_else(|| words.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or(""));
    host.is_some_and(|host| {
        let has_dot = host
            .split_once('.')
            .is_some_and(|(a, b)| !a.is_empty() && !b.is_empty());
        has_dot && !words.contains(char::is_whitespace) && !host.contains('@')
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::submission::tests_support::submission;
    use super::super::{AboutAuthor, AuthorId, AuthorStanding, CallKind, Required, Tier, Visible};
    use super::*;
    use crate::text::{Lang, Text};

    fn text() -> Text {
        Text::in_language(Lang::Pl, "Nabór").unwrap()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn question(key: &str, kind: QuestionKind, required: Required) -> Question {
        Question {
            key: key.parse().unwrap(),
            label: text(),
            hint: None,
            kind,
            required,
            visible: Visible::Committee,
        }
    }

    fn setup() -> CallSetup {
        let mut setup = CallSetup::usual(CallKind::Kaleidoscope, text());
        setup.window.opens_at = Some(at(0));
        setup.window.closes_at = Some(at(100));
        setup.limits.title = 8;
        setup.tracks = vec!["mieszkanie".parse().unwrap()];
        setup.questions = vec![
            question(
                "liczba",
                QuestionKind::Number { least: 1, most: 9 },
                Required::Always,
            ),
            question("strona", QuestionKind::Link, Required::Never),
            question(
                "wybor",
                QuestionKind::Choice {
                    options: vec![text(), text()],
                    least: 1,
                    most: 1,
                },
                Required::Never,
            ),
            question(
                "slajdy",
                QuestionKind::File {
                    media: Vec::new(),
                    size_bytes: 1,
                },
                Required::From(at(50)),
            ),
        ];
        setup
    }

    fn author(name: &str) -> Author {
        Author {
            id: AuthorId(Uuid::nil()),
            standing: AuthorStanding::Submitter,
            account: None,
            email: None,
            about: AboutAuthor {
                name: name.to_owned(),
                ..AboutAuthor::default()
            },
        }
    }

    fn words(replies: &[(&str, &str)]) -> Words {
        let mut words = submission(Vec::new()).words;
        words.track = Some("mieszkanie".parse().unwrap());
        words.tier = Some(Tier::Region);
        words.replies = replies
            .iter()
            .map(|(key, reply)| (key.parse().unwrap(), vec![(*reply).to_owned()]))
            .collect();
        words
    }

    fn found(words: &Words, now: i64, moment: Moment, entry: Entry) -> Vec<(Field, Fault)> {
        let (authors, agreed) = ([author("Ala")], ["zasady".parse().unwrap()]);
        let offered = Offered {
            words,
            authors: &authors,
            anonymity: Anonymity::None,
            agreed: &agreed,
            files: &[],
            entry,
        };
        let all = problems(&offered, &setup(), at(now), moment);
        all.into_iter().map(|it| (it.field, it.fault)).collect()
    }

    fn reply(key: &str) -> Field {
        Field::Reply(key.parse().unwrap())
    }

    #[test]
    fn a_whole_submission_has_no_problems_until_something_becomes_required() {
        let words = words(&[("liczba", "9")]);
        let submitting = |now| found(&words, now, Moment::Submitting, Entry::New);
        assert_eq!(submitting(49), []);
        assert_eq!(submitting(50), [(reply("slajdy"), Fault::Missing)]);
    }

    #[test]
    fn an_empty_draft_can_be_kept_and_not_sent() {
        let mut empty = submission(Vec::new()).words;
        empty.title = " ".to_owned();
        empty.summary = String::new();
        let offered = Offered {
            words: &empty,
            authors: &[],
            anonymity: Anonymity::None,
            agreed: &[],
            files: &[],
            entry: Entry::New,
        };
        let all = |moment| problems(&offered, &setup(), at(1), moment);
        assert_eq!(all(Moment::Saving), []);
        let fields: Vec<Field> = all(Moment::Submitting)
            .into_iter()
            .map(|problem| problem.field)
            .collect();
        let consent = Field::Consent("zasady".parse().unwrap());
        use Field::{Authors, Summary, Tier, Title, Track};
        assert_eq!(
            fields,
            [
                Title,
                Summary,
                Track,
                Tier,
                reply("liczba"),
                Authors,
                consent
            ]
        );
    }

    #[test]
    fn what_can_never_stand_is_said_of_a_draft_too() {
        let mut wrong = words(&[("liczba", "10"), ("strona", "moja strona"), ("wybor", "2")]);
        wrong.title = "Za długi tytuł".to_owned();
        wrong.track = Some("transport".parse().unwrap());
        wrong.links = vec!["https://a.example/x".to_owned(), "javascript:x".to_owned()];
        let expected = [
            (Field::Title, Fault::TooLong { has: 14, most: 8 }),
            (Field::Track, Fault::NotOffered),
            (Field::Link(1), Fault::NotALink),
            (reply("liczba"), Fault::NotANumber { least: 1, most: 9 }),
            (reply("strona"), Fault::NotALink),
            (reply("wybor"), Fault::NotOffered),
        ];
        assert_eq!(found(&wrong, 1, Moment::Saving, Entry::New), expected);
    }

    #[test]
    fn a_deadline_that_passed_meanwhile_keeps_the_draft_and_takes_what_was_begun_before() {
        let words = words(&[("liczba", "1")]);
        let late = |moment, entry| {
            let all = found(&words, 100, moment, entry);
            all.into_iter().any(|(field, _)| field == Field::Whole)
        };
        assert!(!late(Moment::Saving, Entry::New));
        assert!(late(Moment::Submitting, Entry::New));
        assert!(late(Moment::Submitting, Entry::Draft(at(100))));
        assert!(!late(Moment::Submitting, Entry::Draft(at(99))));
    }
}
