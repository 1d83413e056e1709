//! Files that are passed on: told by what they hold, and refused where somebody who opens them would be sorry.

use wiec_documents::testing::{TYPES, docx, root, zip};
use wiec_documents::{Foreign, Refused, ending_of, media_type};

fn slides(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let root = root("ppt/presentation.xml");
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("ppt/presentation.xml", b"<p/>"),
    ];
    all.extend(parts);
    zip(&all)
}

#[test]
fn a_file_is_told_by_its_bytes_and_saved_under_the_ending_of_its_type() {
    let document = docx("<w:p/>", &[]);
    let webp = b"RIFF\x10\0\0\0WEBPVP8 ";
    let poster = zip(&[(
        "mimetype",
        b"application/vnd.oasis.opendocument.presentation",
    )]);
    let presentation = slides(&[]);
    let cases: [(&[u8], &str); 7] = [
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n...", "png"),
        (b"\xff\xd8\xff\xe0", "jpg"),
        (webp, "webp"),
        (&document, "docx"),
        (&presentation, "pptx"),
        (&poster, "odp"),
    ];
    for (bytes, ending) in cases {
        let media = media_type(bytes).expect(ending);
        assert_eq!(ending_of(media), Some(ending));
    }
    assert_eq!(ending_of("text/html"), None);
}

#[test]
fn programs_archives_macros_and_bombs_are_refused() {
    let archive = zip(&[("a.exe", b"MZ")]);
    let macros = slides(&[("ppt/vbaProject.bin", b"x")]);
    let zeros = vec![0; 4 << 20];
    let bomb = slides(&[("ppt/media/image1.bmp", &zeros)]);
    let part = |name: &str| name.to_owned();
    let cases: [(&[u8], Refused); 7] = [
        (b"", Refused::Empty),
        (b"#!/bin/sh", Refused::Program),
        (b"<html>", Refused::Foreign(Foreign::WebPage)),
        (b"Zwykly tekst", Refused::Unknown),
        (&archive, Refused::Foreign(Foreign::Archive)),
        (
            &macros,
            Refused::Macros {
                part: part("ppt/vbaProject.bin"),
            },
        ),
        (
            &bomb,
            Refused::Bomb {
                part: part("ppt/media/image1.bmp"),
            },
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(media_type(bytes), Err(expected));
    }
}
