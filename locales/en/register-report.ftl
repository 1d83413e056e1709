# The report on the consultation of a proposal.

report-title = Consultation report
report-skip = Skip to the remarks
report-contents = Contents
report-page = Page
report-summary = In short
report-consultation = About the consultation
report-held = Forms of consultation
report-held-none = No form of consultation was recorded.
report-team = Expert team
report-figures = Figures
report-remarks = Remarks and positions
report-remarks-none = No remark was received.
report-removed = Removed remarks
report-removed-about = Remarks against the rules of the discussion are removed. Their number, date and reason stay.
report-how-to-read = Underlined words are added, struck words are deleted.

report-received-count = { $count ->
    [one] { $written } remark was received.
   *[other] { $written } remarks were received.
}
report-removed-count = { $count ->
    [one] { $written } remark was removed.
   *[other] { $written } remarks were removed.
}
report-open-count = { $count ->
    [0] Every remark has a position of the team.
    [one] { $written } remark has no position of the team yet.
   *[other] { $written } remarks have no position of the team yet.
}
report-remarks-count = { $count ->
    [one] { $written } remark
   *[other] { $written } remarks
}

report-theme = Theme
report-legal-basis = Legal basis
report-version = Version of the text
report-noticed = Notice given on
report-opened = Remarks from
report-closed = Remarks until
report-due = Report due by
report-made = Report made on

report-table = Remarks by who made them and by position
report-by-whom = Made by
report-all = All
report-persons = People for themselves
report-cities = Cities and municipalities
report-organisations = Non-governmental organisations
report-companies = Companies
report-others = Others
report-accepted-many = Accepted
report-in-part-many = Accepted in part
report-rejected-many = Rejected
report-explained-many = Explained
report-open-many = No position

report-city = city or municipality
report-organisation = non-governmental organisation
report-company = company
report-other = other body
report-unsigned = unsigned
report-on-behalf = { $who }, on behalf of: { $name } ({ $kind })

report-comment = Comment
report-support = Support
report-question = Question
report-objection = Objection
report-amendment = Amendment

report-by-page = page of the congress
report-by-paper = paper
report-by-mail = e-mail
report-by-import = table of remarks
report-by-word = spoken at a meeting

report-accepted = Accepted
report-in-part = Accepted in part
report-rejected = Rejected
report-explained = Explained
report-open = No position

report-whole = On the whole text
report-whole-unit = Whole document
report-remark-heading = Remark no. { $number }: { $kind }
report-received = { $date }, { $channel }
report-received-label = Received
report-who-label = Made by
report-current = Current wording
report-changes = Proposed change
report-proposed = Proposed wording
report-strike = To be deleted
report-body = Remark
report-reasons = Reasons
report-position = Position of the team
report-why = Explanation of the position
report-same-label = The same is said by remarks no.
report-removed-heading = Remark no. { $number }
report-removed-line = Received on { $received }. Removed on { $removed }. Reason: { $reason }
report-removed-cell = Remark removed on { $removed }. Reason: { $reason }
report-cut = [Continued in the report as HTML and PDF.]

report-column-number = No.
report-column-kind = Kind
report-column-who = Submitted by
report-column-unit = Unit of text
report-column-remark = Remark
report-column-received = Received on
report-column-channel = Channel

report-deleted-words = deleted:
report-inserted-words = inserted:
report-moved-away-words = moved away from here:
report-moved-here-words = moved here:
report-end-words = end of change

# A proposal with its amendments as Akoma Ntoso.

akoma-with-amendments = { $title }, with amendments
akoma-amendments = Amendments
akoma-amendment = Amendment no. { $number }
akoma-in = In paragraph
akoma-instead = instead of
akoma-write = write
akoma-strike = Delete paragraph
akoma-move = Move paragraph
akoma-after = After paragraph
akoma-at-start = At the start
akoma-insert = insert
akoma-open = Under discussion
akoma-withdrawn = Withdrawn
