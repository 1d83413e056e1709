//! A submission of one's own: the form for good, from the first draft to the last word before the congress.
//!
//! Every button of the form saves first, so that none of them loses what was typed beside it.

use axum::extract::State;
use axum::response::Response;
use wiec_kit::acts::{Mine, OwnSubmission};
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{CheckedForm, Form};
use wiec_kit::messages::messages;
use wiec_kit::permit::Permit;
use wiec_kit::respond;
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::calls::{self, AuthorId, Moment, Submission};
use wiec_model::jobs::AboutSubmission;
use wiec_store::{Saved, Submitted, Tx};

use super::fields::{self, Typed, own_author};
use super::page::{Page, Shown};
use super::save::{place_of, save, seen, with_typed, wrong};
use super::telling::tell;
use super::{code, people, says, view};

/// What a button of the form does once what was typed is saved.
#[derive(Clone, Copy)]
enum Act {
    Save,
    Preview,
    Send,
    Invite,
    TakeOut(AuthorId),
    Place(AuthorId, usize),
    UseCode,
}

impl Act {
    fn of(form: &Form) -> Self {
        match form.value("act") {
            "preview" => Self::Preview,
            "send" => Self::Send,
            "invite" => Self::Invite,
            "code" => Self::UseCode,
            other => Self::of_author(other).unwrap_or(Self::Save),
        }
    }
    /// What is done to an author: `remove.{key}`, `place.{key}.{place}`.
    fn of_author(act: &str) -> Option<Self> {
        if let Some(key) = act.strip_prefix("remove.") {
            return Some(Self::TakeOut(key.parse().ok()?));
        }
        let (key, place) = act.strip_prefix("place.")?.split_once('.')?;
        Some(Self::Place(key.parse().ok()?, place.parse().ok()?))
    }
}

/// `GET /zgloszenia/{code}`
pub(super) async fn get(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
) -> Result<Response, PageError> {
    let account = permit.signed_in()?.account.id;
    let of = &permit.subject.submission;
    let form = fields::filled(Form::fresh(visit.lang), of, own_author(of, account));
    let page = Page::of(&app, &visit, &permit.subject, account);
    let html = page.html(of, form, Shown::Plain).await?;
    Ok(respond::private(html))
}

/// `POST /zgloszenia/{code}`
#[tracing::instrument(name = "calls.change_submission", skip_all, fields(submission.code = %permit.subject.submission.code))]
pub(super) async fn post(
    permit: Permit<OwnSubmission>,
    State(app): State<App>,
    visit: Visit,
    CheckedForm(data): CheckedForm,
) -> Result<Response, PageError> {
    if !app.limits.admits_write(visit.peer) {
        return Err(PageError::TooMany);
    }
    let account = permit.signed_in()?.account.id;
    let mine = &permit.subject;
    let page = Page::of(&app, &visit, mine, account);
    let mut form = Form::of(data, visit.lang);
    let typed = fields::read(&form, &mine.call, &mine.submission);
    let act = Act::of(&form);
    let is_withdrawn = matches!(mine.submission.state, calls::State::Withdrawn { .. });
    let gate = mine.call.setup.gate(app.clock.now());
    let is_open = mine.submission.state.changeable(gate).is_ok();
    if is_open && mine.submission.state != calls::State::Draft {
        // What was sent is judged or printed: it is changed to something whole, or not at all.
        let files = app.store.submissions().files(mine.submission.id).await?;
        let now = with_typed(&mine.submission, &typed, account);
        let moment = (Moment::Submitting, app.clock.now());
        let problems = wrong(&now, &mine.call, (&typed, &files), moment);
        if !problems.is_empty() {
            let own = place_of(&now, account);
            says::note(&mut form, &problems, (&mine.call, &mine.edition), own);
            let html = page.html(&mine.submission, form, Shown::Plain).await?;
            return Ok(respond::again(html));
        }
    }
    let mut tx = app.store.begin(permit.writer(), app.clock.now()).await?;
    let saved = if is_withdrawn {
        mine.submission.clone()
    } else {
        let seen = seen(&form)?;
        match save(&mut tx, mine, account, &typed, seen).await? {
            Saved::Saved(saved) => saved,
            Saved::Clash(theirs) => {
                tx.give_up().await?;
                let form = form.replacing("revision", theirs.revision);
                let html = page.html(&theirs, form, Shown::Clash(&typed)).await?;
                return Ok(respond::clash(html));
            }
            Saved::NotTaken(gate, now) => {
                tx.give_up().await?;
                let why = view::shut(form.words(), gate, &mine.edition, visit.lang);
                form.fail_whole(form.words().submitting_change_not_taken(why));
                let html = page.html(&now, form, Shown::Unsaved(&typed)).await?;
                return Ok(respond::again(html));
            }
            Saved::Over(now) => {
                tx.give_up().await?;
                form.fail_whole(form.words().submitting_change_over());
                let html = page.html(&now, form, Shown::Unsaved(&typed)).await?;
                return Ok(respond::clash(html));
            }
        }
    };
    let form = form.replacing("revision", saved.revision);
    let acting = Acting {
        app: &app,
        visit: &visit,
        mine,
        page,
        account,
        saved,
    };
    acting.then(act, tx, form, &typed).await
}

