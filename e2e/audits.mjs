// What must hold on every page: accessibility, width, security policy, no strangers, keyboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What may differ between light and dark: the rest of the rules read structure, words and sizes.
const COLOURS = ["color-contrast", "link-in-text-block"];

/** Demands that axe finds nothing, with the size of targets (WCAG 2.2) on top of its defaults. */
export async function axe(view, where = "") {
  await violations(view, where, { rules: { "target-size": { enabled: true } } });
}

/** As `axe`, but only what another colour scheme can break. */
export async function axeColours(view, where = "") {
  await violations(view, where, { runOnly: COLOURS });
}

async function violations(view, where, options) {
  // Evaluated rather than added as a script: the page's security policy would refuse that.
  await view.page.evaluate(AXE);
  const found = await view.page.evaluate(async (options) => {
    const result = await window.axe.run(document, options);
    return result.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`),
    );
  }, options);
  assert.deepEqual(found, [], `axe ${where}`);
}

/** Demands that the page does not scroll sideways; names what sticks out. */
export async function noSidewaysScroll(view) {
  const wide = await view.page.evaluate(async () => {
    // A window that was just made narrower is laid out with the next frame.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const root = document.scrollingElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const clips = (element) => getComputedStyle(element).overflowX !== "visible";
    const inScrollBox = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
        if (clips(box)) return true;
      return false;
    };
    // A word that is too long sticks out of a box that is not.
    const right = (element) => {
      const box = element.getBoundingClientRect();
      return clips(element) ? box.right : Math.max(box.right, box.left + element.scrollWidth);
    };
    const out = [...document.body.querySelectorAll("*")].filter(
      (element) => right(element) > root.clientWidth + 0.5 && !inScrollBox(element),
    );
    const name = (e) => [e.localName, ...e.classList].join(".");
    return [`${root.scrollWidth} px wide instead of ${root.clientWidth}`, ...out.map(name)];
  });
  assert.deepEqual(wide, [], "scrolls sideways");
}

/** Demands that no request went to anyone but our own server. */
export function assertNoThirdParty(view) {
  const inside = (address) =>
    address.startsWith("data:") || address.startsWith("blob:") || new URL(address).origin === view.origin;
  assert.deepEqual(view.requests.filter((address) => !inside(address)), [], "requests to strangers");
}

/** Demands that the browser refused nothing for the sake of the security policy. */
export function assertNoCspViolation(view) {
  const refused = view.complaints.filter((text) => /content.security.policy/i.test(text));
  assert.deepEqual(refused, [], "refused by the security policy");
}

/** Demands an empty console, but for the status of a page that is meant to be missing. */
export function assertNoComplaints(view) {
  const missing = view.response.status() >= 400;
  const expected = (text) => missing && text.startsWith("Failed to load resource");
  assert.deepEqual(view.complaints.filter((text) => !expected(text)), [], "complaints in the console");
}

/** Demands that the Tab key reaches everything that can be used, and that one sees where it is. */
export async function keyboardReachesAll(view) {
  const all = await view.page.evaluate(markTargets);
  const unseen = new Set();
  // Scroll boxes are stops as well, so there may be more stops than targets.
  for (let press = 0; press < all.length * 2 + 20; press += 1) {
    await view.page.keyboard.press("Tab");
    const stop = await view.page.evaluate(readStop);
    if (stop === null) break;
    if (!stop.visible) unseen.add(stop.name);
  }
  const unreached = await view.page.evaluate(unreachedTargets);
  assert.deepEqual(unreached, [], "never reached by the Tab key");
  assert.deepEqual([...unseen], [], "focused, but nothing shows it");
}

/** All of that but the Tab key, at once, as the page stands. */
export async function followsAllRules(view, where) {
  await axe(view, where);
  await noSidewaysScroll(view);
  assertNoThirdParty(view);
  assertNoCspViolation(view);
  assertNoComplaints(view);
}

// The functions below run in the page.

function markTargets() {
  const usable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const shown = (element) =>
    !element.disabled && element.type !== "hidden" && element.tabIndex >= 0 && element.checkVisibility();
  // Of a group of radio buttons Tab stops at one; the arrows do the rest.
  const targets = [...document.querySelectorAll(usable)].filter((e) => shown(e) && e.type !== "radio");
  document.activeElement?.blur();
  getSelection().removeAllRanges();
  window.unreached = new Set(targets);
  window.nameOf = (e) => `${e.localName} ${(e.getAttribute("aria-label") ?? e.textContent ?? "").trim().slice(0, 60)}`;
  return targets.map(window.nameOf);
}

function readStop() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  window.unreached.delete(element);
  // A control may be drawn by its label or its box: those may carry the mark.
  const carriers = [element, element.parentElement, ...(element.labels ?? [])].filter(Boolean);
  const outlined = (e) => getComputedStyle(e).outlineStyle !== "none";
  const marked = (e) => outlined(e) || getComputedStyle(e).boxShadow !== "none";
  // A link that fills its row may be marked by the row.
  const row = element.closest("li, article, tr");
  return { name: window.nameOf(element), visible: carriers.some(marked) || (row !== null && outlined(row)) };
}

function unreachedTargets() {
  return [...window.unreached].map(window.nameOf);
}
