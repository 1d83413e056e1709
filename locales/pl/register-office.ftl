# Biuro rejestru: propozycje, konsultacje i ich zegar, moderacja, uwagi z papieru i z tabel.

office-choose = Wybierz
office-lang-pl = polski
office-lang-en = angielski
office-changed-meanwhile = Ktoś zmienił to w międzyczasie. Twoje zmiany są poniżej; wyślij je ponownie, jeśli mają zastąpić tamte.
office-row-up = W górę: { $name }
office-row-down = W dół: { $name }
office-row-remove = Usuń
office-row-remove-one = Usuń: { $name }

office-proposals-about = { $count ->
    [0] Nie ma jeszcze żadnej propozycji.
    [one] { $count } propozycja zespołu eksperckiego.
    [few] { $count } propozycje zespołów eksperckich.
   *[other] { $count } propozycji zespołów eksperckich.
}
office-proposals-none = Załóż pierwszą propozycję: jej wyzwania przejdą z programu, a zespół zacznie pisać tekst.
office-proposals-stage = Etap
office-proposals-remarks = Uwagi
office-proposals-counts = opublikowane: { $published }, w tym poprawki: { $amendments }, bez odpowiedzi: { $unanswered }.
office-proposals-waiting = { $count ->
    [one] { $count } czeka na przeczytanie
    [few] { $count } czekają na przeczytanie
   *[other] { $count } czeka na przeczytanie
}
office-stage-draft = wersja robocza, nikt poza zespołem jej nie widzi
office-stage-version = wersja { $version }, { $how }
office-gate-not-yet = uwagi od { $at }
office-gate-open = zbiera uwagi bez terminu
office-gate-open-until = zbiera uwagi do { $at }
office-gate-closed = zbieranie uwag zakończone { $at }

office-proposal-new = Nowa propozycja
office-proposal-new-about = Wyzwania wybranego tematu, które przyszły z programem, staną się częścią propozycji. Tekst napisze zespół.
office-proposal-settings = Ustawienia
office-proposal-public = Strona propozycji
office-proposal-team-room = Biurko zespołu
office-proposal-pages = Strony tej propozycji
office-proposal-address = Adres:
office-proposal-what = O czym jest
office-proposal-title = Tytuł
office-proposal-slug = Człon adresu
office-proposal-slug-hint = Puste: powstanie z tytułu. Podaje się go raz, bo adresy są trwałe. Małe litery, cyfry i łączniki.
office-proposal-slug-taken = Adres „{ $slug }” jest już zajęty.
office-proposal-slug-wrong = Użyj małych liter bez ogonków, cyfr i łączników, najwyżej 60 znaków.
office-proposal-slug-needed = Z tego tytułu nie da się zrobić adresu. Wpisz go.
office-proposal-track = Temat
office-proposal-track-hint = Pierwsza oś rejestru.
office-proposal-goals = Cele, którym służy
office-proposal-lang = Język tekstu, który obowiązuje
office-proposal-lead = W jednym zdaniu
office-proposal-disclaimer = Zastrzeżenie
office-proposal-disclaimer-hint = Czyje to nie jest stanowisko, na przykład ministerstw, które tylko obserwują.
office-proposal-team = Zespół, jak widzą go czytający
office-proposal-team-hint = Kto może pisać tekst, o tym decydują role.
office-proposal-to-roles = Nadaj role
office-proposal-discussion = Rozmowa
office-proposal-authors = Kto może zgłaszać uwagi
office-proposal-moderation = Kiedy uwagi stają się publiczne
office-proposal-opens = Od kiedy
office-proposal-opens-hint = Puste: od pierwszej publikacji.
office-proposal-closes = Do kiedy
office-proposal-closes-hint = Puste: bez terminu.
office-proposal-closes-before = Koniec musi być później niż początek.
office-proposal-hours-follow = Godziny wynikają z dni konsultacji i tam się je zmienia.
office-proposal-sessions = Spotkania, na których jest omawiana
office-proposal-sessions-hint = Z wersji roboczej programu; strony spotkań i propozycji prowadzą do siebie nawzajem.
office-team-number = Osoba { $number }
office-team-name = Imię i nazwisko albo funkcja
office-team-body = Skąd
office-team-part = Rola w zespole
office-team-add = Dodaj osobę
office-team-leader = kieruje zespołem
office-team-expert = ekspert, ekspertka
office-team-observer = obserwuje
office-moderation-at-once = Od razu; biuro może je później zdjąć, z powodem
office-moderation-before-read = Gdy ktoś z biura je przeczyta
office-authors-anybody = Każdy, kto potwierdzi linkiem z listu
office-authors-members = Tylko po zalogowaniu

