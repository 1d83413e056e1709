//! Who decides: how they may do so, by what is known of their interests.
//!
//! Somebody of the office need not be on a committee, so their body is looked for wherever they said it:
//! on the committee, in their registration, and as authors themselves.

use std::collections::BTreeSet;

use wiec_kit::acts::InOfficeCall;
use wiec_kit::app::App;
use wiec_kit::error::PageError;
use wiec_model::calls::{
    Author, CoAuthors, Interest, Judge, MayDecide, Submission, SubmissionId, interests, may_decide,
};
use wiec_model::{Account, AccountId};

/// Somebody who decides.
pub struct Decider {
    account: Account,
    judges: Vec<Judge>,
    together: CoAuthors,
    declared: BTreeSet<SubmissionId>,
}

impl Decider {
    /// Reads what is known of somebody.
    pub async fn read(app: &App, of: &InOfficeCall, account: &Account) -> Result<Self, PageError> {
        let store = &app.store;
        let members = store.calls().members(of.call.id).await?;
        let registration = store.registrations().of(&of.congress, account.id).await?;
        let authors = store.submissions().authors(&of.congress).await?;
        let interests = store.reviews().interests(of.call.id).await?;
        let member = members.iter().find(|member| member.account == account.id);
        let on_committee = member.map(|it| (it.body.clone(), it.town.clone()));
        let registered = registration.map(|it| (it.answers.body, None));
        let own = authors.values().flatten();
        let own = own.filter(|author| author.account == Some(account.id));
        let own = own.map(|author| (author.about.body.clone(), author.about.town.clone()));
        let said: BTreeSet<_> = on_committee
            .into_iter()
            .chain(registered)
            .chain(own)
            .collect();
        let nothing = said.is_empty().then_some((None, None));
        let judges = said.into_iter().chain(nothing).map(|(body, town)| Judge {
            account: account.id,
            email: account.email.clone(),
            body,
            town,
        });
        let declared = interests.into_iter().filter(|it| it.account == account.id);
        Ok(Self {
            judges: judges.collect(),
            together: CoAuthors::of(authors.values().map(Vec::as_slice)),
            declared: declared.map(|it| it.submission).collect(),
            account: account.clone(),
        })
    }

    /// Whose account it is.
    pub const fn id(&self) -> AccountId {
        self.account.id
    }

    /// How they may decide on a submission.
    pub fn may(&self, submission: &Submission) -> MayDecide {
        let found = |judge: &Judge| interests(judge, submission, &self.together);
        let mut all: BTreeSet<Interest> = self.judges.iter().flat_map(found).collect();
        if self.declared.contains(&submission.id) {
            all.insert(Interest::Declared);
        }
        may_decide(&all)
    }
}

/// Whether somebody is, or was, among these authors: what was said of it and what is decided are not for
/// them, whatever they may see of everything else.
pub fn is_own(account: &Account, authors: &[Author]) -> bool {
    authors.iter().any(|author| {
        let by_address = author.email.is_some() && author.email == account.email;
        author.account == Some(account.id) || by_address
    })
}
