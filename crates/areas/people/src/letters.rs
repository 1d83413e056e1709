//! The letters of this area. All of them are waited for or must be known, so nobody can have none.

use jiff::Timestamp;
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_model::account::{Account, Email};
use wiec_model::mail::{Letter, Need, Recipient, Secrecy, Subject};
use wiec_model::{Lang, Zone};
use wiec_store::NewLogin;

/// A way in that a letter brings.
pub struct WayIn<'a> {
    /// The address that its link leads to.
    pub link: &'a str,
    /// Its code.
    pub code: &'a str,
    /// When both are worth nothing any more.
    pub until: Timestamp,
}

/// The letter by which one signs in.
pub fn sign_in(app: &App, lang: Lang, email: &Email, way: &WayIn<'_>) -> Letter {
    let m = messages(lang);
    let site = host(&app.site.base);
    let body = m.people_letter_sign_in(grouped(way.code), way.link, site);
    secret(
        "sign-in",
        lang,
        email,
        m.people_letter_sign_in_subject(site),
        body,
        way,
    )
}

/// The letter that proves a new address of an account.
pub fn new_address(app: &App, lang: Lang, email: &Email, way: &WayIn<'_>) -> Letter {
    let m = messages(lang);
    let site = host(&app.site.base);
    let body = m.people_letter_address(grouped(way.code), site);
    secret(
        "new-address",
        lang,
        email,
        m.people_letter_address_subject(site),
        body,
        way,
    )
}

/// The letter about a new login; none for an account without an address.
pub fn new_login(app: &App, account: &Account, login: &NewLogin, now: Timestamp) -> Option<Letter> {
    let lang = account.lang;
    let m = messages(lang);
    let paths = Paths::current(lang).absolute(&app.site.base);
    let (site, when) = (host(&app.site.base), when(app, now, lang));
    let body = m.people_letter_login(&login.device, paths.account_keys(), site, when);
    told(
        account,
        "new-login",
        m.people_letter_login_subject(site),
        body,
    )
}

/// The letter about a passkey that was added; none for an account without an address.
///
/// It names the device and not the passkey, whose name whoever added it has chosen: it could hold a link.
pub fn new_passkey(app: &App, account: &Account, device: &str, now: Timestamp) -> Option<Letter> {
    let lang = account.lang;
    let m = messages(lang);
    let paths = Paths::current(lang).absolute(&app.site.base);
    let (site, when) = (host(&app.site.base), when(app, now, lang));
    let body = m.people_letter_passkey(device, paths.account_keys(), site, when);
    told(
        account,
        "new-passkey",
        m.people_letter_passkey_subject(site),
        body,
    )
}

/// The letter to the old address of an account that has a new one.
pub fn address_changed(app: &App, account: &Account, now: Timestamp) -> Option<Letter> {
    let m = messages(account.lang);
    let (site, when) = (host(&app.site.base), when(app, now, account.lang));
    let body = m.people_letter_moved(site, when);
    told(
        account,
        "address-changed",
        m.people_letter_moved_subject(site),
        body,
    )
}

/// The letter about an account that was erased, to the address that it had.
pub fn erased(app: &App, account: &Account, now: Timestamp) -> Option<Letter> {
    let m = messages(account.lang);
    let (site, when) = (host(&app.site.base), when(app, now, account.lang));
    let body = m.people_letter_erased(site, when);
    let mut letter = told(
        account,
        "erased",
        m.people_letter_erased_subject(site),
        body,
    )?;
    // Nothing shall lead from the letter to an account that is empty.
    letter.account = None;
    Some(letter)
}

fn secret(
    template: &str,
    lang: Lang,
    email: &Email,
    subject: String,
    body: String,
    way: &WayIn<'_>,
) -> Letter {
    Letter {
        congress: None,
        to: Recipient::new(email.clone(), None),
        account: None,
        lang,
        template: template.to_owned(),
        subject: Subject::of(&subject),
        body,
        attachments: Vec::new(),
        need: Need::Essential,
        secrecy: Secrecy::Secret { until: way.until },
        key: None,
    }
}

fn told(account: &Account, template: &str, subject: String, body: String) -> Option<Letter> {
    let email = account.email.clone()?;
    Some(Letter {
        congress: None,
        to: Recipient::new(email, account.name.as_deref()),
        account: Some(account.id),
        lang: account.lang,
        template: template.to_owned(),
        subject: Subject::of(&subject),
        body,
        attachments: Vec::new(),
        need: Need::Essential,
        secrecy: Secrecy::Open,
        key: None,
    })
}

/// `123 456`: two groups are read aloud and typed with fewer slips.
fn grouped(code: &str) -> String {
    let (first, second) = code.split_at(code.len() / 2);
    format!("{first}\u{a0}{second}")
}

/// The host of the site: what people call it, and what they can compare with the address bar.
pub fn host(base: &str) -> &str {
    base.split_once("://").map_or(base, |(_, host)| host)
}

/// `15 listopada 2019, 10:42`, on the clocks of the congress; of Warsaw where there is none.
pub fn when(app: &App, instant: Timestamp, lang: Lang) -> String {
    let zone = zone(app);
    let date = dates::long_date(dates::date_of(instant, &zone), lang);
    format!("{date}, {}", dates::hour(instant, &zone))
}

/// The zone in which times of this area are told.
pub fn zone(app: &App) -> Zone {
    app.editions.served().current().map_or_else(
        || Zone::named("Europe/Warsaw").expect("the zone is compiled in"),
        |edition| edition.release.programme.congress.zone.clone(),
    )
}

/// The words of a language; a shorthand for pages.
pub fn words(lang: Lang) -> &'static Messages {
    messages(lang)
}
