//! Icons of the sprite: `{{ frame.icon("star") }}`.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use askama::filters::HtmlSafe;

static SPRITE: LazyLock<&'static str> = LazyLock::new(|| crate::assets::path("icons.svg"));

/// A decorative icon; the words beside it say what it means.
#[derive(Clone, Debug)]
pub struct Icon<'a>(pub Cow<'a, str>);

impl fmt::Display for Icon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "<svg class=\"i\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{}#i-{}\"/></svg>",
            *SPRITE, self.0
        )
    }
}

impl HtmlSafe for Icon<'_> {}
