# Mail: letters, mailings, jobs.

outbox-title = Mail
outbox-about = Every letter of the congress, from draft to sent. A draft goes out only when somebody sends it.
outbox-counts = How many letters in which state
outbox-state = State
outbox-any-state = Any
outbox-to = To whom
outbox-show = Show
outbox-all = Show all
outbox-none = There are no such letters here.
outbox-table = Letters
outbox-language = Language
outbox-when = Since
outbox-pages = Pages of letters
outbox-mailings = Mailings
outbox-mailing = Mailing
outbox-no-mailings = There has been no mailing yet.
outbox-draft = draft
outbox-queued = queued
outbox-sent = sent
outbox-failed = failed
outbox-discarded = discarded
outbox-send-all = { $count ->
    [one] Send { $count } draft
   *[other] Send { $count } drafts
}
outbox-discard-all = { $count ->
    [one] Discard { $count } draft
   *[other] Discard { $count } drafts
}
outbox-send = Send
outbox-send-again = Send again
outbox-discard = Discard
outbox-edit = Change the draft
outbox-save = Save
outbox-preview = What its reader gets
outbox-created = Written: { $when }
outbox-plain = The same letter as plain text
outbox-files = Attachments
outbox-secret = This letter holds a way into an account. Only its reader sees what it says.
outbox-wiped = What this letter said, and what came with it, has been wiped.
outbox-essential = essential: it also reaches those who want no letters
outbox-unsubscribable = one can have no more of these
outbox-in-polish = Polish
outbox-in-english = English
outbox-message-id = Its identity in the mail: { $id }
outbox-by-hand = Somebody in the office decided that it does not go out.
outbox-unsubscribed = Its reader wants no more letters of the kind.
outbox-expired = The way in that it held is shut.
outbox-clash = This letter has changed in the meantime
outbox-clash-what = Somebody else changed, sent or discarded it. Nothing was saved. Below is the letter as it is now; what you typed is still on this page.
outbox-typed = What you typed, not saved
outbox-kind-release = release of the programme
outbox-kind-mailing = letter from the organisers
outbox-kind-receipt = receipt of a registration
outbox-kind-decision = decision on a registration
outbox-kind-known = already registered

mailing-title = New mailing
mailing-about = This makes drafts, one for each reader. A separate button sends them.
mailing-group = To whom
mailing-confirmed = People with a place at the congress
mailing-waitlisted = The waiting list
mailing-speakers = Everybody in the programme
mailing-with-role = People with a role
mailing-of-session = The people of one session
mailing-role = Role
mailing-choose = Choose
mailing-session = Code of the session
mailing-need = Kind of letter
mailing-news = News
mailing-news-hint = One can have no more of these; whoever did so gets none.
mailing-essential = Essential
mailing-essential-hint = Nobody can take part without it: another room, another hour, a cancellation. Everybody gets it.
mailing-subject = Subject
mailing-body = Text
mailing-body-hint = Markdown: an empty line parts paragraphs, **asterisks** stress, [a name](https://address) leads on.
mailing-look-at = Show what each reader gets
mailing-look = Preview
mailing-letters = { $count ->
    [one] { $count } letter.
   *[other] { $count } letters.
}
mailing-unreachable = { $count ->
    [one] { $count } person has no address.
   *[other] { $count } people have no address.
}
mailing-unsubscribed = { $count ->
    [one] { $count } person wants no news.
   *[other] { $count } people want no news.
}
mailing-letter = Letter { $number }
mailing-write = { $count ->
    [one] Save { $count } draft
   *[other] Save { $count } drafts
}
mailing-nobody = There is nobody to write to: nobody in this group has an address, or nobody wants news.
mailing-half = One language has a subject and no text, or the other way round. Fill in or clear both.
mailing-unknown-place = Nothing will replace { $place }. For this group there are: { $known }.
mailing-places = Placeholders
mailing-places-about = For each reader they are replaced by what concerns them.
mailing-place-name = their name
mailing-place-congress = name of the congress
mailing-place-title = titles of their sessions
mailing-place-when = when, and in which room
mailing-place-link = address of their own pages
mailing-nameless = Ladies and Gentlemen
mailing-no-time = time unknown

jobs-title = Jobs
jobs-about = What the program does behind the pages, and what it could not do. What was given up can be tried again once the cause is gone.
jobs-counts = How many jobs
jobs-waiting = waiting
jobs-retrying = waiting after a failed attempt
jobs-dead = given up
jobs-none = No job was given up.
jobs-table = Jobs that were given up
jobs-what = Job
jobs-problem = What went wrong
jobs-attempts = Attempts
jobs-given-up = Given up
jobs-try-again = Try again
jobs-try-again-this = Try again: { $what }
jobs-send-mail = Sending letter { $mail }
jobs-tell-receipt = Receipt of a registration
jobs-tell-decision = Letter about a decision on a registration
jobs-tell-known = Letter that there is a registration already
jobs-tell-remark-confirm = Ask for a remark to be confirmed
jobs-tell-remark-published = Write that a remark is published
jobs-tell-remark-removed = Write that a remark is not public
jobs-tell-remark-answered = Write about the answer to a remark
jobs-tell-remark-merged = Write about a new version of a proposal
jobs-tell-submitted-receipt = Receipt of a submission to a call
jobs-tell-submitted-invited = Invite a co-author
jobs-tell-submitted-withdrawn = Write that a submission was withdrawn
jobs-tell-submitted-moved-up = Write that a submission moved up from the reserve
jobs-tell-submitted-confirm-soon = Remind to confirm taking part
jobs-tell-submitted-expired = Write that the time to confirm is over
jobs-tell-submitted-missing = Remind of something missing
jobs-daily = Daily chores

# No more letters.

unsubscribe-title = Letters of the congress
unsubscribe-what = After pressing the button no letter comes to this address that is not needed. The ticket and answers about your registration still come.
unsubscribe-do = Send no more
unsubscribe-done = Noted: no letter comes to this address that is not needed.
unsubscribe-undo = I want them after all
