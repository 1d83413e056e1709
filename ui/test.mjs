// Runs the unit tests of src: bundles each `*.test.ts` and hands them to Node's own runner.

import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as esbuild from "esbuild";

const source = path.join(import.meta.dirname, "src");
const names = (await readdir(source, { recursive: true })).filter((name) => name.endsWith(".test.ts")).sort();
const folder = await mkdtemp(path.join(tmpdir(), "wiec-ui-"));
try {
  await esbuild.build({
    entryPoints: names.map((name) => path.join(source, name)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    entryNames: "[name]",
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  const files = (await readdir(folder)).map((name) => path.join(folder, name));
  process.exitCode = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1;
} finally {
  await rm(folder, { recursive: true });
}
