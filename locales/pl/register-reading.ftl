# Rejestr: propozycje tak, jak czyta je każdy.

read-index-about = Zespoły eksperckie przygotowały propozycje. Przeczytaj je, napisz uwagę tam, gdzie dotyczy ona tekstu, i zobacz, co odpowiedział zespół.
read-index-lead = { $count ->
    [one] { $count } propozycja.
    [few] { $count } propozycje.
   *[other] { $count } propozycji.
}
read-index-empty = Nie ma jeszcze propozycji
read-index-empty-advice = Pojawią się tu, gdy zespoły je opublikują.
read-index-no-theme = Bez tematu
read-to-recommendations = Wszystkie rekomendacje
read-of-a-team = propozycja zespołu eksperckiego

read-gate-not-yet = Uwagi od { $moment }
read-gate-until = Otwarta na uwagi do { $moment }
read-gate-open = Otwarta na uwagi
read-gate-closed = Uwagi zbierano do { $moment }
read-from-day = z { $day }
read-to-versions = Wersje
read-session-live = Sesja trwa:
read-version = Wersja { $number }
read-version-no = { $number }
read-version-of = Wersja { $number } z { $day }
read-remarks-count = { $count ->
    [one] { $count } uwaga
    [few] { $count } uwagi
   *[other] { $count } uwag
}
read-amendments-count = { $count ->
    [one] { $count } poprawka
    [few] { $count } poprawki
   *[other] { $count } poprawek
}
read-amendments-stand = { $count ->
    [one] { $count } poprawka: na czym stoi
    [few] { $count } poprawki: na czym stoją
   *[other] { $count } poprawek: na czym stoją
}
read-standing-accepted = przyjęte
read-standing-in-part = przyjęte w części
read-standing-open = w rozmowie
read-standing-rejected = odrzucone z uzasadnieniem

read-index-title = Gdzie toczy się rozmowa: uwagi i poprawki według paragrafów
read-index = Paragraf { $number }, uwag i poprawek: { $count }
read-index-headed = Paragraf { $number }, { $heading }, uwag i poprawek: { $count }
read-link-to = Odnośnik { $of }
read-of-clause = do paragrafu { $number }
read-of-start = do początku tekstu
read-to-all-remarks = Wszystkie uwagi i poprawki: { $count }
read-whole-count = Do całości: { $count }
read-add-whole = Uwaga do całości
read-add-remark = Uwaga
read-add-amendment = Poprawka
read-add-here = Napisz uwagę
read-rules = Zasady rozmowy
read-all-at-clause = { $count ->
    [one] Uwagi i poprawki: { $count }
   *[other] Wszystkie uwagi i poprawki: { $count }
}

read-kind-comment = uwaga
read-kind-support = poparcie
read-kind-question = pytanie
read-kind-objection = sprzeciw
read-kind-amendment = poprawka
read-behalf-city = w imieniu samorządu
read-behalf-ngo = w imieniu organizacji
read-behalf-company = w imieniu firmy
read-behalf-other = w imieniu instytucji
read-channel-paper = złożono na papierze
read-channel-mail = przysłano pocztą elektroniczną
read-channel-table = przysłano w tabeli
read-channel-spoken = powiedziano na spotkaniu
read-position-accepted = przyjęta
read-position-in-part = przyjęta w części
read-position-rejected = odrzucona
read-position-explained = wyjaśniona
read-team-says = Zespół: { $position }
read-merged-in = Jest w tekście od wersji { $number }
read-waiting = Czeka na przeczytanie przez biuro
read-waiting-what = Na razie widzisz to tylko Ty. Po przeczytaniu przez biuro uwaga będzie widoczna dla wszystkich.
read-mine = Moja
read-replies-to = odpowiedź na
read-same-as = mówi to samo co
read-same = To samo mówią:
read-no = nr { $number }
read-no-big = Nr { $number }
read-to-no = na nr { $number }
read-reasons = Uzasadnienie
read-wording = Proponowane brzmienie
read-answer = Odpowiedź zespołu
read-reply = Odpowiedz
read-agree = { $count ->
    [one] Popieram nr { $number }, { $count } głos
    [few] Popieram nr { $number }, { $count } głosy
   *[other] Popieram nr { $number }, { $count } głosów
}
read-removal-off-topic = nie dotyczy propozycji
read-removal-abuse = obraża, grozi albo dyskryminuje
read-removal-private-data = ujawnia czyjeś prywatne sprawy
read-removal-advertising = reklamuje
read-removal-unlawful = narusza prawo
read-removal-repetition = powtarza to, co ta sama osoba już przysłała

