# Wybór: tabela, decyzje i listy o nich, rezerwa, droga do programu, dane i pliki.

choosing-tabs = Wybór w tym naborze
choosing-table = Zgłoszenia
choosing-decisions = Decyzje
choosing-reserve = Rezerwa
choosing-programme = Do programu
choosing-speakers = Osoby występujące
choosing-figures = Statystyka

choosing-table-about = { $count ->
    [0] Nie ma jeszcze żadnego zgłoszenia.
    [one] { $count } zgłoszenie.
    [few] { $count } zgłoszenia.
   *[other] { $count } zgłoszeń.
}
choosing-table-counts = Ocenione: { $judged }. Rozstrzygnięte: { $decided }. Decyzje przed wysłaniem: { $pending }.
choosing-to-decisions = Do wysłania: { $count }
choosing-filters = Filtry zgłoszeń
choosing-search = Szukaj w tytułach
choosing-filter = Pokaż
choosing-any = Wszystkie
choosing-all = Razem
choosing-only = Tylko
choosing-only-apart = rozbieżne oceny
choosing-only-few = za mało recenzji
choosing-only-own = własne
choosing-sort = Kolejność
choosing-sort-mean = od najwyższej oceny
choosing-sort-spread = od największego rozrzutu
choosing-sort-agreement = od najmniejszej zgodności
choosing-sort-reviews = od najmniejszej liczby recenzji
choosing-sort-title = według tytułu
choosing-sort-sent = według czasu wysłania
choosing-found = { $count ->
    [one] { $count } zgłoszenie na liście.
    [few] { $count } zgłoszenia na liście.
   *[other] { $count } zgłoszeń na liście.
}
choosing-scale = Oceny od 0 do 100. Kreska: średnia i rozrzut.
choosing-none = Żadne zgłoszenie nie odpowiada filtrom.
choosing-previous = Poprzednie
choosing-next = Następne

choosing-code = Kod
choosing-title = Tytuł
choosing-authors = Autorki i autorzy
choosing-title-and-authors = Tytuł i autorstwo
choosing-track = Temat
choosing-no-track = bez tematu
choosing-tier = Miejscowość
choosing-tier-none = bez miejscowości
choosing-tier-metropolis = metropolia
choosing-tier-agglomeration = aglomeracja
choosing-tier-mid-size = miasto średnie
choosing-tier-small-town = małe miasto
choosing-tier-region = region
choosing-environment = Środowisko
choosing-environments = Wybrane według środowiska
choosing-environment-none = nie podano
choosing-score = Ocena
choosing-no-score = bez ocen
choosing-mean = Średnia
choosing-median = Mediana
choosing-median-short = mediana { $median }
choosing-spread = Rozrzut
choosing-agreement = Zgodność
choosing-agreement-short = zgodność { $agreement }
choosing-score-says = Średnia { $mean }, mediana { $median }, rozrzut { $spread }, zgodność { $agreement }
choosing-apart = rozbieżne
choosing-outliers = Oceny odstające
choosing-outlier-marks = { $count ->
    [one] odstaje { $count } ocena
    [few] odstają { $count } oceny
   *[other] odstaje { $count } ocen
}
choosing-reviews = Recenzje
choosing-given = Recenzje oddane
choosing-assigned = Recenzje przydzielone
choosing-recommendations = Rekomendacje
choosing-recommend-accept = przyjąć
choosing-recommend-maybe = może
choosing-recommend-reject = odrzucić
choosing-own = Własne zgłoszenie: oceny i decyzja są ukryte.

