//! Files as programmes: our congress file, and the schedules that other systems export.
//!
//! A file is read whole or not at all. Whatever is wrong in it is said at once, each problem with
//! its place, so that an operator mends a file in one go.

mod assemble;
mod html;
pub(crate) mod json;
mod moment;
pub(crate) mod object;
mod people;
pub(crate) mod problem;
mod schedule;
mod schedule_json;
mod schedule_xml;
mod xml_tree;

use wiec_model::congress::UnknownZone;
use wiec_model::{LanguageTag, Programme, Slug, Zone};

pub use crate::read::problem::{Place, Problem};

/// The largest file that is read. The largest schedules in public have about 10 MB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Our own: the whole edition.
    CongressFile,
    /// `schedule.xml`, as frab made it and pretalx and others still do.
    ScheduleXml,
    /// `schedule.json`, the same in JSON.
    ScheduleJson,
}

impl Format {
    /// Recognises a file by its first bytes and keys, and by its name where those say nothing.
    #[must_use]
    pub fn detect(name: Option<&str>, bytes: &[u8]) -> Self {
        let bytes = without_mark(bytes);
        match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'<') => Self::ScheduleXml,
            Some(b'{') if is_schedule(bytes) => Self::ScheduleJson,
            Some(b'{') => Self::CongressFile,
            _ => Self::by_name(name.unwrap_or_default()),
        }
    }

    fn by_name(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        if name.ends_with(".xml") {
            Self::ScheduleXml
        } else if name.contains("schedule") {
            Self::ScheduleJson
        } else {
            Self::CongressFile
        }
    }
}

/// What the operator says about a file that does not say it itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The first word of the edition's addresses. It wins over the acronym of a foreign schedule,
    /// which was chosen for other addresses, and yields to the slug of a congress file.
    pub slug: Option<Slug>,
    /// The zone of the congress.
    pub zone: Option<Zone>,
    /// The language of texts that do not say theirs.
    pub language: Option<LanguageTag>,
}

/// Reads a file as a programme.
///
/// # Errors
///
/// Everything that is wrong in the file, each with its place. Nothing is read in part.
pub fn read(bytes: &[u8], format: Format, hints: &Hints) -> Result<Programme, Vec<Problem>> {
    if bytes.len() > MAX_BYTES {
        let message = format!(
            "has {} bytes; no more than {MAX_BYTES} are read",
            bytes.len()
        );
        return Err(vec![Problem {
            place: Place::File,
            message,
        }]);
    }
    let bytes = without_mark(bytes);
    match format {
        Format::CongressFile => crate::congress_file::read(bytes, hints),
        Format::ScheduleXml => schedule_xml::read(bytes, hints),
        Format::ScheduleJson => schedule_json::read(bytes, hints),
    }
}

/// The zone called `name`.
///
/// jiff also knows `Etc/Unknown`, which is a zone without a name and of no use to anyone.
pub(crate) fn zone(name: &str) -> Result<Zone, UnknownZone> {
    let zone = Zone::named(name)?;
    match zone.rules().iana_name() {
        Some(_) => Ok(zone),
        None => Err(UnknownZone(name.to_owned())),
    }
}

/// Some editors begin a file with a byte-order mark, which neither XML nor JSON parsers expect.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Whether a JSON file is a schedule: by its outer keys alone, whatever else it holds.
fn is_schedule(bytes: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
    struct Outer {
        schedule: Option<serde::de::IgnoredAny>,
        conference: Option<serde::de::IgnoredAny>,
    }
    serde_json::from_slice::<Outer>(bytes)
        .is_ok_and(|outer| outer.schedule.is_some() || outer.conference.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_recognised_by_what_it_holds_and_not_by_its_name() {
        for (name, bytes, format) in [
            (
                Some("schedule.json"),
                &b"\xef\xbb\xbf <schedule/>"[..],
                Format::ScheduleXml,
            ),
            (
                Some("congress.json"),
                br#"{"schedule": {}}"#,
                Format::ScheduleJson,
            ),
            (None, br#"{"conference": {}}"#, Format::ScheduleJson),
            (
                Some("schedule.json"),
                br#"{"congress": {}}"#,
                Format::CongressFile,
            ),
            (Some("Export.XML"), b"", Format::ScheduleXml),
            (Some("my-schedule.json"), b"", Format::ScheduleJson),
            (None, b"", Format::CongressFile),
        ] {
            assert_eq!(Format::detect(name, bytes), format, "{name:?}");
        }
    }

    #[test]
    fn a_zone_without_a_name_is_none() {
        assert!(zone("Etc/Unknown").is_err());
        assert_eq!(
            zone("UTC").map(|zone| zone.name().to_owned()),
            Ok("UTC".to_owned())
        );
    }

    #[test]
    fn a_file_without_end_is_refused_with_a_sentence() {
        let problems = read(
            &vec![b' '; MAX_BYTES + 1],
            Format::CongressFile,
            &Hints::default(),
        )
        .unwrap_err();
        assert_eq!(
            problems[0].to_string(),
            "the file: has 67108865 bytes; no more than 67108864 are read"
        );
    }
}
