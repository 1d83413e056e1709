import assert from "node:assert/strict";
import { test } from "node:test";
import { meaning } from "./answer.ts";

const HERE = "https://kongres.example/propozycje/a#uwaga-7";

test("an answer that leads on, or a page that is well, has taken the text", () => {
  assert.equal(meaning({ status: 204, address: HERE, leads: true }, "/zaloguj"), "taken");
  assert.equal(meaning({ status: 200, address: HERE, leads: false }, undefined), "taken");
});

test("a refusal is shown, and an overloaded server is asked later", () => {
  assert.deepEqual([400, 403, 409, 413, 422].map((status) => meaning({ status, address: HERE, leads: false }, undefined)), ["shown", "shown", "shown", "shown", "shown"]);
  assert.deepEqual([429, 500, 503].map((status) => meaning({ status, address: HERE, leads: false }, undefined)), ["later", "later", "later"]);
});

test("who is led to sign in has not been heard yet", () => {
  assert.equal(meaning({ status: 200, address: "https://kongres.example/zaloguj?dalej=/propozycje/a", leads: true }, "/zaloguj"), "shown");
});