office-consultation-title = Konsultacje
office-consultation-profile = Podstawa prawna
office-consultation-not-advice = Zegar pilnuje tego, co zapisano w przepisach; nie jest poradą prawną.
office-consultation-announcing = Ogłoszenie
office-consultation-notice = Dzień ogłoszenia
office-consultation-notice-hint = Jeśli ogłoszenie ukazało się w kilku miejscach, dzień ostatniego z wymaganych.
office-consultation-says = Co jest w ogłoszeniu
office-consultation-days = Dni zbierania uwag
office-consultation-opens = Pierwszy dzień
office-consultation-closes = Ostatni dzień
office-consultation-days-hint = Uwagi są przyjmowane od północy pierwszego do północy po ostatnim dniu. Godziny rozmowy zmienią się razem z tymi dniami.
office-consultation-forms = Formy konsultacji
office-consultation-forms-hint = Poza uwagami na piśmie, które zbierane są zawsze. Planowane też można wpisać; liczą się, gdy się odbędą.
office-consultation-ending = Streszczenie i sprawozdanie
office-consultation-summary = Streszczenie prostym językiem dostępne od
office-consultation-made = Dzień sporządzenia sprawozdania
office-consultation-published = Dzień publikacji sprawozdania
office-profile-none = bez podstawy ustawowej
office-profile-development-policy = zasady prowadzenia polityki rozwoju, art. 6
office-profile-revitalisation = rewitalizacja, art. 6
office-phase-before = konsultacje jeszcze się nie zaczęły
office-phase-open = konsultacje trwają
office-phase-awaiting-report = konsultacje czekają na sprawozdanie
office-phase-over = konsultacje zakończone
office-medium-website = własna strona internetowa
office-medium-bulletin = Biuletyn Informacji Publicznej
office-medium-press = prasa
office-medium-board = tablica ogłoszeń
office-medium-customary = sposób zwyczajowo przyjęty
office-notice-deadline = termin zgłaszania uwag
office-notice-way-of-sending = sposób ich zgłaszania
office-notice-meetings = miejsce i czas spotkań
office-form-meeting = spotkanie
office-form-debate = debata
office-form-workshop = warsztat
office-form-study-walk = spacer studyjny
office-form-survey = ankieta
office-form-interview = wywiady
office-form-representative-group = grupa przedstawicielska
office-form-oral-remarks = uwagi ustne do protokołu
office-form-number = Forma { $number }
office-form-kind = Rodzaj
office-form-on = Dzień
office-form-where = Miejsce
office-form-session = Spotkanie w programie
office-form-no-session = poza programem kongresu
office-form-note = Co warto dodać
office-form-add = Dodaj formę
office-place-number-of = Miejsce ogłoszenia { $number }
office-place-medium = Sposób
office-place-name = Gdzie dokładnie
office-place-link = Adres w internecie
office-place-add = Dodaj miejsce ogłoszenia
office-act-development-policy = ustawa z 6 grudnia 2006 r. o zasadach prowadzenia polityki rozwoju
office-act-revitalisation = ustawa z 9 października 2015 r. o rewitalizacji
office-act-administrative-procedure = Kodeks postępowania administracyjnego
office-source-wording = { $cited }, w brzmieniu od { $date }

