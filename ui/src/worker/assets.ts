// Assets: their names change with their content, so what is stored is right for ever.

import { ASSETS } from "./caches.ts";

/** The stored asset, or the server's, which is then kept. */
export async function cachedAsset(request: Request): Promise<Response> {
  const cache = await caches.open(ASSETS);
  const stored = await cache.match(request);
  if (stored) return stored;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
