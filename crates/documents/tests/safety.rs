//! What strangers send: each gets the refusal that says what it is, and costs little.

use proptest::prelude::*;
use wiec_documents::testing::{TYPES, docx, open_document, root, xlsx, zip};
use wiec_documents::{Foreign, Mapping, Refused, Which, limits, read_table, read_text, remarks};

fn refused(bytes: &[u8]) -> Refused {
    let refused = read_text(bytes, "a.docx").expect_err("it must be refused");
    if !matches!(refused, Refused::NotAText(_)) {
        assert_eq!(
            read_table(bytes, "a.docx", Which::First),
            Err(refused.clone())
        );
    }
    refused
}

fn with_document(document: &[u8]) -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root("word/document.xml").as_bytes()),
        ("word/document.xml", document),
    ])
}

#[test]
fn files_of_other_kinds_are_called_by_their_name() {
    let cases: [(&[u8], Refused); 10] = [
        (b"", Refused::Empty),
        (b"MZ\x90\0\x03\0\0\0", Refused::Program),
        (b"\x7fELF\x02\x01", Refused::Program),
        (b"#!/bin/sh\nrm", Refused::Program),
        (b"%PDF-1.7", Refused::Foreign(Foreign::Pdf)),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
            Refused::Foreign(Foreign::OldOffice),
        ),
        (b"{\\rtf1", Refused::Foreign(Foreign::RichText)),
        (b"  <!DOCTYPE html>", Refused::Foreign(Foreign::WebPage)),
        (b"\x89PNG\r\n", Refused::Foreign(Foreign::Picture)),
        (b"a\0b", Refused::Unknown),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refused(bytes), expected);
    }
}

#[test]
fn a_password_is_told_from_an_old_file() {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(&bytes), Refused::Encrypted);
    let list = br#"<manifest><file-entry><encryption-data/></file-entry></manifest>"#;
    let file = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", list),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(refused(&file), Refused::Encrypted);
}

#[test]
fn a_file_of_200_megabytes_is_refused_by_its_length() {
    let bytes = vec![b'a'; 200 << 20];
    let expected = Refused::FileTooLarge {
        bytes: 200 << 20,
        most: limits::FILE_BYTES,
    };
    assert_eq!(refused(&bytes), expected);
}

#[test]
fn a_zip_bomb_is_refused_before_it_goes_off() {
    // 300 MB of spaces in 300 KB: out of proportion after the first megabytes.
    let mut document = b"<w:document><w:body>".to_vec();
    document.resize(300 << 20, b' ');
    let file = with_document(&document);
    assert!(file.len() < 400_000);
    let part = "word/document.xml".to_owned();
    assert_eq!(refused(&file), Refused::Bomb { part });
}

#[test]
fn a_paragraph_without_end_is_too_much_text() {
    let letters: String = (0..6_000_000u64)
        .map(|at| char::from(b'a' + (at * at % 1_000_003 % 26) as u8))
        .collect();
    let file = docx(&format!("<w:p><w:r><w:t>{letters}</w:t></w:r></w:p>"), &[]);
    let most = limits::NODE_BYTES as usize;
    assert_eq!(refused(&file), Refused::TextTooLong { most });
}

#[test]
fn an_archive_with_a_document_in_it_is_an_archive() {
    let file = zip(&[("inner.docx", &docx("", &[]))]);
    assert_eq!(refused(&file), Refused::Foreign(Foreign::Archive));
}

#[test]
fn entities_are_never_expanded() {
    let external = br#"<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>"#;
    let unknown = b"<w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
    for document in [&external[..], unknown] {
        let part = "word/document.xml".to_owned();
        assert_eq!(
            refused(&with_document(document)),
            Refused::Entities { part }
        );
    }
}

#[test]
fn macros_are_refused_whatever_the_file_is_called() {
    let root = root("word/document.xml");
    let file = zip(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("word/document.xml", b"<d/>"),
        ("word/vbaProject.bin", b"\xd0\xcf"),
    ]);
    let part = "word/vbaProject.bin".to_owned();
    assert_eq!(refused(&file), Refused::Macros { part });
    let file = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("Basic/Standard/Module1.xml", b"<m/>"),
        ("content.xml", b"<c/>"),
    ]);
    let part = "Basic/Standard/Module1.xml".to_owned();
    assert_eq!(refused(&file), Refused::Macros { part });
}

#[test]
fn deep_elements_are_refused() {
    let body = "<w:sdt>".repeat(5_000) + &"</w:sdt>".repeat(5_000);
    let part = "word/document.xml".to_owned();
    let expected = Refused::TooDeep {
        part,
        most: limits::DEPTH,
    };
    assert_eq!(refused(&docx(&body, &[])), expected);
}

