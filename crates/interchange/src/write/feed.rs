//! The feed of changes between releases (Atom, RFC 4287).

use uuid::Uuid;
use wiec_model::changes::{Change, Event, changes};
use wiec_model::{Lang, Programme, Release, Session, Slot};

use super::context::Context;
use super::xml::Document;

/// The file's name.
pub const FILE: &str = "changes.atom";

/// More than that no reader catches up with, and a feed is fetched often.
pub const MAX_ENTRIES: usize = 200;

/// What changed, one entry for each thing that happened to a session, the newest release first.
///
/// `earlier` are the releases before that of the context, the newest first; the last of them is
/// only compared with. Without any the feed is empty, as nothing has changed yet.
#[must_use]
pub fn atom(context: &Context<'_>, earlier: &[Release], lang: Lang) -> String {
    let mut xml = Document::new();
    head(&mut xml, context, lang);
    let later = std::iter::once(context.release).chain(earlier);
    let mut left = MAX_ENTRIES;
    for (next, previous) in later.zip(earlier) {
        note(&mut xml, context, next, lang);
        for change in changes(previous, next) {
            for event in &change.events {
                if left == 0 {
                    return xml.finish();
                }
                left -= 1;
                entry(
                    &mut xml,
                    context,
                    &Step {
                        previous,
                        next,
                        change: &change,
                        event,
                    },
                    lang,
                );
            }
        }
    }
    xml.finish()
}

/// One thing that happened to a session from one release to the next.
struct Step<'a> {
    previous: &'a Release,
    next: &'a Release,
    change: &'a Change<'a>,
    event: &'a Event<'a>,
}

fn head(xml: &mut Document<'_>, context: &Context<'_>, lang: Lang) {
    let name = context.programme().name(lang);
    let address = context.addresses.changes(lang);
    let itself = context.addresses.file(FILE, lang);
    xml.open(
        "feed",
        &[
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", lang.code()),
        ],
    );
    xml.plain("id", &feed_id(context.programme(), lang));
    xml.plain("title", &context.words.feed_title(name, lang));
    xml.plain("updated", &context.release.released_at.to_string());
    xml.open("author", &[]);
    xml.plain("name", name);
    xml.plain("uri", &context.addresses.home(lang));
    xml.close();
    xml.empty(
        "link",
        &[
            ("rel", "self"),
            ("type", "application/atom+xml"),
            ("href", &itself),
        ],
    );
    let alternate = [
        ("rel", "alternate"),
        ("type", "text/html"),
        ("hreflang", lang.code()),
        ("href", &*address),
    ];
    xml.empty("link", &alternate);
    xml.leaf(
        "generator",
        &[("version", env!("CARGO_PKG_VERSION"))],
        "Wiec",
    );
}

/// What the organisers say of a release, before what changed in it.
fn note(xml: &mut Document<'_>, context: &Context<'_>, release: &Release, lang: Lang) {
    let Some(note) = &release.note else { return };
    let released_at = release.released_at.to_string();
    let congress = &release.programme.congress.slug;
    let name = format!("wiec/release/{congress}/{}/{lang}", release.number);
    xml.open("entry", &[]);
    xml.plain("id", &urn(Uuid::NAMESPACE_URL, &name));
    xml.plain("title", &context.words.release(&release.name, lang));
    xml.plain("published", &released_at);
    xml.plain("updated", &released_at);
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("href", &context.addresses.changes(lang)),
        ],
    );
    xml.leaf("summary", &[("type", "text")], note.words(lang));
    xml.close();
}

fn entry(xml: &mut Document<'_>, context: &Context<'_>, step: &Step<'_>, lang: Lang) {
    let session = step.change.session;
    let released_at = step.next.released_at.to_string();
    xml.open("entry", &[]);
    xml.plain("id", &entry_id(step));
    xml.plain(
        "title",
        &context
            .words
            .change(step.event, session.title.words(lang), lang),
    );
    xml.plain("published", &released_at);
    xml.plain("updated", &released_at);
    let address = match step.event {
        // The page of a dropped session has nothing to say; that of the changes does.
        Event::Dropped => context.addresses.changes(lang),
        _ => context.addresses.session(session, lang),
    };
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("href", &address),
        ],
    );
    let track = session
        .track
        .as_ref()
        .and_then(|key| step.next.programme.track(key.as_str()));
    if let Some(track) = track {
        let label = track.name.words(lang);
        xml.empty(
            "category",
            &[("term", track.slug.as_str()), ("label", label)],
        );
    }
    xml.leaf(
        "summary",
        &[("type", "text")],
        &summary(context, step, lang),
    );
    xml.close();
}

/// How it was and how it is; for what has no before, when and where it takes place.
fn summary(context: &Context<'_>, step: &Step<'_>, lang: Lang) -> String {
    let session = step.change.session;
    let (old, new) = (&step.previous.programme, &step.next.programme);
    let instead = |before: &str, after: &str| context.words.instead(before, after, lang);
    let when = |slot: &Slot| context.words.when(slot, &new.congress.zone, lang);
    match step.event {
        Event::Rescheduled { from, to } => instead(&when(from), &when(to)),
        Event::Relocated { from, to } => instead(room(old, from, lang), room(new, to, lang)),
        Event::Retitled { from } => instead(from.title.words(lang), session.title.words(lang)),
        Event::Dropped => placed(session, old, &when, lang),
        Event::Added | Event::Recast | Event::Reworded => placed(session, new, &when, lang),
    }
}

fn placed(
    session: &Session,
    programme: &Programme,
    when: &dyn Fn(&Slot) -> String,
    lang: Lang,
) -> String {
    let Some(slot) = &session.slot else {
        return String::new();
    };
    format!("{}, {}", when(slot), room(programme, slot, lang))
}

fn room<'a>(programme: &'a Programme, slot: &'a Slot, lang: Lang) -> &'a str {
    programme
        .room(slot.room.as_str())
        .map_or(slot.room.as_str(), |room| room.name.words(lang))
}

/// The same feed for ever, also at another host; each language is a feed of its own.
fn feed_id(programme: &Programme, lang: Lang) -> String {
    let name = format!("wiec/changes/{}/{lang}", programme.congress.slug);
    urn(Uuid::NAMESPACE_URL, &name)
}

/// The same entry for ever: what happened to this session in this release.
fn entry_id(step: &Step<'_>) -> String {
    let congress = &step.next.programme.congress.slug;
    let name = format!("{congress}/{}/{}", step.next.number, kind(step.event));
    urn(step.change.session.guid, &name)
}

pub(super) fn urn(namespace: Uuid, name: &str) -> String {
    Uuid::new_v5(&namespace, name.as_bytes()).urn().to_string()
}

const fn kind(event: &Event<'_>) -> &'static str {
    match event {
        Event::Added => "added",
        Event::Dropped => "dropped",
        Event::Rescheduled { .. } => "rescheduled",
        Event::Relocated { .. } => "relocated",
        Event::Retitled { .. } => "retitled",
        Event::Recast => "recast",
        Event::Reworded => "reworded",
    }
}
