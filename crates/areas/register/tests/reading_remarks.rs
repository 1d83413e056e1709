//! Clauses, lists of remarks, and single ones.

#[path = "support/reading.rs"]
mod support;

use axum::http::StatusCode;
use jiff::SignedDuration;
use support::Forum;
use wiec_model::register::{Channel, Moderation, Position, RemarkKind, RemovalReason, Stance};
use wiec_store::NewRemark;

#[tokio::test]
async fn a_clause_shows_its_words_and_the_threads_about_any_of_its_blocks() {
    let (forum, proposal) = Forum::open().await;
    let first = forum.remark(&proposal, "p6", "O całym planie.").await;
    forum.remark(&proposal, "p8", "O wyniku.").await;
    forum.remark(&proposal, "p5", "O celu.").await;
    let reply = forum.reply(&proposal, &first, "Zgoda.").await;
    forum.reply(&proposal, &reply, "Też.").await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie/akapit/p6").await;
    page.is(StatusCode::OK)
        .says("<h1>§ 3. Plan</h1>")
        .says("Gmina ogłasza wynik.")
        .says("href=\"/propozycje/mieszkanie/akapit/p7/poprawka\"")
        .says("href=\"/propozycje/mieszkanie/akapit/p8/poprawka\"")
        .says("O\u{a0}całym planie.")
        .says("O\u{a0}wyniku.")
        .says("2 wątki")
        .says("odpowiedź na <a href=\"/propozycje/mieszkanie/uwaga/4\">nr 4</a>")
        .does_not_say("O\u{a0}celu.");
    let page = visitor.get("/propozycje/mieszkanie/akapit/p8").await;
    page.says("O\u{a0}wyniku.")
        .does_not_say("O\u{a0}całym planie.");
    for wrong in ["p99", "W04", "p0", "%3Cb%3E"] {
        let path = format!("/propozycje/mieszkanie/akapit/{wrong}");
        visitor.get(&path).await.is(StatusCode::NOT_FOUND);
    }
    let page = visitor.get("/propozycje/mieszkanie/akapit/all").await;
    page.is(StatusCode::OK)
        .says("Nikt jeszcze nic nie napisał.");
}

#[tokio::test]
async fn a_clause_that_was_dropped_keeps_its_page_and_what_was_said_of_it() {
    let (forum, proposal) = Forum::open().await;
    let remark = forum.remark(&proposal, "p8", "O wyniku.").await;
    let kept = support::TEXT.replace("\n\nGmina ogłasza wynik.", "");
    forum.revise("mieszkanie", &kept, &[]).await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie/akapit/p8").await;
    page.is(StatusCode::OK)
        .says("Tego fragmentu nie ma w obowiązującej wersji")
        .says("O\u{a0}wyniku.");
    let number = remark.number.unwrap();
    let page = visitor
        .get(&format!("/propozycje/mieszkanie/uwaga/{number}"))
        .await;
    page.says("W obowiązującej wersji nie ma już tego akapitu.")
        .says("Napisano do wersji 1, która już nie obowiązuje")
        .says("href=\"/propozycje/mieszkanie/wersje/1\"");
}

#[tokio::test]
async fn remarks_are_filtered_by_kind_answer_and_words() {
    let (forum, proposal) = Forum::open().await;
    let said = async |kind, body: &str| {
        let new = forum.saying(&proposal, "p5", kind, body);
        forum.receive(&proposal, new).await
    };
    let question = said(RemarkKind::Question, "Skąd ta liczba?").await;
    said(RemarkKind::Objection, "ŁĄKI zostają.").await;
    forum
        .answer(&proposal, &question, Position::Explained, "Z danych.")
        .await;
    let mut visitor = forum.congress.visitor();
    for (query, shown, hidden) in [
        ("rodzaj=question", "Skąd ta", "ŁĄKI"),
        ("rodzaj=objection", "ŁĄKI", "Skąd ta"),
        ("stan=answered", "Skąd ta", "ŁĄKI"),
        ("stan=explained", "Skąd ta", "ŁĄKI"),
        ("stan=unanswered", "ŁĄKI", "Skąd ta"),
        ("szukaj=%C5%82%C4%85ki", "ŁĄKI", "Skąd ta"),
    ] {
        let page = visitor
            .get(&format!("/propozycje/mieszkanie/uwagi?{query}"))
            .await;
        page.is(StatusCode::OK)
            .says(shown)
            .does_not_say(hidden)
            .says("1 wątek");
    }
    let page = visitor
        .get("/propozycje/mieszkanie/uwagi?stan=accepted")
        .await;
    page.says("Nic nie pasuje do tego wyboru.");
    // What is no word of ours, and what only members have, is not asked for.
    let page = visitor
        .get("/propozycje/mieszkanie/uwagi?rodzaj=x&stan=y&moje=1")
        .await;
    page.says("2 wątki").does_not_say("Tylko moje");
    let page = visitor
        .get("/en/proposals/mieszkanie/remarks?kind=question")
        .await;
    page.says("Skąd ta").does_not_say("ŁĄKI").says("1 thread");
}

