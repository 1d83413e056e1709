import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAt } from "./days.ts";

const days = [
  { path: "/program/14-listopada", from: 100, to: 200 },
  { path: "/program/15-listopada", from: 200, to: 300 },
];

test("the programme opens at the day that it is", () => {
  assert.equal(dayAt(days, 199)?.path, "/program/14-listopada");
  assert.equal(dayAt(days, 200)?.path, "/program/15-listopada");
});

test("before and after the congress the programme opens at its first day", () => {
  assert.equal(dayAt(days, 99)?.path, "/program/14-listopada");
  assert.equal(dayAt(days, 300)?.path, "/program/14-listopada");
  assert.equal(dayAt([], 100), undefined);
});
