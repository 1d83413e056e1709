// The stage of every journey: one server, one browser, and views of pages.
//
// A view is a page in a browser context of its own, so nothing carries over from one test
// to the next. It keeps what the page asked for and what it complained of; the audits in
// `audits.mjs` read that. Node's own test runner runs the journeys.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

import { Mailbox } from "./mailbox.mjs";
import { Server } from "./server.mjs";

export * from "./audits.mjs";
export { vnu } from "./html.mjs";
export { eventually } from "./eventually.mjs";

// No page of ours needs a GPU, and a browser under test has no business of its own on the network.
const SWITCHES = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser by itself, for pages that no server gives. */
export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: SWITCHES });
}

/** A server and a browser for the journeys of one file. */
export class Stage {
  /** Starts both; `options` go to `wiec demo`. With `mail` its letters arrive in `stage.mailbox`. */
  static async open(options = [], { mail = false } = {}) {
    const stage = new Stage();
    if (mail) stage.mailbox = await Mailbox.open();
    stage.server = await Server.start(options, mail ? ["--smtp", stage.mailbox.url] : []);
    stage.browser = await openBrowser();
    return stage;
  }

  /** The origin of all addresses. */
  get origin() {
    return this.server.origin;
  }

  /** What the server sends for a path, before any browser has touched it. */
  async fetch(path, headers = {}) {
    const response = await fetch(this.origin + path, { headers, redirect: "manual" });
    return { status: response.status, headers: response.headers, body: await response.text() };
  }

  /**
   * Opens a path in a fresh context and waits until it has loaded.
   *
   * `width` and `height` in CSS pixels; `theme` light or dark; `lang` what the browser asks
   * for; `js` whether scripts run; `worker` whether a service worker may be installed (it
   * would answer instead of the server, so only the journeys about it allow it); `clock`
   * whether the test moves the browser's clock (`view.page.clock`); `as` the role in which one comes in first.
   */
  async visit(path, options = {}) {
    const { width = 1280, height = 900, theme = "light", lang = "pl-PL", js = true } = options;
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      locale: lang,
      javaScriptEnabled: js,
      // An audit in the middle of a transition would measure a colour nobody reads.
      reducedMotion: "reduce",
      serviceWorkers: options.worker ? "allow" : "block",
    });
    if (options.clock) await context.clock.install();
    const view = new View(this.origin, context, await context.newPage());
    if (options.as) await view.comeIn(options.as);
    await view.goto(path);
    return view;
  }

  /** As `visit`, and closes the view when `use` is done. */
  async look(path, options, use) {
    const view = await this.visit(path, options);
    try {
      return await use(view);
    } finally {
      await view.close();
    }
  }

  /** Closes the browser, the server and its data. */
  async close() {
    await this.browser.close();
    await this.server.close();
    await this.mailbox?.close();
  }
}

/** A page in a context of its own. `page` is playwright's page, for everything not named here. */
export class View {
  /** Addresses of all requests so far. */
  requests = [];
  /** What the browser's console calls an error, and exceptions nobody caught. */
  complaints = [];

  constructor(origin, context, page) {
    this.origin = origin;
    this.context = context;
    this.page = page;
    // The context hears of requests that a service worker makes as well.
    context.on("request", (request) => this.requests.push(request.url()));
    page.on("pageerror", (problem) => this.complaints.push(`uncaught: ${problem.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
  }

  /** Goes to a path in the same context. */
  async goto(path) {
    this.response = await this.page.goto(this.origin + path, { waitUntil: "load" });
    return this.response;
  }

  /** Posts a form as a page of ours would, with this context's cookies. */
  async post(path, form) {
    return this.context.request.post(this.origin + path, { form, headers: { origin: this.origin }, maxRedirects: 0 });
  }

  /** Signs in as the demo's own person of a role: `organiser`, `volunteer`, `participant`, … */
  async comeIn(role) {
    const answer = await this.post("/wejdz/jako", { role });
    if (answer.status() !== 303) throw new Error(`nobody comes in as ${role}: ${answer.status()}`);
  }

  /** Takes the network from this view, or gives it back. */
  async offline(is = true) {
    await this.context.setOffline(is);
  }

  /** Switches the colour scheme that the system asks for, and waits until all colours have arrived. */
  async theme(theme) {
    await this.page.emulateMedia({ colorScheme: theme });
    await this.page.evaluate(() => {
      const passing = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
      return Promise.allSettled(passing.map(({ finished }) => finished)).then(() => undefined);
    });
  }

  /** Saves a picture of the whole page into WIEC_SHOTS, if that is set. */
  async shot(name) {
    const folder = process.env.WIEC_SHOTS;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  /** Ends the context. */
  async close() {
    await this.context.close();
  }
}

/** A path as a file's name. */
export function slug(path) {
  return path.replace(/^\//, "").replaceAll(/[^a-z0-9-]+/gi, "_") || "start";
}
