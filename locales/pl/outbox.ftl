# Poczta biura: listy, wysyłki, zadania, wypisanie się.

outbox-title = Poczta
outbox-about = Listy czekają tu jako szkice, aż ktoś je obejrzy i wyśle. Od razu wychodzą tylko odpowiedzi na to, co ktoś właśnie zrobił.
outbox-all = wszystkie
outbox-state = Stan
outbox-to = Do kogo
outbox-subject = Temat
outbox-body = Treść
outbox-when = Kiedy
outbox-letters = Listy
outbox-letter = List
outbox-mailings = Wysyłki
outbox-mailing = Wysyłka
outbox-none = Nie ma listów, które by pasowały.
outbox-what-to-do = Co zrobić
outbox-nothing-to-do = Z tym listem nie da się już nic zrobić.
outbox-send = Wyślij
outbox-discard = Wyrzuć
outbox-send-all = Wyślij szkice
outbox-send-all-of = Wyślij szkice: { $name }
outbox-discard-all = Wyrzuć szkice
outbox-discard-all-of = Wyrzuć szkice: { $name }
outbox-preview = To dostanie adresat
outbox-as-text = Ten sam list jako zwykły tekst
outbox-secret = Tego listu nie widać w biurze: niesie komuś drogę wejścia.
outbox-edit = Zmień szkic
outbox-file = Załącznik
outbox-reason = Co się nie udało
outbox-is-draft = szkic
outbox-is-queued = w drodze
outbox-is-sent = wysłany
outbox-is-failed = nie doszedł
outbox-is-discarded = wyrzucony

jobs-title = Zadania
jobs-about = Czeka: { $waiting }, ponawiane: { $retrying }, porzucone: { $dead }.
jobs-dead = Porzucone zadania
jobs-none = Nie ma porzuconych zadań.
jobs-job = Zadanie
jobs-attempts = Próby
jobs-again = Spróbuj ponownie

unsubscribe-title = Listy z kongresu
unsubscribe-what = Po naciśnięciu przycisku na ten adres nie przyjdą już listy, które nie są konieczne. Bilet i odpowiedzi na zgłoszenie przyjdą nadal.
unsubscribe-do = Nie wysyłajcie więcej
unsubscribe-done = Zapisane: na ten adres nie przyjdą już listy, które nie są konieczne.
