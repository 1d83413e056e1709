// Every page, by every general rule.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import {
  Stage,
  assertNoComplaints,
  assertNoCspViolation,
  assertNoThirdParty,
  axe,
  keyboardReachesAll,
  noSidewaysScroll,
  slug,
  vnu,
} from "./harness.mjs";
import { listPages } from "./pages.mjs";

const stage = await Stage.open();
after(() => stage.close());
const pages = await listPages(stage);

for (const { path, lang, status } of pages) {
  for (const width of [390, 1280]) {
    test(`${path} is accessible and keeps to itself at ${width} px, light and dark`, async () => {
      await stage.look(path, { width, lang }, async (view) => {
        for (const theme of ["light", "dark"]) {
          await view.theme(theme);
          await view.shot(`${slug(path)}-${width}-${theme}`);
          await axe(view, `${width} px, ${theme}`);
        }
        assertNoThirdParty(view);
        assertNoCspViolation(view);
        assertNoComplaints(view);
      });
    });
  }

  test(`${path} does not scroll sideways on the narrowest phone`, async () => {
    await stage.look(path, { width: 320, height: 640, lang }, noSidewaysScroll);
  });

  test(`${path} is reached everywhere by keyboard`, async () => {
    await stage.look(path, { lang }, keyboardReachesAll);
  });

  test(`${path} is complete without JavaScript`, async () => {
    await stage.look(path, { lang, js: false }, async (view) => {
      assert.equal(view.response.status(), status);
      assert.equal(await view.page.locator("html").getAttribute("lang"), lang);
      assert.equal(await view.page.locator("main").count(), 1);
      assert.equal(await view.page.locator("h1").count(), 1);
      assert.ok(await view.page.locator("main h1").isVisible(), "the heading is hidden");
      assertNoCspViolation(view);
    });
  });
}

test("every page is valid HTML", async () => {
  const bodies = pages.map(async ({ path }) => ({ path, body: (await stage.fetch(path)).body }));
  await vnu(await Promise.all(bodies));
});
