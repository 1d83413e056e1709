// Where the now-line stands in the grid of rooms and hours: its row, in whole five minutes.

/** A row of the grid, counted from its first hour. */
export interface Row {
  hour: number;
  minute: number;
}

/** The row of `now` in a grid that shows `from` until `to` (seconds since the epoch); nothing outside of it. */
export function rowOf(now: number, from: number, to: number): Row | undefined {
  if (!(from <= now && now < to)) return undefined;
  const seconds = now - from;
  return { hour: Math.floor(seconds / 3600), minute: Math.floor((seconds % 3600) / 300) * 5 };
}

/** Class names of an element with its row replaced by another. */
export function inRow(classes: string, row: Row): string {
  const others = classes.split(/\s+/).filter((name) => name && !/^r[hm]\d+$/.test(name));
  return [...others, `rh${row.hour}`, `rm${row.minute}`].join(" ");
}
