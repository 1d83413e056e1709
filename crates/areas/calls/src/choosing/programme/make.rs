//! Sessions of what was grouped: made in the draft, or talks added to one that is there, in one transaction
//! with the note of where each submission stands.

use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_model::availability::Availability;
use wiec_model::calls::{Call, CallKind, Submission};
use wiec_model::edit::{Edit, Proposed, SessionFields, Thing, fingerprint};
use wiec_model::session::{Appearance, Session, Story, Talk};
use wiec_model::{Lang, SessionCode, Slug, Text};
use wiec_store::{EditError, EditsError, Prepared, Tx};

use super::super::view;
use super::people::{self, People};
use super::plan::{self, Planned};
use super::{Known, Outcome, makes_sessions};

/// The longest title of a session.
const TITLE: usize = 200;
/// The headings under which a flop is told.
const HEADINGS: [&str; 5] = ["plan", "what_happened", "cost", "lesson", "advice"];

/// A group that becomes a session.
struct Ready<'a> {
    talks: Vec<&'a Submission>,
    into: Into<'a>,
}

/// Where it goes.
enum Into<'a> {
    New(Text),
    Known(&'a Session),
}

/// Makes sessions of all groups that hold something.
pub async fn make(
    app: &App,
    permit: &Permit<ManageCall>,
    known: &Known,
    form: &mut Form,
) -> Result<Outcome, PageError> {
    let call = &permit.subject.call;
    if !makes_sessions(call) {
        return Err(PageError::Invalid);
    }
    if is_made(known, form) {
        return Ok(Outcome::Done);
    }
    let Some((ready, minutes, kind)) = read(known, form) else {
        return Ok(Outcome::Not);
    };
    let now = app.clock.now();
    let mut people = People::of(&known.draft);
    let fresh = || app.chance.uuid(now);
    let sessions: Vec<Proposed> = ready
        .iter()
        .map(|group| {
            let speakers = group.talks.iter();
            let speakers = speakers.map(|it| people.speakers(it, fresh)).collect();
            session(known, call, group, speakers, minutes, &kind, fresh())
        })
        .collect();
    let prepared = app.store.submissions().prepared_of_call(call.id).await?;
    let first = people.edits.len();
    let edits: Vec<Proposed> = people.edits.into_iter().chain(sessions).collect();
    let mut tx = app.store.begin(permit.writer(), now).await?;
    let placed = tx.submissions().placed(call).await?;
    let mut talks = ready.iter().flat_map(|group| &group.talks);
    if talks.any(|it| placed.iter().any(|place| place.submission == it.id)) {
        tx.give_up().await?;
        return Ok(Outcome::Changed);
    }
    let things = match edited(&mut tx, &known.draft.congress.slug, &edits, form).await? {
        Ok(things) => things,
        Err(outcome) => {
            tx.give_up().await?;
            return Ok(outcome);
        }
    };
    for (group, thing) in ready.iter().zip(&things[first..]) {
        let Thing::Session(code) = thing else {
            continue;
        };
        note(&mut tx, call, group, code).await?;
    }
    for contact in &people.contacts {
        tx.contacts().save(&call.congress, contact).await?;
        let said = prepared
            .iter()
            .filter(|it| Some(it.account) == contact.account);
        for said in said {
            take_over(&mut tx, call, said).await?;
        }
    }
    tx.commit().await?;
    Ok(Outcome::Done)
}

/// When somebody can who said so before they had a place in the programme.
async fn take_over(tx: &mut Tx, call: &Call, said: &Prepared) -> Result<(), PageError> {
    let (nothing, said_at) = (Availability::default(), &said.words.availability);
    let mut availabilities = tx.availabilities();
    let done = availabilities.follow(&call.congress, said.account, &nothing, said_at);
    Ok(done.await?)
}

