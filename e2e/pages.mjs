// The pages that every general rule is tried on, in both languages.

import assert from "node:assert/strict";

// Of sessions: a debate, one of short talks, a workshop with phases, the night of flops, one with a document. Of chosen
// texts: one that was changed since, and one without names. Their codes are the same in every demo.
const POLISH = {
  lang: "pl",
  fixed: [
    "/",
    "/program/14-listopada",
    "/program/15-listopada",
    "/program/16-listopada",
    "/program/15-listopada?temat=tra&dostepnosc=petla",
    "/kpm-2019/program/15-listopada",
    "/sesje/noc-wtop-nielatwe-drogi-do-sukcesu",
    "/sesje/kalejdoskop-i-przestrzen-i-mieszkanie",
    "/sesje/strategiczne-podejscie-do-smart-city-piec-wymiarow-wspolne-rekomendacje",
    "/osoby",
    "/sala/kadzielnia",
    "/drzwi/kadzielnia",
    "/moje",
    "/zmiany",
    "/deklaracja-dostepnosci",
    "/prywatnosc",
    "/przechowywanie",
    "/offline",
    "/rejestracja",
    "/wejdz",
    "/propozycje",
    "/propozycje/mieszkanie-w-zasiegu",
    "/propozycje/mieszkanie-w-zasiegu?latwy=pl",
    "/propozycje/mieszkanie-w-zasiegu?jezyk=en",
    "/propozycje/miasto-bez-rozlewania?od=2019-10-10T10%3A00%3A00Z",
    "/propozycje/mieszkanie-w-zasiegu/akapit/p4",
    "/propozycje/mieszkanie-w-zasiegu/akapit/W03.R1",
    "/propozycje/mieszkanie-w-zasiegu/akapit/all",
    "/propozycje/mieszkanie-w-zasiegu/akapit/p4/uwaga",
    "/propozycje/mieszkanie-w-zasiegu/akapit/p4/poprawka",
    "/propozycje/mieszkanie-w-zasiegu/akapit/p4/poprawka?scope=several&of=p4&of=p6",
    "/propozycje/mieszkanie-w-zasiegu/uwaga/1",
    "/propozycje/mieszkanie-w-zasiegu/uwaga/17",
    "/propozycje/mieszkanie-w-zasiegu/uwagi",
    "/propozycje/mieszkanie-w-zasiegu/wersje/1",
    "/propozycje/mieszkanie-w-zasiegu/porownaj?z=1&do=2",
    "/propozycje/mieszkanie-w-zasiegu/raporty",
    "/propozycje/mieszkanie-w-zasiegu/zasady",
    "/propozycje/mieszkanie-w-zasiegu/wyslane",
    "/rekomendacje",
    "/rekomendacje?temat=mie",
    "/nabory",
    "/nabory/kalejdoskopy",
    "/nabory/praktyki",
    "/nabory/wtopy",
    "/nabory/kalejdoskopy/teksty",
    "/nabory/kalejdoskopy/teksty?temat=tra",
    "/nabory/kalejdoskopy/teksty/P6QAZAZ5AV",
    "/nabory/wtopy/teksty/4BQL8RRXC4",
    "/sesje/kalejdoskop-i-przestrzen-i-mieszkanie/zegar",
  ],
  // What one sees after coming in as one of the sample's people.
  inside: {
    organiser: [
      "/biuro",
      "/biuro/kpm-2019",
      "/biuro/kpm-2019/poczta",
      "/biuro/kpm-2019/poczta/nowa-wysylka",
      "/biuro/kpm-2019/zadania",
      "/biuro/kpm-2019/rejestracje",
      "/biuro/kpm-2019/rejestracje/formularz",
      "/biuro/kpm-2019/rejestracje/wczytaj",
      "/biuro/kpm-2019/rejestracje/potrzeby",
      "/biuro/kpm-2019/statystyka",
      "/biuro/kpm-2019/wejscie",
      "/biuro/kpm-2019/role",
      "/biuro/kpm-2019/historia",
      "/biuro/kpm-2019/dokumenty",
      "/biuro/kpm-2019/dokumenty/deklaracja-dostepnosci",
      "/biuro/kpm-2019/dokumenty/prywatnosc",
      "/biuro/kpm-2019/harmonogram/15-listopada",
      "/biuro/kpm-2019/sesje",
      "/biuro/kpm-2019/sesje/S31",
      "/biuro/kpm-2019/ustawienia",
      "/biuro/kpm-2019/sale/silnica",
      "/biuro/kpm-2019/osoby",
      "/biuro/kpm-2019/ogloszenie",
      "/biuro/kpm-2019/propozycje",
      "/biuro/kpm-2019/propozycje/nowa",
      "/biuro/kpm-2019/propozycje/moderacja",
      "/biuro/kpm-2019/propozycje/mieszkanie-w-zasiegu/ustawienia",
      "/biuro/kpm-2019/propozycje/mieszkanie-w-zasiegu/konsultacje",
      "/biuro/kpm-2019/propozycje/mieszkanie-w-zasiegu/dopisz",
      "/biuro/kpm-2019/propozycje/mieszkanie-w-zasiegu/wczytaj",
      "/biuro/kpm-2019/propozycje/mieszkanie-w-zasiegu/raport",
      "/biuro/kpm-2019/nabory",
      "/biuro/kpm-2019/nabory/nowy",
    ],
    expert: [
      "/propozycje/mieszkanie-w-zasiegu/zespol",
      "/propozycje/mieszkanie-w-zasiegu/zespol/sekcja/p3",
      "/propozycje/mieszkanie-w-zasiegu/zespol/sekcja/p3/sugestia",
      "/propozycje/mieszkanie-w-zasiegu/zespol/sugestie",
      "/propozycje/mieszkanie-w-zasiegu/zespol/wczytaj",
      "/propozycje/mieszkanie-w-zasiegu/zespol/jezyki",
      "/propozycje/mieszkanie-w-zasiegu/zespol/wyzwania",
      "/propozycje/mieszkanie-w-zasiegu/zespol/publikacja",
      "/propozycje/mieszkanie-w-zasiegu/zespol/odpowiedzi",
      "/propozycje/mieszkanie-w-zasiegu/zespol/odpowiedzi/1",
      "/propozycje/mieszkanie-w-zasiegu/zespol/odpowiedzi/17",
      "/propozycje/mieszkanie-w-zasiegu/zespol/scalanie",
      "/propozycje/mieszkanie-w-zasiegu/moje",
    ],
    participant: ["/moj-kongres", "/moj-kongres/konto", "/moj-kongres/wejscia", "/moj-kongres/dane"],
  },
  missing: "/nie-ma-takiej-strony",
  people: { on: "/osoby", under: "/osoby/" },
};

