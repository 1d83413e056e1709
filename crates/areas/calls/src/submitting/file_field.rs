//! Questions that are answered by files, as they stand on the page of a submission.

use wiec_documents::ending_of;
use wiec_kit::acts::Mine;
use wiec_kit::form::Form;
use wiec_kit::paths::Paths;
use wiec_kit::upload::FILE_BYTES;
use wiec_model::calls::{FileInfo, Question, QuestionKind, Submission};
use wiec_model::{Lang, Slug};

use super::fields::of_question;
use super::questions::hint;
use super::view;

/// A question that is answered by a file, on the page.
pub(super) struct FileField {
    /// What is asked.
    pub label: String,
    /// What helps.
    pub hint: String,
    /// What is wrong.
    pub error: Option<String>,
    /// The id by which the summary of errors leads there.
    pub id: String,
    /// What the browser offers to choose.
    pub accept: String,
    /// Where the file goes.
    pub href: String,
    /// Where it is taken out.
    pub remove: String,
    /// The file that is there: name and size.
    pub known: Option<(String, String)>,
    /// Whether it can be changed now.
    pub is_open: bool,
}

/// The questions of a call that are answered by files.
pub(super) fn fields(
    form: &Form,
    mine: &Mine,
    paths: &Paths,
    (of, files): (&Submission, &[FileInfo]),
    is_open: bool,
) -> Vec<FileField> {
    let m = form.words();
    let questions = mine.call.setup.questions.iter();
    let field = |question: &Question| {
        let QuestionKind::File { media, size_bytes } = &question.kind else {
            return None;
        };
        let name = of_question(&question.key);
        let file = files.iter().find(|file| file.question == question.key);
        let href = address(paths, of, &question.key);
        let most = megabytes(most(*size_bytes), m.lang());
        let kinds = kinds(media).join(", ");
        let limits = if kinds.is_empty() {
            m.submitting_file_size(most)
        } else {
            m.submitting_file_limits(kinds, most)
        };
        let own = hint(form, question, &mine.edition);
        Some(FileField {
            label: question.label.words(m.lang()).to_owned(),
            hint: format!("{own} {limits}").trim().to_owned(),
            error: form.error(&name).map(str::to_owned),
            id: format!("f-{name}"),
            accept: accepted(media),
            remove: format!("{href}/{}", view::words(paths.lang()).remove),
            href,
            known: file.map(|file| (file.name.clone(), m.submitting_kilobytes(kilobytes(file)))),
            is_open,
        })
    };
    questions.filter_map(field).collect()
}

fn address(paths: &Paths, of: &Submission, question: &Slug) -> String {
    let word = view::words(paths.lang()).file;
    paths.in_submission(&of.code, &format!("{word}/{question}"))
}

/// No question takes more than an upload can be.
pub(super) fn most(asked: u64) -> u64 {
    let most = u64::try_from(FILE_BYTES).unwrap_or(u64::MAX);
    asked.min(most)
}

/// The kinds of files, as people call them: `PDF`.
pub(super) fn kinds(media: &[String]) -> Vec<String> {
    let endings = media.iter().filter_map(|media| ending_of(media));
    endings.map(str::to_uppercase).collect()
}

fn accepted(media: &[String]) -> String {
    let endings = media.iter().filter_map(|media| ending_of(media));
    let with_media = media.iter().cloned();
    let all: Vec<String> = endings
        .map(|ending| format!(".{ending}"))
        .chain(with_media)
        .collect();
    all.join(",")
}

/// In whole megabytes, or in tenths of one.
pub(super) fn megabytes(bytes: u64, lang: Lang) -> String {
    let point = match lang {
        Lang::Pl => ',',
        Lang::En => '.',
    };
    let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}{point}{}", tenths / 10, tenths % 10)
    }
}

fn kilobytes(file: &FileInfo) -> u64 {
    file.size_bytes.div_ceil(1024)
}
