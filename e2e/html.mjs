// The Nu Html Checker, run once over many pages: starting it costs more than the checking.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

const PACKAGE = createRequire(import.meta.url).resolve("vnu-jar/package.json");
const CHECKER = join(dirname(PACKAGE), "build/dist/vnu.jar");
const OUTPUT_BYTES = 64 * 1024 * 1024;

/** Demands zero errors in pages of the form `{ path, body }`; prints the warnings. */
export async function vnu(pages) {
  const folder = await mkdtemp(join(tmpdir(), "wiec-html-"));
  try {
    const files = pages.map((_, index) => join(folder, `${index}.html`));
    await Promise.all(pages.map(({ body }, index) => writeFile(files[index], body)));
    const messages = (await check(files)).map((message) => ({ ...message, text: inWords(message, pages) }));
    const warnings = messages.filter(({ type, subType }) => type === "info" && subType === "warning");
    warnings.forEach(({ text }) => console.log(`warning: ${text}`));
    const errors = messages.filter(({ type }) => type !== "info").map(({ text }) => text);
    assert.deepEqual(errors, [], "the Nu Html Checker finds errors");
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Its messages. It ends with 1 when there are errors, which is an answer like any other. */
function check(files) {
  const words = ["-jar", CHECKER, "--stdout", "--format", "json", "--exit-zero-always", "--html", ...files];
  return new Promise((resolve, reject) => {
    execFile("java", words, { maxBuffer: OUTPUT_BYTES }, (problem, stdout, stderr) => {
      if (problem) reject(new Error(`the Nu Html Checker failed: ${problem.message}\n${stderr}`));
      else resolve(JSON.parse(stdout).messages);
    });
  });
}

function inWords({ url = "", lastLine, message, extract = "" }, pages) {
  const path = pages[Number.parseInt(basename(url), 10)]?.path ?? "(no page)";
  return `${path}:${lastLine ?? "?"}: ${message} — ${extract.trim().replaceAll(/\s+/g, " ")}`;
}
