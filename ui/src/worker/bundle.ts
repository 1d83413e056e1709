// The whole programme in one request: fetched once for each release and language, stored page by page.

import { BUNDLE, olderBundles, VISITS } from "./caches.ts";
import { type Day, dayAt } from "./days.ts";
import { shifted, storingTime, toStore } from "./stored-page.ts";

/** What `/offline/<language>.json` holds. */
interface Bundle {
  release: string;
  days: Day[];
  pages: Record<string, string>;
}

/** What a page tells of the server that it came from. */
export interface Told {
  /** Edition, release and build of the assets, without spaces. */
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
  if (!response.ok) throw new Error(`the programme for offline use: ${response.status}`);
  const bundle = (await response.json()) as Bundle;
  await Promise.all(Object.entries(bundle.pages).map(([path, html]) => keep(cache, path, shifted(html, shift))));
  await dropOthers(cache, language, bundle);
  await cache.put(`${noteFor(language)}.days`, new Response(JSON.stringify(bundle.days)));
  // Last: an interrupted fetch is done again.
  await cache.put(noteFor(language), new Response(stateOf(bundle.release, shift)));
  if (held !== undefined) await forgetVisits(bundle);
}

/**
 * Stores anew what an earlier version of the worker held, while that one still answers: its caches go
 * when this one takes over. A failure leaves it in charge until the next attempt.
 */
export async function takeOverBundles(): Promise<void> {
  for (const cacheName of await olderBundles()) {
    for (const language of ["pl", "en"]) {
      const note = await caches.match(noteFor(language), { cacheName });
      const shift = (await note?.text())?.split(" ")[1];
      if (shift !== undefined) await storeBundle({ release: "", shift, language });
    }
  }
}

/** The stored page of the day that it is at the congress, else of its first day. */
export async function storedToday(language: string, deviceMs: number): Promise<Response | undefined> {
  const cache = await caches.open(BUNDLE);
  const note = async (name: string) => (await cache.match(name))?.text();
  const [state, days] = await Promise.all([note(noteFor(language)), note(`${noteFor(language)}.days`)]);
  if (state === undefined || days === undefined) return undefined;
  const day = dayAt(JSON.parse(days) as Day[], deviceMs / 1000 + Number(state.split(" ")[1]));
  return day && cache.match(day.path);
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
