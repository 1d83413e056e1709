//! The table itself.

use super::{Action, Actor, Member, On, Role};

/// Who, of those with a role for a whole congress, may do what there. What is not listed is open to
/// everybody, or belongs to its owner.
const fn roles_for(action: Action) -> &'static [Role] {
    match action {
        Action::EnterOffice => &Role::STAFF,
        Action::ReadDraft
        | Action::EditDraft
        | Action::ManageMail
        | Action::ReadHistory
        | Action::EditNotices
        | Action::ReadStatistics
        | Action::ManageRegister
        | Action::ManageCalls => &[Role::Organiser, Role::Editor],
        // A team's words are its own: the office reads them, and only who makes the congress can
        // write them too.
        Action::ReadProposalDraft => &[Role::Organiser, Role::Editor, Role::Expert, Role::Observer],
        Action::WriteProposal => &[Role::Organiser, Role::Expert],
        Action::ReviewSubmissions => &[Role::Committee],
        Action::Release
        | Action::ManageRegistrations
        | Action::ManageRoles
        | Action::ManageJobs
        | Action::CreateCongress => &[Role::Organiser],
        Action::CheckIn => &[Role::Organiser, Role::Volunteer],
        Action::ReadReleased
        | Action::KeepMarks
        | Action::SignIn
        | Action::OwnAccount
        | Action::Register
        | Action::OwnRegistration
        | Action::OwnAppearance
        | Action::Remark
        | Action::TakePart
        | Action::ReadCall
        | Action::Submit
        | Action::OwnSubmission => &[],
    }
}

/// Whether `actor` may do `action` to `on`.
#[must_use]
pub fn may(actor: &Actor, action: Action, on: &On) -> bool {
    match actor {
        Actor::Visitor => is_open(action),
        Actor::Member(member) => is_open(action) || member_may(member, action, on),
        // Whoever has the command line has the database; but there is no browser there to keep
        // marks in, and nothing there is anybody's own.
        Actor::Operator => !is_own(action) && !matches!(action, Action::KeepMarks | Action::SignIn),
        // The program carries out what people began; it begins nothing that is theirs to begin.
        Actor::System => matches!(action, Action::ReadReleased | Action::ReadDraft),
    }
}

/// What anybody may do, signed in or not.
const fn is_open(action: Action) -> bool {
    matches!(
        action,
        Action::ReadReleased
            | Action::KeepMarks
            | Action::SignIn
            | Action::Register
            | Action::Remark
            | Action::ReadCall
    )
}

/// Whether somebody who is not signed in can do `action` to nothing at all.
#[must_use]
pub const fn needs_member(action: Action) -> bool {
    !is_open(action)
}

/// What only the owner may do, whatever roles others have: nobody acts as somebody else.
const fn is_own(action: Action) -> bool {
    matches!(
        action,
        Action::OwnAccount
            | Action::OwnRegistration
            | Action::OwnAppearance
            | Action::OwnSubmission
    )
}

