//! The sample's calls: what people offered to them, how the committee judged it and what became of it, each
//! at the time at which it would have happened.

mod offered;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use anyhow::Context as _;
use jiff::Timestamp;
use uuid::Uuid;
use wiec_interchange::calls_file::{self, CallEntry, CallsFile, Member};
use wiec_interchange::register_file::Moment;
use wiec_kit::chance::Chance;
use wiec_kit::demo::CAST;
use wiec_model::account::{Account, AccountId, Email, Preferences};
use wiec_model::calls::{Call, CallId};
use wiec_model::rules::{Grant, Role, Scope};
use wiec_model::{Lang, Programme, Slug};
use wiec_store::{Actor, CommitteeMember, NewCall, Store, Tx};

use crate::progress::Progress;

const FILE: &str = include_str!("../../../../../demo/calls/calls.json");

/// The file, read once: a test reads it too, so it is whole.
static CALLS: LazyLock<Option<CallsFile>> =
    LazyLock::new(|| calls_file::read(FILE.as_bytes()).ok());

/// Puts what is missing of the calls into the sample's congress.
///
/// Every step is done once, however often the demo was stopped in between. A call gets its committee last, so
/// where there is one, all is there.
pub(super) async fn put_into(store: &Store, chance: &Chance) -> anyhow::Result<()> {
    let file = CALLS.as_ref().context("the sample's calls are whole")?;
    let Some(programme) = store.drafts().find(&file.congress).await? else {
        // It is a folder with another congress in it.
        return Ok(());
    };
    let mut progress = None;
    for entry in &file.calls {
        let known = store.calls().find(&file.congress, &entry.slug).await?;
        if let Some(known) = &known
            && !store.calls().members(known.id).await?.is_empty()
        {
            continue;
        }
        progress.get_or_insert_with(|| Progress::show("Putting in the sample's calls"));
        let teller = Teller::new(store, chance, &programme, file, entry).await?;
        let call = match known {
            Some(known) => known,
            None => teller.create().await?,
        };
        teller.offer(&call).await?;
        teller.seat(&call).await?;
    }
    Ok(())
}

/// One call of the file on its way into the store.
struct Teller<'a> {
    store: &'a Store,
    chance: &'a Chance,
    programme: &'a Programme,
    file: &'a CallsFile,
    entry: &'a CallEntry,
    /// Everybody that the call speaks of, by name.
    people: BTreeMap<&'a str, AccountId>,
    /// Who decides.
    organiser: AccountId,
}

impl<'a> Teller<'a> {
    async fn new(
        store: &'a Store,
        chance: &'a Chance,
        programme: &'a Programme,
        file: &'a CallsFile,
        entry: &'a CallEntry,
    ) -> anyhow::Result<Self> {
        let mut teller = Self {
            store,
            chance,
            programme,
            file,
            entry,
            people: BTreeMap::new(),
            organiser: AccountId(Uuid::nil()),
        };
        teller.organiser = teller.cast_as(Role::Organiser).await?;
        teller.people = teller.meet().await?;
        Ok(teller)
    }

    /// A moment of the file in the days of the congress.
    fn at(&self, moment: Moment) -> anyhow::Result<Timestamp> {
        self.instant(moment).context("the sample has days")
    }

    fn instant(&self, moment: Moment) -> Option<Timestamp> {
        let first = self.programme.days.iter().map(|day| day.date).min()?;
        moment.at(first, &self.programme.congress.zone)
    }

    /// A key that is the same in every demo.
    fn key(&self, what: &str) -> Uuid {
        let name = format!("wiec/demo/call/{}/{what}", self.entry.slug);
        Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
    }

    async fn begin(&self, actor: Actor, at: Timestamp) -> anyhow::Result<Tx> {
        Ok(self.store.begin(actor, at).await?)
    }

    async fn cast_as(&self, role: Role) -> anyhow::Result<AccountId> {
        let one = CAST.iter().find(|one| one.role == role);
        let email = one.context("the cast is whole")?.email();
        self.account_of(&email).await
    }

    async fn account_of(&self, email: &Email) -> anyhow::Result<AccountId> {
        let account = self.store.accounts().find_by_email(email).await?;
        Ok(account.context("the cast has accounts")?.id)
    }

