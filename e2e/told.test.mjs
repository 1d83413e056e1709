// From an edit to the letter: a session is moved into a taken room, the clash is seen and mended, the release made,
// and the one whom it concerns, and nobody else, has a letter with a calendar file that a calendar reads.
// In Polish by pointer, in English with the keyboard alone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { Stage, assertNoCspViolation, axe, eventually, noSidewaysScroll } from "./harness.mjs";
import { calendarOf } from "./ics.mjs";

const stage = await Stage.open([], { mail: true });
after(() => stage.close());

const sample = JSON.parse(await readFile(new URL("../demo/congress.json", import.meta.url), "utf8"));
const titleOf = (code, lang) => sample.sessions.find(({ id }) => id === code).title[lang];
const roomOf = (slug, lang) => {
  const { name } = sample.rooms.find(({ id }) => id === slug);
  return name[lang] ?? name;
};
const plain = (text) => text.replaceAll("\u00AD", "").replaceAll(/\s+/g, " ");

/** The organiser comes in once: a second time would be told by letter. */
let view;
before(async () => {
  view = await stage.visit("/", { as: "organiser" });
});

const CASES = [
  {
    lang: "pl",
    by: pointer,
    office: "/biuro/kpm-2019",
    words: { people: "osoby", mail: "poczta", schedule: "harmonogram/15-listopada", release: "ogloszenie", save: "Zapisz", move: "Przenieś", make: "Ogłoś", send: "Wyślij" },
    code: "S53",
    person: "legislatorka samorządowa",
    email: "legislatorka@urzad.example",
    taken: { room: "wielka", other: "S52" },
    free: { room: "karczowka" },
    starts: "2019-11-15T14:35:00+01:00",
  },
  {
    lang: "en",
    by: keyboard,
    office: "/en/office/kpm-2019",
    words: { people: "people", mail: "mail", schedule: "schedule/15-november", release: "release", save: "Save", move: "Move", make: "Release", send: "Send" },
    code: "S49",
    person: "public service designer",
    email: "designer@city.example",
    taken: { room: "kadzielnia", other: "S45" },
    free: { room: "warsztatownia-a", start: "14:35" },
    starts: "2019-11-15T14:35:00+01:00",
  },
];

/** With the pointer: what is to be changed is found by its label, wherever it is. */
function pointer() {
  return {
    choose: (field, value) => field.selectOption(value),
    fill: (field, words) => field.fill(words),
    press: (button) => button.click(),
  };
}

/** With the keyboard alone: the Tab key comes to everything, letters choose, the space bar presses. */
function keyboard() {
  const keys = view.page.keyboard;
  const reach = async (element) => {
    const handle = await element.elementHandle();
    for (let step = 0; step < 400; step += 1) {
      if (await handle.evaluate((one) => one === document.activeElement)) return;
      await keys.press("Tab");
    }
    throw new Error("the Tab key does not come there");
  };
  return {
    choose: async (field, value) => {
      await reach(field);
      await keys.type(await field.locator(`option[value="${value}"]`).textContent());
    },
    fill: async (field, words) => {
      await reach(field);
      const isTime = (await field.getAttribute("type")) === "time";
      if (!isTime) await keys.press("ControlOrMeta+a");
      await keys.type(isTime ? words.replace(":", "") : words);
    },
    press: async (button) => {
      await reach(button);
      await keys.press("Space");
    },
  };
}

const then = (act) => Promise.all([view.page.waitForNavigation(), act()]);
const button = (name) => view.page.getByRole("button", { name, exact: true });

for (const { lang, by, office, words, code, person, email, taken, free, starts } of CASES) {
  test(`the one whom a release concerns is told, and nobody else (${lang})`, async () => {
    const { choose, fill, press } = by();

    // An address for the one person of the session.
    await view.goto(`${office}/${words.people}`);
    const people = await view.page.locator("main a", { hasText: person }).first().getAttribute("href");
    await view.goto(`${people}/${words.mail}`);
    await fill(view.page.locator("[name=email]"), email);
    await choose(view.page.locator("[name=lang]"), lang);
    await then(() => press(button(words.save)));

    // Into a room that is taken, and out of it.
    await view.goto(`${office}/${words.schedule}?sesja=${code}`);
    const move = async ({ room, start }) => {
      await choose(view.page.locator("#karta [name=room]"), room);
      if (start) await fill(view.page.locator("#karta [name=start]"), start);
      await press(view.page.locator("#karta [value=move]"));
    };
    const clashes = async () => {
      const all = await view.page.locator(".conf li").allTextContents();
      return all.map(plain).filter((one) => [code, taken.other].every((it) => one.includes(titleOf(it, lang)))).length;
    };
    assert.equal(await clashes(), 0);
    await move(taken);
    await eventually(clashes, 1, "the clash is not seen");
    await move(free);
    await eventually(clashes, 0, "the clash stays");

    // The release, and from there to the letter.
    await view.goto(`${office}/${words.release}`);
    await fill(view.page.locator("[name=name]"), `${code} ${lang}`);
    await then(() => press(button(words.make)));
    await view.goto(`${office}/${words.mail}`);
    const row = view.page.locator("main tr", { hasText: email });
    assert.equal(await row.count(), 1);
    await view.goto(await row.locator("a").first().getAttribute("href"));
    await axe(view);
    await noSidewaysScroll(view);
    await then(() => press(button(words.send)));

    const told = await stage.mailbox.to(email);
    const { method, events } = calendarOf(told);
    assert.equal(method, "PUBLISH");
    assert.equal(events.length, 1);
    assert.equal(new Date(events[0].start).toISOString(), new Date(starts).toISOString());
    assert.ok(events[0].location.includes(roomOf(free.room, lang)), events[0].location);
    assert.deepEqual(stage.mailbox.unread(), [], "somebody else was written to");
    assertNoCspViolation(view);
  });
}
