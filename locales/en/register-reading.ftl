# The register: proposals as everybody reads them.

read-index-about = Expert teams have prepared proposals. Read them, say something where it concerns the text, and see what the team answered.
read-index-lead = { $count ->
    [one] { $count } proposal.
   *[other] { $count } proposals.
}
read-index-empty = There are no proposals yet
read-index-empty-advice = They will appear here once the teams publish them.
read-index-no-theme = Without a theme
read-to-recommendations = All recommendations
read-of-a-team = proposal of an expert team

read-gate-not-yet = Remarks from { $moment }
read-gate-until = Open for remarks until { $moment }
read-gate-open = Open for remarks
read-gate-closed = Remarks were taken until { $moment }
read-from-day = of { $day }
read-to-versions = Versions
read-session-live = In session now:
read-version = Version { $number }
read-version-no = { $number }
read-version-of = Version { $number } of { $day }
read-remarks-count = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
read-amendments-count = { $count ->
    [one] { $count } amendment
   *[other] { $count } amendments
}
read-amendments-stand = { $count ->
    [one] { $count } amendment: where it stands
   *[other] { $count } amendments: where they stand
}
read-standing-accepted = accepted
read-standing-in-part = accepted in part
read-standing-open = under discussion
read-standing-rejected = rejected with reasons

read-index-title = Where the discussion is: remarks and amendments by paragraph
read-index = Paragraph { $number }, remarks and amendments: { $count }
read-index-headed = Paragraph { $number }, { $heading }, remarks and amendments: { $count }
read-link-to = Link { $of }
read-of-clause = to paragraph { $number }
read-of-start = to the beginning of the text
read-to-all-remarks = All remarks and amendments: { $count }
read-whole-count = On the whole: { $count }
read-add-whole = Remark on the whole
read-add-remark = Remark
read-add-amendment = Amendment
read-add-here = Write a remark
read-rules = Rules of the discussion
read-all-at-clause = { $count ->
    [one] Remarks and amendments: { $count }
   *[other] All remarks and amendments: { $count }
}

read-kind-comment = remark
read-kind-support = support
read-kind-question = question
read-kind-objection = objection
read-kind-amendment = amendment
read-behalf-city = on behalf of a local government
read-behalf-ngo = on behalf of an organisation
read-behalf-company = on behalf of a company
read-behalf-other = on behalf of an institution
read-channel-paper = received on paper
read-channel-mail = received by e-mail
read-channel-table = received in a table
read-channel-spoken = said at a meeting
read-position-accepted = accepted
read-position-in-part = accepted in part
read-position-rejected = rejected
read-position-explained = explained
read-team-says = Team: { $position }
read-merged-in = In the text since version { $number }
read-waiting = Waits to be read by the office
read-waiting-what = For now only you can see this. Once the office has read it, everybody can.
read-mine = Mine
read-replies-to = in reply to
read-same-as = says the same as
read-same = The same is said by:
read-no = no. { $number }
read-no-big = No. { $number }
read-to-no = to no. { $number }
read-reasons = Reasons
read-wording = Proposed wording
read-answer = The team’s answer
read-reply = Reply
read-agree = { $count ->
    [one] I support no. { $number }, { $count } vote
   *[other] I support no. { $number }, { $count } votes
}
read-removal-off-topic = it is not about the proposal
read-removal-abuse = it insults, threatens or discriminates
read-removal-private-data = it tells private things of somebody
read-removal-advertising = it advertises
read-removal-unlawful = it breaks the law
read-removal-repetition = it repeats what the same person sent before

read-clause-whole = The whole
read-clause-start = Beginning of the text
read-clause-gone = A passage that is no longer there
read-clause-headed = § { $number }. { $heading }
read-clause-is-gone = This passage is not in the current version
read-clause-is-gone-advice = See what was said about it.
read-back-to-text = Back to the text
read-back-to-clause = All that is said about this place: { $clause }
read-all-remarks = All remarks and amendments
read-filter = Choice of remarks
read-filter-all = all
read-filter-kind = Kind
read-filter-state = Answer
read-filter-words = Words
read-filter-mine = Only mine
read-filter-show = Show
read-filter-none = Show all
read-state-unanswered = not answered yet
read-state-answered = answered
read-state-merged = merged into the text
read-found = { $count ->
    [one] { $count } thread
   *[other] { $count } threads
}
read-found-none = Nobody has written anything yet.
read-found-none-filtered = Nothing fits this choice.
read-pages = Pages of the list
read-page-before = Earlier
read-page-after = Later

