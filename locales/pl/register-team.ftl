# Co robi zespół propozycji.

# Biurko zespołu
team-desk-title = Biurko zespołu: { $title }
team-desk-about = Pisanie tekstu razem, odpowiedzi na uwagi, publikacja kolejnej wersji.
team-desk-about-reader = Nad tym pracuje zespół. Do każdego rozdziału można zaproponować inne brzmienie.
team-back = Biurko zespołu
team-public = Propozycja, jak widzą ją wszyscy
team-places = Co czeka
team-standing = Tekst roboczy
team-standing-first = Nic jeszcze nie opublikowano.
team-standing-changed = Tekst roboczy różni się od wersji { $version }, którą widzą wszyscy.
team-standing-same = Tekst roboczy jest taki sam jak wersja { $version }, którą widzą wszyscy.
team-merged-in = Poprawki scalone, jeszcze nieopublikowane:
team-changes = Co się zmienia
team-text = Tekst
team-opening = Początek
team-nameless = osoba bez podanego imienia
team-number = nr { $number }
team-write = Pisz
team-write-what = Pisz: { $heading }
team-suggest = Zaproponuj zmianę
team-suggest-what = Zaproponuj zmianę: { $heading }
team-take-over = Przejmij
team-take-over-what = Przejmij: { $heading }
team-take-back = Odzyskaj rozdział
team-hold-writes = pisze, ostatni znak: { $at }
team-hold-mine = Piszesz ten rozdział, ostatni znak: { $at }
team-hold-away = Nie ma sieci. Tekst zostaje w formularzu.
team-lost = Ktoś przejął ten rozdział.
team-lost-to = Ten rozdział pisze teraz ktoś inny: { $name }. Twój tekst zostaje w formularzu.

# Rozdziały
team-section-title = Pisanie: { $heading }
team-section-gone-title = Rozdział, którego już nie ma
team-held-about = Rozdział pisze naraz jedna osoba. Przejmij go, jeśli ta osoba już nie pisze; to, co zapisze, zostanie porównane z Twoim tekstem.
team-typed-title = Nie zapisano: ten rozdział pisze { $who }.
team-typed-about = Ostatni znak: { $at }. Wpisany tekst jest zachowany poniżej. Przejmij rozdział, żeby go zapisać; jeśli tekst się w tym czasie zmienił, pokażemy oba.
team-take-and-save = Przejmij i zapisz
team-gone-title = Nie zapisano: tego rozdziału już nie ma.
team-gone-about = Ktoś go usunął albo połączył z innym. Wpisany tekst jest zachowany poniżej: skopiuj go do innego rozdziału.
team-wording = Brzmienie
team-wording-hint = Markdown: # nagłówek, - lista, **pogrubienie**. Pusty wiersz zaczyna nowy akapit.
team-clash-title = Ten rozdział pisały dwie osoby
team-clash-about = Nic jeszcze nie zapisano i nic nie zginęło: poniżej to, co zapisano w tym czasie, i to, co wpisano tutaj.
team-clash-theirs = Co zapisano w tym czasie
team-clash-joined = Oba teksty połączone
team-clash-joined-about = Zmiany są w różnych miejscach. Przed zapisem przeczytaj połączony tekst.
team-clash-save-joined = Zapisz połączone
team-clash-contradict = Gdzie się wykluczają
team-clash-before = Dotychczas
team-clash-their-words = Zapisane w tym czasie
team-clash-my-words = Wpisane tutaj
team-clash-mine = Co wpisano tutaj
team-clash-mine-about = Oznaczone względem tego, co zapisano w tym czasie. Popraw, aż powie to, o co chodzi obu osobom, i zapisz.
team-clash-save-mine = Zapisz to brzmienie
team-clash-leave = Zostaw to, co zapisano
team-unaccounted = Sprawdź te słowa: w tekście jest ich więcej albo mniej, niż wynika ze zmian: { $words }
team-kept-restored = Przywrócono tekst, którego serwer jeszcze nie ma.
team-kept-older = Przywrócono tekst pisany do starszej wersji. Sprawdź, czy nadal pasuje.
team-kept-waiting = Nie ma sieci. Tekst jest bezpieczny na tym urządzeniu i zostanie wysłany, gdy sieć wróci.
team-kept-sending = Wysyłanie…
team-kept-later = Serwer teraz nie odpowiada. Tekst jest bezpieczny, wyślij go za chwilę.
team-kept-send = Wyślij teraz
team-kept-drop = Wyrzuć ten tekst

