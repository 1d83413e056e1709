//! What a session has several of: people, talks, phases, stories, links. A line that is left empty is
//! no line; numbers in front of the others say their order.

use uuid::Uuid;
use wiec_kit::form::in_language;
use wiec_model::session::{Appearance, Link, Phase, Story, Talk};
use wiec_model::{Lang, Part, Session, Text};

use super::kind::MOST_MINUTES;
use super::session::TITLE_LENGTH;
use crate::context::Context;
use crate::sheet::{Field, Reading};

const WORD_LENGTH: usize = 40;
const URL_LENGTH: usize = 1_000;
/// More lines than any list has.
const MOST_PLACES: u32 = 999;

/// The lines of a list: those of `stored`, then empty ones.
fn rows<T>(
    name: &str,
    stored: &[T],
    context: &Context<'_>,
    fields: impl Fn(&str, Option<&T>) -> Vec<Field>,
) -> Vec<Vec<Field>> {
    let row = |line: usize| {
        let prefix = format!("{name}.{line}.");
        let one = stored.get(line);
        let place = Field::short("number", format!("{prefix}place"), context.m.plan_order())
            .maybe(one.map(|_| line + 1));
        std::iter::once(place)
            .chain(fields(&prefix, one))
            .map(|field| field.in_line(line))
            .collect()
    };
    (0..context.lines(name, stored.len())).map(row).collect()
}

