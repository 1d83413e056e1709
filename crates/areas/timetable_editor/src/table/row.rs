//! One row of the table: a session's fields that are changed most often.

use wiec_kit::form::Form;
use wiec_model::Session;
use wiec_model::edit::{Edit, SessionFields, Thing, fingerprint};

use super::under;
use crate::context::Context;
use crate::save::{SEEN, SEEN_SLOT};
use crate::sheet::{Field, Group, Reading, Sheet, ShownField};
use crate::things::session::{MOST_PEOPLE, TITLE_LENGTH};
use crate::things::slot;

/// The field that says what the row looked like: who did not touch it saves nothing of it.
const WAS: &str = "was";

/// A row on a page.
pub struct Row {
    /// The session's code.
    pub code: String,
    /// Its title, for labels.
    pub title: String,
    /// Its own page.
    pub href: String,
    /// What is sent along and not seen.
    pub hidden: Vec<(String, String)>,
    /// The cells.
    pub cells: Vec<ShownField>,
}

/// What the names of a row's fields begin with.
pub fn prefix(session: &Session) -> String {
    format!("{}.", session.code)
}

/// The sheet of a row.
pub fn sheet(session: &Session, context: &Context<'_>) -> Sheet {
    let (m, prefix) = (context.m, prefix(session));
    let titles = Field::apart(
        &format!("{prefix}title"),
        m.plan_title(),
        Some(&session.title),
    );
    let mut fields: Vec<Field> = titles.into();
    fields.push(
        Field::choice(format!("{prefix}kind"), m.plan_kind(), context.kinds())
            .maybe(Some(&session.kind)),
    );
    fields.push(
        Field::choice(format!("{prefix}track"), m.plan_track(), context.tracks())
            .maybe(session.track.clone()),
    );
    fields.extend(slot::fields(&prefix, Some(session), context));
    fields.push(
        Field::short("number", format!("{prefix}capacity"), m.plan_places())
            .maybe(session.capacity),
    );
    Sheet::of(vec![Group::of("", fields)])
}

/// The form of a row as it was sent with the whole table.
pub fn sent(data: &wiec_kit::form::FormData, session: &Session, context: &Context<'_>) -> Form {
    let prefix = prefix(session);
    let sheet = sheet(session, context);
    let names: Vec<String> = sheet
        .fields()
        .map(|field| field.name.clone())
        .chain([WAS, SEEN, SEEN_SLOT].map(|name| format!("{prefix}{name}")))
        .collect();
    Form::of(under(data, names.into_iter()), context.lang)
}

/// Whether anything of a row differs from what the page showed.
pub fn is_touched(form: &Form, session: &Session, context: &Context<'_>) -> bool {
    let typed = sheet(session, context).with(form).fingerprint();
    form.value(&format!("{}{WAS}", prefix(session))) != typed
}

/// Reads a row: the edits that make it so.
pub fn read(form: &mut Form, session: &Session, context: &Context<'_>) -> Option<Vec<Edit>> {
    let sheet = sheet(session, context);
    let prefix = prefix(session);
    let programme = context.programme;
    let mut reading = Reading::new(&sheet, form, context.m);
    let [title, kind, track, capacity] =
        ["title", "kind", "track", "capacity"].map(|name| format!("{prefix}{name}"));
    let track = reading
        .of(&track)
        .choice(|key| programme.track(key).map(|track| track.slug.clone()));
    let kind = reading
        .of(&kind)
        .required()
        .choice(|key| programme.kind(key).map(|kind| kind.slug.clone()));
    let capacity = reading.of(&capacity).number(0..=MOST_PEOPLE);
    let placed = slot::read(&prefix, &mut reading, context);
    let title = reading
        .of(&title)
        .required()
        .bilingual(TITLE_LENGTH, Some(&session.title));
    if !form.is_valid() {
        return None;
    }
    let fields = SessionFields {
        title: title?,
        kind: kind?,
        track,
        capacity,
        ..SessionFields::of(session)
    };
    let mut edits = Vec::new();
    if fields != SessionFields::of(session) {
        edits.push(Edit::UpdateSession(session.code.clone(), Box::new(fields)));
    }
    edits.extend(slot::edit(session, placed?));
    Some(edits)
}

impl Row {
    /// A row of the table; `sent` is its form if it was sent, `afresh` if it stands beside what
    /// somebody else saved.
    pub fn of(
        session: &Session,
        sent: Option<&Form>,
        afresh: bool,
        context: &Context<'_>,
        list: &str,
    ) -> Self {
        let sheet = sheet(session, context);
        let fresh = sheet.form(context.lang);
        let form = sent.unwrap_or(&fresh);
        let prefix = prefix(session);
        let stored = |thing: &Thing| {
            let seen = fingerprint(context.programme, thing);
            seen.map(|seen| seen.to_string()).unwrap_or_default()
        };
        let value = |name: &str, now: String| {
            let name = format!("{prefix}{name}");
            let sent = form.value(&name);
            let value = if afresh || sent.is_empty() {
                now
            } else {
                sent.to_owned()
            };
            (name, value)
        };
        Self {
            title: context.words(&session.title).to_owned(),
            href: format!("{list}/{}", session.code),
            hidden: vec![
                value(WAS, sheet.fingerprint()),
                value(SEEN, stored(&Thing::Session(session.code.clone()))),
                value(SEEN_SLOT, stored(&Thing::Slot(session.code.clone()))),
            ],
            cells: sheet.cells(form),
            code: session.code.to_string(),
        }
    }
}
