//! What the program says, in both languages: one function for every message in `locales/`.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use wiec_model::Lang;

/// The messages of one language.
///
/// Its functions are made by the build from `locales/`: the message `session-ends` is
/// `messages.session_ends(…)`.
pub struct Messages {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

static ALL: LazyLock<[Messages; 2]> = LazyLock::new(|| {
    [
        Messages::load(Lang::Pl, POLISH),
        Messages::load(Lang::En, ENGLISH),
    ]
});

/// The messages in `lang`.
#[must_use]
pub fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Pl => &ALL[0],
        Lang::En => &ALL[1],
    }
}

impl Messages {
    fn load(lang: Lang, source: &str) -> Self {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, _)| read);
        let tag = lang
            .code()
            .parse()
            .expect("our language codes are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks that would isolate right-to-left arguments show up as boxes on old phones.
        bundle.set_use_isolating(false);
        bundle
            .add_resource(resource)
            .expect("the build refuses a message given twice");
        Self { lang, bundle }
    }

    /// The language of these messages.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    fn format(&self, key: &str, arguments: Vec<(&'static str, FluentValue<'_>)>) -> String {
        let arguments: FluentArgs<'_> = arguments.into_iter().collect();
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
            .expect("the build made this key");
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut Vec::new())
            .into_owned()
    }
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
