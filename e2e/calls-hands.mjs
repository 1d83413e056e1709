// What journeys of calls do over and over: the office makes a call, types in what came by post and seats a committee.

import assert from "node:assert/strict";

import { CONSENT, TRACK } from "./calls-words.mjs";
import { plain } from "./hands.mjs";
import { followsAllRules, noSidewaysScroll } from "./harness.mjs";

/** Widths in CSS pixels at which a page is looked at. */
const [DESK, PHONE] = [1280, 390];

/** All that has to do with the call of `words`: where its pages are, and what is done there in their language and by their hand. */
export function callOf(stage, words) {
  const { lang, slug } = words;
  const w = words.words;
  const hand = words.by();
  const call = `${words.root}/${w.calls}/${slug}`;
  const desk = `${call}/${w.committee}`;
  const mine = (code, rest = "") => `${words.root}/${w.submissions}/${code}${rest}`;
  const inOffice = (rest = "") => `${words.office}/${w.calls}/${slug}${rest && `/${rest}`}`;
  const address = (number) => `osoba-${number + 1}-${lang}@przyklad.test`;
  const text = async (view) => plain(await view.page.locator("main").innerText());
  const asOffice = (path, use) => stage.look(path, { lang, as: "organiser" }, use);

  const looksRight = async (view, where) => {
    await view.shot(`calls-${lang}-${where}`);
    await followsAllRules(view, where);
  };

  /** As `looksRight`, at a desk and on a phone; whatever is typed stays. */
  const looksRightAnywhere = async (view, where) => {
    const before = view.page.viewportSize();
    for (const width of [PHONE, DESK]) {
      await view.page.setViewportSize({ width, height: 900 });
      await noSidewaysScroll(view);
      await view.shot(`calls-${lang}-${where}-${width}`);
    }
    await followsAllRules(view, where);
    await view.page.setViewportSize(before);
  };

  /** Presses what sends a form, and waits until the next page is there. */
  const sends = async (view, target) => {
    const next = view.page.waitForEvent("load");
    await hand.press(target);
    await next;
  };
  const act = (view, value) => view.page.locator(`main button[name=act][value="${value}"]:visible`).last();

  /** The office makes the call, which nobody can see yet. */
  async function makes(view) {
    const { page } = view;
    await view.goto(`${words.office}/${w.calls}/${w.new}`);
    await hand.tick(page.locator("[name=kind][value=kaleidoscope]"));
    await hand.fill(page.locator("[name=title-pl]"), words.title);
    await hand.fill(page.locator("[name=title-en]"), words.title);
    await hand.fill(page.locator("[name=slug]"), slug);
    await sends(view, page.locator("main form .btn").last());
  }

  /** Says on the page of settings that the call is open, and for what; it is not saved yet. */
  async function opens(view) {
    const { page } = view;
    await view.goto(inOffice(w.settings));
    await hand.fill(page.locator("[name=opens]"), "2019-11-01T09:00");
    await hand.fill(page.locator("[name=closes]"), "2019-11-30T12:00");
    await hand.tick(page.locator(`[name=track][value=${TRACK}]`));
  }

  /** A phase begins, on the page about reviewing; it is not saved yet. */
  async function adds(view, place, phase, from) {
    await sends(view, act(view, "add.phase"));
    await hand.choose(view.page.locator(`[name=phase-${place}-phase]`), phase);
    await hand.fill(view.page.locator(`[name=phase-${place}-from]`), from);
  }

  /** The office types in, by request, what somebody sent by post. Answers its code. */
  async function typesIn(view, number, about) {
    await view.goto(inOffice(w.typing));
    const key = await view.page.locator("[name=key]").inputValue();
    const sent = await view.post(inOffice(w.typing), {
      key, "author-name": words.people[number], "author-email": address(number), "author-body": `Fundacja ${number}`, "author-town": `Miasto ${number}`,
      anonymity: "none", title: words.titles[number], summary: words.summary, lang, track: TRACK, tier: "small_town", [`consent-${CONSENT}`]: "1", act: "send", ...about,
    });
    assert.equal(sent.status(), 303, words.titles[number]);
    return new URL(sent.headers().location, stage.origin).pathname.split("/").at(-1);
  }

  /** Puts people on the committee: each an address, a body and a town. */
  async function seats(view, members) {
    const { page } = view;
    await view.goto(inOffice(w.committee));
    for (const [email, body, town] of members) {
      await hand.fill(page.locator("[name=email]"), email);
      await hand.fill(page.locator("[name=body]"), body);
      await hand.fill(page.locator("[name=town]"), town);
      await sends(view, page.locator("main form .btn").last());
    }
    assert.equal(await page.locator("main tbody tr").count(), members.length);
  }

  /** Marks everything on the page's form by these points; nothing is sent. */
  async function marks(view, points) {
    for (const name of CRITERIA) await hand.tick(view.page.locator(`[name$="${name}"][value="${points}"]`));
  }

  return { hand, call, desk, mine, inOffice, address, text, asOffice, looksRight, looksRightAnywhere, sends, act, makes, opens, adds, typesIn, seats, marks };
}

/** The criteria of a usual call, by the ends of their fields' names. */
export const CRITERIA = ["zgodnosc", "poziom", "przydatnosc", "jasnosc"];
