import assert from "node:assert/strict";
import { test } from "node:test";
import { type Control, DAYS_KEPT, LETTERS_AT_MOST, differing, fieldsOf, isKept, read, written } from "./draft.ts";

const control = (name: string, type: string, values: string[], completes = ""): Control => ({ name, type, values, completes });

test("what is typed and chosen is kept, what is secret or the page's own is not", () => {
  const kept = ["textarea", "text", "email", "checkbox", "select-one"].map((type) => isKept(control("a", type, ["x"])));
  const left = ["password", "hidden", "file", "submit", "button"].map((type) => isKept(control("a", type, ["x"])));
  assert.deepEqual([kept, left], [[true, true, true, true, true], [false, false, false, false, false]]);
  assert.equal(isKept(control("code", "text", ["123456"], "one-time-code")), false);
  assert.equal(isKept(control("card", "text", ["4111"], "section-a cc-number")), false);
  assert.equal(isKept(control("", "text", ["x"])), false);
});

test("controls of one name are one field, an unchecked one an empty field", () => {
  const fields = fieldsOf([
    control("kind", "radio", []),
    control("kind", "radio", ["question"]),
    control("text", "textarea", ["Bez terminu udział zniknie."]),
    control("agree", "checkbox", []),
    control("key", "hidden", ["k1"]),
  ]);
  assert.deepEqual(fields, [["kind", ["question"]], ["text", ["Bez terminu udział zniknie."]], ["agree", []]]);
});

test("a draft is read as it was written", () => {
  const draft = { at: 1000, fields: [["text", ["„ąęł”\nnowy wiersz"]]] as const, key: "k1", version: "3" };
  assert.deepEqual(read(written(draft) ?? null, 2000), draft);
});

test("old drafts, broken ones and other things are none", () => {
  const draft = { at: 0, fields: [] };
  const day = 24 * 60 * 60 * 1000;
  assert.deepEqual(read(JSON.stringify(draft), DAYS_KEPT * day), draft);
  assert.equal(read(JSON.stringify(draft), DAYS_KEPT * day + 1), undefined);
  for (const text of [null, "", "{", "null", "[]", '{"at":"x","fields":[]}', '{"at":1}']) assert.equal(read(text, 5), undefined);
});

test("a draft larger than a device should hold is not kept", () => {
  assert.equal(written({ at: 1, fields: [["text", ["x".repeat(LETTERS_AT_MOST)]]] }), undefined);
});

test("only what stands otherwise in a field that is still there is brought back", () => {
  const kept = [["text", ["dwa\nwiersze"]], ["kind", ["objection"]], ["gone", ["x"]]] as const;
  assert.deepEqual(differing(kept, [["text", ["dwa\r\nwiersze "]], ["kind", []]]), [["kind", ["objection"]]]);
  assert.deepEqual(differing(kept, [["text", ["dwa\nwiersze"]], ["kind", ["objection"]]]), []);
});
