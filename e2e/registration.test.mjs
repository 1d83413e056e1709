// A newcomer with a phone: registering, the letters, coming back, changing, the ticket, giving the place up.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoComplaints, assertNoCspViolation, assertNoThirdParty, axe, axeColours, eventually, keyboardReachesAll, noSidewaysScroll, vnu } from "./harness.mjs";

// The sample's registration is open then.
const stage = await Stage.open(["--at", "2019-09-01T12:00"], { mail: true });
after(() => stage.close());

const POLISH = {
  lang: "pl",
  form: "/rejestracja",
  received: "/rejestracja/przyjete",
  change: "/rejestracja/dane",
  withdraw: "/rejestracja/rezygnacja",
  ticket: "/bilet",
  signIn: "/wejdz",
  code: "/wejdz/kod",
  confirmed: "miejsce przyznane",
  withdrawn: "wycofane",
  setUp: "/biuro/kpm-2019/rejestracje/formularz",
  places: 1,
};
const ENGLISH = {
  lang: "en",
  form: "/en/registration",
  received: "/en/registration/received",
  change: "/en/registration/details",
  withdraw: "/en/registration/withdrawal",
  ticket: "/en/ticket",
  signIn: "/en/sign-in",
  code: "/en/sign-in/code",
  confirmed: "place given",
  withdrawn: "withdrawn",
  setUp: "/en/office/kpm-2019/registrations/form",
  places: 2,
};

const at = (view) => () => Promise.resolve(new URL(view.page.url()).pathname);
const state = (view) => view.page.locator("[data-state]").innerText();

async function followsTheRules(view, where) {
  for (const width of [390, 1280]) {
    await view.page.setViewportSize({ width, height: 900 });
    await view.theme("dark");
    await view.shot(`${where}-${width}-dark`);
    await axeColours(view, `${where}, ${width} px, dark`);
    await view.theme("light");
    await view.shot(`${where}-${width}-light`);
    await axe(view, `${where}, ${width} px, light`);
  }
  await view.page.setViewportSize({ width: 320, height: 640 });
  await noSidewaysScroll(view);
  await view.page.setViewportSize({ width: 390, height: 800 });
}

/** Fills the form by keyboard alone: each field is reached by its label's place in the order of Tab. */
async function fillByKeyboard(view, address) {
  const { keyboard } = view.page;
  const type = async (name, words) => {
    await view.page.locator(`[name="${name}"]`).first().focus();
    await keyboard.type(words);
  };
  await type("email", address);
  await type("name", "Jagna Mała");
  await view.page.locator("select[name=environment]").focus();
  await keyboard.press("m");
  await type("town", "Chęciny");
  await view.page.locator("[name=services]").first().focus();
  await keyboard.press("Space");
  await view.page.locator('[name="consent-regulamin"]').focus();
  await keyboard.press("Space");
  await view.page.locator("main form button").last().focus();
  await keyboard.press("Enter");
}

async function comesBack(view, words, address) {
  await view.goto(`${words.signIn}?next=${words.form}`);
  await view.page.locator("form:not([data-passkey]) input[name=email]").fill(address);
  await view.page.keyboard.press("Enter");
  await eventually(at(view), words.code);
  const letter = await stage.mailbox.to(address);
  await view.page.locator("input[name=code]").fill(letter.code);
  await view.page.keyboard.press("Enter");
  await eventually(at(view), words.form);
}

for (const words of [POLISH, ENGLISH]) {
  const { lang } = words;

  test(`a newcomer registers on a phone by keyboard, comes back, changes and withdraws (${lang})`, async () => {
    const address = `jagna-${lang}@przyklad.test`;
    await stage.look(words.form, { lang, width: 390 }, async (view) => {
      await vnu([{ path: words.form, body: await view.response.text() }]);
      await followsTheRules(view, `${lang}-form`);
      await keyboardReachesAll(view);
      await fillByKeyboard(view, address);
      await eventually(at(view), words.received);
      await followsTheRules(view, `${lang}-received`);
      const letters = [await stage.mailbox.to(address), await stage.mailbox.to(address)];
      const tickets = letters.filter(({ attachments }) => attachments.some(({ contentType }) => contentType === "application/pdf"));
      assert.equal(tickets.length, 1, "one of the two letters brings the ticket");

      await comesBack(view, words, address);
      assert.equal(await state(view), words.confirmed);
      await followsTheRules(view, `${lang}-own`);
      await view.goto(words.ticket);
      assert.ok(await view.page.locator("main svg[role=img]").isVisible());
      await followsTheRules(view, `${lang}-ticket`);

      await view.goto(words.change);
      await view.page.locator("input[name=name]").fill("Jagna Duża");
      await view.page.locator("main form button").focus();
      await view.page.keyboard.press("Enter");
      await eventually(at(view), words.form);
      assert.ok((await view.page.locator("main").innerText()).includes("Jagna Duża"));

      await view.goto(words.withdraw);
      await view.page.locator("[name=sure]").focus();
      await view.page.keyboard.press("Space");
      await view.page.locator("main form button").focus();
      await view.page.keyboard.press("Enter");
      await eventually(at(view), words.form);
      assert.equal(await state(view), words.withdrawn);
      assertNoThirdParty(view);
      assertNoCspViolation(view);
      assertNoComplaints(view);
    });
  });

  test(`what is wrong is said at its field, and nothing typed is lost, without JavaScript (${lang})`, async () => {
    await stage.look(words.form, { lang, js: false, width: 390 }, async (view) => {
      await view.page.locator("input[name=email]").fill("jagna");
      await view.page.locator("input[name=name]").fill("Jagna Mała");
      await view.page.locator("main form button").last().click();
      assert.equal(await view.page.locator("input[name=email]").getAttribute("aria-invalid"), "true");
      assert.equal(await view.page.locator("input[name=name]").inputValue(), "Jagna Mała");
    });
  });
}

for (const words of [POLISH, ENGLISH]) {
  const { lang } = words;

  test(`a place that is given up goes to the next, who is told and comes with a ticket (${lang})`, async () => {
    const [first, next] = ["pierwsza", "nastepny"].map((name) => `${name}-${lang}@przyklad.test`);
    await stage.look(words.setUp, { lang, as: "organiser" }, async (view) => {
      const places = view.page.locator("input[name=capacity]");
      // One more than are taken: those who came before this test keep theirs.
      await places.fill(String(words.places));
      await view.page.locator("main form button[value=save]").last().click();
      await eventually(() => places.inputValue(), String(words.places));
    });
    const register = (address) =>
      stage.look(words.form, { lang, width: 390 }, async (view) => {
        await fillByKeyboard(view, address);
        await eventually(at(view), words.received);
      });
    await register(first);
    await stage.mailbox.to(first);
    await stage.mailbox.to(first);
    await register(next);
    const waiting = [await stage.mailbox.to(next), await stage.mailbox.to(next)];
    assert.ok(waiting.every(({ attachments }) => attachments.length === 0), "nobody has a ticket yet");

    await stage.look(words.form, { lang, width: 390 }, async (view) => {
      await comesBack(view, words, first);
      await view.goto(words.withdraw);
      await view.page.locator("[name=sure]").check();
      await view.page.locator("main form button").click();
      await eventually(at(view), words.form);
    });
    const told = await stage.mailbox.to(next);
    assert.ok(told.attachments.some(({ contentType }) => contentType === "application/pdf"), told.subject);
    await stage.look(words.form, { lang, width: 390 }, async (view) => {
      await comesBack(view, words, next);
      assert.equal(await state(view), words.confirmed);
    });
  });
}
