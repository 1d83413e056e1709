//! Pictures without what programs and cameras write into them beside the picture.

use super::MayTell;

/// The parts of a PNG that draw: critical ones (a capital first letter) and those of colour.
///
/// Source: W3C, PNG Specification (Third Edition), 5.3 and 11.3.
pub(super) fn png(bytes: &[u8]) -> Result<Vec<u8>, MayTell> {
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
/// and Adobe's transform (14). It ends where the picture does: what hangs behind is often another picture, of
/// a camera, with all that the camera knows.
///
/// Source: ITU-T T.81, B.1.
pub(super) fn jpeg(bytes: &[u8]) -> Result<Vec<u8>, MayTell> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8").ok_or(MayTell)?;
    let mut kept = b"\xff\xd8".to_vec();
    loop {
        if rest.starts_with(b"\xff\xd9") {
            kept.extend_from_slice(b"\xff\xd9");
            return Ok(kept);
        }
        let [0xff, marker, high, low, ..] = *rest else {
            return Err(MayTell);
        };
        let mut length = 2 + usize::from(u16::from_be_bytes([high, low]));
        if marker == 0xda {
            length += scan(rest.get(length..).ok_or(MayTell)?).ok_or(MayTell)?;
        }
        let segment = rest.get(..length).ok_or(MayTell)?;
        if !matches!(marker, 0xe1..=0xed | 0xef | 0xfe) {
            kept.extend_from_slice(segment);
        }
        rest = &rest[length..];
    }
}

/// The length of the coded data of a scan: up to a marker that is neither a stuffed byte nor a restart.
fn scan(bytes: &[u8]) -> Option<usize> {
    bytes
        .windows(2)
        .position(|two| two[0] == 0xff && !matches!(two[1], 0 | 0xd0..=0xd7 | 0xff))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(png(&file), Ok([signature, head, end].concat()));

        let file = b"\xff\xd8\xff\xe0\0\x04JF\xff\xe1\0\x06Anna\xff\xfe\0\x06Anna\xff\xda\0\x02..\xff\xd9Anna";
        let neutral = b"\xff\xd8\xff\xe0\0\x04JF\xff\xda\0\x02..\xff\xd9";
        assert_eq!(jpeg(file), Ok(neutral.to_vec()));
        assert_eq!(jpeg(b"\xff\xd8\xff\xe1\xff\xff"), Err(MayTell));
        assert_eq!(jpeg(b"\xff\xd8\xff\xda\0\x02..Anna"), Err(MayTell));
        assert_eq!(png(b"\x89PNG\r\n\x1a\n\0\0\0\x09IHDR"), Err(MayTell));
    }

    #[test]
    fn neither_a_second_picture_nor_what_stands_between_two_scans_is_kept() {
        let scans =
            b"\xff\xd8\xff\xda\0\x02a\xff\0b\xff\xd0c\xff\xe1\0\x06Anna\xff\xda\0\x02d\xff\xd9";
        let another = b"\xff\xd8\xff\xe1\0\x06Anna\xff\xda\0\x02e\xff\xd9";
        let neutral = b"\xff\xd8\xff\xda\0\x02a\xff\0b\xff\xd0c\xff\xda\0\x02d\xff\xd9";
        assert_eq!(jpeg(&[&scans[..], another].concat()), Ok(neutral.to_vec()));
    }
}
