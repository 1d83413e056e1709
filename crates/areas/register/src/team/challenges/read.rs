//! Challenges in the fields of the form, and back.

use std::collections::BTreeSet;

use wiec_kit::form::Form;
use wiec_kit::messages::Messages;
use wiec_model::Text;
use wiec_model::challenge::{
    ADDRESSEES, COSTS, Challenge, CrossLink, HORIZONS, INSTRUMENTS, LinkKind, Recommendation,
};
use wiec_model::register::{About, Clause};

use super::rows;

/// The longest text of one field, in letters.
const LETTERS: usize = 2_000;

/// The codes that a form may and may not use.
pub struct Codes {
    /// Those of other proposals of the edition.
    pub others: BTreeSet<String>,
}

/// The form with the challenges in its fields.
pub fn filled(mut form: Form, challenges: &[Challenge]) -> Form {
    form = form.with_all(rows::CHALLENGES, 0..challenges.len());
    for (at, challenge) in (0..).zip(challenges) {
        let field = |name: &str| rows::of_challenge(at, name);
        form = form
            .with(&field("code"), &challenge.code)
            .with_text(&field("text"), Some(&challenge.challenge))
            .with_text(&field("evidence"), challenge.evidence.as_ref())
            .with_text(&field("causes"), challenge.causes.as_ref())
            .with_text(&field("affected"), challenge.affected.as_ref())
            .with_all(&rows::recommendations(at), 0..challenge.solutions.len());
        for (row, solution) in (0..).zip(&challenge.solutions) {
            form = filled_row(form, at, row, solution);
        }
    }
    form
}

fn filled_row(form: Form, at: u32, row: u32, one: &Recommendation) -> Form {
    let field = |name: &str| rows::of_recommendation(at, row, name);
    let words = |word: Option<&String>| word.cloned().unwrap_or_default();
    let mut form = form
        .with(&field("code"), &one.code)
        .with_text(&field("text"), Some(&one.text))
        .with(&field("instrument"), words(one.instrument.as_ref()))
        .with(&field("addressee"), words(one.addressee.as_ref()))
        .with(&field("horizon"), words(one.horizon.as_ref()))
        .with(&field("cost"), words(one.cost.as_ref()))
        .with(
            &field("priority"),
            one.priority.map_or_else(String::new, |it| it.to_string()),
        );
    for kind in LinkKind::ALL {
        let codes = one.links.iter().filter(|link| link.kind == kind);
        let codes: Vec<&str> = codes.map(|link| link.code.as_str()).collect();
        form = form.with(&field(kind.key()), codes.join(", "));
    }
    form
}

/// The challenges that were typed; `None` if something is wrong, which stands at its field then.
pub fn read(
    form: &mut Form,
    about: &About,
    before: &[Challenge],
    codes: &Codes,
) -> Option<Vec<Challenge>> {
    let mut all = Vec::new();
    let mut own = BTreeSet::new();
    for at in rows::ids(form.data(), rows::CHALLENGES) {
        all.extend(challenge(form, at, about, before, codes, &mut own));
    }
    check_links(form, codes, &own);
    form.is_valid().then_some(all)
}

fn challenge(
    form: &mut Form,
    at: u32,
    about: &About,
    before: &[Challenge],
    codes: &Codes,
    own: &mut BTreeSet<String>,
) -> Option<Challenge> {
    let m = form.words();
    let field = |name: &str| rows::of_challenge(at, name);
    let code = code(form, &field("code"), codes, own);
    let known = before.iter().find(|it| Some(&it.code) == code.as_ref());
    let text = |form: &mut Form, name: &str, label: &str, before: Option<&Text>| {
        form.typed(&field(name), label).bilingual(LETTERS, before)
    };
    let evidence = text(
        form,
        "evidence",
        m.team_evidence(),
        known.and_then(|it| it.evidence.as_ref()),
    );
    let causes = text(
        form,
        "causes",
        m.team_causes(),
        known.and_then(|it| it.causes.as_ref()),
    );
    let affected = text(
        form,
        "affected",
        m.team_affected(),
        known.and_then(|it| it.affected.as_ref()),
    );
    let name = field("text");
    let words = form.typed(&name, m.team_challenge()).required();
    let words = words.bilingual(LETTERS, known.map(|it| &it.challenge));
    let mut solutions = Vec::new();
    for row in rows::ids(form.data(), &rows::recommendations(at)) {
        solutions.extend(recommendation(form, at, row, known, codes, own));
    }
    Some(Challenge {
        code: code?,
        track: known.map_or_else(|| about.track.clone(), |it| it.track.clone()),
        goals: known.map_or_else(|| about.goals.clone(), |it| it.goals.clone()),
        challenge: words?,
        evidence,
        causes,
        affected,
        solutions,
    })
}

