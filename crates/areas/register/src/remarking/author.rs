//! Who says something: the fields for it, and how they are read.

use wiec_kit::acts::Remark;
use wiec_kit::form::{Choice, Form};
use wiec_kit::messages::Messages;
use wiec_kit::permit::Permit;
use wiec_model::Email;
use wiec_model::register::{Author, Behalf};

use super::view::behalf;

const NAME: usize = 80;
const BODY: usize = 200;

/// Who says something, and where they are reached.
pub(super) struct Who {
    /// As the public reads it.
    pub author: Author,
    /// Where a letter goes, if nobody is signed in.
    pub email: Option<Email>,
}

/// On whose behalf one can speak.
pub(super) fn choices(m: &Messages) -> Vec<Choice> {
    let choice = |one: Behalf| Choice::new(one.key(), behalf(m, one));
    Behalf::ALL.map(choice).to_vec()
}

/// A form in which what is known of the visitor stands already.
pub(super) fn known(form: Form, permit: &Permit<Remark>) -> Form {
    let account = permit.signed_in.as_ref().map(|it| &it.account);
    let name = account.and_then(|account| account.name.clone());
    form.with("name", name.unwrap_or_default())
        .with("behalf", Behalf::Person.key())
}

/// Reads who says something; `None` if something is wrong with it, which the form then says.
pub(super) fn read(form: &mut Form, permit: &Permit<Remark>) -> Option<Who> {
    let m = form.words();
    let name = form.typed("name", m.remarking_name()).required().text(NAME);
    let on_behalf = form
        .typed("behalf", m.remarking_behalf())
        .required()
        .choice(Behalf::of);
    let is_for_others = on_behalf.is_some_and(|one| one != Behalf::Person);
    let body = form.typed("organisation", m.remarking_organisation());
    let body = if is_for_others { body.required() } else { body };
    let body = body.text(BODY).filter(|_| is_for_others);
    let email = match permit.signed_in {
        Some(_) => None,
        None => form.typed("email", m.remarking_email()).required().email(),
    };
    form.typed("consent", m.remarking_consent())
        .required()
        .checked();
    let (true, Some(name), Some(on_behalf)) = (form.is_valid(), name, on_behalf) else {
        return None;
    };
    let author = Author {
        name,
        behalf: on_behalf,
        body,
    };
    Some(Who { author, email })
}
