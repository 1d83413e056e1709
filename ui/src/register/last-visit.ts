// `<last-visit>` around the link "what changed since I was here": the device remembers when the text was read,
// and the link asks with that time. The server learns a time and nothing else, and only when it is asked. The
// contract with pages: ui/README.md.

import { congressNow, zoneOf } from "../congress-time.ts";
import { dayAndTime } from "../offline-note.ts";
import { readVisits, since, utc, type Visits, withSeen } from "./visits.ts";

const STORED = "wiec.visits";

/** The element around one link. */
export class LastVisit extends HTMLElement {
  connectedCallback(): void {
    // A page from the device's own store is as old as it is: reading it is not having been here.
    if (document.documentElement.dataset["storedAt"] !== undefined) return;
    const name = this.getAttribute("name") ?? location.pathname;
    const visits = withSeen(load(), name, Math.floor(congressNow(document)));
    store(visits);
    const before = visits[name]?.before;
    if (before !== undefined) void this.#tell(before);
  }

  async #tell(before: number): Promise<void> {
    const link = this.querySelector("a");
    if (!link) return;
    link.href = since(link.href, this.parameter, before);
    this.#showTime(before);
    this.hidden = false;
    link.hidden = false;
    await this.#count(before);
  }

  /** The name of the parameter, which is a word of the page's language. */
  get parameter(): string {
    return this.getAttribute("parameter") ?? "od";
  }

  #showTime(before: number): void {
    const place = this.querySelector("[data-since]");
    if (!place) return;
    // Made here, because an empty <time> in the page would be invalid.
    const time = document.createElement("time");
    time.dateTime = utc(before);
    time.textContent = dayAndTime(new Date(before * 1000), document.documentElement.lang, zoneOf(this));
    place.replaceChildren(time);
  }

  /** How much is new, in the server's words; nothing if it says nothing. */
  async #count(before: number): Promise<void> {
    const address = this.dataset["count"];
    const place = this.querySelector("[data-since-count]");
    if (address === undefined || !place) return;
    try {
      const response = await fetch(since(new URL(address, location.href).href, this.parameter, before), { headers: { Accept: "text/plain" } });
      const isText = response.headers.get("content-type")?.startsWith("text/plain") ?? false;
      if (response.status === 200 && isText) place.textContent = (await response.text()).trim();
    } catch {
      // Away: the link itself is enough.
    }
  }
}

function load(): Visits {
  try {
    return readVisits(localStorage.getItem(STORED));
  } catch {
    return {};
  }
}

function store(visits: Visits): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(visits));
  } catch {
    // Refused: every visit is the first.
  }
}
