// Two amendments of the same words are both taken: somebody settles by hand how the text reads, publishes it, and the
// machine loses its power at that very moment. Whoever amended is written to all the same, once.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoComplaints, assertNoCspViolation, axe, eventually, noSidewaysScroll } from "./harness.mjs";

const stage = await Stage.open([], { mail: true });
after(() => stage.close());

const PROPOSAL = "/propozycje/mieszkanie-w-zasiegu";
const TEAM = `${PROPOSAL}/zespol`;
const CLAUSE = "p4";
const SETTLED = "Tak to brzmi po rozmowie obu stron.";
const AMENDERS = [
  { name: "Jan Urzędnik", email: "jeden@urzad.example", wording: "Pierwsze brzmienie tego samego zdania." },
  { name: "Zofia Prezes", email: "drugi@przyklad.test", wording: "Drugie brzmienie tego samego zdania." },
];

const place = (view) => new URL(view.page.url()).pathname.replace(/^\/kpm-2019/, "");
const plain = (text) => text.replaceAll("\u00AD", "").replaceAll(/\s+/g, " ");

async function arrives(view, path) {
  await eventually(() => Promise.resolve(place(view)), path);
  await view.page.waitForLoadState("load");
}

/** Types another wording of the clause, confirms it by the letter, and answers its number. */
async function amends({ name, email, wording }) {
  return stage.look(`${PROPOSAL}/akapit/${CLAUSE}`, { width: 390 }, async (view) => {
    const { page } = view;
    await page.locator("a[href*='/poprawka']").first().click();
    const text = page.locator("textarea[data-amended]").last();
    await text.waitFor();
    await text.fill(wording);
    await page.locator("[name=reasons]").fill("Tak będzie lepiej.");
    await page.locator("[name=name]").fill(name);
    await page.locator("main [name=email]").fill(email);
    await page.locator("[name=consent]").check();
    await page.locator("kept-form form .btn--wide").click();
    await arrives(view, `${PROPOSAL}/wyslane`);
    const letter = await stage.mailbox.to(email);
    await view.goto(letter.link(stage.origin).slice(stage.origin.length));
    await page.locator("main form .btn--wide").click();
    await page.locator("main .phead a.btn").click();
    await eventually(() => Promise.resolve(place(view).startsWith(`${PROPOSAL}/uwaga/`)), true);
    return Number(place(view).split("/").at(-1));
  });
}

test("two amendments of the same words are settled by hand, and a power cut loses no letter about it", async () => {
  const numbers = [];
  for (const amender of AMENDERS) numbers.push(await amends(amender));
  await stage.look(TEAM, { as: "expert" }, async (view) => {
    const { page } = view;
    for (const number of numbers) {
      await view.goto(`${TEAM}/odpowiedzi/${number}`);
      await page.locator("[name=position][value=accepted]").check();
      await page.locator("[name=reasons]").fill("Obie uwagi są słuszne.");
      await page.locator("kept-form form .cluster button.btn").last().click();
      await arrives(view, `${TEAM}/odpowiedzi`);
    }
    for (const { email } of AMENDERS) await stage.mailbox.to(email);

    await view.goto(`${TEAM}/scalanie`);
    for (const number of numbers) await page.locator("main li, main tr").filter({ has: page.locator(`a[href$="/uwaga/${number}"]`) }).locator("[name=remark]").check();
    await page.locator("main button[value=look]").click();
    await page.locator("#zmiany").waitFor();
    const clash = page.locator("fieldset", { has: page.locator(".clash") });
    assert.equal(await clash.count(), 1, "one conflict, and it is shown");
    assert.ok(plain(await clash.innerText()).includes(AMENDERS[1].wording));
    await page.locator("main button[value=merge]").click();
    await page.locator("main .err").first().waitFor();
    await axe(view, "conflict");
    await noSidewaysScroll(view);
    await clash.locator("input[value=own]").check();
    await clash.locator("textarea").fill(SETTLED);
    await page.locator("main button[value=look]").click();
    await page.locator(".policy.diff ins", { hasText: "rozmowie" }).waitFor();
    await view.shot("register-conflict");
    await page.locator("main button[value=merge]").click();
    await arrives(view, TEAM);

    await view.goto(`${TEAM}/publikacja`);
    await page.locator("[name=note-pl]").fill("Uzgodnione brzmienie.");
    assertNoCspViolation(view);
    const published = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.status() === 303);
    await page.locator("main form .btn").last().click();
    await published;
    await stage.server.crash();
    await stage.server.plug();
  });
  for (const { email } of AMENDERS) {
    const letter = await stage.mailbox.to(email);
    assert.ok(plain(letter.text).includes(SETTLED), letter.text);
  }
  await stage.look(`${PROPOSAL}#${CLAUSE}`, { width: 390 }, async (view) => {
    assert.ok(plain(await view.page.locator(`#${CLAUSE}`).locator("xpath=ancestor::*[contains(@class,'para')][1]").innerText()).includes(SETTLED));
    assertNoComplaints(view);
  });
  // A letter that was on its way when the power went may come twice, and is the same one: readers show it once.
  const letters = stage.mailbox.letters.filter(({ text }) => plain(text).includes(SETTLED));
  assert.equal(new Set(letters.map((letter) => letter.header("message-id"))).size, AMENDERS.length);
});
