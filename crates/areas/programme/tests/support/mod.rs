//! The sample congress behind the pages of this area, released with all its files.

#![allow(dead_code, reason = "every test file uses its own part of this")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use wiec_kit::testing::{self, TestCongress};

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
    congress.releasing(async |app, congress, name| {
        let released = wiec_programme::release::release(&app, &congress, &name).await;
        released.unwrap()
    })
}
