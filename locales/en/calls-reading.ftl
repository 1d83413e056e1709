# Calls as everybody reads them: the list, a call, chosen texts, the clock in the hall.

calls-read-index-lead = Make the congress with us: offer a talk, a practice of your city, a poster, or a flop that others can learn from.
calls-read-index-empty = There are no calls yet
calls-read-index-empty-advice = They will appear here once the organisers announce them.
calls-read-mine-sent = { $count ->
    [one] You have sent { $count } submission.
   *[other] You have sent { $count } submissions.
}
calls-read-mine-drafts = { $count ->
    [one] { $count } draft is waiting.
   *[other] { $count } drafts are waiting.
}
calls-read-to-mine = My submissions
calls-read-group-open = Open
calls-read-group-grace = Time to finish drafts
calls-read-group-soon = Soon
calls-read-group-over = Over
calls-read-submit = Submit
calls-read-finish = Finish your draft
calls-read-by-code = by code
calls-read-by-code-long = With an access code from the organisers

calls-read-kind-kaleidoscope = Talk in a kaleidoscope
calls-read-kind-practice = Practice of a city
calls-read-kind-poster = Poster
calls-read-kind-flop = Flop
calls-read-tier-metropolis = Metropolis
calls-read-tier-agglomeration = Agglomeration
calls-read-tier-mid-size = City of middle size
calls-read-tier-small-town = Small town
calls-read-tier-region = Region

calls-read-gate-unsaid = Not announced yet
calls-read-gate-soon = From { $moment }
calls-read-gate-open = Open
calls-read-gate-until = Open until { $moment }
calls-read-gate-grace = Finish your draft by { $moment }
calls-read-gate-over = Closed { $moment }
calls-read-left-days = { $count ->
    [one] { $count } day left
   *[other] { $count } days left
}
calls-read-left-hours = { $count ->
    [one] { $count } hour left
   *[other] { $count } hours left
}
calls-read-left-minutes = { $count ->
    [one] { $count } minute left
   *[other] { $count } minutes left
}

calls-read-asks-words = A title of up to { $title } characters, a summary of up to { $summary }
calls-read-asks-more = { $count ->
    [one] { $count } more question
   *[other] { $count } more questions
}
calls-read-characters = up to { $count } characters
calls-read-at-most = at most { $count }
calls-read-fact-title = Title
calls-read-fact-summary = Summary
calls-read-fact-authors = Authors
calls-read-fact-each = Submissions of one person
calls-read-fact-access = Who may submit

calls-read-facts = About the call
calls-read-dates = Dates
calls-read-opens = Opens
calls-read-deadline = Deadline
calls-read-first-deadline = First deadline:
calls-read-extended = Extended to:
calls-read-deadline-unsaid = Not announced yet
calls-read-deadline-of = Deadline of the call: { $title }
calls-read-grace-head = Drafts
calls-read-grace = { $minutes ->
    [one] A draft begun before the deadline can be sent for { $minutes } minute more.
   *[other] A draft begun before the deadline can be sent for { $minutes } minutes more.
}
calls-read-to-calendar = Add the deadline to your calendar
calls-read-anonymity = Anonymity
calls-read-anonymity-public = If you wish, the public will not see your name.
calls-read-anonymity-committee = If you wish, neither the public nor the committee will see your name, only the congress office.
calls-read-licence = Licence of the texts
calls-read-tracks = Themes
calls-read-tiers = Size of place
calls-read-track = Theme
calls-read-tier = Size of place
calls-read-all-tracks = All themes
calls-read-all-tiers = All
calls-read-no-track = Others and without a theme

