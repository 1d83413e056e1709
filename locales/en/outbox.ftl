# The office's mail: letters, mailings, jobs, unsubscribing.

outbox-title = Mail
outbox-about = Letters wait here as drafts until somebody looks at them and sends them. Only answers to what somebody just did go out at once.
outbox-all = all
outbox-state = State
outbox-to = To
outbox-subject = Subject
outbox-body = Body
outbox-when = When
outbox-letters = Letters
outbox-letter = Letter
outbox-mailings = Mailings
outbox-mailing = Mailing
outbox-none = There are no letters that fit.
outbox-what-to-do = What to do
outbox-nothing-to-do = Nothing more can be done with this letter.
outbox-send = Send
outbox-discard = Throw away
outbox-send-all = Send the drafts
outbox-send-all-of = Send the drafts: { $name }
outbox-discard-all = Throw the drafts away
outbox-discard-all-of = Throw the drafts away: { $name }
outbox-preview = What its reader gets
outbox-as-text = The same letter as plain text
outbox-secret = The office does not see this letter: it brings somebody a way in.
outbox-edit = Change the draft
outbox-file = Attachment
outbox-reason = What went wrong
outbox-is-draft = draft
outbox-is-queued = on its way
outbox-is-sent = sent
outbox-is-failed = not delivered
outbox-is-discarded = thrown away

jobs-title = Jobs
jobs-about = Waiting: { $waiting }, tried again: { $retrying }, given up: { $dead }.
jobs-dead = Jobs that were given up
jobs-none = No job was given up.
jobs-job = Job
jobs-attempts = Attempts
jobs-again = Try again

unsubscribe-title = Letters of the congress
unsubscribe-what = After pressing the button no letter comes to this address that is not needed. The ticket and answers about your registration still come.
unsubscribe-do = Send no more
unsubscribe-done = Noted: no letter comes to this address that is not needed.
