//! CommonMark with tables, as blocks. What this crate has no block for keeps its words: raw HTML is read
//! as the letters it is typed in, a picture as a link to it, a list within a quotation as quoted lines.

use comrak::nodes::{AstNode, ListType, NodeList, NodeValue};
use comrak::{Arena, Options, parse_document};

use crate::address::Address;
use crate::document::{Content, Document, Kind, Marker};
use crate::rich::{Style, Text};
use crate::tidy::CELL;

impl Document {
    /// Reads Markdown as a new text. Everything reads as something; there are no errors.
    #[must_use]
    pub fn from_markdown(markdown: &str) -> Self {
        Self::new(contents(markdown))
    }
}

/// Reads Markdown as blocks without anchors.
pub(crate) fn contents(markdown: &str) -> Vec<Content> {
    let arena = Arena::new();
    let mut options = Options::default();
    // Strike-through is left out on purpose: in this crate a line through words means an amendment.
    options.extension.table = true;
    let root = parse_document(&arena, markdown, &options);
    let mut reading = Reading::default();
    reading.blocks(root, &Within::default());
    crate::tidy::tidy(&mut reading.contents);
    reading.contents
}

#[derive(Default)]
struct Reading {
    contents: Vec<Content>,
}

/// Deeper nesting is read as mere words: nobody writes it, and a stack has an end.
const DEEPEST: usize = 60;

/// What surrounds a block.
#[derive(Clone, Copy, Default)]
struct Within {
    depth: u8,
    levels: usize,
    quoted: Quoted,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Quoted {
    #[default]
    No,
    Yes,
}

impl Reading {
    fn blocks<'a>(&mut self, node: &'a AstNode<'a>, within: &Within) {
        for child in node.children() {
            self.block(child, within);
        }
    }

    fn block<'a>(&mut self, node: &'a AstNode<'a>, within: &Within) {
        let value = &node.data.borrow().value;
        if within.levels > DEEPEST {
            self.add(Kind::Paragraph, flat(node), within);
            return;
        }
        let within = &Within {
            levels: within.levels + 1,
            ..*within
        };
        match value {
            NodeValue::List(list) => self.list(node, list, within),
            NodeValue::BlockQuote => {
                let quoted = Within {
                    quoted: Quoted::Yes,
                    ..*within
                };
                self.blocks(node, &quoted);
            }
            NodeValue::Table(_) => self.table(node, within),
            NodeValue::Heading(heading) if within.depth == 0 => {
                self.add(Kind::Heading(heading.level), inline(node), within);
            }
            NodeValue::ThematicBreak => self.add(Kind::Rule, Text::default(), within),
            NodeValue::CodeBlock(code) => self.add(Kind::Code, Text::plain(&code.literal), within),
            NodeValue::HtmlBlock(html) => {
                self.add(Kind::Paragraph, Text::plain(html.literal.trim()), within);
            }
            _ => self.add(Kind::Paragraph, inline(node), within),
        }
    }

    /// Adds a block; within a quotation every kind of it is quoted words.
    fn add(&mut self, kind: Kind, text: Text, within: &Within) {
        let kind = match within.quoted {
            Quoted::Yes => Kind::Quote,
            Quoted::No => kind,
        };
        let depth = within.depth;
        self.contents.push(Content { kind, depth, text });
    }

    fn list<'a>(&mut self, node: &'a AstNode<'a>, list: &NodeList, within: &Within) {
        for (number, item) in (list.start..).zip(node.children()) {
            let marker = match list.list_type {
                ListType::Bullet => Marker::Bullet,
                ListType::Ordered => Marker::Number(u32::try_from(number).unwrap_or(u32::MAX)),
            };
            match within.quoted {
                Quoted::Yes => self.quoted_item(item, marker, within),
                Quoted::No => self.item(item, marker, within),
            }
        }
    }

    fn item<'a>(&mut self, item: &'a AstNode<'a>, marker: Marker, within: &Within) {
        let within = Within {
            depth: within.depth.saturating_add(1),
            ..*within
        };
        let first = self.contents.len();
        self.blocks(item, &within);
        if let Some(content) = self.contents.get_mut(first) {
            let is_words = matches!(content.kind, Kind::Paragraph | Kind::Heading(_));
            if is_words && content.depth == within.depth {
                content.kind = Kind::Item(marker);
            }
        }
    }

    /// The mark becomes a part of the quoted words.
    fn quoted_item<'a>(&mut self, item: &'a AstNode<'a>, marker: Marker, within: &Within) {
        let first = self.contents.len();
        self.blocks(item, within);
        if let Some(content) = self.contents.get_mut(first) {
            let mut text = Text::plain(&match marker {
                Marker::Bullet => "– ".to_owned(),
                Marker::Number(number) => format!("{number}. "),
            });
            text.append(&content.text);
            content.text = text;
        }
    }

    fn table<'a>(&mut self, table: &'a AstNode<'a>, within: &Within) {
        for row in table.children() {
            let kind = match row.data.borrow().value {
                NodeValue::TableRow(true) => Kind::HeaderRow,
                _ => Kind::Row,
            };
            let cells: Vec<Text> = row.children().map(|cell| inline(cell)).collect();
            self.add(kind, Text::join(&cells, CELL), within);
        }
    }
}

