// What journeys of calls say and look for in each language: addresses, and talks that nobody has given.

import { keyboard, pointer } from "./hands.mjs";

export const POLISH = {
  lang: "pl",
  by: pointer,
  slug: "podworka",
  title: "Podwórka w cztery minuty",
  office: "/biuro/kpm-2019",
  root: "",
  signIn: "/wejdz",
  day: "/program/15-listopada",
  session: "sesja",
  start: "21:30",
  words: { calls: "nabory", new: "nowy", settings: "ustawienia", review: "ocena", reviews: "recenzje", committee: "komisja", assignments: "przydzialy", calculated: "wyliczone", typing: "dopisz", text: "tekst", submit: "zglos", submissions: "zgloszenia", leave: "wycofaj", decisions: "decyzje", reserve: "rezerwa", programme: "program", sessions: "sesje", schedule: "harmonogram/15-listopada", release: "ogloszenie", roles: "role" },
  says: { sent: "Zgłoszenie wysłane", offline: "Brak sieci", kept: "Zapisano o", barred: "Masz związek z tym zgłoszeniem", accepted: "Zgłoszenie przyjęte", reserved: "na liście rezerwowej", told: "Wynik naboru", movedUp: "Jest miejsce", declined: "Rezygnacja przyjęta", make: "Ogłoś", bids: "Zapisano preferencje.", counted: "chętnie 1, w razie potrzeby 1, raczej nie 1", interested: "Masz zgłoszony związek z tym zgłoszeniem", taken: "Cofnięto zgłoszenie związku.", found: "Masz związek z 1 zgłoszeniem.", untilOwn: "Recenzje innych osób zobaczysz po oddaniu swojej.", draft: "Szkic zapisano.", given: "Recenzja jest oddana.", you: "Ty", agree: ["bardzo duża (r wg = 1,00)", "brak zgodności (r wg = 0,00)"], apart: "odstaje", talked: "Wiadomość zapisano.", waits: "czeka na drugą osobę", other: "Zgodzić się musi ktoś inny.", notSecond: "nie możesz być drugą osobą", both: "Halina Wrona i Tomasz Bieniek", noAddress: "Wpisz adres e-mail", notThere: "Tych słów tam nie ma.", most: "Najwięcej znaków: %most", count: "Znaki: %has z %most", over: "Za dużo znaków. Do skrócenia: %over.", restored: "Przywrócono tekst, którego serwer jeszcze nie ma." },
  body: "Urząd Miasta Chęciny",
  people: ["Jagna Mała", "Wiktor Tunel", "Anna Trzecia", "Piotr Czwarty", "Ewa Piąta", "Adam Szósty", "Zofia Siódma", "Marek Ósmy", "Olga Dziewiąta", "Igor Dziesiąty"],
  partner: "Bolesława Wspólna",
  titles: ["Ławka zamiast płotu", "Trzepak wraca do łask", "Drzewo na każdym podwórku", "Deszczówka z dachu", "Ogród na śmietniku", "Cisza po dwudziestej drugiej", "Światło, które nie razi", "Brama otwarta w dzień", "Huśtawka dla dorosłych", "Parking pod ziemią"],
  summary: "Zmieniliśmy jedno podwórko w trzy miesiące, razem z mieszkańcami.",
  later: "To zdanie powstało w tunelu, bez sieci.",
  comment: "Prosimy pokazać jeden wykres.",
  reason: "To zbyt drogie dla małych miast.",
  hand: "Druga opinia, bo to pierwszy taki temat.",
  interest: "Uczę dzieci osoby, która to robi.",
  others: ["Zrobione porządnie, są liczby.", "Chcę to usłyszeć.", "Nie widzę tu nic nowego."],
  own: "Dobrze opisane, choć bez kosztów.",
  talk: "Skąd tak różne oceny?",
  reply: "Znam trzy takie podwórka, stąd moja.",
  release: "Kalejdoskop o podwórkach",
  letter: {
    title: "Skwery Zielonego Kwartału",
    summary: "Projekt „Zielony Kwartał” zaczął się wiosną.\nPo roku **Zielony\nKwartał** miał dwa skwery: Skwer Sowy i Skwer Sowy Małej.\n\nTrzeci będzie jesienią.",
    telling: "Zielony Kwartał",
    inTitle: "Zielonego Kwartału",
    twice: "Sowy",
    once: "dwa skwery: Skwer Sowy i Skwer █████ Małej.",
    absent: "Niebieski Kwartał",
    biography: "Sadzi drzewa od dwudziestu lat.",
  },
};

