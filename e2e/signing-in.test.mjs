// Coming in: by a letter's link, by its code, by passkey and by a provider; each in both languages.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Authenticator } from "./authenticator.mjs";
import { Stage, assertNoComplaints, assertNoThirdParty, axe, eventually, keyboardReachesAll, noSidewaysScroll, vnu } from "./harness.mjs";
import { CLIENT, Oidc } from "./oidc.mjs";

const oidc = await Oidc.open();
const stage = await Stage.open(
  ["--oidc-issuer", oidc.issuer, "--oidc-client-id", CLIENT.id, "--oidc-client-secret", CLIENT.secret, "--oidc-name", "Miasto"],
  { mail: true },
);
oidc.serve(`${stage.origin}/wejdz/powrot`, `${stage.origin}/en/sign-in/return`);
after(async () => {
  await stage.close();
  await oidc.close();
});

const POLISH = { lang: "pl", signIn: "/wejdz", own: "/moj-kongres", keys: "/moj-kongres/wejscia", link: "/wejdz/list/", over: "Ten link albo kod już nie działa" };
const ENGLISH = { lang: "en", signIn: "/en/sign-in", own: "/en/my-congress", keys: "/en/my-congress/ways-in", link: "/en/sign-in/letter/", over: "This link or code works no more" };

let made = 0;
/** A mailbox that no other test knows: letters to one are limited. */
const fresh = () => `osoba-${(made += 1)}@przyklad.test`;
const at = (view) => () => Promise.resolve(new URL(view.page.url()).pathname);
const email = (view) => view.page.locator("form:not([data-passkey]) input[name=email]");

async function followsTheRules(view) {
  for (const theme of ["light", "dark"]) {
    await view.theme(theme);
    await axe(view, theme);
  }
  await keyboardReachesAll(view);
  const { width, height } = view.page.viewportSize();
  await view.page.setViewportSize({ width: 320, height: 640 });
  await noSidewaysScroll(view);
  await view.page.setViewportSize({ width, height });
}

for (const words of [POLISH, ENGLISH]) {
  const { lang, signIn, own } = words;

  test(`by a letter's code, with the keyboard only (${lang})`, async () => {
    const address = fresh();
    await stage.look(signIn, { lang, width: 390 }, async (view) => {
      await email(view).focus();
      await view.page.keyboard.type(address);
      await view.page.keyboard.press("Enter");
      await eventually(at(view), `${signIn}/${lang === "pl" ? "kod" : "code"}`);
      await followsTheRules(view);
      const letter = await stage.mailbox.to(address);
      assert.equal(letter.parsed.headers.get("content-language"), lang);
      await view.page.locator("input[name=code]").focus();
      await view.page.keyboard.type(letter.code);
      await view.page.keyboard.press("Enter");
      await eventually(at(view), own);
      await followsTheRules(view);
      assertNoThirdParty(view);
      assertNoComplaints(view);
    });
  });

  test(`by a letter's link, in another browser and without JavaScript (${lang})`, async () => {
    const address = fresh();
    await stage.look(signIn, { lang }, async (asking) => {
      await email(asking).fill(address);
      await asking.page.keyboard.press("Enter");
      const letter = await stage.mailbox.to(address);
      for (const part of [letter.text, letter.html]) assert.ok(part.includes(words.link), part);
      const link = new URL(letter.link(stage.origin, words.link)).pathname;
      await stage.look(link, { lang, js: false }, async (other) => {
        await vnu([{ path: link, body: await other.response.text() }]);
        await other.page.locator("main form button").click();
        assert.equal(await at(other)(), own);
      });
      await asking.goto(link);
      assert.ok((await asking.page.locator("main").innerText()).includes(words.over));
    });
  });

  test(`by a passkey that is all one has, and again with it (${lang})`, async () => {
    await stage.look(signIn, { lang }, async (view) => {
      const authenticator = await Authenticator.in(view);
      await view.page.locator("details.entry__new summary").focus();
      await view.page.keyboard.press("Enter");
      await view.page.locator("form[data-passkey=make] input[name=name]").fill("Jagna Bezlistna");
      await view.page.keyboard.press("Enter");
      await eventually(at(view), own);
      const [passkey] = await authenticator.credentials();
      assert.ok(passkey.isResidentCredential);
      assert.equal(passkey.rpId, "localhost");

      await view.page.locator(`form[action$="${lang === "pl" ? "/wyjdz" : "/sign-out"}"] button`).click();
      await eventually(async () => (await view.context.cookies()).some(({ name }) => name === "login"), false);
      await view.goto(signIn);
      await view.page.locator("form[data-passkey=use] button").focus();
      await view.page.keyboard.press("Enter");
      await eventually(at(view), own);
      assert.ok((await view.page.locator("main").innerText()).includes("Jagna Bezlistna"));
      assertNoComplaints(view);
    });
  });

  test(`by a provider, and by the same again (${lang})`, async () => {
    const address = fresh();
    await stage.look(signIn, { lang }, async (view) => {
      for (const time of ["first", "second"]) {
        await view.page.locator(`form[action$="${lang === "pl" ? "/dostawca" : "/provider"}"] button`).click();
        if (time === "first") await oidc.signIn(view.page, address);
        await eventually(at(view), own);
        await view.goto(words.keys);
        assert.ok((await view.page.locator("main").innerText()).includes(address));
        await view.context.clearCookies({ name: "login" });
        await view.goto(signIn);
      }
    });
  });
}

