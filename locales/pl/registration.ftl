# Rejestracja: formularz, miejsce, bilet, listy.

registration-title = Rejestracja
registration-lead = Udział w kongresie jest bezpłatny. Liczba miejsc jest ograniczona, decyduje kolejność zgłoszeń.
registration-lead-decided = Udział w kongresie jest bezpłatny. Liczba miejsc jest ograniczona, o udziale decydują organizatorzy.
registration-until = Rejestracja trwa do { $when }.
registration-not-yet = Rejestracja jeszcze się nie zaczęła
registration-not-yet-when = Zacznie się { $when }. Formularz pojawi się na tej stronie.
registration-closed = Rejestracja jest zamknięta
registration-closed-when = Zamknięto ją { $when }. W sprawie miejsca napisz do organizatorów.
registration-who = Kto przyjedzie
registration-email = Adres e-mail
registration-email-hint = Na ten adres przyślemy potwierdzenie i bilet.
registration-name = Imię i nazwisko
registration-name-hint = Tak będzie napisane na identyfikatorze.
registration-salutation = Jak się zwracać
registration-salutation-hint = Na przykład: pani doktor, panie burmistrzu, po prostu Ola.
registration-environment = Środowisko
registration-environment-choose = Wybierz
registration-body = Instytucja lub organizacja
registration-town = Miejscowość
registration-town-hint = Wybierz z listy albo wpisz własną.
registration-needs = Czego trzeba na miejscu
registration-needs-hint = Zaznacz usługi, które mają czekać. O powody nie pytamy.
registration-other-service = Inna usługa
registration-languages = Języki, w których da się śledzić wystąpienia
registration-language-pl = polski
registration-language-en = angielski
registration-language-pjm = polski język migowy
registration-questions = Pytania organizatorów
registration-consents = Zgody
registration-send = Zarejestruj się
registration-wrong-environment = Wybierz środowisko z listy.
registration-key-missing = Formularz nie miał numeru, po którym poznajemy, że wysłano go raz. Wyślij go jeszcze raz: nic z wpisanych rzeczy nie przepadło.
registration-thanks = Zgłoszenie przyjęte
registration-thanks-what = Na podany adres idą dwa listy: potwierdzenie odbioru i, gdy zapadnie decyzja, wiadomość o miejscu. Jeśli listu nie ma po kwadransie, zajrzyj do folderu ze spamem.
registration-thanks-next = Żeby zmienić dane albo zrezygnować, wejdź tym samym adresem e-mail.
registration-enter = Wejdź
registration-mine = Moja rejestracja
registration-number = Numer
registration-since = od { $when }
registration-state = Stan
registration-is-submitted = przyjęte, czeka na decyzję
registration-is-confirmed = miejsce przyznane
registration-is-waitlisted = na liście rezerwowej
registration-is-declined = bez miejsca
registration-is-withdrawn = wycofane
registration-is-checked-in = na miejscu
registration-waitlisted-what = Gdy ktoś zrezygnuje, miejsce dostanie następna osoba z listy. Wiadomość przyjdzie e-mailem.
registration-withdrawn-what = Zgłoszenie jest wycofane, miejsce dostała następna osoba. Można zarejestrować się jeszcze raz, na końcu kolejki.
registration-again = Zarejestruj się jeszcze raz
registration-change = Zmień dane
registration-changed = Dane zapisane.
registration-save = Zapisz
registration-withdraw = Zrezygnuj z miejsca
registration-withdraw-what = Miejsce dostanie od razu następna osoba z listy rezerwowej. Tego nie da się cofnąć.
registration-withdraw-sure = Rezygnuję z udziału
registration-withdraw-unsure = Zaznacz, że to na pewno.
registration-ticket = Bilet
registration-ticket-show = Pokaż ten kod przy wejściu, na ekranie albo na papierze.
registration-ticket-code = Kod biletu numer { $number }
registration-ticket-pdf = Pobierz bilet (PDF)
registration-ticket-notes = Przygotujemy
registration-ticket-when = Kiedy
registration-ticket-place = Gdzie
registration-ticket-number = Numer
registration-ticket-fold = Złóż kartkę dwa razy: bilet będzie z wierzchu.
registration-no-ticket = Biletu jeszcze nie ma
registration-no-ticket-what = Bilet pojawi się, gdy będzie przyznane miejsce.
registration-file = bilet.pdf

service-sign-language = tłumaczenie na polski język migowy
service-hearing-loop = miejsce w zasięgu pętli indukcyjnej
service-captions = napisy na żywo
service-step-free = miejsce bez schodów
service-assistant = miejsce dla osoby asystującej
service-large-print = materiały dużą czcionką lub plik przed spotkaniem
service-guide-dog = miejsce dla psa przewodnika
service-diet = posiłek w innej diecie
service-quiet-room = pokój wyciszenia

