// Classes that say how long a bar is and how high a column of the index stands.
//
// Inline styles are refused by the content security policy. A whole percent is finer than the eye measures a
// bar by, a twentieth finer than it measures a column of fifty pixels; the exact numbers stand beside them.

const PERCENT = 100;
const TWENTIETHS = 20;

const upTo = (last) => Array.from({ length: last + 1 }, (_, i) => i);

/** The text of `shares.css`. */
export function shares() {
  const widths = upTo(PERCENT).map((n) => `.w-${n}{--w:${n}%}`);
  const heights = upTo(TWENTIETHS).map((n) => `.n-${n}{--n:${n}}`);
  return [...widths, ...heights].join("\n");
}