# Znaki zmian
team-legend-inserted = dodane
team-legend-deleted = usunięte
team-mark-deleted = usunięto:
team-mark-inserted = dodano:
team-mark-moved-away = przeniesiono stąd:
team-mark-moved-here = przeniesiono tutaj:
team-mark-split = nowy akapit
team-mark-joined = połączono akapity
team-mark-reshaped = zmieniono rodzaj akapitu:
team-mark-end = koniec zmiany

# Sugestie
team-suggestions = Sugestie
team-suggestions-count = { $count ->
    [one] { $count } sugestia czeka
    [few] { $count } sugestie czekają
   *[other] { $count } sugestii czeka
}
team-suggestions-none = Nikt jeszcze niczego nie zaproponował.
team-suggest-title = Zaproponuj zmianę: { $heading }
team-suggest-about = Wpisz rozdział tak, jak powinien brzmieć. Zespół zobaczy zmiany i zdecyduje.
team-suggest-same = Tak brzmi rozdział teraz. Wprowadź zmianę.
team-suggest-send = Wyślij sugestię
team-reasons = Uzasadnienie
team-suggestion-open = czeka
team-suggestion-taken = przyjęta
team-suggestion-declined = odrzucona
team-suggestion-edit = Popraw przed przyjęciem
team-suggestion-take = Przyjmij
team-suggestion-take-what = Przyjmij: { $heading }, { $who }
team-suggestion-decline = Odrzuć
team-suggestion-decline-what = Odrzuć: { $heading }, { $who }
team-suggestion-held = Nie przyjęto: ktoś pisze ten rozdział. Spróbuj, gdy skończy.
team-suggestion-gone = Nie przyjęto: tego rozdziału już nie ma. Skopiuj brzmienie do innego.

