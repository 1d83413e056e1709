//! What every handler can reach.

use std::sync::Arc;

use wiec_store::Store;

use crate::chance::Chance;
use crate::clock::Clock;
use crate::edition::Editions;
use crate::limits::Limits;
use crate::proposals::Proposals;
use crate::rendered::Rendered;
use crate::repeats::Repeats;
use crate::secret::Secret;

/// The parts of the running program. Cloning it is cheap.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The clock of the congress.
    pub clock: Clock,
    /// Where secrets come from.
    pub chance: Chance,
    /// The editions being served.
    pub editions: Editions,
    /// What the operator has said of the site.
    pub site: Arc<Site>,
    /// Their public proposals.
    pub proposals: Arc<Proposals>,
    /// Pages and files ready to be sent again.
    pub rendered: Arc<Rendered>,
    /// Answers that many ask for.
    pub repeats: Arc<Repeats>,
    /// How often one address may write.
    pub limits: Arc<Limits>,
    /// The installation's secret.
    pub secret: Secret,
    /// Whether this is the sample congress.
    pub stage: Stage,
    /// What the staff has to sign in with.
    pub staff: Staff,
    /// The provider of identities, where there is one.
    pub provider: Option<Arc<Provider>>,
}

/// A provider of identities: whoever has an account there may sign in here by it.
#[derive(Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its address, as it calls itself: `https://login.example`.
    pub issuer: String,
    /// What it calls this site.
    pub client_id: String,
    /// What it knows this site by.
    pub client_secret: String,
    /// What people call it.
    pub name: String,
}

impl std::fmt::Debug for Provider {
    /// Without the secret: logs should not tell it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provider")
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}

/// Whether people are to be taken at their word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A real congress.
    Real,
    /// The sample, in which anybody may come in as anybody.
    Demo,
}

/// What those with a role in the office have to sign in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Staff {
    /// With whatever they like.
    ByAnyMeans,
    /// With a passkey; signed in otherwise, they are as everybody else.
    ByPasskey,
}

/// What the operator has said of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Where the site is seen from outside, without a slash at its end: `https://kongres.example`.
    pub base: String,
    /// Whom to believe when asked who is asking.
    pub proxy: Proxy,
}

/// Whether requests come through a proxy of the operator's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proxy {
    /// They come directly: the address of the connection is the visitor's.
    None,
    /// They come through one that appends the visitor's address to `X-Forwarded-For`.
    Trusted,
}

impl App {
    /// An app over an open store, serving nothing until its editions are refreshed.
    #[must_use]
    pub fn new(store: Store, clock: Clock, chance: Chance, site: Site) -> Self {
        Self {
            // Good for as long as the program runs; one that outlives it comes by `with_secret`.
            secret: Secret::new(chance.bytes()),
            stage: Stage::Real,
            staff: Staff::ByAnyMeans,
            provider: None,
            store,
            clock,
            chance,
            editions: Editions::default(),
            proposals: Arc::new(Proposals::default()),
            site: Arc::new(site),
            rendered: Arc::new(Rendered::default()),
            repeats: Arc::new(Repeats::default()),
            limits: Arc::new(Limits::default()),
        }
    }
}

impl App {
    /// The same app with the secret that the installation keeps.
    #[must_use]
    pub const fn with_secret(mut self, secret: Secret) -> Self {
        self.secret = secret;
        self
    }

    /// The same app as the sample congress.
    #[must_use]
    pub const fn on_stage(mut self, stage: Stage) -> Self {
        self.stage = stage;
        self
    }

    /// The same app with another rule for the staff.
    #[must_use]
    pub const fn with_staff(mut self, staff: Staff) -> Self {
        self.staff = staff;
        self
    }

    /// The same app with a provider of identities.
    #[must_use]
    pub fn with_provider(mut self, provider: Option<Provider>) -> Self {
        self.provider = provider.map(Arc::new);
        self
    }

    /// Forgets every page and file that stands ready: what they were made from changed in place.
    pub fn forget_ready(&self) {
        self.rendered.clear();
        self.repeats.clear();
    }
}

impl Site {
    /// Whether cookies may be kept to encrypted connections.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.base.starts_with("https://")
    }
}
