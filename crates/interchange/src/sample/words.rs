//! Words of made-up congresses, in Polish and English side by side.

use wiec_model::{Lang, Text};

use crate::sample::chance::Chance;

/// A phrase in both languages.
pub(super) type Pair = (&'static str, &'static str);

/// What a session is about.
pub(super) const SUBJECTS: [Pair; 24] = [
    (
        "Mieszkania komunalne po remoncie",
        "Council housing after the refurbishment",
    ),
    (
        "Tramwaj do dzielnicy, która dopiero powstaje",
        "A tram to a district still being built",
    ),
    (
        "Plan ogólny bez złudzeń",
        "The general plan without illusions",
    ),
    (
        "Rzeka w środku miasta",
        "The river in the middle of the city",
    ),
    (
        "Budżet obywatelski po dziesięciu latach",
        "Participatory budgeting after ten years",
    ),
    (
        "Puste lokale przy głównej ulicy",
        "Empty premises on the main street",
    ),
    (
        "Dane, których miasto nie zbiera",
        "Data that the city does not collect",
    ),
    (
        "Szkoła jako centrum osiedla",
        "The school as the centre of an estate",
    ),
    ("Cień, woda i ławka", "Shade, water and a bench"),
    (
        "Rower w mieście czterdziestotysięcznym",
        "Cycling in a town of forty thousand",
    ),
    (
        "Umowa z deweloperem krok po kroku",
        "A contract with a developer, step by step",
    ),
    (
        "Starzejące się osiedle z wielkiej płyty",
        "An ageing prefab estate",
    ),
    (
        "Ciepło z sieci, z dachu i z ziemi",
        "Heat from the grid, the roof and the ground",
    ),
    (
        "Panel obywatelski: kto przyszedł, a kto nie",
        "A citizens' assembly: who came and who did not",
    ),
    (
        "Związek metropolitalny w praktyce",
        "A metropolitan union in practice",
    ),
    (
        "Handel na rynku bez samochodów",
        "Trade on a market square without cars",
    ),
    (
        "Zieleń w umowie utrzymania",
        "Greenery in the maintenance contract",
    ),
    (
        "Usługi, do których da się dojść",
        "Services within walking distance",
    ),
    (
        "Przetarg, który premiuje jakość",
        "A tender that rewards quality",
    ),
    (
        "Młodzi wracają do miasta średniego",
        "The young return to a mid-size city",
    ),
    (
        "Mapa hałasu i to, co z niej wynika",
        "A noise map and what follows from it",
    ),
    (
        "Dostępność bez listy wyjątków",
        "Accessibility without a list of exceptions",
    ),
    (
        "Retencja na działce i w parku",
        "Retention on the plot and in the park",
    ),
    (
        "Nocny autobus i dzienny rachunek",
        "The night bus and the daily bill",
    ),
];

/// From which side it is seen.
pub(super) const ANGLES: [Pair; 12] = [
    (
        "co działa, a co tylko wygląda",
        "what works and what only looks good",
    ),
    ("rachunek po pięciu latach", "the bill after five years"),
    (
        "trzy miasta, trzy odpowiedzi",
        "three cities, three answers",
    ),
    (
        "skąd pieniądze i na jak długo",
        "whose money, and for how long",
    ),
    (
        "głosy mieszkańców i urzędu",
        "residents and officials speak",
    ),
    (
        "przepis, praktyka, poprawka",
        "the rule, the practice, the amendment",
    ),
    (
        "błędy, których można uniknąć",
        "mistakes that can be avoided",
    ),
    (
        "od pilotażu do codzienności",
        "from a pilot to everyday life",
    ),
    ("kto zyskuje, a kto traci", "who gains and who loses"),
    ("wspólne standardy gmin", "common standards of communes"),
    ("dane, mapa, decyzja", "data, map, decision"),
    (
        "pytania na następną dekadę",
        "questions for the next decade",
    ),
];

