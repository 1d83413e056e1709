// Wrong addresses, hostile words and a power cut.

import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, test } from "node:test";

import { Stage, assertNoComplaints, assertNoCspViolation, eventually } from "./harness.mjs";

const stage = await Stage.open();
after(() => stage.close());

const NONSENSE = [
  "/program/99-listopada",
  "/en/programme/99-november",
  "/sesje/nie-ma",
  `/sesje/${"bardzo-dlugie-".repeat(300)}`,
  "/osoby/%C5%BC%C3%B3%C5%82%C4%87",
  "/osoby/%ff%fe",
  "/sala/%00",
  "/drzwi/..%2f..%2fetc%2fpasswd",
  "/kpm-1999/program",
  "/en/kpm-1999",
  "/moje/0000000000000000/kalendarz.ics",
  "/assets/main.css",
  "/offline/de.json",
  "/<script>alert(1)</script>",
];

test("wrong addresses are answered with a page that leads back, never with a failure", async () => {
  for (const path of NONSENSE) {
    const { status, body } = await stage.fetch(path);
    assert.ok(status === 404 || status === 400, `${path.slice(0, 60)} is answered with ${status}`);
    assert.match(body, /<a class="btn" href="\/(en)?"/, `${path.slice(0, 60)} leads nowhere`);
    assert.ok(!body.includes("<script>alert"), path.slice(0, 60));
  }
});

test("addresses that no browser would send are refused, and the server goes on", async () => {
  for (const line of ["GET /../../etc/passwd HTTP/1.1", "GET /%zz HTTP/1.1", "BREW / HTTP/1.1", `GET /${"a".repeat(70_000)} HTTP/1.1`, "nonsense"]) {
    const answer = await raw(`${line}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 4\d\d/, `${line.slice(0, 40)} is answered with ${answer.slice(0, 40)}`);
  }
  assert.equal((await stage.fetch("/")).status, 200);
});

test("hostile words in a filter are words and nothing else", async () => {
  for (const query of ["temat=<script>alert(1)</script>", "temat=%22%3E%3Cimg src=x onerror=alert(1)%3E", "temat=a&temat=b", "rodzaj=%00&moje=%E2%80%AE", `temat=${"x".repeat(4000)}`, "%ff=%fe", "&&==?"]) {
    await stage.look(`/program/15-listopada?${query}`, {}, async (view) => {
      assert.ok(view.response.status() < 500, query.slice(0, 60));
      assert.ok(await view.page.locator("h1").isVisible(), `${query.slice(0, 60)} shows no page`);
      assert.equal(await view.page.locator("main script, main img").count(), 0, query);
      assertNoCspViolation(view);
      assertNoComplaints(view);
    });
  }
});

test("a mark that makes no sense, or comes from elsewhere, is refused and changes nothing", async () => {
  await stage.look("/program/15-listopada", {}, async (view) => {
    for (const form of [{ add: "S999" }, { add: "S37", remove: "S37" }, {}, { add: "'; DROP TABLE favourites; --" }]) {
      const answer = await view.post("/moje", form);
      assert.ok(answer.status() >= 400 && answer.status() < 500, `${JSON.stringify(form)}: ${answer.status()}`);
    }
    const elsewhere = await view.context.request.post(`${stage.origin}/moje`, { form: { add: "S37" }, headers: { origin: "https://example.org", "sec-fetch-site": "cross-site" } });
    assert.ok(elsewhere.status() >= 400 && elsewhere.status() < 500, `from elsewhere: ${elsewhere.status()}`);
    await view.goto("/moje");
    assert.equal(await view.page.locator("main .slot").count(), 0);
  });
});

test("marks that were acknowledged survive a power cut", async () => {
  await stage.look("/program/15-listopada", {}, async (view) => {
    const acknowledged = [];
    const codes = await view.page.locator("button[data-fav]").evaluateAll((stars) => stars.map((star) => star.dataset.fav));
    // One after the other, and the plug is pulled while they come.
    const pressing = (async () => {
      for (const code of codes) {
        const answer = await view.post("/moje", { add: code }).catch(() => undefined);
        if (!answer) return;
        acknowledged.push(code);
      }
    })();
    await eventually(() => acknowledged.length >= 5, true);
    await stage.server.crash();
    await pressing;
    await stage.server.plug();
    await view.goto("/moje");
    const kept = await view.page.locator("main button[data-fav]").evaluateAll((stars) => stars.map((star) => star.dataset.fav));
    assert.deepEqual(acknowledged.filter((code) => !kept.includes(code)), [], "acknowledged, and lost");
  });
});

/** Sends bytes as they are, and answers what comes back. */
function raw(text) {
  const { hostname, port } = new URL(stage.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = "";
    socket.on("data", (bytes) => (answer += bytes));
    socket.on("close", () => resolve(answer));
    // A refused line may be closed before it was read to its end.
    socket.on("error", (problem) => (answer ? resolve(answer) : reject(problem)));
  });
}