office-clock-title = Zegar konsultacji
office-clock-none = Ta propozycja nie podlega ustawowym konsultacjom, więc zegar niczego nie wymaga.
office-clock-counting = Dni liczone są według: { $source }.
office-clock-late = Po terminie: { $what }
office-clock-next = Do { $date }: { $what }
office-clock-all-met = Wszystko spełnione
office-clock-green = Na razie nic do zrobienia
office-clock-met = spełnione
office-clock-due = { $count ->
    [0] dziś ostatni dzień ({ $date })
    [one] do { $date }, został { $count } dzień
    [few] do { $date }, zostały { $count } dni
   *[other] do { $date }, zostało { $count } dni
}
office-clock-missing = brak, termin: { $date }
office-clock-not-yet = jeszcze nie teraz
office-demand-notice-in = ogłoszenie: { $media }
office-demand-notice-says = ogłoszenie podaje: { $items }
office-demand-notice-by-start = ogłoszenie nie później niż pierwszego dnia
office-demand-remarks-from-notice = { $days ->
    [one] co najmniej { $days } dzień na uwagi od ogłoszenia
   *[other] co najmniej { $days } dni na uwagi od ogłoszenia
}
office-demand-remarks-from-start = { $days ->
    [one] co najmniej { $days } dzień na uwagi
   *[other] co najmniej { $days } dni na uwagi
}
office-demand-further-forms = { $count ->
    [one] co najmniej { $count } forma poza uwagami na piśmie
    [few] co najmniej { $count } różne formy poza uwagami na piśmie
   *[other] co najmniej { $count } różnych form poza uwagami na piśmie
}
office-demand-plain-summary = streszczenie prostym językiem
office-demand-answer-each = stanowisko z uzasadnieniem do każdej uwagi
office-demand-report-within = { $days ->
    [one] sprawozdanie w ciągu { $days } dnia od zakończenia
   *[other] sprawozdanie w ciągu { $days } dni od zakończenia
}
office-lack-notice = Brakuje ogłoszenia.
office-lack-medium = Brakuje: { $medium }.
office-lack-notice-item = Ogłoszenie nie podaje: { $item }.
office-lack-first-day = Ustal pierwszy dzień.
office-lack-last-day = Ustal ostatni dzień.
office-lack-days = { $days ->
    [one] Za krótko o { $days } dzień.
   *[other] Za krótko o { $days } dni.
}
office-lack-forms = { $count ->
    [one] Brakuje jeszcze { $count } formy, która się odbyła.
   *[other] Brakuje jeszcze { $count } form, które się odbyły.
}
office-lack-plain-summary = Brakuje streszczenia.
office-lack-answers = { $count ->
    [one] { $count } uwaga bez stanowiska.
    [few] { $count } uwagi bez stanowiska.
   *[other] { $count } uwag bez stanowiska.
}
office-lack-report = Brakuje opublikowanego sprawozdania.
office-lack-late = { $days ->
    [one] Spóźnione o { $days } dzień.
   *[other] Spóźnione o { $days } dni.
}
office-wrong-closes-before-start = Ostatni dzień jest przed pierwszym.
office-wrong-too-few-days = { $days ->
    [one] Ustawa daje co najmniej { $days } dzień: najwcześniej { $date }.
   *[other] Ustawa daje co najmniej { $days } dni: najwcześniej { $date }.
}
office-wrong-notice-after-start = Ogłoszenie jest po pierwszym dniu konsultacji.
office-wrong-outside-of-period = Ten dzień jest poza dniami konsultacji.
office-wrong-nameless = Podaj, gdzie dokładnie, albo adres w internecie.
office-wrong-not-a-web-address = Adres musi zaczynać się od https:// albo http://.
office-wrong-report-before-end = Tego dnia uwagi są jeszcze przyjmowane.
office-wrong-published-before-made = Publikacja nie może być przed sporządzeniem.

