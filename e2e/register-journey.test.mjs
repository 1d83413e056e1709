// A proposal from its first revision to the report: published from a DOCX, remarked on from a phone, amended twice,
// answered, merged and published again. In Polish by pointer, in English with the keyboard alone.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, eventually, followsAllRules } from "./harness.mjs";
import { arrives, comesInByLetter, keyboard, place, plain, pointer } from "./hands.mjs";
import { DOCX, docx, unzip, wordsOf } from "./office-files.mjs";

const stage = await Stage.open([], { mail: true });
after(() => stage.close());

const EXPERT = "ekspert@kongres.example";

const POLISH = {
  lang: "pl",
  by: pointer,
  slug: "park-za-rogiem",
  title: "Park za rogiem",
  office: "/biuro/kpm-2019",
  proposals: "/propozycje",
  signIn: "/wejdz",
  words: { roles: "role", proposals: "propozycje", new: "nowa", consultation: "konsultacje", report: "raport", team: "zespol", import: "wczytaj", publish: "publikacja", answers: "odpowiedzi", merge: "scalanie", clause: "akapit", remark: "uwaga", amendment: "poprawka", sent: "wyslane", reports: "raporty", saved: "ustawienia" },
  says: { deleted: "usunięto", inserted: "dodano", inPart: "przyjęta w części" },
  text: [
    ["Po co", "Każda osoba w mieście ma zielone miejsce w zasięgu krótkiego spaceru."],
    ["Gdzie", "Najpierw tam, gdzie drzew jest najmniej, a ludzi najwięcej."],
    ["Kto", "Gmina prowadzi spis zielonych miejsc i co roku go ogłasza."],
    ["Jak daleko", "Do parku jest najwyżej 500 metrów od każdego domu w mieście."],
    ["Za co", "Pieniądze pochodzą z budżetu gminy i funduszu klimatycznego."],
  ],
  comment: "Wózkiem pod górę 500 metrów to bardzo daleko.",
  amended: "Do parku jest najwyżej 300 metrów dojścia od każdego domu w mieście.",
  clashing: "Do parku jest najwyżej 800 metrów od każdego domu w mieście.",
  taken: "Do parku jest najwyżej 300 metrów od każdego domu w mieście.",
  gone: "500",
  come: "300",
  reasons: { amended: "Starsze osoby nie dojdą dalej.", clashing: "Tylko tyle jest wykonalne.", part: "Bierzemy odległość, słowo o dojściu nic nie zmienia.", rejected: "To dalej niż dzisiaj.", explained: "Nachylenie liczymy osobno, w § 2." },
  note: "Bliższy park.",
};

const ENGLISH = {
  lang: "en",
  by: keyboard,
  slug: "a-park-round-the-corner",
  title: "A park round the corner",
  office: "/en/office/kpm-2019",
  proposals: "/en/proposals",
  signIn: "/en/sign-in",
  words: { roles: "roles", proposals: "proposals", new: "new", consultation: "consultation", report: "report", team: "team", import: "import", publish: "publication", answers: "answers", merge: "merging", clause: "clause", remark: "remark", amendment: "amendment", sent: "sent", reports: "reports", saved: "settings" },
  says: { deleted: "deleted", inserted: "inserted", inPart: "accepted in part" },
  text: [
    ["Why", "Everybody in the city has a green place within a short walk."],
    ["Where", "First where trees are fewest and people are most."],
    ["Who", "The municipality keeps a list of green places and publishes it every year."],
    ["How far", "A park is at most 500 metres away from every home in the city."],
    ["What with", "The money comes from the municipal budget and the climate fund."],
  ],
  comment: "With a pram uphill 500 metres is a very long way.",
  amended: "A park is at most 300 metres of walking away from every home in the city.",
  clashing: "A park is at most 800 metres away from every home in the city.",
  taken: "A park is at most 300 metres away from every home in the city.",
  gone: "500",
  come: "300",
  reasons: { amended: "Older people cannot walk further.", clashing: "Only so much can be done.", part: "We take the distance; the word about walking changes nothing.", rejected: "That is further than today.", explained: "Slopes are counted by themselves, in § 2." },
  note: "A nearer park.",
};

