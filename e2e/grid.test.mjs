// The plan of rooms and hours: it scrolls inside itself, and every session lies in its room's column.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage } from "./harness.mjs";

const stage = await Stage.open();
after(() => stage.close());

const box = (view) => view.page.locator(".slotsbox");

for (const day of ["/program/14-listopada", "/program/15-listopada", "/program/16-listopada"]) {
  test(`${day}: sessions lie in the columns of their rooms, and none lies over another`, async () => {
    await stage.look(day, { width: 1280 }, async (view) => {
      const { heads, slots } = await view.page.evaluate(readPlan);
      const problems = [];
      for (const slot of slots.filter(({ wide }) => !wide)) {
        const head = heads.find(({ name }) => name === slot.room);
        if (!head) problems.push(`${slot.title}: no head for ${slot.room}`);
        else if (slot.left < head.left - 1 || slot.right > head.right + 1) problems.push(`${slot.title} sticks out of ${slot.room}`);
      }
      for (const [index, one] of slots.entries()) {
        for (const other of slots.slice(index + 1)) {
          const beside = one.right <= other.left + 1 || other.right <= one.left + 1;
          const below = one.bottom <= other.top + 1 || other.bottom <= one.top + 1;
          // A break is drawn behind what goes on beside it.
          if (!beside && !below && !one.pause && !other.pause) problems.push(`${one.title} lies over ${other.title}`);
        }
      }
      assert.deepEqual(problems, []);
      assert.ok(slots.length > 3);
    });
  });
}

test("the plan scrolls inside itself, and its rooms and hours stay in sight", async () => {
  await stage.look("/program/14-listopada", { width: 1280, height: 800 }, async (view) => {
    const sizes = await box(view).evaluate((plan) => [plan.scrollWidth > plan.clientWidth, plan.scrollHeight > plan.clientHeight]);
    assert.deepEqual(sizes, [true, true], "it is larger than its frame");
    assert.equal(await view.page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth), false, "the page scrolls sideways");
    await box(view).evaluate((plan) => plan.scrollTo(plan.scrollWidth, plan.scrollHeight));
    const frame = await box(view).boundingBox();
    const rooms = await view.page.locator(".slots__rooms").boundingBox();
    const hours = await view.page.locator(".slots__hours").boundingBox();
    assert.ok(Math.abs(rooms.y - frame.y) <= 2, "the rooms left");
    assert.ok(Math.abs(hours.x - frame.x) <= 2, "the hours left");
    const last = await view.page.locator(".slots__rooms > li").last().boundingBox();
    assert.ok(last.x + last.width <= frame.x + frame.width + 1, "the last room cannot be reached");
  });
});

test("the plan can be focused and scrolled by keyboard", async () => {
  await stage.look("/program/14-listopada", { width: 1280, height: 800 }, async (view) => {
    await box(view).focus();
    assert.equal(await box(view).evaluate((plan) => plan === document.activeElement), true);
    const at = () => box(view).evaluate((plan) => ({ left: plan.scrollLeft, top: plan.scrollTop }));
    await view.page.keyboard.press("ArrowRight");
    await view.page.waitForFunction(() => document.querySelector(".slotsbox").scrollLeft > 0);
    await view.page.keyboard.press("PageDown");
    await view.page.waitForFunction(() => document.querySelector(".slotsbox").scrollTop > 0);
    assert.ok((await at()).left > 0);
  });
});

test("tabbing through the plan brings every session's title into sight", async () => {
  await stage.look("/program/14-listopada", { width: 1280, height: 800 }, async (view) => {
    await box(view).focus();
    const hidden = [];
    const links = await view.page.locator(".slot__n a").count();
    for (let press = 0; press < links * 2; press += 1) {
      await view.page.keyboard.press("Tab");
      const stop = await view.page.evaluate(readFocus);
      if (stop === null) break;
      if (stop.covered) hidden.push(stop.title);
    }
    assert.deepEqual(hidden, [], "focused behind the rooms or the hours");
  });
});

// The functions below run in the page.

function readPlan() {
  const text = (element) => element?.textContent.replaceAll("\u00AD", "").trim();
  const edges = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const plan = document.querySelector(".slots").getBoundingClientRect();
  const heads = [...document.querySelectorAll(".slots__rooms > li")].map((head) => ({ name: text(head.querySelector(".plate")), ...edges(head) }));
  const slots = [...document.querySelectorAll(".slot")].map((slot) => ({
    title: text(slot.querySelector(".slot__n")),
    room: text(slot.querySelector(".slot__when .plate")),
    pause: slot.classList.contains("is-break"),
    wide: slot.classList.contains("is-break") && slot.getBoundingClientRect().width > plan.width * 0.8,
    ...edges(slot),
  }));
  return { heads, slots };
}

function readFocus() {
  const slot = document.activeElement.closest(".slot");
  if (!slot) return null;
  const title = slot.querySelector(".slot__n").getBoundingClientRect();
  const rooms = document.querySelector(".slots__rooms").getBoundingClientRect();
  const hours = document.querySelector(".slots__hours").getBoundingClientRect();
  const covered = title.top < rooms.bottom - 1 || title.left < hours.right - 1;
  return { title: slot.textContent.trim().slice(0, 60), covered };
}
