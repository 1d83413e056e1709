// A real `wiec demo` in a fresh data folder: what the journeys talk to.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const READY_WITHIN_MS = 60_000;
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)\//;

/** The program and its data folder. It can be stopped and started again, as a hall's network can. */
export class Server {
  #program;
  #options;
  #data;
  #child;
  #said = [];
  #port = 0;

  /** Starts the program named by WIEC_BIN; `options` go to `wiec demo`. */
  static async start(options = []) {
    const program = process.env.WIEC_BIN;
    if (!program) {
      throw new Error("WIEC_BIN must name the program under test: run `cargo xtask test`.");
    }
    const server = new Server();
    server.#program = program;
    server.#options = options;
    server.#data = await mkdtemp(join(tmpdir(), "wiec-e2e-"));
    try {
      await server.plug();
    } catch (problem) {
      await server.close();
      throw problem;
    }
    return server;
  }

  /** The origin of all addresses, without a slash at the end. */
  get origin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it, after the first time on the same port and with the same data. */
  async plug() {
    const words = ["demo", "--port", String(this.#port), "--data", this.#data, ...this.#options];
    const child = spawn(this.#program, words, { stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    // An aborted run of tests must not leave a server behind.
    process.once("exit", () => child.kill());
    child.stderr.on("data", (text) => this.#said.push(String(text)));
    this.#port = await this.#announcedPort(child);
  }

  /** Stops it: from now on the browser finds nobody. */
  async unplug() {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill();
    await gone;
  }

  /** Stops it for good and removes its data. */
  async close() {
    await this.unplug();
    await rm(this.#data, { recursive: true, force: true });
  }

  #announcedPort(child) {
    return new Promise((resolve, reject) => {
      const fail = (what) => reject(new Error(`${what}. It said:\n${this.#said.join("")}`));
      const late = setTimeout(() => fail("wiec demo printed no address"), READY_WITHIN_MS);
      child.once("error", (problem) => fail(`wiec demo could not be started: ${problem.message}`));
      child.once("exit", (code) => fail(`wiec demo ended with ${code}`));
      createInterface({ input: child.stdout }).on("line", (line) => {
        this.#said.push(`${line}\n`);
        const found = ADDRESS.exec(line);
        if (!found) return;
        clearTimeout(late);
        resolve(Number(found[1]));
      });
    });
  }
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => process.exit(1));
}
