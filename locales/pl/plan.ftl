# Harmonogram w biurze: rzeczy wersji roboczej, tabela spotkań, siatka i konflikty.

plan-access = Dojście i poruszanie się
plan-accessibility = Dostępność spotkania
plan-all-sessions = Wszystkie spotkania
plan-any-day = Każdy dzień
plan-any-kind = Każdy rodzaj
plan-any-room = Każda sala
plan-any-track = Każdy temat
plan-arrows = Przesuń o krok
plan-biography = O osobie
plan-booking = Zapisy
plan-break = Przerwa na przejście (min)
plan-called = Nazwa
plan-capacity = Miejsca
plan-change-over = Przerwa w sali (min)
plan-choose = wybierz
plan-clash-advice = To, co wpisano, jest zachowane poniżej. Zostaw swoje, weź cudze albo edytuj dalej.
plan-clash-at = Ktoś zapisał tu inną wersję o { $at }
plan-clash-no-break = { $person }: { $minutes } min na przejście, potrzeba { $least }
plan-clash-no-change-over = { $room }: { $minutes } min między spotkaniami, potrzeba { $least }
plan-clash-outside = Poza godzinami dnia
plan-clash-person-away = { $person }: wtedy niedostępność
plan-clash-person-twice = { $person }: dwa spotkania naraz
plan-clash-recording-room = { $room }: sala bez nagrywania
plan-clash-room-away = { $room }: sala wtedy niedostępna
plan-clash-room-twice = { $room }: dwa spotkania naraz
plan-clash-streamed = Transmisja mimo zakazu nagrywania
plan-clash-table = Różnice pole po polu
plan-clash-too-many = { $room }: { $wanted } osób na { $holds } miejsc
plan-clash-unknown = Ktoś zapisał tu w tym czasie inną wersję
plan-closes = Koniec dnia
plan-closes-hint = Godzina przed 5:00 należy do nocy tego dnia.
plan-code = Kod
plan-code-hint = Krótki klucz spotkania; nie zmienia się.
plan-conflicts = Konflikty
plan-conflicts-none = Tego dnia nic się nie kłóci.
plan-congress = Kongres
plan-congress-more = Godziny i liczby
plan-date = Data
plan-date-hint = Na przykład 2019-11-15.
plan-day = Dzień
plan-day-name-hint = Jeśli dzień ma swoją nazwę.
plan-days = Dni
plan-days-new = Nowy dzień
plan-days-none = Kongres nie ma jeszcze żadnego dnia.
plan-default-minutes = Zwykle trwa (min)
plan-delete = Usuń
plan-delete-advice = Zniknie z wersji roboczej. To, co już ogłoszono, pozostaje.
plan-description = Opis
plan-document = Dokument
plan-document-yes = Potrzebny dokument tożsamości
plan-earlier = 15 minut wcześniej
plan-edit-on = Edytuj dalej
plan-equipment = Wyposażenie i dostępność
plan-equipment-words = Wyposażenie słowami
plan-error-code = Kod to 1–32 litery a–z, cyfry, łączniki lub podkreślenia.
plan-error-code-taken = Ten kod ma już inne spotkanie.
plan-error-ends-before = Koniec musi być po początku.
plan-error-gone = Tego już nie ma w wersji roboczej.
plan-error-language = „{ $word }” nie jest oznaczeniem języka; na przykład pl, en, pjm.
plan-error-last-day = Kongres musi mieć choć jeden dzień.
plan-error-line-untitled = Wpisz tytuł albo opróżnij cały wiersz.
plan-error-nameless = Podaj imię i nazwisko albo rolę.
plan-error-on-no-day = Początek musi wypadać w dniu kongresu.
plan-error-positive = Wpisz 1 lub więcej.
plan-error-problem = Program przeczyłby sobie: { $problem }
plan-error-repeated = To się powtarza.
plan-error-taken = „{ $key }” jest już zajęte.
plan-error-teller = Tej osoby nie ma wśród osób spotkania.
plan-error-url = Adres zaczyna się od https://
plan-error-zone = Nie ma takiej strefy; na przykład Europe/Warsaw.
plan-expected = Oczekiwana liczba osób
plan-features = Udogodnienia
plan-fee = Opłata
plan-field = Pole
plan-filter = Filtr spotkań
plan-first-come-waitlist = zapisy, decyduje kolejność, z listą rezerwową
plan-floor = Piętro lub droga
plan-free-of-charge = Udział jest bezpłatny
plan-grid = Siatka sal i godzin, { $date }
plan-grouping = Układ osób
plan-keep-mine = Zostaw moje
plan-key-space = spacja
plan-keys-block = Na bloku:
plan-keys-cancel = cofa
plan-keys-lift = podnosi i upuszcza,
plan-keys-room = sala,
plan-keys-time = 15 min,
plan-kind = Rodzaj
plan-kinds = Rodzaje
plan-kinds-new = Nowy rodzaj
plan-kinds-none = Nie ma jeszcze rodzajów spotkań.
plan-languages = Języki
plan-languages-hint = Oznaczenia po przecinku: pl, en, pjm.
plan-later = 15 minut później
plan-lead = Zajawka
plan-left = Sala po lewej
plan-licence = Licencja nagrania
plan-line = Linia planu
plan-line-brak = bez linii
plan-line-debata = ciągła (debata)
plan-line-hint = Temat poznaje się po linii, znaku i barwie.
plan-line-inspiracje = kropki (inspiracje)
plan-line-mieszkanie = zabudowa (mieszkanie)
plan-line-przestrzen = granica (przestrzeń)
plan-line-srodowisko = woda (środowisko)
plan-line-transport = kolej (transport)
plan-links = Materiały
plan-list-hint = Pusty wiersz znika przy zapisie.
plan-markdown-hint = Można używać Markdown.
plan-mine = Moje
plan-minutes = Minuty
plan-move = Przenieś
plan-name = Nazwa
plan-no = nie
plan-none = – brak –
plan-note = Uwaga w stopce
plan-note-hint = Na przykład, że treść jest przykładowa.
plan-nothing-found = Żadne spotkanie nie pasuje do filtru.
plan-open-session = Otwórz całe spotkanie
plan-opens = Początek dnia
plan-order = Nr
plan-output = Co powstaje
plan-part = Udział
plan-parts = Spotkania
plan-people = Osoby
plan-people-hint = Osoba wybrana na „brak” znika ze spotkania.
plan-people-new = Nowa osoba
plan-people-none = W programie nie ma jeszcze nikogo.
plan-person = Osoba
plan-person-name = Imię i nazwisko
plan-person-name-hint = Wystarczy rola; nikt nie musi być z nazwiska.
plan-phases = Kroki scenariusza
plan-place = Miejsce
plan-places = Miejsca
plan-proposals-track = Omawia propozycje tematu
plan-recording = Nagranie
plan-recording-allowed = wolno nagrywać
plan-recording-forbidden = bez nagrywania
plan-right = Sala po prawej
plan-role = Rola
plan-room = Sala
plan-room-only = tylko na sali
plan-rooms = Sale
plan-rooms-new = Nowa sala
plan-rooms-none = Kongres nie ma jeszcze żadnej sali.
plan-rules = Zasady
plan-save-all = Zapisz wszystkie zmiany
plan-save-row = Zapisz { $code }
plan-say-cancelled = Cofnięto: [title].
plan-say-dropped = Przeniesiono: [title], [room], [from]–[to].
plan-say-lifted = Podniesiono: [title]. Strzałki przenoszą, spacja upuszcza, Delete odkłada, Esc cofa.
plan-say-moved = [room], [from]–[to]
plan-say-over-tray = Do nierozmieszczonych. Spacja potwierdza.
plan-say-unscheduled = Bez terminu: [title].
plan-script = Szczegóły rodzaju
plan-search = Szukaj w tytułach
plan-selection-waitlist = wybierają organizatorzy, z listą rezerwową
plan-session-capacity = Miejsca
plan-session-capacity-hint = Jeśli mniej, niż mieści sala.
plan-session-languages-hint = Puste: pierwszy język kongresu.
plan-sessions = Spotkania
plan-sessions-new = Nowe spotkanie
plan-sessions-none = Nie ma jeszcze spotkań.
plan-settings-menu = Ustawienia kongresu
plan-signup = Zapisy
plan-signup-yes = Miejsca przez zapisy
plan-slot-hint = Bez sali i początku spotkanie jest nierozmieszczone.
plan-start = Początek
plan-stories = Opowieści nocy wtop
plan-stream = Transmisja
plan-streamed = transmisja
plan-subtitle = Podtytuł
plan-table-size = Osób przy stole
plan-tables = Stoły
plan-take-theirs = Weź cudze
plan-talks = Wystąpienia
plan-talks-hint = Mówi ktoś z osób spotkania; dodaną osobę można tu wybrać po zapisie. Pusty wiersz znika przy zapisie.
plan-teller = Kto mówi
plan-teller-too = Kto jeszcze mówi
plan-terc = Kod TERC miasta
plan-terc-hint = Do statystyki.
plan-theirs = Zapisane przez kogoś innego
plan-title = Tytuł
plan-title-en = Tytuł (EN)
plan-title-pl = Tytuł (PL)
plan-to-release = Przejdź do ogłoszenia
plan-to-tray = Do nierozmieszczonych
plan-track = Temat
plan-tracks = Tematy
plan-tracks-new = Nowy temat
plan-tracks-none = Nie ma jeszcze tematów.
plan-transport = Dojazd
plan-transport-hint = coach albo walk
plan-tray-empty = Wszystko ma salę i godzinę.
plan-unscheduled = Nierozmieszczone
plan-unstated = nie ustalono
plan-url = Adres
plan-where-and-when = Sala i czas
plan-yes = tak
plan-zone = Strefa czasowa
plan-zone-hint = Nazwa z bazy tz: Europe/Warsaw.
plan-error-day-held = { $count ->
    [one] Tego dnia jest { $count } spotkanie; przenieś je najpierw.
    [few] Tego dnia są { $count } spotkania; przenieś je najpierw.
   *[other] Tego dnia jest { $count } spotkań; przenieś je najpierw.
}
plan-error-room-held = { $count ->
    [one] W tej sali jest { $count } spotkanie; przenieś je najpierw.
    [few] W tej sali są { $count } spotkania; przenieś je najpierw.
   *[other] W tej sali jest { $count } spotkań; przenieś je najpierw.
}
plan-error-track-held = { $count ->
    [one] Do tematu należy { $count } rzecz; zmień to najpierw.
    [few] Do tematu należą { $count } rzeczy; zmień to najpierw.
   *[other] Do tematu należy { $count } rzeczy; zmień to najpierw.
}
plan-error-kind-held = { $count ->
    [one] Tego rodzaju jest { $count } spotkanie; zmień to najpierw.
    [few] Tego rodzaju są { $count } spotkania; zmień to najpierw.
   *[other] Tego rodzaju jest { $count } spotkań; zmień to najpierw.
}
plan-error-person-held = { $count ->
    [one] Ta osoba ma { $count } spotkanie; zmień to najpierw.
    [few] Ta osoba ma { $count } spotkania; zmień to najpierw.
   *[other] Ta osoba ma { $count } spotkań; zmień to najpierw.
}
plan-error-in-use = { $count ->
    [one] Używa tego { $count } rzecz; zmień to najpierw.
    [few] Używają tego { $count } rzeczy; zmień to najpierw.
   *[other] Używa tego { $count } rzeczy; zmień to najpierw.
}
plan-hard = { $count ->
    [one] { $count } konflikt
    [few] { $count } konflikty
   *[other] { $count } konfliktów
}
plan-soft = { $count ->
    [one] { $count } uwaga
    [few] { $count } uwagi
   *[other] { $count } uwag
}
plan-availability = Dyspozycyjność
plan-availability-about = Kto nic nie powiedział, może zawsze.
plan-availability-none = Nikt jeszcze nic nie powiedział.
plan-whose = Osoba lub sala
plan-windows = Kiedy może
plan-from = od
plan-to = do
plan-contact = Adres i potwierdzenia
plan-email = Adres e-mail
plan-email-hint = Widzą go tylko organizatorzy; tam idą listy.
plan-letter-lang = Język listów
plan-confirmations = Potwierdzenia udziału
plan-no-parts = Ta osoba nie ma jeszcze udziału w żadnym spotkaniu.
plan-mark-asked = Zapytano
plan-mark-confirmed = Potwierdzone
plan-mark-declined = Odmowa
plan-availability-changed = Ktoś zmienił tę dyspozycyjność w międzyczasie; obecna jest na liście obok. Wpisane godziny są na miejscu: zapisz jeszcze raz, jeśli mają ją zastąpić.
plan-contact-changed = Ktoś zmienił ten adres w międzyczasie, teraz jest: { $email }. Wpisany jest na miejscu: zapisz jeszcze raz, jeśli ma go zastąpić.
