# Roles: what they are called, and the way into the sample without a password.

role-organiser = organiser
role-editor = editor
role-committee = programme committee
role-chair = chair
role-rapporteur = rapporteur
role-expert = expert team
role-observer = observer of a team
role-speaker = speaker
role-facilitator = facilitator
role-volunteer = volunteer
role-participant = participant
come-in-as = Come in as
come-in-as-lead = This is a sample: no password and no account. Each of these people is invented, and sees something else.
