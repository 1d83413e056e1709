//! Giving an answer: its fields, and the one transaction in which it is written and its authors are told.

use std::collections::BTreeMap;

use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::Messages;
use wiec_model::jobs::AboutRemark;
use wiec_model::register::{Answer, AnswerId, Position, Proposal, RemarkId};
use wiec_store::Actor;
use wiec_text::Amendment;

use super::super::suggestions::make::id;
use crate::telling;

/// The longest reasons, in letters.
const REASONS: usize = 8_000;

/// The positions that one can take.
pub fn positions(m: &Messages) -> Vec<Choice> {
    let all = Position::ALL.map(|position| Choice::new(position.key(), position_name(m, position)));
    all.to_vec()
}

/// What a position is called.
pub fn position_name(m: &Messages, position: Position) -> &'static str {
    match position {
        Position::Accepted => m.team_position_accepted(),
        Position::InPart => m.team_position_in_part(),
        Position::Rejected => m.team_position_rejected(),
        Position::Explained => m.team_position_explained(),
    }
}

/// The answer that a form says; `None` if something is wrong, which stands at its field then. The same
/// form sent again says the same answer.
pub fn read(app: &App, form: &mut Form) -> Option<Answer> {
    let m = form.words();
    let position = form.typed("position", m.team_position()).required();
    let position = position.choice(Position::of);
    let reasons = form.typed("reasons", m.team_answer_reasons()).required();
    let reasons = reasons.lines(REASONS);
    let key = form.key_with_words()?;
    Some(Answer {
        id: AnswerId(id(app, "answer", &key)),
        position: position?,
        reasons: reasons?,
        lang: form_lang(form),
        at: app.clock.now(),
    })
}

/// The team writes in the language of the page on which it answers.
fn form_lang(form: &Form) -> wiec_model::Lang {
    form.words().lang()
}

/// Writes an answer to remarks and has all their authors told.
pub async fn give(
    app: &App,
    by: Actor,
    proposal: &Proposal,
    remarks: &[RemarkId],
    answer: &Answer,
    accepted: &BTreeMap<RemarkId, Amendment>,
) -> Result<(), PageError> {
    let mut tx = app.store.begin(by, app.clock.now()).await?;
    let mut writer = tx.remarks();
    let answered = writer.answer(proposal, remarks, answer, accepted).await?;
    for remark in answered {
        let about = AboutRemark::Answered { answer: answer.id };
        telling::tell(&mut tx, &proposal.congress, remark.id, about).await?;
    }
    tx.commit().await?;
    Ok(())
}
