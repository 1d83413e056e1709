//! What a made-up congress consists of beside its sessions.

use wiec_model::{
    Congress, Feature, Goal, Kind, Lang, LanguageTag, MapLine, Person, Room, Slug, Track, Zone,
};

use crate::names::{Taken, Thing, guid};
use crate::sample::chance::Chance;
use crate::sample::words::{ROLES, TOWNS, sentences, text};

/// Keys, names, usual length and whether one signs up.
const KINDS: [(&str, &str, &str, u32, bool); 13] = [
    ("plenary", "Sesja plenarna", "Plenary", 90, false),
    (
        "expert-presentation",
        "Prezentacja propozycji zespołu",
        "Presentation of expert proposals",
        90,
        false,
    ),
    (
        "expert-debate",
        "Debata nad propozycjami",
        "Debate on proposals",
        90,
        false,
    ),
    ("panel", "Panel dyskusyjny", "Discussion panel", 75, false),
    (
        "kaleidoscope",
        "Sesja kalejdoskopowa",
        "Kaleidoscope",
        75,
        false,
    ),
    (
        "inspiration",
        "Miejskie inspiracje",
        "Urban inspirations",
        75,
        false,
    ),
    ("workshop", "Warsztat", "Workshop", 90, true),
    (
        "networking",
        "Spotkanie sieciujące",
        "Networking session",
        60,
        true,
    ),
    ("poster", "Sesja posterowa", "Poster session", 60, false),
    ("flop-night", "Noc wtop", "Night of flops", 120, false),
    (
        "cinema",
        "Miejskie kino dyskusyjne",
        "Discussion cinema",
        90,
        true,
    ),
    ("study-visit", "Wizyta studialna", "Study visit", 90, true),
    ("service", "Punkt organizacyjny", "Service slot", 30, false),
];

const TRACKS: [(&str, &str, &str, MapLine); 8] = [
    (
        "kpm",
        "Krajowa polityka miejska",
        "National urban policy",
        MapLine::Debata,
    ),
    (
        "prz",
        "Kształtowanie przestrzeni",
        "Shaping space",
        MapLine::Przestrzen,
    ),
    ("mie", "Mieszkalnictwo", "Housing", MapLine::Mieszkanie),
    (
        "tra",
        "Transport i mobilność",
        "Transport and mobility",
        MapLine::Transport,
    ),
    (
        "kli",
        "Środowisko i klimat",
        "Environment and climate",
        MapLine::Srodowisko,
    ),
    ("sma", "Miasto cyfrowe", "Digital city", MapLine::Inspiracje),
    ("par", "Partycypacja", "Participation", MapLine::Inspiracje),
    ("org", "Organizacyjne", "Logistics", MapLine::Brak),
];

pub(super) fn slug(words: &str) -> Slug {
    Slug::from_words(words).expect("the words of samples have letters")
}

pub(super) fn congress(slug: Slug) -> Congress {
    Congress {
        slug,
        name: text(("Kongres Próbny", "Sample Congress")),
        place: Some(text(("Kielce", "Kielce"))),
        zone: Zone::named("Europe/Warsaw").expect("the tz database knows Warsaw"),
        languages: Lang::ALL.map(LanguageTag::from).to_vec(),
        note: Some(text(("Treść przykładowa.", "Sample content."))),
        host_city_terc: None,
        free_of_charge: true,
        expected_participants: Some(2000),
        settings: serde_json::Map::new(),
    }
}

pub(super) fn tracks() -> Vec<Track> {
    TRACKS
        .map(|(key, pl, en, line)| Track {
            slug: slug(key),
            name: text((pl, en)),
            line,
        })
        .to_vec()
}

pub(super) fn goals() -> Vec<Goal> {
    let goals = [
        ("kompaktowe", "Miasto kompaktowe", "Compact city"),
        ("zielone", "Miasto zielone", "Green city"),
    ];
    goals
        .map(|(key, pl, en)| Goal {
            slug: slug(key),
            name: text((pl, en)),
        })
        .to_vec()
}

pub(super) fn kinds() -> Vec<Kind> {
    let kind = |(key, pl, en, minutes, signup)| Kind {
        slug: slug(key),
        name: text((pl, en)),
        default_minutes: Some(minutes),
        signup,
    };
    KINDS.map(kind).to_vec()
}

pub(super) fn room(number: usize, edition: &Slug, chance: &mut Chance) -> Room {
    let (pl, en) = (
        format!("Sala {}", number + 1),
        format!("Room {}", number + 1),
    );
    let key = slug(&pl);
    let capacity = u32::try_from(40 + 20 * chance.below(12)).ok();
    let equipped = |feature: &Feature| {
        *feature == Feature::StepFree || number.is_multiple_of(*feature as usize + 2)
    };
    Room {
        guid: guid(edition, Thing::Room, key.as_str()),
        slug: key,
        name: text((pl, en)),
        capacity,
        floor: Some(text((
            format!("piętro {}", number % 4),
            format!("floor {}", number % 4),
        ))),
        equipment: Some(text(("rzutnik, mikrofony", "projector, microphones"))),
        features: Feature::ALL.into_iter().filter(equipped).collect(),
        access: Some(text((
            "Winda obok recepcji, drzwi 120 cm.",
            "Lift beside the desk, doors 120 cm.",
        ))),
    }
}

/// A role and a town tell people apart; nobody has a name.
pub(super) fn people(count: usize, edition: &Slug, chance: &mut Chance) -> Vec<Person> {
    let mut taken = Taken::default();
    let person = |number: usize| {
        let (role, town) = (
            ROLES[number % ROLES.len()],
            TOWNS[(number / ROLES.len()) % TOWNS.len()],
        );
        let round = number / (ROLES.len() * TOWNS.len());
        let behind = if round == 0 {
            String::new()
        } else {
            format!(" {}", round + 1)
        };
        let role = text((
            format!("{}, {town}{behind}", role.0),
            format!("{}, {town}{behind}", role.1),
        ));
        Person {
            slug: taken.give(&role, &slug("osoba")),
            guid: guid(edition, Thing::Person, &number.to_string()),
            name: None,
            role: Some(role),
            biography: Some(text(sentences(2, chance))),
        }
    };
    (0..count).map(person).collect()
}
