//! Taking one's own remark back.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use wiec_kit::acts::{InRegister, TakePart};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::register::Remark;

use super::view::{frame, mine, title, withdrawal};

#[derive(Template)]
#[template(path = "remarking_withdraw.html")]
struct WithdrawPage {
    frame: Frame,
    form: Form,
    name: String,
    proposal: String,
    mine: String,
    heading: String,
    remark: Remark,
}

/// `GET /propozycje/{slug}/uwaga/{number}/wycofaj`
pub(super) async fn get(
    permit: Permit<TakePart>,
    State(app): State<App>,
    visit: Visit,
    Path((_, number)): Path<(String, u32)>,
) -> Result<Response, PageError> {
    let remark = theirs(&app, &permit, number).await?;
    let form = Form::fresh(visit.lang);
    let html = page(&app, &visit, &permit.subject, remark, form)?;
    Ok(respond::private(html))
}

/// `POST /propozycje/{slug}/uwaga/{number}/wycofaj`. It can be done after the discussion too: whose words
/// they are may always take them back.
pub(super) async fn post(
    permit: Permit<TakePart>,
    State(app): State<App>,
    visit: Visit,
    Path((_, number)): Path<(String, u32)>,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    let account = permit.signed_in()?.account.id;
    let remark = theirs(&app, &permit, number).await?;
    let mut form = Form::of(data, visit.lang);
    if form.value("sure").is_empty() {
        let m = form.words();
        form.fail(
            "sure",
            m.remarking_withdraw_sure(),
            m.remarking_withdraw_unsure(),
        );
        let html = page(&app, &visit, &permit.subject, remark, form)?;
        return Ok(respond::again(html));
    }
    let proposal = &permit.subject.proposal;
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    tx.remarks().withdraw(proposal, remark.id, account).await?;
    tx.commit().await?;
    Ok(respond::to(&mine(&visit.paths(), proposal)))
}

/// One's own remark; anybody else's is no page.
async fn theirs(app: &App, permit: &Permit<TakePart>, number: u32) -> Result<Remark, PageError> {
    let account = permit.signed_in()?.account.id;
    let remarks = app.store.remarks();
    let found = remarks.find(permit.subject.proposal.id, number).await?;
    let theirs = found.filter(|remark| remark.account == Some(account));
    theirs.ok_or(PageError::NotFound)
}

fn page(
    app: &App,
    visit: &Visit,
    of: &InRegister,
    remark: Remark,
    form: Form,
) -> Result<String, PageError> {
    let m = messages(visit.lang);
    let paths = visit.paths();
    let number = remark.number.unwrap_or_default();
    let heading = m.remarking_withdraw_title(number);
    let page = WithdrawPage {
        frame: frame(app, visit, &form.titled(&heading), |paths| {
            withdrawal(paths, &of.proposal, number)
        }),
        name: title(&of.proposal, visit.lang),
        proposal: paths.proposal(&of.proposal),
        mine: mine(&paths, &of.proposal),
        heading,
        remark,
        form,
    };
    Ok(page.render()?)
}
