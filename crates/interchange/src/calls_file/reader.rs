//! A calls file as values.

use std::collections::BTreeMap;

use wiec_model::calls::{
    Anonymity, CallKind, Decision, Mark, Question, QuestionKind, Quota, QuotaOf, Recommendation,
    Required, ReviewPhase, Tier, Visible,
};
use wiec_model::{Lang, SessionCode, Slug};

use super::{
    Answered, AuthorEntry, CallEntry, CallsFile, Decided, Fate, Member, ReviewEntry,
    SubmissionEntry,
};
use crate::read::json;
use crate::read::object::{Object, Reading};
use crate::read::problem::{Problem, Report};
use crate::register_file::Moment;

/// Reads a calls file. What hangs together with its congress is checked by [`CallsFile::check`].
///
/// # Errors
///
/// Everything that is wrong in it, each with its place.
pub fn read(bytes: &[u8]) -> Result<CallsFile, Vec<Problem>> {
    let report = Report::default();
    let Some(root) = json::parse(bytes, &report) else {
        return Err(report.conclude(()).err().unwrap_or_default());
    };
    let reading = Reading {
        report: &report,
        language: Lang::Pl.into(),
    };
    let root = Object::open(&root, String::new(), None, &reading);
    let file = CallsFile {
        note: root.optional_text("note"),
        congress: root.required_slug("congress"),
        members: root.list("members", |it, _| member(it)),
        calls: root.list("calls", |it, _| call(it)),
    };
    root.finish();
    report.conclude(file)
}

fn member(object: Object<'_>) -> Member {
    let member = Member {
        key: object.required_slug("key"),
        name: object.required_words("name"),
        role: object.text("role"),
        body: object.string("body"),
        town: object.string("town"),
        cast: object.string("cast"),
    };
    object.finish();
    member
}

fn call(mut object: Object<'_>) -> CallEntry {
    let slug = object.required_slug("slug");
    object.name(&slug);
    let call = CallEntry {
        slug,
        kind: choice(&object, "kind", CallKind::of).unwrap_or(CallKind::Kaleidoscope),
        title: object.text("title"),
        lead: object.optional_text("lead"),
        guide: object.optional_text("guide"),
        rules: object.optional_text("rules"),
        made: object.required("made"),
        opens: object.parsed("opens"),
        closes: object.parsed("closes"),
        extended: object.parsed("extended"),
        tracks: object.parsed_words("tracks"),
        tiers: words_of(&object, "tiers", Tier::of),
        anonymity: optional_choice(&object, "anonymity", Anonymity::of).unwrap_or_default(),
        questions: object.list("questions", |it, _| question(it)),
        phases: object.list("phases", |it, _| phase(it)),
        quotas: object.list("quotas", |it, _| quota(it)),
        submissions: object.list("submissions", |it, _| submission(it)),
    };
    object.finish();
    call
}

fn question(object: Object<'_>) -> Question {
    let most = object.number("most");
    let kind = match object.string("kind").as_deref() {
        Some("line") => QuestionKind::Line {
            most: most.unwrap_or(200),
        },
        Some("paragraphs") => QuestionKind::Paragraphs {
            most: most.unwrap_or(1000),
        },
        Some("choice") => QuestionKind::Choice {
            options: object.list("options", |it, _| {
                let option = it.text("text");
                it.finish();
                option
            }),
            least: 1,
            most: most.unwrap_or(1),
        },
        Some("file") => QuestionKind::File {
            media: object.words("media").into_iter().map(|it| it.1).collect(),
            size_bytes: u64::from(most.unwrap_or(10)) << 20,
        },
        Some("number") => QuestionKind::Number {
            least: 0,
            most: i64::from(most.unwrap_or(u32::MAX)),
        },
        Some("link") => QuestionKind::Link,
        _ => {
            let kinds = "line, paragraphs, choice, file, number, link";
            object.problem("kind", format!("should be one of {kinds}"));
            QuestionKind::Link
        }
    };
    let required = match object.flag("required") {
        Some(true) => Required::Always,
        _ => Required::Never,
    };
    let question = Question {
        key: object.required_slug("key"),
        label: object.text("label"),
        hint: object.optional_text("hint"),
        kind,
        required,
        visible: optional_choice(&object, "visible", Visible::of).unwrap_or(Visible::Committee),
    };
    object.finish();
    question
}

fn phase(object: Object<'_>) -> (ReviewPhase, Moment) {
    let of = |key: &str| ReviewPhase::ALL.into_iter().find(|it| it.key() == key);
    let phase = choice(&object, "phase", of).unwrap_or(ReviewPhase::Waiting);
    let phase = (phase, object.required("from"));
    object.finish();
    phase
}

