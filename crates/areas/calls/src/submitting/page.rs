//! The page of a submission, for its authors: where it stands, what is asked, the form, files, co-authors.

use askama::Template;
use jiff::Timestamp;
use wiec_kit::acts::Mine;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_kit::form::{Field, Form};
use wiec_kit::frame::Frame;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::visit::Visit;
use wiec_model::AccountId;
use wiec_model::calls::{self, AuthorStanding, FileInfo, Submission};

use super::clash::{Differing, differing};
use super::editor::Editor;
use super::fields::{Typed, of_consent, own_author};
use super::file_field::{FileField, fields as file_fields};
use super::notes::{Note, Standing};
use super::preview::{Reading, reading};
use super::{code, people, view};

#[derive(Template)]
#[template(path = "submitting_submission.html")]
struct SubmissionPage {
    frame: Frame,
    call: String,
    call_href: String,
    heading: String,
    code: String,
    state: (&'static str, &'static str),
    note: Note,
    asks: Vec<String>,
    says: Option<&'static str>,
    saved_at: Option<String>,
    reason: Option<String>,
    form: Form,
    is_kept: bool,
    is_unsaved: bool,
    clash: Option<Vec<Differing>>,
    editor: Option<Editor>,
    reading: Option<Reading>,
    files: Vec<FileField>,
    authors: Vec<AuthorRow>,
    needs_code: bool,
    can_send: bool,
    consents: Vec<Field>,
    can_confirm: bool,
    leave: Option<&'static str>,
    leave_href: String,
    preview_href: String,
    confirm_href: String,
    prepare: Option<String>,
    is_prepared: bool,
    changes: Vec<String>,
    action: String,
    save: Option<String>,
    owner: String,
}

/// An author in the list.
struct AuthorRow {
    name: String,
    more: String,
    standing: (&'static str, &'static str),
    remove: Option<String>,
    /// One place higher, unless they are the first.
    up: Option<String>,
    is_self: bool,
}

/// How the page comes to be shown.
#[derive(Clone, Copy)]
pub(super) enum Shown<'a> {
    /// Because somebody asked for it, or with what is wrong in a form that was not saved.
    Plain,
    /// With what is wrong; what was typed is saved.
    Kept,
    /// With what was typed beside what is saved, which cannot be changed now.
    Unsaved(&'a Typed),
    /// With what was typed beside what the other one saved.
    Clash(&'a Typed),
}

/// What the page is made with.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    app: &'a App,
    visit: &'a Visit,
    mine: &'a Mine,
    account: AccountId,
    m: &'static Messages,
    now: Timestamp,
}

impl<'a> Page<'a> {
    /// The page of a submission for this reader.
    pub fn of(app: &'a App, visit: &'a Visit, mine: &'a Mine, account: AccountId) -> Self {
        Self {
            app,
            visit,
            mine,
            account,
            m: messages(visit.lang),
            now: app.clock.now(),
        }
    }

    /// The page, with the submission as it is saved and the form as it is typed.
    pub async fn html(
        &self,
        of: &Submission,
        form: Form,
        shown: Shown<'_>,
    ) -> Result<String, PageError> {
        let (m, lang) = (self.m, self.visit.lang);
        let (call, edition) = (&self.mine.call, &self.mine.edition);
        let store = &self.app.store;
        let files = store.submissions().files(of.id).await?;
        let standing = self.standing(of, &files);
        let form = super::fields::filled(form, of, own_author(of, self.account));
        let title = view::title(&of.words.title, m);
        let frame = view::frame(self.app, self.visit, &form.titled(&title), |paths| {
            paths.submission(&of.code)
        });
        let paths = &frame.paths;
        let can_be_changed = standing.can_be_changed() || matches!(shown, Shown::Unsaved(_));
        let can_send = standing.can_be_sent();
        let is_chosen = of.state.is_chosen();
        let is_draft = of.state == calls::State::Draft;
        let clash = match shown {
            Shown::Clash(typed) | Shown::Unsaved(typed) => {
                Some(differing(m, (call, edition), of, typed))
            }
            Shown::Plain | Shown::Kept => None,
        };
        let page = SubmissionPage {
            call: call.setup.title.words(lang).to_owned(),
            call_href: paths.call(&call.slug),
            heading: title,
            code: of.code.to_string(),
            state: view::state(m, &of.state),
            note: standing.note(),
            asks: standing.asks(),
            says: self.says(),
            saved_at: is_draft.then(|| view::moment(of.saved_at, edition, lang)),
            reason: of.reason.clone(),
            is_kept: matches!(shown, Shown::Kept),
            is_unsaved: matches!(shown, Shown::Unsaved(_)),
            clash,
            editor: can_be_changed
                .then(|| Editor::of(self.mine, (of, &form), self.account, self.now)),
            reading: (!can_be_changed).then(|| reading(m, call, edition, of)),
            files: file_fields(&form, self.mine, &frame.paths, (of, &files), can_be_changed),
            authors: self.authors(of),
            needs_code: can_send
                && code::is_needed(store, call, of.account.unwrap_or(self.account)).await?,
            consents: if can_send {
                self.consents(&form)
            } else {
                Vec::new()
            },
            can_send,
            can_confirm: matches!(of.state, calls::State::Accepted { .. }),
            leave: self.leave(of),
            leave_href: view::of(paths, &of.code, |words| words.leave),
            preview_href: view::of(paths, &of.code, |words| words.preview),
            confirm_href: view::of(paths, &of.code, |words| words.confirm),
            prepare: is_chosen.then(|| view::of(paths, &of.code, |words| words.prepare)),
            is_prepared: is_chosen && self.is_prepared(of).await?,
            changes: if is_chosen {
                self.changes(of).await?
            } else {
                Vec::new()
            },
            action: paths.submission(&of.code),
            save: is_draft.then(|| view::of(paths, &of.code, |words| words.save)),
            owner: view::owner(self.app, self.account),
            form,
            frame,
        };
        Ok(page.render()?)
    }

