# The programme: sessions, people, rooms, changes and one's own programme.

programme-title = Programme
programme-of-day = Programme, { $date }
programme-about = Rooms and hours, { $date }: debates, thematic sessions, kaleidoscopes, inspirations, workshops and visits.
programme-count = { $count ->
    [one] { $count } session, { $date }
   *[other] { $count } sessions, { $date }
}
programme-plan = Plan of rooms and hours, { $date }. It scrolls inside its frame.
programme-nothing = No session of this day fits the chosen filters.
programme-nothing-mine = Nothing is starred on this day yet.
people-title = People
changes-title = Changes
days-menu = Days of the congress
filters = Programme filters
filter-themes = Themes
filter-everything = Everything
filter-kind = Kind of session
filter-any-kind = Any kind
filter-access = Accessibility
filter-any-access = Any accessibility
filter-apply = Show
filter-only-mine = Only mine
filter-clear = Show the whole day
legend = Key to the themes
calendar-ics = Calendar (ICS)
calendar-mine = { $congress }: my programme
print = Print
printed = Printed on { $when }. Current programme: { $address }
parallel = { $count ->
    [one] { $count } session
   *[other] { $count } sessions in parallel
}
places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
sessions = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
live-until = On now, until { $hour }
today = today
crumbs = Breadcrumbs

feature-hearing-loop = Hearing loop
feature-live-captions = Live captions
feature-sign-language = Polish sign language (PJM)
feature-interpretation = Simultaneous interpretation
feature-audio-description = Audio description
feature-step-free = Step-free entrance
feature-stream = Streamed online
feature-recording = Recorded
feature-short-sign-language = PJM
feature-short-live-captions = Captions
feature-short-hearing-loop = Loop
feature-short-audio-description = Audio description

part-moderator = moderator
part-speaker = speaker
part-panelist = panellist
part-respondent = respondent
part-reviewer = reviewer
part-facilitator = facilitator
part-host = host
part-guide = guide
part-scribe = rapporteur

session-about = What we talk about
session-agenda = Running order
session-stories = Stories
session-timer = Clock for the hall
session-people = Who speaks and chairs
session-links = Materials
session-door = Door to the room
session-side = Places and related sessions
session-facts = Places and rules
session-accessibility = Accessibility
session-related = On the same theme
session-to-room = See the room
session-cancelled = Session cancelled
session-cancelled-advice = This session is no longer in the programme. The address stays, so that nobody looks for it in vain.
add-to-calendar = Add to calendar
mine-star = Mine: { $title }

fact-places = Places
fact-remote = Remotely
fact-streamed = streamed
fact-streamed-more = can be watched online
fact-room-only = in the room only
fact-room-only-more = not streamed
fact-recording = Recording
fact-recorded = yes
fact-not-recorded = not recorded
fact-languages = Languages
fact-transport = Getting there
fact-document = Document
fact-document-needed = identity document needed
transport-coach = coach
transport-walk = on foot
booking-open = no sign-up, first come, first served
booking-first-come = sign-up, first come
booking-selection = sign-up, the organisers choose
language-pl = Polish
language-en = English
language-pjm = Polish sign language

home-lead = Programme, rooms and changes in one place. Star your sessions, find the room and see what has changed.
home-now = Now in the rooms
home-before = Before the congress
home-after = After the congress
home-nothing-now = Nothing is on at the moment.
home-not-yet = The congress has not begun yet. The programme is ready.
home-all-over = The congress is over. The programme stays at this address for ever.
home-first = To begin with
home-next = Coming up
home-nothing-next = That is all for today.
home-remains = What remains
home-remains-what = Sessions, people and open data are still here.
home-programme-of-day = Programme of the day
home-more-now = { $count ->
    [one] { $count } more session is on
   *[other] { $count } more sessions are on
}
home-core = Core of the congress: { $name }
home-core-go = See how the debate opens
home-themes = Themes of the congress
home-theme-sessions = { $count ->
    [one] session
   *[other] sessions
}
home-theme-go = Sessions on this theme
home-theme-go-to = Sessions on this theme: { $name }
home-ways = Four ways to use it
home-ways-lead = On site or remotely. No account is needed to read and to plan your days.
way-mine = Plan your days
way-mine-how = Star the sessions you want. The list stays in this browser, and clashing hours show at once.
way-mine-due = No account
way-mine-go = Choose sessions
way-calendar = Take it to your calendar
way-calendar-how = Starred sessions have a secret calendar address of their own. A change of room or hour arrives there by itself.
way-calendar-due = Works in any calendar
way-calendar-go = Open my programme
way-offline = Read without a signal
way-offline-how = After one visit the programme and all sessions are on your phone. The page says what time it is of.
way-offline-due = From the first visit
way-offline-go = Open the programme
way-data = Use the data
way-data-how = The programme is open: JSON, XML, CSV, calendars and a feed of changes, at addresses that do not expire.
way-data-due = No key, no asking
way-data-go = Download the programme as JSON
home-stories = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
home-night-go = See the stories
home-days = { $count ->
    [one] One day
    [2] Two days
    [3] Three days
    [4] Four days
   *[other] { $count } days
}
home-day = Day { $number }
home-day-go = Programme of the day
home-access = Accessibility on site

people-about = Who speaks, chairs and answers at the congress.
people-lead = { $count ->
    [one] { $count } person in the programme. A role is enough, no name is needed.
   *[other] { $count } people in the programme. A role is enough, no name is needed.
}
person-about = { $name }: sessions at the congress.
person-biography = About
person-sessions = Sessions

room-title = Room { $name }
room-about = { $name }: what is on, what comes next and how to get there.
room-door = Screen beside the door
room-nothing-now = The room is free at the moment.
room-facts = About the room
room-equipment = Equipment
room-access = Getting in
door-title = Door: { $name }
door-free = The room is free
door-until = until { $hour }
door-next = Next
door-nothing-next = That is all for today

changes-about = What changed in the programme since it was last released.
changes-lead = Every release of the programme is a version that never changes again. Here is what changed between them.
changes-first = { $count ->
    [one] First release of the programme: { $count } session.
   *[other] First release of the programme: { $count } sessions.
}
changes-none = Only descriptions of rooms, people or the congress changed.
release-name = Version { $name }
change-added = New
change-dropped = Cancelled
change-rescheduled = New time
change-relocated = New room
change-retitled = New title
change-recast = New people
change-reworded = New description
change-time = Time
change-room = Room
change-title = Title
change-before = before:
change-after = now:
change-instead = before: { $before }; now: { $after }
feed-title = { $congress }: changes in the programme

mine-lead = { $count ->
    [0] Starred sessions will appear here.
    [one] { $count } starred session. The list is kept in this browser, without an account.
   *[other] { $count } starred sessions. The list is kept in this browser, without an account.
}
mine-empty = Nothing is starred yet. The star beside a session adds it here.
mine-empty-go = Go to the programme
mine-clashes = These sessions are on at the same time
mine-cancelled = Cancelled
mine-calendar = My calendar
mine-calendar-how = Only this browser knows this address. Paste it into your calendar as a subscription: changes arrive by themselves. Whoever has the address can read the list but not change it.
mine-calendar-address = Subscription address

offline-title = No connection
offline-advice = This page is not in your phone's memory yet. The programme and sessions that are already stored work without a network.
