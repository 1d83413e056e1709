# Releasing: letters to those whom a change concerns.

release-letter-subject = { $count ->
    [one] { $congress }: a change to your part
   *[other] { $congress }: { $count } changes to your part
}
release-letter-greeting = Hello,
release-letter-lead = version { $name } of the programme ({ $congress }) changes what you take part in:
release-letter-joined = new to your programme: { $at }
release-letter-was = before: { $at }
release-letter-is = now: { $at }
release-letter-left = no longer with your part; before: { $at }
release-letter-cancelled = cancelled; before: { $at }
release-letter-note = From the organisers: { $note }
release-letter-calendar = The calendar entries are attached. Opened, they replace those that are already there.
release-letter-changes = All changes to the programme: { $address }
release-letter-file = changes.ics
release-letter-file-cancelled = cancelled.ics
release-mailing = Version { $name }: to those whom a change concerns

release-make = Release
release-called = Name of the release
release-note = Note to everyone
release-note-hint = It stands on the page of changes and in letters.
release-first = Nothing has been released yet: this will be the first release.
release-last = Last released: { $name } (no. { $number }).
release-no-changes = Nothing changed since the last release, or this is the first.
release-no-conflicts = Nothing clashes.
release-unconfirmed = Not confirmed
release-unasked = not asked yet
release-asked = asked, waiting for an answer
release-confirmed = confirmed
release-declined = declined
release-affected = { $count ->
    [one] The change concerns { $count } person; a letter to them will wait in the outbox.
   *[other] The change concerns { $count } people; letters to them will wait in the outbox.
}
release-letters = { $count ->
    [one] { $count } letter waits in the outbox to be sent.
   *[other] { $count } letters wait in the outbox to be sent.
}
release-unreachable = { $count ->
    [one] Without an address: { $count } person.
   *[other] Without an address: { $count } people.
}
release-to-letters = See the letters
release-done = Release { $name } (no. { $number }) is out
release-draft-changed = The draft has changed since this page was opened. Look at it again, then release.
release-nothing-scheduled = No session has a room and a time yet.
release-nothing-changed = Nothing has changed since release { $number }.
release-problem = The programme contradicts itself: { $problem }