#[test]
fn a_file_cut_off_anywhere_is_damaged() {
    let file = docx("<w:p><w:r><w:t>Tekst</w:t></w:r></w:p>", &[]);
    for length in 4..file.len() {
        let refused = refused(&file[..length]);
        assert!(
            matches!(refused, Refused::Damaged { .. }),
            "{length}: {refused}"
        );
    }
}

#[test]
fn a_table_of_100_000_rows_is_refused_at_the_first_row_too_many() {
    let row = r#"<row><c t="s"><v>0</v></c></row>"#;
    let sheet = format!("<sheetData>{}", row.repeat(100_000));
    let strings = "<si><t>x</t></si>";
    // The sheet has no end, which is not noticed: reading stops long before it.
    let file = xlsx(&[("A", &sheet)], strings, "");
    let expected = Err(Refused::TooManyRows { most: limits::ROWS });
    assert_eq!(read_table(&file, "a.xlsx", Which::First), expected);
    let lines = "1;uwaga\n".repeat(100_000);
    assert_eq!(
        read_table(lines.as_bytes(), "a.csv", Which::First),
        expected
    );
    let body = r#"<table:table><table:table-row table:number-rows-repeated="100000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#;
    let file = open_document("spreadsheet", "", body);
    assert_eq!(read_table(&file, "a.ods", Which::First), expected);
}

#[test]
fn one_long_string_in_many_cells_is_too_much_text() {
    let row = r#"<row><c t="s"><v>0</v></c></row>"#.repeat(10_000);
    let sheet = format!("<sheetData>{row}</sheetData>");
    let letters: String = (0..30_000)
        .map(|at| char::from(b'a' + (at * at % 26) as u8))
        .collect();
    let file = xlsx(&[("A", &sheet)], &format!("<si><t>{letters}</t></si>"), "");
    let expected = Err(Refused::TextTooLong {
        most: limits::TEXT_BYTES,
    });
    assert_eq!(read_table(&file, "a.xlsx", Which::First), expected);
}

#[test]
fn a_cell_far_to_the_right_is_too_many_columns() {
    let sheet = r#"<sheetData><row r="7"><c r="ZZZ7"><v>1</v></c></row></sheetData>"#;
    let expected = Err(Refused::TooManyColumns {
        row: 7,
        most: limits::COLUMNS,
    });
    assert_eq!(
        read_table(&xlsx(&[("A", sheet)], "", ""), "a.xlsx", Which::First),
        expected
    );
}

/// Reads in every way; whatever comes of it, nothing panics.
fn read_all(bytes: &[u8]) {
    let _ = read_text(bytes, "a");
    if let Ok(table) = read_table(bytes, "a", Which::First) {
        let _ = remarks(&table, &Mapping::guess(&table));
    }
}

/// Parts of good files, mutated before they are packed, so that the readers of XML meet them.
fn sources() -> Vec<String> {
    vec![
        r#"<w:document><w:body><w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Uwaga</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p><w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"#.to_owned(),
        r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="1"><v>45000.5</v></c></row><row r="2"><c r="B2" t="inlineStr"><is><t>_x000D_ § 4</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>"#.to_owned(),
        r#"<d><office:body><office:text><text:list text:style-name="L"><text:list-item text:start-value="3"><text:p>a<text:s text:c="9"/></text:p></text:list-item></text:list><table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" table:number-rows-spanned="2"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></d>"#.to_owned(),
    ]
}

fn packed(which: usize, source: &[u8]) -> Vec<u8> {
    match which {
        0 => with_document(source),
        1 => zip(&[
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", root("xl/workbook.xml").as_bytes()),
            ("xl/workbook.xml", br#"<w><sheets><sheet name="A" r:id="r"/></sheets></w>"#),
            ("xl/_rels/workbook.xml.rels", br#"<R><Relationship Id="r" Type="x/worksheet" Target="s.xml"/><Relationship Id="t" Type="x/styles" Target="t.xml"/></R>"#),
            ("xl/t.xml", br#"<s><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></s>"#),
            ("xl/s.xml", source),
        ]),
        _ => zip(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", source),
        ]),
    }
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), zipped in any::<bool>()) {
        let mut file = if zipped { b"PK\x03\x04".to_vec() } else { Vec::new() };
        file.extend(bytes);
        read_all(&file);
    }

    #[test]
    fn mutated_packages_never_panic(which in 0..3usize, edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut file = packed(which, sources()[which].as_bytes());
        for (at, byte) in edits {
            let at = at.index(file.len());
            file[at] = byte;
        }
        read_all(&file);
    }

    #[test]
    fn mutated_parts_never_panic(which in 0..3usize, edits in proptest::collection::vec((any::<prop::sample::Index>(), "[0-9<>/\"a-z&;]{0,9}"), 1..4)) {
        let mut source = sources()[which].clone();
        for (at, text) in edits {
            let at = at.index(source.len());
            if source.is_char_boundary(at) {
                source.insert_str(at, &text);
            }
        }
        read_all(&packed(which, source.as_bytes()));
    }
}
