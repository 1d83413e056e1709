//! What stands in the programme and is chosen no more: taken out, or another one put in its place.

use uuid::Uuid;
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::permit::Permit;
use wiec_model::calls::{Submission, SubmissionId};
use wiec_model::edit::{Edit, Proposed, SessionFields, Thing, fingerprint};
use wiec_model::session::{Appearance, Session};
use wiec_model::{Part, Programme, Text};
use wiec_store::{SubmissionPlace, Tx};

use super::make::{appear, edited, story, talk};
use super::people::{self, People};
use super::{Known, Outcome};

/// Where something stands that is chosen no more.
pub struct Stranded<'a> {
    /// What.
    pub submission: &'a Submission,
    /// The session that it was put into; none, if that is gone.
    pub session: Option<&'a Session>,
    /// Where in its running order; none, if nothing there is called like it any more.
    pub at: Option<At>,
}

/// What of a session something is, at which place counted from 0.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum At {
    Talk(usize),
    Story(usize),
}

impl At {
    const fn place(self) -> usize {
        match self {
            Self::Talk(place) | Self::Story(place) => place,
        }
    }
}

/// All that stands in the programme and is chosen no more.
pub fn stranded(known: &Known) -> Vec<Stranded<'_>> {
    let places = known.places.iter().filter_map(|place| {
        let submission = known.find(place.submission)?;
        (!submission.state.is_chosen()).then(|| of(known, submission, place))
    });
    places.collect()
}

fn of<'a>(known: &'a Known, submission: &'a Submission, place: &SubmissionPlace) -> Stranded<'a> {
    let session = known.draft.session(place.session.as_str());
    Stranded {
        submission,
        session,
        at: session.and_then(|session| at(session, submission, place)),
    }
}

/// Where a session tells something, by its title: the running order may have been changed by hand. Of
/// several with one title it is the one that stands where it was put.
fn at(session: &Session, submission: &Submission, place: &SubmissionPlace) -> Option<At> {
    let title = submission.words.title.trim();
    let put = usize::try_from(place.position).ok();
    let find = |titles: &[&Text]| {
        let is_it = |at: usize| titles[at].versions().any(|(_, words)| words == title);
        let there = put.filter(|at| *at < titles.len() && is_it(*at));
        there.or_else(|| (0..titles.len()).find(|at| is_it(*at)))
    };
    let talks: Vec<&Text> = session.talks.iter().map(|it| &it.title).collect();
    let stories: Vec<&Text> = session.stories.iter().map(|it| &it.title).collect();
    let talk = find(&talks).map(At::Talk);
    talk.or_else(|| find(&stories).map(At::Story))
}

/// Takes one out.
pub async fn take_out(
    app: &App,
    permit: &Permit<ManageCall>,
    known: &Known,
    form: &mut Form,
    id: &str,
) -> Result<Outcome, PageError> {
    let id: SubmissionId = id.parse().map_err(|_| PageError::Invalid)?;
    mend(app, permit, known, form, id, None).await
}

/// Puts another one, which the field `swap-<id>` names, in the place of one.
pub async fn swap(
    app: &App,
    permit: &Permit<ManageCall>,
    known: &Known,
    form: &mut Form,
    id: &str,
) -> Result<Outcome, PageError> {
    let id: SubmissionId = id.parse().map_err(|_| PageError::Invalid)?;
    if known.place(id).is_none() {
        return Ok(Outcome::Done);
    }
    let field = format!("swap-{id}");
    let open = |raw: &str| known.open().find(|it| it.id.to_string() == raw);
    let label = form.words().choosing_swap_with();
    let other = form.typed(&field, label).required().choice(open);
    match other {
        Some(other) => mend(app, permit, known, form, id, Some(other)).await,
        None => Ok(Outcome::Not),
    }
}