choosing-state = Stan
choosing-state-draft = szkic
choosing-state-submitted = wysłane
choosing-state-withdrawn = wycofane
choosing-state-accepted = przyjęte
choosing-state-rejected = odrzucone
choosing-state-reserve = w rezerwie
choosing-state-confirmed = potwierdzone
choosing-state-declined = rezygnacja
choosing-decision = Decyzja
choosing-decision-of = Decyzja: { $title }
choosing-decision-accept = Przyjąć
choosing-decision-reserve = Do rezerwy
choosing-decision-reject = Odrzucić
choosing-undo = Cofnij decyzję
choosing-pending = Decyzja przed wysłaniem
choosing-pending-none = bez decyzji
choosing-pending-second = czeka na drugą osobę
choosing-pending-tag = { $decision }, niewysłane
choosing-waits-second = czeka na drugą osobę
choosing-decided-by = { $name }
choosing-decided-both = { $first } i { $second }
choosing-reason = Uzasadnienie
choosing-reason-hint = Przeczytają je autorki i autorzy zgłoszeń, o których decydujesz.
choosing-tick = Zaznacz
choosing-tick-one = Zaznacz: { $title }
choosing-decide-ticked = Zaznaczone:
choosing-none-ticked = Zaznacz co najmniej jedno zgłoszenie.
choosing-refused-own = „{ $title }”: to własne zgłoszenie; decyzję podejmie ktoś inny. Nic się nie zmieniło.
choosing-refused-state = „{ $title }”: w tym stanie nie można podjąć takiej decyzji. Nic się nie zmieniło.
choosing-refused-meanwhile = „{ $title }”: ktoś zdecydował w międzyczasie. Sprawdź i wyślij ponownie; nic się nie zmieniło.

choosing-balance = Równowaga wyboru
choosing-total = Razem
choosing-quota = Zakres
choosing-quota-least = od { $count }
choosing-quota-most = do { $count }
choosing-quota-under = za mało
choosing-quota-over = za dużo
choosing-quota-within = w zakresie

choosing-decisions-about = Tu widać dokładnie, co się stanie. Do tej chwili nikt poza biurem nie wie o decyzjach.
choosing-own-pending = { $count ->
    [one] { $count } decyzja dotyczy własnego zgłoszenia; zastosuje ją ktoś inny.
    [few] { $count } decyzje dotyczą własnych zgłoszeń; zastosuje je ktoś inny.
   *[other] { $count } decyzji dotyczy własnych zgłoszeń; zastosuje je ktoś inny.
}
choosing-waiting = { $count ->
    [one] { $count } decyzja czeka na drugą osobę
    [few] { $count } decyzje czekają na drugą osobę
   *[other] { $count } decyzji czeka na drugą osobę
}
choosing-waiting-about = Decyzję podjęła osoba związana ze zgłoszeniem: z tej samej instytucji albo współautorka lub współautor. Potrzebna jest zgoda kogoś bez takiego związku.
choosing-second = Zgoda
choosing-second-other = Zgodzić się musi ktoś inny.
choosing-second-refused = Tej decyzji już nie ma albo nie możesz być drugą osobą. Oto, jak jest teraz.
choosing-agree = Zgadzam się
choosing-nothing-pending = Żadna decyzja nie czeka na wysłanie.
choosing-to-table = Przejdź do zgłoszeń
choosing-will-accept = { $count ->
    [one] Przyjęte zostanie { $count } zgłoszenie, z potwierdzeniem do { $until }
    [few] Przyjęte zostaną { $count } zgłoszenia, z potwierdzeniem do { $until }
   *[other] Przyjętych zostanie { $count } zgłoszeń, z potwierdzeniem do { $until }
}
choosing-will-reserve = { $count ->
    [one] Do rezerwy trafi { $count } zgłoszenie
    [few] Do rezerwy trafią { $count } zgłoszenia
   *[other] Do rezerwy trafi { $count } zgłoszeń
}
choosing-will-reject = { $count ->
    [one] Odrzucone zostanie { $count } zgłoszenie
    [few] Odrzucone zostaną { $count } zgłoszenia
   *[other] Odrzuconych zostanie { $count } zgłoszeń
}
choosing-rank = miejsce { $rank } w rezerwie
choosing-unreachable = bez adresu: nie dostanie listu
choosing-apply-title = Zastosuj i przygotuj listy
choosing-apply-about = Stany zmienią się od razu, a listy powstaną jako szkice w jednej wysyłce. Przeczytaj je i wyślij w poczcie.
choosing-apply = Zastosuj i przygotuj listy
choosing-apply-changed = Od wyświetlenia strony coś się zmieniło, więc nic nie zastosowano. Oto, jak jest teraz.
choosing-mailing = Decyzje: { $call }

