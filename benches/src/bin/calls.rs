//! Prints what a large call costs the office: 600 submissions, judged by three of 25 each. In one process,
//! from the request to the last byte of the page.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use jiff::SignedDuration;
use uuid::Uuid;
use wiec_benches::row;
use wiec_kit::testing::{SAMPLE, TestCongress, Visitor, slug};
use wiec_model::calls::{
    AboutAuthor, Anonymity, AuthorId, Bid, Call, CallId, CallKind, CallSetup, Load, Mark, ReviewId,
    Submission, SubmissionCode, SubmissionId, Tier, Words,
};
use wiec_model::rules::Role;
use wiec_model::{AccountId, Lang, Text};
use wiec_store::{
    Actor, Begun, CommitteeMember, NewCall, NewSubmission, ReviewWords, Submitted, Tx,
};

const SUBMISSIONS: u128 = 600;
const MEMBERS: usize = 25;
const JUDGES: usize = 3;
const ROUNDS: usize = 101;
/// An assignment is an optimum among 15,000 pairs, and a file is written whole.
const SLOW_ROUNDS: usize = 11;
const TOWNS: [&str; 5] = ["Opole", "Łódź", "Kraków", "Gdynia", "Toruń"];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let congress = TestCongress::open(wiec_calls::routes).await;
    let judged = made_up(&congress, "ocenione", 1).await;
    let unassigned = made_up(&congress, "nieprzydzielone", 2).await;
    judge(&congress, &judged).await;
    bid(&congress, &unassigned).await;
    let mut office = congress.member_as(Role::Organiser).await;

    println!("| {SUBMISSIONS} submissions, {MEMBERS} members | median | worst | on the wire |");
    println!("|---|---|---|---|");
    let table = read(&congress, &judged.call).await;
    println!("{}", row("the floor: the table as it is read", table, ""));
    let at = format!("/biuro/{SAMPLE}/nabory/ocenione");
    for (name, path) in [
        ("decision table, first page", "zgloszenia"),
        (
            "the same by agreement, of one tier",
            "zgloszenia?sort=agreement&tier=small_town",
        ),
        ("its last page", "zgloszenia?page=5"),
        ("figures", "statystyka"),
        ("submissions for the programme", "program"),
    ] {
        page(&mut office, name, &format!("{at}/{path}"), ROUNDS).await;
    }
    for (name, path) in [
        ("the table as CSV", "zgloszenia/csv"),
        ("the table as XLSX", "zgloszenia/xlsx"),
    ] {
        page(&mut office, name, &format!("{at}/{path}"), SLOW_ROUNDS).await;
    }
    let path = format!("/biuro/{SAMPLE}/nabory/nieprzydzielone/przydzialy/wyliczone");
    let name = "three for each submission calculated and shown";
    page(&mut office, name, &path, SLOW_ROUNDS).await;
    ExitCode::SUCCESS
}

/// A call with what was sent to it, and its committee.
struct Made {
    call: Call,
    submissions: Vec<Submission>,
    members: Vec<AccountId>,
}

async fn made_up(congress: &TestCongress, word: &str, number: u128) -> Made {
    let title = Text::in_language(Lang::Pl, word).expect("a title");
    let mut setup = CallSetup::usual(CallKind::Kaleidoscope, title);
    setup.window.opens_at = Some(congress.now() - SignedDuration::from_hours(240));
    setup.limits.per_person = None;
    setup.review.load = Load {
        least: 70,
        most: 76,
    };
    let id = number << 64;
    let new = NewCall {
        id: CallId(Uuid::from_u128(id)),
        congress: slug(SAMPLE),
        slug: slug(word),
        setup,
    };
    let mut members = Vec::new();
    for _ in 0..MEMBERS {
        members.push(congress.account(&[]).await.id);
    }
    let mut tx = begin(congress).await;
    let call = tx.calls().create(&new).await.expect("the word is free");
    for (at, account) in members.iter().enumerate() {
        let member = CommitteeMember {
            account: *account,
            load: None,
            body: None,
            town: Some(TOWNS[at % TOWNS.len()].to_owned()),
            removed_at: None,
        };
        let set = tx.calls().set_member(&call, &member).await;
        set.expect("the call is there");
    }
    let mut submissions = Vec::new();
    for number in 1..=SUBMISSIONS {
        submissions.push(sent(&mut tx, &call, id + number).await);
    }
    tx.commit().await.expect("nobody else is here");
    Made {
        call,
        submissions,
        members,
    }
}