/// Somebody whose words are saved, and who goes on.
pub(super) struct Acting<'a> {
    /// The running program.
    pub app: &'a App,
    /// The request.
    pub visit: &'a Visit,
    /// Whose it is, and of which call.
    pub mine: &'a Mine,
    /// The page that shows it.
    pub page: Page<'a>,
    /// Who acts.
    pub account: AccountId,
    /// The submission as it is saved.
    pub saved: Submission,
}

impl Acting<'_> {
    async fn then(
        self,
        act: Act,
        tx: Tx,
        form: Form,
        typed: &Typed,
    ) -> Result<Response, PageError> {
        match act {
            Act::Save => self.keep(tx, form, typed).await,
            Act::Preview => {
                tx.commit().await?;
                let paths = self.visit.paths();
                let preview = view::of(&paths, &self.saved.code, |words| words.preview);
                Ok(respond::to(&preview))
            }
            Act::Send => self.send(tx, form, typed).await,
            Act::Invite => people::invite(self, tx, form).await,
            Act::TakeOut(author) => people::take_out(self, tx, author).await,
            Act::Place(author, place) => people::move_to(self, tx, form, (author, place)).await,
            Act::UseCode => code::redeem(self, tx, form).await,
        }
    }

    /// Leads to the page of the submission: `saved`, `sent#osoby`.
    pub fn to(&self, what: &str) -> Response {
        let path = self.visit.paths().submission(&self.saved.code);
        respond::to(&format!("{path}?{what}"))
    }

    /// Shows the form again, with its words kept.
    pub async fn again(&self, form: Form) -> Result<Response, PageError> {
        let html = self.page.html(&self.saved, form, Shown::Kept).await?;
        Ok(respond::again(html))
    }

    async fn keep(self, tx: Tx, mut form: Form, typed: &Typed) -> Result<Response, PageError> {
        tx.commit().await?;
        let moment = (Moment::Saving, self.app.clock.now());
        let call = &self.mine.call;
        let problems = wrong(&self.saved, call, (typed, &[]), moment);
        if problems.is_empty() {
            return Ok(self.to("saved"));
        }
        let own = place_of(&self.saved, self.account);
        says::note(&mut form, &problems, (call, &self.mine.edition), own);
        self.again(form).await
    }

    /// Sends it, if nothing is wrong with it and the call takes it; it is kept in any case.
    async fn send(self, mut tx: Tx, mut form: Form, typed: &Typed) -> Result<Response, PageError> {
        let call = &self.mine.call;
        if !matches!(
            self.saved.state,
            calls::State::Draft | calls::State::Withdrawn { .. }
        ) {
            // Pressed twice, or by two of its authors.
            tx.commit().await?;
            return Ok(self.to("sent"));
        }
        let files = self.app.store.submissions().files(self.saved.id).await?;
        let moment = (Moment::Submitting, tx.at());
        let problems = wrong(&self.saved, call, (typed, &files), moment);
        if !problems.is_empty() {
            tx.commit().await?;
            let own = place_of(&self.saved, self.account);
            says::note(&mut form, &problems, (call, &self.mine.edition), own);
            return self.again(form).await;
        }
        let consents = call.setup.consents.iter();
        let agreed: Vec<_> = consents
            .filter(|consent| typed.agreed.contains(&consent.key))
            .cloned()
            .collect();
        let (id, revision) = (self.saved.id, self.saved.revision);
        let sent = tx.submissions().submit(call, id, revision, &agreed).await?;
        let m = messages(self.visit.lang);
        let refused = match sent {
            Submitted::Now(sent) => {
                tell(&mut tx, &call.congress, sent.id, AboutSubmission::Receipt).await?;
                None
            }
            Submitted::Before(_) => None,
            Submitted::NotTaken(gate) => {
                let why = view::shut(m, gate, &self.mine.edition, self.visit.lang);
                Some(("", m.submitting_not_taken(why)))
            }
            Submitted::NotAdmitted => Some(("access", m.submitting_code_needed().to_owned())),
            Submitted::TooMany(most) => Some(("", m.submitting_too_many(most))),
            Submitted::Clash(_) => return Err(PageError::Conflict),
        };
        tx.commit().await?;
        match refused {
            None => Ok(self.to("sent")),
            Some((field, why)) => {
                let label = if field.is_empty() {
                    ""
                } else {
                    m.submitting_code()
                };
                form.fail(field, label, why);
                self.again(form).await
            }
        }
    }
}
