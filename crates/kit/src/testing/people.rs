//! People of a test: each signed in with a browser of their own.

use jiff::SignedDuration;
use uuid::Uuid;
use wiec_model::Lang;
use wiec_model::account::{Account, AccountId, Email, Means, Preferences};
use wiec_model::rules::{Grant, Role};
use wiec_store::{Actor, NewLogin};

use crate::cookies::LoginKey;
use crate::testing::{SAMPLE, TestCongress, Visitor, slug};

/// How long the logins of tests last.
const DAY: SignedDuration = SignedDuration::from_hours(24);

impl TestCongress {
    /// Someone who may do everything to the sample.
    pub async fn organiser(&self) -> Visitor {
        self.member_with(&[Grant::of_congress(Role::Organiser, slug(SAMPLE))])
            .await
    }

    /// Someone with one role in the whole of the sample.
    pub async fn member_as(&self, role: Role) -> Visitor {
        self.member_with(&[Grant::of_congress(role, slug(SAMPLE))])
            .await
    }

    /// Someone with an account and nothing more.
    pub async fn member(&self) -> Visitor {
        self.member_with(&[]).await
    }

    /// Someone with an account and these roles.
    pub async fn member_with(&self, grants: &[Grant]) -> Visitor {
        let account = self.account(grants).await;
        self.signed_in(account, Means::Mail).await
    }

    /// An account with these roles: `osoba-1@kongres.example`, `osoba-2@…`.
    pub async fn account(&self, grants: &[Grant]) -> Account {
        let number = self.next_number();
        let address = format!("osoba-{number}@kongres.example");
        let account = Account {
            id: AccountId(Uuid::from_u128(0xacc0_0000 + u128::from(number))),
            email: Some(address.parse::<Email>().unwrap()),
            name: Some(format!("Osoba {number}")),
            salutation: None,
            lang: Lang::Pl,
            preferences: Preferences::default(),
            created_at: self.now(),
        };
        let mut tx = self
            .app
            .store
            .begin(Actor::System, self.now())
            .await
            .unwrap();
        tx.accounts().create(&account).await.unwrap();
        for grant in grants {
            tx.grants().grant(account.id, grant).await.unwrap();
        }
        tx.commit().await.unwrap();
        account
    }

    /// A browser in which someone is signed in.
    pub async fn signed_in(&self, account: Account, means: Means) -> Visitor {
        let key = LoginKey::new(self.app.chance.token());
        let login = NewLogin {
            id: Uuid::from_u128(0x1061_0000 + u128::from(self.next_number())),
            token: key.hash(),
            account: account.id,
            means,
            device: "Test".to_owned(),
            expires_at: self.now().saturating_add(DAY).unwrap(),
        };
        let mut tx = self
            .app
            .store
            .begin(Actor::System, self.now())
            .await
            .unwrap();
        tx.logins().create(&login).await.unwrap();
        tx.commit().await.unwrap();
        let mut visitor = self.visitor();
        visitor.take_cookie(&key.set_cookie(&self.app.site));
        visitor.account = Some(account);
        visitor
    }
}
