# The organisers' office: its parts, the desk, roles, history.

office-title = Office
office-menu = Office
office-mine = Account and appearance
office-all = Office, all congresses
office-public = See the congress' site
office-theme = Theme
office-sign-out = Leave
office-account = Account
account-title = My congress

office-desk = Desk
office-schedule = Schedule
office-sessions = Sessions
office-people = People
office-rooms = Rooms
office-release = Release
office-register = Proposals
office-calls = Calls
office-registrations = Registrations
office-check-in = Check-in
office-mail = Mail
office-roles = Roles
office-history = History
office-notices = Notices
office-settings = Settings

office-congresses = Congresses
office-no-congress = There is no congress here yet.
office-released = Release { $number } is public
office-unreleased = The programme is not released yet

desk-figures = How the edition stands
desk-released = released on { $date }
desk-to-release = Release
desk-sessions = { $count ->
    [one] session in the draft, rooms: { $rooms }
   *[other] sessions in the draft, rooms: { $rooms }
}
desk-to-sessions = Sessions
desk-unscheduled = { $count ->
    [one] { $count } session without a room and a time
   *[other] { $count } sessions without a room and a time
}
desk-unscheduled-why = Only what has a room and a time becomes part of a release.
desk-to-schedule = Open the schedule
desk-changes = { $count ->
    [one] { $count } changed session waits to be released
   *[other] { $count } changed sessions wait to be released
}
desk-changes-why = The public still sees the version before.
desk-problems = { $count ->
    [one] The draft contradicts itself in { $count } place
   *[other] The draft contradicts itself in { $count } places
}
desk-problems-why = It cannot be released as long as it does.
desk-no-statement = No accessibility statement
desk-no-statement-why = The law asks for one on every site of a public body, in each of its languages.
desk-review = The accessibility statement is to be reviewed by { $date }
desk-review-why = It is looked through each year by 31 March, and after every major change.
desk-no-privacy = Nothing about the data controllers
desk-no-privacy-why = Before anybody gives their data they must know whom they entrust them to.
desk-to-notices = Fill in
desk-latest = Done last
desk-to-history = Whole history
desk-waiting = What waits
desk-nothing-waits = Nothing waits here now.

roles-title = Roles
roles-about = Who may do what in this congress. A role is given to an e-mail address; it holds from the first sign-in.
roles-table = Roles in this congress
roles-person = Person
roles-role = Role
roles-where = Scope
roles-me = me
roles-take = Take
roles-take-from = Take from { $name }: { $role }
roles-give = Give a role
roles-email = E-mail
roles-email-hint = The account need not exist yet.
roles-part = Code of the session, or word of the address of the proposal or call
roles-part-hint = Only for one session, team or call, such as S31 or mieszkanie-w-zasiegu.
roles-no-such-part = This congress has no such code.
roles-does-not-fit = This role has no such scope: choose the whole congress, or another role.
roles-in-congress = The whole congress
roles-in-session = One session
roles-in-proposal = The team of one proposal
roles-in-call = One call
roles-last-organiser = This is the last organiser. Give the role to somebody else first.
roles-what = What the roles mean

office-role-organiser = organiser
office-role-editor = editor
office-role-committee = committee member
office-role-chair = chair
office-role-rapporteur = rapporteur
office-role-expert = expert team
office-role-observer = observer of a team
office-role-speaker = speaker
office-role-facilitator = facilitator
office-role-volunteer = volunteer
office-role-participant = participant
office-role-organiser-duty = Everything in this congress, also giving roles, releasing and registrations.
office-role-editor-duty = Programme, letters and notices. No roles, no releases, no data of those registered.
office-role-committee-duty = Judges what was submitted to the call.
office-role-chair-duty = Chairs a session and gives the floor.
office-role-rapporteur-duty = Writes down what a session says.
office-role-expert-duty = Writes a proposal and answers comments.
office-role-observer-duty = Reads the draft of a proposal and may suggest something.
office-role-speaker-duty = Speaks in a session.
office-role-facilitator-duty = Leads a workshop at its tables.
office-role-volunteer-duty = Lets people in by their tickets.
office-role-participant-duty = Takes part.
scope-installation = all congresses
scope-congress = the whole congress
scope-session = session { $title }
scope-proposal = proposal { $code }
scope-call = call { $call }

history-title = History
history-about = Who changed what, when, and from which value to which. Entries can be neither changed nor deleted.
history-who = Who
history-what = What
history-anybody = Everybody
history-show = Show
history-all = Show everything
history-pages = Pages of the history
history-newest = Newest
history-older = Older

desk-sent = { $count ->
    [one] letter sent
   *[other] letters sent
}
desk-to-mail = Mail
desk-drafts = { $count ->
    [one] { $count } draft of a letter waits to be sent
   *[other] { $count } drafts of letters wait to be sent
}
desk-drafts-why = No letter goes out before somebody has looked at it.
desk-failed = { $count ->
    [one] { $count } letter did not arrive
   *[other] { $count } letters did not arrive
}
desk-failed-why = The mail server did not take them; the reason stands with each.
desk-dead-jobs = { $count ->
    [one] { $count } job was given up
   *[other] { $count } jobs were given up
}
desk-dead-jobs-why = The program tried many times and stopped. It can be tried again.

desk-placed = { $count ->
    [one] person with a place, on the waiting list: { $waiting }
   *[other] people with a place, on the waiting list: { $waiting }
}
desk-to-registrations = Registrations
desk-undecided = { $count ->
    [one] { $count } registration waits for a decision
   *[other] { $count } registrations wait for a decision
}
desk-undecided-why = Whoever registered does not know yet whether they have a place.

new-congress-title = New congress
new-congress-about = It begins as a draft that nobody sees until it is released.
new-congress-what = Congress
new-congress-name = Name
new-congress-slug = Address
new-congress-slug-hint = The first word of all its addresses, for ever: small letters, digits and hyphens, like kpm-2027.
new-congress-slug-wrong = Use small letters, digits and hyphens; words of pages, like programme, are taken.
new-congress-taken = There is a congress at this address already. Choose another one.
new-congress-first = First day
new-congress-last = Last day
new-congress-days-wrong = The last day cannot come before the first, and there can be { $most } days at most.
new-congress-from = Take over from
new-congress-from-none = take nothing over
new-congress-from-hint = The place, rooms, themes, goals and kinds of sessions. People, sessions and registrations stay where they are.
new-congress-make = Make the congress
