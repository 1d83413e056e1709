// Registers the service worker and tells it which release this page shows, so that it can fetch a newer programme.

/** Starts offline use, once the page itself has everything it needs. */
export function registerWorker(page: Document): void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  // Absent outside of secure contexts: a tablet that reaches the server by plain http works online only.
  if (!workers) return;
  addEventListener("load", () => void register(page, workers));
}

async function register(page: Document, workers: ServiceWorkerContainer): Promise<void> {
  try {
    await workers.register("/sw.js");
    const { active } = await workers.ready;
    const { release, shift = "0", storedAt } = page.documentElement.dataset;
    // A stored page knows only what was true when it was stored.
    if (release !== undefined && storedAt === undefined) active?.postMessage({ release, shift, language: page.documentElement.lang });
  } catch {
    // Refused by the browser's settings: the page stays an ordinary page.
  }
}
