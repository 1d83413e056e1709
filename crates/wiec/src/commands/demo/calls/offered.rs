//! What was offered to a call of the sample: sent, judged, decided, answered, placed, changed.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use jiff::Timestamp;
use wiec_interchange::calls_file::{
    Answered, AuthorEntry, Decided, Fate, ReviewEntry, SubmissionEntry,
};
use wiec_model::calls::{
    AboutAuthor, AuthorId, Call, MayDecide, ReviewId, State, Submission, SubmissionCode,
    SubmissionId, Words,
};
use wiec_model::{AccountId, Lang};
use wiec_store::{Actor, NewAuthor, NewSubmission, ReviewWords, Rewritten};

use super::Teller;

/// A submission of the file with its key in the store.
type Offered<'a> = (&'a SubmissionEntry, SubmissionId);

impl Teller<'_> {
    /// Everything that happened to a call, in the order of time.
    pub(super) async fn offer(&self, call: &Call) -> anyhow::Result<()> {
        let mut offered: Vec<Offered<'_>> = Vec::new();
        for entry in &self.entry.submissions {
            offered.push((entry, self.send(call, entry).await?));
        }
        self.assign(call, &offered).await?;
        self.judge(call, &offered).await?;
        self.decide(call, &offered).await?;
        self.place(call, &offered).await
    }

    /// Begins a submission, and sends it if it is no draft.
    async fn send(&self, call: &Call, entry: &SubmissionEntry) -> anyhow::Result<SubmissionId> {
        let [first, others @ ..] = entry.authors.as_slice() else {
            anyhow::bail!("every submission of the sample has an author");
        };
        let (at, account) = (self.at(entry.at)?, self.account(&first.name)?);
        let new = self.new_submission(entry, first, account);
        let mut tx = self.begin(Actor::Account(account), at).await?;
        let mut submissions = tx.submissions();
        let begun = submissions.begin(call, &new).await?;
        let (wiec_store::Begun::New(begun) | wiec_store::Begun::Again(begun)) = begun;
        for other in others {
            let account = self.account(&other.name)?;
            let email = self.store.accounts().find(account).await?;
            let author = NewAuthor {
                id: AuthorId(self.key(&format!("{}/{}", entry.key, other.name))),
                email: email
                    .and_then(|it| it.email)
                    .context("authors have addresses")?,
                about: about(other),
                token: self.chance.token(),
            };
            submissions.invite(call, begun.id, &author).await?;
            submissions
                .confirm_author(call, begun.id, author.id, account)
                .await?;
        }
        if entry.fate != Fate::Draft {
            let required = call.setup.consents.iter().filter(|it| it.required);
            let agreed: Vec<_> = required.cloned().collect();
            submissions
                .submit(call, begun.id, begun.revision, &agreed)
                .await?;
        }
        tx.commit().await?;
        if let Fate::Withdrawn(when) = entry.fate {
            let actor = Actor::Account(account);
            let mut tx = self.begin(actor, self.at(when)?).await?;
            tx.submissions().withdraw(call, begun.id).await?;
            tx.commit().await?;
        }
        Ok(begun.id)
    }

    fn new_submission(
        &self,
        entry: &SubmissionEntry,
        first: &AuthorEntry,
        account: AccountId,
    ) -> NewSubmission {
        let key = self.key(entry.key.as_str());
        NewSubmission {
            id: SubmissionId(key),
            code: SubmissionCode::from_chance(key.into_bytes()),
            key: format!("demo {}", entry.key),
            account: Some(account),
            email: None,
            author: AuthorId(self.key(&format!("{}/author", entry.key))),
            about: about(first),
            words: Words {
                title: entry.title.clone(),
                summary: entry.summary.clone(),
                lang: Lang::Pl.into(),
                track: entry.track.clone(),
                tier: entry.tier,
                links: Vec::new(),
                replies: entry.replies.clone(),
            },
            anonymity: entry.anonymity,
        }
    }

    /// Says who judges what, all at once.
    async fn assign(&self, call: &Call, offered: &[Offered<'_>]) -> anyhow::Result<()> {
        let mut wanted = Vec::new();
        for (entry, id) in offered {
            for review in &entry.reviews {
                wanted.push((*id, self.account(&self.member(&review.by)?.name)?));
            }
        }
        let Some((_, begins)) = self.entry.phases.get(1).filter(|_| !wanted.is_empty()) else {
            return Ok(());
        };
        let actor = Actor::Account(self.organiser);
        let mut tx = self.begin(actor, self.at(*begins)?).await?;
        tx.reviews().assign(call, &wanted).await?;
        Ok(tx.commit().await?)
    }

    /// Gives the reviews: those of one member at one time in one transaction.
    async fn judge(&self, call: &Call, offered: &[Offered<'_>]) -> anyhow::Result<()> {
        let mut given: BTreeMap<(AccountId, Timestamp), Vec<_>> = BTreeMap::new();
        for (entry, id) in offered {
            for review in &entry.reviews {
                let Some(when) = review.given else { continue };
                let member = self.account(&self.member(&review.by)?.name)?;
                let group = given.entry((member, self.at(when)?)).or_default();
                group.push((entry, *id, review));
            }
        }
        for ((member, at), reviews) in given {
            let mut tx = self.begin(Actor::Account(member), at).await?;
            for (entry, id, review) in reviews {
                let of = self.reload(call, id).await?;
                let key = ReviewId(self.key(&format!("{}/{}", entry.key, review.by)));
                let words = words(call, review);
                tx.reviews().give(&of, member, key, 0, &words).await?;
            }
            tx.commit().await?;
        }
        Ok(())
    }

    /// Decides and tells, the earliest first: who declines before there is a reserve leaves a free place.
    async fn decide(&self, call: &Call, offered: &[Offered<'_>]) -> anyhow::Result<()> {
        let mut told: BTreeMap<Timestamp, Vec<(Offered<'_>, &Decided)>> = BTreeMap::new();
        let mut pending = told.clone();
        for one in offered {
            match &one.0.fate {
                Fate::Told(decided, _) => {
                    let group = told.entry(self.at(decided.at)?).or_default();
                    group.push((*one, decided));
                }
                Fate::Sent(Some(decided)) => {
                    let group = pending.entry(self.at(decided.at)?).or_default();
                    group.push((*one, decided));
                }
                _ => {}
            }
        }
        for (at, group) in told {
            self.decide_all(call, at, &group, Telling::Now).await?;
            for ((entry, id), _) in group {
                self.answer(call, entry, id).await?;
            }
        }
        for (at, group) in pending {
            self.decide_all(call, at, &group, Telling::Later).await?;
        }
        Ok(())
    }

    async fn decide_all(
        &self,
        call: &Call,
        at: Timestamp,
        group: &[(Offered<'_>, &Decided)],
        telling: Telling,
    ) -> anyhow::Result<()> {
        let mut waiting = BTreeSet::new();
        for ((_, id), _) in group {
            let known = self.reload(call, *id).await?;
            if matches!(known.state, State::Submitted { .. }) {
                waiting.insert(*id);
            }
        }
        let by = (self.organiser, MayDecide::Alone);
        let mut tx = self.begin(Actor::Account(self.organiser), at).await?;
        let mut submissions = tx.submissions();
        let group = group.iter().filter(|((_, id), _)| waiting.contains(id));
        let mut ids = Vec::new();
        for ((_, id), decided) in group {
            let decision = decided.decision;
            let refused = submissions
                .decide(call, *id, decision, decided.reason.clone(), by)
                .await?;
            refused.map_err(|why| anyhow::anyhow!("the sample: {why:?}"))?;
            ids.push(*id);
        }
        if telling == Telling::Now {
            submissions.apply(call, &ids).await?;
        }
        Ok(tx.commit().await?)
    }

    /// What the authors of something chosen said, and what they changed since.
    async fn answer(
        &self,
        call: &Call,
        entry: &SubmissionEntry,
        id: SubmissionId,
    ) -> anyhow::Result<()> {
        let Fate::Told(_, answered) = &entry.fate else {
            return Ok(());
        };
        let known = self.reload(call, id).await?;
        let author = Actor::Account(known.account.unwrap_or(self.organiser));
        if let Some(answered) = answered {
            let (Answered::Confirmed(when) | Answered::Declined(when)) = *answered;
            let mut tx = self.begin(author, self.at(when)?).await?;
            match answered {
                Answered::Confirmed(_) => drop(tx.submissions().confirm(call, id).await?),
                Answered::Declined(_) => drop(tx.submissions().decline(call, id).await?),
            }
            tx.commit().await?;
        }
        if let Some((summary, when)) = &entry.revised {
            let words = Words {
                summary: summary.clone(),
                ..known.words
            };
            let wanted = Rewritten {
                words: &words,
                anonymity: known.anonymity,
                about: None,
            };
            let mut tx = self.begin(author, self.at(*when)?).await?;
            tx.submissions()
                .save(call, id, known.revision, wanted)
                .await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Says where in the programme those stand that are in it.
    async fn place(&self, call: &Call, offered: &[Offered<'_>]) -> anyhow::Result<()> {
        let at = super::super::sample::released_at()?;
        let mut tx = self.begin(Actor::Account(self.organiser), at).await?;
        for (entry, id) in offered {
            let Some((session, place)) = &entry.place else {
                continue;
            };
            let of = self.reload(call, *id).await?;
            let position = usize::try_from(place.saturating_sub(1))?;
            tx.submissions().place(call, &of, session, position).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn reload(&self, call: &Call, id: SubmissionId) -> anyhow::Result<Submission> {
        let submissions = self.store.submissions();
        let found = submissions.get(&call.congress, id).await?;
        found.context("the submission was just made")
    }
}

/// Whether a decision is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Telling {
    Now,
    Later,
}

fn about(author: &AuthorEntry) -> AboutAuthor {
    AboutAuthor {
        name: author.name.clone(),
        body: author.body.clone(),
        town: author.town.clone(),
        ..AboutAuthor::default()
    }
}

fn words(call: &Call, review: &ReviewEntry) -> ReviewWords {
    let criteria = call.setup.review.criteria.iter();
    let keys = criteria.map(|criterion| criterion.key.clone());
    ReviewWords {
        marks: keys.zip(review.marks.iter().copied()).collect(),
        for_committee: review.for_committee.clone(),
        for_authors: review.for_authors.clone(),
        recommendation: review.says,
    }
}
