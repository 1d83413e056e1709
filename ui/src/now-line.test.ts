import assert from "node:assert/strict";
import { test } from "node:test";
import { inRow, rowOf } from "./now-line.ts";

const EIGHT = 1_763_190_000;
const HOUR = 3600;

test("the line stands in the row of the five minutes that are running", () => {
  assert.deepEqual(rowOf(EIGHT, EIGHT, EIGHT + HOUR), { hour: 0, minute: 0 });
  assert.deepEqual(rowOf(EIGHT + 2 * HOUR + 42 * 60 + 59, EIGHT, EIGHT + 14 * HOUR), { hour: 2, minute: 40 });
  assert.deepEqual(rowOf(EIGHT + 14 * HOUR - 1, EIGHT, EIGHT + 14 * HOUR), { hour: 13, minute: 55 });
});

test("there is no line before the first hour, after the last, or in a grid without hours", () => {
  assert.equal(rowOf(EIGHT - 1, EIGHT, EIGHT + HOUR), undefined);
  assert.equal(rowOf(EIGHT + HOUR, EIGHT, EIGHT + HOUR), undefined);
  assert.equal(rowOf(EIGHT, Number.NaN, Number.NaN), undefined);
});

test("moving the line replaces its row and nothing else", () => {
  assert.equal(inRow("slots__now rh2 rm40", { hour: 10, minute: 5 }), "slots__now rh10 rm5");
  assert.equal(inRow("slots__now", { hour: 0, minute: 0 }), "slots__now rh0 rm0");
});
