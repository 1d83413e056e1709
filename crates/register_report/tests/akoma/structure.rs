//! A file as a tree. Reading it fails where it is not well-formed.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// An element with what stands in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    nodes: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Words(String),
    Element(Element),
}

/// The root of a document.
pub fn read(written: &str) -> Element {
    let mut reader = Reader::from_str(written);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => add(&mut open, element(&start)),
            Event::End(_) => {
                let done = open.pop().expect("it was opened");
                add(&mut open, done);
            }
            Event::Text(text) => {
                push(&mut open, text.as_ref());
            }
            Event::GeneralRef(name) => {
                let written = format!("&{};", name.as_ref() as &str);
                let letter = unescape(&written).expect("it is one of the five");
                push(&mut open, &letter);
            }
            Event::Eof => break,
            Event::Decl(_) => {}
            other => panic!("{other:?} is not ours"),
        }
    }
    assert_eq!(open.len(), 1, "all is closed");
    let mut roots = open.remove(0).nodes.into_iter();
    match (roots.next(), roots.next()) {
        (Some(Node::Element(root)), None) => root,
        other => panic!("{other:?} is not one root"),
    }
}

fn add(open: &mut [Element], done: Element) {
    let last = open.last_mut().expect("something holds it");
    last.nodes.push(Node::Element(done));
}

fn push(open: &mut [Element], words: &str) {
    // Between elements a line ends; words of people have another element there.
    if words != "\n" {
        let last = open.last_mut().expect("something holds it");
        last.nodes.push(Node::Words(words.to_owned()));
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("it is well-formed");
        let value = unescape(&attribute.value)
            .expect("it is escaped")
            .into_owned();
        let name: &str = attribute.key.as_ref();
        (name.to_owned(), value)
    });
    Element {
        name: start.name().as_ref().to_owned(),
        attributes: attributes.collect(),
        ..Element::default()
    }
}

impl Element {
    /// The element with this `eId`.
    pub fn find(&self, id: &str) -> &Element {
        let found = self.flat().into_iter().find(|it| it.attribute("eId") == id);
        found.unwrap_or_else(|| panic!("nothing has the id {id}"))
    }

    /// All elements of this name.
    pub fn all(&self, name: &str) -> Vec<&Element> {
        self.flat()
            .into_iter()
            .filter(|it| it.name == name)
            .collect()
    }

    /// The value of an attribute; empty if there is none.
    pub fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }

    /// All values of attributes of this name.
    pub fn values(&self, name: &str) -> Vec<String> {
        let values = self
            .flat()
            .into_iter()
            .map(|it| it.attribute(name).to_owned());
        values.filter(|value| !value.is_empty()).collect()
    }

    /// The elements in it.
    pub fn children(&self) -> Vec<&Element> {
        let elements = self.nodes.iter().filter_map(|node| match node {
            Node::Words(_) => None,
            Node::Element(element) => Some(element),
        });
        elements.collect()
    }

    /// All words in it, in their order.
    pub fn text(&self) -> String {
        let words = self.nodes.iter().map(|node| match node {
            Node::Words(words) => words.clone(),
            Node::Element(element) => element.text(),
        });
        words.collect()
    }

    fn flat(&self) -> Vec<&Element> {
        let inner = self.children().into_iter().flat_map(Element::flat);
        std::iter::once(self).chain(inner).collect()
    }
}
