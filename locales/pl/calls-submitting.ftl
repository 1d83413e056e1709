# Nabory: to, co robią autorzy i autorki.

submitting-mine = Moje zgłoszenia
submitting-mine-lead = Szkice i wszystko, co zostało wysłane do naborów tej edycji.
submitting-mine-go = Zobacz zgłoszenia
submitting-mine-none = Nie ma tu jeszcze żadnego zgłoszenia.
submitting-calls = Zobacz nabory
submitting-asks = Do zrobienia
submitting-ask-send = Wyślij do { $when }.
submitting-ask-confirm = Potwierdź udział do { $when }.
submitting-ask-missing = { $label }: dodaj do { $when }.
submitting-deleted = Szkic usunięty.
submitting-untitled = Zgłoszenie bez tytułu
submitting-unnamed = Osoba bez nazwiska
submitting-number = Numer { $code }
submitting-back = Wróć do zgłoszenia

submitting-is-draft = szkic
submitting-is-submitted = wysłane
submitting-is-withdrawn = wycofane
submitting-is-accepted = przyjęte, czeka na potwierdzenie
submitting-is-rejected = nieprzyjęte
submitting-is-reserve = na liście rezerwowej
submitting-is-confirmed = potwierdzone
submitting-is-declined = rezygnacja

submitting-kind-kaleidoscope = wystąpienie w kalejdoskopie
submitting-kind-practice = praktyka miejska
submitting-kind-poster = poster
submitting-kind-flop = wtopa
submitting-tier-metropolis = metropolia
submitting-tier-agglomeration = aglomeracja
submitting-tier-mid-size = miasto średnie
submitting-tier-small-town = małe miasto
submitting-tier-region = region
submitting-language-uk = ukraiński

submitting-begin = Nowe zgłoszenie
submitting-begin-title = Nowe zgłoszenie: { $call }
submitting-begin-hint = Na początek może być roboczy albo żaden. Potem wszystko zapisuje się samo.
submitting-begin-go = Zacznij pisać
submitting-begin-without = Zacznij szkic bez kodu
submitting-until = do { $when }
submitting-begun = Szkic jest założony. Wpisany tekst zapisuje się sam.
submitting-key-missing = Formularz nie miał numeru, po którym poznajemy, że wysłano go raz. Wyślij go jeszcze raz: nic z wpisanych rzeczy nie przepadło.
submitting-shut-lead = Zaczęte szkice są zachowane.
submitting-not-yet = Nabór jeszcze się nie zaczął
submitting-not-yet-when = Nabór zacznie się { $when }
submitting-closed = Nabór zamknięto { $when }

submitting-code = Kod dostępu
submitting-code-hint = Ten nabór jest dla osób, które dostały kod. Wystarczy podać go raz.
submitting-code-go = Użyj kodu
submitting-code-needed = Do wysłania potrzebny jest kod dostępu. Szkic jest zapisany; podaj kod i wyślij jeszcze raz.
submitting-code-used = Ten kod wykorzystało już tyle osób, ile mogło. Poproś o nowy tę osobę, od której pochodzi.
submitting-code-unknown = Nie ma takiego kodu. Sprawdź litery i cyfry; wielkość liter nie ma znaczenia.
submitting-code-taken = Kod przyjęty. Zgłoszenie można wysłać.

submitting-title = Tytuł
submitting-summary = Streszczenie
submitting-summary-hint = To przeczyta komisja, a po przyjęciu wszyscy. Puste wiersze dzielą akapity; działają *pochylenie*, **pogrubienie** i listy od myślników.
submitting-lang = Język wystąpienia
submitting-track = Temat
submitting-track-choose = wybierz
submitting-tier = Wielkość miejsca
submitting-tier-hint = O jakim miejscu jest to zgłoszenie.
submitting-links = Linki
submitting-links-hint = Gdzie można przeczytać więcej. Każdy w osobnym wierszu, od https://.
submitting-anonymity = Podpis
submitting-anonymity-none = Nazwiska są jawne
submitting-anonymity-public = Publiczność nie pozna nazwisk
submitting-anonymity-committee = Nazwisk nie pozna publiczność ani komisja, tylko biuro
submitting-due = Potrzebne od { $when }.
submitting-count-most = Najwięcej znaków: { $most }
submitting-count-words = Znaki: %has z %most
submitting-count-over = Za dużo znaków. Do skrócenia: %over.
submitting-too-long = Jest { $has ->
    [one] { $has } znak
    [few] { $has } znaki
   *[other] { $has } znaków
}, a może być { $most }. Skróć o { $over }.
submitting-wrong-count = Liczba odpowiedzi: { $has }. Może być od { $least } do { $most }.
submitting-not-a-number = Wpisz liczbę całkowitą od { $least } do { $most }.
submitting-bad-link = Wpisz cały adres, od https://.
submitting-bad-link-at = Wiersz { $number }: wpisz cały adres, od https://.

