//! The list of what is wrong, above a form that is shown again.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::form::{FieldError, Form, id_of};
use crate::icon::Icon;
use crate::messages::Messages;

/// All errors of a form, each with a link to its field; nothing where nothing is wrong.
#[derive(Template)]
#[template(path = "form/summary.html")]
pub struct Summary {
    m: &'static Messages,
    errors: Vec<FieldError>,
}

impl HtmlSafe for Summary {}

impl Summary {
    fn icon(&self) -> Icon<'static> {
        Icon(std::borrow::Cow::Borrowed("warn"))
    }

    fn target(&self, error: &FieldError) -> String {
        id_of(&error.field)
    }
}

impl Form {
    /// The list of what is wrong. It stands first in the form and takes the focus.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary {
            m: self.words(),
            errors: self.errors().to_vec(),
        }
    }
}
