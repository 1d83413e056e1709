# Raport z konsultacji propozycji.

report-title = Raport z konsultacji
report-skip = Przejdź do uwag
report-contents = Spis treści
report-page = Strona
report-summary = W skrócie
report-consultation = O konsultacjach
report-held = Formy konsultacji
report-held-none = Nie zapisano żadnej formy konsultacji.
report-team = Zespół ekspercki
report-figures = Liczby
report-remarks = Uwagi i stanowiska
report-remarks-none = Nie wpłynęła żadna uwaga.
report-removed = Uwagi usunięte
report-removed-about = Uwagi sprzeczne z zasadami rozmowy są usuwane. Pozostaje po nich numer, data i powód.
report-how-to-read = Słowa podkreślone są dodane, słowa przekreślone są usunięte.

report-received-count = { $count ->
    [one] Wpłynęła { $written } uwaga.
    [few] Wpłynęły { $written } uwagi.
   *[other] Wpłynęło { $written } uwag.
}
report-removed-count = { $count ->
    [one] { $written } uwaga została usunięta.
    [few] { $written } uwagi zostały usunięte.
   *[other] { $written } uwag zostało usuniętych.
}
report-open-count = { $count ->
    [0] Każda uwaga ma stanowisko zespołu.
    [one] { $written } uwaga nie ma jeszcze stanowiska zespołu.
    [few] { $written } uwagi nie mają jeszcze stanowiska zespołu.
   *[other] { $written } uwag nie ma jeszcze stanowiska zespołu.
}
report-remarks-count = { $count ->
    [one] { $written } uwaga
    [few] { $written } uwagi
   *[other] { $written } uwag
}

report-theme = Temat
report-legal-basis = Podstawa prawna
report-version = Wersja tekstu
report-noticed = Ogłoszono
report-opened = Uwagi od
report-closed = Uwagi do
report-due = Termin raportu
report-made = Raport sporządzono

report-table = Uwagi według zgłaszających i stanowisk
report-by-whom = Zgłaszający
report-all = Razem
report-persons = Osoby we własnym imieniu
report-cities = Miasta i gminy
report-organisations = Organizacje społeczne
report-companies = Firmy
report-others = Inni
report-accepted-many = Przyjęte
report-in-part-many = Przyjęte w części
report-rejected-many = Odrzucone
report-explained-many = Wyjaśnione
report-open-many = Bez stanowiska

report-city = miasto lub gmina
report-organisation = organizacja społeczna
report-company = firma
report-other = inny podmiot
report-unsigned = bez podpisu
report-on-behalf = { $who }, w imieniu: { $name } ({ $kind })

report-comment = Komentarz
report-support = Poparcie
report-question = Pytanie
report-objection = Sprzeciw
report-amendment = Poprawka

report-by-page = strona kongresu
report-by-paper = papier
report-by-mail = poczta elektroniczna
report-by-import = tabela uwag
report-by-word = wypowiedź na spotkaniu

report-accepted = Przyjęta
report-in-part = Przyjęta w części
report-rejected = Odrzucona
report-explained = Wyjaśniona
report-open = Bez stanowiska

report-whole = Do całości
report-whole-unit = Cały dokument
report-remark-heading = Uwaga nr { $number }: { $kind }
report-received = { $date }, { $channel }
report-received-label = Wpłynęła
report-who-label = Zgłasza
report-current = Obecne brzmienie
report-changes = Proponowana zmiana
report-proposed = Proponowane brzmienie
report-strike = Do skreślenia
report-body = Treść uwagi
report-reasons = Uzasadnienie uwagi
report-position = Stanowisko zespołu
report-why = Wyjaśnienie stanowiska
report-same-label = Tak samo mówią uwagi nr
report-removed-heading = Uwaga nr { $number }
report-removed-line = Wpłynęła { $received }. Usunięta { $removed }. Powód: { $reason }
report-removed-cell = Uwaga usunięta { $removed }. Powód: { $reason }
report-cut = [Dalszy ciąg w raporcie w formatach HTML i PDF.]

report-column-number = Nr uwagi
report-column-kind = Rodzaj
report-column-who = Zgłaszający
report-column-unit = Jednostka redakcyjna
report-column-remark = Treść uwagi
report-column-received = Data wpływu
report-column-channel = Droga wpływu

report-deleted-words = usunięto:
report-inserted-words = dodano:
report-moved-away-words = przeniesiono stąd:
report-moved-here-words = przeniesiono tutaj:
report-end-words = koniec zmiany

# Propozycja z poprawkami jako Akoma Ntoso.

akoma-with-amendments = { $title }, z poprawkami
akoma-amendments = Poprawki
akoma-amendment = Poprawka nr { $number }
akoma-in = W akapicie
akoma-instead = zamiast
akoma-write = wpisuje się
akoma-strike = Skreśla się akapit
akoma-move = Przenosi się akapit
akoma-after = Po akapicie
akoma-at-start = Na początku
akoma-insert = dodaje się
akoma-open = W rozmowie
akoma-withdrawn = Wycofana
