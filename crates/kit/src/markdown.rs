//! Markdown of descriptions as safe HTML: raw HTML is left out, and so are addresses that run scripts.
//! And as plain text, for letters.

mod text;

use comrak::{Options, markdown_to_html};

pub use text::text;

/// Renders CommonMark with tables, bare links and strike-through. Headings begin at the third level,
/// because those above belong to the page.
#[must_use]
pub fn html(source: &str) -> String {
    lower_headings(&markdown_to_html(source, &options()))
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.render.r#unsafe = false;
    options
}

fn lower_headings(html: &str) -> String {
    let mut html = html.to_owned();
    for level in (1..=4).rev() {
        html = html
            .replace(&format!("<h{level}>"), &format!("<h{}>", level + 2))
            .replace(&format!("</h{level}>"), &format!("</h{}>", level + 2));
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_s_markup_or_script_comes_through() {
        let html = html("<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=y>");
        assert!(
            !html.contains("<script") && !html.contains("javascript:") && !html.contains("<img"),
            "{html}"
        );
    }

    #[test]
    fn headings_leave_the_first_two_levels_to_the_page() {
        assert_eq!(html("# A").trim(), "<h3>A</h3>");
    }
}
