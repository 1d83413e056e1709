//! Remarks as people send them: which say the same, and which only look so.

use proptest::prelude::*;
use wiec_text::{Group, Pair, SAME, groups, likeness, similar};

/// Pairs that an office would answer together.
const ALIKE: [(&str, &str); 21] = [
    ("Popieram.", "Popieram!"),
    ("Popieram § 4", "popieram §4."),
    (
        "Bez terminu ten udział zniknie po pierwszej odsprzedaży.",
        "Udział bez terminu zniknie po pierwszej odsprzedaży",
    ),
    (
        "Proszę o dodanie terminu jednego roku od opuszczenia lokalu.",
        "Dodajmy termin: jeden rok od opuszczenia lokalu",
    ),
    (
        "Brakuje mieszkań komunalnych dla seniorów.",
        "Brak mieszkań komunalnych dla seniorów",
    ),
    // Without diacritics, in capitals.
    (
        "Żądamy zwiększenia udziału mieszkań dostępnych do 20 procent.",
        "ZADAMY ZWIEKSZENIA UDZIALU MIESZKAN DOSTEPNYCH DO 20 PROC.",
    ),
    // Other cases and numbers.
    (
        "Gmina powinna publikować wysokość czynszów co kwartał.",
        "Wysokość czynszu powinna być publikowana przez gminę co kwartał.",
    ),
    (
        "Społeczna agencja najmu potrzebuje stałego finansowania z budżetu państwa.",
        "Społecznym agencjom najmu potrzebne jest stałe finansowanie z budżetu państwa.",
    ),
    (
        "Remont pustostanów przed budową nowych bloków.",
        "Najpierw remonty pustostanów, potem budowa nowych bloków",
    ),
    // A copied letter: greeting, place and signature changed.
    (
        "Szanowni Państwo, jako mieszkaniec Radomia zwracam uwagę, że próg 20 tys. mieszkańców wyklucza \
         małe gminy pod dużymi miastami, w których najem jest najdroższy. Wnoszę o usunięcie progu. Z poważaniem",
        "Dzień dobry, jako mieszkanka Kielc zwracam uwagę, że próg 20 tys. mieszkańców wyklucza małe gminy \
         pod dużymi miastami, w których najem jest najdroższy. Wnoszę o usunięcie progu. Pozdrawiam",
    ),
    // The same letter, its sentences in another order, one more at the end.
    (
        "Ostatni autobus odjeżdża o 21:15, a zmiana kończy się o 22. Bez auta nie da się tu pracować. \
         Prosimy o minimalny standard połączeń wieczornych.",
        "Prosimy o minimalny standard połączeń wieczornych. Ostatni autobus odjeżdża o 21:15, a zmiana \
         kończy się o 22. Bez auta nie da się tu pracować. Liczymy na odpowiedź.",
    ),
    (
        "Dwadzieścia pięć lat to za krótko dla rodzin, które dziś biorą mieszkanie w najem dostępny.",
        "25 lat to zbyt krótko dla rodzin, które dziś biorą mieszkanie w najem dostępny!",
    ),
    (
        "Opłata za wodę deszczową powinna w całości trafiać na retencję w tej samej zlewni.",
        "Cała opłata za wody deszczowe powinna trafiać na retencję w tej samej zlewni",
    ),
    (
        "Nie zgadzam się na likwidację parkingu przy dworcu.",
        "Nie zgadzamy się na likwidację parkingów przy dworcu!",
    ),
    (
        "Kto pokryje straty, gdy najemca przestanie płacić?",
        "Kto pokrywa straty, kiedy najemca przestaje płacić?",
    ),
    (
        "Prosimy zapisać wprost: w użytkowaniu wieczystym także 15 procent mieszkań.",
        "Prosimy, aby wprost zapisać także użytkowanie wieczyste: 15 procent mieszkań.",
    ),
    ("Za.", "za"),
    ("Nie!", "nie"),
    (
        "The share should last for at least 25 years.",
        "At least 25 years should the share last",
    ),
    (
        "Empty flats don't need a new plan, they need a date.",
        "Empty flats do not need new plans: they need a date.",
    ),
    (
        "Small towns next to big cities have the most expensive rents, so the threshold is wrong.",
        "The threshold is wrong: small towns next to big cities have most expensive rent.",
    ),
];

/// Pairs that need an answer each.
const DIFFERENT: [(&str, &str); 19] = [
    ("Popieram § 4", "Nie popieram § 4"),
    ("Popieram § 4", "Popieram § 5"),
    ("Popieram.", "Dziękuję."),
    ("Za.", "Przeciw."),
    ("Tak", "Nie"),
    ("Dziękuję za propozycję.", "Dziękuję za spotkanie."),
    (
        "Udział 15 proc. jest wystarczający.",
        "Udział 15 proc. nie jest wystarczający.",
    ),
    ("Proponuję 20 lat.", "Proponuję 30 lat."),
    (
        "Dzień dobry, proszę o więcej zieleni. Pozdrawiam",
        "Dzień dobry, proszę o mniej hałasu. Pozdrawiam",
    ),
    (
        "Brakuje terminu, w którym gmina ma przyjąć plan zasobu.",
        "Brakuje źródła pieniędzy na plan zasobu.",
    ),
    (
        "Kto wybiera najemców do mieszkań w nowych inwestycjach?",
        "Kto utrzymuje windy w nowych inwestycjach?",
    ),
    (
        "Przy drogim gruncie inwestycja się nie zepnie. Potrzebna jest ulga w opłacie.",
        "Bez terminu ten udział zniknie po pierwszej odsprzedaży.",
    ),
    (
        "Remont pustostanu powinien mieć termin roku od opuszczenia lokalu.",
        "Remont pustostanu na parterze powinien uwzględniać osoby na wózkach.",
    ),
    (
        "Gmina powinna publikować czas oczekiwania w otwartym formacie.",
        "Gmina powinna zatrudnić doradcę dla osób zagrożonych eksmisją.",
    ),
    (
        "Próg 20 tys. mieszkańców jest za wysoki.",
        "Program dla miast powyżej 100 tys. powinien mieć osobny budżet.",
    ),
    (
        "Popieram w całości stanowisko zespołu.",
        "Popieram budowę żłobka.",
    ),
    ("We support § 7.", "We do not support § 7."),
    (
        "The state should carry half of the risk.",
        "The commune should carry the cost of repairs.",
    ),
    (
        "Ocena po trzech latach to za późno, proponuję co roku.",
        "Ocena powinna objąć także najemców, nie tylko gminy.",
    ),
];

