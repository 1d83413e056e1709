//! Reading letters: one, or a page of them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};
use wiec_model::mail::{Mail, MailId, MailingId, Recipient, State, Subject};
use wiec_model::{Lang, Slug};

use crate::column::Row;
use crate::error::StoreError;
use crate::id;
use crate::sight::Sight;
use crate::store::Store;
use crate::tables::mails::{Column, Entity, Model};
use crate::tables::{congresses, mail_attachments};

/// Reads letters.
#[derive(Debug)]
pub struct Mails<'a>(pub(crate) &'a Store);

/// Which letters of a congress are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedMail {
    /// Only those in the state of this word.
    pub state: Option<&'static str>,
    /// Only those of this mailing.
    pub mailing: Option<MailingId>,
    /// Only those to addresses or names that hold these words.
    pub to: Option<String>,
    /// Only those before this one: the next page.
    pub before: Option<MailId>,
    /// Only those that are seen so.
    pub sight: Sight,
}

/// A letter in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSummary {
    /// Its key.
    pub id: MailId,
    /// To whom it goes.
    pub to: Recipient,
    /// Its language.
    pub lang: Lang,
    /// What kind of letter it is.
    pub template: String,
    /// Its subject; of a secret letter too, because that says nothing.
    pub subject: Subject,
    /// What became of it.
    pub state: State,
    /// When it was written.
    pub created_at: Timestamp,
}

/// Some letters, newest first, and whether there are older ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailPage {
    /// The letters.
    pub mails: Vec<MailSummary>,
    /// The letter to go on before; none at the end.
    pub next: Option<MailId>,
}

impl Mails<'_> {
    /// A letter, whole.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if it cannot be read.
    #[tracing::instrument(name = "store.mails.find", skip_all, fields(mail.id = mail.0))]
    pub async fn find(&self, mail: MailId) -> Result<Option<Mail>, StoreError> {
        let view = self.0.snapshot().await?;
        let found = find(&view, mail).await?;
        view.commit().await?;
        Ok(found)
    }

    /// A page of at most `size` letters of a congress.
    ///
    /// # Errors
    ///
    /// As [`Mails::find`].
    #[tracing::instrument(name = "store.mails.page", skip_all, fields(congress.slug = %congress))]
    pub async fn page(
        &self,
        congress: &Slug,
        wanted: &WantedMail,
        size: u64,
    ) -> Result<MailPage, StoreError> {
        let mut query = Entity::find()
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(wanted.sight.of_letters(Column::Template));
        if let Some(state) = wanted.state {
            query = query.filter(Column::State.eq(state));
        }
        if let Some(mailing) = wanted.mailing {
            query = query.filter(Column::MailingId.eq(mailing.0));
        }
        if let Some(to) = &wanted.to {
            // Addresses are in lower case; what is typed of a name has to match as it is.
            let holds = |column: Column, words: &str| column.contains(words);
            query =
                query.filter(holds(Column::Email, &to.to_lowercase()).or(holds(Column::Name, to)));
        }
        if let Some(before) = wanted.before {
            query = query.filter(Column::Id.lt(before.0));
        }
        let rows = query
            .order_by_desc(Column::Id)
            .limit(size + 1)
            .all(self.0.reader())
            .await?;
        let mut mails: Vec<MailSummary> =
            rows.into_iter().map(summary).collect::<Result<_, _>>()?;
        let fit = usize::try_from(size).unwrap_or(usize::MAX);
        let has_more = mails.len() > fit;
        mails.truncate(fit);
        let next = mails.last().filter(|_| has_more).map(|mail| mail.id);
        Ok(MailPage { mails, next })
    }

    /// How many letters of a congress are in which state, by its word.
    ///
    /// # Errors
    ///
    /// [`StoreError::Driver`], or [`StoreError::Inconsistent`] if a state is unknown.
    #[tracing::instrument(name = "store.mails.counts", skip_all, fields(congress.slug = %congress))]
    pub async fn counts(
        &self,
        congress: &Slug,
        sight: Sight,
    ) -> Result<BTreeMap<String, u64>, StoreError> {
        let counts: Vec<(String, i64)> = Entity::find()
            .select_only()
            .column(Column::State)
            .column_as(Column::Id.count(), "count")
            .filter(Column::CongressId.eq(id::congress(congress)))
            .filter(sight.of_letters(Column::Template))
            .group_by(Column::State)
            .into_tuple()
            .all(self.0.reader())
            .await?;
        let row = Row::new("mails", congress);
        counts
            .into_iter()
            .map(|(state, count)| Ok((state, row.number("count", count)?)))
            .collect()
    }
}

/// A letter, whole, in someone's view.
pub(super) async fn find<C: ConnectionTrait>(
    view: &C,
    mail: MailId,
) -> Result<Option<Mail>, StoreError> {
    let Some(row) = Entity::find_by_id(mail.0).one(view).await? else {
        return Ok(None);
    };
    let attachments = mail_attachments::Entity::find()
        .filter(mail_attachments::Column::MailId.eq(mail.0))
        .order_by_asc(mail_attachments::Column::Position)
        .all(view)
        .await?;
    let attachments = attachments
        .into_iter()
        .map(mail_attachments::Model::read)
        .collect::<Result<_, _>>()?;
    let congress = slug_of(view, &row).await?;
    row.read(congress, attachments).map(Some)
}

async fn slug_of<C: ConnectionTrait>(view: &C, mail: &Model) -> Result<Option<Slug>, StoreError> {
    let Some(id) = mail.congress_id else {
        return Ok(None);
    };
    let congress = congresses::Entity::find_by_id(id).one(view).await?;
    congress
        .map(|congress| Row::new("congresses", id).parse("slug", &congress.slug))
        .transpose()
}

fn summary(mail: Model) -> Result<MailSummary, StoreError> {
    let row = Row::new("mails", mail.id);
    Ok(MailSummary {
        id: MailId(mail.id),
        to: Recipient::new(row.parse("email", &mail.email)?, mail.name.as_deref()),
        lang: row.word("lang", &mail.lang)?,
        subject: row.parse("subject", &mail.subject)?,
        state: mail.state(&row)?,
        created_at: row.instant("created_at", mail.created_at)?,
        template: mail.template,
    })
}
