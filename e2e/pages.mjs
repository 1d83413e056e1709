// The pages that every general rule is tried on, in both languages.

import assert from "node:assert/strict";

// Of sessions: a debate, one of short talks, a workshop with phases, the night of flops, one with a document.
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
  ],
  inside: {
    organiser: ["/en/office/kpm-2019", "/en/office/kpm-2019/mail", "/en/office/kpm-2019/mail/new-mailing", "/en/office/kpm-2019/schedule/15-november", "/en/office/kpm-2019/sessions/S31", "/en/office/kpm-2019/release", "/en/office/kpm-2019/registrations", "/en/office/kpm-2019/roles", "/en/office/kpm-2019/history"],
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
