# What the team of a proposal does.

# The team's desk
team-desk-title = Team's desk: { $title }
team-desk-about = Write the text together, answer remarks, publish the next version.
team-desk-about-reader = This is what the team works on. You may suggest another wording of each section.
team-back = Team's desk
team-public = The proposal as the public reads it
team-places = What waits
team-standing = The draft
team-standing-first = Nothing has been published yet.
team-standing-changed = The draft differs from version { $version }, which the public reads.
team-standing-same = The draft says what version { $version } says, which the public reads.
team-merged-in = Amendments merged and not published yet:
team-changes = What changes
team-text = The text
team-opening = Opening
team-nameless = somebody without a name
team-number = no. { $number }
team-write = Write
team-write-what = Write: { $heading }
team-suggest = Suggest
team-suggest-what = Suggest a change: { $heading }
team-take-over = Take over
team-take-over-what = Take over: { $heading }
team-take-back = Take the section back
team-hold-writes = is writing, last sign { $at }
team-hold-mine = You are writing it, last sign { $at }
team-hold-away = There is no network. The text stays in the form.
team-lost = Someone has taken this section over.
team-lost-to = { $name } has taken this section over. Your text stays in the form.

# Sections
team-section-title = Write: { $heading }
team-section-gone-title = A section that is gone
team-held-about = One person writes a section at a time. Take it over if they have stopped; what they save will be compared with yours.
team-typed-title = Not saved: { $who } is writing this section.
team-typed-about = Last sign { $at }. What you typed is kept below. Take the section over to save it; if the text has changed meanwhile, you will see both.
team-take-and-save = Take over and save
team-gone-title = Not saved: this section is gone.
team-gone-about = Somebody removed or joined it. What you typed is kept below: copy it into another section.
team-wording = Wording
team-wording-hint = Markdown: # heading, - list, **bold**. An empty line begins a new paragraph.
team-clash-title = Two of you wrote this section
team-clash-about = Nothing is saved yet and nothing is lost: here is what was saved meanwhile, and what you typed.
team-clash-theirs = What was saved meanwhile
team-clash-joined = Both joined
team-clash-joined-about = The two changes are at different places. Read the joined text before you save it.
team-clash-save-joined = Save both joined
team-clash-contradict = Where they contradict each other
team-clash-before = Before
team-clash-their-words = Saved meanwhile
team-clash-my-words = Typed here
team-clash-mine = What you typed
team-clash-mine-about = Marked against what was saved meanwhile. Change it until it says what both of you want, then save it.
team-clash-save-mine = Save this wording
team-clash-leave = Leave what was saved
team-unaccounted = Look for these words: they stand in the text more or less often than the changes account for: { $words }
team-kept-restored = We brought back the text that the server does not have yet.
team-kept-older = We brought back a text written for an older version. Check that it still fits.
team-kept-waiting = There is no network. The text is safe on this device and will be sent when the network is back.
team-kept-sending = Sending…
team-kept-later = The server does not answer now. The text is safe; send it in a moment.
team-kept-send = Send now
team-kept-drop = Throw this text away

# Marks
team-legend-inserted = added
team-legend-deleted = struck
team-mark-deleted = deleted:
team-mark-inserted = added:
team-mark-moved-away = moved from here:
team-mark-moved-here = moved here:
team-mark-split = new paragraph
team-mark-joined = paragraphs joined
team-mark-reshaped = kind of paragraph changed:
team-mark-end = end of change

