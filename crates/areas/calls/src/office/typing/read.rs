//! What was typed in, in fields and out of them.

use wiec_kit::form::Form;
use wiec_model::calls::{AboutAuthor, Anonymity, Call, QuestionKind, Submission, Tier, Words};
use wiec_model::{Lang, Programme, Slug};

use super::author;

const TITLE: usize = 400;
const SUMMARY: usize = 30_000;
const LINKS: usize = 3_000;

/// What was typed in.
pub struct Typed {
    /// What is said of its author.
    pub about: AboutAuthor,
    /// What it says.
    pub words: Words,
    /// From whom names are kept.
    pub anonymity: Anonymity,
    /// What the author agreed to, as the office knows from them.
    pub agreed: Vec<Slug>,
}

/// The field of a question.
pub fn field(question: &Slug) -> String {
    format!("q-{question}")
}

/// Fields filled with what is stored. What was agreed to is asked again until it is sent.
pub fn filled(form: Form, submission: &Submission, call: &Call) -> Form {
    let words = &submission.words;
    let mut form = form
        .with("title", &words.title)
        .with("summary", &words.summary)
        .with("lang", &words.lang)
        .with("track", words.track.as_ref().map_or("", Slug::as_str))
        .with("tier", words.tier.map_or("", Tier::key))
        .with("links", words.links.join("\n"))
        .with("anonymity", submission.anonymity.key());
    for (key, replies) in &words.replies {
        form = form.with_all(&field(key), replies);
    }
    if submission.submitted_at.is_some() {
        for consent in &call.setup.consents {
            form = form.with(&format!("consent-{}", consent.key), "1");
        }
    }
    match submission.submitter() {
        Some(first) => author::filled(form, "author-", &first.about),
        None => form,
    }
}

/// Reads the fields. What cannot even be a draft the form says then; what is missing or too long,
/// [`super::faults`] says beside it.
pub fn read(form: &mut Form, call: &Call, draft: &Programme, before: Option<&Submission>) -> Typed {
    let m = form.words();
    let about = author::read(form, "author-");
    let title = form.typed("title", m.calls_office_title()).text(TITLE);
    let summary = form
        .typed("summary", m.calls_office_summary())
        .lines(SUMMARY);
    let lang = form
        .typed("lang", m.calls_office_lang())
        .required()
        .choice(|key| Lang::ALL.into_iter().find(|lang| lang.code() == key));
    let track = form
        .typed("track", m.calls_office_track())
        .choice(|key| draft.track(key).map(|track| track.slug.clone()));
    let tier = form.typed("tier", m.calls_office_tier()).choice(Tier::of);
    let links = form
        .typed("links", m.calls_office_links())
        .lines(LINKS)
        .unwrap_or_default();
    let anonymity = form
        .typed("anonymity", m.calls_office_anonymity())
        .choice(Anonymity::of)
        .unwrap_or_default();
    let consents = call.setup.consents.iter().map(|consent| &consent.key);
    let agreed = consents.filter(|key| !form.value(&format!("consent-{key}")).is_empty());
    let agreed = agreed.cloned().collect();
    let links = links.lines().map(str::trim).filter(|link| !link.is_empty());
    let mut words = Words {
        title: title.unwrap_or_default(),
        summary: summary.unwrap_or_default(),
        lang: lang.unwrap_or(Lang::Pl).into(),
        track,
        tier,
        links: links.map(str::to_owned).collect(),
        // What is asked no more stays as it was replied.
        replies: before
            .map(|it| it.words.replies.clone())
            .unwrap_or_default(),
    };
    for question in &call.setup.questions {
        if matches!(question.kind, QuestionKind::File { .. }) {
            continue;
        }
        let name = field(&question.key);
        let typed = form.data().all(&name).filter(|reply| !reply.is_empty());
        let typed: Vec<String> = typed.map(str::to_owned).collect();
        if typed.is_empty() {
            words.replies.remove(&question.key);
        } else {
            words.replies.insert(question.key.clone(), typed);
        }
    }
    Typed {
        about: about.unwrap_or_default(),
        words,
        anonymity,
        agreed,
    }
}
