//! Rooms, tracks, kinds, goals and proposals.

use std::collections::BTreeSet;

use wiec_model::challenge::{Challenge, CrossLink, LinkKind, Recommendation};
use wiec_model::{Feature, Goal, Kind, Lang, MapLine, Room, Session, Slug, Track};

use crate::names::{Thing, guid};
use crate::read::object::{Object, cleaned};

/// English words in which equipment is described, and what people can filter by because of them.
const EQUIPMENT: [(&str, Feature); 10] = [
    ("hearing loop", Feature::HearingLoop),
    ("live captions", Feature::LiveCaptions),
    ("pjm", Feature::SignLanguage),
    ("sign", Feature::SignLanguage),
    ("booth", Feature::Interpretation),
    ("simultaneous", Feature::Interpretation),
    ("stream", Feature::Stream),
    ("recording", Feature::Recording),
    ("audio description", Feature::AudioDescription),
    ("step-free entrance", Feature::StepFree),
];

/// Reads a room.
pub(super) fn room(mut object: Object<'_>, edition: &Slug) -> Room {
    let slug = object.required_slug("id");
    object.name(&slug);
    let mut room = Room {
        guid: object
            .guid("guid")
            .unwrap_or_else(|| guid(edition, Thing::Room, slug.as_str())),
        slug,
        name: object.text("name"),
        capacity: object.number("capacity"),
        floor: object.text_in("floor", &Lang::En.into()),
        equipment: object.text_in("equipment", &Lang::En.into()),
        features: Vec::new(),
        access: object.optional_text("access"),
    };
    // A list that is there and empty says that the room has none of it, whatever the words say.
    room.features = if object.has("features") {
        features(&object)
    } else {
        derived_features(&room)
    };
    object.finish();
    room
}

/// The key of a feature in files: `hearing_loop`.
pub(super) const fn feature_key(feature: Feature) -> &'static str {
    match feature {
        Feature::HearingLoop => "hearing_loop",
        Feature::LiveCaptions => "live_captions",
        Feature::SignLanguage => "sign_language",
        Feature::Interpretation => "interpretation",
        Feature::AudioDescription => "audio_description",
        Feature::StepFree => "step_free",
        Feature::Stream => "stream",
        Feature::Recording => "recording",
    }
}

/// A track as the file has it: its line may still be open.
pub(crate) type DraftedTrack = (Track, Option<MapLine>);

/// Reads a track.
pub(super) fn track(mut object: Object<'_>) -> DraftedTrack {
    let slug = object.required_slug("id");
    object.name(&slug);
    let name = object.text("name");
    let line = object.string("line").and_then(|key| {
        let lines = MapLine::IN_ORDER.into_iter().chain([MapLine::Brak]);
        let line = lines.clone().find(|line| line.key() == key);
        if line.is_none() {
            let keys: Vec<&str> = lines.map(MapLine::key).collect();
            object.problem(
                "line",
                format!(
                    "there is no line \"{key}\"; the lines are {}",
                    keys.join(", ")
                ),
            );
        }
        line
    });
    object.finish();
    (
        Track {
            slug,
            name,
            line: MapLine::Brak,
        },
        line,
    )
}

/// Gives every track without a line the next one in order; the last of them serves all that follow.
///
/// A track of breaks and desks alone is a service and has no line.
pub(crate) fn give_lines(drafted: Vec<DraftedTrack>, sessions: &[Session]) -> Vec<Track> {
    let service = |session: &&Session| session.kind.as_str() == Kind::SERVICE;
    let tracks_of = |only_service: bool| -> BTreeSet<&Slug> {
        let of_sort = sessions
            .iter()
            .filter(|session| service(session) == only_service);
        of_sort
            .filter_map(|session| session.track.as_ref())
            .collect()
    };
    let (with_service, with_others) = (tracks_of(true), tracks_of(false));
    let mut next = MapLine::IN_ORDER.into_iter();
    let last = MapLine::Inspiracje;
    drafted
        .into_iter()
        .map(|(track, line)| {
            let is_service =
                with_service.contains(&track.slug) && !with_others.contains(&track.slug);
            let derived = || {
                if is_service {
                    MapLine::Brak
                } else {
                    next.next().unwrap_or(last)
                }
            };
            Track {
                line: line.unwrap_or_else(derived),
                ..track
            }
        })
        .collect()
}

