import assert from "node:assert/strict";
import { test } from "node:test";
import { letters } from "./letters.ts";

test("a character is what people see as one", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["", 0],
    ["  Kielce ", 6],
    ["zażółć", 6],
    ["za\u0307z\u0301", 3],
    ["👩‍👩‍👧‍👦", 1],
    ["🇵🇱", 1],
    ["a\r\nb", 3],
  ];
  for (const [words, expected] of cases) assert.equal(letters(words), expected, words);
});
