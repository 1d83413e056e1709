// Two ways to use a page: with the pointer, and with the keyboard alone.

import { eventually } from "./eventually.mjs";

/** With the pointer: what is to be used is found by its label, wherever it is. */
export function pointer() {
  return {
    fill: (field, words) => field.fill(words),
    tick: (box) => box.check(),
    choose: (field, value) => field.selectOption(value),
    press: (target) => target.click(),
  };
}

/** With the keyboard alone, once the field has the focus. */
export function keyboard() {
  return {
    async fill(field, words) {
      await field.focus();
      // In which order a day or an hour is typed is a matter of the browser's language, and not ours.
      if (["date", "datetime-local", "time"].includes(await field.getAttribute("type"))) return field.fill(words);
      await field.press("ControlOrMeta+A");
      await field.page().keyboard.type(words);
    },
    async tick(box) {
      if (await box.isChecked()) return;
      await box.focus();
      await box.press("Space");
    },
    // A list opened by keyboard is the system's; typing its first letters is not told apart from choosing.
    async choose(field, value) {
      await field.focus();
      await field.selectOption(value);
    },
    async press(target) {
      await target.focus();
      await target.press("Enter");
    },
  };
}

/** Where a view is. Letters name the congress in their links, for they are read after the next one; pages of this one need not. */
export const place = (view) => new URL(view.page.url()).pathname.replace(/^(\/en)?\/kpm-2019/, "$1");

/** Waits until a page is there as a whole: a view that is closed in the middle of loading may never close. */
export async function arrives(view, path) {
  await eventually(() => Promise.resolve(place(view)), path);
  await view.page.waitForLoadState("load");
}

/** Comes in by the code that a letter brings, and waits for the page that one wanted. */
export async function comesInByLetter(stage, view, email, next) {
  await view.page.locator("form:not([data-passkey]) input[name=email]").fill(email);
  await view.page.keyboard.press("Enter");
  await view.page.locator("input[name=code]").fill((await stage.mailbox.to(email)).code);
  await view.page.keyboard.press("Enter");
  await arrives(view, next);
}

/** Words as they are read: without soft hyphens, and with one space where there are many. */
export const plain = (text) => text.replaceAll("\u00AD", "").replaceAll(/\s+/g, " ").trim();