office-moderation-title = Moderacja
office-moderation-about = { $count ->
    [0] Nic tu nie ma.
    [one] { $count } uwaga.
    [few] { $count } uwagi.
   *[other] { $count } uwag.
}
office-moderation-none = Żadna uwaga nie jest w tym stanie.
office-moderation-state = Stan
office-moderation-proposal = Propozycja
office-moderation-all = Wszystkie propozycje
office-moderation-filter = Pokaż
office-moderation-choose = Zaznacz
office-moderation-choose-one = Zaznacz uwagę { $number }, { $proposal }
office-moderation-number = Nr
office-moderation-says = Uwaga
office-moderation-who = Kto
office-moderation-place = Gdzie
office-moderation-received = Wpłynęła
office-moderation-whole = Cała uwaga
office-moderation-joined = Zastępuje ją uwaga nr { $number }, która mówi to samo.
office-moderation-part = Rozłącz
office-moderation-like = Podobna: nr { $number } ({ $state }), { $who }:
office-moderation-join-to = Połącz z nr { $number }
office-moderation-decide = Zaznaczone uwagi
office-moderation-publish = Opublikuj
office-moderation-join = Połącz jako takie same
office-moderation-remove = Zdejmij
office-moderation-reason = Powód zdjęcia
office-moderation-words = Co dodać do powodu
office-moderation-words-hint = Powód i te słowa są w publicznym dzienniku; treści uwagi tam nie ma.
office-moderation-none-ticked = Zaznacz co najmniej jedną uwagę.
office-moderation-join-two = Zaznacz co najmniej dwie uwagi, które mówią to samo.
office-moderation-join-one-proposal = Połączyć można uwagi do jednej propozycji.
office-moderation-previous = Poprzednie
office-moderation-next = Następne
office-state-waiting = czeka
office-state-published = opublikowana
office-state-removed = zdjęta
office-remark-comment = Uwaga
office-remark-support = Poparcie
office-remark-question = Pytanie
office-remark-objection = Sprzeciw
office-remark-amendment = Poprawka
office-behalf-person = we własnym imieniu
office-behalf-city = samorząd
office-behalf-ngo = organizacja społeczna
office-behalf-company = firma
office-behalf-other = inna instytucja
office-channel-page = przez stronę
office-channel-paper = na papierze
office-channel-mail = pocztą elektroniczną
office-channel-table = w tabeli
office-channel-spoken = ustnie
office-removal-off-topic = Nie dotyczy propozycji.
office-removal-abuse = Obraża, grozi albo dyskryminuje.
office-removal-private-data = Ujawnia prywatne dane.
office-removal-advertising = Reklamuje.
office-removal-unlawful = Narusza prawo w inny sposób.
office-removal-repetition = Ta sama osoba wysłała to wiele razy.
office-position-accepted = uwzględniona
office-position-in-part = uwzględniona w części
office-position-rejected = nieuwzględniona
office-position-explained = wyjaśniona

office-clause-whole = całość propozycji
office-typing-title = Dopisz uwagę
office-typing-what = Uwaga
office-typing-who = Kto
office-typing-how = Jak wpłynęła
office-typing-clause = Czego dotyczy
office-typing-kind = Rodzaj
office-typing-body = Treść uwagi
office-typing-reasons = Uzasadnienie
office-typing-wording = Proponowane brzmienie
office-typing-wording-hint = W poprawce: całe nowe brzmienie wybranego akapitu.
office-typing-name = Imię i nazwisko albo nazwa
office-typing-name-hint = Będzie publiczne. Kto nie chce być z nazwiska, podaje, kim jest.
office-typing-behalf = W czyim imieniu
office-typing-organisation = Nazwa instytucji
office-typing-email = Adres do odpowiedzi
office-typing-email-hint = Nie będzie publiczny. Pod ten adres przyjdzie odpowiedź zespołu.
office-typing-lang = Język
office-typing-channel = Jak wpłynęła
office-typing-received = Dzień wpływu
office-typing-save = Zapisz i opublikuj
office-typing-like = Mówią to samo
office-typing-number = Uwaga nr { $number }
office-typing-known = Podobna uwaga już jest. Sprawdź, a jeśli to druga osoba, zaznacz to pole.
office-typing-anyway = To druga osoba: zapisz mimo to
office-typing-in-the-future = Tego dnia jeszcze nie było.
office-typing-amends-a-paragraph = Poprawka dotyczy jednego akapitu: wybierz go z listy.
office-typing-changes-nothing = Wpisz nowe brzmienie akapitu, inne niż obecne.