# Wczytywanie
team-import = Wczytaj tekst
team-import-about = Z pliku Markdown, DOCX lub ODT, z podglądem
team-import-title = Wczytaj tekst
team-import-lead = Najpierw podgląd: co się zmieni i które akapity zachowają miejsca dyskusji. Zapisuje dopiero drugi przycisk.
team-import-file = Plik
team-import-hint = Markdown, DOCX lub ODT, do 20 MB.
team-import-read = Pokaż, co się wczyta
team-import-look = Podgląd
team-import-paragraphs = { $count ->
    [one] { $count } akapit gotowy.
    [few] { $count } akapity gotowe.
   *[other] { $count } akapitów gotowych.
}
team-import-counts = Zachowuje miejsce: { $kept }. Nowe: { $new }. Znika: { $gone }.
team-import-misnamed = Plik jest innego rodzaju, niż mówi jego nazwa. Odczytano go po zawartości.
team-import-left-out = Pominięto
team-import-change = Co się zmieni w tekście roboczym
team-import-anchors = Akapity i ich miejsca
team-import-new = nowy
team-import-write = Zapisz w tekście roboczym
team-import-none = Wybierz plik.
team-import-broken = Plik nie dotarł w całości. Wyślij go jeszcze raz.
team-import-clash = W tym czasie ktoś pisał. Poniżej nowy podgląd względem nowszego tekstu; naciśnij ponownie, żeby zapisać.
team-left-pictures = { $count ->
    [one] { $count } obraz
    [few] { $count } obrazy
   *[other] { $count } obrazów
}
team-left-boxes = { $count ->
    [one] { $count } pole tekstowe
    [few] { $count } pola tekstowe
   *[other] { $count } pól tekstowych
}
team-left-objects = { $count ->
    [one] { $count } osadzony obiekt
    [few] { $count } osadzone obiekty
   *[other] { $count } osadzonych obiektów
}
team-left-formulas = { $count ->
    [one] { $count } wzór
    [few] { $count } wzory
   *[other] { $count } wzorów
}
team-left-comments = { $count ->
    [one] { $count } komentarz na marginesie
    [few] { $count } komentarze na marginesie
   *[other] { $count } komentarzy na marginesie
}
team-left-hidden = { $count ->
    [one] { $count } fragment ukrytego tekstu
    [few] { $count } fragmenty ukrytego tekstu
   *[other] { $count } fragmentów ukrytego tekstu
}
team-left-struck = { $count ->
    [one] { $count } fragment skreślony w śledzeniu zmian
    [few] { $count } fragmenty skreślone w śledzeniu zmian
   *[other] { $count } fragmentów skreślonych w śledzeniu zmian
}
team-left-struck-rows = { $count ->
    [one] { $count } wiersz skreślony w śledzeniu zmian
    [few] { $count } wiersze skreślone w śledzeniu zmian
   *[other] { $count } wierszy skreślonych w śledzeniu zmian
}
team-left-contents = { $count ->
    [one] { $count } spis treści
    [few] { $count } spisy treści
   *[other] { $count } spisów treści
}
team-left-headers = { $count ->
    [one] { $count } nagłówek lub stopka strony
    [few] { $count } nagłówki lub stopki stron
   *[other] { $count } nagłówków lub stopek stron
}
team-left-nested = { $count ->
    [one] { $count } tabela w tabeli; jej słowa zostają
    [few] { $count } tabele w tabelach; ich słowa zostają
   *[other] { $count } tabel w tabelach; ich słowa zostają
}
team-left-links = { $count ->
    [one] { $count } niebezpieczny odnośnik; jego słowa zostają
    [few] { $count } niebezpieczne odnośniki; ich słowa zostają
   *[other] { $count } niebezpiecznych odnośników; ich słowa zostają
}
team-refused-empty = W pliku nie ma tekstu.
team-refused-large = Plik ma ponad 20 MB. Zapisz go bez obrazów albo wyślij sam tekst.
team-refused-program = Plik jest programem lub skryptem, niezależnie od nazwy. Wybierz dokument.
team-refused-password = Plik jest chroniony hasłem. Zapisz go bez hasła.
team-refused-macros = Plik zawiera makra. Zapisz go bez makr, jako DOCX lub ODT.
team-refused-sheet = Plik jest arkuszem, a arkusz nie ma akapitów. Wybierz dokument tekstowy.
team-refused-unknown = Plik nie jest dokumentem, który umiemy odczytać, ani zwykłym tekstem.
team-refused-bomb = Plik po rozpakowaniu rośnie ponad miarę. Zapisz go na nowo w programie biurowym.
team-refused-unpacked = Plik po rozpakowaniu jest za duży. Zapisz go bez obrazów.
team-refused-parts = Plik ma za dużo części. Zapisz go na nowo w programie biurowym.
team-refused-entities = Plik ma własne encje, których nie zapisuje żaden program biurowy. Zapisz go na nowo w takim programie.
team-refused-deep = Elementy pliku są zagnieżdżone za głęboko. Zapisz go na nowo w programie biurowym.
team-refused-damaged = Plik jest uszkodzony albo ucięty. Zapisz go na nowo i wyślij ponownie.
team-refused-rows = Tabela w pliku ma więcej wierszy niż { $most }.
team-refused-columns = Wiersz { $row } tabeli ma więcej kolumn niż { $most }.
team-refused-cell = Komórka w wierszu { $row } ma więcej znaków niż { $most }.
team-refused-long = Tekst jest za długi na propozycję. Wyślij sam tekst, bez załączników.
team-refused-pdf = Plik jest PDF-em, który nie mówi, w jakiej kolejności idą słowa. Wyślij DOCX lub ODT.
team-refused-old = Plik jest w formacie biurowym sprzed 2007 roku. Zapisz go jako DOCX lub ODT.
team-refused-rtf = Plik jest w formacie RTF. Zapisz go jako DOCX lub ODT.
team-refused-web = Plik jest stroną internetową. Zapisz jej tekst jako DOCX, ODT lub Markdown.
team-refused-picture = Plik jest obrazem. Wyślij tekst.
team-refused-archive = Plik jest archiwum. Rozpakuj je i wyślij dokument.
team-refused-other = Plik jest plikiem biurowym bez tekstu, na przykład prezentacją albo rysunkiem.

# Języki
team-languages = Tłumaczenia i wersja łatwa do czytania
team-languages-about = Tekst w innych językach i prostymi słowami
team-languages-lead = Uwagi zgłasza się do samego tekstu; te wersje pomagają go przeczytać.
team-languages-clash = Nie zapisano: w tym czasie ktoś zmienił te teksty. Wpisany tekst jest poniżej; zapisz jeszcze raz, żeby zastąpił tamten.
team-translation-polish = Tłumaczenie na polski
team-translation-english = Tłumaczenie na angielski
team-easy-polish = Łatwa do czytania, po polsku
team-easy-english = Łatwa do czytania, po angielsku

