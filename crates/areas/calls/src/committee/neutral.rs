//! Files without what programs write into them of whoever made them. The office looks at what a file shows;
//! names in what it does not show are taken out here, or the file is not given to a blind member at all.

mod pdf;
mod picture;

use wiec_kit::messages::Messages;

/// The file may tell whose it is, in a way that cannot be taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file may carry the name of who made it")]
pub(super) struct MayTell;

/// What a file is called for a blind member: by its number, and what its type ends with.
pub(super) fn name(m: &Messages, number: u32, media: &str) -> String {
    let ending = match media {
        "application/pdf" => ".pdf",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "text/plain" => ".txt",
        _ => "",
    };
    format!("{}-{number}{ending}", m.committee_file())
}

/// Whether names can be taken out of files of this type.
pub(super) fn can_be(media: &str) -> bool {
    matches!(
        media,
        "application/pdf" | "image/png" | "image/jpeg" | "text/plain"
    )
}

/// A file without what it says of who made it.
///
/// # Errors
///
/// [`MayTell`] if it is of another type than [`can_be`] knows, or written in a way that is not understood.
pub(super) fn made(media: &str, bytes: Vec<u8>) -> Result<Vec<u8>, MayTell> {
    match media {
        "application/pdf" => pdf::made(bytes),
        "image/png" => picture::png(&bytes),
        "image/jpeg" => picture::jpeg(&bytes),
        "text/plain" => Ok(bytes),
        _ => Err(MayTell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_refused() {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assert_eq!(made(word, b"PK".to_vec()), Err(MayTell));
        assert!(!can_be(word));
    }
}
