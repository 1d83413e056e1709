//! Blindness: nothing that somebody who judges blind can fetch tells whose a submission is. No page, export,
//! feed, letter, file, file name or header, in no language, however it is asked for.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "support/spider.rs"]
mod spider;
#[path = "support/committee.rs"]
mod support;

use std::collections::BTreeSet;

use axum::Router;
use axum::http::StatusCode;
use uuid::Uuid;
use wiec_jobs::testing::Sink;
use wiec_jobs::{Post, PostOffice, Runner};
use wiec_kit::app::App;
use wiec_kit::testing::Visitor;
use wiec_model::Lang;
use wiec_model::calls::{
    AboutAuthor, Anonymity, AuthorId, FileInfo, RedactedField, Redaction, ReviewPhase, Sight,
    Submission,
};
use wiec_store::NewAuthor;

use spider::{Leaks, Spider, folded, tells};
use support::*;

/// Everything that tells whose it is: of the author, of one who was invited, of what they wrote and sent.
const TELLING: [&str; 13] = [
    "Zdzisława Wyrzykowska",
    "Wyrzykowska",
    "Dolnośląska Fundacja Jednośladów",
    "Szklarska Poręba",
    "waltornistka",
    "wyrzykowska@jednoslady.example",
    "Bartłomiej Świętopełk",
    "swietopelk@zaproszony.example",
    "blog-wyrzykowskiej.example",
    "strona-autorska.example",
    "600700800",
    "wiceprezeska z Karkonoszy",
    "wyrzykowska-zyciorys",
];

/// What the office alone reads, in every call.
const OF_THE_OFFICE: [&str; 3] = [
    "wyrzykowska@jednoslady.example",
    "swietopelk@zaproszony.example",
    "600700800",
];

const PDF: &str = "%PDF-1.4\n1 0 obj << /Author (Zdzislawa Wyrzykowska) /Title (wyrzykowska-zyciorys) >> endobj\n<x:xmpmeta><dc:creator>Zdzisława Wyrzykowska</dc:creator></x:xmpmeta>\n%%EOF";

/// The pages of the whole site, as the program puts them together.
fn everything(lang: Lang) -> Router<App> {
    [
        wiec_people::routes,
        wiec_registration::routes,
        wiec_register::routes,
        wiec_calls::routes,
        wiec_timetable_editor::routes,
        wiec_office::routes,
        wiec_notices::routes,
    ]
    .into_iter()
    .fold(wiec_programme::routes(lang), |all, area| {
        all.merge(area(lang))
    })
}

struct World {
    committee: Committee,
    of: Submission,
    files: Vec<FileInfo>,
}

impl World {
    /// A call with one telling submission among others.
    async fn open(sight: Sight, anonymity: Anonymity) -> Self {
        let committee = Committee::with(ReviewPhase::Reviewing, sight, everything).await;
        let of = committee.offered(telling(anonymity)).await;
        invite(&committee, &of).await;
        mark(&committee, &of).await;
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        let bytes = "Zdzisława Wyrzykowska".as_bytes();
        let unseen = committee
            .file(&of, "wyrzykowska-zyciorys.docx", word, bytes)
            .await;
        // It takes the place of the other, whose address somebody may still know.
        let pdf = committee
            .file(
                &of,
                "wyrzykowska-zyciorys.pdf",
                "application/pdf",
                PDF.as_bytes(),
            )
            .await;
        committee.sent("Parki kieszonkowe").await;
        Self {
            committee,
            of,
            files: vec![unseen, pdf],
        }
    }

    /// All that somebody fetches who follows what they find and guesses the rest.
    async fn crawl(&self, visitor: &mut Visitor, follows: fn(&str) -> bool) -> Leaks {
        let mut spider = Spider::new(visitor, &TELLING, (follows, changes_with_phases));
        spider.crawl(self.starts()).await;
        for path in [DESK.to_owned(), at(&self.of)] {
            assert!(spider.found.contains(&path), "{path} is not there");
        }
        let desk = [(format!("bid-{}", self.of.code), "yes")];
        let desk: Vec<(&str, &str)> = desk.iter().map(|(name, it)| (name.as_str(), *it)).collect();
        let (judged, long) = (at(&self.of), "a".repeat(2_000));
        spider.post(&format!("{DESK}/preferencje"), &desk).await;
        spider
            .post(&judged, &[("seen", "7"), ("act", "give")])
            .await;
        spider.post(&judged, &whole("7", "3", "Nic.")).await;
        spider
            .post(&format!("{judged}/rozmowa"), &[("message", "")])
            .await;
        spider
            .post(&format!("{judged}/zwiazek"), &[("words", &long)])
            .await;
        spider
            .post(&format!("/zgloszenia/{}", self.of.code), &[("title", "x")])
            .await;
        spider.leaks
    }