/// Reads a kind; `expert_debate` in the file is `expert-debate` in addresses.
pub(super) fn kind(mut object: Object<'_>) -> Kind {
    let slug = object.required_slug("id");
    object.name(&slug);
    let kind = Kind {
        slug,
        name: object.text("name"),
        default_minutes: object.number("default_minutes"),
        signup: object.flag("signup").unwrap_or_default(),
    };
    object.finish();
    kind
}

/// Reads a goal.
pub(super) fn goal(mut object: Object<'_>) -> Goal {
    let slug = object.required_slug("id");
    object.name(&slug);
    let goal = Goal {
        slug,
        name: object.text("name"),
    };
    object.finish();
    goal
}

/// Reads a proposal.
pub(super) fn proposal(mut object: Object<'_>) -> Challenge {
    let code = required_code(&mut object);
    let proposal = Challenge {
        code,
        track: object.required_slug("theme"),
        goals: slugs(&object, "goals"),
        challenge: object.text("challenge"),
        evidence: object.optional_text("evidence"),
        causes: object.optional_text("causes"),
        affected: object.optional_text("affected"),
        solutions: object.list("solutions", |solution, _| self::solution(solution)),
    };
    object.finish();
    proposal
}

fn solution(mut object: Object<'_>) -> Recommendation {
    let code = required_code(&mut object);
    let solution = Recommendation {
        code,
        text: object.text("text"),
        instrument: object.string("instrument"),
        addressee: object.string("addressee"),
        priority: object.number("priority"),
        horizon: object.string("horizon"),
        cost: object.string("cost"),
        links: LinkKind::ALL
            .into_iter()
            .flat_map(|kind| links(&object, kind))
            .collect(),
    };
    object.finish();
    solution
}

/// How a recommendation stands to others: `"depends_on": ["W07.R2"]`.
fn links(object: &Object<'_>, kind: LinkKind) -> Vec<CrossLink> {
    let codes = object.words(kind.key());
    let codes = codes.into_iter();
    codes.map(|(_, code)| CrossLink { kind, code }).collect()
}

fn required_code(object: &mut Object<'_>) -> String {
    if !object.has("id") {
        object.missing("id");
    }
    let code = object.string("id");
    if let Some(code) = &code {
        object.name(code);
    }
    code.unwrap_or_else(|| object.here().to_string())
}

fn slugs(object: &Object<'_>, key: &'static str) -> Vec<Slug> {
    let words = object.words(key).into_iter();
    words
        .filter_map(|(_, word)| Slug::from_words(&word))
        .collect()
}

fn features(object: &Object<'_>) -> Vec<Feature> {
    let mut features = Vec::new();
    for (index, (_, key)) in object.words("features").into_iter().enumerate() {
        match Feature::ALL
            .into_iter()
            .find(|&feature| feature_key(feature) == key)
        {
            Some(feature) => features.push(feature),
            None => {
                let keys: Vec<&str> = Feature::ALL.into_iter().map(feature_key).collect();
                let message = format!(
                    "item {index}: there is no feature \"{key}\"; the features are {}",
                    keys.join(", ")
                );
                object.problem("features", message);
            }
        }
    }
    features
}

/// What the words about a room say of what can be filtered by.
fn derived_features(room: &Room) -> Vec<Feature> {
    let english = |text: &Option<wiec_model::Text>| {
        let words = text
            .as_ref()
            .and_then(|text| text.exact(Lang::En))
            .and_then(cleaned);
        words.unwrap_or_default().to_lowercase()
    };
    let (equipment, floor) = (english(&room.equipment), english(&room.floor));
    let mut found: BTreeSet<Feature> = EQUIPMENT
        .into_iter()
        .filter(|(words, _)| equipment.contains(words))
        .map(|(_, feature)| feature)
        .collect();
    if floor == "ground" || floor.contains("(lift)") {
        found.insert(Feature::StepFree);
    }
    Feature::ALL
        .into_iter()
        .filter(|feature| found.contains(feature))
        .collect()
}
