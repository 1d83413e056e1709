//! The table of submissions and members: who judges what, would, or should not.

use std::collections::BTreeMap;

use askama::Template;
use wiec_kit::acts::ManageCall;
use wiec_kit::address;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::{Messages, messages};
use wiec_kit::office::OfficeFrame;
use wiec_kit::permit::Permit;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::calls::{Bid, ReviewState, Submission, SubmissionCode, SubmissionId};
use wiec_store::{AssignmentOrigin, CommitteeMember};

use super::{Table, is_own};
use crate::office::view::{self, Link};
use crate::office::words;

/// So many submissions stand on a page.
const PAGE: usize = 25;

#[derive(Template)]
#[template(path = "office_assignments.html")]
struct AssignmentsPage {
    frame: OfficeFrame,
    form: Form,
    filter: Form,
    members: Vec<Head>,
    rows: Vec<Line>,
    each: u32,
    short: usize,
    total: usize,
    choices: Vec<Choice>,
    pages: Vec<Leaf>,
    calculated: String,
    about: String,
    list: String,
    links: Vec<Link>,
}

/// A member above the table.
struct Head {
    name: String,
    assigned: usize,
    most: u32,
}

/// A submission in the table.
struct Line {
    code: SubmissionCode,
    title: String,
    href: String,
    has: usize,
    is_short: bool,
    cells: Vec<Cell>,
    /// Those who judge it and are members no more.
    others: Vec<String>,
}

/// What a member has to do with a submission.
struct Cell {
    /// The sign that is seen.
    sign: &'static str,
    /// What is read, and shown where the pointer rests.
    says: String,
    class: &'static str,
}

/// A page of the table.
struct Leaf {
    number: usize,
    href: String,
    is_here: bool,
}

/// The page, with what was typed.
pub async fn html(
    app: &App,
    visit: &Visit,
    permit: &Permit<ManageCall>,
    form: Form,
    table: &Table,
) -> Result<String, PageError> {
    let call = &permit.subject.call;
    let m = messages(visit.lang);
    let title = form.titled(m.calls_office_assignments());
    let place = |paths: &_| view::of(paths, call, |words| words.assignments);
    let frame = view::frame(app, visit, &permit.actor, &call.congress, &title, place).await?;
    let each = call.setup.review.each;
    let has = counts(table);
    let few = |it: &Submission| count(&has, it.id) < usize::try_from(each).unwrap_or(usize::MAX);
    let short = table.submissions.iter().filter(|it| few(it)).count();
    let asked = view::query(visit);
    let only_few = asked.get("few").is_some_and(|word| !word.is_empty());
    let shown: Vec<&Submission> = table
        .submissions
        .iter()
        .filter(|it| !only_few || few(it))
        .collect();
    let last = shown.len().div_ceil(PAGE).max(1);
    let page = asked.get("page").and_then(|page| page.parse().ok());
    let page: usize = page.unwrap_or(1).clamp(1, last);
    let line = |of: &&Submission| Line {
        code: of.code.clone(),
        title: of.words.title.clone(),
        href: view::submission(&frame.paths, call, &of.code),
        has: count(&has, of.id),
        is_short: few(of),
        cells: if is_own(permit, of) {
            let kept = |_| Cell {
                sign: "",
                says: m.calls_office_is_yours().to_owned(),
                class: "is-barred",
            };
            table.members.iter().map(kept).collect()
        } else {
            table
                .members
                .iter()
                .map(|it| cell(table, it, of, m))
                .collect()
        },
        others: if is_own(permit, of) {
            Vec::new()
        } else {
            others(table, of.id, m)
        },
    };
    let head = |member: &CommitteeMember| Head {
        name: view::name(&table.accounts, member.account, m),
        assigned: theirs(table, member.account),
        most: table.load(call, member).most,
    };
    let members = table.members.iter();
    let choices = members.map(|member| {
        let name = view::name(&table.accounts, member.account, m);
        Choice::new(member.account, name)
    });
    let leaf = |number: usize| {
        let number_words = number.to_string();
        let mut fields = vec![("page", number_words.as_str())];
        if only_few {
            fields.push(("few", "1"));
        }
        Leaf {
            number,
            href: frame.here.clone() + &address::query(&fields),
            is_here: number == page,
        }
    };
    let rows = shown.iter().skip((page - 1) * PAGE).take(PAGE);
    let page = AssignmentsPage {
        rows: rows.map(line).collect(),
        members: table.members.iter().map(head).collect(),
        each,
        short,
        total: table.submissions.len(),
        choices: std::iter::once(Choice::new("", m.office_choose()))
            .chain(choices)
            .collect(),
        pages: (1..=last).map(leaf).collect(),
        filter: Form::of(asked, visit.lang),
        calculated: view::calculated(&frame.paths, call),
        about: call.setup.title.words(visit.lang).to_owned(),
        list: view::list(&frame.paths, &call.congress),
        links: view::links(&frame.paths, call, m),
        form,
        frame,
    };
    Ok(page.render()?)
}

