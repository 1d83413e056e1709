# Ludzie: wejście, mój kongres, klucze, dane. Oraz listy, które o tym mówią.

people-sign-in = Wejdź
people-sign-in-lead = Bez hasła: listem, kluczem dostępu albo kontem, które już jest.
people-by-mail = Listem
people-by-mail-how = Przyjdzie list z linkiem i sześciocyfrowym kodem. Działają przez kwadrans.
people-by-mail-to = List z linkiem i kodem przychodzi na
people-email = Adres e-mail
people-send-letter = Wyślij list
people-by-passkey = Kluczem dostępu
people-by-passkey-how = Odciskiem palca, twarzą, PIN-em albo kluczem USB, który jest już dodany do konta.
people-use-passkey = Wejdź kluczem dostępu
people-make-passkey = Utwórz klucz i wejdź
people-passkey-script = Klucz dostępu wymaga przeglądarki z włączonym skryptem, która obsługuje takie klucze.
people-passkey-failed = Klucz nie został przyjęty. Niczego nie zmieniono. Spróbuj jeszcze raz albo wejdź listem.
people-passkey-refused = Przerwano, zanim klucz odpowiedział. Niczego nie zmieniono.
people-no-name = Pod tym adresem klucze dostępu nie działają: są związane z nazwą serwisu, a ten adres jest liczbą.
people-not-encrypted = Pod tym adresem klucze dostępu nie działają: przeglądarki wymagają połączenia szyfrowanego (https).
people-by-provider = Wejdź przez { $name }
people-by-provider-how = Kontem w { $name }. Dowiemy się tylko, kto tam wszedł i jaki ma potwierdzony adres.
people-provider-failed = Dostawca nie potwierdził tożsamości
people-provider-failed-what = Niczego nie zmieniono. Spróbuj jeszcze raz albo wybierz inne wejście.
people-departure = Przejście do { $name }
people-departure-how = Dalej prowadzi strona { $name }. Po wejściu tam wrócisz tutaj.
people-departure-go = Przejdź do { $name }
people-over = Ten link albo kod już nie działa
people-over-what = Każdy działa raz i przez kwadrans; po pięciu pomyłkach kod wygasa. Niczego nie utracono: wyślij nowy list.
people-first-time = Pierwszy raz tutaj
people-first-time-how = Konto powstaje przy pierwszym wejściu. Wystarczy adres e-mail; nazwisko można podać później albo wcale.
people-without-mail = Wejdź bez adresu e-mail
people-without-mail-how = Konto z samym kluczem dostępu. Bez adresu nie przyjdą listy, a zgubionego klucza nie da się odzyskać.
people-code-title = Wpisz kod z listu
people-code-sent = List idzie na adres
people-code = Kod z listu
people-code-hint = Sześć cyfr. Można też otworzyć link z listu, w dowolnej przeglądarce.
people-code-six = Kod ma sześć cyfr.
people-code-wrong = { $left ->
    [one] To nie ten kod. Została jedna próba.
    [few] To nie ten kod. Zostały { $left } próby.
   *[other] To nie ten kod. Zostało { $left } prób.
}
people-confirm = Potwierdź
people-code-none = List zwykle przychodzi w ciągu minuty; bywa w spamie.
people-code-again = Popraw adres albo wyślij jeszcze raz
people-link-title = Wejście z listu
people-link-as = Wchodzi
people-link-why = Przycisk jest po to, żeby wszedł człowiek, a nie program, który sprawdza linki w poczcie.

