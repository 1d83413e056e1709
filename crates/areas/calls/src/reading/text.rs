//! A text that was chosen out of a call, and how its words changed since.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use wiec_kit::acts::ReadCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::frame::Frame;
use wiec_kit::markdown;
use wiec_kit::marks;
use wiec_kit::messages::Messages;
use wiec_kit::permit::Permit;
use wiec_kit::said::Said;
use wiec_kit::visit::Visit;
use wiec_model::calls::{Call, Question, QuestionKind, Submission, SubmissionCode, Words};
use wiec_store::VersionOfWords;
use wiec_text::{Document, View, changes_html, compare};

use super::call::is_web;
use super::here::Here;
use super::public::{self, CHOSEN, Public, spoken};
use super::{archive, send, words};

#[derive(Template)]
#[template(path = "reading_text.html")]
struct TextPage {
    frame: Frame,
    call: Said,
    call_href: String,
    texts_href: String,
    line: &'static str,
    icon: &'static str,
    kind: &'static str,
    title: Said,
    track: Option<Said>,
    tier: Option<&'static str>,
    spoken: Option<String>,
    html: String,
    authors: Vec<(Said, Option<String>)>,
    is_anonymous: bool,
    replies: Vec<(Said, Vec<Reply>)>,
    links: Vec<String>,
    files: Vec<(String, String, String)>,
    licence: Option<(String, Option<String>)>,
    changes: Vec<Change>,
}

/// A reply to a public question.
struct Reply {
    words: Said,
    href: Option<String>,
}

/// How the words changed at one time since they were chosen.
struct Change {
    when: String,
    machine: String,
    html: String,
}

/// `GET /nabory/{call}/teksty/{code}`
#[tracing::instrument(name = "calls.text", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn get(
    permit: Permit<ReadCall>,
    State(app): State<App>,
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, PageError> {
    let (here, call) = Here::in_call(&app, &visit, &permit.subject);
    let submission = find(&here, &code).await?;
    let submissions = app.store.submissions();
    let files = submissions.files(submission.id).await?;
    let public = public::of(&submission, call, &files).ok_or(PageError::NotFound)?;
    let versions = submissions.versions(submission.id).await?;
    let changes = changes(&here, &submission, &versions);
    let html = page(&here, call, &submission, &public, changes)?;
    Ok(send(html, &asked).await)
}

/// The submission that an address names, whatever became of it.
pub async fn find(here: &Here<'_>, code: &str) -> Result<Submission, PageError> {
    let code: SubmissionCode = code.parse().map_err(|_| PageError::NotFound)?;
    let submissions = here.app.store.submissions();
    let found = submissions.find(here.edition.slug(), &code).await?;
    found.ok_or(PageError::NotFound)
}

fn page(
    here: &Here<'_>,
    call: &Call,
    submission: &Submission,
    text: &Public<'_>,
    changes: Vec<Change>,
) -> Result<String, PageError> {
    let (m, setup) = (here.m(), &call.setup);
    let (icon, kind) = words::kind(setup.kind, m);
    let track = text.track.and_then(|slug| here.track(slug));
    let frame = here.frame(&text.title, |paths| archive::address(paths, call, text));
    let file = |file: &&wiec_model::calls::FileInfo| {
        let question = setup.question(&file.question)?;
        let href = format!("{}/{}/{}", frame.here, words::files(here.lang()), file.id);
        let label = here.said(&question.label).words().to_owned();
        Some((
            href,
            label,
            m.calls_read_kilobytes(kilobytes(file.size_bytes)),
        ))
    };
    let page = TextPage {
        call: here.said(&setup.title),
        call_href: here.paths().call(&call.slug),
        texts_href: here.paths().in_call(&call.slug, here.words().texts),
        line: here.line(text.track).key(),
        icon,
        kind,
        title: Said::new(&text.title),
        track: track.map(|track| here.said(&track.name)),
        tier: text.tier.map(|tier| words::tier(tier, m)),
        spoken: spoken(text.lang, here.lang()),
        html: markdown::html(&text.summary),
        authors: text.authors.iter().map(|about| author(about)).collect(),
        is_anonymous: public::is_anonymous(submission),
        replies: text
            .replies
            .iter()
            .map(|(question, given)| {
                let replies = given.iter().filter_map(|it| reply(here, question, it));
                (here.said(&question.label), replies.collect())
            })
            .collect(),
        links: text.links.iter().map(|link| (*link).to_owned()).collect(),
        files: text.files.iter().filter_map(file).collect(),
        licence: setup.licence.as_ref().map(|licence| {
            let safe = licence.url.clone().filter(|url| is_web(url));
            (licence.name.clone(), safe)
        }),
        changes,
        frame: frame.about(&short(&text.summary)),
    };
    Ok(page.render()?)
}

fn kilobytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX)
}

/// A name, and what body and town stand behind it.
fn author(about: &wiec_model::calls::AboutAuthor) -> (Said, Option<String>) {
    let of = [about.body.as_deref(), about.town.as_deref()];
    let of: Vec<&str> = of.into_iter().flatten().collect();
    let of = (!of.is_empty()).then(|| of.join(", "));
    (Said::new(&about.name), of)
}

/// A reply in words: the answer that was chosen, not its place in the list.
fn reply(here: &Here<'_>, question: &Question, given: &str) -> Option<Reply> {
    match &question.kind {
        QuestionKind::Choice { options, .. } => {
            let option = options.get(given.parse::<usize>().ok()?)?;
            let words = here.said(option);
            Some(Reply { words, href: None })
        }
        QuestionKind::Link => Some(Reply {
            words: Said::new(given),
            href: is_web(given).then(|| given.to_owned()),
        }),
        _ => Some(Reply {
            words: Said::new(given),
            href: None,
        }),
    }
}

/// Each change of the words since they were chosen, the newest first. Changes of anything else are nobody's
/// business; nor are those of a text whose authors are kept from the public: what they took out may be what
/// told whose it is.
fn changes(here: &Here<'_>, submission: &Submission, versions: &[VersionOfWords]) -> Vec<Change> {
    if public::is_anonymous(submission) {
        return Vec::new();
    }
    let is_after = |version: &&VersionOfWords| CHOSEN.contains(&version.state.as_str());
    let Some(first) = versions.iter().position(|version| is_after(&version)) else {
        return Vec::new();
    };
    // Without words before the choice there is nothing to compare with.
    let pairs = versions[first.saturating_sub(1)..].windows(2);
    let mut changes: Vec<Change> = pairs
        .filter(|pair| is_after(&&pair[1]))
        .filter_map(|pair| {
            let (before, after) = (&pair[0].words, &pair[1].words);
            let differs = before.title != after.title || before.summary != after.summary;
            differs.then(|| Change {
                when: here.moment(pair[1].at),
                machine: here.machine(pair[1].at),
                html: difference(before, after, here.m()),
            })
        })
        .collect();
    changes.reverse();
    changes
}

fn difference(before: &Words, after: &Words, m: &Messages) -> String {
    let whole = |words: &Words| format!("# {}\n\n{}", words.title, words.summary);
    let old = Document::from_markdown(&whole(before));
    let new = old.revise(&whole(after));
    let words = marks::words(m);
    // The page has a heading of the first level, and one above the changes.
    changes_html(&compare(&old, &new), View::Marked, &words, 3)
}

/// The first words, for previews.
fn short(markdown: &str) -> String {
    const LETTERS: usize = 200;
    markdown::text(markdown).chars().take(LETTERS).collect()
}
