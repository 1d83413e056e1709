//! The words of this part's own addresses: of questions that its pages are asked, and of the forms of
//! others that its buttons lead to.

use wiec_kit::paths::Paths;
use wiec_model::Lang;
use wiec_model::register::{Clause, Proposal};

/// The words in one language.
#[derive(Debug)]
pub struct Words {
    /// A new remark at a clause.
    pub new_remark: &'static str,
    /// A new amendment of a clause.
    pub new_amendment: &'static str,
    /// How one stands to a remark.
    pub vote: &'static str,
    /// Which remark a new one replies to, or which amendment it amends.
    pub reply_to: &'static str,
    /// Taking one's remark back.
    pub withdraw: &'static str,
    /// Only remarks of this kind.
    pub kind: &'static str,
    /// Only remarks of this state.
    pub state: &'static str,
    /// Only one's own.
    pub mine: &'static str,
    /// Only remarks with these words.
    pub search: &'static str,
    /// Which page of a list, counted from 1.
    pub page: &'static str,
    /// What changed since then.
    pub since: &'static str,
    /// The text in another language.
    pub language: &'static str,
    /// The text in words that are easy to read.
    pub easy: &'static str,
    /// How a comparison is shown.
    pub view: &'static str,
    /// The version that is compared.
    pub from: &'static str,
    /// The version that it is compared with.
    pub to: &'static str,
    /// The proposal in the format of parliaments.
    pub akn: &'static str,
    /// The proposal with all that was said, for programs.
    pub json: &'static str,
    /// All that was said as a table.
    pub csv: &'static str,
    /// Facets of recommendations, in the order of [`super::facets::Facet::ALL`].
    pub facets: [&'static str; 7],
}

const POLISH: Words = Words {
    new_remark: "uwaga",
    new_amendment: "poprawka",
    vote: "glos",
    reply_to: "do",
    withdraw: "wycofaj",
    kind: "rodzaj",
    state: "stan",
    mine: "moje",
    search: "szukaj",
    page: "strona",
    since: "od",
    language: "jezyk",
    easy: "latwy",
    view: "widok",
    from: "z",
    to: "do",
    akn: "akomantoso.xml",
    json: "propozycja.json",
    csv: "uwagi.csv",
    facets: [
        "temat",
        "cel",
        "narzedzie",
        "adresat",
        "termin",
        "pilnosc",
        "koszt",
    ],
};

const ENGLISH: Words = Words {
    new_remark: "remark",
    new_amendment: "amendment",
    vote: "stance",
    reply_to: "do",
    withdraw: "withdraw",
    kind: "kind",
    state: "state",
    mine: "mine",
    search: "search",
    page: "page",
    since: "since",
    language: "language",
    easy: "easy",
    view: "view",
    from: "from",
    to: "to",
    akn: "akomantoso.xml",
    json: "proposal.json",
    csv: "remarks.csv",
    facets: [
        "theme",
        "goal",
        "instrument",
        "addressee",
        "horizon",
        "priority",
        "cost",
    ],
};

/// The words of addresses in `lang`.
pub const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Pl => &POLISH,
        Lang::En => &ENGLISH,
    }
}

/// Where a remark at a clause is written.
pub fn new_remark(paths: &Paths, proposal: &Proposal, clause: &Clause) -> String {
    let clause = paths.clause(proposal, clause);
    format!("{clause}/{}", words(paths.lang()).new_remark)
}

/// Where an amendment of a clause is written.
pub fn new_amendment(paths: &Paths, proposal: &Proposal, clause: &Clause) -> String {
    let clause = paths.clause(proposal, clause);
    format!("{clause}/{}", words(paths.lang()).new_amendment)
}

/// Where one says how one stands to a remark.
pub fn vote(paths: &Paths, proposal: &Proposal, number: u32) -> String {
    let remark = paths.remark(proposal, number);
    format!("{remark}/{}", words(paths.lang()).vote)
}

/// All remarks on a proposal.
pub fn remarks(paths: &Paths, proposal: &Proposal) -> String {
    paths.in_proposal(proposal, wiec_kit::paths::words(paths.lang()).remarks)
}

/// The page that compares two versions.
pub fn compare(paths: &Paths, proposal: &Proposal) -> String {
    paths.in_proposal(proposal, wiec_kit::paths::words(paths.lang()).compare)
}

/// Where its author takes a remark back.
pub fn withdrawal(paths: &Paths, proposal: &Proposal, number: u32) -> String {
    let remark = paths.remark(proposal, number);
    format!("{remark}/{}", words(paths.lang()).withdraw)
}
