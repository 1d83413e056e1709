# The office of the register: proposals, consultations and their clock, moderation, remarks on paper and in tables.

office-choose = Choose
office-lang-pl = Polish
office-lang-en = English
office-changed-meanwhile = Somebody changed this meanwhile. Your changes are below; send them again if they are to replace the others.
office-row-up = Up: { $name }
office-row-down = Down: { $name }
office-row-remove = Remove
office-row-remove-one = Remove: { $name }

office-proposals-about = { $count ->
    [0] There is no proposal yet.
    [one] { $count } proposal of an expert team.
   *[other] { $count } proposals of expert teams.
}
office-proposals-none = Make the first proposal: its challenges come from the programme, and the team begins to write.
office-proposals-stage = Stage
office-proposals-remarks = Remarks
office-proposals-counts = published: { $published }, amendments among them: { $amendments }, unanswered: { $unanswered }.
office-proposals-waiting = { $count ->
    [one] { $count } waits to be read
   *[other] { $count } wait to be read
}
office-stage-draft = draft, seen by its team only
office-stage-version = version { $version }, { $how }
office-gate-not-yet = remarks from { $at }
office-gate-open = takes remarks without an end
office-gate-open-until = takes remarks until { $at }
office-gate-closed = remarks closed on { $at }

office-proposal-new = New proposal
office-proposal-new-about = The challenges of the chosen theme that came with the programme become part of the proposal. The team writes the text.
office-proposal-settings = Settings
office-proposal-public = Proposal's page
office-proposal-team-room = Team's desk
office-proposal-pages = Pages of this proposal
office-proposal-address = Address:
office-proposal-what = What it is about
office-proposal-title = Title
office-proposal-slug = Word of the address
office-proposal-slug-hint = Leave empty to have it made of the title. It is given once, because addresses last. Small letters, digits and hyphens.
office-proposal-slug-taken = The address “{ $slug }” is taken.
office-proposal-slug-wrong = Use small letters without marks, digits and hyphens, at most 60 characters.
office-proposal-slug-needed = No address can be made of this title. Type one.
office-proposal-track = Theme
office-proposal-track-hint = The first axis of the register.
office-proposal-goals = Goals it serves
office-proposal-lang = Language of the text that counts
office-proposal-lead = In one sentence
office-proposal-disclaimer = Disclaimer
office-proposal-disclaimer-hint = Whose position this is not, such as ministries that only observe.
office-proposal-team = The team as readers see it
office-proposal-team-hint = Who may write the text is a matter of roles.
office-proposal-to-roles = Give roles
office-proposal-discussion = Discussion
office-proposal-authors = Who may send remarks
office-proposal-moderation = When remarks become public
office-proposal-opens = From
office-proposal-opens-hint = Empty: from the first publication.
office-proposal-closes = Until
office-proposal-closes-hint = Empty: without an end.
office-proposal-closes-before = The end has to be later than the beginning.
office-proposal-hours-follow = The hours follow from the days of the consultation and are changed there.
office-proposal-sessions = Sessions where it is discussed
office-proposal-sessions-hint = From the draft programme; the pages of sessions and of the proposal lead to each other.
office-team-number = Person { $number }
office-team-name = Name or function
office-team-body = From where
office-team-part = Part in the team
office-team-add = Add a person
office-team-leader = leads the team
office-team-expert = expert
office-team-observer = observes
office-moderation-at-once = At once; the office may take them down later, with a reason
office-moderation-before-read = Once somebody of the office has read them
office-authors-anybody = Everybody who confirms by a link in a letter
office-authors-members = Only after signing in

