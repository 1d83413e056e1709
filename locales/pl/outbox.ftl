# Poczta: listy, wysyłki, zadania.

outbox-title = Poczta
outbox-about = Każdy list kongresu, od szkicu do wysłania. Szkic wychodzi dopiero wtedy, gdy ktoś go wyśle.
outbox-counts = Ile listów w jakim stanie
outbox-state = Stan
outbox-any-state = Każdy
outbox-to = Do kogo
outbox-show = Pokaż
outbox-all = Pokaż wszystkie
outbox-none = Nie ma tu takich listów.
outbox-table = Listy
outbox-language = Język
outbox-when = Od kiedy
outbox-pages = Strony listów
outbox-mailings = Wysyłki
outbox-mailing = Wysyłka
outbox-no-mailings = Nie było jeszcze żadnej wysyłki.
outbox-draft = szkic
outbox-queued = w kolejce
outbox-sent = wysłany
outbox-failed = nie dotarł
outbox-discarded = odrzucony
outbox-send-all = { $count ->
    [one] Wyślij { $count } szkic
    [few] Wyślij { $count } szkice
   *[other] Wyślij { $count } szkiców
}
outbox-discard-all = { $count ->
    [one] Odrzuć { $count } szkic
    [few] Odrzuć { $count } szkice
   *[other] Odrzuć { $count } szkiców
}
outbox-send = Wyślij
outbox-send-again = Wyślij ponownie
outbox-discard = Odrzuć
outbox-edit = Zmień szkic
outbox-save = Zapisz
outbox-preview = Co dostanie adresat
outbox-created = Napisano: { $when }
outbox-plain = Ten sam list bez formatowania
outbox-files = Załączniki
outbox-secret = Ten list zawiera wejście do konta. Jego treść widzi tylko adresat.
outbox-wiped = Treść i załączniki tego listu już usunięto.
outbox-essential = konieczny: dociera także do tych, którzy nie chcą listów
outbox-unsubscribable = można z takich listów zrezygnować
outbox-in-polish = polski
outbox-in-english = angielski
outbox-message-id = Identyfikator w poczcie: { $id }
outbox-by-hand = Ktoś z biura zdecydował, że nie wyjdzie.
outbox-unsubscribed = Adresat nie chce więcej takich listów.
outbox-expired = Wejście, które zawierał, już wygasło.
outbox-clash = Ten list zmienił się w międzyczasie
outbox-clash-what = Ktoś inny zmienił go, wysłał albo odrzucił. Nic nie zostało zapisane. Poniżej jest list, jaki jest teraz; to, co wpisano, zostało na tej stronie.
outbox-typed = Wpisany tekst, niezapisany
outbox-kind-release = ogłoszenie programu
outbox-kind-mailing = list od organizatorów
outbox-kind-receipt = potwierdzenie zgłoszenia
outbox-kind-decision = decyzja o zgłoszeniu
outbox-kind-known = zgłoszenie już jest