/// How many members are to judge each submission.
fn counts(table: &Table) -> BTreeMap<SubmissionId, usize> {
    let mut counts = BTreeMap::new();
    for (submission, _) in table.assigned.keys() {
        *counts.entry(*submission).or_default() += 1;
    }
    counts
}

fn count(counts: &BTreeMap<SubmissionId, usize>, of: SubmissionId) -> usize {
    counts.get(&of).copied().unwrap_or_default()
}

/// How many submissions somebody is to judge.
fn theirs(table: &Table, account: AccountId) -> usize {
    let all = table.assigned.keys();
    all.filter(|(_, who)| *who == account).count()
}

fn others(table: &Table, of: SubmissionId, m: &Messages) -> Vec<String> {
    let begun = table.begun.keys().chain(table.assigned.keys());
    let mut gone: Vec<AccountId> = begun
        .filter(|(submission, _)| *submission == of)
        .map(|(_, account)| *account)
        .filter(|account| table.members.iter().all(|it| it.account != *account))
        .collect();
    gone.sort_unstable();
    gone.dedup();
    gone.into_iter()
        .map(|account| view::name(&table.accounts, account, m))
        .collect()
}

fn cell(table: &Table, member: &CommitteeMember, of: &Submission, m: &Messages) -> Cell {
    let pair = (of.id, member.account);
    let assigned = table.assigned.get(&pair);
    let (sign, class, stands) = match (table.begun.get(&pair), assigned) {
        (Some(ReviewState::Given { .. }), _) => {
            ("✓", "is-given", Some(m.calls_office_cell_given()))
        }
        (Some(ReviewState::Draft), _) => ("…", "is-begun", Some(m.calls_office_cell_begun())),
        (None, Some(_)) => ("●", "is-to", Some(m.calls_office_cell_to())),
        (None, None) => ("", "", None),
    };
    let mut says: Vec<String> = stands.into_iter().map(str::to_owned).collect();
    let by_hand = assigned.filter(|it| it.origin == AssignmentOrigin::ByHand);
    if let Some(by_hand) = by_hand {
        let reason = by_hand.reason.as_deref().unwrap_or_default();
        says.push(m.calls_office_cell_by_hand(reason));
    }
    let interests = table.interests(member, of);
    says.extend(
        interests
            .iter()
            .map(|it| words::interest(*it, m).to_owned()),
    );
    let bid = table.bids.get(&pair);
    says.extend(bid.map(|bid| words::bid(*bid, m).to_owned()));
    let sign = match (sign, interests.is_empty(), bid) {
        ("", false, _) => "×",
        ("", true, Some(Bid::Yes)) => "+",
        ("", true, Some(Bid::Maybe)) => "±",
        ("", true, Some(Bid::No)) => "−",
        (sign, ..) => sign,
    };
    Cell {
        sign,
        says: says.join(", "),
        class: if interests.is_empty() {
            class
        } else {
            "is-barred"
        },
    }
}
