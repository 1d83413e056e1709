//! The sample congress behind the pages of this area, released with all its files.

#![allow(dead_code, reason = "every test file uses its own part of this")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use wiec_kit::app::App;
use wiec_kit::testing::{self, TestCongress};
use wiec_model::{Release, Slug};
use wiec_programme::release::{Releasing, ReleasingError};
use wiec_store::Actor;

/// The sample congress, released once.
pub async fn open() -> TestCongress {
    let congress = empty().await;
    congress.save(&testing::sample()).await;
    congress.release("1.0").await;
    congress
}

/// An installation without any congress.
pub async fn empty() -> TestCongress {
    let congress = TestCongress::empty(wiec_programme::routes).await;
    congress.releasing(async |app, congress, name| release(&app, &congress, &name).await.unwrap())
}

/// Releases the draft under a name, as the command line does.
pub async fn release(app: &App, congress: &Slug, name: &str) -> Result<Release, ReleasingError> {
    let releasing = Releasing::named(name);
    let released =
        wiec_programme::release::release(app, congress, Actor::Operator, &releasing).await;
    released.map(|released| released.release)
}
