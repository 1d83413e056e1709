//! The organisers set up the form.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use axum::http::StatusCode;
use wiec_kit::testing::{Fields, SAMPLE, Visitor, filled, slug};
use wiec_model::registration::{Mode, QuestionKind, RegistrationForm};
use wiec_model::rules::Role;

use support::*;

const FORM: &str = "/biuro/kpm-2019/rejestracje/formularz";
/// What tells the page's form from the others of its frame.
const MARK: &str = "class=\"form ostack\"";

/// The form as it is set up, in the fields of its page.
async fn page(organiser: &mut Visitor) -> Fields {
    organiser.get(FORM).await.is(StatusCode::OK).form(MARK)
}

async fn stored(door: &Door) -> RegistrationForm {
    let registrations = door.congress.app.store.registrations();
    registrations
        .form(&slug(SAMPLE))
        .await
        .unwrap()
        .unwrap()
        .form
}

const QUESTION: [(&str, &str); 6] = [
    ("question", "0"),
    ("question-0-label-pl", "Czy przyjazd będzie pociągiem?"),
    ("question-0-label-en", "Will you come by train?"),
    ("question-0-kind", "choice"),
    ("question-0-answers-pl", "tak\nnie"),
    ("question-0-answers-en", "yes\nno"),
];

#[tokio::test]
async fn dates_places_and_who_decides_are_set_up_and_hold_at_once() {
    let door = Door::open(10).await;
    let mut organiser = door.congress.organiser().await;
    let page = page(&mut organiser).await;
    let saved = organiser
        .submit(
            FORM,
            &filled(
                &page,
                &[
                    ("act", "save"),
                    ("opens", "2019-09-02T09:00"),
                    ("closes", ""),
                    ("capacity", "1 300"),
                    ("mode", "by_decision"),
                ],
            ),
        )
        .await;
    saved.leads_to(&format!("{FORM}?saved"));

    let form = stored(&door).await;
    assert_eq!(form.capacity, Some(1300));
    assert_eq!((form.mode, form.closes_at), (Mode::ByDecision, None));
    let opens = form.opens_at.unwrap().to_string();
    assert_eq!(opens, "2019-09-02T07:00:00Z", "nine o'clock in Kielce");
    let mut visitor = door.congress.visitor();
    visitor
        .get("/rejestracja")
        .await
        .says("Rejestracja jeszcze się nie zaczęła");
}

#[tokio::test]
async fn more_places_go_to_those_who_wait_and_they_are_told() {
    let door = Door::open(1).await;
    for email in ["anna@kielce.example", "ewa@kielce.example"] {
        register(&mut door.congress.visitor(), email).await;
    }
    let before = door.letters(0).await.len();
    let mut organiser = door.congress.organiser().await;
    let page = page(&mut organiser).await;
    let more = [("act", "save"), ("capacity", "2")];
    organiser
        .submit(FORM, &filled(&page, &more))
        .await
        .is(StatusCode::SEE_OTHER);
    let states: Vec<bool> = door
        .all()
        .await
        .iter()
        .map(|it| it.state.takes_place())
        .collect();
    assert_eq!(states, [true, true]);
    let letters = door.letters(before).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, ["ewa@kielce.example"]);
}