read-remark-no = Remark no. { $number }
read-amendment-no = Amendment no. { $number }
read-amend-this = Amend this amendment
read-withdraw = Withdraw
read-change = What the amendment changes
read-what-is-said = What is said
read-made-for = Written for version { $number }, which is no longer current
read-taken = What the team takes of it
read-beside = The same paragraph is changed by
read-neighbours = Other amendments of the same paragraphs
read-goes-with = Can be merged with
read-clashes-with = Cannot be reconciled with
read-clash-this = This amendment
read-clash-that = Amendment no. { $number }
read-clash-nothing = deletes these words
read-conflict-words = Both change the same words.
read-conflict-place = Both add something at the same place.
read-conflict-deleted = One deletes what the other changes.
read-conflict-moved = Both move this paragraph, each to another place.
read-amended-by = Amendments to this amendment:
read-now = What this place says now
read-now-gone = The current version no longer has this paragraph.
read-removed = Removed on { $day }. Reason: { $reason }.
read-withdrawn = Withdrawn by its author on { $day }.

read-votes-total = { $count ->
    [one] Positions: { $count } vote
   *[other] Positions: { $count } votes
}
read-vote-for = for
read-vote-against = against
read-vote-abstain = abstain
read-button-for = For
read-button-against = Against
read-button-abstain = Abstain
read-my-vote = My vote on no. { $number }
read-percent = { $count }%

read-views = How it is shown
read-view-changes = Changes
read-view-after = After the change
read-view-now = Before the change
read-legend-inserted = underlined: added
read-legend-deleted = struck through: deleted

read-versions = Versions
read-version-open = open
read-version-stands = current
read-version-merged = Amendments merged:
read-version-published = Published on { $day }.
read-version-current = This is the current version.
read-version-old = This is an old version. Remarks are taken on the current one.
read-compare-from = Compare
read-compare-to = with
read-compare-show = Show changes
read-compare-with-current = Compare with the current version
read-compared = Version { $from } and version { $to }
read-compared-same = These versions say the same.
read-compared-changed = { $count ->
    [one] { $count } paragraph changed.
   *[other] { $count } paragraphs changed.
}
read-translation = Translation
read-translation-note = Translation of version { $number }. Remarks are taken on the original text.
read-easy = Easy-to-read text
read-easy-note = The same in simple words, after version { $number }. Remarks are taken on the full text.
read-in-polish = In Polish
read-in-english = In English
read-easy-polish = Easy-to-read text in Polish
read-easy-english = Easy-to-read text
read-team = Team
read-team-leader = leads
read-team-expert = author
read-team-observer = observes
read-files = Files and open data
read-file-reports = Reports of the consultation
read-file-reports-what = every remark with the position of the team
read-file-akn = Akoma Ntoso
read-file-akn-what = the text with its amendments in the format of parliaments, XML
read-file-json = JSON
read-file-json-what = the proposal and all of the discussion, for programs
read-file-csv = CSV
read-file-csv-what = the remarks as a table
read-file-atom = Atom feed
read-file-atom-what = new remarks, answers and versions

read-since-label = What changed since
read-since-version = version { $number }, { $day }
read-since-show = Show
read-since-visit = What changed since your last visit:
read-news-title = What changed since { $since }
read-news = New remarks and amendments: { $remarks }. Answers of the team: { $answers }. New versions: { $versions }.
read-news-none = Nothing changed.
read-news-answers = Answers of the team
read-news-remarks = New remarks and amendments
read-news-all = Show all in one list

read-challenges = Challenges and recommendations
read-challenge-evidence = How we know
read-challenge-causes = Causes
read-challenge-affected = Whom it concerns
read-recommendations = Recommendations
read-recommendations-about = What expert teams advise to do, to whom and by what means.
read-recommendations-count = { $count ->
    [one] { $count } recommendation
   *[other] { $count } recommendations
}
read-recommendations-empty = There are no recommendations yet
read-against = Answers
read-facets = Choice of recommendations
read-facet-remove = , remove
read-facet-theme = Theme
read-facet-goal = Goal
read-facet-instrument = Instrument
read-facet-addressee = Addressee
read-facet-horizon = Horizon
read-facet-priority = Priority
read-facet-cost = Cost
read-priority = priority { $value }
read-instrument-legal = legal
read-instrument-financial = financial
read-instrument-organisational = organisational
read-instrument-information = information
read-addressee-government = government
read-addressee-region = region
read-addressee-commune = commune
read-addressee-association = association of local governments
read-horizon-short = short, within 2 years
read-horizon-medium = medium, within 5 years
read-horizon-long = long
read-cost-none = none
read-cost-low = low
read-cost-medium = medium
read-cost-high = high
read-link-depends-on = depends on
read-link-conflicts-with = conflicts with
read-link-duplicates = says the same as

session-proposals = Proposals in this session
