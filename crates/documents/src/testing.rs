//! Office files made of snippets of XML, as programs write them: for tests of whatever reads such files, also
//! those that no program writes.

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::cast_possible_truncation,
    reason = "tests make small files in memory"
)]

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// A zip package of parts, each with its name.
#[must_use]
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content).expect("memory");
        let packed = encoder.finish().expect("memory");
        let mut crc = Crc::new();
        crc.update(content);
        let mut facts = vec![20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0];
        for long in [
            crc.sum(),
            packed.len() as u32,
            content.len() as u32,
            name.len() as u32,
        ] {
            facts.extend(long.to_le_bytes());
        }
        let offset = out.len() as u32;
        out.extend(b"PK\x03\x04");
        out.extend(&facts);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&facts);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = out.len() as u32;
    let count = (parts.len() as u16).to_le_bytes();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count);
    out.extend(count);
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// The part of a Word document or workbook that says what the others are, with nothing in it.
pub const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;

/// The part that says which of the others is the main one.
#[must_use]
pub fn root(main: &str) -> String {
    format!(
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{main}"/></Relationships>"#
    )
}

/// A Word document of a body and more parts; each part beside it is related by its name.
#[must_use]
pub fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:r="r"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    );
    let relations: String = parts
        .iter()
        .map(|(name, _)| {
            format!(r#"<Relationship Id="p{name}" Type="x/{name}" Target="{name}.xml"/>"#)
        })
        .collect();
    let relations = format!(
        r#"<Relationships>{relations}<Relationship Id="rId7" Type="x/hyperlink" Target="https://example.org/plan(1)" TargetMode="External"/><Relationship Id="rId8" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>"#
    );
    let root = root("word/document.xml");
    let names: Vec<String> = parts
        .iter()
        .map(|(name, _)| format!("word/{name}.xml"))
        .collect();
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
    ];
    for (name, (_, content)) in names.iter().zip(parts) {
        all.push((name, content.as_bytes()));
    }
    zip(&all)
}

/// An OpenDocument of a body, its own styles, and a kind.
#[must_use]
pub fn open_document(kind: &str, styles: &str, body: &str) -> Vec<u8> {
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="tb" xmlns:draw="d" xmlns:xlink="x"><office:scripts/><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"#
    );
    zip(&[
        ("mimetype", mimetype.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A workbook of sheets, shared strings and styles.
#[must_use]
pub fn xlsx(sheets: &[(&str, &str)], strings: &str, styles: &str) -> Vec<u8> {
    let mut list = String::new();
    let mut relations = r#"<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="x/styles" Target="/xl/styles.xml"/>"#.to_owned();
    let mut names = Vec::new();
    let mut contents = Vec::new();
    for (index, (name, data)) in sheets.iter().enumerate() {
        list.push_str(&format!(
            r#"<sheet name="{name}" sheetId="{index}" r:id="r{index}"/>"#
        ));
        relations.push_str(&format!(
            r#"<Relationship Id="r{index}" Type="x/worksheet" Target="worksheets/sheet{index}.xml"/>"#
        ));
        names.push(format!("xl/worksheets/sheet{index}.xml"));
        contents.push(format!("<worksheet>{data}</worksheet>"));
    }
    let workbook = format!(r#"<workbook xmlns:r="r"><sheets>{list}</sheets></workbook>"#);
    let relations = format!("<Relationships>{relations}</Relationships>");
    let strings = format!("<sst>{strings}</sst>");
    let styles = format!("<styleSheet>{styles}</styleSheet>");
    let root = root("/xl/workbook.xml");
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ];
    for (name, content) in names.iter().zip(&contents) {
        all.push((name, content.as_bytes()));
    }
    zip(&all)
}
