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
