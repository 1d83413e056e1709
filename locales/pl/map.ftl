# Raport z mapy opinii.

map-title = Mapa opinii
map-skip = Do mapy
map-contents = Spis treści
map-figures = Rozmowa w liczbach
map-people-count = { $count ->
    [one] { $written } osoba
    [few] { $written } osoby
   *[other] { $written } osób
}
map-count-people = Osoby
map-count-grouped = W tym z dość wieloma głosami, by trafić do grup
map-count-statements = Stwierdzenia
map-count-votes = Głosy
map-count-groups = Grupy
map-count-completion = Trafność przewidywania głosów
map-completion = Z dwóch odłożonych głosów, jednego za i jednego przeciw, mapa w { $share } przypadków trafnie wskazuje, który jest za. Sam traf dałby połowę. Liczba odłożonych głosów: { $votes }. Gdy ta liczba przestaje rosnąć z mapy na mapę, kolejne głosy prawie nie zmieniają mapy.
map-completion-none = Głosów jest za mało, by powiedzieć, jak pełna jest mapa.
map-completion-compat = Reguły Polis nie mają miary tego, jak pełna jest mapa.
map-straight = { $count ->
    [one] { $written } osoba dała wszędzie tę samą odpowiedź. Jest na mapie, ale nie tworzy grupy.
    [few] { $written } osoby dały wszędzie tę samą odpowiedź. Są na mapie, ale nie tworzą grup.
   *[other] { $written } osób dało wszędzie tę samą odpowiedź. Są na mapie, ale nie tworzą grup.
}
map-straight-none = Nikt nie dał wszędzie tej samej odpowiedzi.
map-no-groups = Nie ma grup: za mało osób, za mało głosów albo wszyscy są podobnego zdania.
map-hidden = { $count ->
    [one] { $count } grupa liczy mniej niż { $least } osób i nie jest pokazana, podobnie jak jej wyniki.
    [few] { $count } grupy liczą mniej niż { $least } osób i nie są pokazane, podobnie jak ich wyniki.
   *[other] { $count } grup liczy mniej niż { $least } osób i nie jest pokazanych, podobnie jak ich wyniki.
}

map-picture = Mapa
map-picture-alone = Mapa opinii: { $people }, bez grup
map-picture-title = { $groups ->
    [one] Mapa opinii: { $people } w { $groups } grupie
   *[other] Mapa opinii: { $people } w { $groups } grupach
}
map-picture-about = Im bliżej siebie leżą dwa znaki, tym podobniej głosowały te osoby.
map-picture-group = Grupa { $letter }: { $people }, na rysunku { $shape }.
map-circles = koła
map-triangles = trójkąty
map-squares = kwadraty
map-diamonds = romby
map-wedges = trójkąty stojące na wierzchołku
map-stars = gwiazdki czteroramienne
map-caption = Jeden znak to jedna osoba. Im bliżej siebie leżą dwa znaki, tym podobniej głosowały te osoby. Osie nie mają nazw: znaczenie ma tylko odległość.
map-caption-some = Jeden znak to jedna osoba, a narysowano co { $nth }. osobę. Im bliżej siebie leżą dwa znaki, tym podobniej głosowały te osoby. Osie nie mają nazw: znaczenie ma tylko odległość.
map-key = Znaki
map-no-group = poza grupami

map-groups = Grupy
map-group = Grupa { $letter }
map-group-table = Co odróżnia grupę { $letter } od pozostałych
map-group-nothing = Nie odróżnia jej nic, na co zagłosowało dość osób z grupy.
map-statement = Stwierdzenie
map-number = Nr
map-side = Grupa
map-agrees = jest za
map-disagrees = jest przeciw
map-in-group = W grupie
map-others = Wszyscy inni
map-statement-number = stwierdzenie { $id }

map-shares-about = Za każdym odsetkiem: jego przedział 90% i liczba głosów, z których pochodzi. Głosy wstrzymujące się są głosami.
map-common = Co jest wspólne
map-agreed = Z czym zgadzają się wszyscy razem
map-disagreed = Z czym nie zgadzają się wszyscy razem
map-agreed-share = Za
map-disagreed-share = Przeciw
map-none = Nie ma takiego stwierdzenia.
map-across = Z czym zgadzają się wszystkie grupy
map-across-about = W każdej grupie zgadza się więcej niż połowa. Liczba to zgoda ponad grupami, od 0 do 1: średnia geometryczna, więc jedna grupa przeciw wystarcza, by stwierdzenie odpadło, choćby inne były bardzo liczne.
map-across-about-compat = W każdej grupie zgadza się więcej niż połowa. Liczba to zgoda ponad grupami, od 0 do 1, według reguł Polis: iloczyn, tym mniejszy, im więcej jest grup.
map-across-score = Ponad grupami
map-divides = Co dzieli
map-divides-table = W czym grupy różnią się najbardziej
map-divides-about = Liczba to rozrzut średniego głosu między grupami: 0, gdy wszystkie głosują tak samo, 1, gdy połowa jest w całości za, a połowa przeciw. Są tu tylko stwierdzenia, na które każda grupa oddała co najmniej 5 głosów.
map-divides-score = Rozrzut
map-bridges = Co łączy
map-bridges-table = Co znajduje zgodę ponad poglądami
map-bridges-about = Liczba mówi, ile zgody ma stwierdzenie, gdy uwzględnić poglądy każdej osoby: 1 pełną, 0 tyle samo za co przeciw, −1 żadnej; za nią odchylenie standardowe. Nie potrzebuje grup i jest drugą opinią o tym, co łączy. Kolejność według dolnej granicy.
map-bridges-score = Ponad poglądami
map-agreeing = Za, w grupach
map-none-to-all = od 0 do 100%
map-all = Wszystkie stwierdzenia
map-all-table = Każde stwierdzenie, które ma choć jeden głos
map-all-about = W grupach: odsetek osób, które są za. Stwierdzenia odrzucone przez moderację oraz pytające o osobę, nie o sprawę, nikogo nie przesuwają; mają dopisek „poza mapą”.
map-out = poza mapą
map-votes = Głosy
map-agree = Za
map-disagree = Przeciw
map-pass = Wstrzy{"\u00AD"}manie się
map-how = Jak to liczymy
map-how-standard = Grupy nie są z góry znane, powstają z samych głosów. Model oddanych głosów (średnia osoby i stwierdzenia oraz dwa kierunki, w których opinie się różnią) daje każdej osobie miejsce, które nie zależy od tego, ile razy zagłosowała. Osoby o podobnych miejscach tworzą grupę; grup jest tyle, ile pasuje najlepiej, chyba że ich liczbę ustalono.
map-how-compat = Ta mapa trzyma się co do joty reguł Polis, by można było sprawdzić opublikowaną mapę: brakujące głosy zastępuje średnia stwierdzenia, są dwie składowe główne i skupienia osób, a grup jest tyle, ile pasuje najlepiej, chyba że ich liczbę ustalono.
map-how-private = Niczyje głosy nie są pokazane. Nie jest pokazana żadna grupa mniejsza niż { $least } osób.
map-how-intervals = Przedziały to przedziały Wilsona na poziomie 90%: na sto takich przedziałów około dziesięciu się myli.
map-how-again = Te same głosy dają tę samą mapę na każdym komputerze. Dane raportu są w pliku JSON mapy, wersja schematu { $schema }.
