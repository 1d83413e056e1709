// Classes that say where a session stands in the grid of rooms and hours (css/grid.css).
//
// Inline styles are refused by the content security policy, and places come in few enough values to give each
// a class: column, width in columns, hour and minute of start and end, counted from the grid's first hour.

const COLUMNS = 48;
// A day that begins at noon may end at four in the morning of the day after next: enough for any night.
const HOURS = 40;
const STEPS_AN_HOUR = 12;

const count = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The text of `grid-places.css`. */
export function gridPlaces() {
  const rules = [];
  for (const n of count(1, COLUMNS)) rules.push(`.c${n}{--c:${n}}`, `.w${n}{--w:${n}}`, `.cols${n}{--cols:${n}}`);
  for (const edge of ["s", "e", "r"]) {
    for (const hour of count(0, HOURS)) rules.push(`.${edge}h${hour}{--${edge}h:${hour}}`);
    for (const step of count(0, STEPS_AN_HOUR - 1)) rules.push(`.${edge}m${step * 5}{--${edge}m:${step}}`);
  }
  // The number of rows is multiplied here: not every browser takes a calc() inside repeat().
  for (const hours of count(1, HOURS)) rules.push(`.hours${hours}{--hours:${hours};--rows:${hours * STEPS_AN_HOUR}}`);
  return rules.join("\n");
}
