// A provider of OpenID Connect on loopback: a certified one, with its own pages for signing in.

import { createServer } from "node:http";
import { once } from "node:events";
import Provider from "oidc-provider";

/** What the program under test is known as. */
export const CLIENT = { id: "wiec", secret: "a-secret-of-the-tests-only" };

/** Anybody may sign in under any name; who signs in as `a@b.c` is the owner of that address. */
export class Oidc {
  #server;
  #answer;
  /** Addresses that it has not seen a proof of. */
  unverified = new Set();

  /** Starts listening. It answers once `serve` has told it where to send people back to. */
  static async open() {
    const oidc = new Oidc();
    oidc.#server = createServer((request, response) => oidc.#answer(request, response));
    oidc.#server.listen(0, "127.0.0.1");
    await once(oidc.#server, "listening");
    return oidc;
  }

  /** The issuer, which is also the origin of its pages. */
  get issuer() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** Knows the program, and the only addresses to which it sends anybody back. */
  serve(...returns) {
    const provider = new Provider(this.issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: returns, grant_types: ["authorization_code"], response_types: ["code"] }],
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
      scopes: ["openid", "email", "profile"],
      pkce: { required: () => true },
      cookies: { keys: ["a-key-of-the-tests-only"] },
      findAccount: (_, id) => ({ accountId: id, claims: () => this.#claims(id) }),
    });
    this.#answer = provider.callback();
  }

  /** On the provider's page in this view: signs in, and consents, as a person would. */
  async signIn(page, name) {
    await page.waitForURL(`${this.issuer}/interaction/**`);
    await page.locator("[name=login]").fill(name);
    await page.locator("[name=password]").fill("anything");
    await page.locator("[type=submit]").click();
    await page.locator("form[action*=interaction] [type=submit]", { hasText: "Continue" }).click();
  }

  /** Closes it. */
  async close() {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  #claims(id) {
    return { sub: id, name: id.split("@")[0], email: id, email_verified: !this.unverified.has(id) };
  }
}