mailing-title = Nowa wysyłka
mailing-about = Powstaną szkice, po jednym dla każdego adresata. Wyśle je dopiero osobny przycisk.
mailing-group = Do kogo
mailing-confirmed = Osoby z miejscem na kongresie
mailing-waitlisted = Lista rezerwowa
mailing-speakers = Wszyscy z programu
mailing-with-role = Osoby z rolą
mailing-of-session = Osoby jednego spotkania
mailing-role = Rola
mailing-choose = Wybierz
mailing-session = Kod spotkania
mailing-need = Rodzaj listu
mailing-news = Wiadomość
mailing-news-hint = Można z takich zrezygnować; kto to zrobił, nie dostanie listu.
mailing-essential = Konieczny
mailing-essential-hint = Bez niego nie da się wziąć udziału: inna sala, inna godzina, odwołanie. Dostaną go wszyscy.
mailing-subject = Temat
mailing-body = Treść
mailing-body-hint = Markdown: pusty wiersz dzieli akapity, **gwiazdki** wyróżniają, [nazwa](https://adres) prowadzi dalej.
mailing-look-at = Pokaż, co kto dostanie
mailing-look = Podgląd
mailing-letters = { $count ->
    [one] { $count } list.
    [few] { $count } listy.
   *[other] { $count } listów.
}
mailing-unreachable = { $count ->
    [one] { $count } osoba nie ma adresu.
    [few] { $count } osoby nie mają adresu.
   *[other] { $count } osób nie ma adresu.
}
mailing-unsubscribed = { $count ->
    [one] { $count } osoba nie chce wiadomości.
    [few] { $count } osoby nie chcą wiadomości.
   *[other] { $count } osób nie chce wiadomości.
}
mailing-letter = List { $number }
mailing-write = { $count ->
    [one] Zapisz { $count } szkic
    [few] Zapisz { $count } szkice
   *[other] Zapisz { $count } szkiców
}
mailing-nobody = Nie ma nikogo, do kogo można by napisać: nikt z tej grupy nie ma adresu albo nikt nie chce wiadomości.
mailing-half = W jednym języku jest temat, a nie ma treści, albo odwrotnie. Uzupełnij lub usuń jedno i drugie.
mailing-unknown-place = Nic nie zastąpi { $place }. Dla tej grupy są: { $known }.
mailing-places = Wstawki
mailing-places-about = U każdego adresata zastąpi je to, co jego dotyczy.
mailing-place-name = imię i nazwisko
mailing-place-congress = nazwa kongresu
mailing-place-title = tytuły spotkań danej osoby
mailing-place-when = kiedy i w jakiej sali
mailing-place-link = adres jej własnych stron
mailing-nameless = Szanowni Państwo
mailing-no-time = termin nieznany

jobs-title = Zadania
jobs-about = Co program robi w tle i czego nie zdołał zrobić. Porzucone zadania można ponowić, gdy przyczyna zniknie.
jobs-counts = Ile zadań
jobs-waiting = czeka
jobs-retrying = czeka po nieudanej próbie
jobs-dead = porzucone
jobs-none = Nie ma porzuconych zadań.
jobs-table = Porzucone zadania
jobs-what = Zadanie
jobs-problem = Co poszło źle
jobs-attempts = Próby
jobs-given-up = Porzucono
jobs-try-again = Spróbuj ponownie
jobs-try-again-this = Spróbuj ponownie: { $what }
jobs-send-mail = Wysłanie listu { $mail }
jobs-tell-receipt = Potwierdzenie zgłoszenia
jobs-tell-decision = List o decyzji w sprawie zgłoszenia
jobs-tell-known = List o tym, że zgłoszenie już jest
jobs-tell-remark-confirm = Poprosić o potwierdzenie uwagi
jobs-tell-remark-published = Napisać, że uwaga jest opublikowana
jobs-tell-remark-removed = Napisać, że uwaga nie jest publiczna
jobs-tell-remark-answered = Napisać o odpowiedzi na uwagę
jobs-tell-remark-merged = Napisać o nowej wersji propozycji
jobs-tell-submitted-receipt = Potwierdzić przyjęcie zgłoszenia do naboru
jobs-tell-submitted-invited = Zaprosić do współautorstwa
jobs-tell-submitted-withdrawn = Napisać o wycofaniu zgłoszenia
jobs-tell-submitted-moved-up = Napisać o wejściu z listy rezerwowej
jobs-tell-submitted-confirm-soon = Przypomnieć o potwierdzeniu udziału
jobs-tell-submitted-expired = Napisać o upływie czasu na potwierdzenie
jobs-tell-submitted-missing = Przypomnieć o brakującym materiale
jobs-daily = Codzienne porządki

# Wypisanie się.

unsubscribe-title = Listy z kongresu
unsubscribe-what = Po naciśnięciu przycisku na ten adres nie przyjdą już listy, które nie są konieczne. Bilet i odpowiedzi na zgłoszenie przyjdą nadal.
unsubscribe-do = Nie wysyłajcie więcej
unsubscribe-done = Zapisane: na ten adres nie przyjdą już listy, które nie są konieczne.
unsubscribe-undo = Jednak chcę je dostawać
