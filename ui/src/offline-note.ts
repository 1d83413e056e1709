// A page from the device's own store says so, and how old it is.

import { zoneOf } from "./congress-time.ts";

/** Shows the note of a stored page; its words come from the server, its time from the store. */
export function showAge(page: Document): void {
  const storedAt = page.documentElement.dataset["storedAt"];
  const note = page.querySelector<HTMLElement>("[data-offline]");
  if (storedAt === undefined || !note) return;
  note.hidden = false;
  const instant = new Date(storedAt);
  if (Number.isNaN(instant.getTime())) return;
  // Made here, because an empty <time> in the page would be invalid.
  const time = page.createElement("time");
  time.dateTime = storedAt;
  time.textContent = dayAndTime(instant, page.documentElement.lang, zoneOf(note));
  note.querySelector("[data-offline-time]")?.replaceChildren(time);
}

/** `15 listopada, 10:42` or `15 November, 10:42`. */
export function dayAndTime(instant: Date, language: string, timeZone: string): string {
  // Plain "en" would put the month first.
  const locale = language === "en" ? "en-GB" : language;
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone }).format(instant);
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", hourCycle: "h23", timeZone }).format(instant);
  return `${day}, ${time}`;
}
