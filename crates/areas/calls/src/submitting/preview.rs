//! How others will read a submission: the committee, without names where it judges blind, and everybody once
//! it is chosen.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::OwnSubmission;
use wiec_kit::app::App;
use wiec_kit::edition::Edition;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::markdown;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::calls::{
    self, Anonymity, Author, Blinded, Call, Question, QuestionKind, Submission, Visible,
};

use super::view;

#[derive(Template)]
#[template(path = "submitting_preview.html")]
struct PreviewPage {
    frame: Frame,
    heading: String,
    back: String,
    is_blind: bool,
    committee: Reading,
    public: Reading,
}

/// A submission as somebody reads it.
pub(super) struct Reading {
    /// What it is called.
    pub title: String,
    /// What it says, as HTML.
    pub html: String,
    /// What it says as plain paragraphs, for those who see no links.
    pub plain: Vec<String>,
    /// Track and size of place.
    pub facts: Vec<String>,
    /// Links of which it says that more can be read there.
    pub links: Vec<String>,
    /// Replies, each with its question.
    pub replies: Vec<(String, String)>,
    /// Names of authors, with what is said of them.
    pub authors: Vec<String>,
    /// Instead of names.
    pub nameless: Option<&'static str>,
}

/// `GET /zgloszenia/{code}/podglad`
pub(super) async fn get(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let mine = &permit.subject;
    let (call, of, m) = (&mine.call, &mine.submission, messages(visit.lang));
    // A draft is judged as what is sent.
    let sent = calls::State::Submitted {
        at: app.clock.now(),
    };
    let is_blind = !call.shows_authors(of.anonymity, &sent);
    let committee = if is_blind {
        let files = app.store.submissions().files(of.id).await?;
        let blinded = Blinded::of(of, &call.setup, &files);
        blind(m, call, &mine.edition, &blinded)
    } else {
        reading(m, call, &mine.edition, of)
    };
    let page = PreviewPage {
        frame: view::frame(&app, &visit, m.submitting_preview(), |paths| {
            view::of(paths, &of.code, |words| words.preview)
        }),
        heading: view::title(&of.words.title, m),
        back: visit.paths().submission(&of.code),
        is_blind,
        committee,
        public: public(m, call, &mine.edition, of),
    };
    Ok(respond::private(page.render()?))
}

/// All of it, as its authors, the office and an open committee read it.
pub(super) fn reading(m: &Messages, call: &Call, edition: &Edition, of: &Submission) -> Reading {
    let words = &of.words;
    let names = of.standing_authors().map(described).collect();
    let replies = replies(call, m.lang(), |question| {
        let seen = question.visible != Visible::Office;
        words.replies.get(&question.key).filter(|_| seen)
    });
    Reading {
        title: view::title(&words.title, m),
        html: markdown::html(&words.summary),
        plain: Vec::new(),
        facts: facts(m, edition, words.track.as_ref(), words.tier),
        links: words.links.clone(),
        replies,
        authors: names,
        nameless: None,
    }
}

fn public(m: &Messages, call: &Call, edition: &Edition, of: &Submission) -> Reading {
    let whole = reading(m, call, edition, of);
    let is_nameless = of.anonymity >= Anonymity::Public;
    let named = of.standing_authors().filter(|author| author.may_be_named());
    Reading {
        authors: if is_nameless {
            Vec::new()
        } else {
            named.map(described).collect()
        },
        nameless: is_nameless.then(|| m.submitting_nameless()),
        replies: replies(call, m.lang(), |question| {
            let seen = question.visible == Visible::Public;
            of.words.replies.get(&question.key).filter(|_| seen)
        }),
        ..whole
    }
}

fn blind(m: &Messages, call: &Call, edition: &Edition, of: &Blinded) -> Reading {
    let lines = of.summary().lines().map(str::trim);
    Reading {
        title: view::title(of.title(), m),
        html: String::new(),
        plain: lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
        facts: facts(m, edition, of.track(), of.tier()),
        links: Vec::new(),
        replies: replies(call, m.lang(), |question| of.replies().get(&question.key)),
        authors: Vec::new(),
        nameless: Some(m.submitting_blind_nameless()),
    }
}

/// The replies to a question in words: of a choice what was chosen.
pub(super) fn reply(question: &Question, replies: &[String], lang: Lang) -> String {
    let QuestionKind::Choice { options, .. } = &question.kind else {
        return replies.join("\n");
    };
    let option = |reply: &String| {
        let at: Option<usize> = reply.parse().ok();
        let option = at.and_then(|at| options.get(at));
        option.map_or_else(|| reply.clone(), |option| option.words(lang).to_owned())
    };
    replies.iter().map(option).collect::<Vec<_>>().join(", ")
}

fn replies<'a>(
    call: &'a Call,
    lang: Lang,
    given: impl Fn(&Question) -> Option<&'a Vec<String>>,
) -> Vec<(String, String)> {
    let questions = call.setup.questions.iter();
    let said = questions.filter_map(|question| {
        let label = question.label.words(lang).to_owned();
        given(question).map(|replies| (label, reply(question, replies, lang)))
    });
    said.collect()
}

fn facts(
    m: &Messages,
    edition: &Edition,
    track: Option<&wiec_model::Slug>,
    tier: Option<calls::Tier>,
) -> Vec<String> {
    let programme = &edition.release.programme;
    let track = track.and_then(|key| programme.track(key.as_str()));
    let track = track.map(|track| track.name.words(m.lang()).to_owned());
    let tier = tier.map(|tier| view::tier(m, tier).to_owned());
    track.into_iter().chain(tier).collect()
}

fn described(author: &Author) -> String {
    let about = &author.about;
    let said = [Some(&about.name), about.body.as_ref(), about.town.as_ref()];
    let said: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
    said.join(", ")
}
