// The clock on stage: started and moved by keys, remembered by the device, a plain plan without the script.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoCspViolation, eventually } from "./harness.mjs";

const stage = await Stage.open();
after(() => stage.close());

for (const { lang, path, words } of [
  { lang: "pl", path: "/sesje/kalejdoskop-i-przestrzen-i-mieszkanie/zegar", words: { going: "Czas biegnie", paused: "Wstrzymano", soon: "Kończ", over: "Czas minął" } },
  { lang: "en", path: "/en/sessions/night-of-flops-the-uneasy-roads-to-success/timer", words: { going: "Time is running", paused: "Paused", soon: "Wrap up", over: "Time is up" } },
]) {
  test(`talks are timed by the keyboard alone, and a page that is reloaded goes on, in ${lang}`, async () => {
    await stage.look(path, { lang, width: 1280 }, async (view) => {
      const { page } = view;
      const steps = page.locator("[data-seconds]");
      const title = page.locator("[data-timer-title]");
      const says = page.locator("[data-timer-says]");
      const nameOf = async (place) => (await steps.nth(place).locator("[data-timer-name]").textContent()).trim();
      assert.equal(await title.textContent(), await nameOf(0));
      const whoTells = await steps.first().locator("[data-timer-who]").allTextContents();
      assert.equal(await page.locator("[data-timer-by]").textContent(), whoTells.join("").trim());

      await page.keyboard.press(" ");
      await eventually(() => says.textContent(), words.going);
      await page.keyboard.press("ArrowRight");
      await eventually(() => title.textContent(), await nameOf(1));
      await page.keyboard.press(" ");
      await eventually(() => says.textContent(), words.paused);

      // The device remembers how it stood: by now almost all of the second talk was used.
      await page.evaluate(() => {
        const key = Object.keys(localStorage).find((name) => name.startsWith("wiec.timer."));
        const seconds = Number(document.querySelectorAll("[data-seconds]")[1].dataset.seconds);
        localStorage.setItem(key, JSON.stringify({ at: 1, used: seconds * 1000 - 20_000, since: Date.now() }));
      });
      await page.reload();
      await eventually(() => says.textContent(), words.soon);
      assert.equal(await title.textContent(), await nameOf(1));
      assert.equal(await page.locator("stage-timer").getAttribute("data-stands"), "soon");
      await page.evaluate(() => {
        const key = Object.keys(localStorage).find((name) => name.startsWith("wiec.timer."));
        localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), since: Date.now() - 85_000 }));
      });
      await page.reload();
      await eventually(() => says.textContent(), words.over);
      assert.match(await page.locator("[data-timer-left]").textContent(), /^\+1:0/);
      assertNoCspViolation(view);
    });
  });

  test(`without the script the clock is the plan of the session, in ${lang}`, async () => {
    await stage.look(path, { lang, js: false }, async ({ page }) => {
      assert.ok(await page.locator("[data-seconds] time").first().isVisible());
      assert.equal(await page.locator("button:visible").count(), 0, "a button that does nothing");
    });
  });
}
