//! The sample's register: its proposals with their versions and all that is said about them, each at the
//! time at which it would have been said.

mod talk;

use std::sync::LazyLock;

use anyhow::Context as _;
use jiff::Timestamp;
use uuid::Uuid;
use wiec_interchange::register_file::{
    self, Member, ProposalEntry, RegisterFile, TeamPart, Version,
};
use wiec_kit::demo::CAST;
use wiec_model::consultation::Consultation;
use wiec_model::register::{
    About, Content, Discussion, Proposal, ProposalId, TeamMember, TeamPart as Part,
};
use wiec_model::rules::Role;
use wiec_model::{AccountId, Lang, Programme, Slug};
use wiec_store::{Actor, DraftSaved, NewProposal, Store, Tx};
use wiec_text::Document;

use crate::progress::Progress;

const FILE: &str = include_str!("../../../../../demo/register/register.json");

macro_rules! texts {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../../../../demo/register/", $name)))),+]
    };
}

/// The files beside it.
const TEXTS: [(&str, &str); 11] = texts![
    "housing/1.pl.md",
    "housing/2.pl.md",
    "housing/3.pl.md",
    "housing/3.en.md",
    "housing/3.easy.pl.md",
    "space/1.pl.md",
    "space/1.en.md",
    "transport/1.pl.md",
    "transport/1.en.md",
    "climate/1.pl.md",
    "climate/1.en.md",
];

/// The file, read once: a test reads it too, so it is whole.
static REGISTER: LazyLock<Option<RegisterFile>> =
    LazyLock::new(|| register_file::read(FILE.as_bytes()).ok());

/// Puts what is missing of the register into the sample's congress.
///
/// Every step is done once, however often the demo was stopped in between: proposals by their address,
/// versions by their number, what is said by its key. Votes come last, so where some are, all is.
pub(super) async fn put_into(store: &Store) -> anyhow::Result<()> {
    let file = REGISTER
        .as_ref()
        .context("the sample's register is whole")?;
    let Some(programme) = store.drafts().find(&file.congress).await? else {
        // It is a folder with another congress in it.
        return Ok(());
    };
    let mut progress = None;
    for entry in &file.proposals {
        let known = store
            .register()
            .find(&file.congress, &entry.slug.pl)
            .await?;
        if let Some(known) = &known
            && !store.remarks().stances(known.id).await?.is_empty()
        {
            continue;
        }
        progress.get_or_insert_with(|| Progress::show("Putting in the sample's register"));
        let teller = Teller::new(store, &programme, entry).await?;
        let proposal = match known {
            Some(known) => known,
            None => teller.create().await?,
        };
        let proposal = teller.consult(proposal).await?;
        let proposal = teller.publish(proposal).await?;
        teller.talk(&proposal).await?;
    }
    Ok(())
}

/// The address of the proposal whose team the sample's expert belongs to.
pub(super) fn proposal_of_the_expert() -> Option<&'static Slug> {
    let file = REGISTER.as_ref()?;
    let has_cast = |entry: &&ProposalEntry| entry.team.iter().any(|one| one.cast.is_some());
    file.proposals.iter().find(has_cast).map(|it| &it.slug.pl)
}

/// One proposal of the file on its way into the store.
struct Teller<'a> {
    store: &'a Store,
    programme: &'a Programme,
    entry: &'a ProposalEntry,
    /// The texts of all versions.
    documents: Vec<Document>,
    /// When each of them is published.
    published: Vec<Timestamp>,
    /// Who answers.
    expert: Actor,
}

impl<'a> Teller<'a> {
    async fn new(
        store: &'a Store,
        programme: &'a Programme,
        entry: &'a ProposalEntry,
    ) -> anyhow::Result<Self> {
        let mut teller = Self {
            store,
            programme,
            entry,
            documents: entry.documents(text_of).context("every text is there")?,
            published: Vec::new(),
            expert: Actor::Operator,
        };
        for version in &entry.versions {
            teller.published.push(teller.at(version.published)?);
        }
        let expert = CAST.iter().find(|one| one.role == Role::Expert);
        if let Some(expert) = expert
            && let Some(account) = store.accounts().find_by_email(&expert.email()).await?
        {
            teller.expert = Actor::Account(account.id);
        }
        Ok(teller)
    }

    /// A moment of the file in the days of the congress.
    fn at(&self, moment: register_file::Moment) -> anyhow::Result<Timestamp> {
        let first = self.programme.days.iter().map(|day| day.date).min();
        let zone = &self.programme.congress.zone;
        let at = first.and_then(|first| moment.at(first, zone));
        at.context("the sample has days")
    }

    /// A key that is the same in every demo.
    fn key(&self, what: &str) -> Uuid {
        let name = format!("wiec/demo/{}/{what}", self.entry.slug.pl);
        Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
    }

