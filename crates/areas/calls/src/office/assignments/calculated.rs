//! Who would judge what, calculated by bids, interests and loads: seen before it is done, with what it adds
//! and takes away. What is done is what was seen: if something changed meanwhile, it is shown anew.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use wiec_interchange::allotment::committee::{KeepsLeast, NoAssignment};
use wiec_kit::acts::ManageCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::{OfficeFrame, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::calls::{Load, Submission, SubmissionId};
use wiec_model::digest::sha256;

use super::is_own;
use super::table::{Keeping, Pair, Table};
use crate::office::view::{self, Link};

/// So many changes are listed; the rest is counted.
const LISTED: usize = 100;

#[derive(Template)]
#[template(path = "office_calculated.html")]
struct CalculatedPage {
    frame: OfficeFrame,
    form: Form,
    plan: Option<Plan>,
    lacking: Option<Lacking>,
    about: String,
    back: String,
    links: Vec<Link>,
}

/// What would change.
struct Plan {
    added: Vec<(String, String)>,
    removed: Vec<(String, String)>,
    added_count: usize,
    removed_count: usize,
    loads: Vec<OfMember>,
    keeps_least: bool,
    short: Vec<String>,
}

/// What a member has now, and would have.
struct OfMember {
    name: String,
    now: usize,
    then: usize,
    load: Load,
}

/// Why there is no assignment.
struct Lacking {
    says: String,
    too_few: Vec<(String, String)>,
}

/// What was calculated.
struct Calculated {
    table: Table,
    answer: Result<(Vec<Pair>, KeepsLeast), NoAssignment>,
}

impl Calculated {
    async fn of(
        app: &App,
        permit: &Permit<ManageCall>,
        keeping: Keeping,
    ) -> Result<Self, PageError> {
        let call = &permit.subject.call;
        let table = Table::read(app, call).await?;
        let (table, answer) = table.calculate(call, keeping).await?;
        Ok(Self {
            table,
            answer: answer.map(|it| (it.pairs, it.keeps_least)),
        })
    }

    /// What tells this answer from another.
    fn mark(&self) -> String {
        let Ok((pairs, _)) = &self.answer else {
            return String::new();
        };
        let mut lines: Vec<String> = pairs
            .iter()
            .map(|(submission, account)| format!("{submission} {account}"))
            .collect();
        lines.sort();
        sha256(lines.join("\n"))
    }
}

/// `GET /biuro/{congress}/nabory/{call}/przydzialy/wyliczone`
pub async fn get(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let asked = view::query(&visit);
    let keep = asked.get("keep").unwrap_or_default();
    let calculated = Calculated::of(&app, &permit, Keeping::of(Some(keep))).await?;
    let form = Form::fresh(visit.lang)
        .with("seen", calculated.mark())
        .with("keep", keep);
    let html = html(&app, &visit, &permit, form, &calculated).await?;
    Ok(respond::private(html))
}

/// `POST /biuro/{congress}/nabory/{call}/przydzialy/wyliczone`
///
/// Sent twice, it changes nothing the second time.
#[tracing::instrument(name = "calls.assign", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub async fn post(
    permit: Permit<ManageCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let call = &permit.subject.call;
    let mut form = Form::of(data, visit.lang);
    let keeping = Keeping::of(Some(form.value("keep")));
    let calculated = Calculated::of(&app, &permit, keeping).await?;
    let mark = calculated.mark();
    let Ok((pairs, _)) = &calculated.answer else {
        let html = html(&app, &visit, &permit, form, &calculated).await?;
        return Ok(respond::again(html));
    };
    if mark != form.value("seen") {
        let says = form.words().calls_office_calculated_anew();
        form.fail_whole(says);
        let form = form.replacing("seen", mark);
        let html = html(&app, &visit, &permit, form, &calculated).await?;
        return Ok(respond::clash(html));
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.reviews().assign(call, pairs).await?;
    tx.commit().await?;
    let path = view::of(&visit.paths(), call, |words| words.assignments);
    Ok(respond::to(&saved(&path)))
}

async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
    calculated: &Calculated,
) -> Result<String, PageError> {
    let call = &permit.subject.call;
    let m = messages(visit.lang);
    let title = form.titled(m.calls_office_calculated());
    let place = |paths: &_| view::calculated(paths, call);
    let frame = view::frame(app, visit, &permit.actor, &call.congress, &title, place).await?;
    let table = &calculated.table;
    let titles: BTreeMap<SubmissionId, &Submission> =
        table.submissions.iter().map(|it| (it.id, it)).collect();
    let (plan, lacking) = match &calculated.answer {
        Ok((pairs, keeps)) => {
            let each = call.setup.review.each;
            let mut plan = plan(table, pairs, *keeps, each, &titles, (permit, m));
            for (member, of) in table.members.iter().zip(&mut plan.loads) {
                of.load = table.load(call, member);
            }
            (Some(plan), None)
        }
        Err(why) => (None, Some(lacking(why, &titles, &frame, permit))),
    };
    let page = CalculatedPage {
        plan,
        lacking,
        about: call.setup.title.words(visit.lang).to_owned(),
        back: view::of(&frame.paths, call, |words| words.assignments),
        links: view::links(&frame.paths, call, m),
        form,
        frame,
    };
    Ok(page.render()?)
}

