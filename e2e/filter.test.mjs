// Filters: in the address, with the back button, in the other language and without scripts.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoComplaints } from "./harness.mjs";
import { ENGLISH, POLISH } from "./words.mjs";

const stage = await Stage.open();
after(() => stage.close());

const titles = (view) => view.page.locator("main .slot__n").allTextContents();
const parameters = (view) => Object.fromEntries([...new URL(view.page.url()).searchParams].filter(([, value]) => value !== ""));
const current = (view) => view.page.locator(".pfilters .chips [aria-current]").allTextContents();

for (const words of [POLISH, ENGLISH]) {
  const { lang, day, query } = words;

  test(`a theme, a kind and the back button (${lang})`, async () => {
    await stage.look(day, { lang }, async (view) => {
      const everything = await titles(view);
      await view.page.locator(".pfilters .chip.t-transport").click();
      await view.page.waitForURL((url) => url.searchParams.has(query.theme));
      const ofTheme = await titles(view);
      assert.ok(ofTheme.length > 0 && ofTheme.length < everything.length);
      assert.equal(await view.page.locator("main .slot:not(.t-transport)").count(), 0);
      assert.equal((await current(view)).length, 1);

      // A choice submits itself.
      await view.page.locator(`select[name="${query.kind}"]`).selectOption("inspiration");
      await view.page.waitForURL((url) => url.searchParams.get(query.kind) === "inspiration");
      assert.deepEqual(parameters(view), { [query.theme]: "tra", [query.kind]: "inspiration" });
      assert.ok((await titles(view)).length <= ofTheme.length);

      await view.page.goBack();
      assert.deepEqual(await titles(view), ofTheme);
      await view.page.goBack();
      assert.deepEqual(await titles(view), everything);
      assertNoComplaints(view);
    });
  });

  test(`the other language keeps the filter and the page, and clearing leads to the whole day (${lang})`, async () => {
    const other = words === POLISH ? ENGLISH : POLISH;
    await stage.look(`${day}?${query.theme}=mie`, { lang }, async (view) => {
      const found = (await titles(view)).length;
      await view.page.locator(".topbar__tools .toollink").click();
      await view.page.waitForURL(`**${other.day}?**`);
      assert.deepEqual(parameters(view), { [other.query.theme]: "mie" });
      assert.equal((await titles(view)).length, found);
      await view.page.locator(".pfilters a.toolline").click();
      await view.page.waitForURL(`**${other.day}`);
      assert.ok((await titles(view)).length > found);
    });
  });

  test(`filters work without JavaScript, through the button (${lang})`, async () => {
    await stage.look(day, { lang, js: false }, async (view) => {
      await view.page.locator(".pfilters .chip.t-srodowisko").click();
      await view.page.locator(`select[name="${query.access}"]`).selectOption("petla");
      await view.page.locator(".pfilters button[data-nojs]").click();
      await view.page.waitForURL((url) => url.searchParams.get(query.access) === "petla");
      assert.deepEqual(parameters(view), { [query.theme]: "kli", [query.access]: "petla" });
      assert.equal(await view.page.locator("main .slot:not(.t-srodowisko)").count(), 0);
      assert.ok((await titles(view)).length > 0);
    });
  });
}

test("other days keep the filter, and a day without a match says so", async () => {
  await stage.look("/program/15-listopada?rodzaj=inspiration", {}, async (view) => {
    await view.page.locator(".tabs a").last().click();
    await view.page.waitForURL("**/16-listopada?rodzaj=inspiration");
    assert.deepEqual(await titles(view), []);
    assert.ok(await view.page.locator(".empty").isVisible());
  });
});
