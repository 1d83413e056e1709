// The pages that every general rule is tried on, in both languages.

import assert from "node:assert/strict";

const POLISH = {
  lang: "pl",
  fixed: [
    "/",
    "/program/14-listopada",
    "/program/15-listopada",
    "/program/16-listopada",
    "/osoby",
    "/sala/kadzielnia",
    "/drzwi/kadzielnia",
    "/zmiany",
    "/offline",
  ],
  missing: "/nie-ma-takiej-strony",
  sessions: { on: "/program/15-listopada", under: "/sesje/", first: 3 },
  people: { on: "/osoby", under: "/osoby/", first: 1 },
};

const ENGLISH = {
  lang: "en",
  fixed: [
    "/en",
    "/en/programme/14-november",
    "/en/programme/15-november",
    "/en/programme/16-november",
    "/en/people",
    "/en/room/kadzielnia",
    "/en/door/kadzielnia",
    "/en/changes",
  ],
  missing: "/en/no-such-page",
  sessions: { on: "/en/programme/15-november", under: "/en/sessions/", first: 3 },
  people: { on: "/en/people", under: "/en/people/", first: 1 },
};

/** All of them, as `{ path, lang, status }`. Sessions and people are those linked first. */
export async function listPages(stage) {
  const pages = [];
  for (const { lang, fixed, missing, sessions, people } of [POLISH, ENGLISH]) {
    const linked = [...(await linksOn(stage, sessions)), ...(await linksOn(stage, people))];
    pages.push(...[...fixed, ...linked].map((path) => ({ path, lang, status: 200 })));
    pages.push({ path: missing, lang, status: 404 });
  }
  return pages;
}

async function linksOn(stage, { on, under, first }) {
  const { body } = await stage.fetch(on);
  const links = [...body.matchAll(/href="?([^"\s>]+)/g)].map(([, address]) => address);
  // Pages have no dot in their last part; the exports beside them do.
  const pages = links.map((link) => link.split(/[?#]/)[0]).filter((link) => link.startsWith(under) && !link.includes("."));
  const found = [...new Set(pages)].filter((link) => link !== under).slice(0, first);
  assert.equal(found.length, first, `${on} links to too few pages under ${under}`);
  return found;
}
