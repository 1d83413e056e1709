// `<stage-timer>` around the plan of a session: a countdown of the talk that is on, large enough for the hall.
// The device remembers how it stands, so that a page that was reloaded goes on. The contract with pages:
// ui/README.md.

import { BEGINNING, moved, readTiming, shown, standing, toggled, usedMs, type Standing, type Timing } from "./timing.ts";

const TICK_MS = 200;
// One shape a standing: what is on does not hang on telling green from red.
const SIGNS: Record<Standing, string> = { ready: "○", paused: "❙❙", going: "●", soon: "▲", over: "■" };

/** The element around the plan. */
export class StageTimer extends HTMLElement {
  #timing: Timing = BEGINNING;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #said = "";

  connectedCallback(): void {
    if (this.#steps().length === 0) return;
    this.#timing = readTiming(load(this.#stored()), this.#steps().length);
    this.#on("toggle", () => toggled(this.#timing, Date.now()));
    this.#on("next", () => moved(this.#timing, 1, this.#steps().length, Date.now()));
    this.#on("previous", () => moved(this.#timing, -1, this.#steps().length, Date.now()));
    this.#on("again", () => BEGINNING);
    document.addEventListener("keydown", this.#pressed);
    this.#part("now").hidden = false;
    this.classList.add("is-on");
    this.#ticking = setInterval(() => this.#show(), TICK_MS);
    this.#show();
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#pressed);
    clearInterval(this.#ticking);
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A button or a link that has the focus is pressed by the space bar itself.
    const isPressed = event.target instanceof Element && event.target.closest("a, button") !== null;
    const now = Date.now();
    const count = this.#steps().length;
    if (event.key === " " && !isPressed) this.#become(toggled(this.#timing, now));
    else if (event.key === "ArrowRight" || event.key === "ArrowDown") this.#become(moved(this.#timing, 1, count, now));
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") this.#become(moved(this.#timing, -1, count, now));
    else return;
    event.preventDefault();
  };

  #on(name: string, next: () => Timing): void {
    this.#part(name).addEventListener("click", () => this.#become(next()));
  }

  #become(timing: Timing): void {
    this.#timing = timing;
    store(this.#stored(), JSON.stringify(timing));
    this.#show();
  }

  #show(): void {
    const steps = this.#steps();
    const now = Date.now();
    const { at } = this.#timing;
    const step = steps[at];
    if (!step) return;
    const total = Number(step.dataset["seconds"]) * 1000;
    const stands = standing(this.#timing, total, now);
    this.dataset["stands"] = stands;
    put(this.#part("title"), nameOf(step));
    put(this.#part("by"), wordsOf(step, "who"));
    put(this.#part("left"), shown(total - usedMs(this.#timing, now)));
    put(this.#part("sign"), SIGNS[stands]);
    put(this.#part("toggle"), this.#words(this.#timing.since === null ? "start" : "pause"));
    const next = steps[at + 1];
    put(this.#part("then"), next ? `${this.#words("next")} ${nameOf(next)}` : this.#words("ended"));
    steps.forEach((one, place) => one.classList.toggle("is-now", place === at));
    steps.forEach((one, place) => one.classList.toggle("is-done", place < at));
    // Said once a change: a status that is written anew five times a second would be read as often.
    const says = this.#words(stands);
    if (says !== this.#said) put(this.#part("says"), says);
    this.#said = says;
  }

  #words(name: string): string {
    const key = `say${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return this.dataset[key] ?? "";
  }

  #steps(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-seconds]")];
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-timer-${name}]`);
    if (!part) throw new Error(`stage-timer has no data-timer-${name}`);
    return part;
  }

  #stored(): string {
    return `wiec.timer.${this.getAttribute("name") ?? location.pathname}`;
  }
}

function nameOf(step: HTMLElement): string {
  return wordsOf(step, "name");
}

function wordsOf(step: HTMLElement, part: "name" | "who"): string {
  return step.querySelector(`[data-timer-${part}]`)?.textContent?.trim() ?? "";
}

function put(place: HTMLElement, words: string): void {
  if (place.textContent !== words) place.textContent = words;
}

function load(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name: string, words: string): void {
  try {
    localStorage.setItem(name, words);
  } catch {
    // Refused: a page that is reloaded begins anew.
  }
}