async fn mend(
    app: &App,
    permit: &Permit<ManageCall>,
    known: &Known,
    form: &mut Form,
    id: SubmissionId,
    other: Option<&Submission>,
) -> Result<Outcome, PageError> {
    let call = &permit.subject.call;
    let (Some(gone), Some(place)) = (known.find(id), known.place(id)) else {
        return Ok(Outcome::Done);
    };
    let now = app.clock.now();
    let mut tx = app.store.begin(permit.writer(), now).await?;
    let placed = tx.submissions().placed(call).await?;
    let is_free = other.is_none_or(|it| placed.iter().all(|place| place.submission != it.id));
    if !placed.contains(place) || !is_free {
        tx.give_up().await?;
        return Ok(Outcome::Changed);
    }
    let stranded = of(known, gone, place);
    if let (Some(session), Some(at)) = (stranded.session, stranded.at) {
        let mut people = People::of(&known.draft);
        let speakers = other.map(|it| people.speakers(it, || app.chance.uuid(now)));
        let fields = changed(
            known,
            session,
            at,
            gone,
            other,
            speakers.unwrap_or_default(),
        );
        let update = Proposed {
            seen: fingerprint(&known.draft, &Thing::Session(session.code.clone())),
            edit: Edit::UpdateSession(session.code.clone(), Box::new(fields)),
        };
        let edits: Vec<Proposed> = people.edits.into_iter().chain([update]).collect();
        let congress = &known.draft.congress.slug;
        if let Err(outcome) = edited(&mut tx, congress, &edits, form).await? {
            tx.give_up().await?;
            return Ok(outcome);
        }
        for contact in &people.contacts {
            tx.contacts().save(congress, contact).await?;
        }
        let mut submissions = tx.submissions();
        submissions.displace(call, gone).await?;
        match other {
            Some(other) => {
                let code = &session.code;
                submissions.place(call, other, code, at.place()).await?;
            }
            None => close_up(&mut tx, permit, known, place, at.place()).await?,
        }
    } else {
        tx.submissions().displace(call, gone).await?;
    }
    tx.commit().await?;
    Ok(Outcome::Done)
}

/// What is said of a session without one of its talks, or with another in its place.
fn changed(
    known: &Known,
    session: &Session,
    at: At,
    gone: &Submission,
    other: Option<&Submission>,
    speakers: Vec<Appearance>,
) -> SessionFields {
    let mut fields = SessionFields::of(session);
    match (other, at) {
        (None, At::Story(at)) => {
            fields.stories.remove(at);
        }
        (None, At::Talk(at)) => {
            fields.talks.remove(at);
        }
        (Some(other), At::Story(at)) => {
            let minutes = fields.stories[at].minutes;
            fields.stories[at] = story(other, minutes);
        }
        (Some(other), At::Talk(at)) => {
            let minutes = fields.talks[at].minutes;
            fields.talks[at] = talk(other, minutes, &speakers);
        }
    }
    let leaving = leaving(known, session, at, gone);
    fields.people.retain(|one| !leaving.contains(one));
    appear(&mut fields, speakers);
    fields
}

/// Who appeared for what is gone, and for nothing else in the session: those who tell it, and its
/// authors, as a story names nobody else.
fn leaving(known: &Known, session: &Session, at: At, gone: &Submission) -> Vec<Appearance> {
    let tells = |person: Uuid, is_gone: bool| {
        let mut talks = session.talks.iter().enumerate();
        talks.any(|(place, talk)| {
            (At::Talk(place) == at) == is_gone && talk.people.contains(&person)
        })
    };
    let others = known
        .places
        .iter()
        .filter(|place| place.session == session.code && place.submission != gone.id)
        .filter_map(|place| known.find(place.submission));
    let staying: Vec<&str> = others
        .flat_map(people::named)
        .map(|author| author.about.name.as_str())
        .collect();
    let going: Vec<&str> = people::named(gone)
        .map(|author| author.about.name.as_str())
        .collect();
    let is_going = |appearance: &&Appearance| {
        let name = name(&known.draft, appearance);
        let is_author = name.is_some_and(|name| going.contains(&name));
        appearance.part == Part::Speaker
            && (is_author || tells(appearance.person, true))
            && !tells(appearance.person, false)
            && !name.is_some_and(|name| staying.contains(&name))
    };
    session.people.iter().filter(is_going).cloned().collect()
}

fn name<'a>(draft: &'a Programme, appearance: &Appearance) -> Option<&'a str> {
    draft.person(appearance.person)?.name.as_deref()
}

/// What stood after one that was taken out moves up by a place.
async fn close_up(
    tx: &mut Tx,
    permit: &Permit<ManageCall>,
    known: &Known,
    gone: &SubmissionPlace,
    at: usize,
) -> Result<(), PageError> {
    let call = &permit.subject.call;
    for place in &known.places {
        let position = usize::try_from(place.position).unwrap_or(0);
        if place.session != gone.session || place.submission == gone.submission || position <= at {
            continue;
        }
        if let Some(submission) = known.find(place.submission) {
            let mut submissions = tx.submissions();
            submissions
                .place(call, submission, &place.session, position - 1)
                .await?;
        }
    }
    Ok(())
}