#[tokio::test]
async fn long_lists_are_turned_page_by_page() {
    let (forum, proposal) = Forum::open().await;
    for number in 1..=41 {
        forum
            .remark(&proposal, "p5", &format!("Uwaga-{number}."))
            .await;
    }
    let mut visitor = forum.congress.visitor();
    let page = visitor
        .get("/propozycje/mieszkanie/uwagi?rodzaj=comment")
        .await;
    page.says("Uwaga-40.")
        .does_not_say("Uwaga-41.")
        .says("href=\"/propozycje/mieszkanie/uwagi?rodzaj=comment&#38;strona=2\"");
    let page = visitor
        .get("/propozycje/mieszkanie/uwagi?rodzaj=comment&strona=2")
        .await;
    page.says("Uwaga-41.").does_not_say("Uwaga-40.");
}

#[tokio::test]
async fn what_waits_is_there_for_its_author_alone() {
    let (forum, _) = Forum::open().await;
    let proposal = forum
        .change("mieszkanie", |it| {
            it.discussion.moderation = Moderation::BeforeRead
        })
        .await;
    let mut author = forum.congress.member().await;
    let new = NewRemark {
        channel: Channel::Page,
        account: Some(author.id()),
        ..forum.saying(&proposal, "p5", RemarkKind::Comment, "Czekam.")
    };
    let remark = forum.receive(&proposal, new).await;
    let number = remark.number.unwrap();
    let path = format!("/propozycje/mieszkanie/uwaga/{number}");
    author
        .get(&path)
        .await
        .is(StatusCode::OK)
        .says("Na razie widzisz to tylko Ty.");
    author
        .get("/propozycje/mieszkanie/uwagi?moje=1")
        .await
        .says("Czekam.");
    let mut others = [forum.congress.visitor(), forum.congress.organiser().await];
    for other in &mut others {
        other.get(&path).await.is(StatusCode::NOT_FOUND);
        for page in ["uwagi", "akapit/p5"] {
            let page = other.get(&format!("/propozycje/mieszkanie/{page}")).await;
            page.is(StatusCode::OK).does_not_say("Czekam.");
        }
    }
    others[0]
        .get("/propozycje/mieszkanie/uwaga/99")
        .await
        .is(StatusCode::NOT_FOUND);
    others[0]
        .get("/propozycje/mieszkanie/uwaga/x")
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_taken_down_says_when_and_why_and_not_what_it_said() {
    let (forum, proposal) = Forum::open().await;
    let remark = forum.remark(&proposal, "p5", "Kup teraz!").await;
    let mut tx = forum.begin().await;
    tx.remarks()
        .remove(&proposal, &[remark.id], RemovalReason::Advertising, None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie/uwaga/1").await;
    page.is(StatusCode::GONE)
        .says("Usunięto 15\u{a0}listopada. Powód: reklamuje.")
        .says("href=\"/propozycje/mieszkanie/zasady\"")
        .does_not_say("Kup teraz!");
    let page = visitor.get("/propozycje/mieszkanie").await;
    page.does_not_say("Kup teraz!");
}

#[tokio::test]
async fn an_amendment_says_what_it_changes_in_three_ways_and_which_others_clash() {
    let (forum, proposal) = Forum::open().await;
    let said = async |wording: &str| forum.amendment(&proposal, "p7", wording).await;
    said("Co najmniej 20 proc. mieszkań przeznacza się na najem.").await;
    said("Co najmniej 10 proc. mieszkań przeznacza się na najem.").await;
    said("Co najmniej 15 proc. mieszkań przeznacza się na najem na 30 lat.").await;
    let mut visitor = forum.congress.visitor();
    let path = "/propozycje/mieszkanie/uwaga/1";
    let page = visitor.get(path).await;
    page.is(StatusCode::OK)
        .says("<h1>Poprawka nr 1</h1>")
        .says("<del><span class=\"vh\"> usunięto: </span>15")
        .says("<ins><span class=\"vh\"> dodano: </span>20")
        .says("Nie da się pogodzić z</span> <a href=\"/propozycje/mieszkanie/uwaga/2\">")
        .says("Obie zmieniają te same słowa.")
        .says("Łączy się z</span> <a href=\"/propozycje/mieszkanie/uwaga/3\">");
    let page = visitor.get(&format!("{path}?widok=po")).await;
    page.says("dodano: </span>20")
        .does_not_say("usunięto: </span>15");
    let page = visitor.get(&format!("{path}?widok=teraz")).await;
    page.says("usunięto: </span>15")
        .does_not_say("dodano: </span>20");
}

#[tokio::test]
async fn a_merged_amendment_says_in_which_version_it_is() {
    let (forum, proposal) = Forum::open().await;
    let wording = "Co najmniej 20 proc. mieszkań przeznacza się na najem.";
    let amendment = forum.amendment(&proposal, "p7", wording).await;
    let text = support::TEXT.replace("15 proc.", "20 proc.");
    forum.revise("mieszkanie", &text, &[amendment.id]).await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie/uwaga/1").await;
    page.says("Jest w tekście od wersji 2")
        .says("Jak brzmi to miejsce dziś")
        .says("usunięto: </span>15");
    let page = visitor.get("/propozycje/mieszkanie").await;
    page.says("Włączono poprawki: <a href=\"/propozycje/mieszkanie/uwaga/1\">nr 1</a>")
        .does_not_say("id=\"uwaga-1\"");
    let page = visitor
        .get("/propozycje/mieszkanie/uwagi?stan=merged")
        .await;
    page.says("1 wątek");
}

#[tokio::test]
async fn remarks_that_say_the_same_keep_both_authors_and_share_an_answer() {
    let (forum, proposal) = Forum::open().await;
    let first = forum.remark(&proposal, "p5", "Za mało.").await;
    let mut new = forum.saying(&proposal, "p5", RemarkKind::Comment, "To za mało!");
    new.author.name = "Sąsiadka".to_owned();
    let second = forum.receive(&proposal, new).await;
    let mut tx = forum.begin().await;
    tx.remarks()
        .join(&proposal, &[second.id], first.id)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    forum
        .answer(&proposal, &first, Position::Accepted, "Racja.")
        .await;
    let mut visitor = forum.congress.visitor();
    let page = visitor.get("/propozycje/mieszkanie/uwaga/1").await;
    page.says("To samo mówią:").says("Sąsiadka");
    let page = visitor.get("/propozycje/mieszkanie/uwaga/2").await;
    page.says("mówi to samo co <a href=\"/propozycje/mieszkanie/uwaga/1\">")
        .says("Racja.");
    let page = visitor.get("/propozycje/mieszkanie").await;
    page.says("Za mało.").does_not_say("To za mało!");
}

#[tokio::test]
async fn what_changed_since_a_moment_is_listed_first() {
    let (forum, proposal) = Forum::open().await;
    let old = forum.remark(&proposal, "p5", "Stara uwaga.").await;
    let seen = forum.congress.now();
    forum.congress.advance(SignedDuration::from_hours(2));
    forum.remark(&proposal, "p5", "Nowa uwaga.").await;
    forum
        .answer(&proposal, &old, Position::Rejected, "Nie.")
        .await;
    forum
        .revise("mieszkanie", &support::TEXT.replace("15", "16"), &[])
        .await;
    let mut visitor = forum.congress.visitor();
    let page = visitor
        .get(&format!("/propozycje/mieszkanie?od={seen}"))
        .await;
    page.is(StatusCode::OK)
        .says("Nowe uwagi i poprawki: 1. Odpowiedzi zespołu: 1. Nowe wersje: 1.")
        .says("Zespół: odrzucona");
    let page = visitor
        .get(&format!("/en/proposals/mieszkanie?since={seen}"))
        .await;
    page.says("New remarks and amendments: 1. Answers of the team: 1. New versions: 1.");
    let page = visitor.get("/propozycje/mieszkanie?od=2019-11-16").await;
    page.says("Nic się nie zmieniło.");
    let page = visitor
        .get(&format!("/propozycje/mieszkanie/uwagi?od={seen}"))
        .await;
    page.says("Nowa uwaga.")
        .says("Stara uwaga.")
        .says("2 wątki");
    let now = forum.congress.now();
    let page = visitor
        .get(&format!("/propozycje/mieszkanie/uwagi?od={now}"))
        .await;
    page.says("Nic nie pasuje do tego wyboru.");
    let wrong = visitor.get("/propozycje/mieszkanie?od=wczoraj").await;
    wrong.is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_one_s_own_are_shown_to_who_asks_for_them() {
    let (forum, proposal) = Forum::open().await;
    forum.remark(&proposal, "p5", "Cudza.").await;
    let mut author = forum.congress.member().await;
    let new = NewRemark {
        channel: Channel::Page,
        account: Some(author.id()),
        ..forum.saying(&proposal, "p5", RemarkKind::Support, "Moja własna.")
    };
    let mine = forum.receive(&proposal, new).await;
    forum
        .stand(&proposal, &mine, author.id(), Stance::For)
        .await;
    let page = author.get("/propozycje/mieszkanie/uwagi?moje=1").await;
    page.says("Moja własna.")
        .does_not_say("Cudza.")
        .says("is-mine");
}