choosing-letter-accept-subject = Zgłoszenie przyjęte: { $call }
choosing-letter-accept = Dzień dobry,

    zgłoszenie „{ $title }” zostało przyjęte w naborze „{ $call }”.

    Prosimy o potwierdzenie udziału do { $by }:

    { $link }

    Po tym terminie miejsce przejdzie na następne zgłoszenie z listy rezerwowej.
choosing-letter-reserve-subject = Zgłoszenie na liście rezerwowej: { $call }
choosing-letter-reserve = Dzień dobry,

    zgłoszenie „{ $title }” jest na liście rezerwowej naboru „{ $call }”. Jeżeli zwolni się miejsce, napiszemy od razu.

    { $link }
choosing-letter-reject-subject = Wynik naboru: { $call }
choosing-letter-reject = Dzień dobry,

    dziękujemy za zgłoszenie „{ $title }” w naborze „{ $call }”. Tym razem nie zostało przyjęte.

    { $link }
choosing-letter-reason = Uzasadnienie: { $reason }
choosing-letter-comments = Komisja przekazuje:

choosing-reserve-about = Gdy ktoś rezygnuje, pierwsze zgłoszenie z rezerwy zostaje przyjęte od razu, a jego autorki i autorzy dostają list.
choosing-reserve-order = { $count ->
    [0] Lista rezerwowa
    [one] Lista rezerwowa: { $count } zgłoszenie
    [few] Lista rezerwowa: { $count } zgłoszenia
   *[other] Lista rezerwowa: { $count } zgłoszeń
}
choosing-reserve-none = Nikogo nie ma w rezerwie.
choosing-place = Miejsce
choosing-order = Zmień
choosing-up = W górę: { $title }
choosing-down = W dół: { $title }
choosing-withdraw = Wycofaj w imieniu
choosing-decline = Rezygnacja w imieniu
choosing-on-behalf = W imieniu autorek i autorów
choosing-unanswered = { $count ->
    [0] Przyjęte bez odpowiedzi
    [one] { $count } przyjęte bez odpowiedzi
    [few] { $count } przyjęte bez odpowiedzi
   *[other] { $count } przyjętych bez odpowiedzi
}
choosing-unanswered-none = Na nikogo nie czekamy.
choosing-confirm-by = Potwierdzenie do
choosing-late = po terminie
choosing-remind = Przypomnij zaznaczonym
choosing-moved = Ostatnio weszły z rezerwy
choosing-left = Wycofane i rezygnacje
choosing-since = Od kiedy