    async fn begin(&self, actor: Actor, at: Timestamp) -> anyhow::Result<Tx> {
        Ok(self.store.begin(actor, at).await?)
    }

    async fn create(&self) -> anyhow::Result<Proposal> {
        let entry = self.entry;
        let congress = &self.programme.congress;
        let consultation = self.consultation();
        let about = About {
            track: entry.track.clone(),
            goals: entry.goals.clone(),
            lang: Lang::Pl,
            title: entry.title.clone(),
            lead: Some(entry.lead.clone()),
            disclaimer: entry.disclaimer.clone(),
            team: entry.team.iter().map(member).collect(),
            sessions: consultation
                .forms
                .iter()
                .filter_map(|form| form.session)
                .collect(),
        };
        let new = NewProposal {
            id: ProposalId(self.key("proposal")),
            congress: congress.slug.clone(),
            slug: entry.slug.pl.clone(),
            about,
            discussion: Discussion::usual().within(&consultation, &congress.zone),
            content: self.content(0),
        };
        let mut tx = self.begin(Actor::Operator, self.published[0]).await?;
        tx.register().create(&new).await?;
        tx.commit().await?;
        self.again().await
    }

    /// Says what the consultation is, unless it was said.
    async fn consult(&self, before: Proposal) -> anyhow::Result<Proposal> {
        let consultation = self.consultation();
        if before.consultation == consultation {
            return Ok(before);
        }
        let after = Proposal {
            consultation,
            ..before.clone()
        };
        let mut tx = self.begin(Actor::Operator, self.published[0]).await?;
        tx.register().change(&before, &after).await?;
        tx.commit().await?;
        self.again().await
    }

    fn consultation(&self) -> Consultation {
        let dates = self.entry.consultation.as_ref();
        let dates = dates.and_then(|dates| dates.consultation(self.programme));
        let easy = self
            .entry
            .versions
            .iter()
            .position(|one| one.easy.is_some());
        let zone = self.programme.congress.zone.rules();
        Consultation {
            plain_summary_on: easy.map(|index| zone.to_datetime(self.published[index]).date()),
            ..dates.unwrap_or_default()
        }
    }

    /// Publishes the versions that are not yet.
    async fn publish(&self, mut proposal: Proposal) -> anyhow::Result<Proposal> {
        let done = proposal.current.map_or(0, |number| number as usize);
        for index in done..self.documents.len() {
            let actor = self.expert;
            let mut tx = self.begin(actor, self.published[index]).await?;
            let draft = self.store.register().draft(proposal.id).await?;
            let seen = draft.context("a proposal has a draft")?.revision;
            let words = self.content(index);
            let saved = tx.register().save_draft(&proposal, seen, &words).await?;
            let DraftSaved::Saved(seen) = saved else {
                anyhow::bail!("somebody else writes the sample");
            };
            let note = self.entry.versions[index].note.as_ref();
            tx.register().publish(&proposal, seen, note).await?;
            tx.commit().await?;
            proposal = self.again().await?;
        }
        Ok(proposal)
    }

    async fn again(&self) -> anyhow::Result<Proposal> {
        let congress = &self.programme.congress.slug;
        let register = self.store.register();
        let found = register.find(congress, &self.entry.slug.pl).await?;
        found.context("the proposal was just made")
    }

    /// The words of a version; challenges are those of the congress' theme.
    fn content(&self, index: usize) -> Content {
        let Version { english, easy, .. } = &self.entry.versions[index];
        let said = |lang, name: &Option<String>| {
            let text = name.as_deref().and_then(text_of)?;
            Some((lang, text.to_owned()))
        };
        let of_theme = self.programme.proposals.iter();
        let of_theme = of_theme.filter(|it| it.track == self.entry.track);
        Content {
            document: self.documents[index].clone(),
            translations: said(Lang::En, english).into_iter().collect(),
            easy: said(Lang::Pl, easy).into_iter().collect(),
            challenges: of_theme.cloned().collect(),
        }
    }
}

fn member(member: &Member) -> TeamMember {
    TeamMember {
        name: member.role.words(Lang::Pl).to_owned(),
        body: None,
        part: match member.part {
            TeamPart::Leader => Part::Leader,
            TeamPart::Member => Part::Expert,
            TeamPart::Observer => Part::Observer,
        },
    }
}

fn text_of(name: &str) -> Option<&'static str> {
    let found = TEXTS.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| *text)
}

/// Accounts of people who only said or voted something.
fn voter(number: usize) -> AccountId {
    let name = format!("wiec/demo/voter/{number}");
    AccountId(Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_that_the_file_names_is_there_and_the_expert_has_a_team() {
        let file = REGISTER.as_ref().expect("the file is whole");
        for name in file.files() {
            assert!(text_of(name).is_some(), "{name}");
        }
        assert!(proposal_of_the_expert().is_some());
    }
}
