//! Which column of a table is which: guessed, shown with its first rows, and read from the form.

use jiff::Timestamp;
use jiff::civil::time;
use wiec_documents::{Field as Column, Mapping, Table, Which};
use wiec_kit::dates;
use wiec_kit::form::Form;
use wiec_model::{Lang, Zone};

/// So many rows are shown of each column.
const SAMPLES: usize = 3;
/// More rows above the remarks would be no table.
const HEADER: u32 = 20_000;

/// A column of the file on the page.
pub struct ColumnRow {
    /// The name of its field in the form.
    pub name: String,
    /// What the file calls it: `C: Treść uwagi`.
    pub label: String,
    /// What stands in its first rows.
    pub samples: Vec<String>,
    /// Whether nothing is taken from it.
    pub is_unused: bool,
}

/// What somebody said of a table.
pub struct Wanted {
    /// Which column is which.
    pub mapping: Mapping,
    /// When the table came.
    pub received_at: Timestamp,
    /// In which language it is.
    pub lang: Lang,
}

/// The key of a field in forms.
pub const fn key(column: Column) -> &'static str {
    match column {
        Column::Number => "number",
        Column::Body => "body",
        Column::About => "about",
        Column::CurrentWording => "current",
        Column::Remark => "remark",
        Column::Reasons => "reasons",
        Column::ProposedWording => "wording",
        Column::Answer => "answer",
        Column::Contact => "contact",
    }
}

/// Which table of the file the form is about.
pub fn which(form: &Form) -> Which {
    match form.value("table").parse() {
        Ok(number) => Which::Number(number),
        Err(_) => Which::First,
    }
}

/// The form with what the header says of the columns.
pub fn guessed(form: Form, table: &Table) -> Form {
    let mapping = Mapping::guess(table);
    let header = mapping.header_row().unwrap_or(0);
    let mut form = form.with("header", header);
    for column in 1..=width(table) {
        let mut all = Column::ALL.into_iter();
        let holds = all.find(|field| mapping.column(*field) == Some(column));
        form = form.with(&name(column), holds.map_or("", key));
    }
    form
}

/// The columns of a table as the page shows them.
pub fn columns(form: &Form, table: &Table) -> Vec<ColumnRow> {
    let header: usize = form.value("header").parse().unwrap_or(0);
    let cell = |row: &wiec_documents::Row, column: usize| {
        row.cells.get(column - 1).cloned().unwrap_or_default()
    };
    let heads = table.rows.iter().find(|row| row.number == header);
    let below = || table.rows.iter().filter(|row| row.number > header);
    let column = |column: usize| {
        let head = heads.map(|row| cell(row, column)).unwrap_or_default();
        let filled = below().map(|row| cell(row, column));
        ColumnRow {
            label: match head.as_str() {
                "" => letters(column),
                head => format!("{}: {head}", letters(column)),
            },
            samples: filled
                .filter(|cell| !cell.is_empty())
                .take(SAMPLES)
                .map(|cell| cell.chars().take(200).collect())
                .collect(),
            is_unused: form.value(&name(column)).is_empty(),
            name: name(column),
        }
    };
    (1..=width(table)).map(column).collect()
}

/// Reads what somebody said; `None` if something is wrong with it, which the form then says.
pub fn read(form: &mut Form, table: &Table, now: Timestamp, zone: &Zone) -> Option<Wanted> {
    let m = form.words();
    let mut mapping = Mapping::default();
    let header = form
        .typed("header", m.office_table_header())
        .number(0..=HEADER);
    if let Some(row) = header.filter(|row| *row > 0) {
        mapping.set_header_row(usize::try_from(row).unwrap_or(usize::MAX));
    }
    for column in 1..=width(table) {
        let name = name(column);
        let label = m.office_table_column(letters(column));
        let holds = form
            .typed(&name, &label)
            .choice(|raw| Column::ALL.into_iter().find(|field| key(*field) == raw));
        let Some(field) = holds else { continue };
        if mapping.column(field).is_some() {
            form.fail(&name, &label, m.office_table_column_twice());
        } else {
            mapping.set(field, column);
        }
    }
    let holds_any = |field| mapping.column(field).is_some();
    if !holds_any(Column::Remark) && !holds_any(Column::ProposedWording) {
        let label = m.office_table_column(letters(1));
        form.fail(&name(1), label, m.office_fault_no_remark_column());
    }
    let lang = form
        .typed("lang", m.office_typing_lang())
        .required()
        .choice(|key| Lang::ALL.into_iter().find(|lang| lang.code() == key));
    let received_at = received(form, now, zone);
    form.is_valid().then_some(())?;
    Some(Wanted {
        mapping,
        received_at: received_at?,
        lang: lang?,
    })
}

fn received(form: &mut Form, now: Timestamp, zone: &Zone) -> Option<Timestamp> {
    let m = form.words();
    let label = m.office_table_received();
    let day = form.typed("received", label).required().date()?;
    if dates::date_of(now, zone) < day {
        form.fail("received", label, m.office_typing_in_the_future());
        return None;
    }
    let noon = day.to_datetime(time(12, 0, 0, 0));
    let noon = zone.rules().to_timestamp(noon).ok()?;
    Some(noon.min(now))
}

fn name(column: usize) -> String {
    format!("column-{column}")
}

fn width(table: &Table) -> usize {
    let widths = table.rows.iter().map(|row| row.cells.len());
    widths.max().unwrap_or(0)
}

/// A, B … Z, AA, as spreadsheets call their columns.
fn letters(mut column: usize) -> String {
    let mut letters = String::new();
    while column > 0 {
        let letter = u8::try_from((column - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        column = (column - 1) / 26;
    }
    letters
}
