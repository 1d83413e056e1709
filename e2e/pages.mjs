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
  ],
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
  ],
  missing: "/en/no-such-page",
  people: { on: "/en/people", under: "/en/people/" },
};

/** All of them, as `{ path, lang, status }`. The person is the one linked first. */
export async function listPages(stage) {
  const pages = [];
  for (const { lang, fixed, missing, people } of [POLISH, ENGLISH]) {
    const found = [...fixed, await firstLink(stage, people)];
    pages.push(...found.map((path) => ({ path, lang, status: 200 })), { path: missing, lang, status: 404 });
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
