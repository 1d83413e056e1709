# Calls: what authors do.

submitting-mine = My submissions
submitting-mine-lead = Drafts and everything that was sent to the calls of this edition.
submitting-mine-go = See submissions
submitting-mine-none = There is no submission here yet.
submitting-calls = See the calls
submitting-asks = To do
submitting-ask-send = Send it by { $when }.
submitting-ask-confirm = Confirm that you come by { $when }.
submitting-ask-missing = { $label }: add it by { $when }.
submitting-deleted = The draft is deleted.
submitting-untitled = Submission without a title
submitting-unnamed = Somebody without a name
submitting-number = Number { $code }
submitting-back = Back to the submission

submitting-is-draft = draft
submitting-is-submitted = sent
submitting-is-withdrawn = withdrawn
submitting-is-accepted = accepted, to be confirmed
submitting-is-rejected = not accepted
submitting-is-reserve = on the reserve list
submitting-is-confirmed = confirmed
submitting-is-declined = place given back

submitting-kind-kaleidoscope = talk in a kaleidoscope
submitting-kind-practice = city practice
submitting-kind-poster = poster
submitting-kind-flop = flop
submitting-tier-metropolis = metropolis
submitting-tier-agglomeration = agglomeration
submitting-tier-mid-size = mid-size city
submitting-tier-small-town = small town
submitting-tier-region = region
submitting-language-uk = Ukrainian

submitting-begin = New submission
submitting-begin-title = New submission: { $call }
submitting-begin-hint = A working title, or none for now. After this everything is saved by itself.
submitting-begin-go = Start writing
submitting-begin-without = Start a draft without the code
submitting-until = until { $when }
submitting-begun = The draft is made. What you type is saved by itself.
submitting-key-missing = The form had no number by which we know that it was sent once. Send it again: nothing you typed is lost.
submitting-shut-lead = Drafts that were begun are kept.
submitting-not-yet = The call is not open yet
submitting-not-yet-when = The call opens on { $when }
submitting-closed = The call closed on { $when }

submitting-code = Access code
submitting-code-hint = This call is for people who were given a code. Type it once.
submitting-code-go = Use the code
submitting-code-needed = Sending needs an access code. The draft is saved; type the code and send again.
submitting-code-used = As many people used this code as could. Ask whoever gave it to you for a new one.
submitting-code-unknown = There is no such code. Check the letters and digits; capitals make no difference.
submitting-code-taken = The code is accepted. The submission can be sent.

submitting-title = Title
submitting-summary = Summary
submitting-summary-hint = The committee reads this and, once it is accepted, everybody. Empty lines divide paragraphs; *italics*, **bold** and lists with dashes work.
submitting-lang = Language of the talk
submitting-track = Theme
submitting-track-choose = choose
submitting-tier = Size of place
submitting-tier-hint = What kind of place this submission is about.
submitting-links = Links
submitting-links-hint = Where one can read more. One a line, from https://.
submitting-anonymity = Names
submitting-anonymity-none = Names are public
submitting-anonymity-public = The public does not learn the names
submitting-anonymity-committee = Neither the public nor the committee learns the names, only the office
submitting-due = Needed from { $when }.
submitting-count-most = Characters at most: { $most }
submitting-count-words = Characters: %has of %most
submitting-count-over = Too many characters. To be cut: %over.
submitting-too-long = It has { $has ->
    [one] { $has } character
   *[other] { $has } characters
}, and may have { $most }. Cut { $over }.
submitting-wrong-count = Answers: { $has }. There may be { $least } to { $most }.
submitting-not-a-number = Type a whole number from { $least } to { $most }.
submitting-bad-link = Type the whole address, from https://.
submitting-bad-link-at = Line { $number }: type the whole address, from https://.

submitting-you = About you
submitting-name = Name
submitting-body = Institution
submitting-town = Town
submitting-environment = Background
submitting-environment-unsaid = I would rather not say
submitting-biography = Note about you
submitting-biography-hint = A few sentences that everybody reads once it is accepted.
submitting-authors = Authors
submitting-authors-most = { $most ->
    [one] There may be { $most } person.
   *[other] There may be at most { $most } people.
}
submitting-author-submitter = submits
submitting-author-invited = invitation sent
submitting-author-confirmed = confirmed
submitting-author-removed = not an author
submitting-author-remove = Remove
submitting-author-up = Up
submitting-author-leave = Remove me from the submission
submitting-author-already = This account is an author of this submission already. If the invitation is for somebody else, sign in as them.
submitting-invite = Invite one more person
submitting-invite-about = We send a letter with a link. Until they confirm, nobody but the authors and the office sees their name.
submitting-invite-name = Their name
submitting-invite-email = Their e-mail address
submitting-invite-go = Send the invitation
submitting-invite-self = This is your own address. Type somebody else's.
submitting-invite-letters = Several letters went to this address already. Try again in a few minutes.
submitting-invite-gone = This person does not want to be an author of the submission, or was removed. They cannot be invited again.
submitting-invite-not-taken = The deadline passed, and nobody can be added any more.
submitting-invited = The invitation is sent.
submitting-removed = The person is removed from the submission.
submitting-ordered = The order of authors is changed.