office-consultation-title = Consultation
office-consultation-profile = Legal basis
office-consultation-not-advice = The clock watches over what the provisions say; it is no legal advice.
office-consultation-announcing = Notice
office-consultation-notice = Day of the notice
office-consultation-notice-hint = If it was published in several ways, the day of the last one that is required.
office-consultation-says = What the notice tells
office-consultation-days = Days for remarks
office-consultation-opens = First day
office-consultation-closes = Last day
office-consultation-days-hint = Remarks are taken from the midnight of the first day to the midnight after the last. The hours of the discussion change with these days.
office-consultation-forms = Forms of consultation
office-consultation-forms-hint = Beside remarks in writing, which are always taken. Planned ones can be entered too; they count once they were held.
office-consultation-ending = Summary and report
office-consultation-summary = Plain summary available since
office-consultation-made = Day on which the report was made
office-consultation-published = Day on which the report was published
office-profile-none = no basis in law
office-profile-development-policy = principles of development policy, art. 6
office-profile-revitalisation = revitalisation, art. 6
office-phase-before = the consultation has not begun
office-phase-open = the consultation is open
office-phase-awaiting-report = the consultation awaits its report
office-phase-over = the consultation is over
office-medium-website = own website
office-medium-bulletin = Public Information Bulletin
office-medium-press = press
office-medium-board = notice board
office-medium-customary = as is customary
office-notice-deadline = until when remarks are taken
office-notice-way-of-sending = how they are sent
office-notice-meetings = where and when people meet
office-form-meeting = meeting
office-form-debate = debate
office-form-workshop = workshop
office-form-study-walk = study walk
office-form-survey = survey
office-form-interview = interviews
office-form-representative-group = representative group
office-form-oral-remarks = spoken remarks, written down
office-form-number = Form { $number }
office-form-kind = Kind
office-form-on = Day
office-form-where = Place
office-form-session = Session of the programme
office-form-no-session = not in the programme
office-form-note = What there is to add
office-form-add = Add a form
office-place-number-of = Place of the notice { $number }
office-place-medium = Medium
office-place-name = Where exactly
office-place-link = Web address
office-place-add = Add a place of the notice
office-act-development-policy = act of 6 December 2006 on the principles of development policy
office-act-revitalisation = act of 9 October 2015 on revitalisation
office-act-administrative-procedure = Code of Administrative Procedure
office-source-wording = { $cited }, in its wording from { $date }

office-clock-title = Consultation clock
office-clock-none = This proposal is under no consultation by law, so the clock asks for nothing.
office-clock-counting = Days are counted by: { $source }.
office-clock-late = Overdue: { $what }
office-clock-next = By { $date }: { $what }
office-clock-all-met = Everything is there
office-clock-green = Nothing to do for now
office-clock-met = met
office-clock-due = { $count ->
    [0] today is the last day ({ $date })
    [one] by { $date }, { $count } day left
   *[other] by { $date }, { $count } days left
}
office-clock-missing = missing, due { $date }
office-clock-not-yet = not yet
office-demand-notice-in = notice: { $media }
office-demand-notice-says = the notice tells: { $items }
office-demand-notice-by-start = notice no later than on the first day
office-demand-remarks-from-notice = { $days ->
    [one] at least { $days } day for remarks after the notice
   *[other] at least { $days } days for remarks after the notice
}
office-demand-remarks-from-start = { $days ->
    [one] at least { $days } day for remarks
   *[other] at least { $days } days for remarks
}
office-demand-further-forms = { $count ->
    [one] at least { $count } form beside remarks in writing
   *[other] at least { $count } different forms beside remarks in writing
}
office-demand-plain-summary = a summary in plain language
office-demand-answer-each = a position with reasons on every remark
office-demand-report-within = { $days ->
    [one] a report within { $days } day after the end
   *[other] a report within { $days } days after the end
}
office-lack-notice = The notice is missing.
office-lack-medium = Missing: { $medium }.
office-lack-notice-item = The notice does not tell: { $item }.
office-lack-first-day = Set the first day.
office-lack-last-day = Set the last day.
office-lack-days = { $days ->
    [one] Too short by { $days } day.
   *[other] Too short by { $days } days.
}
office-lack-forms = { $count ->
    [one] { $count } form that was held is still missing.
   *[other] { $count } forms that were held are still missing.
}
office-lack-plain-summary = The summary is missing.
office-lack-answers = { $count ->
    [one] { $count } remark without a position.
   *[other] { $count } remarks without a position.
}
office-lack-report = The published report is missing.
office-lack-late = { $days ->
    [one] Late by { $days } day.
   *[other] Late by { $days } days.
}
office-wrong-closes-before-start = The last day is before the first.
office-wrong-too-few-days = { $days ->
    [one] The law gives at least { $days } day: the earliest is { $date }.
   *[other] The law gives at least { $days } days: the earliest is { $date }.
}
office-wrong-notice-after-start = The notice is after the first day of the consultation.
office-wrong-outside-of-period = This day is not of the consultation.
office-wrong-nameless = Say where exactly, or give a web address.
office-wrong-not-a-web-address = The address has to begin with https:// or http://.
office-wrong-report-before-end = Remarks are still taken on that day.
office-wrong-published-before-made = It cannot be published before it is made.

