//! The media type of a file that is kept and passed on as it is: by what it holds, never by its name.
//!
//! Nothing of it is read for its contents. What is no page, picture or slide, carries a program, or grows out of
//! proportion when it is opened, is refused all the same: somebody will open it.

use std::io::Read;

use crate::kind::{package_without_macros, refused_start};
use crate::limits::PART_BYTES;
use crate::package::{Package, from_io};
use crate::refused::{Foreign, Refused};
use crate::relations;

/// Media types that are told apart, with the ending that a file of each is saved under.
const ENDINGS: [(&str, &str); 11] = [
    ("application/pdf", "pdf"),
    ("image/png", "png"),
    ("image/jpeg", "jpg"),
    ("image/gif", "gif"),
    ("image/webp", "webp"),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "pptx",
    ),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ("application/vnd.oasis.opendocument.presentation", "odp"),
];

/// The media type of a file of at most [`crate::limits::FILE_BYTES`] bytes, by its bytes.
///
/// # Errors
///
/// [`Refused`] if it is empty, a program, an archive, protected by a password, carries macros, grows out of
/// proportion, or is none of the types that are told apart.
///
/// # Example
///
/// ```
/// # use wiec_documents::media_type;
/// assert_eq!(media_type(b"%PDF-1.7 ..."), Ok("application/pdf"));
/// assert!(media_type(b"#!/bin/sh").is_err());
/// ```
pub fn media_type(bytes: &[u8]) -> Result<&'static str, Refused> {
    const STARTS: [(&[u8], &str); 4] = [
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
    ];
    if let Some((_, media)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Ok(media);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok("image/webp");
    }
    if let Some(refused) = refused_start(bytes) {
        return Err(refused);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(Refused::Unknown);
    }
    let package = package_without_macros(bytes)?;
    let media = of_package(&package)?;
    unpack(&package)?;
    Ok(media)
}

/// The ending of a file of a media type: `pdf`; none for one that [`media_type`] does not tell.
#[must_use]
pub fn ending_of(media: &str) -> Option<&'static str> {
    let mut known = ENDINGS.iter();
    known.find(|(one, _)| *one == media).map(|(_, end)| *end)
}

fn of_package(package: &Package<'_>) -> Result<&'static str, Refused> {
    let ending = if package.has("mimetype") {
        let said = package.start_of("mimetype", 200)?;
        let said = String::from_utf8_lossy(&said).trim().to_owned();
        return ENDINGS
            .iter()
            .find(|(media, _)| *media == said.as_str() && media.contains("opendocument"))
            .map(|(media, _)| *media)
            .ok_or(Refused::Foreign(Foreign::OtherOffice));
    } else if package.has("[Content_Types].xml") {
        match relations::main_part(package)?.split('/').next() {
            Some("word") => "docx",
            Some("xl") => "xlsx",
            Some("ppt") => "pptx",
            _ => return Err(Refused::Foreign(Foreign::OtherOffice)),
        }
    } else {
        return Err(Refused::Foreign(Foreign::Archive));
    };
    let mut known = ENDINGS.iter();
    let found = known.find(|(_, end)| *end == ending);
    Ok(found.map_or("application/octet-stream", |(media, _)| *media))
}

/// Opens every part once, as whoever gets the file will.
fn unpack(package: &Package<'_>) -> Result<(), Refused> {
    let mut buffer = vec![0; 64 << 10];
    for name in package.names() {
        let mut part = package.part(name, PART_BYTES)?;
        loop {
            // A picture is one piece, and may be larger than a piece of text.
            part.node.set(0);
            match part.read(&mut buffer) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => return Err(from_io(name, &error)),
            }
        }
    }
    Ok(())
}
