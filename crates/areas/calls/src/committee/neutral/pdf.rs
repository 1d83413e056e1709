//! Documents in PDF without what they say of their author.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::MayTell;

/// No part of a document that may name its author is larger; what is larger when unpacked is refused.
const UNPACKED_BYTES: u64 = 8 << 20;

/// A PDF in which the entries of its information and all of its XMP metadata are blanks. Its length stays, and
/// so does every place that its tables name.
///
/// What is packed (streams of objects, metadata) cannot be blanked in place: such a file is refused if an
/// unpacked part names an author, and so is an encrypted one.
///
/// Source: ISO 32000-1, 7.5.7, 14.3.
pub(super) fn made(mut bytes: Vec<u8>) -> Result<Vec<u8>, MayTell> {
    if !bytes.starts_with(b"%PDF-") || found(&bytes, b"/Encrypt", 0).is_some() {
        return Err(MayTell);
    }
    if is_signed_or_commented(&bytes) {
        return Err(MayTell);
    }
    for part in unpacked(&bytes)? {
        let tells = is_signed_or_commented(&part) || OF_PEOPLE.iter().any(|key| says(&part, key));
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

/// Remarks that people make in a document, and signatures: each carries a name, under a key that fields of
/// forms have too.
const OF_HANDS: [(&[u8], &[u8]); 14] = [
    (b"/Type", b"/Sig"),
    (b"/Subtype", b"/Text"),
    (b"/Subtype", b"/FreeText"),
    (b"/Subtype", b"/Highlight"),
    (b"/Subtype", b"/Underline"),
    (b"/Subtype", b"/Squiggly"),
    (b"/Subtype", b"/StrikeOut"),
    (b"/Subtype", b"/Square"),
    (b"/Subtype", b"/Circle"),
    (b"/Subtype", b"/Ink"),
    (b"/Subtype", b"/Stamp"),
    (b"/Subtype", b"/Caret"),
    (b"/Subtype", b"/Popup"),
    (b"/Subtype", b"/FileAttachment"),
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

/// Whether somebody remarked on the document, or signed it.
fn is_signed_or_commented(bytes: &[u8]) -> bool {
    OF_HANDS.iter().any(|(key, name)| {
        let mut from = 0;
        while let Some(at) = found(bytes, key, from) {
            from = at + key.len();
            let value = bytes[from..].trim_ascii_start();
            let after = value.strip_prefix(*name).map(<[u8]>::first);
            if after.is_some_and(|byte| !byte.is_some_and(u8::is_ascii_alphanumeric)) {
                return true;
            }
        }
        false
    })
}

/// The packed parts that hold objects or metadata, unpacked. Metadata that are neither packed nor written as
/// XMP in ASCII cannot be blanked: they are refused.
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
            .ok_or(MayTell)?;
        let head = &bytes[begins..at];
        let is_asked = [&b"/ObjStm"[..], b"/Metadata"]
            .iter()
            .any(|kind| found(head, kind, 0).is_some());
        let is_packed = found(head, b"/Filter", 0).is_some();
        if is_asked && !is_packed && found(head, b"/Metadata", 0).is_some() {
            let end = found(bytes, b"endstream", from).ok_or(MayTell)?;
            let packet = &bytes[from..end];
            if !XMP.iter().any(|mark| found(packet, mark, 0).is_some()) {
                return Err(MayTell);
            }
        }
        if !is_asked || !is_packed {
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
        let neutral = made(file.into()).unwrap();
        assert_eq!(neutral.len(), file.len());
        for telling in ["Anna", "Maj", "416e", "creator>"] {
            assert!(!holds(&neutral, telling), "{telling}");
        }
        assert!(holds(&neutral, "/CreationDate (D:2019)") && holds(&neutral, "%%EOF"));
    }

    #[test]
    fn a_pdf_that_names_its_author_in_a_packed_part_or_elsewhere_is_refused() {
        assert_eq!(
            made(packed("/Type /ObjStm", "<< /Author (Anna) >>")),
            Err(MayTell)
        );
        assert_eq!(
            made(packed("/Type /Metadata", "<rdf:RDF>Anna")),
            Err(MayTell)
        );
        let nobody = "<< /Author () /Title<> /Titles (x) /Producer (TeX) >>";
        assert!(made(packed("/Type /ObjStm", nobody)).is_ok());
        assert!(made(packed("/Type /XObject", "/Author")).is_ok());
        assert_eq!(
            made(packed("/Type /ObjStm", "<< /Subtype/Text /T (Anna) >>")),
            Err(MayTell)
        );
        let links = "%PDF-1.4 1 0 obj << /Type /Annot /Subtype /Link >> << /Subtype /TextBox /Type /Signal >> endobj";
        assert!(made(links.into()).is_ok());
        let rows = [
            "%PDF-1.4 << /Author 5 0 R >>",
            "%PDF-1.4 trailer << /Encrypt 1 0 R >>",
            "%PDF-1.4 << /Author (Anna",
            "%PDF-1.4 1 0 obj << /Type /Annot /Subtype /Highlight /T (Anna) >> endobj",
            "%PDF-1.4 1 0 obj << /Type/Sig /Name (Anna) >> endobj",
            "%PDF-1.4 1 0 obj << /Type /Metadata >> stream\n\0<\0x\0:\0A\0n\0n\0a\nendstream endobj",
            "Anna",
        ];
        for row in rows {
            assert_eq!(made(row.into()), Err(MayTell), "{row}");
        }
    }
}
