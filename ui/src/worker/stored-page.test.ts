import assert from "node:assert/strict";
import { test } from "node:test";
import { fromStore, shifted, storingTime, toStore } from "./stored-page.ts";

test("a page comes out of the store as it went in, marked with its age", async () => {
  const page = await fromStore(toStore('<!doctype html><html lang="pl"><p>Program', "2026-11-15T09:42:00.000Z"));
  assert.equal(await page.text(), '<!doctype html><html data-stored-at="2026-11-15T09:42:00.000Z" lang="pl"><p>Program');
  assert.equal(page.headers.get("content-type"), "text/html; charset=utf-8");
});

test("a page stored without a time is not marked", async () => {
  assert.equal(await (await fromStore(new Response('<html lang="en">'))).text(), '<html lang="en">');
});

test("the time of storing is the congress's, when the page tells how far that is from the device's", () => {
  assert.equal(storingTime('<html lang="pl" data-shift="-3600" data-release="1">', Date.UTC(2026, 10, 15, 11, 42)), "2026-11-15T10:42:00.000Z");
  assert.equal(storingTime("<html lang='pl'>", Date.UTC(2026, 10, 15, 11, 42)), "2026-11-15T11:42:00.000Z");
});

test("a page made with the release is told how far the congress's clock is now", () => {
  const page = '<html lang="pl" data-shift="-86400" data-release="1"><p data-shift="1">';
  assert.equal(shifted(page, "-222825600"), '<html lang="pl" data-shift="-222825600" data-release="1"><p data-shift="1">');
  assert.equal(shifted("<html lang='pl'>", "5"), "<html lang='pl'>");
});
