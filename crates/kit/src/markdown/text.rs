//! Markdown as plain text: what a person would have typed without it. The source itself would do
//! for emphasis, but not for links and for letters that were escaped.

use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, parse_document};

/// Renders CommonMark as text, with the address of a link behind its words and blank lines between
/// paragraphs. Raw HTML is left out, as it is in [`super::html`].
#[must_use]
pub fn text(source: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, source, &super::options());
    let mut out = String::new();
    blocks(root, "", &mut out);
    out.trim_end().to_owned()
}

/// Writes the blocks within a node, each line behind `indent`.
fn blocks<'a>(node: &'a AstNode<'a>, indent: &str, out: &mut String) {
    for block in node.children() {
        match &block.data.borrow().value {
            NodeValue::List(list) => {
                for (number, item) in (list.start..).zip(block.children()) {
                    let mark = match list.list_type {
                        ListType::Bullet => "- ".to_owned(),
                        ListType::Ordered => format!("{number}. "),
                    };
                    let inner = format!("{indent}{}", " ".repeat(mark.len()));
                    let mut words = String::new();
                    blocks(item, &inner, &mut words);
                    if list.tight {
                        words = words.replace("\n\n", "\n");
                    }
                    out.push_str(indent);
                    out.push_str(&mark);
                    out.push_str(words.trim());
                    out.push('\n');
                }
                out.push('\n');
            }
            NodeValue::BlockQuote => blocks(block, &format!("{indent}> "), out),
            NodeValue::CodeBlock(code) => paragraph(&code.literal, indent, out),
            NodeValue::ThematicBreak => paragraph("* * *", indent, out),
            NodeValue::Table(_) => {
                let rows: Vec<String> = block.children().map(row).collect();
                paragraph(&rows.join("\n"), indent, out);
            }
            NodeValue::HtmlBlock(_) => {}
            _ => {
                let mut words = String::new();
                inline(block, &mut words);
                paragraph(&words, indent, out);
            }
        }
    }
}

fn paragraph(words: &str, indent: &str, out: &mut String) {
    for line in words.trim_end().lines() {
        out.push_str(indent);
        out.push_str(line);
        out.push('\n');
    }
    out.push('\n');
}

/// A row of a table: its cells, side by side.
fn row<'a>(row: &'a AstNode<'a>) -> String {
    let cells = row.children().map(|cell| {
        let mut words = String::new();
        inline(cell, &mut words);
        words
    });
    cells.collect::<Vec<_>>().join(" | ")
}

/// Writes what stands within a paragraph.
fn inline<'a>(node: &'a AstNode<'a>, out: &mut String) {
    for part in node.children() {
        match &part.data.borrow().value {
            NodeValue::Text(words) => out.push_str(words),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => out.push('\n'),
            NodeValue::HtmlInline(_) => {}
            NodeValue::Link(link) | NodeValue::Image(link) => {
                let mut words = String::new();
                inline(part, &mut words);
                let address = link.url.strip_prefix("mailto:").unwrap_or(&link.url);
                out.push_str(&words);
                if words.is_empty() {
                    out.push_str(address);
                } else if words != address && words != link.url {
                    out.push_str(&format!(": {address}"));
                }
            }
            _ => inline(part, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_its_words_and_its_address_and_a_bare_one_stands_once() {
        assert_eq!(
            text("Patrz [program](https://kongres.example/program) i https://kongres.example."),
            "Patrz program: https://kongres.example/program i https://kongres.example."
        );
    }

    #[test]
    fn marks_of_emphasis_and_escapes_are_not_read_aloud() {
        assert_eq!(
            text(r"**Sala** \*Wielka\*, *teraz*, `kod`"),
            "Sala *Wielka*, teraz, kod"
        );
    }

    #[test]
    fn paragraphs_lists_and_tables_keep_their_shape() {
        let source = "# Zmiana\n\nJedno\ndrugie\n\n- a\n- b\n  - c\n\n1. x\n2. y\n\n| s | g |\n|---|---|\n| A | 10 |\n";
        assert_eq!(
            text(source),
            "Zmiana\n\nJedno\ndrugie\n\n- a\n- b\n  - c\n\n1. x\n2. y\n\ns | g\nA | 10"
        );
    }

    #[test]
    fn raw_html_is_left_out_and_its_words_stay() {
        assert_eq!(text("<b>a</b> <script>x</script>"), "a x");
        assert_eq!(text("<script>\nalert(1)\n</script>"), "");
    }
}