    /// Where one begins: what the site leads to, and what one could guess.
    fn starts(&self) -> Vec<String> {
        let (code, call) = (&self.of.code, "kalejdoskopy");
        let mut all: Vec<String> = [
            "/",
            "/en",
            "/nabory",
            "/en/calls",
            "/zgloszenia",
            "/en/submissions",
            "/moj-kongres",
            "/en/my-congress",
            "/biuro",
            "/en/office",
            "/biuro/kpm-2019",
            "/changes.atom",
            "/schedule.json",
            "/schedule.jsonld",
            "/schedule.csv",
            "/schedule.xml",
            "/sitemap.xml",
            "/robots.txt",
            "/moj-kongres/dane",
            "/moj-kongres/dane/plik",
        ]
        .map(str::to_owned)
        .to_vec();
        let roots = [
            ("", "nabory", "komisja", "zgloszenia", "pliki", "teksty"),
            ("/en", "calls", "committee", "submissions", "files", "texts"),
            (
                "/kpm-2019",
                "nabory",
                "komisja",
                "zgloszenia",
                "pliki",
                "teksty",
            ),
            (
                "/en/kpm-2019",
                "calls",
                "committee",
                "submissions",
                "files",
                "texts",
            ),
        ];
        for (root, calls, committee, submissions, files, texts) in roots {
            let office = if root.starts_with("/en") {
                "/en/office"
            } else {
                "/biuro"
            };
            let office = format!("{office}/kpm-2019");
            let of_call = format!("{root}/{calls}/{call}");
            let desk = format!("{of_call}/{committee}");
            all.extend([
                of_call.clone(),
                desk.clone(),
                format!("{desk}/{code}"),
                format!("{desk}/{}", code.as_str().to_lowercase()),
                format!("{desk}/{code}.json"),
                format!("{desk}?show=all&track=mieszkanie"),
                format!("{of_call}/{texts}"),
                format!("{of_call}/{texts}/{code}"),
                format!("{root}/{submissions}/{code}"),
                format!("{root}/{submissions}/{code}/podglad"),
                format!("{root}/{submissions}/{code}/preview"),
                format!("{office}/{calls}"),
                format!("{office}/{calls}/{call}"),
                format!("{office}/{calls}/{call}/{submissions}"),
                format!("{office}/{calls}/{call}/{submissions}/{code}"),
                format!("{office}/{calls}/{call}/{committee}"),
                format!("{office}/historia"),
                format!("{office}/history"),
                format!("{office}/poczta"),
                format!("{office}/mail"),
            ]);
            for file in &self.files {
                all.extend([
                    format!("{desk}/{code}/{files}/{}", file.id),
                    format!("{root}/{submissions}/{code}/{files}/{}", file.id),
                ]);
            }
        }
        all
    }
}

fn telling(anonymity: Anonymity) -> Offer {
    Offer {
        title: "Jednoślady, czyli ZDZISŁAWA WYRZYKOWSKA na rowerze".to_owned(),
        summary: "Pisze Zdzislawa\n**Wyrzykowska** (Dolnośląska  fundacja jednośladów), wiceprezeska z Karkonoszy.\n\nNapisz: wyrzykowska@jednoslady.example. Więcej: [na blogu](https://blog-wyrzykowskiej.example/kim-jestem \"Zdzisława Wyrzykowska\"), https://blog-wyrzykowskiej.example i www.blog-wyrzykowskiej.example.\n\n![Portret](https://blog-wyrzykowskiej.example/portret.jpg)\n\n<a href=\"https://blog-wyrzykowskiej.example\">blog</a>\n\n[b]: https://blog-wyrzykowskiej.example\n\nTekst [z przypisem][b]."
            .to_owned(),
        links: vec!["https://blog-wyrzykowskiej.example".to_owned()],
        replies: ["https://strona-autorska.example", "600700800"].map(str::to_owned),
        about: AboutAuthor {
            name: "Zdzisława Wyrzykowska".to_owned(),
            body: Some("Dolnośląska Fundacja Jednośladów".to_owned()),
            town: Some("Szklarska Poręba".to_owned()),
            environment: None,
            biography: Some("Zdzisława Wyrzykowska to także waltornistka.".to_owned()),
        },
        anonymity,
    }
}

