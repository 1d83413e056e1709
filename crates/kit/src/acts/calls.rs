//! Acts of calls: reading them, offering something, judging it, choosing.

use std::collections::BTreeSet;
use std::sync::Arc;

use wiec_model::calls::{
    Author, Barred, Blinded, Call, CoAuthors, FileInfo, Interest, Judge, Submission,
    SubmissionCode, interests,
};
use wiec_model::rules::{Action, On};
use wiec_model::{AccountId, Slug};
use wiec_store::{CommitteeMember, Invitation, SignedIn};

use super::congress;
use crate::edition::Edition;
use crate::error::PageError;
use crate::permit::{Act, Asked};

/// Seeing which calls there are.
pub struct ReadCalls;

impl Act for ReadCalls {
    type Subject = Arc<Edition>;
    const ACTION: Action = Action::ReadCall;

    async fn find(asked: &Asked<'_>) -> Result<Option<Arc<Edition>>, PageError> {
        Ok(asked.visit.edition.clone())
    }

    fn on(edition: &Arc<Edition>) -> On {
        On::Congress(edition.slug().clone())
    }
}

/// A call, and the edition whose it is.
pub struct InCall {
    /// The edition.
    pub edition: Arc<Edition>,
    /// The call.
    pub call: Call,
}

impl InCall {
    fn on(&self) -> On {
        On::Call(self.edition.slug().clone(), self.call.slug.clone())
    }
}

/// Reading a call that was announced, which the address names as `{call}`.
pub struct ReadCall;

impl Act for ReadCall {
    type Subject = InCall;
    const ACTION: Action = Action::ReadCall;

    async fn find(asked: &Asked<'_>) -> Result<Option<InCall>, PageError> {
        announced(asked).await
    }

    fn on(of: &InCall) -> On {
        of.on()
    }
}

/// Offering something to a call that was announced.
pub struct BeginSubmission;

impl Act for BeginSubmission {
    type Subject = InCall;
    const ACTION: Action = Action::Submit;

    async fn find(asked: &Asked<'_>) -> Result<Option<InCall>, PageError> {
        announced(asked).await
    }

    fn on(of: &InCall) -> On {
        of.on()
    }
}

/// Seeing what one offered in all calls of an edition.
pub struct OwnSubmissions;

impl Act for OwnSubmissions {
    type Subject = Arc<Edition>;
    const ACTION: Action = Action::Submit;

    async fn find(asked: &Asked<'_>) -> Result<Option<Arc<Edition>>, PageError> {
        Ok(asked.visit.edition.clone())
    }

    fn on(edition: &Arc<Edition>) -> On {
        On::Congress(edition.slug().clone())
    }
}

/// A submission of those who act.
pub struct Mine {
    /// The edition.
    pub edition: Arc<Edition>,
    /// Its call.
    pub call: Call,
    /// The submission.
    pub submission: Submission,
}

/// Seeing and changing what one offered, alone or with others; the address names it as `{code}`.
pub struct OwnSubmission;

impl Act for OwnSubmission {
    type Subject = Mine;
    const ACTION: Action = Action::OwnSubmission;

    async fn find(asked: &Asked<'_>) -> Result<Option<Mine>, PageError> {
        let Some(edition) = asked.visit.edition.clone() else {
            return Ok(None);
        };
        let Some(submission) = submission(asked, edition.slug()).await? else {
            return Ok(None);
        };
        let calls = asked.app.store.calls();
        let call = calls.get(edition.slug(), submission.call).await?;
        Ok(call.map(|call| Mine {
            edition,
            call,
            submission,
        }))
    }

    fn on(mine: &Mine) -> On {
        let submission = &mine.submission;
        let authors = submission.authors.iter().filter(|author| author.owns());
        let owners = authors.filter_map(|author| author.account);
        let owners = submission.account.into_iter().chain(owners).collect();
        On::Submission(mine.edition.slug().clone(), owners)
    }
}

/// What the secret in an invited author's link follows from the installation's secret for: with the key of the
/// author it makes the link anew, so that no letter waits with a secret in it.
pub const AUTHOR_PROOF: &str = "author";

/// An invitation to be an author.
pub struct Invited {
    /// The edition.
    pub edition: Arc<Edition>,
    /// The call.
    pub call: Call,
    /// The invitation, whatever became of it.
    pub invitation: Invitation,
    /// Who reads it, if they are signed in: nobody has to be, in order to say no.
    pub reader: Option<SignedIn>,
}

