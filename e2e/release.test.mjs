// A second release: what changed is told, what was dropped stays reachable, what is stored is renewed.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Stage, assertNoComplaints, axe, axeColours, eventually, keyboardReachesAll, noSidewaysScroll, slug, vnu } from "./harness.mjs";

const DAY = "/program/15-listopada";
const [RENAMED, DROPPED, MOVED] = ["S37", "S39", "S38"];
const NEW_TITLE = "Miasto dostępne dla wszystkich: sprawdzamy po roku";

const stage = await Stage.open();
after(() => stage.close());

const title = (view, code) => view.page.locator(`.slot:has([data-fav="${code}"]) .slot__n`);
const plain = (text) => text.replaceAll("\u00AD", "").replaceAll(/\s+/g, " ");
const held = (view) => () => view.page.evaluate(async () => (await (await caches.match("/offline/pl.release"))?.text())?.split(" ")[0] ?? null);
const released = (view) => view.page.locator("html").getAttribute("data-release");

// A view from the time before: it has a mark, and the first release on the device.
let early;
let droppedPath;

before(async () => {
  early = await stage.visit(DAY, { worker: true });
  await eventually(held(early), await released(early));
  for (const code of [RENAMED, DROPPED]) await early.post("/moje", { add: code });
  droppedPath = await title(early, DROPPED).locator("a").getAttribute("href");
  await stage.server.unplug();
  await releaseChanged();
  await stage.server.plug();
});
after(() => early.close());

async function releaseChanged() {
  const file = join(stage.server.data, "changed.json");
  await stage.server.run("export", "--out", file);
  const congress = JSON.parse(await readFile(file, "utf8"));
  const session = (code) => congress.sessions.find(({ id }) => id === code);
  session(RENAMED).title.pl = NEW_TITLE;
  session(MOVED).room = "karczowka";
  congress.sessions = congress.sessions.filter(({ id }) => id !== DROPPED);
  await writeFile(file, JSON.stringify(congress));
  await stage.server.run("import", file);
  await stage.server.run("release", "kpm-2019", "--name", "Poprawki");
}

test("the page of changes names each of them, in both languages and by the general rules", async () => {
  for (const [path, lang, room] of [["/zmiany", "pl", "Karczówka"], ["/en/changes", "en", "Karczówka"]]) {
    await stage.look(path, { lang }, async (view) => {
      const told = view.page.locator("ul.changes > li");
      assert.equal(await told.count(), 3);
      const words = plain((await told.allInnerTexts()).join("\n"));
      assert.ok(words.includes(room), words);
      if (lang === "pl") for (const word of ["Odwołane", "Nowa sala", "Nowy tytuł", NEW_TITLE]) assert.ok(words.includes(word), word);
      for (const width of [390, 1280]) await followsTheRules(view, path, width);
      await keyboardReachesAll(view);
      await vnu([{ path, body: await view.response.text() }]);
      assertNoComplaints(view);
    });
  }
});

test("a dropped session's page stays, says so, and cannot be starred", async () => {
  await stage.look(droppedPath, {}, async (view) => {
    assert.equal(view.response.status(), 410, "gone, and for good");
    assert.ok(await view.page.locator(".note.is-bad").isVisible());
    assert.equal(await view.page.locator("header [data-fav]").count(), 0);
    for (const width of [390, 1280]) await followsTheRules(view, droppedPath, width);
    await vnu([{ path: droppedPath, body: await view.response.text() }]);
  });
});

test("stars outlive a release: what is left of them is listed", async () => {
  const answer = await early.context.request.get(`${stage.origin}/moje`);
  const listed = [...(await answer.text()).matchAll(/data-fav="(\w+)"/g)].map(([, code]) => code);
  assert.deepEqual([...new Set(listed)], [RENAMED]);
});

test("what is stored on a device is renewed by the next page that it loads", async () => {
  await early.goto("/osoby");
  await eventually(held(early), await released(early), "the second release is stored");
  await early.offline();
  await early.goto(DAY);
  assert.equal(plain(await title(early, RENAMED).innerText()), NEW_TITLE);
  assert.equal(await title(early, DROPPED).count(), 0);
  await early.offline(false);
});

async function followsTheRules(view, path, width) {
  await view.page.setViewportSize({ width, height: 900 });
  await view.theme("dark");
  await view.shot(`release-${slug(path)}-${width}-dark`);
  await axeColours(view, `${width} px, dark`);
  await view.theme("light");
  await view.shot(`release-${slug(path)}-${width}-light`);
  await axe(view, `${width} px, light`);
  if (width === 390) {
    await view.page.setViewportSize({ width: 320, height: 640 });
    await noSidewaysScroll(view);
  }
}