# Wyzwania
team-challenges = Wyzwania i rekomendacje
team-challenges-count = { $count ->
    [one] { $count } wyzwanie
    [few] { $count } wyzwania
   *[other] { $count } wyzwań
}
team-challenges-lead = Co zespół ustalił i co komu zaleca. Nic się nie zapisze, zanim nie zapiszesz całości.
team-challenges-clash = Nie zapisano: w tym czasie ktoś zmienił wyzwania. Wpisane dane są poniżej; zapisz jeszcze raz, żeby zastąpiły tamte.
team-challenge-number = Wyzwanie { $number }
team-recommendation-number = Rekomendacja { $number }
team-challenge = Wyzwanie
team-recommendation = Co zrobić
team-evidence = Dowody
team-causes = Przyczyny
team-affected = Kogo dotyczy
team-code = Kod
team-code-hint = Zostaje na stałe, bo wskazują go uwagi i powiązania: W04.
team-code-wrong = Kod zaczyna się wielką literą i ma litery, cyfry, kropki i łączniki: W04.R1.
team-code-taken = Ten kod ma inna propozycja.
team-code-twice = Ten kod jest tu dwa razy.
team-instrument = Instrument
team-instrument-legal = prawny
team-instrument-financial = finansowy
team-instrument-organisational = organizacyjny
team-instrument-information = informacyjny
team-addressee = Adresat
team-addressee-government = rząd
team-addressee-region = województwo
team-addressee-commune = gmina
team-addressee-association = związek miast
team-horizon = Horyzont
team-horizon-short = do dwóch lat
team-horizon-medium = do pięciu lat
team-horizon-long = dłużej
team-cost = Koszt dla budżetów publicznych
team-cost-none = żaden
team-cost-low = niski
team-cost-medium = średni
team-cost-high = wysoki
team-priority = Pilność
team-priority-hint = 1 to najpilniejsze.
team-not-said = nie podano
team-depends-on = Zależy od
team-conflicts-with = Wyklucza się z
team-duplicates = Mówi to samo co
team-link-hint = Kody oddzielone przecinkami.
team-link-unknown = Nie ma innego wyzwania ani rekomendacji { $code }.
team-add-challenge = Dodaj wyzwanie
team-add-recommendation = Dodaj rekomendację do wyzwania
team-row-up = Przesuń w górę: { $name }
team-row-down = Przesuń w dół: { $name }
team-row-remove = Usuń
team-row-remove-one = Usuń: { $name }

# Publikacja
team-publish = Opublikuj
team-publish-title = Publikacja wersji { $number }
team-publish-number = Opublikuj wersję { $number }
team-publish-about = Opublikowana wersja zostaje na zawsze, ze swoim skrótem. Osoby, których poprawki scalono, dostaną list.
team-publish-empty = Tekst roboczy jest jeszcze pusty.
team-publish-same = Tekst roboczy jest taki sam jak ten, który widzą wszyscy.
team-publish-clash = Nie opublikowano: w tym czasie ktoś zmienił tekst roboczy. Obejrzyj zmiany poniżej i naciśnij ponownie.
team-note = Co nowego
team-note-hint = Zdanie lub dwa na liście wersji.
team-hash = Skrót treści (SHA-256)