read-clause-whole = Całość
read-clause-start = Początek tekstu
read-clause-gone = Fragment, którego już nie ma
read-clause-headed = § { $number }. { $heading }
read-clause-is-gone = Tego fragmentu nie ma w obowiązującej wersji
read-clause-is-gone-advice = Zobacz, co o nim mówiono.
read-back-to-text = Wróć do tekstu
read-back-to-clause = Wszystko, co mówi się o tym miejscu: { $clause }
read-all-remarks = Wszystkie uwagi i poprawki
read-filter = Wybór uwag
read-filter-all = wszystkie
read-filter-kind = Rodzaj
read-filter-state = Odpowiedź
read-filter-words = Słowa
read-filter-mine = Tylko moje
read-filter-show = Pokaż
read-filter-none = Pokaż wszystkie
read-state-unanswered = bez odpowiedzi
read-state-answered = z odpowiedzią
read-state-merged = włączone do tekstu
read-found = { $count ->
    [one] { $count } wątek
    [few] { $count } wątki
   *[other] { $count } wątków
}
read-found-none = Nikt jeszcze nic nie napisał.
read-found-none-filtered = Nic nie pasuje do tego wyboru.
read-pages = Strony listy
read-page-before = Poprzednie
read-page-after = Następne

read-remark-no = Uwaga nr { $number }
read-amendment-no = Poprawka nr { $number }
read-amend-this = Popraw tę poprawkę
read-withdraw = Wycofaj
read-change = Co zmienia poprawka
read-what-is-said = Co zostało powiedziane
read-made-for = Napisano do wersji { $number }, która już nie obowiązuje
read-taken = Co z tego przyjmuje zespół
read-beside = Ten sam akapit zmieniają
read-neighbours = Inne poprawki tych samych akapitów
read-goes-with = Łączy się z
read-clashes-with = Nie da się pogodzić z
read-clash-this = Ta poprawka
read-clash-that = Poprawka nr { $number }
read-clash-nothing = skreśla te słowa
read-conflict-words = Obie zmieniają te same słowa.
read-conflict-place = Obie dopisują coś w tym samym miejscu.
read-conflict-deleted = Jedna skreśla to, co druga zmienia.
read-conflict-moved = Obie przenoszą ten akapit, każda gdzie indziej.
read-amended-by = Poprawki do tej poprawki:
read-now = Jak brzmi to miejsce dziś
read-now-gone = W obowiązującej wersji nie ma już tego akapitu.
read-removed = Usunięto { $day }. Powód: { $reason }.
read-withdrawn = Autor lub autorka wycofali to { $day }.

read-votes-total = { $count ->
    [one] Stanowiska: { $count } głos
    [few] Stanowiska: { $count } głosy
   *[other] Stanowiska: { $count } głosów
}
read-vote-for = za
read-vote-against = przeciw
read-vote-abstain = wstrzymuję się
read-button-for = Za
read-button-against = Przeciw
read-button-abstain = Wstrzymuję się
read-my-vote = Mój głos w sprawie nr { $number }
read-percent = { $count } proc.

read-views = Sposób pokazania
read-view-changes = Zmiany
read-view-after = Po zmianie
read-view-now = Przed zmianą
read-legend-inserted = podkreślone: dodano
read-legend-deleted = przekreślone: usunięto