    fn standing<'s>(&'s self, submission: &'s Submission, files: &'s [FileInfo]) -> Standing<'s> {
        Standing {
            m: self.m,
            edition: &self.mine.edition,
            call: &self.mine.call,
            submission,
            files,
            now: self.now,
        }
    }

    /// What was just done, by the address.
    fn says(&self) -> Option<&'static str> {
        let m = self.m;
        let said = [
            ("saved", m.submitting_saved()),
            ("begun", m.submitting_begun()),
            ("sent", m.submitting_sent()),
            ("invited", m.submitting_invited()),
            ("removed", m.submitting_removed()),
            ("ordered", m.submitting_ordered()),
            ("code", m.submitting_code_taken()),
            ("file", m.submitting_file_saved()),
            ("nofile", m.submitting_file_removed()),
            ("confirmed", m.submitting_confirmed_now()),
            ("prepared", m.submitting_prepared()),
        ];
        let mut said = said.into_iter();
        let found = said.find(|(word, _)| self.visit.asks(word));
        found.map(|(_, says)| says)
    }

    fn consents(&self, form: &Form) -> Vec<Field> {
        let consents = self.mine.call.setup.consents.iter();
        let field = |consent: &wiec_model::registration::Consent| {
            let name = of_consent(&consent.key);
            let field = form.check(name, consent.text.words(self.visit.lang));
            if consent.required {
                field.required()
            } else {
                field
            }
        };
        consents.map(field).collect()
    }

    fn authors(&self, of: &Submission) -> Vec<AuthorRow> {
        let is_submitters = of.account == Some(self.account);
        let can_change = of
            .state
            .changeable(self.mine.call.setup.gate(self.now))
            .is_ok();
        let row = |(at, author): (usize, &calls::Author)| {
            let is_self = author.account == Some(self.account);
            let can_go = author.standing != AuthorStanding::Submitter && (is_submitters || is_self);
            let about = &author.about;
            let more = [about.body.as_deref(), about.town.as_deref()];
            let email = author.email.as_ref().map(|email| email.as_str());
            let is_waiting = author.standing == AuthorStanding::Invited;
            let more = more.into_iter().chain([email.filter(|_| is_waiting)]);
            let more: Vec<&str> = more.flatten().collect();
            AuthorRow {
                name: if about.name.trim().is_empty() {
                    self.m.submitting_unnamed().to_owned()
                } else {
                    about.name.clone()
                },
                more: more.join(", "),
                standing: people::standing(self.m, author.standing),
                remove: can_go.then(|| format!("remove.{}", author.id)),
                up: (at > 0 && can_change)
                    .then(|| format!("place.{}.{}", author.id, at.saturating_sub(1))),
                is_self,
            }
        };
        of.standing_authors().enumerate().map(row).collect()
    }

    /// What the way out is called, where there is one.
    fn leave(&self, of: &Submission) -> Option<&'static str> {
        let m = self.m;
        match of.state {
            calls::State::Draft => {
                (of.account == Some(self.account)).then(|| m.submitting_leave_draft())
            }
            calls::State::Submitted { .. } | calls::State::Reserve { .. } => {
                Some(m.submitting_leave_submitted())
            }
            calls::State::Accepted { .. } | calls::State::Confirmed { .. } => {
                Some(m.submitting_leave_chosen())
            }
            _ => None,
        }
    }

    async fn is_prepared(&self, of: &Submission) -> Result<bool, PageError> {
        let said = self.app.store.submissions().prepared(of.id).await?;
        Ok(said.iter().any(|one| one.account == self.account))
    }

    /// When its words were changed after the choice.
    async fn changes(&self, of: &Submission) -> Result<Vec<String>, PageError> {
        let versions = self.app.store.submissions().versions(of.id).await?;
        let late = versions
            .iter()
            .filter(|version| matches!(version.state.as_str(), "accepted" | "confirmed"));
        let (edition, lang) = (&self.mine.edition, self.visit.lang);
        Ok(late
            .map(|version| view::moment(version.at, edition, lang))
            .collect())
    }
}
