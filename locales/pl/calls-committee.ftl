# Nabory: praca komisji.

committee-title = Komisja
committee-phase = Etap oceny
committee-phase-on = trwa
committee-from = od
committee-no-dates = Biuro jeszcze nie podało terminów.
committee-phase-waiting = Oczekiwanie
committee-phase-bids = Preferencje i związki
committee-phase-reviewing = Ocenianie
committee-phase-discussion = Rozmowa
committee-phase-over = Koniec oceny
committee-about-waiting = Ocena jeszcze się nie zaczęła. Zgłoszenia będą tu widoczne od pierwszego etapu.
committee-about-bids = Zaznacz, co chcesz oceniać, i zgłoś związki ze zgłoszeniami. Na tej podstawie zgłoszenia zostaną przydzielone.
committee-about-reviewing = Oceń przydzielone zgłoszenia. Recenzje innych osób zobaczysz po oddaniu swojej.
committee-about-discussion = Przeczytaj recenzje innych osób, porozmawiaj o nich i zmień swoją, jeśli trzeba.
committee-about-over = Ocena się skończyła. Recenzje można czytać, ale nie można ich już zmieniać.
committee-progress = { $given ->
    [one] Oddano { $given } recenzję
    [few] Oddano { $given } recenzje
   *[other] Oddano { $given } recenzji
}; rozpoczęte: { $begun }, do oceny: { $todo }
committee-progress-cannot = Przydzielone, których nie oceniasz z powodu związku: { $count }
committee-next = Następne do oceny
committee-all-done = Wszystkie przydzielone zgłoszenia mają Twoją recenzję.
committee-yours = { $count ->
    [one] Twoje zgłoszenie: { $count }. Oceniają je inne osoby.
   *[other] Twoje zgłoszenia: { $count }. Oceniają je inne osoby.
}
committee-found = { $count ->
    [one] Masz związek z { $count } zgłoszeniem. Nie ma go na liście, bo nie możesz go oceniać.
   *[other] Masz związek z { $count } zgłoszeniami. Nie ma ich na liście, bo nie możesz ich oceniać.
}
committee-filter = Wybór zgłoszeń
committee-filter-any = wszystkie
committee-filter-go = Pokaż
committee-show = Co pokazać
committee-show-all = wszystko
committee-show-to-do = do oceny
committee-show-given = ocenione
committee-track = Temat
committee-tier = Wielkość miejsca
committee-sort = Kolejność
committee-sort-own = moja kolejność
committee-sort-sent = według wysłania
committee-sort-title = według tytułu
committee-mine = Przydzielone mi
committee-mine-none = Nie ma tu przydzielonych zgłoszeń.
committee-rest = Pozostałe zgłoszenia
committee-rest-none = Nie ma tu innych zgłoszeń.
committee-everything = Zgłoszenia
committee-is-given = recenzja oddana
committee-is-begun = recenzja rozpoczęta
committee-is-to-do = do oceny
committee-is-declared = związek zgłoszony
committee-bid = Chcę to oceniać
committee-bid-none = bez odpowiedzi
committee-bid-yes = chętnie
committee-bid-maybe = w razie potrzeby
committee-bid-no = raczej nie
committee-bids-save = Zapisz preferencje
committee-bids-saved = Zapisano preferencje.
committee-files-title = Moje recenzje w pliku
committee-tier-metropolis = metropolia
committee-tier-agglomeration = aglomeracja
committee-tier-mid-size = miasto średnie
committee-tier-small-town = małe miasto
committee-tier-region = region

committee-code = Kod
committee-submission = Zgłoszenie
committee-state = Stan
committee-submission-code = Zgłoszenie { $code }
committee-blind = bez nazwisk
committee-bar-own = To Twoje zgłoszenie
committee-bar-own-about = Oceniają je inne osoby. Nie zobaczysz tu ich recenzji.
committee-bar-declared = Masz zgłoszony związek z tym zgłoszeniem
committee-bar-about = Nie oceniasz go i nie widzisz recenzji innych osób. Jeśli Twoja recenzja już powstała, zostaje zapisana, ale się nie liczy.
committee-bar-found = Masz związek z tym zgłoszeniem
committee-bar-found-about = Nie możesz go oceniać. Aby ocena pozostała anonimowa, nie podajemy, jaki to związek. Jeśli to pomyłka, napisz do biura i podaj kod zgłoszenia.
committee-files = Pliki
committee-file = zalacznik
committee-kilobytes = { $size } KB
committee-file-kept = niedostępny: w środku może być nazwisko. Poproś biuro o PDF bez danych.
committee-authors = Osoby autorskie
committee-links = Odnośniki

