//! Writing a page that the law asks for: what is the same for each of them.

use axum::response::Response;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wiec_kit::acts::EditNotices;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Form, FormData};
use wiec_kit::office::{Part, saved};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Slug;
use wiec_model::notice::NoticeKind;
use wiec_store::{Notice, StoreError};

/// A page that organisers fill in.
pub trait Editable: Serialize + DeserializeOwned + Send + Sync {
    /// Which page it is.
    const KIND: NoticeKind;

    /// What is known before anybody fills anything in.
    fn fresh(app: &App, form: Form) -> Form;

    /// The form as it was filled in.
    fn filled(&self, form: Form) -> Form;

    /// Reads the form; `None` if something is wrong with it, which it then says.
    fn read(form: &mut Form) -> Option<Self>;
}

/// What came of a form.
pub enum Outcome {
    /// It is written; the answer leads back to all pages.
    Written(Response),
    /// It is not, and says why; whoever sent it sees it again.
    Again(Form),
}

/// The form of a page as it stands.
pub async fn open<N: Editable>(
    app: &App,
    visit: &Visit,
    congress: &Slug,
) -> Result<Form, PageError> {
    let form = Form::fresh(visit.lang);
    Ok(match find::<N>(app, congress).await? {
        Some(notice) => notice.fields.filled(form).with("revision", notice.revision),
        None => N::fresh(app, form),
    })
}

/// Writes what a form says. Whoever writes over a change that they did not see is told so first,
/// and may send the form again.
pub async fn save<N: Editable>(
    app: &App,
    visit: &Visit,
    permit: &Permit<EditNotices>,
    data: FormData,
) -> Result<Outcome, PageError> {
    let congress = &permit.subject;
    let mut form = Form::of(data, visit.lang);
    let seen = form.value("revision").parse().unwrap_or(0);
    let Some(fields) = N::read(&mut form) else {
        return Ok(Outcome::Again(form));
    };
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    match tx.notices().save(congress, N::KIND, &fields, seen).await {
        Ok(()) => tx.commit().await?,
        Err(StoreError::Stale) => {
            drop(tx);
            let revision = find::<N>(app, congress)
                .await?
                .map_or(0, |notice| notice.revision);
            let mut form = form.replacing("revision", revision);
            form.fail_whole(form.words().notices_changed_meanwhile());
            return Ok(Outcome::Again(form));
        }
        Err(error) => return Err(error.into()),
    }
    let path = Part::Notices.path(&visit.paths(), congress);
    Ok(Outcome::Written(respond::to(&saved(&path))))
}

async fn find<N: Editable>(app: &App, congress: &Slug) -> Result<Option<Notice<N>>, StoreError> {
    app.store.notices().find::<N>(congress, N::KIND).await
}
