// `<section-hold>` around the form of a section that several people draft: while one edits, the server is told
// that it is held. Who has lost it keeps what is typed, cannot save over the other's text, and can take the
// section back. The contract with pages: ui/README.md.

import { BEAT_MS, isDue, sentence } from "./holding.ts";

/** The element around one section's form. */
export class SectionHold extends HTMLElement {
  #ended = new AbortController();
  #touched = -Infinity;
  #asked = -Infinity;
  #state: "free" | "held" | "lost" = "free";

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    const touch = () => this.#touch(form);
    form.addEventListener("input", touch, { signal });
    form.addEventListener("focusin", touch, { signal });
    // Before anything else sees it: Enter in a field submits past a disabled button too.
    this.addEventListener("submit", (event) => this.#guard(event), { signal, capture: true });
    const timer = setInterval(() => this.#beat(form, "beat"), BEAT_MS / 3);
    signal.addEventListener("abort", () => clearInterval(timer));
    // Leaving includes having saved: by then the answer is there, so nobody slips in before it.
    addEventListener("pagehide", () => this.#release(form), { signal });
    addEventListener("online", () => this.#state === "held" && void this.#ask(form), { signal });
  }

  disconnectedCallback(): void {
    this.#ended.abort();
  }

  #touch(form: HTMLFormElement): void {
    this.#touched = performance.now();
    this.#beat(form, "typing");
  }

  #beat(form: HTMLFormElement, by: "beat" | "typing"): void {
    if (this.#state === "lost") return;
    if (isDue({ touched: this.#touched, asked: this.#asked }, performance.now(), by)) void this.#ask(form);
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    this.#asked = performance.now();
    let response: Response;
    let body: string;
    try {
      response = await fetch(this.getAttribute("hold") ?? "", { method: "POST", body: fixed(form), headers: { Accept: "application/problem+json" } });
      body = await response.text();
    } catch {
      this.#say(this.dataset["sayAway"] ?? "");
      return;
    }
    if (response.status === 409) this.#lose(sentence(response.headers.get("content-type") ?? "", body, words));
    else if (response.ok) this.#hold();
    // Anything else says nothing about who holds it: the next beat asks again.
  }

  #hold(): void {
    if (this.#state === "lost") return;
    this.#state = "held";
    this.#say("");
  }

  #lose(says: string): void {
    this.#state = "lost";
    this.closest(".draft")?.classList.add("is-lost");
    this.querySelector(".hold")?.classList.add("is-lost");
    for (const button of this.querySelectorAll<HTMLButtonElement>("form :is(button:not([type]), [type=submit])")) button.disabled = true;
    for (const link of this.querySelectorAll<HTMLElement>("[data-take-back]")) link.hidden = false;
    this.#say(says || (this.dataset["sayLost"] ?? ""));
  }

  #guard(event: Event): void {
    if (this.#state !== "lost") return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #release(form: HTMLFormElement): void {
    const address = this.getAttribute("release");
    if (this.#state !== "held" || address === null) return;
    navigator.sendBeacon(address, fixed(form));
    // Should the page come back from the browser's memory, typing holds the section anew.
    this.#state = "free";
    this.#asked = -Infinity;
  }

  #say(words: string): void {
    const says = this.querySelector("[data-hold-says]");
    if (says && says.textContent !== words) says.textContent = words;
  }
}

/** The fields that the page itself filled in: they say which section, which text and whose hold. */
const fixed = (form: HTMLFormElement): URLSearchParams => new URLSearchParams([...form.querySelectorAll<HTMLInputElement>("input[type=hidden][name]")].map(({ name, value }) => [name, value]));

/** The words of a page's content, or of a fragment. */
function words(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  return (page.querySelector("main") ?? page.body).textContent ?? "";
}