# Suggestions
team-suggestions = Suggestions
team-suggestions-count = { $count ->
    [one] { $count } suggestion waits
   *[other] { $count } suggestions wait
}
team-suggestions-none = Nobody has suggested anything yet.
team-suggest-title = Suggest a change: { $heading }
team-suggest-about = Write the section as you would have it. The team sees what you changed, and decides.
team-suggest-same = This is what the section says now. Change something.
team-suggest-send = Send the suggestion
team-reasons = Reasons
team-suggestion-open = waits
team-suggestion-taken = taken
team-suggestion-declined = declined
team-suggestion-edit = Change it before taking it
team-suggestion-take = Take
team-suggestion-take-what = Take: { $heading }, { $who }
team-suggestion-decline = Decline
team-suggestion-decline-what = Decline: { $heading }, { $who }
team-suggestion-held = Not taken: somebody is writing this section. Try again once they have finished.
team-suggestion-gone = Not taken: this section is gone. Copy the wording into another one.

# Import
team-import = Import the text
team-import-about = From Markdown, DOCX or ODT, with a preview
team-import-title = Import the text
team-import-lead = First a preview: what would change, and which paragraphs keep their places under discussion. The second button writes it.
team-import-file = File
team-import-hint = Markdown, DOCX or ODT, up to 20 MB.
team-import-read = Show what would be imported
team-import-look = Preview
team-import-paragraphs = { $count ->
    [one] { $count } paragraph is ready.
   *[other] { $count } paragraphs are ready.
}
team-import-counts = Keep their places: { $kept }. New: { $new }. Gone: { $gone }.
team-import-misnamed = The file is another kind than its name says. It was read by what is in it.
team-import-left-out = Left out
team-import-change = What changes in the draft
team-import-anchors = Paragraphs and their places
team-import-new = new
team-import-write = Write it into the draft
team-import-none = Choose a file.
team-import-broken = The file did not arrive whole. Send it again.
team-import-clash = Somebody wrote meanwhile. Here is a new preview against the newer draft; press again to write it.
team-left-pictures = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
team-left-boxes = { $count ->
    [one] { $count } text box
   *[other] { $count } text boxes
}
team-left-objects = { $count ->
    [one] { $count } embedded object
   *[other] { $count } embedded objects
}
team-left-formulas = { $count ->
    [one] { $count } formula
   *[other] { $count } formulas
}
team-left-comments = { $count ->
    [one] { $count } comment at the margin
   *[other] { $count } comments at the margin
}
team-left-hidden = { $count ->
    [one] { $count } piece of hidden text
   *[other] { $count } pieces of hidden text
}
team-left-struck = { $count ->
    [one] { $count } piece struck by a tracked change
   *[other] { $count } pieces struck by tracked changes
}
team-left-struck-rows = { $count ->
    [one] { $count } row struck by a tracked change
   *[other] { $count } rows struck by tracked changes
}
team-left-contents = { $count ->
    [one] { $count } table of contents
   *[other] { $count } tables of contents
}
team-left-headers = { $count ->
    [one] { $count } header or footer
   *[other] { $count } headers or footers
}
team-left-nested = { $count ->
    [one] { $count } table within a table; its words are kept
   *[other] { $count } tables within tables; their words are kept
}
team-left-links = { $count ->
    [one] { $count } unsafe link; its words are kept
   *[other] { $count } unsafe links; their words are kept
}
team-refused-empty = There are no words in the file.
team-refused-large = The file has more than 20 MB. Save it without pictures, or send the text alone.
team-refused-program = The file is a program or a script, whatever its name says. Choose a document.
team-refused-password = The file is protected by a password. Save it without one.
team-refused-macros = The file carries macros. Save it without them, as DOCX or ODT.
team-refused-sheet = The file is a sheet, which has no paragraphs. Choose a text document.
team-refused-unknown = The file is no document that we read, and no plain text.
team-refused-bomb = The file grows out of all proportion when it is unpacked. Save it anew in an office program.
team-refused-unpacked = The file is too large when it is unpacked. Save it without pictures.
team-refused-parts = The file has too many parts. Save it anew in an office program.
team-refused-entities = The file defines entities of its own, which no office program writes. Save it anew in one.
team-refused-deep = Parts of the file are nested too deeply. Save it anew in an office program.
team-refused-damaged = The file is damaged or cut off. Save it anew and send it again.
team-refused-rows = A table in the file has more than { $most } rows.
team-refused-columns = Row { $row } of a table has more than { $most } columns.
team-refused-cell = A cell in row { $row } has more than { $most } characters.
team-refused-long = The text is too long for a proposal. Send the text alone, without annexes.
team-refused-pdf = The file is a PDF, which does not say in which order its words go. Send DOCX or ODT.
team-refused-old = The file is in an office format of before 2007. Save it as DOCX or ODT.
team-refused-rtf = The file is rich text (RTF). Save it as DOCX or ODT.
team-refused-web = The file is a web page. Save its text as DOCX, ODT or Markdown.
team-refused-picture = The file is a picture. Send a text.
team-refused-archive = The file is an archive. Unpack it and send the document.
team-refused-other = The file is an office file without text, such as slides or a drawing.

