# Strona z planem sesji.

sheet-title = Plan sesji
sheet-skip = Do planu
sheet-figures = Plan w liczbach
sheet-time = Czas
sheet-sessions = Sesje
sheet-submissions = Zgłoszenia
sheet-hard = Złamane reguły twarde
sheet-soft = Koszt pozostałych reguł
sheet-objective = Funkcja celu
sheet-missed = Ulubione, które przepadają
sheet-distance = Osoby z wydarzeń bez miejsca
sheet-all = Wszystkie sesje
sheet-day = Dzień { $number }
sheet-wrong = łamie regułę twardą
sheet-unplaced = Bez miejsca
sheet-costs = Ile to kosztuje
sheet-costs-none = Żadna reguła nie jest złamana.
sheet-rule = Reguła
sheet-times = Ile razy jest złamana
sheet-cost = Koszt
sheet-must-not = tak być nie może
sheet-last-slot = Wydarzenia w ostatniej porze dnia, dla każdej osoby
sheet-in-a-row = Trzecie i dalsze wydarzenia z rzędu, dla każdej osoby
sheet-single = Dni z jednym wydarzeniem, dla każdej osoby
