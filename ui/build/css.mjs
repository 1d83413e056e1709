// Style sheets: everything that css/main.css imports, in one file that phones of recent years understand.

import { readFile } from "node:fs/promises";
import path from "node:path";
import * as esbuild from "esbuild";
import { Features, transform } from "lightningcss";
import { fallbackColours } from "./fallback-colours.mjs";
import { fonts } from "./fonts.mjs";
import { gridPlaces } from "./grid-places.mjs";
import { shares } from "./shares.mjs";

// Container queries and :has() are the floor; nesting and range queries are rewritten for browsers below theirs.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const TARGETS = { chrome: version(105), edge: version(105), samsung: version(20), firefox: version(121), safari: version(16), ios_saf: version(16) };

/** Lets main.css import files that exist only during the build. */
function generated(files) {
  return {
    name: "generated",
    setup(build) {
      build.onResolve({ filter: /^\.\// }, ({ path: name }) => (name in files ? { path: name, namespace: "generated" } : undefined));
      build.onLoad({ filter: /.*/, namespace: "generated" }, ({ path: name }) => ({ contents: files[name], loader: "css" }));
    },
  };
}

/** Adds the font files and the style sheets to the output: one for every page, one more for the office, one for the register, one for calls. */
export async function css(ui, output) {
  const tokens = await readFile(path.join(ui, "css/tokens.css"), "utf8");
  const files = {
    "./fonts.css": await fonts(output),
    "./fallback-colours.css": fallbackColours(tokens),
    "./grid-places.css": gridPlaces(),
  };
  output.add("main.css", "text/css", await sheet(ui, "css/main.css", files));
  output.add("office.css", "text/css", await sheet(ui, "css/office/main.css", {}));
  output.add("register.css", "text/css", await sheet(ui, "css/register/main.css", { "./shares.css": shares() }));
  output.add("calls.css", "text/css", await sheet(ui, "css/calls/main.css", {}));
}

/** One file of all that a style sheet imports. */
async function sheet(ui, name, files) {
  const bundle = await esbuild.build({
    entryPoints: [path.join(ui, name)],
    bundle: true,
    write: false,
    external: ["/assets/*", "data:*"],
    plugins: [generated(files)],
    logLevel: "warning",
  });
  const { code } = transform({
    filename: name,
    code: Buffer.from(bundle.outputFiles[0].contents),
    minify: true,
    targets: TARGETS,
    exclude: Features.LightDark,
  });
  return Buffer.from(code);
}
