// Scripts: the page's module and the service worker, which is told the addresses of what it keeps.

import { createHash } from "node:crypto";
import path from "node:path";
import * as esbuild from "esbuild";

const SCRIPT = "text/javascript";

async function bundle(entry, options) {
  const result = await esbuild.build({ entryPoints: [entry], bundle: true, write: false, minify: true, target: "es2021", charset: "utf8", logLevel: "warning", ...options });
  return Buffer.from(result.outputFiles[0].contents);
}

/** Adds `app.js`, the office's `editor.js`, `elements.js` of pages where people write, and `sw.js`; call it last, because the worker lists the assets that came before. */
export async function scripts(ui, output) {
  output.add("app.js", SCRIPT, await bundle(path.join(ui, "src/app.ts"), { format: "esm" }));
  output.add("editor.js", SCRIPT, await bundle(path.join(ui, "src/editor.ts"), { format: "esm" }));
  output.add("elements.js", SCRIPT, await bundle(path.join(ui, "src/elements.ts"), { format: "esm" }));
  const shell = output.assets.filter(({ name, preload }) => preload || ["app.js", "main.css", "icons.svg"].includes(name)).map((asset) => `/${asset.path}`).sort();
  // Any changed asset makes a new version, so that no stored page outlives the style sheet it was written for.
  const version = createHash("sha256").update(output.assets.map((asset) => asset.path).sort().join("\n")).digest("hex").slice(0, 10);
  const define = { __ASSETS__: JSON.stringify(shell), __VERSION__: JSON.stringify(version) };
  output.addFixed("sw.js", SCRIPT, await bundle(path.join(ui, "src/worker/sw.ts"), { format: "iife", define }));
}
