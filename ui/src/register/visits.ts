// Visits to texts as values: when each was read last, and when before that.

/** Times in seconds since the epoch. */
export interface Visit {
  /** The end of the sitting before this one; none at the first. */
  readonly before?: number;
  /** The last time seen in this sitting. */
  readonly last: number;
}

/** Names of texts with their visits. */
export type Visits = Readonly<Record<string, Visit>>;

/** Someone away for longer than this comes back to something new. */
const SITTING_SECONDS = 30 * 60;
const SECONDS_KEPT = 400 * 24 * 60 * 60;

/** The visit with one more look at the text. Going to and fro within a sitting does not move its beginning. */
export function seen(visit: Visit | undefined, now: number): Visit {
  if (!visit) return { last: now };
  if (now - visit.last > SITTING_SECONDS) return { before: visit.last, last: now };
  return { ...visit, last: Math.max(visit.last, now) };
}

/** All visits after one more look at a text, without those of long ago. */
export function withSeen(visits: Visits, name: string, now: number): Visits {
  const recent = Object.entries(visits).filter(([, { last }]) => now - last < SECONDS_KEPT);
  return { ...Object.fromEntries(recent), [name]: seen(visits[name], now) };
}

/** What is stored, if it is that. */
export function readVisits(text: string | null): Visits {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, visit]) => typeof (visit as Partial<Visit> | null)?.last === "number"));
  } catch {
    return {};
  }
}

/** An address with the time in its parameter, as UTC in whole seconds. */
export function since(address: string, parameter: string, seconds: number): string {
  const url = new URL(address);
  url.searchParams.set(parameter, utc(seconds));
  return url.href;
}

/** `2026-11-15T09:42:00Z`. */
export const utc = (seconds: number): string => `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z`;