/// Sentences of leads and descriptions.
pub(super) const SENTENCES: [Pair; 14] = [
    (
        "Zaczynamy od danych z ostatnich pięciu lat, zebranych w dwunastu gminach różnej wielkości.",
        "We begin with five years of data from twelve communes of different sizes.",
    ),
    (
        "Każdy z uczestników ma trzy minuty na jedną tezę i jedną liczbę, która ją podpiera.",
        "Each participant has three minutes for one claim and one figure that supports it.",
    ),
    (
        "Druga część należy do sali: pytania zbieramy na kartkach i w przeglądarce.",
        "The second part belongs to the room: questions are taken on paper and in the browser.",
    ),
    (
        "Nie szukamy jednego modelu, tylko warunków, w których dany model przestaje działać.",
        "We do not look for one model but for the conditions under which a model fails.",
    ),
    (
        "Porównamy koszt utrzymania z kosztem zaniechania, rok po roku i bez zaokrągleń.",
        "We compare the cost of upkeep with the cost of neglect, year by year and unrounded.",
    ),
    (
        "Na koniec zapisujemy najwyżej dwie rekomendacje, z adresatem i terminem.",
        "At the end we write down two recommendations at most, with an addressee and a date.",
    ),
    (
        "Materiały z sesji trafią do rejestru razem z uwagami, których nie uwzględniono.",
        "The material goes into the register together with the comments that were not accepted.",
    ),
    (
        "Rozmowa jest tłumaczona, a jej zapis na żywo widać na ekranie i w telefonie.",
        "The discussion is interpreted, and live captions are on the screen and on the phone.",
    ),
    (
        "Przyjdź z przykładem ze swojego miasta: najciekawsze trafiają od razu pod dyskusję.",
        "Bring an example from your own city: the most telling ones are discussed at once.",
    ),
    (
        "Autorzy pokażą umowy, regulaminy i wzory uchwał, z których można skorzystać.",
        "The authors show contracts, rules and model resolutions that others may use.",
    ),
    (
        "Wspólnym wątkiem jest odpowiedzialność: kto podpisuje, kto płaci i kto odbiera.",
        "The common thread is responsibility: who signs, who pays and who accepts the work.",
    ),
    (
        "Sprawdzimy, co z zapowiedzi sprzed dwóch kongresów rzeczywiście zrobiono.",
        "We check what was really done of the announcements made two congresses ago.",
    ),
    (
        "Mniejsze miasta mają pierwszeństwo głosu, bo ich doświadczeń najczęściej brakuje.",
        "Smaller towns speak first, because their experience is missing most often.",
    ),
    (
        "Nie zakładamy wiedzy prawniczej; słowniczek leży na krzesłach.",
        "No legal knowledge is assumed; a glossary lies on the chairs.",
    ),
];

/// Who people are.
pub(super) const ROLES: [Pair; 16] = [
    ("burmistrzyni", "mayor"),
    ("skarbnik", "treasurer"),
    ("architektka miejska", "city architect"),
    ("badacz polityk miejskich", "urban policy scholar"),
    ("liderka ruchu miejskiego", "urban movement leader"),
    (
        "dyrektor zarządu transportu",
        "head of a transport authority",
    ),
    ("koordynatorka dostępności", "accessibility coordinator"),
    ("radny", "councillor"),
    ("ekonomistka", "economist"),
    ("inżynier ruchu", "traffic engineer"),
    ("ogrodniczka miejska", "city gardener"),
    ("prawnik samorządowy", "local government lawyer"),
    ("socjolożka", "sociologist"),
    ("prezes spółdzielni", "co-operative chair"),
    ("analityczka danych", "data analyst"),
    ("sekretarz gminy", "commune secretary"),
];

/// Towns of nobody in particular.
pub(super) const TOWNS: [&str; 12] = [
    "Brzezina",
    "Dąbrowa Nowa",
    "Jodłowo",
    "Kamionka",
    "Leszczyny Dolne",
    "Modrzewie",
    "Olszyny",
    "Podlesie Małe",
    "Rzeczyca",
    "Sośnica",
    "Topolany",
    "Żuławka",
];

pub(super) fn text((pl, en): (impl Into<String>, impl Into<String>)) -> Text {
    let versions = [(Lang::Pl.into(), pl.into()), (Lang::En.into(), en.into())];
    Text::of(versions).expect("every phrase has words")
}

/// A title that no two sessions share.
pub(super) fn title(number: usize, chance: &mut Chance) -> (String, String) {
    let subject = SUBJECTS[number % SUBJECTS.len()];
    let angle = ANGLES[(number / SUBJECTS.len()) % ANGLES.len()];
    let round = number / (SUBJECTS.len() * ANGLES.len());
    let (mut pl, mut en) = (
        format!("{}: {}", subject.0, angle.0),
        format!("{}: {}", subject.1, angle.1),
    );
    if round > 0 {
        pl.push_str(&format!(" ({})", round + 1));
        en.push_str(&format!(" ({})", round + 1));
    }
    // A third of the titles are short, as in life.
    if round == 0 && number < SUBJECTS.len() && chance.once_in(3) {
        return (subject.0.to_owned(), subject.1.to_owned());
    }
    (pl, en)
}

/// So many sentences, in both languages.
pub(super) fn sentences(count: usize, chance: &mut Chance) -> (String, String) {
    let picked: Vec<Pair> = (0..count).map(|_| *chance.pick(&SENTENCES)).collect();
    let join = |words: Vec<&str>| words.join(" ");
    (
        join(picked.iter().map(|pair| pair.0).collect()),
        join(picked.iter().map(|pair| pair.1).collect()),
    )
}