calls-read-guide = Before you submit
calls-read-questions = What we ask
calls-read-question-line = In one line, up to { $count } characters
calls-read-question-paragraphs = In paragraphs, up to { $count } characters
calls-read-question-choice = { $most ->
    [one] Choose one answer
   *[other] Choose answers: from { $least } to { $most }
}
calls-read-question-file = A { $media } file of up to { $megabytes } MB
calls-read-question-number = A number from { $least } to { $most }
calls-read-question-link = The address of a page
calls-read-required-never = Answering is optional
calls-read-required-always = Answering is required
calls-read-required-from = Answering is required from { $moment }
calls-read-visible-office = Only the congress office reads the answer.
calls-read-visible-committee = The office and the committee read the answer.
calls-read-visible-public = Everybody reads the answer once the submission is chosen.
calls-read-consents = Consents
calls-read-consent-required = (required)
calls-read-consent-free = (optional)

calls-read-rules = How we choose
calls-read-each = { $count ->
    [one] Each submission is judged by { $count } member of the committee.
   *[other] Each submission is judged by { $count } members of the committee.
}
calls-read-blind = The committee judges blind: it sees no names, bodies or towns.
calls-read-seen = The committee knows whose submissions it judges.
calls-read-interests = Nobody judges submissions in which they have an interest. Two people decide on those of their own body.
calls-read-confirmation = { $days ->
    [one] You have { $days } day to confirm that you come; then the reserve list gets the place.
   *[other] You have { $days } days to confirm that you come; then the reserve list gets the place.
}
calls-read-criteria = Criteria
calls-read-criterion = Criterion
calls-read-scale-head = Scale
calls-read-scale = { $least } to { $most }
calls-read-weight-head = Weight
calls-read-weight = { $weight } of { $whole }
calls-read-phases = Phases of the review
calls-read-from = From { $moment }
calls-read-phase-waiting = preparation
calls-read-phase-bids = bids and interests
calls-read-phase-reviewing = reviews
calls-read-phase-discussion = the committee talks
calls-read-phase-over = the review is over
calls-read-quotas = Quotas
calls-read-quotas-hint = These are hints to those who choose, and no thresholds.
calls-read-quota-all = All
calls-read-quota-between = { $of }: { $least } to { $most }
calls-read-quota-least = { $of }: at least { $least }
calls-read-quota-most = { $of }: at most { $most }
calls-read-committee = Committee
calls-read-committee-unsaid = The committee has not been announced yet.

calls-read-numbers = The choice in numbers
calls-read-numbers-caption = Chosen and submitted by theme and size of place, without those withdrawn
calls-read-chosen-of = { $chosen } of { $sent }
calls-read-total-sent = submitted
calls-read-total-chosen = chosen
calls-read-total-reserve = in reserve
calls-read-total-rejected = not chosen
calls-read-total-undecided = awaiting a decision
calls-read-total-left = withdrawn

calls-read-to-texts = Chosen texts
calls-read-texts = Chosen texts
calls-read-texts-of = Chosen texts: { $title }
calls-read-texts-count = { $count ->
    [0] There are no texts here yet.
    [one] { $count } text
   *[other] { $count } texts
}
calls-read-show = Show
calls-read-anonymous = Anonymous
calls-read-anonymous-long = An anonymous text: only the congress office knows the names.
calls-read-replies = Answers
calls-read-materials = Materials
calls-read-kilobytes = { $count } kB
calls-read-changes = Changed after the choice
calls-read-csv = The texts as CSV
calls-read-json = The texts as JSON

calls-read-timer-of = Clock: { $title }
calls-read-timer-back = Page of the session
calls-read-timer-now = On stage now
calls-read-timer-ready = Ready to start
calls-read-timer-going = Time is running
calls-read-timer-soon = Wrap up
calls-read-timer-over = Time is up
calls-read-timer-paused = Paused
calls-read-timer-ended = The end
calls-read-timer-start = Start
calls-read-timer-pause = Pause
calls-read-timer-previous = Previous
calls-read-timer-next = Next
calls-read-timer-again = Start over
calls-read-timer-then = Then:
calls-read-timer-keys = Keys: space starts and pauses, the arrows are previous and next.
