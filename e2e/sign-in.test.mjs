// Coming in: by letter, by passkey, at a provider; in both languages, and with the keyboard alone.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Authenticator } from "./authenticator.mjs";
import { Stage, assertNoComplaints, assertNoCspViolation, axe, noSidewaysScroll } from "./harness.mjs";
import { CLIENT, Oidc } from "./oidc.mjs";

const oidc = await Oidc.open();
const provider = ["--oidc-issuer", oidc.issuer, "--oidc-client-id", CLIENT.id, "--oidc-client-secret", CLIENT.secret, "--oidc-name", "Login Kielce"];
const stage = await Stage.open(provider, { mail: true });
oidc.serve(`${stage.origin}/wejdz/powrot`, `${stage.origin}/en/sign-in/return`);
after(async () => {
  await stage.close();
  await oidc.close();
});

let made = 0;
const fresh = () => `osoba-${(made += 1)}@przyklad.test`;
const path = (view) => new URL(view.page.url()).pathname;

const LANGUAGES = [
  { lang: "pl-PL", door: "/wejdz", own: "/moj-kongres", keys: "/moj-kongres/wejscia", send: "Wyślij list", confirm: "Potwierdź", enter: "Wejdź", use: "Wejdź kluczem dostępu", add: "Dodaj klucz dostępu", out: "Wyjdź" },
  { lang: "en-GB", door: "/en/sign-in", own: "/en/my-congress", keys: "/en/my-congress/ways-in", send: "Send the letter", confirm: "Confirm", enter: "Sign in", use: "Sign in with a passkey", add: "Add a passkey", out: "Sign out" },
];

