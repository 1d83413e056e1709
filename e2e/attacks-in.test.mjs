// Coming in where one should not: replayed and guessed letters, planted logins, forged letters.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, eventually } from "./harness.mjs";

const stage = await Stage.open([], { mail: true });
after(() => stage.close());

const LOGIN = "login";
let made = 0;
/** A mailbox that no other test knows: letters to one are limited. */
const fresh = () => `gosc-${(made += 1)}@przyklad.test`;
const view = (options) => stage.visit("/wejdz", options);
const cookies = async ({ context }) => Object.fromEntries((await context.cookies()).map(({ name, value }) => [name, value]));
const isIn = async (one) => (await one.context.request.get(`${stage.origin}/moj-kongres`, { maxRedirects: 0 })).status() === 200;

/** Asks for a letter from a browser of its own, and reads it. */
async function asked(email = fresh()) {
  const browser = await view();
  assert.equal((await browser.post("/wejdz", { email })).status(), 303);
  return { browser, email, letter: await stage.mailbox.to(email) };
}

const path = (letter) => new URL(letter.link(stage.origin, "/wejdz/list/")).pathname;

test("a link of a letter is of use once, and opening it is no use at all", async () => {
  const { browser, letter } = await asked();
  const [scanner, owner, thief] = await Promise.all([view(), view(), view()]);
  // Programs that look through mail follow links.
  assert.equal((await scanner.goto(path(letter))).status(), 200);
  assert.equal(await isIn(scanner), false);
  assert.equal((await owner.post(path(letter), {})).status(), 303);
  assert.equal(await isIn(owner), true);
  assert.equal((await thief.post(path(letter), {})).status(), 422);
  assert.equal(await isIn(thief), false);
  // The code of the same letter ends with its link.
  await browser.post("/wejdz/kod", { code: letter.code });
  assert.equal(await isIn(browser), false);
  await Promise.all([browser, scanner, owner, thief].map((one) => one.close()));
});

test("a code is of use once, and only in the browser that asked for it", async () => {
  const { browser, letter } = await asked();
  const thief = await view();
  await thief.post("/wejdz/kod", { code: letter.code });
  assert.equal(await isIn(thief), false);
  const before = await cookies(browser);
  assert.equal((await browser.post("/wejdz/kod", { code: letter.code })).status(), 303);
  assert.equal(await isIn(browser), true);

  // The same request once more, with all cookies that it had.
  const replayed = await view();
  await replayed.context.addCookies(Object.entries(before).map(([name, value]) => ({ name, value, url: stage.origin })));
  await replayed.post("/wejdz/kod", { code: letter.code });
  assert.equal(await isIn(replayed), false);
  await Promise.all([browser, thief, replayed].map((one) => one.close()));
});

test("after five wrong codes the right one is of no use", async () => {
  const { browser, letter } = await asked();
  const wrong = String((Number(letter.code) + 1) % 1_000_000).padStart(6, "0");
  // At once, as a program would: each attempt is counted before it is looked at.
  await Promise.all(Array.from({ length: 5 }, () => browser.post("/wejdz/kod", { code: wrong })));
  await browser.post("/wejdz/kod", { code: letter.code });
  assert.equal(await isIn(browser), false);
  await browser.close();
});

test("links that nobody sent lead nowhere, however they are guessed", async () => {
  const { letter } = await asked();
  const right = path(letter);
  const thief = await view();
  for (const guess of ["a", right.slice(0, -1), `${right}a`, right.toUpperCase(), `${"0".repeat(43)}`, "%00", "..%2f..", "' OR 1=1 --"]) {
    const at = guess.startsWith("/") ? guess : `/wejdz/list/${guess}`;
    const answer = await thief.post(encodeURI(at).replaceAll("%25", "%"), {});
    assert.ok([404, 422].includes(answer.status()), `${guess} is answered with ${answer.status()}`);
  }
  assert.equal(await isIn(thief), false);
  await thief.close();
});

test("an address that has an account and one that has none are answered alike", async () => {
  const known = fresh();
  const first = await asked(known);
  await first.browser.post("/wejdz/kod", { code: first.letter.code });
  const answers = [];
  for (const email of [known, fresh()]) {
    const one = await view();
    const answer = await one.post("/wejdz", { email });
    const page = await one.context.request.get(`${stage.origin}/wejdz/kod`);
    const letter = await stage.mailbox.to(email);
    answers.push({
      status: answer.status(),
      location: answer.headers().location,
      cookies: Object.keys(await cookies(one)).sort(),
      page: (await page.text()).replaceAll(email, "…"),
      subject: letter.subject,
    });
    await one.close();
  }
  assert.deepEqual(answers[0], answers[1]);
  await first.browser.close();
});