# Languages
team-languages = Translations and easy-to-read version
team-languages-about = The text in other languages and in easy words
team-languages-lead = Remarks are made on the text itself; these help people to read it.
team-languages-clash = Not saved: somebody changed these texts meanwhile. What you typed is below; save again to put it in place of theirs.
team-translation-polish = Translation into Polish
team-translation-english = Translation into English
team-easy-polish = Easy to read, in Polish
team-easy-english = Easy to read, in English

# Challenges
team-challenges = Challenges and recommendations
team-challenges-count = { $count ->
    [one] { $count } challenge
   *[other] { $count } challenges
}
team-challenges-lead = What the team found, and what it recommends to whom. Nothing is stored before you save it all.
team-challenges-clash = Not saved: somebody changed the challenges meanwhile. What you typed is below; save again to put it in place of theirs.
team-challenge-number = Challenge { $number }
team-recommendation-number = Recommendation { $number }
team-challenge = Challenge
team-recommendation = What to do
team-evidence = Evidence
team-causes = Causes
team-affected = Who is affected
team-code = Code
team-code-hint = It stays for good, because remarks and links name it: W04.
team-code-wrong = A code begins with a capital letter and holds letters, digits, dots and hyphens: W04.R1.
team-code-taken = Another proposal has this code.
team-code-twice = This code stands here twice.
team-instrument = Instrument
team-instrument-legal = legal
team-instrument-financial = financial
team-instrument-organisational = organisational
team-instrument-information = information
team-addressee = Addressee
team-addressee-government = government
team-addressee-region = region
team-addressee-commune = commune
team-addressee-association = association of cities
team-horizon = Horizon
team-horizon-short = up to two years
team-horizon-medium = up to five years
team-horizon-long = longer
team-cost = Cost to public budgets
team-cost-none = none
team-cost-low = low
team-cost-medium = medium
team-cost-high = high
team-priority = Priority
team-priority-hint = 1 comes first.
team-not-said = not said
team-depends-on = Depends on
team-conflicts-with = Conflicts with
team-duplicates = Says the same as
team-link-hint = Codes, separated by commas.
team-link-unknown = There is no other challenge or recommendation { $code }.
team-add-challenge = Add a challenge
team-add-recommendation = Add a recommendation to challenge
team-row-up = Move up: { $name }
team-row-down = Move down: { $name }
team-row-remove = Remove
team-row-remove-one = Remove: { $name }

# Publishing
team-publish = Publish
team-publish-title = Publish version { $number }
team-publish-number = Publish version { $number }
team-publish-about = A published version stays for good, with its hash. Authors of merged amendments are told by mail.
team-publish-empty = The draft has no words yet.
team-publish-same = The draft says what the public reads already.
team-publish-clash = Not published: somebody changed the draft meanwhile. Look at the changes below and press again.
team-note = What is new
team-note-hint = A sentence or two for the list of versions.
team-hash = Hash of the words (SHA-256)

