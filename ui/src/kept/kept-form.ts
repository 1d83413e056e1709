// `<kept-form>` around a form: what is typed stays on the device until the server has taken it. After a reload,
// a crash or a lost network it comes back, with a sentence and a button to throw it away. Without the network
// the form waits, and is sent when the network is back. With an attribute `save` the server keeps it too while it
// is typed. The contract with pages: ui/README.md.

import { type Meaning, meaning } from "./answer.ts";
import { type Answer, Autosave, post } from "./autosave.ts";
import { controlsOf, fill } from "./controls.ts";
import { type Draft, differing, type Fields, fieldsOf } from "./draft.ts";
import { DraftStore } from "./draft-store.ts";
import { type Heard, sendForm } from "./send.ts";
import { showWhole } from "../whole-page.ts";

const KEEP_AFTER_MS = 400;

/** What a form says: each is an attribute `data-say-<word>` with the server's sentence. */
type Say = "restored" | "older" | "waiting" | "sending" | "later" | "offline";

/** The element around one form. */
export class KeptForm extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #store = new DraftStore("", "", "");
  #pristine: Fields = [];
  /** Whether nothing had been kept when the page was opened: then an untouched form is not worth keeping. */
  #isFresh = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ownKey = "";
  #sent: string | undefined;
  #state: "typing" | "sending" | "waiting" | "taken" = "typing";
  #button: HTMLElement | null = null;
  #ended = new AbortController();
  #saving: Autosave<Fields> | undefined;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    this.#form = form;
    this.#store = new DraftStore(location.pathname, this.getAttribute("name") ?? "", this.getAttribute("owner") ?? "");
    this.#pristine = fieldsOf(controlsOf(form));
    this.#ownKey = this.#keyField?.value ?? "";
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    this.#saving = this.#autosave(form);
    this.#restore(form);
    form.addEventListener("input", (event) => this.#typed(event), { signal });
    form.addEventListener("change", (event) => this.#typed(event), { signal });
    form.addEventListener("submit", (event) => this.#submit(event), { signal });
    this.#part("drop")?.addEventListener("click", () => this.#drop(), { signal });
    this.#part("send")?.addEventListener("click", () => form.requestSubmit(), { signal });
    addEventListener("online", () => (this.#state === "waiting" ? void this.#send() : this.#saving?.online()), { signal });
    addEventListener("pagehide", () => this.#keepNow(), { signal });
    // Back from the page that the sending led to: the form stands as it was, for a new text.
    addEventListener("pageshow", ({ persisted }) => persisted && (this.#state = "typing"), { signal });
    document.addEventListener("visibilitychange", () => this.#keepNow(), { signal });
  }

  disconnectedCallback(): void {
    this.#keepNow();
    this.#saving?.end();
    this.#ended.abort();
  }

  // Keeping.

  #typed(event: Event): void {
    // Changed after a sending: whether that one arrived or not, this is another text.
    if (event.isTrusted) this.#useOwnKey();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keepNow(), KEEP_AFTER_MS);
    this.#saving?.typed();
  }

  #keepNow(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#keep();
  }

  #keep(): void {
    if (!this.#form || this.#state === "taken") return;
    const fields = fieldsOf(controlsOf(this.#form));
    if (this.#isFresh && this.#sent === undefined && differing(fields, this.#pristine).length === 0) this.#store.forget();
    else this.#store.keep(this.#draft(fields));
  }

  #draft(fields: Fields): Draft {
    const version = this.getAttribute("version");
    return { at: Date.now(), fields, ...(this.#sent === undefined ? {} : { key: this.#sent }), ...(version === null ? {} : { version }) };
  }

  #restore(form: HTMLFormElement): void {
    const draft = this.#store.draft;
    this.#isFresh = draft === undefined;
    if (!draft) return;
    const fields = differing(draft.fields, this.#pristine);
    // Shown again by the server with all that was typed: nothing to say, and still worth keeping.
    if (fields.length === 0) return;
    fill(form, fields);
    this.#useKey(draft.key);
    const isOlder = draft.version !== undefined && draft.version !== this.getAttribute("version");
    this.#say(isOlder ? "older" : "restored");
    this.#show("drop");
    // Saved over another revision than it was typed into, it is shown beside that one first.
    if (isOlder && this.#versionField) this.#versionField.value = draft.version ?? "";
    this.#saving?.typed();
  }

  #drop(): void {
    this.#store.forget();
    this.#isFresh = true;
    this.#useOwnKey();
    this.#form?.reset();
    // Told as typed, so that what depends on the fields follows; then it is not worth keeping.
    for (const field of this.#form?.querySelectorAll("textarea, input:not([type=hidden])") ?? []) field.dispatchEvent(new Event("input", { bubbles: true }));
    this.#state = "typing";
    this.#say(undefined);
    this.#show();
    this.#form?.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select")?.focus();
  }

  // Saving while it is typed.

  #autosave(form: HTMLFormElement): Autosave<Fields> | undefined {
    const address = this.getAttribute("save");
    if (address === null) return undefined;
    return new Autosave({
      read: () => ({ body: written(form), snapshot: fieldsOf(controlsOf(form)) }),
      send: (body) => post(address, body),
      saved: (answer, snapshot) => this.#saved(answer, snapshot),
      waits: () => this.#say("offline"),
      stopped: ({ says }) => (says === undefined ? this.#say("later") : this.#tell(says)),
    });
  }

  /** The server has it: what is kept here is what was typed since. */
  #saved({ revision, says }: Answer, snapshot: Fields): void {
    if (revision !== undefined) {
      this.setAttribute("version", String(revision));
      if (this.#versionField) this.#versionField.value = String(revision);
    }
    this.#pristine = snapshot;
    this.#isFresh = true;
    this.#keep();
    if (this.#state !== "typing") return;
    this.#tell(says ?? "");
    this.#show();
  }

  get #versionField(): HTMLInputElement | null {
    return this.#form?.querySelector<HTMLInputElement>("input[data-form-version]") ?? null;
  }

  // The form's key: with the same key the server takes the same sending once.

  get #keyField(): HTMLInputElement | null {
    return this.#form?.querySelector<HTMLInputElement>("input[data-form-key]") ?? null;
  }

  #useKey(key: string | undefined): void {
    if (key === undefined || !this.#keyField) return;
    this.#keyField.value = key;
    this.#sent = key;
  }

  #useOwnKey(): void {
    if (this.#sent === undefined || this.#state === "sending") return;
    this.#sent = undefined;
    if (this.#keyField) this.#keyField.value = this.#ownKey;
  }

  // Sending.

  #submit(event: SubmitEvent): void {
    if (event.defaultPrevented || !this.#form || this.#form.getAttribute("method")?.toLowerCase() !== "post") return;
    event.preventDefault();
    this.#button = event.submitter;
    void this.#send();
  }

  async #send(): Promise<void> {
    const form = this.#form;
    if (!form || this.#state === "sending") return;
    this.#state = "sending";
    this.#sent = this.#keyField?.value;
    this.#keep();
    this.#say("sending");
    this.#button?.setAttribute("aria-busy", "true");
    await this.#saving?.rest();
    const heard = await sendForm(form, this.#button);
    this.#button?.removeAttribute("aria-busy");
    if (heard) this.#hear(heard, meaning(heard, this.getAttribute("sign-in") ?? undefined));
    else this.#wait("waiting");
  }

  #hear(heard: Heard, means: Meaning): void {
    if (means === "later") {
      this.#wait("later");
      return;
    }
    this.#state = means === "taken" ? "taken" : "typing";
    if (means === "taken") this.#store.forget();
    if (heard.leads) go(heard.address);
    else if (showWhole(new DOMParser().parseFromString(heard.html, "text/html"))) return;
    else if (means === "taken") location.reload();
    else this.#wait("later");
  }

  /** The text stays; without the network it goes by itself when the network is back. */
  #wait(why: "waiting" | "later"): void {
    this.#state = why === "waiting" ? "waiting" : "typing";
    this.#say(why);
    this.#show("send");
  }

  // Saying.

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-kept-${name}]`);
  }

  #say(word: Say | undefined): void {
    this.#tell((word && this.getAttribute(`data-say-${word}`)) ?? "");
  }

  #tell(words: string): void {
    const says = this.#part("says");
    if (says && says.textContent !== words) says.textContent = words;
  }

  /** Shows these buttons and no others. */
  #show(...names: readonly ("drop" | "send")[]): void {
    for (const name of ["drop", "send"] as const) {
      const button = this.#part(name);
      if (button) button.hidden = !names.includes(name);
    }
  }
}

/** What a form would send, without files. */
const written = (form: HTMLFormElement): string => new URLSearchParams([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string")).toString();

/** Goes to an address, also when it is this page and only the fragment differs: its contents do too. */
function go(address: string): void {
  const url = new URL(address);
  if (url.pathname !== location.pathname || url.search !== location.search) {
    location.assign(address);
    return;
  }
  history.pushState(null, "", address);
  location.reload();
}
