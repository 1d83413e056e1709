import assert from "node:assert/strict";
import { test } from "node:test";
import { merged, queued, restoring, settled } from "./mine-queue.ts";

test("what waits is done to the list, in order and once", () => {
  assert.deepEqual(merged(["S31", "S07"], { S07: "remove", S12: "add", S31: "add" }), ["S31", "S12"]);
  assert.deepEqual(merged(["S31", "S31"], {}), ["S31"]);
  assert.deepEqual(merged([], { S99: "remove" }), []);
});

test("merging again changes nothing", () => {
  const queue = { S07: "remove", S12: "add" } as const;
  const once = merged(["S07", "S31"], queue);
  assert.deepEqual(merged(once, queue), once);
});

test("only the last press of a star counts", () => {
  assert.deepEqual(queued(queued({}, "S31", "add"), "S31", "remove"), { S31: "remove" });
});

test("an act leaves the queue when the server took it", () => {
  assert.deepEqual(settled({ S31: "add", S07: "remove" }, "S31", "add"), { S07: "remove" });
});

test("a press made while the earlier one was on its way stays in the queue", () => {
  assert.deepEqual(settled({ S31: "remove" }, "S31", "add"), { S31: "remove" });
});

test("a server that forgot is told everything, and later presses win", () => {
  assert.deepEqual(restoring(["S31", "S07"], { S07: "remove" }), { S31: "add", S07: "remove" });
});
