// Light and dark: the system decides until the visitor does.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoComplaints, eventually } from "./harness.mjs";

const stage = await Stage.open();
after(() => stage.close());

const paper = (view) => view.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const toggle = (view) => view.page.locator("form[data-theme-form] button");
const chosen = (view) => () => view.page.locator("html").getAttribute("data-theme");

for (const js of [true, false]) {
  const how = js ? "at once" : "without JavaScript";

  test(`the switch turns light into dark and back ${how}, and is remembered`, async () => {
    await stage.look("/osoby", { js }, async (view) => {
      const light = await paper(view);
      await toggle(view).click();
      await eventually(chosen(view), "dark");
      await eventually(async () => (await paper(view)) === light, false);
      const dark = await paper(view);
      assert.equal(new URL(view.page.url()).pathname, "/osoby", "it stays on the page");

      await view.page.reload();
      assert.equal(await paper(view), dark);
      // The server knows it too, so no page flashes.
      const body = await (await view.context.request.get(`${stage.origin}/`)).text();
      assert.match(body, /<html[^>]* data-theme="dark"/);

      await toggle(view).click();
      await eventually(() => paper(view), light);
      if (js) assertNoComplaints(view);
    });
  });
}

test("without a choice the system's is taken, and the first press turns it", async () => {
  await stage.look("/en/people", { theme: "dark", lang: "en" }, async (view) => {
    const dark = await paper(view);
    assert.equal(await chosen(view)(), null);
    await toggle(view).click();
    await eventually(chosen(view), "light");
    await eventually(async () => (await paper(view)) === dark, false);
  });
});
