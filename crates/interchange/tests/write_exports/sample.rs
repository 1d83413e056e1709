//! A congress small enough to read and odd enough to break a careless export: a weekend on which
//! the clocks change, a night past midnight, long titles, marks of every format in the texts.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use wiec_interchange::write::{Addresses, Words};
use wiec_model::changes::Event;
use wiec_model::session::{
    Appearance, Booking, Link, Recording, Session, SessionCode, Slot, Stream,
};
use wiec_model::{
    Congress, Day, Kind, Lang, LanguageTag, MapLine, Part, Person, Programme, Release, Room, Slug,
    Slugs, Text, Track, Zone,
};

/// A site under one address.
pub struct Site;

impl Addresses for Site {
    fn home(&self, lang: Lang) -> String {
        format!("https://kongres.example/{lang}/proba")
    }
    fn programme(&self, lang: Lang) -> String {
        self.file("program", lang)
    }
    fn day(&self, day: &Day, lang: Lang) -> String {
        self.file(&format!("program/{}", day.number), lang)
    }
    fn session(&self, session: &Session, lang: Lang) -> String {
        self.file(&format!("sesje/{}", session.slug.get(lang)), lang)
    }
    fn room(&self, room: &Room, lang: Lang) -> String {
        self.file(&format!("sala/{}", room.slug), lang)
    }
    fn person(&self, person: &Person, lang: Lang) -> String {
        self.file(&format!("osoby/{}", person.slug.get(lang)), lang)
    }
    fn changes(&self, lang: Lang) -> String {
        self.file("zmiany", lang)
    }
    fn file(&self, name: &str, lang: Lang) -> String {
        format!("{}/{name}", self.home(lang))
    }
}

/// Words as plain as can be.
pub struct Plain;

impl Words for Plain {
    fn part(&self, part: Part, _: Lang) -> String {
        part.key().to_owned()
    }
    fn accessibility(&self, lang: Lang) -> String {
        choose(lang, "Dostępność", "Accessibility").to_owned()
    }
    fn feed_title(&self, congress: &str, lang: Lang) -> String {
        format!("{congress}: {}", choose(lang, "zmiany", "changes"))
    }
    fn change(&self, event: &Event<'_>, title: &str, lang: Lang) -> String {
        let head = match event {
            Event::Added => choose(lang, "Nowa sesja", "New session"),
            Event::Dropped => choose(lang, "Odwołane", "Cancelled"),
            Event::Rescheduled { .. } => choose(lang, "Nowa godzina", "New time"),
            Event::Relocated { .. } => choose(lang, "Nowa sala", "New room"),
            Event::Retitled { .. } => choose(lang, "Nowy tytuł", "New title"),
            Event::Recast => choose(lang, "Nowy skład", "New line-up"),
            Event::Reworded => choose(lang, "Nowy opis", "New description"),
        };
        format!("{head}: {title}")
    }
    fn when(&self, slot: &Slot, zone: &Zone, _: Lang) -> String {
        zone.rules()
            .to_datetime(slot.starts_at)
            .strftime("%Y-%m-%d %H:%M")
            .to_string()
    }
    fn release(&self, name: &str, lang: Lang) -> String {
        choose(lang, "Wersja {0}", "Version {0}").replace("{0}", name)
    }
    fn instead(&self, before: &str, after: &str, lang: Lang) -> String {
        choose(lang, "było: {0}; jest: {1}", "was: {0}; is: {1}")
            .replace("{0}", before)
            .replace("{1}", after)
    }
}

fn choose<'a>(lang: Lang, polish: &'a str, english: &'a str) -> &'a str {
    match lang {
        Lang::Pl => polish,
        Lang::En => english,
    }
}

pub fn at(instant: &str) -> Timestamp {
    instant.parse().unwrap()
}

pub fn guid(number: u128) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, &number.to_be_bytes())
}

pub fn pl(words: &str) -> Text {
    Text::in_language(Lang::Pl, words).unwrap()
}

pub fn both(polish: &str, english: &str) -> Text {
    let version = |lang: Lang, words: &str| (LanguageTag::from(lang), words.to_owned());
    Text::of([version(Lang::Pl, polish), version(Lang::En, english)]).unwrap()
}

fn slug(word: &str) -> Slug {
    word.parse().unwrap()
}

fn slugs(word: &str) -> Slugs {
    Slugs {
        pl: slug(word),
        en: slug(word),
    }
}

