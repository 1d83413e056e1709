// Which characters travel in which font file.
//
// A browser splits a word where its letters come from different files, and loses the kerning there. So one
// small file, the core, holds everything that Polish, English and German pages are made of; the other Latin
// letters wait in a second file that is fetched only by a page that needs them.

const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 0x20 + i));
const polish = "ĄąĆćĘęŁłŃńÓóŚśŹźŻż";
const neighbours = "ÄÖÜßäöüÉéèêëàáâçíîïñôøåæœúûŠšŽžý";
const marks = "–—‘’‚“”„†•…′″‹›«»§°·×©®±²³¼½¾¿¡€№−←→";
// No-break, soft hyphen, thin, narrow no-break, non-breaking hyphen.
const spaces = "\u00a0\u00ad\u2009\u202f\u2011";

/** Everything that the pages of the congress are normally made of. */
export const CORE = [...new Set(ascii + polish + neighbours + marks + spaces)].sort().join("");

/** Code points of the second file: Latin as far as the European languages go. */
const LATIN = [[0x00a1, 0x024f], [0x02c6, 0x02dd], [0x0300, 0x0304], [0x0327, 0x0328], [0x1e00, 0x1eff], [0x2010, 0x2044], [0x20a0, 0x20bf], [0x2122, 0x2122], [0x2190, 0x2193], [0x2212, 0x2265]];

/** Every other Latin character, as a string to subset by. */
export const REST = LATIN.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)))
  .filter((character) => !CORE.includes(character))
  .join("");

/** The value of `unicode-range` for a set of characters: runs of neighbours, in order. */
export function unicodeRange(characters) {
  const points = [...characters].map((character) => character.codePointAt(0)).sort((a, b) => a - b);
  const runs = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && point === run[1] + 1) run[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(",");
}
