# Forms: what is wrong at a field, and what would be right.

form-error-title = To correct: { $title }
form-errors = { $count ->
    [one] Nothing was saved: { $count } place to correct
   *[other] Nothing was saved: { $count } places to correct
}
form-errors-kept = Everything you typed is kept below.
form-optional = (optional)
form-in-polish = in Polish
form-in-english = in English
form-required = Fill in this field.
form-too-long = { $max ->
    [one] Shorten it to { $max } letter.
   *[other] Shorten it to { $max } letters.
}
form-email = Write an e-mail address, such as office@town.pl.
form-choice = Choose one of the answers given.
form-many = Tick at least one answer.
form-number = Write a number from { $min } to { $max }.
form-date = Write a date, such as 2019-11-15.
form-time = Write an hour, such as 9:05.
form-instant = Write a date and an hour, such as 2019-11-15 9:05.
form-skipped-hour = That hour does not exist on that day: the clocks go forward.
form-tick = Tick this box.
form-save = Save
form-cancel = Cancel
form-saved = Saved.
