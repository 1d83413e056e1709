# Calls: letters to authors.

submitted-greeting = Dear Sir or Madam,
submitted-link = The submission: { $link }

submitted-receipt-subject = Submission sent: { $title }
submitted-receipt = the submission “{ $title }” to the call “{ $call }” is sent. Its number: { $code }.
submitted-receipt-until = It can be changed and withdrawn until { $when }.
submitted-receipt-next = We will write when it is decided.

submitted-invited-subject = Is this your submission? { $call }
submitted-invited = somebody says that the person of this address prepared a submission to the call “{ $call }”. They give this name for themselves:
submitted-invited-title = Title of the submission:
submitted-invited-link = On this page you can confirm it, or remove your data; removing needs no account: { $link }
submitted-invited-else = Without an answer nobody announces your name.
submitted-invited-notice = **About your data (Art. 14 GDPR)**
submitted-invited-what = Which data: your name and the e-mail address to which this letter came.
submitted-invited-source = From whom: the person named above gave them.
submitted-invited-why = Why: to ask whether you are an author and, once you confirm, to judge and announce the submission (Art. 6(1)(e)).
submitted-invited-long = How long: without an answer until the draft is deleted, at most 400 days after the congress.
submitted-invited-rights = Rights: removing yourself on the page behind the link, access, correction, objection, complaint to the supervisory authority. Who the controller is and how to reach them: { $link }

submitted-withdrawn-subject = Submission withdrawn: { $title }
submitted-withdrawn = the submission “{ $title }” to the call “{ $call }” is withdrawn by one of those who prepared it.
submitted-declined-subject = Place given back: { $title }
submitted-declined = one of those who prepared the submission “{ $title }” to the call “{ $call }” gave the place back. It went to the next one on the reserve list.

submitted-moved-up-subject = There is a place: { $title }
submitted-moved-up = a place came free, and the submission “{ $title }” to the call “{ $call }” moved up from the reserve list: it is accepted.
submitted-confirm = Please confirm that you come by { $when }: { $link }
submitted-confirm-else = Otherwise the place goes to the next one on the reserve list.

submitted-confirm-soon-subject = Confirm that you come by { $when }: { $title }
submitted-confirm-soon = the submission “{ $title }” to the call “{ $call }” is accepted and waits to be confirmed.

submitted-expired-subject = The time to confirm is over: { $title }
submitted-expired = the submission “{ $title }” to the call “{ $call }” was accepted, but nobody confirmed it. The place went to the next one on the reserve list.

submitted-missing-subject = { $what }: needed by { $when }
submitted-missing = something is still missing in the submission “{ $title }” to the call “{ $call }”: { $what }.
submitted-missing-link = Please add it by { $when }: { $link }
