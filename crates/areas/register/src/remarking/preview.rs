//! What an amendment changes, marked, while it is typed: a fragment of HTML.

use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::Remark as RemarkAct;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::messages;
use wiec_kit::paths::Paths;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::Lang;
use wiec_model::register::{Clause, Proposal};
use wiec_text::{Document, View, Words, compare, comparison_html};

use super::amend::sent;
use super::place::Place;
use super::view::{amendment_form, words};

/// The highest level of headings in a fragment: those above are the page's.
const FIRST_HEADING: u8 = 4;

/// Where the fragment for a clause comes from.
pub(super) fn address(paths: &Paths, proposal: &Proposal, clause: &Clause) -> String {
    let word = words(paths.lang()).preview;
    format!("{}/{word}", amendment_form(paths, proposal, clause))
}

/// `POST /propozycje/{slug}/akapit/{clause}/poprawka/podglad`
///
/// It writes nothing, and says what is wrong instead of refusing: somebody is still typing.
pub(super) async fn post(
    permit: Permit<RemarkAct>,
    State(app): State<App>,
    visit: Visit,
    Path((_, clause)): Path<(String, String)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let form = Form::of(data, visit.lang);
    let place = Place::find(&app, &permit.subject.proposal, &clause).await?;
    if !place.is_there() {
        return Err(PageError::NotFound);
    }
    let typing = sent(&app, &permit, place, &form).await?;
    let (form, offer) = typing.offer(form).await?;
    let html = match (offer, form.errors().first()) {
        (Some(offer), _) => marked(&typing.base.text, &offer.after, visit.lang),
        (None, Some(error)) => format!("<p class=\"soft\">{}</p>", error.says),
        (None, None) => String::new(),
    };
    Ok(respond::private(html))
}

/// What differs between two texts, marked.
pub(super) fn marked(before: &Document, after: &Document, lang: Lang) -> String {
    let m = messages(lang);
    let words = Words {
        deleted: m.remarking_mark_deleted(),
        inserted: m.remarking_mark_inserted(),
        moved_away: m.remarking_mark_moved_away(),
        moved_here: m.remarking_mark_moved_here(),
        split: m.remarking_mark_split(),
        joined: m.remarking_mark_joined(),
        reshaped: m.remarking_mark_reshaped(),
        end: m.remarking_mark_end(),
    };
    let changes = compare(before, after).changes();
    comparison_html(&changes, View::Marked, &words, FIRST_HEADING)
}
