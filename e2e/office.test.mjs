// The organisers' office: a session is edited, clashes, is mended and released, and the public sees it;
// in both languages, once by pointer and once with the keyboard alone.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoComplaints, assertNoCspViolation, axe, axeColours, eventually, noSidewaysScroll } from "./harness.mjs";

const stage = await Stage.open();
after(() => stage.close());

const PATHS = ["harmonogram/15-listopada?sesja=S31", "sesje", "sesje/S06", "sesje?new", "sale", "sale/silnica", "dni", "tematy", "rodzaje", "osoby", "ustawienia", "dyspozycyjnosc?whose=room.silnica", "ogloszenie"];

const LANGUAGES = [
  { lang: "pl-PL", office: "/biuro/kpm-2019", schedule: "harmonogram/15-listopada", sessions: "sesje", release: "ogloszenie", public: "/sesje/", save: "Zapisz", make: "Ogłoś", title: "Podwórka na nowo", field: "title-pl" },
  { lang: "en-GB", office: "/en/office/kpm-2019", schedule: "schedule/15-november", sessions: "sessions", release: "release", public: "/en/sessions/", save: "Save", make: "Release", title: "Courtyards anew", field: "title-en" },
];

/** A view signed in as the organiser of the sample. */
async function office(path, options) {
  const view = await stage.visit("/robots.txt", options);
  await view.comeIn("organiser");
  // A browser asks for an icon of a page that names none.
  view.complaints.length = 0;
  await view.goto(path);
  return view;
}

for (const width of [1280, 390]) {
  for (const theme of ["light", "dark"]) {
    test(`the office's pages are fit for everyone at ${width} px, ${theme}`, async () => {
      const view = await office("/biuro/kpm-2019", { width, theme });
      for (const path of PATHS) {
        await view.goto(`/biuro/kpm-2019/${path}`);
        await (theme === "light" ? axe : axeColours)(view, path);
        await noSidewaysScroll(view);
        assertNoComplaints(view);
        assertNoCspViolation(view);
      }
      await view.close();
    });
  }
}

for (const words of LANGUAGES) {
  const submitted = (view, act) => Promise.all([view.page.waitForNavigation(), act()]);

  test(`a session is edited and released, and the public reads it (${words.lang})`, async () => {
    const view = await office(`${words.office}/${words.sessions}/S31`, { lang: words.lang });
    await view.page.locator(`[name="${words.field}"]`).fill(words.title);
    await submitted(view, () => view.page.locator("#karta button[value=save]").click());
    await view.goto(`${words.office}/${words.release}`);
    await view.page.locator("[name=name]").fill(words.title);
    await submitted(view, () => view.page.getByRole("button", { name: words.make, exact: true }).click());
    assert.equal(await view.page.locator(".note.is-ok").count(), 1);
    const feed = await stage.fetch(words.lang === "pl-PL" ? "/program/15-listopada" : "/en/programme/15-november");
    assert.ok(feed.body.replaceAll("\u00ad", "").replaceAll("\u00a0", " ").includes(words.title), "the public does not see it");
    await view.close();
  });

  test(`a block is picked up, dropped into a taken room and brought back with the keyboard alone (${words.lang})`, async () => {
    const view = await office(`${words.office}/${words.schedule}`, { lang: words.lang });
    const block = () => view.page.locator('[data-block="S31"]');
    const counted = () => view.page.locator("[data-conflicts] .is-bad, [data-conflicts] .tag").first().textContent();
    const before = { room: await block().getAttribute("data-in"), conflicts: await counted() };
    await block().focus();
    await view.page.keyboard.press("Space");
    await view.page.keyboard.press("ArrowLeft");
    assert.notEqual(await view.page.locator("[data-status]").textContent(), "");
    await view.page.keyboard.press("Space");
    await eventually(async () => (await block().getAttribute("data-in")) === before.room, false);
    await eventually(() => block().evaluate((one) => one === document.activeElement), true, "the focus is lost");
    assert.notEqual(await counted(), before.conflicts, "the clash is not counted");
    await view.page.keyboard.press("Space");
    await view.page.keyboard.press("ArrowRight");
    await view.page.keyboard.press("Enter");
    await eventually(() => block().getAttribute("data-in"), before.room);
    assert.equal(await counted(), before.conflicts);
    await view.page.keyboard.press("Space");
    await view.page.keyboard.press("ArrowDown");
    await view.page.keyboard.press("Escape");
    assert.equal(await view.page.locator(".ed__drop").count(), 0);
    assertNoCspViolation(view);
    await view.close();
  });
}

test("a block is dragged with the pointer, and the page keeps its place", async () => {
  const view = await office("/biuro/kpm-2019/harmonogram/15-listopada");
  const block = () => view.page.locator('[data-block="S31"]');
  await block().scrollIntoViewIfNeeded();
  const start = Number(await block().getAttribute("data-start"));
  const box = await block().boundingBox();
  await view.page.mouse.move(box.x + box.width / 2, box.y + 12);
  await view.page.mouse.down();
  await view.page.mouse.move(box.x + box.width / 2, box.y + 30, { steps: 3 });
  await view.page.mouse.move(box.x + box.width / 2, box.y + 12 + 48, { steps: 5 });
  assert.equal(await view.page.locator(".ed__drop").count(), 1);
  await view.page.mouse.up();
  await eventually(async () => Number(await block().getAttribute("data-start")), start + 30);
  await view.close();
});

test("without a script the arrows of the form do the same", async () => {
  const view = await office("/biuro/kpm-2019/harmonogram/15-listopada?sesja=S31", { js: false });
  const start = async () => Number(await view.page.locator('[data-block="S31"]').getAttribute("data-start"));
  const before = await start();
  await view.page.locator("#pozniej").click();
  assert.equal(await start(), before + 15);
  await view.page.locator("#wczesniej").click();
  assert.equal(await start(), before);
  await view.close();
});
