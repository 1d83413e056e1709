// Drafts as values: which of a form's fields are worth keeping, and when a kept draft is worth bringing back.

/** What a control of a form tells about itself. */
export interface Control {
  readonly name: string;
  /** As browsers say it: `textarea`, `text`, `checkbox`, `select-one` … */
  readonly type: string;
  /** What stands or is chosen in it; several for a list, none for an unchecked box. */
  readonly values: readonly string[];
  /** The words of `autocomplete`. */
  readonly completes: string;
}

/** Names with their values, in the order of the form. */
export type Fields = readonly (readonly [string, readonly string[]])[];

/** A form as it was left. */
export interface Draft {
  /** When it was last typed in, in milliseconds since the epoch. */
  readonly at: number;
  readonly fields: Fields;
  /** The form's key, by which the server knows a repeated sending. Only of drafts that were sent. */
  readonly key?: string;
  /** What the form was about when it was typed: a revision, as the page names it. */
  readonly version?: string;
}

/** Drafts are forgotten after this time, and at most so many letters are kept of each. */
export const DAYS_KEPT = 30;
export const LETTERS_AT_MOST = 200_000;

const DAY_MS = 24 * 60 * 60 * 1000;
const TYPED = new Set(["textarea", "text", "search", "email", "tel", "url", "number", "date", "time", "datetime-local", "month", "week", "range", "color", "checkbox", "radio", "select-one", "select-multiple"]);
const SECRET = /\b(one-time-code|current-password|new-password|cc-\S+)/;

/** Whether a control may be kept: what is typed or chosen by hand, and no secret. */
export const isKept = ({ name, type, completes }: Control): boolean => name !== "" && TYPED.has(type) && !SECRET.test(completes);

/** The fields of a form that are kept; controls of one name, like radio buttons, are one field. */
export function fieldsOf(controls: readonly Control[]): Fields {
  const fields = new Map<string, string[]>();
  for (const control of controls.filter(isKept)) fields.set(control.name, [...(fields.get(control.name) ?? []), ...control.values]);
  return [...fields];
}

/** The draft as it is stored; nothing if it is larger than a device should hold. */
export function written(draft: Draft): string | undefined {
  const text = JSON.stringify(draft);
  return text.length <= LETTERS_AT_MOST ? text : undefined;
}

/** A stored draft; nothing if it is none or too old. */
export function read(text: string | null, now: number): Draft | undefined {
  const draft = parsed(text);
  return draft && now - draft.at <= DAYS_KEPT * DAY_MS ? draft : undefined;
}

function parsed(text: string | null): Draft | undefined {
  try {
    const value = JSON.parse(text ?? "null") as Partial<Draft> | null;
    return typeof value?.at === "number" && Array.isArray(value.fields) ? (value as Draft) : undefined;
  } catch {
    return undefined;
  }
}

/** Those of the kept fields that stand otherwise in the form: what there is to bring back. */
export function differing(kept: Fields, shown: Fields): Fields {
  const now = new Map(shown);
  return kept.filter(([name, values]) => {
    const others = now.get(name);
    return others !== undefined && JSON.stringify(values.map(sameEnds)) !== JSON.stringify(others.map(sameEnds));
  });
}

// Servers and browsers disagree on how a line ends and on the space around a text.
const sameEnds = (value: string) => value.replace(/\r\n?/g, "\n").trim();