export const ENGLISH = {
  lang: "en",
  by: keyboard,
  slug: "courtyards",
  title: "Courtyards in four minutes",
  office: "/en/office/kpm-2019",
  root: "/en",
  signIn: "/en/sign-in",
  day: "/en/programme/15-november",
  session: "session",
  start: "22:15",
  words: { calls: "calls", new: "new", settings: "settings", review: "review", reviews: "reviews", committee: "committee", assignments: "assignments", calculated: "calculated", typing: "add", text: "text", submit: "submit", submissions: "submissions", leave: "withdraw", decisions: "decisions", reserve: "reserve", programme: "programme", sessions: "sessions", schedule: "schedule/15-november", release: "release", roles: "roles" },
  says: { sent: "Submission sent", offline: "No network", kept: "Saved at", barred: "You have an interest in this submission", accepted: "Submission accepted", reserved: "on the reserve list", told: "Result of the call", movedUp: "There is a place", declined: "Place given back", make: "Release", bids: "Your bids are saved.", counted: "gladly 1, if need be 1, rather not 1", interested: "You declared an interest in this submission", taken: "Your interest is taken back.", found: "You have an interest in 1 submission.", untilOwn: "You see what others said once your own review is given.", draft: "Your draft is saved.", given: "Your review is given.", you: "You", agree: ["very strong (r wg = 1.00)", "none (r wg = 0.00)"], apart: "stands apart", talked: "Your message is saved.", waits: "waits for a second person", other: "Somebody else has to agree.", notSecond: "you cannot be the second person", both: "Halina Wrona and Tomasz Bieniek", noAddress: "Write an e-mail address", notThere: "These words are not there.", most: "Characters at most: %most", count: "Characters: %has of %most", over: "Too many characters. To be cut: %over.", restored: "We brought back the text that the server does not have yet." },
  body: "Town Hall of Chęciny",
  people: ["Jane Little", "Walter Tunnel", "Anne Third", "Peter Fourth", "Eve Fifth", "Adam Sixth", "Sophie Seventh", "Mark Eighth", "Olga Ninth", "Igor Tenth"],
  partner: "Barbara Common",
  titles: ["A bench instead of a fence", "The carpet rack comes back", "A tree in every courtyard", "Rain from the roof", "A garden on the dump", "Quiet after ten", "Light that does not dazzle", "A gate open by day", "A swing for adults", "Cars under the ground"],
  summary: "We changed one courtyard in three months, together with those who live there.",
  later: "This sentence was written in a tunnel, without a network.",
  comment: "Please show one chart.",
  reason: "It is too dear for small towns.",
  hand: "A second opinion, for nobody has offered such a theme before.",
  interest: "I teach the children of somebody who does this.",
  others: ["Done with care, and there are figures.", "I want to hear this.", "Nothing in it is new to me."],
  own: "Well told, though without the costs.",
  talk: "Why do our marks differ so much?",
  reply: "I know three such courtyards, hence mine.",
  release: "A kaleidoscope of courtyards",
  letter: {
    title: "Squares of the Green Quarter",
    summary: "The project “Green Quarter” began in spring.\nA year later the **Green\nQuarter** had two squares: Owl Square and Owl Square Minor.\n\nThe third one comes in autumn.",
    telling: "Green Quarter",
    inTitle: "Green Quarter",
    twice: "Owl",
    once: "two squares: Owl Square and █████ Square Minor.",
    absent: "Blue Quarter",
    biography: "Has planted trees for twenty years.",
  },
};

/** The addresses of the sample's people who judge, by the roles as which one comes in. */
export const COMMITTEE = { committee: "komitet@kongres.example", expert: "ekspert@kongres.example", speaker: "prelegentka@kongres.example", chair: "prowadzacy@kongres.example", volunteer: "wolontariuszka@kongres.example", organiser: "organizatorka@kongres.example" };

/** The consent that a usual call asks for, and a theme of the sample. */
export const [CONSENT, TRACK] = ["zasady", "mie"];

/** The places, in the lists above, of the last one who is chosen, of the one in reserve, and of the one who is turned down. */
export const [EIGHTH, NINTH, TENTH] = [7, 8, 9];