#[test]
fn what_says_the_same_is_alike_and_what_does_not_is_not() {
    let mut wrong = String::new();
    for (pairs, is_alike) in [(&ALIKE[..], true), (&DIFFERENT[..], false)] {
        for (one, other) in pairs {
            let found = likeness(one, other);
            if (found >= SAME) != is_alike {
                wrong += &format!("\n{found:.2}, should be alike: {is_alike}\n  {one}\n  {other}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_campaign_is_one_group_and_nobody_else_is_in_it() {
    let texts = [
        ALIKE[9].0,
        "Kto wybiera najemców?",
        ALIKE[9].1,
        "Popieram.",
        "Nie popieram.",
        "popieram",
        "…",
        "?!",
    ];
    let found = groups(&texts, SAME);
    let members: Vec<&[usize]> = found.iter().map(|it| &it.members[..]).collect();
    assert_eq!(members, [&[0, 2][..], &[3, 5][..]]);
    assert_eq!(found[1].likeness, 1.0);
    assert!(found[0].likeness >= SAME && found[0].likeness < 1.0);
}

#[test]
fn a_group_is_as_like_as_the_pair_that_holds_it_together() {
    let texts = ["a1 b2 c3 d4", "a1 b2 c3 e5", "a1 b2 f6 e5"];
    let pairs = similar(&texts, 0.5);
    let held = pairs.iter().map(|it| it.likeness).fold(1.0, f64::min);
    let expected = Group {
        members: vec![0, 1, 2],
        likeness: pairs[1].likeness,
    };
    assert!(held <= expected.likeness);
    assert_eq!(groups(&texts, 0.6), [expected]);
}

#[test]
fn nothing_is_like_nothing() {
    assert_eq!(similar(&[], SAME), []);
    assert_eq!(groups(&["", " ", "…"], 0.0), []);
    assert_eq!(likeness("", ""), 0.0);
}

fn remark() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "nie",
        "mieszkanie",
        "mieszkań",
        "gmina",
        "gminie",
        "czynsz",
        "20",
        "15",
        "lat",
        "§",
        "4",
        "popieram",
        "w",
        "na",
        "don't",
        "rent",
        "the",
        "najem",
        "najmu",
        ".",
        ",",
        "Proszę",
    ]);
    proptest::collection::vec(words, 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn likeness_is_symmetric_and_between_nothing_and_all(one in "\\PC{0,40}", other in remark()) {
        let found = likeness(&one, &other);
        prop_assert!((0.0..=1.0).contains(&found));
        prop_assert_eq!(found.to_bits(), likeness(&other, &one).to_bits());
    }

    #[test]
    fn a_text_is_like_itself(text in remark()) {
        let says_something = likeness(&text, &text) > 0.0;
        prop_assert!(!says_something || likeness(&text, &text) == 1.0);
        prop_assert!(says_something || !text.contains("gmina"));
    }

    #[test]
    fn the_search_finds_exactly_the_pairs_that_comparing_all_finds(
        texts in proptest::collection::vec(remark(), 0..14),
        least in 0.0_f64..=1.0,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut expected = Vec::new();
        for second in 0..texts.len() {
            for first in 0..second {
                let likeness = likeness(texts[first], texts[second]);
                if likeness >= least && likeness > 0.0 {
                    expected.push(Pair { first, second, likeness });
                }
            }
        }
        expected.sort_by(|a, b| {
            b.likeness.total_cmp(&a.likeness).then((a.first, a.second).cmp(&(b.first, b.second)))
        });
        prop_assert_eq!(similar(&texts, least), expected);
    }

    #[test]
    fn groups_do_not_depend_on_the_order_of_the_texts(
        (texts, shuffled) in proptest::collection::vec(remark(), 0..14).prop_flat_map(|texts| {
            let numbered: Vec<(usize, String)> = texts.iter().cloned().enumerate().collect();
            (Just(texts), Just(numbered).prop_shuffle())
        }),
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let others: Vec<&str> = shuffled.iter().map(|it| it.1.as_str()).collect();
        let mut found = groups(&others, SAME);
        for group in &mut found {
            group.members = group.members.iter().map(|&at| shuffled[at].0).collect();
            group.members.sort_unstable();
        }
        found.sort_by(|a, b| a.members.cmp(&b.members));
        prop_assert_eq!(found, groups(&texts, SAME));
    }
}
