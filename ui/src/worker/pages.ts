// Pages: the server's if it answers in time, else the best that is stored.

import { storedToday } from "./bundle.ts";
import { BUNDLE, LAST_RESORT, VISITS } from "./caches.ts";
import { fromStore, storingTime, toStore } from "./stored-page.ts";

// Longer than a slow answer over a full hall's wifi, shorter than a visitor's patience.
const PATIENCE_MS = 4000;
// A visitor's pages: some megabytes at most.
const VISITS_KEPT = 150;

/** Answers a navigation. */
export async function freshOrStoredPage(event: FetchEvent): Promise<Response> {
  const fresh = fetchAndKeep(event);
  // Without a handler of its own, a late failure would be reported as unhandled.
  const inTime = await Promise.race([fresh.catch(() => undefined), late()]);
  if (inTime) return inTime;
  const stored = await findStored(new URL(event.request.url));
  if (stored) return fromStore(stored);
  return fresh.catch(() => Response.error());
}

const late = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));

async function fetchAndKeep(event: FetchEvent): Promise<Response> {
  const response = await fetch(event.request);
  // What is somebody's own is for them and this moment: it says so, and is not kept on the device.
  const mayBeKept = !response.headers.get("cache-control")?.includes("no-store");
  if (mayBeKept && response.status === 200 && response.headers.get("content-type")?.startsWith("text/html")) {
    event.waitUntil(keep(event.request.url, response.clone()));
  }
  return response;
}

async function keep(url: string, response: Response): Promise<void> {
  const html = await response.text();
  const cache = await caches.open(VISITS);
  // Deleted first, so that the keys stand in the order of the last visit.
  await cache.delete(url);
  await cache.put(url, toStore(html, storingTime(html, Date.now())));
  const keys = await cache.keys();
  const old = keys.filter((key) => !key.url.endsWith(LAST_RESORT)).slice(0, -VISITS_KEPT);
  await Promise.all(old.map((key) => cache.delete(key)));
}

/** The stored page itself, else the page without its filters, else the page that explains; for a way in, the programme. */
async function findStored(url: URL): Promise<Response | undefined> {
  const visits = await caches.open(VISITS);
  const bundle = await caches.open(BUNDLE);
  return (
    (await visits.match(url.href)) ??
    (await bundle.match(url.href)) ??
    (await bundle.match(url.href, { ignoreSearch: true })) ??
    (await visits.match(url.href, { ignoreSearch: true })) ??
    (isWayIn(url) ? await storedToday(isEnglish(url) ? "en" : "pl", Date.now()) : undefined) ??
    (await visits.match(isEnglish(url) ? `/en${LAST_RESORT}` : LAST_RESORT))
  );
}

// Addresses that mean "what is on", whatever the day.
const isWayIn = ({ pathname }: URL) => ["/", "/en", "/program", "/en/programme"].includes(pathname);

const isEnglish = ({ pathname }: URL) => /(^|\/)en(\/|$)/.test(pathname);
