//! Addresses of signing in and of what is a member's own.

use wiec_model::Lang;

use super::Paths;
use crate::address::query;

/// The words of this area's addresses, each a whole path without a slash in front.
#[derive(Debug)]
pub struct Words {
    /// Signing in.
    pub sign_in: &'static str,
    /// The code of a letter.
    pub code: &'static str,
    /// The link of a letter; its token follows.
    pub link: &'static str,
    /// The challenge for a passkey.
    pub passkey_question: &'static str,
    /// Signing in by passkey.
    pub passkey: &'static str,
    /// The challenge for a first passkey.
    pub new_passkey_question: &'static str,
    /// Coming in for the first time, by passkey.
    pub new_passkey: &'static str,
    /// The way to the provider.
    pub provider: &'static str,
    /// The way back from there.
    pub provider_return: &'static str,
    /// Coming in as somebody of the sample.
    pub come_in_as: &'static str,
    /// Signing out.
    pub sign_out: &'static str,
    /// "My congress".
    pub account: &'static str,
    /// An answer about a session that one appears in.
    pub appearance: &'static str,
    /// Name, language, appearance.
    pub details: &'static str,
    /// A new address for letters.
    pub address: &'static str,
    /// The code sent there.
    pub address_code: &'static str,
    /// Passkeys, provider, signed-in browsers.
    pub keys: &'static str,
    /// Taking one of them away.
    pub key_removal: &'static str,
    /// Ending a login.
    pub login_end: &'static str,
    /// The challenge for one more passkey.
    pub own_passkey_question: &'static str,
    /// Adding a passkey.
    pub own_passkey: &'static str,
    /// Adding the provider.
    pub own_provider: &'static str,
    /// One's data.
    pub data: &'static str,
    /// The same as a file.
    pub file: &'static str,
    /// What one agreed to.
    pub consents: &'static str,
    /// Having it erased.
    pub erase: &'static str,
}

const POLISH: Words = Words {
    sign_in: "wejdz",
    code: "wejdz/kod",
    link: "wejdz/list",
    passkey_question: "wejdz/klucz/pytanie",
    passkey: "wejdz/klucz",
    new_passkey_question: "wejdz/nowy-klucz/pytanie",
    new_passkey: "wejdz/nowy-klucz",
    provider: "wejdz/dostawca",
    provider_return: "wejdz/powrot",
    come_in_as: "wejdz/jako",
    sign_out: "wyjdz",
    account: "moj-kongres",
    appearance: "moj-kongres/wystapienie",
    details: "moj-kongres/konto",
    address: "moj-kongres/adres",
    address_code: "moj-kongres/adres/kod",
    keys: "moj-kongres/wejscia",
    key_removal: "moj-kongres/wejscia/usun",
    login_end: "moj-kongres/wejscia/zakoncz",
    own_passkey_question: "moj-kongres/klucze/pytanie",
    own_passkey: "moj-kongres/klucze",
    own_provider: "moj-kongres/dostawca",
    data: "moj-kongres/dane",
    file: "moj-kongres/dane.json",
    consents: "moj-kongres/zgody",
    erase: "moj-kongres/usun",
};

const ENGLISH: Words = Words {
    sign_in: "sign-in",
    code: "sign-in/code",
    link: "sign-in/letter",
    passkey_question: "sign-in/passkey/question",
    passkey: "sign-in/passkey",
    new_passkey_question: "sign-in/new-passkey/question",
    new_passkey: "sign-in/new-passkey",
    provider: "sign-in/provider",
    provider_return: "sign-in/return",
    come_in_as: "sign-in/as",
    sign_out: "sign-out",
    account: "my-congress",
    appearance: "my-congress/appearance",
    details: "my-congress/account",
    address: "my-congress/address",
    address_code: "my-congress/address/code",
    keys: "my-congress/ways-in",
    key_removal: "my-congress/ways-in/remove",
    login_end: "my-congress/ways-in/end",
    own_passkey_question: "my-congress/passkeys/question",
    own_passkey: "my-congress/passkeys",
    own_provider: "my-congress/provider",
    data: "my-congress/data",
    file: "my-congress/data.json",
    consents: "my-congress/consents",
    erase: "my-congress/erase",
};

