// The report of an opinion map: a file that a mail may carry, opened without any server.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { axe, axeColours, noSidewaysScroll, openBrowser, View, vnu } from "./harness.mjs";

const SAMPLE = fileURLToPath(new URL("../demo/opinion", import.meta.url));
const HARM = `<script>window.hurt = 1</script><img src=x onerror="window.hurt = 1"><svg onload="window.hurt = 1">`;

const folder = await mkdtemp(join(tmpdir(), "wiec-report-"));
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Draws the sample's map with further options; where its report and its picture are. */
async function drawn(name, options = [], statements = join(SAMPLE, "statements.csv")) {
  const [report, picture] = [join(folder, `${name}.html`), join(folder, `${name}.svg`)];
  const words = ["opinion", "map", "--votes", join(SAMPLE, "votes.csv"), "--statements", statements];
  await promisify(execFile)(process.env.WIEC_BIN, [
    ...words, "--title", "Mieszkanie w zasięgu", "--statements-in", "pl", "--report", report, "--svg", picture, ...options,
  ]);
  return { report, picture };
}

async function open(file, { width = 1280, theme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme });
  const view = new View("file://", context, await context.newPage());
  await view.goto(file);
  return view;
}

const REPORTS = [
  ["pl", ["--language", "pl"]],
  ["en", ["--language", "en"]],
  ["five-groups", ["--groups", "5"]],
  ["compat", ["--mode", "compat", "--language", "en"]],
];

for (const [name, options] of REPORTS) {
  test(`the report (${name}) is accessible on wide and narrow screens, by day and by night, and asks nothing of anybody`, async () => {
    const { report } = await drawn(name, options);
    for (const width of [1280, 390, 320]) {
      const view = await open(report, { width });
      await axe(view, `${name} at ${width}`);
      await noSidewaysScroll(view);
      await view.theme("dark");
      await axeColours(view, `${name} at ${width}, dark`);
      await view.shot(`opinion-report-${name}-${width}`);
      assert.deepEqual(view.requests, [`file://${report}`]);
      assert.deepEqual(view.complaints, []);
      await view.close();
    }
  });
}

test("reports are HTML by the book", async () => {
  const files = await Promise.all(REPORTS.map(([name, options]) => drawn(name, options)));
  const read = async ({ report }) => ({ path: report, body: await readFile(report, "utf8") });
  await vnu(await Promise.all(files.map(read)));
});

test("what the public typed is read and not run", async () => {
  const statements = join(folder, "harm.csv");
  await writeFile(statements, `id,text\n0,"${HARM.replaceAll('"', '""')}"\n`);
  const view = await open((await drawn("harm", [], statements)).report);
  assert.equal(await view.page.evaluate(() => window.hurt), undefined);
  assert.equal(await view.page.getByText(HARM).count() > 0, true);
  assert.deepEqual(view.complaints, []);
  await view.close();
});

test("the picture stands alone, with a title and a description", async () => {
  const { picture } = await drawn("picture", ["--language", "en"]);
  const view = await open(picture);
  assert.match(await view.page.locator("title").textContent(), /96 people in 3 groups/);
  assert.match(await view.page.locator("desc").textContent(), /Group A: \d+ people, drawn as circles/);
  assert.equal(await view.page.locator("path.hull").count(), 3);
  assert.deepEqual(view.requests, [`file://${picture}`]);
  await view.close();
});

test("on paper there is everything but the contents, and no table is cut off", async () => {
  const { report } = await drawn("paper", ["--language", "pl"]);
  const view = await open(report, { width: 703 });
  await view.page.emulateMedia({ media: "print" });
  assert.equal(await view.page.locator("nav:visible").count(), 0);
  const tables = await view.page.locator("table").evaluateAll((all) => all.map((table) => table.getBoundingClientRect().right));
  assert.ok(Math.max(...tables) <= 703, `${Math.max(...tables)} px`);
  const pdf = await view.page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
  if (process.env.WIEC_SHOTS) await writeFile(join(process.env.WIEC_SHOTS, "opinion-report.pdf"), pdf);
  await view.close();
});