submitting-you = O Tobie
submitting-name = Imię i nazwisko
submitting-body = Instytucja
submitting-town = Miejscowość
submitting-environment = Środowisko
submitting-environment-unsaid = nie podaję
submitting-biography = Notka
submitting-biography-hint = Kilka zdań, które po przyjęciu przeczytają wszyscy.
submitting-authors = Autorzy i autorki
submitting-authors-most = { $most ->
    [one] Może być { $most } osoba.
    [few] Mogą być najwyżej { $most } osoby.
   *[other] Może być najwyżej { $most } osób.
}
submitting-author-submitter = zgłasza
submitting-author-invited = zaproszenie wysłane
submitting-author-confirmed = potwierdzone
submitting-author-removed = poza zgłoszeniem
submitting-author-remove = Usuń
submitting-author-up = W górę
submitting-author-leave = Usuń mnie ze zgłoszenia
submitting-author-already = To konto należy już do autorów tego zgłoszenia. Jeśli zaproszenie jest do innej osoby, wejdź na jej konto.
submitting-invite = Zaproś kolejną osobę
submitting-invite-about = Wyślemy list z linkiem. Dopóki osoba nie potwierdzi, nikt poza autorami i biurem nie zobaczy jej nazwiska.
submitting-invite-name = Imię i nazwisko zapraszanej osoby
submitting-invite-email = Adres e-mail zapraszanej osoby
submitting-invite-go = Wyślij zaproszenie
submitting-invite-self = To Twój adres. Podaj adres innej osoby.
submitting-invite-letters = Pod ten adres poszło już dziś kilka listów. Spróbuj za kilka minut.
submitting-invite-gone = Ta osoba nie chce być dopisana do zgłoszenia albo została usunięta. Nie można zaprosić jej ponownie.
submitting-invite-not-taken = Termin minął i nie można już nikogo dopisać.
submitting-invited = Zaproszenie wysłane.
submitting-removed = Osoba usunięta ze zgłoszenia.
submitting-ordered = Kolejność osób zmieniona.

submitting-files = Pliki
submitting-file-size = Najwyżej { $most } MB.
submitting-file-limits = { $kinds }; najwyżej { $most } MB.
submitting-file-send = Dodaj plik
submitting-file-replace = Zamień plik
submitting-file-remove = Usuń plik
submitting-file-saved = Plik zapisany.
submitting-file-removed = Plik usunięty.
submitting-file-none = Wybierz plik.
submitting-file-broken = Plik nie doszedł w całości. Wyślij go jeszcze raz.
submitting-file-too-large = Plik jest za duży. Może mieć najwyżej { $most } MB.
submitting-file-other = To plik innego rodzaju, niż mówi nazwa albo niż trzeba. Potrzebny: { $kinds }.
submitting-file-empty = Plik jest pusty.
submitting-file-program = Plik zawiera program albo makra. Zapisz go bez nich.
submitting-file-locked = Plik jest chroniony hasłem. Zapisz go bez hasła.
submitting-file-bomb = Plik po rozpakowaniu jest podejrzanie duży. Zapisz go jeszcze raz, na przykład jako PDF.
submitting-file-damaged = Plik jest uszkodzony. Otwórz go u siebie i zapisz jeszcze raz.
submitting-file-unknown = Nie rozpoznajemy tego pliku. Wyślij PDF, obraz albo dokument.
submitting-kilobytes = { $count } kB

