//! Proposals as Akoma Ntoso: valid by the schema where it is installed, and well-formed whatever people write.

#[path = "../sample/mod.rs"]
mod sample;
mod schema;
mod structure;

use proptest::prelude::*;
use sample::legal::{amended, document, offered, proposal};
use structure::{Element, read};
use wiec_model::Lang;
use wiec_register_report::{AmendmentStatus, akoma_ntoso};
use wiec_text::{Amendment, Document, Place};

/// Everything that a text may hold, in all nestings that Markdown of ours has.
const RICH: &str = "Wstęp przed nagłówkiem, **mocno**, *inaczej*, `kod`, [odnośnik](https://a.example/ż?q=1&r=\"2\") i\\\nnowy wiersz.

# Część pierwsza

### Bez poziomu drugiego

1. Punkt
   - litera

     akapit w literze
   - litera
     1. tiret

   akapit w punkcie
2. Punkt

- kropka

> Cytat

```
kod <b> & ]]>
```

| a | b |
| - | - |
| c | **d** |
| e |   |

***

## Część druga

# Część trzecia

[zły](http://a:b:c/) [nasz](/program#p4)
";

fn rich() -> Document {
    Document::from_markdown(RICH)
}

#[test]
fn proposals_are_valid_by_the_schema_of_the_standard() {
    let (nine, rich, empty) = (document(), rich(), Document::from_markdown(""));
    let everything = "Nowy\n\n".to_owned() + RICH;
    for lang in Lang::ALL {
        schema::check(&akoma_ntoso(&proposal(&nine, lang)));
        schema::check(&akoma_ntoso(&amended(&nine, lang)));
        schema::check(&akoma_ntoso(&proposal(&empty, lang)));
        let mut all = proposal(&rich, lang);
        let inserting = Amendment::inserting(&rich, Place::Start, RICH).unwrap();
        let whole = Amendment::whole(&rich, &everything);
        let none: Vec<_> = rich.blocks().iter().map(|block| block.anchor).collect();
        let deleting = Amendment::deleting(&rich, &none).unwrap();
        for (number, amendment) in (1..).zip([inserting, whole, deleting]) {
            let open = AmendmentStatus::Open;
            all.amendments.push(offered(number, amendment, open));
        }
        schema::check(&akoma_ntoso(&all));
    }
}

#[test]
fn an_anchor_is_the_id_of_its_block_and_headings_hold_what_stands_below_them() {
    let text = document();
    let root = read(&akoma_ntoso(&proposal(&text, Lang::Pl)));

    let section = root.find("p7");
    let heading = section.children()[0].text();
    assert_eq!(
        (section.name.as_str(), heading),
        ("section", "Mieszkania w nowych inwestycjach".to_owned())
    );
    let paragraph = section.find("p8");
    assert_eq!(paragraph.name, "paragraph");
    assert!(paragraph.text().starts_with("Co najmniej 15 proc."));
    assert_eq!(root.all("section").len(), 9);
}

#[test]
fn lists_stand_in_items_and_what_stands_below_an_item_is_within_it() {
    let text = Document::from_markdown("1. a\n   - b\n\n     c\n   - d\n\n   e\n2. f\n\ng");
    let root = read(&akoma_ntoso(&proposal(&text, Lang::Pl)));
    let names = |id: &str| -> Vec<String> {
        let names = root.find(id).children().into_iter();
        names.map(|it| it.name.clone()).collect()
    };

    assert_eq!(names("body"), ["list", "paragraph"]);
    assert_eq!(names("p1__list"), ["point", "point"]);
    assert_eq!(names("p1"), ["num", "intro", "list", "paragraph"]);
    assert_eq!(names("p2"), ["num", "intro", "paragraph"]);
    assert_eq!(names("p4"), ["num", "content"]);
}

#[test]
fn an_amendment_says_what_it_changes_to_people_and_to_programs() {
    let text = document();
    let root = read(&akoma_ntoso(&amended(&text, Lang::Pl)));

    let change = root.find("am_14__mod_1");
    assert_eq!(
        change.children()[1].text(),
        "Co najmniej 15 proc. mieszkań w inwestycjach na gruntach zbytych przez gminę przeznacza się na najem o czynszu regulowanym."
    );
    assert!(
        change.children()[2]
            .text()
            .starts_with("Co najmniej 20 proc.")
    );
    let modification = root.find("am_14__mod_1__textual");
    assert_eq!(modification.attribute("type"), "substitution");
    let targets: Vec<_> = modification
        .children()
        .into_iter()
        .map(|it| (it.name.as_str(), it.attribute("href")))
        .collect();
    assert_eq!(
        targets,
        [
            ("source", "#am_14__mod_1"),
            ("destination", "#p8"),
            ("old", "#am_14__mod_1__old"),
            ("new", "#am_14__mod_1__new")
        ]
    );
    assert_eq!(
        root.find("am_15__mod_1__textual").children()[1].attribute("pos"),
        "after"
    );
    assert_eq!(
        root.find("am_16__mod_1__textual").attribute("type"),
        "repeal"
    );
    assert_eq!(
        root.find("am_14__answer").children()[0].text(),
        "Stanowisko zespołu: Przyjęta w części"
    );
    let outcomes: Vec<_> = root
        .all("step")
        .into_iter()
        .map(|step| step.attribute("outcome"))
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(
        outcomes,
        [
            "#status_accepted_in_part",
            "#status_accepted",
            "#status_rejected",
            "#status_withdrawn"
        ]
    );
}

#[test]
fn a_file_says_what_it_is_of_in_which_language_and_version() {
    let text = document();
    let root = read(&akoma_ntoso(&proposal(&text, Lang::En)));
    let value = |within: &str, name: &str| {
        root.all(within)[0].all(name)[0]
            .attribute("value")
            .to_owned()
    };

    assert_eq!(
        value("FRBRWork", "FRBRthis"),
        "https://kongres.example/2025/propozycje/mieszkanie-w-zasiegu"
    );
    assert_eq!(
        value("FRBRExpression", "FRBRuri"),
        "https://kongres.example/2025/propozycje/mieszkanie-w-zasiegu/wersje/3"
    );
    assert_eq!(value("FRBRExpression", "FRBRversionNumber"), "3");
    assert_eq!(
        value("FRBRManifestation", "FRBRuri"),
        "https://kongres.example/2025/propozycje/mieszkanie-w-zasiegu/wersje/3.akn"
    );
    assert_eq!(root.all("FRBRlanguage")[0].attribute("language"), "eng");
    assert_eq!(
        root.all("FRBRExpression")[0].all("FRBRdate")[0].attribute("date"),
        "2025-11-12"
    );
}

#[test]
fn what_people_write_is_words_and_nothing_else() {
    let text = document();
    for harm in sample::HARM {
        let mut all = proposal(&text, Lang::Pl);
        all.title = harm.to_owned();
        let mut one = offered(1, Amendment::whole(&text, harm), AmendmentStatus::Open);
        one.justification = harm.to_owned();
        one.proponent.name = harm.to_owned();
        one.address = format!("https://a.example/{harm}");
        all.amendments.push(one);
        let written = akoma_ntoso(&all);
        sound(&written);
        schema::check(&written);
        let is_plain = |letter: char| !letter.is_control() && letter != '\u{fffe}';
        let plain: String = harm.chars().filter(|letter| is_plain(*letter)).collect();
        assert_eq!(read(&written).all("docTitle")[0].text(), plain);
    }
}

/// What holds for every file: it can be read, no id stands twice, and what is referred to is there.
fn sound(written: &str) -> Element {
    let root = read(written);
    let mut ids = root.values("eId");
    ids.sort_unstable();
    assert_eq!(ids.windows(2).find(|pair| pair[0] == pair[1]), None);
    for name in ["href", "source", "by", "outcome", "refersTo"] {
        for value in root.values(name) {
            if let Some(id) = value.strip_prefix('#') {
                assert!(
                    ids.binary_search(&id.to_owned()).is_ok(),
                    "{name}=\"{value}\""
                );
            }
        }
    }
    root
}

#[test]
fn the_same_proposal_gives_the_same_bytes() {
    let text = document();
    let all = amended(&text, Lang::Pl);
    assert_eq!(akoma_ntoso(&all), akoma_ntoso(&all.clone()));
    sound(&akoma_ntoso(&all));
}

/// Markdown of all sorts, and letters of all sorts in it.
fn markdown() -> impl Strategy<Value = String> {
    let line = "(#{1,6} |> |- |  - |    - |1\\. |   2\\. |\\| |\\*\\*|)[a-zą<&\"'\\]\\[()`*\u{1}\u{fffe}🦄 |]{0,12}";
    let lines = proptest::collection::vec((line, prop::bool::ANY), 0..14);
    lines.prop_map(|lines| {
        let ended = lines
            .iter()
            .map(|(line, ends)| format!("{line}\n{}", if *ends { "\n" } else { "" }));
        ended.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_people_write_the_file_can_be_read_and_says_all_of_it(old in markdown(), new in markdown()) {
        let text = Document::from_markdown(&old);
        let mut all = proposal(&text, Lang::Pl);
        all.amendments.push(offered(1, Amendment::whole(&text, &new), AmendmentStatus::Open));
        let root = sound(&akoma_ntoso(&all));
        for block in text.blocks() {
            let found = root.find(&block.anchor.to_string());
            let letters = |text: &str| -> String {
                text.chars().filter(|it| !it.is_control() && *it != '\u{fffe}').collect()
            };
            prop_assert!(found.text().contains(&letters(&block.content.text.letters())));
        }
    }
}
