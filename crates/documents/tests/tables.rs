//! Tables as Excel, LibreOffice, Word and mail programs write them.

use wiec_documents::testing::{docx, open_document, xlsx};
use wiec_documents::{Kind, Refused, Row, Table, Which, read_table};

fn cells(table: &Table) -> Vec<(usize, Vec<&str>)> {
    let row = |row: &'static Row| (row.number, row.cells.iter().map(String::as_str).collect());
    let rows: &'static [Row] = Box::leak(table.rows.clone().into_boxed_slice());
    rows.iter().map(row).collect()
}

const EXCEL: &str = r#"<dimension ref="A1:D6"/><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"/><row r="3"><c r="A3"><v>3</v></c><c r="B3" s="1"><v>45000</v></c><c r="D3"><f>A3/10</f><v>0.30000000000000004</v></c></row><row r="4"><c r="B4" t="inlineStr"><is><r><t>dwie</t></r><r><t xml:space="preserve"> części</t></r></is></c><c r="C4" t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A3:A4"/></mergeCells>"#;
const STRINGS: &str = r#"<si><r><t>Uwa</t></r><r><t>ga</t></r><rPh><t>x</t></rPh></si><si><t>Lp._x000D_
nr</t></si>"#;
const FORMATS: &str = r#"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#;

#[test]
fn a_sheet_of_excel_is_read_with_its_row_numbers() {
    let table = read_table(
        &xlsx(&[("Uwagi", EXCEL)], STRINGS, FORMATS),
        "u.xlsx",
        Which::First,
    )
    .unwrap();
    assert_eq!(table.kind, Kind::Xlsx);
    assert_eq!(
        cells(&table),
        [
            (1, vec!["Lp.\nnr", "Uwaga"]),
            (3, vec!["3", "2023-03-15", "", "0.3"]),
            (4, vec!["3", "dwie części", "TRUE"]),
        ]
    );
}

#[test]
fn a_sheet_is_chosen_by_its_number_and_a_missing_one_is_said() {
    let two = r#"<sheetData><row r="1"><c t="inlineStr"><is><t>B</t></is></c></row></sheetData>"#;
    let file = xlsx(&[("Uwagi", EXCEL), ("Drugi", two)], STRINGS, FORMATS);
    let table = read_table(&file, "u.xlsx", Which::Number(2)).unwrap();
    assert_eq!(table.names, ["Uwagi", "Drugi"]);
    assert_eq!(cells(&table), [(1, vec!["B"])]);
    let refused = Refused::NoSuchTable {
        number: 3,
        tables: 2,
    };
    assert_eq!(read_table(&file, "u.xlsx", Which::Number(3)), Err(refused));
}

#[test]
fn separated_values_are_read_in_the_encodings_and_separators_of_offices() {
    let expected = [
        (1, vec!["Lp", "Uwaga"]),
        (2, vec!["1", "Zażółć, \"gęślą\"\ndalej"]),
    ];
    let text = "Lp;Uwaga\r\n1;\"Zażółć, \"\"gęślą\"\"\r\ndalej\"\r\n";
    let mut wide = vec![0xFE, 0xFF];
    wide.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    let old: Vec<u8> = text
        .chars()
        .map(|letter| match letter {
            'ż' => 0xBF,
            'ó' => 0xF3,
            'ł' => 0xB3,
            'ć' => 0xE6,
            'ę' => 0xEA,
            'ś' => 0x9C,
            'ą' => 0xB9,
            letter => letter as u8,
        })
        .collect();
    let tabs = text.replace(';', "\t");
    let told = format!("sep=;\n{text}");
    for bytes in [
        text.as_bytes(),
        &wide,
        &old,
        tabs.as_bytes(),
        told.as_bytes(),
    ] {
        let table = read_table(bytes, "u.csv", Which::First).unwrap();
        assert_eq!(cells(&table), expected);
    }
}

#[test]
fn a_table_of_word_is_read_with_merged_cells_for_each_row() {
    let cell = |text: &str, merge: &str| {
        format!("<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let first = cell("Miasto", r#"<w:vMerge w:val="restart"/>"#) + &cell("jeden", "");
    let second = cell("", "<w:vMerge/>") + &cell("dwa", "");
    let body = format!("<w:tbl><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>");
    let table = read_table(&docx(&body, &[]), "u.docx", Which::First).unwrap();
    assert_eq!(
        cells(&table),
        [(1, vec!["Miasto", "jeden"]), (2, vec!["Miasto", "dwa"])]
    );
}

#[test]
fn a_sheet_of_libreoffice_ends_where_its_words_end() {
    let body = r#"<table:table table:name="A"><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>Miasto</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>y</text:p><text:p>z</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#;
    let table = read_table(
        &open_document("spreadsheet", "", body),
        "u.ods",
        Which::First,
    )
    .unwrap();
    assert_eq!(
        cells(&table),
        [(1, vec!["Miasto", "x", "x"]), (2, vec!["Miasto", "y\nz"])]
    );
}
