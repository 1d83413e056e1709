// The schedule's grid: a block is dragged with the pointer or picked up with the space bar, and dropped where
// it shall be. Each drop sends the form that does the same without a script, and takes over what comes back.
//
// The page marks: `data-move` the form; `data-room` a room's head; `data-hours` the list of hours; `data-block`
// a block (its code) with `data-minutes`, `data-basis` and `data-title`, and `data-grip` what a finger drags it
// by; `data-tray` what is not scheduled; `data-part` what a new page replaces. Words come as `data-say-…`.

import { asField, classesOf, clockOf, kept, moved, type Place, type Plan, type Way } from "./places.ts";
import { load, send } from "./swap.ts";

const STEP = 15;
const SMALL_STEP = 5;
/** A hand shakes; below this it has not begun to drag. */
const DRAG_AFTER_PX = 5;

const WAYS: Readonly<Record<string, Way>> = { ArrowUp: "earlier", ArrowDown: "later", ArrowLeft: "left", ArrowRight: "right" };

/** A block on its way. */
interface Lifted {
  block: HTMLElement;
  place: Place;
  /** Over the tray: dropped there it loses its slot. */
  away: boolean;
  by: "keys" | "pointer";
}

/** `<schedule-grid>`: everything between the tray and the conflicts. */
export class ScheduleGrid extends HTMLElement {
  #lifted: Lifted | undefined;
  #pressed: { block: HTMLElement; x: number; y: number; pointer: number; grab: number } | undefined;
  #dropHere: HTMLElement | undefined;
  #justDragged = false;

  connectedCallback(): void {
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("pointerdown", (event) => this.#press(event));
    this.addEventListener("pointermove", (event) => this.#drag(event));
    this.addEventListener("pointerup", (event) => void this.#release(event));
    this.addEventListener("pointercancel", () => this.#cancel());
    this.addEventListener("dragstart", (event) => event.preventDefault());
    this.addEventListener("click", (event) => this.#open(event));
    this.addEventListener("submit", (event) => this.#submit(event));
    this.addEventListener("focusout", (event) => {
      if (this.#lifted?.by === "keys" && event.target === this.#lifted.block) this.#cancel();
    });
  }

  // What the page shows.

  #plan(): Plan {
    const heads = [...this.querySelectorAll<HTMLElement>("[data-room]")];
    const number = (classes: DOMTokenList, letter: string) => Number([...classes].find((name) => new RegExp(`^${letter}\\d+$`).test(name))?.slice(1) ?? 1);
    const rooms = heads.map((head) => ({
      key: head.dataset["room"] ?? "",
      name: head.dataset["name"] ?? "",
      column: number(head.classList, "c"),
      width: number(head.classList, "w"),
    }));
    return { rooms, minutes: this.#hours().length * 60 };
  }

  #hours(): string[] {
    return [...this.querySelectorAll("[data-hours] > *")].map((hour) => hour.textContent?.trim() ?? "");
  }

  #placeOf(block: HTMLElement): Place {
    const plan = this.#plan();
    const minutes = Number(block.dataset["minutes"]);
    const room = plan.rooms.findIndex(({ key }) => key === block.dataset["in"]);
    if (room >= 0) return { room, start: Number(block.dataset["start"]), minutes };
    // From the tray: the first room, at nine if the grid has a nine.
    const nine = this.#hours().indexOf("9:00");
    return kept(plan, { room: 0, start: Math.max(0, nine) * 60, minutes });
  }

  // By keyboard.

  #key(event: KeyboardEvent): void {
    const block = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-block]") : null;
    if (!block || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.#lifted) {
      if (event.key !== " ") return;
      event.preventDefault();
      this.#lift(block, "keys");
      this.#say("lifted", { title: block.dataset["title"] ?? "" });
      return;
    }
    const way = WAYS[event.key];
    if (way) {
      event.preventDefault();
      this.#lifted.away = false;
      this.#lifted.place = moved(this.#plan(), this.#lifted.place, way, event.shiftKey ? SMALL_STEP : STEP);
      this.#show();
      this.#say("moved", this.#where());
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      this.#lifted.away = true;
      this.#show();
      this.#say("over-tray", {});
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      void this.#drop();
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.#cancel();
    }
  }

  // By pointer.

  #press(event: PointerEvent): void {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const block = event.target.closest<HTMLElement>("[data-block]");
    // A finger scrolls; it drags by the handle only.
    if (!block || (event.pointerType !== "mouse" && !event.target.closest("[data-grip]"))) return;
    this.#justDragged = false;
    const grab = block.dataset["in"] ? event.clientY - block.getBoundingClientRect().top : 0;
    this.#pressed = { block, x: event.clientX, y: event.clientY, pointer: event.pointerId, grab };
  }

  #drag(event: PointerEvent): void {
    const pressed = this.#pressed;
    if (!pressed || event.pointerId !== pressed.pointer) return;
    if (!this.#lifted) {
      if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < DRAG_AFTER_PX) return;
      this.setPointerCapture(pressed.pointer);
      this.#lift(pressed.block, "pointer");
    }
    const lifted = this.#lifted;
    if (!lifted) return;
    const tray = this.querySelector("[data-tray]")?.getBoundingClientRect();
    lifted.away = tray !== undefined && inside(tray, event.clientX, event.clientY);
    lifted.place = this.#under(event.clientX, event.clientY - pressed.grab, lifted.place);
    this.#show();
  }

  async #release(event: PointerEvent): Promise<void> {
    const dragged = this.#lifted?.by === "pointer";
    if (this.#pressed && this.hasPointerCapture(event.pointerId)) this.releasePointerCapture(event.pointerId);
    this.#pressed = undefined;
    if (!dragged) return;
    this.#justDragged = true;
    await this.#drop();
  }

