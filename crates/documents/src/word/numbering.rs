//! Numbers that Word writes before paragraphs; the document holds only which list they belong to.

use std::collections::BTreeMap;

use crate::package::Package;
use crate::refused::Refused;
use crate::text::label::Digits;
use crate::xml::{Element, Xml};

const LEVELS: usize = 9;

#[derive(Debug, Default)]
pub(crate) struct Numbering {
    forms: BTreeMap<String, Vec<Level>>,
    lists: BTreeMap<String, List>,
    /// How far each form has counted: lists of one form count on.
    counts: BTreeMap<String, [usize; LEVELS]>,
}

#[derive(Debug, Clone)]
struct Level {
    digits: Digits,
    /// `§ %1.`: the number of the first level stands for `%1`.
    label: String,
    start: usize,
}

#[derive(Debug, Default)]
struct List {
    form: String,
    /// Levels that begin anew when the list first appears.
    restarts: Vec<(usize, usize)>,
}

/// What stands before a paragraph.
pub(crate) struct Label {
    pub(crate) digits: Digits,
    pub(crate) number: usize,
    pub(crate) text: String,
}

impl Numbering {
    pub(crate) fn read(package: &Package<'_>, part: &str) -> Result<Self, Refused> {
        let mut xml = Xml::side_part(package, part)?;
        let mut numbering = Self::default();
        xml.child()?;
        while let Some(element) = xml.child()? {
            match element.name.as_str() {
                "abstractNum" => {
                    let id = element.get("abstractNumId").unwrap_or_default().to_owned();
                    let mut levels = Vec::new();
                    xml.seek(|child| collect(&mut levels, child))?;
                    numbering.forms.insert(id, levels);
                }
                "num" => {
                    let id = element.get("numId").unwrap_or_default().to_owned();
                    let mut list = List::default();
                    let mut level = 0;
                    xml.seek(|child| match child.name.as_str() {
                        "abstractNumId" => {
                            list.form = child.get("val").unwrap_or_default().to_owned();
                        }
                        "lvlOverride" => level = child.number("ilvl").unwrap_or(0),
                        "startOverride" if level < LEVELS => {
                            let start = child.number("val").unwrap_or(1);
                            list.restarts.push((level, start));
                        }
                        _ => {}
                    })?;
                    numbering.lists.insert(id, list);
                }
                _ => xml.skip()?,
            }
        }
        Ok(numbering)
    }

    /// Counts a paragraph of a list; `None` when there is no such list.
    pub(crate) fn count(&mut self, list: &str, depth: usize) -> Option<Label> {
        let depth = depth.min(LEVELS - 1);
        let list = self.lists.get_mut(list)?;
        let levels = self.forms.get(&list.form)?;
        let level = levels.get(depth)?;
        let counts = self.counts.entry(list.form.clone()).or_default();
        for (level, start) in list.restarts.drain(..) {
            counts[level] = start.saturating_sub(1);
        }
        if counts[depth] == 0 {
            counts[depth] = level.start.saturating_sub(1);
        }
        counts[depth] = counts[depth].saturating_add(1);
        counts[depth + 1..].fill(0);
        Some(Label {
            digits: level.digits,
            number: counts[depth],
            text: label(levels, counts, depth),
        })
    }
}

fn collect(levels: &mut Vec<Level>, child: &Element) {
    let value = child.get("val").unwrap_or_default();
    let is_new = child.name == "lvl" && levels.len() < LEVELS;
    match (child.name.as_str(), levels.last_mut()) {
        _ if is_new => levels.push(Level {
            digits: Digits::Decimal,
            label: String::new(),
            start: 1,
        }),
        ("start", Some(level)) => level.start = value.parse().unwrap_or(1),
        ("lvlText", Some(level)) => level.label = value.chars().take(60).collect(),
        ("numFmt", Some(level)) => {
            level.digits = match value {
                "none" => Digits::None,
                "bullet" => Digits::Bullet,
                "lowerLetter" => Digits::Lower,
                "upperLetter" => Digits::Upper,
                "lowerRoman" => Digits::LowerRoman,
                "upperRoman" => Digits::UpperRoman,
                _ => Digits::Decimal,
            };
        }
        _ => {}
    }
}

fn label(levels: &[Level], counts: &[usize; LEVELS], depth: usize) -> String {
    let mut label = levels[depth].label.clone();
    for (index, level) in levels.iter().enumerate().take(depth + 1) {
        let number = level.digits.write(counts[index].max(1));
        label = label.replace(&format!("%{}", index + 1), &number);
    }
    label
}
