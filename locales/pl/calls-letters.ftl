# Nabory: listy do autorów i autorek.

submitted-greeting = Szanowni Państwo,
submitted-link = Zgłoszenie: { $link }

submitted-receipt-subject = Zgłoszenie wysłane: { $title }
submitted-receipt = zgłoszenie „{ $title }” do naboru „{ $call }” jest wysłane. Jego numer: { $code }.
submitted-receipt-until = Można je zmieniać i wycofać do { $when }.
submitted-receipt-next = O decyzji napiszemy.

submitted-invited-subject = Czy to także Państwa zgłoszenie? { $call }
submitted-invited = ktoś podaje, że osoba, do której należy ten adres, przygotowała zgłoszenie do naboru „{ $call }”. Przedstawia się tak:
submitted-invited-title = Tytuł zgłoszenia:
submitted-invited-link = Na tej stronie można to potwierdzić albo usunąć swoje dane; do usunięcia nie trzeba mieć konta: { $link }
submitted-invited-else = Bez odpowiedzi nazwiska nikt nie ogłosi.
submitted-invited-notice = **Informacja o danych (art. 14 RODO)**
submitted-invited-what = Jakie dane: imię i nazwisko oraz adres e-mail, pod który przyszedł ten list.
submitted-invited-source = Skąd: podała je osoba wymieniona wyżej.
submitted-invited-why = Po co: żeby zapytać o współautorstwo, a po potwierdzeniu ocenić i ogłosić zgłoszenie (art. 6 ust. 1 lit. e).
submitted-invited-long = Jak długo: bez odpowiedzi do usunięcia szkicu, najdłużej 400 dni od końca kongresu.
submitted-invited-rights = Prawa: usunięcie się na stronie z linku, wgląd, poprawienie, sprzeciw, skarga do Prezesa UODO. Kto jest administratorem i jak się z nim skontaktować: { $link }

submitted-withdrawn-subject = Zgłoszenie wycofane: { $title }
submitted-withdrawn = zgłoszenie „{ $title }” do naboru „{ $call }” jest wycofane przez jedną z osób, które je przygotowały.
submitted-declined-subject = Rezygnacja przyjęta: { $title }
submitted-declined = jedna z osób, które przygotowały zgłoszenie „{ $title }” do naboru „{ $call }”, zrezygnowała z udziału. Miejsce przeszło na następne z listy rezerwowej.

submitted-moved-up-subject = Jest miejsce: { $title }
submitted-moved-up = zwolniło się miejsce i zgłoszenie „{ $title }” do naboru „{ $call }” przeszło z listy rezerwowej na listę przyjętych.
submitted-confirm = Prosimy o potwierdzenie udziału do { $when }: { $link }
submitted-confirm-else = Bez potwierdzenia miejsce przejdzie na następne z listy rezerwowej.

submitted-confirm-soon-subject = Potwierdź udział do { $when }: { $title }
submitted-confirm-soon = zgłoszenie „{ $title }” do naboru „{ $call }” jest przyjęte i czeka na potwierdzenie.

submitted-expired-subject = Minął czas na potwierdzenie: { $title }
submitted-expired = zgłoszenie „{ $title }” do naboru „{ $call }” było przyjęte, ale nie przyszło potwierdzenie udziału. Miejsce przeszło na następne z listy rezerwowej.

submitted-missing-subject = { $what }: potrzebne do { $when }
submitted-missing = do zgłoszenia „{ $title }” w naborze „{ $call }” brakuje jeszcze: { $what }.
submitted-missing-link = Prosimy o uzupełnienie do { $when }: { $link }
