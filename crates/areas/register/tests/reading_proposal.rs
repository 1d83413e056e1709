//! The page of a proposal, and the list of all.

#[path = "support/reading.rs"]
mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use support::{Forum, TEXT, about, content};
use wiec_kit::testing::sample;
use wiec_model::register::{Position, RemarkKind, RemovalReason, Stance, TeamMember, TeamPart};
use wiec_model::{Lang, Text};
use wiec_store::NewRemark;

#[tokio::test]
async fn a_register_without_proposals_says_so() {
    let forum = Forum::empty().await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje").await;
    page.is(StatusCode::OK).says("Nie ma jeszcze propozycji");
    let page = visitor.get("/en/proposals").await;
    page.says("There are no proposals yet");
    let page = visitor.get("/rekomendacje").await;
    page.is(StatusCode::OK).says("Nie ma jeszcze rekomendacji");
}

#[tokio::test]
async fn what_was_never_published_is_nowhere() {
    let forum = Forum::empty().await;
    forum.drafted("tajne", content(TEXT)).await;
    let mut visitor = forum.congress.visitor();
    visitor
        .get("/propozycje")
        .await
        .does_not_say("Mieszkanie w");
    for path in [
        "/propozycje/tajne",
        "/propozycje/tajne/uwagi",
        "/propozycje/tajne/wersje/1",
        "/propozycje/tajne/porownaj",
        "/propozycje/tajne/akapit/p1",
        "/propozycje/ghost",
    ] {
        visitor.get(path).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_register_lists_proposals_by_theme_with_the_stage_of_their_discussion() {
    let (forum, proposal) = Forum::open().await;
    forum.remark(&proposal, "p2", "Uwaga.").await;
    forum.amendment(&proposal, "p3", "Inaczej.").await;
    let closes = forum.congress.now() + SignedDuration::from_hours(24);
    forum
        .change("mieszkanie", |it| it.discussion.closes_at = Some(closes))
        .await;
    let page = forum.congress.visitor().get("/propozycje").await;
    let theme = sample().tracks[0].name.words(Lang::Pl).to_owned();
    page.says(&theme)
        .says("href=\"/propozycje/mieszkanie\"")
        .says("Otwarta na uwagi do 16\u{a0}listopada 2019, 11:15")
        .says("1 uwaga, 1 poprawka")
        .says("Wersja 1 z 15\u{a0}listopada 2019");
}

#[tokio::test]
async fn the_text_is_shown_in_numbered_parts_with_the_talk_about_each() {
    let (forum, proposal) = Forum::open().await;
    let first = forum.remark(&proposal, "p4", "Skąd ta data?").await;
    forum
        .remark(&proposal, "p5", "Do akapitu pod nagłówkiem.")
        .await;
    let second = forum.remark(&proposal, "p5", "Najlepsza uwaga.").await;
    let fan = forum.congress.member().await;
    forum.stand(&proposal, &second, fan.id(), Stance::For).await;
    forum.stand(&proposal, &first, fan.id(), Stance::For).await;
    let page = forum.congress.visitor().get("/propozycje/mieszkanie").await;
    page.is(StatusCode::OK)
        .says("aria-label=\"Paragraf 2, Cel, uwag i poprawek: 3\"")
        .says("<h2 id=\"p4\">Cel</h2>")
        .says("Najlepsza uwaga.")
        .says("Skąd ta data?")
        .does_not_say("Do akapitu pod nagłówkiem.")
        .says("Wszystkie uwagi i poprawki: 3<span")
        .says("href=\"/propozycje/mieszkanie/akapit/p4/uwaga\"")
        .says("href=\"/propozycje/mieszkanie/akapit/p5/poprawka\"")
        // Of a part of two paragraphs all is amended at once.
        .says("href=\"/propozycje/mieszkanie/akapit/p6/poprawka\"");
    // The title of the text is that of the page.
    assert_eq!(
        page.text()
            .matches("Mieszkanie w\u{a0}zasięgu</h1>")
            .count(),
        1
    );
    page.does_not_say("id=\"p1\"");
    let english = forum
        .congress
        .visitor()
        .get("/en/proposals/mieszkanie")
        .await;
    english
        .says("/en/proposals/mieszkanie/clause/p4/remark")
        .says("/en/proposals/mieszkanie/clause/p5/amendment")
        .says("lang=\"pl\"");
}

#[tokio::test]
async fn the_most_supported_amendment_stands_at_its_clause_with_marks_that_can_be_heard() {
    let (forum, proposal) = Forum::open().await;
    let weak = forum
        .amendment(
            &proposal,
            "p7",
            "Co najmniej 10 proc. mieszkań przeznacza się na najem.",
        )
        .await;
    let strong = forum
        .amendment(
            &proposal,
            "p7",
            "Co najmniej 20 proc. mieszkań przeznacza się na najem.",
        )
        .await;
    let voters = [forum.congress.member().await, forum.congress.member().await];
    forum
        .stand(&proposal, &strong, voters[0].id(), Stance::For)
        .await;
    forum
        .stand(&proposal, &strong, voters[1].id(), Stance::Against)
        .await;
    forum
        .answer(
            &proposal,
            &strong,
            Position::InPart,
            "Tylko w dużych miastach.",
        )
        .await;
    let page = forum.congress.visitor().get("/propozycje/mieszkanie").await;
    page.says("2 poprawki: na czym stoją")
        .says("<del><span class=\"vh\"> usunięto: </span>15<span class=\"vh\"> koniec zmiany </span></del>")
        .says("<ins><span class=\"vh\"> dodano: </span>20<span class=\"vh\"> koniec zmiany </span></ins>")
        .does_not_say("</span>10<span")
        .says("id=\"uwaga-2\"")
        .says("Zespół: przyjęta w części")
        .says("Tylko w\u{a0}dużych miastach.")
        .says("Stanowiska: 2 głosy")
        .says("<i class=\"f-za w-50\"></i><i class=\"f-przeciw w-50\"></i>")
        .says("action=\"/propozycje/mieszkanie/uwaga/2/glos\"")
        .says(&format!("href=\"/propozycje/mieszkanie/uwaga/{}\"", weak.number.unwrap()));
    // Each anchor of the text stands on the page once.
    assert_eq!(page.text().matches("id=\"p7\"").count(), 1);
}

#[tokio::test]
async fn who_is_signed_in_sees_how_they_stand_and_others_do_not() {
    let (forum, proposal) = Forum::open().await;
    let remark = forum.remark(&proposal, "p5", "Uwaga.").await;
    let mut fan = forum.congress.member().await;
    forum.stand(&proposal, &remark, fan.id(), Stance::For).await;
    fan.get("/propozycje/mieszkanie")
        .await
        .says("aria-pressed=\"true\"");
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie").await;
    page.does_not_say("aria-pressed=\"true\"").says("1 głos\"");
}

#[tokio::test]
async fn after_the_end_nothing_is_offered_and_everything_is_read() {
    let (forum, proposal) = Forum::open().await;
    forum.remark(&proposal, "p5", "Uwaga.").await;
    let past = forum.congress.now() - SignedDuration::from_hours(1);
    forum
        .change("mieszkanie", |it| it.discussion.closes_at = Some(past))
        .await;
    let page = forum.congress.visitor().get("/propozycje/mieszkanie").await;
    page.says("Uwagi zbierano do")
        .says("Uwaga.")
        .does_not_say("/akapit/p5/poprawka")
        .does_not_say("/glos");
}

#[tokio::test]
async fn around_the_text_stand_its_team_its_sessions_and_its_files() {
    let (forum, _) = Forum::open().await;
    let session = sample().sessions[0].guid;
    forum
        .change("mieszkanie", |it| {
            it.about.sessions = vec![session];
            it.about.disclaimer = Text::in_language(Lang::Pl, "To nie stanowisko rządu.");
            it.about.team = vec![
                TeamMember {
                    name: "Ministerstwo".to_owned(),
                    body: None,
                    part: TeamPart::Observer,
                },
                TeamMember {
                    name: "Urbanistka".to_owned(),
                    body: Some("Uczelnia".to_owned()),
                    part: TeamPart::Leader,
                },
            ];
        })
        .await;
    let page = forum.congress.visitor().get("/propozycje/mieszkanie").await;
    page.says("To nie stanowisko rządu.")
        .says("prowadzi, Uczelnia")
        .says("href=\"/sesje/");
    for file in [
        "raporty",
        "akomantoso.xml",
        "propozycja.json",
        "uwagi.csv",
        "atom.xml",
    ] {
        page.says(&format!("href=\"/propozycje/mieszkanie/{file}\""));
    }
    let text = page.text();
    assert!(text.find("Urbanistka") < text.find("Ministerstwo"));
}

#[tokio::test]
async fn other_languages_and_easy_words_are_pages_of_their_own() {
    let forum = Forum::empty().await;
    let mut words = content(TEXT);
    words
        .translations
        .insert(Lang::En, "## Goal\n\nEvery town.".to_owned());
    words
        .easy
        .insert(Lang::Pl, "Proste <script>x</script> słowa.".to_owned());
    forum.proposal("mieszkanie", words).await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie").await;
    page.says("?jezyk=en").says("?latwy=pl");
    let page = visitor.get("/propozycje/mieszkanie?jezyk=en").await;
    page.says("lang=\"en\"")
        .says("Every town.")
        .does_not_say("Do 2035");
    let page = visitor.get("/propozycje/mieszkanie?latwy=pl").await;
    page.says("Proste").does_not_say("<script>x");
    let page = visitor.get("/en/proposals/mieszkanie?language=en").await;
    page.says("Every town.").does_not_say("lang=\"en\">\n<h3");
    // A language that there is not shows the text that counts.
    let page = visitor.get("/propozycje/mieszkanie?jezyk=pl").await;
    page.says("Do 2035");
}

#[tokio::test]
async fn what_people_write_never_becomes_markup() {
    let (forum, proposal) = Forum::open().await;
    let evil = "<img src=x onerror=alert(1)>\n\"'><script>alert(2)</script>";
    let mut new = forum.saying(&proposal, "p5", RemarkKind::Comment, evil);
    new.author.name = evil.to_owned();
    new.author.body = Some(evil.to_owned());
    let new = NewRemark {
        reasons: Some(evil.to_owned()),
        wording: Some(format!("{evil} [x](javascript:alert(3))")),
        ..new
    };
    let remark = forum.receive(&proposal, new).await;
    forum
        .answer(&proposal, &remark, Position::Explained, evil)
        .await;
    forum.amendment(&proposal, "p7", evil).await;
    forum
        .change("mieszkanie", |it| {
            it.about = wiec_model::register::About {
                lead: Text::in_language(Lang::Pl, evil),
                ..about(evil)
            }
        })
        .await;
    let mut visitor = forum.congress.visitor();
    for path in [
        "/propozycje",
        "/propozycje/mieszkanie",
        "/propozycje/mieszkanie?od=2019-01-01",
        "/propozycje/mieszkanie/uwagi",
        "/propozycje/mieszkanie/uwagi?szukaj=%22%3E%3Cscript%3Ealert(2)",
        "/propozycje/mieszkanie/akapit/p5",
        "/propozycje/mieszkanie/uwaga/1",
        "/propozycje/mieszkanie/uwaga/2",
    ] {
        let page = visitor.get(path).await;
        page.is(StatusCode::OK)
            .does_not_say("<img src=x")
            .does_not_say("<script>alert")
            .does_not_say("javascript:");
    }
}

#[tokio::test]
async fn a_page_costs_the_same_queries_whatever_there_is_on_it() {
    let (forum, proposal) = Forum::open().await;
    let congress = &forum.congress;
    let mut visitor = congress.visitor();
    for path in [
        "/propozycje/mieszkanie",
        "/propozycje/mieszkanie/uwagi",
        "/propozycje/mieszkanie/akapit/p5",
    ] {
        let add = async |_| {
            let remark = forum.remark(&proposal, "p5", "Uwaga.").await;
            forum.reply(&proposal, &remark, "Odpowiedź.").await;
            let amendment = forum.amendment(&proposal, "p7", "Inaczej.").await;
            forum
                .answer(&proposal, &amendment, Position::Accepted, "Tak.")
                .await;
        };
        congress
            .same_queries_at_one_and_three(&mut visitor, path, add)
            .await;
    }
    for path in ["/propozycje", "/rekomendacje"] {
        let add = async |_| {
            let word = format!("nowa-{}", forum.key().trim_start_matches('0'));
            forum.proposal(&word, content(TEXT)).await;
        };
        congress
            .same_queries_at_one_and_three(&mut visitor, path, add)
            .await;
    }
}

#[tokio::test]
async fn only_a_browser_that_is_signed_in_is_asked_whose_it_is() {
    let (forum, _) = Forum::open().await;
    let path = "/propozycje/mieszkanie";
    let asked = async |visitor: &mut wiec_kit::testing::Visitor| {
        let before = forum.congress.queries();
        visitor.get(path).await.is(StatusCode::OK);
        forum.congress.queries() - before
    };
    let (mut visitor, mut member) = (forum.congress.visitor(), forum.congress.member().await);
    // The proposal, whether it was stirred, its version, its versions, remarks, stances and answers.
    assert_eq!(asked(&mut visitor).await, 7);
    assert!(asked(&mut member).await > 7);
    // Nothing was said since, so the page stands ready.
    assert_eq!(asked(&mut visitor).await, 2);
}

#[tokio::test]
async fn strangers_read_what_was_said_a_moment_ago_and_nobody_s_own_page() {
    let (forum, proposal) = Forum::open().await;
    let path = "/propozycje/mieszkanie";
    let (mut visitor, mut member) = (forum.congress.visitor(), forum.congress.member().await);
    visitor
        .get(path)
        .await
        .does_not_say("Powiedziane przed chwilą.");
    let remark = forum
        .remark(&proposal, "p5", "Powiedziane przed chwilą.")
        .await;
    for _ in 0..2 {
        visitor.get(path).await.says("Powiedziane przed chwilą.");
    }
    member
        .submit(&format!("{path}/uwaga/1/glos"), &[("stance", "for")])
        .await
        .is(StatusCode::SEE_OTHER);
    member.get(path).await.says("aria-pressed=\"true\"");
    visitor
        .get(path)
        .await
        .does_not_say("aria-pressed=\"true\"")
        .says("1 głos");
    forum
        .change("mieszkanie", |proposal| proposal.about.lead = None)
        .await;
    visitor.get(path).await.says("Powiedziane przed chwilą.");
    let mut tx = forum.begin().await;
    let because = RemovalReason::OffTopic;
    tx.remarks()
        .remove(&proposal, &[remark.id], because, None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    visitor
        .get(path)
        .await
        .does_not_say("Powiedziane przed chwilą.");
}
