# Program: strony spotkań, osób, sal, zmian i własnego programu.

programme-title = Program
programme-of-day = Program, { $date }
programme-about = Sale i godziny, { $date }: debaty, sesje tematyczne, kalejdoskopy, inspiracje, warsztaty i wizyty.
programme-count = { $count ->
    [one] { $count } spotkanie, { $date }
    [few] { $count } spotkania, { $date }
   *[other] { $count } spotkań, { $date }
}
programme-plan = Plan sal i godzin, { $date }. Przewija się wewnątrz ramki.
programme-nothing = Tego dnia żadne spotkanie nie pasuje do wybranych filtrów.
programme-nothing-mine = Tego dnia nic jeszcze nie jest zaznaczone gwiazdką.
people-title = Osoby
changes-title = Zmiany
days-menu = Dni kongresu
filters = Filtry programu
filter-themes = Tematy
filter-everything = Wszystko
filter-kind = Rodzaj spotkania
filter-any-kind = Każdy rodzaj
filter-access = Dostępność
filter-any-access = Każda dostępność
filter-apply = Pokaż
filter-only-mine = Tylko moje
filter-clear = Pokaż cały dzień
legend = Legenda tematów
calendar-ics = Kalendarz (ICS)
calendar-mine = { $congress }: mój program
print = Drukuj
printed = Wydruk z { $when }. Aktualny program: { $address }
parallel = { $count ->
    [one] { $count } spotkanie
    [few] { $count } spotkania równolegle
   *[other] { $count } spotkań równolegle
}
places = { $count ->
    [one] { $count } miejsce
    [few] { $count } miejsca
   *[other] { $count } miejsc
}
minutes = { $count ->
    [one] { $count } minuta
    [few] { $count } minuty
   *[other] { $count } minut
}
sessions = { $count ->
    [one] { $count } spotkanie
    [few] { $count } spotkania
   *[other] { $count } spotkań
}
live-until = Trwa do { $hour }
today = dziś
crumbs = Ścieżka nawigacji

feature-hearing-loop = Pętla indukcyjna
feature-live-captions = Napisy na żywo
feature-sign-language = Polski język migowy (PJM)
feature-interpretation = Tłumaczenie symultaniczne
feature-audio-description = Audiodeskrypcja
feature-step-free = Wejście bez progów
feature-stream = Transmisja w sieci
feature-recording = Nagranie po spotkaniu
feature-short-sign-language = PJM
feature-short-live-captions = Napisy
feature-short-hearing-loop = Pętla
feature-short-audio-description = Audiodeskrypcja

part-moderator = prowadzenie dyskusji
part-speaker = wystąpienie
part-panelist = udział w panelu
part-respondent = odpowiedź
part-reviewer = recenzja
part-facilitator = prowadzenie warsztatu
part-host = gospodarz lub gospodyni
part-guide = oprowadzanie
part-scribe = zapis

session-about = O czym rozmawiamy
session-agenda = Przebieg
session-stories = Opowieści
session-timer = Zegar na salę
session-people = Kto mówi i prowadzi
session-links = Materiały
session-door = Drzwi do sali
session-side = Miejsca i powiązane spotkania
session-facts = Miejsca i zasady
session-accessibility = Dostępność
session-related = Na ten sam temat
session-to-room = Zobacz salę
session-cancelled = Spotkanie odwołane
session-cancelled-advice = Tego spotkania nie ma już w programie. Adres pozostaje, żeby nikt nie szukał go na próżno.
add-to-calendar = Dodaj do kalendarza
mine-star = Moje: { $title }

fact-places = Miejsca
fact-remote = Zdalnie
fact-streamed = transmisja
fact-streamed-more = można oglądać w sieci
fact-room-only = tylko na sali
fact-room-only-more = bez transmisji
fact-recording = Nagranie
fact-recorded = tak
fact-not-recorded = bez nagrywania
fact-languages = Języki
fact-transport = Dojazd
fact-document = Dokument
fact-document-needed = potrzebny dokument tożsamości
transport-coach = autokar
transport-walk = pieszo
booking-open = bez zapisów, decyduje kolejność wejścia
booking-first-come = zapisy, decyduje kolejność
booking-selection = zapisy, wybierają organizatorzy
language-pl = polski
language-en = angielski
language-pjm = polski język migowy

