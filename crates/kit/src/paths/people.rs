//! Addresses of signing in and of what is a member's own.

use super::Paths;

impl Paths {
    /// Signing in.
    #[must_use]
    pub fn sign_in(&self) -> String {
        self.join(self.words().sign_in)
    }

    /// Signing in, and going on to a page of ours from there.
    #[must_use]
    pub fn sign_in_for(&self, next: &str) -> String {
        let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        let escaped: String = next
            .bytes()
            .map(|byte| {
                if kept(byte) {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect();
        format!("{}?next={escaped}", self.sign_in())
    }

    /// Signing out.
    #[must_use]
    pub fn sign_out(&self) -> String {
        self.join(self.words().sign_out)
    }

    /// What is a member's own: "my congress".
    #[must_use]
    pub fn account(&self) -> String {
        self.join(self.words().account)
    }
}
