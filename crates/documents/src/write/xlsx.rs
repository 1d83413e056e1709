//! A sheet for people who sort, filter and answer: header that stays in sight, wrapped words, nothing that runs.

use crate::table::column_name;
use crate::write::grid::{Grid, Unwritable};
use crate::write::package::Package;
use crate::write::xml::{DECLARATION, escape, is_xml};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
/// Format 1 is text at the top, wrapped (49 is "text": what is typed over it stays text too); 2 the header.
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF2"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Writes a workbook of one sheet. Every cell is text: "=1+1" stays what a person typed.
///
/// # Errors
///
/// [`Unwritable`] if a row is uneven or a cell longer than spreadsheets allow.
pub fn write_xlsx(grid: &Grid) -> Result<Vec<u8>, Unwritable> {
    grid.check()?;
    let mut package = Package::default();
    let name = escape(&sheet_name(&grid.name));
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    package.add("[Content_Types].xml", &format!("{DECLARATION}{TYPES}"));
    package.add("_rels/.rels", &format!("{DECLARATION}{ROOT}"));
    package.add("xl/workbook.xml", &format!("{DECLARATION}{workbook}"));
    package.add(
        "xl/_rels/workbook.xml.rels",
        &format!("{DECLARATION}{RELATIONS}"),
    );
    package.add("xl/styles.xml", &format!("{DECLARATION}{STYLES}"));
    package.add("xl/worksheets/sheet1.xml", &sheet(grid));
    Ok(package.finish())
}

fn sheet(grid: &Grid) -> String {
    let mut out = format!("{DECLARATION}<worksheet xmlns=\"{MAIN}\">");
    out.push_str(r#"<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#);
    for (index, column) in grid.columns.iter().enumerate() {
        let (at, width) = (index + 1, column.width.clamp(3, 255));
        out.push_str(&format!(
            "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"
        ));
    }
    out.push_str("</cols><sheetData>");
    row(
        &mut out,
        1,
        2,
        grid.columns.iter().map(|column| column.title.as_str()),
    );
    for (index, cells) in grid.rows.iter().enumerate() {
        row(&mut out, index + 2, 1, cells.iter().map(String::as_str));
    }
    let last = format!("{}{}", column_name(grid.columns.len()), grid.rows.len() + 1);
    out.push_str(&format!(
        "</sheetData><autoFilter ref=\"A1:{last}\"/></worksheet>"
    ));
    out
}

fn row<'a>(out: &mut String, number: usize, format: u8, cells: impl Iterator<Item = &'a str>) {
    out.push_str(&format!("<row r=\"{number}\">"));
    for (index, cell) in cells.enumerate() {
        let place = format!("{}{number}", column_name(index + 1));
        out.push_str(&format!(
            "<c r=\"{place}\" s=\"{format}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            encoded(cell)
        ));
    }
    out.push_str("</row>");
}

/// Letters that XML has not as spreadsheets write them, `_x0007_`; what was typed so is told apart.
fn encoded(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    for (at, letter) in cell.char_indices() {
        if !is_xml(letter) || (letter == '_' && is_code(&cell[at..])) {
            out.push_str(&format!("_x{:04X}_", u32::from(letter)));
        } else {
            out.push(letter);
        }
    }
    escape(&out)
}

fn is_code(text: &str) -> bool {
    let code = text.as_bytes().get(..7);
    code.is_some_and(|code| {
        code.starts_with(b"_x") && code[6] == b'_' && code[2..6].iter().all(u8::is_ascii_hexdigit)
    })
}

/// A name as sheets may have it: 31 letters, none of those that formulas use.
fn sheet_name(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|letter| is_xml(*letter) && !"[]:*?/\\'\n\t".contains(*letter))
        .take(31)
        .collect();
    match name.trim() {
        "" => "1".to_owned(),
        name => name.to_owned(),
    }
}
