// Saving a form on the server while it is typed: when the typing rests, and again until an answer comes. The form
// says which revision it saw; the answer says which one stands now. Safe to send twice: what stands already is
// taken as saved.

const REST_MS = 2_000;
const AGAIN_MS = 15_000;
const PATIENCE_MS = 20_000;

/** What a save sends, and what came of it; all of it the page's to know. */
export interface Saving<Snapshot> {
  /** The form as it stands: what is sent, and what tells whether it changed since. */
  read(): { readonly body: string; readonly snapshot: Snapshot };
  /** Sends; nothing if no answer came. */
  send(body: string): Promise<Answer | undefined>;
  saved(answer: Answer, snapshot: Snapshot): void;
  /** Nothing was saved, and the next attempt comes by itself. */
  waits(): void;
  /** Nothing is saved by itself any more: somebody else saved, or the page is not to be saved. */
  stopped(answer: Answer): void;
}

/** The server's answer. */
export interface Answer {
  readonly status: number;
  readonly revision?: number;
  readonly says?: string;
}

/** Saves one form. */
export class Autosave<Snapshot> {
  readonly #page: Saving<Snapshot>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | undefined;
  /** Sent without an answer: it goes again just so, for it may have arrived. */
  #unanswered: { readonly body: string; readonly snapshot: Snapshot } | undefined;
  #isOver = false;

  constructor(page: Saving<Snapshot>) {
    this.#page = page;
  }

  /** Something was typed. */
  typed(): void {
    this.#wait(REST_MS);
  }

  /** The network is back. */
  online(): void {
    if (this.#unanswered) this.#wait(0);
  }

  /**
   * Nothing is sent any more, once what is on its way has been answered. What had no answer goes once more before
   * that: it may have arrived, and the form would not know the revision that it made.
   */
  async rest(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#flight;
    if (this.#unanswered && !this.#isOver) await this.#save();
    clearTimeout(this.#timer);
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number): void {
    if (this.#isOver) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#go(), milliseconds);
  }

  #go(): void {
    if (this.#isOver) return;
    // One at a time: the next one has to name the revision that this one makes.
    if (this.#flight) this.#wait(REST_MS);
    else this.#flight = this.#save().finally(() => (this.#flight = undefined));
  }

  async #save(): Promise<void> {
    const sent = this.#unanswered ?? this.#page.read();
    const answer = await this.#page.send(sent.body);
    if (!answer || answer.status >= 500 || answer.status === 429) {
      this.#unanswered = sent;
      this.#page.waits();
      this.#wait(AGAIN_MS);
      return;
    }
    this.#unanswered = undefined;
    if (answer.status !== 200) {
      this.#isOver = true;
      this.#page.stopped(answer);
      return;
    }
    const before = this.#page.read().body;
    this.#page.saved(answer, sent.snapshot);
    if (before !== sent.body) this.#wait(REST_MS);
  }
}

/** Posts a form's fields to an address that answers in JSON. */
export async function post(address: string, body: string): Promise<Answer | undefined> {
  try {
    const headers = { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" };
    const response = await fetch(address, { method: "POST", body, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    return { ...said(await response.text()), status: response.status };
  } catch {
    return undefined;
  }
}

function said(text: string): { revision?: number; says?: string } {
  try {
    const { revision, says } = JSON.parse(text) as Record<string, unknown>;
    return { ...(typeof revision === "number" ? { revision } : {}), ...(typeof says === "string" ? { says } : {}) };
  } catch {
    return {};
  }
}
