# The schedule in the office: things of the draft, table of sessions, grid and conflicts.

plan-access = Getting in and about
plan-accessibility = Accessibility of the session
plan-all-sessions = All sessions
plan-any-day = Any day
plan-any-kind = Any kind
plan-any-room = Any room
plan-any-track = Any theme
plan-arrows = Move one step
plan-biography = About the person
plan-booking = Booking
plan-break = Break between rooms (min)
plan-called = Called
plan-capacity = Places
plan-change-over = Room change-over (min)
plan-choose = choose
plan-clash-advice = What you typed is kept below. Keep yours, take theirs, or edit on.
plan-clash-at = Somebody saved another version of this at { $at }
plan-clash-no-break = { $person }: { $minutes } min between rooms, { $least } needed
plan-clash-no-change-over = { $room }: { $minutes } min between sessions, { $least } needed
plan-clash-outside = Outside the hours of the day
plan-clash-person-away = { $person }: not available then
plan-clash-person-twice = { $person }: two sessions at once
plan-clash-recording-room = { $room }: the room cannot record
plan-clash-room-away = { $room }: the room is not available then
plan-clash-room-twice = { $room }: two sessions at once
plan-clash-streamed = Streamed although it may not be recorded
plan-clash-table = Differences, field by field
plan-clash-too-many = { $room }: { $wanted } people for { $holds } places
plan-clash-unknown = Somebody saved another version of this in the meantime
plan-closes = The day ends
plan-closes-hint = An hour before 5:00 belongs to the night of that day.
plan-code = Code
plan-code-hint = The short key of the session; it does not change.
plan-conflicts = Conflicts
plan-conflicts-none = Nothing clashes on this day.
plan-congress = Congress
plan-congress-more = Hours and figures
plan-date = Date
plan-date-hint = Such as 2019-11-15.
plan-day = Day
plan-day-name-hint = If the day has a name.
plan-days = Days
plan-days-new = New day
plan-days-none = The congress has no day yet.
plan-default-minutes = Usually takes (min)
plan-delete = Delete
plan-delete-advice = It goes from the draft. What has been released stays.
plan-description = Description
plan-document = Document
plan-document-yes = An identity document is needed
plan-earlier = 15 minutes earlier
plan-edit-on = Edit on
plan-equipment = Equipment and access
plan-equipment-words = Equipment in words
plan-error-code = A code is 1 to 32 letters a–z, digits, hyphens or underscores.
plan-error-code-taken = Another session has this code.
plan-error-ends-before = It must end after it starts.
plan-error-gone = It is not in the draft any more.
plan-error-language = "{ $word }" is no language tag; write pl, en or pjm.
plan-error-last-day = A congress needs at least one day.
plan-error-line-untitled = Write a title, or empty the whole line.
plan-error-nameless = Give a name or a role.
plan-error-on-no-day = It must start on a day of the congress.
plan-error-positive = Write 1 or more.
plan-error-problem = The programme would contradict itself: { $problem }
plan-error-repeated = This stands here twice.
plan-error-taken = "{ $key }" is taken.
plan-error-teller = This person is not among the people of the session.
plan-error-url = An address begins with https://
plan-error-zone = There is no such zone; write one like Europe/Warsaw.
plan-expected = People expected
plan-features = Features
plan-fee = Fee
plan-field = Field
plan-filter = Filter of sessions
plan-first-come-waitlist = sign-up, first come, with a waiting list
plan-floor = Floor or way
plan-free-of-charge = Taking part is free
plan-grid = Grid of rooms and hours, { $date }
plan-grouping = Grouping
plan-keep-mine = Keep mine
plan-key-space = space
plan-keys-block = On a block:
plan-keys-cancel = cancels
plan-keys-lift = lifts and drops,
plan-keys-room = room,
plan-keys-time = 15 min,
plan-kind = Kind
plan-kinds = Kinds
plan-kinds-new = New kind
plan-kinds-none = There are no kinds of sessions yet.
plan-languages = Languages
plan-languages-hint = Tags with commas: pl, en, pjm.
plan-later = 15 minutes later
plan-lead = Lead
plan-left = Room to the left
plan-licence = Licence of the recording
plan-line = Map line
plan-line-brak = no line
plan-line-debata = solid (debate)
plan-line-hint = A theme is known by its line, sign and hue.
plan-line-inspiracje = dots (inspirations)
plan-line-mieszkanie = buildings (housing)
plan-line-przestrzen = boundary (space)
plan-line-srodowisko = water (environment)
plan-line-transport = railway (transport)
plan-links = Links
plan-list-hint = An empty line goes when saved.
plan-markdown-hint = Markdown can be used.
plan-mine = Mine
plan-minutes = Minutes
plan-move = Move
plan-name = Name
plan-no = no
plan-none = – none –
plan-note = Note in the footer
plan-note-hint = That the content is a sample, for instance.
plan-nothing-found = No session fits the filter.
plan-open-session = Open the whole session
plan-opens = The day begins
plan-order = No.
plan-output = Output
plan-part = Part
plan-parts = Sessions
plan-people = People
plan-people-hint = A person set to "none" leaves the session.
plan-people-new = New person
plan-people-none = Nobody is in the programme yet.
plan-person = Person
plan-person-name = Name
plan-person-name-hint = A role is enough; nobody has to be named.
plan-phases = Steps of the script
plan-place = Place
plan-places = Places
plan-proposals-track = Discusses proposals of
plan-recording = Recording
plan-recording-allowed = may be recorded
plan-recording-forbidden = may not be recorded
plan-right = Room to the right
plan-role = Role
plan-room = Room
plan-room-only = in the room only
plan-rooms = Rooms
plan-rooms-new = New room
plan-rooms-none = The congress has no room yet.
plan-rules = Rules
plan-save-all = Save all changes
plan-save-row = Save { $code }
plan-say-cancelled = Cancelled: [title].
plan-say-dropped = Moved: [title], [room], [from]–[to].
plan-say-lifted = Lifted: [title]. Arrows move, space drops, Delete puts aside, Esc cancels.
plan-say-moved = [room], [from]–[to]
plan-say-over-tray = To the unscheduled. Space confirms.
plan-say-unscheduled = Unscheduled: [title].
plan-script = Details of the kind
plan-search = Search in titles
plan-selection-waitlist = organisers choose, with a waiting list
plan-session-capacity = Places
plan-session-capacity-hint = If fewer than the room holds.
plan-session-languages-hint = Empty: the congress' first language.
plan-sessions = Sessions
plan-sessions-new = New session
plan-sessions-none = There are no sessions yet.
plan-settings-menu = Settings of the congress
plan-signup = Sign-up
plan-signup-yes = Places by signing up
plan-slot-hint = Without room and start the session is unscheduled.
plan-start = Start
plan-stories = Stories of the night of flops
plan-stream = Stream
plan-streamed = streamed
plan-subtitle = Subtitle
plan-table-size = People at a table
plan-tables = Tables
plan-take-theirs = Take theirs
plan-talks = Talks
plan-talks-hint = Talks are told by people of the session; whoever is added can be chosen here once saved. An empty line goes when saved.
plan-teller = Told by
plan-teller-too = And by
plan-terc = TERC code of the city
plan-terc-hint = For statistics.
plan-theirs = Saved by somebody else
plan-title = Title
plan-title-en = Title (EN)
plan-title-pl = Title (PL)
plan-to-release = Go to release
plan-to-tray = To the unscheduled
plan-track = Theme
plan-tracks = Themes
plan-tracks-new = New theme
plan-tracks-none = There are no themes yet.
plan-transport = Transport
plan-transport-hint = coach or walk
plan-tray-empty = Everything has a room and a time.
plan-unscheduled = Unscheduled
plan-unstated = not said
plan-url = Address
plan-where-and-when = Room and time
plan-yes = yes
plan-zone = Time zone
plan-zone-hint = A name of the tz database: Europe/Warsaw.
plan-error-day-held = { $count ->
    [one] { $count } session is on this day; move it first.
   *[other] { $count } sessions are on this day; move them first.
}
plan-error-room-held = { $count ->
    [one] { $count } session is in this room; move it first.
   *[other] { $count } sessions are in this room; move them first.
}
plan-error-track-held = { $count ->
    [one] { $count } thing belongs to this theme; change that first.
   *[other] { $count } things belong to this theme; change that first.
}
plan-error-kind-held = { $count ->
    [one] { $count } session is of this kind; change that first.
   *[other] { $count } sessions are of this kind; change that first.
}
plan-error-person-held = { $count ->
    [one] This person is in { $count } session; change that first.
   *[other] This person is in { $count } sessions; change that first.
}
plan-error-in-use = { $count ->
    [one] { $count } thing uses this; change that first.
   *[other] { $count } things use this; change that first.
}
plan-hard = { $count ->
    [one] { $count } conflict
   *[other] { $count } conflicts
}
plan-soft = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
plan-availability = Availability
plan-availability-about = Who said nothing always can.
plan-availability-none = Nobody has said anything yet.
plan-whose = Person or room
plan-windows = When
plan-from = from
plan-to = until
plan-contact = Address and answers
plan-email = E-mail address
plan-email-hint = Only organisers see it; letters go there.
plan-letter-lang = Language of letters
plan-confirmations = Answers about parts
plan-no-parts = This person has no part in any session yet.
plan-mark-asked = Asked
plan-mark-confirmed = Confirmed
plan-mark-declined = Declined
plan-availability-changed = Somebody changed this in the meantime; what holds now stands in the list beside it. The hours that you typed are still here: save again if they should replace it.
plan-contact-changed = Somebody changed this address in the meantime, it is now: { $email }. What you typed is still here: save again if it should replace it.
