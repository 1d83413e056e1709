// Drafts on the device. Private windows may refuse storage; then the page works as without the script.

import { type Draft, read, written } from "./draft.ts";

const PREFIX = "wiec.kept ";

/** The draft of one form. */
export class DraftStore {
  readonly #name: string;

  /** `owner` keeps apart people who share a device; two forms of a page need names. */
  constructor(address: string, form: string, owner: string) {
    this.#name = `${PREFIX}${[owner, address, form].join(" ")}`;
  }

  get draft(): Draft | undefined {
    try {
      return read(localStorage.getItem(this.#name), Date.now());
    } catch {
      return undefined;
    }
  }

  /** Keeps a draft; whether the device took it. */
  keep(draft: Draft): boolean {
    const text = written(draft);
    if (text === undefined) return false;
    try {
      localStorage.setItem(this.#name, text);
      return true;
    } catch {
      return false;
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.#name);
    } catch {
      // Refused: then nothing is stored either.
    }
  }
}

/** Forgets every draft that is too old or unreadable, of whichever form. */
export function sweepDrafts(): void {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names) if (!read(localStorage.getItem(name), Date.now())) localStorage.removeItem(name);
  } catch {
    // Refused: nothing to sweep.
  }
}