submitting-before-sending = Przed wysłaniem
submitting-licence = Przyjęty tekst publikujemy na licencji
submitting-save-draft = Zapisz szkic
submitting-save-changes = Zapisz zmiany
submitting-preview = Podgląd
submitting-send = Wyślij zgłoszenie
submitting-send-again = Wyślij ponownie
submitting-saved = Zapisano.
submitting-saved-at = Ostatni zapis: { $when }
submitting-sent = Zgłoszenie wysłane. Potwierdzenie przyjdzie listem.
submitting-not-taken = { $why }. Tekst jest zachowany w szkicu, ale nie można go już wysłać.
submitting-too-many = { $most ->
    [one] Jedna osoba może wysłać { $most } zgłoszenie
    [few] Jedna osoba może wysłać { $most } zgłoszenia
   *[other] Jedna osoba może wysłać { $most } zgłoszeń
} do tego naboru. Szkic jest zachowany; żeby go wysłać, wycofaj inne.
submitting-kept-errors = { $count ->
    [one] Zapisano. Zostało { $count } miejsce do poprawy
    [few] Zapisano. Zostały { $count } miejsca do poprawy
   *[other] Zapisano. Zostało { $count } miejsc do poprawy
}
submitting-kept-errors-text = Wszystko, co wpisano, jest zachowane. Tego, co poniżej, trzeba jeszcze dopilnować.
submitting-change-not-taken = Nie zapisano. { $why }, więc wysłanego zgłoszenia nie można już zmienić. To, co wpisano, jest poniżej; skopiuj, jeśli jest potrzebne.
submitting-change-over = Nie zapisano. Zgłoszenie jest wycofane albo po decyzji, więc nie można go zmienić. To, co wpisano, jest poniżej; skopiuj, jeśli jest potrzebne.
submitting-unsaved = Nie zapisano zmian
submitting-on-record = Zgłoszenie jest wysłane. Każdą zmianę zapisuje się osobno i zostaje po niej ślad.
submitting-clash = W tym czasie zapisano zgłoszenie w innym oknie
submitting-clash-text = Poniżej w formularzu jest Twój tekst. Obok siebie stoją miejsca, które się różnią: przenieś do formularza, co trzeba, i zapisz.
submitting-clash-theirs = Zapisane gdzie indziej
submitting-clash-mine = Wpisane tutaj
submitting-clash-leave = Zostaw wersję zapisaną gdzie indziej

submitting-kept = Zapisano o { $time }
submitting-kept-not = To zgłoszenie jest już wysłane. Zapisz zmiany przyciskiem.
submitting-kept-clash = W tym czasie zapisano zgłoszenie w innym oknie. Wpisany tekst jest na tym urządzeniu; naciśnij Zapisz, żeby porównać.
submitting-kept-restored = Przywrócono tekst, którego serwer jeszcze nie ma.
submitting-kept-older = Przywrócono tekst pisany do starszej wersji. Naciśnij Zapisz, żeby porównać.
submitting-kept-waiting = Brak sieci: zapis na tym urządzeniu. Zostanie wysłany, gdy sieć wróci.
submitting-kept-offline = Brak sieci: zapis na tym urządzeniu
submitting-kept-sending = Wysyłanie…
submitting-kept-later = Serwer teraz nie odpowiada. Tekst jest na tym urządzeniu; wyślij go za chwilę.
submitting-kept-send = Wyślij teraz
submitting-kept-drop = Wyrzuć ten tekst

submitting-draft = Szkic
submitting-draft-until = Nikt poza autorami go nie widzi. Nabór trwa do { $when }.
submitting-draft-open = Nikt poza autorami go nie widzi. Można go wysłać w każdej chwili.
submitting-draft-kept = Szkic jest zachowany i można go czytać oraz poprawiać, ale nie wysłać.
submitting-grace = Termin minął { $when }
submitting-grace-until = Szkic zaczęty przed terminem można jeszcze wysłać do { $when }.
submitting-sent-at = Wysłane { $when }
submitting-changeable-until = Można je zmieniać do { $when }.
submitting-changeable = Można je zmieniać do końca naboru.
submitting-judged = Termin minął. Zgłoszenie czeka na ocenę i decyzję; napiszemy.
submitting-withdrawn-at = Wycofane { $when }
submitting-withdrawn-again = Komisja go nie widzi. Dopóki trwa nabór, można je wysłać ponownie.
submitting-withdrawn-over = Komisja go nie widzi.
submitting-accepted = Zgłoszenie jest przyjęte
submitting-confirm-by = Potwierdź udział do { $when }. Bez potwierdzenia miejsce przejdzie na następne z listy rezerwowej.
submitting-confirm = Potwierdź udział
submitting-confirmed = Udział potwierdzony
submitting-confirmed-text = Do zobaczenia na kongresie. Poniżej można przygotować wystąpienie.
submitting-confirmed-now = Udział potwierdzony.
submitting-rejected = Zgłoszenie nie zostało przyjęte
submitting-rejected-text = Dziękujemy za nie. Tekst zostaje do wglądu.
submitting-reserve = Lista rezerwowa, miejsce { $rank }
submitting-reserve-text = Jeśli ktoś z przyjętych zrezygnuje, miejsce przejdzie na kolejne z listy. Napiszemy od razu.
submitting-declined-at = Rezygnacja { $when }
submitting-declined-text = Miejsce przeszło na następne z listy rezerwowej.
submitting-reason = Uzasadnienie

