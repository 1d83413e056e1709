// Whom a release concerns: letters are drafted to exactly those, and none leaves by itself.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";

import { Stage } from "./harness.mjs";

const stage = await Stage.open([], { mail: true });
after(() => stage.close());

const plain = (text) => text.replaceAll("\u00AD", "").replaceAll(/\s+/g, " ").trim();

/** The titles under which somebody of the sample appears. */
const appearances = (role) => stage.look("/moj-kongres", { as: role }, (view) => view.page.locator(".own__talks li b").allInnerTexts());

// Once each: whoever comes in a second time is told of it by letter.
const chair = (await appearances("chair")).map(plain);
const speaker = (await appearances("speaker")).map(plain);

/** Changes the draft by its file, releases it, and answers what the command says. */
async function released(name, change) {
  await stage.server.unplug();
  const file = join(stage.server.data, "changed.json");
  await stage.server.run("export", "--out", file);
  const congress = JSON.parse(await readFile(file, "utf8"));
  change(congress);
  await writeFile(file, JSON.stringify(congress));
  await stage.server.run("import", file);
  const said = await stage.server.run("release", "kpm-2019", "--name", name);
  await stage.server.plug();
  return said;
}

const counts = (said) => {
  const [, letters, without] = /outbox: (\d+)\. Concerned, but without an address: (\d+)/.exec(said) ?? [said, "0", "0"];
  return { letters: Number(letters), without: Number(without) };
};
const titleOf = ({ title }) => plain(title.pl ?? title);

test("a session that moves concerns those who appear in it, and one letter is drafted to each who can be reached", async () => {
  assert.equal(chair.length, 1);
  const both = [chair, speaker].filter(([title]) => title === chair[0]).length;
  let people = 0;
  const said = await released("Inna godzina", (congress) => {
    const session = congress.sessions.find((one) => titleOf(one) === chair[0]);
    assert.ok(session, `${chair[0]} is not in the file`);
    session.room = congress.rooms.find(({ id }) => id !== session.room).id;
    people = session.people.length;
  });
  assert.deepEqual(counts(said), { letters: both, without: people - both });
  assert.deepEqual(stage.mailbox.letters, [], "a letter left by itself");
});

test("a session of people who cannot be reached drafts no letter, and they are counted", async () => {
  const known = [...chair, ...speaker];
  let people = 0;
  const said = await released("Jeszcze inna godzina", (congress) => {
    const session = congress.sessions.find((one) => one.people?.length > 1 && one.room && !known.includes(titleOf(one)));
    session.room = congress.rooms.find(({ id }) => id !== session.room).id;
    people = session.people.length;
  });
  assert.deepEqual(counts(said), { letters: 0, without: people });
  assert.deepEqual(stage.mailbox.letters, [], "a letter left by itself");
});

test("a title that changes concerns nobody's calendar", async () => {
  const said = await released("Nowy tytuł", (congress) => {
    congress.sessions[5].title = { pl: "Inny tytuł niż dotąd", en: "Another title than before" };
  });
  assert.deepEqual(counts(said), { letters: 0, without: 0 });
});
