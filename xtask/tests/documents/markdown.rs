//! Markdown, as far as the lists in documents need it.

/// The rows of all tables of a document, as trimmed cells; heads and rules among them.
pub fn tables(text: &str) -> Vec<Vec<String>> {
    let rows = text
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    rows.map(|row| {
        row.split(" | ")
            .map(|cell| cell.trim().to_owned())
            .collect()
    })
    .collect()
}

/// What stands between backticks in a cell.
pub fn codes(cell: &str) -> Vec<String> {
    let parts = cell.split('`').skip(1).step_by(2);
    parts.map(str::to_owned).collect()
}

/// What stands between the first backticks in a cell.
pub fn code(cell: &str) -> Option<&str> {
    cell.split('`').nth(1)
}

/// The targets of all links and pictures within the tree.
pub fn links(text: &str) -> Vec<String> {
    let targets = text
        .match_indices("](")
        .filter_map(|(at, mark)| text[at + mark.len()..].split([')', '\n']).next());
    targets
        .filter(|target| !target.contains("://") && !target.starts_with("mailto:"))
        .map(str::to_owned)
        .collect()
}
