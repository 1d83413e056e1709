// The whole programme in one request: fetched once for each release and language, stored page by page.

import { BUNDLE, VISITS } from "./caches.ts";
import { shifted, storingTime, toStore } from "./stored-page.ts";

/** What `/offline/<language>.json` holds. */
interface Bundle {
  release: string;
  pages: Record<string, string>;
}

/** What a page tells of the server that it came from. */
export interface Told {
  release: string;
  /** How far the congress's clock is from the device's, in seconds. */
  shift: string;
  language: string;
}

// No page has this address: it is where the cache notes which release it holds.
const noteFor = (language: string) => `/offline/${language}.release`;

/** Stores the programme in a language, unless its release is stored already. */
export async function storeBundle({ release, shift, language }: Told): Promise<void> {
  const cache = await caches.open(BUNDLE);
  const held = await cache.match(noteFor(language)).then((note) => note?.text());
  // A sample congress starts its clock anew with its server: then what is stored tells the wrong time.
  if (held === stateOf(release, shift)) return;
  // Asked anew each time, so that the moment of storing is the moment for which the server vouched.
  const response = await fetch(`/offline/${language}.json`, { cache: "no-cache" });
  if (!response.ok) return;
  const bundle = (await response.json()) as Bundle;
  await Promise.all(Object.entries(bundle.pages).map(([path, html]) => keep(cache, path, shifted(html, shift))));
  await dropOthers(cache, language, bundle);
  // Last: an interrupted fetch is done again.
  await cache.put(noteFor(language), new Response(stateOf(bundle.release, shift)));
  if (held !== undefined) await forgetVisits(bundle);
}

const stateOf = (release: string, shift: string) => `${release} ${shift}`;

const keep = (cache: Cache, path: string, html: string) => cache.put(path, toStore(html, storingTime(html, Date.now())));

/** Pages of an earlier release that this one has no more. */
async function dropOthers(cache: Cache, language: string, { pages }: Bundle): Promise<void> {
  const listed = await cache.match(`${noteFor(language)}.pages`).then((note) => note?.json() as Promise<string[]> | undefined);
  const gone = (listed ?? []).filter((path) => !(path in pages));
  await Promise.all(gone.map((path) => cache.delete(path)));
  await cache.put(`${noteFor(language)}.pages`, new Response(JSON.stringify(Object.keys(pages))));
}

/** Visited copies of the bundle's pages are older than the bundle now. */
async function forgetVisits({ pages }: Bundle): Promise<void> {
  const visits = await caches.open(VISITS);
  await Promise.all(Object.keys(pages).map((path) => visits.delete(path, { ignoreSearch: true })));
}
