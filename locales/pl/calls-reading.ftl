# Nabory tak, jak czyta je każdy: lista, nabór, wybrane teksty, zegar na sali.

calls-read-index-lead = Współtwórz kongres: zgłoś wystąpienie, praktykę swojego miasta, poster albo wtopę, z której inni się nauczą.
calls-read-index-empty = Nie ma jeszcze naborów
calls-read-index-empty-advice = Pojawią się tu, gdy organizatorzy je ogłoszą.
calls-read-mine-sent = { $count ->
    [one] Masz { $count } wysłane zgłoszenie.
    [few] Masz { $count } wysłane zgłoszenia.
   *[other] Masz { $count } wysłanych zgłoszeń.
}
calls-read-mine-drafts = { $count ->
    [one] Czeka { $count } szkic.
    [few] Czekają { $count } szkice.
   *[other] Czeka { $count } szkiców.
}
calls-read-to-mine = Moje zgłoszenia
calls-read-group-open = Trwają
calls-read-group-grace = Czas na dokończenie szkiców
calls-read-group-soon = Wkrótce
calls-read-group-over = Zakończone
calls-read-submit = Zgłoś
calls-read-finish = Dokończ szkic
calls-read-by-code = na kod
calls-read-by-code-long = Na kod dostępu od organizatorów

calls-read-kind-kaleidoscope = Wystąpienie w kalejdoskopie
calls-read-kind-practice = Praktyka miasta
calls-read-kind-poster = Poster
calls-read-kind-flop = Wtopa
calls-read-tier-metropolis = Metropolia
calls-read-tier-agglomeration = Aglomeracja
calls-read-tier-mid-size = Miasto średnie
calls-read-tier-small-town = Małe miasto
calls-read-tier-region = Region

calls-read-gate-unsaid = Jeszcze nieogłoszony
calls-read-gate-soon = Od { $moment }
calls-read-gate-open = Otwarty
calls-read-gate-until = Otwarty do { $moment }
calls-read-gate-grace = Dokończ szkic do { $moment }
calls-read-gate-over = Zakończony { $moment }
calls-read-left-days = { $count ->
    [one] Został { $count } dzień
    [few] Zostały { $count } dni
   *[other] Zostało { $count } dni
}
calls-read-left-hours = { $count ->
    [one] Została { $count } godzina
    [few] Zostały { $count } godziny
   *[other] Zostało { $count } godzin
}
calls-read-left-minutes = { $count ->
    [one] Została { $count } minuta
    [few] Zostały { $count } minuty
   *[other] Zostało { $count } minut
}

calls-read-asks-words = Tytuł do { $title } znaków, opis do { $summary } znaków
calls-read-asks-more = { $count ->
    [one] { $count } pytanie dodatkowe
    [few] { $count } pytania dodatkowe
   *[other] { $count } pytań dodatkowych
}
calls-read-characters = do { $count } znaków
calls-read-at-most = najwyżej { $count }
calls-read-fact-title = Tytuł
calls-read-fact-summary = Opis
calls-read-fact-authors = Autorzy i autorki
calls-read-fact-each = Zgłoszenia jednej osoby
calls-read-fact-access = Kto może zgłaszać

calls-read-facts = O naborze
calls-read-dates = Terminy
calls-read-opens = Otwarcie
calls-read-deadline = Termin
calls-read-first-deadline = Pierwszy termin:
calls-read-extended = Przedłużony do:
calls-read-deadline-unsaid = Jeszcze nieogłoszony
calls-read-deadline-of = Termin naboru: { $title }
calls-read-grace-head = Szkice
calls-read-grace = { $minutes ->
    [one] Szkic zaczęty przed terminem można wysłać jeszcze przez { $minutes } minutę.
    [few] Szkic zaczęty przed terminem można wysłać jeszcze przez { $minutes } minuty.
   *[other] Szkic zaczęty przed terminem można wysłać jeszcze przez { $minutes } minut.
}
calls-read-to-calendar = Dodaj termin do kalendarza
calls-read-anonymity = Anonimowość
calls-read-anonymity-public = Na życzenie nazwisk nie zobaczy publiczność.
calls-read-anonymity-committee = Na życzenie nazwisk nie zobaczy publiczność ani komisja, tylko biuro kongresu.
calls-read-licence = Licencja tekstów
calls-read-tracks = Tematy
calls-read-tiers = Wielkość miejscowości
calls-read-track = Temat
calls-read-tier = Wielkość miejscowości
calls-read-all-tracks = Wszystkie tematy
calls-read-all-tiers = Wszystkie
calls-read-no-track = Inne i bez tematu

