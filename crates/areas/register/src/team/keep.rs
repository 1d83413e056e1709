//! Keeping one part of the words of a proposal, its challenges or its other languages, while others write the
//! text: only that part is compared with what the form showed.

use wiec_kit::acts::WriteProposal;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::Form;
use wiec_kit::permit::Permit;
use wiec_model::register::{Content, Draft};
use wiec_store::DraftSaved;

use super::view;

/// What came of it.
pub enum Kept {
    /// It is kept.
    Saved,
    /// Somebody else changed that part since: the form, which stands for theirs now.
    Clash(Form),
}

/// Keeps `content`, which differs from the draft in one part; `seen` tells what stands for that part.
pub async fn keep(
    app: &App,
    permit: &Permit<WriteProposal>,
    form: Form,
    (draft, content): (&Draft, &Content),
    seen: fn(&App, &Content) -> String,
) -> Result<Kept, PageError> {
    let proposal = &permit.subject.proposal;
    let is_known = form.value("seen") == seen(app, &draft.content) || *content == draft.content;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    if is_known
        && let DraftSaved::Saved(_) = tx
            .register()
            .save_draft(proposal, draft.revision, content)
            .await?
    {
        tx.commit().await?;
        return Ok(Kept::Saved);
    }
    drop(tx);
    let now = view::draft(app, proposal).await?;
    Ok(Kept::Clash(form.replacing("seen", seen(app, &now.content))))
}
