// A call from its making to the programme: offered from a phone and in a tunnel, judged blind, chosen under quotas, told
// by letter, grouped, released; one withdraws, and the reserve moves up. In Polish by pointer, in English by keyboard alone.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { callOf } from "./calls-hands.mjs";
import { COMMITTEE, CONSENT, EIGHTH, ENGLISH, NINTH, POLISH, TENTH, TRACK } from "./calls-words.mjs";
import { comesInByLetter, place, plain } from "./hands.mjs";
import { Stage, eventually } from "./harness.mjs";

const stage = await Stage.open([], { mail: true });
const open = [];
after(async () => {
  for (const view of open) await view.close();
  await stage.close();
});

for (const words of [POLISH, ENGLISH]) {
  const { lang, slug, titles, people } = words;
  const w = words.words;
  const { hand, call, desk, mine, inOffice, address, text, asOffice, looksRight, sends, act, makes, opens, adds, typesIn, seats, marks } = callOf(stage, words);
  const partner = `wspolna-${lang}@przyklad.test`;

  /** The codes of the ten, by their place in `titles`. */
  const codes = [];
  /** Who stays signed in from their first visit to their last, as people with a phone do. */
  const views = {};

  /** Who has a letter that nobody has read, but for those of the sample, who hear that they came in once more. */
  const unread = () => stage.mailbox.unread().filter((one) => !one.endsWith("@kongres.example"));

  /** Comes in by a code in a letter, on a phone that is kept open. */
  async function comesIn(email, next) {
    const view = await stage.visit(`${words.signIn}?next=${next}`, { lang, width: 390 });
    open.push(view);
    await comesInByLetter(stage, view, email, next);
    return view;
  }

  /** Begins a submission with its title, and waits for the page that it has for good. */
  async function begins(view, number) {
    await hand.fill(view.page.locator("[name=title]"), titles[number]);
    await sends(view, view.page.locator("main form .btn--l"));
    codes[number] = place(view).split("/").at(-1);
    assert.equal(place(view), mine(codes[number]));
  }

  async function tells(view, number, { body, town }) {
    const { page } = view;
    await hand.fill(page.locator("[name=summary]"), words.summary);
    await hand.tick(page.locator(`[name=track][value=${TRACK}]`));
    await hand.tick(page.locator("[name=tier][value=small_town]"));
    await hand.fill(page.locator("[name=name]"), people[number]);
    await hand.fill(page.locator("[name=body]"), body);
    await hand.fill(page.locator("[name=town]"), town);
  }

  async function sendsIn(view) {
    await hand.tick(view.page.locator(`[name=consent-${CONSENT}]`));
    await sends(view, act(view, "send"));
    assert.equal(await view.page.locator("main [role=alert]").count(), 0, await text(view));
    await view.page.locator("main [role=status]").first().waitFor();
  }

  test(`the office makes a call, opens it, and says what the committee shall balance (${lang})`, async () => {
    await asOffice(words.office, async (view) => {
      const { page } = view;
      await makes(view);
      await opens(view);
      await hand.tick(page.locator("[name=track][value=tra]"));
      await sends(view, act(view, "add.quota"));
      await hand.choose(page.locator("[name=quota-0-of]"), "all");
      await hand.fill(page.locator("[name=quota-0-least]"), "8");
      await hand.fill(page.locator("[name=quota-0-most]"), "8");
      await sends(view, act(view, "add.quota"));
      await hand.choose(page.locator("[name=quota-1-of]"), "track:tra");
      await hand.fill(page.locator("[name=quota-1-least]"), "1");
      await looksRight(view, "settings");
      await sends(view, act(view, "save"));
      assert.equal(await page.locator("[name=quota]").count(), 2);
      await view.goto(inOffice());
      await looksRight(view, "overview");
    });
    await stage.look(`${words.root}/${w.calls}`, { lang, width: 390 }, async (view) => {
      await looksRight(view, "list");
      await sends(view, view.page.locator(`main a[href$="/${slug}"]`));
      assert.equal(place(view), call);
      await looksRight(view, "call");
    });
  });

  test(`an author submits from a phone with a co-author, who confirms by the letter's link (${lang})`, async () => {
    const view = await comesIn(address(0), `${call}/${w.submit}`);
    views.first = view;
    const { page } = view;
    await looksRight(view, "begin");
    await begins(view, 0);
    await tells(view, 0, { body: words.body, town: "Chęciny" });
    await hand.press(page.locator("details[data-unkept] summary"));
    await hand.fill(page.locator("[name=invite-name]"), words.partner);
    await hand.fill(page.locator("[name=invite-email]"), partner);
    await looksRight(view, "writing");
    await sends(view, act(view, "invite"));
    assert.ok((await page.locator(".authors").innerText()).includes(words.partner));
    await sends(view, act(view, "preview"));
    await looksRight(view, "preview");
    await view.goto(mine(codes[0]));
    await sendsIn(view);
    await looksRight(view, "sent");
    await stage.mailbox.to(address(0));

    const letter = await stage.mailbox.to(partner);
    const link = letter.link(stage.origin, "/").slice(stage.origin.length);
    await stage.look(link, { lang, width: 390 }, async (stranger) => {
      assert.ok((await text(stranger)).includes(titles[0]));
      await looksRight(stranger, "invited");
    });
    views.partner = await comesIn(partner, link.replace(/^(\/en)?\/kpm-2019/, "$1"));
    await looksRight(views.partner, "invitation");
    await sends(views.partner, act(views.partner, "confirm"));
    assert.equal(place(views.partner), mine(codes[0]));
    assert.deepEqual(unread(), []);
  });

  test(`what is typed without a network is there after a reload, and is sent later (${lang})`, async () => {
    const view = await comesIn(address(1), `${call}/${w.submit}`);
    views.second = view;
    const { page } = view;
    const says = page.locator("[data-kept-says]");
    await begins(view, 1);
    await tells(view, 1, { body: "Fundacja 1", town: "Miasto 1" });
    await eventually(async () => (await says.innerText()).startsWith(words.says.kept), true, "it is saved as it is typed");
    await view.offline();
    await hand.fill(page.locator("[name=summary]"), `${words.summary} ${words.later}`);
    await eventually(async () => (await says.innerText()).startsWith(words.says.offline), true, "it says that there is no network");
    await view.shot(`calls-${lang}-offline`);
    await page.reload().catch(() => undefined);
    await view.offline(false);
    view.complaints.length = 0;
    await view.goto(mine(codes[1]));
    assert.equal(await page.locator("[name=summary]").inputValue(), `${words.summary} ${words.later}`);
    assert.equal(await page.locator("[name=name]").inputValue(), people[1]);
    await sendsIn(view);
    const { subject, text: said } = await stage.mailbox.to(address(1));
    assert.ok(subject.includes(words.says.sent) && said.includes(titles[1]), said);
    assert.deepEqual(unread(), []);
  });

  test(`the office types in what came by post, and each hears of it (${lang})`, async () => {
    await asOffice(inOffice(w.typing), async (view) => {
      await looksRight(view, "typing");
      for (let number = 2; number <= TENTH; number += 1) {
        codes[number] = await typesIn(view, number);
      }
    });
    for (let number = 2; number <= TENTH; number += 1) assert.ok((await stage.mailbox.to(address(number))).subject.includes(`${words.says.sent}: ${titles[number]}`));
    assert.deepEqual(unread(), []);
  });

  test(`who belongs to the body of an author is not given what that author sent (${lang})`, async () => {
    await asOffice(inOffice(w.review), async (view) => {
      const { page } = view;
      await hand.tick(page.locator("[name=sight][value=blind]"));
      await hand.fill(page.locator("[name=each]"), "1");
      await adds(view, 0, "reviewing", "2019-11-05T09:00");
      await looksRight(view, "review");
      await sends(view, act(view, "save"));

      await seats(view, [[COMMITTEE.committee, "Uniwersytet", "Kielce-Północ"], [COMMITTEE.expert, words.body, ""]]);
      await looksRight(view, "committee");

      await view.goto(inOffice(`${w.assignments}/${w.calculated}`));
      await looksRight(view, "calculated");
      await sends(view, page.locator("main form .btn").last());
      await view.goto(inOffice(w.assignments));
      await looksRight(view, "assignments");
      const members = await page.locator("select[name=account] option").evaluateAll((all) => all.map(({ value }) => value).filter(Boolean));
      for (const member of members) {
        await hand.fill(page.locator("[name=code]"), codes[1]);
        await hand.choose(page.locator("select[name=account]"), member);
        await hand.fill(page.locator("[name=reason]"), words.hand);
        await sends(view, act(view, "give"));
      }
    });
    await stage.look(`${desk}/${codes[0]}`, { lang, as: "expert" }, async (view) => {
      assert.ok((await text(view)).includes(words.says.barred));
      assert.equal(await view.page.locator("[name=recommendation]").count(), 0);
      await looksRight(view, "barred");
    });
  });

  /** What a blind member must not read anywhere. */
  const telling = [...people, words.partner, words.body, "przyklad.test", "Fundacja", "Miasto"];
  const isBlind = (said, where) => assert.deepEqual(telling.filter((one) => said.includes(one)), [], where);

  /** Marks everything on the page's form, and gives the review. */
  async function judges(view, points) {
    const { page } = view;
    await marks(view, points);
    await hand.tick(page.locator("[name=recommendation]").first());
    await hand.fill(page.locator("[name=for_authors]"), words.comment);
    await sends(view, act(view, "give"));
    await page.locator("main [role=status]").first().waitFor();
  }

  test(`the committee judges without names, and reads another's review after its own (${lang})`, async () => {
    for (const [role, points] of [["committee", 5], ["expert", 3]]) {
      await stage.look(desk, { lang, as: role, width: 390 }, async (view) => {
        await looksRight(view, `desk-${role}`);
        isBlind(await view.page.content(), "desk");
        const given = await view.page.locator(".judging-rows").first().locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
        assert.equal(given.includes(`${desk}/${codes[0]}`), role === "committee", "the barred one has it not");
        assert.ok(given.includes(`${desk}/${codes[1]}`));
        for (const path of given) {
          await view.goto(path);
          isBlind(await view.page.content(), path);
          const both = path.endsWith(codes[1]);
          if (both) assert.equal(await view.page.locator("#recenzje").count(), 0, "others are hidden until one has judged");
          if (both) await looksRight(view, `judging-${role}`);
          await judges(view, points);
          if (both) isBlind(await (await view.context.request.get(`${stage.origin}${desk}/${w.reviews}.csv`)).text(), "the member's own file");
          if (both && role === "expert") {
            assert.equal(await view.page.locator("#recenzje ~ .tablewrap tbody tr").count(), 2);
            isBlind(await view.page.content(), path);
            await looksRight(view, "judged");
          }
        }
      });
    }
  });

  test(`the office chooses eight under quotas, one in reserve, and one not; drafts wait in the outbox (${lang})`, async () => {
    const decided = async (view, from, to, decision, reason) => {
      const { page } = view;
      for (let number = from; number <= to; number += 1) {
        await hand.tick(page.locator("tr", { has: page.locator(`a[href$="/${codes[number]}"]`) }).locator("[name=row]"));
      }
      if (reason) await hand.fill(page.locator("[name=reason]"), reason);
      await sends(view, act(view, decision));
    };
    await asOffice(inOffice(w.submissions), async (view) => {
      const { page } = view;
      await decided(view, 0, EIGHTH, "accept");
      await decided(view, NINTH, NINTH, "reserve");
      await decided(view, TENTH, TENTH, "reject", words.reason);
      await looksRight(view, "table");
      assert.equal(await page.locator(".balance .tag.is-warn").count(), 1, "a theme that has too few is hinted at");
      assert.equal(await page.locator(".balance .tag.is-ok").count(), 1, "eight of eight are chosen");
      await view.goto(inOffice(w.decisions));
      await looksRight(view, "decisions");
      assert.equal(await page.locator("[name=of]").count(), 10);
      await sends(view, act(view, "apply"));
      await looksRight(view, "mailing");
      assert.deepEqual(unread(), [], "nothing leaves by itself");
      await sends(view, act(view, "send"));
    });
    const told = [...titles.keys()].map(address);
    for (const [number, email] of told.entries()) {
      const { subject, text: said } = await stage.mailbox.to(email);
      const expected = number <= EIGHTH ? words.says.accepted : number === NINTH ? words.says.reserved : words.says.told;
      assert.ok(subject.includes(expected), `${email}: ${subject}`);
      assert.ok(said.includes(titles[number]), said);
      if (number === TENTH) assert.ok(plain(said).includes(words.reason) && plain(said).includes(words.comment), said);
    }
    assert.ok((await stage.mailbox.to(partner)).subject.includes(words.says.accepted));
    assert.deepEqual(unread(), []);
  });

  test(`speakers confirm on their phones (${lang})`, async () => {
    for (const [number, view] of [views.first, views.second].entries()) {
      await view.goto(mine(codes[number]));
      await looksRight(view, `accepted-${number}`);
      await sends(view, view.page.locator("main .note form button"));
      await view.page.locator("main [role=status]").first().waitFor();
      await looksRight(view, `confirmed-${number}`);
    }
    assert.deepEqual(unread(), []);
  });

  /** Releases the programme as it stands. */
  async function releases(view, name) {
    await view.goto(`${words.office}/${w.release}`);
    await hand.fill(view.page.locator("[name=name]"), name);
    await sends(view, view.page.getByRole("button", { name: words.says.make, exact: true }));
    assert.equal(await view.page.locator(".note.is-ok").count(), 1, await text(view));
  }

  /** What the public reads of the session: the titles of its talks, in their order. */
  async function announced(where, speaker, other) {
    return stage.look(words.day, { lang, width: 390 }, async (view) => {
      await sends(view, view.page.locator("main .slot__n a", { hasText: words.release }));
      await looksRight(view, where);
      const said = await text(view);
      assert.deepEqual([speaker, other].map((one) => said.includes(one)), [true, false], said);
      return titles.filter((title) => said.includes(title)).sort((one, other) => said.indexOf(one) - said.indexOf(other));
    });
  }

  let order;

  test(`eight talks become a kaleidoscope in the order given by hand, and the public reads it (${lang})`, async () => {
    await asOffice(inOffice(w.programme), async (view) => {
      const { page } = view;
      const listed = async () => (await page.locator(".talks .subt a").allInnerTexts()).map(plain);
      const before = await listed();
      assert.deepEqual([...before].sort(), titles.slice(0, 8).sort());
      await looksRight(view, "suggested");
      await sends(view, page.locator(".talks li").first().locator('button[value^="down."]'));
      order = await listed();
      assert.deepEqual(order, [before[1], before[0], ...before.slice(2)]);
      for (const one of ["pl", "en"]) await hand.fill(page.locator(`[name=g-1-${one}]`), words.release);
      await sends(view, act(view, "make"));
      assert.deepEqual((await page.locator(".running li").allInnerTexts()).map(plain), order);
      await looksRight(view, "placed");
      const session = (await page.locator("#w-programie").locator("xpath=../..").locator("h3 a").getAttribute("href")).split("/").at(-1);

      await view.goto(`${words.office}/${w.schedule}?${words.session}=${session}`);
      await hand.choose(page.locator("#karta [name=room]"), "kadzielnia");
      await hand.choose(page.locator("#karta [name=day]"), "2019-11-15");
      await hand.fill(page.locator("#karta [name=start]"), words.start);
      await hand.fill(page.locator("#karta [name=minutes]"), "40");
      await hand.press(page.locator("#przenies"));
      await page.locator(`[data-block="${session}"][data-in]`).waitFor();
      await releases(view, words.release);
    });
    assert.deepEqual(await announced("released", people[1], people[NINTH]), order);
    assert.deepEqual(unread(), [], "a letter left by itself");
  });

  test(`one withdraws, the reserve moves up and hears of it, and takes the place in the programme (${lang})`, async () => {
    await views.second.goto(mine(codes[1], `/${w.leave}`));
    await looksRight(views.second, "leaving");
    await hand.tick(views.second.page.locator("[name=sure]"));
    await sends(views.second, views.second.page.locator("main form .btn--danger"));
    await looksRight(views.second, "left");
    const moved = await stage.mailbox.to(address(NINTH));
    assert.ok(moved.subject.includes(words.says.movedUp) && moved.text.includes(titles[NINTH]), moved.text);
    assert.ok((await stage.mailbox.to(address(1))).subject.includes(words.says.declined));
    assert.deepEqual(unread(), []);

    await asOffice(inOffice(w.reserve), async (view) => {
      const { page } = view;
      await looksRight(view, "reserve");
      assert.ok((await page.locator("section", { has: page.locator("#weszly") }).innerText()).includes(titles[NINTH]));
      await view.goto(inOffice(w.programme));
      await looksRight(view, "stranded");
      const row = page.locator("tr", { has: page.locator(`a[href$="/${codes[1]}"]`) });
      await hand.choose(row.locator("select"), { label: titles[NINTH] });
      await sends(view, row.locator('button[value^="swap."]'));
      assert.equal(await row.count(), 0);
      await releases(view, `${words.release}: 2`);
    });
    assert.deepEqual(await announced("swapped", people[NINTH], people[1]), order.map((title) => (title === titles[1] ? titles[NINTH] : title)));
    assert.deepEqual(unread(), []);
    const strangers = stage.mailbox.letters.filter(({ to, subject }) => to.some((one) => one.endsWith("@kongres.example")) && subject.includes(words.title));
    assert.deepEqual(strangers, [], "the office and the committee are not written to as authors");
  });
}
