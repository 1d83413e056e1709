import assert from "node:assert/strict";
import { test } from "node:test";
import { BEAT_MS, IDLE_MS, isDue, sentence, TYPING_BEAT_MS } from "./holding.ts";

test("a section is held anew with each beat while someone edits, and lapses when nobody does", () => {
  assert.equal(isDue({ touched: 0, asked: 0 }, BEAT_MS - 1, "beat"), false);
  assert.equal(isDue({ touched: 0, asked: 0 }, BEAT_MS, "beat"), true);
  assert.equal(isDue({ touched: 0, asked: 0 }, IDLE_MS, "beat"), false);
});

test("typing holds it at once after a pause, and not with every letter", () => {
  assert.equal(isDue({ touched: 0, asked: 0 }, TYPING_BEAT_MS - 1, "typing"), false);
  assert.equal(isDue({ touched: 0, asked: 0 }, IDLE_MS * 2, "typing"), true);
});

test("a refusal is told in the server's words, whatever they come in", () => {
  const strip = (html: string) => html.replace(/<[^>]*>/g, " ");
  assert.equal(sentence("application/problem+json", '{"title":"Przejęte","detail":"Rozdział przejęła urbanistka."}', strip), "Rozdział przejęła urbanistka.");
  assert.equal(sentence("application/problem+json", '{"title":"Przejęte"}', strip), "Przejęte");
  assert.equal(sentence("text/html; charset=utf-8", "<p>Rozdział\n przejęła <b>urbanistka</b></p>", strip), "Rozdział przejęła urbanistka");
  assert.equal(sentence("application/json", "{", strip), "");
});
