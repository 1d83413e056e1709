//! What is said about the sample's proposals: remarks, amendments, answers, votes.

use std::collections::BTreeMap;

use jiff::Timestamp;
use wiec_interchange::register_file::{
    self, AmendmentEntry, Behalf as Spoken, Position as Decided, RemarkKind as Kind, Spot,
};
use wiec_model::Lang;
use wiec_model::account::{Account, Preferences};
use wiec_model::register::{
    Answer, AnswerId, Author, Behalf, Channel, Clause, Position, Proposal, Remark, RemarkId,
    RemarkKind, Stance,
};
use wiec_store::{Actor, NewRemark, ReceivedRemark};
use wiec_text::{Amendment, Anchor, Document};

use super::{Teller, voter};

/// Something said, with its number in its list of the file.
struct Said<'a> {
    kind: RemarkKind,
    number: u32,
    when: Timestamp,
    at: Option<Anchor>,
    replies_to: Option<(Of, u32)>,
    author: &'a register_file::Author,
    body: &'a str,
    reasons: Option<&'a str>,
    wording: Option<String>,
    amendment: Option<Amendment>,
    votes: [u32; 3],
    answer: Option<&'a register_file::Answer>,
}

/// Which list of the file something stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Remarks,
    Amendments,
}

impl Said<'_> {
    fn key(&self) -> (Of, u32) {
        let of = match self.kind {
            RemarkKind::Amendment => Of::Amendments,
            _ => Of::Remarks,
        };
        (of, self.number)
    }
}