office-moderation-title = Moderation
office-moderation-about = { $count ->
    [0] There is nothing here.
    [one] { $count } remark.
   *[other] { $count } remarks.
}
office-moderation-none = No remark is in this state.
office-moderation-state = State
office-moderation-proposal = Proposal
office-moderation-all = All proposals
office-moderation-filter = Show
office-moderation-choose = Choose
office-moderation-choose-one = Choose remark { $number }, { $proposal }
office-moderation-number = No.
office-moderation-says = Remark
office-moderation-who = Who
office-moderation-place = Where
office-moderation-received = Received
office-moderation-whole = The whole remark
office-moderation-joined = Remark { $number }, which says the same, stands for it.
office-moderation-part = Part again
office-moderation-like = Alike: no. { $number } ({ $state }), { $who }:
office-moderation-join-to = Join with no. { $number }
office-moderation-decide = Chosen remarks
office-moderation-publish = Publish
office-moderation-join = Join as the same
office-moderation-remove = Take down
office-moderation-reason = Why it is taken down
office-moderation-words = What to add to the reason
office-moderation-words-hint = The reason and these words stand in the public log; what the remark said does not.
office-moderation-none-ticked = Choose at least one remark.
office-moderation-join-two = Choose at least two remarks that say the same.
office-moderation-join-one-proposal = Only remarks on one proposal can be joined.
office-moderation-previous = Previous
office-moderation-next = Next
office-state-waiting = waiting
office-state-published = published
office-state-removed = taken down
office-remark-comment = Remark
office-remark-support = Support
office-remark-question = Question
office-remark-objection = Objection
office-remark-amendment = Amendment
office-behalf-person = for oneself
office-behalf-city = local government
office-behalf-ngo = civil society
office-behalf-company = company
office-behalf-other = another institution
office-channel-page = on the page
office-channel-paper = on paper
office-channel-mail = by e-mail
office-channel-table = in a table
office-channel-spoken = spoken
office-removal-off-topic = It is not about the proposal.
office-removal-abuse = It insults, threatens or discriminates.
office-removal-private-data = It tells private things.
office-removal-advertising = It advertises.
office-removal-unlawful = It breaks the law in another way.
office-removal-repetition = The same person sent it many times.
office-position-accepted = accepted
office-position-in-part = accepted in part
office-position-rejected = rejected
office-position-explained = explained

office-clause-whole = the whole proposal
office-typing-title = Add a remark
office-typing-what = Remark
office-typing-who = Who
office-typing-how = How it came
office-typing-clause = What it is about
office-typing-kind = Kind
office-typing-body = What it says
office-typing-reasons = Reasons
office-typing-wording = Proposed wording
office-typing-wording-hint = In an amendment: all of the new wording of the chosen paragraph.
office-typing-name = Name
office-typing-name-hint = It will be public. Who does not want to be named says what they are.
office-typing-behalf = On whose behalf
office-typing-organisation = Name of the institution
office-typing-email = Address for the answer
office-typing-email-hint = It will not be public. The team's answer goes there.
office-typing-lang = Language
office-typing-channel = How it came
office-typing-received = Day of receipt
office-typing-save = Save and publish
office-typing-like = They say the same
office-typing-number = Remark { $number }
office-typing-known = There is a remark like this. Check it, and tick this box if it is another person's.
office-typing-anyway = It is another person's: save it anyway
office-typing-in-the-future = That day has not come yet.
office-typing-amends-a-paragraph = An amendment is to one paragraph: choose it from the list.
office-typing-changes-nothing = Type a new wording of the paragraph, other than the present one.

