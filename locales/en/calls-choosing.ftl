# Choosing: the table, decisions and letters about them, the reserve, the way into the programme, figures and files.

choosing-tabs = Choosing in this call
choosing-table = Submissions
choosing-decisions = Decisions
choosing-reserve = Reserve
choosing-programme = Into the programme
choosing-speakers = Speakers
choosing-figures = Statistics

choosing-table-about = { $count ->
    [0] There are no submissions yet.
    [one] { $count } submission.
   *[other] { $count } submissions.
}
choosing-table-counts = Reviewed: { $judged }. Settled: { $decided }. Decisions not sent yet: { $pending }.
choosing-to-decisions = To be sent: { $count }
choosing-filters = Filters of submissions
choosing-search = Search titles
choosing-filter = Show
choosing-any = All
choosing-all = Total
choosing-only = Only
choosing-only-apart = scores far apart
choosing-only-few = too few reviews
choosing-only-own = your own
choosing-sort = Order
choosing-sort-mean = highest score first
choosing-sort-spread = largest spread first
choosing-sort-agreement = least agreement first
choosing-sort-reviews = fewest reviews first
choosing-sort-title = by title
choosing-sort-sent = by time of sending
choosing-found = { $count ->
    [one] { $count } submission listed.
   *[other] { $count } submissions listed.
}
choosing-scale = Scores from 0 to 100. The line shows mean and spread.
choosing-none = No submission matches the filters.
choosing-previous = Previous
choosing-next = Next

choosing-code = Code
choosing-title = Title
choosing-authors = Authors
choosing-title-and-authors = Title and authors
choosing-track = Theme
choosing-no-track = no theme
choosing-tier = Size of place
choosing-tier-none = no place
choosing-tier-metropolis = metropolis
choosing-tier-agglomeration = agglomeration
choosing-tier-mid-size = mid-size city
choosing-tier-small-town = small town
choosing-tier-region = region
choosing-environment = Environment
choosing-environments = Chosen by environment
choosing-environment-none = not given
choosing-score = Score
choosing-no-score = no scores
choosing-mean = Mean
choosing-median = Median
choosing-median-short = median { $median }
choosing-spread = Spread
choosing-agreement = Agreement
choosing-agreement-short = agreement { $agreement }
choosing-score-says = Mean { $mean }, median { $median }, spread { $spread }, agreement { $agreement }
choosing-apart = far apart
choosing-outliers = Outliers
choosing-outlier-marks = { $count ->
    [one] { $count } outlier
   *[other] { $count } outliers
}
choosing-reviews = Reviews
choosing-given = Reviews given
choosing-assigned = Reviews assigned
choosing-recommendations = Recommendations
choosing-recommend-accept = accept
choosing-recommend-maybe = maybe
choosing-recommend-reject = reject
choosing-own = Your own submission: scores and decision are hidden.

choosing-state = State
choosing-state-draft = draft
choosing-state-submitted = submitted
choosing-state-withdrawn = withdrawn
choosing-state-accepted = accepted
choosing-state-rejected = rejected
choosing-state-reserve = in reserve
choosing-state-confirmed = confirmed
choosing-state-declined = declined
choosing-decision = Decision
choosing-decision-of = Decision: { $title }
choosing-decision-accept = Accept
choosing-decision-reserve = To the reserve
choosing-decision-reject = Reject
choosing-undo = Undo the decision
choosing-pending = Decision not sent yet
choosing-pending-none = none
choosing-pending-second = waits for a second person
choosing-pending-tag = { $decision }, not sent
choosing-waits-second = waits for a second person
choosing-decided-by = { $name }
choosing-decided-both = { $first } and { $second }
choosing-reason = Reason
choosing-reason-hint = The authors of the submissions that you decide on will read it.
choosing-tick = Tick
choosing-tick-one = Tick: { $title }
choosing-decide-ticked = Ticked:
choosing-none-ticked = Tick at least one submission.
choosing-refused-own = “{ $title }” is your own submission; somebody else decides. Nothing has changed.
choosing-refused-state = “{ $title }”: its state does not allow that decision. Nothing has changed.
choosing-refused-meanwhile = “{ $title }”: somebody decided in the meantime. Check and send again; nothing has changed.