fn member_may(member: &Member, action: Action, on: &On) -> bool {
    if is_own(action) {
        return on.belongs_to(member.account);
    }
    if matches!(action, Action::TakePart | Action::Submit) {
        return true;
    }
    let roles = roles_for(action);
    match (on, on.congress()) {
        (On::Proposal(congress, proposal), _) => {
            member.is_one_of(roles, congress) || member.is_in_team(roles, congress, proposal)
        }
        (On::Call(congress, call), _) => {
            member.is_one_of(roles, congress) || member.is_on_call(roles, congress, call)
        }
        (_, Some(congress)) => member.is_one_of(roles, congress),
        // What is done to the whole installation needs a role there.
        (On::Site, None) => member
            .grants
            .iter()
            .any(|grant| roles.contains(&grant.role) && grant.scope == super::Scope::Installation),
        (_, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::account::{AccountId, Means};
    use crate::rules::{Grant, Scope};
    use crate::slug::Slug;

    fn slug(raw: &str) -> Slug {
        raw.parse().unwrap()
    }

    fn account(number: u128) -> AccountId {
        AccountId(Uuid::from_u128(number))
    }

    fn member(grants: Vec<Grant>) -> Actor {
        Actor::Member(Member {
            account: account(1),
            means: Means::Mail,
            grants,
        })
    }

    fn here() -> On {
        On::Congress(slug("kpm-2019"))
    }

    fn allowed(actor: &Actor, on: &On) -> Vec<Action> {
        Action::ALL
            .into_iter()
            .filter(|&action| may(actor, action, on))
            .collect()
    }

    const OPEN: [Action; 6] = [
        Action::ReadReleased,
        Action::KeepMarks,
        Action::SignIn,
        Action::Register,
        Action::Remark,
        Action::ReadCall,
    ];

    /// What everybody may do who is signed in, besides.
    const SIGNED_IN: [Action; 2] = [Action::TakePart, Action::Submit];

    fn open_and(more: &[Action]) -> Vec<Action> {
        Action::ALL
            .into_iter()
            .filter(|action| {
                OPEN.contains(action) || SIGNED_IN.contains(action) || more.contains(action)
            })
            .collect()
    }

    /// What everybody may do who is signed in.
    fn any_member() -> Vec<Action> {
        open_and(&[])
    }

    #[test]
    fn a_visitor_reads_what_is_released_keeps_marks_signs_in_registers_and_nothing_else() {
        for on in [On::Site, here(), On::Account(account(1))] {
            assert_eq!(allowed(&Actor::Visitor, &on), OPEN);
        }
    }

    #[test]
    fn each_role_may_do_in_its_congress_exactly_what_its_row_says() {
        let office = [
            Action::EnterOffice,
            Action::ReadDraft,
            Action::EditDraft,
            Action::ManageMail,
            Action::ReadHistory,
            Action::EditNotices,
            Action::ReadStatistics,
            Action::ReadProposalDraft,
            Action::ManageRegister,
            Action::ManageCalls,
        ];
        let organiser = [
            &office[..],
            &[
                Action::Release,
                Action::CreateCongress,
                Action::ManageRegistrations,
                Action::CheckIn,
                Action::ManageJobs,
                Action::ManageRoles,
                Action::WriteProposal,
            ],
        ]
        .concat();
        for role in Role::ALL {
            let expected = match role {
                Role::Organiser => open_and(&organiser),
                Role::Editor => open_and(&office),
                Role::Volunteer => open_and(&[Action::EnterOffice, Action::CheckIn]),
                Role::Expert => open_and(&[Action::ReadProposalDraft, Action::WriteProposal]),
                Role::Observer => open_and(&[Action::ReadProposalDraft]),
                Role::Committee => open_and(&[Action::ReviewSubmissions]),
                Role::Chair
                | Role::Rapporteur
                | Role::Speaker
                | Role::Facilitator
                | Role::Participant => any_member(),
            };
            let actor = member(vec![Grant::of_congress(role, slug("kpm-2019"))]);
            assert_eq!(allowed(&actor, &here()), expected, "{role}");
        }
    }

    #[test]
    fn a_role_in_one_congress_is_nothing_in_another_nor_in_the_installation() {
        for role in Role::ALL {
            let actor = member(vec![Grant::of_congress(role, slug("kpm-2021"))]);
            for on in [On::Site, here(), On::Session(slug("kpm-2019"), Uuid::nil())] {
                assert_eq!(allowed(&actor, &on), any_member(), "{role}");
            }
        }
    }

    #[test]
    fn a_role_in_a_part_of_a_congress_does_not_open_the_whole() {
        for role in Role::ALL {
            let scope = Scope::Session {
                congress: slug("kpm-2019"),
                session: Uuid::nil(),
            };
            let actor = member(vec![Grant { role, scope }]);
            assert_eq!(allowed(&actor, &here()), any_member(), "{role}");
        }
    }

    #[test]
    fn a_team_writes_its_own_proposal_and_reads_no_other_ones_draft() {
        let scope = Scope::Proposal {
            congress: slug("kpm-2019"),
            proposal: "mieszkanie".to_owned(),
        };
        let of = |congress: &str, proposal: &str| On::Proposal(slug(congress), slug(proposal));
        for (role, may) in [
            (
                Role::Expert,
                &[Action::ReadProposalDraft, Action::WriteProposal][..],
            ),
            (Role::Observer, &[Action::ReadProposalDraft][..]),
        ] {
            let scope = scope.clone();
            let member = member(vec![Grant { role, scope }]);
            let theirs = of("kpm-2019", "mieszkanie");
            assert_eq!(allowed(&member, &theirs), open_and(may), "{role}");
            for other in [
                of("kpm-2019", "transport"),
                of("kpm-2021", "mieszkanie"),
                here(),
                On::Site,
            ] {
                assert_eq!(allowed(&member, &other), any_member(), "{role} {other:?}");
            }
        }
    }

    #[test]
    fn a_role_in_the_installation_holds_in_every_congress() {
        let scope = Scope::Installation;
        let role = Role::Organiser;
        let everywhere = member(vec![Grant { role, scope }]);
        let once = member(vec![Grant::of_congress(role, slug("kpm-2019"))]);
        assert_eq!(allowed(&everywhere, &here()), allowed(&once, &here()));
        assert!(may(&everywhere, Action::CreateCongress, &On::Site));
        assert!(!may(&once, Action::CreateCongress, &On::Site));
    }

    #[test]
    fn what_is_somebodys_own_is_nobody_elses_whatever_their_role() {
        let scope = Scope::Installation;
        let organiser = member(vec![Grant {
            role: Role::Organiser,
            scope,
        }]);
        let (mine, theirs) = (account(1), account(2));
        let own = [
            Action::OwnAccount,
            Action::OwnRegistration,
            Action::OwnAppearance,
            Action::OwnSubmission,
        ];
        for action in own {
            assert!(may(&organiser, action, &On::Account(mine)));
            assert!(may(
                &organiser,
                action,
                &On::Belonging(slug("kpm-2019"), mine)
            ));
            for on in [
                On::Account(theirs),
                On::Belonging(slug("kpm-2019"), theirs),
                On::Person(slug("kpm-2019"), Uuid::nil(), Some(theirs)),
                On::Person(slug("kpm-2019"), Uuid::nil(), None),
                On::Submission(slug("kpm-2019"), vec![theirs]),
                On::Call(slug("kpm-2019"), slug("kalejdoskopy")),
                here(),
                On::Site,
            ] {
                for actor in [
                    &organiser,
                    &Actor::Visitor,
                    &Actor::Operator,
                    &Actor::System,
                ] {
                    assert!(!may(actor, action, &on), "{actor:?} {action:?} {on:?}");
                }
            }
        }
    }

    #[test]
    fn without_a_passkey_where_one_is_asked_for_the_staff_is_as_everybody_else() {
        let grants = Role::ALL.map(|role| Grant::of_congress(role, slug("kpm-2019")));
        let Actor::Member(all) = member(grants.to_vec()) else {
            unreachable!("a member was made")
        };
        let left = all.without_staff_roles();
        assert_eq!(left.grants.len(), Role::ALL.len() - Role::STAFF.len());
        let team = [
            Action::ReadProposalDraft,
            Action::WriteProposal,
            Action::ReviewSubmissions,
        ];
        assert_eq!(allowed(&Actor::Member(left), &here()), open_and(&team));
    }

    #[test]
    fn the_operator_does_everything_but_keep_marks_sign_in_or_be_somebody() {
        let refused: Vec<Action> = Action::ALL
            .into_iter()
            .filter(|&action| !may(&Actor::Operator, action, &here()))
            .collect();
        assert_eq!(
            refused,
            [
                Action::KeepMarks,
                Action::SignIn,
                Action::OwnAccount,
                Action::OwnRegistration,
                Action::OwnAppearance,
                Action::OwnSubmission
            ]
        );
    }

    #[test]
    fn a_committee_judges_what_was_offered_to_its_call_and_to_no_other() {
        let of = |congress: &str, call: &str| On::Call(slug(congress), slug(call));
        let (role, may) = (Role::Committee, [Action::ReviewSubmissions]);
        let scope = Scope::Call {
            congress: slug("kpm-2019"),
            call: slug("plakaty"),
        };
        let one = member(vec![Grant { role, scope }]);
        assert_eq!(allowed(&one, &of("kpm-2019", "plakaty")), open_and(&may));
        for other in [of("kpm-2019", "wtopy"), of("kpm-2021", "plakaty"), here()] {
            assert_eq!(allowed(&one, &other), any_member(), "{other:?}");
        }
        let all = member(vec![Grant::of_congress(role, slug("kpm-2019"))]);
        assert_eq!(allowed(&all, &of("kpm-2019", "wtopy")), open_and(&may));
    }

    #[test]
    fn a_submission_belongs_to_all_its_authors_alike() {
        let together = On::Submission(slug("kpm-2019"), vec![account(7), account(1)]);
        let mine = [
            Action::OwnAccount,
            Action::OwnRegistration,
            Action::OwnAppearance,
        ];
        let own = [&mine[..], &[Action::OwnSubmission]].concat();
        assert_eq!(allowed(&member(Vec::new()), &together), open_and(&own));
        let others = On::Submission(slug("kpm-2019"), vec![account(7)]);
        assert_eq!(allowed(&member(Vec::new()), &others), any_member());
    }
}
