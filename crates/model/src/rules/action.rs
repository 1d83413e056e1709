//! What can be done.

/// Something that can be done. Each handler names one through its permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Read what has been released.
    ReadReleased,
    /// Mark sessions as one's own.
    KeepMarks,
    /// Sign in, or take part in a ceremony of it.
    SignIn,
    /// See and change what is one's own: account, logins, passkeys, consents.
    OwnAccount,
    /// Register for a congress.
    Register,
    /// See and change one's own registration.
    OwnRegistration,
    /// Answer for oneself as a person of the programme: confirm an appearance.
    OwnAppearance,
    /// Come into the office of a congress.
    EnterOffice,
    /// Read what has not been released.
    ReadDraft,
    /// Change what has not been released.
    EditDraft,
    /// Make a release.
    Release,
    /// Make a new congress.
    CreateCongress,
    /// See who registered, and decide.
    ManageRegistrations,
    /// Let people in at the door.
    CheckIn,
    /// Write letters, and send them.
    ManageMail,
    /// See jobs, and try failed ones again.
    ManageJobs,
    /// Read what was done.
    ReadHistory,
    /// Give and take roles.
    ManageRoles,
    /// Write the pages that the law asks for.
    EditNotices,
    /// See figures.
    ReadStatistics,
    /// Say something at a clause of a proposal.
    Remark,
    /// Say how one stands to a remark, and take back one's own.
    TakePart,
    /// Read what the team of a proposal works on, and suggest something.
    ReadProposalDraft,
    /// Write a proposal, answer remarks on it, publish it.
    WriteProposal,
    /// Make proposals, see to their discussion, moderate it, freeze the report.
    ManageRegister,
    /// Read what a call asks for, and by which rules it is chosen.
    ReadCall,
    /// Offer something to a call.
    Submit,
    /// See and change what one offered, alone or with others.
    OwnSubmission,
    /// Judge what was offered to a call.
    ReviewSubmissions,
    /// Make calls, see all that was offered, decide.
    ManageCalls,
}

impl Action {
    /// All actions, for tables over them.
    pub const ALL: [Self; 30] = [
        Self::ReadReleased,
        Self::KeepMarks,
        Self::SignIn,
        Self::OwnAccount,
        Self::Register,
        Self::OwnRegistration,
        Self::OwnAppearance,
        Self::EnterOffice,
        Self::ReadDraft,
        Self::EditDraft,
        Self::Release,
        Self::CreateCongress,
        Self::ManageRegistrations,
        Self::CheckIn,
        Self::ManageMail,
        Self::ManageJobs,
        Self::ReadHistory,
        Self::ManageRoles,
        Self::EditNotices,
        Self::ReadStatistics,
        Self::Remark,
        Self::TakePart,
        Self::ReadProposalDraft,
        Self::WriteProposal,
        Self::ManageRegister,
        Self::ReadCall,
        Self::Submit,
        Self::OwnSubmission,
        Self::ReviewSubmissions,
        Self::ManageCalls,
    ];
}
