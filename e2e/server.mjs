// A real `wiec demo` in a fresh data folder: what the journeys talk to.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const READY_WITHIN_MS = 60_000;
const ADDRESS = /http:\/\/localhost:(\d+)\//;

/** The program and its data folder. It can be stopped and started again, as a hall's network can. */
export class Server {
  #program;
  #options;
  #always;
  #data;
  #child;
  #said = [];
  #port = 0;

  /** Starts the program named by WIEC_BIN; `options` go to `wiec demo`, and those of `always` at every later start too. */
  static async start(options = [], always = []) {
    const program = process.env.WIEC_BIN;
    if (!program) {
      throw new Error("WIEC_BIN must name the program under test: run `cargo xtask test`.");
    }
    const server = new Server();
    server.#program = program;
    server.#options = options;
    server.#always = always;
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
    return `http://localhost:${this.#port}`;
  }

  /** Where it keeps its data; another command may use the folder while the server is unplugged. */
  get data() {
    return this.#data;
  }

  /** Starts it, after the first time on the same port and with the same data; `options` replace the earlier ones. */
  async plug(options = this.#options) {
    this.#options = options;
    const words = ["demo", "--port", String(this.#port), "--data", this.#data, ...this.#always, ...options];
    const child = spawn(this.#program, words, { stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    // An aborted run of tests must not leave a server behind.
    process.once("exit", () => child.kill());
    child.stderr.on("data", (text) => this.#said.push(String(text)));
    this.#port = await this.#announcedPort(child);
  }

  /** Stops it: from now on the browser finds nobody. */
  async unplug() {
    await this.#end("SIGTERM");
  }

  /** Ends it as a power cut would: nothing can be finished or written any more. */
  async crash() {
    await this.#end("SIGKILL");
  }

  /** Runs another command of the program on the same data; the server must be unplugged. Answers what it printed. */
  async run(...words) {
    const { stdout } = await promisify(execFile)(this.#program, [...words, "--data", this.#data]);
    return stdout;
  }

  /** Stops it for good and removes its data. */
  async close() {
    await this.unplug();
    await rm(this.#data, { recursive: true, force: true });
  }

  async #end(signal) {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
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