environment-local-government = samorząd
environment-government = administracja rządowa
environment-academia = nauka
environment-organisation = organizacja pozarządowa
environment-business = przedsiębiorstwo
environment-resident = mieszkanki i mieszkańcy, ruchy miejskie
environment-media = media
environment-other = inne

letter-receipt-subject = Zgłoszenie numer { $number } przyjęte: { $congress }
letter-receipt =
    Szanowni Państwo,

    zgłoszenie na { $congress } zostało przyjęte pod numerem **{ $number }**. To potwierdzenie odbioru, a nie przyznanie miejsca: o miejscu napiszemy w osobnym liście.

    Dane można zmienić, a zgłoszenie wycofać, po wejściu na stronę: { $link }
letter-confirmed-subject = Miejsce przyznane: { $congress }
letter-confirmed =
    Szanowni Państwo,

    miejsce na { $congress } jest przyznane. Termin: { $dates }.

    Bilet z kodem jest w załączniku, a także na stronie: { $link }

    Jeśli plany się zmienią, prosimy zwolnić miejsce na tej samej stronie: dostanie je następna osoba.
letter-waitlisted-subject = Lista rezerwowa: { $congress }
letter-waitlisted =
    Szanowni Państwo,

    wszystkie miejsca na { $congress } są zajęte. Zgłoszenie numer **{ $number }** jest na liście rezerwowej. Gdy miejsce się zwolni, napiszemy od razu.

    Zgłoszenie można wycofać na stronie: { $link }
letter-declined-subject = Decyzja w sprawie udziału: { $congress }
letter-declined =
    Szanowni Państwo,

    dziękujemy za zgłoszenie na { $congress }. Tym razem nie możemy przyznać miejsca. Przebieg kongresu będzie opublikowany na stronie { $link }
letter-known-subject = Zgłoszenie już jest: { $congress }
letter-known =
    Szanowni Państwo,

    ktoś wysłał formularz rejestracji na { $congress } z tym adresem. Zgłoszenie z tym adresem już jest, ma numer **{ $number }** i nic się w nim nie zmieniło.

    Dane można zmienić po wejściu na stronę: { $link }

registrations-title = Rejestracje
registrations-about = { $total ->
    [one] { $total } zgłoszenie w tym zestawieniu.
    [few] { $total } zgłoszenia w tym zestawieniu.
   *[other] { $total } zgłoszeń w tym zestawieniu.
}
registrations-counts = Zgłoszenia według stanu
registrations-all = wszystkie
registrations-words = Nazwisko lub adres
registrations-filter = Pokaż
registrations-none = Nie ma zgłoszeń, które by pasowały.
registrations-choose = Zaznacz
registrations-choose-one = Zaznacz zgłoszenie { $number }
registrations-services = Usługi
registrations-received = Przyjęte
registrations-decide = Decyzja o zaznaczonych
registrations-confirm = Przyznaj miejsce
registrations-waitlist = Na listę rezerwową
registrations-decline = Odmów
registrations-next = Dalsze zgłoszenia

statistics-title = Statystyka
statistics-about = Osoby z miejscem, do sprawozdania. Liczby poniżej { $fewest } są ukryte, razem z tymi, z których dałoby się je obliczyć.
statistics-sizes = Wielkość miejscowości
statistics-regions = Województwo
statistics-people = Osoby
statistics-total = Razem
statistics-hidden = ukryte
statistics-small = do 20 tys. mieszkańców
statistics-middle = od 20 do 100 tys.
statistics-large = ponad 100 tys.
statistics-unknown = nieznane

check-in-title = Wejście
check-in-count = Na miejscu: { $here } z { $expected }.
check-in-code = Kod z biletu
check-in-hint = Zeskanuj albo przepisz; wielkość liter nie ma znaczenia.
check-in-let-in = Wpuść
check-in-wrong = To nie jest kod biletu na ten kongres. Sprawdź, czy jest cały, albo znajdź osobę na liście.
check-in-done = { $name }, numer { $number }: wejście zapisane.
check-in-already = { $name }: wejście zapisane już o { $hour }.
check-in-refused = { $name }: nie ma miejsca, stan zgłoszenia: { $state }.
check-in-elsewhere = Ten bilet jest na inny kongres.