# Odpowiedzi
team-answers = Odpowiedzi na uwagi
team-answers-count = { $count ->
    [one] { $count } uwaga czeka na odpowiedź
    [few] { $count } uwagi czekają na odpowiedź
   *[other] { $count } uwag czeka na odpowiedź
}
team-answers-total = { $count ->
    [one] { $count } uwaga bez odpowiedzi
    [few] { $count } uwagi bez odpowiedzi
   *[other] { $count } uwag bez odpowiedzi
}
team-answers-none = Żadna uwaga nie czeka tu na odpowiedź.
team-answers-none-ticked = Zaznacz co najmniej jedną uwagę.
team-filter-clause = Akapit
team-filter-kind = Rodzaj
team-filter-owner = Kto odpowiada
team-filter-words = Słowa
team-filter-go = Filtruj
team-any = wszystkie
team-owner-me = ja
team-owner-nobody = nikt
team-column-tick = Zaznacz
team-column-number = Nr
team-column-words = Uwaga
team-column-who = Od kogo
team-column-owner = Kto odpowiada
team-tick = Zaznacz nr { $number }
team-alike = { $count ->
    [one] { $count } mówi to: zaznacz
    [few] { $count } mówią to samo: zaznacz wszystkie
   *[other] { $count } mówi to samo: zaznacz wszystkie
}
team-alike-too = Te mówią to samo i czekają: ta sama odpowiedź dla nich
team-answer-ticked = Odpowiedz na zaznaczone
team-assign-to = Przydziel
team-assign = Przydziel
team-next-page = Następne uwagi
team-kind-comment = Komentarz
team-kind-support = Poparcie
team-kind-question = Pytanie
team-kind-objection = Sprzeciw
team-kind-amendment = Poprawka
team-clause-whole = Cała propozycja
team-clause-gone = Akapit, którego już nie ma ({ $anchor })
team-position = Stanowisko
team-position-accepted = przyjęta
team-position-in-part = przyjęta w części
team-position-rejected = odrzucona
team-position-explained = wyjaśniona
team-answer-title = Odpowiedź na uwagę nr { $number }
team-answer-reasons = Uzasadnienie zespołu
team-answer-hint = Trafi listem do osób, które zgłosiły uwagę, i przeczytają ją wszyscy.
team-answer-send = Odpowiedz
team-answer-before = Dotychczasowa odpowiedź
team-answer-again = Nowa odpowiedź ją zastąpi; ta zostanie w historii.
team-answered-before = ma już odpowiedź
team-public-remark = Jak widzą ją wszyscy
team-amendment-change = Co zmienia poprawka
team-taken = Co z niej przyjęto
team-taken-hint = Tylko dla „przyjęta w części”: wpisz tekst w brzmieniu, które przyjmuje zespół.
team-taken-nothing = To tekst bez poprawki. Wpisz, co przyjęto, albo wybierz „odrzucona”.
team-taken-all = To cała poprawka. Wpisz, co przyjęto, albo wybierz „przyjęta”.
team-restore = Przywróć obecne brzmienie
team-preview-away = Nie ma sieci: widać ostatni podgląd.
team-bulk-title = { $count ->
    [one] Odpowiedź na { $count } uwagę
    [few] Jedna odpowiedź na { $count } uwagi
   *[other] Jedna odpowiedź na { $count } uwag
}
team-bulk-remarks = Kto dostanie tę odpowiedź
team-bulk-in-part = Na każdą poprawkę przyjętą w części odpowiedz na jej stronie: tam wpisuje się, co przyjęto.

# Scalanie
team-merging = Scalanie poprawek
team-merging-count = { $count ->
    [one] { $count } przyjęta poprawka do scalenia
    [few] { $count } przyjęte poprawki do scalenia
   *[other] { $count } przyjętych poprawek do scalenia
}
team-merging-about = Przyjęte poprawki, których nie ma jeszcze w tekście roboczym. Wybierz i obejrzyj, co z nich wyjdzie.
team-merging-none = Żadna przyjęta poprawka nie czeka na scalenie.
team-amendment = Poprawka nr { $number }
team-merge-go = Obejrzyj, co wyjdzie
team-merge-look = Podgląd scalenia
team-merge-none = Zaznacz co najmniej jedną poprawkę, która czeka na scalenie.
team-merge-chosen = Scalane w tej kolejności:
team-merge-broken = Poprawka nr { $number } nie pasuje do wersji, którą wskazuje, i jest pominięta.
team-merge-both = Zmienione przez kilka poprawek w różnych miejscach, warto przeczytać: { $anchors }
team-merge-change = Co się zmieni w tekście roboczym
team-merge-nothing = Nic się nie zmieni: tekst roboczy już tak brzmi.
team-merge-do = Scal z tekstem roboczym
team-merge-again = Obejrzyj jeszcze raz
team-merge-clash = Nie scalono: w tym czasie ktoś zmienił tekst roboczy. Wybory są zachowane; obejrzyj jeszcze raz i scal.
team-conflict-title = Co się nie zgadza: poprawka nr { $number }
team-conflict-words = Obie strony zmieniają te same słowa.
team-conflict-place = Obie strony wstawiają coś w tym samym miejscu.
team-conflict-deleted = Jedna strona usuwa to, co druga zmienia.
team-conflict-moved = Obie strony przenoszą to w różne miejsca.
team-conflict-draft = Tekst roboczy
team-conflict-open = Wybierz jedno brzmienie.
team-choose-left = Jak w tekście roboczym
team-choose-right = Jak w poprawce
team-choose-base = Jak dotychczas
team-choose-both = Oba, jedno po drugim
team-choose-own = Własnymi słowami, wpisanymi poniżej
team-own-words = Własne słowa