async fn begin(congress: &TestCongress) -> Tx {
    let begun = congress.app.store.begin(Actor::Operator, congress.now());
    begun.await.expect("the store is there")
}

async fn sent(tx: &mut Tx, call: &Call, number: u128) -> Submission {
    let at = usize::try_from(number % 1000).expect("it is small");
    let new = NewSubmission {
        id: SubmissionId(Uuid::from_u128(number)),
        code: SubmissionCode::from_chance(spread(number)),
        key: number.to_string(),
        account: None,
        email: None,
        author: AuthorId(Uuid::from_u128(number)),
        about: AboutAuthor {
            name: format!("Osoba {number}"),
            body: Some(format!("Urząd {}", at % 90)),
            town: Some(TOWNS[at % TOWNS.len()].to_owned()),
            environment: None,
            biography: None,
        },
        words: Words {
            title: format!("Pustostan numer {at} ma adres"),
            summary: "Jak miasto policzyło puste mieszkania i co z nimi zrobiło. ".repeat(12),
            lang: Lang::Pl.into(),
            track: None,
            tier: Some(Tier::ALL[at % Tier::ALL.len()]),
            links: Vec::new(),
            replies: BTreeMap::new(),
        },
        anonymity: Anonymity::None,
    };
    let begun = tx.submissions().begin(call, &new).await;
    let (Begun::New(draft) | Begun::Again(draft)) = begun.expect("the call is open");
    let mut submissions = tx.submissions();
    let consents = &call.setup.consents;
    let done = submissions.submit(call, draft.id, draft.revision, consents);
    match done.await.expect("the call is open") {
        Submitted::Now(sent) => sent,
        other => unreachable!("{other:?}"),
    }
}

/// Bytes that look like chance and are the same in every run (the fraction of the golden ratio).
fn spread(number: u128) -> [u8; 16] {
    const GOLDEN: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
    number.wrapping_mul(GOLDEN).to_be_bytes()
}

/// Three reviews of each, with what is said to the committee.
async fn judge(congress: &TestCongress, made: &Made) {
    let criteria = &made.call.setup.review.criteria;
    let mut tx = begin(congress).await;
    for (at, of) in made.submissions.iter().enumerate() {
        for turn in 0..JUDGES {
            let by = made.members[(at + 9 * turn) % MEMBERS];
            let points = |key: usize| u32::try_from(1 + (at * 7 + turn * 3 + key) % 5).unwrap_or(1);
            let marks = criteria.iter().enumerate();
            let words = ReviewWords {
                marks: marks
                    .map(|(key, it)| (it.key.clone(), Mark::Points(points(key))))
                    .collect(),
                for_committee: "Konkretne liczby, brak źródła kosztów.".to_owned(),
                ..ReviewWords::default()
            };
            let id = ReviewId(congress.app.chance.uuid(congress.now()));
            let given = tx.reviews().give(of, by, id, 0, &words).await;
            given.expect("nobody judged it yet");
        }
    }
    tx.commit().await.expect("nobody else is here");
}

/// Every fourth pair has a wish.
async fn bid(congress: &TestCongress, made: &Made) {
    let mut tx = begin(congress).await;
    for (number, of) in made.submissions.iter().enumerate() {
        for (at, by) in made.members.iter().enumerate() {
            if (number + at) % 4 == 0 {
                let wish = Bid::ALL[(number * 7 + at * 3) % Bid::ALL.len()];
                let done = tx.reviews().bid(of, *by, wish).await;
                done.expect("the submission is there");
            }
        }
    }
    tx.commit().await.expect("nobody else is here");
}

async fn read(congress: &TestCongress, call: &Call) -> Vec<Duration> {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let table = congress.app.store.reviews().table(call).await;
        times.push(started.elapsed());
        assert_eq!(table.expect("the call is there").len(), 600);
    }
    times
}

async fn page(office: &mut Visitor, name: &str, path: &str, rounds: usize) {
    let mut times = Vec::with_capacity(rounds);
    let mut bytes = 0;
    for _ in 0..rounds {
        let started = Instant::now();
        let page = office.get(path).await;
        times.push(started.elapsed());
        bytes = page.is(StatusCode::OK).bytes().len();
    }
    println!("{}", row(name, times, &format!("{bytes} B")));
}
