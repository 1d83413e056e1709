//! A new mailing: to whom, and what it says to each. It becomes drafts; sending them is another act.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ManageMail;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Choice, Form, in_language};
use wiec_kit::history::role as role_name;
use wiec_kit::messages::Messages;
use wiec_kit::office::{OfficeFrame, Part, saved, sight};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::mail::{Need, Placeholder, find_unknown};
use wiec_model::rules::Role;
use wiec_model::{Lang, Programme, Slug, Text};
use wiec_store::{NewMailing, REGISTERED, Sight};

use super::audience::{self, Audience, Group};
use super::frame;
use super::preview::{Preview, preview};
use super::write::{Texts, Written, write};

/// The longest subject that fits in a header without being cut.
pub(super) const SUBJECT_LETTERS: usize = 200;
/// The longest body: some pages.
pub(super) const BODY_LETTERS: usize = 20_000;
/// So many letters are shown whole before there are drafts.
const SHOWN: usize = 3;
/// What lists call letters to anybody but those who registered.
const TEMPLATE: &str = "mailing";

#[derive(Template)]
#[template(path = "mailing_page.html")]
struct MailingPage {
    frame: OfficeFrame,
    form: Form,
    groups: Vec<Choice>,
    roles: Vec<Choice>,
    sessions: Vec<Choice>,
    needs: Vec<Choice>,
    places: Vec<(String, &'static str)>,
    outbox: String,
    look: Option<Look>,
}

/// What the mailing would be.
struct Look {
    letters: usize,
    unreachable: usize,
    unsubscribed: usize,
    shown: Vec<Preview>,
}

/// A mailing that can be written.
struct Mailing {
    audience: Audience,
    texts: Texts,
}

/// `GET /biuro/{congress}/poczta/nowa-wysylka`
pub async fn get(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let draft = draft(&app, &permit.subject).await?;
    let form = Form::fresh(visit.lang).with("need", "news");
    let html = html(&app, &visit, &permit, &draft, form, None).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/poczta/nowa-wysylka`: it is looked at, or becomes drafts.
///
/// Sent twice, it is written once: the key of the form, and what it says, are the key of the mailing.
pub async fn post(
    permit: Permit<ManageMail>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let congress = &permit.subject;
    let draft = draft(&app, congress).await?;
    let mut form = Form::of(data, visit.lang);
    let sight = sight(&permit.actor, congress);
    let Some(mailing) = read(&mut form, &draft, sight) else {
        let html = html(&app, &visit, &permit, &draft, form, None).await?;
        return Ok(respond::again(html));
    };
    let readers = audience::read(&app, congress, &draft, &mailing.audience).await?;
    let written = write(&app, congress, &draft, &mailing.texts, readers).await?;
    if written.letters.is_empty() {
        let m = form.words();
        form.fail("group", m.mailing_group(), m.mailing_nobody());
        let html = html(&app, &visit, &permit, &draft, form, None).await?;
        return Ok(respond::again(html));
    }
    if form.value("act") != "write" {
        let look = look(&app, visit.lang, &written)?;
        let html = html(&app, &visit, &permit, &draft, form, Some(look)).await?;
        return Ok(respond::private(html));
    }
    let key = form.key_with_words().ok_or(PageError::Invalid)?;
    let new = NewMailing {
        congress: congress.clone(),
        template: mailing.texts.template.to_owned(),
        name: mailing.texts.subject.words(Lang::Pl).to_owned(),
        key: Some(format!("form/{key}")),
    };
    let outbox = Part::Mail.path(&visit.paths(), congress);
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let Some(number) = tx.mails().begin_mailing(&new).await? else {
        return Ok(respond::to(&outbox));
    };
    tx.mails()
        .draft_all(congress, number, &written.letters)
        .await?;
    tx.commit().await?;
    Ok(respond::to(&saved(&format!("{outbox}?mailing={number}"))))
}

fn read(form: &mut Form, draft: &Programme, sight: Sight) -> Option<Mailing> {
    let m = form.words();
    let group = form
        .typed("group", m.mailing_group())
        .required()
        .choice(|key| groups(sight).find(|group| group.key() == key));
    let audience = match group {
        Some(Group::Confirmed) => Some(Audience::Confirmed),
        Some(Group::Waitlisted) => Some(Audience::Waitlisted),
        Some(Group::Speakers) => Some(Audience::Speakers),
        Some(Group::Role) => form
            .typed("role", m.mailing_role())
            .required()
            .choice(|key| key.parse().ok())
            .map(Audience::Role),
        Some(Group::Session) => form
            .typed("session", m.mailing_session())
            .required()
            .choice(|code| draft.session(code).map(|session| session.guid))
            .map(Audience::Session),
        None => None,
    };
    let need = form
        .typed("need", m.mailing_need())
        .required()
        .choice(|key| match key {
            "news" => Some(Need::Unsubscribable),
            "essential" => Some(Need::Essential),
            _ => None,
        });
    let subject = form
        .typed("subject", m.mailing_subject())
        .required()
        .bilingual(SUBJECT_LETTERS, None);
    let body = form
        .typed("body", m.mailing_body())
        .required()
        .bilingual(BODY_LETTERS, None);
    let offered = group.map_or(&Placeholder::ALL[..], Group::placeholders);
    check_places(form, "subject", m.mailing_subject(), offered);
    check_places(form, "body", m.mailing_body(), offered);
    let (subject, body) = (subject?, body?);
    check_languages(form, &subject, &body);
    if !form.is_valid() {
        return None;
    }
    let texts = Texts {
        subject,
        body,
        need: need?,
        template: if group?.is_registered() {
            REGISTERED_MAILING
        } else {
            TEMPLATE
        },
    };
    Some(Mailing {
        audience: audience?,
        texts,
    })
}

/// What lists call letters to those who registered; it begins as all letters to them do.
const REGISTERED_MAILING: &str = "registration-mailing";
const _: () = assert!(REGISTERED_MAILING.len() > REGISTERED.len());

/// A placeholder that nothing fills is an error at its field.
fn check_places(form: &mut Form, name: &str, label: &str, offered: &[Placeholder]) {
    for lang in Lang::ALL {
        let field = in_language(name, lang);
        if let Some(unknown) = find_unknown(form.value(&field), offered) {
            let known: Vec<String> = offered
                .iter()
                .map(|place| format!("{{{}}}", place.word()))
                .collect();
            let says = form
                .words()
                .mailing_unknown_place(known.join(", "), format!("{{{}}}", unknown.0));
            form.fail(&field, label, says);
        }
    }
}

/// A letter has a subject and a body in the same language.
fn check_languages(form: &mut Form, subject: &Text, body: &Text) {
    let m = form.words();
    for lang in Lang::ALL {
        match (subject.exact(lang), body.exact(lang)) {
            (Some(_), None) => {
                let field = in_language("body", lang);
                form.fail(&field, m.mailing_body(), m.mailing_half());
            }
            (None, Some(_)) => {
                let field = in_language("subject", lang);
                form.fail(&field, m.mailing_subject(), m.mailing_half());
            }
            _ => {}
        }
    }
}

/// The first letters, at least one in each language that there are letters in.
fn look(app: &App, lang: Lang, written: &Written) -> Result<Look, PageError> {
    let letters = &written.letters;
    let in_each = Lang::ALL
        .into_iter()
        .filter_map(|lang| letters.iter().position(|letter| letter.lang == lang));
    let mut shown: Vec<usize> = in_each.chain(0..letters.len().min(SHOWN)).collect();
    shown.sort_unstable();
    shown.dedup();
    Ok(Look {
        letters: letters.len(),
        unreachable: written.unreachable,
        unsubscribed: written.unsubscribed,
        shown: shown
            .into_iter()
            .take(SHOWN)
            .map(|index| preview(app, lang, &letters[index], |_| None))
            .collect::<Result<_, _>>()?,
    })
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageMail>,
    draft: &Programme,
    form: Form,
    look: Option<Look>,
) -> Result<String, PageError> {
    let congress = &permit.subject;
    let form = form.keyed(&app.chance);
    let title = form.titled(form.words().mailing_title());
    let frame = frame(app, visit, permit, &title, |paths| {
        paths.new_mailing(congress)
    })
    .await?;
    let m = frame.m;
    let sight = sight(&permit.actor, congress);
    let page = MailingPage {
        groups: groups(sight)
            .map(|group| Choice::new(group.key(), group_name(group, m)))
            .collect(),
        roles: std::iter::once(Choice::new("", m.mailing_choose()))
            .chain(Role::ALL.map(|role| Choice::new(role.key(), role_name(role, m))))
            .collect(),
        sessions: sessions(draft, visit.lang),
        needs: vec![
            Choice::new("news", m.mailing_news()).hint(m.mailing_news_hint()),
            Choice::new("essential", m.mailing_essential()).hint(m.mailing_essential_hint()),
        ],
        places: Placeholder::ALL
            .map(|place| (format!("{{{}}}", place.word()), place_name(place, m)))
            .to_vec(),
        outbox: frame.part(frame.words().mail),
        look,
        form,
        frame,
    };
    Ok(page.render()?)
}

/// The groups that somebody may write to.
fn groups(sight: Sight) -> impl Iterator<Item = Group> {
    Group::ALL
        .into_iter()
        .filter(move |group| sight == Sight::All || !group.is_registered())
}

fn sessions(draft: &Programme, lang: Lang) -> Vec<Choice> {
    let mut sessions: Vec<_> = draft.sessions.iter().collect();
    sessions.sort_by(|a, b| a.code.cmp(&b.code));
    sessions
        .into_iter()
        .map(|session| Choice::new(&session.code, session.title.words(lang)))
        .collect()
}

fn group_name(group: Group, m: &Messages) -> &'static str {
    match group {
        Group::Confirmed => m.mailing_confirmed(),
        Group::Waitlisted => m.mailing_waitlisted(),
        Group::Speakers => m.mailing_speakers(),
        Group::Role => m.mailing_with_role(),
        Group::Session => m.mailing_of_session(),
    }
}

fn place_name(place: Placeholder, m: &Messages) -> &'static str {
    match place {
        Placeholder::Name => m.mailing_place_name(),
        Placeholder::Congress => m.mailing_place_congress(),
        Placeholder::Title => m.mailing_place_title(),
        Placeholder::When => m.mailing_place_when(),
        Placeholder::Link => m.mailing_place_link(),
    }
}

async fn draft(app: &App, congress: &Slug) -> Result<Programme, PageError> {
    let draft = app.store.drafts().find(congress).await?;
    draft.ok_or(PageError::NotFound)
}
