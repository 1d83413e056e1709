//! Forms as a browser would send them.

use super::Page;

/// What a form holds, in the order in which it stands there.
pub type Fields = Vec<(String, String)>;

impl Page {
    /// The fields of the first form of the page's content that holds `mark`: hidden ones, lines, areas, what is
    /// chosen of radios, boxes and lists.
    #[track_caller]
    #[must_use]
    pub fn form(&self, mark: &str) -> Fields {
        let html = self.text();
        let (_, main) = html.split_once("<main").unwrap();
        let mut forms = main.split("<form").skip(1);
        let form = forms.find(|form| form.contains(mark));
        let form = form.unwrap_or_else(|| panic!("no form holds {mark:?}"));
        fields(form.split("</form>").next().unwrap())
    }
}

/// A list from which one is chosen: its name, the value that is selected, the first one.
type List = (String, Option<String>, Option<String>);

fn fields(form: &str) -> Fields {
    let mut fields = Vec::new();
    let mut list: Option<List> = None;
    for tag in form.split('<').skip(1) {
        let attribute = |name: &str| {
            let value = tag.split_once(&format!(" {name}=\""))?.1;
            Some(plain(value.split_once('"')?.0))
        };
        if tag.starts_with("/select") {
            if let Some((name, chosen, first)) = list.take() {
                fields.push((name, chosen.or(first).unwrap_or_default()));
            }
        } else if tag.starts_with("option") {
            let value = attribute("value").unwrap_or_default();
            if let Some((_, chosen, first)) = &mut list {
                if tag.contains(" selected") {
                    *chosen = Some(value.clone());
                }
                first.get_or_insert(value);
            }
        }
        let Some(name) = attribute("name") else {
            continue;
        };
        let is_choice = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
        if tag.starts_with("select") {
            list = Some((name, None, None));
        } else if tag.starts_with("textarea") {
            let words = tag.split_once('>').unwrap().1;
            fields.push((name, plain(words.trim_start_matches('\n'))));
        } else if tag.starts_with("input") && (!is_choice || tag.contains(" checked")) {
            fields.push((name, attribute("value").unwrap_or_default()));
        }
    }
    fields
}

/// What a browser sends of a form, with some fields changed or added.
#[must_use]
pub fn filled<'a>(
    form: &'a [(String, String)],
    more: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let kept = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more.iter().copied()).collect()
}

fn plain(html: &str) -> String {
    let named = html.replace("&#34;", "\"").replace("&#39;", "'");
    named
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
}
