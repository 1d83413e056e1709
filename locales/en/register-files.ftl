# Register: open data, feeds and reports of consultations.

files-feed-title = { $title }: versions, remarks and answers
files-feed-version = Version { $number } published
# $kind: the kind of remark; $clause: the place in the text, such as p4
files-feed-remark = { $kind } no. { $number } ({ $clause })
files-feed-answer = Answer to remark no. { $number }: { $position }

files-kind-comment = Remark
files-kind-support = Support
files-kind-question = Question
files-kind-objection = Objection
files-kind-amendment = Amendment

files-position-accepted = accepted
files-position-in-part = accepted in part
files-position-rejected = rejected
files-position-explained = explained

files-team-of = Expert team: { $theme }
files-part-leader = leader
files-part-expert = member
files-part-observer = observer

files-version = version { $number } of { $date }, SHA-256 { $hash }
files-law-development-policy = Polish act of 6 December 2006 on the principles of development policy, art. 6
files-law-revitalisation = Polish act of 9 October 2015 on revitalisation, art. 6

files-form-meeting = meeting
files-form-debate = debate
files-form-workshop = workshop
files-form-study-walk = study walk
files-form-survey = survey
files-form-interview = interviews
files-form-representative-group = representative group
files-form-oral-remarks = spoken remarks, written down

files-figure-for = Votes for remarks and amendments
files-figure-against = Votes against
files-figure-abstain = Abstentions

files-removed-off-topic = It is not about the proposal
files-removed-abuse = It insults, threatens or discriminates
files-removed-private-data = It tells private things of somebody
files-removed-advertising = It advertises
files-removed-unlawful = It breaks the law
files-removed-repetition = It was sent many times

files-reports-title = Reports of the consultation
files-reports-about = Each report holds every remark with the team’s position and reasons. Once published it never changes: a file’s checksum proves it.
files-no-reports = There is no report yet.
files-report-of = Report { $number }, { $at }
files-file = File
files-whole = Whole report

files-report-title = Report of the consultation
files-now = The report today
files-counted =
    { $count ->
        [one] { $count } published remark.
       *[other] { $count } published remarks.
    }
files-unanswered =
    { $count ->
        [one] { $count } has no answer.
       *[other] { $count } have no answer.
    }
files-all-answered = Each one has an answer.
files-preview = Look at the report
files-freeze-about = Five files are made: PDF, HTML, DOCX, XLSX and CSV. The report is public at once and cannot be changed; another one can be added later.
files-freeze = Freeze and publish the report
files-public-list = Public page of reports
