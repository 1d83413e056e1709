//! What a blind member sees of a submission: a value that holds nothing of whose it is, and that can be
//! made in no other way than by leaving that out.

use std::collections::BTreeMap;

use super::FileId;
use super::question::{QuestionKind, Visible};
use super::redaction::{RedactedField, mentions, redact};
use super::setup::{CallSetup, Tier};
use super::submission::{FileInfo, Submission, SubmissionCode, SubmissionId};
use crate::slug::Slug;
use crate::text::LanguageTag;

/// A submission without whose it is: no name, body, address or town, no links, no file that nobody looked
/// into and no name of any, and the words without what was redacted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blinded {
    id: SubmissionId,
    code: SubmissionCode,
    title: String,
    summary: String,
    lang: LanguageTag,
    track: Option<Slug>,
    tier: Option<Tier>,
    replies: BTreeMap<Slug, Vec<String>>,
    files: Vec<BlindFile>,
}

/// A file without its name. Only those into which the office looked are among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlindFile {
    /// Its key.
    pub id: FileId,
    /// The question that it replies to.
    pub question: Slug,
    /// Its media type.
    pub media: String,
    /// How large it is.
    pub size_bytes: u64,
}

impl Blinded {
    /// A submission as a blind member sees it, with the files that came with it.
    #[must_use]
    pub fn of(submission: &Submission, setup: &CallSetup, files: &[FileInfo]) -> Self {
        let words = &submission.words;
        let mentioned = mentions(&submission.authors);
        let shown = |text: &str, field: &RedactedField| {
            redact(text, field, &submission.redactions, &mentioned)
        };
        let shown_questions = setup.questions.iter().filter(|question| {
            question.visible != Visible::Office
                && !matches!(
                    question.kind,
                    QuestionKind::Link | QuestionKind::File { .. }
                )
        });
        let replies = shown_questions
            .filter_map(|question| {
                let given = words.replies.get(&question.key)?;
                let field = RedactedField::Reply(question.key.clone());
                let given = given.iter().map(|reply| shown(reply, &field)).collect();
                Some((question.key.clone(), given))
            })
            .collect();
        let seen = |file: &&FileInfo| {
            let question = setup.question(&file.question);
            file.is_clean && question.is_some_and(|it| it.visible != Visible::Office)
        };
        Self {
            id: submission.id,
            code: submission.code.clone(),
            title: shown(&words.title, &RedactedField::Title),
            summary: shown(&words.summary, &RedactedField::Summary),
            lang: words.lang.clone(),
            track: words.track.clone(),
            tier: words.tier,
            replies,
            files: files.iter().filter(seen).map(BlindFile::of).collect(),
        }
    }

    /// Its key.
    #[must_use]
    pub const fn id(&self) -> SubmissionId {
        self.id
    }

    /// Its word in addresses.
    #[must_use]
    pub const fn code(&self) -> &SubmissionCode {
        &self.code
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it says, as Markdown. Addresses within it are taken out; what a link leads from is part of the
    /// words, and a page renders it as text.
    #[must_use]
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// In which language it is told.
    #[must_use]
    pub const fn lang(&self) -> &LanguageTag {
        &self.lang
    }

    /// The key of the track that it belongs to.
    #[must_use]
    pub const fn track(&self) -> Option<&Slug> {
        self.track.as_ref()
    }

    /// The size of place it is about.
    #[must_use]
    pub const fn tier(&self) -> Option<Tier> {
        self.tier
    }

    /// Replies to those questions that the committee reads, but for links and files.
    #[must_use]
    pub const fn replies(&self) -> &BTreeMap<Slug, Vec<String>> {
        &self.replies
    }

    /// Those of its files into which the office looked.
    #[must_use]
    pub fn files(&self) -> &[BlindFile] {
        &self.files
    }
}

impl BlindFile {
    fn of(file: &FileInfo) -> Self {
        Self {
            id: file.id,
            question: file.question.clone(),
            media: file.media.clone(),
            size_bytes: file.size_bytes,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::super::submission::tests_support::submission;
    use super::super::{
        AboutAuthor, Author, AuthorId, AuthorStanding, CallKind, Question, Required,
    };
    use super::*;
    use crate::text::Text;

    fn text() -> Text {
        Text::in_language("pl".parse::<LanguageTag>().unwrap(), "Nabór").unwrap()
    }

    fn question(key: &str, kind: QuestionKind, visible: Visible) -> Question {
        Question {
            key: key.parse().unwrap(),
            label: text(),
            hint: None,
            kind,
            required: Required::Never,
            visible,
        }
    }

    fn file(question: &str, is_clean: bool) -> FileInfo {
        FileInfo {
            id: FileId(Uuid::nil()),
            question: question.parse().unwrap(),
            name: "anna-maj.pdf".to_owned(),
            media: "application/pdf".to_owned(),
            size_bytes: 7,
            is_clean,
            at: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn nothing_of_an_author_is_left_in_it_wherever_it_was_written() {
        let author = Author {
            id: AuthorId(Uuid::nil()),
            standing: AuthorStanding::Submitter,
            account: None,
            email: Some("anna@miasto.example".parse().unwrap()),
            about: AboutAuthor {
                name: "Anna Maj".to_owned(),
                body: Some("Biuro Dróg".to_owned()),
                town: Some("Opole".to_owned()),
                environment: None,
                biography: Some("Anna Maj mieszka w Opolu.".to_owned()),
            },
        };
        let mut offered = submission(vec![author]);
        offered.words.title = "Anna Maj o drogach".to_owned();
        offered.words.summary = "Biuro dróg, anna@miasto.example".to_owned();
        offered.words.links = vec!["https://anna-maj.example".to_owned()];
        for (key, reply) in [
            ("po-co", "Bo anna maj wie"),
            ("strona", "https://anna-maj.example"),
            ("telefon", "Anna Maj, 600"),
        ] {
            let reply = vec![reply.to_owned()];
            offered.words.replies.insert(key.parse().unwrap(), reply);
        }
        let mut setup = CallSetup::usual(CallKind::Kaleidoscope, text());
        let pdf = QuestionKind::File {
            media: vec!["application/pdf".to_owned()],
            size_bytes: 10,
        };
        setup.questions = vec![
            question("po-co", QuestionKind::Line { most: 50 }, Visible::Committee),
            question("strona", QuestionKind::Link, Visible::Public),
            question("telefon", QuestionKind::Line { most: 50 }, Visible::Office),
            question("slajdy", pdf, Visible::Public),
        ];
        let files = [
            file("slajdy", true),
            file("slajdy", false),
            file("inne", true),
        ];
        let blinded = Blinded::of(&offered, &setup, &files);
        let all = format!("{blinded:?}").to_lowercase();
        for telling in ["anna", "maj", "biuro", "opol", "miasto.example"] {
            assert!(!all.contains(telling), "{telling} in {all}");
        }
        assert_eq!(blinded.title(), "█████ o drogach");
        assert_eq!(blinded.files().len(), 1);
        assert_eq!(blinded.replies().len(), 1);
    }
}
