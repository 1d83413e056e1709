// Taking over a page that a form or a link leads to: its parts replace those of the same name. A page of
// another kind (a refusal, someone else's change) replaces the whole content.

import { showWhole } from "../whole-page.ts";

/** Sends a form and shows the page that comes; whether that is the same page with other contents. */
export const send = (address: string, body: URLSearchParams): Promise<boolean> => fetched(address, { method: "POST", body });

/** Shows the page of an address; whether that is the same page with other contents. */
export const load = (address: string): Promise<boolean> => fetched(address, {});

async function fetched(address: string, options: RequestInit): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch(address, { ...options, headers: { Accept: "text/html" } });
  } catch {
    // Nobody there: the browser's own page says so better than a half-changed one.
    location.assign(address);
    return false;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (response.ok && swap(page)) return true;
  showWhole(page);
  return false;
}

/** Replaces the named parts; false if the page has others. */
function swap(page: Document): boolean {
  const parts = [...document.querySelectorAll<HTMLElement>("[data-part]")];
  const others = parts.map((part) => page.querySelector<HTMLElement>(`[data-part="${CSS.escape(part.dataset["part"] ?? "")}"]`));
  if (parts.length === 0 || others.some((other) => other === null)) return false;
  parts.forEach((part, at) => {
    const scroller = part.querySelector<HTMLElement>("[data-scroll]");
    const [left, top] = [scroller?.scrollLeft ?? 0, scroller?.scrollTop ?? 0];
    const other = document.importNode(others[at] as HTMLElement, true);
    part.replaceWith(other);
    other.querySelector<HTMLElement>("[data-scroll]")?.scrollTo(left, top);
  });
  return true;
}
