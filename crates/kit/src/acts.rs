//! What handlers do: each act with the rule it falls under and how a request names what it is done to.

mod calls;

use std::sync::Arc;

use wiec_model::Slug;
use wiec_model::register::{Proposal, Remark as Said, RemarkId};
use wiec_model::rules::{Action, On};
use wiec_store::SignedIn;

use crate::edition::Edition;
use crate::error::PageError;
use crate::permit::{Act, Asked, Who};

pub use calls::{
    AUTHOR_PROOF, AnswerInvitation, BeginSubmission, InCall, InCommittee, InOfficeCall,
    InOfficeSubmission, Invited, Judged, ManageCall, ManageSubmission, Mine, OwnSubmission,
    OwnSubmissions, ReadCall, ReadCalls, ReviewCall, ReviewSubmission, Seen, judge,
};

/// Reading the released programme of an edition.
pub struct ReadProgramme;

impl Act for ReadProgramme {
    type Subject = Arc<Edition>;
    const ACTION: Action = Action::ReadReleased;
    const WHO: Who = Who::Anybody;

    async fn find(asked: &Asked<'_>) -> Result<Option<Arc<Edition>>, PageError> {
        Ok(asked.visit.edition.clone())
    }

    fn on(edition: &Arc<Edition>) -> On {
        On::Congress(edition.slug().clone())
    }
}

/// Marking sessions of an edition as one's own.
pub struct KeepMarks;

impl Act for KeepMarks {
    type Subject = Arc<Edition>;
    const ACTION: Action = Action::KeepMarks;
    const WHO: Who = Who::Anybody;

    async fn find(asked: &Asked<'_>) -> Result<Option<Arc<Edition>>, PageError> {
        Ok(asked.visit.edition.clone())
    }

    fn on(edition: &Arc<Edition>) -> On {
        On::Congress(edition.slug().clone())
    }
}

/// Reading what the site says of itself, edition or not.
pub struct ReadSite;

impl Act for ReadSite {
    type Subject = ();
    const ACTION: Action = Action::ReadReleased;
    const WHO: Who = Who::Anybody;

    async fn find(_: &Asked<'_>) -> Result<Option<()>, PageError> {
        Ok(Some(()))
    }

    fn on((): &()) -> On {
        On::Site
    }
}

/// Signing in, for those who are not and for those who are.
pub struct SignIn;

impl Act for SignIn {
    type Subject = ();
    const ACTION: Action = Action::SignIn;

    async fn find(_: &Asked<'_>) -> Result<Option<()>, PageError> {
        Ok(Some(()))
    }

    fn on((): &()) -> On {
        On::Site
    }
}

/// Registering for an edition, signed in or not.
pub struct Register;

impl Act for Register {
    type Subject = Arc<Edition>;
    const ACTION: Action = Action::Register;

    async fn find(asked: &Asked<'_>) -> Result<Option<Arc<Edition>>, PageError> {
        Ok(asked.visit.edition.clone())
    }

    fn on(edition: &Arc<Edition>) -> On {
        On::Congress(edition.slug().clone())
    }
}

/// Seeing and changing what is one's own.
pub struct OwnAccount;

impl Act for OwnAccount {
    type Subject = SignedIn;
    const ACTION: Action = Action::OwnAccount;

    async fn find(asked: &Asked<'_>) -> Result<Option<SignedIn>, PageError> {
        Ok(asked.signed_in.cloned())
    }

    fn on(signed_in: &SignedIn) -> On {
        On::Account(signed_in.account.id)
    }
}

/// Making a new congress.
pub struct CreateCongress;

impl Act for CreateCongress {
    type Subject = ();
    const ACTION: Action = Action::CreateCongress;

    async fn find(_: &Asked<'_>) -> Result<Option<()>, PageError> {
        Ok(Some(()))
    }

    fn on((): &()) -> On {
        On::Site
    }
}

/// A proposal, and the edition whose register it stands in.
pub struct InRegister {
    /// The edition.
    pub edition: Arc<Edition>,
    /// The proposal.
    pub proposal: Proposal,
}