/// Reads the lines of a list in the order of their numbers; a line that `read` finds empty is left out.
fn read_rows<T>(
    name: &str,
    reading: &mut Reading<'_>,
    mut read: impl FnMut(&str, usize, &mut Reading<'_>) -> Option<T>,
) -> Vec<T> {
    let mut found: Vec<(u32, T)> = Vec::new();
    for line in 0..reading.lines(name) {
        let prefix = format!("{name}.{line}.");
        let place = format!("{prefix}place");
        let place = reading.of(&place).number(0..=MOST_PLACES);
        if let Some(one) = read(&prefix, line, reading) {
            found.push((place.unwrap_or(MOST_PLACES), one));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, one)| one).collect()
}

/// The title and the minutes of a line; `None` if it has no title. A line that says how long it takes or
/// who tells it needs one.
fn titled(
    prefix: &str,
    name: &str,
    reading: &mut Reading<'_>,
    before: Option<&Text>,
) -> Option<(Text, u32)> {
    let (title, minutes) = (format!("{prefix}{name}"), format!("{prefix}minutes"));
    let text = reading.of(&title).bilingual(TITLE_LENGTH, before);
    if text.is_none() && (reading.has(&minutes) || is_told(prefix, reading)) {
        let says = reading.m.plan_error_line_untitled();
        reading.fail(&in_language(&title, Lang::Pl), says);
    }
    let text = text?;
    let minutes = reading.of(&minutes).required().number(1..=MOST_MINUTES);
    Some((text, minutes?))
}

/// Whether somebody was chosen who tells what stands in a line.
fn is_told(prefix: &str, reading: &Reading<'_>) -> bool {
    let people = format!("{prefix}people.");
    let mut chosen = reading.form.data().names(&people);
    chosen.any(|at| reading.has(&format!("{people}{at}")))
}

/// The lines of the people.
pub fn people(thing: Option<&Session>, context: &Context<'_>) -> Vec<Vec<Field>> {
    let m = context.m;
    let stored = thing.map_or(&[][..], |one| one.people.as_slice());
    let (people, parts) = (context.people(), context.parts());
    rows("people", stored, context, |prefix, one| {
        let part = one.map_or(Part::Speaker, |one| one.part);
        let part = Field::choice(format!("{prefix}part"), m.plan_part(), parts.clone())
            .maybe(one.map(|_| part.key()));
        let person = format!("{prefix}person");
        vec![
            Field::choice(person, m.plan_person(), people.clone()).maybe(one.map(|one| one.person)),
            part,
        ]
    })
}

/// Reads them.
pub fn read_people(reading: &mut Reading<'_>, context: &Context<'_>) -> Vec<Appearance> {
    read_rows("people", reading, |prefix, _, reading| {
        let (person, part) = (format!("{prefix}person"), format!("{prefix}part"));
        let person = reading.of(&person).choice(|key| {
            let guid = key.parse().ok()?;
            context.programme.person(guid).map(|person| person.guid)
        })?;
        let part = reading.of(&part).choice(Part::from_key);
        Some(Appearance {
            person,
            part: part.unwrap_or(Part::Speaker),
        })
    })
}

/// The lines of the talks: whoever tells one is chosen from the people of the session.
pub fn talks(thing: Option<&Session>, context: &Context<'_>) -> Vec<Vec<Field>> {
    let m = context.m;
    let stored = thing.map_or(&[][..], |one| one.talks.as_slice());
    let (people, tellers) = (context.people_of(thing), tellers(stored));
    rows("talks", stored, context, |prefix, one| {
        let title = one.map(|talk| &talk.title);
        let minutes = Field::short("number", format!("{prefix}minutes"), m.plan_minutes());
        let titles = Field::apart(&format!("{prefix}title"), m.plan_title(), title);
        let told_by = (0..tellers).map(|at| {
            let label = if at == 0 {
                m.plan_teller()
            } else {
                m.plan_teller_too()
            };
            Field::choice(format!("{prefix}people.{at}"), label, people.clone())
                .maybe(one.and_then(|talk| talk.people.get(at)))
        });
        titles
            .into_iter()
            .chain([minutes.maybe(one.map(|talk| talk.minutes))])
            .chain(told_by)
            .collect()
    })
}

/// So many may be chosen for a talk: one more than any has now, and two in any case.
fn tellers(talks: &[Talk]) -> usize {
    let longest = talks.iter().map(|talk| talk.people.len()).max();
    longest.map_or(2, |longest| 2.max(longest + 1))
}

/// Reads them; `people` are those of the session as they were read.
pub fn read_talks(
    reading: &mut Reading<'_>,
    before: Option<&Session>,
    people: &[Appearance],
) -> Vec<Talk> {
    let tellers = tellers(before.map_or(&[][..], |one| one.talks.as_slice()));
    read_rows("talks", reading, |prefix, line, reading| {
        let old = before.and_then(|one| one.talks.get(line));
        let fields = (0..tellers).map(|at| format!("{prefix}people.{at}"));
        let told_by = read_tellers(&fields.collect::<Vec<_>>(), reading, people);
        let (title, minutes) = titled(prefix, "title", reading, old.map(|talk| &talk.title))?;
        Some(Talk {
            title,
            minutes,
            people: told_by,
        })
    })
}

fn read_tellers(fields: &[String], reading: &mut Reading<'_>, people: &[Appearance]) -> Vec<Uuid> {
    let (stranger, twice) = (
        reading.m.plan_error_teller(),
        reading.m.plan_error_repeated(),
    );
    let mut found = Vec::new();
    for field in fields {
        let teller = reading.of(field).parse(stranger, |key| {
            let guid: Uuid = key.parse().ok()?;
            people.iter().any(|one| one.person == guid).then_some(guid)
        });
        match teller {
            Some(teller) if found.contains(&teller) => reading.fail(field, twice),
            teller => found.extend(teller),
        }
    }
    found
}

/// The lines of the phases.
pub fn phases(thing: Option<&Session>, context: &Context<'_>) -> Vec<Vec<Field>> {
    let m = context.m;
    let stored = thing.map_or(&[][..], |one| one.phases.as_slice());
    rows("phases", stored, context, |prefix, one| {
        let field = |name: &str| format!("{prefix}{name}");
        let names = Field::apart(&field("name"), m.plan_name(), one.map(|phase| &phase.name));
        let rest = [
            Field::short("number", field("minutes"), m.plan_minutes())
                .maybe(one.map(|phase| phase.minutes)),
            Field::line(field("grouping"), m.plan_grouping())
                .maybe(one.and_then(|phase| phase.grouping.clone())),
            Field::line(field("output"), m.plan_output())
                .maybe(one.and_then(|phase| phase.output.clone())),
        ];
        names.into_iter().chain(rest).collect()
    })
}

/// Reads them.
pub fn read_phases(reading: &mut Reading<'_>, before: Option<&Session>) -> Vec<Phase> {
    read_rows("phases", reading, |prefix, line, reading| {
        let old = before.and_then(|one| one.phases.get(line));
        let (grouping, output) = (format!("{prefix}grouping"), format!("{prefix}output"));
        let grouping = reading.of(&grouping).text(WORD_LENGTH);
        let output = reading.of(&output).text(WORD_LENGTH);
        let (name, minutes) = titled(prefix, "name", reading, old.map(|phase| &phase.name))?;
        Some(Phase {
            name,
            minutes,
            grouping,
            output,
        })
    })
}

/// The lines of the stories.
pub fn stories(thing: Option<&Session>, context: &Context<'_>) -> Vec<Vec<Field>> {
    let m = context.m;
    let stored = thing.map_or(&[][..], |one| one.stories.as_slice());
    rows("stories", stored, context, |prefix, one| {
        let field = |name: &str| format!("{prefix}{name}");
        let titles = Field::apart(&field("title"), m.plan_title(), one.map(|one| &one.title));
        let role = one.and_then(|one| one.role.as_ref());
        let minutes = Field::short("number", field("minutes"), m.plan_minutes());
        titles
            .into_iter()
            .chain(Field::apart(&field("role"), m.plan_role(), role))
            .chain([minutes.maybe(one.map(|one| one.minutes))])
            .collect()
    })
}

/// Reads them; the headings under which a story is told stay with its line.
pub fn read_stories(reading: &mut Reading<'_>, before: Option<&Session>) -> Vec<Story> {
    read_rows("stories", reading, |prefix, line, reading| {
        let old = before.and_then(|one| one.stories.get(line));
        let role = format!("{prefix}role");
        let role = reading
            .of(&role)
            .bilingual(TITLE_LENGTH, old.and_then(|one| one.role.as_ref()));
        let (title, minutes) = titled(prefix, "title", reading, old.map(|one| &one.title))?;
        Some(Story {
            title,
            role,
            minutes,
            fields: old.map(|one| one.fields.clone()).unwrap_or_default(),
        })
    })
}

/// The lines of the links.
pub fn links(thing: Option<&Session>, context: &Context<'_>) -> Vec<Vec<Field>> {
    let m = context.m;
    let stored = thing.map_or(&[][..], |one| one.links.as_slice());
    rows("links", stored, context, |prefix, one| {
        vec![
            Field::short("url", format!("{prefix}url"), m.plan_url())
                .maybe(one.map(|link| link.url.clone())),
            Field::line(format!("{prefix}title"), m.plan_title())
                .maybe(one.and_then(|link| link.title.clone())),
        ]
    })
}

/// Reads them.
pub fn read_links(reading: &mut Reading<'_>) -> Vec<Link> {
    read_rows("links", reading, |prefix, _, reading| {
        let (url, title) = (format!("{prefix}url"), format!("{prefix}title"));
        let wrong = reading.m.plan_error_url();
        let title = reading.of(&title).text(TITLE_LENGTH);
        let url = reading.of(&url).text(URL_LENGTH)?;
        if !(url.starts_with("https://") || url.starts_with("http://")) {
            reading.fail(&format!("{prefix}url"), wrong);
            return None;
        }
        Some(Link { url, title })
    })
}