/// Invites somebody who has not answered, as they are known by their address alone.
async fn invite(committee: &Committee, of: &Submission) {
    for (number, name, email) in [
        (1, "Bartłomiej Świętopełk", "swietopelk@zaproszony.example"),
        (2, "Zdzisława Wyrzykowska", "wyrzykowska@jednoslady.example"),
    ] {
        let new = NewAuthor {
            id: AuthorId(Uuid::from_u128(0xc0_0000 + number)),
            email: email.parse().unwrap(),
            about: AboutAuthor {
                name: name.to_owned(),
                ..AboutAuthor::default()
            },
            token: format!("zaproszenie-{number}"),
        };
        let call = committee.call().await;
        let mut tx = committee.begin().await;
        tx.submissions().invite(&call, of.id, &new).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// The office marks what tells somebody without being a name.
async fn mark(committee: &Committee, of: &Submission) {
    let words = "wiceprezeska z Karkonoszy";
    let before = of.words.summary.split(words).next().unwrap();
    let start = u32::try_from(before.chars().count()).unwrap();
    let marked = Redaction {
        field: RedactedField::Summary,
        start,
        end: start + u32::try_from(words.chars().count()).unwrap(),
        words: words.to_owned(),
    };
    let call = committee.call().await;
    let mut tx = committee.begin().await;
    tx.submissions()
        .redact(&call, of.id, &[marked])
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Everything but what is the same in every phase: pages and files of the released programme.
fn changes_with_phases(path: &str) -> bool {
    let same = [
        "/assets/",
        "/program",
        "/en/programme",
        "/sesje",
        "/en/sessions",
        "/osoby",
        "/en/people",
        "/sala",
        "/en/room",
        "/drzwi",
        "/en/door",
        "/kpm-2019/program",
        "/kpm-2019/sesje",
        "/kpm-2019/osoby",
        "/en/kpm-2019/programme",
        "/en/kpm-2019/sessions",
        "/offline",
        "/en/kpm-2019/people",
        "/propozycje",
        "/en/proposals",
        "/kpm-2019/propozycje",
        "/en/kpm-2019/proposals",
    ];
    !same.iter().any(|start| path.starts_with(start))
}

fn all_but_assets(path: &str) -> bool {
    !path.starts_with("/assets/")
}

#[tokio::test]
async fn nothing_that_a_blind_member_can_fetch_tells_whose_it_is() {
    let world = World::open(Sight::Blind, Anonymity::None).await;
    let mut member = world.committee.member().await;
    let leaks = world.crawl(&mut member, all_but_assets).await;
    assert_eq!(leaks, Leaks::new());
}

#[tokio::test]
async fn nor_in_any_other_phase_nor_once_they_have_judged() {
    let world = World::open(Sight::Blind, Anonymity::None).await;
    let mut member = world.committee.member().await;
    let mut other = world.committee.member().await;
    for judge in [&mut member, &mut other] {
        let given = judge
            .submit(&at(&world.of), &whole("0", "4", "Dobre."))
            .await;
        given.is(StatusCode::SEE_OTHER);
    }
    for phase in [
        ReviewPhase::Bids,
        ReviewPhase::Discussion,
        ReviewPhase::Over,
    ] {
        world.committee.turn_to(phase).await;
        let leaks = world.crawl(&mut member, changes_with_phases).await;
        assert_eq!(leaks, Leaks::new(), "{phase:?}");
    }
}

#[tokio::test]
async fn nor_what_an_author_keeps_even_from_the_committee_of_an_open_call() {
    let world = World::open(Sight::Open, Anonymity::Committee).await;
    let mut member = world.committee.member().await;
    let leaks = world.crawl(&mut member, changes_with_phases).await;
    assert_eq!(leaks, Leaks::new());
}

/// The control: the same spider finds in an open call all that its committee may know, and nothing that the
/// office alone may.
#[tokio::test]
async fn the_same_spider_finds_them_in_an_open_call() {
    let world = World::open(Sight::Open, Anonymity::None).await;
    let mut member = world.committee.member().await;
    let leaks = world.crawl(&mut member, changes_with_phases).await;
    let found: Vec<&str> = leaks.keys().map(String::as_str).collect();
    let mut expected: Vec<&str> = TELLING
        .into_iter()
        .filter(|words| !OF_THE_OFFICE[1..].contains(words))
        .collect();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

/// The control of what the office alone may know: its own spider finds everything, in a blind call too, and
/// nothing of that outside the office.
#[tokio::test]
async fn the_same_spider_finds_everything_in_the_office_of_a_blind_call() {
    let world = World::open(Sight::Blind, Anonymity::None).await;
    let mut organiser = world.committee.congress.organiser().await;
    let mut spider = Spider::new(&mut organiser, &TELLING, (of_calls, of_nothing));
    spider.crawl(world.starts()).await;
    let found: BTreeSet<&str> = spider.leaks.keys().map(String::as_str).collect();
    assert_eq!(found, BTreeSet::from(TELLING));
    let places = spider.leaks.values().flatten();
    for place in places {
        let is_office = place.starts_with("/biuro/") || place.starts_with("/en/office/");
        assert!(is_office, "{place}");
    }
}

/// The office's pages about calls, and what is outside the office.
fn of_calls(path: &str) -> bool {
    changes_with_phases(path)
        && (!path.starts_with("/biuro/kpm-2019/") || path.starts_with("/biuro/kpm-2019/nabory"))
        && (!path.starts_with("/en/office/kpm-2019/")
            || path.starts_with("/en/office/kpm-2019/calls"))
}

const fn of_nothing(_: &str) -> bool {
    false
}

#[tokio::test]
async fn a_file_is_given_under_a_neutral_name_and_without_what_it_says_of_its_author() {
    let world = World::open(Sight::Blind, Anonymity::None).await;
    let mut member = world.committee.member().await;
    let [unseen, pdf] = &world.files[..] else {
        panic!("there are two");
    };
    let path = |file: &FileInfo| format!("{}/pliki/{}", at(&world.of), file.id);
    member.get(&path(unseen)).await.is(StatusCode::NOT_FOUND);
    let page = member.get(&path(pdf)).await;
    page.is(StatusCode::OK);
    let said = page.header("content-disposition");
    assert_eq!(said, "attachment; filename*=UTF-8''zalacznik-1.pdf");
    assert_eq!(page.bytes().len(), PDF.len());
    assert!(page.text().contains("%%EOF"));
}

/// Letters, too: whatever the program writes to a member.
#[tokio::test]
async fn no_letter_to_a_blind_member_tells_whose_it_is() {
    let world = World::open(Sight::Blind, Anonymity::None).await;
    let member = world.committee.member().await;
    world.committee.assign(&world.of, &[&member]).await;
    let sink = Sink::open().await;
    let office = PostOffice {
        server: sink.address(),
        sender: "kongres@kongres.example".parse().unwrap(),
        per_second: 1000,
        dkim: None,
    };
    let runner = Runner::new(Some(Post::open(&office).unwrap()));
    for _ in 0..3 {
        runner.run_due(&world.committee.congress.app).await.unwrap();
    }
    let telling: Vec<(String, String)> = TELLING.map(|it| (it.to_owned(), folded(it))).to_vec();
    for letter in sink.letters().await {
        if letter.to.contains(&member.email()) {
            let joined = letter.message.replace("=\r\n", "").replace('=', "%");
            assert_eq!(tells(&joined, &telling), Vec::<String>::new());
        }
    }
}

#[test]
fn the_spider_reads_what_is_written_in_another_way() {
    let telling = [("Łucja Żak-Grążel".to_owned(), folded("Łucja Żak-Grążel"))];
    let rows = [
        "łucja żak grążel",
        "LUCJA  ZAK\nGRAZEL",
        "filename*=UTF-8''%C5%81ucja%20%C5%BBak-Gr%C4%85%C5%BCel.pdf",
        "\\u0141ucja \\u017bak-Gr\\u0105\\u017cel",
        "&#321;ucja &#379;ak-Gr&#261;&#380;el",
        "lucja.zak_grazel@miasto.example",
        "Łu\u{ad}cja Żak-\r\n Grążel",
    ];
    for row in rows {
        assert_eq!(tells(row, &telling).len(), 1, "{row}");
    }
    assert!(tells("Łucja Grążel, 100% &# \\u12", &telling).is_empty());
}
