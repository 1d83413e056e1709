//! Files without what programs write into them of whoever made them. The office looks at what a file shows;
//! names in what it does not show are taken out here, or the file is not given to a blind member at all.

use std::io::Read;

use flate2::read::ZlibDecoder;
use wiec_kit::messages::Messages;

/// No part of a document that may name its author is larger; what is larger when unpacked is refused.
const UNPACKED_BYTES: u64 = 8 << 20;

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
        "application/pdf" => pdf(bytes),
        "image/png" => png(&bytes),
        "image/jpeg" => jpeg(&bytes),
        "text/plain" => Ok(bytes),
        _ => Err(MayTell),
    }
}

/// The parts of a PNG that draw: critical ones (a capital first letter) and those of colour.
///
/// Source: W3C, PNG Specification (Third Edition), 5.3 and 11.3.
fn png(bytes: &[u8]) -> Result<Vec<u8>, MayTell> {
    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
    const OF_COLOUR: [&[u8]; 7] = [
        b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs",
    ];
    let mut rest = bytes.strip_prefix(SIGNATURE).ok_or(MayTell)?;
    let mut kept = SIGNATURE.to_vec();
    while !rest.is_empty() {
        let length = rest
            .get(..4)
            .and_then(|it| it.try_into().ok())
            .map(u32::from_be_bytes);
        let length = usize::try_from(length.ok_or(MayTell)?).map_err(|_| MayTell)?;
        // Length and type before, a check sum behind.
        let whole = length.checked_add(12).ok_or(MayTell)?;
        let chunk = rest.get(..whole).ok_or(MayTell)?;
        let kind = &chunk[4..8];
        if kind[0].is_ascii_uppercase() || OF_COLOUR.contains(&kind) {
            kept.extend_from_slice(chunk);
        }
        rest = &rest[whole..];
        if kind == b"IEND" {
            break;
        }
    }
    Ok(kept)
}

/// A JPEG without its comments and the segments of applications, but for those that decoding needs: JFIF (0)
/// and Adobe's transform (14).
///
/// Source: ITU-T T.81, B.1.
fn jpeg(bytes: &[u8]) -> Result<Vec<u8>, MayTell> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8").ok_or(MayTell)?;
    let mut kept = b"\xff\xd8".to_vec();
    loop {
        let [0xff, marker, high, low, ..] = *rest else {
            return Err(MayTell);
        };
        let length = 2 + usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(..length).ok_or(MayTell)?;
        match marker {
            // The picture itself begins, up to the mark of its end; what hangs behind it is no picture.
            0xda => {
                let end = rest
                    .windows(2)
                    .rposition(|two| two == b"\xff\xd9")
                    .ok_or(MayTell)?;
                kept.extend_from_slice(&rest[..end + 2]);
                return Ok(kept);
            }
            0xe1..=0xed | 0xef | 0xfe => {}
            _ => kept.extend_from_slice(segment),
        }
        rest = &rest[length..];
    }
}

/// A PDF in which the entries of its information and all of its XMP metadata are blanks. Its length stays, and
/// so does every place that its tables name.
///
/// What is packed (streams of objects, metadata) cannot be blanked in place: such a file is refused if an
/// unpacked part names an author, and so is an encrypted one.
///
/// Source: ISO 32000-1, 7.5.7, 14.3.
fn pdf(mut bytes: Vec<u8>) -> Result<Vec<u8>, MayTell> {
    if !bytes.starts_with(b"%PDF-") || found(&bytes, b"/Encrypt", 0).is_some() {
        return Err(MayTell);
    }
    for part in unpacked(&bytes)? {
        let tells = OF_PEOPLE.iter().any(|key| says(&part, key));
        if tells || XMP.iter().any(|mark| found(&part, mark, 0).is_some()) {
            return Err(MayTell);
        }
    }
    for key in KEYS {
        blank_values(&mut bytes, key)?;
    }
    blank_metadata(&mut bytes)?;
    Ok(bytes)
}

/// Entries that name a person, or a program that may be licensed to one.
const KEYS: [&[u8]; 7] = [
    b"/Author",
    b"/Creator",
    b"/Producer",
    b"/Title",
    b"/Subject",
    b"/Keywords",
    b"/Company",
];

