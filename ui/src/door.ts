// Door screen: a tablet nobody touches. It asks for its own page every half a minute and takes over what changed.

import { tick } from "./clock.ts";

const ASK_MS = 30_000;

/** Watches the server on pages whose body is marked as a door; elsewhere does nothing. */
export function startDoor(page: Document): { watch(): void } {
  // Remembered as the server sent it: the clock changes the page afterwards.
  let shown = page.querySelector("main")?.outerHTML;
  const watch = () => {
    if (!page.body.hasAttribute("data-door")) return;
    setInterval(() => void ask(page, shown).then((html) => (shown = html ?? shown)), ASK_MS);
  };
  return { watch };
}

/** Shows the server's page if it differs from what is shown; returns it then. Offline, the old one stays. */
async function ask(page: Document, shown: string | undefined): Promise<string | undefined> {
  const fresh = await load();
  const main = fresh?.querySelector("main");
  if (!fresh || !main) return undefined;
  if (styleSheet(fresh) !== styleSheet(page)) {
    // The program was updated: its pages need the new style sheet and script.
    location.reload();
    return undefined;
  }
  const html = main.outerHTML;
  if (html === shown) return undefined;
  page.documentElement.dataset["shift"] = fresh.documentElement.dataset["shift"] ?? "0";
  page.querySelector("main")?.replaceWith(page.adoptNode(main));
  tick(page);
  return html;
}

async function load(): Promise<Document | undefined> {
  try {
    const response = await fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } });
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
}

const styleSheet = (page: Document) => page.querySelector('link[rel="stylesheet"]')?.getAttribute("href");
