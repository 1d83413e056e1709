import assert from "node:assert/strict";
import { test } from "node:test";
import { asField, classesOf, clockOf, kept, moved, type Plan } from "./places.ts";

const PLAN: Plan = {
  rooms: [
    { key: "wielka", name: "Wielka", column: 1, width: 1 },
    { key: "kadzielnia", name: "Kadzielnia", column: 2, width: 2 },
    { key: "silnica", name: "Silnica", column: 4, width: 1 },
  ],
  minutes: 12 * 60,
};

test("arrows move by rooms and by minutes, and stop at the edges", () => {
  const place = { room: 1, start: 60, minutes: 90 };
  assert.deepEqual(moved(PLAN, place, "left", 15), { room: 0, start: 60, minutes: 90 });
  assert.deepEqual(moved(PLAN, place, "later", 15), { room: 1, start: 75, minutes: 90 });
  assert.deepEqual(moved(PLAN, { ...place, room: 2 }, "right", 15), { room: 2, start: 60, minutes: 90 });
  assert.deepEqual(moved(PLAN, { ...place, start: 5 }, "earlier", 15), { room: 1, start: 0, minutes: 90 });
});

test("a place stays whole within the grid and begins in a row of it", () => {
  assert.deepEqual(kept(PLAN, { room: 9, start: 707, minutes: 90 }), { room: 2, start: 630, minutes: 90 });
  assert.deepEqual(kept(PLAN, { room: -1, start: 62, minutes: 90 }), { room: 0, start: 60, minutes: 90 });
  // Longer than the day: it begins with it.
  assert.deepEqual(kept(PLAN, { room: 0, start: 30, minutes: 1000 }), { room: 0, start: 0, minutes: 1000 });
});

test("a place has the classes of its columns and rows", () => {
  assert.equal(classesOf(PLAN, { room: 1, start: 65, minutes: 25 }), "c2 w2 sh1 sm5 eh1 em30");
  assert.equal(classesOf(PLAN, { room: 0, start: 0, minutes: 0 }), "c1 w1 sh0 sm0 eh0 em5");
});

test("the clock is read off the labels of the hours", () => {
  const night = ["1:00", "2:00", "2:00", "3:00"];
  assert.equal(clockOf(night, 135), "2:15");
  assert.equal(clockOf(night, 185), "3:05");
  assert.equal(asField(clockOf(["9:00"], 5)), "09:05");
});