people-account = Mój kongres
people-menu-congress = Kongres
people-menu-details = Ja
people-menu-keys = Wejścia
people-menu-data = Moje dane
people-signed-in-as = { $who }
people-signed-in-by-passkey = Konto z samym kluczem dostępu
people-sign-out = Wyjdź
people-my-programme = Otwórz
people-marks = { $count ->
    [0] Nic jeszcze nie jest zaznaczone. Gwiazdka przy spotkaniu dodaje je tutaj, na każdym urządzeniu.
    [one] { $count } zaznaczone spotkanie.
    [few] { $count } zaznaczone spotkania.
   *[other] { $count } zaznaczonych spotkań.
}
people-appearances = Moje wystąpienia
people-appearances-lead = Organizator czeka na odpowiedź przy każdym.
people-confirmed = Potwierdzone
people-declined = Odwołane przeze mnie
people-unanswered = Bez odpowiedzi
people-confirm-appearance = Potwierdź: { $title }
people-cannot = Nie mogę
people-cannot-why = Dlaczego
people-decline = Odwołaj udział
people-decline-appearance = Odwołaj udział: { $title }
people-registration = Rejestracja
people-registration-lead = Brak zgłoszenia na ten kongres.
people-registration-submitted = Zgłoszenie przyjęte, czeka na decyzję.
people-registration-confirmed = Miejsce przyznane.
people-registration-waitlisted = Na liście rezerwowej.
people-registration-declined = Odmowa.
people-registration-withdrawn = Zgłoszenie wycofane.
people-registration-checked-in = Na miejscu.
people-registration-go = Moja rejestracja
people-roles = Moje role
people-roles-none = Żadnej szczególnej roli. Wszystko, co publiczne, jest dostępne tak jak każdemu.
people-everywhere = wszystkie kongresy
people-to-office = Biuro
people-needs-passkey = Biuro otwiera tylko klucz dostępu
people-needs-passkey-how = Organizator wymaga od obsługi klucza dostępu. Dodaj klucz w „Wejściach”, wyjdź i wejdź nim.
people-shut = To konto ma klucz dostępu. Wyjdź i wejdź nim, żeby zmienić wejścia.

people-name = Imię i nazwisko albo nazwa
people-name-hint = Tak podpisujemy bilet i listy. Może zostać puste.
people-salutation = Jak się zwracać
people-salutation-hint = Własnymi słowami: pani radna, pan Jan, Zosia.
people-lang = Język listów
people-look = Wygląd stron
people-look-hint = Zapamiętane na koncie i w każdej przeglądarce, w której jest otwarte.
people-look-text = Większe litery
people-look-contrast = Mocniejszy kontrast
people-look-still = Bez ruchu
people-email-none = Brak adresu: listy nie przychodzą.
people-new-email = Nowy adres e-mail
people-new-email-hint = Na nowy adres przyjdzie kod; stary dostanie wiadomość o zmianie.
people-send-code = Wyślij kod
people-address-over = Ten kod już nie działa. Wyślij nowy.
people-address-taken = Ten adres otwiera już inne konto. Wejdź nim tam albo podaj inny.

people-keys-lead = Którędy można wejść na to konto i gdzie jest teraz otwarte.
people-passkeys = Klucze dostępu
people-passkeys-lead = Najbezpieczniejsze wejście: nie da się go podsłuchać ani wyłudzić.
people-passkey-name = Nazwa klucza
people-passkey-name-hint = Żeby go poznać na liście: telefon, klucz w szufladzie.
people-add-passkey = Dodaj klucz dostępu
people-passkey-added = Dodany: { $when }.
people-passkey-used = Użyty: { $when }.
people-remove = Usuń
people-remove-passkey = Usuń klucz „{ $name }”
people-provider-added = Konto w { $name } otwiera to konto.
people-add-provider = Dodaj { $name }
people-remove-provider = Usuń { $name }
people-last-way = Tego wejścia nie można usunąć
people-last-way-why = Jest ostatnie, albo już go nie ma. Dodaj najpierw inne.
people-logins = Otwarte przeglądarki
people-logins-lead = Zakończ te, których nie poznajesz.
people-this-browser = Ta przeglądarka
people-login-since = Od: { $when }.
people-login-seen = Ostatnio: { $when }.
people-end = Zakończ
people-end-login = Zakończ: { $device }
people-end-others = Zakończ wszystkie pozostałe
people-means-mail = Listem
people-means-passkey = Kluczem dostępu
people-means-provider = Przez dostawcę
people-means-demo = Przyciskiem przykładu

