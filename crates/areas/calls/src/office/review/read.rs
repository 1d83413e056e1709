//! How the plan of judging is shown in fields, and read from them.

use wiec_kit::form::Form;
use wiec_model::calls::{Criterion, Interest, Load, Phased, ReviewPhase, ReviewPlan, Sight};
use wiec_model::{Lang, Slug, Zone};

use super::{CRITERIA, PHASES};
use crate::office::rows::{field, fresh_key, ids};
use crate::office::settings::local;
use crate::office::words;

const NAME: usize = 120;
const HINT: usize = 1_000;

/// Fields filled with what is stored.
pub fn filled(form: Form, plan: &ReviewPlan, zone: &Zone) -> Form {
    let mut form = form
        .with("sight", words::sight_key(plan.sight))
        .with("each", plan.each)
        .with("least", plan.load.least)
        .with("most", plan.load.most)
        .with_all("barred", plan.barred.iter().map(|it| it.key()))
        .with_all(PHASES, 0..plan.phases.len())
        .with_all(CRITERIA, 0..plan.criteria.len());
    for (row, phased) in (0..).zip(&plan.phases) {
        form = form
            .with(&field(PHASES, row, "phase"), phased.phase.key())
            .with(&field(PHASES, row, "from"), local(Some(phased.from), zone));
    }
    for (row, criterion) in (0..).zip(&plan.criteria) {
        form = form
            .with(&field(CRITERIA, row, "key"), &criterion.key)
            .with_text(&field(CRITERIA, row, "name"), Some(&criterion.name))
            .with_text(&field(CRITERIA, row, "hint"), criterion.hint.as_ref())
            .with(&field(CRITERIA, row, "weight"), criterion.weight)
            .with(&field(CRITERIA, row, "least"), criterion.least)
            .with(&field(CRITERIA, row, "most"), criterion.most);
    }
    form
}

/// Reads the fields over what is stored; `None` if something is wrong with them, which the form then says.
pub fn read(form: &mut Form, before: &ReviewPlan, zone: &Zone) -> Option<ReviewPlan> {
    let m = form.words();
    let sight = form
        .typed("sight", m.calls_office_sight())
        .required()
        .choice(|key| {
            let mut all = [Sight::Open, Sight::Blind].into_iter();
            all.find(|it| words::sight_key(*it) == key)
        });
    let each = form
        .typed("each", m.calls_office_each())
        .required()
        .number(1..=20);
    let load = load(form);
    let barred = form
        .typed("barred", m.calls_office_barred())
        .many(Interest::of);
    let phases = phases(form, zone);
    let criteria = criteria(form, before);
    form.is_valid().then_some(())?;
    Some(ReviewPlan {
        criteria,
        phases,
        sight: sight?,
        each: each?,
        load: load?,
        barred,
    })
}

fn load(form: &mut Form) -> Option<Load> {
    let m = form.words();
    let least = form
        .typed("least", m.calls_office_load_least())
        .required()
        .number(0..=1_000);
    let most = form
        .typed("most", m.calls_office_load_most())
        .required()
        .number(0..=1_000);
    let (least, most) = (least?, most?);
    if most < least {
        let says = m.calls_office_most_below_least();
        form.fail("most", m.calls_office_load_most(), says);
    }
    Some(Load { least, most })
}

fn phases(form: &mut Form, zone: &Zone) -> Vec<Phased> {
    let m = form.words();
    let mut phases = Vec::new();
    for row in ids(form.data(), PHASES) {
        let phase = form
            .typed(&field(PHASES, row, "phase"), m.calls_office_phase())
            .required()
            .choice(|key| ReviewPhase::ALL.into_iter().find(|it| it.key() == key));
        let from = form
            .typed(&field(PHASES, row, "from"), m.calls_office_from())
            .required()
            .instant(zone);
        if let (Some(phase), Some(from)) = (phase, from) {
            phases.push(Phased { phase, from });
        }
    }
    phases
}

/// The criteria. One that there was keeps its key, for reviews name it.
fn criteria(form: &mut Form, before: &ReviewPlan) -> Vec<Criterion> {
    let m = form.words();
    let mut read: Vec<Criterion> = Vec::new();
    for row in ids(form.data(), CRITERIA) {
        let known: Option<Slug> = form.value(&field(CRITERIA, row, "key")).parse().ok();
        let old = known.and_then(|key| before.criterion(&key));
        let name = form
            .typed(&field(CRITERIA, row, "name"), m.calls_office_criterion())
            .required()
            .bilingual(NAME, old.map(|old| &old.name));
        let hint = form
            .typed(&field(CRITERIA, row, "hint"), m.calls_office_points_mean())
            .bilingual(HINT, old.and_then(|old| old.hint.as_ref()));
        let weight = form
            .typed(&field(CRITERIA, row, "weight"), m.calls_office_weight())
            .required()
            .number(0..=100);
        let (least, most) = scale(form, row);
        let (Some(name), Some(weight), Some(least), Some(most)) = (name, weight, least, most)
        else {
            continue;
        };
        let key = old.map(|old| old.key.clone()).unwrap_or_else(|| {
            let taken = before.criteria.iter().chain(&read).map(|it| &it.key);
            fresh_key(name.words(Lang::Pl), taken)
        });
        read.push(Criterion {
            key,
            name,
            hint,
            weight,
            least,
            most,
        });
    }
    read
}

fn scale(form: &mut Form, row: u32) -> (Option<u32>, Option<u32>) {
    let m = form.words();
    let least = form
        .typed(&field(CRITERIA, row, "least"), m.calls_office_worst())
        .required()
        .number(0..=100);
    let field = field(CRITERIA, row, "most");
    let most = form
        .typed(&field, m.calls_office_best())
        .required()
        .number(1..=100);
    if let (Some(least), Some(most)) = (least, most)
        && most <= least
    {
        form.fail(
            &field,
            m.calls_office_best(),
            m.calls_office_best_not_above(),
        );
    }
    (least, most)
}