/// The words of a block with their styles.
fn inline<'a>(node: &'a AstNode<'a>) -> Text {
    let mut text = Text::default();
    words(node, &Style::default(), DEEPEST, &mut text);
    text
}

/// All words below a node, without their styles.
fn flat<'a>(node: &'a AstNode<'a>) -> Text {
    let mut text = Text::default();
    for part in node.descendants() {
        flat_part(part, &Style::default(), &mut text);
    }
    text
}

fn flat_part<'a>(part: &'a AstNode<'a>, style: &Style, text: &mut Text) {
    match &part.data.borrow().value {
        NodeValue::Text(letters) => text.push(letters, style),
        NodeValue::Code(code) => text.push(&code.literal, style),
        NodeValue::CodeBlock(code) => text.push(&code.literal, style),
        NodeValue::HtmlInline(html) => text.push(&html.replace('\n', " "), style),
        NodeValue::HtmlBlock(html) => text.push(&html.literal, style),
        NodeValue::SoftBreak | NodeValue::LineBreak => text.push(" ", style),
        _ => {}
    }
}

fn words<'a>(node: &'a AstNode<'a>, style: &Style, levels: usize, text: &mut Text) {
    let Some(levels) = levels.checked_sub(1) else {
        for part in node.descendants() {
            flat_part(part, style, text);
        }
        return;
    };
    for part in node.children() {
        let value = &part.data.borrow().value;
        match value {
            NodeValue::Text(letters) => text.push(letters, style),
            NodeValue::Code(code) => {
                text.push(
                    &code.literal,
                    &Style {
                        code: true,
                        ..style.clone()
                    },
                );
            }
            NodeValue::SoftBreak => text.push(" ", style),
            NodeValue::LineBreak => text.push("\n", style),
            NodeValue::HtmlInline(html) => text.push(&html.replace('\n', " "), style),
            NodeValue::Emph => words(
                part,
                &Style {
                    emphasis: true,
                    ..style.clone()
                },
                levels,
                text,
            ),
            NodeValue::Strong => words(
                part,
                &Style {
                    strong: true,
                    ..style.clone()
                },
                levels,
                text,
            ),
            NodeValue::Link(target) | NodeValue::Image(target) => {
                let address = Address::parse(&target.url).ok();
                let link = address.or_else(|| style.link.clone());
                let style = Style {
                    link,
                    ..style.clone()
                };
                match part.first_child() {
                    Some(_) => words(part, &style, levels, text),
                    None => text.push(&target.url, &style),
                }
            }
            _ => words(part, style, levels, text),
        }
    }
}