/// Those of them that are full of names where they are not empty. Which program made a file is not worth
/// keeping it from a member.
const OF_PEOPLE: [&[u8]; 5] = [
    b"/Author",
    b"/Title",
    b"/Subject",
    b"/Keywords",
    b"/Company",
];

/// What metadata in XMP begin with.
const XMP: [&[u8]; 2] = [b"<x:xmpmeta", b"<rdf:RDF"];

fn found(bytes: &[u8], words: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let at = rest
        .windows(words.len())
        .position(|window| window == words)?;
    Some(from + at)
}

/// The packed parts that hold objects or metadata, unpacked.
fn unpacked(bytes: &[u8]) -> Result<Vec<Vec<u8>>, MayTell> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(at) = found(bytes, b"stream", from) {
        from = at + b"stream".len();
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let begins = bytes[..at]
            .windows(3)
            .rposition(|three| three == b"obj")
            .unwrap_or(0);
        let head = &bytes[begins..at];
        let is_asked = [&b"/ObjStm"[..], b"/Metadata"]
            .iter()
            .any(|kind| found(head, kind, 0).is_some());
        if !is_asked || found(head, b"/Filter", 0).is_none() {
            continue;
        }
        if found(head, b"/FlateDecode", 0).is_none() {
            return Err(MayTell);
        }
        let start = from
            + bytes[from..]
                .iter()
                .take_while(|byte| b"\r\n".contains(byte))
                .count();
        let mut part = Vec::new();
        let mut unpacking = ZlibDecoder::new(&bytes[start..]).take(UNPACKED_BYTES);
        unpacking.read_to_end(&mut part).map_err(|_| MayTell)?;
        if u64::try_from(part.len()) == Ok(UNPACKED_BYTES) {
            return Err(MayTell);
        }
        parts.push(part);
    }
    Ok(parts)
}

/// Whether anything stands behind a key.
fn says(bytes: &[u8], key: &[u8]) -> bool {
    let mut from = 0;
    while let Some(at) = found(bytes, key, from) {
        from = at + key.len();
        let value = bytes[from..].trim_ascii_start();
        let is_empty = value.starts_with(b"()") || value.starts_with(b"<>");
        let is_another_key = value.as_ptr() == bytes[from..].as_ptr()
            && value.first().is_some_and(u8::is_ascii_alphanumeric);
        if !is_empty && !is_another_key {
            return true;
        }
    }
    false
}

/// Blanks the strings behind a key: `(…)` or `<…>`.
fn blank_values(bytes: &mut [u8], key: &[u8]) -> Result<(), MayTell> {
    let mut from = 0;
    while let Some(at) = found(bytes, key, from) {
        from = at + key.len();
        let start = from
            + bytes[from..]
                .iter()
                .take_while(|it| it.is_ascii_whitespace())
                .count();
        match bytes.get(start) {
            Some(b'(') => {
                let length = literal(&bytes[start..]).ok_or(MayTell)?;
                bytes[start + 1..start + length - 1].fill(b' ');
            }
            Some(b'<') if bytes.get(start + 1) != Some(&b'<') => {
                let length = bytes[start..]
                    .iter()
                    .position(|it| *it == b'>')
                    .ok_or(MayTell)?;
                // Blanks in a hexadecimal string stand for nothing.
                bytes[start + 1..start + length].fill(b' ');
            }
            // A number refers to a string elsewhere: it may be anywhere in the file.
            Some(digit) if digit.is_ascii_digit() => return Err(MayTell),
            // It is a name or a dictionary, or the key of something else: `/AuthorizedUser`.
            _ => {}
        }
    }
    Ok(())
}

