// Doing what one may not do: every form that an organiser has, sent by everybody else.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Stage } from "./harness.mjs";
import { readForms, send } from "./forms.mjs";

const stage = await Stage.open([], { mail: true });
after(() => stage.close());

const OFFICE = "/biuro";
const EDITION = "kpm-2019";
const isOffice = (path) => path.startsWith(OFFICE);
const history = async (view) => (await view.context.request.get(`${stage.origin}${OFFICE}/${EDITION}/historia`)).text();
const entries = async (view) => (await history(view)).match(/<(li|tr)\b/g)?.length ?? 0;

let organiser;
let office;
before(async () => {
  organiser = await stage.visit("/", { as: "organiser" });
  office = await readForms(organiser, [OFFICE], isOffice);
});
after(() => organiser.close());

test("an organiser's office was found, with its forms", () => {
  assert.ok(office.pages.length > 8, `only ${office.pages.length} pages`);
  assert.ok(office.forms.length > 4, `only ${office.forms.length} forms`);
});

test("no link within the office leads nowhere", () => {
  const lost = office.pages.filter(({ status }) => status >= 400);
  assert.deepEqual(lost, []);
});

for (const role of ["visitor", "participant", "speaker", "expert", "chair", "committee"]) {
  test(`no page and no form of the office is for the role: ${role}`, async () => {
    const refused = role === "visitor" ? [303, 404] : [404];
    await stage.look("/", role === "visitor" ? {} : { as: role }, async (view) => {
      const had = await entries(organiser);
      for (const { path } of office.pages.filter(({ path }) => path !== OFFICE)) {
        const answer = await view.context.request.get(stage.origin + path, { maxRedirects: 0 });
        assert.ok(refused.includes(answer.status()), `GET ${path}: ${answer.status()}`);
        if (answer.status() === 303) assert.match(answer.headers().location, /^\/wejdz/);
      }
      for (const form of office.forms.filter(({ action }) => isOffice(action))) {
        const answer = await send(view, form);
        assert.ok(refused.includes(answer.status()), `POST ${form.action}: ${answer.status()}`);
      }
      assert.equal(await entries(organiser), had, "something happened all the same");
    });
  });
}

test("a volunteer comes to the entrance and no further", async () => {
  await stage.look("/", { as: "volunteer" }, async (view) => {
    const open = (path) => path === `${OFFICE}/${EDITION}` || path.startsWith(`${OFFICE}/${EDITION}/wejscie`);
    for (const { path } of office.pages.filter(({ path }) => path !== OFFICE && !open(path.split("?")[0]))) {
      const answer = await view.context.request.get(stage.origin + path, { maxRedirects: 0 });
      assert.equal(answer.status(), 404, `GET ${path}`);
    }
    for (const form of office.forms.filter(({ action }) => isOffice(action) && !open(action.split("?")[0]))) {
      assert.equal((await send(view, form)).status(), 404, `POST ${form.action}`);
    }
  });
});

test("every form from another site is refused, whoever is signed in", async () => {
  const all = await readForms(organiser, ["/", "/moj-kongres", "/rejestracja", OFFICE]);
  assert.ok(all.forms.length > 10, `only ${all.forms.length} forms`);
  const had = await entries(organiser);
  for (const form of all.forms) {
    const answer = await send(organiser, form, { origin: "https://evil.example", "sec-fetch-site": "cross-site" });
    assert.equal(answer.status(), 403, `${form.action} from elsewhere: ${answer.status()}`);
  }
  assert.equal(await entries(organiser), had, "something happened all the same");
});

test("the office of another edition is closed to the organiser of this one", async () => {
  for (const other of ["kpm-1999", "kpm-2023", "..", "%2e%2e", "KPM-2019", "kpm-2019%00"]) {
    for (const form of office.forms.filter(({ action }) => action.includes(`/${EDITION}`))) {
      const answer = await send(organiser, { ...form, action: form.action.replace(`/${EDITION}`, `/${other}`) });
      assert.ok([400, 404, 405].includes(answer.status()), `POST ${form.action} at ${other}: ${answer.status()}`);
    }
  }
});

test("bodies that make no sense are refused by every form of the office, and the server goes on", async () => {
  const headers = { origin: stage.origin };
  for (const { action } of office.forms.filter(({ action }) => isOffice(action))) {
    const post = (data, type) => organiser.context.request.post(stage.origin + action, { data, maxRedirects: 0, headers: { ...headers, "content-type": type } });
    const form = "application/x-www-form-urlencoded";
    const answers = await Promise.all([
      post("x=".concat("a".repeat(12 << 20)), form).catch(() => ({ status: () => 413 })),
      post("%ff=%fe&&&=&%zz", form),
      post("\0\0\0", form),
      post("{}", "application/json"),
      post("<x/>", "text/xml"),
      post("a=1&".repeat(10_000), form),
    ]);
    const statuses = answers.map((answer) => answer.status());
    assert.ok(statuses.every((status) => status < 500), `${action}: ${statuses}`);
    assert.equal(statuses[0], 413, `${action} takes 12 MiB`);
  }
  assert.equal((await stage.fetch("/")).status, 200);
});

const giving = (email, role) => ({ action: `${OFFICE}/${EDITION}/role`, fields: [["act", "give"], ["email", email], ["role", role], ["where", "congress"], ["part", ""]] });

test("nobody gives themselves a role, whatever they are", async () => {
  for (const [role, mailbox] of [["volunteer", "wolontariuszka"], ["participant", "uczestnik"], ["speaker", "prelegentka"], ["expert", "ekspert"], ["chair", "prowadzacy"], ["committee", "komitet"]]) {
    await stage.look("/", { as: role }, async (view) => {
      assert.equal((await send(view, giving(`${mailbox}@kongres.example`, "organiser"))).status(), 404, role);
      assert.ok([303, 404].includes((await view.goto(`${OFFICE}/${EDITION}/role`)).status()), role);
    });
  }
});

test("an editor works in the office, and gives nobody a role, least of all themselves", async () => {
  assert.ok((await send(organiser, giving("uczestnik@kongres.example", "editor"))).status() < 400);
  await stage.look("/", { as: "participant" }, async (view) => {
    assert.equal((await view.goto(`${OFFICE}/${EDITION}`)).status(), 200);
    assert.equal((await view.goto(`${OFFICE}/${EDITION}/role`)).status(), 404);
    assert.equal((await send(view, giving("uczestnik@kongres.example", "organiser"))).status(), 404);
    assert.equal((await view.goto(`${OFFICE}/kpm-1999`)).status(), 404);
  });
});