committee-own = Moja recenzja
committee-scale = Skala od { $least } do { $most }, waga { $weight }.
committee-cannot = Nie potrafię ocenić
committee-choose = wybierz
committee-recommendation = Rekomendacja
committee-recommend-accept = przyjąć
committee-recommend-maybe = przyjąć, jeśli będzie miejsce
committee-recommend-reject = nie przyjmować
committee-for-committee = Komentarz dla komisji
committee-for-committee-hint = Czyta go komisja i biuro. Autorki i autorzy go nie zobaczą.
committee-for-authors = Komentarz dla osób autorskich
committee-for-authors-hint = Biuro może go przekazać z decyzją, bez Twojego nazwiska.
committee-give = Oddaj recenzję
committee-give-about = Po oddaniu zobaczysz recenzje innych osób. Do końca rozmowy możesz swoją zmienić.
committee-change = Zapisz zmiany
committee-save = Zapisz szkic
committee-given-now = Recenzja jest oddana.
committee-saved-now = Szkic zapisano.
committee-said-now = Wiadomość zapisano.
committee-declared-now = Związek zgłoszono.
committee-taken-back-now = Cofnięto zgłoszenie związku.
committee-unfinished = Szkic, którego nie oddano przed końcem oceny
committee-clash = Tę recenzję zapisano też w innym oknie
committee-clash-about = Poniżej jest tamta wersja. W formularzu zostało to, co wpisano tutaj: popraw i zapisz, a zastąpi tamtą.
committee-in-the-other-window = inne okno
committee-refused-barred = Nie zapisano: masz związek z tym zgłoszeniem.
committee-refused-over = Nie zapisano: ocena się skończyła.
committee-refused-early = Nie zapisano: ocenianie jeszcze się nie zaczęło.
committee-refused-others = Nie zapisano: tego zgłoszenia nie masz wśród przydzielonych.
committee-refused-talk = Nie zapisano: teraz nie można pisać do pozostałych osób.
committee-refused-long = Nie zapisano: skróć opis do 1000 znaków.
committee-key-missing = Formularz nie miał numeru, po którym poznajemy, że wysłano go raz. Wyślij go jeszcze raz: nic z wpisanych rzeczy nie przepadło.
committee-kept-send = Wyślij teraz
committee-kept-drop = Odrzuć i zacznij od nowa
committee-kept-restored = Przywrócono to, co było wpisane wcześniej na tym urządzeniu.
committee-kept-older = Przywrócono wpisane wcześniej słowa. Od tamtej pory recenzję zapisano gdzie indziej.
committee-kept-waiting = Nie ma sieci. Recenzja czeka na tym urządzeniu i zostanie wysłana, gdy sieć wróci.
committee-kept-sending = Wysyłanie…
committee-kept-later = Serwer nie odpowiada. Recenzja czeka na tym urządzeniu.

committee-interest-link = Mam związek z tym zgłoszeniem
committee-interest-yours = Zgłoszony związek
committee-interest-about = Zgłoś związek, jeśli znasz osoby, które za tym stoją, albo coś od tego zgłoszenia zależy. Nie będziesz go oceniać.
committee-interest-words = Jaki to związek
committee-interest-declare = Zgłoś związek
committee-interest-back = Cofnij zgłoszenie związku

committee-reviews = Recenzje
committee-reviews-none = Nikt jeszcze nie oddał recenzji.
committee-hidden-until-own = Recenzje innych osób zobaczysz po oddaniu swojej.
committee-hidden-until-talk = Recenzje innych osób zobaczysz, gdy zacznie się rozmowa.
committee-hidden-for-good = Recenzji innych osób nie widać, bo Twoja nie została oddana.
committee-who = Kto
committee-you = Ty
committee-nameless = osoba bez podanego imienia
committee-whole = Razem
committee-of-hundred = { $figure } na 100
committee-mean = Średnia
committee-median = Mediana
committee-spread = Rozrzut (odchylenie standardowe)
committee-agreement = Zgodność
committee-agreement-is = { $words } (r wg = { $figure })
committee-agreement-none = brak zgodności
committee-agreement-weak = słaba
committee-agreement-moderate = umiarkowana
committee-agreement-strong = duża
committee-agreement-very-strong = bardzo duża
committee-outlier = odstaje
committee-outlier-about = Recenzja odstaje, gdy jej wynik leży daleko od mediany w porównaniu z pozostałymi. To powód do rozmowy, nie błąd.
committee-not-counted = nie liczy się: związek

committee-talk = Rozmowa komisji
committee-talk-none = Nikt jeszcze nic nie napisał.
committee-message = Wiadomość do komisji
committee-talk-send = Wyślij
