// A form on its way to the server by hand, so that its page, and what is typed in it, outlives a lost network.

import type { Answered } from "./answer.ts";

// Longer than a slow answer, shorter than a belief that all is well. Files take as long as they take.
const PATIENCE_MS = 45_000;

/** An answer with its page. */
export interface Heard extends Answered {
  readonly html: string;
}

/** Sends a form as its button would; nothing if no answer came. Sending again is safe by the form's key. */
export async function sendForm(form: HTMLFormElement, button: HTMLElement | null): Promise<Heard | undefined> {
  const data = new FormData(form);
  const name = button?.getAttribute("name");
  if (name) data.append(name, button?.getAttribute("value") ?? "");
  // The properties of a form may be shadowed by fields of their names; its attributes may not.
  const isMultipart = form.getAttribute("enctype") === "multipart/form-data";
  const address = new URL(button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", location.href);
  try {
    const response = await fetch(address, {
      method: "POST",
      body: isMultipart ? data : new URLSearchParams([...data].map(([field, value]) => [field, typeof value === "string" ? value : value.name])),
      // A server that knows the preference answers with an empty page and where to go, and spares a page twice.
      headers: { Accept: "text/html", Prefer: "return=minimal" },
      ...(isMultipart ? {} : { signal: AbortSignal.timeout(PATIENCE_MS) }),
    });
    const leadsTo = response.headers.get("location");
    const html = await response.text();
    return { status: response.status, address: new URL(leadsTo ?? response.url, address).href, leads: leadsTo !== null || response.redirected, html };
  } catch {
    return undefined;
  }
}
