// A security key that exists in the browser only: it has its user's finger on it, and keeps passkeys.

/** Gives a view a virtual authenticator. Passkeys need a name, not a number: the view must be at `localhost`. */
export class Authenticator {
  #devtools;
  #id;

  static async in(view) {
    const authenticator = new Authenticator();
    authenticator.#devtools = await view.context.newCDPSession(view.page);
    await authenticator.#devtools.send("WebAuthn.enable");
    const { authenticatorId } = await authenticator.#devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    authenticator.#id = authenticatorId;
    return authenticator;
  }

  /** What it keeps: credentials in the terms of the browser's protocol. */
  async credentials() {
    const { credentials } = await this.#devtools.send("WebAuthn.getCredentials", { authenticatorId: this.#id });
    return credentials;
  }

  /** Takes up a credential that another one kept, as a stolen copy would be. */
  async take(credential) {
    await this.#devtools.send("WebAuthn.addCredential", { authenticatorId: this.#id, credential });
  }

  /** Whether the finger, or the PIN, is the right one. */
  async verifies(is) {
    await this.#devtools.send("WebAuthn.setUserVerified", { authenticatorId: this.#id, isUserVerified: is });
  }
}
