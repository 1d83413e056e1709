import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { type Answer, Autosave } from "./autosave.ts";

/** A page whose server answers as it is told. */
class Page {
  body = "a";
  sent: string[] = [];
  said: string[] = [];
  answers: (Answer | undefined)[] = [];
  read = () => ({ body: this.body, snapshot: this.body });
  send = (body: string) => {
    this.sent.push(body);
    return Promise.resolve(this.answers.shift());
  };
  saved = ({ revision }: Answer, snapshot: string) => void this.said.push(`saved ${revision} ${snapshot}`);
  waits = () => void this.said.push("waits");
  stopped = () => void this.said.push("stopped");
}

async function pass(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

test("it is sent once when the typing rests, and again when more was typed meanwhile", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = new Page();
  page.answers = [{ status: 200, revision: 1 }];
  const saving = new Autosave(page);
  saving.typed();
  await pass(1_500);
  saving.typed();
  await pass(1_500);
  assert.deepEqual(page.sent, []);
  await pass(500);
  assert.deepEqual([page.sent, page.said], [["a"], ["saved 1 a"]]);
  mock.timers.reset();
});

test("what had no answer goes again just so before anything newer does", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = new Page();
  page.answers = [undefined, { status: 200, revision: 1 }, { status: 200, revision: 2 }];
  const saving = new Autosave(page);
  saving.typed();
  await pass(2_000);
  page.body = "ab";
  saving.online();
  await pass(0);
  await pass(2_000);
  assert.deepEqual(page.sent, ["a", "a", "ab"]);
  assert.deepEqual(page.said, ["waits", "saved 1 a", "saved 2 ab"]);
  mock.timers.reset();
});

test("before the form itself is sent, what had no answer goes once more, and its revision is known", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = new Page();
  page.answers = [undefined, { status: 200, revision: 1 }];
  const saving = new Autosave(page);
  saving.typed();
  await pass(2_000);
  page.body = "ab";
  await saving.rest();
  await pass(60_000);
  assert.deepEqual([page.sent, page.said], [["a", "a"], ["waits", "saved 1 a"]]);
  mock.timers.reset();
});

test("after a clash nothing is sent by itself", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = new Page();
  page.answers = [{ status: 409 }];
  const saving = new Autosave(page);
  saving.typed();
  await pass(2_000);
  saving.typed();
  await pass(60_000);
  assert.deepEqual([page.sent, page.said], [["a"], ["stopped"]]);
  mock.timers.reset();
});
