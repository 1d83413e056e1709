//! What is written as Markdown reads back as it was, for whatever anybody typed.

use proptest::prelude::*;
use wiec_text::Document;

/// Pieces of Markdown that get into each other's way, and letters of all kinds.
fn markdown() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "[",
        "](x)",
        "](<a b>)",
        "](javascript:x)",
        "![",
        "<b>",
        "</b>",
        "<!--",
        "\\",
        "&amp;",
        "&#32;",
        "\n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n   ",
        "\n      - ",
        "\n> ",
        "\n# ",
        "\n## ",
        "\n---\n",
        "\n===\n",
        "|",
        "\n|---|---|\n",
        "\n| a | b |\n|---|---|\n| c | d |\n",
        "\n```\n",
        "~~",
        "  \n",
        "\\\n",
        " ",
        "\t",
        "\u{a0}",
        "!",
        ".",
        ",",
        "„",
        "”",
        "–",
        "https://a.example/?b&c=d",
        "a",
        "żółć",
        "w",
        "15",
        "2.",
        "3)",
        "#",
        "-",
        "+",
        "=",
        ":",
        "😀",
        "e\u{301}",
    ]);
    let piece = prop_oneof![9 => marks.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn markdown_that_is_written_reads_back_as_the_same_document(source in markdown()) {
        let document = Document::from_markdown(&source);
        let written = document.to_markdown();
        prop_assert_eq!(&Document::from_markdown(&written), &document, "written as:\n{}", written);
    }
}
