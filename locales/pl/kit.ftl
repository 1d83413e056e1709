# Ramy każdej strony: menu, stopka, komunikaty o błędach.

home-link = Wiec – { $congress }, strona główna
skip-to-content = Przejdź do treści
main-menu = Główne menu
menu = Menu
shortcuts = Skróty
footer-menu = Stopka
other-language = English version
other-language-short = EN
change-theme = Zmień motyw: jasny lub ciemny
mine-title = Mój program
mine-added = Dodane do mojego programu
mine-removed = Usunięte z mojego programu
mine-queued = Zapisane na tym urządzeniu, czeka na połączenie
dock-now = Teraz
dock-mine = Moje
whole-programme = Cały program
offline-note = Brak połączenia. Stan z:

footer-about = Wiec to wolne oprogramowanie do prowadzenia obrad publicznych i jeden jawny rejestr tego, co na nich padło.
footer-json = Otwarte dane (JSON)
footer-xml = Program dla aplikacji (XML)
footer-csv = Program jako tabela (CSV)
footer-ics = Kalendarz (ICS)
footer-feed = Kanał zmian (Atom)

weekday-monday = poniedziałek
weekday-tuesday = wtorek
weekday-wednesday = środa
weekday-thursday = czwartek
weekday-friday = piątek
weekday-saturday = sobota
weekday-sunday = niedziela

error-number = Błąd { $status }
error-home = Przejdź na stronę główną
error-not-found = Takiej strony nie ma
error-not-found-advice = Adres może być niepełny albo spotkanie nie zostało jeszcze ogłoszone. Niczego nie utracono: program, spotkania i osoby są tam, gdzie były.
error-nothing-released = Program nie jest jeszcze ogłoszony
error-nothing-released-advice = Ta instalacja działa, ale żaden kongres nie ma jeszcze ogłoszonego programu. Pojawi się tutaj od razu po ogłoszeniu.
error-invalid = Tego nie da się zapisać
error-invalid-advice = Formularz wskazuje coś, czego w programie nie ma. Niczego nie zmieniono. Wróć do programu i spróbuj jeszcze raz.
error-foreign = Żądanie przyszło z innej strony
error-foreign-advice = Dla bezpieczeństwa zapisujemy tylko to, co wysłano z tego serwisu. Niczego nie zmieniono. Otwórz stronę u nas i spróbuj jeszcze raz.
error-method = Tak nie można tej strony użyć
error-method-advice = Ten adres nie przyjmuje takiego żądania. Niczego nie zmieniono.
error-too-many = Za dużo żądań naraz
error-too-many-advice = Z tego adresu przyszło bardzo wiele zmian w krótkim czasie. To, co zapisano wcześniej, jest zachowane. Spróbuj ponownie za kilka sekund.
error-overloaded = Serwis jest chwilowo przeciążony
error-overloaded-advice = Wszystko, co zapisano, jest zachowane. Odśwież stronę za kilka sekund.
error-timed-out = To trwało za długo
error-timed-out-advice = Nie wiadomo, czy ostatnia zmiana doszła. Odśwież stronę i sprawdź; ponowienie niczego nie zdubluje.
error-internal = Coś się zepsuło po naszej stronie
error-internal-advice = Błąd jest zapisany w dzienniku serwisu. Zapisane rzeczy są bezpieczne. Spróbuj ponownie za chwilę.