/// Whether this very form was sent before: all that it names stands somewhere already.
fn is_made(known: &Known, form: &Form) -> bool {
    let mut ids = form.data().all("talk").filter_map(|raw| raw.parse().ok());
    let mut any = false;
    ids.all(|id| {
        any = true;
        known.place(id).is_some()
    }) && any
}

fn read<'a>(known: &'a Known, form: &mut Form) -> Option<(Vec<Ready<'a>>, u32, Slug)> {
    let m = form.words();
    let plan = plan::read(form.data(), known);
    let minutes = form
        .typed("minutes", m.choosing_minutes())
        .required()
        .number(1..=240);
    let kind = form
        .typed("kind", m.choosing_kind())
        .required()
        .choice(|raw| known.draft.kind(raw).map(|kind| kind.slug.clone()));
    let filled = plan.groups.into_iter().filter(|it| !it.talks.is_empty());
    let mut ready = Vec::new();
    for group in filled {
        if let Some(group) = ready_of(known, form, group) {
            join(&mut ready, group);
        }
    }
    if ready.is_empty() && form.is_valid() {
        form.fail_whole(m.choosing_nothing_to_make());
    }
    let read = minutes.zip(kind).filter(|_| form.is_valid());
    read.map(|(minutes, kind)| (ready, minutes, kind))
}

/// Adds a group. What goes into one session is one group: each edit of a session replaces all of it.
fn join<'a>(ready: &mut Vec<Ready<'a>>, group: Ready<'a>) {
    let same = ready
        .iter_mut()
        .find(|other| match (&other.into, &group.into) {
            (Into::Known(one), Into::Known(other)) => one.code == other.code,
            _ => false,
        });
    match same {
        Some(same) => same.talks.extend(group.talks),
        None => ready.push(group),
    }
}

fn ready_of<'a>(known: &'a Known, form: &mut Form, group: Planned<'a>) -> Option<Ready<'a>> {
    let m = form.words();
    let (into, title) = (plan::into(group.number), plan::title(group.number));
    let code = form.value(&into).to_owned();
    let into = if code.is_empty() {
        form.typed(&title, m.choosing_session_title())
            .required()
            .bilingual(TITLE, None)
            .map(Into::New)
    } else {
        form.typed(&into, m.choosing_into())
            .choice(|raw| known.draft.session(raw))
            .map(Into::Known)
    };
    into.map(|into| Ready {
        talks: group.talks,
        into,
    })
}

/// The session of a group; `speakers` are those of each of its talks.
fn session(
    known: &Known,
    call: &Call,
    group: &Ready<'_>,
    speakers: Vec<Vec<Appearance>>,
    minutes: u32,
    kind: &Slug,
    guid: uuid::Uuid,
) -> Proposed {
    let mut fields = match &group.into {
        Into::New(title) => begun(known, call, group, title, kind),
        Into::Known(session) => SessionFields::of(session),
    };
    for (submission, speakers) in group.talks.iter().zip(speakers) {
        match call.setup.kind {
            CallKind::Flop => fields.stories.push(story(submission, minutes)),
            _ => fields.talks.push(talk(submission, minutes, &speakers)),
        }
        appear(&mut fields, speakers);
    }
    let fields = Box::new(fields);
    match &group.into {
        Into::New(_) => Proposed {
            edit: Edit::CreateSession {
                guid,
                code: None,
                fields,
            },
            seen: None,
        },
        Into::Known(session) => Proposed {
            seen: fingerprint(&known.draft, &Thing::Session(session.code.clone())),
            edit: Edit::UpdateSession(session.code.clone(), fields),
        },
    }
}

