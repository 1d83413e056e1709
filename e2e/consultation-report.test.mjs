// The report on a consultation: a file that a mail may carry, opened without any server.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";

import { axe, axeColours, noSidewaysScroll, openBrowser, View, vnu } from "./harness.mjs";

const HARM = `<script>window.hurt = 1</script><img src=x onerror="window.hurt = 1">\u202Eabc\u0007`;
// No command writes reports yet; the example of their crate stands beside the program under test.
const WRITER = join(dirname(process.env.WIEC_BIN), "examples", "consultation_report");

const folder = await mkdtemp(join(tmpdir(), "wiec-consultation-"));
const browser = await openBrowser();
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Writes the sample's reports into a folder of this name, with one more remark if there are words for one. */
async function written(name, ...more) {
  const place = join(folder, name);
  await mkdir(place);
  await promisify(execFile)(WRITER, [place, ...more]);
  return { pl: join(place, "report-pl.html"), en: join(place, "report-en.html") };
}

async function open(file, { width = 1280, theme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme });
  const view = new View("file://", context, await context.newPage());
  await view.goto(file);
  return view;
}

const sample = await written("sample");

for (const lang of ["pl", "en"]) {
  test(`the report (${lang}) is accessible on wide and narrow screens, by day and by night, and asks nothing of anybody`, async () => {
    for (const width of [1280, 390, 320]) {
      const view = await open(sample[lang], { width });
      await axe(view, `${lang} at ${width}`);
      await noSidewaysScroll(view);
      await view.theme("dark");
      await axeColours(view, `${lang} at ${width}, dark`);
      await view.shot(`consultation-report-${lang}-${width}`);
      assert.deepEqual(view.requests, [`file://${sample[lang]}`]);
      assert.deepEqual(view.complaints, []);
      await view.close();
    }
  });
}

test("reports are HTML by the book", async () => {
  const harmed = await written("harm-by-the-book", HARM.replace("\u0007", ""));
  const read = async (path) => ({ path, body: await readFile(path, "utf8") });
  await vnu(await Promise.all([sample.pl, sample.en, harmed.pl].map(read)));
});

test("what the public typed is read and not run", async () => {
  const view = await open((await written("harm", HARM)).pl);
  assert.equal(await view.page.evaluate(() => window.hurt), undefined);
  assert.match(await view.page.locator("#uwaga-99").textContent(), /<script>window\.hurt = 1<\/script><img/);
  assert.deepEqual(view.complaints, []);
  await view.close();
});

test("the contents lead to each clause, and a remark to those that say the same", async () => {
  const view = await open(sample.pl);
  await view.page.getByRole("link", { name: "§ 4, Mieszkania w nowych inwestycjach" }).click();
  assert.equal(new URL(view.page.url()).hash, "#uwagi-p8");
  await view.page.locator("#uwaga-14").getByRole("link", { name: "15", exact: true }).click();
  assert.equal(new URL(view.page.url()).hash, "#uwaga-15");
  await view.close();
});

test("a change is understood by those who hear it", async () => {
  const view = await open(sample.pl);
  const heard = await view.page.locator("#uwaga-14").ariaSnapshot();
  assert.match(heard, /usunięto: 15 koniec zmiany/);
  assert.match(heard, /dodano: 20 koniec zmiany/);
  await view.close();
});

test("on paper there is everything but the contents, and nothing is cut off", async () => {
  const view = await open(sample.pl, { width: 703 });
  await view.page.emulateMedia({ media: "print" });
  assert.equal(await view.page.locator("nav:visible").count(), 0);
  const ends = await view.page.locator("table, .remark").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  assert.ok(Math.max(...ends) <= 703, `${Math.max(...ends)} px`);
  const pdf = await view.page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
  if (process.env.WIEC_SHOTS) await writeFile(join(process.env.WIEC_SHOTS, "consultation-report.pdf"), pdf);
  await view.close();
});
