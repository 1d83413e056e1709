import assert from "node:assert/strict";
import { test } from "node:test";
import { timeOfDay } from "./congress-time.ts";

test("times are told in the congress's zone, without a leading zero", () => {
  assert.equal(timeOfDay(Date.UTC(2026, 10, 15, 9, 42) / 1000, "Europe/Warsaw"), "10:42");
  assert.equal(timeOfDay(Date.UTC(2026, 10, 15, 8, 5) / 1000, "Europe/Warsaw"), "9:05");
  assert.equal(timeOfDay(Date.UTC(2026, 10, 15, 23, 0) / 1000, "Europe/Warsaw"), "0:00");
});

test("summer time is the zone's own business", () => {
  assert.equal(timeOfDay(Date.UTC(2026, 6, 1, 8, 5) / 1000, "Europe/Warsaw"), "10:05");
});