/// A session that is new: of the track that all its talks have in common; a practice alone says itself.
fn begun(
    known: &Known,
    call: &Call,
    group: &Ready<'_>,
    title: &Text,
    kind: &Slug,
) -> SessionFields {
    let first = group.talks.first().and_then(|it| it.words.track.clone());
    let is_common = group.talks.iter().all(|it| it.words.track == first);
    let track = first.filter(|track| is_common && known.draft.track(track.as_str()).is_some());
    let description = match (call.setup.kind, group.talks.as_slice()) {
        (CallKind::Practice, [only]) => {
            Text::in_language(only.words.lang.clone(), &only.words.summary)
        }
        _ => None,
    };
    SessionFields {
        track,
        description,
        ..SessionFields::titled(title.clone(), kind.clone())
    }
}

/// A title in the language in which it was written.
fn title_of(submission: &Submission) -> Text {
    let words = &submission.words;
    let text = Text::in_language(words.lang.clone(), &words.title);
    text.unwrap_or_else(|| {
        Text::in_language(Lang::Pl, submission.code.as_str()).expect("a code is not blank")
    })
}

/// A talk of a session, told by those who speak for it: nobody, where nobody may be named.
pub fn talk(submission: &Submission, minutes: u32, speakers: &[Appearance]) -> Talk {
    let mut people = Vec::new();
    for speaker in speakers {
        if !people.contains(&speaker.person) {
            people.push(speaker.person);
        }
    }
    Talk {
        title: title_of(submission),
        minutes,
        people,
    }
}

/// Has speakers appear in a session who do not yet.
pub fn appear(fields: &mut SessionFields, speakers: Vec<Appearance>) {
    for speaker in speakers {
        if !fields.people.contains(&speaker) {
            fields.people.push(speaker);
        }
    }
}

/// A story of the night of flops. Of one whose authors are kept from the public only where they come from
/// is said, as coarsely as figures do.
pub fn story(submission: &Submission, minutes: u32) -> Story {
    Story {
        title: title_of(submission),
        role: role(submission),
        minutes,
        fields: HEADINGS.map(str::to_owned).into(),
    }
}

fn role(submission: &Submission) -> Option<Text> {
    let named: Vec<String> = people::named(submission)
        .map(|author| match &author.about.body {
            Some(body) => format!("{}, {body}", author.about.name),
            None => author.about.name.clone(),
        })
        .collect();
    if !named.is_empty() {
        return Text::in_language(submission.words.lang.clone(), &named.join("; "));
    }
    let environment = view::environment(&submission.authors)?;
    let said = Lang::ALL.map(|lang| {
        let words = messages(lang).environment(environment);
        (lang.into(), words.to_owned())
    });
    Text::of(said)
}

/// Does all edits; what cannot be said at a field is said above the form.
pub async fn edited(
    tx: &mut Tx,
    congress: &Slug,
    edits: &[Proposed],
    form: &mut Form,
) -> Result<Result<Vec<Thing>, Outcome>, PageError> {
    let error = match tx.drafts().edit_all(congress, edits).await {
        Ok(edited) => return Ok(Ok(edited.things)),
        Err(EditsError::All(error)) => error,
        Err(EditsError::Some(errors)) => {
            let first = errors.into_values().next();
            first.ok_or(PageError::Invalid)?
        }
    };
    match error {
        EditError::Changed(_) => Ok(Err(Outcome::Changed)),
        EditError::Refused(refusal) => {
            let says = form.words().choosing_programme_refused(refusal.to_string());
            form.fail_whole(says);
            Ok(Err(Outcome::Not))
        }
        EditError::NoCongress(_) => Err(PageError::NotFound),
        EditError::Store(error) => Err(error.into()),
    }
}

async fn note(
    tx: &mut Tx,
    call: &Call,
    group: &Ready<'_>,
    code: &SessionCode,
) -> Result<(), PageError> {
    let before = match &group.into {
        Into::New(_) => 0,
        Into::Known(session) if call.setup.kind == CallKind::Flop => session.stories.len(),
        Into::Known(session) => session.talks.len(),
    };
    for (at, submission) in (before..).zip(&group.talks) {
        tx.submissions().place(call, submission, code, at).await?;
    }
    Ok(())
}