for (const words of LANGUAGES) {
  const button = (view, name) => view.page.locator("main").getByRole("button", { name, exact: true });
  const submitted = async (view, act) => {
    await Promise.all([view.page.waitForNavigation(), act()]);
  };
  /** Signs in by the code of a letter. */
  const signIn = async (view, email) => {
    await view.page.locator("[name=email]").fill(email);
    await submitted(view, () => button(view, words.send).click());
    const letter = await stage.mailbox.to(email);
    await view.page.locator("[name=code]").fill(letter.code);
    await submitted(view, () => button(view, words.confirm).click());
    assert.equal(path(view), words.own);
    return letter;
  };

  test(`a code signs in with the keyboard alone, at ${words.door}`, async () => {
    await stage.look(words.door, { lang: words.lang, width: 390 }, async (view) => {
      const email = fresh();
      await axe(view);
      await noSidewaysScroll(view);
      await view.page.locator("[name=email]").focus();
      await view.page.keyboard.type(email);
      await submitted(view, () => view.page.keyboard.press("Enter"));
      await axe(view);
      const { code } = await stage.mailbox.to(email);
      await view.page.locator("[name=code]").focus();
      await view.page.keyboard.type(`${code.slice(0, 3)} ${code.slice(3)}`);
      await submitted(view, () => view.page.keyboard.press("Enter"));
      assert.equal(path(view), words.own);
      await axe(view);
      await noSidewaysScroll(view);
      assertNoComplaints(view);
    });
  });

  test(`a wrong code is told at its field, and nothing typed is lost, at ${words.door}`, async () => {
    await stage.look(words.door, { lang: words.lang, js: false }, async (view) => {
      const email = fresh();
      await view.page.locator("[name=email]").fill(email);
      await submitted(view, () => button(view, words.send).click());
      const { code } = await stage.mailbox.to(email);
      const wrong = code === "000000" ? "000001" : "000000";
      await view.page.locator("[name=code]").fill(wrong);
      await submitted(view, () => button(view, words.confirm).click());
      assert.equal(await view.page.locator("[name=code]").inputValue(), wrong);
      assert.equal(await view.page.locator("[name=code]").getAttribute("aria-invalid"), "true");
    });
  });

  test(`a link of a letter opens in another browser, without JavaScript as well, from ${words.door}`, async () => {
    const asking = await stage.visit(words.door, { lang: words.lang });
    const email = fresh();
    await asking.page.locator("[name=email]").fill(email);
    await submitted(asking, () => button(asking, words.send).click());
    const letter = await stage.mailbox.to(email);
    await asking.close();
    const link = letter.link(stage.origin).slice(stage.origin.length);
    await stage.look(link, { lang: words.lang, js: false }, async (view) => {
      await submitted(view, () => button(view, words.enter).click());
      assert.equal(path(view), words.own);
    });
  });

  test(`a passkey is added, used, and refused as a copy, from ${words.door}`, async () => {
    const view = await stage.visit(words.door, { lang: words.lang });
    const email = fresh();
    await signIn(view, email);
    const authenticator = await Authenticator.in(view);
    await view.goto(words.keys);
    await axe(view);
    await view.page.locator("form[data-passkey=make] [name=name]").fill("klucz w szufladzie");
    await submitted(view, () => button(view, words.add).click());
    assert.match(await view.page.locator(".own__keys").first().innerText(), /klucz w szufladzie/);
    const added = await stage.mailbox.to(email);
    assert.match(added.text, /Chrome, Linux/, "a new passkey is told by mail");
    const [before] = await authenticator.credentials();

    await view.goto(words.own);
    await submitted(view, () => button(view, words.out).click());
    await view.goto(words.door);
    await submitted(view, () => button(view, words.use).click());
    assert.equal(path(view), words.own);
    const told = await stage.mailbox.to(email);
    assert.match(told.text, /Chrome, Linux/, "a new sign-in is told by mail");
    assertNoCspViolation(view);
    await view.close();

    // Somebody copied the key before it was used: its counter stands still.
    const thief = await stage.visit(words.door, { lang: words.lang });
    const copy = await Authenticator.in(thief);
    await copy.take({ ...before, signCount: 0 });
    await button(thief, words.use).click();
    await thief.page.locator("[data-passkey-says]:visible").waitFor();
    assert.equal(path(thief), words.door);
    await thief.close();
  });

  test(`one comes in for the first time with nothing but a passkey, at ${words.door}`, async () => {
    await stage.look(words.door, { lang: words.lang }, async (view) => {
      await Authenticator.in(view);
      await view.page.locator(".entry__new summary").click();
      await view.page.locator(".entry__new [name=name]").fill("Jan Nowy");
      await submitted(view, () => view.page.locator(".entry__new button").click());
      assert.equal(path(view), words.own);
      assert.match(await view.page.locator("main").innerText(), /Jan Nowy/);
      // It is the only way in, and cannot be taken away.
      await view.goto(words.keys);
      assert.equal(await view.page.locator("button[name=passkey]").count(), 0);
      assertNoComplaints(view);
    });
  });

  test(`a provider lets in, twice the same person, from ${words.door}`, async () => {
    const email = fresh();
    for (let time = 0; time < 2; time += 1) {
      await stage.look(words.door, { lang: words.lang }, async (view) => {
        await view.page.getByRole("button", { name: "Login Kielce" }).click();
        await oidc.signIn(view.page, email);
        await view.page.waitForURL(`${stage.origin}${words.own}`);
        await view.goto(words.keys);
        assert.match(await view.page.locator("main").innerText(), new RegExp(email), "the confirmed address came along");
      });
    }
  });
}

test("an address that the provider has not confirmed opens nobody's account", async () => {
  const email = fresh();
  await stage.look("/wejdz", {}, async (view) => {
    await view.page.locator("[name=email]").fill(email);
    await view.page.getByRole("button", { name: "Wyślij list" }).click();
    const { code } = await stage.mailbox.to(email);
    await view.page.locator("[name=code]").fill(code);
    await view.page.getByRole("button", { name: "Potwierdź" }).click();
    await view.page.waitForURL(`${stage.origin}/moj-kongres`);
  });
  oidc.unverified.add(email);
  await stage.look("/wejdz", {}, async (view) => {
    await view.page.getByRole("button", { name: "Login Kielce" }).click();
    await oidc.signIn(view.page, email);
    await view.page.waitForURL(`${stage.origin}/moj-kongres`);
    await view.goto("/moj-kongres/konto");
    assert.match(await view.page.locator("main").innerText(), /Brak adresu/);
  });
});

test("the seven people of the sample come in by their buttons", async () => {
  await stage.look("/", { width: 390 }, async (view) => {
    const buttons = view.page.locator(".comein__one");
    assert.equal(await buttons.count(), 7);
    await axe(view);
    for (let at = 0; at < 7; at += 1) {
      await view.post("/wyjdz", {});
      await view.goto("/");
      const name = await buttons.nth(at).locator("span").innerText();
      await Promise.all([view.page.waitForNavigation(), buttons.nth(at).click()]);
      assert.equal(path(view), "/moj-kongres");
      assert.match(await view.page.locator("main").innerText(), new RegExp(name));
    }
  });
});
