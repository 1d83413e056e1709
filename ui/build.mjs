// Builds everything that browsers get: `node build.mjs OUT_DIR`.
//
// Fills OUT_DIR/assets with files named by their content, OUT_DIR/sw.js, and OUT_DIR/assets.tsv, the list by
// which the server embeds them. Compressing them is the business of the server's own build.

import path from "node:path";
import { css } from "./build/css.mjs";
import { icons } from "./build/icons.mjs";
import { Output } from "./build/output.mjs";
import { scripts } from "./build/scripts.mjs";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node build.mjs OUT_DIR");
  process.exit(2);
}

const ui = import.meta.dirname;
const output = new Output(path.resolve(folder));
await css(ui, output);
await icons(ui, output);
await scripts(ui, output);
await output.write();
