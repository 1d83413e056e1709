//! Sending a letter that is queued. Run twice, it sends once: the second run finds it sent.

use anyhow::Error;
use wiec_kit::app::App;
use wiec_kit::letter;
use wiec_model::mail::{Discard, Mail, MailId, Need, Secrecy, State};
use wiec_store::{Actor, StoreError};

use crate::post::{Post, PostError};
use crate::runner::Outcome;

pub(crate) async fn run(app: &App, post: Option<&Post>, mail: MailId) -> Outcome {
    match attempt(app, post, mail).await {
        Ok(()) => Outcome::Done,
        Err(error) => match error.downcast_ref() {
            Some(PostError::Refused(_) | PostError::Message(_)) => Outcome::Hopeless(error),
            _ => Outcome::Failed(error),
        },
    }
}

async fn attempt(app: &App, post: Option<&Post>, mail: MailId) -> Result<(), Error> {
    let Some(mail) = app.store.mails().find(mail).await? else {
        // It was deleted meanwhile, with its reader's account for instance.
        return Ok(());
    };
    let State::Queued { .. } = mail.state else {
        return Ok(());
    };
    if let Some(why) = reason_not_to(app, &mail).await? {
        let mut tx = app.store.begin(Actor::System, app.clock.now()).await?;
        tx.mails().drop_letter(mail.id, why).await?;
        return Ok(tx.commit().await?);
    }
    let Some(post) = post else {
        // It stays queued, and is asked for again when the program starts with a post office.
        return Ok(());
    };
    let rendered = letter::render(app, &mail.letter)?;
    let identity = post
        .send(mail.id, &mail.letter, &rendered, app.clock.now())
        .await?;
    let mut tx = app.store.begin(Actor::System, app.clock.now()).await?;
    tx.mails().mark_sent(mail.id, &identity).await?;
    Ok(tx.commit().await?)
}

/// Why a letter is not to be sent after all.
async fn reason_not_to(app: &App, mail: &Mail) -> Result<Option<Discard>, StoreError> {
    if let Secrecy::Secret { until } = mail.letter.secrecy
        && until <= app.clock.now()
    {
        return Ok(Some(Discard::Expired));
    }
    let (Need::Unsubscribable, Some(congress)) = (mail.letter.need, &mail.letter.congress) else {
        return Ok(None);
    };
    let mark = letter::unsubscribe_mark(&app.secret, congress, mail.letter.to.email());
    let is_unwanted = app.store.unsubscriptions().contains(mark).await?;
    Ok(is_unwanted.then_some(Discard::Unsubscribed))
}
