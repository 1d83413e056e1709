// The screen beside a door: nobody touches it, so it keeps itself up to date.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, eventually } from "./harness.mjs";

const DOOR = "/drzwi/kadzielnia";
const stage = await Stage.open(["--at", "2019-11-15T10:42"]);
after(() => stage.close());

const now = (view) => () => view.page.locator(".door__now .door__title").allTextContents().then((titles) => titles.map((title) => title.replaceAll(/\s+/g, " ")));
const next = (view) => async () => (await view.page.locator(".door__next").innerText()).replaceAll(/\s+/g, " ");
const asked = (view) => view.requests.filter((address) => address.endsWith(DOOR)).length;

test("it shows what goes on and what comes next, and takes over what changed without loading again", async () => {
  await stage.look(DOOR, { width: 1024, height: 768, clock: true }, async (view) => {
    assert.deepEqual(await now(view)(), ["Sala jest wolna"]);
    assert.match(await next(view)(), /10:50 Kalejdoskop III: klimat i przyroda/);
    await view.page.evaluate(() => (window.sameDocument = true));

    // The network goes, the screen stays.
    await stage.server.unplug();
    await view.page.clock.fastForward("00:31");
    await eventually(() => asked(view) >= 2, true);
    assert.match(await next(view)(), /10:50/);

    // It comes back, and time has passed.
    await stage.server.plug(["--at", "2019-11-15T10:55"]);
    await eventually(async () => {
      await view.page.clock.fastForward("00:31");
      return now(view)();
    }, ["Kalejdoskop III: klimat i przyroda"]);
    assert.match(await next(view)(), /12:20 Kalejdoskop IV: dane i usługi/);
    assert.equal(await view.page.evaluate(() => window.sameDocument), true, "it loaded again");
    assert.deepEqual(view.complaints.filter((text) => !text.startsWith("Failed to load resource")), []);
  });
});

test("its clock runs by itself", async () => {
  await stage.look("/en/door/kadzielnia", { lang: "en", clock: true }, async (view) => {
    const clock = () => view.page.locator("[data-clock]").textContent();
    const before = await clock();
    await view.page.clock.fastForward("02:00");
    await eventually(async () => (await clock()) === before, false);
  });
});
