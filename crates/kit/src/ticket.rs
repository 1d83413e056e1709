//! Tickets: the code that a reader at the door reads, and what stands around it.

use wiec_model::Lang;
use wiec_model::registration::{Registration, RegistrationId};

use crate::dates;
use crate::edition::Edition;
use crate::messages::messages;
use crate::secret::Secret;

/// What a ticket's code follows from the secret for.
const PURPOSE: &str = "ticket";

/// The code of a ticket: whose it is, and a proof that we gave it out. It can be checked without a
/// network by whoever has the secret, and made by nobody else.
#[must_use]
pub fn code(secret: &Secret, registration: RegistrationId) -> String {
    let id = registration.to_string();
    let proof = secret.code(PURPOSE, &id);
    format!("WIEC-{id}-{proof}").to_uppercase()
}

/// The registration that a code names, if it is one of ours.
#[must_use]
pub fn read(secret: &Secret, code: &str) -> Option<RegistrationId> {
    let code = code.trim().to_lowercase();
    let (id, proof) = code.strip_prefix("wiec-")?.split_once('-')?;
    let registration: RegistrationId = id.parse().ok()?;
    secret
        .admits(PURPOSE, &registration.to_string(), proof)
        .then_some(registration)
}

/// What stands on a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its language.
    pub lang: Lang,
    /// The congress.
    pub congress: String,
    /// Its days.
    pub dates: String,
    /// Where it meets.
    pub place: Option<String>,
    /// Whose it is.
    pub person: String,
    /// The number of the registration.
    pub number: String,
    /// What the code says.
    pub code: String,
    /// The services that were asked for.
    pub notes: Vec<String>,
}

/// What stands on the ticket of a registration.
#[must_use]
pub fn facts(secret: &Secret, edition: &Edition, registration: &Registration, lang: Lang) -> Facts {
    let programme = &edition.release.programme;
    let dates = programme
        .days
        .first()
        .zip(programme.days.last())
        .map(|(first, last)| dates::date_range(first.date, last.date, lang));
    let answers = &registration.answers;
    let m = messages(lang);
    let services = answers
        .services
        .iter()
        .map(|service| m.service(*service).to_owned());
    Facts {
        lang,
        congress: programme.name(lang).to_owned(),
        dates: dates.unwrap_or_default(),
        place: programme
            .congress
            .place
            .as_ref()
            .map(|place| place.words(lang).to_owned()),
        person: answers.name.clone(),
        number: registration.number.to_string(),
        code: code(secret, registration.id),
        notes: services.chain(answers.other_service.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_code_names_its_registration_and_no_other_can_be_made_of_it() {
        let secret = Secret::new([3; 32]);
        let (mine, theirs) = (
            RegistrationId(Uuid::from_u128(1)),
            RegistrationId(Uuid::from_u128(2)),
        );
        let code_of_mine = code(&secret, mine);
        assert_eq!(read(&secret, &code_of_mine), Some(mine));
        assert_eq!(
            read(&secret, &format!(" {}\n", code_of_mine.to_lowercase())),
            Some(mine)
        );
        let forged = code_of_mine.replace(
            &mine.to_string().to_uppercase(),
            &theirs.to_string().to_uppercase(),
        );
        assert_eq!(read(&secret, &forged), None);
        assert_eq!(read(&Secret::new([4; 32]), &code_of_mine), None);
        for wrong in ["", "WIEC-", "WIEC--", &code_of_mine[1..], &mine.to_string()] {
            assert_eq!(read(&secret, wrong), None, "{wrong}");
        }
    }
}
