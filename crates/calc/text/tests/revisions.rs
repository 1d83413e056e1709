//! What holds for all revisions: the difference rebuilds both, anchors last, amendments do what they say.

mod support;

use proptest::prelude::*;
use support::{markdown, prose};
use wiec_text::{
    Amendment, Anchor, ApplyError, Document, Piece, Place, Text, compare, marked, pieces,
};

fn source() -> impl Strategy<Value = String> {
    prop_oneof![prose(), prose(), markdown()]
}

fn anchors(document: &Document) -> Vec<Anchor> {
    document.blocks().iter().map(|block| block.anchor).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn applying_the_difference_to_the_old_text_gives_the_new_one(a in source(), b in source()) {
        let before = Document::from_markdown(&a);
        let after = before.revise(&b);
        let comparison = compare(&before, &after);
        prop_assert_eq!(comparison.apply(&before), Ok(after));
        prop_assert_eq!(comparison.before(), before);
    }

    #[test]
    fn a_revision_says_what_was_typed(a in source(), b in source()) {
        let revised = Document::from_markdown(&a).revise(&b);
        let typed = Document::from_markdown(&b);
        let contents = |it: &Document| it.blocks().iter().map(|it| it.content.clone()).collect::<Vec<_>>();
        prop_assert_eq!(contents(&revised), contents(&typed));
    }

    #[test]
    fn an_anchor_is_given_once_and_never_to_another_block(a in source(), b in source(), c in source()) {
        let first = Document::from_markdown(&a);
        let second = first.revise(&b);
        let third = second.revise(&c);
        for (older, newer) in [(&first, &second), (&second, &third)] {
            let mut names = anchors(newer);
            names.sort_unstable();
            names.dedup();
            prop_assert_eq!(names.len(), newer.blocks().len());
            for name in names {
                let is_new = name >= older.next_anchor();
                prop_assert!(is_new || older.find(name).is_some(), "{} came back", name);
                prop_assert!(name < newer.next_anchor());
            }
        }
    }

    #[test]
    fn an_amendment_between_two_revisions_makes_one_of_the_other(a in source(), b in source()) {
        let base = Document::from_markdown(&a);
        let target = base.revise(&b);
        let amendment = Amendment::between(&base, &target);
        prop_assert_eq!(amendment.apply(&base), Ok(target));
    }

    #[test]
    fn an_amended_amendment_is_both_one_after_the_other(a in prose(), b in prose(), c in prose()) {
        let base = Document::from_markdown(&a);
        let first = Amendment::whole(&base, &b);
        let between = first.apply(&base).expect("made for this text");
        let second = Amendment::whole(&between, &c);
        let both = first.amended(&base, &second).expect("made for these texts");
        let contents = |it: Document| it.blocks().iter().map(|it| it.content.clone()).collect::<Vec<_>>();
        let stepwise = second.apply(&between).expect("made for this text");
        prop_assert_eq!(contents(both.apply(&base).expect("made for this text")), contents(stepwise));
    }
}

proptest! {
    /// The promise of the issue: three words changed never mark a whole paragraph.
    #[test]
    fn three_words_changed_in_a_long_paragraph_leave_most_of_it_unmarked(
        words in prop::collection::vec(prop::sample::select(vec![
            "gmina", "miasto", "prowadzi", "w", "i", "program", "najmu", "na", "rada", "ocena", "mieszkańców",
            "the", "dostępnego", "rewitalizacji", "oraz", "plan",
        ]), 60),
        places in prop::collection::vec(0..60usize, 3),
    ) {
        let mut changed = words.clone();
        for place in places {
            changed[place] = "nowość";
        }
        let found = pieces(&Text::plain(&words.join(" ")), &Text::plain(&changed.join(" ")));
        let deleted = found.iter().filter(|it| matches!(it, Piece::Deleted(_)));
        let count: usize = deleted.map(|it| it.text().letters().split_whitespace().count()).sum();
        prop_assert!(count <= 9, "{} words are marked: {}", count, marked(&found));
    }
}

fn anchor(name: &str) -> Anchor {
    name.parse().expect("an anchor")
}

fn base() -> Document {
    Document::from_markdown(
        "# Cel\n\nPierwszy akapit o najmie.\n\n1. punkt pierwszy,\n2. punkt drugi.",
    )
}

#[test]
fn a_reworded_item_stays_an_item_and_keeps_its_anchor() {
    let amendment =
        Amendment::rewording(&base(), &[(anchor("p3"), "punkt *nowy*,")]).expect("p3 is there");
    let amended = amendment.apply(&base()).expect("made for this text");
    assert_eq!(
        amended.to_markdown(),
        "# Cel\n\nPierwszy akapit o najmie.\n\n1. punkt _nowy_,\n2. punkt drugi.\n"
    );
    assert_eq!(anchors(&amended), anchors(&base()));
    assert_eq!(amendment.anchors(), [anchor("p3")]);
}

#[test]
fn what_is_inserted_gets_an_anchor_of_its_own() {
    let amendment = Amendment::inserting(&base(), Place::After(anchor("p2")), "Nowy akapit.")
        .expect("p2 is there");
    let amended = amendment.apply(&base()).expect("made for this text");
    let names: Vec<String> = anchors(&amended).iter().map(ToString::to_string).collect();
    assert_eq!(names, ["p1", "p2", "p5", "p3", "p4"]);
}

#[test]
fn what_is_deleted_is_gone_and_the_items_are_numbered_anew() {
    let amendment = Amendment::deleting(&base(), &[anchor("p3")]).expect("p3 is there");
    let amended = amendment.apply(&base()).expect("made for this text");
    assert!(
        amended.to_markdown().ends_with("2. punkt drugi.\n")
            || amended.to_markdown().ends_with("1. punkt drugi.\n")
    );
    assert_eq!(amended.find(anchor("p3")), None);
}

#[test]
fn an_amendment_to_a_text_that_changed_since_is_refused() {
    let amendment =
        Amendment::rewording(&base(), &[(anchor("p2"), "Inny akapit.")]).expect("p2 is there");
    let newer =
        base().revise("# Cel\n\nPierwszy akapit o kupnie.\n\n1. punkt pierwszy,\n2. punkt drugi.");
    assert_eq!(
        amendment.apply(&newer),
        Err(ApplyError::Changed(anchor("p2")))
    );
    let shorter = base().revise("# Cel\n\n1. punkt pierwszy,\n2. punkt drugi.");
    assert_eq!(
        amendment.apply(&shorter),
        Err(ApplyError::Gone(anchor("p2")))
    );
}

#[test]
fn an_empty_wording_is_refused() {
    assert_eq!(
        Amendment::rewording(&base(), &[(anchor("p2"), " ")]),
        Err(ApplyError::EmptyWording)
    );
    assert_eq!(
        Amendment::deleting(&base(), &[anchor("p9")]),
        Err(ApplyError::Gone(anchor("p9")))
    );
}

#[test]
fn three_thousand_items_that_all_changed_are_recognised() {
    let list = |year: &str| {
        (0..3000)
            .map(|it| format!("- wskaźnik numer {it} na rok {year}\n"))
            .collect::<String>()
    };
    let before = Document::from_markdown(&list("pierwszy"));
    let after = before.revise(&list("drugi"));
    assert_eq!(anchors(&after), anchors(&before));
}