pub fn room(key: &str, name: Text) -> Room {
    Room {
        slug: slug(key),
        guid: guid(0x1000 + key.bytes().map(u128::from).sum::<u128>()),
        name,
        capacity: Some(120),
        floor: Some(pl("parter; wejście A, w lewo")),
        equipment: None,
        features: Vec::new(),
        access: None,
    }
}

pub fn person(number: u128, name: Option<&str>, role: Option<Text>) -> Person {
    Person {
        slug: slugs(&format!("osoba-{number}")),
        guid: guid(0x2000 + number),
        name: name.map(str::to_owned),
        role,
        biography: Some(pl("Pisze o *miastach*.")),
    }
}

/// A session of an hour in `room`, with everything that may be missing missing.
pub fn session(code: &str, number: u128, title: Text, room: &str, starts_at: &str) -> Session {
    let starts_at = at(starts_at);
    Session {
        code: code.parse::<SessionCode>().unwrap(),
        guid: guid(number),
        slug: slugs(&code.to_lowercase().replace('_', "-")),
        title,
        subtitle: None,
        lead: None,
        description: None,
        kind: slug("debate"),
        track: None,
        languages: Vec::new(),
        stream: Stream::Unstated,
        recording: Recording::Unstated,
        accessibility: None,
        capacity: None,
        booking: Booking::Open,
        visit: None,
        people: Vec::new(),
        talks: Vec::new(),
        phases: Vec::new(),
        tables: None,
        stories: Vec::new(),
        proposals_track: None,
        vote: None,
        links: Vec::new(),
        slot: Some(Slot {
            room: slug(room),
            starts_at,
            ends_at: starts_at + SignedDuration::from_hours(1),
        }),
    }
}

fn congress(zone: &str) -> Congress {
    Congress {
        slug: slug("proba-26"),
        name: both(
            "Kongres Próbny & „Przyjaciele”",
            "Sample Congress & Friends",
        ),
        place: Some(both(
            "Kielce, centrum kongresowe",
            "Kielce, congress centre",
        )),
        zone: Zone::named(zone).unwrap(),
        languages: vec!["pl".parse().unwrap(), "en".parse().unwrap()],
        note: None,
        host_city_terc: None,
        free_of_charge: true,
        expected_participants: None,
        settings: serde_json::Map::new(),
    }
}

fn track(key: &str, name: Text) -> Track {
    Track {
        slug: slug(key),
        name,
        line: MapLine::Debata,
    }
}

fn kind(key: &str, name: Text) -> Kind {
    Kind {
        slug: slug(key),
        name,
        default_minutes: None,
        signup: false,
    }
}

fn day(number: u16, date: &str) -> Day {
    Day {
        number,
        date: date.parse().unwrap(),
        name: None,
    }
}

/// A title of five hundred characters with everything that formats trip over.
pub fn long_title() -> String {
    "Łódź 🏙️ 👩‍👩‍👧; \"a\", <b> & ]]> \\ ąęśćż — "
        .chars()
        .cycle()
        .take(500)
        .collect()
}

