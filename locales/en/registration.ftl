# Registration: form, place, ticket, letters.

registration-title = Registration
registration-lead = Taking part is free of charge. Places are limited and given in the order of receipt.
registration-lead-decided = Taking part is free of charge. Places are limited and given by the organisers.
registration-until = Registration is open until { $when }.
registration-not-yet = Registration has not begun yet
registration-not-yet-when = It begins on { $when }. The form will be on this page.
registration-closed = Registration is closed
registration-closed-when = It closed on { $when }. Write to the organisers about a place.
registration-who = Who comes
registration-email = E-mail address
registration-email-hint = The confirmation and the ticket go to this address.
registration-name = First and last name
registration-name-hint = As it shall stand on the badge.
registration-salutation = How to address you
registration-salutation-hint = For instance: Dr Nowak, Mayor, or simply Ola.
registration-environment = Background
registration-environment-choose = Choose
registration-body = Institution or organisation
registration-town = Town
registration-town-hint = Choose one from the list or write your own.
registration-needs = What you need there
registration-needs-hint = Tick the services that shall be ready. We do not ask why.
registration-other-service = Another service
registration-languages = Languages in which you follow talks
registration-language-pl = Polish
registration-language-en = English
registration-language-pjm = Polish sign language
registration-questions = The organisers ask
registration-consents = Consents
registration-send = Register
registration-wrong-environment = Choose a background from the list.
registration-key-missing = The form had no number by which we know that it was sent once. Send it again: nothing you typed is lost.
registration-thanks = Your registration is received
registration-thanks-what = Two letters go to the address: a receipt, and, once it is decided, a message about the place. If there is none after a quarter of an hour, look into the spam folder.
registration-thanks-next = To change what you said or to withdraw, sign in with the same e-mail address.
registration-enter = Sign in
registration-mine = My registration
registration-number = Number
registration-since = since { $when }
registration-state = State
registration-is-submitted = received, to be decided
registration-is-confirmed = place given
registration-is-waitlisted = on the waiting list
registration-is-declined = no place
registration-is-withdrawn = withdrawn
registration-is-checked-in = here
registration-waitlisted-what = When someone withdraws, the next on the list gets the place. A message will come by e-mail.
registration-withdrawn-what = The registration is withdrawn, and the next person has the place. You may register again, at the end of the queue.
registration-again = Register again
registration-change = Change
registration-changed = Saved.
registration-save = Save
registration-withdraw = Give up the place
registration-withdraw-what = The next person on the waiting list gets it at once. This cannot be undone.
registration-withdraw-sure = I give up my place
registration-withdraw-unsure = Tick that you are sure.
registration-ticket = Ticket
registration-ticket-show = Show this code at the entrance, on a screen or on paper.
registration-ticket-code = Code of ticket number { $number }
registration-ticket-pdf = Download the ticket (PDF)
registration-ticket-notes = We prepare
registration-ticket-when = When
registration-ticket-place = Where
registration-ticket-number = Number
registration-ticket-fold = Fold the sheet twice: the ticket is on top.
registration-no-ticket = There is no ticket yet
registration-no-ticket-what = It appears once a place is given.
registration-file = ticket.pdf

service-sign-language = interpretation into Polish sign language
service-hearing-loop = a seat within the induction loop
service-captions = live captions
service-step-free = a seat reached without steps
service-assistant = a seat for an assistant
service-large-print = large print, or files ahead of the session
service-guide-dog = room for a guide dog
service-diet = a meal of another diet
service-quiet-room = a quiet room

environment-local-government = local government
environment-government = national government
environment-academia = academia
environment-organisation = non-governmental organisation
environment-business = business
environment-resident = residents and urban movements
environment-media = media
environment-other = other

letter-receipt-subject = Registration { $number } received: { $congress }
letter-receipt =
    Dear participant,

    your registration for { $congress } is received under number **{ $number }**. This is a receipt and not yet a place: we write about the place in a letter of its own.

    You can change what you said, or withdraw, after signing in: { $link }
letter-confirmed-subject = You have a place: { $congress }
letter-confirmed =
    Dear participant,

    you have a place at { $congress }. Dates: { $dates }.

    The ticket with its code is attached, and also on the page: { $link }

    If your plans change, please give the place up on the same page: the next person gets it.
letter-waitlisted-subject = Waiting list: { $congress }
letter-waitlisted =
    Dear participant,

    all places at { $congress } are taken. Registration **{ $number }** is on the waiting list. When a place comes free, we write at once.

    You can withdraw on the page: { $link }
letter-declined-subject = Decision about taking part: { $congress }
letter-declined =
    Dear participant,

    thank you for registering for { $congress }. This time we cannot give you a place. What happens there will be published at { $link }
letter-known-subject = You are registered already: { $congress }
letter-known =
    Dear participant,

    somebody sent the registration form of { $congress } with this address. There is a registration with this address already, number **{ $number }**, and nothing of it has changed.

    You can change it after signing in: { $link }