submitting-leave-draft = Usuń szkic
submitting-leave-draft-what = Szkic zniknie razem z plikami i zaproszeniami. Tego nie da się cofnąć.
submitting-leave-draft-sure = Chcę usunąć ten szkic
submitting-leave-submitted = Wycofaj zgłoszenie
submitting-leave-submitted-what = Komisja przestanie je widzieć. Dopóki trwa nabór, można je wysłać ponownie.
submitting-leave-submitted-sure = Chcę wycofać to zgłoszenie
submitting-leave-chosen = Zrezygnuj z udziału
submitting-leave-chosen-what = Miejsce od razu przejdzie na następne zgłoszenie z listy rezerwowej. Tego nie da się cofnąć.
submitting-leave-chosen-sure = Chcę zrezygnować z udziału
submitting-leave-over = To już załatwione: zgłoszenie jest wycofane albo po decyzji.

submitting-prepare = Przygotowanie wystąpienia
submitting-prepare-lead = Każda z osób występujących odpowiada za siebie. Odpowiedzi czyta tylko biuro.
submitting-prepare-go = Odpowiedz albo zmień
submitting-prepare-said = Mamy odpowiedź o potrzebach, godzinach i nagraniu. Można ją zmienić.
submitting-prepare-unsaid = Powiedz, czego potrzebujesz, kiedy możesz wystąpić i czy zgadzasz się na nagranie.
submitting-prepare-clash = W tym czasie zapisano inną odpowiedź w drugim oknie. Wpisany tekst jest poniżej; zapisz jeszcze raz, żeby zastąpił tamten.
submitting-prepared = Odpowiedź zapisana.
submitting-needs = Czego potrzebujesz
submitting-needs-hint = Na przykład tłumacz języka migowego, niski pulpit, scena bez schodów. Wystarczy usługa, bez powodu.
submitting-availability = Kiedy możesz
submitting-availability-hint = Puste wszystko: zawsze. Jeśli podasz godziny jednego dnia, dni bez godzin znaczą „nie mogę”.
submitting-from = Od ({ $day })
submitting-to = Do ({ $day })
submitting-ends-before = Koniec musi być po początku.
submitting-recording = Nagranie
submitting-recording-hint = Bez odpowiedzi nie nagrywamy.
submitting-recording-yes = Zgadzam się na nagranie i publikację
submitting-recording-no = Nie zgadzam się
submitting-changes = Zmiany po przyjęciu
submitting-changes-about = Biuro widzi, co się zmieniło.

submitting-preview-committee = Jak przeczyta to komisja
submitting-preview-blind = Komisja ocenia bez nazwisk. Nazwiska i instytucje w tekście zasłaniamy sami; plików i linków komisja nie widzi, dopóki biuro ich nie sprawdzi.
submitting-preview-open = Komisja widzi nazwiska.
submitting-preview-public = Jak przeczytają to wszyscy
submitting-preview-public-about = Dopiero po przyjęciu i ogłoszeniu programu.
submitting-blind-nameless = Bez nazwisk
submitting-nameless = Nazwiska pozostają nieznane

submitting-invitation = Zaproszenie do zgłoszenia
submitting-invitation-lead = { $inviter } podaje, że jesteś wśród osób, które przygotowały zgłoszenie „{ $title }”.
submitting-invitation-yes = Potwierdzam
submitting-invitation-no = Usuń moje dane
submitting-invitation-no-about = Jeśli to pomyłka albo nie chcesz brać w tym udziału, usuń się. Nie trzeba mieć konta. Nikt nie zaprosi Cię do tego zgłoszenia ponownie.
submitting-invitation-sign-in = Żeby potwierdzić, wejdź adresem e-mail. Potem wrócisz na tę stronę.
submitting-invitation-go = Wejdź i potwierdź
submitting-invitation-done = Udział w zgłoszeniu jest potwierdzony.
submitting-invitation-see = Zobacz zgłoszenie
submitting-invitation-out = Ta osoba nie należy już do zgłoszenia. Z danych został tylko adres, żeby nikt nie zaprosił jej ponownie.
submitting-reading-as = Potwierdzasz jako { $who }.
submitting-data = Twoje dane
submitting-data-what = Co mamy
submitting-data-source = Od kogo
submitting-data-why = Po co
submitting-data-why-text = Żeby zapytać o współautorstwo i, po potwierdzeniu, ocenić oraz ogłosić zgłoszenie (art. 6 ust. 1 lit. e RODO).
submitting-data-long = Jak długo
submitting-data-long-text = Bez odpowiedzi: do usunięcia szkicu albo 400 dni od końca kongresu.
submitting-data-rights = Prawa
submitting-data-rights-text = Można się usunąć od razu na tej stronie, zobaczyć i poprawić dane, wnieść sprzeciw oraz skargę do Prezesa UODO.