office-table-title = Wczytaj tabelę uwag
office-table-intro = Tabela z uwagami, jakie przysyłają urzędy i stowarzyszenia: wskażesz, która kolumna jest która, i zobaczysz wszystko przed wczytaniem. Ta sama tabela wczytana dwa razy nie powtórzy uwag.
office-table-file = Plik
office-table-file-hint = XLSX, ODS, DOCX, ODT albo CSV, do 20 MB, najwyżej 20 000 wierszy, bez makr i hasła.
office-table-no-file = Wybierz plik.
office-table-send = Wyślij plik
office-table-name = Plik: { $name }
office-table-misnamed = Nazwa pliku mówi co innego niż jego zawartość. Sprawdź, czy to właściwy plik.
office-table-which = Arkusz albo tabela
office-table-number = tabela { $number }
office-table-choose = Pokaż
office-table-columns = Kolumny
office-table-column = Kolumna { $name }
office-table-column-twice = Inna kolumna jest już tak oznaczona.
office-table-header = Wiersz nagłówka
office-table-header-hint = Uwagi zaczynają się poniżej; 0, jeśli nagłówka nie ma.
office-table-in-file = W pliku
office-table-first-rows = Pierwsze wiersze
office-table-holds = Co to jest
office-table-unused = pomiń
office-table-received = Dzień wpływu tabeli
office-table-look-at = Zobacz, co wejdzie
office-table-look = Co wejdzie
office-table-remarks = { $count ->
    [0] Żadna uwaga nie wejdzie.
    [one] Wejdzie { $count } uwaga.
    [few] Wejdą { $count } uwagi.
   *[other] Wejdzie { $count } uwag.
}
office-table-answered = { $count ->
    [0] { "" }
    [one] { $count } z odpowiedzią.
    [few] { $count } z odpowiedzią.
   *[other] { $count } z odpowiedzią.
}
office-table-wrong = { $count ->
    [0] Wszystkie wiersze są w porządku.
    [one] { $count } miejsce do sprawdzenia.
    [few] { $count } miejsca do sprawdzenia.
   *[other] { $count } miejsc do sprawdzenia.
}
office-table-wrong-rows = Miejsca do sprawdzenia
office-table-cell = Komórka
office-table-reason = Co jest nie tak
office-table-row = Wiersz
office-table-where = Dokąd trafi każda uwaga
office-table-write = { $count ->
    [one] Wczytaj { $count } uwagę
    [few] Wczytaj { $count } uwagi
   *[other] Wczytaj { $count } uwag
}
office-table-unsigned = bez podpisu
office-table-only-wording = Propozycja brzmienia, bez komentarza.
office-table-about = W tabeli wskazano: { $about }
office-column-number = liczba porządkowa
office-column-body = zgłaszający
office-column-about = czego dotyczy
office-column-current-wording = obecne brzmienie
office-column-remark = treść uwagi
office-column-reasons = uzasadnienie
office-column-proposed-wording = proponowane brzmienie
office-column-answer = stanowisko
office-column-contact = kontakt
office-fault-no-remark-column = Wskaż kolumnę z treścią uwag albo z proponowanym brzmieniem.
office-fault-empty-remark = Nie ma ani uwagi, ani proponowanego brzmienia: wiersz jest pominięty.
office-fault-unreadable-reference = „{ $words }” nie wskazuje części tekstu: uwaga trafi do całości. Można napisać „§ 4 ust. 2” albo „p12”.
office-fault-number-twice = Numer „{ $number }” jest też w wierszu { $first }; oba wiersze wejdą.
office-fault-bad-contact = „{ $words }” nie jest adresem e-mail; uwaga wejdzie bez adresu.
office-fault-nearly = „{ $about }”: takiej jednostki nie ma, uwaga trafi do: { $place }.
office-fault-no-such-unit = „{ $about }”: nie ma tego w tekście, uwaga trafi do całości z tym dopiskiem.
office-refused-empty = Plik jest pusty.
office-refused-too-large = Plik jest za duży: przyjmowane są pliki do { $most } MB. Usuń z niego obrazy albo podziel go.
office-refused-program = To jest program, a nie dokument, niezależnie od nazwy.
office-refused-encrypted = Plik jest chroniony hasłem. Zapisz go bez hasła.
office-refused-macros = Plik zawiera makra. Zapisz go jako zwykły XLSX, DOCX, ODS albo ODT.
office-refused-not-a-text = Tego rodzaju pliku ({ $kind }) nie można tu wczytać.
office-refused-unknown = To nie jest ani dokument, który tu można wczytać, ani zwykły tekst.
office-refused-unpacked = Plik po rozpakowaniu jest niewspółmiernie wielki. Skopiuj tabelę do nowego pliku.
office-refused-parts = Plik składa się ze zbyt wielu części (najwyżej { $most }). Skopiuj tabelę do nowego pliku.
office-refused-entities = Plik zawiera odwołania, których programy biurowe nie zapisują. Skopiuj tabelę do nowego pliku.
office-refused-too-deep = Plik jest zbyt zagnieżdżony. Skopiuj tabelę do nowego pliku.
office-refused-damaged = Plik jest uszkodzony albo urwany. Zapisz go jeszcze raz i wyślij ponownie.
office-refused-rows = Tabela ma za dużo wierszy: najwyżej { $most }. Podziel ją na części.
office-refused-columns = Wiersz { $row } ma więcej niż { $most } kolumn.
office-refused-cell = Wiersz { $row }, kolumna { $column }: więcej niż { $most } znaków.
office-refused-text = Tabela ma za dużo tekstu. Podziel ją na części.
office-refused-no-table = W pliku nie ma tabeli.
office-refused-pdf = To jest PDF: nie ma w nim kolejności słów. Wyślij XLSX, DOCX, ODS, ODT albo CSV.
office-refused-old-office = To jest plik w formacie sprzed 2007 roku. Zapisz go jako XLSX albo DOCX.
office-refused-rich-text = To jest plik RTF. Zapisz go jako DOCX albo ODT.
office-refused-web-page = To jest strona internetowa. Zapisz tabelę jako XLSX albo CSV.
office-refused-picture = To jest obraz. Wyślij tabelę jako XLSX, DOCX, ODS, ODT albo CSV.
office-refused-archive = To jest archiwum. Rozpakuj je i wyślij sam dokument.
office-refused-other-office = W tym pliku nie ma ani tekstu, ani tabeli. Wyślij XLSX, DOCX, ODS, ODT albo CSV.

desk-remarks-waiting = { $count ->
    [one] { $count } uwaga czeka na przeczytanie
    [few] { $count } uwagi czekają na przeczytanie
   *[other] { $count } uwag czeka na przeczytanie
}
desk-remarks-waiting-why = Dopóki nikt ich nie przeczyta, nie są publiczne.
desk-clock-late = Konsultacje po terminie: { $title }
desk-clock-late-why = Czegoś, czego wymaga ustawa, nie zrobiono na czas.
desk-clock-due = Konsultacje do { $date }: { $title }
desk-clock-due-why = Ustawa wymaga czegoś w ciągu najbliższych siedmiu dni.
desk-to-moderation = Przeczytaj uwagi
desk-to-clock = Zobacz zegar