choosing-programme-about = { $count ->
    [0] Wszystko, co wybrane, ma miejsce w programie.
    [one] { $count } wybrane zgłoszenie nie ma jeszcze miejsca w programie.
    [few] { $count } wybrane zgłoszenia nie mają jeszcze miejsca w programie.
   *[other] { $count } wybranych zgłoszeń nie ma jeszcze miejsca w programie.
}
choosing-least = Najmniej w grupie
choosing-most = Najwięcej w grupie
choosing-suggest = Zaproponuj od nowa
choosing-group = Grupa { $number }
choosing-group-of = Grupa: { $title }
choosing-group-empty = Pusta grupa: przenieś tu wystąpienie albo ją zostaw.
choosing-outside = Poza grupami
choosing-add-group = Dodaj grupę
choosing-arrange = Przenieś zgodnie z wyborem
choosing-session = Sesja
choosing-session-title = Tytuł sesji
choosing-into = Dokąd
choosing-new-session = Nowa sesja
choosing-choose = Wybierz
choosing-minutes = Minut na wystąpienie
choosing-kind = Rodzaj sesji
choosing-make-title = Utwórz sesje
choosing-make-about = Sesje powstaną w wersji roboczej programu, z wystąpieniami w tej kolejności i z osobami, których nazwiska mogą być jawne. Salę i godzinę nadasz w harmonogramie.
choosing-make = Utwórz sesje
choosing-nothing-to-make = W żadnej grupie nie ma wystąpień.
choosing-nothing-open = Nic nie czeka na miejsce w programie.
choosing-posters = Postery
choosing-programme-changed = Ktoś zmienił program w międzyczasie, więc nic nie zapisano. Sprawdź i wyślij ponownie.
choosing-programme-refused = Program na to nie pozwala: { $why }
choosing-placed = W programie
choosing-no-time = bez sali i godziny
choosing-stranded = { $count ->
    [one] W programie stoi { $count } zgłoszenie, które nie jest już wybrane
    [few] W programie stoją { $count } zgłoszenia, które nie są już wybrane
   *[other] W programie stoi { $count } zgłoszeń, które nie są już wybrane
}
choosing-not-found-there = nie ma tam takiego tytułu
choosing-mend = Popraw
choosing-take-out = Wyjmij
choosing-swap-with = Wstaw zamiast
choosing-swap = Zamień
choosing-several-themes = różne tematy
choosing-name-kaleidoscope = Kalejdoskop: { $theme }
choosing-name-practices = Miejskie inspiracje: { $theme }
choosing-name-flops = Noc wtop
choosing-name-posters = Sesja posterowa
choosing-why-track = Jeden temat: { $track }.
choosing-why-few-of-each = Tematy, w których jest za mało wystąpień na osobną grupę: { $tracks }.
choosing-why-tier = Ta sama wielkość miejscowości: { $tier }.
choosing-why-tiers = Sąsiednie wielkości miejscowości: { $tiers }.
choosing-why-too-few = Mniej wystąpień niż { $least }: { $has }.

choosing-speakers-about = { $count ->
    [0] Nikt jeszcze nie jest wybrany.
    [one] { $count } wybrane zgłoszenie.
    [few] { $count } wybrane zgłoszenia.
   *[other] { $count } wybranych zgłoszeń.
}
choosing-speakers-missing = { $count ->
    [0] Niczego nie brakuje.
    [one] W { $count } czegoś brakuje.
   *[other] W { $count } czegoś brakuje.
}
choosing-speakers-none = Gdy decyzje zostaną zastosowane, pojawią się tu wybrane zgłoszenia.
choosing-speaker = Kto występuje
choosing-missing = Czego brakuje
choosing-missing-nothing = jest wszystko
choosing-missing-confirmation = potwierdzenie udziału
choosing-missing-recording = zgoda albo odmowa nagrania
choosing-recording = Nagranie
choosing-recording-unsaid = nie powiedziano
choosing-recording-yes = zgoda
choosing-recording-no = bez zgody
choosing-needs = Potrzeby
choosing-can = Może
choosing-reminder = Przypomnienie
choosing-remind-one = Przypomnij
choosing-remind-all = { $count ->
    [one] Przypomnij o brakach w { $count } zgłoszeniu
   *[other] Przypomnij o brakach w { $count } zgłoszeniach
}

choosing-count = Liczba
choosing-funnel = Droga zgłoszeń
choosing-funnel-step = Krok
choosing-funnel-begun = rozpoczęte
choosing-funnel-sent = wysłane
choosing-funnel-judged = ocenione
choosing-funnel-accepted = przyjęte
choosing-funnel-confirmed = potwierdzone
choosing-funnel-placed = w programie
choosing-waits = Czas od wysłania do decyzji
choosing-waits-what = Miara
choosing-waits-days = Dni
choosing-waits-median = mediana
choosing-waits-longest = najdłużej
choosing-waits-of = liczba zgłoszeń
choosing-per-day = Recenzje dzień po dniu
choosing-per-day-day = Dzień
choosing-no-figures = Jeszcze niczego nie ma.
