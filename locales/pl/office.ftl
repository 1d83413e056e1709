# Biuro organizatora: części, pulpit, role, historia.

office-title = Biuro
office-menu = Biuro
office-mine = Konto i wygląd
office-all = Biuro, wszystkie kongresy
office-public = Zobacz stronę kongresu
office-theme = Motyw
office-sign-out = Wyjdź
office-account = Konto
account-title = Mój kongres

office-desk = Pulpit
office-schedule = Harmonogram
office-sessions = Spotkania
office-people = Osoby
office-rooms = Sale
office-release = Ogłoszenie
office-register = Propozycje
office-calls = Nabory
office-registrations = Rejestracje
office-check-in = Wejście
office-mail = Poczta
office-roles = Role
office-history = Historia
office-notices = Dokumenty
office-settings = Ustawienia

office-congresses = Kongresy
office-no-congress = Nie ma tu jeszcze żadnego kongresu.
office-released = Wydanie { $number } jest ogłoszone
office-unreleased = Program nie jest jeszcze ogłoszony

desk-figures = Stan edycji
desk-released = ogłoszone { $date }
desk-to-release = Ogłoszenie
desk-sessions = { $count ->
    [one] spotkanie w wersji roboczej, sal: { $rooms }
    [few] spotkania w wersji roboczej, sal: { $rooms }
   *[other] spotkań w wersji roboczej, sal: { $rooms }
}
desk-to-sessions = Spotkania
desk-unscheduled = { $count ->
    [one] { $count } spotkanie bez sali i godziny
    [few] { $count } spotkania bez sali i godziny
   *[other] { $count } spotkań bez sali i godziny
}
desk-unscheduled-why = Do ogłoszenia wchodzi tylko to, co ma salę i godzinę.
desk-to-schedule = Otwórz harmonogram
desk-changes = { $count ->
    [one] { $count } zmienione spotkanie czeka na ogłoszenie
    [few] { $count } zmienione spotkania czekają na ogłoszenie
   *[other] { $count } zmienionych spotkań czeka na ogłoszenie
}
desk-changes-why = Publiczność widzi jeszcze poprzednią wersję.
desk-problems = { $count ->
    [one] Wersja robocza przeczy sobie w { $count } miejscu
   *[other] Wersja robocza przeczy sobie w { $count } miejscach
}
desk-problems-why = Dopóki tak jest, nie można jej ogłosić.
desk-no-statement = Brak deklaracji dostępności
desk-no-statement-why = Ustawa wymaga jej na każdej stronie podmiotu publicznego, w każdej wersji językowej.
desk-review = Przegląd deklaracji dostępności do { $date }
desk-review-why = Deklarację przegląda się co roku do 31 marca i po każdej większej zmianie.
desk-no-privacy = Brak informacji o administratorach danych
desk-no-privacy-why = Zanim ktokolwiek poda dane, musi wiedzieć, komu je powierza.
desk-to-notices = Uzupełnij
desk-latest = Ostatnie działania
desk-to-history = Cała historia
desk-waiting = Co czeka
desk-nothing-waits = Nic tu teraz nie czeka.

roles-title = Role
roles-about = Kto i co może w tym kongresie. Rolę nadaje się na adres e-mail; działa od pierwszego zalogowania.
roles-table = Role w tym kongresie
roles-person = Osoba
roles-role = Rola
roles-where = Zakres
roles-me = to ja
roles-take = Odbierz
roles-take-from = Odbierz: { $name }, { $role }
roles-give = Nadaj rolę
roles-email = Adres e-mail
roles-email-hint = Konto nie musi jeszcze istnieć.
roles-part = Kod spotkania albo człon adresu propozycji lub naboru
roles-part-hint = Tylko dla jednego spotkania, zespołu lub naboru, na przykład S31 albo mieszkanie-w-zasiegu.
roles-no-such-part = W tym kongresie nie ma takiego kodu.
roles-does-not-fit = Ta rola nie ma takiego zakresu: wybierz cały kongres albo inną rolę.
roles-in-congress = Cały kongres
roles-in-session = Jedno spotkanie
roles-in-proposal = Zespół jednej propozycji
roles-in-call = Jeden nabór
roles-last-organiser = To ostatnia osoba z rolą organizatora. Najpierw nadaj tę rolę komuś innemu.
roles-what = Co znaczą role

