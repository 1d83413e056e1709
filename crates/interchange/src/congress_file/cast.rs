//! The people of a congress file: listed under `people`, or named on the spot in a session.
//!
//! A role is enough. Whoever is named by the same name, or by the same role alone, is one person;
//! unless, of a role, one person would have to be in two sessions at once: then there are several.

use uuid::Uuid;
use wiec_model::session::Appearance;
use wiec_model::{Person, Slot, Slug, Slugs, Text};

use crate::names::{Taken, Thing, guid};
use crate::read::object::{Object, stand_in_text};
use crate::read::problem::Place;

/// Everyone met so far.
pub(super) struct Cast<'a> {
    edition: &'a Slug,
    people: Vec<Person>,
    /// Where each of them is first named.
    origins: Vec<Place>,
    taken: Taken,
    /// When those named by a role alone are somewhere.
    busy: Vec<(Uuid, Slot)>,
}

/// Someone of the list `people`, whose slug may still be open.
pub(super) struct Listed {
    person: Person,
    slug: Option<Slugs>,
    origin: Place,
}

impl<'a> Cast<'a> {
    /// Reads someone of the list `people`.
    pub(super) fn listed(object: Object<'_>, edition: &Slug) -> Listed {
        let origin = object.here();
        let (name, role) = (object.string("name"), object.optional_text("role"));
        if name.is_none() && role.is_none() {
            object.missing("name");
        }
        let role = role.or_else(|| name.is_none().then(stand_in_text));
        let key = key_of(name.as_deref(), role.as_ref());
        let person = Person {
            slug: stand_in_slugs(),
            guid: object
                .guid("guid")
                .unwrap_or_else(|| guid(edition, Thing::Person, &key)),
            name,
            role,
            biography: object.optional_text("biography"),
        };
        let slug = object.slugs("slug");
        object.finish();
        Listed {
            person,
            slug,
            origin,
        }
    }

    /// Begins with those listed; slugs that the file states come first.
    pub(super) fn of(listed: Vec<Listed>, edition: &'a Slug) -> Self {
        let mut cast = Self {
            edition,
            people: Vec::new(),
            origins: Vec::new(),
            taken: Taken::default(),
            busy: Vec::new(),
        };
        for slugs in listed.iter().filter_map(|listed| listed.slug.as_ref()) {
            cast.taken.take(slugs);
        }
        for Listed {
            mut person,
            slug,
            origin,
        } in listed
        {
            person.slug = slug.unwrap_or_else(|| give_slugs(&mut cast.taken, &person));
            cast.people.push(person);
            cast.origins.push(origin);
        }
        cast
    }

    /// The person meant by an entry of a session: a reference to the list, a name, or a role.
    pub(super) fn find_or_add(&mut self, object: &Object<'_>, when: Option<&Slot>) -> Option<Uuid> {
        let (name, role) = (object.string("name"), object.optional_text("role"));
        if let Some(reference) = object.string("person") {
            return self.find(object, &reference);
        }
        if name.is_none() && role.is_none() {
            object.problem(
                "role",
                "is missing: give a person of the list \"people\", a name or a role",
            );
            return None;
        }
        let Some(name) = name else {
            return Some(self.by_role(role, object.here(), when));
        };
        let mut people = self.people.iter_mut();
        match people.find(|person| person.name.as_ref() == Some(&name)) {
            Some(person) => Some(meet_again(person, role, object)),
            None => Some(self.add(Some(name), role, 1, object.here())),
        }
    }

    /// The person meant by an entry of a talk: somebody who appears in its session, by a reference
    /// to the list, by name, or by role.
    pub(super) fn find_among(
        &self,
        object: &Object<'_>,
        appearances: &[Appearance],
    ) -> Option<Uuid> {
        let (name, role) = (object.string("name"), object.optional_text("role"));
        let reference = object.string("person");
        let key = match (&reference, &name, &role) {
            (Some(_), ..) => "person",
            (None, Some(_), _) => "name",
            (None, None, Some(_)) => "role",
            (None, None, None) => {
                let message = "is missing: give a person of the session, a name or a role";
                object.problem("person", message);
                return None;
            }
        };
        let meant = match &reference {
            Some(reference) => Some(self.find(object, reference)?),
            None => None,
        };
        let is_meant = |person: &Person| match meant {
            Some(guid) => person.guid == guid,
            None if name.is_some() => person.name == name,
            None => person.name.is_none() && person.role == role,
        };
        let mut people = appearances.iter().map(|one| one.person);
        let found = people.find(|guid| {
            let mut all = self.people.iter();
            all.any(|person| person.guid == *guid && is_meant(person))
        });
        if found.is_none() {
            let message = "nobody like that appears in the session; list them under its \"people\"";
            object.problem(key, message);
        }
        found
    }

