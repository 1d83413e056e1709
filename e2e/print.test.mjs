// Print: the programme of a day on A4, with everything a wall needs and nothing else.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";

import { Stage } from "./harness.mjs";

const PAGES_AT_MOST = 4;

const stage = await Stage.open();
after(() => stage.close());

for (const [lang, day] of [["pl", "/program/15-listopada"], ["en", "/en/programme/15-november"], ["pl", "/program/14-listopada"]]) {
  test(`${day} prints on few sheets, whole, with its legend and the hour`, async () => {
    await stage.look(day, { lang }, async (view) => {
      const all = await view.page.locator("main .slot").count();
      const pdf = await view.page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true });
      if (process.env.WIEC_SHOTS) await writeFile(join(process.env.WIEC_SHOTS, `print-${lang}.pdf`), pdf);
      const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
      assert.ok(sheets <= PAGES_AT_MOST, `${sheets} sheets`);

      // The width of A4 between the margins, for what the sheets show.
      await view.page.setViewportSize({ width: 703, height: 1017 });
      await view.page.emulateMedia({ media: "print" });
      for (const hidden of [".topbar", ".dock", ".foot", ".tabs", ".pfilters", ".skip", "button", ".slots__now"]) {
        assert.equal(await view.page.locator(`${hidden}:visible`).count(), 0, `${hidden} is printed`);
      }
      assert.equal(await view.page.locator("main .slot:visible .slot__n:visible").count(), all);
      assert.match(await view.page.locator(".printonly").innerText(), /10:4\d/);
      await legendIsLast(view);
      await view.shot(`print-${lang}-${day.replaceAll("/", "_")}`);
    });
  });
}

async function legendIsLast({ page }) {
  const bottoms = await page.locator("main .slot").evaluateAll((slots) => slots.map((slot) => slot.getBoundingClientRect().bottom));
  const legend = await page.locator(".pkey").boundingBox();
  assert.ok(legend.y >= Math.max(...bottoms) - 1, "the legend stands below everything");
}