    /// An account for everybody who has none yet; those of the cast have theirs.
    async fn meet(&self) -> anyhow::Result<BTreeMap<&'a str, AccountId>> {
        let members = self.file.members.iter();
        let members = members.map(|one| (one.name.as_str(), one.cast.as_deref()));
        let submissions = self.entry.submissions.iter();
        let authors = submissions.flat_map(|one| &one.authors);
        let authors = authors.map(|one| (one.name.as_str(), one.cast.as_deref()));
        let at = self.at(self.entry.made)?;
        let mut tx = self.begin(Actor::Operator, at).await?;
        let mut people = BTreeMap::new();
        for (name, cast) in members.chain(authors) {
            if people.contains_key(name) {
                continue;
            }
            let id = match cast {
                Some(mailbox) => {
                    let email = format!("{mailbox}@kongres.example").parse()?;
                    self.account_of(&email).await?
                }
                None => make(&mut tx, name, at).await?,
            };
            people.insert(name, id);
        }
        tx.commit().await?;
        Ok(people)
    }

    fn account(&self, name: &str) -> anyhow::Result<AccountId> {
        let known = self.people.get(name).copied();
        known.context("everybody has an account")
    }

    fn member(&self, key: &Slug) -> anyhow::Result<&Member> {
        let known = self.file.members.iter().find(|one| one.key == *key);
        known.context("every judge is a member")
    }

    async fn create(&self) -> anyhow::Result<Call> {
        let setup = self.entry.setup(&self.file.members, |it| self.instant(it));
        let new = NewCall {
            id: CallId(self.key("call")),
            congress: self.file.congress.clone(),
            slug: self.entry.slug.clone(),
            setup: setup.context("the sample has days")?,
        };
        let at = self.at(self.entry.made)?;
        let mut tx = self.begin(Actor::Account(self.organiser), at).await?;
        let call = tx.calls().create(&new).await?;
        tx.commit().await?;
        Ok(call)
    }

    /// Seats the committee: the sign that everything is there.
    async fn seat(&self, call: &Call) -> anyhow::Result<()> {
        let at = self.at(self.entry.made)?;
        let mut tx = self.begin(Actor::Account(self.organiser), at).await?;
        for member in &self.file.members {
            let account = self.account(&member.name)?;
            let known = CommitteeMember {
                account,
                load: None,
                body: member.body.clone(),
                town: member.town.clone(),
                removed_at: None,
            };
            tx.calls().set_member(call, &known).await?;
            if member.cast.is_none() {
                let scope = Scope::Call {
                    congress: call.congress.clone(),
                    call: call.slug.clone(),
                };
                let role = Role::Committee;
                tx.grants().grant(account, &Grant { role, scope }).await?;
            }
        }
        Ok(tx.commit().await?)
    }
}

/// The account of somebody who exists in the sample only; made, unless it was.
async fn make(tx: &mut Tx, name: &str, at: Timestamp) -> anyhow::Result<AccountId> {
    let key = Uuid::new_v5(
        &Uuid::NAMESPACE_URL,
        format!("wiec/demo/person/{name}").as_bytes(),
    );
    let mailbox = Slug::from_words(name).context("a name has letters")?;
    let email: Email = format!("{mailbox}@kongres.example").parse()?;
    if let Some(known) = tx.accounts().find_by_email(&email).await? {
        return Ok(known.id);
    }
    let account = Account {
        id: AccountId(key),
        email: Some(email),
        name: Some(name.to_owned()),
        salutation: None,
        lang: Lang::Pl,
        preferences: Preferences::default(),
        created_at: at,
    };
    tx.accounts().create(&account).await?;
    Ok(account.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole_and_its_cast_is_that_of_the_demo() {
        let file = CALLS.as_ref().expect("the file is whole");
        let members = file.members.iter().filter_map(|one| one.cast.as_ref());
        let submissions = file.calls.iter().flat_map(|call| &call.submissions);
        let authors = submissions.flat_map(|one| &one.authors);
        let authors = authors.filter_map(|one| one.cast.as_ref());
        for mailbox in members.chain(authors) {
            let email: Email = format!("{mailbox}@kongres.example").parse().unwrap();
            assert!(CAST.iter().any(|one| one.email() == email), "{mailbox}");
        }
    }
}
