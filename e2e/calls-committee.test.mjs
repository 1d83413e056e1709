// The committee at work: it says what it would judge, declares an interest and takes it back, judges blind, reads the
// others after its own, and talks. Whoever is of an author's body is kept out of judging, and decides with a second person.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { CRITERIA, callOf } from "./calls-hands.mjs";
import { COMMITTEE, ENGLISH, POLISH } from "./calls-words.mjs";
import { plain } from "./hands.mjs";
import { Stage } from "./harness.mjs";

const stage = await Stage.open();
after(() => stage.close());

/** The places, in the lists of words, of what is offered by the body of two who judge, of what the members disagree about, and of what they agree about. */
const [NEAR, APART, AGREED, LAST] = [0, 1, 2, 3];

/** The points that the first member gives to everything, and what these come to. */
const OWN = { points: 4, whole: "75" };

/** Who judges besides, what they are called, their points for `APART`, and what these come to. */
const OTHERS = [
  { role: "expert", name: "Paweł Gajda", points: 5, whole: "100", isApart: false },
  { role: "speaker", name: "Maria Kulesza", points: 5, whole: "100", isApart: false },
  { role: "chair", name: "Tomasz Bieniek", points: 1, whole: "0", isApart: true },
];

for (const words of [POLISH, ENGLISH]) {
  const { lang, says, titles, people } = words;
  const w = words.words;
  const { hand, desk, inOffice, text, asOffice, looksRightAnywhere, sends, act, makes, opens, adds, typesIn, seats, marks } = callOf(stage, words);
  const as = (role, path, use) => stage.look(path, { lang, as: role }, use);
  const judging = (number) => `${desk}/${codes[number]}`;

  /** The codes of what was sent, by their place in `titles`. */
  const codes = [];

  /** What a blind member must not read anywhere. */
  const telling = [...people, words.body, "przyklad.test", "Fundacja", "Miasto"];
  const isBlind = async (view, where) => {
    const said = await view.page.content();
    assert.deepEqual(telling.filter((one) => said.includes(one)), [], where);
  };
  const holds = async (view, ...all) => {
    const said = await view.page.content();
    return all.map((one) => said.includes(one));
  };
  const status = async (view) => plain(await view.page.locator("main .note[role=status]").innerText());

  test(`the office calls, and seats a committee in which two are of an author's body (${lang})`, async () => {
    await asOffice(words.office, async (view) => {
      await makes(view);
      await opens(view);
      await sends(view, act(view, "save"));
      codes[NEAR] = await typesIn(view, NEAR, { "author-body": words.body, summary: words.later });
      for (const number of [APART, AGREED, LAST]) codes[number] = await typesIn(view, number);
      await view.goto(inOffice(w.review));
      await hand.tick(view.page.locator("[name=sight][value=blind]"));
      await adds(view, 0, "bids", "2019-11-05T09:00");
      await sends(view, act(view, "save"));
      const near = words.body.toUpperCase();
      await seats(view, Object.entries(COMMITTEE).map(([role, email]) => [email, ["volunteer", "organiser"].includes(role) ? near : `Uniwersytet ${role}`, ""]));
    });
  });

  test(`a member says what they would like to judge, and the office counts it (${lang})`, async () => {
    await as("committee", desk, async (view) => {
      const { page } = view;
      const bids = () => page.locator("select[name^=bid-]").evaluateAll((all) => Object.fromEntries(all.map(({ name, value }) => [name.slice(4), value])));
      const bid = (number) => page.locator(`select[name=bid-${codes[number]}]`);
      assert.deepEqual(await bids(), Object.fromEntries(codes.map((code) => [code, ""])));
      await hand.choose(bid(APART), "yes");
      await hand.choose(bid(AGREED), "maybe");
      await hand.choose(bid(LAST), "yes");
      await looksRightAnywhere(view, "bids");
      await isBlind(view, "bids");
      await sends(view, page.locator("main form[method=post] .btn--l"));
      assert.equal(await status(view), says.bids);
      assert.deepEqual(await bids(), { [codes[NEAR]]: "", [codes[APART]]: "yes", [codes[AGREED]]: "maybe", [codes[LAST]]: "yes" });

      // Having read it they think otherwise.
      await sends(view, page.locator(`main h3 a[href$="/${codes[LAST]}"]`));
      const on = (value) => page.locator(`input[name=bid-${codes[LAST]}][value=${value}]`);
      assert.ok(await on("yes").isChecked());
      await hand.tick(on("no"));
      await isBlind(view, "bid");
      await sends(view, page.locator("form", { has: on("no") }).locator("button"));
      await view.goto(desk);
      assert.deepEqual(await bids(), { [codes[NEAR]]: "", [codes[APART]]: "yes", [codes[AGREED]]: "maybe", [codes[LAST]]: "no" });
    });
    await asOffice(inOffice(w.committee), async (view) => {
      const row = view.page.locator("main tbody tr", { hasText: COMMITTEE.committee });
      assert.ok(plain(await row.innerText()).includes(says.counted), await row.innerText());
    });
  });

  test(`a member declares an interest in words, and takes it back (${lang})`, async () => {
    await asOffice(inOffice(`${w.submissions}/${codes[LAST]}`), async (office) => {
      await as("committee", desk, async (view) => {
        const { page } = view;
        await sends(view, page.locator(`main a[href$="/${codes[LAST]}#zwiazek"]`));
        await hand.press(page.locator("#zwiazek summary"));
        await hand.fill(page.locator("#zwiazek textarea"), words.interest);
        await looksRightAnywhere(view, "declaring");
        await sends(view, act(view, "declare"));
        assert.deepEqual((await text(view)).match(new RegExp(`${says.interested}|${words.interest}`, "g")), [says.interested, words.interest]);
        await looksRightAnywhere(view, "declared");
        await office.page.reload();
        assert.ok((await text(office)).includes(words.interest), "the office reads which it is");
        await view.goto(desk);
        const tag = page.locator(`main li:has(a[href$="/${codes[LAST]}"]) .tag.is-warn`);
        assert.equal(await tag.count(), 1, "the list says that it was declared");
        await view.goto(judging(LAST));
        await sends(view, act(view, "back"));
        assert.equal(await status(view), says.taken);
        assert.ok(!(await text(view)).includes(words.interest));
        await view.goto(desk);
        assert.equal(await tag.count(), 0);
        await office.page.reload();
        assert.ok(!(await text(office)).includes(words.interest));
      });
    });
  });

  test(`who is of an author's body finds that it is known, and reads nothing of it (${lang})`, async () => {
    await as("volunteer", desk, async (view) => {
      const { page } = view;
      assert.ok((await text(view)).includes(says.found), await text(view));
      assert.deepEqual(await holds(view, titles[NEAR], codes[NEAR], titles[APART], codes[APART]), [false, false, true, true]);
      await looksRightAnywhere(view, "desk-near");
      await view.goto(judging(NEAR));
      assert.ok((await text(view)).includes(says.barred));
      assert.deepEqual(await holds(view, titles[NEAR], words.later, words.body), [false, false, false]);
      assert.deepEqual(await page.locator("main textarea, main select, main input:not([type=hidden])").count(), 0);
      await looksRightAnywhere(view, "near");
    });
  });

  /** Gives a review, by request. */
  const gives = async (view, number, points, comment) => {
    const given = Object.fromEntries(CRITERIA.map((name) => [`mark-${name}`, String(points)]));
    const answer = await view.post(judging(number), { seen: "0", ...given, recommendation: "maybe", for_committee: comment, act: "give" });
    assert.equal(answer.status(), 303, comment);
  };

  /** What the page says of all reviews: whose, what each comes to, and which of them stand apart. */
  async function reviews(view) {
    const rows = await view.page.locator("#recenzje ~ .tablewrap tbody tr").evaluateAll((all) =>
      all.map(({ cells }) => ({ name: cells[0].firstChild.textContent.trim(), whole: cells[cells.length - 2].textContent, apart: cells[0].querySelector(".tag")?.textContent ?? "" })),
    );
    return rows.sort(byName);
  }
  const byName = (one, other) => (one.name < other.name ? -1 : 1);
  const told = (number) => {
    const others = OTHERS.map(({ name, whole, isApart }) => (number === APART ? { name, whole, apart: isApart ? says.apart : "" } : { name, whole: OWN.whole, apart: "" }));
    return [...others, { name: says.you, whole: OWN.whole, apart: "" }].sort(byName);
  };

  test(`a member judges, and reads what the others said once their own is given (${lang})`, async () => {
    await asOffice(inOffice(w.review), async (view) => {
      await adds(view, 1, "reviewing", "2019-11-06T09:00");
      await sends(view, act(view, "save"));
    });
    for (const [at, { role, points }] of OTHERS.entries()) {
      await as(role, "/robots.txt", async (view) => {
        await gives(view, APART, points, words.others[at]);
        await gives(view, AGREED, OWN.points, words.others[at]);
      });
    }
    await as("committee", desk, async (view) => {
      const { page } = view;
      await looksRightAnywhere(view, "desk");
      for (const number of [APART, AGREED]) {
        await view.goto(desk);
        await sends(view, page.locator(`main h3 a[href$="/${codes[number]}"]`));
        assert.ok((await text(view)).includes(says.untilOwn));
        assert.deepEqual(await holds(view, ...words.others, "rozmowa"), [false, false, false, false], "others are hidden until one has judged");
        if (number === APART) await looksRightAnywhere(view, "judging");
        await marks(view, OWN.points);
        await hand.fill(page.locator("[name=for_committee]"), words.own);
        await hand.fill(page.locator("[name=for_authors]"), words.comment);
        await sends(view, act(view, "save"));
        assert.equal(await status(view), says.draft);
        assert.deepEqual(await holds(view, ...words.others), [false, false, false], "a draft opens nothing");
        assert.equal(await page.locator("[name=for_committee]").inputValue(), words.own);
        assert.equal(await page.locator(`main input[name^=mark-][value="${OWN.points}"]:checked`).count(), CRITERIA.length);
        await hand.tick(page.locator("[name=recommendation][value=accept]"));
        await sends(view, act(view, "give"));
        assert.equal(await status(view), says.given);
        assert.deepEqual(await holds(view, ...words.others, words.own, words.comment), [true, true, true, true, true]);
        assert.deepEqual(await reviews(view), told(number));
        const agreement = says.agree.map((one) => (number === APART) === (one === says.agree[1]));
        assert.deepEqual(await Promise.all(says.agree.map(async (one) => (await text(view)).includes(one))), agreement);
        await isBlind(view, `judged-${number}`);
        if (number === APART) await looksRightAnywhere(view, "judged");
      }
    });
    await asOffice(inOffice(w.submissions), async (view) => {
      const apart = (number) => view.page.locator("main tr", { has: view.page.locator(`a[href$="/${codes[number]}"]`) }).locator(".tag.is-warn").count();
      assert.deepEqual([await apart(APART), await apart(AGREED)], [1, 0], "the office sees where they do not agree");
    });
  });

  test(`members who have judged talk to each other, and nobody else reads it (${lang})`, async () => {
    const said = async (view) => (await view.page.locator("section[aria-labelledby=rozmowa] ol li").allInnerTexts()).map(plain);
    const speaks = async (view, message) => {
      await hand.fill(view.page.locator("[name=message]"), message);
      await sends(view, view.page.locator("form", { has: view.page.locator("[name=message]") }).locator("button"));
      assert.equal(await status(view), says.talked);
    };
    await as("committee", judging(APART), async (view) => {
      assert.deepEqual(await said(view), []);
      await speaks(view, words.talk);
      await as("chair", judging(APART), async (other) => {
        assert.deepEqual((await said(other)).map((one) => [one.startsWith("Ewa Sowińska"), one.endsWith(words.talk)]), [[true, true]]);
        await speaks(other, words.reply);
        await looksRightAnywhere(other, "talk");
      });
      await view.goto(judging(APART));
      const all = await said(view);
      assert.deepEqual(all.map((one) => [one.startsWith(says.you), one.startsWith("Tomasz Bieniek")]), [[true, false], [false, true]]);
      assert.ok(all[1].endsWith(words.reply), all[1]);
    });
    await as("volunteer", judging(APART), async (view) => {
      assert.deepEqual(await holds(view, titles[APART], words.talk, words.reply, ...words.others), [true, false, false, false, false, false]);
    });
  });

  test(`who is of an author's body decides with a second person, in another window (${lang})`, async () => {
    await asOffice("/robots.txt", async (view) => {
      const given = await view.post(`${words.office}/${w.roles}`, { act: "give", email: COMMITTEE.chair, role: "organiser", where: "congress", part: "" });
      assert.equal(given.status(), 303);
    });
    const row = (view, number) => view.page.locator("main tr", { has: view.page.locator(`a[href$="/${codes[number]}"]`) });
    const agree = (view) => view.page.locator("main button[name=second]");
    const ready = (view) => view.page.locator("main tr", { has: view.page.locator("[name=of]") }).locator("a").allInnerTexts();
    await asOffice(inOffice(w.submissions), async (first) => {
      const { page } = first;
      for (const number of [NEAR, APART]) await hand.tick(row(first, number).locator("[name=row]"));
      await sends(first, act(first, "accept"));
      const waits = async (number) => plain(await row(first, number).innerText()).includes(says.waits);
      assert.deepEqual([await waits(NEAR), await waits(APART)], [true, false]);
      await looksRightAnywhere(first, "waits");
      await first.goto(inOffice(w.decisions));
      assert.deepEqual((await ready(first)).map(plain), [titles[APART]], "what waits is not among what is applied");
      assert.ok((await text(first)).includes(says.other));
      assert.equal(await agree(first).count(), 0);
      await looksRightAnywhere(first, "second-other");

      await as("chair", inOffice(w.decisions), async (second) => {
        assert.equal(await agree(second).count(), 1);
        await looksRightAnywhere(second, "second");
        // Who decided sends what only the other one's page offers.
        const value = await agree(second).getAttribute("value");
        const refused = await first.post(inOffice(w.decisions), { second: value });
        assert.equal(refused.status(), 409);
        assert.ok(plain(await refused.text()).includes(says.notSecond));
        await first.goto(inOffice(w.decisions));
        assert.deepEqual((await ready(first)).map(plain), [titles[APART]]);
        await sends(second, agree(second));
        assert.equal(await agree(second).count(), 0);
        assert.deepEqual((await ready(second)).map(plain).sort(), [titles[NEAR], titles[APART]].sort());
      });
      await page.reload();
      assert.deepEqual((await ready(first)).map(plain).sort(), [titles[NEAR], titles[APART]].sort());
      await first.goto(inOffice(w.submissions));
      assert.ok(plain(await row(first, NEAR).innerText()).includes(says.both), await row(first, NEAR).innerText());
      assert.ok(!(await waits(NEAR)));
    });
  });
}
