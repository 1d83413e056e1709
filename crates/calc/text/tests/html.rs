//! What is shown: safe whatever was typed, marked for eyes and for ears.

mod support;

use proptest::prelude::*;
use support::{markdown, prose};
use wiec_text::{
    Amendment, Document, Frame, Lines, View, Words, blocks_html, changes_html, compare,
    comparison_html, html,
};

const WORDS: Words<'static> = Words {
    deleted: "usunięto:",
    inserted: "dodano:",
    moved_away: "przeniesiono stąd:",
    moved_here: "przeniesiono tutaj:",
    split: "nowy akapit",
    joined: "połączono akapity",
    reshaped: "zmieniono rodzaj:",
    end: "",
};

const TAGS: [&str; 23] = [
    "p",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "hr",
    "br",
    "table",
    "tr",
    "td",
    "th",
    "em",
    "strong",
    "a",
    "span",
    "del",
    "ins",
];

/// Everything that a tag of ours may carry, up to its value.
const ATTRIBUTES: [&str; 7] = ["id", "class", "value", "scope", "href", "rel", "data-line"];

/// Reads HTML as a browser would and names the first thing that must not be there.
fn forbidden(html: &str) -> Option<String> {
    for part in html.split('<').skip(1) {
        let Some((tag, words)) = part.split_once('>') else {
            return Some(format!("a tag without an end: {part}"));
        };
        let name = tag
            .trim_start_matches('/')
            .split(' ')
            .next()
            .unwrap_or_default();
        if !TAGS.contains(&name) {
            return Some(format!("<{tag}>"));
        }
        for attribute in tag
            .split("\" ")
            .flat_map(|it| it.split_once("=\"").map(|it| it.0))
        {
            let attribute = attribute.split(' ').next_back().unwrap_or_default();
            if !ATTRIBUTES.contains(&attribute) {
                return Some(format!("{attribute} in <{tag}>"));
            }
        }
        if let Some((_, address)) = tag.split_once("href=\"") {
            let lower = address.to_lowercase();
            let scheme = lower
                .split([':', '/', '?', '#', '"'])
                .next()
                .unwrap_or_default();
            let has_scheme = lower[scheme.len()..].starts_with(':');
            if has_scheme && !["http", "https", "mailto", "tel"].contains(&scheme) {
                return Some(format!("an address {address}"));
            }
        }
        if words.contains('>') {
            return Some(format!("an unescaped sign in {words}"));
        }
    }
    None
}

/// Whether each element is closed within the one that it was opened in.
fn is_balanced(html: &str) -> bool {
    let mut open = Vec::new();
    for part in html.split('<').skip(1) {
        let tag = part.split(['>', ' ']).next().unwrap_or_default();
        match tag.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            Some(_) => {}
            None if tag == "br" || tag == "hr" => {}
            None => open.push(tag),
        }
    }
    open.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn html_never_holds_what_nobody_should_run_or_load(a in markdown(), b in markdown()) {
        let before = Document::from_markdown(&a);
        let after = before.revise(&b);
        let lines = Lines::Numbered { first: 1, width: 20 };
        let comparison = compare(&before, &after);
        let mut pages = vec![html(&before, Frame::default()), html(&before, Frame { first_heading: 3, lines })];
        pages.extend([View::Before, View::Marked, View::After, View::Final].map(|view| comparison_html(&comparison, view, &WORDS, 3)));
        for page in pages {
            prop_assert_eq!(forbidden(&page), None, "{}", page);
            prop_assert!(is_balanced(&page), "{}", page);
        }
    }

    #[test]
    fn no_letters_make_it_stumble(a in any::<String>(), b in any::<String>()) {
        let before = Document::from_markdown(&a);
        let comparison = compare(&before, &before.revise(&b));
        prop_assert_eq!(forbidden(&comparison_html(&comparison, View::Marked, &WORDS, 3)), None);
    }

    #[test]
    fn the_final_view_is_the_new_text(a in prose(), b in prose()) {
        let before = Document::from_markdown(&a);
        let after = before.revise(&b);
        let shown = comparison_html(&compare(&before, &after), View::Final, &WORDS, 3);
        prop_assert_eq!(shown, html(&after, Frame::default()));
    }

    #[test]
    fn no_anchor_is_an_id_twice(a in prose(), b in prose()) {
        let before = Document::from_markdown(&a);
        let comparison = compare(&before, &before.revise(&b));
        for view in [View::Before, View::Marked, View::After, View::Final] {
            let page = comparison_html(&comparison, view, &WORDS, 3);
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), count, "{}", page);
        }
    }
}

fn marked(before: &str, after: &str, view: View) -> String {
    let before = Document::from_markdown(before);
    comparison_html(&compare(&before, &before.revise(after)), view, &WORDS, 3)
}

#[test]
fn a_change_is_marked_for_eyes_and_named_for_ears() {
    assert_eq!(
        marked(
            "Co najmniej 15 proc. mieszkań.",
            "Co najmniej 20 proc. mieszkań.",
            View::Marked
        ),
        "<p id=\"p1\">Co najmniej <del><span class=\"vh\"> usunięto: </span>15</del><ins><span class=\"vh\"> dodano: </span>20</ins> proc. mieszkań.</p>\n"
    );
}

