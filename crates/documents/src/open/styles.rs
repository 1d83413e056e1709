//! Styles of an OpenDocument: looks of letters, hidden ones, headings by style, forms of lists.

use std::collections::BTreeMap;
use std::io::Read;

use crate::refused::Refused;
use crate::text::label::Digits;
use crate::xml::{Element, Xml};

/// Styles have parents; real ones three or four, a circle for ever.
const MOST_STEPS: usize = 20;

#[derive(Debug, Default)]
pub(crate) struct Styles {
    /// By family and name.
    styles: BTreeMap<(String, String), Style>,
    lists: BTreeMap<String, Vec<Level>>,
    /// Headers and footers that hold anything.
    pub(crate) headers: usize,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    list: Option<String>,
    level: Option<usize>,
    looks: Looks,
}

/// What a style says of letters; `None` where it says nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Looks {
    pub(crate) bold: Option<bool>,
    pub(crate) italic: Option<bool>,
    pub(crate) hidden: Option<bool>,
}

/// A level of a list: what stands before and after its number.
#[derive(Clone, Debug)]
pub(crate) struct Level {
    pub(crate) depth: usize,
    pub(crate) digits: Digits,
    pub(crate) before: String,
    pub(crate) after: String,
    pub(crate) start: usize,
}

impl Styles {
    /// Takes the styles in the element that is open, to its end.
    pub(crate) fn read(
        &mut self,
        xml: &mut Xml<impl Read>,
        element: &Element,
    ) -> Result<(), Refused> {
        match element.name.as_str() {
            "style" => self.style(xml, element),
            "list-style" => self.list_style(xml, element),
            "header" | "footer" => {
                let said = xml.text()?;
                self.headers += usize::from(!said.trim().is_empty());
                Ok(())
            }
            _ => {
                while let Some(child) = xml.child()? {
                    self.read(xml, &child)?;
                }
                Ok(())
            }
        }
    }

    fn style(&mut self, xml: &mut Xml<impl Read>, element: &Element) -> Result<(), Refused> {
        let owned = |name: &str| element.get(name).map(str::to_owned);
        let mut style = Style {
            parent: owned("parent-style-name"),
            list: owned("list-style-name").filter(|name| !name.is_empty()),
            level: element.number("default-outline-level"),
            looks: Looks::default(),
        };
        let key = (
            owned("family").unwrap_or_default(),
            owned("name").unwrap_or_default(),
        );
        if matches!(key.1.as_str(), "Title" | "Tytuł") {
            style.level = Some(1);
        }
        xml.seek(|child| {
            if child.name == "text-properties" {
                style.looks = looks(child);
            }
        })?;
        self.styles.insert(key, style);
        Ok(())
    }

    fn list_style(&mut self, xml: &mut Xml<impl Read>, element: &Element) -> Result<(), Refused> {
        let name = element.get("name").unwrap_or_default().to_owned();
        let mut levels = Vec::new();
        xml.seek(|child| levels.extend(level(child)))?;
        self.lists.insert(name, levels);
        Ok(())
    }

    pub(crate) fn looks(&self, family: &str, name: &str) -> Looks {
        let chain = self.chain(family, name);
        chain.fold(Looks::default(), |so_far, style| Looks {
            bold: so_far.bold.or(style.looks.bold),
            italic: so_far.italic.or(style.looks.italic),
            hidden: so_far.hidden.or(style.looks.hidden),
        })
    }

    /// The level of a paragraph that is a heading by its style.
    pub(crate) fn heading(&self, name: &str) -> Option<usize> {
        let level = self.chain("paragraph", name).find_map(|style| style.level);
        level.filter(|level| *level != 0)
    }

    /// The list that paragraphs of a style belong to.
    pub(crate) fn list_of(&self, name: &str) -> Option<String> {
        self.chain("paragraph", name)
            .find_map(|style| style.list.clone())
    }

    pub(crate) fn level(&self, list: &str, depth: usize) -> Option<&Level> {
        self.lists
            .get(list)?
            .iter()
            .find(|level| level.depth == depth)
    }

    fn chain<'a>(&'a self, family: &str, name: &str) -> impl Iterator<Item = &'a Style> {
        let family = family.to_owned();
        let first = self.styles.get(&(family.clone(), name.to_owned()));
        std::iter::successors(first, move |style| {
            self.styles.get(&(family.clone(), style.parent.clone()?))
        })
        .take(MOST_STEPS)
    }
}

fn looks(element: &Element) -> Looks {
    Looks {
        bold: element
            .get("font-weight")
            .map(|weight| matches!(weight, "bold" | "700" | "800" | "900")),
        italic: element
            .get("font-style")
            .map(|style| matches!(style, "italic" | "oblique")),
        hidden: element.get("display").map(|display| display == "none"),
    }
}

fn level(element: &Element) -> Option<Level> {
    let digits = match element.name.as_str() {
        "list-level-style-bullet" | "list-level-style-image" => Digits::Bullet,
        "list-level-style-number" => match element.get("num-format") {
            None | Some("") => Digits::None,
            Some("a") => Digits::Lower,
            Some("A") => Digits::Upper,
            Some("i") => Digits::LowerRoman,
            Some("I") => Digits::UpperRoman,
            Some(_) => Digits::Decimal,
        },
        _ => return None,
    };
    let sign = |name| element.get(name).unwrap_or_default().to_owned();
    Some(Level {
        depth: element.number("level")?.checked_sub(1)?,
        digits,
        before: sign("num-prefix"),
        after: sign("num-suffix"),
        start: element.number("start-value").unwrap_or(1),
    })
}
