// Stars: favourites without an account and without a round trip. A press shows at once and is kept on the
// device; the server hears of it when it can.

import { merged, queued, restoring, type Act } from "./mine-queue.ts";
import { sendQueue, type Sent } from "./mine-send.ts";
import { MineStore } from "./mine-store.ts";

/** Takes over the stars of the page. */
export function startFavourites(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form#mine");
  if (!form) return;
  const store = new MineStore(form);
  reconcile(page, store, form.dataset["unasked"] === undefined);
  page.addEventListener("click", (event) => {
    const star = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-fav]") : null;
    if (!star) return;
    event.preventDefault();
    press(page, form, store, star);
  });
  addEventListener("online", () => void send(page, form, store));
  void send(page, form, store);
}

/**
 * Agrees on one list between the page, the device and what waits to be sent. Errors and the page of last
 * resort are made without asking for the list (`asked`): that they tell none means nothing.
 */
function reconcile(page: Document, store: MineStore, asked: boolean): void {
  const fresh = page.documentElement.dataset["storedAt"] === undefined;
  const told = page.querySelector<HTMLMetaElement>('meta[name="mine"]')?.content;
  if (fresh && told !== undefined) {
    take(page, store, merged(told.split(/\s+/).filter(Boolean), store.queue));
    return;
  }
  // A server that looked and knows no list has lost its cookie: it gets the device's.
  if (fresh && asked) store.queue = restoring(store.list, store.queue);
  take(page, store, merged(store.list, store.queue));
}

function press(page: Document, form: HTMLFormElement, store: MineStore, star: HTMLButtonElement): void {
  const code = star.dataset["fav"] ?? "";
  const act: Act = star.getAttribute("aria-pressed") === "true" ? "remove" : "add";
  store.queue = queued(store.queue, code, act);
  take(page, store, merged(store.list, store.queue));
  say(page, act === "add" ? form.dataset["added"] : form.dataset["removed"]);
  void send(page, form, store).then((sent) => sent === "waiting" && say(page, form.dataset["queued"]));
}

/** Sends what waits and shows what the server made of it. */
async function send(page: Document, form: HTMLFormElement, store: MineStore): Promise<Sent> {
  const sent = await sendQueue(form.action, store);
  if (Array.isArray(sent)) take(page, store, merged(sent, store.queue));
  return sent;
}

/** Announces politely; the words come from the server. */
function say(page: Document, words: string | undefined): void {
  const status = page.querySelector("[data-status]");
  if (status) status.textContent = words ?? "";
}

/** Remembers the list and shows it on every star and counter. */
function take(page: Document, store: MineStore, list: readonly string[]): void {
  store.list = list;
  for (const star of page.querySelectorAll<HTMLButtonElement>("button[data-fav]")) {
    const mine = list.includes(star.dataset["fav"] ?? "");
    star.setAttribute("aria-pressed", String(mine));
    star.name = mine ? "remove" : "add";
  }
  for (const counter of page.querySelectorAll("[data-mine-count]")) counter.textContent = String(list.length);
  page.dispatchEvent(new Event("wiec:mine"));
}
