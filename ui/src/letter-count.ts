// `<letter-count most="1800">` around a field: says how many characters stand in it, as the server counts them.
// Too many are said aloud once, when the limit is passed; the number itself is only shown. The contract with
// pages: ui/README.md.

import { letters } from "./letters.ts";

/** The element around one field. */
export class LetterCount extends HTMLElement {
  #ended = new AbortController();

  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    if (!field) return;
    this.#ended = new AbortController();
    field.addEventListener("input", () => this.#count(field), { signal: this.#ended.signal });
    this.#count(field);
  }

  disconnectedCallback(): void {
    this.#ended.abort();
  }

  #count(field: HTMLInputElement | HTMLTextAreaElement): void {
    const most = Number(this.getAttribute("most"));
    const has = letters(field.value);
    const over = has - most;
    const filled = (say: string) => say.replace("%has", String(has)).replace("%most", String(most)).replace("%over", String(over));
    this.classList.toggle("is-over", over > 0);
    this.#tell("count", filled(this.dataset["say"] ?? ""));
    // Said when it is passed and taken back when it is not; not with every letter between.
    const told = this.querySelector("[data-count-over]");
    if (over <= 0 || told?.textContent === "") this.#tell("count-over", over > 0 ? filled(this.dataset["sayOver"] ?? "") : "");
  }

  #tell(part: string, words: string): void {
    const says = this.querySelector(`[data-${part}]`);
    if (says && says.textContent !== words) says.textContent = words;
  }
}
