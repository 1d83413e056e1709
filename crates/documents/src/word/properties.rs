//! Properties of paragraphs and of runs, as styles and the text itself have them.

use std::io::Read;

use crate::refused::Refused;
use crate::xml::{Element, Xml};

/// What is said of a paragraph; `None` where nothing is.
#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    pub(crate) style: Option<String>,
    /// The level of its outline, counted from 0.
    pub(crate) outline: Option<usize>,
    /// The list it belongs to; `0` means that it leaves the list of its style.
    pub(crate) list: Option<String>,
    pub(crate) depth: Option<usize>,
    pub(crate) end: ParagraphEnd,
}

/// What tracked changes did with the end of a paragraph.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) enum ParagraphEnd {
    #[default]
    Kept,
    /// The next paragraph goes on here.
    Struck,
}

/// What is said of letters.
#[derive(Debug, Default)]
pub(crate) struct Run {
    pub(crate) style: Option<String>,
    pub(crate) bold: Option<bool>,
    pub(crate) italic: Option<bool>,
    pub(crate) hidden: Option<bool>,
}

/// Reads a `pPr` that is open, to its end.
pub(crate) fn paragraph(xml: &mut Xml<impl Read>) -> Result<Paragraph, Refused> {
    let mut found = Paragraph::default();
    while let Some(child) = xml.child()? {
        match child.name.as_str() {
            "pStyle" => found.style = child.get("val").map(str::to_owned),
            // 9 is Word's number for "no heading".
            "outlineLvl" => found.outline = child.number("val").filter(|level| *level < 9),
            _ => {}
        }
        let is_end = child.name == "rPr";
        let is_list = child.name == "numPr";
        xml.seek(|inner| match inner.name.as_str() {
            "numId" if is_list => found.list = inner.get("val").map(str::to_owned),
            "ilvl" if is_list => found.depth = inner.number("val"),
            "del" | "moveFrom" if is_end => found.end = ParagraphEnd::Struck,
            _ => {}
        })?;
    }
    Ok(found)
}

/// Reads an `rPr` that is open, to its end.
pub(crate) fn run(xml: &mut Xml<impl Read>) -> Result<Run, Refused> {
    let mut found = Run::default();
    while let Some(child) = xml.child()? {
        match child.name.as_str() {
            "rStyle" => found.style = child.get("val").map(str::to_owned),
            "b" => found.bold = Some(is_on(&child)),
            "i" => found.italic = Some(is_on(&child)),
            "vanish" => found.hidden = Some(is_on(&child)),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(found)
}

fn is_on(element: &Element) -> bool {
    !matches!(element.get("val"), Some("0" | "false" | "off"))
}
