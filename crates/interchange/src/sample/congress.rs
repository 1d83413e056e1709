//! A made-up congress as a programme: rooms full from morning to evening, nothing overlapping.

use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use wiec_model::session::{Appearance, Link, Phase, Recording, Story, Stream, Tables, Talk, Visit};
use wiec_model::{
    Booking, Congress, Day, Feature, Goal, Kind, Lang, LanguageTag, MapLine, Part, Person,
    Programme, Room, Session, SessionCode, Slot, Slug, Track, Zone,
};

use crate::names::{Taken, Thing, guid};
use crate::sample::chance::Chance;
use crate::sample::words::{ROLES, TOWNS, sentences, text, title};

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

/// The first day of every made-up congress.
const FIRST_DAY: Date = Date::constant(2026, 11, 18);

/// Makes a congress of so many sessions, rooms, days and people.
///
/// Sessions fill the rooms from 8:30 on, one after another with a break between; when there are
/// more than fit into a day, they run into the night, but never overlap within a room. Titles,
/// leads and descriptions have the length that authors give them, in Polish and English; all kinds
/// and tracks occur. The result has no problems, whatever the numbers, if there is a room and a day.
#[must_use]
pub fn generated_congress(
    sessions: usize,
    rooms: usize,
    days: usize,
    people: usize,
    seed: u64,
) -> Programme {
    let mut chance = Chance::new(seed);
    let edition = slug("kongres-probny");
    let people = self::people(people, &edition, &mut chance);
    let mut programme = Programme {
        congress: congress(edition),
        days: self::days(days.max(1)),
        rooms: Vec::new(),
        tracks: tracks(),
        goals: goals(),
        kinds: kinds(),
        people,
        sessions: Vec::new(),
        proposals: Vec::new(),
    };
    programme.rooms = (0..rooms.max(1))
        .map(|number| room(number, &programme.congress.slug, &mut chance))
        .collect();
    programme.sessions = self::sessions(sessions, &programme, &mut chance);
    programme
}

fn slug(words: &str) -> Slug {
    Slug::from_words(words).expect("the words of samples have letters")
}