choosing-balance = Balance of the choice
choosing-total = Total
choosing-quota = Range
choosing-quota-least = from { $count }
choosing-quota-most = up to { $count }
choosing-quota-under = too few
choosing-quota-over = too many
choosing-quota-within = in range

choosing-decisions-about = This is exactly what will happen. Until then nobody outside the office knows.
choosing-own-pending = { $count ->
    [one] { $count } decision is about your own submission; somebody else applies it.
   *[other] { $count } decisions are about your own submissions; somebody else applies them.
}
choosing-waiting = { $count ->
    [one] { $count } decision waits for a second person
   *[other] { $count } decisions wait for a second person
}
choosing-waiting-about = Whoever decided is linked to the submission: of the same body, or a co-author. Somebody without such a link has to agree.
choosing-second = Agreement
choosing-second-other = Somebody else has to agree.
choosing-second-refused = The decision is gone, or you cannot be the second person. This is how it stands now.
choosing-agree = I agree
choosing-nothing-pending = No decision waits to be sent.
choosing-to-table = Go to the submissions
choosing-will-accept = { $count ->
    [one] { $count } submission will be accepted, to be confirmed by { $until }
   *[other] { $count } submissions will be accepted, to be confirmed by { $until }
}
choosing-will-reserve = { $count ->
    [one] { $count } submission goes to the reserve
   *[other] { $count } submissions go to the reserve
}
choosing-will-reject = { $count ->
    [one] { $count } submission will be rejected
   *[other] { $count } submissions will be rejected
}
choosing-rank = place { $rank } in reserve
choosing-unreachable = no address: gets no letter
choosing-apply-title = Apply and prepare letters
choosing-apply-about = States change at once, and letters are written as drafts of one mailing. Read and send them in the mail.
choosing-apply = Apply and prepare letters
choosing-apply-changed = Something has changed since the page was shown, so nothing was applied. This is how it stands now.
choosing-mailing = Decisions: { $call }

choosing-letter-accept-subject = Submission accepted: { $call }
choosing-letter-accept = Hello,

    the submission “{ $title }” has been accepted in the call “{ $call }”.

    Please confirm that you take part by { $by }:

    { $link }

    After that the place goes to the next submission of the reserve list.
choosing-letter-reserve-subject = Submission on the reserve list: { $call }
choosing-letter-reserve = Hello,

    the submission “{ $title }” is on the reserve list of the call “{ $call }”. If a place becomes free, we will write at once.

    { $link }
choosing-letter-reject-subject = Result of the call: { $call }
choosing-letter-reject = Hello,

    thank you for the submission “{ $title }” to the call “{ $call }”. It was not accepted this time.

    { $link }
choosing-letter-reason = Reason: { $reason }
choosing-letter-comments = From the committee:

choosing-reserve-about = When somebody drops out, the first submission of the reserve is accepted at once, and its authors get a letter.
choosing-reserve-order = { $count ->
    [0] Reserve list
    [one] Reserve list: { $count } submission
   *[other] Reserve list: { $count } submissions
}
choosing-reserve-none = Nobody is in reserve.
choosing-place = Place
choosing-order = Change
choosing-up = Up: { $title }
choosing-down = Down: { $title }
choosing-withdraw = Withdraw on behalf
choosing-decline = Decline on behalf
choosing-on-behalf = On behalf of the authors
choosing-unanswered = { $count ->
    [0] Accepted without an answer
    [one] { $count } accepted without an answer
   *[other] { $count } accepted without an answer
}
choosing-unanswered-none = We wait for nobody.
choosing-confirm-by = Confirm by
choosing-late = late
choosing-remind = Remind the ticked
choosing-moved = Moved up from the reserve lately
choosing-left = Withdrawn and declined
choosing-since = Since