people-consents = Moje zgody
people-consents-none = Żadnej: zgody pojawiają się tu po rejestracji, każda w brzmieniu, które zostało przyjęte.
people-consent-version = Wersja { $version }.
people-consent-given = Udzielona: { $when }.
people-consent-withdrawn = Wycofana: { $when }.
people-consent-needed = Potrzebna do udziału: wycofanie to wycofanie rejestracji.
people-consent-withdraw = Wycofaj
people-consent-withdraw-what = Wycofaj: { $words }
people-file = Moje dane w pliku
people-file-what = Wszystko, co jest zapisane o tym koncie, tabela po tabeli, do odczytania przez człowieka i program (JSON).
people-file-go = Pobierz plik
people-erase = Usuń moje konto
people-erase-goes = Zniknie od razu
people-erase-goes-account = adres, nazwisko i ustawienia
people-erase-goes-keys = klucze, wejścia i role
people-erase-goes-registration = rejestracja i bilet; miejsce dostanie następna osoba
people-erase-goes-marks = mój program i jego kalendarz
people-erase-stays = Zostanie, i dlaczego
people-erase-stays-history = Wpisy o tym, co zrobiono z kongresem, z kluczem pustego konta zamiast osoby: kongres musi umieć to rozliczyć.
people-erase-stays-figures = Liczby w sprawozdaniu dla grantodawcy, bez osób.
people-erase-stays-programme = Wystąpienie w ogłoszonym programie: o zmianę wpisu poproś organizatora.
people-erase-label = Potwierdzenie
people-erase-type = Wpisz słowo: { $word }
people-erase-word = usuń
people-erase-go = Usuń konto w { $site }

people-letter-sign-in-subject = Wejście do { $site }
people-letter-sign-in =
    Szanowni Państwo,

    ktoś, zapewne Państwo, chce wejść do { $site }.

    Kod do przeglądarki, w której podano adres: **{ $code }**

    Albo link, który działa w każdej przeglądarce:

    { $link }

    Kod i link działają raz, przez 15 minut. Jeśli to nie Państwo, nie trzeba nic robić: bez tego listu nikt nie wejdzie.
people-letter-address-subject = Nowy adres dla { $site }
people-letter-address =
    Szanowni Państwo,

    ktoś podał ten adres jako swój nowy adres w { $site }.

    Kod, który to potwierdza: **{ $code }**

    Działa raz, przez 15 minut. Jeśli to nie Państwo, nie trzeba nic robić.
people-letter-login-subject = Nowe wejście do { $site }
people-letter-login =
    Szanowni Państwo,

    na Państwa konto w { $site } weszła nowa przeglądarka: { $device }, { $when }.

    Jeśli to Państwo, nie trzeba nic robić. Jeśli nie, wejście można zakończyć tutaj:

    { $keys }
people-letter-passkey-subject = Nowy klucz dostępu do { $site }
people-letter-passkey =
    Szanowni Państwo,

    do Państwa konta w { $site } dodano klucz dostępu: { $device }, { $when }. Kto go ma, wchodzi na to konto.

    Jeśli to Państwo, nie trzeba nic robić. Jeśli nie, klucz można usunąć tutaj:

    { $keys }
people-letter-moved-subject = Zmieniony adres w { $site }
people-letter-moved =
    Szanowni Państwo,

    adres Państwa konta w { $site } został zmieniony ({ $when }). Listy idą odtąd na nowy adres.

    Jeśli to nie Państwo, prosimy od razu odpisać na ten list.
people-letter-erased-subject = Konto w { $site } usunięte
people-letter-erased =
    Szanowni Państwo,

    konto w { $site }, które miało ten adres, zostało usunięte ({ $when }). To ostatni list.
