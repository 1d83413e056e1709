// Waiting for what a test expects, instead of for a time.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 25;

/** Reads again until what is read equals `expected`; after ten seconds it fails with the difference. */
export async function eventually(read, expected, message) {
  const last = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await read();
    try {
      assert.deepEqual(seen, expected, message);
      return;
    } catch (difference) {
      if (performance.now() > last) throw difference;
    }
    await pause(LOOK_AGAIN_MS);
  }
}