  #under(x: number, y: number, before: Place): Place {
    const plan = this.#plan();
    const heads = [...this.querySelectorAll<HTMLElement>("[data-room]")].map((head) => head.getBoundingClientRect());
    const room = heads.findIndex(({ left, right }) => left <= x && x < right);
    const grid = this.querySelector<HTMLElement>("[data-grid]");
    if (!grid) return before;
    const [head = 0, row = 8] = getComputedStyle(grid).gridTemplateRows.split(" ").map(Number.parseFloat);
    const start = ((y - grid.getBoundingClientRect().top - head) / row) * SMALL_STEP;
    return kept(plan, { ...before, room: room < 0 ? before.room : room, start });
  }

  // What both do.

  #lift(block: HTMLElement, by: Lifted["by"]): void {
    this.#lifted = { block, place: this.#placeOf(block), away: false, by };
    block.classList.add("is-lifted");
    this.#show();
  }

  #show(): void {
    const lifted = this.#lifted;
    const list = this.querySelector("[data-blocks]");
    if (!lifted || !list) return;
    this.#dropHere ??= list.appendChild(this.ownerDocument.createElement("li"));
    this.#dropHere.className = `ed__drop ${classesOf(this.#plan(), lifted.place)}`;
    this.#dropHere.hidden = lifted.away;
    const { room, from, to } = this.#where();
    this.#dropHere.textContent = `${from}–${to} ${room}`;
    this.querySelector("[data-tray]")?.classList.toggle("is-drop", lifted.away);
    if (lifted.by === "keys" && !lifted.away) this.#dropHere.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #where(): { title: string; room: string; from: string; to: string } {
    const lifted = this.#lifted;
    if (!lifted) return { title: "", room: "", from: "", to: "" };
    const hours = this.#hours();
    const { start, minutes, room } = lifted.place;
    return {
      title: lifted.block.dataset["title"] ?? "",
      room: this.#plan().rooms[room]?.name ?? "",
      from: clockOf(hours, start),
      to: clockOf(hours, start + minutes),
    };
  }

  #put(): void {
    this.#lifted?.block.classList.remove("is-lifted");
    this.#dropHere?.remove();
    this.#dropHere = undefined;
    this.querySelector("[data-tray]")?.classList.remove("is-drop");
    this.#lifted = undefined;
  }

  #cancel(): void {
    const lifted = this.#lifted;
    this.#pressed = undefined;
    if (!lifted) return;
    this.#put();
    this.#say("cancelled", { title: lifted.block.dataset["title"] ?? "" });
  }

  async #drop(): Promise<void> {
    const lifted = this.#lifted;
    const form = this.querySelector<HTMLFormElement>("form[data-move]");
    if (!lifted || !form) return;
    const where = this.#where();
    const room = this.#plan().rooms[lifted.place.room]?.key ?? "";
    const stays = lifted.away
      ? lifted.block.dataset["in"] === undefined
      : lifted.block.dataset["in"] === room && Number(lifted.block.dataset["start"]) === lifted.place.start;
    if (stays) {
      this.#cancel();
      return;
    }
    const values = {
      code: lifted.block.dataset["block"] ?? "",
      "seen-slot": lifted.block.dataset["basis"] ?? "",
      minutes: lifted.block.dataset["minutes"] ?? "",
      room,
      start: asField(where.from),
      act: lifted.away ? "unschedule" : "move",
    };
    const away = lifted.away;
    // The field of the focus goes with the old page: nothing of it shall count as a way out.
    this.#put();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) body.set(name, String(value));
    for (const [name, value] of Object.entries(values)) body.set(name, value);
    if (await this.#take(send(form.action, body), values["code"])) this.#say(away ? "unscheduled" : "dropped", where);
  }

  /** A block leads to its own form: the page with it is taken over in place. */
  #open(event: MouseEvent): void {
    const block = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-block]") : null;
    if (!block || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (this.#justDragged) {
      this.#justDragged = false;
      return;
    }
    const address = block.href;
    void this.#take(load(address), block.dataset["block"]).then((shown) => shown && history.replaceState(null, "", address));
  }

  #submit(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset["place"] === undefined) return;
    event.preventDefault();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form, event.submitter)) body.append(name, String(value));
    const focused = event.submitter?.id;
    void this.#take(send(form.action, body)).then((shown) => {
      if (!shown) return;
      if (focused) this.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus();
      this.#say("saved", {});
    });
  }

  /** Shows the page that comes, and keeps the focus at the block with this code. */
  async #take(coming: Promise<boolean>, code?: string): Promise<boolean> {
    this.setAttribute("aria-busy", "true");
    const shown = await coming;
    this.removeAttribute("aria-busy");
    if (shown && code) this.querySelector<HTMLElement>(`[data-block="${CSS.escape(code)}"]`)?.focus({ preventScroll: true });
    return shown;
  }

  /** Says one of the page's sentences, with what it names, and how many conflicts there are now. */
  #say(sentence: string, names: Readonly<Record<string, string>>): void {
    const status = this.ownerDocument.querySelector("[data-status]");
    const words = this.getAttribute(`data-say-${sentence}`) ?? "";
    const filled = words.replace(/\[(\w+)\]/g, (_, name: string) => names[name] ?? "");
    const conflicts = ["dropped", "unscheduled", "saved"].includes(sentence) ? (this.querySelector("[data-conflicts]")?.textContent?.trim() ?? "") : "";
    if (status) status.textContent = `${filled} ${conflicts}`.trim();
  }
}

const inside = ({ left, right, top, bottom }: DOMRect, x: number, y: number) => left <= x && x < right && top <= y && y < bottom;
