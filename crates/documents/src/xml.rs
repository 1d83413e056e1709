//! XML of a part, element by element: nothing is held but the place where one is.
//!
//! A document type is refused, since only those define entities; depth is limited, so what walks the
//! tree may recurse. Names lose their prefixes: programs choose them freely, and in office documents the
//! rest of the name is enough.

use std::cell::Cell;
use std::io::{BufReader, Read};
use std::rc::Rc;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

use crate::limits::{DEPTH, PART_BYTES, SIDE_PART_BYTES};
use crate::package::{Package, Part, damaged, from_io};
use crate::refused::Refused;

/// The start of an element.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.parse().ok()
    }
}

/// What comes next in an element.
#[derive(Debug)]
pub(crate) enum Node {
    Open(Element),
    Text(String),
    /// The end of the element that is open, or of the part.
    Close,
}

/// A part while it is read.
pub(crate) struct Xml<R: Read> {
    part: String,
    reader: Reader<BufReader<R>>,
    buffer: Vec<u8>,
    depth: usize,
    /// Bytes read since the last piece.
    node: Rc<Cell<u64>>,
}

impl<'a> Xml<Part<'a>> {
    /// A part that holds what people came for.
    pub(crate) fn part(package: &'a Package<'_>, name: &str) -> Result<Self, Refused> {
        Self::open(package, name, PART_BYTES)
    }

    /// A part beside it.
    pub(crate) fn side_part(package: &'a Package<'_>, name: &str) -> Result<Self, Refused> {
        Self::open(package, name, SIDE_PART_BYTES)
    }

    fn open(package: &'a Package<'_>, name: &str, most: u64) -> Result<Self, Refused> {
        let part = package.part(name, most)?;
        let node = Rc::clone(&part.node);
        Ok(Self::new(name, part, node))
    }
}

impl<R: Read> Xml<R> {
    fn new(part: &str, source: R, node: Rc<Cell<u64>>) -> Self {
        let mut reader = Reader::from_reader(BufReader::new(source));
        reader.config_mut().expand_empty_elements = true;
        Self {
            part: part.to_owned(),
            reader,
            buffer: Vec::new(),
            depth: 0,
            node,
        }
    }

    pub(crate) fn next(&mut self) -> Result<Node, Refused> {
        loop {
            self.buffer.clear();
            self.node.set(0);
            let part = &self.part;
            match self.reader.read_event_into(&mut self.buffer) {
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    if DEPTH < self.depth {
                        let part = part.clone();
                        return Err(Refused::TooDeep { part, most: DEPTH });
                    }
                    return element(&start, part).map(Node::Open);
                }
                Ok(Event::End(_)) => {
                    self.depth -= 1;
                    return Ok(Node::Close);
                }
                Ok(Event::Text(text)) => return Ok(Node::Text(text.xml10_content().into_owned())),
                Ok(Event::CData(text)) => return Ok(Node::Text(text.xml10_content().into_owned())),
                Ok(Event::GeneralRef(reference)) => {
                    return letter(&reference, part).map(Node::Text);
                }
                Ok(Event::DocType(_)) => {
                    return Err(Refused::Entities { part: part.clone() });
                }
                Ok(Event::Eof) if self.depth == 0 => return Ok(Node::Close),
                Ok(Event::Eof) => return Err(damaged(part, "it ends in the middle")),
                Ok(_) => {}
                Err(Error::Io(error)) => return Err(from_io(part, &error)),
                Err(error) => return Err(damaged(part, &error.to_string())),
            }
        }
    }

    /// The next element within the one that is open; `None` at its end. Each must be read to its end.
    pub(crate) fn child(&mut self) -> Result<Option<Element>, Refused> {
        loop {
            match self.next()? {
                Node::Open(element) => return Ok(Some(element)),
                Node::Close => return Ok(None),
                Node::Text(_) => {}
            }
        }
    }

    /// Leaves the element that is open.
    pub(crate) fn skip(&mut self) -> Result<(), Refused> {
        self.seek(|_| {})
    }

    /// Leaves the element that is open and shows the elements in it.
    pub(crate) fn seek(&mut self, mut see: impl FnMut(&Element)) -> Result<(), Refused> {
        let mut open = 1;
        while open != 0 {
            match self.next()? {
                Node::Open(element) => {
                    see(&element);
                    open += 1;
                }
                Node::Close => open -= 1,
                Node::Text(_) => {}
            }
        }
        Ok(())
    }

    /// All letters of the element that is open, to its end.
    pub(crate) fn text(&mut self) -> Result<String, Refused> {
        let mut all = String::new();
        let mut open = 1;
        while open != 0 {
            match self.next()? {
                Node::Open(_) => open += 1,
                Node::Close => open -= 1,
                Node::Text(text) => all.push_str(&text),
            }
        }
        Ok(all)
    }
}

fn element(start: &BytesStart<'_>, part: &str) -> Result<Element, Refused> {
    let mut attributes = Vec::new();
    // Looking for doubles takes the square of their number.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| damaged(part, &error.to_string()))?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|_| Refused::Entities {
                part: part.to_owned(),
            })?;
        let name = attribute.key.local_name().as_ref().to_owned();
        attributes.push((name, value.into_owned()));
    }
    let name = start.local_name().as_ref().to_owned();
    Ok(Element { name, attributes })
}

fn letter(reference: &BytesRef<'_>, part: &str) -> Result<String, Refused> {
    if let Some(words) = resolve_predefined_entity(reference) {
        return Ok(words.to_owned());
    }
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => Ok(letter.to_string()),
        Ok(None) => Err(Refused::Entities {
            part: part.to_owned(),
        }),
        Err(error) => Err(damaged(part, &error.to_string())),
    }
}
