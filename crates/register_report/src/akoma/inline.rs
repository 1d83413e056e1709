//! Words with their emphasis and links.

use wiec_text::{Run, Text};

use super::xml::{Xml, address};

/// Writes all words of a text.
pub(super) fn write(xml: &mut Xml, text: &Text) {
    for run in text.runs() {
        write_run(xml, run);
    }
}

/// The cells of a row.
pub(super) fn cells(text: &Text) -> Vec<Text> {
    let mut cells = vec![Text::default()];
    for run in text.runs() {
        for (number, letters) in run.letters.split('\t').enumerate() {
            if number > 0 {
                cells.push(Text::default());
            }
            if let Some(cell) = cells.last_mut() {
                cell.push(letters, &run.style);
            }
        }
    }
    cells
}

/// Paragraphs of plain text, a `p` for each line that says something.
pub(super) fn paragraphs(xml: &mut Xml, text: &str) {
    for line in crate::words::paragraphs(text) {
        xml.inline("p", &[], |xml| xml.words(&line));
    }
}

fn write_run(xml: &mut Xml, run: &Run) {
    let style = &run.style;
    match style.link.as_ref().and_then(|link| href(link.as_str())) {
        Some(href) => xml.inline("a", &[("href", &href)], |xml| strong(xml, run)),
        None => strong(xml, run),
    }
}

/// An address that the schema takes for one; people's are not all.
fn href(link: &str) -> Option<String> {
    let is_ours = link.starts_with(['/', '#', '?', '.']) && !link.starts_with("//");
    let is_good = is_ours || url::Url::parse(link).is_ok();
    is_good.then(|| address(link))
}

fn strong(xml: &mut Xml, run: &Run) {
    match run.style.strong {
        true => xml.inline("b", &[], |xml| emphasis(xml, run)),
        false => emphasis(xml, run),
    }
}

fn emphasis(xml: &mut Xml, run: &Run) {
    match run.style.emphasis {
        true => xml.inline("i", &[], |xml| code(xml, run)),
        false => code(xml, run),
    }
}

fn code(xml: &mut Xml, run: &Run) {
    match run.style.code {
        true => xml.inline("span", &[("class", "code")], |xml| letters(xml, run)),
        false => letters(xml, run),
    }
}

fn letters(xml: &mut Xml, run: &Run) {
    for (number, line) in run.letters.split('\n').enumerate() {
        if number > 0 {
            xml.line_end();
        }
        xml.words(line);
    }
}