home-lead = Program, sale i zmiany w jednym miejscu. Zaznacz swoje spotkania, znajdź salę i sprawdź, co się zmieniło.
home-now = Teraz na salach
home-before = Przed kongresem
home-after = Po kongresie
home-nothing-now = W tej chwili nic nie trwa.
home-not-yet = Kongres jeszcze się nie zaczął. Program jest gotowy.
home-all-over = Kongres się zakończył. Program zostaje pod tym adresem na zawsze.
home-first = Na początek
home-next = Za chwilę
home-nothing-next = Dziś to już wszystko.
home-remains = Co zostaje
home-remains-what = Opisy spotkań, osoby i otwarte dane są tu nadal.
home-programme-of-day = Program dnia
home-more-now = { $count ->
    [one] Jeszcze { $count } spotkanie trwa
    [few] Jeszcze { $count } spotkania trwają
   *[other] Jeszcze { $count } spotkań trwa
}
home-core = Trzon kongresu: { $name }
home-core-go = Zobacz otwarcie debaty
home-themes = Tematy kongresu
home-theme-sessions = { $count ->
    [one] spotkanie
    [few] spotkania
   *[other] spotkań
}
home-theme-go = Spotkania tego tematu
home-theme-go-to = Spotkania tego tematu: { $name }
home-ways = Cztery sposoby, żeby skorzystać
home-ways-lead = Na miejscu albo zdalnie. Konto nie jest potrzebne, żeby czytać i układać swój program.
way-mine = Ułóż swój program
way-mine-how = Zaznacz spotkania gwiazdką. Lista zostaje w tej przeglądarce, a nakładające się godziny od razu widać.
way-mine-due = Bez konta
way-mine-go = Wybierz spotkania
way-calendar = Weź go do kalendarza
way-calendar-how = Zaznaczone spotkania mają własny, tajny adres kalendarza. Zmiana sali lub godziny dociera tam sama.
way-calendar-due = Działa w każdym kalendarzu
way-calendar-go = Otwórz mój program
way-offline = Czytaj bez zasięgu
way-offline-how = Po pierwszej wizycie program i wszystkie spotkania są w telefonie. Strona mówi, z której godziny jest jej stan.
way-offline-due = Od pierwszej wizyty
way-offline-go = Otwórz program
way-data = Użyj danych
way-data-how = Program jest otwarty: JSON, XML, CSV, kalendarze i kanał zmian, pod adresami, które nie wygasają.
way-data-due = Bez klucza i bez pytania
way-data-go = Pobierz program jako JSON
home-stories = { $count ->
    [one] { $count } opowieść
    [few] { $count } opowieści
   *[other] { $count } opowieści
}
home-night-go = Zobacz opowieści
home-days = { $count ->
    [one] Jeden dzień
    [2] Dwa dni
    [3] Trzy dni
    [4] Cztery dni
    [few] { $count } dni
   *[other] { $count } dni
}
home-day = Dzień { $number }
home-day-go = Program dnia
home-access = Dostępność na miejscu

people-about = Kto mówi, prowadzi i odpowiada na kongresie.
people-lead = { $count ->
    [one] { $count } osoba w programie. Wystarczy rola, nazwisko nie jest konieczne.
    [few] { $count } osoby w programie. Wystarczy rola, nazwisko nie jest konieczne.
   *[other] { $count } osób w programie. Wystarczy rola, nazwisko nie jest konieczne.
}
person-about = { $name }: spotkania na kongresie.
person-biography = O osobie
person-sessions = Spotkania

room-title = Sala { $name }
room-about = { $name }: co tu trwa, co będzie dalej i jak tu trafić.
room-door = Ekran przy drzwiach
room-nothing-now = W tej chwili sala jest wolna.
room-facts = O sali
room-equipment = Wyposażenie
room-access = Dojście
door-title = Drzwi: { $name }
door-free = Sala jest wolna
door-until = do { $hour }
door-next = Następnie
door-nothing-next = Dziś to już wszystko

changes-about = Co zmieniło się w programie od poprzedniego ogłoszenia.
changes-lead = Każde ogłoszenie programu jest wersją, która już się nie zmienia. Tu widać, co się zmieniło między nimi.
changes-first = { $count ->
    [one] Pierwsze ogłoszenie programu: { $count } spotkanie.
    [few] Pierwsze ogłoszenie programu: { $count } spotkania.
   *[other] Pierwsze ogłoszenie programu: { $count } spotkań.
}
changes-none = Zmieniły się tylko opisy sal, osób lub kongresu.
release-name = Wersja { $name }
change-added = Nowe
change-dropped = Odwołane
change-rescheduled = Nowa godzina
change-relocated = Nowa sala
change-retitled = Nowy tytuł
change-recast = Nowe osoby
change-reworded = Nowy opis
change-time = Godzina
change-room = Sala
change-title = Tytuł
change-before = było:
change-after = jest:
change-instead = było: { $before }; jest: { $after }
feed-title = { $congress }: zmiany w programie

mine-lead = { $count ->
    [0] Zaznaczone spotkania pojawią się tutaj.
    [one] { $count } zaznaczone spotkanie. Lista jest zapisana w tej przeglądarce, bez konta.
    [few] { $count } zaznaczone spotkania. Lista jest zapisana w tej przeglądarce, bez konta.
   *[other] { $count } zaznaczonych spotkań. Lista jest zapisana w tej przeglądarce, bez konta.
}
mine-empty = Nic jeszcze nie jest zaznaczone. Gwiazdka przy spotkaniu dodaje je tutaj.
mine-empty-go = Przejdź do programu
mine-clashes = Te spotkania trwają w tym samym czasie
mine-cancelled = Odwołane
mine-calendar = Mój kalendarz
mine-calendar-how = Ten adres zna tylko ta przeglądarka. Wklej go w kalendarzu jako subskrypcję: zmiany dotrą same. Kto ma adres, może czytać listę, ale jej nie zmieni.
mine-calendar-address = Adres subskrypcji

offline-title = Brak połączenia
offline-advice = Tej strony nie ma jeszcze w pamięci telefonu. Program i spotkania, które już się zapisały, działają bez sieci.