calls-read-guide = Zanim zgłosisz
calls-read-questions = O co zapytamy
calls-read-question-line = W jednej linii, do { $count } znaków
calls-read-question-paragraphs = W akapitach, do { $count } znaków
calls-read-question-choice = { $most ->
    [one] Wybierz jedną odpowiedź
   *[other] Wybierz odpowiedzi: od { $least } do { $most }
}
calls-read-question-file = Plik { $media }, do { $megabytes } MB
calls-read-question-number = Liczba od { $least } do { $most }
calls-read-question-link = Adres strony
calls-read-required-never = Odpowiedź nieobowiązkowa
calls-read-required-always = Odpowiedź obowiązkowa
calls-read-required-from = Odpowiedź obowiązkowa od { $moment }
calls-read-visible-office = Odpowiedź przeczyta tylko biuro kongresu.
calls-read-visible-committee = Odpowiedź przeczytają biuro i komisja.
calls-read-visible-public = Odpowiedź przeczytają wszyscy, gdy zgłoszenie zostanie wybrane.
calls-read-consents = Zgody
calls-read-consent-required = (wymagana)
calls-read-consent-free = (dobrowolna)

calls-read-rules = Jak wybieramy
calls-read-each = { $count ->
    [one] Każde zgłoszenie ocenia { $count } osoba z komisji.
    [few] Każde zgłoszenie oceniają { $count } osoby z komisji.
   *[other] Każde zgłoszenie ocenia { $count } osób z komisji.
}
calls-read-blind = Komisja ocenia w ciemno: nie widzi nazwisk, instytucji ani miejscowości.
calls-read-seen = Komisja wie, czyje zgłoszenia ocenia.
calls-read-interests = Nikt nie ocenia zgłoszeń, z którymi coś tę osobę łączy. O zgłoszeniach własnej instytucji decydują dwie osoby.
calls-read-confirmation = { $days ->
    [one] Na potwierdzenie udziału jest { $days } dzień; potem miejsce dostaje lista rezerwowa.
   *[other] Na potwierdzenie udziału jest { $days } dni; potem miejsce dostaje lista rezerwowa.
}
calls-read-criteria = Kryteria
calls-read-criterion = Kryterium
calls-read-scale-head = Skala
calls-read-scale = od { $least } do { $most }
calls-read-weight-head = Waga
calls-read-weight = { $weight } z { $whole }
calls-read-phases = Etapy oceny
calls-read-from = Od { $moment }
calls-read-phase-waiting = przygotowanie
calls-read-phase-bids = preferencje i konflikty interesów
calls-read-phase-reviewing = recenzje
calls-read-phase-discussion = rozmowa komisji
calls-read-phase-over = koniec oceny
calls-read-quotas = Zakresy wyboru
calls-read-quotas-hint = To wskazówki dla wybierających, a nie progi.
calls-read-quota-all = Wszystkie
calls-read-quota-between = { $of }: od { $least } do { $most }
calls-read-quota-least = { $of }: co najmniej { $least }
calls-read-quota-most = { $of }: najwyżej { $most }
calls-read-committee = Komisja
calls-read-committee-unsaid = Skład komisji nie jest jeszcze ogłoszony.

calls-read-numbers = Wybór w liczbach
calls-read-numbers-caption = Wybrane i zgłoszone według tematu i wielkości miejscowości, bez wycofanych
calls-read-chosen-of = { $chosen } z { $sent }
calls-read-total-sent = zgłoszono
calls-read-total-chosen = wybrano
calls-read-total-reserve = na liście rezerwowej
calls-read-total-rejected = nie wybrano
calls-read-total-undecided = czeka na decyzję
calls-read-total-left = wycofano

calls-read-to-texts = Wybrane teksty
calls-read-texts = Wybrane teksty
calls-read-texts-of = Wybrane teksty: { $title }
calls-read-texts-count = { $count ->
    [0] Nie ma tu jeszcze tekstów.
    [one] { $count } tekst
    [few] { $count } teksty
   *[other] { $count } tekstów
}
calls-read-show = Pokaż
calls-read-anonymous = Anonimowo
calls-read-anonymous-long = Tekst anonimowy: nazwiska zna tylko biuro kongresu.
calls-read-replies = Odpowiedzi
calls-read-materials = Materiały
calls-read-kilobytes = { $count } kB
calls-read-changes = Zmieniono po wyborze
calls-read-csv = Teksty jako CSV
calls-read-json = Teksty jako JSON

calls-read-timer-of = Zegar: { $title }
calls-read-timer-back = Strona sesji
calls-read-timer-now = Teraz na scenie
calls-read-timer-ready = Gotowe do startu
calls-read-timer-going = Czas biegnie
calls-read-timer-soon = Kończ
calls-read-timer-over = Czas minął
calls-read-timer-paused = Wstrzymano
calls-read-timer-ended = Koniec
calls-read-timer-start = Start
calls-read-timer-pause = Pauza
calls-read-timer-previous = Poprzednie
calls-read-timer-next = Następne
calls-read-timer-again = Od nowa
calls-read-timer-then = Potem:
calls-read-timer-keys = Klawisze: spacja to start i pauza, strzałki to poprzednie i następne.
