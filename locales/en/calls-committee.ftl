# Calls: what the committee does.

committee-title = Committee
committee-phase = Review phase
committee-phase-on = now
committee-from = from
committee-no-dates = The office has not set any dates yet.
committee-phase-waiting = Waiting
committee-phase-bids = Bids and interests
committee-phase-reviewing = Reviewing
committee-phase-discussion = Discussion
committee-phase-over = Reviews closed
committee-about-waiting = Reviewing has not begun. Submissions show up here from the first phase on.
committee-about-bids = Say what you would like to judge and declare your interests. Submissions are given to members by that.
committee-about-reviewing = Judge what you were given. You see what others said once your own review is given.
committee-about-discussion = Read what others said, talk about it, and change your own review if need be.
committee-about-over = Reviewing is over. Reviews can be read and no longer changed.
committee-progress = { $given ->
    [one] { $given } review given
   *[other] { $given } reviews given
}; begun: { $begun }, to judge: { $todo }
committee-progress-cannot = Given to you, and not judged because of an interest: { $count }
committee-next = Next to judge
committee-all-done = Everything that was given to you has your review.
committee-yours = { $count ->
    [one] Your submission: { $count }. Others judge it.
   *[other] Your submissions: { $count }. Others judge them.
}
committee-found = { $count ->
    [one] You have an interest in { $count } submission. It is not listed, because you cannot judge it.
   *[other] You have an interest in { $count } submissions. They are not listed, because you cannot judge them.
}
committee-filter = Choose submissions
committee-filter-any = all
committee-filter-go = Show
committee-show = Show
committee-show-all = everything
committee-show-to-do = to judge
committee-show-given = judged
committee-track = Theme
committee-tier = Size of place
committee-sort = Order
committee-sort-own = my order
committee-sort-sent = as they were sent
committee-sort-title = by title
committee-mine = Given to me
committee-mine-none = Nothing that was given to you is here.
committee-rest = Other submissions
committee-rest-none = No other submissions are here.
committee-everything = Submissions
committee-is-given = review given
committee-is-begun = review begun
committee-is-to-do = to judge
committee-is-declared = interest declared
committee-bid = I would like to judge this
committee-bid-none = no answer
committee-bid-yes = gladly
committee-bid-maybe = if need be
committee-bid-no = rather not
committee-bids-save = Save bids
committee-bids-saved = Your bids are saved.
committee-files-title = My reviews as a file
committee-tier-metropolis = metropolis
committee-tier-agglomeration = agglomeration
committee-tier-mid-size = mid-size city
committee-tier-small-town = small town
committee-tier-region = region

committee-code = Code
committee-submission = Submission
committee-state = State
committee-submission-code = Submission { $code }
committee-blind = without names
committee-bar-own = This is your submission
committee-bar-own-about = Others judge it. You do not see their reviews here.
committee-bar-declared = You declared an interest in this submission
committee-bar-about = You do not judge it, and you do not see what others said. If you wrote a review already, it stays on record and does not count.
committee-bar-found = You have an interest in this submission
committee-bar-found-about = You cannot judge it. We do not say which interest, so that the review stays blind. If that is a mistake, write to the office and name the code.
committee-files = Files
committee-file = attachment
committee-kilobytes = { $size } KB
committee-file-kept = kept from you: it may hold a name. Ask the office for a PDF without personal data.
committee-authors = Authors
committee-links = Links

committee-own = My review
committee-scale = Scale from { $least } to { $most }, weight { $weight }.
committee-cannot = I cannot judge that
committee-choose = choose
committee-recommendation = Recommendation
committee-recommend-accept = accept
committee-recommend-maybe = accept if there is room
committee-recommend-reject = do not accept
committee-for-committee = Comment for the committee
committee-for-committee-hint = The committee and the office read it. Authors do not.
committee-for-authors = Comment for the authors
committee-for-authors-hint = The office may pass it on with the decision, without your name.
committee-give = Give review
committee-give-about = Once it is given you see what others said. You can change yours until the discussion ends.
committee-change = Save changes
committee-save = Save draft
committee-given-now = Your review is given.
committee-saved-now = Your draft is saved.
committee-said-now = Your message is saved.
committee-declared-now = Your interest is declared.
committee-taken-back-now = Your interest is taken back.
committee-unfinished = A draft that was not given before reviewing was over
committee-clash = This review was saved in another window too
committee-clash-about = That version is below. The form still holds what was typed here: mend it and save, and it takes the place of the other.
committee-in-the-other-window = another window
committee-refused-barred = Not saved: you have an interest in this submission.
committee-refused-over = Not saved: reviewing is over.
committee-refused-early = Not saved: reviewing has not begun.
committee-refused-others = Not saved: this submission was not given to you.
committee-refused-talk = Not saved: nothing can be said to the others now.
committee-refused-long = Not saved: shorten the description to 1000 characters.
committee-key-missing = The form came without the number by which we know that it was sent once. Send it again: nothing that was typed is lost.
committee-kept-send = Send now
committee-kept-drop = Discard and start anew
committee-kept-restored = What was typed on this device before is back.
committee-kept-older = What was typed before is back. The review was saved elsewhere since.
committee-kept-waiting = There is no network. The review waits on this device and is sent when the network is back.
committee-kept-sending = Sending…
committee-kept-later = The server does not answer. The review waits on this device.

committee-interest-link = I have an interest in this submission
committee-interest-yours = Declared interest
committee-interest-about = Declare an interest if you know who stands behind it, or if something depends on it for you. You will not judge it.
committee-interest-words = What it is
committee-interest-declare = Declare interest
committee-interest-back = Take the interest back

committee-reviews = Reviews
committee-reviews-none = Nobody has given a review yet.
committee-hidden-until-own = You see what others said once your own review is given.
committee-hidden-until-talk = You see what others said when the discussion begins.
committee-hidden-for-good = What others said is hidden, because your own review was not given.
committee-who = Who
committee-you = You
committee-nameless = somebody without a name
committee-whole = In all
committee-of-hundred = { $figure } of 100
committee-mean = Mean
committee-median = Median
committee-spread = Spread (standard deviation)
committee-agreement = Agreement
committee-agreement-is = { $words } (r wg = { $figure })
committee-agreement-none = none
committee-agreement-weak = weak
committee-agreement-moderate = moderate
committee-agreement-strong = strong
committee-agreement-very-strong = very strong
committee-outlier = stands apart
committee-outlier-about = A review stands apart if its result lies far from the median, compared with the others. That is a reason to talk, not a mistake.
committee-not-counted = does not count: interest

committee-talk = What the committee says
committee-talk-none = Nobody has said anything yet.
committee-message = Message to the committee
committee-talk-send = Send
