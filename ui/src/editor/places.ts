// Where a block of the office's grid may go: rooms by columns, times by rows of five minutes. No page in here.

/** Minutes of one row of the grid. */
export const STEP_MINUTES = 5;

/** A room of the grid with the columns it takes, counted from 1. */
export interface Room {
  key: string;
  name: string;
  column: number;
  width: number;
}

/** What the grid shows: its rooms, and the minutes from its first hour to its end. */
export interface Plan {
  rooms: readonly Room[];
  minutes: number;
}

/** A place in the grid: the room by its index, the start in minutes from the first hour, the length. */
export interface Place {
  room: number;
  start: number;
  minutes: number;
}

/** Ways in which a key moves a block. */
export type Way = "earlier" | "later" | "left" | "right";

/** A place one step further, or the same one at the edge of the grid. */
export function moved(plan: Plan, place: Place, way: Way, stepMinutes: number): Place {
  switch (way) {
    case "earlier":
      return kept(plan, { ...place, start: place.start - stepMinutes });
    case "later":
      return kept(plan, { ...place, start: place.start + stepMinutes });
    case "left":
      return kept(plan, { ...place, room: place.room - 1 });
    case "right":
      return kept(plan, { ...place, room: place.room + 1 });
  }
}

/** A place brought back into the grid: its start in a row of it, its end not below it. */
export function kept(plan: Plan, place: Place): Place {
  const last = Math.max(0, plan.minutes - Math.min(place.minutes, plan.minutes));
  const start = Math.round(place.start / STEP_MINUTES) * STEP_MINUTES;
  return { ...place, room: between(place.room, 0, plan.rooms.length - 1), start: between(start, 0, last) };
}

/** The classes that put a place into its cells (css made by ui/build/grid-places.mjs). */
export function classesOf(plan: Plan, place: Place): string {
  const room = plan.rooms[place.room];
  const end = Math.max(place.start + place.minutes, place.start + STEP_MINUTES);
  const row = (edge: string, minutes: number) => `${edge}h${Math.floor(minutes / 60)} ${edge}m${Math.floor((minutes % 60) / STEP_MINUTES) * STEP_MINUTES}`;
  return `c${room?.column ?? 1} w${room?.width ?? 1} ${row("s", place.start)} ${row("e", end)}`;
}

/**
 * The time on the clock so many minutes after the label of an hour: `hours` are the labels of the grid's
 * whole hours, so that a night when clocks change is read off the grid, not counted.
 */
export function clockOf(hours: readonly string[], minutes: number): string {
  const label = hours[Math.floor(minutes / 60)] ?? hours.at(-1) ?? "0:00";
  const [hour = "0", past = "0"] = label.split(":");
  const all = Number(past) + (minutes % 60);
  return `${(Number(hour) + Math.floor(all / 60)) % 24}:${String(all % 60).padStart(2, "0")}`;
}

/** A time of the clock as a field of a form wants it: `9:05` as `09:05`. */
export const asField = (clock: string): string => clock.padStart(5, "0");

const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));