fn recommendation(
    form: &mut Form,
    at: u32,
    row: u32,
    of: Option<&Challenge>,
    codes: &Codes,
    own: &mut BTreeSet<String>,
) -> Option<Recommendation> {
    let m = form.words();
    let field = |name: &str| rows::of_recommendation(at, row, name);
    let code = code(form, &field("code"), codes, own);
    let mut solutions = of.into_iter().flat_map(|of| &of.solutions);
    let known = solutions.find(|it| Some(&it.code) == code.as_ref());
    let name = field("text");
    let words = form.typed(&name, m.team_recommendation()).required();
    let words = words.bilingual(LETTERS, known.map(|it| &it.text));
    let choice = |form: &mut Form, name: &str, label: &str, of: &[&str]| {
        let known = |key: &str| of.contains(&key).then(|| key.to_owned());
        form.typed(&field(name), label).choice(known)
    };
    Some(Recommendation {
        instrument: choice(form, "instrument", m.team_instrument(), &INSTRUMENTS),
        addressee: choice(form, "addressee", m.team_addressee(), &ADDRESSEES),
        horizon: choice(form, "horizon", m.team_horizon(), &HORIZONS),
        cost: choice(form, "cost", m.team_cost(), &COSTS),
        priority: form
            .typed(&field("priority"), m.team_priority())
            .number(1..=9),
        links: links(form, at, row),
        code: code?,
        text: words?,
    })
}

fn links(form: &Form, at: u32, row: u32) -> Vec<CrossLink> {
    let of_kind = |kind: LinkKind| {
        let typed = form.value(&rows::of_recommendation(at, row, kind.key()));
        let link = move |code: &str| CrossLink {
            kind,
            code: code.to_owned(),
        };
        words(typed).map(link).collect::<Vec<_>>()
    };
    LinkKind::ALL.into_iter().flat_map(of_kind).collect()
}

fn words(typed: &str) -> impl Iterator<Item = &str> {
    let words = typed.split([',', ';', ' ', '\n']).map(str::trim);
    words.filter(|code| !code.is_empty())
}

/// A code that nothing else in the edition has: remarks and links are found by it.
fn code(form: &mut Form, field: &str, codes: &Codes, own: &mut BTreeSet<String>) -> Option<String> {
    let m = form.words();
    let code = form.typed(field, m.team_code()).required();
    let code = code.parse(m.team_code_wrong(), |typed| match typed.parse() {
        Ok(Clause::Item(code)) => Some(code),
        _ => None,
    })?;
    if codes.others.contains(&code) {
        form.fail(field, m.team_code(), m.team_code_taken());
    } else if !own.insert(code.clone()) {
        form.fail(field, m.team_code(), m.team_code_twice());
    }
    Some(code)
}

/// Links lead to what there is, and not to themselves.
fn check_links(form: &mut Form, codes: &Codes, own: &BTreeSet<String>) {
    let m = form.words();
    for at in rows::ids(form.data(), rows::CHALLENGES) {
        for row in rows::ids(form.data(), &rows::recommendations(at)) {
            let mine = form
                .value(&rows::of_recommendation(at, row, "code"))
                .to_owned();
            for kind in LinkKind::ALL {
                let field = rows::of_recommendation(at, row, kind.key());
                let is_known = |code: &str| {
                    code != mine && (own.contains(code) || codes.others.contains(code))
                };
                let typed = form.value(&field).to_owned();
                if let Some(wrong) = words(&typed).find(|code| !is_known(code)) {
                    form.fail(&field, link_name(m, kind), m.team_link_unknown(wrong));
                }
            }
        }
    }
}

/// What a kind of link is called.
pub fn link_name(m: &Messages, kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::DependsOn => m.team_depends_on(),
        LinkKind::ConflictsWith => m.team_conflicts_with(),
        LinkKind::Duplicates => m.team_duplicates(),
    }
}