const ENGLISH = {
  lang: "en",
  fixed: [
    "/en",
    "/en/programme/14-november",
    "/en/programme/15-november",
    "/en/programme/16-november",
    "/en/sessions/night-of-flops-the-uneasy-roads-to-success",
    "/en/sessions/a-strategic-approach-to-the-smart-city-five-dimensions-shared-recommendations",
    "/en/people",
    "/en/room/kadzielnia",
    "/en/door/kadzielnia",
    "/en/mine",
    "/en/changes",
    "/en/accessibility-statement",
    "/en/privacy",
    "/en/retention",
    "/en/offline",
    "/en/sign-in",
    "/en/proposals",
    "/en/proposals/mieszkanie-w-zasiegu",
    "/en/proposals/cien-i-woda?language=en",
    "/en/proposals/mieszkanie-w-zasiegu/clause/p4",
    "/en/proposals/mieszkanie-w-zasiegu/clause/p4/remark",
    "/en/proposals/mieszkanie-w-zasiegu/clause/p4/amendment",
    "/en/proposals/mieszkanie-w-zasiegu/remark/17",
    "/en/proposals/mieszkanie-w-zasiegu/remarks",
    "/en/proposals/mieszkanie-w-zasiegu/versions/1",
    "/en/proposals/mieszkanie-w-zasiegu/compare?from=1&to=2",
    "/en/proposals/mieszkanie-w-zasiegu/reports",
    "/en/proposals/mieszkanie-w-zasiegu/rules",
    "/en/recommendations",
    "/en/calls",
    "/en/calls/kalejdoskopy",
    "/en/calls/plakaty",
    "/en/calls/kalejdoskopy/texts",
    "/en/calls/kalejdoskopy/texts/P6QAZAZ5AV",
    "/en/sessions/night-of-flops-the-uneasy-roads-to-success/timer",
  ],
  inside: {
    organiser: ["/en/office/kpm-2019", "/en/office/kpm-2019/mail", "/en/office/kpm-2019/mail/new-mailing", "/en/office/kpm-2019/schedule/15-november", "/en/office/kpm-2019/sessions/S31", "/en/office/kpm-2019/release", "/en/office/kpm-2019/registrations", "/en/office/kpm-2019/roles", "/en/office/kpm-2019/history", "/en/office/kpm-2019/proposals", "/en/office/kpm-2019/proposals/new", "/en/office/kpm-2019/proposals/moderation", "/en/office/kpm-2019/proposals/mieszkanie-w-zasiegu/consultation", "/en/office/kpm-2019/proposals/mieszkanie-w-zasiegu/report"],
    expert: ["/en/proposals/mieszkanie-w-zasiegu/team", "/en/proposals/mieszkanie-w-zasiegu/team/import", "/en/proposals/mieszkanie-w-zasiegu/team/answers", "/en/proposals/mieszkanie-w-zasiegu/team/answers/17", "/en/proposals/mieszkanie-w-zasiegu/team/merging"],
    participant: ["/en/my-congress", "/en/my-congress/account", "/en/my-congress/ways-in", "/en/my-congress/data"],
  },
  missing: "/en/no-such-page",
  people: { on: "/en/people", under: "/en/people/" },
};

/** All of them, as `{ path, lang, status, as }`. The person is the one linked first. */
export async function listPages(stage) {
  const pages = [];
  for (const { lang, fixed, inside, missing, people } of [POLISH, ENGLISH]) {
    const found = [...fixed, await firstLink(stage, people)];
    pages.push(...found.map((path) => ({ path, lang, status: 200 })), { path: missing, lang, status: 404 });
    for (const [as, paths] of Object.entries(inside)) pages.push(...paths.map((path) => ({ path, lang, status: 200, as })));
  }
  return pages;
}

async function firstLink(stage, { on, under }) {
  const { body } = await stage.fetch(on);
  const links = [...body.matchAll(/href="?([^"\s>]+)/g)].map(([, address]) => address);
  // Pages have no dot in their last part; the exports beside them do.
  const found = links.find((link) => link.startsWith(under) && link !== under && !link.includes("."));
  assert.ok(found, `${on} links to no page under ${under}`);
  return found;
}
