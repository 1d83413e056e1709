//! What machines get of a proposal, and its reports.

#![expect(
    clippy::unwrap_used,
    reason = "the helpers of tests are tests too: by failing, an unwrap says enough"
)]

use std::collections::BTreeMap;

use axum::http::StatusCode;
use serde_json::Value as Json;
use uuid::Uuid;
use wiec_kit::testing::{SAMPLE, TestCongress, slug};
use wiec_model::register::{
    About, Answer, AnswerId, Author, Behalf, Channel, Clause, Content, Discussion, Position,
    Proposal, ProposalId, RemarkId, RemarkKind, RemovalReason, TeamMember, TeamPart,
};
use wiec_model::rules::Role;
use wiec_model::{Lang, Text};
use wiec_store::{Actor, NewProposal, NewRemark, Tx};
use wiec_text::{Amendment, Document};

const TEXT: &str = "## Cel\n\nKażda gmina ma plan.\n\n## Plan\n\nPlan jest na pięć lat.";
const HERE: &str = "/propozycje/mieszkania";
const OFFICE: &str = "/biuro/kpm-2019/propozycje/mieszkania/raport";

fn words(words: &str) -> Text {
    Text::in_language(Lang::Pl, words).unwrap()
}

fn id(number: u128) -> RemarkId {
    RemarkId(Uuid::from_u128(number))
}

async fn write(congress: &TestCongress) -> Tx {
    let begun = congress.app.store.begin(Actor::Operator, congress.now());
    begun.await.unwrap()
}

async fn found(congress: &TestCongress) -> Proposal {
    let register = congress.app.store.register();
    let found = register.find(&slug(SAMPLE), &slug("mieszkania")).await;
    found.unwrap().unwrap()
}

/// The sample with a proposal that was published once.
async fn with_proposal() -> TestCongress {
    let congress = TestCongress::open(wiec_register::routes).await;
    let track = congress.draft().await.tracks[0].slug.clone();
    let new = NewProposal {
        id: ProposalId(Uuid::from_u128(1)),
        congress: slug(SAMPLE),
        slug: slug("mieszkania"),
        about: About {
            track,
            goals: vec![],
            lang: Lang::Pl,
            title: words("Mieszkania w zasięgu"),
            lead: None,
            disclaimer: None,
            team: vec![TeamMember {
                name: "Urbanistka".to_owned(),
                body: None,
                part: TeamPart::Leader,
            }],
            sessions: vec![],
        },
        discussion: Discussion::usual(),
        content: Content {
            document: Document::from_markdown(TEXT),
            ..Content::empty()
        },
    };
    let mut tx = write(&congress).await;
    tx.register().create(&new).await.unwrap();
    tx.commit().await.unwrap();
    let proposal = found(&congress).await;
    let mut tx = write(&congress).await;
    tx.register().publish(&proposal, 0, None).await.unwrap();
    tx.commit().await.unwrap();
    congress
}

async fn say(congress: &TestCongress, number: u128, kind: RemarkKind) {
    let base = Document::from_markdown(TEXT);
    let p2 = "p2".parse().unwrap();
    let wording = "Każda gmina i powiat ma plan.";
    let is_amendment = kind == RemarkKind::Amendment;
    let amendment = Amendment::rewording(&base, &[(p2, wording)]).unwrap();
    let new = NewRemark {
        id: id(number),
        key: format!("key-{number}"),
        version: 1,
        clause: Clause::Block(p2),
        kind,
        body: format!("=Uwaga {number}, <b>ważna</b>"),
        reasons: Some("Bo tak.".to_owned()),
        wording: is_amendment.then(|| wording.to_owned()),
        amendment: is_amendment.then_some(amendment),
        reply_to: None,
        author: Author {
            name: "Anna Żak".to_owned(),
            behalf: Behalf::City,
            body: Some("Kielce".to_owned()),
        },
        account: None,
        email: Some("anna@kielce.example".parse().unwrap()),
        lang: Lang::Pl,
        channel: Channel::Paper,
        received_at: congress.now(),
    };
    let proposal = found(congress).await;
    let mut tx = write(congress).await;
    tx.remarks().receive(&proposal, &new).await.unwrap();
    tx.commit().await.unwrap();
}

async fn answer(congress: &TestCongress, number: u128) {
    let answer = Answer {
        id: AnswerId(Uuid::from_u128(number)),
        position: Position::InPart,
        reasons: "Powiaty w następnym roku.".to_owned(),
        lang: Lang::Pl,
        at: congress.now(),
    };
    let proposal = found(congress).await;
    let mut tx = write(congress).await;
    let mut remarks = tx.remarks();
    let nothing = BTreeMap::new();
    let given = remarks
        .answer(&proposal, &[id(number)], &answer, &nothing)
        .await;
    given.unwrap();
    tx.commit().await.unwrap();
}