set-up-title = Formularz rejestracji
set-up-about = Kiedy jest otwarty, ile jest miejsc, o co pyta. Zmiany widać od razu po zapisaniu.
set-up-places = Terminy i miejsca
set-up-opens = Otwarcie
set-up-opens-hint = Puste: od razu. Godziny według zegarów kongresu.
set-up-closes = Zamknięcie
set-up-closes-hint = Puste: nie zamyka się samo.
set-up-closes-before = Zamknięcie musi być później niż otwarcie.
set-up-capacity = Liczba miejsc
set-up-capacity-hint = Puste: bez ograniczeń. Gdy miejsc przybędzie, od razu dostaną je osoby z listy rezerwowej, po kolei.
set-up-mode = Kto decyduje o miejscu
set-up-automatic = Kolejność zgłoszeń
set-up-by-decision = Organizatorzy, o każdym zgłoszeniu osobno
set-up-questions-hint = Formularz zawsze pyta o imię i nazwisko, środowisko, instytucję, miejscowość, potrzeby i języki. Tu można dodać własne pytania.
set-up-question-number = Pytanie { $number }
set-up-question = Pytanie
set-up-kind = Sposób odpowiedzi
set-up-line = kilka słów
set-up-yes = tak (pole do zaznaczenia)
set-up-choice = jedna z odpowiedzi
set-up-answers = Odpowiedzi do wyboru
set-up-answers-hint = Każda w osobnym wierszu, w obu językach w tej samej kolejności. Tylko przy wyborze jednej z odpowiedzi.
set-up-answers-two = Podaj co najmniej dwie odpowiedzi, każdą w osobnym wierszu.
set-up-answers-even = W obu językach musi być tyle samo odpowiedzi, albo jeden z nich pusty.
set-up-required = Odpowiedź jest obowiązkowa
set-up-add-question = Dodaj pytanie
set-up-consents-hint = Żadna zgoda nie jest zaznaczona z góry. Zmiana treści tworzy nową wersję; kto zgodził się na dawną, ma zapisaną dawną.
set-up-consent-number = Zgoda { $number }
set-up-consent = Treść zgody
set-up-consent-required = Bez niej nie można wziąć udziału
set-up-add-consent = Dodaj zgodę
set-up-up = Przesuń wyżej: { $name }
set-up-down = Przesuń niżej: { $name }
set-up-remove = Usuń
set-up-remove-one = Usuń: { $name }
set-up-changed-meanwhile = Ktoś zapisał ten formularz w międzyczasie; jego zmianę widać w historii obok. Wpisane rzeczy są na miejscu: zapisz jeszcze raz, jeśli mają ją zastąpić.

import-title = Wczytaj listę
import-about = Lista osób zgłoszonych gdzie indziej. Najpierw podgląd; zapisuje dopiero drugi przycisk.
import-list = Lista
import-list-hint = Wklej arkusz z nagłówkiem w pierwszym wierszu: przecinki, średniki albo tabulatory.
import-look-at = Pokaż, co się wczyta
import-look = Podgląd
import-people = { $count ->
    [one] { $count } osoba gotowa do wczytania.
    [few] { $count } osoby gotowe do wczytania.
   *[other] { $count } osób gotowych do wczytania.
}
import-wrong = { $count ->
    [0] Wszystkie wiersze są dobre.
    [one] { $count } wiersz jest błędny i zostanie pominięty.
    [few] { $count } wiersze są błędne i zostaną pominięte.
   *[other] { $count } wierszy jest błędnych i zostanie pominiętych.
}
import-wrong-rows = Błędne wiersze
import-line = Wiersz
import-reason = Co jest nie tak
import-tell = Powiadom każdą z tych osób listem o decyzji
import-write = { $count ->
    [one] Wczytaj { $count } osobę
    [few] Wczytaj { $count } osoby
   *[other] Wczytaj { $count } osób
}
import-columns = Kolumny
import-columns-about = Potrzebne są dwie pierwsze. Kolejność dowolna, pozostałe kolumny są pomijane. Kto już jest na liście, zostaje bez zmian. Zgód nie da się wczytać: każda osoba wyraża je sama.
import-columns-missing = Brakuje kolumny: { $columns }.
import-lang = Język listów: pl albo en
import-missing = Puste pole: { $column }
import-unknown = { $column }: „{ $words }” nie da się odczytać
import-long = Za długie: { $column }
import-twice = Ten sam adres co w wierszu { $line }
import-broken = Niezamknięty cudzysłów

needs-title = Potrzeby
needs-about = Czego potrzebują osoby z miejscem. Lista znika dwa tygodnie po kongresie; nie pytamy o powody.
needs-none = Nikt z osób z miejscem nie zgłosił potrzeb.
needs-languages = Języki