/// Saying whether one is an author, by the link of a letter: the address names its secret as `{token}`.
pub struct AnswerInvitation;

impl Act for AnswerInvitation {
    type Subject = Invited;
    const ACTION: Action = Action::ReadCall;

    async fn find(asked: &Asked<'_>) -> Result<Option<Invited>, PageError> {
        let (Some(edition), Some(token)) = (asked.visit.edition.clone(), asked.word("token"))
        else {
            return Ok(None);
        };
        let store = &asked.app.store;
        let found = store
            .submissions()
            .invitation(edition.slug(), token)
            .await?;
        let Some(invitation) = found else {
            return Ok(None);
        };
        let of = invitation.submission.call;
        let call = store.calls().get(edition.slug(), of).await?;
        Ok(call.map(|call| Invited {
            edition,
            call,
            invitation,
            reader: asked.signed_in.cloned(),
        }))
    }

    fn on(of: &Invited) -> On {
        On::Congress(of.edition.slug().clone())
    }
}

/// A call, and the member of its committee who acts.
pub struct InCommittee {
    /// The edition.
    pub edition: Arc<Edition>,
    /// The call.
    pub call: Call,
    /// Who acts, as the committee knows them; none where they have the role and nobody put them on the
    /// list: then nothing is known of their body and town.
    pub member: Option<CommitteeMember>,
}

/// Judging what was offered to a call.
pub struct ReviewCall;

impl Act for ReviewCall {
    type Subject = InCommittee;
    const ACTION: Action = Action::ReviewSubmissions;

    async fn find(asked: &Asked<'_>) -> Result<Option<InCommittee>, PageError> {
        let Some(InCall { edition, call }) = called(asked).await? else {
            return Ok(None);
        };
        let member = member(asked, &call).await?;
        Ok(Some(InCommittee {
            edition,
            call,
            member,
        }))
    }

    fn on(of: &InCommittee) -> On {
        On::Call(of.edition.slug().clone(), of.call.slug.clone())
    }
}

/// What a member sees of a submission.
pub enum Seen {
    /// Nothing of whose it is.
    Blind(Blinded),
    /// All of it, with its files.
    Open(Box<Submission>, Vec<FileInfo>),
}

/// A submission, as the member of the committee who acts may see it.
pub struct Judged {
    /// The edition.
    pub edition: Arc<Edition>,
    /// The call.
    pub call: Call,
    /// What they see of it.
    pub seen: Seen,
    /// Which interests they have in it. Those that were found are not said to a blind member: `same_town`
    /// alone would tell where an author comes from.
    pub interests: BTreeSet<Interest>,
    /// Whether one of those bars them from judging.
    pub barred: Barred,
}

/// Judging a submission; the address names it as `{call}` and `{code}`. What was not sent yet, or was taken
/// back, does not exist for the committee.
pub struct ReviewSubmission;

impl Act for ReviewSubmission {
    type Subject = Judged;
    const ACTION: Action = Action::ReviewSubmissions;

    async fn find(asked: &Asked<'_>) -> Result<Option<Judged>, PageError> {
        let (Some(InCall { edition, call }), Some(signed_in)) =
            (called(asked).await?, asked.signed_in)
        else {
            return Ok(None);
        };
        let found = submission(asked, edition.slug()).await?;
        let judged = found.filter(|found| {
            found.call == call.id && wiec_model::calls::State::JUDGED.contains(&found.state.word())
        });
        let Some(submission) = judged else {
            return Ok(None);
        };
        let store = &asked.app.store;
        let files = store.submissions().files(submission.id).await?;
        let member = member(asked, &call).await?;
        let authors = store.submissions().authors(edition.slug()).await?;
        let together = CoAuthors::of(authors.values().map(Vec::<Author>::as_slice));
        let judge = judge(signed_in, member.as_ref());
        let mut interests = interests(&judge, &submission, &together);
        let declared = store.reviews().interests(call.id).await?;
        if declared
            .iter()
            .any(|it| it.submission == submission.id && it.account == judge.account)
        {
            interests.insert(Interest::Declared);
        }
        let barred = call.setup.review.bars(&interests);
        let seen = if call.shows_authors(submission.anonymity, &submission.state) {
            Seen::Open(Box::new(submission), files)
        } else {
            Seen::Blind(Blinded::of(&submission, &call.setup, &files))
        };
        Ok(Some(Judged {
            edition,
            call,
            seen,
            interests,
            barred,
        }))
    }

