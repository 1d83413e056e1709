//! The form into which the office types what somebody sent.

use askama::Template;
use wiec_kit::acts::{InOfficeCall, InOfficeSubmission};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::messages;
use wiec_kit::office::OfficeFrame;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::calls::{Anonymity, Call, Question, QuestionKind, Submission};
use wiec_model::rules::Actor;

use super::read::field;
use crate::office::submission::environments;
use crate::office::view::{self, Link};
use crate::office::words;

#[derive(Template)]
#[template(path = "office_typing.html")]
struct TypingPage {
    frame: OfficeFrame,
    form: Form,
    environments: Vec<Choice>,
    languages: Vec<Choice>,
    tracks: Vec<Choice>,
    tiers: Vec<Choice>,
    anonymities: Vec<Choice>,
    questions: Vec<Asked>,
    consents: Vec<(String, String, bool)>,
    most_title: u32,
    most_summary: u32,
    is_new: bool,
    /// Whether it waits to be sent.
    is_draft: bool,
    has_file_question: bool,
    /// What was typed in and waits to be sent, with its address.
    drafts: Vec<(String, String)>,
    about: String,
    list: String,
    links: Vec<Link>,
}

/// A question of the call on the page.
struct Asked {
    name: String,
    label: String,
    hint: String,
    kind: &'static str,
    choices: Vec<Choice>,
}

/// What the page is about.
pub struct Page<'a> {
    /// The call.
    pub call: &'a Call,
    /// What was typed in before.
    pub submission: Option<&'a Submission>,
    /// Who acts.
    pub actor: &'a Actor,
}

impl<'a> Page<'a> {
    /// The page on which something new is typed in.
    pub const fn of_call(of: &'a InOfficeCall, actor: &'a Actor) -> Self {
        Self {
            call: &of.call,
            submission: None,
            actor,
        }
    }

    /// The page of what was typed in.
    pub const fn of_submission(of: &'a InOfficeSubmission, actor: &'a Actor) -> Self {
        Self {
            call: &of.call,
            submission: Some(&of.submission),
            actor,
        }
    }

    /// The page with what was typed.
    pub async fn html(&self, app: &App, visit: &Visit, form: Form) -> Result<String, PageError> {
        let (call, m) = (self.call, messages(visit.lang));
        let setup = &call.setup;
        let title = form.titled(m.calls_office_typing());
        let place = |paths: &_| match self.submission {
            Some(it) => view::of_submission(paths, call, &it.code, |words| words.text),
            None => view::of(paths, call, |words| words.typing),
        };
        let frame = view::frame(app, visit, self.actor, &call.congress, &title, place).await?;
        let draft = view::draft(app, &call.congress).await?;
        let choose = || Choice::new("", m.office_choose());
        let tracks = view::tracks(&draft, &setup.tracks, visit.lang);
        let tiers = setup.tiers.iter();
        let tiers = tiers.map(|it| Choice::new(it.key(), words::tier(*it, m)));
        let offered = Anonymity::ALL
            .into_iter()
            .filter(|it| *it <= setup.anonymity);
        let is_file = |it: &&Question| matches!(it.kind, QuestionKind::File { .. });
        let page = TypingPage {
            environments: environments(m),
            languages: vec![
                Choice::new(Lang::Pl, m.office_lang_pl()),
                Choice::new(Lang::En, m.office_lang_en()),
            ],
            tracks: std::iter::once(choose()).chain(tracks).collect(),
            tiers: std::iter::once(choose()).chain(tiers).collect(),
            anonymities: offered
                .map(|it| Choice::new(it.key(), words::anonymity(it, m)))
                .collect(),
            questions: setup
                .questions
                .iter()
                .filter(|it| !is_file(it))
                .map(|it| asked(it, visit.lang))
                .collect(),
            consents: setup
                .consents
                .iter()
                .map(|it| {
                    let name = format!("consent-{}", it.key);
                    (name, it.text.words(visit.lang).to_owned(), it.required)
                })
                .collect(),
            most_title: setup.limits.title,
            most_summary: setup.limits.summary,
            is_new: self.submission.is_none(),
            is_draft: self.submission.is_none_or(|it| it.submitted_at.is_none()),
            has_file_question: setup.questions.iter().any(|it| is_file(&it)),
            drafts: match self.submission {
                None => drafts(app, call, &frame).await?,
                Some(_) => Vec::new(),
            },
            about: setup.title.words(visit.lang).to_owned(),
            list: view::list(&frame.paths, &call.congress),
            links: view::links(&frame.paths, call, m),
            form: form.keyed(&app.chance),
            frame,
        };
        Ok(page.render()?)
    }
}

/// What the office typed in and has not sent. Drafts of those who have an account are theirs alone.
async fn drafts(
    app: &App,
    call: &Call,
    frame: &OfficeFrame,
) -> Result<Vec<(String, String)>, PageError> {
    let submissions = app.store.submissions();
    let all = submissions
        .list(&call.congress, call.id, &["draft"])
        .await?;
    let ours = all.into_iter().filter(|it| it.account.is_none());
    let line = |it: Submission| {
        let first = it.submitter().map(|author| author.about.name.clone());
        let title = [Some(it.words.title.clone()), first];
        let title: Vec<String> = title
            .into_iter()
            .flatten()
            .filter(|it| !it.is_empty())
            .collect();
        let href = view::of_submission(&frame.paths, call, &it.code, |words| words.text);
        (title.join(", "), href)
    };
    Ok(ours.map(line).collect())
}

fn asked(question: &Question, lang: Lang) -> Asked {
    let (kind, choices) = match &question.kind {
        QuestionKind::Line { .. } => ("line", Vec::new()),
        QuestionKind::Number { .. } => ("number", Vec::new()),
        QuestionKind::Link => ("link", Vec::new()),
        QuestionKind::Paragraphs { .. } | QuestionKind::File { .. } => ("area", Vec::new()),
        QuestionKind::Choice { options, .. } => {
            let options = options.iter().enumerate();
            let options = options.map(|(at, text)| Choice::new(at, text.words(lang)));
            ("choice", options.collect())
        }
    };
    Asked {
        name: field(&question.key),
        label: question.label.words(lang).to_owned(),
        hint: question
            .hint
            .as_ref()
            .map(|hint| hint.words(lang).to_owned())
            .unwrap_or_default(),
        kind,
        choices,
    }
}
