// The folder that the build fills: content-hashed files and the list of them.

import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** Collects assets and writes them all at the end, so that a failed build leaves no half-filled folder. */
export class Output {
  #folder;
  #assets = [];

  constructor(folder) {
    this.#folder = folder;
  }

  /** Adds a file under `assets/` whose address changes with its content; returns its entry in the list. */
  add(name, type, data, { preload = false } = {}) {
    const extension = path.extname(name);
    const hash = createHash("sha256").update(data).digest("hex").slice(0, 10);
    return this.#push({ name, path: `assets/${path.basename(name, extension)}-${hash}${extension}`, type, preload, data });
  }

  /** Adds a file whose address has to stay: browsers look for a service worker where they found it last. */
  addFixed(name, type, data) {
    return this.#push({ name, path: name, type, preload: false, data });
  }

  #push(asset) {
    this.#assets.push(asset);
    return asset;
  }

  /** Entry of an asset added before. */
  find(name) {
    const asset = this.#assets.find((candidate) => candidate.name === name);
    if (!asset) throw new Error(`no asset is called ${name}`);
    return asset;
  }

  /** Assets added so far. */
  get assets() {
    return this.#assets;
  }

  /** Replaces the folder's assets with these and writes their list, `assets.tsv`: name, path and type, sorted by name. */
  async write() {
    await rm(path.join(this.#folder, "assets"), { recursive: true, force: true });
    await mkdir(path.join(this.#folder, "assets"), { recursive: true });
    const sorted = [...this.#assets].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const asset of sorted) await writeFile(path.join(this.#folder, asset.path), asset.data);
    // Tabs and lines, not JSON: the server's build script reads it without a parser.
    const list = sorted.map(({ name, path, type }) => `${name}\t${path}\t${type}\n`);
    await writeFile(path.join(this.#folder, "assets.tsv"), list.join(""));
  }
}
