// Languages: every page has its twin, and switching stays on the page.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage } from "./harness.mjs";
import { listPages } from "./pages.mjs";

const stage = await Stage.open();
after(() => stage.close());
const pages = (await listPages(stage)).filter(({ status }) => status === 200);

// What is somebody's own is read with their cookies.
const cookies = {};
for (const as of new Set(pages.flatMap(({ as }) => as ?? []))) {
  cookies[as] = await stage.look("/", { as }, async ({ context }) => (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; "));
}
const read = (path, as) => stage.fetch(path, as ? { cookie: cookies[as] } : {});

const languageOf = (html) => /<html lang="(\w+)"/.exec(html)?.[1];
const alternates = (html) => [...html.matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g)].map(([, lang, href]) => ({ lang, href }));
const decoded = (attribute) => attribute.replaceAll(/&(#38|amp);/g, "&");
const switchOf = (html) => /<a (?:class="toollink" )?href="([^"]+)" lang="(\w+)" hreflang="/.exec(html)?.slice(1).map(decoded);

test("every address in hreflang leads to a page in its language, which names the same addresses", async () => {
  for (const { path, as } of pages) {
    const { body } = await read(path, as);
    const named = alternates(body);
    if (named.length === 0) {
      // Pages of one visitor, or of one moment, are not for search engines.
      assert.match(body, /<meta name="robots" content="noindex">/, path);
      continue;
    }
    assert.deepEqual(named.map(({ lang }) => lang), ["pl", "en", "x-default"], path);
    for (const { lang, href } of named) {
      const answer = await fetch(href, { redirect: "manual" });
      assert.equal(answer.status, 200, `${path} names ${href}`);
      const twin = await answer.text();
      if (lang !== "x-default") assert.equal(languageOf(twin), lang, href);
      assert.deepEqual(alternates(twin), named, `${href} names others than ${path}`);
    }
  }
});

test("switching the language twice leads back to every page", async () => {
  for (const { path, lang, as } of pages) {
    const { body } = await read(path, as);
    const there = switchOf(body);
    // The screens beside a door and on stage have no menu.
    if (!there && /\/(drzwi|door)\/|\/(zegar|timer)$/.test(path)) continue;
    assert.ok(there, `${path} does not lead to the other language`);
    const [href, other] = there;
    assert.notEqual(other, lang, path);
    const twin = await read(href, as);
    assert.equal(twin.status, 200, `${path} leads to ${href}`);
    assert.equal(languageOf(twin.body), other, href);
    const back = switchOf(twin.body)[0];
    // In the register what is asked of a page (since when, how much is amended) is asked anew there.
    const isRegister = /^\/(en\/)?(propozycje|proposals)\//.test(path);
    assert.equal(back, isRegister && !back.includes("?") ? path.split("?")[0] : path, `${href} does not lead back`);
  }
});

test("a click switches a session, a person and a room, also from the menu of a phone", async () => {
  const kinds = [
    ["/sesje/noc-wtop-nielatwe-drogi-do-sukcesu", "/en/sessions/night-of-flops-the-uneasy-roads-to-success"],
    ["/osoby/audytorka-dostepnosci", "/en/people/accessibility-auditor"],
    ["/sala/kadzielnia", "/en/room/kadzielnia"],
  ];
  const view = await stage.visit("/");
  try {
    for (const [polish, english] of kinds) {
      await view.page.setViewportSize({ width: 1280, height: 900 });
      await view.goto(polish);
      await view.page.locator(".topbar__tools > .toollink").click();
      await view.page.waitForURL(`**${english}`);
      assert.equal(await view.page.locator("html").getAttribute("lang"), "en");
      await view.page.setViewportSize({ width: 390, height: 800 });
      await view.page.locator("details.menu summary").click();
      await view.page.locator(".menu__sheet a[hreflang='pl']").click();
      await view.page.waitForURL(`**${polish}`);
      assert.equal(await view.page.locator("html").getAttribute("lang"), "pl");
    }
  } finally {
    await view.close();
  }
});
