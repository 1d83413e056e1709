//! What everybody may read of a submission: nothing before it was chosen and told, no name of who did not say
//! that they are an author, and nothing of whose it is where its authors asked for that.

use wiec_model::Lang;
use wiec_model::calls::{
    AboutAuthor, Anonymity, Author, Blinded, Call, FileInfo, Question, QuestionKind, State,
    Submission, SubmissionCode, Tier, Visible,
};
use wiec_model::{LanguageTag, Slug};

use super::call::is_web;

/// The words of the states that everybody may read.
pub const CHOSEN: [&str; 2] = State::CHOSEN;

/// What everybody may read of a submission.
pub struct Public<'a> {
    /// Its word in addresses.
    pub code: &'a SubmissionCode,
    /// What it is called.
    pub title: String,
    /// What it says, as Markdown.
    pub summary: String,
    /// In which language.
    pub lang: &'a LanguageTag,
    /// The key of the track.
    pub track: Option<&'a Slug>,
    /// The size of place.
    pub tier: Option<Tier>,
    /// Where one can read more.
    pub links: Vec<&'a str>,
    /// Replies to public questions.
    pub replies: Vec<(&'a Question, Vec<String>)>,
    /// Who stands behind it; nobody, where the names are kept.
    pub authors: Vec<&'a AboutAuthor>,
    /// Files that reply to public questions.
    pub files: Vec<&'a FileInfo>,
}

/// Whether the names behind a submission are kept from the public.
pub fn is_anonymous(submission: &Submission) -> bool {
    submission.anonymity != Anonymity::None
}

/// What everybody may read of a submission of this call; nothing if it was not chosen, or not told.
pub fn of<'a>(
    submission: &'a Submission,
    call: &'a Call,
    files: &'a [FileInfo],
) -> Option<Public<'a>> {
    if submission.call != call.id || !submission.state.is_chosen() {
        return None;
    }
    let words = &submission.words;
    let mut public = Public {
        code: &submission.code,
        title: words.title.clone(),
        summary: words.summary.clone(),
        lang: &words.lang,
        track: words.track.as_ref(),
        tier: words.tier,
        links: Vec::new(),
        replies: replies(call, |question| words.replies.get(&question.key).cloned()),
        authors: Vec::new(),
        files: Vec::new(),
    };
    if is_anonymous(submission) {
        // Who may not know whose it is reads what a blind member reads, and less.
        let blinded = Blinded::of(submission, &call.setup, &[]);
        blinded.title().clone_into(&mut public.title);
        blinded.summary().clone_into(&mut public.summary);
        public.replies = replies(call, |question| {
            blinded.replies().get(&question.key).cloned()
        });
    } else {
        let named = submission.authors.iter().filter(|it| it.may_be_named());
        public.authors = named.map(|author: &Author| &author.about).collect();
        let links = words.links.iter().map(String::as_str);
        public.links = links.filter(|link| is_web(link)).collect();
        public.files = files.iter().filter(|file| is_public(call, file)).collect();
    }
    Some(public)
}

/// Whether a file replies to a question whose replies everybody reads.
pub fn is_public(call: &Call, file: &FileInfo) -> bool {
    let question = call.setup.question(&file.question);
    question.is_some_and(|question| question.visible == Visible::Public)
}

fn replies(
    call: &Call,
    given: impl Fn(&Question) -> Option<Vec<String>>,
) -> Vec<(&Question, Vec<String>)> {
    let is_told = |question: &&Question| {
        question.visible == Visible::Public && !matches!(question.kind, QuestionKind::File { .. })
    };
    let questions = call.setup.questions.iter().filter(is_told);
    questions
        .filter_map(|question| {
            let mut given = given(question)?;
            given.retain(|reply| !reply.trim().is_empty());
            (!given.is_empty()).then_some((question, given))
        })
        .collect()
}

/// The language of a text, where it is not that of the page.
pub fn spoken(text: &LanguageTag, page: Lang) -> Option<String> {
    (text.as_str() != page.code()).then(|| text.to_string())
}
