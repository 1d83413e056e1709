//! What is written as Markdown reads back as it was, for whatever anybody typed.

mod support;

use proptest::prelude::*;
use support::{markdown, prose};
use wiec_text::Document;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn markdown_that_is_written_reads_back_as_the_same_document(source in markdown()) {
        let document = Document::from_markdown(&source);
        let written = document.to_markdown();
        prop_assert_eq!(&Document::from_markdown(&written), &document, "written as:\n{}", written);
    }

    #[test]
    fn a_document_kept_as_json_is_the_same_document(source in prose()) {
        let document = Document::from_markdown(&source);
        let json = serde_json::to_string(&document).expect("a document is JSON");
        prop_assert_eq!(serde_json::from_str::<Document>(&json).expect("its own JSON"), document);
    }
}

#[test]
fn prose_is_written_as_people_write_it() {
    let source = "# Cel\n\nGmina **przyjmuje** plan (art. 6) – „na *pięć* lat”.\n\n1. pierwszy,\n2. drugi:\n   - głębszy,\n\n   ciąg dalszy.\n\n> Cytat.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    let written = Document::from_markdown(source).to_markdown();
    assert_eq!(written, source.replace("*pięć*", "_pięć_"));
}

#[test]
fn raw_html_is_read_as_the_letters_it_is_typed_in() {
    let document = Document::from_markdown("dla n <m i k> 3 <b>x</b>");
    assert_eq!(
        document.blocks()[0].content.text.letters(),
        "dla n <m i k> 3 <b>x</b>"
    );
}

#[test]
fn a_file_with_one_anchor_twice_is_refused() {
    let mut json =
        serde_json::to_value(Document::from_markdown("a\n\nb")).expect("a document is JSON");
    json["blocks"][1]["anchor"] = "p1".into();
    assert!(serde_json::from_value::<Document>(json).is_err());
}

#[test]
fn nesting_that_nobody_writes_keeps_its_words_and_the_stack() {
    for source in [
        format!("{}kres", "> ".repeat(20_000)),
        format!("{}kres", "- ".repeat(5_000)),
        format!("{}kres{}", "*a **b ".repeat(5_000), " c** d*".repeat(5_000)),
        format!("{}kres{}", "![".repeat(5_000), "](x)".repeat(5_000)),
    ] {
        let document = Document::from_markdown(&source);
        assert!(document.to_markdown().contains("kres"));
    }
}
