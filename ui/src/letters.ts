// Counting letters as the server does: what people see as one is one, blanks at the ends are none, and a line's
// end is one whichever way it is written.

/** How many characters a text has. */
export function letters(words: string): number {
  const text = words.replace(/\r\n?/g, "\n").trim();
  // Browsers without the segmenter count a letter with its accents as one if it can be written so.
  if (!("Segmenter" in Intl)) return [...text.normalize("NFC")].length;
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].length;
}
