//! Writing to somebody about their registration: that it was received, what was decided, that there
//! is one already. The ticket is set here and not where it is decided: nobody waits for it there.

use anyhow::{Context as _, Error};
use wiec_kit::app::App;
use wiec_kit::dates;
use wiec_kit::edition::Edition;
use wiec_kit::messages::{Messages, messages};
use wiec_kit::paths::Paths;
use wiec_kit::ticket::{self, Facts};
use wiec_model::jobs::About;
use wiec_model::mail::{Attachment, Letter, Media, Need, Recipient, Secrecy, Subject};
use wiec_model::registration::{Registration, RegistrationId, State};
use wiec_model::{Email, Slug};
use wiec_papers::{Ticket, TicketWords};
use wiec_store::Actor;

use crate::runner::Outcome;

pub(crate) async fn run(
    app: &App,
    congress: &Slug,
    registration: RegistrationId,
    about: About,
) -> Outcome {
    match write(app, congress, registration, about).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Failed(error),
    }
}

async fn write(
    app: &App,
    congress: &Slug,
    registration: RegistrationId,
    about: About,
) -> Result<(), Error> {
    let registrations = app.store.registrations();
    let Some(registration) = registrations.find(congress, registration).await? else {
        return Ok(());
    };
    let account = app.store.accounts().find(registration.account).await?;
    let Some(email) = account.and_then(|account| account.email) else {
        // Erased meanwhile, or never to be reached by mail.
        return Ok(());
    };
    let served = app.editions.served();
    let edition = served
        .edition(congress.as_str())
        .context("the congress has not been released yet")?;
    let told = Told {
        app,
        edition,
        registration: &registration,
        m: messages(registration.lang),
    };
    let Some(mut letter) = told.letter(about, email) else {
        return Ok(());
    };
    if about == About::Decision && registration.state.takes_place() {
        letter.attachments.push(told.ticket().await?);
    }
    let mut tx = app.store.begin(Actor::System, app.clock.now()).await?;
    tx.mails().post(&letter).await?;
    Ok(tx.commit().await?)
}

/// What is told, and of what.
struct Told<'a> {
    app: &'a App,
    edition: &'a Edition,
    registration: &'a Registration,
    m: &'static Messages,
}

impl Told<'_> {
    /// The letter; none about a decision that has not been made or was its owner's own.
    fn letter(&self, about: About, email: Email) -> Option<Letter> {
        let registration = self.registration;
        let (m, lang) = (self.m, registration.lang);
        let congress = self.edition.release.programme.name(lang);
        let paths =
            Paths::permanent(lang, self.edition.slug().clone()).absolute(&self.app.site.base);
        let number = registration.number;
        let own = paths.registration();
        let (subject, body) = match (about, registration.state) {
            (About::Receipt, _) => (
                m.letter_receipt_subject(congress, number),
                m.letter_receipt(congress, own, number),
            ),
            (About::Known, _) => (
                m.letter_known_subject(congress),
                m.letter_known(congress, own, number),
            ),
            (About::Decision, State::Confirmed { .. } | State::CheckedIn { .. }) => (
                m.letter_confirmed_subject(congress),
                m.letter_confirmed(congress, self.dates(), paths.ticket()),
            ),
            (About::Decision, State::Waitlisted { .. }) => (
                m.letter_waitlisted_subject(congress),
                m.letter_waitlisted(congress, own, number),
            ),
            (About::Decision, State::Declined { .. }) => (
                m.letter_declined_subject(congress),
                m.letter_declined(congress, paths.home()),
            ),
            (About::Decision, State::Submitted | State::Withdrawn { .. }) => return None,
        };
        Some(Letter {
            congress: Some(registration.congress.clone()),
            to: Recipient::new(email, Some(&registration.answers.name)),
            account: Some(registration.account),
            lang,
            template: format!("registration-{}", about.key()),
            subject: Subject::of(&subject),
            body,
            attachments: Vec::new(),
            need: Need::Essential,
            secrecy: Secrecy::Open,
            key: self.key(about),
        })
    }

    /// A letter about the same thing is written once; about another form that was sent, each time.
    fn key(&self, about: About) -> Option<String> {
        let id = self.registration.id;
        let since = self.registration.state.since();
        match about {
            About::Receipt => Some(format!("registration/{id}/receipt")),
            About::Decision => Some(format!(
                "registration/{id}/{}/{}",
                self.registration.state.word(),
                since.map_or(0, jiff::Timestamp::as_microsecond)
            )),
            About::Known => None,
        }
    }

    fn dates(&self) -> String {
        let days = &self.edition.release.programme.days;
        let range = days
            .first()
            .zip(days.last())
            .map(|(first, last)| dates::date_range(first.date, last.date, self.registration.lang));
        range.unwrap_or_default()
    }

    /// The ticket as a file. Setting it takes a while, so it is done off the async threads.
    async fn ticket(&self) -> Result<Attachment, Error> {
        let lang = self.registration.lang;
        let facts = ticket::facts(&self.app.secret, self.edition, self.registration, lang);
        let paper = paper(facts, self.m);
        let bytes = tokio::task::spawn_blocking(move || wiec_papers::ticket(&paper)).await??;
        Ok(Attachment {
            name: self.m.registration_file().parse()?,
            media: Media::Pdf,
            bytes,
        })
    }
}

fn paper(facts: Facts, m: &Messages) -> Ticket {
    Ticket {
        lang: facts.lang,
        congress: facts.congress,
        dates: facts.dates,
        place: facts.place.into_iter().collect(),
        person: facts.person,
        words: TicketWords {
            ticket: m.registration_ticket().to_owned(),
            number: m.registration_ticket_number().to_owned(),
            when: m.registration_ticket_when().to_owned(),
            place: m.registration_ticket_place().to_owned(),
            notes: m.registration_ticket_notes().to_owned(),
            show: m.registration_ticket_show().to_owned(),
            code: m.registration_ticket_code(facts.number.as_str()),
            fold: m.registration_ticket_fold().to_owned(),
        },
        number: facts.number,
        code: facts.code,
        notes: facts.notes,
    }
}
