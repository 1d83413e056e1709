//! What is said of an author, in fields and out of them.

use wiec_kit::form::Form;
use wiec_model::calls::AboutAuthor;
use wiec_model::registration::Environment;

const NAME: usize = 200;
const BIOGRAPHY: usize = 2_000;

/// Fields filled with what is stored.
pub fn filled(form: Form, prefix: &str, about: &AboutAuthor) -> Form {
    let name = |it| format!("{prefix}{it}");
    let words = |it: &Option<String>| it.clone().unwrap_or_default();
    form.with(&name("name"), &about.name)
        .with(&name("body"), words(&about.body))
        .with(&name("town"), words(&about.town))
        .with(
            &name("environment"),
            about.environment.map_or("", Environment::key),
        )
        .with(&name("biography"), words(&about.biography))
}

/// Reads the fields; `None` if the name is missing, which the form then says.
pub fn read(form: &mut Form, prefix: &str) -> Option<AboutAuthor> {
    let m = form.words();
    let field = |it| format!("{prefix}{it}");
    let name = form
        .typed(&field("name"), m.calls_office_author_name())
        .required()
        .text(NAME);
    let body = form.typed(&field("body"), m.calls_office_body()).text(NAME);
    let town = form.typed(&field("town"), m.calls_office_town()).text(NAME);
    let environment = form
        .typed(&field("environment"), m.calls_office_environment())
        .choice(Environment::from_key);
    let biography = form
        .typed(&field("biography"), m.calls_office_biography())
        .lines(BIOGRAPHY);
    Some(AboutAuthor {
        name: name?,
        body,
        town,
        environment,
        biography,
    })
}