# Answers
team-answers = Answers to remarks
team-answers-count = { $count ->
    [one] { $count } remark waits for an answer
   *[other] { $count } remarks wait for an answer
}
team-answers-total = { $count ->
    [one] { $count } remark without an answer
   *[other] { $count } remarks without an answer
}
team-answers-none = No remark waits for an answer here.
team-answers-none-ticked = Tick at least one remark.
team-filter-clause = Paragraph
team-filter-kind = Kind
team-filter-owner = Who answers
team-filter-words = Words
team-filter-go = Filter
team-any = all
team-owner-me = me
team-owner-nobody = nobody
team-column-tick = Tick
team-column-number = No.
team-column-words = Remark
team-column-who = From
team-column-owner = Who answers
team-tick = Tick no. { $number }
team-alike = { $count ->
    [one] { $count } says this: tick it
   *[other] { $count } say the same: tick them all
}
team-alike-too = These say the same and wait: give them this answer too
team-answer-ticked = Answer those ticked
team-assign-to = Give to
team-assign = Give
team-next-page = Next remarks
team-kind-comment = Comment
team-kind-support = Support
team-kind-question = Question
team-kind-objection = Objection
team-kind-amendment = Amendment
team-clause-whole = The whole proposal
team-clause-gone = A paragraph that is gone ({ $anchor })
team-position = Position
team-position-accepted = accepted
team-position-in-part = accepted in part
team-position-rejected = rejected
team-position-explained = explained
team-answer-title = Answer remark no. { $number }
team-answer-reasons = Reasons of the team
team-answer-hint = The authors get it by mail and everybody can read it.
team-answer-send = Give the answer
team-answer-before = The answer so far
team-answer-again = A new answer takes its place; this one stays in the history.
team-answered-before = has an answer
team-public-remark = As the public reads it
team-amendment-change = What the amendment changes
team-taken = What of it is taken
team-taken-hint = Only for “accepted in part”: type the text as the team takes it.
team-taken-nothing = This is the text without the amendment. Type what is taken, or choose “rejected”.
team-taken-all = This is all of the amendment. Type what is taken, or choose “accepted”.
team-restore = Put the text back
team-preview-away = There is no network: you see the last preview.
team-bulk-title = { $count ->
    [one] One answer to { $count } remark
   *[other] One answer to { $count } remarks
}
team-bulk-remarks = Who gets this answer
team-bulk-in-part = Answer each amendment that is accepted in part on its own page: there you type what is taken.

# Merging
team-merging = Merge amendments
team-merging-count = { $count ->
    [one] { $count } accepted amendment to be merged
   *[other] { $count } accepted amendments to be merged
}
team-merging-about = Accepted amendments that are not in the draft yet. Choose some and look at what comes of them.
team-merging-none = No accepted amendment waits to be merged.
team-amendment = Amendment no. { $number }
team-merge-go = Look at what comes of it
team-merge-look = Preview of the merge
team-merge-none = Tick at least one amendment that waits to be merged.
team-merge-chosen = Merged in this order:
team-merge-broken = Amendment no. { $number } does not fit the version that it names and is left out.
team-merge-both = Changed by several at different places, worth reading: { $anchors }
team-merge-change = What changes in the draft
team-merge-nothing = Nothing changes: the draft says it already.
team-merge-do = Merge into the draft
team-merge-again = Look again
team-merge-clash = Not merged: somebody changed the draft meanwhile. Your choices are kept; look again and merge.
team-conflict-title = What does not fit: amendment no. { $number }
team-conflict-words = Both change the same words.
team-conflict-place = Both insert something at the same place.
team-conflict-deleted = One deletes what the other changes.
team-conflict-moved = Both move it, to different places.
team-conflict-draft = The draft
team-conflict-open = Choose one wording.
team-choose-left = As the draft says
team-choose-right = As the amendment says
team-choose-base = As before
team-choose-both = Both, one after the other
team-choose-own = In own words, typed below
team-own-words = Own words