/// What the store will do with an answer: it adds what is not there, and takes what was calculated before,
/// is not begun, and is not in it.
fn plan(
    table: &Table,
    pairs: &[Pair],
    keeps: KeepsLeast,
    each: u32,
    titles: &BTreeMap<SubmissionId, &Submission>,
    (permit, m): (&Permit<ManageCall>, &Messages),
) -> Plan {
    let wanted: BTreeSet<Pair> = pairs.iter().copied().collect();
    let known: BTreeSet<Pair> = table.assigned.keys().copied().collect();
    let stays = table.stays();
    let added: Vec<Pair> = wanted.difference(&known).copied().collect();
    let gone = |pair: &&Pair| !wanted.contains(pair) && !stays.contains(pair);
    let removed: Vec<Pair> = known.iter().filter(gone).copied().collect();
    let then: BTreeSet<Pair> = known
        .iter()
        .filter(|pair| !removed.contains(pair))
        .chain(&wanted)
        .copied()
        .collect();
    let of = |all: &BTreeSet<Pair>, account: AccountId| {
        all.iter().filter(|(_, who)| *who == account).count()
    };
    let each = usize::try_from(each).unwrap_or(usize::MAX);
    let short = table.submissions.iter().filter(|submission| {
        let has = then.iter().filter(|(of, _)| *of == submission.id).count();
        has < each
    });
    let named = |pairs: &[Pair]| {
        // Who judges what is somebody's own is not for them; it is counted.
        let name = |(submission, account): &Pair| {
            let of = titles.get(submission).filter(|of| !is_own(permit, of))?;
            let who = view::name(&table.accounts, *account, m);
            Some((of.words.title.clone(), who))
        };
        pairs.iter().filter_map(name).take(LISTED).collect()
    };
    Plan {
        added: named(&added),
        removed: named(&removed),
        added_count: added.len(),
        removed_count: removed.len(),
        loads: table
            .members
            .iter()
            .map(|member| OfMember {
                name: view::name(&table.accounts, member.account, m),
                now: of(&known, member.account),
                then: of(&then, member.account),
                load: Load { least: 0, most: 0 },
            })
            .collect(),
        keeps_least: keeps == KeepsLeast::Yes,
        short: short.map(|it| it.words.title.clone()).collect(),
    }
}

fn lacking(
    why: &NoAssignment,
    titles: &BTreeMap<SubmissionId, &Submission>,
    frame: &OfficeFrame,
    permit: &Permit<ManageCall>,
) -> Lacking {
    let m = frame.m;
    match why {
        NoAssignment::TooFew {
            needed,
            places,
            too_few,
        } => Lacking {
            says: m.calls_office_too_few(*needed, *places),
            too_few: too_few
                .iter()
                .filter_map(|id| titles.get(id))
                .map(|it| {
                    let call = &permit.subject.call;
                    let href = view::submission(&frame.paths, call, &it.code);
                    (it.words.title.clone(), href)
                })
                .collect(),
        },
        NoAssignment::Malformed(_) => Lacking {
            says: m.calls_office_loads_contradict().to_owned(),
            too_few: Vec::new(),
        },
    }
}