/// A comment, an answered amendment, one that says the same as it, and one that was taken down.
async fn with_talk() -> TestCongress {
    let congress = with_proposal().await;
    say(&congress, 1, RemarkKind::Comment).await;
    say(&congress, 2, RemarkKind::Amendment).await;
    say(&congress, 3, RemarkKind::Objection).await;
    say(&congress, 4, RemarkKind::Comment).await;
    answer(&congress, 2).await;
    let proposal = found(&congress).await;
    let mut tx = write(&congress).await;
    let mut remarks = tx.remarks();
    // Joined after the answer was given: it is theirs too.
    remarks.join(&proposal, &[id(3)], id(2)).await.unwrap();
    let why = RemovalReason::Abuse;
    let removed = remarks.remove(&proposal, &[id(4)], why, None).await;
    removed.unwrap();
    tx.commit().await.unwrap();
    congress
}

/// Whether a schema describes a value: types, properties, items, and nothing beside them.
fn describes(whole: &Json, schema: &Json, value: &Json, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.trim_start_matches("#/$defs/");
        return describes(whole, &whole["$defs"][name], value, at);
    }
    let types = match &schema["type"] {
        Json::String(one) => vec![one.as_str()],
        Json::Array(some) => some.iter().filter_map(Json::as_str).collect(),
        _ => return,
    };
    let is = match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "integer",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    };
    assert!(types.contains(&is), "{at} is {is} and not {types:?}");
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        describes(whole, &schema["items"], item, &format!("{at}/{index}"));
    }
    let (Some(fields), Some(object)) = (schema["properties"].as_object(), value.as_object()) else {
        return;
    };
    for (name, field) in object {
        let known = fields.get(name);
        let known = known.unwrap_or_else(|| panic!("{at}/{name} is not described"));
        describes(whole, known, field, &format!("{at}/{name}"));
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        let name = name.as_str().unwrap();
        assert!(object.contains_key(name), "{at}/{name} is missing");
    }
}

#[tokio::test]
async fn open_data_holds_text_versions_and_remarks_with_answers_as_the_schema_describes_them() {
    let congress = with_talk().await;
    let mut anybody = congress.visitor();
    let page = anybody.get("/propozycje/mieszkania/propozycja.json").await;
    assert_eq!(page.header("content-type"), "application/json");
    assert_eq!(page.header("access-control-allow-origin"), "*");
    assert!(
        !page.text().contains("anna@"),
        "addresses are nobody's business"
    );
    let data: Json = serde_json::from_slice(page.bytes()).unwrap();
    let schema: Json = serde_json::from_str(include_str!("../open-data.schema.json")).unwrap();
    describes(&schema, &schema, &data, "");

    assert_eq!(data["slug"], "mieszkania");
    assert_eq!(data["blocks"][1]["anchor"], "p2");
    assert_eq!(data["blocks"][1]["markdown"], "Każda gmina ma plan.");
    assert_eq!(data["versions"][0]["hash"], data["hash"]);
    let remarks = data["remarks"].as_array().unwrap();
    let numbers: Vec<_> = remarks.iter().map(|one| &one["number"]).collect();
    assert_eq!(numbers, [1, 2, 3]);
    assert_eq!(remarks[0]["answer"], Json::Null);
    assert_eq!(remarks[1]["answer"]["position"], "in_part");
    assert_eq!(remarks[2]["answer"], remarks[1]["answer"]);
    assert_eq!(remarks[2]["same_as"], 2);
    assert_eq!(remarks[0]["clause"], "p2");
    let url = "https://kongres.example/kpm-2019/propozycje/mieszkania/uwaga/2";
    assert_eq!(remarks[1]["url"], url);
    assert_eq!(data["removed"][0]["reason"], "abuse");
    assert_eq!(data["removed"][0]["number"], 4);

    let list = anybody.get("/propozycje.json").await;
    let list: Json = serde_json::from_slice(list.bytes()).unwrap();
    let head = &list["proposals"][0];
    describes(&schema, &schema["$defs"]["head"], head, "");
    let there = "https://kongres.example/kpm-2019/propozycje/mieszkania/propozycja.json";
    assert_eq!(head["data_url"], there);
}

#[tokio::test]
async fn who_holds_a_file_already_hears_that_nothing_changed_until_something_does() {
    let congress = with_talk().await;
    let mut anybody = congress.visitor();
    for file in ["propozycja.json", "uwagi.csv", "atom.xml", "akomantoso.xml"] {
        let path = format!("{HERE}/{file}");
        let page = anybody.get(&path).await;
        page.is(StatusCode::OK);
        let known = [("if-none-match", page.etag())];
        let again = anybody.get_with(&path, &known).await;
        again.is(StatusCode::NOT_MODIFIED);
        say(
            &congress,
            page.bytes().len() as u128 + 1000,
            RemarkKind::Amendment,
        )
        .await;
        let changed = anybody.get_with(&path, &known).await;
        changed.is(StatusCode::OK);
    }
}

#[tokio::test]
async fn the_table_of_remarks_has_a_row_for_each_and_no_formula() {
    let congress = with_talk().await;
    let page = congress
        .visitor()
        .get("/en/proposals/mieszkania/remarks.csv")
        .await;
    let text = page.text();
    let rows: Vec<&str> = text.split("\r\n").filter(|row| !row.is_empty()).collect();
    assert_eq!(rows.len(), 5, "{text}");
    assert!(rows[2].contains("Powiaty w następnym roku."), "{text}");
    assert!(
        rows[1].contains("'=Uwaga 1") && !rows[4].contains("Uwaga 4"),
        "{text}"
    );
}

