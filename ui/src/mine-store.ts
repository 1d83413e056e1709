// Favourites on the device: the list as last known and the acts that wait for the network.
// Private windows may refuse storage; then the page forgets, and the server's cookie remembers.

import type { Queue } from "./mine-queue.ts";

/** Keeps favourites under the name of their list, so that two congresses on one host stay apart. */
export class MineStore {
  readonly #key: string;

  /** The form may name its list (`data-list`); its address will not do, it differs between languages. */
  constructor(form: HTMLFormElement) {
    this.#key = ["wiec.mine", form.dataset["list"]].filter(Boolean).join(" ");
  }

  /** Codes of the sessions marked, as last known. */
  get list(): string[] {
    const list: unknown = this.#read("list");
    return Array.isArray(list) ? list.filter((code): code is string => typeof code === "string") : [];
  }

  set list(codes: readonly string[]) {
    this.#write("list", codes);
  }

  /** Acts that have not reached the server. */
  get queue(): Queue {
    const queue: unknown = this.#read("queue");
    if (typeof queue !== "object" || queue === null) return {};
    return Object.fromEntries(Object.entries(queue).filter(([, act]) => act === "add" || act === "remove"));
  }

  set queue(queue: Queue) {
    this.#write("queue", queue);
  }

  #read(part: string): unknown {
    try {
      return JSON.parse(localStorage.getItem(`${this.#key} ${part}`) ?? "null");
    } catch {
      return null;
    }
  }

  #write(part: string, value: unknown): void {
    try {
      localStorage.setItem(`${this.#key} ${part}`, JSON.stringify(value));
    } catch {
      // Full or refused: nothing to do, and nothing that the visitor could do either.
    }
  }
}
