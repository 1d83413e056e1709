import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { asking } from "./preview.ts";

/** An asking whose server is played by hand: `answer` settles the oldest open request. */
function played() {
  const open: { body: string; signal: AbortSignal; resolve(html: string | undefined): void; reject(): void }[] = [];
  const log: string[] = [];
  const fetch = (body: string, signal: AbortSignal) => new Promise<string | undefined>((resolve, reject) => open.push({ body, signal, resolve, reject: () => reject(new Error("away")) }));
  const heard = { shown: (html: string) => log.push(html), missed: () => log.push("missed") };
  return { open, log, asking: asking(fetch, heard, 400) };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("only what stands after the pause is asked for", async (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const { open, log, asking } = played();
  asking.ask("a");
  mock.timers.tick(399);
  asking.ask("ab");
  mock.timers.tick(400);
  assert.deepEqual(open.map(({ body }) => body), ["ab"]);
  open[0]?.resolve("<ins>ab</ins>");
  await settled();
  assert.deepEqual(log, ["<ins>ab</ins>"]);
});

test("an older answer never covers a newer one", async (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const { open, log, asking } = played();
  asking.ask("a");
  mock.timers.tick(400);
  asking.ask("b");
  assert.equal(open[0]?.signal.aborted, true);
  mock.timers.tick(400);
  open[1]?.resolve("B");
  open[0]?.resolve("A");
  await settled();
  assert.deepEqual(log, ["B"]);
});

test("without an answer the last preview stays, and the same text is asked for again", async (t) => {
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  const { open, log, asking } = played();
  asking.ask("a");
  mock.timers.tick(400);
  open[0]?.reject();
  await settled();
  asking.ask("a");
  mock.timers.tick(400);
  open[1]?.resolve("A");
  await settled();
  assert.equal(asking.ask("a"), false);
  mock.timers.tick(400);
  assert.deepEqual([log, open.length], [["missed", "A"], 2]);
});
