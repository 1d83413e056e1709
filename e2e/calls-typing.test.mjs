// What came by post: the office types it into the form, mends a field that was wrong, and hides words that tell whose it
// is: with the pointer in the text, and by the form alone where there is no script. A blind member does not get them.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { callOf } from "./calls-hands.mjs";
import { COMMITTEE, CONSENT, ENGLISH, POLISH, TRACK } from "./calls-words.mjs";
import { place, plain } from "./hands.mjs";
import { Stage } from "./harness.mjs";

const stage = await Stage.open([], { mail: true });
after(() => stage.close());

for (const words of [POLISH, ENGLISH]) {
  const { lang, says, people, letter } = words;
  const w = words.words;
  const { hand, desk, inOffice, address, text, asOffice, looksRightAnywhere, sends, act, makes, opens, adds, seats } = callOf(stage, words);

  /** The code of what came. */
  let code;
  const itsPage = () => inOffice(`${w.submissions}/${code}`);

  /** What stands in the fields of the form, whatever its errors. */
  const fields = (view) =>
    view.page.locator("main form:has([name=title])").evaluate((form) =>
      [...form.elements].filter(({ name, type }) => name && !["hidden", "submit"].includes(type)).map(({ name, value, type, checked }) => (/radio|checkbox/.test(type) ? [name, value, checked] : [name, value])),
    );

  test(`the office types in a letter, mends a field, and nothing that was typed is lost (${lang})`, async () => {
    await asOffice(words.office, async (view) => {
      const { page } = view;
      await makes(view);
      await opens(view);
      await sends(view, act(view, "save"));
      await view.goto(inOffice(w.review));
      await hand.tick(page.locator("[name=sight][value=blind]"));
      await adds(view, 0, "reviewing", "2019-11-05T09:00");
      await sends(view, act(view, "save"));
      await seats(view, [[COMMITTEE.committee, "Uniwersytet", ""]]);

      await view.goto(inOffice(w.typing));
      await hand.fill(page.locator("[name=author-name]"), people[2]);
      await hand.fill(page.locator("[name=author-email]"), "osoba na poczcie");
      await hand.fill(page.locator("[name=author-body]"), words.body);
      await hand.fill(page.locator("[name=author-town]"), "Chęciny");
      await hand.choose(page.locator("[name=author-environment]"), { index: 2 });
      await hand.fill(page.locator("[name=author-biography]"), letter.biography);
      await hand.tick(page.locator("[name=anonymity]").first());
      await hand.fill(page.locator("[name=title]"), letter.title);
      await page.locator("[name=summary]").fill(letter.summary);
      await hand.tick(page.locator(`[name=lang][value=${lang}]`));
      await hand.choose(page.locator("[name=track]"), TRACK);
      await hand.choose(page.locator("[name=tier]"), "small_town");
      await hand.fill(page.locator("[name=links]"), "https://skwery.example/plan");
      await hand.tick(page.locator(`[name=consent-${CONSENT}]`));
      const typed = await fields(view);
      await sends(view, act(view, "send"));

      // Told above the form and at the field, and both say the same.
      assert.equal(await page.locator("main .errors").evaluate((note) => note === document.activeElement), true, "what is wrong has the focus");
      const wrong = page.locator("main .errors a");
      assert.deepEqual(await wrong.evaluateAll((all) => all.map((one) => one.getAttribute("href"))), ["#f-author-email"]);
      const field = page.locator("[name=author-email]");
      assert.deepEqual(await page.locator("main [aria-invalid=true]").evaluateAll((all) => all.map(({ name }) => name)), ["author-email"]);
      const said = await field.evaluate((one) => one.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent.trim()));
      assert.ok(said.some((one) => one.startsWith(says.noAddress)) && (await wrong.innerText()).includes(says.noAddress), said.join());
      assert.deepEqual(await fields(view), typed);
      assert.deepEqual(view.complaints.splice(0).map((one) => one.includes("422")), [true], "the browser says that something was refused, and nothing else");
      await looksRightAnywhere(view, "typing-wrong");

      await hand.press(wrong);
      assert.equal(await field.evaluate((one) => one === document.activeElement), true, "the sentence leads to the field");
      await hand.fill(field, address(2));
      await sends(view, act(view, "send"));
      code = place(view).split("/").at(-1);
      assert.equal(place(view), itsPage());
      assert.ok((await text(view)).includes(address(2)));
      await looksRightAnywhere(view, "typed");
      await view.goto(`${itsPage()}/${w.text}`);
      // It is sent, so where to write and what was agreed to is asked no more.
      const asked = typed.filter(([name]) => name !== "author-email" && !name.startsWith("consent-"));
      assert.deepEqual(await fields(view), asked);
    });
    const { subject } = await stage.mailbox.to(address(2));
    assert.equal(subject, `${says.sent}: ${letter.title}`);
  });

  /** Draws the pointer over these words, where the page shows them for the first time in one of its texts. */
  async function draws(view, field, wanted) {
    const { page } = view;
    const shown = page.locator(`[data-mark="${field}"]`);
    await shown.scrollIntoViewIfNeeded();
    const [from, to] = await shown.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const boxes = [...range.getClientRects()];
        const middle = ({ top, bottom }) => (top + bottom) / 2;
        return [[boxes[0].left, middle(boxes[0])], [boxes.at(-1).right, middle(boxes.at(-1))]];
      }
      throw new Error(`${wanted} is not shown`);
    }, wanted);
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up();
  }

  const toHide = async (view) => ({ field: await view.page.locator("hide-words [name=field]").inputValue(), words: await view.page.locator("hide-words [name=words]").inputValue() });
  const hides = (view) => sends(view, view.page.locator("hide-words button"));
  const hidden = async (view) => (await view.page.locator("section:has(hide-words) li q").allInnerTexts()).map(plain);

  /** What a blind member is given of it: its words as they are read, and the sources of its page and of the list. */
  const blind = (looks = () => undefined) =>
    stage.look(`${desk}/${code}`, { lang, as: "committee", width: 390 }, async (view) => {
      await looks(view);
      const [read, page] = [await text(view), await view.page.content()];
      await view.goto(desk);
      return { read, source: plain(page + (await view.page.content())) };
    });

  test(`words drawn over with the pointer are hidden wherever they are written (${lang})`, async () => {
    const before = await blind();
    assert.deepEqual([letter.telling, letter.inTitle].map((one) => before.read.includes(one)), [true, true]);
    await asOffice(itsPage(), async (view) => {
      const { page } = view;
      await draws(view, "summary", letter.telling);
      assert.deepEqual(await toHide(view), { field: "summary", words: letter.telling });
      await hides(view);
      await draws(view, "title", letter.inTitle);
      assert.deepEqual(await toHide(view), { field: "title", words: letter.inTitle });
      await hides(view);
      assert.deepEqual(await hidden(view), [letter.telling, letter.inTitle]);
      assert.ok(plain(await page.locator("[data-mark=summary]").innerText()).includes(letter.telling), "the office still reads them");
      await looksRightAnywhere(view, "hidden");
    });
    const { source } = await blind((view) => looksRightAnywhere(view, "blind"));
    assert.deepEqual([letter.telling, letter.inTitle].filter((one) => source.toLowerCase().includes(one.toLowerCase())), []);
  });

  test(`what is drawn over comes into the form, and what is changed there by hand stays (${lang})`, async () => {
    await asOffice(itsPage(), async (view) => {
      const { page } = view;
      await draws(view, "summary", letter.twice);
      const field = page.locator("hide-words [name=field]");
      const typed = page.locator("hide-words [name=words]");
      await field.focus();
      await page.keyboard.press("Home");
      assert.equal(await field.inputValue(), "title", "the key chose the first one");
      await typed.click();
      await page.keyboard.press("End");
      await page.keyboard.type(" !");
      assert.deepEqual(await toHide(view), { field: "title", words: `${letter.twice} !` });
      // What stands elsewhere on the page is nothing that could be hidden.
      await page.locator("main h1").dblclick();
      assert.deepEqual(await toHide(view), { field: "title", words: `${letter.twice} !` });
      // Three presses choose a paragraph, with the place where the next one begins.
      await page.locator("[data-mark=title]").click({ clickCount: 3 });
      assert.deepEqual(await toHide(view), { field: "title", words: letter.title });
    });
  });

  test(`without the script words are hidden by the form, in one place, and shown again (${lang})`, async () => {
    await stage.look(itsPage(), { lang, as: "organiser", js: false }, async (view) => {
      const { page } = view;
      await hand.choose(page.locator("hide-words [name=field]"), "summary");
      await hand.fill(page.locator("hide-words [name=words]"), letter.absent);
      await hides(view);
      assert.deepEqual(view.complaints.splice(0).map((one) => one.includes("422")), [true]);
      assert.ok((await text(view)).includes(says.notThere));
      assert.equal(await page.locator("hide-words [name=words]").inputValue(), letter.absent);
      await hand.fill(page.locator("hide-words [name=words]"), letter.twice);
      await hand.fill(page.locator("hide-words [name=nth]"), "2");
      await hides(view);
      assert.deepEqual(await hidden(view), [letter.telling, letter.inTitle, letter.twice]);
    });
    const { read, source } = await blind();
    assert.ok(read.includes(letter.once), read);
    assert.ok(!source.includes(letter.telling));
    await stage.look(itsPage(), { lang, as: "organiser", js: false }, async (view) => {
      await sends(view, view.page.locator("section:has(hide-words) li", { hasText: letter.telling }).first().locator("button"));
      assert.deepEqual(await hidden(view), [letter.inTitle, letter.twice]);
    });
    assert.ok((await blind()).read.includes(letter.telling));
  });
}