    fn on(of: &Judged) -> On {
        On::Call(of.edition.slug().clone(), of.call.slug.clone())
    }
}

/// A call in the office of its congress.
pub struct InOfficeCall {
    /// The congress, released or not.
    pub congress: Slug,
    /// The call.
    pub call: Call,
}

/// Seeing and changing a call, and all that was offered to it.
pub struct ManageCall;

impl Act for ManageCall {
    type Subject = InOfficeCall;
    const ACTION: Action = Action::ManageCalls;

    async fn find(asked: &Asked<'_>) -> Result<Option<InOfficeCall>, PageError> {
        office(asked).await
    }

    fn on(of: &InOfficeCall) -> On {
        On::Congress(of.congress.clone())
    }
}

/// A submission in the office of its congress.
pub struct InOfficeSubmission {
    /// The congress.
    pub congress: Slug,
    /// The call.
    pub call: Call,
    /// The submission.
    pub submission: Submission,
}

/// Seeing and changing something that was offered. A draft of somebody who has an account is theirs alone.
pub struct ManageSubmission;

impl Act for ManageSubmission {
    type Subject = InOfficeSubmission;
    const ACTION: Action = Action::ManageCalls;

    async fn find(asked: &Asked<'_>) -> Result<Option<InOfficeSubmission>, PageError> {
        let Some(InOfficeCall { congress, call }) = office(asked).await? else {
            return Ok(None);
        };
        let found = submission(asked, &congress).await?;
        let found = found.filter(|found| {
            let is_private = found.submitted_at.is_none() && found.account.is_some();
            found.call == call.id && !is_private
        });
        Ok(found.map(|submission| InOfficeSubmission {
            congress,
            call,
            submission,
        }))
    }

    fn on(of: &InOfficeSubmission) -> On {
        On::Congress(of.congress.clone())
    }
}

/// The call that the address names as `{call}`, of a released edition, announced or not.
async fn called(asked: &Asked<'_>) -> Result<Option<InCall>, PageError> {
    let (Some(edition), Some(slug)) = (asked.visit.edition.clone(), asked.parse::<Slug>("call"))
    else {
        return Ok(None);
    };
    let call = asked.app.store.calls().find(edition.slug(), &slug).await?;
    Ok(call.map(|call| InCall { edition, call }))
}

async fn announced(asked: &Asked<'_>) -> Result<Option<InCall>, PageError> {
    let found = called(asked).await?;
    Ok(found.filter(|found| found.call.is_announced()))
}

async fn office(asked: &Asked<'_>) -> Result<Option<InOfficeCall>, PageError> {
    let (Some(congress), Some(slug)) = (congress(asked).await?, asked.parse::<Slug>("call")) else {
        return Ok(None);
    };
    let call = asked.app.store.calls().find(&congress, &slug).await?;
    Ok(call.map(|call| InOfficeCall { congress, call }))
}

async fn submission(asked: &Asked<'_>, of: &Slug) -> Result<Option<Submission>, PageError> {
    let Some(code) = asked.parse::<SubmissionCode>("code") else {
        return Ok(None);
    };
    Ok(asked.app.store.submissions().find(of, &code).await?)
}

/// Who acts, as the committee of the call knows them, if they were not removed from it.
async fn member(asked: &Asked<'_>, call: &Call) -> Result<Option<CommitteeMember>, PageError> {
    let account: Option<AccountId> = asked.signed_in.map(|signed_in| signed_in.account.id);
    let members = asked.app.store.calls().members(call.id).await?;
    Ok(members
        .into_iter()
        .find(|member| Some(member.account) == account && member.removed_at.is_none()))
}

/// Somebody who judges, as their interests are found: by their account, and what the committee knows of them.
#[must_use]
pub fn judge(signed_in: &SignedIn, member: Option<&CommitteeMember>) -> Judge {
    Judge {
        account: signed_in.account.id,
        email: signed_in.account.email.clone(),
        body: member.and_then(|member| member.body.clone()),
        town: member.and_then(|member| member.town.clone()),
    }
}
