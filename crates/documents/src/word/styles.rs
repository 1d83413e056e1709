//! Styles of a Word document: which paragraphs are headings, what is bold by its style.

use std::collections::BTreeMap;

use crate::package::Package;
use crate::refused::Refused;
use crate::word::properties::{Paragraph, Run, paragraph, run};
use crate::xml::Xml;

/// Styles are based on one another; real ones three or four steps, a circle for ever.
const MOST_STEPS: usize = 20;

#[derive(Debug, Default)]
pub(crate) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    paragraph: Paragraph,
    run: Run,
}

impl Styles {
    pub(crate) fn read(package: &Package<'_>, part: &str) -> Result<Self, Refused> {
        let mut xml = Xml::side_part(package, part)?;
        let mut styles = BTreeMap::new();
        xml.child()?;
        while let Some(element) = xml.child()? {
            let id = element.get("styleId").unwrap_or_default().to_owned();
            let mut style = Style::default();
            while let Some(child) = xml.child()? {
                let value = child.get("val").map(str::to_owned);
                match child.name.as_str() {
                    "pPr" if element.name == "style" => style.paragraph = paragraph(&mut xml)?,
                    "rPr" if element.name == "style" => style.run = run(&mut xml)?,
                    "name" => {
                        style.name = value.unwrap_or_default().to_lowercase();
                        xml.skip()?;
                    }
                    "basedOn" => {
                        style.based_on = value;
                        xml.skip()?;
                    }
                    _ => xml.skip()?,
                }
            }
            if element.name == "style" {
                styles.insert(id, style);
            }
        }
        Ok(Self(styles))
    }

    /// The level of a heading, counted from 1.
    pub(crate) fn heading(&self, id: &str) -> Option<usize> {
        self.chain(id).find_map(|style| {
            let by_name = named_level(&style.name);
            by_name.or(style.paragraph.outline.map(|level| level + 1))
        })
    }

    pub(crate) fn is_contents(&self, id: &str) -> bool {
        self.chain(id)
            .any(|style| style.name.starts_with("toc ") || style.name.starts_with("spis treści"))
    }

    /// The list that paragraphs of a style belong to, and their depth in it.
    pub(crate) fn list(&self, id: &str) -> (Option<String>, Option<usize>) {
        let list = self
            .chain(id)
            .find_map(|style| style.paragraph.list.clone());
        let depth = self.chain(id).find_map(|style| style.paragraph.depth);
        (list, depth)
    }

    /// What a style of letters says, its own word before that of the style it is based on.
    pub(crate) fn run(&self, id: &str) -> Run {
        self.chain(id).fold(Run::default(), |so_far, style| Run {
            bold: so_far.bold.or(style.run.bold),
            italic: so_far.italic.or(style.run.italic),
            hidden: so_far.hidden.or(style.run.hidden),
            style: None,
        })
    }

    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let next = |style: &&'a Style| self.0.get(style.based_on.as_deref()?);
        std::iter::successors(self.0.get(id), next).take(MOST_STEPS)
    }
}

/// Word names its own styles in English in every language; other programs do not.
fn named_level(name: &str) -> Option<usize> {
    if matches!(name, "title" | "tytuł") {
        return Some(1);
    }
    let rest = name
        .strip_prefix("heading ")
        .or_else(|| name.strip_prefix("nagłówek "))?;
    rest.trim()
        .parse()
        .ok()
        .filter(|level| (1..=9).contains(level))
}
