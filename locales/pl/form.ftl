# Formularze: co jest nie tak w polu i co byłoby dobrze.

form-error-title = Do poprawy: { $title }
form-errors = { $count ->
    [one] Niczego nie zapisano: { $count } miejsce do poprawy
    [few] Niczego nie zapisano: { $count } miejsca do poprawy
   *[other] Niczego nie zapisano: { $count } miejsc do poprawy
}
form-errors-kept = Wszystko, co wpisano, jest zachowane poniżej.
form-optional = (nieobowiązkowe)
form-in-polish = po polsku
form-in-english = po angielsku
form-required = Uzupełnij to pole.
form-too-long = { $max ->
    [one] Skróć do { $max } znaku.
   *[other] Skróć do { $max } znaków.
}
form-email = Wpisz adres e-mail, na przykład urzad@miasto.pl.
form-choice = Wybierz jedną z podanych odpowiedzi.
form-many = Zaznacz co najmniej jedną odpowiedź.
form-number = Wpisz liczbę od { $min } do { $max }.
form-date = Wpisz datę, na przykład 15.11.2019.
form-time = Wpisz godzinę, na przykład 9:05.
form-instant = Wpisz datę i godzinę, na przykład 15.11.2019 9:05.
form-skipped-hour = Tej godziny nie ma tego dnia: zegary są przestawiane do przodu.
form-tick = Zaznacz to pole.
form-save = Zapisz
form-cancel = Anuluj
form-saved = Zapisano.
