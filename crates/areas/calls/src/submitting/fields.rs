//! The fields of a submission: what stands in them, and what was typed into them.

use wiec_kit::form::Form;
use wiec_model::calls::{
    AboutAuthor, Anonymity, Author, Call, Question, QuestionKind, Submission, Tier, Words,
};
use wiec_model::registration::Environment;
use wiec_model::{AccountId, Slug};

/// What was typed.
pub(super) struct Typed {
    /// The words of the submission.
    pub words: Words,
    /// From whom the names of its authors are kept.
    pub anonymity: Anonymity,
    /// What the one who types says of themselves.
    pub about: AboutAuthor,
    /// The keys of what was agreed to.
    pub agreed: Vec<Slug>,
}

/// The name of the field of a question.
pub(super) fn of_question(key: &Slug) -> String {
    format!("q-{key}")
}

/// The name of the box of a consent.
pub(super) fn of_consent(key: &Slug) -> String {
    format!("consent-{key}")
}

/// The author that somebody is, among those of a submission.
pub(super) fn own_author(submission: &Submission, account: AccountId) -> Option<&Author> {
    let mut authors = submission.standing_authors();
    authors.find(|author| author.account == Some(account))
}

/// A form in which a submission stands as it was saved; what was typed already stays.
pub(super) fn filled(mut form: Form, of: &Submission, own: Option<&Author>) -> Form {
    let words = &of.words;
    form = form
        .with("revision", of.revision)
        .with("title", &words.title)
        .with("summary", &words.summary)
        .with("lang", &words.lang)
        .with(
            "track",
            words.track.as_ref().map_or("", |track| track.as_str()),
        )
        .with("tier", words.tier.map_or("", Tier::key))
        .with("links", words.links.join("\n"))
        .with("anonymity", of.anonymity.key());
    for (key, replies) in &words.replies {
        form = form.with_all(&of_question(key), replies);
    }
    let about = own.map(|author| author.about.clone()).unwrap_or_default();
    form.with("name", about.name)
        .with("body", about.body.unwrap_or_default())
        .with("town", about.town.unwrap_or_default())
        .with(
            "environment",
            about.environment.map_or("", Environment::key),
        )
        .with("biography", about.biography.unwrap_or_default())
}

/// Reads what was typed over what a submission says. Nothing is refused here: a draft is kept as it is, and
/// what is wrong with it the model says.
pub(super) fn read(form: &Form, call: &Call, before: &Submission) -> Typed {
    let said = |name: &str| Some(form.value(name)).filter(|words| !words.is_empty());
    let old = &before.words;
    let links = form.value("links").lines().map(str::trim);
    let words = Words {
        title: one_line(form.value("title")),
        summary: form.value("summary").to_owned(),
        lang: said("lang")
            .and_then(|tag| tag.parse().ok())
            .unwrap_or_else(|| old.lang.clone()),
        track: said("track").and_then(|key| key.parse().ok()),
        tier: said("tier").and_then(Tier::of),
        links: links
            .filter(|link| !link.is_empty())
            .map(str::to_owned)
            .collect(),
        replies: replies(form, call, old),
    };
    let optional = |name: &str| said(name).map(one_line);
    let agreed = call.setup.consents.iter().map(|consent| &consent.key);
    Typed {
        words,
        anonymity: said("anonymity")
            .and_then(Anonymity::of)
            .unwrap_or(before.anonymity),
        about: AboutAuthor {
            name: one_line(form.value("name")),
            body: optional("body"),
            town: optional("town"),
            environment: said("environment").and_then(environment),
            biography: said("biography").map(str::to_owned),
        },
        agreed: agreed
            .filter(|key| said(&of_consent(key)).is_some())
            .cloned()
            .collect(),
    }
}

/// The environment of this key.
pub(super) fn environment(key: &str) -> Option<Environment> {
    Environment::ALL.into_iter().find(|one| one.key() == key)
}

fn replies(form: &Form, call: &Call, old: &Words) -> std::collections::BTreeMap<Slug, Vec<String>> {
    let questions = &call.setup.questions;
    let is_typed = |question: &&Question| !matches!(question.kind, QuestionKind::File { .. });
    // What was replied to a question that is asked no more is nobody's to throw away.
    let is_asked = |key: &Slug| questions.iter().any(|question| question.key == *key);
    let kept = old.replies.iter().filter(|(key, _)| !is_asked(key));
    let mut all: std::collections::BTreeMap<_, _> = kept
        .map(|(key, replies)| (key.clone(), replies.clone()))
        .collect();
    for question in questions.iter().filter(is_typed) {
        let name = of_question(&question.key);
        let given = form.data().all(&name).filter(|reply| !reply.is_empty());
        let given: Vec<String> = given.map(str::to_owned).collect();
        if !given.is_empty() {
            all.insert(question.key.clone(), given);
        }
    }
    all
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