#[tokio::test]
async fn a_question_is_added_asked_and_its_answer_kept_in_words() {
    let door = Door::open(10).await;
    let mut organiser = door.congress.organiser().await;
    let before = page(&mut organiser).await;
    let with_row = organiser
        .submit(FORM, &filled(&before, &[("act", "add.question")]))
        .await;
    with_row
        .is(StatusCode::OK)
        .says("name=\"question-0-label-pl\"");
    assert_eq!(stored(&door).await.questions, [], "nothing is stored yet");
    let mut fields = QUESTION.to_vec();
    fields.extend([("act", "save"), ("question-0-required", "1")]);
    organiser
        .submit(FORM, &filled(&before, &fields))
        .await
        .is(StatusCode::SEE_OTHER);
    let question = stored(&door).await.questions.remove(0);
    assert_eq!(question.key.as_str(), "czy-przyjazd-bedzie-pociagiem");
    assert!(question.required);
    assert!(matches!(question.kind, QuestionKind::Choice(answers) if answers.len() == 2));

    let mut anna = door.congress.visitor();
    anna.get("/rejestracja").await.says("pociągiem");
    let key = key(&mut anna).await;
    let mut fields = support::filled(&key, "anna@kielce.example");
    anna.submit("/rejestracja", &fields)
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    fields.push(("question-czy-przyjazd-bedzie-pociagiem", "nie"));
    anna.submit("/rejestracja", &fields)
        .await
        .is(StatusCode::SEE_OTHER);
    let answers = &door.all().await[0].answers;
    assert_eq!(answers.replies["czy-przyjazd-bedzie-pociagiem"], "nie");
}

#[tokio::test]
async fn other_words_of_a_consent_are_a_new_version_and_other_consents_keep_theirs() {
    let door = Door::open(10).await;
    let mut organiser = door.congress.organiser().await;
    let page = page(&mut organiser).await;
    let more = [("act", "save"), ("consent-1-text-pl", "Można mnie zdjąć.")];
    organiser
        .submit(FORM, &filled(&page, &more))
        .await
        .is(StatusCode::SEE_OTHER);
    let versions: Vec<(String, u32)> = stored(&door)
        .await
        .consents
        .iter()
        .map(|it| (it.key.to_string(), it.version))
        .collect();
    let expected = [("regulamin", 1), ("wizerunek", 2), ("wiadomosci", 1)];
    assert_eq!(versions, expected.map(|(key, it)| (key.to_owned(), it)));
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let door = Door::open(10).await;
    let mut organiser = door.congress.organiser().await;
    let page = page(&mut organiser).await;
    let mut fields = QUESTION.to_vec();
    fields.retain(|(name, _)| *name != "question-0-answers-en");
    fields.extend([
        ("act", "save"),
        ("question-0-answers-en", "yes"),
        ("opens", "2019-09-02T09:00"),
        ("closes", "2019-09-01T09:00"),
        ("capacity", "mnóstwo"),
    ]);
    organiser
        .submit(FORM, &filled(&page, &fields))
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY)
        .says("#f-closes")
        .says("#f-capacity")
        .says("#f-question-0-answers-pl")
        .says("value=\"mnóstwo\"")
        .says("Will you come by train?");
}

#[tokio::test]
async fn the_second_of_two_who_set_it_up_is_told_and_chooses() {
    let door = Door::open(10).await;
    let mut organiser = door.congress.organiser().await;
    let mut other = door.congress.organiser().await;
    let page = page(&mut organiser).await;
    let first = [("act", "save"), ("capacity", "20")];
    other.submit(FORM, &filled(&page, &first)).await;
    let second = [("act", "save"), ("capacity", "30")];
    let told = organiser.submit(FORM, &filled(&page, &second)).await;
    told.is(StatusCode::CONFLICT)
        .says("w międzyczasie")
        .says("value=\"30\"");
    assert_eq!(stored(&door).await.capacity, Some(20));
    let again = told.form(MARK);
    let again = filled(&again, &[("act", "save")]);
    organiser
        .submit(FORM, &again)
        .await
        .is(StatusCode::SEE_OTHER);
    assert_eq!(stored(&door).await.capacity, Some(30));
}

#[tokio::test]
async fn nobody_else_sees_or_sets_up_the_form() {
    let door = Door::open(10).await;
    for role in [Role::Editor, Role::Volunteer, Role::Participant] {
        let mut other = door.congress.member_as(role).await;
        other.get(FORM).await.is(StatusCode::NOT_FOUND);
        let save = [("act", "save"), ("mode", "automatic")];
        other.submit(FORM, &save).await.is(StatusCode::NOT_FOUND);
    }
}