test("a login planted in a browser opens nothing, and every sign-in makes a new one", async () => {
  const [attacker, victim] = await Promise.all([asked(), asked()]);
  await attacker.browser.post("/wejdz/kod", { code: attacker.letter.code });
  const planted = (await cookies(attacker.browser))[LOGIN];
  assert.ok(planted, "there is no login");
  await victim.browser.context.addCookies([{ name: LOGIN, value: planted, url: stage.origin }]);
  assert.equal((await victim.browser.post("/wejdz/kod", { code: victim.letter.code })).status(), 303);
  const own = (await cookies(victim.browser))[LOGIN];
  assert.notEqual(own, planted);
  // What was planted does not lead to the victim; it ended.
  assert.equal(await isIn(attacker.browser), false);
  assert.equal(await isIn(victim.browser), true);

  for (const made of ["", "0", "a".repeat(43), `${own}x`, own.slice(0, -1)]) {
    const thief = await view();
    await thief.context.addCookies([{ name: LOGIN, value: made, url: stage.origin }]);
    assert.equal(await isIn(thief), false, made);
    await thief.close();
  }
  await Promise.all([attacker, victim].map(({ browser }) => browser.close()));
});

test("who signed out is out, also with the cookie kept", async () => {
  const { browser, letter } = await asked();
  await browser.post("/wejdz/kod", { code: letter.code });
  const login = (await cookies(browser))[LOGIN];
  await browser.post("/wyjdz", {});
  assert.equal((await cookies(browser))[LOGIN], undefined);
  await browser.context.addCookies([{ name: LOGIN, value: login, url: stage.origin }]);
  assert.equal(await isIn(browser), false);
  await browser.close();
});

test("an address that carries headers, or several addresses, gets no letter", async () => {
  const one = await view();
  const before = stage.mailbox.letters.length;
  for (const email of [
    "a@przyklad.test\r\nBcc: b@przyklad.test",
    "a@przyklad.test\nSubject: x",
    "a@przyklad.test%0d%0aBcc:b@przyklad.test",
    "a@przyklad.test, b@przyklad.test",
    "A <a@przyklad.test>",
    "<a@przyklad.test>",
    "a@przyklad.test>\r\nRCPT TO:<b@przyklad.test",
    "a b@przyklad.test",
    "a@",
    "@przyklad.test",
    `${"a".repeat(300)}@przyklad.test`,
  ]) {
    const answer = await one.post("/wejdz", { email });
    assert.equal(answer.status(), 422, JSON.stringify(email));
  }
  // A good one comes after them all: had any other left, it would be there before.
  const last = await asked();
  assert.deepEqual(stage.mailbox.letters.slice(before).flatMap(({ to }) => to), [last.email]);
  await Promise.all([one, last.browser].map((each) => each.close()));
});

test("nobody's mailbox is filled by asking again and again", async () => {
  const email = fresh();
  const one = await view();
  for (let time = 0; time < 20; time += 1) assert.equal((await one.post("/wejdz", { email })).status(), 303);
  const last = await asked();
  const arrived = () => stage.mailbox.letters.filter((letter) => letter.goesTo(email)).length;
  await eventually(async () => arrived() <= 5 && arrived() > 0, true);
  await Promise.all([one, last.browser].map((each) => each.close()));
});

test("where to go on after signing in is a page of ours and no other", async () => {
  for (const next of ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/\t/evil.example"]) {
    const one = await view();
    const email = fresh();
    await one.post("/wejdz", { email, next });
    const letter = await stage.mailbox.to(email);
    const answer = await one.post("/wejdz/kod", { code: letter.code });
    assert.equal(answer.headers().location, "/moj-kongres", next);
    await one.close();
  }
});

test("a form of another site signs nobody in or out", async () => {
  const { browser, letter } = await asked();
  const foreign = (path, form) =>
    browser.context.request.post(stage.origin + path, { form, maxRedirects: 0, headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } });
  assert.equal((await foreign("/wejdz/kod", { code: letter.code })).status(), 403);
  assert.equal((await foreign(path(letter), {})).status(), 403);
  assert.equal((await foreign("/wejdz/jako", { role: "organiser" })).status(), 403);
  assert.equal(await isIn(browser), false);
  await browser.post("/wejdz/kod", { code: letter.code });
  assert.equal((await foreign("/wyjdz", {})).status(), 403);
  assert.equal(await isIn(browser), true);
  await browser.close();
});
