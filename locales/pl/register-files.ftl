# Rejestr: otwarte dane, kanały i raporty z konsultacji.

files-feed-title = { $title }: wersje, uwagi i odpowiedzi
files-feed-version = Opublikowano wersję { $number }
# $kind: rodzaj uwagi; $clause: miejsce w tekście, np. p4
files-feed-remark = { $kind } nr { $number } ({ $clause })
files-feed-answer = Odpowiedź na uwagę nr { $number }: { $position }

files-kind-comment = Uwaga
files-kind-support = Poparcie
files-kind-question = Pytanie
files-kind-objection = Sprzeciw
files-kind-amendment = Poprawka

files-position-accepted = uwzględniona
files-position-in-part = uwzględniona częściowo
files-position-rejected = nieuwzględniona
files-position-explained = wyjaśniona

files-team-of = Zespół ekspercki: { $theme }
files-part-leader = kieruje zespołem
files-part-expert = członkostwo w zespole
files-part-observer = obserwacja

files-version = wersja { $number } z { $date }, SHA-256 { $hash }
files-law-development-policy = Ustawa z dnia 6 grudnia 2006 r. o zasadach prowadzenia polityki rozwoju, art. 6
files-law-revitalisation = Ustawa z dnia 9 października 2015 r. o rewitalizacji, art. 6

files-form-meeting = spotkanie
files-form-debate = debata
files-form-workshop = warsztat
files-form-study-walk = spacer studyjny
files-form-survey = ankieta
files-form-interview = wywiady
files-form-representative-group = grupa przedstawicielska
files-form-oral-remarks = uwagi ustne do protokołu

files-figure-for = Głosy za uwagami i poprawkami
files-figure-against = Głosy przeciw
files-figure-abstain = Głosy wstrzymujące się

files-removed-off-topic = Nie dotyczy propozycji
files-removed-abuse = Obraża, grozi lub dyskryminuje
files-removed-private-data = Ujawnia prywatne sprawy
files-removed-advertising = Reklamuje
files-removed-unlawful = Narusza prawo
files-removed-repetition = Powtarza się

files-reports-title = Raporty z konsultacji
files-reports-about = Każdy raport zawiera wszystkie uwagi ze stanowiskiem i uzasadnieniem. Po opublikowaniu się nie zmienia: suma kontrolna pliku to potwierdza.
files-no-reports = Raportu jeszcze nie ma.
files-report-of = Raport { $number }, { $at }
files-file = Plik
files-whole = Cały raport

files-report-title = Raport z konsultacji
files-now = Raport na dziś
files-counted =
    { $count ->
        [one] { $count } opublikowana uwaga.
        [few] { $count } opublikowane uwagi.
       *[other] { $count } opublikowanych uwag.
    }
files-unanswered =
    { $count ->
        [one] Bez odpowiedzi pozostaje { $count }.
        [few] Bez odpowiedzi pozostają { $count }.
       *[other] Bez odpowiedzi pozostaje { $count }.
    }
files-all-answered = Każda ma odpowiedź.
files-preview = Obejrzyj raport
files-freeze-about = Powstanie pięć plików: PDF, HTML, DOCX, XLSX i CSV. Raport od razu będzie publiczny i nie da się go zmienić; później można dodać następny.
files-freeze = Utrwal i opublikuj raport
files-public-list = Publiczna strona raportów
