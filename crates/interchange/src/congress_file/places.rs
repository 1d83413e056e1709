//! Places in a programme as places in the congress file it was read from.

use wiec_model::Programme;

use crate::read::problem::Place;

/// The place in the file for a place such as `sessions[12].slot.room` of the programme.
///
/// `origins` tells where each person of the programme is first named.
pub(super) fn in_file(place: &str, programme: &Programme, origins: &[Place]) -> Place {
    let Some((list, index, field)) = split(place) else {
        return Place::Value {
            pointer: format!("/{place}"),
            of: None,
        };
    };
    if list == "people"
        && let Some(origin) = origins.get(index)
    {
        return origin.clone();
    }
    let (list, of) = match list {
        "kinds" => ("types", None),
        "sessions" => (
            list,
            programme
                .sessions
                .get(index)
                .map(|session| session.code.to_string()),
        ),
        "proposals" => (
            list,
            programme
                .proposals
                .get(index)
                .map(|proposal| proposal.code.clone()),
        ),
        _ => (list, None),
    };
    Place::Value {
        pointer: format!("/{list}/{index}/{}", key(list, field)),
        of,
    }
}

fn split(place: &str) -> Option<(&str, usize, &str)> {
    let (list, rest) = place.split_once('[')?;
    let (index, field) = rest.split_once("].")?;
    Some((list, index.parse().ok()?, field))
}

/// The key under which the file has a field of the programme.
fn key<'a>(list: &str, field: &'a str) -> &'a str {
    match (list, field) {
        ("sessions", "slug.pl" | "slug.en") => "slug",
        (_, "code" | "slug") => "id",
        ("sessions", "kind") => "type",
        ("sessions", "proposals_track") => "proposals_theme",
        ("sessions", "slot.room") => "room",
        ("sessions", "slot.starts_at") => "start",
        ("sessions", "slot") => "end",
        ("proposals", "track") => "theme",
        _ => field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_go_by_the_names_that_the_file_gives_them() {
        for (list, field, expected) in [
            ("sessions", "slot.room", "room"),
            ("sessions", "kind", "type"),
            ("sessions", "code", "id"),
            ("rooms", "slug", "id"),
            ("proposals", "track", "theme"),
            ("days", "date", "date"),
        ] {
            assert_eq!(key(list, field), expected);
        }
        assert_eq!(
            split("sessions[12].slot.room"),
            Some(("sessions", 12, "slot.room"))
        );
    }
}