fn congress(slug: Slug) -> Congress {
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

fn days(count: usize) -> Vec<Day> {
    let date = |number: u16| FIRST_DAY.saturating_add(i64::from(number - 1).days());
    (1..)
        .take(count)
        .map(|number| Day {
            number,
            date: date(number),
            name: None,
        })
        .collect()
}

fn tracks() -> Vec<Track> {
    TRACKS
        .map(|(key, pl, en, line)| Track {
            slug: slug(key),
            name: text((pl, en)),
            line,
        })
        .to_vec()
}

fn goals() -> Vec<Goal> {
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

fn kinds() -> Vec<Kind> {
    let kind = |(key, pl, en, minutes, signup)| Kind {
        slug: slug(key),
        name: text((pl, en)),
        default_minutes: Some(minutes),
        signup,
    };
    KINDS.map(kind).to_vec()
}

fn room(number: usize, edition: &Slug, chance: &mut Chance) -> Room {
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
fn people(count: usize, edition: &Slug, chance: &mut Chance) -> Vec<Person> {
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

fn sessions(count: usize, programme: &Programme, chance: &mut Chance) -> Vec<Session> {
    let mut taken = Taken::default();
    let mut grid = Grid::new(programme);
    (0..count)
        .map(|number| {
            // Every kind in its turn, so that all occur; panels fill what is left of a round.
            let kind = &programme.kinds[number % 20 % programme.kinds.len()];
            let slot = grid.place(number, i64::from(kind.default_minutes.unwrap_or(60)));
            session(number, kind, slot, programme, &mut taken, chance)
        })
        .collect()
}

/// The hours at which each room is free again, day by day.
struct Grid<'a> {
    programme: &'a Programme,
    free_at: Vec<Timestamp>,
}

impl<'a> Grid<'a> {
    fn new(programme: &'a Programme) -> Self {
        let opening = Time::constant(8, 30, 0, 0);
        let rules = programme.congress.zone.rules();
        let opens = |day: &Day| {
            rules
                .to_timestamp(day.date.to_datetime(opening))
                .expect("the days are in this century")
        };
        let rooms = programme.rooms.len();
        let free_at = programme
            .days
            .iter()
            .flat_map(|day| std::iter::repeat_n(opens(day), rooms))
            .collect();
        Self { programme, free_at }
    }

    /// The next slot of a room: every room of every day in turn.
    fn place(&mut self, number: usize, minutes: i64) -> Slot {
        let cell = number % self.free_at.len();
        let starts_at = self.free_at[cell];
        let ends_at = starts_at + minutes.minutes();
        self.free_at[cell] = ends_at + 15.minutes();
        Slot {
            room: self.programme.rooms[cell % self.programme.rooms.len()]
                .slug
                .clone(),
            starts_at,
            ends_at,
        }
    }
}

fn session(
    number: usize,
    kind: &Kind,
    slot: Slot,
    programme: &Programme,
    taken: &mut Taken,
    chance: &mut Chance,
) -> Session {
    let code: SessionCode = format!("S{:03}", number + 1)
        .parse()
        .expect("a letter and digits make a code");
    let title = text(title(number, chance));
    let otherwise = slug(code.as_str());
    let service = kind.is_service();
    let track = if service {
        slug("org")
    } else {
        chance
            .pick(&programme.tracks[..TRACKS.len() - 1])
            .slug
            .clone()
    };
    let script = Script::of(kind, chance);
    // What runs past the night would begin on a day that the congress does not have.
    let is_scheduled = programme.day_of(slot.starts_at).is_some();
    Session {
        guid: guid(&programme.congress.slug, Thing::Session, code.as_str()),
        code,
        slug: taken.give(&title, &otherwise),
        title,
        subtitle: (!service && chance.once_in(4)).then(|| text(sentences(1, chance))),
        lead: (!service).then(|| text(sentences(2, chance))),
        description: (!service).then(|| text(description(chance))),
        kind: kind.slug.clone(),
        track: Some(track),
        languages: languages(chance),
        stream: *chance.pick(&[Stream::Unstated, Stream::Streamed, Stream::RoomOnly]),
        recording: recording(kind, chance),
        accessibility: chance
            .once_in(5)
            .then(|| text(("Wejście bez stopni.", "Step-free entrance."))),
        capacity: kind.signup.then_some(30),
        booking: if kind.signup {
            Booking::FirstCome { waitlist: true }
        } else {
            Booking::Open
        },
        visit: (kind.slug.as_str() == "study-visit").then(|| Visit {
            transport: Some("coach".to_owned()),
            needs_id: chance.once_in(4),
        }),
        people: if service {
            Vec::new()
        } else {
            appearances(programme, chance)
        },
        talks: script.talks,
        phases: script.phases,
        tables: script.tables,
        stories: script.stories,
        proposals_track: None,
        vote: None,
        links: links(number, chance),
        slot: is_scheduled.then_some(slot),
    }
}

fn description(chance: &mut Chance) -> (String, String) {
    let (first, second) = (sentences(3, chance), sentences(4, chance));
    (
        format!("{}\n\n{}", first.0, second.0),
        format!("{}\n\n{}", first.1, second.1),
    )
}

fn languages(chance: &mut Chance) -> Vec<LanguageTag> {
    let sign_language: LanguageTag = "pjm".parse().expect("pjm is a language tag");
    match chance.below(4) {
        0 => Lang::ALL.map(LanguageTag::from).to_vec(),
        1 => vec![Lang::Pl.into(), sign_language],
        2 => vec![Lang::En.into()],
        _ => Vec::new(),
    }
}

fn recording(kind: &Kind, chance: &mut Chance) -> Recording {
    if kind.slug.as_str() == Kind::FLOP_NIGHT {
        return Recording::Forbidden;
    }
    match chance.below(3) {
        0 => Recording::Allowed {
            licence: Some("CC BY 4.0".to_owned()),
        },
        1 => Recording::Allowed { licence: None },
        _ => Recording::Unstated,
    }
}

fn appearances(programme: &Programme, chance: &mut Chance) -> Vec<Appearance> {
    if programme.people.is_empty() {
        return Vec::new();
    }
    let wanted = 1 + chance.below(5);
    let mut appearances: Vec<Appearance> = Vec::new();
    for place in 0..wanted {
        let person = chance.pick(&programme.people).guid;
        let part = if place == 0 {
            Part::Moderator
        } else {
            *chance.pick(&[Part::Panelist, Part::Speaker])
        };
        if !appearances.iter().any(|known| known.person == person) {
            appearances.push(Appearance { person, part });
        }
    }
    appearances
}

fn links(number: usize, chance: &mut Chance) -> Vec<Link> {
    let link = || Link {
        url: format!("https://example.org/materialy/{number}"),
        title: Some("Materiały".to_owned()),
    };
    if chance.once_in(6) {
        vec![link()]
    } else {
        Vec::new()
    }
}

/// What happens within a session of a kind.
#[derive(Default)]
struct Script {
    talks: Vec<Talk>,
    phases: Vec<Phase>,
    tables: Option<Tables>,
    stories: Vec<Story>,
}

impl Script {
    fn of(kind: &Kind, chance: &mut Chance) -> Self {
        let talks = |count: usize, minutes: u32, chance: &mut Chance| -> Vec<Talk> {
            (0..count)
                .map(|_| Talk {
                    title: text(title(chance.below(288), chance)),
                    minutes,
                })
                .collect()
        };
        match kind.slug.as_str() {
            "kaleidoscope" => Self {
                talks: talks(8, 4, chance),
                ..Self::default()
            },
            "inspiration" => Self {
                talks: talks(4, 12, chance),
                ..Self::default()
            },
            "workshop" => Self {
                phases: ["1-2-4", "table", "all"]
                    .map(|grouping| phase(grouping, chance))
                    .to_vec(),
                tables: Some(Tables {
                    count: 5,
                    size: Some(6),
                }),
                ..Self::default()
            },
            Kind::FLOP_NIGHT => Self {
                stories: (0..6).map(|_| story(chance)).collect(),
                ..Self::default()
            },
            _ => Self::default(),
        }
    }
}

fn phase(grouping: &str, chance: &mut Chance) -> Phase {
    let output = Some("cards".to_owned());
    Phase {
        name: text(sentences(1, chance)),
        minutes: 30,
        grouping: Some(grouping.to_owned()),
        output,
    }
}

fn story(chance: &mut Chance) -> Story {
    let role = *chance.pick(&ROLES);
    let fields = ["plan", "what_happened", "cost", "lesson", "advice"]
        .map(str::to_owned)
        .to_vec();
    Story {
        title: text(title(chance.below(288), chance)),
        role: Some(text(role)),
        minutes: 10,
        fields,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_congress_of_the_measured_size_has_everything_and_contradicts_itself_nowhere() {
        let programme = generated_congress(300, 12, 4, 240, 1);
        assert_eq!(programme.problems(), []);
        assert_eq!((programme.sessions.len(), programme.rooms.len()), (300, 12));
        assert_eq!((programme.days.len(), programme.people.len()), (4, 240));
        assert!(
            programme
                .sessions
                .iter()
                .all(|session| session.slot.is_some())
        );
        for kind in &programme.kinds {
            assert!(
                programme
                    .sessions
                    .iter()
                    .any(|session| session.kind == kind.slug),
                "{}",
                kind.slug
            );
        }
    }

    #[test]
    fn no_two_sessions_overlap_in_a_room() {
        let programme = generated_congress(300, 12, 4, 240, 1);
        let slots: Vec<&Slot> = programme
            .sessions
            .iter()
            .filter_map(|session| session.slot.as_ref())
            .collect();
        for (index, slot) in slots.iter().enumerate() {
            assert!(
                !slots[..index]
                    .iter()
                    .any(|other| other.room == slot.room && other.overlaps(slot))
            );
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_congress_and_another_seed_another() {
        assert_eq!(
            generated_congress(40, 3, 2, 20, 7),
            generated_congress(40, 3, 2, 20, 7)
        );
        assert_ne!(
            generated_congress(40, 3, 2, 20, 7),
            generated_congress(40, 3, 2, 20, 8)
        );
    }

    #[test]
    fn odd_numbers_still_make_a_congress() {
        for (sessions, rooms, days, people) in [(0, 0, 0, 0), (1, 1, 1, 0), (200, 1, 1, 3)] {
            assert_eq!(
                generated_congress(sessions, rooms, days, people, 1).problems(),
                []
            );
        }
    }
}