submitting-files = Files
submitting-file-size = At most { $most } MB.
submitting-file-limits = { $kinds }; at most { $most } MB.
submitting-file-send = Add the file
submitting-file-replace = Replace the file
submitting-file-remove = Remove the file
submitting-file-saved = The file is saved.
submitting-file-removed = The file is removed.
submitting-file-none = Choose a file.
submitting-file-broken = The file did not arrive whole. Send it again.
submitting-file-too-large = The file is too large. It may have at most { $most } MB.
submitting-file-other = This is another kind of file than its name says, or than is needed. Needed: { $kinds }.
submitting-file-empty = The file is empty.
submitting-file-program = The file holds a program or macros. Save it without them.
submitting-file-locked = The file is protected by a password. Save it without one.
submitting-file-bomb = Unpacked, the file is suspiciously large. Save it anew, as PDF for example.
submitting-file-damaged = The file is damaged. Open it and save it anew.
submitting-file-unknown = We do not recognise this file. Send a PDF, a picture or a document.
submitting-kilobytes = { $count } kB

submitting-before-sending = Before sending
submitting-licence = Accepted texts are published under the licence
submitting-save-draft = Save the draft
submitting-save-changes = Save the changes
submitting-preview = Preview
submitting-send = Send the submission
submitting-send-again = Send again
submitting-saved = Saved.
submitting-saved-at = Last saved: { $when }
submitting-sent = The submission is sent. A letter confirms it.
submitting-not-taken = { $why }. The text is kept in the draft, but it can be sent no more.
submitting-too-many = { $most ->
    [one] One person may send { $most } submission
   *[other] One person may send { $most } submissions
} to this call. The draft is kept; to send it, withdraw another one.
submitting-kept-errors = { $count ->
    [one] Saved. { $count } place is still to be put right
   *[other] Saved. { $count } places are still to be put right
}
submitting-kept-errors-text = Everything you typed is kept. What is below still needs attention.
submitting-change-not-taken = Not saved. { $why }, so what was sent can be changed no more. What you typed is below; copy it if you need it.
submitting-change-over = Not saved. The submission is withdrawn or decided, so it cannot be changed. What you typed is below; copy it if you need it.
submitting-unsaved = The changes are not saved
submitting-on-record = The submission is sent. Each change is saved by itself and stays on record.
submitting-clash = Meanwhile the submission was saved in another window
submitting-clash-text = The form below holds your text. The places that differ stand side by side: move what you need into the form, and save.
submitting-clash-theirs = Saved elsewhere
submitting-clash-mine = Typed here
submitting-clash-leave = Leave what was saved elsewhere

submitting-kept = Saved at { $time }
submitting-kept-not = This submission is sent already. Save changes by the button.
submitting-kept-clash = Meanwhile the submission was saved in another window. Your text is on this device; press Save to compare.
submitting-kept-restored = We brought back the text that the server does not have yet.
submitting-kept-older = We brought back a text written for an older version. Press Save to compare.
submitting-kept-waiting = No network: saved on this device. It will be sent when the network is back.
submitting-kept-offline = No network: saved on this device
submitting-kept-sending = Sending…
submitting-kept-later = The server does not answer now. The text is on this device; send it in a moment.
submitting-kept-send = Send now
submitting-kept-drop = Throw this text away

