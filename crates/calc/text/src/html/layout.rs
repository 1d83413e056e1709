//! Blocks as elements: lists are opened and closed around their items, tables around their rows.

use crate::compare::Head;
use crate::document::{Anchor, Kind, Marker};

/// A block that is to be laid out.
pub(super) struct Shown {
    pub(super) head: Head,
    pub(super) id: Option<Anchor>,
    /// Anchors of blocks that were joined to this one: their addresses still lead here.
    pub(super) also: Vec<Anchor>,
    pub(super) class: Option<&'static str>,
    /// The HTML of its cells; one, unless it is a row.
    pub(super) inner: Vec<String>,
}

impl Shown {
    pub(super) fn plain(head: Head, inner: Vec<String>) -> Self {
        Self {
            head,
            id: Some(head.anchor),
            also: Vec::new(),
            class: None,
            inner,
        }
    }

    pub(super) fn marked(head: Head, class: &'static str, inner: Vec<String>) -> Self {
        Self {
            class: Some(class),
            ..Self::plain(head, inner)
        }
    }

    fn attributes(&self) -> String {
        let id = self.id.map(|anchor| format!(" id=\"{anchor}\""));
        let class = self.class.map(|class| format!(" class=\"{class}\""));
        id.unwrap_or_default() + &class.unwrap_or_default()
    }

    fn words(&self) -> String {
        let also = self
            .also
            .iter()
            .map(|anchor| format!("<span id=\"{anchor}\"></span>"));
        also.collect::<String>() + &self.inner.join(" ")
    }
}

/// The page so far.
pub(super) struct Layout {
    out: String,
    first_heading: u8,
    /// The open lists, outermost first; each has an open item.
    lists: Vec<&'static str>,
    in_table: bool,
}

impl Layout {
    pub(super) fn new(first_heading: u8) -> Self {
        Self {
            out: String::new(),
            first_heading,
            lists: Vec::new(),
            in_table: false,
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.close_table();
        self.close_lists(0);
        self.out
    }

    pub(super) fn add(&mut self, shown: Shown) {
        let kind = shown.head.kind;
        if kind != Kind::Row {
            self.close_table();
        }
        let depth = usize::from(shown.head.depth);
        match kind {
            Kind::Item(marker) => self.item(depth.max(1), marker, &shown),
            _ => {
                self.close_lists(depth);
                self.block(&shown);
            }
        }
    }

    fn block(&mut self, shown: &Shown) {
        let (attributes, words) = (shown.attributes(), shown.words());
        let html = match shown.head.kind {
            Kind::Heading(level) => {
                let level = (level.max(1) + self.first_heading.max(1) - 1).min(6);
                format!("<h{level}{attributes}>{words}</h{level}>\n")
            }
            Kind::Quote => format!("<blockquote{attributes}><p>{words}</p></blockquote>\n"),
            Kind::Code => format!(
                "<pre{attributes}><code>{}</code></pre>\n",
                words.replace("<br>", "")
            ),
            Kind::Rule => format!("<hr{attributes}>\n"),
            Kind::HeaderRow => self.row(shown, "th scope=\"col\""),
            Kind::Row => self.row(shown, "td"),
            Kind::Paragraph | Kind::Item(_) => format!("<p{attributes}>{words}</p>\n"),
        };
        self.out.push_str(&html);
    }

    fn row(&mut self, shown: &Shown, cell: &str) -> String {
        let start = if self.in_table { "" } else { "<table>\n" };
        self.in_table = true;
        let cells = shown
            .inner
            .iter()
            .map(|inner| format!("<{cell}>{inner}</{}>", &cell[..2]));
        format!(
            "{start}<tr{}>{}</tr>\n",
            shown.attributes(),
            cells.collect::<String>()
        )
    }

    fn item(&mut self, depth: usize, marker: Marker, shown: &Shown) {
        let (list, value) = match marker {
            Marker::Bullet => ("ul", String::new()),
            Marker::Number(number) => ("ol", format!(" value=\"{number}\"")),
        };
        self.close_lists(depth);
        if self.lists.len() == depth && self.lists[depth - 1] == list {
            self.out.push_str("</li>\n");
        } else {
            self.close_lists(depth - 1);
            self.out.push_str(&format!("<{list}>\n"));
            self.lists.push(list);
        }
        self.out.push_str(&format!(
            "<li{value}{}>{}\n",
            shown.attributes(),
            shown.words()
        ));
    }

    fn close_lists(&mut self, depth: usize) {
        while self.lists.len() > depth {
            if let Some(list) = self.lists.pop() {
                self.out.push_str(&format!("</li>\n</{list}>\n"));
            }
        }
    }

    fn close_table(&mut self) {
        if self.in_table {
            self.out.push_str("</table>\n");
            self.in_table = false;
        }
    }
}
