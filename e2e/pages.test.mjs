// Every page, by every general rule.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import {
  Stage,
  assertNoComplaints,
  assertNoCspViolation,
  assertNoThirdParty,
  axe,
  axeColours,
  keyboardReachesAll,
  noSidewaysScroll,
  slug,
  vnu,
} from "./harness.mjs";
import { listPages } from "./pages.mjs";

const stage = await Stage.open();
after(() => stage.close());
const pages = await listPages(stage);

for (const { path, lang, status, as } of pages) {
  // Loaded once for all rules: what differs between them is a matter of styles.
  test(`${path} by the general rules`, async (page) => {
    await stage.look(path, { lang, as, width: 390 }, async (view) => {
      for (const width of [390, 1280]) {
        await page.test(`is accessible at ${width} px, light and dark`, () => isAccessible(view, path, width));
      }
      await page.test("is reached everywhere by keyboard", () => keyboardReachesAll(view));
      await page.test("does not scroll sideways on the narrowest phone", async () => {
        await view.page.setViewportSize({ width: 320, height: 640 });
        await view.shot(`${slug(path)}-320`);
        await noSidewaysScroll(view);
      });
      await page.test("keeps to itself, and complains of nothing", () => {
        assertNoThirdParty(view);
        assertNoCspViolation(view);
        assertNoComplaints(view);
      });
    });
  });

  test(`${path} is complete without JavaScript`, async () => {
    await stage.look(path, { lang, as, js: false }, async (view) => {
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
  const bodies = [];
  for (const { path, lang, as } of pages) {
    const body = as ? await stage.look(path, { lang, as, js: false }, (view) => view.response.text()) : (await stage.fetch(path)).body;
    bodies.push({ path, body });
  }
  await vnu(bodies);
});

test("a programme of one's own, with a clash, keeps the same rules", async () => {
  await stage.look("/program/15-listopada", { width: 390 }, async (view) => {
    for (const code of ["S37", "S38", "S27"]) await view.post("/moje", { add: code });
    await view.goto("/moje");
    assert.equal(await view.page.locator("main .slot").count(), 3);
    for (const width of [390, 1280]) await isAccessible(view, "/moje-3", width);
    await keyboardReachesAll(view);
    await view.page.setViewportSize({ width: 320, height: 640 });
    await noSidewaysScroll(view);
    await vnu([{ path: "/moje", body: await view.response.text() }]);
    assertNoCspViolation(view);
    assertNoComplaints(view);
  });
});

async function isAccessible(view, path, width) {
  await view.page.setViewportSize({ width, height: 900 });
  await view.theme("dark");
  await view.shot(`${slug(path)}-${width}-dark`);
  await axeColours(view, `${width} px, dark`);
  await view.theme("light");
  await view.shot(`${slug(path)}-${width}-light`);
  await axe(view, `${width} px, light`);
}