choosing-programme-about = { $count ->
    [0] All that is chosen has its place in the programme.
    [one] { $count } chosen submission has no place in the programme yet.
   *[other] { $count } chosen submissions have no place in the programme yet.
}
choosing-least = At least in a group
choosing-most = At most in a group
choosing-suggest = Suggest anew
choosing-group = Group { $number }
choosing-group-of = Group: { $title }
choosing-group-empty = An empty group: move a talk here, or leave it.
choosing-outside = In no group
choosing-add-group = Add a group
choosing-arrange = Move as selected
choosing-session = Session
choosing-session-title = Title of the session
choosing-into = Where to
choosing-new-session = A new session
choosing-choose = Choose
choosing-minutes = Minutes for each talk
choosing-kind = Kind of session
choosing-make-title = Make sessions
choosing-make-about = Sessions are made in the draft of the programme, with the talks in this order and the people who may be named. Rooms and times are given in the schedule.
choosing-make = Make sessions
choosing-nothing-to-make = No group holds a talk.
choosing-nothing-open = Nothing waits for a place in the programme.
choosing-posters = Posters
choosing-programme-changed = Somebody changed the programme in the meantime, so nothing was saved. Check and send again.
choosing-programme-refused = The programme does not allow it: { $why }
choosing-placed = In the programme
choosing-no-time = no room and time
choosing-stranded = { $count ->
    [one] { $count } submission stands in the programme and is chosen no more
   *[other] { $count } submissions stand in the programme and are chosen no more
}
choosing-not-found-there = no such title there
choosing-mend = Mend
choosing-take-out = Take out
choosing-swap-with = Put in its place
choosing-swap = Swap
choosing-several-themes = several themes
choosing-name-kaleidoscope = Kaleidoscope: { $theme }
choosing-name-practices = Urban inspirations: { $theme }
choosing-name-flops = Night of flops
choosing-name-posters = Poster session
choosing-why-track = One theme: { $track }.
choosing-why-few-of-each = Themes with too few talks for a group of their own: { $tracks }.
choosing-why-tier = The same size of place: { $tier }.
choosing-why-tiers = Neighbouring sizes of place: { $tiers }.
choosing-why-too-few = Fewer talks than { $least }: { $has }.

choosing-speakers-about = { $count ->
    [0] Nothing is chosen yet.
    [one] { $count } chosen submission.
   *[other] { $count } chosen submissions.
}
choosing-speakers-missing = { $count ->
    [0] Nothing is missing.
    [one] Something is missing in { $count }.
   *[other] Something is missing in { $count }.
}
choosing-speakers-none = Once decisions are applied, what was chosen appears here.
choosing-speaker = Who speaks
choosing-missing = What is missing
choosing-missing-nothing = all is there
choosing-missing-confirmation = confirmation
choosing-missing-recording = consent to recording, or none
choosing-recording = Recording
choosing-recording-unsaid = not said
choosing-recording-yes = consent
choosing-recording-no = no consent
choosing-needs = Needs
choosing-can = Can
choosing-reminder = Reminder
choosing-remind-one = Remind
choosing-remind-all = { $count ->
    [one] Remind of what is missing in { $count } submission
   *[other] Remind of what is missing in { $count } submissions
}

choosing-count = Count
choosing-funnel = The way of submissions
choosing-funnel-step = Step
choosing-funnel-begun = begun
choosing-funnel-sent = sent
choosing-funnel-judged = reviewed
choosing-funnel-accepted = accepted
choosing-funnel-confirmed = confirmed
choosing-funnel-placed = in the programme
choosing-waits = Time from sending to decision
choosing-waits-what = Measure
choosing-waits-days = Days
choosing-waits-median = median
choosing-waits-longest = longest
choosing-waits-of = submissions counted
choosing-per-day = Reviews day by day
choosing-per-day-day = Day
choosing-no-figures = Nothing yet.
