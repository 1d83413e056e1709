// The first visit: light enough for a full hall's network, and readable before any script has run.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { Stage, assertNoCspViolation } from "./harness.mjs";

const KILOBYTES_AT_MOST = 120;
const DAY = "/program/15-listopada";

const stage = await Stage.open();
after(() => stage.close());

for (const width of [390, 1280]) {
  test(`the first visit to the programme loads at most ${KILOBYTES_AT_MOST} KB at ${width} px`, async (t) => {
    await stage.look("/robots.txt", { width }, async (view) => {
      const loaded = await countBytes(view);
      await view.goto(DAY);
      await view.page.waitForLoadState("networkidle");
      for (const [kind, files] of grouped(loaded)) t.diagnostic(`${kind}: ${files.length} files, ${sum(files)} bytes`);
      const all = sum(loaded);
      t.diagnostic(`together: ${all} bytes`);
      assert.ok(loaded.some(({ kind }) => kind === "Font"), "no font was counted");
      assert.ok(all <= KILOBYTES_AT_MOST * 1000, `${all} bytes`);
    });
  });
}

test("the first view can be read before any script", async () => {
  await stage.look("/robots.txt", { width: 390, height: 800 }, async (view) => {
    await view.context.route("**/*.js", (route) => route.abort());
    await view.goto(DAY);
    assert.ok(await view.page.locator("h1").isVisible());
    assert.ok(await view.page.locator(".slot .slot__n").first().isVisible());
    assert.equal(await view.page.locator("button[data-print]:visible").count(), 0, "a button that does nothing");
    assertNoCspViolation(view);
  });
});

test("a proposal with all that is said about it comes over the wire in at most 150 KB", async (t) => {
  for (const path of ["/propozycje/mieszkanie-w-zasiegu", "/en/proposals/mieszkanie-w-zasiegu"]) {
    await stage.look("/robots.txt", { width: 390 }, async (view) => {
      const loaded = await countBytes(view);
      await view.goto(path);
      await view.page.waitForLoadState("networkidle");
      t.diagnostic(`${path}: ${sum(loaded)} bytes`);
      assert.ok(sum(loaded) <= 150 * 1000, `${path}: ${sum(loaded)} bytes`);
    });
  }
});

const sum = (files) => files.reduce((all, { bytes }) => all + bytes, 0);

function grouped(files) {
  const kinds = new Map();
  for (const file of files) kinds.set(file.kind, [...(kinds.get(file.kind) ?? []), file]);
  return kinds;
}

/** What comes over the wire from now on, headers included. */
async function countBytes({ context, page }) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.clearBrowserCache");
  const kinds = new Map();
  const loaded = [];
  devtools.on("Network.responseReceived", ({ requestId, type, response }) => kinds.set(requestId, { kind: type, url: response.url }));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => loaded.push({ ...kinds.get(requestId), bytes: encodedDataLength }));
  return loaded;
}