/// The length of a literal string with its brackets, which may nest; a backslash escapes one.
fn literal(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut is_escaped) = (0_usize, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// Blanks metadata in XMP, packet by packet.
fn blank_metadata(bytes: &mut [u8]) -> Result<(), MayTell> {
    for (begin, end) in [(XMP[0], &b"</x:xmpmeta>"[..]), (XMP[1], b"</rdf:RDF>")] {
        while let Some(at) = found(bytes, begin, 0) {
            let close = found(bytes, end, at).ok_or(MayTell)?;
            bytes[at..close + end.len()].fill(b' ');
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn holds(bytes: &[u8], words: &str) -> bool {
        found(bytes, words.as_bytes(), 0).is_some()
    }

    fn packed(head: &str, inside: &str) -> Vec<u8> {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(inside.as_bytes()).unwrap();
        let stream = packer.finish().unwrap();
        let mut file =
            format!("%PDF-1.5\n1 0 obj << {head} /Filter /FlateDecode >> stream\r\n").into_bytes();
        file.extend(stream);
        file.extend(b"\nendstream endobj");
        file
    }

    #[test]
    fn the_information_of_a_pdf_is_blanked_and_its_length_stays() {
        let file = "%PDF-1.4\n1 0 obj << /Author (Anna \\) \\(Maj (x)) /Title<416e6e61> /CreationDate (D:2019) >> endobj\n<x:xmpmeta><dc:creator>Anna</dc:creator></x:xmpmeta>\n%%EOF";
        let neutral = made("application/pdf", file.into()).unwrap();
        assert_eq!(neutral.len(), file.len());
        for telling in ["Anna", "Maj", "416e", "creator>"] {
            assert!(!holds(&neutral, telling), "{telling}");
        }
        assert!(holds(&neutral, "/CreationDate (D:2019)") && holds(&neutral, "%%EOF"));
    }

    #[test]
    fn a_pdf_that_names_its_author_in_a_packed_part_or_elsewhere_is_refused() {
        let pdf = |bytes: Vec<u8>| made("application/pdf", bytes);
        assert_eq!(
            pdf(packed("/Type /ObjStm", "<< /Author (Anna) >>")),
            Err(MayTell)
        );
        assert_eq!(
            pdf(packed("/Type /Metadata", "<rdf:RDF>Anna")),
            Err(MayTell)
        );
        let nobody = "<< /Author () /Title<> /Titles (x) /Producer (TeX) >>";
        assert!(pdf(packed("/Type /ObjStm", nobody)).is_ok());
        assert!(pdf(packed("/Type /XObject", "/Author")).is_ok());
        let rows = [
            "%PDF-1.4 << /Author 5 0 R >>",
            "%PDF-1.4 trailer << /Encrypt 1 0 R >>",
            "%PDF-1.4 << /Author (Anna",
            "Anna",
        ];
        for row in rows {
            assert_eq!(pdf(row.into()), Err(MayTell), "{row}");
        }
    }

    #[test]
    fn a_picture_keeps_what_draws() {
        let chunk = |kind: &[u8], words: &[u8]| {
            let length = u32::try_from(words.len()).unwrap().to_be_bytes();
            [&length[..], kind, words, &[0; 4]].concat()
        };
        let signature = b"\x89PNG\r\n\x1a\n".to_vec();
        let (head, end) = (chunk(b"IHDR", &[0; 13]), chunk(b"IEND", b""));
        let text = chunk(b"tEXt", b"Author\0Anna");
        let file = [
            signature.clone(),
            head.clone(),
            text,
            end.clone(),
            b"Anna".to_vec(),
        ]
        .concat();
        assert_eq!(made("image/png", file), Ok([signature, head, end].concat()));

        let file = b"\xff\xd8\xff\xe0\0\x04JF\xff\xe1\0\x06Anna\xff\xfe\0\x06Anna\xff\xda\0\x02..\xff\xd9Anna";
        let neutral = b"\xff\xd8\xff\xe0\0\x04JF\xff\xda\0\x02..\xff\xd9";
        assert_eq!(made("image/jpeg", file.to_vec()), Ok(neutral.to_vec()));
        assert_eq!(
            made("image/jpeg", b"\xff\xd8\xff\xe1\xff\xff".to_vec()),
            Err(MayTell)
        );
        assert_eq!(
            made("image/png", b"\x89PNG\r\n\x1a\n\0\0\0\x09IHDR".to_vec()),
            Err(MayTell)
        );
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assert_eq!(made(word, b"PK".to_vec()), Err(MayTell));
        assert!(!can_be(word));
    }
}
