import assert from "node:assert/strict";
import { test } from "node:test";
import { readVisits, seen, since, utc, withSeen } from "./visits.ts";

const HOUR = 3600;

test("the first visit has none before it", () => {
  assert.deepEqual(seen(undefined, 100), { last: 100 });
});

test("a reload within a sitting keeps what was before it", () => {
  const back = seen({ last: 0 }, 2 * HOUR);
  assert.deepEqual(back, { before: 0, last: 2 * HOUR });
  assert.deepEqual(seen(back, 2 * HOUR + 60), { before: 0, last: 2 * HOUR + 60 });
});

test("a clock set back changes nothing", () => {
  assert.deepEqual(seen({ before: 1, last: 500 }, 400), { before: 1, last: 500 });
});

test("texts not read for more than a year are forgotten", () => {
  const now = 500 * 24 * HOUR;
  assert.deepEqual(withSeen({ old: { last: 0 }, other: { last: now - 5 } }, "this", now), { other: { last: now - 5 }, this: { last: now } });
});

test("what is stored is read with care", () => {
  assert.deepEqual(readVisits('{"a":{"last":1},"b":{"last":"x"},"c":null}'), { a: { last: 1 } });
  for (const text of [null, "{", "7"]) assert.deepEqual(readVisits(text), {});
});

test("the time goes into the link's own parameter", () => {
  assert.equal(utc(Date.UTC(2026, 10, 15, 9, 42) / 1000 + 0.7), "2026-11-15T09:42:00Z");
  assert.equal(since("https://kongres.example/propozycje/a?widok=zmiany&od=1#wersje", "od", 0), "https://kongres.example/propozycje/a?widok=zmiany&od=1970-01-01T00%3A00%3A00Z#wersje");
});
