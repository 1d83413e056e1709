// The page of a timetable: a file that a mail may carry, opened without any server.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { axe, axeColours, noSidewaysScroll, openBrowser, View, vnu } from "./harness.mjs";

const CONGRESS = fileURLToPath(new URL("../demo/congress.json", import.meta.url));
// Two in one room, somebody at two places, and a name that would run if it were not escaped.
const HARM = `<img src=x onerror="window.hurt = 1">`;
const CROWDED = {
  format: "wiec-congress-timetable/1",
  name: HARM,
  days: [{ id: "Thursday", from: 540, to: 600 }],
  rooms: [{ id: "hall", capacity: 10 }],
  people: [{ id: "Anna" }],
  sessions: ["S1", "S2", HARM].map((id) => ({ id, minutes: 60, people: ["Anna"] })),
};

const folder = await mkdtemp(join(tmpdir(), "wiec-timetable-"));
const crowded = join(folder, "crowded.json");
await writeFile(crowded, JSON.stringify(CROWDED));
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Plans a file and says where its page is. What cannot be planned ends with 1 and has a page all the same. */
async function planned(name, file, options, ends = 0) {
  const page = join(folder, `${name}.html`);
  const words = ["timetable", "solve", file, "--moves", "100000", "--out", join(folder, `${name}.plan.json`), "--html", page];
  const { code = 0 } = await promisify(execFile)(process.env.WIEC_BIN, [...words, ...options]).catch((error) => error);
  assert.equal(code, ends);
  return page;
}

async function open(file, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: "light" });
  const view = new View("file://", context, await context.newPage());
  await view.goto(file);
  return view;
}

const PAGES = [
  ["pl", CONGRESS, [], 0],
  ["en", CONGRESS, ["--language", "en"], 0],
  ["crowded", crowded, [], 1],
];

for (const [name, file, options, ends] of PAGES) {
  test(`the timetable (${name}) is accessible on wide and narrow screens, by day and by night, and asks nothing of anybody`, async () => {
    const page = await planned(name, file, options, ends);
    for (const width of [1280, 390, 320]) {
      const view = await open(page, width);
      await axe(view, `${name} at ${width}`);
      await noSidewaysScroll(view);
      await view.theme("dark");
      await axeColours(view, `${name} at ${width}, dark`);
      await view.shot(`timetable-report-${name}-${width}`);
      assert.deepEqual(view.requests, [`file://${page}`]);
      assert.deepEqual(view.complaints, []);
      assert.equal(await view.page.evaluate(() => window.hurt), undefined);
      await view.close();
    }
    await vnu([{ path: page, body: await readFile(page, "utf8") }]);
  });
}

test("what breaks a hard rule is told in words", async () => {
  const view = await open(await planned("wrong", crowded, ["--language", "en"], 1), 1280);
  assert.ok((await view.page.getByText("breaks a hard rule").count()) >= 2);
  assert.ok((await view.page.getByText("must not be").count()) >= 1);
  await view.close();
});
