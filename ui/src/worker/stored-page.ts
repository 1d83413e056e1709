// A page on its way into the store and out of it again, marked with its age.

const STORED_AT = "x-stored-at";

/** A page as it goes into the store. A fresh response, because a browser refuses a redirected one for a navigation. */
export function toStore(html: string, storedAt: string): Response {
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", [STORED_AT]: storedAt } });
}

/** A page as it comes out: its root element says when it was stored, so that the page can say so too. */
export async function fromStore(stored: Response): Promise<Response> {
  const html = await stored.text();
  const storedAt = stored.headers.get(STORED_AT);
  const marked = storedAt === null ? html : html.replace("<html ", `<html data-stored-at="${storedAt}" `);
  return new Response(marked, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/** When a page is stored, by the clock of the congress, which the page tells. */
export function storingTime(html: string, deviceMs: number): string {
  const shift = /<html [^>]*\bdata-shift="(-?\d+)"/.exec(html)?.[1] ?? "0";
  return new Date(deviceMs + Number(shift) * 1000).toISOString();
}

/** A page that was made with a release, by another clock than the one that runs now. */
export function shifted(html: string, shift: string): string {
  return html.replace(/(<html [^>]*\bdata-shift=")-?\d+"/, (_, before: string) => `${before}${shift}"`);
}
