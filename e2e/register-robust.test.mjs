// Talking about a proposal when things go wrong: the network drops, two write at once, nobody is signed in.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoCspViolation, eventually } from "./harness.mjs";

const stage = await Stage.open([], { mail: true });
after(() => stage.close());

const PROPOSAL = "/propozycje/mieszkanie-w-zasiegu";
const place = (view) => Promise.resolve(new URL(view.page.url()).pathname);

test("a remark typed without the network is there after a reload, and is sent once when the network is back", async () => {
  const [words, address] = ["Napisano w pociągu, w tunelu.", "tunel@przyklad.test"];
  await stage.look(`${PROPOSAL}/akapit/p4/uwaga`, { width: 390 }, async (view) => {
    const { page } = view;
    await page.locator("[name=body]").fill(words);
    await view.offline();
    await page.locator("[name=name]").fill("Jagna Mała");
    await page.locator("main [name=email]").fill(address);
    await page.locator("[name=consent]").check();
    await page.locator("kept-form form .btn--wide").click();
    await eventually(async () => (await page.locator("[data-kept-says]").innerText()).startsWith("Nie ma sieci"), true);
    await view.offline(false);
    await eventually(() => place(view), `${PROPOSAL}/wyslane`);
    await page.waitForLoadState("load");
    await stage.mailbox.to(address);
    await page.goBack();
    await page.locator("[name=body]").waitFor();
    assert.deepEqual(stage.mailbox.unread(), [], "sent once");
    assertNoCspViolation(view);
  });
});

test("what is typed is there after a reload", async () => {
  await stage.look(`${PROPOSAL}/akapit/p4/uwaga`, { width: 390 }, async (view) => {
    const { page } = view;
    await page.locator("[name=body]").pressSequentially("Zanim padła bateria.");
    await page.reload();
    assert.equal(await page.locator("[name=body]").inputValue(), "Zanim padła bateria.");
    assert.ok(await page.locator("[data-kept-drop]").isVisible(), "it can be thrown away");
  });
});

test("a press on a stance by nobody known leads to the way in, and back", async () => {
  await stage.look(`${PROPOSAL}/uwaga/17`, {}, async (view) => {
    const { page } = view;
    await page.locator("form[action$='/glos'] button, button[formaction$='/glos'], a[href*='/glos']").first().click();
    await eventually(async () => [await place(view), new URL(page.url()).searchParams.get("next")?.includes("mieszkanie-w-zasiegu")], ["/wejdz", true]);
    await page.waitForLoadState("load");
    await page.locator("form:not([data-passkey]) input[name=email]").fill("glos@przyklad.test");
    await page.keyboard.press("Enter");
    await page.locator("input[name=code]").fill((await stage.mailbox.to("glos@przyklad.test")).code);
    await page.keyboard.press("Enter");
    await eventually(async () => (await place(view)).includes("mieszkanie-w-zasiegu"), true);
    await page.waitForLoadState("load");
  });
});

test("who opens a section that another writes sees who it is, and takes it over; the first one's words are kept", async () => {
  const desk = `${PROPOSAL}/zespol`;
  const first = await stage.visit(desk, { as: "expert" });
  const second = await stage.visit(desk, { as: "organiser" });
  try {
    await first.page.locator(`form[action$="/sekcja/p3/trzymaj"] button`).click();
    const text = first.page.locator("section-hold [name=wording]");
    await text.waitFor();
    await text.press("End");
    await text.pressSequentially(" Słowa pierwszej osoby.");
    const kept = await text.inputValue();
    await second.goto(desk);
    assert.ok(await second.page.locator("#p3 .holder").isVisible(), "the holder is named");
    await second.page.locator(`form[action$="/sekcja/p3/przejmij"] button`).click();
    await second.page.locator("section-hold [name=wording]").waitFor();
    await second.page.waitForLoadState("load");
    await first.page.locator("section-hold form button[value=save]").click();
    await first.page.locator("main [role=alert]").waitFor();
    assert.equal(await first.page.locator("[name=wording]").inputValue(), kept);
  } finally {
    await first.close();
    await second.close();
  }
});
