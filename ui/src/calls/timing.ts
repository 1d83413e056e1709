// The clock of a session's talks as a value: which talk is on, how much of it was used, and since when it runs.
// The element shows it; nothing here knows of a page.

/** How the clock stands. */
export interface Timing {
  /** Which talk, counted from 0. */
  readonly at: number;
  /** How many milliseconds of it were used before it was started last. */
  readonly used: number;
  /** When it was started last, by the device's clock; nothing while it stands. */
  readonly since: number | null;
}

/** How a talk stands: so much of it is left, as a word that is shown, too. */
export type Standing = "ready" | "paused" | "going" | "soon" | "over";

/** At the beginning of the first talk. */
export const BEGINNING: Timing = { at: 0, used: 0, since: null };

/** From so much on it is time to come to an end: a quarter of the talk, and no more than a minute. */
export function warnsAt(totalMs: number): number {
  return Math.min(totalMs / 4, 60_000);
}

/** How much of the talk was used. */
export function usedMs(timing: Timing, now: number): number {
  // A device whose clock was put back has not given time back to anybody.
  return timing.used + (timing.since === null ? 0 : Math.max(0, now - timing.since));
}

/** How the talk stands, if it may take so long. */
export function standing(timing: Timing, totalMs: number, now: number): Standing {
  const left = totalMs - usedMs(timing, now);
  if (left <= 0) return "over";
  if (timing.since === null) return timing.used === 0 ? "ready" : "paused";
  return left <= warnsAt(totalMs) ? "soon" : "going";
}

/** Started where it stands, paused where it runs. */
export function toggled(timing: Timing, now: number): Timing {
  return timing.since === null ? { ...timing, since: now } : { at: timing.at, used: usedMs(timing, now), since: null };
}

/** Another talk from its beginning, which runs if the one before it ran. */
export function moved(timing: Timing, by: number, count: number, now: number): Timing {
  const at = Math.min(Math.max(timing.at + by, 0), count - 1);
  if (at === timing.at && by > 0) return timing;
  return { at, used: 0, since: timing.since === null ? null : now };
}

/** `3:05`; over time with a sign: `+0:12`. Seconds are counted up while there is time left, so that it says
 * `0:01` until there is none. */
export function shown(leftMs: number): string {
  const seconds = leftMs > 0 ? Math.ceil(leftMs / 1000) : Math.floor(-leftMs / 1000);
  const sign = leftMs > 0 || seconds === 0 ? "" : "+";
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What was kept on the device; the beginning, if that is no clock of so many talks. */
export function readTiming(kept: string | null, count: number): Timing {
  try {
    const read: unknown = JSON.parse(kept ?? "null");
    if (typeof read !== "object" || read === null) return BEGINNING;
    const { at, used, since } = read as Record<string, unknown>;
    const isAt = typeof at === "number" && Number.isInteger(at) && at >= 0 && at < count;
    const isUsed = typeof used === "number" && Number.isFinite(used) && used >= 0;
    const isSince = since === null || (typeof since === "number" && Number.isFinite(since));
    return isAt && isUsed && isSince ? { at, used, since } : BEGINNING;
  } catch {
    return BEGINNING;
  }
}
