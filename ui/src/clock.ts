// What moves with time: the sessions in progress, the now-line of the grid, clocks.

import { congressNow, timeOfDay, zoneOf } from "./congress-time.ts";
import { inRow, rowOf } from "./now-line.ts";

const TICK_MS = 20_000;

/** Brings the page up to date and keeps it so; a page that comes back to the front does not wait for the tick. */
export function startClock(page: Document): void {
  tick(page);
  setInterval(() => tick(page), TICK_MS);
  page.addEventListener("visibilitychange", () => {
    if (!page.hidden) tick(page);
  });
}

/** Shows the page as of now. */
export function tick(page: Document): void {
  const now = congressNow(page);
  for (const element of page.querySelectorAll<HTMLElement>("[data-starts][data-ends]")) showState(element, now);
  for (const line of page.querySelectorAll<HTMLElement>("[data-from][data-to]")) moveLine(line, now);
  for (const clock of page.querySelectorAll("[data-clock]")) clock.textContent = timeOfDay(now, zoneOf(clock));
}

function showState(element: HTMLElement, now: number): void {
  const live = Number(element.dataset["starts"]) <= now && now < Number(element.dataset["ends"]);
  element.classList.toggle("is-live", live);
  element.classList.toggle("is-over", Number(element.dataset["ends"]) <= now);
  for (const mark of element.querySelectorAll<HTMLElement>("[data-live]")) mark.hidden = !live;
}

function moveLine(line: HTMLElement, now: number): void {
  const row = rowOf(now, Number(line.dataset["from"]), Number(line.dataset["to"]));
  line.hidden = row === undefined;
  if (!row) return;
  line.className = inRow(line.className, row);
  const label = line.querySelector("span");
  if (label) label.textContent = timeOfDay(now, zoneOf(line));
}
