// `<amend-text>` around the wording that an amendment is typed into: the field grows with the text, the marked
// difference is shown beside it while one types, and a button gives the original wording back. The difference
// is the server's own, made as it will stand on the page: one truth. The contract with pages: ui/README.md.

import { type Asking, asking } from "./preview.ts";

const PAUSE_MS = 500;

/** The element around a field marked `data-amended` and its preview. */
export class AmendText extends HTMLElement {
  #ended = new AbortController();
  #asking: Asking | undefined;

  connectedCallback(): void {
    const field = this.querySelector<HTMLTextAreaElement>("textarea[data-amended]");
    const form = this.closest("form") ?? this.querySelector("form");
    if (!field || !form) return;
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    this.#asking = asking((body, given) => this.#fetch(body, given), { shown: (html) => this.#shown(html), missed: () => this.#missed() }, PAUSE_MS);
    const follow = () => {
      this.#show(field);
      this.#ask(form);
    };
    // Fields within the element make the difference; reasons and names, outside it, do not.
    this.addEventListener("input", follow, { signal });
    this.#restoring(field)?.addEventListener("click", () => restore(field), { signal });
    addEventListener("online", follow, { signal });
    addEventListener("resize", () => grow(field), { signal });
    this.#show(field);
    if (field.value !== (field.dataset["original"] ?? "")) this.#ask(form);
  }

  disconnectedCallback(): void {
    this.#asking?.stop();
    this.#ended.abort();
  }

  #restoring(field: HTMLTextAreaElement): HTMLButtonElement | null {
    return field.dataset["original"] === undefined ? null : this.querySelector<HTMLButtonElement>("[data-restore]");
  }

  #show(field: HTMLTextAreaElement): void {
    grow(field);
    const button = this.#restoring(field);
    if (button) button.hidden = field.value === field.dataset["original"];
  }

  #ask(form: HTMLFormElement): void {
    const texts = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string");
    const isAsked = this.#asking?.ask(new URLSearchParams(texts).toString()) ?? false;
    // Busy until the text rests, so that listeners hear the difference once and not with every letter.
    this.#region?.setAttribute("aria-busy", String(isAsked));
  }

  async #fetch(body: string, signal: AbortSignal): Promise<string | undefined> {
    const headers = { Accept: "text/html", "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" };
    const response = await fetch(this.getAttribute("preview") ?? "", { method: "POST", body, headers, signal });
    const isHtml = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    return response.ok && isHtml ? response.text() : undefined;
  }

  get #region(): HTMLElement | null {
    return this.querySelector<HTMLElement>("[data-preview]");
  }

  #shown(html: string): void {
    const fragment = new DOMParser().parseFromString(html, "text/html").body;
    // The anchors belong to the text on the page, not to its preview.
    for (const element of fragment.querySelectorAll("[id]")) element.removeAttribute("id");
    this.#region?.replaceChildren(...fragment.childNodes);
    this.#region?.removeAttribute("aria-busy");
    this.#say("");
  }

  #missed(): void {
    this.#region?.removeAttribute("aria-busy");
    this.#say(this.dataset["sayAway"] ?? "");
  }

  #say(words: string): void {
    const says = this.querySelector("[data-preview-says]");
    if (says && says.textContent !== words) says.textContent = words;
  }
}

/** As high as its text, for browsers whose style sheet cannot say so; the sheet says how high at most. */
function grow(field: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.blockSize = "auto";
  field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

function restore(field: HTMLTextAreaElement): void {
  field.value = field.dataset["original"] ?? "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
