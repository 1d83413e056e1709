//! Addresses of the register.

use wiec_model::Slug;
use wiec_model::register::{Clause, Proposal};

use super::Paths;

impl Paths {
    /// All proposals.
    #[must_use]
    pub fn proposals(&self) -> String {
        self.join(self.words().proposals)
    }

    /// All recommendations, by theme, goal, instrument and addressee.
    #[must_use]
    pub fn recommendations(&self) -> String {
        self.join(self.words().recommendations)
    }

    /// A proposal.
    #[must_use]
    pub fn proposal(&self, proposal: &Proposal) -> String {
        self.proposal_slug(&proposal.slug)
    }

    /// A proposal, by its slug.
    #[must_use]
    pub fn proposal_slug(&self, slug: &Slug) -> String {
        self.join(&format!("{}/{slug}", self.words().proposals))
    }

    /// Something of a proposal: `in_proposal(&proposal, "atom.xml")`.
    #[must_use]
    pub fn in_proposal(&self, proposal: &Proposal, rest: &str) -> String {
        format!("{}/{rest}", self.proposal(proposal))
    }

    /// What is said at a clause of a proposal.
    #[must_use]
    pub fn clause(&self, proposal: &Proposal, clause: &Clause) -> String {
        self.in_proposal(proposal, &format!("{}/{clause}", self.words().clause))
    }

    /// A remark.
    #[must_use]
    pub fn remark(&self, proposal: &Proposal, number: u32) -> String {
        self.in_proposal(proposal, &format!("{}/{number}", self.words().remark))
    }

    /// A published version.
    #[must_use]
    pub fn version(&self, proposal: &Proposal, number: u32) -> String {
        self.in_proposal(proposal, &format!("{}/{number}", self.words().versions))
    }

    /// Where the author of a remark confirms it: `proof` follows from the installation's secret.
    #[must_use]
    pub fn confirm_remark(&self, remark: impl std::fmt::Display, proof: &str) -> String {
        let words = self.words();
        self.join(&format!(
            "{}/{}/{remark}/{proof}",
            words.proposals, words.confirm
        ))
    }

    /// What the team of a proposal works on, or something of it: `team(&proposal, "")`.
    #[must_use]
    pub fn team(&self, proposal: &Proposal, rest: &str) -> String {
        let team = self.in_proposal(proposal, self.words().team);
        if rest.is_empty() {
            team
        } else {
            format!("{team}/{rest}")
        }
    }
}