office-table-title = Import a table of remarks
office-table-intro = A table of remarks as offices and associations send them: you say which column is which, and see everything before it comes in. The same table imported twice does not repeat its remarks.
office-table-file = File
office-table-file-hint = XLSX, ODS, DOCX, ODT or CSV, up to 20 MB, at most 20,000 rows, without macros or a password.
office-table-no-file = Choose a file.
office-table-send = Send the file
office-table-name = File: { $name }
office-table-misnamed = The name of the file says something else than what is in it. Check that it is the right one.
office-table-which = Sheet or table
office-table-number = table { $number }
office-table-choose = Show
office-table-columns = Columns
office-table-column = Column { $name }
office-table-column-twice = Another column is marked so already.
office-table-header = Row of the header
office-table-header-hint = Remarks begin below it; 0 if there is none.
office-table-in-file = In the file
office-table-first-rows = First rows
office-table-holds = What it is
office-table-unused = leave out
office-table-received = Day on which the table came
office-table-look-at = See what would come in
office-table-look = What would come in
office-table-remarks = { $count ->
    [0] No remark comes in.
    [one] { $count } remark comes in.
   *[other] { $count } remarks come in.
}
office-table-answered = { $count ->
    [0] { "" }
    [one] { $count } with an answer.
   *[other] { $count } with an answer.
}
office-table-wrong = { $count ->
    [0] All rows are fine.
    [one] { $count } place to check.
   *[other] { $count } places to check.
}
office-table-wrong-rows = Places to check
office-table-cell = Cell
office-table-reason = What is wrong
office-table-row = Row
office-table-where = Where each remark goes
office-table-write = { $count ->
    [one] Import { $count } remark
   *[other] Import { $count } remarks
}
office-table-unsigned = unsigned
office-table-only-wording = A proposed wording, without comment.
office-table-about = The table says: { $about }
office-column-number = number
office-column-body = who sends it
office-column-about = what it is about
office-column-current-wording = present wording
office-column-remark = remark
office-column-reasons = reasons
office-column-proposed-wording = proposed wording
office-column-answer = position
office-column-contact = contact
office-fault-no-remark-column = Say which column holds remarks or proposed wordings.
office-fault-empty-remark = There is neither a remark nor a proposed wording: the row is left out.
office-fault-unreadable-reference = “{ $words }” names no part of the text: the remark goes to the whole. “§ 4 ust. 2” or “p12” would do.
office-fault-number-twice = Number “{ $number }” stands in row { $first } too; both rows come in.
office-fault-bad-contact = “{ $words }” is no mail address; the remark comes in without one.
office-fault-nearly = “{ $about }”: there is no such unit, the remark goes to: { $place }.
office-fault-no-such-unit = “{ $about }”: this is not in the text, the remark goes to the whole with these words.
office-refused-empty = The file is empty.
office-refused-too-large = The file is too large: up to { $most } MB are taken. Take pictures out of it, or split it.
office-refused-program = This is a program and no document, whatever its name says.
office-refused-encrypted = The file is protected by a password. Save it without one.
office-refused-macros = The file holds macros. Save it as a plain XLSX, DOCX, ODS or ODT.
office-refused-not-a-text = A file of this kind ({ $kind }) cannot be read here.
office-refused-unknown = This is neither a document that is read here nor plain text.
office-refused-unpacked = The file grows out of proportion when it is unpacked. Copy the table into a new file.
office-refused-parts = The file has too many parts (at most { $most }). Copy the table into a new file.
office-refused-entities = The file holds references that office programs do not write. Copy the table into a new file.
office-refused-too-deep = The file nests too deeply. Copy the table into a new file.
office-refused-damaged = The file is damaged or cut off. Save it once more and send it again.
office-refused-rows = The table has too many rows: at most { $most }. Split it.
office-refused-columns = Row { $row } has more than { $most } columns.
office-refused-cell = Row { $row }, column { $column }: more than { $most } characters.
office-refused-text = The table has too much text. Split it.
office-refused-no-table = There is no table in the file.
office-refused-pdf = This is a PDF, whose words have no order. Send XLSX, DOCX, ODS, ODT or CSV.
office-refused-old-office = This is a file in the form of before 2007. Save it as XLSX or DOCX.
office-refused-rich-text = This is an RTF file. Save it as DOCX or ODT.
office-refused-web-page = This is a web page. Save the table as XLSX or CSV.
office-refused-picture = This is a picture. Send the table as XLSX, DOCX, ODS, ODT or CSV.
office-refused-archive = This is an archive. Unpack it and send the document itself.
office-refused-other-office = There is neither a text nor a table in this file. Send XLSX, DOCX, ODS, ODT or CSV.

desk-remarks-waiting = { $count ->
    [one] { $count } remark waits to be read
   *[other] { $count } remarks wait to be read
}
desk-remarks-waiting-why = Until somebody reads them they are not public.
desk-clock-late = Consultation overdue: { $title }
desk-clock-late-why = Something that the law asks for was not done in time.
desk-clock-due = Consultation by { $date }: { $title }
desk-clock-due-why = The law asks for something within the next seven days.
desk-to-moderation = Read the remarks
desk-to-clock = See the clock
