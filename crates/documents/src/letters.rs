//! Plain text in the encodings that Polish offices send: UTF-8, UTF-16 with its mark, Windows-1250.

use crate::refused::Refused;

/// Windows-1250 from 0x80 on; a private-use letter stands for the bytes that mean nothing.
const UPPER: &str = "€\u{f881}‚\u{f883}„…†‡\u{f888}‰Š‹ŚŤŽŹ\u{f890}‘’“”•–—\u{f898}™š›śťžź\u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

/// The letters of a plain text, with line ends as `\n`.
///
/// # Errors
///
/// [`Refused::Unknown`] if it holds control characters, as binary data do.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Refused> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => narrow(rest),
        _ => narrow(bytes),
    };
    let foreign =
        |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}');
    if text.chars().any(foreign)
        || text.contains(|letter| ('\u{f880}'..='\u{f8ff}').contains(&letter))
    {
        return Err(Refused::Unknown);
    }
    Ok(text.replace("\r\n", "\n").replace(['\r', '\u{c}'], "\n"))
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refused> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(Refused::Unknown);
    }
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).map_err(|_| Refused::Unknown)
}

/// UTF-8 if it is that; a text of another encoding is so by a chance that nobody meets.
fn narrow(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let upper: Vec<char> = UPPER.chars().collect();
    let letter = |byte: &u8| match byte {
        0..0x80 => char::from(*byte),
        _ => upper[usize::from(byte - 0x80)],
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1250_has_a_letter_for_every_byte() {
        assert_eq!(UPPER.chars().count(), 128);
    }

    #[test]
    fn polish_letters_are_read_in_every_encoding() {
        let words = "Zażółć gęślą jaźń, „ŁÓDŹ”";
        let old = b"Za\xbf\xf3\xb3\xe6 g\xea\x9cl\xb9 ja\x9f\xf1, \x84\xa3\xd3D\x8f\x94";
        let mut wide = vec![0xFF, 0xFE];
        wide.extend(words.encode_utf16().flat_map(u16::to_le_bytes));
        for bytes in [words.as_bytes(), old, &wide] {
            assert_eq!(decode(bytes).as_deref(), Ok(words));
        }
    }

    #[test]
    fn binary_data_are_no_text() {
        assert_eq!(decode(b"\x00\x01\x02"), Err(Refused::Unknown));
        assert_eq!(decode(b"\xFF\xFE\x00"), Err(Refused::Unknown));
    }
}
