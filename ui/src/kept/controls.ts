// The controls of a form in the page: what they hold, and giving it back to them.

import type { Control, Fields } from "./draft.ts";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (element: Element): element is Field => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

const fieldsIn = (form: HTMLFormElement): Field[] => [...form.elements].filter(isField);

/** What the controls of a form hold, but for those marked `data-unkept`. */
export function controlsOf(form: HTMLFormElement): Control[] {
  const kept = fieldsIn(form).filter((field) => field.closest("[data-unkept]") === null);
  return kept.map((field) => ({ name: field.name, type: field.type, values: valuesOf(field), completes: field.getAttribute("autocomplete") ?? "" }));
}

function valuesOf(field: Field): string[] {
  if (field instanceof HTMLSelectElement) return [...field.selectedOptions].map(({ value }) => value);
  if (isBox(field)) return field.checked ? [field.value] : [];
  return [field.value];
}

/** Gives fields what was kept of them, and tells the page as if it had been typed. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  for (const [name, values] of fields) {
    const controls = fieldsIn(form).filter((field) => field.name === name && field.type !== "hidden");
    controls.forEach((field, at) => give(field, values, at));
    for (const field of controls) field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function give(field: Field, values: readonly string[], at: number): void {
  if (field instanceof HTMLSelectElement) for (const option of field.options) option.selected = values.includes(option.value);
  else if (isBox(field)) field.checked = values.includes(field.value);
  else field.value = values[at] ?? "";
}

const isBox = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