office-role-organiser = organizacja
office-role-editor = redakcja
office-role-committee = komitet
office-role-chair = prowadzenie
office-role-rapporteur = notatki
office-role-expert = zespół ekspercki
office-role-observer = obserwator zespołu
office-role-speaker = wystąpienie
office-role-facilitator = prowadzenie warsztatu
office-role-volunteer = wolontariat
office-role-participant = udział
office-role-organiser-duty = Wszystko w tym kongresie, także nadawanie ról, ogłaszanie i rejestracje.
office-role-editor-duty = Program, listy i dokumenty. Bez ról, ogłaszania i danych osób zarejestrowanych.
office-role-committee-duty = Ocenia zgłoszenia z naboru.
office-role-chair-duty = Prowadzi spotkanie i udziela głosu.
office-role-rapporteur-duty = Spisuje, co na spotkaniu padło.
office-role-expert-duty = Pisze propozycję i odpowiada na uwagi.
office-role-observer-duty = Czyta wersję roboczą propozycji i może coś zasugerować.
office-role-speaker-duty = Zabiera głos na spotkaniu.
office-role-facilitator-duty = Prowadzi warsztat przy stolikach.
office-role-volunteer-duty = Wpuszcza na kongres na podstawie biletów.
office-role-participant-duty = Bierze udział.
scope-installation = wszystkie kongresy
scope-congress = cały kongres
scope-session = spotkanie { $title }
scope-proposal = propozycja { $code }
scope-call = nabór { $call }

history-title = Historia
history-about = Kto, kiedy i co zmienił, z jakiej wartości na jaką. Wpisów nie można zmienić ani usunąć.
history-who = Kto
history-what = Co
history-anybody = Wszyscy
history-show = Pokaż
history-all = Pokaż wszystko
history-pages = Strony historii
history-newest = Najnowsze
history-older = Starsze

desk-sent = { $count ->
    [one] wysłany list
    [few] wysłane listy
   *[other] wysłanych listów
}
desk-to-mail = Poczta
desk-drafts = { $count ->
    [one] { $count } szkic listu czeka na wysłanie
    [few] { $count } szkice listów czekają na wysłanie
   *[other] { $count } szkiców listów czeka na wysłanie
}
desk-drafts-why = Żaden list nie wychodzi, zanim ktoś go obejrzy.
desk-failed = { $count ->
    [one] { $count } list nie dotarł
    [few] { $count } listy nie dotarły
   *[other] { $count } listów nie dotarło
}
desk-failed-why = Serwer poczty ich nie przyjął; przyczyna stoi przy każdym z nich.
desk-dead-jobs = { $count ->
    [one] { $count } porzucone zadanie
    [few] { $count } porzucone zadania
   *[other] { $count } porzuconych zadań
}
desk-dead-jobs-why = Program próbował wiele razy i przestał. Można spróbować ponownie.

desk-placed = { $count ->
    [one] osoba z miejscem, na liście rezerwowej: { $waiting }
    [few] osoby z miejscem, na liście rezerwowej: { $waiting }
   *[other] osób z miejscem, na liście rezerwowej: { $waiting }
}
desk-to-registrations = Rejestracje
desk-undecided = { $count ->
    [one] { $count } rejestracja czeka na decyzję
    [few] { $count } rejestracje czekają na decyzję
   *[other] { $count } rejestracji czeka na decyzję
}
desk-undecided-why = Kto się zgłosił, nie wie jeszcze, czy ma miejsce.

new-congress-title = Nowy kongres
new-congress-about = Powstanie wersja robocza, której nikt nie widzi, dopóki nie zostanie ogłoszona.
new-congress-what = Kongres
new-congress-name = Nazwa
new-congress-slug = Adres
new-congress-slug-hint = Pierwsze słowo wszystkich adresów, na zawsze: małe litery, cyfry i łączniki, na przykład kpm-2027.
new-congress-slug-wrong = Użyj małych liter, cyfr i łączników; słowa stron, takie jak program, są zajęte.
new-congress-taken = Kongres o tym adresie już jest. Wybierz inny.
new-congress-first = Pierwszy dzień
new-congress-last = Ostatni dzień
new-congress-days-wrong = Ostatni dzień nie może być przed pierwszym, a dni może być najwyżej { $most }.
new-congress-from = Przejmij z kongresu
new-congress-from-none = niczego nie przejmuj
new-congress-from-hint = Miejsce, sale, tematy, cele i rodzaje spotkań. Osoby, spotkania i rejestracje zostają tam, gdzie są.
new-congress-make = Utwórz kongres