/// The words of this area's addresses in `lang`.
#[must_use]
pub const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Pl => &POLISH,
        Lang::En => &ENGLISH,
    }
}

impl Paths {
    /// Signing in.
    #[must_use]
    pub fn sign_in(&self) -> String {
        self.join(self.words().sign_in)
    }

    /// Signing in, and going on to a page of ours from there.
    #[must_use]
    pub fn sign_in_for(&self, next: &str) -> String {
        format!("{}{}", self.sign_in(), query(&[("next", next)]))
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

    /// The code of a letter.
    #[must_use]
    pub fn sign_in_code(&self) -> String {
        self.join(self.people_words().code)
    }

    /// The challenge for a passkey.
    #[must_use]
    pub fn sign_in_passkey_question(&self) -> String {
        self.join(self.people_words().passkey_question)
    }

    /// Signing in by passkey.
    #[must_use]
    pub fn sign_in_passkey(&self) -> String {
        self.join(self.people_words().passkey)
    }

    /// The challenge for a first passkey.
    #[must_use]
    pub fn new_passkey_question(&self) -> String {
        self.join(self.people_words().new_passkey_question)
    }

    /// Coming in for the first time, by passkey.
    #[must_use]
    pub fn new_passkey(&self) -> String {
        self.join(self.people_words().new_passkey)
    }

    /// The way to the provider.
    #[must_use]
    pub fn provider(&self) -> String {
        self.join(self.people_words().provider)
    }

    /// The way back from the provider.
    #[must_use]
    pub fn provider_return(&self) -> String {
        self.join(self.people_words().provider_return)
    }

    /// Coming in as somebody of the sample.
    #[must_use]
    pub fn come_in_as(&self) -> String {
        self.join(self.people_words().come_in_as)
    }

    /// An answer about a session that one appears in.
    #[must_use]
    pub fn account_appearance(&self) -> String {
        self.join(self.people_words().appearance)
    }

    /// Name, language, appearance.
    #[must_use]
    pub fn account_details(&self) -> String {
        self.join(self.people_words().details)
    }

    /// A new address for letters.
    #[must_use]
    pub fn account_address(&self) -> String {
        self.join(self.people_words().address)
    }

    /// The code sent to a new address.
    #[must_use]
    pub fn account_address_code(&self) -> String {
        self.join(self.people_words().address_code)
    }

    /// Passkeys, provider, signed-in browsers.
    #[must_use]
    pub fn account_keys(&self) -> String {
        self.join(self.people_words().keys)
    }

    /// Taking a way in away.
    #[must_use]
    pub fn account_key_removal(&self) -> String {
        self.join(self.people_words().key_removal)
    }

    /// Ending a login.
    #[must_use]
    pub fn account_login_end(&self) -> String {
        self.join(self.people_words().login_end)
    }

    /// The challenge for one more passkey.
    #[must_use]
    pub fn account_passkey_question(&self) -> String {
        self.join(self.people_words().own_passkey_question)
    }

    /// Adding a passkey.
    #[must_use]
    pub fn account_passkey(&self) -> String {
        self.join(self.people_words().own_passkey)
    }

    /// Adding the provider.
    #[must_use]
    pub fn account_provider(&self) -> String {
        self.join(self.people_words().own_provider)
    }

    /// One's data.
    #[must_use]
    pub fn account_data(&self) -> String {
        self.join(self.people_words().data)
    }

    /// One's data as a file.
    #[must_use]
    pub fn account_file(&self) -> String {
        self.join(self.people_words().file)
    }

    /// What one agreed to.
    #[must_use]
    pub fn account_consents(&self) -> String {
        self.join(self.people_words().consents)
    }

    /// Having one's data erased.
    #[must_use]
    pub fn account_erase(&self) -> String {
        self.join(self.people_words().erase)
    }

    /// The link of a letter.
    #[must_use]
    pub fn sign_in_link(&self, token: &str) -> String {
        self.join(&format!("{}/{token}", self.people_words().link))
    }

    fn people_words(&self) -> &'static Words {
        words(self.lang)
    }

    /// Having no more letters, by the mark that stands for one's address.
    #[must_use]
    pub fn unsubscribe(&self, mark: &str) -> String {
        self.join(&format!("{}/{mark}", self.words().unsubscribe))
    }
}
