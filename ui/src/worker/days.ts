// Which day of the programme it is, by the clock of the congress.

/** A day of the stored programme; its bounds are seconds since the epoch. */
export interface Day {
  path: string;
  from: number;
  to: number;
}

/** The day that `now` lies in; the first one before, between and after them, as the server does it. */
export function dayAt(days: readonly Day[], now: number): Day | undefined {
  return days.find(({ from, to }) => from <= now && now < to) ?? days[0];
}