test("an address that the provider has seen no proof of opens nobody's account", async () => {
  const victim = fresh();
  await stage.look("/wejdz", {}, async (view) => {
    await view.post("/wejdz", { email: victim });
    await view.post("/wejdz/kod", { code: (await stage.mailbox.to(victim)).code });
  });
  oidc.unverified.add(victim);
  await stage.look("/wejdz", {}, async (thief) => {
    await thief.page.locator("form[action$='/dostawca'] button").click();
    await oidc.signIn(thief.page, victim);
    await eventually(at(thief), POLISH.own);
    await thief.goto(POLISH.keys);
    assert.ok(!(await thief.page.locator("main").innerText()).includes(victim));
  });
});

test("an answer of the provider is of use once, and in the browser that went there only", async () => {
  const address = fresh();
  const [view, thief] = await Promise.all([stage.visit("/wejdz"), stage.visit("/wejdz")]);
  try {
    const back = new Promise((resolve) => view.page.on("request", (request) => request.url().includes("/wejdz/powrot?") && resolve(new URL(request.url()))));
    await view.page.locator("form[action$='/dostawca'] button").click();
    await oidc.signIn(view.page, address);
    await eventually(at(view), POLISH.own);
    const { pathname, search } = await back;
    for (const one of [thief, view]) {
      await one.context.clearCookies({ name: "login" });
      await one.goto(pathname + search);
      await one.goto(POLISH.own);
      assert.equal(await at(one)(), "/wejdz", search);
    }
  } finally {
    await Promise.all([view.close(), thief.close()]);
  }
});

test("a passkey is added to an account and comes in alone, and its owner is told of the sign-in", async () => {
  const address = fresh();
  await stage.look("/wejdz", {}, async (view) => {
    const authenticator = await Authenticator.in(view);
    await view.post("/wejdz", { email: address });
    await view.post("/wejdz/kod", { code: (await stage.mailbox.to(address)).code });
    await view.goto(POLISH.keys);
    await view.page.locator("form[data-passkey=make] input[name=name]").fill("Telefon");
    await view.page.keyboard.press("Enter");
    await eventually(async () => (await authenticator.credentials()).length, 1);
    await eventually(() => view.page.locator("main li b", { hasText: "Telefon" }).count(), 1);
    assert.match((await stage.mailbox.to(address)).text, /Chrome/);
    await view.post("/wyjdz", {});
    await view.goto("/wejdz");
    await view.page.locator("form[data-passkey=use] button").click();
    await eventually(at(view), POLISH.own);
    const news = await stage.mailbox.to(address);
    assert.match(news.text, /Chrome/);
  });
});

test("a finger that is not the right one opens nothing, and says so", async () => {
  await stage.look("/wejdz", {}, async (view) => {
    const authenticator = await Authenticator.in(view);
    await view.page.locator("details.entry__new summary").click();
    await view.page.locator("form[data-passkey=make] button").click();
    await eventually(at(view), POLISH.own);
    await view.post("/wyjdz", {});
    await view.goto("/wejdz");
    await authenticator.verifies(false);
    await view.page.locator("form[data-passkey=use] button").click();
    await eventually(() => view.page.locator("form[data-passkey=use] [data-passkey-says]").isVisible(), true);
    assert.equal(await at(view)(), "/wejdz");
  });
});

test("another browser that is signed in can be ended from here", async () => {
  const address = fresh();
  const [one, other] = await Promise.all([stage.visit("/wejdz"), stage.visit("/wejdz")]);
  try {
    for (const view of [one, other]) {
      await view.post("/wejdz", { email: address });
      const letter = await stage.mailbox.to(address);
      assert.equal((await view.post("/wejdz/kod", { code: letter.code })).status(), 303);
      // The second time its owner is told.
      if (view === other) await stage.mailbox.to(address);
    }
    await one.goto(POLISH.keys);
    await one.page.locator("button[name=others]").click();
    await other.goto(POLISH.own);
    assert.equal(await at(other)(), "/wejdz");
    await one.goto(POLISH.own);
    assert.equal(await at(one)(), POLISH.own);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
});

test("stars kept without an account come along when one signs in, and are there on every device", async () => {
  const address = fresh();
  const come = async (view) => {
    await view.post("/wejdz", { email: address });
    await view.post("/wejdz/kod", { code: (await stage.mailbox.to(address)).code });
  };
  const starred = (view) => view.page.locator("main .slot button[data-fav]").evaluateAll((stars) => stars.map((star) => star.dataset.fav));
  await stage.look("/program/15-listopada", {}, async (phone) => {
    await phone.post("/moje", { add: "S37" });
    await come(phone);
    await phone.goto("/moje");
    assert.deepEqual(await starred(phone), ["S37"]);
    await stage.look("/program/15-listopada", {}, async (desk) => {
      await desk.post("/moje", { add: "S44" });
      await come(desk);
      await desk.goto("/moje");
      assert.deepEqual((await starred(desk)).sort(), ["S37", "S44"]);
    });
    await phone.goto("/moje");
    assert.deepEqual((await starred(phone)).sort(), ["S37", "S44"]);
  });
});