registrations-title = Registrations
registrations-about = { $total ->
    [one] { $total } registration in this list.
   *[other] { $total } registrations in this list.
}
registrations-counts = Registrations by state
registrations-all = all
registrations-words = Name or address
registrations-filter = Show
registrations-none = There are no registrations that fit.
registrations-choose = Choose
registrations-choose-one = Choose registration { $number }
registrations-services = Services
registrations-received = Received
registrations-decide = Decision about those chosen
registrations-confirm = Give a place
registrations-waitlist = To the waiting list
registrations-decline = Decline
registrations-next = More registrations

statistics-title = Statistics
statistics-about = People with a place, for the report. Figures below { $fewest } are hidden, together with those from which they could be calculated.
statistics-sizes = Size of the town
statistics-regions = Voivodeship
statistics-people = People
statistics-total = Total
statistics-hidden = hidden
statistics-small = up to 20,000 inhabitants
statistics-middle = 20,000 to 100,000
statistics-large = above 100,000
statistics-unknown = not known

check-in-title = Entrance
check-in-count = Here: { $here } of { $expected }.
check-in-code = Code of the ticket
check-in-hint = Scan or type it; capitals do not matter.
check-in-let-in = Let in
check-in-wrong = This is no code of a ticket to this congress. See whether it is complete, or find the person in the list.
check-in-done = { $name }, number { $number }: let in.
check-in-already = { $name }: let in already at { $hour }.
check-in-refused = { $name }: there is no place, the registration is { $state }.
check-in-elsewhere = This ticket is for another congress.

set-up-title = Registration form
set-up-about = When it is open, how many places there are, what it asks. Changes show as soon as they are saved.
set-up-places = Dates and places
set-up-opens = Opens
set-up-opens-hint = Blank: at once. Hours by the clocks of the congress.
set-up-closes = Closes
set-up-closes-hint = Blank: it does not close by itself.
set-up-closes-before = It has to close later than it opens.
set-up-capacity = Number of places
set-up-capacity-hint = Blank: no limit. When there are more places, those on the waiting list get them at once, in their order.
set-up-mode = Who decides on places
set-up-automatic = The order of receipt
set-up-by-decision = The organisers, one by one
set-up-questions-hint = The form always asks for the name, environment, institution, town, needs and languages. Add questions of your own here.
set-up-question-number = Question { $number }
set-up-question = Question
set-up-kind = How it is answered
set-up-line = a few words
set-up-yes = yes (a box to tick)
set-up-choice = one of several answers
set-up-answers = Answers to choose from
set-up-answers-hint = One a line, in the same order in both languages. For one of several answers only.
set-up-answers-two = Give at least two answers, one a line.
set-up-answers-even = Both languages need the same number of answers, or one of them none.
set-up-required = It has to be answered
set-up-add-question = Add a question
set-up-consents-hint = No consent is ticked in advance. Other words make a new version; whoever agreed to the old one has the old one on record.
set-up-consent-number = Consent { $number }
set-up-consent = Words of the consent
set-up-consent-required = Nobody can take part without it
set-up-add-consent = Add a consent
set-up-up = Move up: { $name }
set-up-down = Move down: { $name }
set-up-remove = Remove
set-up-remove-one = Remove: { $name }
set-up-changed-meanwhile = Somebody saved this form in the meantime; their change stands in the history beside it. What you typed is still here: save again if it should replace theirs.

import-title = Import a list
import-about = A list of people who registered elsewhere. It is shown first; only the second button writes.
import-list = List
import-list-hint = Paste a sheet with its head in the first line: commas, semicolons or tabs.
import-look-at = Show what would come in
import-look = Preview
import-people = { $count ->
    [one] { $count } person is ready to come in.
   *[other] { $count } people are ready to come in.
}
import-wrong = { $count ->
    [0] All lines are right.
    [one] { $count } line is wrong and will be left out.
   *[other] { $count } lines are wrong and will be left out.
}
import-wrong-rows = Wrong lines
import-line = Line
import-reason = What is wrong
import-tell = Tell each of them the decision by letter
import-write = { $count ->
    [one] Import { $count } person
   *[other] Import { $count } people
}
import-columns = Columns
import-columns-about = The first two are needed. Any order, other columns are passed over. Whoever is on the list already stays as they are. Consents cannot be imported: everybody gives their own.
import-columns-missing = A column is missing: { $columns }.
import-lang = Language of letters: pl or en
import-missing = Empty: { $column }
import-unknown = { $column }: “{ $words }” cannot be read
import-long = Too long: { $column }
import-twice = The same address as in line { $line }
import-broken = A quotation mark is not closed

needs-title = Needs
needs-about = What people with a place need. The list is forgotten two weeks after the congress; nobody is asked why.
needs-none = Nobody with a place has asked for anything.
needs-languages = Languages
