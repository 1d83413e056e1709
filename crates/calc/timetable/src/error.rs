//! What cannot be read or makes no sense.

/// An input that is no timetabling problem, and what would be one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Malformed(pub(crate) String);

/// Holds what must be so, or says in a sentence what is wrong.
pub(crate) fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), Malformed> {
    match holds {
        true => Ok(()),
        false => Err(Malformed(otherwise())),
    }
}

/// Reads JSON; the message of the parser says the line.
pub(crate) fn parse<'a, T: serde::Deserialize<'a>>(
    text: &'a str,
    what: &str,
) -> Result<T, Malformed> {
    serde_json::from_str(text).map_err(|error| Malformed(format!("this is no {what}: {error}")))
}
