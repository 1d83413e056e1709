// When a section that somebody edits is held anew, as a pure matter of times.

/** Held anew after this time while someone edits: well within the lease that the server gives. */
export const BEAT_MS = 30_000;
/** Typing holds it anew at once, but not with every letter. */
export const TYPING_BEAT_MS = 10_000;
/** Who has not touched the section for so long is not editing it: the hold lapses by itself. */
export const IDLE_MS = 10 * 60_000;

/** What has happened, in milliseconds of one clock. */
export interface Times {
  /** The last typing or focus. */
  readonly touched: number;
  /** The last time that the server was asked. */
  readonly asked: number;
}

/** Whether to ask now, by the timer's beat or because something was typed. */
export function isDue({ touched, asked }: Times, now: number, by: "beat" | "typing"): boolean {
  if (by === "typing") return now - asked >= TYPING_BEAT_MS;
  return now - touched < IDLE_MS && now - asked >= BEAT_MS;
}

/** The sentence of a refusal: a problem's detail, or the words of a page; whatever it is, as plain text. */
export function sentence(type: string, body: string, words: (html: string) => string): string {
  if (!/\bjson\b/.test(type)) return words(body).replace(/\s+/g, " ").trim();
  try {
    const problem = JSON.parse(body) as { detail?: unknown; title?: unknown };
    const said = problem.detail ?? problem.title;
    return typeof said === "string" ? said : "";
  } catch {
    return "";
  }
}