impl Teller<'_> {
    /// Says everything in the order of time, then answers, then votes.
    pub(super) async fn talk(&self, proposal: &Proposal) -> anyhow::Result<()> {
        let mut all = self.said()?;
        all.sort_by_key(|one| (one.when, one.key()));
        // Amendments are numbered anew among all remarks, and texts speak of them by number.
        let place = |(index, one): (usize, &Said<'_>)| (one.key(), index + 1);
        let numbers: BTreeMap<(Of, u32), usize> = all.iter().enumerate().map(place).collect();
        let most = all.iter().map(|one| one.votes.iter().sum::<u32>()).max();
        self.make_voters(most.unwrap_or_default() as usize).await?;
        let mut received = Vec::with_capacity(all.len());
        for one in &all {
            received.push(self.receive(proposal, one, &numbers).await?);
        }
        for (one, remark) in all.iter().zip(&received) {
            if let Some(answer) = one.answer {
                self.answer(proposal, remark, answer, &numbers).await?;
            }
        }
        self.vote(proposal, &all, &received).await
    }

    fn said(&self) -> anyhow::Result<Vec<Said<'_>>> {
        let newest = self
            .documents
            .last()
            .map_or_else(|| Document::new(Vec::new()), Clone::clone);
        let spot = |spot: Option<Spot>| spot.and_then(|spot| spot.find(&newest));
        let mut all = Vec::new();
        for remark in &self.entry.remarks {
            all.push(Said {
                kind: kind(remark.kind),
                number: remark.number,
                when: self.at(remark.when)?,
                at: spot(remark.at),
                replies_to: remark.replies_to.map(|number| (Of::Remarks, number)),
                author: &remark.author,
                body: &remark.body,
                reasons: remark.reasons.as_deref(),
                wording: remark.wording.clone(),
                amendment: None,
                votes: [remark.agree, 0, 0],
                answer: remark.answer.as_ref(),
            });
        }
        for amendment in &self.entry.amendments {
            all.push(self.amendment(amendment, &newest)?);
        }
        Ok(all)
    }

    fn amendment<'a>(
        &self,
        asked: &'a AmendmentEntry,
        newest: &Document,
    ) -> anyhow::Result<Said<'a>> {
        let amendment = self.entry.amendment(asked, newest);
        let amendment = amendment.map_err(|error| anyhow::anyhow!("the sample: {error}"))?;
        let votes = &asked.votes;
        Ok(Said {
            kind: RemarkKind::Amendment,
            number: asked.number,
            when: self.at(asked.when)?,
            at: amendment.anchors().first().copied(),
            replies_to: asked.amends.map(|number| (Of::Amendments, number)),
            author: &asked.author,
            body: &asked.reasons,
            reasons: None,
            wording: wording(&asked.change),
            amendment: Some(amendment),
            votes: [votes.yes, votes.no, votes.abstain],
            answer: asked.answer.as_ref(),
        })
    }

    /// As many people as vote on one thing.
    async fn make_voters(&self, count: usize) -> anyhow::Result<()> {
        let accounts = self.store.accounts();
        // They are made together and in order: where the last one is, all are.
        let last = voter(count.saturating_sub(1));
        if accounts.find(last).await?.is_some() {
            return Ok(());
        }
        let at = self.published[0];
        let mut tx = self.begin(Actor::Visitor, at).await?;
        for number in 0..count {
            if accounts.find(voter(number)).await?.is_some() {
                continue;
            }
            let account = Account {
                id: voter(number),
                email: None,
                name: None,
                salutation: None,
                lang: Lang::Pl,
                preferences: Preferences::default(),
                created_at: at,
            };
            tx.accounts().create(&account).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn receive(
        &self,
        proposal: &Proposal,
        said: &Said<'_>,
        numbers: &BTreeMap<(Of, u32), usize>,
    ) -> anyhow::Result<Remark> {
        let (of, number) = said.key();
        let id = |(of, number)| RemarkId(self.key(&format!("{of:?}/{number}")));
        let new = NewRemark {
            id: id((of, number)),
            key: format!("demo {of:?} {number}"),
            version: self.version_of(said),
            clause: said.at.map_or(Clause::Whole, Clause::Block),
            kind: said.kind,
            body: renumbered(said.body, numbers),
            reasons: said.reasons.map(|words| renumbered(words, numbers)),
            wording: said.wording.clone(),
            amendment: said.amendment.clone(),
            reply_to: said.replies_to.map(id),
            author: author(said.author),
            account: Some(voter(number as usize)),
            email: None,
            lang: Lang::Pl,
            channel: Channel::Page,
            received_at: said.when,
        };
        let mut tx = self.begin(Actor::Visitor, said.when).await?;
        let received = tx.remarks().receive(proposal, &new).await?;
        tx.commit().await?;
        Ok(match received {
            ReceivedRemark::New(remark) | ReceivedRemark::Again(remark) => remark,
        })
    }

    /// The version that could be read when something was said, if it had that clause; amendments are
    /// made for the newest.
    fn version_of(&self, said: &Said<'_>) -> u32 {
        let has_clause = |index: &usize| {
            let text = &self.documents[*index];
            said.at.is_none_or(|anchor| text.find(anchor).is_some())
        };
        let newest = self.documents.len() - 1;
        let was_there = |index: &usize| self.published[*index] <= said.when;
        let read = (0..=newest).rev().find(was_there).filter(has_clause);
        let index = match said.kind {
            RemarkKind::Amendment => newest,
            _ => read.unwrap_or(newest),
        };
        self.entry.versions[index].number
    }

    async fn answer(
        &self,
        proposal: &Proposal,
        remark: &Remark,
        given: &register_file::Answer,
        numbers: &BTreeMap<(Of, u32), usize>,
    ) -> anyhow::Result<()> {
        if remark.answer.is_some() {
            return Ok(());
        }
        let at = self.at(given.when)?;
        let answer = Answer {
            id: AnswerId(self.key(&format!("answer/{}", remark.id))),
            position: match given.position {
                Decided::Accepted => Position::Accepted,
                Decided::InPart => Position::InPart,
                Decided::Rejected => Position::Rejected,
                Decided::Explained => Position::Explained,
            },
            reasons: renumbered(&given.reasons, numbers),
            lang: Lang::Pl,
            at,
        };
        let mut tx = self.begin(self.expert, at).await?;
        let mut remarks = tx.remarks();
        let nothing = BTreeMap::new();
        remarks
            .answer(proposal, &[remark.id], &answer, &nothing)
            .await?;
        Ok(tx.commit().await?)
    }

    /// All votes in one transaction: the sign that everything is there.
    async fn vote(
        &self,
        proposal: &Proposal,
        all: &[Said<'_>],
        received: &[Remark],
    ) -> anyhow::Result<()> {
        let Some(last) = all.iter().map(|one| one.when).max() else {
            return Ok(());
        };
        let mut votes = Vec::new();
        for (one, remark) in all.iter().zip(received) {
            let stances = Stance::ALL.into_iter().zip(one.votes);
            let each = stances.flat_map(|(stance, count)| (0..count).map(move |_| stance));
            let people = (0..).map(voter);
            let votes_of = people.zip(each);
            votes.extend(votes_of.map(|(account, stance)| (remark.id, account, stance)));
        }
        let mut tx = self.begin(Actor::Visitor, last).await?;
        tx.remarks().stand_all(proposal, &votes).await?;
        Ok(tx.commit().await?)
    }
}

const fn kind(kind: Kind) -> RemarkKind {
    match kind {
        Kind::Comment => RemarkKind::Comment,
        Kind::Support => RemarkKind::Support,
        Kind::Question => RemarkKind::Question,
        Kind::Objection => RemarkKind::Objection,
    }
}

fn author(author: &register_file::Author) -> Author {
    Author {
        name: author.who.clone(),
        behalf: match author.behalf {
            Spoken::Person => Behalf::Person,
            Spoken::City => Behalf::City,
            Spoken::Organisation => Behalf::Ngo,
            Spoken::Company => Behalf::Company,
        },
        body: author.of.clone(),
    }
}

/// The new words of an amendment, as they would have been typed; of a deletion there are none.
fn wording(change: &register_file::Change) -> Option<String> {
    use register_file::Change;
    match change {
        Change::Reword(wordings) => {
            let texts: Vec<&str> = wordings.iter().map(|(_, text)| &**text).collect();
            Some(texts.join("\n\n"))
        }
        Change::Insert { text, .. } => Some(text.clone()),
        Change::Delete(_) => None,
    }
}

/// Words that speak of amendments by their numbers in the file ("poprawka nr 14"), speaking of them by
/// those that they have here.
fn renumbered(words: &str, numbers: &BTreeMap<(Of, u32), usize>) -> String {
    const BEFORE: &str = " nr ";
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(BEFORE) {
        let (before, after) = rest.split_at(at + BEFORE.len());
        out.push_str(before);
        let end = after.find(|c: char| !c.is_ascii_digit());
        let (digits, left) = after.split_at(end.unwrap_or(after.len()));
        let word = before.trim_end_matches(BEFORE).rsplit(' ').next();
        let is_amendment = word.is_some_and(|word| word.to_lowercase().starts_with("popraw"));
        let known = digits.parse().ok().filter(|_| is_amendment);
        let here = known.and_then(|number| numbers.get(&(Of::Amendments, number)));
        match here {
            Some(number) => out.push_str(&number.to_string()),
            None => out.push_str(digits),
        }
        rest = left;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amendments_are_spoken_of_by_the_numbers_they_have_here() {
        let numbers = BTreeMap::from([((Of::Amendments, 14), 52)]);
        for (words, expected) in [
            ("Łączymy z poprawką nr 14.", "Łączymy z poprawką nr 52."),
            (
                "Uchwała nr 14 i poprawka nr 99",
                "Uchwała nr 14 i poprawka nr 99",
            ),
            ("nic", "nic"),
        ] {
            assert_eq!(renumbered(words, &numbers), expected);
        }
    }
}
