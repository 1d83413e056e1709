//! What hangs together in a calls file, and with its congress.

use std::collections::BTreeSet;

use wiec_model::Programme;
use wiec_model::calls::Mark;

use super::{CallEntry, CallsFile, SubmissionEntry};

impl CallsFile {
    /// What does not hang together, each with its place in words; nothing, if all does.
    #[must_use]
    pub fn check(&self, programme: &Programme) -> Vec<String> {
        let mut problems = Vec::new();
        let mut keys = BTreeSet::new();
        for member in &self.members {
            if !keys.insert(&member.key) {
                problems.push(format!("two members are called \"{}\"", member.key));
            }
        }
        for call in &self.calls {
            for track in &call.tracks {
                if programme.track(track.as_str()).is_none() {
                    problems.push(format!("{}: there is no track \"{track}\"", call.slug));
                }
            }
            let mut keys = BTreeSet::new();
            for submission in &call.submissions {
                let mut found = self.problems_of(call, submission, programme);
                if !keys.insert(&submission.key) {
                    found.push("there is another one of this key".to_owned());
                }
                let place = format!("{}/{}", call.slug, submission.key);
                problems.extend(found.into_iter().map(|it| format!("{place}: {it}")));
            }
        }
        problems
    }

    fn problems_of(
        &self,
        call: &CallEntry,
        submission: &SubmissionEntry,
        programme: &Programme,
    ) -> Vec<String> {
        let mut problems = Vec::new();
        if let Some(track) = &submission.track
            && programme.track(track.as_str()).is_none()
        {
            problems.push(format!("there is no track \"{track}\""));
        }
        if submission.authors.is_empty() {
            problems.push("it has no author".to_owned());
        }
        if let Some((session, place)) = &submission.place {
            let known = programme.session(session.as_str());
            let length = known.map(|it| it.talks.len().max(it.stories.len()));
            let place = usize::try_from(*place).unwrap_or(usize::MAX);
            if length.is_none_or(|length| place == 0 || place > length) {
                problems.push(format!("\"{session}\" has no place {place}"));
            }
        }
        for question in submission.replies.keys() {
            if !call.questions.iter().any(|it| it.key == *question) {
                problems.push(format!("there is no question \"{question}\""));
            }
        }
        for review in &submission.reviews {
            let member = self.members.iter().find(|it| it.key == review.by);
            let Some(member) = member else {
                problems.push(format!("there is no member \"{}\"", review.by));
                continue;
            };
            let is_of_town = |town: &Option<String>| town.is_some() && *town == member.town;
            if submission.authors.iter().any(|it| is_of_town(&it.town)) {
                problems.push(format!("\"{}\" judges somebody of their town", review.by));
            }
            let fits =
                |mark: &Mark| !matches!(mark, Mark::Points(points) if !(1..=5).contains(points));
            if !review.marks.iter().all(fits) {
                problems.push(format!(
                    "a mark of \"{}\" is not between 1 and 5",
                    review.by
                ));
            }
        }
        problems
    }
}
