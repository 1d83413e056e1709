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
