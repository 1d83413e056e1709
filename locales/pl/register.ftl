# Rejestr: propozycje zespołów eksperckich, czytanie i rozmowa.

proposals-title = Propozycje