    /// Somebody with this role and no name, who is free then.
    fn by_role(&mut self, role: Option<Text>, origin: Place, when: Option<&Slot>) -> Uuid {
        let same: Vec<Uuid> = self
            .people
            .iter()
            .filter(|person| person.name.is_none() && person.role == role)
            .map(|person| person.guid)
            .collect();
        let is_free = |guid: &Uuid| {
            let mut busy = self.busy.iter();
            !busy.any(|(who, slot)| who == guid && when.is_some_and(|when| when.overlaps(slot)))
        };
        let guid = match same.iter().copied().find(is_free) {
            Some(guid) => guid,
            None => self.add(None, role, same.len() + 1, origin),
        };
        self.busy.extend(when.map(|when| (guid, when.clone())));
        guid
    }

    /// Everyone, in the order in which they were met, and where that was.
    pub(super) fn into_people(self) -> (Vec<Person>, Vec<Place>) {
        (self.people, self.origins)
    }

    fn find(&self, object: &Object<'_>, reference: &str) -> Option<Uuid> {
        let guid = Uuid::try_parse(reference).ok();
        // Polish slugs are unique among themselves, and so are English ones, but not both together.
        let found = self
            .people
            .iter()
            .find(|person| Some(person.guid) == guid)
            .or_else(|| {
                self.people
                    .iter()
                    .find(|person| person.slug.pl.as_str() == reference)
            })
            .or_else(|| {
                self.people
                    .iter()
                    .find(|person| person.slug.en.as_str() == reference)
            });
        if found.is_none() {
            object.problem(
                "person",
                format!("there is no \"{reference}\" in the list \"people\""),
            );
        }
        found.map(|person| person.guid)
    }

    /// Adds somebody, the how-manieth of that name or role.
    fn add(
        &mut self,
        name: Option<String>,
        role: Option<Text>,
        number: usize,
        origin: Place,
    ) -> Uuid {
        let mut key = key_of(name.as_deref(), role.as_ref());
        if number > 1 {
            key.push_str(&format!("/{number}"));
        }
        let guid = guid(self.edition, Thing::Person, &key);
        let mut person = Person {
            slug: stand_in_slugs(),
            guid,
            name,
            role,
            biography: None,
        };
        person.slug = give_slugs(&mut self.taken, &person);
        self.people.push(person);
        self.origins.push(origin);
        guid
    }
}

/// A second role beside a name would be lost silently, so it is a problem.
fn meet_again(person: &mut Person, role: Option<Text>, object: &Object<'_>) -> Uuid {
    match (&person.role, role) {
        (Some(known), Some(role)) if *known != role => {
            let message = "this name already has another role; keep one, or list both people with guids of their own";
            object.problem("role", message);
        }
        (None, Some(role)) => person.role = Some(role),
        _ => {}
    }
    person.guid
}

/// What tells someone apart where no identifier does.
fn key_of(name: Option<&str>, role: Option<&Text>) -> String {
    match (name, role) {
        (Some(name), _) => format!("name/{name}"),
        (None, Some(role)) => {
            let versions: Vec<String> = role
                .versions()
                .map(|(tag, words)| format!("{tag}/{words}"))
                .collect();
            format!("role/{}", versions.join("/"))
        }
        (None, None) => String::new(),
    }
}

fn give_slugs(taken: &mut Taken, person: &Person) -> Slugs {
    let name = person
        .name
        .as_ref()
        .and_then(|name| Text::in_language(wiec_model::Lang::Pl, name));
    let words = name
        .or_else(|| person.role.clone())
        .unwrap_or_else(stand_in_text);
    taken.give(&words, &stand_in_slugs().pl)
}

/// The word for someone whose name leaves none, as one in another script does.
fn stand_in_slugs() -> Slugs {
    let slug = Slug::from_words("osoba").expect("letters make a slug");
    Slugs {
        pl: slug.clone(),
        en: Slug::from_words("person").unwrap_or(slug),
    }
}