/// An act that is done to the proposal that the address names as `{proposal}`, in a released edition.
macro_rules! of_a_proposal {
    ($($(#[$doc:meta])* $act:ident => $action:ident, $whose:ident),+ $(,)?) => {$(
        $(#[$doc])*
        pub struct $act;

        impl Act for $act {
            type Subject = InRegister;
            const ACTION: Action = Action::$action;

            async fn find(asked: &Asked<'_>) -> Result<Option<InRegister>, PageError> {
                let found = proposal(asked).await?;
                Ok(found.filter(|found| $whose(&found.proposal)))
            }

            fn on(of: &InRegister) -> On {
                On::Proposal(of.edition.slug().clone(), of.proposal.slug.clone())
            }
        }
    )+};
}

of_a_proposal! {
    /// Reading a proposal. Who is signed in sees how they stand to its remarks.
    ReadProposal => ReadReleased, is_public,
    /// Saying something at a clause of it, signed in or not.
    Remark => Remark, is_public,
    /// Saying how one stands to a remark, and taking back one's own.
    TakePart => TakePart, is_public,
    /// Reading what its team works on, and suggesting something.
    ReadProposalDraft => ReadProposalDraft, any,
    /// Writing it, answering remarks on it, publishing it.
    WriteProposal => WriteProposal, any,
}

/// What the proof of a remark's author follows from the secret for.
pub const REMARK_PROOF: &str = "remark";

/// A remark whose author came by the link of a letter.
pub struct OwnRemark {
    /// The edition.
    pub edition: Arc<Edition>,
    /// Its key.
    pub remark: RemarkId,
    /// The remark, and the proposal it is about; none if it waited for too long.
    pub found: Option<(Proposal, Said)>,
}

/// Confirming a remark: the address names it as `{remark}` and proves by `{proof}` that a letter of ours
/// was read. Without the proof there is no such page.
pub struct ConfirmRemark;

impl Act for ConfirmRemark {
    type Subject = OwnRemark;
    const ACTION: Action = Action::Remark;
    const WHO: Who = Who::Anybody;

    async fn find(asked: &Asked<'_>) -> Result<Option<OwnRemark>, PageError> {
        let (Some(edition), Some(remark), Some(proof)) = (
            asked.visit.edition.clone(),
            asked.parse::<RemarkId>("remark"),
            asked.word("proof"),
        ) else {
            return Ok(None);
        };
        let secret = &asked.app.secret;
        if !secret.admits(REMARK_PROOF, &remark.to_string(), proof) {
            return Ok(None);
        }
        let store = &asked.app.store;
        let Some(said) = store.remarks().get(remark).await? else {
            return Ok(Some(OwnRemark {
                edition,
                remark,
                found: None,
            }));
        };
        let proposal = store.register().get(said.proposal).await?;
        let here = proposal.filter(|proposal| proposal.congress == *edition.slug());
        Ok(here.map(|proposal| OwnRemark {
            edition,
            remark,
            found: Some((proposal, said)),
        }))
    }

    fn on(of: &OwnRemark) -> On {
        On::Congress(of.edition.slug().clone())
    }
}

/// What the public cannot read yet does not exist for it.
const fn is_public(proposal: &Proposal) -> bool {
    proposal.is_public()
}

const fn any(_: &Proposal) -> bool {
    true
}

async fn proposal(asked: &Asked<'_>) -> Result<Option<InRegister>, PageError> {
    let (Some(edition), Some(slug)) =
        (asked.visit.edition.clone(), asked.parse::<Slug>("proposal"))
    else {
        return Ok(None);
    };
    let proposal = asked
        .app
        .store
        .register()
        .find(edition.slug(), &slug)
        .await?;
    Ok(proposal.map(|proposal| InRegister { edition, proposal }))
}

/// An act of the office: done to the congress that the address names as `{congress}`, released or not.
macro_rules! of_the_office {
    ($($(#[$doc:meta])* $act:ident => $action:ident),+ $(,)?) => {$(
        $(#[$doc])*
        pub struct $act;

        impl Act for $act {
            type Subject = Slug;
            const ACTION: Action = Action::$action;

            async fn find(asked: &Asked<'_>) -> Result<Option<Slug>, PageError> {
                congress(asked).await
            }

            fn on(congress: &Slug) -> On {
                On::Congress(congress.clone())
            }
        }
    )+};
}

of_the_office! {
    /// Reading the draft of a congress.
    ReadDraft => ReadDraft,
    /// Changing the draft of a congress.
    EditDraft => EditDraft,
    /// Making a release of a congress.
    MakeRelease => Release,
    /// Seeing who registered, and deciding.
    ManageRegistrations => ManageRegistrations,
    /// Letting people in at the door.
    CheckIn => CheckIn,
    /// Writing letters, and sending them.
    ManageMail => ManageMail,
    /// Seeing jobs, and trying failed ones again.
    ManageJobs => ManageJobs,
    /// Reading what was done to a congress.
    ReadHistory => ReadHistory,
    /// Giving and taking roles in a congress.
    ManageRoles => ManageRoles,
    /// Writing the pages that the law asks for.
    EditNotices => EditNotices,
    /// Seeing figures about a congress.
    ReadStatistics => ReadStatistics,
    /// Making proposals, seeing to their discussion, moderating it.
    ManageRegister => ManageRegister,
    /// Making calls, seeing what was offered, choosing.
    ManageCalls => ManageCalls,
    /// Coming into the office of a congress.
    EnterOffice => EnterOffice,
}

/// The congress that the address names, if there is one.
async fn congress(asked: &Asked<'_>) -> Result<Option<Slug>, PageError> {
    let Some(slug) = asked.parse::<Slug>("congress") else {
        return Ok(None);
    };
    let is_known = asked.app.store.congresses().exists(&slug).await?;
    Ok(is_known.then_some(slug))
}
