/// <reference lib="webworker" />
// Service worker: after one visit the programme works without the network, and says how old it is.
// Assets come from the cache first, because their names change with their content; pages from the network first.

import { storeBundle, takeOverBundles } from "./bundle.ts";
import { dropOldCaches, keepShell } from "./caches.ts";
import { cachedAsset } from "./assets.ts";
import { freshOrStoredPage } from "./pages.ts";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(takeOverBundles).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // Everything that is not a page or an asset of ours goes its own way: posts, exports, figures.
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(cachedAsset(request));
  else if (request.mode === "navigate") event.respondWith(freshOrStoredPage(event));
});

self.addEventListener("message", (event) => {
  const { release, shift, language } = event.data as { release?: string; shift?: string; language?: string };
  if (release === undefined || shift === undefined) return;
  // A programme that cannot be fetched now is fetched with the next page.
  if (language === "pl" || language === "en") event.waitUntil(storeBundle({ release, shift, language }).catch(() => undefined));
});
