//! What kinds, positions, classes and the like are called on pages, and by which sign they are known.

use wiec_kit::messages::Messages;
use wiec_kit::said::Said;
use wiec_model::challenge::LinkKind;
use wiec_model::register::{Behalf, Channel, Position, RemarkKind, RemovalReason, TeamPart};

use super::talk::Standing;

/// A kind of remark, with its sign.
pub fn kind(kind: RemarkKind, m: &Messages) -> (&'static str, &'static str) {
    match kind {
        RemarkKind::Comment => ("chat", m.read_kind_comment()),
        RemarkKind::Support => ("check", m.read_kind_support()),
        RemarkKind::Question => ("question", m.read_kind_question()),
        RemarkKind::Objection => ("warn", m.read_kind_objection()),
        RemarkKind::Amendment => ("edit", m.read_kind_amendment()),
    }
}

/// On whose behalf somebody speaks, who does not only for themselves.
pub fn behalf(behalf: Behalf, body: Option<&str>, m: &Messages) -> Option<String> {
    let sort = match behalf {
        Behalf::Person => return body.map(ToOwned::to_owned),
        Behalf::City => m.read_behalf_city(),
        Behalf::Ngo => m.read_behalf_ngo(),
        Behalf::Company => m.read_behalf_company(),
        Behalf::Other => m.read_behalf_other(),
    };
    Some(match body {
        Some(body) => format!("{sort}: {body}"),
        None => sort.to_owned(),
    })
}

/// How a remark came that was not typed by its author.
pub fn channel(channel: Channel, m: &Messages) -> Option<&'static str> {
    match channel {
        Channel::Page => None,
        Channel::Paper => Some(m.read_channel_paper()),
        Channel::Mail => Some(m.read_channel_mail()),
        Channel::Table => Some(m.read_channel_table()),
        Channel::Spoken => Some(m.read_channel_spoken()),
    }
}

/// A team's position, with the class of its tag.
pub fn position(position: Position, m: &Messages) -> (&'static str, &'static str) {
    match position {
        Position::Accepted => ("is-ok", m.read_position_accepted()),
        Position::InPart => ("is-warn", m.read_position_in_part()),
        Position::Rejected => ("is-bad", m.read_position_rejected()),
        Position::Explained => ("", m.read_position_explained()),
    }
}

/// Where amendments stand.
pub fn standing(standing: Standing, m: &Messages) -> &'static str {
    match standing {
        Standing::Accepted => m.read_standing_accepted(),
        Standing::InPart => m.read_standing_in_part(),
        Standing::Open => m.read_standing_open(),
        Standing::Rejected => m.read_standing_rejected(),
    }
}

/// Why a remark was taken down.
pub fn removal(reason: RemovalReason, m: &Messages) -> &'static str {
    match reason {
        RemovalReason::OffTopic => m.read_removal_off_topic(),
        RemovalReason::Abuse => m.read_removal_abuse(),
        RemovalReason::PrivateData => m.read_removal_private_data(),
        RemovalReason::Advertising => m.read_removal_advertising(),
        RemovalReason::Unlawful => m.read_removal_unlawful(),
        RemovalReason::Repetition => m.read_removal_repetition(),
    }
}

/// What somebody is in a team.
pub fn team_part(part: TeamPart, m: &Messages) -> &'static str {
    match part {
        TeamPart::Leader => m.read_team_leader(),
        TeamPart::Expert => m.read_team_expert(),
        TeamPart::Observer => m.read_team_observer(),
    }
}

/// How a recommendation stands to another one, with its class and sign.
pub fn link(kind: LinkKind, m: &Messages) -> (&'static str, &'static str, &'static str) {
    match kind {
        LinkKind::DependsOn => ("", "merge", m.read_link_depends_on()),
        LinkKind::ConflictsWith => ("is-bad", "warn", m.read_link_conflicts_with()),
        LinkKind::Duplicates => ("is-warn", "list", m.read_link_duplicates()),
    }
}

/// A means of a recommendation by its key; a key that we do not know says what it says.
pub fn instrument<'a>(key: &'a str, m: &Messages) -> &'a str {
    match key {
        "legal" => m.read_instrument_legal(),
        "financial" => m.read_instrument_financial(),
        "organisational" => m.read_instrument_organisational(),
        "information" => m.read_instrument_information(),
        other => other,
    }
}

/// Whom a recommendation is for, by its key.
pub fn addressee<'a>(key: &'a str, m: &Messages) -> &'a str {
    match key {
        "government" => m.read_addressee_government(),
        "region" => m.read_addressee_region(),
        "commune" => m.read_addressee_commune(),
        "association" => m.read_addressee_association(),
        other => other,
    }
}

/// By when, by its key.
pub fn horizon<'a>(key: &'a str, m: &Messages) -> &'a str {
    match key {
        "short" => m.read_horizon_short(),
        "medium" => m.read_horizon_medium(),
        "long" => m.read_horizon_long(),
        other => other,
    }
}

/// What it costs public budgets, by its key.
pub fn cost<'a>(key: &'a str, m: &Messages) -> &'a str {
    match key {
        "none" => m.read_cost_none(),
        "low" => m.read_cost_low(),
        "medium" => m.read_cost_medium(),
        "high" => m.read_cost_high(),
        other => other,
    }
}

/// What somebody typed, as paragraphs of HTML: blank lines part them, line breaks stay.
pub fn paragraphs(typed: &str) -> String {
    let typed = typed.replace("\r\n", "\n");
    let parts = typed
        .split("\n\n")
        .map(str::trim)
        .filter(|it| !it.is_empty());
    let paragraph = |part: &str| {
        let lines: Vec<String> = part.lines().map(|it| Said::new(it).to_string()).collect();
        format!("<p>{}</p>", lines.join("<br>"))
    };
    parts.map(paragraph).collect()
}

/// What blocks of a text say, as paragraphs of HTML without marks.
pub fn contents(contents: &[wiec_text::Content]) -> String {
    let paragraph = |content: &wiec_text::Content| {
        let letters = content.text.letters();
        format!("<p>{}</p>", Said::new(letters.trim()))
    };
    contents.iter().map(paragraph).collect()
}

/// The first words of something that was typed, in one paragraph, for narrow places.
pub fn beginning(typed: &str, letters: usize) -> String {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= letters {
        return words;
    }
    let cut: String = words.chars().take(letters).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_paragraphs_and_never_markup() {
        assert_eq!(
            paragraphs("Jedno\r\ndrugie\n\n\n<b>trzecie</b>"),
            "<p>Jedno<br>drugie</p><p>&lt;b&gt;trzecie&lt;/b&gt;</p>"
        );
        assert_eq!(paragraphs(" \n"), "");
    }

    #[test]
    fn a_beginning_ends_with_a_whole_word() {
        assert_eq!(beginning("To jest\nzdanie.", 20), "To jest zdanie.");
        assert_eq!(beginning("To jest zdanie.", 9), "To jest…");
    }
}
