//! What can be wrong with an input.

/// An input that means nothing; the text says in a sentence what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Malformed(pub(crate) String);

/// Refuses with a sentence unless something holds.
pub(crate) fn ensure(holds: bool, sentence: impl FnOnce() -> String) -> Result<(), Malformed> {
    if holds {
        Ok(())
    } else {
        Err(Malformed(sentence()))
    }
}