for (const words of [POLISH, ENGLISH]) {
  const { lang, slug } = words;
  const w = words.words;
  const hand = words.by();
  const proposal = `${words.proposals}/${slug}`;
  const team = `${proposal}/${w.team}`;
  const inOffice = (rest) => `${words.office}/${w.proposals}/${rest}`;
  const resident = `mieszkanka-${lang}@przyklad.test`;
  const official = `urzednik-${lang}@urzad.example`;
  const rival = `spoldzielnia-${lang}@przyklad.test`;

  /** The number of the remark that a page of its own is about, by its address. */
  const numberIn = (view) => Number(new URL(view.page.url()).pathname.split("/").at(-1));
  /** The section § 4 of the text, as it stands on the page of the proposal. */
  const fourth = (view) => view.page.locator(".para").filter({ has: view.page.locator(".para__no", { hasText: "§ 4" }) });
  const looksRight = async (view, where) => {
    await view.shot(`journey-${lang}-${where}`);
    await followsAllRules(view, where);
  };

  const numbers = {};
  let firstBlock;

  test(`the office opens a proposal for its team (${lang})`, async () => {
    await stage.look(inOffice(w.new), { lang, as: "organiser" }, async (view) => {
      const { page } = view;
      await hand.fill(page.locator("[name=title-pl]"), words.title);
      await hand.fill(page.locator("[name=title-en]"), words.title);
      await hand.fill(page.locator("[name=slug]"), slug);
      await hand.choose(page.locator("[name=track]"), "kli");
      await hand.tick(page.locator("[name=goal][value=zielone]"));
      await hand.tick(page.locator(`[name=lang][value=${lang}]`));
      await hand.press(page.locator("main button[value=save]:visible"));
      await arrives(view, inOffice(`${slug}/${w.saved}`));
      await looksRight(view, "settings");

      await view.goto(`${words.office}/${w.roles}`);
      await hand.fill(page.locator("[name=email]"), EXPERT);
      await hand.choose(page.locator("select[name=role]"), "expert");
      await hand.tick(page.locator("[name=where][value=proposal]"));
      await hand.fill(page.locator("[name=part]"), slug);
      await hand.press(page.locator("aside form button"));
      await page.locator("table td", { hasText: words.title }).first().waitFor();
    });
  });

  test(`an expert publishes version 1 from a DOCX (${lang})`, async () => {
    await stage.look(`${team}/${w.import}`, { lang, as: "expert" }, async (view) => {
      const { page } = view;
      await page.locator("[name=file]").setInputFiles({ name: "park.docx", mimeType: DOCX, buffer: docx(words.text) });
      await hand.press(page.locator("form[enctype] button"));
      await page.locator("#podglad").waitFor();
      for (const [, paragraph] of words.text) assert.ok((await page.locator(".policy").innerText()).includes(paragraph), paragraph);
      await looksRight(view, "import");
      await hand.press(page.locator("form:has([name=markdown]) button"));
      await arrives(view, team);
      await view.goto(`${team}/${w.publish}`);
      await hand.press(page.locator("main form .btn").last());
      await arrives(view, team);
    });
    await stage.look(proposal, { lang, width: 390 }, async (view) => {
      assert.ok(plain(await fourth(view).innerText()).includes(words.text[3][1]));
      firstBlock = await view.page.locator(".para").first().locator("p[id]").first().evaluate(({ id, textContent }) => ({ id, textContent }));
      await looksRight(view, "version-1");
    });
  });

  /** Fills in who writes, and sends. */
  async function signs(view, { name, behalf = "person", organisation = "", email }) {
    const { page } = view;
    await hand.fill(page.locator("[name=name]"), name);
    await hand.tick(page.locator(`[name=behalf][value=${behalf}]`));
    if (organisation) await hand.fill(page.locator("[name=organisation]"), organisation);
    if (email) await hand.fill(page.locator("main [name=email]"), email);
    await hand.tick(page.locator("[name=consent]"));
    await hand.press(page.locator("kept-form form .btn--wide"));
  }

  /** Opens the letter and presses the button that it leads to; answers the number under which it is published. */
  async function confirms(view, address) {
    await arrives(view, `${proposal}/${w.sent}`);
    const letter = await stage.mailbox.to(address);
    await view.goto(letter.link(stage.origin).slice(stage.origin.length));
    await looksRight(view, "confirm");
    await hand.press(view.page.locator("main form .btn--wide"));
    await view.page.locator("main [role=status]").waitFor();
    await hand.press(view.page.locator("main .phead a.btn"));
    await eventually(() => Promise.resolve(place(view).startsWith(`${proposal}/${w.remark}/`)), true);
    await view.page.waitForLoadState("load");
    return numberIn(view);
  }

  test(`a resident without an account comments on § 4 from a phone (${lang})`, async () => {
    await stage.look(proposal, { lang, width: 390 }, async (view) => {
      await hand.press(fourth(view).locator(`.para__acts a[href$="/${w.remark}"]`));
      await view.page.locator("[name=body]").waitFor();
      await looksRight(view, "remark");
      await hand.fill(view.page.locator("[name=body]"), words.comment);
      await signs(view, { name: "Jagna Mała", email: resident });
      numbers.comment = await confirms(view, resident);
      assert.ok(plain(await view.page.locator("main").innerText()).includes(words.comment));
      await view.goto(proposal);
      assert.ok(plain(await fourth(view).innerText()).includes(words.comment), "it stands beside the text");
    });
  });

  test(`an official amends § 4 by typing into the text (${lang})`, async () => {
    await stage.look(`${words.signIn}?next=${proposal}`, { lang }, async (view) => {
      await comesInByLetter(stage, view, official, proposal);
      await amends(view, words.amended, words.reasons.amended);
      await signs(view, { name: "Jan Urzędnik", behalf: "city", organisation: "Chęciny" });
      await eventually(() => Promise.resolve(place(view).startsWith(`${proposal}/${w.remark}/`)), true);
      await view.page.waitForLoadState("load");
      numbers.amended = numberIn(view);
      await looksRight(view, "amendment");
    });
  });

  /** Opens the form beside § 4, types another wording, and sees what it changes before it is sent. */
  async function amends(view, wording, reasons) {
    const { page } = view;
    await hand.press(fourth(view).locator(`.para__acts a[href*="/${w.amendment}"]`));
    const text = page.locator("textarea[data-amended]").last();
    await text.waitFor();
    const original = await text.inputValue();
    await hand.fill(text, original.replace(words.text[3][1], wording));
    const preview = page.locator("[data-preview]");
    await preview.locator("del", { hasText: words.gone }).waitFor();
    await preview.locator("ins").first().waitFor();
    const read = plain(await preview.textContent());
    assert.ok(read.includes(words.says.deleted) && read.includes(words.says.inserted), read);
    await looksRight(view, "amending");
    await hand.fill(page.locator("[name=reasons]"), reasons);
  }

  test(`an amendment of the same words by somebody else is marked as a conflict (${lang})`, async () => {
    await stage.look(proposal, { lang, width: 390 }, async (view) => {
      await amends(view, words.clashing, words.reasons.clashing);
      await signs(view, { name: "Zofia Prezes", behalf: "company", organisation: "Spółdzielnia", email: rival });
      numbers.clashing = await confirms(view, rival);
      const clash = view.page.locator("li", { has: view.page.locator(".tag.is-bad") });
      assert.equal(await clash.count(), 1);
      assert.equal(await clash.locator(`a[href$="/${slug}/${w.remark}/${numbers.amended}"]`).count(), 1);
      assert.equal(await clash.locator(".clash > div").count(), 2);
      await looksRight(view, "conflict");
    });
  });

  test(`the team answers all three, and their authors read it in a letter (${lang})`, async () => {
    await stage.look(`${team}/${w.answers}`, { lang, as: "expert" }, async (view) => {
      const { page } = view;
      const answer = async (number, position, reasons, taken) => {
        await view.goto(`${team}/${w.answers}`);
        await hand.press(page.locator(`.queue a[href$="/${w.answers}/${number}"]`));
        await page.locator(`[name=position][value=${position}]`).waitFor();
        await looksRight(view, `answer-${position}`);
        await hand.tick(page.locator(`[name=position][value=${position}]`));
        if (taken) {
          const text = page.locator("[name=taken]");
          await hand.fill(text, (await text.inputValue()).replace(words.amended, taken));
          await page.locator("[data-preview] ins", { hasText: words.come }).waitFor();
        }
        await hand.fill(page.locator("[name=reasons]"), reasons);
        await hand.press(page.locator("kept-form form .cluster button.btn").last());
        await arrives(view, `${team}/${w.answers}`);
      };
      await answer(numbers.amended, "in_part", words.reasons.part, words.taken);
      await answer(numbers.clashing, "rejected", words.reasons.rejected);
      await answer(numbers.comment, "explained", words.reasons.explained);
    });
    const told = async (address, reasons) => {
      const letter = await stage.mailbox.to(address);
      assert.ok(plain(letter.text).includes(reasons), letter.text);
      assert.ok(plain(wordsOf(letter.html)).includes(reasons), letter.html);
      return letter;
    };
    for (const [address, reasons, come] of [[official, words.reasons.part, words.come], [rival, words.reasons.rejected, "800"]]) {
      const { text, html } = await told(address, reasons);
      assert.match(text, new RegExp(`\\[-[^\\]]*${words.gone}`), "what is deleted, in plain words");
      assert.match(text, new RegExp(`\\{\\+[^}]*${come}`), "what is inserted, in plain words");
      assert.match(html, new RegExp(`\\[-<del>[^<]*${words.gone}[^<]*</del>-\\]`));
      assert.match(html, new RegExp(`\\{\\+<strong>[^<]*${come}[^<]*</strong>\\+\\}`));
    }
    await told(resident, words.reasons.explained);
  });

  test(`the team merges what it has taken and publishes version 2; anchors hold (${lang})`, async () => {
    await stage.look(`${team}/${w.merge}`, { lang, as: "expert" }, async (view) => {
      const { page } = view;
      await hand.tick(page.locator("main [name=remark]").first());
      await looksRight(view, "merging");
      await hand.press(page.locator("main button[value=look]"));
      await page.locator("#zmiany").waitFor();
      assert.equal(await page.locator(".policy.diff del", { hasText: words.gone }).count(), 1);
      await looksRight(view, "merge");
      await hand.press(page.locator("main button[value=merge]"));
      await arrives(view, team);
      await view.goto(`${team}/${w.publish}`);
      await hand.fill(page.locator(`[name=note-${lang}]`), words.note);
      await looksRight(view, "publish");
      await hand.press(page.locator("main form .btn").last());
      await arrives(view, team);
    });
    const letter = await stage.mailbox.to(official);
    assert.ok(plain(letter.text).includes(words.taken), letter.text);
    assert.match(letter.html, new RegExp(`<del>[^<]*${words.gone}[^<]*</del>`));
    assert.match(letter.html, new RegExp(`<strong>[^<]*${words.come}[^<]*</strong>`));
    await stage.look(`${proposal}#${firstBlock.id}`, { lang, width: 390 }, async (view) => {
      assert.ok(plain(await fourth(view).innerText()).includes(words.taken));
      assert.deepEqual(await view.page.locator(`#${firstBlock.id}`).evaluate(({ id, textContent }) => ({ id, textContent })), firstBlock);
      await looksRight(view, "version-2");
      const { status } = await stage.fetch(`${proposal}/${w.clause}/${firstBlock.id}`);
      assert.equal(status, 200);
    });
  });

  test(`the office sees that the clock is green, and freezes a report that holds everything (${lang})`, async () => {
    await stage.look(inOffice(`${slug}/${w.consultation}`), { lang, as: "organiser" }, async (view) => {
      const { page } = view;
      assert.equal(await page.locator(".cclock .reqs li").count(), 0, "nothing is asked for before a basis is chosen");
      await hand.tick(page.locator("[name=profile][value=development_policy]"));
      await hand.fill(page.locator("[name=notice]"), "2019-10-10");
      for (const box of await page.locator("[name=says]").all()) await hand.tick(box);
      for (const [row, medium] of ["website", "bulletin"].entries()) {
        await hand.press(page.locator("button[value='add.place']"));
        await hand.choose(page.locator("[name$=-medium]").nth(row), medium);
      }
      await hand.fill(page.locator("[name=opens]"), "2019-10-10");
      await hand.fill(page.locator("[name=closes]"), "2019-11-29");
      for (const [row, [kind, on]] of [["meeting", "2019-11-05"], ["debate", "2019-11-12"]].entries()) {
        await hand.press(page.locator("button[value='add.form']"));
        await hand.choose(page.locator("[name^=form-][name$=-kind]").nth(row), kind);
        await hand.fill(page.locator("[name^=form-][name$=-on]").nth(row), on);
        await hand.fill(page.locator("[name^=form-][name$=-where]").nth(row), "Rynek 1");
      }
      await hand.press(page.locator("main button[value=save]:visible"));
      await page.locator(".cclock .reqs li").first().waitFor();
      await looksRight(view, "clock");
      assert.equal(await page.locator(".cclock .reqs li:not(.is-met, .is-later)").count(), 0, await page.locator(".cclock").innerText());
      assert.equal(await page.locator(".cclock .reqs li.is-met").count(), 4);
      assert.equal(await page.locator(".cclock .opanel__b > p > .tag.is-ok").count(), 1, "the clock is green");

      await view.goto(inOffice(`${slug}/${w.report}`));
      await hand.press(page.locator("main form .btn"));
      await page.locator("main table a[download]").first().waitFor();
      await looksRight(view, "frozen");
    });
    await stage.look(`${proposal}/${w.reports}`, { lang, width: 390 }, async (view) => {
      const files = await view.page.locator("main a[download]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      assert.deepEqual(files.map((file) => file.split(".").at(-1)).sort(), ["csv", "docx", "html", "pdf", "xlsx"]);
      for (const file of files) await reportIsWhole(view, file);
      await looksRight(view, "reports");
    });
  });

  /** Every remark with its author, its position and the team's reasons; of a PDF only that it is one. */
  async function reportIsWhole(view, file) {
    const answer = await view.context.request.get(stage.origin + file);
    assert.equal(answer.status(), 200, file);
    const bytes = await answer.body();
    const kind = file.split(".").at(-1);
    if (kind === "pdf") {
      assert.equal(bytes.toString("latin1", 0, 5), "%PDF-");
      assert.ok(bytes.length > 5000, `${bytes.length} bytes`);
      return;
    }
    const isPackage = kind === "docx" || kind === "xlsx";
    const text = isPackage ? Object.values(unzip(bytes)).map(wordsOf).join(" ") : kind === "html" ? wordsOf(bytes.toString()) : bytes.toString();
    const { reasons } = words;
    const expected = [words.comment, reasons.explained, reasons.amended, reasons.part, reasons.clashing, reasons.rejected, words.says.inPart, "Jagna Mała", "Jan Urzędnik", "Zofia Prezes"];
    const said = plain(text).toLowerCase();
    assert.deepEqual(expected.filter((one) => !said.includes(one.toLowerCase())), [], `missing in ${file}`);
  }
}
