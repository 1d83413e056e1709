// Stars: one's own programme without an account, with the mouse, by keyboard and without scripts.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoComplaints, eventually } from "./harness.mjs";
import { ENGLISH, POLISH } from "./words.mjs";

const stage = await Stage.open();
after(() => stage.close());

const [MOUSE, KEYS] = ["S37", "S44"];
const star = (view, code) => view.page.locator(`button[data-fav="${code}"]`);
const pressed = (view, code) => () => star(view, code).getAttribute("aria-pressed");
const count = (view) => () => view.page.locator("[data-mine-count]").first().textContent();
const announced = (view) => () => view.page.locator("[data-status]").textContent();
const sessions = (view) => view.page.locator("main .slot:not(.is-break) button[data-fav]").evaluateAll((stars) => stars.map((one) => one.dataset.fav));

// On the page words may break and others may not.
const plain = (title) => title.replaceAll("\u00AD", "").replaceAll(/\s+/g, " ");

/** What the server knows, asked past the page's own script. */
async function marked(view, { mine }) {
  const { origin } = stage;
  const html = await (await view.context.request.get(origin + mine)).text();
  return /<meta name="mine" content="([^"]*)"/.exec(html)?.[1].split(" ").filter(Boolean) ?? [];
}

for (const words of [POLISH, ENGLISH]) {
  const { lang, day, mine, query } = words;

  test(`a star is set with the mouse and by keyboard, counted, announced and kept (${lang})`, async () => {
    await stage.look(day, { lang }, async (view) => {
      assert.equal(await count(view)(), "0");
      await star(view, MOUSE).click();
      await eventually(pressed(view, MOUSE), "true");
      await eventually(count(view), "1");
      await eventually(announced(view), words.added);

      await star(view, KEYS).focus();
      await view.page.keyboard.press("Enter");
      await eventually(count(view), "2");
      await eventually(() => marked(view, words), [MOUSE, KEYS], "the server was told");

      await view.page.reload();
      assert.equal(await pressed(view, MOUSE)(), "true");
      assert.equal(await count(view)(), "2");
      await star(view, KEYS).focus();
      await view.page.keyboard.press("Space");
      await eventually(announced(view), words.removed);
      await eventually(() => marked(view, words), [MOUSE]);
      assertNoComplaints(view);
    });
  });

  test(`"only mine" shows what is starred and nothing else, in the address (${lang})`, async () => {
    await stage.look(day, { lang }, async (view) => {
      await view.post(mine, { add: MOUSE });
      await view.page.reload();
      await view.page.locator("a[data-only-mine]").click();
      await view.page.waitForURL(`**?${query.mine}=1`);
      assert.deepEqual(await sessions(view), [MOUSE]);
      await view.page.locator("a[data-only-mine]").click();
      await view.page.waitForURL(`**${day}`);
      assert.ok((await sessions(view)).length > 10);
    });
  });

  test(`the list has a calendar of its own, with exactly its sessions (${lang})`, async () => {
    await stage.look(day, { lang }, async (view) => {
      await view.post(mine, { add: MOUSE });
      await view.goto(mine);
      assert.deepEqual(await sessions(view), [MOUSE]);
      const title = await view.page.locator("main .slot__n").textContent();
      const address = await view.page.locator("#adres").inputValue();
      // Asked without any cookie, as a calendar would.
      const calendar = await (await fetch(address)).text();
      assert.equal(calendar.match(/BEGIN:VEVENT/g)?.length, 1);
      const unfolded = calendar.replaceAll(/\r\n[ \t]/g, "");
      assert.ok(unfolded.includes(plain(title)), `${title} is not in the calendar`);

      await star(view, MOUSE).click();
      await eventually(() => marked(view, words), []);
      await view.page.reload();
      assert.equal(await view.page.locator("main .slot").count(), 0);
      assert.ok(await view.page.locator(".empty").isVisible());
      assert.doesNotMatch(await (await fetch(address)).text(), /BEGIN:VEVENT/);
    });
  });

  test(`stars work without JavaScript (${lang})`, async () => {
    await stage.look(day, { lang, js: false }, async (view) => {
      await star(view, MOUSE).click();
      await view.page.waitForURL(`**${day}`);
      assert.equal(await pressed(view, MOUSE)(), "true");
      assert.equal(await count(view)(), "1");
      await view.goto(`${day}?${query.mine}=1`);
      assert.deepEqual(await sessions(view), [MOUSE]);
      await view.goto(mine);
      await star(view, MOUSE).click();
      await eventually(() => view.page.locator(".empty").count(), 1);
      assert.deepEqual(await marked(view, words), []);
    });
  });
}

test("two browsers do not see each other's stars", async () => {
  const [one, other] = await Promise.all([stage.visit(POLISH.day), stage.visit(POLISH.day)]);
  try {
    await star(one, MOUSE).click();
    await eventually(() => marked(one, POLISH), [MOUSE]);
    await other.page.reload();
    assert.equal(await pressed(other, MOUSE)(), "false");
    assert.deepEqual(await marked(other, POLISH), []);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
});

test("stars pressed faster than the network end as they were pressed last", async () => {
  await stage.look(POLISH.day, {}, async (view) => {
    await star(view, MOUSE).dblclick();
    await star(view, KEYS).click({ clickCount: 3 });
    await eventually(() => marked(view, POLISH), [KEYS]);
    await view.page.reload();
    assert.equal(await pressed(view, MOUSE)(), "false");
    assert.equal(await pressed(view, KEYS)(), "true");
    assert.equal(await count(view)(), "1");
  });
});
