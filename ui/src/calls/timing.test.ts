import assert from "node:assert/strict";
import { test } from "node:test";
import { BEGINNING, moved, readTiming, shown, standing, toggled, usedMs, warnsAt } from "./timing.ts";

const FOUR_MINUTES = 240_000;

test("a talk is ready, goes, warns in its last quarter or minute, and runs over", () => {
  const started = toggled(BEGINNING, 1000);
  const at = (ms: number) => standing(started, FOUR_MINUTES, 1000 + ms);
  assert.equal(standing(BEGINNING, FOUR_MINUTES, 5), "ready");
  assert.deepEqual([0, 179_999, 180_000, 239_999, 240_000, 900_000].map(at), ["going", "going", "soon", "soon", "over", "over"]);
  assert.equal(warnsAt(20_000), 5000);
});

test("a pause keeps what was used, and a clock that was put back gives no time back", () => {
  const paused = toggled(toggled(BEGINNING, 1000), 31_000);
  assert.deepEqual(paused, { at: 0, used: 30_000, since: null });
  assert.equal(standing(paused, FOUR_MINUTES, 99_000_000), "paused");
  const again = toggled(paused, 50_000);
  assert.equal(usedMs(again, 60_000), 40_000);
  assert.equal(usedMs(again, 10_000), 30_000);
});

test("the next talk begins from its beginning and there is none after the last or before the first", () => {
  const going = toggled(BEGINNING, 0);
  assert.deepEqual(moved(going, 1, 2, 5000), { at: 1, used: 0, since: 5000 });
  const last = { at: 1, used: 7, since: 3 };
  assert.deepEqual(moved(last, 1, 2, 9000), last);
  assert.deepEqual(moved({ at: 0, used: 7, since: null }, -1, 2, 9), BEGINNING);
});

test("time is shown in minutes and seconds, and beyond the end with a sign", () => {
  assert.deepEqual([240_000, 65_001, 1, 0, -999, -1000, -72_500].map(shown), ["4:00", "1:06", "0:01", "0:00", "0:00", "+0:01", "+1:12"]);
});

test("what is no clock of this session is its beginning", () => {
  const kept = { at: 1, used: 5, since: null };
  assert.deepEqual(readTiming(JSON.stringify(kept), 2), kept);
  for (const wrong of [null, "", "[]", "7", JSON.stringify({ ...kept, at: 2 }), JSON.stringify({ ...kept, used: "x" }), JSON.stringify({ at: 0 })]) assert.deepEqual(readTiming(wrong, 2), BEGINNING, String(wrong));
});