/// The weekend of the clock change of October 2026.
pub fn programme() -> Programme {
    let full = Session {
        subtitle: Some(pl("pod tytułem")),
        lead: Some(both(
            "Zdanie; drugie, trzecie\\czwarte.\nNowy wiersz.",
            "A lead.",
        )),
        description: Some(pl("## Opis\n\n<script>alert(1)</script> & więcej")),
        track: Some(slug("mie")),
        languages: vec!["pl".parse().unwrap(), "pjm".parse().unwrap()],
        stream: Stream::Streamed,
        recording: Recording::Allowed {
            licence: Some("CC BY 4.0".to_owned()),
        },
        accessibility: Some(pl("pętla indukcyjna")),
        capacity: Some(30),
        booking: Booking::FirstCome { waitlist: true },
        people: vec![
            Appearance {
                person: guid(0x2001),
                part: Part::Moderator,
            },
            Appearance {
                person: guid(0x2002),
                part: Part::Speaker,
            },
        ],
        links: vec![Link {
            url: "https://example.org/a?b=1&c=2".to_owned(),
            title: None,
        }],
        ..session(
            "S01",
            1,
            both("Mieszkania", "Housing"),
            "wielka",
            "2026-10-23T08:00:00Z",
        )
    };
    let secret = Session {
        recording: Recording::Forbidden,
        stream: Stream::RoomOnly,
        ..session("S02", 2, pl(&long_title()), "mala", "2026-10-24T09:00:00Z")
    };
    let formula = session("S03AB1", 3, pl("=1+1"), "wielka", "2026-10-24T09:00:00Z");
    // From 23:30 on Saturday over the change: the clocks show 02:30 twice.
    let mut night = session("NOC", 4, pl("Noc porażek"), "mala", "2026-10-24T21:30:00Z");
    night.slot.as_mut().unwrap().ends_at = at("2026-10-25T01:30:00Z");
    let after = session("s_5", 5, pl("Po północy"), "mala", "2026-10-25T01:45:00Z");
    let pause = Session {
        kind: slug("service"),
        ..session(
            "P1",
            6,
            both("Przerwa", "Break"),
            "wielka",
            "2026-10-25T10:00:00Z",
        )
    };
    Programme {
        congress: congress("Europe/Warsaw"),
        days: vec![
            day(1, "2026-10-23"),
            day(2, "2026-10-24"),
            day(3, "2026-10-25"),
        ],
        rooms: vec![
            room("wielka", both("Wielka \"A\" & <B>", "Great Hall")),
            room("mala", pl("Mała; przy schodach")),
        ],
        tracks: vec![track("mie", both("Mieszkanie, dom", "Housing, home"))],
        goals: Vec::new(),
        kinds: vec![
            kind("debate", both("Debata", "Debate")),
            kind("service", both("Przerwa", "Break")),
        ],
        people: vec![
            person(1, Some("Osoba <Przykładowa>"), Some(pl("radna miasta"))),
            person(2, None, Some(both("skarbniczka, gmina", "treasurer"))),
        ],
        sessions: vec![full, secret, formula, night, after, pause],
        proposals: Vec::new(),
    }
}

/// The first release of `programme`.
pub fn first(programme: &Programme) -> Release {
    Release::of(programme, None, "1.0", at("2026-09-01T10:00:00Z")).unwrap()
}

/// The first release and one in which S01 is later and elsewhere, S02 gone and S07 new.
pub fn two_releases() -> (Release, Release) {
    let mut draft = programme();
    let before = first(&draft);
    let slot = draft.sessions[0].slot.as_mut().unwrap();
    slot.starts_at = at("2026-10-23T09:30:00Z");
    slot.ends_at = at("2026-10-23T11:00:00Z");
    slot.room = slug("mala");
    draft.sessions.remove(1);
    draft.sessions.push(session(
        "S07",
        7,
        pl("Nowa"),
        "mala",
        "2026-10-25T12:00:00Z",
    ));
    let after = Release::of(
        &draft,
        Some(&before),
        "po korekcie <sal>",
        at("2026-10-01T12:30:00Z"),
    )
    .unwrap();
    (before, after)
}

/// 300 sessions in 12 rooms on 4 days, with 240 people.
pub fn large() -> Programme {
    let small = programme();
    let rooms: Vec<Room> = (0..12)
        .map(|n| room(&format!("sala-{n}"), pl(&format!("Sala {n}"))))
        .collect();
    let full = small.sessions[0].clone();
    let sessions = (0..300_u32).map(|n| {
        let (day, place) = (n / 75, n % 75);
        let starts_at = at("2026-10-22T06:00:00Z")
            + SignedDuration::from_hours(i64::from(day * 24 + place / 12));
        let people = (0..3).map(|step| Appearance {
            person: guid(0x2000 + u128::from((n * 3 + step) % 240)),
            part: Part::Panelist,
        });
        Session {
            lead: Some(both(
                &"Zdanie o mieście. ".repeat(12),
                &"A sentence. ".repeat(12),
            )),
            description: Some(pl(&"Dłuższy opis tego, o czym będzie mowa. ".repeat(20))),
            people: people.collect(),
            slot: Some(Slot {
                room: slug(&format!("sala-{}", place % 12)),
                starts_at,
                ends_at: starts_at + SignedDuration::from_mins(55),
            }),
            code: format!("S{n:03}").parse().unwrap(),
            guid: guid(u128::from(n)),
            slug: slugs(&format!("sesja-{n}")),
            ..full.clone()
        }
    });
    Programme {
        days: (0..4)
            .map(|n| day(n + 1, &format!("2026-10-{}", 22 + n)))
            .collect(),
        people: (0..240)
            .map(|n| person(n, None, Some(pl(&format!("rola {n}")))))
            .collect(),
        sessions: sessions.collect(),
        rooms,
        ..small
    }
}
