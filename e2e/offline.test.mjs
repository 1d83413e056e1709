// Without the network: after one visit the programme, its sessions and one's stars are at hand.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, axe, eventually, noSidewaysScroll } from "./harness.mjs";
import { ENGLISH, POLISH } from "./words.mjs";

const stage = await Stage.open();
after(() => stage.close());

const [STARRED, LATER] = ["S37", "S44"];
const star = (view, code) => view.page.locator(`button[data-fav="${code}"]`);
const pressed = (view, code) => () => star(view, code).getAttribute("aria-pressed");
const announced = (view) => () => view.page.locator("[data-status]").textContent();
const note = (view) => view.page.locator("[data-offline]");
const shownSessions = (view) => view.page.locator("main .slot:not(.is-break):visible button[data-fav]").evaluateAll((stars) => stars.map((one) => one.dataset.fav));

/** Which release the worker holds in a language; nothing before it has stored all of it. */
const held = (view, lang) => () =>
  view.page.evaluate(async (lang) => {
    const found = await caches.match(`/offline/${lang}.release`);
    return (await found?.text())?.split(" ")[0] ?? null;
  }, lang);

/** Visits a day and waits until the whole programme is on the device. */
async function visited(words, options = {}) {
  const view = await stage.visit(words.day, { lang: words.lang, worker: true, ...options });
  const release = await view.page.locator("html").getAttribute("data-release");
  await eventually(held(view, words.lang), release, "the programme is stored");
  return view;
}

for (const words of [POLISH, ENGLISH]) {
  const { lang, day, otherDay, session, query } = words;

  test(`after one visit other days, sessions never opened and one's stars are there, and say how old they are (${lang})`, async () => {
    const view = await visited(words, { width: 390 });
    try {
      await star(view, STARRED).click();
      await eventually(announced(view), words.added);
      await view.offline();

      for (const path of [otherDay, session, day]) {
        await view.goto(path);
        assert.ok(await view.page.locator("main h1").isVisible(), path);
        assert.equal(new URL(view.page.url()).pathname, path);
        assert.ok(await note(view).isVisible(), `${path} does not say that it is stored`);
        assert.match(await note(view).innerText(), lang === "pl" ? /15 listopada, 10:4\d/ : /15 November, 10:4\d/);
      }
      await axe(view, "offline");
      await noSidewaysScroll(view);
      await view.shot(`offline-note-${lang}`);

      assert.equal(await pressed(view, STARRED)(), "true");
      await view.page.locator("a[data-only-mine]").click();
      await eventually(() => shownSessions(view), [STARRED]);
      await view.page.locator("a[data-only-mine]").click();
      await eventually(async () => (await shownSessions(view)).length > 10, true);
      await view.goto(`${day}?${query.mine}=1`);
      await eventually(() => shownSessions(view), [STARRED]);
    } finally {
      await view.close();
    }
  });

  test(`a star set without the network waits, and is sent when it comes back (${lang})`, async () => {
    const view = await visited(words);
    try {
      await view.offline();
      await star(view, LATER).click();
      await eventually(pressed(view, LATER), "true");
      await eventually(announced(view), words.queued);
      // It outlives the page.
      await view.goto(day);
      assert.equal(await pressed(view, LATER)(), "true");
      await view.offline(false);
      await eventually(async () => {
        const { origin } = stage;
        return (await (await view.context.request.get(origin + words.mine)).text()).includes(`data-fav="${LATER}"`);
      }, true);
      await view.goto(day);
      assert.equal(await note(view).isVisible(), false, "a fresh page says that it is stored");
      assert.equal(await pressed(view, LATER)(), "true");
    } finally {
      await view.close();
    }
  });
}

test("when the server itself is gone the programme is still there, and what is not stored says so", async () => {
  const view = await visited(POLISH);
  try {
    await stage.server.unplug();
    await view.goto(POLISH.session);
    assert.ok(await note(view).isVisible());
    for (const [path, words] of [["/nie-ma-takiej-strony", "Brak połączenia"], ["/en/people", "No connection"], ["/", "Program"]]) {
      await view.goto(path);
      assert.match(await view.page.locator("main h1").innerText(), new RegExp(`^${words}`), path);
    }
  } finally {
    await stage.server.plug();
    await view.close();
  }
});
