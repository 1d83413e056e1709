//! A report as a document: what it is about, upright; then its table, across, with a header on each page.

use crate::write::grid::{Grid, Unwritable};
use crate::write::package::Package;
use crate::write::xml::{DECLARATION, escape};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// A4 in twentieths of a point, with margins of 2 cm.
const UPRIGHT: &str = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>"#;
const ACROSS: &str = r#"<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>"#;
/// What is left of the long side between the margins.
const ACROSS_WIDTH: u32 = 16_838 - 2 * 1_134;

/// The language of a document, by which screen readers choose a voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Polish.
    Polish,
    /// English.
    English,
}

impl Language {
    fn tag(self) -> &'static str {
        match self {
            Self::Polish => "pl-PL",
            Self::English => "en-GB",
        }
    }
}

/// A passage before the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// A heading below the title.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
}

/// A report to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The language of everything in it.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Facts below the title, with their names: dates, numbers, the version and its digest.
    pub facts: Vec<(String, String)>,
    /// What is said before the table.
    pub passages: Vec<Passage>,
    /// The table.
    pub grid: Grid,
}

/// Writes a document for Word and LibreOffice: language, title and heading styles, a table with a header row
/// that is marked as such and repeated on each page.
///
/// # Errors
///
/// [`Unwritable`] if a row of the table is uneven or a cell longer than we read back.
pub fn write_docx(report: &Report) -> Result<Vec<u8>, Unwritable> {
    report.grid.check()?;
    let mut package = Package::default();
    package.add("[Content_Types].xml", &format!("{DECLARATION}{TYPES}"));
    package.add("_rels/.rels", &format!("{DECLARATION}{ROOT}"));
    package.add("docProps/core.xml", &core(report));
    package.add("word/document.xml", &document(report));
    package.add(
        "word/_rels/document.xml.rels",
        &format!("{DECLARATION}{RELATIONS}"),
    );
    package.add("word/styles.xml", &styles(report.language));
    Ok(package.finish())
}

fn core(report: &Report) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escape(&report.title),
        report.language.tag()
    )
}

fn styles(language: Language) -> String {
    let heading = |id: &str, name: &str, size: u8, level: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/>{level}</w:pPr><w:rPr><w:b/><w:sz w:val=\"{size}\"/></w:rPr></w:style>"
        )
    };
    let tag = language.tag();
    format!(
        "{DECLARATION}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"{tag}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>{}{}</w:styles>",
        heading("Title", "Title", 36, ""),
        heading("Heading1", "heading 1", 28, "<w:outlineLvl w:val=\"0\"/>")
    )
}

fn document(report: &Report) -> String {
    let mut out = format!("{DECLARATION}<w:document xmlns:w=\"{MAIN}\"><w:body>");
    out.push_str(&styled("Title", &report.title));
    for (name, value) in &report.facts {
        let name = format!(
            "<w:r><w:rPr><w:b/></w:rPr>{}</w:r>",
            letters(&format!("{name}: "))
        );
        out.push_str(&format!("<w:p>{name}{}</w:p>", run(value)));
    }
    for passage in &report.passages {
        out.push_str(&match passage {
            Passage::Heading(text) => styled("Heading1", text),
            Passage::Paragraph(text) => format!("<w:p>{}</w:p>", run(text)),
        });
    }
    // The pages so far end with this paragraph; how they lie is said at their end.
    out.push_str(&format!("<w:p><w:pPr>{UPRIGHT}</w:pPr></w:p>"));
    table(&mut out, &report.grid);
    // Word asks for a paragraph after a table.
    out.push_str(&format!("<w:p/>{ACROSS}</w:body></w:document>"));
    out
}

fn table(out: &mut String, grid: &Grid) {
    let all: u32 = grid
        .columns
        .iter()
        .map(|column| u32::from(column.width.max(1)))
        .sum();
    let width = |column: &super::Column| ACROSS_WIDTH * u32::from(column.width.max(1)) / all;
    let widths: Vec<u32> = grid.columns.iter().map(width).collect();
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
    let borders: String = sides
        .iter()
        .map(|side| {
            format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>")
        })
        .collect();
    let name = escape(&grid.name);
    out.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{ACROSS_WIDTH}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{name}\"/></w:tblPr><w:tblGrid>"
    ));
    for width in &widths {
        out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (column, width) in grid.columns.iter().zip(&widths) {
        let words = letters(&column.title);
        cell(
            out,
            *width,
            &format!("<w:r><w:rPr><w:b/></w:rPr>{words}</w:r>"),
        );
    }
    out.push_str("</w:tr>");
    for row in &grid.rows {
        out.push_str("<w:tr>");
        for (text, width) in row.iter().zip(&widths) {
            cell(out, *width, &run(text));
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}

fn cell(out: &mut String, width: u32, runs: &str) {
    out.push_str(&format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p>{runs}</w:p></w:tc>"
    ));
}

fn styled(style: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>",
        run(text)
    )
}

fn run(text: &str) -> String {
    format!("<w:r>{}</w:r>", letters(text))
}

/// Letters with their breaks.
fn letters(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let line = escape(line);
        format!("<w:t xml:space=\"preserve\">{line}</w:t>")
    });
    lines.collect::<Vec<_>>().join("<w:br/>")
}
