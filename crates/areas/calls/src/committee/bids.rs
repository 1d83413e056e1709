//! Saying how gladly one would judge what: all rows in one form, of which only those are saved that differ from
//! what the form showed. Two windows do not undo each other.

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::ReviewCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, FormData};
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::calls::Bid;

use super::item::{Bar, Item, all};

/// `POST /nabory/{call}/komisja/preferencje`
#[tracing::instrument(name = "calls.bid", skip_all, fields(call.slug = %permit.subject.call.slug))]
pub(super) async fn post(
    permit: Permit<ReviewCall>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let of = &permit.subject;
    let desk = visit.paths().committee(&of.call.slug, "");
    let signed_in = permit.signed_in()?;
    if !of.call.setup.review.phase(app.clock.now()).takes_bids() {
        // The page says which phase is on; a bid that comes too late changes nothing any more.
        return Ok(respond::to(&desk));
    }
    let items = all(&app, of, signed_in).await?;
    let said: Vec<(&Item, Bid)> = items
        .iter()
        .filter(|item| item.bar == Bar::No)
        .filter_map(|item| changed(&data, item.submission.code.as_str()).map(|bid| (item, bid)))
        .collect();
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    for (item, bid) in said {
        let account = signed_in.account.id;
        tx.reviews().bid(&item.submission, account, bid).await?;
    }
    tx.commit().await?;
    Ok(respond::to(&format!("{desk}?saved")))
}

/// What was said of a submission, if it differs from what the form showed.
fn changed(data: &FormData, code: &str) -> Option<Bid> {
    let said = data.get(&format!("bid-{code}"))?;
    let seen = data.get(&format!("seen-{code}")).unwrap_or_default();
    (said != seen).then(|| Bid::of(said)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_changed_in_the_form_is_said() {
        let data = FormData::of(&[
            ("bid-A", "yes"),
            ("seen-A", ""),
            ("bid-B", "no"),
            ("seen-B", "no"),
            ("bid-C", ""),
            ("seen-C", "yes"),
            ("bid-D", "gladly"),
        ]);
        let said = ["A", "B", "C", "D", "E"].map(|code| changed(&data, code));
        assert_eq!(said, [Some(Bid::Yes), None, None, None, None]);
    }
}
