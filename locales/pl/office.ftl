# Biuro organizatora: części, pulpit, role, historia.

office-title = Biuro
office-menu = Biuro
office-mine = Konto i wygląd
office-all = Biuro, wszystkie kongresy
office-public = Zobacz stronę kongresu
office-theme = Motyw
office-sign-out = Wyloguj
account-title = Mój kongres

office-desk = Pulpit
office-schedule = Harmonogram
office-sessions = Spotkania
office-people = Osoby
office-rooms = Sale
office-release = Ogłoszenie
office-registrations = Rejestracje
office-check-in = Wejście
office-mail = Poczta
office-roles = Role
office-history = Historia
office-notices = Dokumenty
office-settings = Ustawienia