fn quota(object: Object<'_>) -> Quota {
    let track: Option<Slug> = object.parsed("track");
    let tier = optional_choice(&object, "tier", Tier::of);
    let of = match (track, tier) {
        (Some(track), None) => QuotaOf::Track(track),
        (None, Some(tier)) => QuotaOf::Tier(tier),
        (None, None) => QuotaOf::All,
        (Some(_), Some(_)) => {
            let both = "should have \"track\" or \"tier\", and not both";
            object.problem_at(object.here(), both);
            QuotaOf::All
        }
    };
    let quota = Quota {
        of,
        least: object.number("least"),
        most: object.number("most"),
    };
    object.finish();
    quota
}

fn submission(mut object: Object<'_>) -> SubmissionEntry {
    let key = object.required_slug("key");
    object.name(&key);
    let revised = object.object("revised").map(|it| {
        let revised = (it.required_words("summary"), it.required("at"));
        it.finish();
        revised
    });
    let place = object.object("place").map(|it| {
        let session: Option<SessionCode> = it.parsed("session");
        let place = (session, it.required_number("place"));
        it.finish();
        place
    });
    let submission = SubmissionEntry {
        key,
        title: object.required_words("title"),
        summary: object.required_words("summary"),
        track: object.parsed("track"),
        tier: optional_choice(&object, "tier", Tier::of),
        authors: object.list("authors", |it, _| author(it)),
        anonymity: optional_choice(&object, "anonymity", Anonymity::of).unwrap_or_default(),
        replies: replies(&object),
        at: object.required("at"),
        fate: fate(&object),
        revised,
        place: place.and_then(|(session, place)| Some((session?, place))),
        reviews: object.list("reviews", |it, _| review(it)),
    };
    object.finish();
    submission
}

fn author(object: Object<'_>) -> AuthorEntry {
    let author = AuthorEntry {
        name: object.required_words("name"),
        body: object.string("body"),
        town: object.string("town"),
        cast: object.string("cast"),
    };
    object.finish();
    author
}

fn replies(object: &Object<'_>) -> BTreeMap<Slug, Vec<String>> {
    let replies = object.list("replies", |it, _| {
        let reply = (it.required_slug("question"), it.required_words("reply"));
        it.finish();
        reply
    });
    let mut all: BTreeMap<Slug, Vec<String>> = BTreeMap::new();
    for (question, reply) in replies {
        all.entry(question).or_default().push(reply);
    }
    all
}

/// A draft, unless it says when it was told, taken back, or what is pending.
fn fate(object: &Object<'_>) -> Fate {
    let decided = |key| {
        object.object(key).map(|it| {
            let decided = Decided {
                decision: choice(&it, "decision", Decision::of).unwrap_or(Decision::Reject),
                reason: it.string("reason"),
                at: it.required("at"),
            };
            it.finish();
            decided
        })
    };
    let (told, pending) = (decided("told"), decided("pending"));
    let confirmed = object.parsed("confirmed").map(Answered::Confirmed);
    let declined = object.parsed("declined").map(Answered::Declined);
    let withdrawn = object.parsed("withdrawn").map(Fate::Withdrawn);
    let is_draft = object.flag("draft") == Some(true);
    let answered = confirmed.or(declined);
    match (told, withdrawn) {
        (Some(told), _) => Fate::Told(told, answered),
        (None, Some(withdrawn)) => withdrawn,
        (None, None) if is_draft => Fate::Draft,
        (None, None) => Fate::Sent(pending),
    }
}

fn review(object: Object<'_>) -> ReviewEntry {
    let marks = object.string("marks").unwrap_or_default();
    let mark = |letter: char| match letter.to_digit(10) {
        Some(points) => Mark::Points(points),
        None => Mark::CannotJudge,
    };
    let review = ReviewEntry {
        by: object.required_slug("by"),
        marks: marks.chars().map(mark).collect(),
        says: optional_choice(&object, "says", Recommendation::of),
        for_committee: object.string("for_committee").unwrap_or_default(),
        for_authors: object.string("for_authors").unwrap_or_default(),
        given: object.parsed("given"),
    };
    object.finish();
    review
}

/// One of a few words, which has to be there.
fn choice<T>(object: &Object<'_>, key: &'static str, of: impl Fn(&str) -> Option<T>) -> Option<T> {
    if !object.has(key) {
        object.missing(key);
    }
    optional_choice(object, key, of)
}

fn optional_choice<T>(
    object: &Object<'_>,
    key: &'static str,
    of: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let word = object.string(key)?;
    let found = of(&word);
    if found.is_none() {
        object.problem(
            key,
            format!("\"{word}\" is none of the words that it can be"),
        );
    }
    found
}

/// Any of a few words.
fn words_of<T>(object: &Object<'_>, key: &'static str, of: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let words = object.words(key).into_iter();
    words
        .filter_map(|(place, word)| {
            let found = of(&word);
            if found.is_none() {
                let says = format!("\"{word}\" is none of the words that it can be");
                object.problem_at(place, says);
            }
            found
        })
        .collect()
}