submitting-draft = Draft
submitting-draft-until = Nobody but its authors sees it. The call is open until { $when }.
submitting-draft-open = Nobody but its authors sees it. It can be sent at any time.
submitting-draft-kept = The draft is kept and can be read and changed, but not sent.
submitting-grace = The deadline passed on { $when }
submitting-grace-until = A draft begun before the deadline can still be sent until { $when }.
submitting-sent-at = Sent on { $when }
submitting-changeable-until = It can be changed until { $when }.
submitting-changeable = It can be changed until the call closes.
submitting-judged = The deadline passed. The submission waits for reviews and a decision; we will write.
submitting-withdrawn-at = Withdrawn on { $when }
submitting-withdrawn-again = The committee does not see it. While the call is open it can be sent again.
submitting-withdrawn-over = The committee does not see it.
submitting-accepted = The submission is accepted
submitting-confirm-by = Confirm that you come by { $when }. Otherwise the place goes to the next one on the reserve list.
submitting-confirm = Confirm that I come
submitting-confirmed = It is confirmed that you come
submitting-confirmed-text = See you at the congress. Below you can prepare the talk.
submitting-confirmed-now = It is confirmed that you come.
submitting-rejected = The submission was not accepted
submitting-rejected-text = Thank you for it. The text stays here to be read.
submitting-reserve = Reserve list, place { $rank }
submitting-reserve-text = If one of those accepted falls out, the place goes to the next on the list. We will write at once.
submitting-declined-at = Place given back on { $when }
submitting-declined-text = The place went to the next one on the reserve list.
submitting-reason = Reasons

submitting-leave-draft = Delete the draft
submitting-leave-draft-what = The draft goes with its files and invitations. This cannot be undone.
submitting-leave-draft-sure = I want to delete this draft
submitting-leave-submitted = Withdraw the submission
submitting-leave-submitted-what = The committee will see it no more. While the call is open it can be sent again.
submitting-leave-submitted-sure = I want to withdraw this submission
submitting-leave-chosen = Give the place back
submitting-leave-chosen-what = The place goes at once to the next submission on the reserve list. This cannot be undone.
submitting-leave-chosen-sure = I want to give the place back
submitting-leave-over = It is done already: the submission is withdrawn or decided.

submitting-prepare = Preparing the talk
submitting-prepare-lead = Each speaker answers for themselves. Only the office reads the answers.
submitting-prepare-go = Answer or change
submitting-prepare-said = We have your answer about needs, hours and recording. It can be changed.
submitting-prepare-unsaid = Say what you need, when you can speak, and whether you may be recorded.
submitting-prepare-clash = Meanwhile another answer was saved in a second window. What you typed is below; save again to put it in the other's place.
submitting-prepared = The answer is saved.
submitting-needs = What you need
submitting-needs-hint = A sign language interpreter, a low lectern, a stage without steps, for example. The service is enough, without the reason.
submitting-availability = When you can
submitting-availability-hint = All empty: always. If you give the hours of one day, days without hours mean “I cannot”.
submitting-from = From ({ $day })
submitting-to = To ({ $day })
submitting-ends-before = The end has to be after the beginning.
submitting-recording = Recording
submitting-recording-hint = Without an answer we do not record.
submitting-recording-yes = I agree to being recorded and published
submitting-recording-no = I do not agree
submitting-changes = Changes after acceptance
submitting-changes-about = The office sees what changed.

submitting-preview-committee = How the committee reads it
submitting-preview-blind = The committee judges without names. We cover names and institutions in the text; files and links the committee does not see until the office has looked at them.
submitting-preview-open = The committee sees the names.
submitting-preview-public = How everybody reads it
submitting-preview-public-about = Only once it is accepted and the programme is released.
submitting-blind-nameless = Without names
submitting-nameless = The names stay unknown

submitting-invitation = Invitation to a submission
submitting-invitation-lead = { $inviter } says that you are one of those who prepared the submission “{ $title }”.
submitting-invitation-yes = I confirm
submitting-invitation-no = Remove my data
submitting-invitation-no-about = If this is a mistake, or you want no part in it, remove yourself. No account is needed. Nobody will invite you to this submission again.
submitting-invitation-sign-in = To confirm, sign in by e-mail. You come back to this page.
submitting-invitation-go = Sign in and confirm
submitting-invitation-done = It is confirmed that this person is an author.
submitting-invitation-see = See the submission
submitting-invitation-out = This person is no author of the submission any more. Of their data only the address is left, so that nobody invites them again.
submitting-reading-as = You confirm as { $who }.
submitting-data = Your data
submitting-data-what = What we have
submitting-data-source = From whom
submitting-data-why = Why
submitting-data-why-text = To ask whether you are an author and, once you confirm, to judge and announce the submission (Art. 6(1)(e) GDPR).
submitting-data-long = How long
submitting-data-long-text = Without an answer: until the draft is deleted, or 400 days after the congress.
submitting-data-rights = Rights
submitting-data-rights-text = You can remove yourself on this page at once, see and correct the data, object, and complain to the supervisory authority.
