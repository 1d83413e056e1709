// Reading a proposal: what a screen reader says of a change, and what is new since the last visit.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoCspViolation } from "./harness.mjs";

const stage = await Stage.open();
after(() => stage.close());

for (const [lang, path, added, deleted] of [["pl", "/propozycje/mieszkanie-w-zasiegu/uwaga/16", "dodano:", "usunięto:"], ["en", "/en/proposals/mieszkanie-w-zasiegu/remark/16", "added:", "deleted:"]]) {
  test(`an amendment reads as what it adds and takes out in the accessibility tree (${lang})`, async () => {
    await stage.look(path, { lang }, async (view) => {
      const devtools = await view.context.newCDPSession(view.page);
      const { nodes } = await devtools.send("Accessibility.getFullAXTree");
      for (const change of ["insertion", "deletion"]) assert.ok(nodes.some(({ role }) => role?.value === change), `nothing has the role ${change}`);
      const said = nodes.filter(({ role, ignored }) => !ignored && role?.value === "StaticText").map(({ name }) => name.value.trim());
      for (const word of [added, deleted]) assert.ok(said.includes(word), said.join(" "));
    });
  });
}

for (const [lang, path, word] of [["pl", "/propozycje/mieszkanie-w-zasiegu", "od"], ["en", "/en/proposals/mieszkanie-w-zasiegu", "since"]]) {
  test(`a second visit offers what has changed since the first (${lang})`, async () => {
    await stage.look(path, { lang, width: 390, clock: true }, async (view) => {
      const { page } = view;
      await page.clock.fastForward("26:00:00");
      await view.goto(path);
      const link = page.locator("last-visit a");
      await link.waitFor();
      assert.ok(new URL(await link.getAttribute("href"), stage.origin).searchParams.has(word));
      assert.ok((await page.locator("[data-since] time").innerText()).length > 0);
      await link.click();
      await page.waitForLoadState("load");
      assert.ok(await page.locator("h1").isVisible());
      assertNoCspViolation(view);
    });
  });
}
