// What moves with time: the now-line, and the sessions in progress.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, eventually } from "./harness.mjs";

const DAY = "/program/15-listopada";
const QUARTER_PAST_ELEVEN = "2019-11-15T11:15";

const stage = await Stage.open(["--at", QUARTER_PAST_ELEVEN]);
after(() => stage.close());

const line = (view) => view.page.locator(".slots__now");
const minutes = (hour) => hour.split(":").reduce((hours, rest) => Number(hours) * 60 + Number(rest));
const shown = async (view) => minutes(await line(view).innerText());

/** Titles of the sessions that the page marks as live. */
const live = (view) => view.page.locator(".slot.is-live .slot__n").allTextContents();

/** Titles of those that are, by the times in the page and the congress's clock. */
const due = (view) =>
  view.page.evaluate(() => {
    const now = Date.now() / 1000 + Number(document.documentElement.dataset.shift);
    const lasts = ({ dataset }) => Number(dataset.starts) <= now && now < Number(dataset.ends);
    return [...document.querySelectorAll(".slot")].filter(lasts).map((slot) => slot.querySelector(".slot__n").textContent);
  });

/** How far down its hour the line stands, in minutes, by the labels beside it. */
const stands = (view) =>
  view.page.evaluate(() => {
    const top = (element) => element.getBoundingClientRect().top;
    const labels = [...document.querySelectorAll(".slots__hour")].map((label) => ({ hour: parseInt(label.textContent, 10), top: top(label) + label.offsetHeight / 2 }));
    const at = top(document.querySelector(".slots__now"));
    const before = labels.findLastIndex((label) => label.top <= at + 1);
    // The first label is moved down to stay inside; its neighbours tell how tall an hour is.
    const tall = labels[3].top - labels[2].top;
    return labels[before].hour * 60 + ((at - labels[before].top) / tall) * 60;
  });

test("the line stands at its time, and moves on with it", async () => {
  await stage.look(DAY, { clock: true }, async (view) => {
    const first = await shown(view);
    assert.ok(first >= minutes("11:15") && first < minutes("11:25"), `it says ${await line(view).innerText()}`);
    const place = await stands(view);
    assert.ok(Math.abs(place - first) <= 6, `it says ${first}, and stands at ${place}`);
    await view.page.clock.fastForward("01:00:00");
    await eventually(async () => (await shown(view)) - first >= 60, true);
    const later = await stands(view);
    assert.ok(Math.abs(later - place - 60) <= 6, `it moved from ${place} to ${later}`);
  });
});

for (const width of [390, 1280]) {
  test(`what lasts is marked as live, and not for longer, at ${width} px`, async () => {
    await stage.look(DAY, { clock: true, width }, async (view) => {
      const now = await live(view);
      assert.ok(now.length >= 5, `only ${now.length} are live`);
      assert.deepEqual(now, await due(view));
      const words = await view.page.locator(".slot.is-live .live:not([hidden])").allTextContents();
      assert.ok(words.every((text) => /^Trwa do \d+:\d\d$/.test(text)), words.join(", "));
      await view.page.clock.fastForward("02:30:00");
      await eventually(async () => (await live(view)).includes("Obiad"), true);
      assert.deepEqual(await live(view), await due(view));
    });
  });
}

test("another day has no line, and nothing live", async () => {
  await stage.look("/program/14-listopada", {}, async (view) => {
    assert.equal(await line(view).isVisible(), false);
    assert.deepEqual(await live(view), []);
  });
});

test("on a phone one press leads to what goes on now", async () => {
  await stage.look(DAY, { width: 390, height: 800 }, async (view) => {
    await view.page.locator(".chip.tonow").click();
    const top = () => view.page.locator("#teraz").evaluate((group) => Math.round(group.getBoundingClientRect().top));
    await eventually(async () => Math.abs(await top()) < 200, true);
    assert.ok((await view.page.locator("#teraz .slot.is-live").count()) > 0);
  });
});
