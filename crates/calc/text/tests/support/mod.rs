//! Made-up texts: what people type, and what trips a reader of Markdown.
#![allow(dead_code, reason = "each test takes what it needs")]

use proptest::prelude::*;

/// Pieces of Markdown that get into each other's way, and letters of all kinds.
pub fn markdown() -> impl Strategy<Value = String> {
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
        "<script>",
        "<img src=x onerror=y>",
        "\\",
        "&amp;",
        "&#32;",
        "&lt;",
        "\n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n7. ",
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
        "miasto ",
        "gmina ",
        "najem ",
        "plan. ",
    ]);
    let piece = prop_oneof![9 => marks.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// A text of paragraphs, items and headings of few different words, so that chance finds much in common.
pub fn prose() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "gmina",
        "miasto",
        "prowadzi",
        "w",
        "i",
        "plan",
        "najmu",
        "15",
        "20",
        "rada",
        "ocena",
        "mieszkańców",
        "proc.",
        "oraz,",
        "**rok**",
        "„cel”",
    ]);
    let sentence = prop::collection::vec(word, 1..9).prop_map(|words| words.join(" ") + ". ");
    let mark = prop::sample::select(vec!["", "", "", "- ", "1. ", "# ", "> ", "  - "]);
    let block = (mark, prop::collection::vec(sentence, 1..4))
        .prop_map(|(mark, sentences)| format!("{mark}{}\n\n", sentences.concat()));
    prop::collection::vec(block, 0..8).prop_map(|blocks| blocks.concat())
}
