//! What the tests of this area share.

#![allow(dead_code, reason = "every test file uses its own part of this")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use wiec_kit::testing::{Page, TestCongress};

/// The sample congress behind the pages of this area.
pub async fn open() -> TestCongress {
    TestCongress::open(wiec_timetable_editor::routes).await
}

/// The value of the first hidden field with this name.
pub fn hidden(page: &Page, name: &str) -> String {
    let text = page.text();
    let field = format!("name=\"{name}\" value=\"");
    let at = text.find(&field).unwrap_or_else(|| panic!("no {name}")) + field.len();
    let value = text[at..].split('"').next().unwrap();
    value.replace("&#34;", "\"")
}
