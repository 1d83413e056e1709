//! Why no assignment exists, in words: what can be seen of each one alone, and of all together.

use wiec_interchange::allotment::reviews::Reviewing;

/// The reasons that can be named; never none.
pub(super) fn why_not(reviewing: &Reviewing) -> Vec<String> {
    let mut reasons = few_reviewers(reviewing);
    reasons.extend(few_submissions(reviewing));
    reasons.extend(all_together(reviewing));
    if reasons.is_empty() {
        reasons.push(
            "loads and conflicts together allow no assignment, though each of them alone does: \
             raise the most of some reviewers, or let fewer review each submission"
                .to_owned(),
        );
    }
    reasons
}

/// Submissions that too few reviewers have no conflict with.
fn few_reviewers(reviewing: &Reviewing) -> Vec<String> {
    let each = reviewing.reviews.each as usize;
    let rows = reviewing.submissions.iter().zip(&reviewing.reviews.scores);
    rows.filter_map(|(id, row)| {
        let free = row.iter().flatten().count();
        (free < each).then(|| {
            format!("submission {id} needs {each} reviewers, and only {free} have no conflict")
        })
    })
    .collect()
}

/// Reviewers whose least load is more than what they have no conflict with.
fn few_submissions(reviewing: &Reviewing) -> Vec<String> {
    let loads = reviewing.reviewers.iter().zip(&reviewing.reviews.loads);
    loads
        .enumerate()
        .filter_map(|(reviewer, (id, &(least, _)))| {
            let scores = reviewing.reviews.scores.iter();
            let free = scores.filter(|row| row[reviewer].is_some()).count();
            (free < least as usize).then(|| {
                format!("reviewer {id} is to review at least {least}, and has no conflict with only {free}")
            })
        })
        .collect()
}

fn all_together(reviewing: &Reviewing) -> Option<String> {
    let needed = reviewing.submissions.len() as u64 * u64::from(reviewing.reviews.each);
    let loads = &reviewing.reviews.loads;
    let least: u64 = loads.iter().map(|(least, _)| u64::from(*least)).sum();
    let most: u64 = loads.iter().map(|(_, most)| u64::from(*most)).sum();
    if most < needed {
        Some(format!(
            "the submissions need {needed} reviews in all, and the reviewers take at most {most}"
        ))
    } else if needed < least {
        Some(format!(
            "the submissions need {needed} reviews in all, and the reviewers are to do at least {least}"
        ))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use wiec_allotment::reviews::Reviews;

    use super::*;

    fn said(scores: Vec<Vec<Option<i32>>>, loads: Vec<(u32, u32)>, each: u32) -> Vec<String> {
        why_not(&Reviewing {
            submissions: (0..scores.len()).map(|it| format!("s{it}")).collect(),
            reviewers: (0..loads.len()).map(|it| format!("r{it}")).collect(),
            reviews: Reviews {
                scores,
                loads,
                each,
            },
        })
    }

    #[test]
    fn a_reason_names_whom_it_is_about() {
        assert_eq!(
            said(vec![vec![Some(1), None]], vec![(0, 1), (0, 1)], 2),
            ["submission s0 needs 2 reviewers, and only 1 have no conflict"]
        );
        assert_eq!(
            said(vec![vec![Some(1), None]], vec![(0, 1), (1, 1)], 1),
            ["reviewer r1 is to review at least 1, and has no conflict with only 0"]
        );
        let all = vec![Some(1); 2];
        assert_eq!(
            said(vec![all.clone(); 3], vec![(0, 1); 2], 1),
            ["the submissions need 3 reviews in all, and the reviewers take at most 2"]
        );
        assert_eq!(
            said(vec![all], vec![(1, 1); 2], 1),
            ["the submissions need 1 reviews in all, and the reviewers are to do at least 2"]
        );
    }

    #[test]
    fn where_no_single_reason_is_seen_it_is_said_what_can_be_done() {
        // Both submissions have only the first reviewer, who takes one.
        let only_first = vec![Some(1), None];
        let said = said(
            vec![only_first.clone(), only_first],
            vec![(0, 1), (0, 1)],
            1,
        );
        assert_eq!(said.len(), 1);
        assert!(said[0].contains("raise the most"), "{said:?}");
    }
}
