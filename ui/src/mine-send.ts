// Favourites on their way to the server: one request an act, again later when the network is gone.

import { type Act, settled } from "./mine-queue.ts";
import type { MineStore } from "./mine-store.ts";

let sending = false;

/** The server's list; "waiting" when it could not be reached; nothing when there was nothing to do. */
export type Sent = string[] | "waiting" | undefined;

/** Sends what waits, one act after the other. Retrying is safe: acts say what shall be, not what to flip. */
export async function sendQueue(address: string, store: MineStore): Promise<Sent> {
  if (sending) return undefined;
  sending = true;
  try {
    let list: string[] | undefined;
    for (let next = first(store); next; next = first(store)) {
      const [code, act] = next;
      const answer = await post(address, code, act);
      if (answer === "later") return "waiting";
      store.queue = settled(store.queue, code, act);
      if (answer !== "refused") list = answer;
      // Or a list of which nothing is known but the device would send it again with every page.
      else store.list = store.list.filter((other) => other !== code);
      // A device that can no longer write would send the same act for ever.
      if (store.queue[code] === act) return list;
    }
    return list;
  } finally {
    sending = false;
  }
}

const first = (store: MineStore) => Object.entries(store.queue)[0];

async function post(address: string, code: string, act: Act): Promise<string[] | "later" | "refused"> {
  try {
    const response = await fetch(address, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ [act]: code }) });
    if (response.ok) return ((await response.json()) as { mine: string[] }).mine;
    // A session that no longer exists is refused for ever; an overloaded server only for now.
    return response.status >= 500 || response.status === 429 ? "later" : "refused";
  } catch {
    return "later";
  }
}
