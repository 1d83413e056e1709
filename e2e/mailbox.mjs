// A post office on loopback: what the program sends by SMTP arrives here, as strangers read it.

import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const PATIENCE_MS = 15_000;

/** Takes letters for everybody, and hands them out by address, each once. */
export class Mailbox {
  #server;
  #unread = [];
  #waiting = [];
  #refused = new Set();
  /** All letters so far, in order of arrival. */
  letters = [];

  /** Opens it on a free port. */
  static async open() {
    const mailbox = new Mailbox();
    mailbox.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      // A name of this machine is nobody's business in a test.
      disableReverseLookup: true,
      onRcptTo: ({ address }, session, done) => done(mailbox.#refused.has(address) ? refusal() : null),
      onData: (stream, session, done) => {
        simpleParser(stream).then((parsed) => mailbox.#take(new Letter(session.envelope, parsed)), done).then(() => done(), done);
      },
    });
    await new Promise((resolve, reject) => {
      mailbox.#server.once("error", reject);
      mailbox.#server.listen(0, "127.0.0.1", resolve);
    });
    // A sender that is killed in the middle of a letter is part of some journeys.
    mailbox.#server.on("error", () => undefined);
    return mailbox;
  }

  /** The address for `--smtp`. */
  get url() {
    return `smtp://127.0.0.1:${this.#server.server.address().port}`;
  }

  /** The next letter to this address that nobody has read yet; waits for it. */
  async to(address) {
    const at = this.#unread.findIndex((letter) => letter.goesTo(address));
    if (at >= 0) return this.#unread.splice(at, 1)[0];
    return new Promise((resolve, reject) => {
      const waiting = { address, resolve };
      const late = setTimeout(() => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        reject(new Error(`no letter to ${address}; so far: ${JSON.stringify(this.letters.map(({ to, subject }) => [to, subject]))}`));
      }, PATIENCE_MS);
      waiting.resolve = (letter) => {
        clearTimeout(late);
        resolve(letter);
      };
      this.#waiting.push(waiting);
    });
  }

  /** Who has letters that nobody has read, sorted. */
  unread() {
    return this.#unread.flatMap(({ to }) => to).sort();
  }

  /** From now on letters to this address are refused for good, as by a mailbox that is closed. */
  refuse(address) {
    this.#refused.add(address);
  }

  /** Closes it. */
  async close() {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(letter) {
    this.letters.push(letter);
    const at = this.#waiting.findIndex(({ address }) => letter.goesTo(address));
    if (at < 0) this.#unread.push(letter);
    else this.#waiting.splice(at, 1)[0].resolve(letter);
  }
}

/** A letter as it arrived. `parsed` is all of it, in the terms of mailparser. */
export class Letter {
  constructor(envelope, parsed) {
    /** To whom it was handed in, which is not always what it says. */
    this.to = envelope.rcptTo.map(({ address }) => address);
    this.from = envelope.mailFrom.address;
    this.subject = parsed.subject ?? "";
    this.text = parsed.text ?? "";
    this.html = parsed.html || "";
    this.attachments = parsed.attachments;
    this.parsed = parsed;
  }

  goesTo(address) {
    return this.to.includes(address);
  }

  /** A header in words, or undefined. */
  header(name) {
    const line = this.parsed.headerLines.find(({ key }) => key === name.toLowerCase());
    return line?.line.slice(name.length + 1).replaceAll(/\r?\n[ \t]+/g, " ").trim();
  }

  /** The first address of ours in its plain text whose path has this part. */
  link(origin, part = "") {
    const found = this.text.match(/https?:\/\/[^\s<>"]+/g)?.find((address) => address.startsWith(origin) && address.includes(part));
    if (!found) throw new Error(`no link to ${origin} with ${part || "anything"} in:\n${this.text}`);
    return found;
  }

  /** The code of six digits in its plain text; it may be written in two groups. */
  get code() {
    const found = /(?<![\d-])(\d{3})[ \u00A0]?(\d{3})(?![\d-])/.exec(this.text);
    if (!found) throw new Error(`no code in:\n${this.text}`);
    return found[1] + found[2];
  }
}

function refusal() {
  return Object.assign(new Error("5.1.1 no such mailbox here"), { responseCode: 550 });
}
