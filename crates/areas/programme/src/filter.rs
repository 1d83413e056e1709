//! Which sessions are asked for: by theme, kind, accessibility, and the visitor's own marks.
//!
//! The filter lives in the address, in the words of its language, and works without scripts.

use wiec_kit::address;
use wiec_kit::edition::Edition;
use wiec_kit::frame::Reader;
use wiec_model::{Feature, Lang, Session};

/// What the address asks for; every field may be missing, and unknown values match nothing but say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub theme: String,
    pub kind: String,
    pub access: String,
    pub mine: String,
}

/// The parameters of a filter in one language.
pub struct Names {
    pub theme: &'static str,
    pub kind: &'static str,
    pub access: &'static str,
    pub mine: &'static str,
}

/// The parameters in the addresses of `lang`.
pub const fn names(lang: Lang) -> Names {
    match lang {
        Lang::Pl => Names {
            theme: "temat",
            kind: "rodzaj",
            access: "dostepnosc",
            mine: "moje",
        },
        Lang::En => Names {
            theme: "theme",
            kind: "kind",
            access: "access",
            mine: "mine",
        },
    }
}

impl Filter {
    /// Reads the parameters of an address, in the words of either language; of two the last counts,
    /// and what is no filter is passed over.
    pub fn of(parameters: &[(String, String)]) -> Self {
        let mut filter = Self::default();
        for (name, value) in parameters {
            let field = match name.as_str() {
                "theme" | "temat" => &mut filter.theme,
                "kind" | "rodzaj" => &mut filter.kind,
                "access" | "dostepnosc" => &mut filter.access,
                "mine" | "moje" => &mut filter.mine,
                _ => continue,
            };
            field.clone_from(value);
        }
        if filter.only_mine() {
            "1".clone_into(&mut filter.mine);
        }
        filter
    }

    /// Whether everything it names exists in the edition.
    pub fn is_known(&self, edition: &Edition) -> bool {
        let programme = &edition.release.programme;
        (self.theme.is_empty() || programme.track(&self.theme).is_some())
            && (self.kind.is_empty() || programme.kind(&self.kind).is_some())
            && (self.access.is_empty() || feature_of(&self.access).is_some())
    }

    /// Whether it asks for anything at all.
    pub fn is_on(&self) -> bool {
        *self != Self::default()
    }

    /// Whether it asks for the visitor's own marks only.
    pub fn only_mine(&self) -> bool {
        !self.mine.is_empty()
    }

    /// Those of `sessions` that are asked for. Breaks stand between one's own sessions, so without
    /// any there are no breaks either.
    pub fn choose<'a>(
        &self,
        edition: &Edition,
        reader: &Reader,
        sessions: &[&'a Session],
    ) -> Vec<&'a Session> {
        let mut chosen: Vec<&Session> = sessions
            .iter()
            .copied()
            .filter(|session| self.takes(edition, reader, session))
            .collect();
        if self.only_mine() && self.count(edition, &chosen) == 0 {
            chosen.clear();
        }
        chosen
    }

    /// How many of the chosen sessions answer the question: nobody marks a break.
    pub fn count(&self, edition: &Edition, chosen: &[&Session]) -> usize {
        let programme = &edition.release.programme;
        let counts = |session: &&&Session| !self.only_mine() || !programme.is_service(session);
        chosen.iter().filter(counts).count()
    }

    /// Whether a session is asked for. Breaks are for everyone, except in a list of one's own theme.
    fn takes(&self, edition: &Edition, reader: &Reader, session: &Session) -> bool {
        let programme = &edition.release.programme;
        if programme.is_service(session) {
            return self.theme.is_empty() && self.kind.is_empty() && self.access.is_empty();
        }
        let theme = self.theme.is_empty()
            || session
                .track
                .as_ref()
                .is_some_and(|track| track.as_str() == self.theme);
        let kind = self.kind.is_empty() || session.kind.as_str() == self.kind;
        let access = self.access.is_empty()
            || feature_of(&self.access)
                .is_some_and(|feature| programme.features_of(session).contains(&feature));
        let mine = !self.only_mine()
            || reader
                .mine
                .as_ref()
                .is_some_and(|codes| codes.iter().any(|code| code == session.code.as_str()));
        theme && kind && access && mine
    }

    /// The filter as the query of an address in `lang`: `?temat=mie`, or nothing.
    pub fn query(&self, lang: Lang) -> String {
        let names = names(lang);
        address::query(&[
            (names.theme, &self.theme),
            (names.kind, &self.kind),
            (names.access, &self.access),
            (names.mine, &self.mine),
        ])
    }

    /// The same filter for another theme.
    pub fn with_theme(&self, theme: &str) -> Self {
        Self {
            theme: theme.to_owned(),
            ..self.clone()
        }
    }

    /// The same filter with the visitor's own marks switched over.
    pub fn mine_switched(&self) -> Self {
        let mine = if self.only_mine() {
            String::new()
        } else {
            "1".to_owned()
        };
        Self {
            mine,
            ..self.clone()
        }
    }
}

/// The key of a feature in addresses.
pub const fn access_key(feature: Feature) -> &'static str {
    match feature {
        Feature::SignLanguage => "pjm",
        Feature::LiveCaptions => "napisy",
        Feature::HearingLoop => "petla",
        Feature::AudioDescription => "audiodeskrypcja",
        Feature::StepFree => "bez-progow",
        Feature::Interpretation => "tlumaczenie",
        Feature::Stream => "transmisja",
        Feature::Recording => "nagranie",
    }
}

fn feature_of(key: &str) -> Option<Feature> {
    Feature::ALL
        .into_iter()
        .find(|&feature| access_key(feature) == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_written_in_the_words_of_its_language() {
        let filter = Filter {
            theme: "mie".into(),
            mine: "1".into(),
            ..Filter::default()
        };
        assert_eq!(filter.query(Lang::Pl), "?temat=mie&moje=1");
        assert_eq!(filter.query(Lang::En), "?theme=mie&mine=1");
        assert_eq!(Filter::default().query(Lang::Pl), "");
    }

    #[test]
    fn of_two_values_the_last_counts_and_strangers_are_passed_over() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let asked = [
            pair("temat", "mie"),
            pair("theme", "kli"),
            pair("utm", "x"),
            pair("moje", "yes"),
        ];
        let filter = Filter::of(&asked);
        assert_eq!((filter.theme.as_str(), filter.mine.as_str()), ("kli", "1"));
    }

    #[test]
    fn nothing_that_is_typed_into_an_address_can_break_out_of_it() {
        let filter = Filter {
            theme: "\"><&=ł".into(),
            ..Filter::default()
        };
        assert_eq!(filter.query(Lang::Pl), "?temat=%22%3E%3C%26%3D%C5%82");
    }
}
