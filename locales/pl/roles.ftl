# Role: jak się nazywają, i wejście do przykładu bez hasła.

role-organiser = organizatorka
role-editor = redakcja
role-committee = komitet programowy
role-chair = prowadzący
role-rapporteur = protokolantka
role-expert = zespół ekspercki
role-observer = obserwator zespołu
role-speaker = prelegentka
role-facilitator = warsztatowiec
role-volunteer = wolontariuszka
role-participant = uczestnik
come-in-as = Wejdź jako
come-in-as-lead = To przykład: bez hasła i bez konta. Każda z tych osób jest zmyślona i widzi co innego.