#[test]
fn before_shows_what_goes_after_what_is_new_and_final_neither() {
    let (before, after) = ("Plan na 5 lat.", "Plan na 10 lat.");
    assert!(marked(before, after, View::Before).contains("</span>5</del> lat"));
    assert!(!marked(before, after, View::Before).contains("10"));
    assert!(marked(before, after, View::After).contains("</span>10</ins> lat"));
    assert_eq!(
        marked(before, after, View::Final),
        "<p id=\"p1\">Plan na 10 lat.</p>\n"
    );
}

#[test]
fn a_joined_paragraph_can_still_be_reached_by_its_anchor() {
    let page = marked(
        "Ocena odbywa się co roku.\n\nWynik omawia rada gminy.",
        "Ocena odbywa się co roku. Wynik omawia rada gminy.",
        View::Marked,
    );
    assert!(
        page.contains("<span id=\"p2\"></span>") && page.contains("połączono akapity"),
        "{page}"
    );
}

#[test]
fn a_split_paragraph_says_so_and_nothing_of_the_space_that_went() {
    let page = marked(
        "Ocena odbywa się co roku. Wynik omawia rada gminy.",
        "Ocena odbywa się co roku.\n\nWynik omawia rada gminy.",
        View::Marked,
    );
    assert_eq!(
        page,
        "<p id=\"p1\">Ocena odbywa się co roku.<ins class=\"is-break\"><span class=\"vh\"> nowy akapit </span>¶</ins></p>\n<p id=\"p2\">Wynik omawia rada gminy.</p>\n"
    );
}

#[test]
fn lists_nest_and_keep_their_numbers() {
    assert_eq!(
        html(
            &Document::from_markdown("3. a\n4. b\n   - c\n"),
            Frame::default()
        ),
        "<ol>\n<li value=\"3\" id=\"p1\">a\n</li>\n<li value=\"4\" id=\"p2\">b\n<ul>\n<li id=\"p3\">c\n</li>\n</ul>\n</li>\n</ol>\n"
    );
}

#[test]
fn lines_have_numbers_on_request() {
    let lines = Lines::Numbered {
        first: 7,
        width: 12,
    };
    assert_eq!(
        html(
            &Document::from_markdown("Gmina **przyjmuje** plan."),
            Frame {
                first_heading: 3,
                lines
            }
        ),
        "<p id=\"p1\"><span class=\"line\" data-line=\"7\">Gmina</span> <span class=\"line\" data-line=\"8\"><strong>przyjmuje</strong></span> <span class=\"line\" data-line=\"9\">plan.</span></p>\n"
    );
}

#[test]
fn a_web_address_in_running_words_leads_where_it_says() {
    let page = html(
        &Document::from_markdown("Patrz https://kongres.example/a."),
        Frame::default(),
    );
    assert_eq!(
        page,
        "<p id=\"p1\">Patrz <a href=\"https://kongres.example/a\" rel=\"nofollow noopener\">https://kongres.example/a</a>.</p>\n"
    );
}

#[test]
fn some_blocks_are_rendered_as_they_stand_in_the_whole() {
    let document = Document::from_markdown("## Cel\n\nPierwszy.\n\n- a\n- b");
    let blocks = document.blocks();
    let parts = [&blocks[..2], &blocks[2..]].map(|part| blocks_html(part, Frame::default()));
    assert_eq!(parts.concat(), html(&document, Frame::default()));
}

#[test]
fn only_the_changes_are_rendered_and_without_the_anchors_of_the_text() {
    let base = Document::from_markdown("## Cel\n\nCo najmniej 15 proc.\n\nZostaje.");
    let p2 = "p2".parse().unwrap();
    let amendment = Amendment::rewording(&base, &[(p2, "Co najmniej 20 proc.")]).unwrap();
    let whole = compare(&base, &amendment.apply(&base).unwrap());
    let changes = changes_html(&whole, View::Marked, &WORDS, 4);
    assert_eq!(
        changes,
        "<p>Co najmniej <del><span class=\"vh\"> usunięto: </span>15</del><ins><span class=\"vh\"> dodano: </span>20</ins> proc.</p>\n"
    );
    let part = amendment.comparison(&base).unwrap();
    assert_eq!(changes_html(&part, View::Marked, &WORDS, 4), changes);
}

proptest! {
    #[test]
    fn what_an_amendment_changes_is_the_same_whether_all_is_compared_or_its_blocks(
        a in prose(),
        b in prose(),
    ) {
        let base = Document::from_markdown(&a);
        let amendment = Amendment::whole(&base, &b);
        let part = amendment.comparison(&base).unwrap();
        prop_assert_eq!(part.is_empty(), compare(&base, &amendment.apply(&base).unwrap()).is_empty());
        let anchors = amendment.anchors();
        let kept = base.blocks().iter().filter(|block| anchors.contains(&block.anchor));
        let kept: Vec<_> = kept.cloned().collect();
        let before = part.before();
        prop_assert_eq!(before.blocks(), &kept[..]);
    }
}
