# Ogłoszenie wersji: listy do tych, których dotyczy zmiana.

release-letter-subject = { $count ->
    [one] { $congress }: zmiana w Państwa udziale
    [few] { $congress }: { $count } zmiany w Państwa udziale
   *[other] { $congress }: { $count } zmian w Państwa udziale
}
release-letter-greeting = Dzień dobry,
release-letter-lead = w wersji { $name } programu ({ $congress }) zmieniło się to, co dotyczy Państwa udziału:
release-letter-joined = nowe w Państwa programie: { $at }
release-letter-was = było: { $at }
release-letter-is = jest: { $at }
release-letter-left = już bez Państwa udziału; było: { $at }
release-letter-cancelled = odwołane; było: { $at }
release-letter-note = Od organizatorów: { $note }
release-letter-calendar = W załączniku są wpisy do kalendarza. Po otwarciu zastępują te, które już tam są.
release-letter-changes = Wszystkie zmiany w programie: { $address }
release-letter-file = zmiany.ics
release-letter-file-cancelled = odwolane.ics
release-mailing = Wersja { $name }: do osób, których dotyczy zmiana

release-make = Ogłoś
release-called = Nazwa wersji
release-note = Uwaga dla wszystkich
release-note-hint = Stanie na stronie zmian i w listach.
release-first = Jeszcze nic nie ogłoszono: to będzie pierwsza wersja.
release-last = Ostatnio ogłoszono wersję { $name } (nr { $number }).
release-no-changes = Nic się nie zmieniło od ostatniej wersji albo to pierwsza.
release-no-conflicts = Nic się nie kłóci.
release-unconfirmed = Bez potwierdzenia udziału
release-unasked = jeszcze bez pytania
release-asked = zapytano, czeka na odpowiedź
release-confirmed = potwierdzony udział
release-declined = odmowa
release-affected = { $count ->
    [one] Zmiana dotyczy { $count } osoby; list do niej będzie czekał w poczcie.
    [few] Zmiana dotyczy { $count } osób; listy do nich będą czekały w poczcie.
   *[other] Zmiana dotyczy { $count } osób; listy do nich będą czekały w poczcie.
}
release-letters = { $count ->
    [one] { $count } list czeka w poczcie na wysłanie.
    [few] { $count } listy czekają w poczcie na wysłanie.
   *[other] { $count } listów czeka w poczcie na wysłanie.
}
release-unreachable = { $count ->
    [one] Bez adresu: { $count } osoba.
    [few] Bez adresu: { $count } osoby.
   *[other] Bez adresu: { $count } osób.
}
release-to-letters = Zobacz listy
release-done = Wersja { $name } (nr { $number }) jest ogłoszona
release-draft-changed = Wersja robocza zmieniła się od otwarcia tej strony. Zobacz ją jeszcze raz i ogłoś.
release-nothing-scheduled = Żadne spotkanie nie ma jeszcze sali i godziny.
release-nothing-changed = Od wersji nr { $number } nic się nie zmieniło.
release-problem = Program przeczy sobie: { $problem }
