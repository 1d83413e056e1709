//! Blocks as a hierarchy: headings become sections within sections, items points of lists within points.

use wiec_text::{Content, Kind, Marker};

use super::inline;
use super::xml::Xml;

/// A block with the id that it gets.
pub(super) type Identified<'a> = (String, &'a Content);

/// Writes blocks in their order, each in the section and item in which it stands.
pub(super) fn write(xml: &mut Xml, blocks: &[Identified<'_>]) {
    let mut body = Body {
        xml,
        open: Vec::new(),
    };
    let mut at = 0;
    while at < blocks.len() {
        at += body.block(&blocks[at..]);
    }
    body.close_while(|_| true);
}

/// What is open, from the outside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Section(u8),
    List(u8, Bullets),
    Point(u8),
}

/// Whether the items of a list have numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bullets {
    Dots,
    Numbers,
}

struct Body<'x> {
    xml: &'x mut Xml,
    open: Vec<Open>,
}

impl Body<'_> {
    /// Writes the first block and whatever forms one element with it; how many blocks that were.
    fn block(&mut self, blocks: &[Identified<'_>]) -> usize {
        let (id, content) = &blocks[0];
        match content.kind {
            Kind::Heading(level) => self.heading(id, content, level),
            Kind::Item(marker) => self.item(id, content, marker, blocks.get(1)),
            Kind::HeaderRow | Kind::Row => return self.table(blocks),
            Kind::Paragraph => self.paragraph(id, content, &[]),
            Kind::Quote => self.paragraph(id, content, &[("class", "quote")]),
            Kind::Code => self.paragraph(id, content, &[("class", "code")]),
            Kind::Rule => self.paragraph(id, content, &[("class", "rule")]),
        }
        1
    }

    fn heading(&mut self, id: &str, content: &Content, level: u8) {
        self.close_while(|open| match open {
            Open::Section(outer) => level <= outer,
            Open::List(..) | Open::Point(_) => true,
        });
        self.xml.open("section", &[("eId", id)]);
        self.open.push(Open::Section(level));
        self.xml.inline("heading", &[], |xml| {
            inline::write(xml, &content.text);
        });
    }

    fn item(&mut self, id: &str, content: &Content, marker: Marker, next: Option<&Identified<'_>>) {
        let (depth, bullets) = (content.depth, bullets(marker));
        self.close_while(|open| match open {
            Open::Section(_) => false,
            Open::Point(outer) => depth <= outer,
            Open::List(outer, kind) => depth < outer || (depth == outer && kind != bullets),
        });
        let list = Open::List(depth, bullets);
        if self.open.last() != Some(&list) {
            self.xml.open("list", &[("eId", &format!("{id}__list"))]);
            self.open.push(list);
        }
        self.xml.open("point", &[("eId", id)]);
        self.open.push(Open::Point(depth));
        let number = match marker {
            Marker::Bullet => "–".to_owned(),
            Marker::Number(number) => format!("{number}."),
        };
        self.xml.inline("num", &[], |xml| xml.words(&number));
        // What stands below an item makes its own words an introduction.
        let words = match next.is_some_and(|(_, next)| stands_in(next, depth)) {
            true => "intro",
            false => "content",
        };
        self.words(words, id, content);
    }

    fn paragraph(&mut self, id: &str, content: &Content, attributes: &[(&str, &str)]) {
        self.leave_items(content.depth);
        let mut all = vec![("eId", id)];
        all.extend(attributes);
        self.xml.open("paragraph", &all);
        self.words("content", id, content);
        self.xml.close();
    }

    /// A header with the rows below it.
    fn table(&mut self, blocks: &[Identified<'_>]) -> usize {
        let rows = blocks[1..].iter();
        let more = rows.take_while(|(_, content)| content.kind == Kind::Row);
        let rows = &blocks[..1 + more.count()];
        let id = &blocks[0].0;
        self.leave_items(blocks[0].1.depth);
        self.xml
            .open("paragraph", &[("eId", &format!("{id}__rows"))]);
        self.xml
            .open("content", &[("eId", &format!("{id}__content"))]);
        self.xml.open("table", &[("eId", &format!("{id}__table"))]);
        for (id, content) in rows {
            self.row(id, content);
        }
        for _ in 0..3 {
            self.xml.close();
        }
        rows.len()
    }

    fn row(&mut self, id: &str, content: &Content) {
        let cell = match content.kind {
            Kind::HeaderRow => "th",
            _ => "td",
        };
        self.xml.open("tr", &[("eId", id)]);
        for text in inline::cells(&content.text) {
            self.xml.inline(cell, &[], |xml| {
                xml.inline("p", &[], |xml| inline::write(xml, &text));
            });
        }
        self.xml.close();
    }

    fn words(&mut self, element: &'static str, id: &str, content: &Content) {
        let within = format!("{id}__{element}");
        self.xml.open(element, &[("eId", &within)]);
        self.xml
            .inline("p", &[], |xml| inline::write(xml, &content.text));
        self.xml.close();
    }

    /// Closes the items in which a block of this depth does not stand.
    fn leave_items(&mut self, depth: u8) {
        self.close_while(|open| match open {
            Open::Section(_) => false,
            Open::Point(outer) => depth < outer,
            Open::List(outer, _) => depth <= outer,
        });
    }

    fn close_while(&mut self, is_left: impl Fn(Open) -> bool) {
        while self.open.pop_if(|open| is_left(*open)).is_some() {
            self.xml.close();
        }
    }
}

/// Whether a block stands in the item of this depth right before it.
fn stands_in(next: &Content, depth: u8) -> bool {
    match next.kind {
        Kind::Heading(_) => false,
        Kind::Item(_) => depth < next.depth,
        _ => depth <= next.depth,
    }
}

fn bullets(marker: Marker) -> Bullets {
    match marker {
        Marker::Bullet => Bullets::Dots,
        Marker::Number(_) => Bullets::Numbers,
    }
}