read-versions = Wersje
read-version-open = otwórz
read-version-stands = obowiązuje
read-version-merged = Włączono poprawki:
read-version-published = Opublikowano { $day }.
read-version-current = To wersja obowiązująca.
read-version-old = To wersja dawna. Uwagi zbieramy do obowiązującej.
read-compare-from = Porównaj
read-compare-to = z
read-compare-show = Pokaż zmiany
read-compare-with-current = Porównaj z obowiązującą
read-compared = Wersja { $from } i wersja { $to }
read-compared-same = Te wersje mówią to samo.
read-compared-changed = { $count ->
    [one] Zmienił się { $count } akapit.
    [few] Zmieniły się { $count } akapity.
   *[other] Zmieniło się { $count } akapitów.
}
read-translation = Tłumaczenie
read-translation-note = Tłumaczenie wersji { $number }. Uwagi zbieramy do tekstu oryginalnego.
read-easy = Tekst łatwy do czytania
read-easy-note = Ta sama treść w prostych słowach, według wersji { $number }. Uwagi zbieramy do pełnego tekstu.
read-in-polish = Po polsku
read-in-english = Po angielsku
read-easy-polish = Tekst łatwy do czytania
read-easy-english = Tekst łatwy do czytania po angielsku
read-team = Zespół
read-team-leader = prowadzi
read-team-expert = współautorstwo
read-team-observer = obserwuje
read-files = Pliki i otwarte dane
read-file-reports = Raporty z konsultacji
read-file-reports-what = wszystkie uwagi ze stanowiskiem zespołu
read-file-akn = Akoma Ntoso
read-file-akn-what = tekst z poprawkami w formacie parlamentów, XML
read-file-json = JSON
read-file-json-what = propozycja i cała rozmowa, dla programów
read-file-csv = CSV
read-file-csv-what = uwagi jako tabela
read-file-atom = Kanał Atom
read-file-atom-what = nowe uwagi, odpowiedzi i wersje

read-since-label = Co się zmieniło od
read-since-version = wersji { $number }, { $day }
read-since-show = Pokaż
read-since-visit = Co się zmieniło od ostatniej wizyty:
read-news-title = Co się zmieniło od { $since }
read-news = Nowe uwagi i poprawki: { $remarks }. Odpowiedzi zespołu: { $answers }. Nowe wersje: { $versions }.
read-news-none = Nic się nie zmieniło.
read-news-answers = Odpowiedzi zespołu
read-news-remarks = Nowe uwagi i poprawki
read-news-all = Pokaż wszystkie na jednej liście

read-challenges = Wyzwania i rekomendacje
read-challenge-evidence = Skąd to wiadomo
read-challenge-causes = Przyczyny
read-challenge-affected = Kogo dotyczy
read-recommendations = Rekomendacje
read-recommendations-about = Co zespoły eksperckie radzą zrobić, komu i jakimi środkami.
read-recommendations-count = { $count ->
    [one] { $count } rekomendacja
    [few] { $count } rekomendacje
   *[other] { $count } rekomendacji
}
read-recommendations-empty = Nie ma jeszcze rekomendacji
read-against = Odpowiada na
read-facets = Wybór rekomendacji
read-facet-remove = , usuń
read-facet-theme = Temat
read-facet-goal = Cel
read-facet-instrument = Narzędzie
read-facet-addressee = Adresat
read-facet-horizon = Termin
read-facet-priority = Pilność
read-facet-cost = Koszt
read-priority = pilność { $value }
read-instrument-legal = prawne
read-instrument-financial = finansowe
read-instrument-organisational = organizacyjne
read-instrument-information = informacyjne
read-addressee-government = rząd
read-addressee-region = województwo
read-addressee-commune = gmina
read-addressee-association = związek lub stowarzyszenie samorządów
read-horizon-short = krótki, do 2 lat
read-horizon-medium = średni, do 5 lat
read-horizon-long = długi
read-cost-none = bez kosztów
read-cost-low = niski
read-cost-medium = średni
read-cost-high = wysoki
read-link-depends-on = zależy od
read-link-conflicts-with = jest w sprzeczności z
read-link-duplicates = mówi to samo co

session-proposals = Propozycje na tej sesji
