// The counter of letters where authors write: it counts as the server does, and says once that there are too many.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { callOf } from "./calls-hands.mjs";
import { ENGLISH, POLISH } from "./calls-words.mjs";
import { place, plain } from "./hands.mjs";
import { Stage } from "./harness.mjs";

const stage = await Stage.open();
after(() => stage.close());

for (const words of [POLISH, ENGLISH]) {
  const { lang, says } = words;
  const w = words.words;
  const { hand, call, text, asOffice, looksRightAnywhere, sends, act, makes, opens } = callOf(stage, words);
  const filled = (sentence, { has, most }) => sentence.replace("%has", has).replace("%most", most).replace("%over", has - most);

  /** The counter around a field: what it shows, what it says aloud, and whether it looks as if there were too many. */
  function counter(view, name) {
    const box = view.page.locator(`letter-count:has([name=${name}])`);
    return {
      field: box.locator(`[name=${name}]`),
      most: async () => Number(await box.getAttribute("most")),
      now: async () => ({
        shown: await box.locator("[data-count]").innerText(),
        said: (await box.locator("[data-count-over]").textContent()).trim(),
        isOver: await box.locator("[data-count]").evaluate((one) => one.closest("letter-count").classList.contains("is-over") && getComputedStyle(one).fontWeight === "700"),
      }),
      /** All that is said aloud from now on. */
      listen: () => box.locator("[data-count-over]").evaluate((one) => {
        window.said = [];
        new MutationObserver(() => window.said.push(one.textContent)).observe(one, { childList: true, characterData: true, subtree: true });
      }),
      heard: () => view.page.evaluate(() => window.said),
    };
  }
  const within = (has, most) => ({ shown: filled(says.count, { has, most }), said: "", isOver: false });

  /** The page of a fresh submission of somebody who has none. */
  async function begins(role, options = {}) {
    const view = await stage.visit(`${call}/${w.submit}`, { lang, as: role, ...options });
    await hand.fill(view.page.locator("[name=title]"), words.titles[0]);
    await sends(view, view.page.locator("main form .btn--l"));
    return view;
  }

  test(`letters are counted as people see them, and too many are said once (${lang})`, async () => {
    await asOffice(words.office, async (view) => {
      await makes(view);
      await opens(view);
      await sends(view, act(view, "save"));
    });
    const view = await begins("participant");
    const { page } = view;
    const summary = counter(view, "summary");
    const title = counter(view, "title");
    const most = await summary.most();
    assert.deepEqual(await title.now(), within([...words.titles[0]].length, await title.most()));
    assert.deepEqual(await summary.now(), within(0, most));

    // Blanks at the ends are none, an end of a line is one, and so are a family and a letter with its accents apart.
    await summary.field.fill("  za\u0307z\u0301\nb 👩‍👩‍👧‍👦  ");
    assert.deepEqual(await summary.now(), within(7, most));

    await summary.listen();
    await summary.field.fill("a".repeat(most));
    assert.deepEqual(await summary.now(), within(most, most));
    await summary.field.press("ControlOrMeta+End");
    await page.keyboard.type("bcd");
    const first = filled(says.over, { has: most + 1, most });
    assert.deepEqual(await summary.now(), { shown: filled(says.count, { has: most + 3, most }), said: first, isOver: true });
    await looksRightAnywhere(view, "too-long");
    assert.deepEqual(await summary.heard(), [first], "said when it is passed, and not with every letter");
    for (let back = 0; back < 3; back += 1) await page.keyboard.press("Backspace");
    assert.deepEqual(await summary.now(), within(most, most));
    await page.keyboard.type("b");
    assert.deepEqual(await summary.heard(), [first, "", first], "taken back, and said again when it is passed again");

    // The server counts the same letters.
    await summary.field.fill(`  ${"é".repeat(most)}👩‍👩‍👧‍👦\n!  `);
    assert.deepEqual(await summary.now(), { shown: filled(says.count, { has: most + 3, most }), said: first, isOver: true });
    await hand.press(act(view, "send"));
    const error = plain(await page.locator("main .errors li", { has: page.locator('a[href="#f-summary"]') }).innerText());
    assert.deepEqual(error.match(/\d+/g).map(Number), [most + 3, most, 3], error);
    assert.deepEqual((await counter(view, "summary").now()).shown, filled(says.count, { has: most + 3, most }), "the page that came instead counts too");
    await view.close();
  });

  test(`what comes back after a reload is counted, and so is what is left when it is thrown away (${lang})`, async () => {
    const view = await begins("speaker");
    const { page } = view;
    const title = counter(view, "title");
    const summary = counter(view, "summary");
    const here = place(view);
    const [ofTitle, ofSummary] = [await title.most(), await summary.most()];
    const own = [...words.titles[0]].length;
    // What the server has taken cannot be thrown away any more: no save arrives.
    const save = await page.locator("kept-form").getAttribute("save");
    await page.route(`**${save}`, () => undefined);
    await view.offline();
    await title.field.fill("b".repeat(ofTitle + 2));
    await summary.field.fill("c".repeat(5));
    await page.reload().catch(() => undefined);
    await view.offline(false);
    view.complaints.length = 0;
    await view.goto(here);
    assert.equal(await page.locator("[data-kept-says]").innerText(), says.restored);
    assert.deepEqual(await title.now(), { shown: filled(says.count, { has: ofTitle + 2, most: ofTitle }), said: filled(says.over, { has: ofTitle + 2, most: ofTitle }), isOver: true });
    assert.deepEqual(await summary.now(), within(5, ofSummary));
    await hand.press(page.locator("[data-kept-drop]"));
    assert.equal(await title.field.inputValue(), words.titles[0]);
    assert.deepEqual(await summary.now(), within(0, ofSummary));
    assert.deepEqual(await title.now(), within(own, ofTitle));
    await view.close();
  });

  test(`without the script the most that may be written is said (${lang})`, async () => {
    const view = await begins("volunteer", { js: false });
    for (const name of ["title", "summary"]) {
      const one = counter(view, name);
      assert.equal(await view.page.locator(`letter-count:has([name=${name}]) [data-count]`).innerText(), filled(says.most, { has: 0, most: await one.most() }));
    }
    assert.ok((await text(view)).includes(words.title));
    await view.close();
  });
}
