//! Addresses of calls, of what is offered to them, and of those who judge it.

use wiec_model::Slug;
use wiec_model::calls::SubmissionCode;

use super::Paths;

impl Paths {
    /// All calls.
    #[must_use]
    pub fn calls(&self) -> String {
        self.join(self.words().calls)
    }

    /// A call, by its slug.
    #[must_use]
    pub fn call(&self, call: &Slug) -> String {
        format!("{}/{call}", self.calls())
    }

    /// Something of a call: `in_call(&call, words.texts)`.
    #[must_use]
    pub fn in_call(&self, call: &Slug, rest: &str) -> String {
        format!("{}/{rest}", self.call(call))
    }

    /// What somebody offered themselves, in all calls.
    #[must_use]
    pub fn submissions(&self) -> String {
        self.join(self.words().submissions)
    }

    /// What somebody offered themselves.
    #[must_use]
    pub fn submission(&self, code: &SubmissionCode) -> String {
        format!("{}/{code}", self.submissions())
    }

    /// Something of that: `in_submission(&code, "preview")`.
    #[must_use]
    pub fn in_submission(&self, code: &SubmissionCode, rest: &str) -> String {
        format!("{}/{rest}", self.submission(code))
    }

    /// Where somebody says whether they are an author.
    #[must_use]
    pub fn invitation(&self, token: &str) -> String {
        let words = self.words();
        self.join(&format!(
            "{}/{}/{token}",
            words.submissions, words.invitation
        ))
    }

    /// What the committee of a call works on: `committee(&call, "")`, or something of it.
    #[must_use]
    pub fn committee(&self, call: &Slug, rest: &str) -> String {
        let committee = self.in_call(call, self.words().committee);
        if rest.is_empty() {
            committee
        } else {
            format!("{committee}/{rest}")
        }
    }

    /// What a member judges.
    #[must_use]
    pub fn judged(&self, call: &Slug, code: &SubmissionCode) -> String {
        self.committee(call, code.as_str())
    }

    /// A call in the office of a congress.
    #[must_use]
    pub fn office_call(&self, congress: &Slug, call: &Slug) -> String {
        format!("{}/{call}", self.in_office(congress, self.words().calls))
    }

    /// Something of a call in the office: `in_office_call(&congress, &call, words.submissions)`.
    #[must_use]
    pub fn in_office_call(&self, congress: &Slug, call: &Slug, rest: &str) -> String {
        format!("{}/{rest}", self.office_call(congress, call))
    }

    /// What was offered to a call, in the office.
    #[must_use]
    pub fn office_submission(&self, congress: &Slug, call: &Slug, code: &SubmissionCode) -> String {
        let words = self.words();
        self.in_office_call(congress, call, &format!("{}/{code}", words.submissions))
    }
}