#[tokio::test]
async fn the_feed_tells_versions_remarks_and_answers_with_ids_of_their_own() {
    let congress = with_talk().await;
    let page = congress
        .visitor()
        .get("/propozycje/mieszkania/atom.xml")
        .await;
    let text = page.text();
    // One version, three remarks, two of them answered.
    assert_eq!(text.matches("<entry>").count(), 6, "{text}");
    let mut ids: Vec<&str> = text.split("<id>").skip(1).map(|rest| &rest[..45]).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 7);
    assert!(text.contains("Anna Żak (Kielce)") && text.contains("&lt;b&gt;ważna"));
}

#[tokio::test]
async fn akoma_ntoso_has_the_text_and_the_amendments_to_it() {
    let congress = with_talk().await;
    let page = congress
        .visitor()
        .get("/propozycje/mieszkania/akomantoso.xml")
        .await;
    let text = page.text();
    assert!(
        text.contains("<amendmentList") && text.contains("i powiat"),
        "{text}"
    );
}

#[tokio::test]
async fn nothing_is_told_of_a_proposal_that_is_not_public() {
    let congress = with_proposal().await;
    let mut anybody = congress.visitor();
    for path in [
        "/propozycje/nieznana/propozycja.json",
        "/propozycje/nieznana/raporty",
        "/propozycje/mieszkania/raporty/1/raport.pdf",
        "/propozycje/mieszkania/raporty/x/raport.pdf",
    ] {
        anybody.get(path).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn each_file_costs_the_same_queries_with_one_remark_and_with_three() {
    for file in ["propozycja.json", "uwagi.csv", "atom.xml", "akomantoso.xml"] {
        let congress = with_proposal().await;
        let mut anybody = congress.visitor();
        let path = format!("{HERE}/{file}");
        let add = async |number: usize| {
            let number = number as u128 + 1;
            say(&congress, number, RemarkKind::Amendment).await;
            answer(&congress, number).await;
        };
        congress
            .same_queries_at_one_and_three(&mut anybody, &path, add)
            .await;
    }
}

#[tokio::test]
async fn a_report_is_frozen_once_with_five_files_that_stay_what_they_were() {
    let congress = with_talk().await;
    let mut office = congress.member_as(Role::Organiser).await;
    office.get(OFFICE).await.says("3 opublikowane uwagi");
    let preview = office.get(&format!("{OFFICE}/podglad")).await;
    preview.says("Mieszkania w zasięgu").says("Bo tak.");
    let policy = preview.header("content-security-policy");
    assert!(
        policy.starts_with("sandbox; default-src 'none'"),
        "{policy}"
    );

    for _ in 0..2 {
        let done = office.submit(OFFICE, &[]).await;
        done.leads_to(&format!("{OFFICE}?saved"));
    }
    let reports = congress.app.store.register();
    let reports = reports.reports(found(&congress).await.id).await.unwrap();
    assert_eq!(reports.len(), 1);
    let names: Vec<&str> = reports[0]
        .files
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    let all = [
        "raport.csv",
        "raport.docx",
        "raport.html",
        "raport.pdf",
        "raport.xlsx",
    ];
    assert_eq!(names, all);
    let consultation = found(&congress).await.consultation;
    assert!(consultation.report_made_on.is_some());
    assert_eq!(
        consultation.report_published_on,
        consultation.report_made_on
    );

    let mut anybody = congress.visitor();
    let list = anybody.get("/propozycje/mieszkania/raporty").await;
    list.says(&reports[0].hash);
    let path = "/propozycje/mieszkania/raporty/1/raport.html";
    let before = anybody.get(path).await;
    assert!(
        before
            .header("content-disposition")
            .starts_with("attachment")
    );
    assert!(
        before
            .header("content-security-policy")
            .starts_with("sandbox")
    );
    say(&congress, 9, RemarkKind::Question).await;
    assert_eq!(anybody.get(path).await.bytes(), before.bytes());
    office.submit(OFFICE, &[]).await;
    anybody
        .get("/en/proposals/mieszkania/reports")
        .await
        .says("Report 2");
    let pdf = anybody
        .get("/propozycje/mieszkania/raporty/2/raport.pdf")
        .await;
    assert!(pdf.bytes().starts_with(b"%PDF"));
}

#[tokio::test]
async fn only_who_sees_to_the_register_freezes_reports() {
    let congress = with_talk().await;
    for mut visitor in [congress.visitor(), congress.member().await] {
        for path in [OFFICE.to_owned(), format!("{OFFICE}/podglad")] {
            let page = visitor.get(&path).await;
            assert!(!page.status.is_success(), "{path}");
        }
        let page = visitor.submit(OFFICE, &[]).await;
        assert!(!page.header("location").contains("saved"));
    }
    let proposal = found(&congress).await.id;
    let reports = congress.app.store.register().reports(proposal).await;
    assert_eq!(reports.unwrap(), []);
}
